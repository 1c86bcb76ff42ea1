"""A denial is not the claim: "denied that it leaks" says nothing of a leak. All sentences are invented."""

import json

import pytest

import sourcereading as sr
from one_text import attributed
from sourcereading.analysis import findings, try_sentences
from sourcereading.reading.corrections import Correction, Corrections
from sourcereading.report.show_article import show_article
from sourcereading.report.web_annotation import annotation_page
from sourcereading.text.lexicon import lexicon
from sourcereading.text.verbs import forms

DENIED = [
    # a clause
    ("The council denied that the cost had doubled.", "the council", "the cost had doubled."),
    ("Ana Ruiz vehemently denied on Monday that the wall leaks.", "Ana Ruiz", "the wall leaks."),
    ("The mayor denied, in a letter to the council, that the wall leaks.", "the mayor", "the wall leaks."),
    ("Holm denied he had taken money.", "Holm", "he had taken money."),
    ("The ministry ruled out that the wall leaks.", "the ministry", "the wall leaks."),
    ("The minister disputed that the cost had doubled.", "the minister", "the cost had doubled."),
    ("The ministry refuted that the wall leaks.", "the ministry", "the wall leaks."),
    ("Ana Ruiz disagreed that the wall leaks.", "Ana Ruiz", "the wall leaks."),
    ("Holm went on to deny that the wall leaks.", "Holm", "the wall leaks."),
    ("Ana Ruiz was quoted as denying that the wall leaks.", "Ana Ruiz", "the wall leaks."),
    ("The mayor denied that there was a “secret deal”.", "the mayor", "there was a “secret deal”."),
    # what others claim
    ("The mayor dismissed claims that the wall leaks.", "the mayor", "claims that the wall leaks."),
    ("The mayor rejected the idea of Ben Holm that it leaks.", "the mayor", "the idea of Ben Holm that it leaks."),
    ("The firm denied reports and rumours that it leaked.", "the firm", "reports and rumours that it leaked."),
    ("Ana Ruiz rejected as false the claim that the wall leaks.", "Ana Ruiz", "the claim that the wall leaks."),
    ("Holm brushed off suggestions that he would quit.", "Holm", "suggestions that he would quit."),
    ("Ana Ruiz contradicted reports that the wall leaks.", "Ana Ruiz", "reports that the wall leaks."),
    ("The firm strongly denies the allegations.", "the firm", "the allegations."),
    ("The firm rejected accusations of bias.", "the firm", "accusations of bias."),
    ("Holm dismissed talk of a deal on Monday.", "Holm", "talk of a deal on Monday."),
    ("The club brushed off suggestions of a crisis, but lost.", "the club", "suggestions of a crisis"),
    ("The firm rejected all the allegations.", "the firm", "all the allegations."),
    ("Holm scoffed at talk of a split.", "Holm", "talk of a split."),
    ("The union disputes the firm's claims about pay.", "the union", "the firm's claims about pay."),
    # a deed
    ("Ana Ruiz denied having taken money.", "Ana Ruiz", "having taken money."),
    ("Ana Ruiz denied ever taking money.", "Ana Ruiz", "taking money."),
    ("Ana Ruiz denied any wrongdoing.", "Ana Ruiz", "any wrongdoing."),
    ("Holm denied “any wrongdoing”.", "Holm", "“any wrongdoing”."),
    ("Holm denied a role in the talks.", "Holm", "a role in the talks."),
    ("Holm ruled out raising taxes.", "Holm", "raising taxes."),
    ("Holm has ruled out a bid for Halden Bank.", "Holm", "a bid for Halden Bank."),
    ("Holm denies having known Ana Ruiz.", "Holm", "having known Ana Ruiz."),
    # a noun of denying
    ("The mayor responded with a denial that the wall leaks.", "the mayor", "the wall leaks."),
    ("The mayor replied on Monday with a rejection of claims that it leaks.", "the mayor", "it leaks."),
    # what is refused
    ("The mayor refused to say that the wall was safe.", "the mayor", "to say that the wall was safe."),
    ("The ministry declined to say when the work would end.", "the ministry", "to say when the work would end."),
    # where it ends
    ("The mayor denied that the cost had doubled, but it had.", "the mayor", "the cost had doubled"),
    ("The mayor denied that the cost had doubled — it was up by a tenth.", "the mayor", "the cost had doubled"),
    ("The mayor denied that the wall leaks; it is safe.", "the mayor", "the wall leaks"),
    ("The mayor denied the charges, pointing to the budget.", "the mayor", "the charges"),
    ("Norland Water denied the reports and no bid was made.", "Norland Water", "the reports"),
    ("Holm denied killing the guard but admitted theft.", "Holm", "killing the guard"),
]  # fmt: skip
"""A sentence, who denies, and what."""

SAID = [
    "“I did not take the money,” Holm denied.",
    "“I did not take the money,” denied Ben Holm.",
    "The mayor denied: “We never took the money.”",
    "Holm denied, “I never took the money.”",
    "The mayor dismissed the claim as nonsense.",
    "The court ruled that the sale was void.",
    "“I deny that the wall leaks,” Ana Ruiz said.",
    "Ana Ruiz said that nobody denied that the wall leaks.",
    "The mayor asked whether Holm had denied it.",
]
"""Sentences in which something is said, and nothing denied."""

NOTHING = [
    # not denied, and not claimed
    "The council did not deny that the cost had doubled.",
    "The mayor never denied that the wall leaks.",
    "Holm cannot deny that the wall leaks.",
    "Nobody denies that the wall leaks.",
    "Few deny that the wall leaks.",
    "The council neither confirmed nor denied that the cost had doubled.",
    "The council refused to confirm or deny that the cost had doubled.",
    "The council declined to deny that the cost had doubled.",
    "The council declined to rule out a rise in tax.",
    "Holm did not rule out that the wall leaks.",
    "The mayor may deny that the wall leaks.",
    "It was denied that the cost had doubled.",
    "The spokeswoman declined to discuss reports that the wall leaks.",
    # granted or done, not said
    "The mayor rejected the offer.",
    "The mayor rejected that argument in a ruling released on Thursday.",
    "The mayor rejected claims that are false.",
    "The court rejected a claim for damages.",
    "The insurer rejected claims of 900 pounds.",
    "Voters rejected the idea of a new airport.",
    "The mayor rejected the report of the committee.",
    "The mayor dismissed his suggestion of a bridge.",
    "The mayor rejected a report by the committee that investigates fires.",
    "The judge dismissed the case.",
    "The mayor dismissed the manager.",
    "The guard denied entry to the crew.",
    "The court denied the motion.",
    "The judge denied bail.",
    "The judge denied Ben Holm bail.",
    "The council denied a request filed by Holm.",
    "The rules committee denied the change being sought.",
    "Holm denied Ruiz a role in the talks.",
    "The striker was ruled out for the season.",
    "The judge ruled out the evidence.",
    "Holm shot down a plane.",
    "The minister refused the offer.",
    "The engineer declined that job.",
    "The mayor has denied that characterization.",
    "The mayor denied that claim.",
    "The wall leaks, a claim Ruiz denied.",
    "The wall does not leak, the mayor denied.",
    "The mayor dismissed the “baseless” attacks.",
    # negated saying
    "Neither Ruiz nor Orme said the wall would fail.",
    "Holm spoke for an hour. Nor did Orme say it would fail.",
    "Rarely has the bank said that a loan was bad.",
]
"""Sentences in which no speaker says or denies anything."""


def read(text):
    """Speaker, words and denied of each row that is not the writer's."""
    rows = attributed(text)[1].rows
    return [(row.speaker, text[row.start : row.end], row.denied) for row in rows if row.speaker != "(writer)"]


@pytest.mark.parametrize(("text", "speaker", "words"), DENIED)
def test_what_is_denied_is_marked(text, speaker, words):
    assert (speaker, words, True) in read(text)
    assert [denied for _, said, denied in read(text) if said != words] in ([], [False])


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_is_not_denied(text):
    assert read(text) and not any(denied for _, _, denied in read(text))


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_granted_or_not_denied_is_no_statement(text):
    assert read(text) == []


def test_a_nested_denial_is_denied_by_its_own_speaker_only():
    assert read("Ana Ruiz said Ben Holm denied that the wall leaks.") == [
        ("Ana Ruiz", "Ben Holm denied that the wall leaks.", False),
        ("Ben Holm", "the wall leaks", True),
    ]


def test_a_claim_that_another_denies_is_not_the_others():
    text = "Ida Holm said Ruiz had “gone over the line”, a claim Ruiz denied."
    assert read(text) == [("Ida Holm", "Ruiz had “gone over the line”", False)]


def test_nobody_speaks_inside_what_is_denied():
    assert read("Ana Ruiz denied that Ben Holm said the wall leaks.") == [
        ("Ana Ruiz", "Ben Holm said the wall leaks.", True)
    ]


def test_what_the_speaker_says_beside_a_denial_is_said():
    assert read("The mayor denied the report, saying the wall is safe.") == [
        ("the mayor", "the report", True),
        ("the mayor", "the wall is safe.", False),
    ]
    assert read("Ruiz denied that there was a “deal.” “We never met them. That is all we can say.”")[1:] == [
        ("Ruiz", "“We never met them.", False),
        ("Ruiz", "That is all we can say.”", False),
    ]


VERBS = lexicon("reporting_verbs", ("term", "class", "example"), ("forms",))
CONTENTS = ("that the wall leaks", "claims that the wall leaks", "any wrongdoing", "taking money", "“any wrongdoing”")
DENYING = {word for row in VERBS if "denies" in row["class"].split() for _, (word, *_) in forms(row)}


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row['term']}: {row['class']}")
def test_no_row_is_denied_without_a_verb_of_denying(row):
    past = " ".join(dict(forms(row)).get("past", dict(forms(row)).get("past participle", (row["term"],))))
    for text in (row["example"], *(f"The mayor {past} {content}." for content in CONTENTS)):
        for said in attributed(text)[1].rows:
            assert not said.denied or DENYING & set(text[slice(*said.cue)].lower().split()), text


# --- Where people read it ------------------------------------------------------------------------------------


TEXT = (
    "The council met. The council denied that the cost could have doubled. Ana Ruiz refused to say that it was safe. "
    "Ben Holm said the wall may hold."
)


@pytest.fixture(scope="module")
def reading():
    return sr.read([TEXT])


def test_a_denied_statement_has_no_certainty_and_keeps_its_marks(reading):
    rows = reading.statements[reading.statements["speaker"] != "(writer)"].set_index("speaker")
    assert rows["denied"].to_dict() == {"the council": True, "Ana Ruiz": True, "Ben Holm": False}
    assert rows["certainty_level"].ne("").tolist() == rows["certainty_score"].notna().tolist() == [False, False, True]
    assert reading.certainty["text"].tolist()[0] == "could"
    assert not reading.statements.loc[reading.statements["speaker"] == "(writer)", "denied"].any()


def test_the_words_for_readers_begin_with_denies(reading):
    assert sr.reported(reading.statements, reading.articles)["text"].tolist() == [
        "denies: the cost could have doubled.", "refuses: to say that it was safe.", "the wall may hold.",
    ]  # fmt: skip
    tried = try_sentences.said("Ana Ruiz denied that the wall leaks.")
    assert tried["words"].tolist() == ["denies: the wall leaks."]


def test_levels_are_counted_of_what_is_said(reading):
    found = findings.how_sure_statements(reading)
    assert found.startswith("Certainty of 2 statements (1 of a speaker and 1 of the writer): ")
    assert found.endswith(". 2 more are denied and have no level.")
    found = findings.how_sure_statements(sr.read(["Ana Ruiz denied that the wall leaks."]))
    assert found == "Every statement is denied, and has no level of certainty."


def test_the_page_says_denies_in_the_text_and_in_the_table(reading):
    page = show_article(reading)._repr_html_()
    assert "denies: the cost could have doubled." in page and "refuses: to say that it was safe." in page
    assert "the council</bdi> denies:</button>" in page and "Ana Ruiz</bdi> refuses:</button>" in page


def test_an_annotation_says_denies(reading):
    found = annotation_page(reading, reading.articles["article_id"][0])
    tags = [[body["value"] for body in item["body"]] for item in found["items"]]
    assert ["denied: denies" in row for row in tags if "statement" in row] == [True, False, False]
    assert not any(value.startswith("certainty:") for row in tags if "denied: refuses" in row for value in row)
    assert json.dumps(found).count("denied: ") == 2


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Ana Ruiz waved away the claim, saying the wall leaks.", "yes", "denies: the wall leaks."),
        ("Ana Ruiz denied that the wall leaks.", "no", "the wall leaks."),
    ],
)
def test_a_reader_can_correct_it(text, value, expected):
    articles = sr.read([text]).articles
    rows = Corrections((Correction("corrections.csv", 2, quote="the wall leaks", change="denied", value=value),))
    tables = sr.analyse(articles, corrections=rows)
    (row,) = sr.reported(tables["statements"], articles).itertuples()
    assert (row.text, row.certainty_level == "") == (expected, value == "yes")
    assert tables["changes"]["applied"].all() and "(denied)" in row.corrected


def test_a_correction_of_it_is_yes_or_no(tmp_path):
    (tmp_path / "a.txt").write_text("Ana Ruiz denied that the wall leaks.", encoding="utf-8")
    (tmp_path / "corrections.csv").write_text("quote,change,value\nthe wall leaks,denied,perhaps\n", encoding="utf-8")
    assert "write one of yes, no" in sr.read(tmp_path).problems["reason"][0]
