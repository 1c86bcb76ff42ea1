"""Whose words a quotation is: sentences and paragraphs in, the statements out. The names and events are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from one_text import attributed, said, who_said
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The crowd chanted “Resign!” Mayor Ana Ruiz said she would stay.", "Mayor Ana Ruiz said she would stay."),
        ("Ida Holm asked: “Where are you?” Ben Holm said he was late.", "Ben Holm said he was late."),
        ("Ana Ruiz asked: “Is it fair? Is it safe?” Ben Holm answered: “It is.”", "Is it safe?”"),
        ('Ida Holm called out: "Shame!" The clerk said it was late.', "The clerk said it was late."),
        ("The mayor said: « It may close. » The clerk said: « It will not. »", "The clerk said: « It will not. »"),
    ],
)
def test_a_quotation_with_its_reporting_clause_before_it_ends_its_sentence(text, second):
    assert [text[s.start : s.end] for s in sentences(text)][1] == second


@pytest.mark.parametrize(
    "text",
    [
        "“Who will pay?” Ana Ruiz asked.",
        "“Who will pay?” Ana Ruiz, a vice president at Halden Water, asked in an interview.",
        "“It is late!” the mayor shouted.",
    ],
)
def test_a_quotation_whose_speaker_follows_does_not(text):
    assert len(sentences(text)) == 1
    assert len(said(text)) == 1
    assert said(text)[0][0] != "(unattributed)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ruiz asked: “Is it fair? Is it safe?” Ben Holm answered: “It is.”",
            [("Ana Ruiz", "“Is it fair? / Is it safe?”"), ("Ben Holm", "“It is.”")],
        ),
        (
            "The mayor said: “ It may close. ” The clerk said: “ It will not. ”",
            [("the mayor", "“ It may close. ”"), ("the clerk", "“ It will not. ”")],
        ),
    ],
)
def test_each_pair_of_marks_has_its_own_speaker(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the next paragraph goes on with the speaker of the one before
        (
            "“We had no chance at all,” said Ana Ruiz.\n\n“They stand for our hopes.”",
            [("Ana Ruiz", "“We had no chance at all,” / “They stand for our hopes.”")],
        ),
        (
            'Ben Holm said the firm was "in real trouble".\n\n"It is just simple."',
            [("Ben Holm", 'the firm was "in real trouble". / "It is just simple."')],
        ),
        (
            "“Will you go?” a reporter asked.\n\n“I will not say.”",
            [("a reporter", "“Will you go?”"), ("(unattributed)", "“I will not say.”")],
        ),
        (
            "“We lost,” said Ana Ruiz.\n\n“They won,” said Ben Holm.",
            [("Ana Ruiz", "“We lost,”"), ("Ben Holm", "“They won,”")],
        ),
        (
            "“We lost,” said Ana Ruiz.\n\nThe hall fell silent.\n\n“They stand for our hopes.”",
            [("Ana Ruiz", "“We lost,”"), ("(unattributed)", "“They stand for our hopes.”")],
        ),
        (
            "“We lost,” said Ana Ruiz.\n\n“They never asked us!” The mood in the port was bitter.",
            [("Ana Ruiz", "“We lost,”"), ("(unattributed)", "“They never asked us!”")],
        ),
        # a comma or a colon announces the next paragraph
        ("Ana Ruiz stated,\n\n“The car was black.”", [("Ana Ruiz", "“The car was black.”")]),
        (
            "Ana Ruiz wrote to us:\n\nI have asked for help. It will come.\n\nWe will not wait.\n\nIt is May.",
            [("Ana Ruiz", "I have asked for help. / It will come. / We will not wait.")],
        ),
        (
            "Ana Ruiz wrote to residents:\n\nThe town voted on Monday. It was late.\n\nIt rained.",
            [("Ana Ruiz", "The town voted on Monday. / It was late.")],
        ),
        ("Ana Ruiz left with two plans:\n\nThe town voted on Monday. It was late.", []),
    ],
)
def test_a_quotation_in_another_paragraph(text, expected):
    assert who_said(text) == expected


@pytest.mark.parametrize("between", ["READ MORE: Storm in the port", "Advertisement", "Photo: Ben Holm/Norland Press"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Ana Ruiz warned: “The wall is old. It leaks.", "“If it breaks, we will leave.”"),
        ("“The wall is old,” said Ana Ruiz.", "“If it breaks, we will leave.”"),
        ("Ana Ruiz stated:", "“If it breaks, we will leave.”"),
    ],
)
def test_a_line_of_the_page_breaks_no_quotation(before, between, behind):
    assert said(f"{before}\n\n{between}\n\n{behind}") == said(f"{before}\n\n{behind}")
    assert said(f"{before}\n\n{behind}")[-1][0] == "Ana Ruiz"


@pytest.mark.parametrize("between", ["It rained all day in the port.", "2:25 p.m.", "___"])
def test_a_sentence_or_the_next_post_does(between):
    found = said(f"“The wall is old,” said Ana Ruiz.\n\n{between}\n\n“If it breaks, we will leave.”")
    assert found[-1] == ("(unattributed)", "direct", "“If it breaks, we will leave.”")


def test_a_quotation_left_open_before_a_line_of_the_page_ends_with_its_sentence():
    text = "Ana Ruiz warned: “The wall is old. It leaks.\n\nREAD MORE: Storm closes the harbour\n\nIt rained."
    assert said(text) == [("Ana Ruiz", "direct", "“The wall is old.")]


@pytest.mark.parametrize(
    "text",
    [
        "“The board never asked us.” ― Ana Ruiz",
        "“The board never asked us.” -Commissioner Ana Ruiz\n\nThe vote is near.",
        "“The board never asked us.”\n\n— Ana Ruiz, 42, Port Halden\n\nThe vote is near.",
        "“We lost,” said Ben Holm.\n\n“The board never asked us.”\n\n— Ana Ruiz",
    ],
)
def test_a_name_behind_a_dash_is_who_is_quoted(text):
    speaker, voice, words = said(text)[-1]
    assert (speaker, voice, words) == ("Ana Ruiz", "direct", "“The board never asked us.”")


def test_a_dash_that_goes_on_with_the_sentence_names_nobody():
    assert said("“The board never asked us.” — Ana Ruiz was not amused.")[0][0] == "(unattributed)"


_PIECES = (
    "“Resign!” ", "“Who pays? Who will close it? ", "We will.” ", "“It may close,” ", "“Ted! Ted!” ", '"It is late." ',
    "Mayor Ana Ruiz said she would stay. ", "the clerk said. ", "Ben Holm said, going on to say that it was ",
    "The crowd chanted ", "Ida Holm asked: ", "He said it, too. ", "It rained. ", "― Ana Ruiz", ", she added, ", "\n\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_a_pair_of_marks_has_one_outermost_speaker(pieces):
    text = "".join(pieces)
    found, attribution = attributed(text)
    for quotation in quotations(text, found):
        speakers = {
            row.speaker if row.reporting_clause_of < 0 else "(writer)"
            for row in attribution.rows
            if row.parent < 0 and row.start < quotation.end - 1 and row.end > quotation.start + 1
        }
        assert len(speakers) < 2, text[quotation.start : quotation.end]


def test_a_quotation_in_single_marks_goes_on_in_the_next_paragraphs():
    text = "Ana Ruiz said: 'He was in Will's car. It's true.\n\n'We go.\n\n'It is the boys' turn,' she said."
    assert who_said(text) == [
        ("Ana Ruiz", "'He was in Will's car. / It's true. / 'We go. / 'It is the boys' turn,'")
    ]


def test_an_apostrophe_at_the_end_of_a_paragraph_opens_nothing():
    assert said("It was 'tis and the boys' hats.\n\n'We go,' Ana Ruiz said.") == [("Ana Ruiz", "direct", "'We go,'")]
