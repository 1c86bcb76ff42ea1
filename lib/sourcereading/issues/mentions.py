"""The mentions of a codebook's issues in a text.

A mention that is only a part of a longer proper name ("Science" in "Google Science Fair") is marked as such. What a
name is the name of is its last word, or the one before "of": "Halden Power *Plant*", "*Court* of Appeal".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from sourcereading.issues.codebook import BEGINS, WHOLE, Codebook, Pattern, Word, bare
from sourcereading.text.name_words import ORGANIZATION, given_names, speaker_words, text_of
from sourcereading.text.names import name_runs
from sourcereading.text.sentences import Token

NEAR = 5
"""How many words to either side of a match ``not_near`` looks at."""

_LONGEST_NAME = 8  # words; a longer run of capitals is a title
_ROOT = 5  # letters that forms of one word share
_PLACE = attrgetter("at", "number")
_HYPHENS = re.compile(r"[^-‑\s]+")


class Unit(NamedTuple):
    """A word of the sentence or a part of a hyphenated one; ``joined``: no punctuation stands before it."""

    start: int
    end: int
    lower: str
    written: str
    joined: bool


class Mention(NamedTuple):
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
    """The issues named in each sentence of an article, given by their tokens, in order.

    Where matches overlap, the one with more words wins, then the one with more letters, then the first. A span that two
    issues share is a mention of each; within an issue mentions never overlap. Time is linear in the tokens.
    """
    read = [_read(tokens, codebook) for tokens in sentences]
    left_out = _without_what_they_need(read, codebook.patterns)
    won = [sorted(_winners(*pair, codebook.patterns), key=_PLACE) for pair in zip(read, left_out, strict=True)]
    names = [
        list(_long_names(found.tokens)) if any(found.units[match.at].written[0].isupper() for match in matches) else []
        for found, matches in zip(read, won, strict=True)
    ]
    surnames = {name.surname: name.text for of_sentence in names for name in of_sentence if name.surname}
    return [
        [_mention(found, match, codebook.patterns[match.number], of_sentence, surnames) for match in matches]
        for found, matches, of_sentence in zip(read, won, names, strict=True)
    ]


def _read(tokens: Sequence[Token], codebook: Codebook) -> _Read:
    units = _units(tokens)
    starts = codebook.starts
    found = []
    for at, numbers in [(at, numbers) for at, unit in enumerate(units) if (numbers := starts[unit.lower])]:
        unit, behind = units[at], units[at + 1].lower if at + 1 < len(units) else ""
        for number in numbers:
            pattern = codebook.patterns[number]
            if len(pattern.words) > 1 and pattern.words[1].kind == WHOLE and pattern.words[1].lower != behind:
                continue  # most end here
            if _stands_at(units, at, pattern.words) and not _ruled_out(units, at, pattern):
                words = len(pattern.words)
                found.append(_Match(-words, unit.start - units[at + words - 1].end, at, number))
    return _Read(tokens, units, sorted(found))


def _without_what_they_need(read: list[_Read], patterns: Sequence[Pattern]) -> list[set[int]]:
    """For each sentence, the numbers of the patterns that lack what they need."""
    waiting = {match.number for found in read for match in found.matches if not patterns[match.number].alone}
    if not waiting:
        return [waiting] * len(read)
    here = [{match.number for match in _winners(found, waiting, patterns)} for found in read]
    words: dict[str, set[str]] = {}
    for number in set().union(*here):
        words.setdefault(patterns[number].issue, set()).add(patterns[number].words[0].lower[:_ROOT])
    lacking = waiting - _whose_words_are_there(read, waiting, patterns)
    sure = {issue for issue, found in words.items() if len(found) > 1}
    lacking = {number for number in lacking if not (patterns[number].needs_issue and patterns[number].issue in sure)}
    named = ({patterns[number].issue for number in numbers} for numbers in here)
    return [
        {number for number in lacking if not (patterns[number].needs_issue and patterns[number].issue in issues)}
        for issues in named
    ]


def _whose_words_are_there(read: list[_Read], waiting: set[int], patterns: Sequence[Pattern]) -> set[int]:
    """Those of some patterns for which the article has one of the words that they need, elsewhere than in them."""
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
        if any(place not in own[number] for words in patterns[number].needs for place in stands(words))
    }


def _winners(found: _Read, left_out: set[int], patterns: Sequence[Pattern]) -> Iterator[_Match]:
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


def _mention(found: _Read, match: _Match, pattern: Pattern, names: list[_Name], surnames: dict[str, str]) -> Mention:
    units = found.units[match.at : match.at - match.minus_words]
    start, end = units[0].start, units[-1].end
    inside = (
        name.text
        for name in names
        if name.start <= start and end <= name.end
        and (
            end < name.head
            or name.head <= start
            or any(token.start < start < token.end for token in found.tokens)  # "the Halden Journal-*Constitution*"
            or (name.surname and (start, end) != (name.start, name.end))
        )
    )
    named = surnames.get(units[0].written, "") if len(units) == 1 and not pattern.words[0].written else ""
    return Mention(start, end, pattern.topic, pattern.issue, pattern.text, next(inside, named))


class _Name(NamedTuple):
    """A name of two words or more: its place, where the word that says what it is ends, its text; of a person also the
    surname."""

    start: int
    end: int
    head: int
    text: str
    surname: str


def _long_names(tokens: Sequence[Token]) -> Iterator[_Name]:
    """The names of two words or more in a sentence."""
    for _, run in name_runs(tokens):
        given = next((at for at, word in enumerate(run[:-1]) if word.lower in given_names()), -1)
        for name in (run[: max(given, 0)], run[max(given, 0) :]):  # an office is whole before a person's name
            if 1 < len(name) <= _LONGEST_NAME:
                last = name[-1].lower.removesuffix("'s")
                person = given >= 0 and name[0] is run[given] and last not in speaker_words(ORGANIZATION)
                head = next((before for before, word in pairwise(name) if word.text[0].islower()), name[-1])
                surname = name[-1].text.removesuffix("'s").removesuffix("’s") if person and len(name) < 4 else ""
                yield _Name(name[0].start, name[-1].end, head.end, text_of(name), surname)


def _units(tokens: Sequence[Token]) -> list[Unit]:
    """The words of a sentence, hyphenated ones in parts; ``lower`` and ``written`` are without "'s"."""
    made = tuple.__new__  # quicker than Unit(…)
    units: list[Unit] = []
    joined = False
    plural = -1  # where a word in -s has ended: an apostrophe there is its own
    for start, end, written, lower, is_word in tokens:
        if not is_word:
            joined = joined and start == plural and written in ("'", "’")
            continue
        plural = end if lower[-1:] == "s" else -1
        if "-" in lower:
            for part in _HYPHENS.finditer(written):
                text = part.group()
                low, text = bare(text.lower().replace("’", "'"), text)
                units.append(made(Unit, (start + part.start(), start + part.end(), low, text, joined)))
                joined = True
        else:
            if plural >= 0 and lower[-2:] == "'s":
                lower, written = bare(lower, written)
            units.append(made(Unit, (start, end, lower, written, joined)))
        joined = True
    return units


def _stands_at(units: list[Unit], at: int, words: tuple[Word, ...]) -> bool:
    """Whether ``words`` are in the sentence from the unit numbered ``at``, unbroken by punctuation."""
    there = units[at : at + len(words)]
    if len(there) < len(words):
        return False
    first = True
    for (_, _, lower, written, joined), word in zip(there, words, strict=True):
        if not (joined or first):
            return False
        first = False
        seen, sought = (written, word.written) if word.written else (lower, word.lower)
        if seen != sought and (word.kind == WHOLE or not _fits(seen, sought, word.kind)):
            return False
    return True


def _fits(seen: str, sought: str, kind: int) -> bool:
    """Whether a word fits one of which a pattern has the beginning or the end."""
    return seen.startswith(sought) if kind == BEGINS else seen.endswith(sought)


def _ruled_out(units: list[Unit], at: int, pattern: Pattern) -> bool:
    """Whether something of ``not_near`` begins within NEAR words of the match that begins at ``at``."""
    if not pattern.not_near:
        return False
    window = range(max(0, at - NEAR), min(len(units), at + len(pattern.words) + NEAR))
    near = {units[place].lower for place in window}
    return any(
        _stands_at(units, place, words)
        for words in pattern.not_near
        if words[0].lower in near or words[0].kind != WHOLE
        for place in window
        if words[0].lower == units[place].lower or words[0].kind != WHOLE
    )
