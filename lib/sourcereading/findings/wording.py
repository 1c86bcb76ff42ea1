"""How findings put things: numbers with their nouns, speakers, verbs that agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.tables import UNATTRIBUTED, WRITER
from sourcereading.telling import count, short

if TYPE_CHECKING:
    from sourcereading.reading import Reading

RATE_FROM = 100
"""Words from which a rate per 1,000 words is given: below, one word more or less moves it by ten and over."""


def amount(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, none in words: "no words", "1 word", "1,200 words".

    >>> amount(0, "word"), amount(1, "word"), amount(2, "stretch", "stretches")
    ('no words', '1 word', '2 stretches')
    """
    return count(number, noun, plural) if number else f"no {plural or noun + 's'}"


def who(speaker: str) -> str:
    """A speaker in a sentence."""
    if speaker == WRITER:
        return "the writer"
    return "speakers the text does not name" if speaker == UNATTRIBUTED else short(speaker, 60)


def voiced(speaker: str, voice: str) -> str:
    return who(speaker) + {"direct": ", quoted,", "indirect": ", paraphrased,"}.get(voice, "")


def the_articles(reading: Reading) -> str:
    count = len(reading.articles)
    return "The article" if count == 1 else f"The {count:,} articles"


def was_or_were(number: int) -> str:
    return "was" if number == 1 else "were"


def has_or_have(number: int) -> str:
    return "has" if number == 1 else "have"


def stands(number: int) -> str:
    return "stands" if number == 1 else "stand"
