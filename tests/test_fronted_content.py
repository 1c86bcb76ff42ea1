"""Reported clauses that open with a preposition or a number, before their reporting clause. All texts are invented."""

import pytest

from one_text import who_said as by_whom


@pytest.mark.parametrize(
    "content",
    [
        "At least 14 people were killed when shells struck a market in Velia",
        "In March prices fell by a tenth",
        "By Monday the fire was out",
        "After the storm the road was closed",
        "Around 200 people were taken to hospital",
        "Without the grant the school would close",
        "Within days the money was gone",
        "If the plan passes the school will close",
        "To save the school parents must pay",
        "As many as 40 people were hurt",
        "When the fire began the alarm failed",
        "Of the 300 workers who lost their jobs 40 found others",
    ],
)
@pytest.mark.parametrize("behind", ["", " on Monday", " in a statement"])
def test_a_clause_that_opens_like_an_adverbial_is_what_is_said(content, behind):
    assert by_whom(f"{content}, the council said{behind}.") == [("the council", content)]


@pytest.mark.parametrize(
    ("content", "clause", "speaker"),
    [
        ("In March prices fell by a tenth", "the bank reported", "the bank"),
        ("Under the plan each household would get 300 dollars", "Ana Ruiz added", "Ana Ruiz"),
        ("On Friday the court will hear the case", "the judge announced", "the judge"),
        ("In March prices fell", "the minister told reporters on Monday", "the minister"),
    ],
)
def test_other_verbs_of_saying_may_follow_it(content, clause, speaker):
    assert by_whom(f"{content}, {clause}.") == [(speaker, content)]


def test_it_may_go_on_behind_its_reporting_clause():
    found = by_whom("In March prices fell, the minister said, but they rose again in June.")
    assert found == [("the minister", "In March prices fell / but they rose again in June.")]


@pytest.mark.parametrize("number", ["at least 14", "at most 14", "approximately 14", "about 14"])
def test_a_number_with_a_word_before_it_opens_what_is_said(number):
    assert by_whom(f"Police said {number} people were killed.") == [("police", f"{number} people were killed.")]


@pytest.mark.parametrize(
    "text",
    [
        "After the vote ended, the minister agreed.",
        "After the rain stopped, Ben Holm said hello.",
        "When they left, the guard said so.",
        "In a speech that drew 300 people, the mayor said as much.",
        "In what the opposition called a mistake, the minister said nothing.",
        "As he left the building, the minister said to wait.",
        "As the doors opened, the guard said to the crowd.",
        "In the letter, sent as it rained, the mayor asks for a review of the wall.",
        "At the end of a week that shook the party, the leader said on Friday.",
        "After she won the race, Ana Ruiz said in Velia.",
        "Like many who left, Ana Ruiz says.",
        "In a statement released on Tuesday, the firm agreed.",
        "In a statement released on Tuesday, the firm said,\n\n“We are sorry.”",
        "In a letter sent to the board, Ana Ruiz wrote on Monday of “a great loss”.",
        "After the ruling was read, Ana Ruiz said:\n\n“We will appeal.”",
        "When the vote ended, Ben Holm told reporters:\n\n“We have won.”",
        "As he left the court, Ben Holm said on Monday:\n\n“No comment.”",
        "In March prices fell, the minister said:\n\n“It is good.”",
    ],
)
def test_an_adverbial_is_not_what_is_said(text):
    opening = text.split(",")[0]
    assert not any(content.startswith(opening) for _, content in by_whom(text))


@pytest.mark.parametrize("subject", ["The company", "His rivals", "Talks with the union", "Halden"])
def test_the_subject_of_a_quotation_that_begins_with_its_verb_is_said_too(subject):
    found = by_whom(f"{subject}, Ben Holm said, “will not survive”.")
    assert found == [("Ben Holm", f"{subject} / “will not survive”.")]


@pytest.mark.parametrize(
    "text",
    [
        "The next day, Ben Holm said, “Will you come?”",
        "The clerk, Ben Holm said, “Do not go.”",
        "Two weeks later, Ben Holm said, “was too late”.",
        "Three days later, Ben Holm said: “We were too late.”",
    ],
)
def test_a_question_an_order_and_a_time_have_no_subject_before_its_reporting_clause(text):
    assert [words[0] for _, words in by_whom(text)] == ["“"]
