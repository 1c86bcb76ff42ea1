"""Small words that decide what is said: each row of their classes at work in its own example."""

import pytest

from one_text import attributed
from sourcereading.attribution.voices import in_words
from sourcereading.text.lexicon import lexicon

EXPECTED = {
    "disputed": [("the firm", "denies: the {term}.")],
    "disputed_of": [("(unattributed)", "denies: {term} of a rift.")],
    "hypothetical": [],
    "nobody": [],
    "after_as": [],
    "empty_object": [],
    "circumstance": [("the mayor", "the toll “unfair”")],
    "finder": [("the {term}", "the dam was safe.")],
    "occasion": [("the mayor", "the toll “unfair”")],
    "aside": [("the mayor", "it would go on")],
    "contrast": [("the mayor", "it was late"), ("the firm", "it was not.")],
    "before_gerund": [("the mayor", "it was late.")],
    "after_at": [("the mayor", "at {term} 20 crews came by boat.")],
    "before_number": [("the mayor", "{term} 20 crews came by boat.")],
    "before_time": [("the mayor", "it was late.")],
    "particle": [("the mayor", '"It is late,"')],
    "plural": [("the {term}", "it was late.")],
    "claim": [("the firm", "denies: the {term} that it leaked.")],
    "cue_noun": [("the firm", "it was late.")],
    "promise": [("the firm", "to sell the dam.")],
    "deniable": [("the firm", "denies: {term}.")],
    "denial": [("the firm", "denies: it leaked.")],
    "held": [("the mayor", "it was late.")],
    "remaining": [("the crews", "it was late.")],
    "toward": [("the mayor", "it was late.")],
    "voicing": [("the mayor", "it was late.")],
    "voiced": [("the mayor", "it was late.")],
    "medium": [("Halden Post", "it was late.")],
    "film": [("Ana Ruiz", "it was late.")],
    "shows": [("Ana Ruiz", "it was late.")],
    "writing": [("the mayor", "it was late.")],
    "view": [("Ana Ruiz", "It was late")],
    "hearer": [("(unattributed)", "it was late.")],
    "reply": [("(unattributed)", '"It is late,"')],
    "supposing": [],
    "inverting": [],
    "played": [],
    "granted": [],
    "duration": [("the mayor", "it was late.")],
    "answer": [("Ana Ruiz", "So {term}")],
}
"""What the example of each row of a class must give."""
ROWS = lexicon("clause_words", ("term", "class", "example"))


def said(text):
    """Speaker and words of each statement that is not the writer's."""
    return [
        (row.speaker, in_words(text[row.start : row.end], row.denied))
        for row in attributed(text)[1].rows
        if row.reporting_clause_of < 0 and row.speaker != "(writer)"
    ]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['class']}: {row['term']}" for row in ROWS])
def test_the_example_of_a_row_shows_what_its_class_does(row):
    assert row["term"] in row["example"].lower().replace('"', " ").replace(".", " ").replace(",", " ").split()
    assert said(row["example"]) == [(who.format(**row), what.format(**row)) for who, what in EXPECTED[row["class"]]]
