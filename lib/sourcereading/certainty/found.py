"""What a rule of certainty finds in a sentence: a candidate mark, and where the clause around it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sourcereading.certainty.words import Units

Rule = Callable[[Units, int], "Found | None"]
"""What a rule is: from a sentence and a place in it to a candidate mark."""

REACH = 16
"""Units a word reaches over at most; keeps the work linear in the sentence."""


class Found(NamedTuple):
    """A candidate mark over units ``lo:hi``: its type, its kind (the weight it has in the score) and the rule."""

    lo: int
    hi: int
    type: str
    kind: str
    rule: str


def one(i: int, type: str, kind: str, rule: str) -> Found:
    """A candidate mark over unit ``i`` alone."""
    return Found(i, i + 1, type, kind, rule)


def clause_end(units: Units, i: int, limit: int = REACH) -> int:
    """The first unit from ``i`` on that ends the clause, a comma included, or ``i + limit``."""
    end = min(len(units), i + limit)
    while i < end and not units.is_stop(i) and units.word(i) != ",":
        i += 1
    return i


def after_aside(units: Units, comma: int) -> int:
    """The unit after an aside between two commas ("cannot, at this point, promise"), or 0 if none closes."""
    for j in range(comma + 1, min(comma + 9, len(units))):
        if units.is_stop(j):
            return 0
        if units.words[j] == ",":
            return j + 1
    return 0
