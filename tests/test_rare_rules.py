"""Rules for which other tests have no sentence: a sentence in, what is read in it out. All are invented."""

import pytest

from one_text import said, types_of_marks
from sourcereading.text.sentences import paragraphs, sentences

LEAKS = "it leaks."


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The jury heard from Ida Holm that it leaks.", "Ida Holm", LEAKS),
        ("The jury heard from Ida Holm, a nurse, that it leaks.", "Ida Holm", LEAKS),
        ("Ida Holm spoke. In her view, the pier leaks.", "Ida Holm", "the pier leaks."),
        ("Ana Ruiz denied they leak.", "Ana Ruiz", "they leak."),
        ("Ana Ruiz denied that it leaks, and she left the room.", "Ana Ruiz", "it leaks"),
        ("Ana Ruiz 🚒 said it leaks.", "Ana Ruiz", LEAKS),
        ("As the storm hit the mayor said it leaks.", "the mayor", LEAKS),
        ("They asked Ida Holm, 40, who said it leaks.", "Ida Holm", LEAKS),
        ("The Superintendent of Police said it leaks.", "the Superintendent of Police", LEAKS),
        ("The Roads, Bridges and Tolls Office said it leaks.", "Roads, Bridges and Tolls Office", LEAKS),
        (
            "Those who live in the old town by the river near the gate of the harbour said it leaks.",
            "those who live in the old town by the river", LEAKS,
        ),
    ],
)  # fmt: skip
def test_who_says_what(text, speaker, words):
    assert [(name, said_so) for name, _, said_so in said(text)] == [(speaker, words)]


@pytest.mark.parametrize("text", ["They were assured that night.", "Ana Ruiz is to decline to comment."])
def test_nobody_says_anything(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("There is a risk of a rise of 20 percent.", []),
        ("There is next to no chance of rain.", [("probability", "next to no chance")]),
        ("The chance is 20 percent and 300 others left.", [("probability", "20 percent")]),
        ("The belief that sharply increased taxes help is old.", [("own_view", "belief")]),
        ("Ana Ruiz did not testify with certainty.", [("negated_confidence", "did not testify with certainty")]),
    ],
)
def test_how_sure_it_is_said(text, marks):
    assert types_of_marks(text) == marks


def test_a_short_line_ends_a_paragraph_of_hard_wrapped_lines():
    first = (
        "The pier may not hold much longer, engineers in Port Halden said on\n"
        "Monday, after a month in which the river rose by more than a metre.\n"
        "It leaks."
    )
    second = "The council of the town has asked for money and has had no answer so\nfar from the ministry."
    text = f"{first}\n{second}"
    assert [text[slice(*span)] for span in paragraphs(text)] == [first, second]


def test_a_heading_of_markdown_and_a_mass_are_known():
    text = "## What comes next\n\nThey celebrated the Mass. Fr Holm left."
    assert [(one.kind, text[one.start : one.end]) for one in sentences(text)] == [
        ("heading", "## What comes next"), ("text", "They celebrated the Mass."), ("text", "Fr Holm left."),
    ]  # fmt: skip
