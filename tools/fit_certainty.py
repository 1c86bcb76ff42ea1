"""Fit the weights of the certainty score to human ratings: ``tools/fit_certainty.py TRAIN.jsonl``.

TRAIN.jsonl is the training part of the sentence ratings of Pei and Jurgens (2021), "Measuring Sentence-Level
and Aspect-Level (Un)certainty in Science Communications", github.com/Jiaxin-Pei/Certainty-in-Science-Communication,
MIT licence: lines with "text" and "score" from 1 (least certain) to 6. No sentence of it is kept, only the
weights, in ``data/parameters/certainty_weights.csv``, with this notice in their source.

The score is that of ``certainty.levels``: the strongest mark of a sentence counts whole, each other one half. A weight
is that of its side (lowers or raises) plus what its type and its kind add, both drawn to 0 with a strength found by
cross-validation on the training part: a kind that the ratings do not have gets the weight of its type. The ratings are
of science news, where some kinds are rare, so the column ``bound`` says what a weight must be at least: a number, or
"as could" for the weight of another kind. Standard library and numpy only.
"""

from __future__ import annotations

import csv
import itertools
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

from sourcereading.certainty.levels import FURTHER, NEARLY_CERTAIN, kind_of
from sourcereading.certainty.marks import DIRECTIONS, marks
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import tokens

PATH = data_path("parameters", "certainty_weights.csv")
SOURCE = (
    "Pei & Jurgens 2021 sentence ratings, training part (MIT, "
    "github.com/Jiaxin-Pei/Certainty-in-Science-Communication)"
)
STRENGTHS = (2.0, 5.0, 10.0, 20.0, 40.0)
TOLERANCE = 0.002
"""How much correlation is given up for a stronger pull to the type: the ratings are of science news."""
LEAST = 0.02
"""What every weight is at least, in its direction."""
ROUNDS = 12
"""Which mark is the strongest depends on the weights: so often they are fitted again."""
AS = "as "


class Kinds(NamedTuple):
    """The kinds of marks in the order of the file: names, types, which raise, and the bounds in words."""

    names: list[str]
    types: list[str]
    raises: np.ndarray
    bounds: list[str]


def kinds_of(rows: Sequence[dict[str, str]]) -> Kinds:
    """The kinds that have a row; those that are nearly certain are a type of their own."""
    names = [row["kind"] for row in rows]
    types = [NEARLY_CERTAIN if row["kind"] == NEARLY_CERTAIN else row["type"] for row in rows]
    raises = np.array([kind == NEARLY_CERTAIN or DIRECTIONS[kind] == "raises" for kind in types])
    return Kinds(names, types, raises, [row["bound"] for row in rows])


def found_in(text: str, names: list[str]) -> list[int]:
    """The kinds of the marks in a sentence, as places in ``names``."""
    cut = tokens(text)
    return [names.index(kind_of(mark, cut)) for mark in marks(cut)]


def counted(found: Sequence[list[int]], weights: np.ndarray, raises: np.ndarray) -> np.ndarray:
    """How often each kind counts in each sentence: the strongest mark of a side whole, the others in part."""
    table = np.zeros((len(found), len(weights)))
    for row, places in zip(table, found, strict=True):
        for side in (True, False):
            ordered = sorted((at for at in places if raises[at] == side), key=lambda at: -abs(weights[at]))
            for rank, at in enumerate(ordered):
                row[at] += FURTHER if rank else 1.0
    return table


def fit(
    found: Sequence[list[int]], y: np.ndarray, kinds: Kinds, of_type: float, of_kind: float
) -> tuple[float, np.ndarray]:
    """The base and the weights by least squares, drawn with the two strengths to the side and to the type."""
    sides = np.c_[~kinds.raises, kinds.raises].astype(float)
    names = sorted(set(kinds.types))
    types = np.array([[kind == name for name in names] for kind in kinds.types], dtype=float)
    parts = np.c_[sides, types, np.eye(len(kinds.names))]
    pull = np.r_[0, 0.01, 0.01, np.full(len(names), of_type), np.full(len(kinds.names), of_kind)]
    weights = np.where(kinds.raises, LEAST, -LEAST)
    for _ in range(ROUNDS):
        x = np.c_[np.ones(len(y)), counted(found, weights, kinds.raises) @ parts]
        solved = np.linalg.solve(x.T @ x + np.diag(pull), x.T @ y)
        weights = bounded(parts @ solved[1:], kinds)
    return float(np.mean(y - counted(found, weights, kinds.raises) @ weights)), weights


def bounded(weights: np.ndarray, kinds: Kinds) -> np.ndarray:
    """The weights, each moved to its bound where it does not reach it."""
    sign = np.where(kinds.raises, 1, -1)
    size = np.maximum(weights * sign, LEAST)
    return np.maximum(size, _least(size, kinds)) * sign


def _least(size: np.ndarray, kinds: Kinds) -> list[float]:
    """The bound of each kind as a number, where some are as large as another kind is."""
    as_other = {bound: size[kinds.names.index(bound.removeprefix(AS))] for bound in kinds.bounds if AS in bound}
    return [float(as_other.get(bound, bound or LEAST)) for bound in kinds.bounds]


def predicted(found: Sequence[list[int]], base: float, weights: np.ndarray, kinds: Kinds) -> np.ndarray:
    """The scores of sentences."""
    return np.clip(base + counted(found, weights, kinds.raises) @ weights, 0, 1)


def cross_validated(found: list[list[int]], y: np.ndarray, kinds: Kinds, strengths: tuple[float, float]) -> float:
    """Correlation of held-out predictions with the ratings, sentence i in fold i mod 5."""
    scores = np.empty(len(y))
    fold = np.arange(len(y)) % 5
    for k in range(5):
        inside, outside = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
        base, weights = fit([found[i] for i in inside], y[inside], kinds, *strengths)
        scores[outside] = predicted([found[i] for i in outside], base, weights, kinds)
    return float(np.corrcoef(scores, y)[0, 1])


def main(path: str) -> None:
    """Read the ratings, choose the strengths, write the weights back."""
    with PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    weighed = [row for row in rows if not row["type"].startswith("(")]
    kinds = kinds_of(weighed)
    items = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [found_in(item["text"], kinds.names) for item in items]
    y = (np.array([item["score"] for item in items], dtype=float) - 1) / 5
    results = {pair: cross_validated(found, y, kinds, pair) for pair in itertools.product(STRENGTHS, repeat=2)}
    best = max(pair for pair, r in results.items() if r >= max(results.values()) - TOLERANCE)
    base, weights = fit(found, y, kinds, *best)
    least = _least(abs(weights), kinds)
    for at, row in enumerate(weighed):
        seen = sum(at in places for places in found)
        basis = "bound" if abs(weights[at]) == least[at] else "fitted" if seen else "type"
        row |= {"weight": f"{weights[at]:.3f}", "n": str(seen), "basis": basis, "source": SOURCE}
    for row in rows:
        if row["type"] == "(base)":
            row |= {"weight": f"{base:.3f}", "n": str(len(y)), "basis": "fitted", "source": SOURCE}
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for pair, r in results.items():
        chosen = "  <- chosen" if pair == best else ""
        print(f"type {pair[0]:4.0f}  kind {pair[1]:4.0f}  cross-validated r {r:.4f}{chosen}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
