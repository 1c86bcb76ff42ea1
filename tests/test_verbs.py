"""Reporting verbs: each row of the lexicon at work, and verbs of several words. The names and events are invented."""

import re

import pytest

from one_text import attributed
from sourcereading.text import verbs
from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import ROOT
from sourcereading.text.sentences import sentences

ROWS = lexicon("reporting_verbs", ("term", "class", "example"), ("forms",))
FORMS = [(f" {' '.join(words)} ", row["class"].split()) for row in ROWS for _, words in verbs.forms(row)]
DICTIONARY = (ROOT / "data" / "data-dictionary.md").read_text(encoding="utf-8")
SECTION = DICTIONARY.partition("### data/lexicons/reporting_verbs.csv")[2].partition("###")[0]
CLASSES = re.findall(r"^- \*\*(\w+)\*\*: .* \(\*(.+)\*\)$", SECTION, re.MULTILINE)
"""Each class of verbs in the data dictionary, with its example."""


def said(text):
    """Speaker, cue and words of each statement: the words of its parts joined by " / "."""
    made = {}
    for row in attributed(text)[1].rows:
        if row.reporting_clause_of < 0 and row.speaker != "(writer)":
            cue = text[slice(*row.cue)] if row.cue else None
            made.setdefault(row.statement, (row.speaker, cue, []))[2].append(text[row.start : row.end])
    return [(speaker, cue, " / ".join(words)) for speaker, cue, words in made.values()]


@pytest.mark.parametrize("row", ROWS, ids=[f"line {row['line']}: {row['term']}" for row in ROWS])
def test_the_example_of_each_row_is_a_statement_with_that_verb(row):
    forms = {" ".join(words) for _, words in verbs.forms(row)}
    cues = [f" {cue} ".lower() for _, cue, _ in said(row["example"]) if cue]
    assert any(f" {form} " in cue for cue in cues for form in forms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before what is said
        ("Ana Ruiz went on: “We wait.”", ("Ana Ruiz", "went on", "“We wait.”")),
        ("Ana Ruiz put it plainly: “We wait.”", ("Ana Ruiz", "put it", "“We wait.”")),
        ("Ana Ruiz put it this way: “We wait.”", ("Ana Ruiz", "put it this way", "“We wait.”")),
        ("Critics point out that the wall is late.", ("critics", "point out", "the wall is late.")),
        ("As Ana Ruiz put it, the wall is late.", ("Ana Ruiz", "put it", "the wall is late.")),
        ("As the mayor put it, “we wait.”", ("the mayor", "put it", "“we wait.”")),
        ("The man is, as the mayor put it, “a fox.”", ("the mayor", "put it", "“a fox.”")),
        # inside
        ("“And so,” Ana Ruiz went on, “we wait.”", ("Ana Ruiz", "went on", "“And so,” / “we wait.”")),
        ("The wall, critics point out, is late.", ("critics", "point out", "The wall / is late.")),
        # after
        ("“And so we wait,” Ana Ruiz went on.", ("Ana Ruiz", "went on", "“And so we wait,”")),
        ("“And so we wait,” went on Ana Ruiz.", ("Ana Ruiz", "went on", "“And so we wait,”")),
        ("“Who waits?” Ana Ruiz went on.", ("Ana Ruiz", "went on", "“Who waits?”")),
        ("“Me too,” Ana Ruiz chimed in.", ("Ana Ruiz", "chimed in", "“Me too,”")),
        ("“The wall is late,” as the mayor put it.", ("the mayor", "put it", "“The wall is late,”")),
        ("The wall is late, as the mayor put it.", ("the mayor", "put it", "The wall is late")),
        ("The wall is late, critics point out.", ("critics", "point out", "The wall is late")),
        # the verb that says something is the one that follows
        ("Ana Ruiz went on to say that we wait.", ("Ana Ruiz", "say", "we wait.")),
    ],
)
def test_verbs_of_several_words(text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz went on the boat that left.",
        "Ana Ruiz put it on the table that she made.",
        "The sign points out of town.",
        "The Gap Goes On: the wall is late.",
        "Ana Ruiz went on about “the wall” until we left.",
        "Ana Ruiz leads by 12 percentage points in the north, where the river is.",
    ],
)
def test_the_words_of_a_verb_in_another_use_report_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize("verb", ["underscored", "mentioned", "guaranteed", "signalled", "decreed", "notified them"])
def test_a_verb_that_takes_a_clause_may_come_after_what_is_said(verb):
    cue = verb.split()[0]
    assert said(f"“The port will close,” Ana Ruiz {verb}.") == [("Ana Ruiz", cue, "“The port will close,”")]
    assert said(f"The port will close, Ana Ruiz {verb}.") == [("Ana Ruiz", cue, "The port will close")]
    assert said(f"Ana Ruiz {verb} the port will close.") == [("Ana Ruiz", cue, "the port will close.")]


def test_a_verb_only_a_quotation_makes_a_reporting_verb():
    assert said("“It holds,” Ana Ruiz smiled.") == [("Ana Ruiz", "smiled", "“It holds,”")]
    assert said("It was over and, at last, Ana Ruiz smiled.") == []


def test_what_a_document_shows_may_come_first():
    assert said("Prices fell in May, the survey showed.") == [("the survey", "showed", "Prices fell in May")]
    assert said("Prices fell in May, the boy showed.") == []


def test_said_and_a_pronoun_that():
    assert said("Ana Ruiz said that would help.") == [("Ana Ruiz", "said", "that would help.")]


@pytest.mark.parametrize("aside", ["who left on Monday", "which has no power", "a lawyer"])
def test_an_aside_on_the_source_is_not_what_it_says(aside):
    text = f"The wall was late in May, according to Ana Ruiz, {aside}."
    assert said(text) == [("Ana Ruiz", "according to", "The wall was late in May")]


def test_a_plural_right_behind_a_quotation_is_the_speaker():
    assert said("“The wall is late,” critics say.") == [("critics", "say", "“The wall is late,”")]
    assert said("“The wall is late,” beams Ana Ruiz.") == [("Ana Ruiz", "beams", "“The wall is late,”")]


def test_of_whom_something_is_said_must_be_named():
    assert said("Ana Ruiz accused the mayor of lying.") == [("Ana Ruiz", "accused", "the mayor of lying.")]
    assert said("The man accused of lying left the room.") == []


def test_a_wrong_number_of_forms_is_an_error_that_names_line_and_remedy():
    row = {"term": "go on", "forms": "goes went", "line": "7"}
    with pytest.raises(DataError, match=r"reporting_verbs\.csv, line 7: 'go on' has 2 forms; give four"):
        verbs.forms(row)


@pytest.mark.parametrize(("name", "example"), CLASSES)
def test_the_example_of_each_class_is_a_statement_with_a_verb_of_that_class(name, example):
    for sentence in sentences(example):
        cues = [cue.lower() for _, cue, _ in said(example[sentence.start : sentence.end]) if cue]
        assert any(name in classes and form in f" {cue} " for cue in cues for form, classes in FORMS), sentence


def test_the_data_dictionary_has_every_class():
    assert {name for name, _ in CLASSES} == {name for row in ROWS for name in row["class"].split()}
