"""The weights of the news scorer, as ``tools/fit_sentiment.py`` writes them: ``data/parameters/sentiment_weights.npz``.

One compact file, since sixty thousand words at seven places are read in hundredths of a second so and in two as CSV;
``tools/print_sentiment.py`` prints it as CSV.
"""

from __future__ import annotations

import zipfile
from functools import cache

import numpy as np

from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import data_path

WORDS, PLACES, BASES = "words", "places", "bases"
"""The three tables of the file: words at each place, words beside and around a target, where each scorer begins. Each
has an array of its ``_terms`` (as text with line ends), its ``_columns``, its ``_numbers`` and its ``_scales``, with
which the numbers of each column are multiplied."""

_STRONG = 1.5
"""From which rating on, of -4 to 4, a word is evaluative."""

Pair = tuple[float, float]  # what something adds to "bad" and to "good"


class Adds(dict[str, Pair]):
    """What words add at a place; None for one without a weight."""

    def __missing__(self, term: str) -> Pair | None:
        return None


class Weights:
    """The weights by scorer, place and term."""

    def __init__(self, tables: dict[str, np.ndarray]) -> None:
        self._terms = {term: at for at, term in enumerate(_texts(tables, WORDS, "terms"))}
        columns = _texts(tables, WORDS, "columns")
        numbers = tables[f"{WORDS}_numbers"]
        self._column = {column: at for at, column in enumerate(columns)}
        self._numbers, self._scales = numbers, tables[f"{WORDS}_scales"]
        self._seen = numbers[:, self._column["n"]]
        around: dict[str, Adds] = {}
        for name, pair in _pairs(tables, PLACES).items():
            place, _, term = name.partition(" ")
            around.setdefault(place, Adds())[term] = pair
        self.bases: dict[str, Pair] = _pairs(tables, BASES)
        self.adds: dict[str, dict[str, Adds]] = {scorer: dict(around) for scorer in self.bases}
        """What words add by scorer and place: for their share there or, around a target, in full."""
        for column in columns:
            if column.endswith("_bad"):
                scorer, place, _ = column.split("_")
                self.adds[scorer][place] = _Shared(self, self._column[column])

    def words_seen(self, least: int) -> frozenset[str]:
        """The words that the training sentences have in lower case at least so often."""
        return frozenset(term for term, seen in zip(self._terms, self._seen >= least, strict=True) if seen)

    def rating(self, term: str) -> float:
        """What readers called a word by itself, from -4 (bad) to 4 (good); 0 where they were not asked or did not
        call it either."""
        at, column = self._terms.get(term), self._column["rating"]
        return 0.0 if at is None else float(self._numbers[at, column] * self._scales[column])

    def is_evaluative(self, term: str) -> bool:
        """Whether readers call a word clearly good or bad by itself, and it does not only name a thing."""
        return abs(self.rating(term)) >= _STRONG and term not in tone_words("no_judgement")

    def judges(self, term: str) -> bool:
        """Whether an evaluative word is a judgement, and not what happens to somebody or what they feel: "careless",
        not "won" or "angry"."""
        return self.is_evaluative(term) and term not in tone_words("fact") and term not in tone_words("supposes")

    def pair(self, term: str, column: int) -> Pair | None:
        """The numbers of a word in a column and the next; None for a word without weights."""
        at = self._terms.get(term)
        if at is None:
            return None
        bad, good = (self._numbers[at, column : column + 2] * self._scales[column : column + 2]).tolist()
        return bad, good


class _Shared(Adds):
    """What words add at a place where they share it; worked out when a word is first seen."""

    def __init__(self, known: Weights, column: int) -> None:
        super().__init__()
        self._known, self._column = known, column

    def __missing__(self, term: str) -> Pair | None:
        pair = self._known.pair(term, self._column)
        if pair is not None:
            self[term] = pair
        return pair


@cache
def tone_words(word_class: str) -> frozenset[str]:
    """The words and phrases of a class in ``tone_words.csv``."""
    rows = lexicon("tone_words", ("term", "class", "example", "source"))
    return frozenset(row["term"] for row in rows if row["class"] == word_class)


@cache
def weights() -> Weights:
    """The weights of the project.

    Raises
    ------
    DataError : the file is missing or broken.
    """
    return Weights(tables())


def tables() -> dict[str, np.ndarray]:
    """The arrays of the file."""
    path = data_path("parameters", "sentiment_weights.npz")
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            return {name: held[name] for name in held.files}
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        raise DataError(f"{path}: {error}; restore it, or make it again with tools/fit_sentiment.py") from None


def _texts(tables: dict[str, np.ndarray], table: str, what: str) -> list[str]:
    return tables[f"{table}_{what}"].tobytes().decode("utf-8").split("\n")


def _pairs(tables: dict[str, np.ndarray], table: str) -> dict[str, Pair]:
    numbers = tables[f"{table}_numbers"] * tables[f"{table}_scales"]
    first = _texts(tables, table, "columns").index("bad")
    return dict(zip(_texts(tables, table, "terms"), map(tuple, numbers[:, first : first + 2].tolist()), strict=True))
