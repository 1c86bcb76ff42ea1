"""The mentions of a codebook's issues in a text.

A mention that is only a part of a longer proper name ("Science" in "Google Science Fair") is marked as such. What a
name is the name of is its last word, or the one before "of": "Halden Power *Plant*", "*Court* of Appeal".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sourcereading.issues.codebook import BEGINS, WHOLE, Codebook, Pattern, Word, bare
from sourcereading.text.name_words import given_names, text_of
from sourcereading.text.names import name_runs
from sourcereading.text.sentences import Token

NEAR = 5
"""How many words to either side of a match ``not_near`` looks at."""

_LONGEST_NAME = 8  # words; a longer run of capitals is a title
_HYPHENS = re.compile(r"[^-‑\s]+")


class Unit(NamedTuple):
    """A word of the sentence or a part of a hyphenated one; ``joined``: no punctuation stands before it."""

    start: int
    end: int
    lower: str
    written: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """An issue named in a text: ``text[start:end]`` names it, ``pattern`` is the row that found it, ``within`` the
    longer proper name that these words are only a part of, ``corrected`` who corrected it and why."""

    start: int
    end: int
    topic: str
    issue: str
    pattern: str
    within: str = ""
    corrected: str = ""


class _Match(NamedTuple):
    """A pattern found at a word of a sentence, so that the first in order wins: of more words, then of more letters."""

    minus_words: int
    minus_letters: int
    at: int
    number: int


class _Read(NamedTuple):
    """A sentence: its tokens, its words, and what is found there."""

    tokens: Sequence[Token]
    units: list[Unit]
    matches: list[_Match]


def mentions(tokens: Sequence[Token], codebook: Codebook) -> list[Mention]:
    """The issues named in one sentence that is a text of its own, in order."""
    return mentions_in([tokens], codebook)[0]


def mentions_in(sentences: Iterable[Sequence[Token]], codebook: Codebook) -> list[list[Mention]]:
    """The issues named in each sentence of an article, in order.

    Where matches overlap, the one with more words wins, then the one with more letters, then the first. A span that two
    issues share is a mention of each; within an issue mentions never overlap. Time is linear in the tokens.

    Parameters
    ----------
    sentences : the tokens of each sentence in order, as ``text.sentences`` makes them.
    codebook : from :func:`codebook`.
    """
    patterns = codebook.patterns
    read = [_read(tokens, codebook) for tokens in sentences]
    waiting = {match.number for found in read for match in found.matches if not patterns[match.number].alone}
    left_out = waiting - _have_what_they_need(read, waiting, patterns) if waiting else waiting
    return [_mentions(found, patterns, left_out) for found in read]


def _read(tokens: Sequence[Token], codebook: Codebook) -> _Read:
    units = list(_units(tokens))
    found = []
    for at, unit in enumerate(units):
        for number in codebook.starting_with(unit.lower):
            pattern = codebook.patterns[number]
            if _stands_at(units, at, pattern.words) and not _ruled_out(units, at, pattern):
                words = len(pattern.words)
                found.append(_Match(-words, unit.start - units[at + words - 1].end, at, number))
    return _Read(tokens, units, sorted(found))


def _have_what_they_need(read: list[_Read], waiting: set[int], patterns: Sequence[Pattern]) -> set[int]:
    """Those of some patterns for which the article has what they need."""
    named = {patterns[match.number].issue for found in read for match in _winners(found, patterns, waiting)}
    places: dict[str, list[tuple[int, int]]] = {}
    own: dict[int, set[tuple[int, int]]] = {}
    for number, found in enumerate(read):
        for at, unit in enumerate(found.units):
            places.setdefault(unit.lower, []).append((number, at))
        for match in found.matches:
            if match.number in waiting:
                words = range(match.at, match.at - match.minus_words)
                own.setdefault(match.number, set()).update((number, at) for at in words)

    @cache
    def stands(words: tuple[Word, ...]) -> list[tuple[int, int]]:
        first = words[0]
        heads = [first.lower]
        if first.kind != WHOLE:
            heads = [head for head in places if _fits(head, first.lower, first.kind)]
        return [
            (number, at)
            for head in heads
            for number, at in places.get(head, ())
            if _stands_at(read[number].units, at, words)
        ]

    return {
        number
        for number in waiting
        if (patterns[number].needs_issue and patterns[number].issue in named)
        or any(place not in own[number] for words in patterns[number].needs for place in stands(words))
    }


def _winners(found: _Read, patterns: Sequence[Pattern], left_out: set[int]) -> Iterator[_Match]:
    """The matches that are mentions."""
    taken: set[int] = set()
    issues_at: dict[tuple[int, int], set[str]] = {}
    for match in found.matches:
        if match.number in left_out:
            continue
        end, issue = match.at - match.minus_words, patterns[match.number].issue
        issues = issues_at.get((match.at, end))
        if issues is None:
            if any(word in taken for word in range(match.at, end)):
                continue
            taken.update(range(match.at, end))
            issues = issues_at[match.at, end] = set()
        if issue not in issues:
            issues.add(issue)
            yield match


def _mentions(found: _Read, patterns: Sequence[Pattern], left_out: set[int]) -> list[Mention]:
    won = sorted(_winners(found, patterns, left_out), key=lambda match: (match.at, match.number))
    names = list(_long_names(found.tokens)) if won else []
    named = []
    for match in won:
        start, end = found.units[match.at].start, found.units[match.at - match.minus_words - 1].end
        within = next((text for first, last, head, text in names if first <= start and end <= last and end < head), "")
        within = within or next((text for first, last, head, text in names if head <= start and end <= last), "")
        named.append(Mention(start, end, *patterns[match.number][:3], within))
    return named


def _long_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int, int, str]]:
    """The names of two words or more in a sentence: where each begins and ends, where the word that says what it is
    ends, and its text."""
    for _, run in name_runs(tokens):
        given = next((at for at, word in enumerate(run[:-1]) if word.lower in given_names()), 0)
        for name in (run[:given], run[given:]):  # an office or a party is whole before a person's name
            if 1 < len(name) <= _LONGEST_NAME:
                head = next((before for before, word in pairwise(name) if word.text[0].islower()), name[-1])
                yield name[0].start, name[-1].end, head.end, text_of(name)


def _units(tokens: Sequence[Token]) -> Iterator[Unit]:
    """The words of a sentence, hyphenated ones in parts; ``lower`` and ``written`` are without "'s"."""
    joined = False
    plural = -1  # where a word in -s has ended: an apostrophe there is its own
    for token in tokens:
        if not token.is_word:
            joined = joined and token.start == plural and token.text in ("'", "’")
            continue
        plural = token.end if token.lower.endswith("s") else -1
        start, end, written, lower, _ = token
        if "-" in lower:
            for part in _HYPHENS.finditer(written):
                text = part.group()
                low, text = bare(text.lower().replace("’", "'"), text)
                yield Unit(start + part.start(), start + part.end(), low, text, joined)
                joined = True
        else:
            if lower.endswith("'s"):
                lower, written = bare(lower, written)
            yield Unit(start, end, lower, written, joined)
        joined = True


def _stands_at(units: list[Unit], at: int, words: tuple[Word, ...]) -> bool:
    """Whether ``words`` are in the sentence from the unit numbered ``at``, unbroken by punctuation."""
    if at + len(words) > len(units):
        return False
    for number, word in enumerate(words):
        unit = units[at + number]
        if number and not unit.joined:
            return False
        seen, sought = (unit.written, word.written) if word.written else (unit.lower, word.lower)
        if not _fits(seen, sought, word.kind):
            return False
    return True


def _fits(seen: str, sought: str, kind: int) -> bool:
    if kind == WHOLE:
        return seen == sought
    return seen.startswith(sought) if kind == BEGINS else seen.endswith(sought)


def _ruled_out(units: list[Unit], at: int, pattern: Pattern) -> bool:
    """Whether something of ``not_near`` begins within NEAR words of the match that begins at ``at``."""
    if not pattern.not_near:
        return False
    window = range(max(0, at - NEAR), min(len(units), at + len(pattern.words) + NEAR))
    return any(_stands_at(units, place, words) for words in pattern.not_near for place in window)
