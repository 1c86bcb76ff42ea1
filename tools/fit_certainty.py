"""Fit the weights of the certainty score to human ratings: ``tools/fit_certainty.py TRAIN.jsonl``.

TRAIN.jsonl is the training part of the sentence ratings of Pei and Jurgens (2021), "Measuring Sentence-Level
and Aspect-Level (Un)certainty in Science Communications", github.com/Jiaxin-Pei/Certainty-in-Science-Communication,
MIT licence: lines with "text" and "score" from 1 (least certain) to 6. No sentence of it is kept, only the
weights, in ``data/parameters/certainty_weights.csv``, with this notice in their source.

The model is linear in the kinds of marks that stand in a sentence; counting a kind once did better in
cross-validation than counting it twice. The ratings are of science news, where some kinds are rare; so each
weight is drawn to its ``prior``, which is ours, with a strength found by cross-validation on the training part:
a kind never seen keeps its prior. Standard library and numpy only.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

from sourcereading import certainty
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import tokens

PATH = data_path("parameters", "certainty_weights.csv")
SOURCE = (
    "Pei & Jurgens 2021 sentence ratings, training part (MIT, "
    "github.com/Jiaxin-Pei/Certainty-in-Science-Communication), drawn to our prior"
)
STRENGTHS = (1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 80.0)
TOLERANCE = 0.005
"""How much correlation is given up to stay nearer to the priors: the ratings are of science news, ours is all news."""


def features(text: str, kinds: list[str]) -> list[float]:
    """1 for each kind that stands in a sentence, and for the base."""
    cut = tokens(text)
    found = certainty.kinds(certainty.marks(cut), cut) | {"(base)"}
    return [float(kind in found) for kind in kinds]


def fit(x: np.ndarray, y: np.ndarray, prior: np.ndarray, strength: float) -> np.ndarray:
    """Least squares, each weight drawn to its prior with ``strength``."""
    return prior + np.linalg.solve(x.T @ x + strength * np.eye(len(prior)), x.T @ (y - x @ prior))


def cross_validated(
    x: np.ndarray, y: np.ndarray, prior: np.ndarray, strength: float, folds: int = 5
) -> float:
    """Correlation of held-out predictions with the ratings, sentence i in fold i mod ``folds``."""
    predicted = np.empty(len(y))
    fold = np.arange(len(y)) % folds
    for k in range(folds):
        predicted[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], prior, strength)
    return float(np.corrcoef(predicted, y)[0, 1])


def main(path: str) -> None:
    """Read the ratings, choose the strength, write the weights back beside their priors."""
    with PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    weighed = [row for row in rows if row["type"] != "(level)"]
    kinds = [row["kind"] for row in weighed]
    prior = np.array([float(row["prior"]) for row in weighed])
    items = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    x = np.array([features(item["text"], kinds) for item in items])
    y = (np.array([item["score"] for item in items], dtype=float) - 1) / 5
    results = {strength: cross_validated(x, y, prior, strength) for strength in STRENGTHS}
    best = max(strength for strength, r in results.items() if r >= max(results.values()) - TOLERANCE)
    weights = fit(x, y, prior, best)
    for row, weight, column in zip(weighed, weights, x.T, strict=True):
        seen = int((column > 0).sum())
        row |= {"weight": f"{weight:.3f}", "n": str(seen), "basis": "fitted" if seen else "prior"}
        row["source"] = SOURCE if seen else "own"
    with PATH.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    for strength, r in results.items():
        print(
            f"strength {strength:5.1f}  cross-validated r {r:.3f}{'  <- chosen' if strength == best else ''}"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
