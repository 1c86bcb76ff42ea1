"""How surely a statement is put: a score and a level from its marks, and from nothing else.

Each mark has a weight, which the table ``certainty`` shows. Of the marks that lower a statement the one with the
largest weight counts whole and each other one half; likewise of those that raise it. So a further mark that lowers
never raises the score, and a second one of a kind still counts, but less. The weights are in
``data/parameters/certainty_weights.csv``, each with its basis; ``tools/fit_certainty.py`` fits them to ratings by
readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.certainty.labels import HIGH, LOW, MIDDLE, UNMARKED
from sourcereading.certainty.marks import Mark
from sourcereading.certainty.probability import nearly_certain, reading
from sourcereading.text.lexicon import DataError, number, read_csv_rows
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import Token

NEARLY_CERTAIN = "near_certain"
"""The kind of probabilities that are nearly certain: they raise, where other probabilities lower."""
FURTHER = 0.5
"""How much of its weight a mark counts that is not the strongest of a statement."""
_FILE = "certainty_weights.csv"


class _Parameters(NamedTuple):
    weights: dict[str, float]
    first_kind: dict[str, str]
    base: float
    low: float


def weight(mark: Mark, tokens: Sequence[Token] = ()) -> float:
    """How far a mark changes the score of the statement it is in: below 0 it lowers it. Without the tokens of its
    sentence a probability is weighed without its number.

    >>> from sourcereading.certainty import marks
    >>> from sourcereading.text.sentences import tokens
    >>> cut = tokens("It may rain, and it is almost certain to freeze.")
    >>> [weight(mark, cut) > 0 for mark in marks(cut)]
    [False, True]
    """
    return _parameters().weights.get(kind_of(mark, tokens), 0.0)


def kind_of(mark: Mark, tokens: Sequence[Token] = ()) -> str:
    """The kind by which a mark is weighed: its own, or that of what is nearly certain where its number says so."""
    nearly = mark.type == "probability" and bool(tokens) and nearly_certain(reading(mark, tokens))
    return NEARLY_CERTAIN if nearly else mark.kind


def score(weights: Iterable[float]) -> float:
    """How certain a statement is put, from 0 to 1, by the weights of its marks; without marks it is the base.

    >>> score([-0.4]) < score([-0.2, -0.2]) < score([-0.2]) < score([]) < score([0.1])
    True
    """
    weights = sorted(weights)
    lowering = [value for value in weights if value < 0]
    raising = [value for value in reversed(weights) if value > 0]
    moved = sum(side[0] + FURTHER * sum(side[1:]) for side in (lowering, raising) if side)
    return min(1.0, max(0.0, _parameters().base + moved))


def level(weights: Iterable[float]) -> str:
    """The level of a statement by the weights of its marks: "low", "middle", "unmarked" or "high".

    "high" has a mark that raises, and no more doubt than a statement without marks; "unmarked" has no mark that
    lowers or raises.
    """
    weights = [value for value in weights if value]
    if not weights:
        return UNMARKED
    at = score(weights)
    if at < _parameters().low:
        return LOW
    return HIGH if max(weights) > 0 and at >= _parameters().base else MIDDLE


def usual_kind(type: str) -> str:
    """The first kind of a type in the file of weights: a mark of which only the type is known weighs like it."""
    try:
        return _parameters().first_kind[type]
    except KeyError:
        raise DataError(f"{data_path('parameters', _FILE)}: no row of the type {type}; restore it") from None


@cache
def _parameters() -> _Parameters:
    """Weights by kind, the first kind of each type, the score of a statement without marks, the bound of "low"."""
    path = data_path("parameters", _FILE)
    weights: dict[str, float] = {}
    bounds: dict[str, float] = {}
    first: dict[str, str] = {}
    for row in read_csv_rows(path, ("kind", "type", "weight", "basis", "source"), ("bound", "n")):
        value = number(path, row, "weight")
        if row["type"].startswith("("):
            bounds[row["kind"]] = value
        else:
            weights[row["kind"]] = value
            first.setdefault(row["type"], row["kind"])
    if missing := {"(base)", "low below"} - bounds.keys():
        raise DataError(f"{path}: no row for {', '.join(sorted(missing))}; restore it")
    return _Parameters(weights, first, bounds["(base)"], bounds["low below"])
