"""The words that names and the phrases for speakers are known by: given names, titles, words for people and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.tokens import Token, Word

PERSON, GROUP, ORGANIZATION, DOCUMENT, UNKNOWN = "person", "group", "organization", "document", ""


@cache
def speaker_words(word_class: str) -> dict[str, str]:
    """The speaker words of one class with their gender."""
    rows = lexicon("speaker_words", ("term", "class"), ("gender", "example"))
    return {row["term"]: row["gender"] for row in rows if row["class"] == word_class}


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, each with its gender, "f" or "m"."""
    return {row["term"]: row["gender"] for row in lexicon("given_names", ("term", "gender"))}


@cache
def particles() -> frozenset[str]:
    """Small words within a person's name: "de" of "Ana de Ruiz"."""
    return frozenset(speaker_words("particle"))


def is_article(word: str) -> bool:
    """Whether a word in lower case is "the", "a" or "an"."""
    return "article" in classes_of(word)


def is_possessive(word: str) -> bool:
    """Whether a word in lower case says whose something is: "her", "whose"."""
    return word == "whose" or "possessive" in classes_of(word)


def is_capital(word: Word) -> bool:
    """Whether a token is a word that begins with a capital letter, or with an article that is written small in names:
    "al-Ruiz", "d'Orme"."""
    return word.is_word and (word.text[0].isupper() or (word.text[:1] in "aed" and begins_small(word.text)))


def capital_places(words: Sequence[Token]) -> list[int]:
    """The places of the tokens that are words with a capital letter, as ``is_capital`` has it."""
    return [
        at
        for at, (_, _, text, _, is_word) in enumerate(words)
        if is_word and (text[0].isupper() or (text[0] in "aed" and begins_small(text)))
    ]


def begins_small(word: str) -> bool:
    """Whether a word is a name behind a small article or particle: "al-Ruiz", "d'Orme"."""
    return word.startswith(("al-", "el-", "d'", "d’")) and len(word) > 4 and any(map(str.isupper, word[2:4]))


def text_of(words: Sequence[Token]) -> str:
    """The text of neighbouring tokens, with a space where the text has white space; a closing possessive is left
    out."""
    text = ""
    for at, word in enumerate(words):
        gap = at and word.start > words[at - 1].end
        text += f"{' ' if gap else ''}{word.text}"
    return text.removesuffix("'s").removesuffix("’s").rstrip(" '’")
