"""The words of a sentence with their classes, and what is asked of them in every room."""

import pytest

from sourcereading.text import sentence_words
from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentence_words import SentenceWords, classes_of, function_words
from sourcereading.text.sentences import tokens

ROWS = lexicon("grammar", ("term", "class", "example"))


def words_of(text):
    found = tokens(text)
    lower = [token.lower for token in found]
    texts, are_words = [token.text for token in found], [token.is_word for token in found]
    return SentenceWords(lower, texts, are_words, [classes_of(word) for word in lower])


def those(text, question):
    words = words_of(text)
    return [words.word(i) for i in range(len(words)) if getattr(words, question)(i)]


def test_each_word_has_one_row():
    terms = [row["term"] for row in ROWS]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["term"])
def test_the_example_of_a_row_has_its_word_in_its_classes(row):
    words = words_of(row["example"])
    (at,) = (i for i in range(len(words)) if words.word(i) == row["term"])
    assert all(words.has(at, name) for name in row["class"].split())


def test_no_row_gives_only_what_the_shape_of_the_word_gives(monkeypatch):
    monkeypatch.setattr(sentence_words, "grammar", dict)
    bare = sentence_words._classes_of
    assert [row["term"] for row in ROWS if set(row["class"].split()) <= bare(row["term"])] == []


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("went", {"past"}),
        ("they've", {"auxiliary", "have_do", "subject_pronoun"}),
        ("that's", {"auxiliary", "be", "demonstrative"}),
        ("mayor's", {"genitive"}),
        ("quickly", {"adverb"}),
        ("supply", {"noun_in_ly"}),
        ("imply", set()),
        ("2,000", {"number"}),
        ("thirty-four", {"number"}),
        ("harbor", set()),
    ],
)
def test_the_shape_of_a_word_gives_classes(word, classes):
    assert classes_of(word) == classes


def test_function_words_carry_no_content():
    assert {"the", "however", "who", "cannot"} <= function_words()
    assert not {"two", "new", "allegation", "family"} & function_words()


def test_an_adverb_in_ly_with_a_capital_may_be_a_name():
    assert those("However, Emily calmly said so.", "is_adverb") == ["however", "calmly", "so"]


def test_where_a_clause_ends():
    assert those("They left, but it rained: nobody knew.", "is_stop") == ["but", ":", "."]
    assert those("They left, but it rained: nobody knew.", "is_break") == [",", ":"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The wall that they built has held.", ["built", "has", "held"]),
        ("It's late and he didn't call.", ["it's", "didn't"]),
        ("The mayor opened the locked gate.", ["opened"]),
        ("She puts out to sea.", ["puts"]),
    ],
)
def test_finite_verbs(text, verbs):
    assert those(text, "is_finite") == verbs


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("that it held", True),
        ("they left", True),
        ("the old wall has held", True),
        ("the rebel holds the town", True),
        ("this remains open", True),
        ("the old wall of the town", False),
        ("in the town", False),
        ("whether", False),
    ],
)
def test_where_a_clause_begins(text, begins):
    assert words_of(text).begins_clause(0) is begins


def test_outside_the_sentence_there_is_nothing():
    words = words_of("They left.")
    for i in (-1, 3):
        assert words.word(i) == ""
        assert not (words.is_word(i) or words.capital(i) or words.is_adverb(i) or words.is_finite(i) or words.has(i))
        assert words.is_break(i)
