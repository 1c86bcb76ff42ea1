"""The mentions of a codebook's issues in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sourcereading.issues.codebook import BEGINS, WHOLE, Codebook, Pattern, Word, bare
from sourcereading.text.sentences import Token

NEAR = 5
"""How many words to either side of a match ``not_near`` looks at."""

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
    """An issue named in a text: ``text[start:end]`` names it, ``pattern`` is the row that found it, ``corrected`` who
    corrected it and why."""

    start: int
    end: int
    topic: str
    issue: str
    pattern: str
    corrected: str = ""


def mentions(tokens: Sequence[Token], codebook: Codebook) -> list[Mention]:
    """The issues named in one sentence, in order.

    Where matches overlap, the one with more words wins, then the one with more letters, then the first. A span that two
    issues share is a mention of each; within an issue mentions never overlap. Time is linear in the tokens.

    Parameters
    ----------
    tokens : the tokens of one sentence in order, as ``text.sentences`` makes them.
    codebook : from :func:`codebook`.
    """
    units = list(_units(tokens))
    patterns = codebook.patterns
    found = []
    for at, unit in enumerate(units):
        for number in codebook.starting_with(unit.lower):
            pattern = patterns[number]
            if _stands_at(units, at, pattern.words) and not _ruled_out(units, at, pattern):
                end = at + len(pattern.words)
                found.append((at - end, unit.start - units[end - 1].end, at, number))
    found.sort()
    holder: dict[int, int] = {}  # number of a word to the first word of the mention that has it
    issues_at: dict[tuple[int, int], set[str]] = {}
    kept = []
    for minus_words, _, at, number in found:
        end, pattern = at - minus_words, patterns[number]
        issues = issues_at.get((at, end))
        if issues is None:
            if any(word in holder for word in range(at, end)):
                continue
            holder.update(dict.fromkeys(range(at, end), at))
            issues = issues_at[at, end] = set()
        if pattern.issue not in issues:
            issues.add(pattern.issue)
            kept.append((at, number, Mention(units[at].start, units[end - 1].end, *pattern[:3])))
    return [mention for _, _, mention in sorted(kept, key=lambda item: item[:2])]


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
        if word.kind == WHOLE:
            fits = seen == sought
        else:
            fits = seen.startswith(sought) if word.kind == BEGINS else seen.endswith(sought)
        if not fits:
            return False
    return True


def _ruled_out(units: list[Unit], at: int, pattern: Pattern) -> bool:
    """Whether something of ``not_near`` begins within NEAR words of the match that begins at ``at``."""
    if not pattern.not_near:
        return False
    window = range(max(0, at - NEAR), min(len(units), at + len(pattern.words) + NEAR))
    return any(_stands_at(units, place, words) for words in pattern.not_near for place in window)
