"""Who runs for an office, where the article says so elsewhere than beside the name: "vote for *Ruiz*", "*Ruiz*'s
campaign", "*Ruiz* is running for mayor", "my campaign" in the words of Ruiz.

A campaign may be for anything; so it is looked for only in an article that speaks of an election. The words are data
(``sourcing.csv``).
"""

from __future__ import annotations

import re
from functools import cache

from sourcereading.attribution.word_patterns import compiled, either, terms
from sourcereading.text.one_of import in_small

_BEFORE = 30
"""Characters before a name that are looked at."""
_RELATIVE = re.compile(r",?\s*(?:who\s+)?")


def speaks_of_elections(text: str) -> bool:
    """Whether an article speaks of an election."""
    return _words_of("election").search(in_small(text)) is not None


def speaks_of_sport(text: str) -> bool:
    """Whether an article is about sport, by two of its words: "after the *match* the *striker* left"."""
    found = _words_of("sport").finditer(in_small(text))
    first = next(found, None)
    return first is not None and any(one[0] != first[0] for one in found)


def may_show(before: str, after: str) -> bool:
    """Whether the words before and after a name, in lower case, can belong to words that show a candidacy."""
    return after in _first_words() or before in _last_words()


def shown_by_name(text: str, start: int, end: int) -> str:
    """The words around a name at a place that show a candidacy; "" where none do."""
    small = in_small(text)
    owns = text[start:end].endswith(("'s", "’s", "s'", "s’"))
    if not owns:
        for found in compiled("candidate_before").finditer(small, max(0, start - _BEFORE), start):
            if not text[found.end() : start].strip():
                return _words(text, found)
    behind = _RELATIVE.match(text, end)
    shown = compiled("candidate_owns" if owns else "candidate_behind").match(small, behind.end() if behind else end)
    return _words(text, shown) if shown else ""


def shown_by_words(text: str, start: int, end: int, quoted: bool) -> str:
    """The words of a statement that show the candidacy of whoever makes it; "" where none do. "His campaign" in words
    that are ``quoted`` is somebody else's."""
    small = in_small(text)
    found = compiled("candidate_says").search(small, start, end)
    found = found or (None if quoted else compiled("candidate_paraphrased").match(small, start))
    return _words(text, found) if found else ""


@cache
def _first_words() -> frozenset[str]:
    parts = (pattern.split()[0] for pattern in terms("candidate_owns", "candidate_behind"))
    return frozenset(word.split()[0].lower() for part in parts for word in _each(part)) | {",", "who"}


@cache
def _last_words() -> frozenset[str]:
    parts = (pattern.split()[-1] for pattern in terms("candidate_before"))
    return frozenset(word.split()[-1].lower() for part in parts for word in _each(part))


def _each(part: str) -> tuple[str, ...]:
    return terms(part.lower()) if part.isupper() else (part,)


@cache
def _words_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b{either(kind)}\b")


def _words(text: str, found: re.Match[str]) -> str:
    return " ".join(text[found.start() : found.end()].split())
