"""What is said in a phrase, and who is behind a verb with a phrase of their own. All texts are invented."""

import pytest

from one_text import who_said as by_whom


@pytest.mark.parametrize("rest", ["", ", but the board kept it", " while the board kept it", ", and left"])
def test_what_something_is_called_ends_before_another_clause(rest):
    assert by_whom(f"Critics called the plan reckless{rest}.")[0] == (
        "critics", "the plan reckless" + ("" if rest else ".")
    )  # fmt: skip


def test_who_calls_something_together_calls_it_nothing():
    assert by_whom("The mayor called the meeting because the dam leaked.") == []


@pytest.mark.parametrize(
    "series", ["noise, dust and cracked walls", "heart disease, strokes and raised blood pressure", "noise and dust"]
)
def test_a_participle_in_a_series_of_nouns_is_no_verb(series):
    assert by_whom(f"Residents complained of {series}.") == [("residents", f"{series}.")]


def test_a_verb_behind_a_series_is_not_what_is_said():
    assert by_whom("Residents complained of pain, noise and left early.") == [("residents", "pain, noise")]


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("said a man hired by the club", "a man"),
        ("said a clerk sent to the port", "a clerk"),
        ("read a message sent by the club", "a message"),
        ("read a sign hung on the door", "a sign"),
    ],
)
def test_a_participle_may_follow_a_subject_behind_its_verb(clause, speaker):
    assert by_whom(f"“Absolutely not,” {clause}.") == [(speaker, "“Absolutely not,”")]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The union blamed poor training, old ships and delays.", "the union", "poor training, old ships and delays."),
        ("The report cites low pay and long hours.", "the report", "low pay and long hours."),
        ("Officials cite a lack of staff, and the queues grew.", "officials", "a lack of staff"),
        ("The opposition blames Ben Holm, not the board.", "the opposition", "Ben Holm, not the board."),
        ("The airline cancelled 40 flights, blaming bad weather.", "the airline", "bad weather."),
    ],
)  # fmt: skip
def test_a_reason_or_a_cause_is_said(text, speaker, words):
    assert by_whom(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The crash was blamed on fog, and fog is still widely blamed.",
        "The report has been cited 300 times, and two drivers were cited by police.",
        "Police cited Ben Holm for driving too fast.",
        "The ministry closed the bridge, citing a report.",
        "The ministry closed the bridge, citing two officials.",
        "Ben Holm blamed himself, nobody blamed him, and the crew did not blame the weather.",
    ],
)
def test_who_or_what_is_quoted_and_who_is_blamed_by_nobody_is_not_said(text):
    assert by_whom(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Saying it was late, the mayor left.", "the mayor", "it was late"),
        ("Arguing that the law was unfair, the union went to court.", "the union", "the law was unfair"),
        ("Citing delays, old ships and costs, the board closed the line.", "the board", "delays, old ships and costs"),
        ("Accusing the board of lying, Ana Ruiz resigned.", "Ana Ruiz", "the board of lying"),
        ("Blaming the weather, the airline on Monday cancelled 40 flights.", "the airline", "the weather"),
    ],
)
def test_who_speaks_in_a_participle_that_opens_a_sentence_is_named_behind_it(text, speaker, words):
    assert by_whom(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Finding nobody at home, the officer left.",
        "Reporting for work, the crews found the gate shut.",
        "Calling his mother, Ben Holm left the room.",
        "Citing a lack of time is no answer.",
        "Writing for a panel that found him guilty, Ana Ruiz left.",
    ],
)
def test_what_is_done_in_a_participle_is_not_said(text):
    assert by_whom(text) == []
