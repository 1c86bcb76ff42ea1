"""How findings put things: numbers with their nouns, speakers, verbs that agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sourcereading.attribution.voices import UNATTRIBUTED, WRITER, speaker_name

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

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



def is_or_are(number: int) -> str:
    """The verb that goes with a number."""
    return "is" if number == 1 else "are"


def count(number: float, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 word", "1,200 words"."""
    return f"{number:,.0f} {noun if number == 1 else plural or noun + 's'}"


def percent(part: float, whole: float) -> str:
    """A share for reading: "27 %", "under 1 %"."""
    share = 100 * part / whole if whole else 0.0
    return "under 1\xa0%" if 0 < share < 1 else f"{share:.0f}\xa0%"


def times(number: int) -> str:
    """How often: "never", "once", "twice", "3 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number:,} times")


def listing(parts: Sequence[str], comma: str = ", ", most: int = 3) -> str:
    """Parts in a sentence: "A", "A and B", "A, B and 4 more"; with another comma one before "and", too: "A; and B"."""
    if len(parts) > most:
        parts = [*parts[: most - 1], f"{len(parts) - most + 1:,} more"]
    if len(parts) < 2:
        return "".join(parts)
    return f"{comma.join(parts[:-1])}{comma.rstrip() if comma != ', ' else ''} and {parts[-1]}"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names of speakers in a sentence; long ones cut."""
    return listing([short(speaker_name(name), 60) for name in names], most=most)


def short(text: str, longest: int = 80) -> str:
    """A text on one line, cut at a word and with "…" where it is longer than ``longest`` characters.

    >>> short("a long and winding road", 12)
    'a long and…'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
