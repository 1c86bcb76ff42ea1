"""Quotations: never an exception, never the narrator's words taken for a quotation."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcereading.text.quotation_marks import inner_quotations, quotations
from sourcereading.text.sentences import sentences
from timing import ALLOWED, growth, units


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said, "Yes," and left.', ['"Yes,"']),
        ("He said, “Yes,” and left.", ["“Yes,”"]),
        ("‘It is so,’ he said. ‘The workers’ rights,’ she added.", ["‘It is so,’", "‘The workers’ rights,’"]),
        ("'We don't know,' he said.", ["'We don't know,'"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("« Oui », he said. »Nein«, she said.", ["« Oui »", "»Nein«"]),
        ("„Ja“, he said.", ["„Ja“"]),
        ('The timeline is uncertain—"it could be longer."', ['"it could be longer."']),
        ('"Now"—"not later"—was the answer.', ['"Now"', '"not later"']),
        ("\"He told me 'no' twice,\" she said.", ["\"He told me 'no' twice,\""]),
        ('"She told me "no" yesterday," he said.', ['"She told me "no" yesterday,"']),
        ("The dogs' owner said nothing to the workers' union.", []),
        ("It was the '90s; get 'em, he thought. 'Tis so.", []),
        ("A man of 6' 5\" said nothing.", []),
        ('He left." She stayed.', []),
    ],
)
def test_marks_of_every_kind(text, expected):
    assert quoted(text) == expected


def test_a_quotation_left_open_ends_with_its_sentence():
    assert quoted('He said "no. She left. Then "yes," he said.') == ['"no.', '"yes,"']


def test_damage_ends_at_the_paragraph():
    assert quoted('He said "no and left\n\nShe said, "Yes," and stayed.') == ['"no and left', '"Yes,"']


def test_a_quotation_of_several_paragraphs_is_one_chain():
    text = "“One stands here.\n\n“Two stands here.\n\n“Three,” he said. “Four.”"
    found = quotations(text, sentences(text))
    assert [text[q.start : q.end] for q in found] == [
        "“One stands here.",
        "“Two stands here.",
        "“Three,”",
        "“Four.”",
    ]
    assert [q.chain for q in found] == [0, 0, 0, 3]
    assert [q.closed for q in found] == [False, False, True, True]


def test_quotations_inside_a_quotation():
    text = "“My father told me, ‘Never trust them,’ and he was right.”"
    inner = inner_quotations(text, 1, len(text) - 1)
    assert [text[q.start : q.end] for q in inner] == ["‘Never trust them,’"]


def test_a_quotation_inside_one_that_goes_on_in_the_next_paragraph_is_part_of_it():
    assert quoted("“One “two” three.\n\n“Four,” he said.") == ["“One “two” three.", "“Four,”"]
    assert quoted("«“«\n«") == ["«“«", "«"]


@given(st.text(alphabet="aA .,\n\"'“”‘’«»—-?!s", max_size=200))
def test_any_text_gives_ordered_spans_inside_their_paragraph(text):
    found = quotations(text, sentences(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all("\n\n" not in text[q.start : q.end] for q in found)


@pytest.mark.parametrize("unit", units(['"', "'", "“", '" ', '"a ', '\n\n"a', "‘a ", "”", "a' ", "“a” "]))
def test_floods_of_marks_take_linear_time(unit):
    def prepare(text):
        return text, sentences(text)

    assert growth(prepare, lambda prepared: quotations(*prepared), unit) < ALLOWED
