"""Paragraphs, sentences and tokens: one test for each oddity of news prose met so far."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading.attribution.quoted_items import folded
from sourcereading.issues.mentions import _units
from sourcereading.text.captions import credit_from
from sourcereading.text.sentences import CAPTION, DATELINE, TEXT, paragraphs, sentences, tokens
from timing import ALLOWED, growth, units


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The key obstacle remains, U.S. Vice President J.D. Vance told a journalist.",
        "Mr. Orme met Dr. Ruiz on Jan. 5 at 10 a.m. in St. Marn.",
        "George W. Hale met J. K. Orme in the U.S. Senate.",
        "Room No. 10 was empty, Prof. Ruiz said.",
        "“Are we ready?” Hale said.",
        "“No!” shouted Orme.",
        "He paid $2.5 million, i.e. 3.4 percent.",
        "Acme Inc. said it would appeal to the U.S. Supreme Court.",
        "“I ... don’t know,” she said.",
        "Hale v. Orme was settled.",
        "The finance minister, P. Orme, met S. Ruiz on p. 5.",
        "2. Never sign it.",
        "They sing in the Redeemer-St. John’s church.",
        "The U.S.House met Mr.Smith at St.John and Dr.Ruiz.",
        "Read Halden.Com, www.Halden.Org/x.Page and https://a.example/b.Page.",
        "She likes Yahoo!News and Node.Js, not Math.Random(3) or Report.Final.pdf.",
        "The “Halden!”Ruiz held.",
    ],
)
def test_one_sentence_stays_one(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["“We’re going to try to solve it.", "We’re going to keep talking,” Hale said."],
        ['"It is over."', '"It is not," she said.'],
        ["He lives in the U.S.", "He likes it."],
        ["He works for Acme Inc.", "The firm is old."],
        ["It ended at 5 p.m.", "They left."],
        ["Who pays?", "Nobody knows."],
        ["I said no.", "He agreed."],
        ["She was born in 1987.", "2010 was a hard year."],
        ['He called it "a gift."', "They laughed."],
        ["The votes are in.", "eBay won."],
        ["All of it is on a page.", "my6sense’s clients left."],
        ["See [a report](https://a.example/b.c).", "It is old."],
    ],
)
def test_two_sentences_are_parted_inside_quotations_too(parts):
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["The wall may not hold.", "Engineer Ana Ruiz left."],
        ["They met on Monday.", "Police came."],
        ["Who pays?", "The mayor does."],
        ["They won!", "The mayor paid."],
        ["“We left the quay.”", "Ruiz agreed."],
        ["They left.", "I stayed.", "A man came."],
    ],
)
def test_sentences_without_a_blank_between_them_are_parted_where_that_is_safe(parts):
    assert split("".join(parts)) == parts


def test_a_word_broken_at_a_line_end_is_looked_up_whole_and_stands_as_it_stands():
    text = (
        "The mayor of the town of Halden said on Monday that she would cut pen-\n"
        "sions for the well-\nknown gov-\n  ernment of Ana Moreno-\nRuiz, and that it would proba-\nbly rain."
    )
    found = tokens(text)
    assert {"pensions", "well-known", "government", "moreno-ruiz", "probably"} <= {token.lower for token in found}
    assert all(text[token.start : token.end] == token.text for token in found)


def test_a_sentence_ends_before_marks_of_markdown():
    assert split("**The wall may not hold.** Ana Ruiz left.") == ["**The wall may not hold.**", "Ana Ruiz left."]


def test_marks_of_markdown_are_no_tokens():
    text = "**Mayor** _Ana Ruiz_ said in [a __new__ report](https://a.example/r_1.html) on 5 * 3: ![map](m.png)\n\n***"
    assert " ".join(token.text for token in tokens(text)) == (
        "Mayor Ana Ruiz said in a new report on 5 * 3 : ***"
    )


@pytest.mark.parametrize("dateline", [
    "HALDEN —", "ÉSTMÅRN, Marnia —", "Éstmarn (AP) —", "HALDEN, Norland – May 3, 2026 –",
    "HALDEN, Norland, May 3, 2026 /Wire/ --",
])  # fmt: skip
def test_a_dateline_is_no_text(dateline):
    text = f"{dateline} The dam held."
    found = [(sentence.kind, text[sentence.start : sentence.end]) for sentence in sentences(text)]
    assert found == [(DATELINE, dateline), (TEXT, "The dam held.")]


def test_a_script_without_capitals_is_parted_at_its_full_stops():
    assert split("今天下雨。 明天也下雨。") == ["今天下雨。", "明天也下雨。"]


def test_tokens_keep_contractions_abbreviations_titles_and_compounds():
    text = "Mr. Orme wouldn’t sign J.D.’s three-day U.S. deal—for $1,000."
    assert [token.text for token in tokens(text)] == [
        "Mr.", "Orme", "wouldn’t", "sign", "J.D.", "’", "s", "three-day", "U.S.", "deal", "—", "for", "$", "1,000", ".",
    ]  # fmt: skip
    assert tokens(text)[2].lower == "wouldn't"


def test_blank_lines_part_paragraphs_and_so_do_line_ends():
    text = "One stands here.\n\nTwo stands here.\nThree stands here.\n"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "One stands here.", "Two stands here.", "Three stands here.",
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The council met on Monday to discuss the plan for the harbor wall and\n"
        "the road behind it, which has been closed since the storm of January,\n"
        "and agreed to meet again."
    )
    assert paragraphs(text) == [(0, len(text))]


def test_headline_byline_dateline_and_crosshead_are_not_text():
    text = (
        "Harbor wall goes to vote\n\nBy Ana Ruiz and Tom Hale\n\nPORT MARN (Wire) — The council met on Monday.\n\n"
        "What comes next\n\nThe council votes on Friday.\n"
    )
    kinds = [(text[sentence.start : sentence.end], sentence.kind) for sentence in sentences(text)]
    assert kinds == [
        ("Harbor wall goes to vote", "heading"),
        ("By Ana Ruiz and Tom Hale", "byline"),
        ("PORT MARN (Wire) —", "dateline"),
        ("The council met on Monday.", "text"),
        ("What comes next", "heading"),
        ("The council votes on Friday.", "text"),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Image: Acme.",
        "Image: The gate at noon, seen from the old pier",
        "Photo: Ana Ruiz/Norland Press",
        "(Photo by Ana Ruiz/Norland Press)",
        "Photograph by Ben Holm for Norland Press",
        "Photo courtesy of the Port of Halden",
        "Main image credit: Norland Press",
        "FILE PHOTO: Ships wait off Halden. NORLAND PRESS/Ana Ruiz",
        "FILE - Ships wait off Halden, May 3. The port said on Monday that it would close.",
        "Image caption, Ben Holm, 29, runs the port",
        "Ana Ruiz/Norland Press.",
        "Ana de la Ruiz via Norland Images.",
        "Norland Images.",
        "The gate at noon. Photo: Ana Ruiz",
        "Ships wait off Halden on May 3. (Ana Ruiz/Norland Press.)",
        "Ships wait off Halden ( Image: Port of Halden)",
        "Ships wait off Halden. / Credit: ANA RUIZ/NP via Norland Images",
    ],
)
def test_a_caption_or_credit_is_no_text(caption):
    text = f"The dam held.\n\n{caption}\n\nNobody was hurt."
    found = [(text[sentence.start : sentence.end], sentence.kind) for sentence in sentences(text)]
    assert found == [("The dam held.", TEXT), (caption, CAPTION), ("Nobody was hurt.", TEXT)]


@pytest.mark.parametrize(
    "line",
    [
        "The photo by the door was old.",
        "Photographs by Ana Ruiz hang in the museum.",
        "Picture this: a town without a wall.",
        "Credit: the bank lends less of it.",
        "Photos showed mourners at the gate.",
        "She took the picture: Ana Ruiz.",
        "The bill was opposed by Ben Holm (Labour/Greens).",
        "The plan costs more than the old one. [Norland Press, NP/Velia Today]",
        "“The dam holds,” said Ana Ruiz via Ben Holm.",
        "FILE it under history.",
        "Ana Ruiz / Ben Holm voted no.",
    ],
)
def test_running_text_about_pictures_and_names_is_text(line):
    text = f"The dam held.\n\n{line}\n\nNobody was hurt."
    assert {sentence.kind for sentence in sentences(text)} == {TEXT}


def test_a_credit_behind_what_somebody_says_leaves_it_as_text():
    text = "The dam held.\n\nThe gate holds, Ana Ruiz said. Photo: Ben Holm\n\nNobody was hurt."
    found = [(text[sentence.start : sentence.end], sentence.kind) for sentence in sentences(text)]
    assert found[1:3] == [("The gate holds, Ana Ruiz said.", TEXT), ("Photo: Ben Holm", CAPTION)]
    alone = "The gate is old. Photo: Ben Holm"
    assert [sentence.kind for sentence in sentences(alone)] == [TEXT, CAPTION]


@pytest.mark.slow
@pytest.mark.parametrize("unit", units(["Photo: ", "(Photo by ", "Ana/", " via Ana", "file photo ", "image caption, "]))
def test_time_of_captions_grows_with_the_text_and_no_faster(unit):
    assert growth(str, credit_from, unit) < ALLOWED


def test_the_title_known_from_outside_is_a_heading_even_with_a_full_stop():
    text = "It is over.\n\nThe council met.\n"
    assert [sentence.kind for sentence in sentences(text, "It is over.")] == ["heading", "text"]


@given(st.text(max_size=300))
def test_every_word_of_any_text_is_in_exactly_one_sentence(text):
    found = sentences(text)
    inside = [token for sentence in found for token in sentence.tokens]
    assert [(token.start, token.end) for token in inside] == [
        (token.start, token.end) for token in tokens(text)
    ]
    assert all(text[token.start : token.end] == token.text for token in inside)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit",
    units(
        ["a", "Mr. ", "U.S. ", "By ", "A", "?! ", ". ", "\n\n", "\n", "“", "—", "(", "Aa, ", "1.", "'", "J.D"]
        + ["hold.The", "hold!The", "[a](b", "*", "_", "pen-\n"]
    ),
)
def test_time_grows_with_the_text_only(unit):
    assert growth(str, sentences, unit) < ALLOWED


def test_a_long_line_of_names_after_by_does_not_hang():
    start = time.process_time()
    sentences("By " + "Abcdefghijklmnopqrstuvwxyz" * 5 + "!\n\nText stands here.")
    assert time.process_time() - start < 1


def test_rows_that_are_made_without_their_own_constructor_have_all_their_fields():
    """A field that is added to one of them must be filled where they are made (``tuple.__new__``), too."""
    text = "The well-known dam may hold."
    sentence = sentences(text)[0]
    for made in (sentence.tokens, folded(text, [sentence], [])[0], list(_units(sentence.tokens))):
        assert made and all(row == type(row)(*row) and len(row) == len(row._fields) for row in made)
