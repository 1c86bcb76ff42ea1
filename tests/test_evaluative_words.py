"""Evaluative words: which words of each speaker, and of what they are said."""

from __future__ import annotations

import pytest

import sourcereading as sr
from sourcereading import findings
from sourcereading.analysis.evaluative_words import most_evaluative, said_of, worded
from sourcereading.text.sentences import tokens


@pytest.mark.parametrize(
    ("text", "word", "of"),
    [
        ("a terrible territorial concession to them", "terrible", "territorial concession"),
        ("The plan is a great success for Halden.", "success", "plan"),
        ("The new plan is not bad.", "bad", "new plan"),
        ("They are wonderful.", "wonderful", "They"),
        ("He praised the brave crew.", "praised", "brave crew"),
        ("the collapse of the dam", "collapse", ""),  # a noun for what happens
        ("It was useless and used up.", "useless", ""),  # "it" may mean anything
        ("The rain in Halden was awful.", "awful", ""),  # it is not clear whether of the rain or of Halden
        ("Holm stopped being useless.", "useless", ""),
        ("They condemn the mayor's plan.", "condemn", "mayor's plan"),
        ("The mayor was widely criticised by voters.", "criticised", "mayor"),
        ("A hate crime in Halden.", "hate", ""),  # no verb here
        ("They lied to us.", "lied", ""),
    ],
)
def test_of_what_a_word_is_said(text, word, of):
    words = tokens(text)
    assert said_of(words, next(at for at, token in enumerate(words) if token.lower == word)) == of


def test_the_evaluative_words_of_each_speaker_come_with_their_sentence():
    reading = sr.read(["“It was a terrible mistake,” said Ana Ruiz. The rich town praised the brave crew."])
    found = sr.evaluative_words(reading.sentiment)
    assert found[["speaker", "word", "called", "said_of"]].values.tolist() == [
        ["(writer)", "brave", "good", "crew"],
        ["(writer)", "praised", "good", "brave crew"],
        ["Ana Ruiz", "terrible", "bad", "mistake"],
    ]
    assert all(row.word in row.text for row in found.itertuples())
    assert findings.in_which_words(reading) == (
        "Words that readers call good or bad by themselves, with what they are said of: Ana Ruiz, quoted: “terrible” "
        "(mistake); the writer: “brave” (crew) and “praised” (“praised the brave crew”)."
    )


def test_what_a_speaker_denies_is_not_listed_among_the_words():
    reading = sr.read(["Norland denied that it had brutally attacked the peaceful towns."])
    assert "Norland" not in set(sr.evaluative_words(reading.sentiment)["speaker"])


def test_one_word_of_each_speaker_is_no_finding():
    names = ("Ana Ruiz", "Ben Holm", "Ida Orme", "Tom Lund")
    text = " ".join(f"“It was a terrible mistake,” said {name}." for name in names)
    assert findings.in_which_words(sr.read([text])).startswith("No speaker stands out by words")


def test_no_word_is_said_in_words():
    assert findings.in_which_words(sr.read(["The session opened on Monday."])).startswith("No word that readers call")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“The plan is a terrible mistake,” said Ana Ruiz.", ["“terrible” (mistake)"]),
        ("“The plan is wonderful,” said Ana Ruiz.", ["“wonderful” (“plan is wonderful”)"]),
        ("“The schools are no good,” said Ana Ruiz.", []),
        ("“The schools aren't good,” said Ana Ruiz.", []),
        ("“My great grandma came here,” said Ana Ruiz.", []),
        ("“This is a great road,” said Ana Ruiz.", ["“great” (road)"]),
        ("“It has a hell of a lot of steps,” said Ana Ruiz.", []),
        ("“I love Holm and the town, but he must go,” said Ana Ruiz.", []),
        ("“I love Holm and the town,” said Ana Ruiz.", ["“love” (Holm)"]),
    ],
)
def test_a_word_is_shown_only_where_it_is_meant_and_with_its_words(text, shown):
    groups = most_evaluative(sr.evaluative_words(sr.read([text]).sentiment))
    assert [worded(row) for _, rows in groups for row in rows.itertuples()] == shown
