"""Words found again by quoting them: whatever a spreadsheet does to them, the offsets are those of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading.text.find_quote import Quotable

TEXT = ("It may rain in May.  It may not. She said:\n“Don’t go — now…” at the café. The Mayor’s wall\u00ad fell.")


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "found"),
    [
        ("Don't go - now...", "", "", ["Don’t go — now…"]),  # straight marks, one hyphen, three dots
        ('"Don’t go -- now…"', "", "", ["“Don’t go — now…”"]),
        ("in May. It may", "", "", ["in May.  It may"]),  # white space
        ("She said: “Don’t", "", "", ["She said:\n“Don’t"]),
        ("the cafe\u0301", "", "", ["the café"]),  # a composed accent
        ("wall fell", "", "", ["wall\u00ad fell"]),  # a soft hyphen
        ("It may NOT", "", "", ["It may not"]),  # a spreadsheet's capitals
        ("may", "", "", ["may", "may"]),  # nor "May", nor the beginning of "Mayor"
        ("may", "", " not.", ["may"]),
        ("may", "It ", "rain", ["may"]),
        ("may", "rain", "", []),
        ("ay", "", "", []),  # no part of a word
        ("", "It", "", []),
        ("snow", "", "", []),
    ],
)
def test_words_are_found_with_what_stands_around_them(quote, prefix, suffix, found):
    places = Quotable(TEXT).places(quote, prefix, suffix)
    assert [TEXT[start:end] for start, end in places] == found


def test_a_quotation_has_as_much_around_it_as_it_needs():
    text = Quotable("It may rain. It may not.")
    assert text.quotation(3, 6) == ("may", "It", "rain. It")
    assert text.quotation(7, 11) == ("rain", "", "")


@given(st.lists(st.sampled_from(["may", "May", "“it”", "—", "...", "é", "e\u0301", "\n\n", "\u00ad"]), min_size=1))
def test_every_word_of_a_text_is_found_by_its_quotation(words):
    text = Quotable(" ".join(words))
    at = 0
    for word in words:
        start, end = at, at + len(word)
        at = end + 1
        if word in ("may", "May", "é"):
            assert text.places(*text.quotation(start, end)) == [(start, end)]
