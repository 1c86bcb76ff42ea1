"""How pages, findings and messages put things in English: numbers with their nouns, verbs that agree, lists."""

from __future__ import annotations

from collections.abc import Sequence

from sourcereading.attribution.voices import UNATTRIBUTED, WRITER, speaker_name, voiced

_INNER = str.maketrans({'"': "'", "“": "‘", "”": "’"})
RATE_FROM = 100
"""Words from which a rate per 1,000 words is given: below, one word more or less moves it by ten and over."""


def count(number: float, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(0, "word"), count(1, "word"), count(1200, "stretch", "stretches")
    ('0 words', '1 word', '1,200 stretches')
    """
    return f"{number:,.0f} {noun if number == 1 else plural or noun + 's'}"


def amount(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun in a sentence, where none is "no words"."""
    return count(number, noun, plural) if number else f"no {plural or noun + 's'}"


def verb(number: float, one: str, many: str) -> str:
    """The verb that goes with a number.

    >>> verb(1, "is", "are"), verb(0, "is", "are")
    ('is', 'are')
    """
    return one if number == 1 else many


def who(speaker: str, articles: int = 1) -> str:
    """A speaker in a sentence; "unknown speakers", for those whom the text does not name need not be one, and "the
    writers" of several articles.

    >>> who("(writer)"), who("(writer)", articles=3)
    ('the writer', 'the writers')
    """
    several = speaker == UNATTRIBUTED or (speaker == WRITER and articles > 1)
    return f"{speaker_name(speaker)}s" if several else short(speaker_name(speaker), 60)


def who_in(speaker: str, voice: str, articles: int = 1) -> str:
    """A speaker in a sentence with the voice: "Ana Ruiz, quoted"."""
    return voiced(who(speaker, articles), voice)


def the_articles(number: int) -> str:
    """The articles of a reading at the start of a sentence: "The article", "The 12 articles"."""
    return "The article" if number == 1 else f"The {number:,} articles"


def of_the(part: int, whole: int, noun: str) -> str:
    """So many of all of a kind: "2 of the 3 articles", where it is so with "all" or "none".

    >>> of_the(2, 3, "article"), of_the(3, 3, "article"), of_the(2, 2, "article"), of_the(0, 3, "article")
    ('2 of the 3 articles', 'all 3 articles', 'both articles', 'none of the 3 articles')
    """
    if part == whole:
        return {1: f"the {noun}", 2: f"both {noun}s"}.get(whole, f"all {count(whole, noun)}")
    return f"{f'{part:,}' if part else 'none'} of the {count(whole, noun)}"


def percent(part: float, whole: float) -> str:
    """A share for reading: "27 %", "under 1 %", "over 99 %" where it is nearly all."""
    share = 100 * part / whole if whole else 0.0
    if 0 < share < 1:
        return "under 1\xa0%"
    return "over 99\xa0%" if 99.5 <= share < 100 else f"{share:.0f}\xa0%"


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


def listed(speakers: Sequence[str], most: int = 3) -> str:
    """Speakers in a sentence, long names cut."""
    return listing([who(speaker) for speaker in speakers], most=most)


def short(text: str, longest: int = 80) -> str:
    """A text on one line, cut at a word and with "…" where it is longer than ``longest`` characters.

    >>> short("a long and winding road", 12)
    'a long and…'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:—–-…") + "…"


def inner_quotes(text: str) -> str:
    """A text that is to stand within quotation marks: those in it are single."""
    return text.translate(_INNER)


def quoted(text: str, longest: int = 80) -> str:
    """A text on one line in quotation marks, cut as ``short`` does; a quotation in it that is cut is closed.

    >>> quoted("“It rains,” she said."), quoted("She said: “It rains a lot.”", 22)
    ('“‘It rains,’ she said.”', '“She said: ‘It rains a…’”')
    """
    text = short(text, longest)
    marks = [sign for sign in text if sign in "“”"]
    opened, closed = ("“" if marks[:1] == ["”"] else ""), ("”" if marks[-1:] == ["“"] else "")
    return f"“{inner_quotes(opened + text + closed)}”"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
