"""The forms of verbs and nouns, of both spellings, and the singular of a plural."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sourcereading as sr
from sourcereading.text import inflection
from sourcereading.text.inflection import inflected, irregular_pasts, plurals, singular, verb_forms
from sourcereading.text.lexicon import DataError, lexicon

ROWS = lexicon("inflections", ("term", "class", "forms", "example"))
VERBS = [row["term"] for row in ROWS if row["class"] == "verb"]
NOUNS = [row["term"] for row in ROWS if row["class"] == "noun"]
ONSETS = st.sampled_from(["b", "br", "d", "f", "gl", "m", "pl", "r", "st", "t", "v"])
VOWELS = st.sampled_from(["a", "e", "i", "o", "ea", "oo"])
WORDS = st.builds(
    lambda *parts: "".join(parts),
    ONSETS, VOWELS, ONSETS, VOWELS,
    st.sampled_from(["d", "nk", "ce", "se", "te", "zz", "x", "ch", "sh", "ss", "ty", "y", "ck", "l", "rm"]),
)  # fmt: skip
"""Words of two syllables that the lexicon does not list, with every ending that has a rule."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['term']} ({row['class']})")
def test_each_row_is_needed_and_its_example_shows_a_form(monkeypatch, row):
    term, kind = row["term"], row["class"]
    forms, pasts = inflected(term, kind), verb_forms(term).past
    assert set(row["example"].lower().strip(".").split()) & set(forms)
    monkeypatch.setattr(inflection, "listed_forms", lambda _: {})
    monkeypatch.setattr(inflection, "_singulars", dict)
    if kind == "verb":
        assert set(inflected(term, kind)) != set(forms) or verb_forms(term).past != pasts
    else:
        assert inflected(term, kind) != forms or singular(forms[1]) != term


@pytest.mark.parametrize(
    ("verb", "past", "ing"),
    [
        ("guarantee", "guaranteed", "guaranteeing"),
        ("deny", "denied", "denying"),
        ("stay", "stayed", "staying"),
        ("quip", "quipped", "quipping"),
        ("offer", "offered", "offering"),
        ("refer", "referred", "referring"),
        ("dye", "dyed", "dyeing"),
        ("tiptoe", "tiptoed", "tiptoeing"),
        ("put", "put", "putting"),
        ("withhold", "withheld", "withholding"),
    ],
)
def test_forms_of_a_verb(verb, past, ing):
    forms = verb_forms(verb)
    assert (forms.past, forms.ing) == ((past,), (ing,))


@pytest.mark.parametrize("spelling", ["signalled", "signaled"])
def test_both_spellings_of_a_verb_are_marks(spelling):
    text = f"The bank {spelling} that rates will fall."
    (mark,) = (mark for mark in sr.read([text]).certainty.itertuples() if mark.text == spelling)
    assert mark.type == "own_view"


@pytest.mark.parametrize("spelling", ["theorized", "theorised"])
def test_both_spellings_of_a_verb_report(spelling):
    reported = sr.read([f"Hale {spelling} that the pump had failed."]).statements.query("voice == 'indirect'")
    assert list(reported["text"]) == ["the pump had failed."]


@given(st.sampled_from(VERBS) | WORDS)
def test_every_verb_has_all_forms(verb):
    forms = verb_forms(verb)
    assert forms.base[0] == verb
    assert all(spelling.endswith("ing") for spelling in forms.ing)
    assert all(spelling.isalpha() for spellings in forms for spelling in spellings)
    assert not any(letter * 3 in form for form in inflected(verb, "verb") for letter in "bdgmnprtlse")


@given(st.sampled_from(VERBS) | WORDS)
def test_forms_of_a_phrase_are_those_of_its_first_word(verb):
    assert [form.partition(" ") for form in inflected(f"{verb} out of", "verb")] == [
        (form, " ", "out of") for form in inflected(verb, "verb")
    ]


@given(st.sampled_from(NOUNS) | WORDS)
def test_the_singular_of_a_plural_is_the_noun(noun):
    assert {singular(plural) for plural in plurals(noun)} == {noun}


@given(st.sampled_from(NOUNS) | WORDS)
def test_a_singular_stays(noun):
    assert singular(noun) == noun


@given(WORDS, st.lists(WORDS, min_size=1))
def test_listed_forms_are_taken_as_they_are(term, forms):
    assert inflected(term, " ".join(forms)) == list(dict.fromkeys([term, *forms]))


def test_past_forms_without_ed():
    assert {"went", "said", "put", "fled"} <= irregular_pasts()
    assert not {"preferred", "gone", "showed"} & irregular_pasts()


@pytest.mark.parametrize(
    ("row", "message"),
    [("hew,verb,hews hewed,They hewed.", "four forms"), ("hew,adverb,hews,They hew.", "unknown class")],
)
def test_a_row_that_cannot_be_used_stops_the_run(monkeypatch, row, message):
    values = dict(zip(("term", "class", "forms", "example"), row.split(","), strict=True), line="2")
    monkeypatch.setattr(inflection, "lexicon", lambda *_: (values,))
    with pytest.raises(DataError, match=message):
        inflection.listed_forms.__wrapped__("verb")
