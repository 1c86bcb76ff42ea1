"""Which short texts of different articles say the same: how alike they are by their words and by the letters of these.

The similarity of two texts is the mean of two cosines: of their words, each cut to its first letters, so that endings
matter little, and of the runs of three to five letters across their words, which know the order. What is rare in all
texts weighs more (tf-idf). Only texts that share words that are not in too many others are compared, so that the work
grows with the number of texts, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from sourcereading.analysis.words import stopwords
from sourcereading.text.inflection import singular

LEAST_WORDS = 4
"""Texts of fewer words say too little to be compared: "Nobody does"."""

_COMMON = 100
"""A word that is in more texts than these does not bring two of them together."""
_NAME = 0.5
"""What a word of a name weighs: two texts about one person need not say the same."""
_STEM = 6
_RUNS = (3, 4, 5)
_LETTER = 12
"""Bits that a letter has in the number of its run: five letters fit into one."""

_PAIRS_AT_ONCE, _TEXTS_AT_ONCE = 50_000, 500
"""So many are looked at together: enough for speed, few enough that they weigh little in memory."""

_EVERYWHERE, _FEW = 0.5, 4
"""Words in a row that more than this share of the articles have are a slogan, where the articles are at least four …"""
_SLOGAN = (3, 7)
"""… and the words so many: a longer passage is told, not chanted."""


def sharing_words(
    texts: Sequence[Sequence[str]], articles: Sequence[Hashable], names: Collection[str], least: float
) -> pd.DataFrame:
    """The pairs of texts of different articles that share words: ``one`` and ``other``, places in ``texts``, the first
    before the second; ``by_words``, the cosine of their words, from 0 to 1; ``shared``, how many words both have, names
    and function words not counted.

    ``texts`` and ``names`` are words in lower case. Texts that are less alike than ``least``, and share no words but
    names and function words, are no pair.
    """
    stems = [_stems(words) for words in texts]
    text, word, terms = _numbered(stems)
    named, empty = _cut(names), _cut(stopwords())
    weight = _weights(text, word, len(texts), np.array([_NAME if term in named else 1.0 for term in terms]))
    counts = np.array([term not in named and term not in empty for term in terms], dtype=float)
    article = pd.factorize(pd.Series(articles, dtype="object"))[0]
    order = np.lexsort((word, text))
    text, word, weight = text[order], word[order], weight[order]
    found = [_pairs([], [], [], [])]
    for one, other in _meeting(text, word):
        apart = article[text[one]] != article[text[other]]
        one, other = one[apart], other[apart]
        keys, place = np.unique(text[one] * len(texts) + text[other], return_inverse=True)
        by_words = np.bincount(place, weight[one] * weight[other], len(keys))
        shared = np.bincount(place, counts[word[one]], len(keys))
        kept = (shared > 0) | (by_words >= least)
        found.append(_pairs(*(part[kept] for part in (*np.divmod(keys, len(texts)), by_words, shared))))
    for first, others in _the_same(texts, article):
        both = sum(stem not in empty and stem not in named for stem in stems[first])
        found.append(_pairs(np.full(len(others), first), others, np.ones(len(others)), np.full(len(others), both)))
    return pd.concat(found, ignore_index=True)


def _pairs(one: ArrayLike, other: ArrayLike, by_words: ArrayLike, shared: ArrayLike) -> pd.DataFrame:
    """Pairs as a table; there can be millions, so its numbers are small."""
    columns = {"one": one, "other": other, "by_words": by_words, "shared": shared}
    return pd.DataFrame(columns).astype({"one": "int32", "other": "int32", "by_words": "float64", "shared": "int32"})


def _meeting(text: np.ndarray, word: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The pairs of rows with one word, unless it is in too many texts: those of a few texts at a time, with all texts
    behind them. The rows are in the order of their text, and in it of their word."""
    by_word = np.argsort(word, kind="stable")
    place = np.empty(len(word), np.int64)
    place[by_word] = np.arange(len(word))
    having = np.bincount(word)
    behind = np.where(having <= _COMMON, having.cumsum(), 0)[word] - place - 1
    behind = behind.clip(min=0)
    before = np.append(0, behind.cumsum())[np.searchsorted(text, text)]  # the pairs of the texts before a row's text
    for rows in np.split(np.arange(len(word)), np.flatnonzero(np.diff(before // _PAIRS_AT_ONCE)) + 1):
        times = behind[rows]
        step = np.arange(times.sum()) - np.repeat(times.cumsum() - times, times)
        yield np.repeat(rows, times), by_word[np.repeat(place[rows] + 1, times) + step]


def _the_same(texts: Sequence[Sequence[str]], article: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Texts with the same words that are so many that their words are common: the first of them, and the others."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, words in enumerate(texts):
        places.setdefault(tuple(words), []).append(at)
    for words, found in places.items():
        other = np.array([at for at in found if article[at] != article[found[0]]], dtype=np.int64)
        if words and len(found) > _COMMON and len(other):
            yield found[0], other


def _cut(words: Collection[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


@lru_cache(50_000)
def stem(word: str) -> str:
    """The beginning of a word in lower case, without the ending of a plural."""
    return singular(word)[:_STEM]


def _stems(words: Sequence[str]) -> list[str]:
    """The beginnings of the words that say what a text is about; of all its words where it has hardly any of these."""
    content = [word for word in words if word not in stopwords()]
    return sorted({stem(word) for word in (content if len(content) > 1 else words)})


def _numbered(features: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Features of texts as two rows of numbers, of the text and of the feature, and the features."""
    numbers: dict[str, int] = {}
    text = np.repeat(np.arange(len(features)), [len(row) for row in features])
    word = np.array([numbers.setdefault(name, len(numbers)) for row in features for name in row], dtype=np.int64)
    return text, word, list(numbers)


def _weights(text: np.ndarray, feature: np.ndarray, texts: int, times: np.ndarray) -> np.ndarray:
    """What each feature of each text weighs, so that the squares of a text's weights add up to 1; ``texts`` is how many
    there are, ``times`` a factor for each feature."""
    having = np.bincount(feature, minlength=len(times))
    weight = times[feature] * (np.log((1 + texts) / (1 + having)) + 1)[feature]
    return weight / np.sqrt(np.bincount(text, weight**2, texts))[text]


class Letters:
    """The runs of letters of texts (the words of each, in lower case), to compare pairs of them."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        parts = [_runs(texts[first : first + _TEXTS_AT_ONCE]) for first in range(0, len(texts) or 1, _TEXTS_AT_ONCE)]
        runs = np.unique(np.concatenate([part.runs for part in parts]))
        known = [np.searchsorted(runs, part.runs).astype(np.int32)[part.which] for part in parts]
        having = sum((np.bincount(of_part, minlength=len(runs)) for of_part in known), np.zeros(len(runs)))
        self._rare = np.log((1 + len(texts)) / (1 + having)) + 1
        self._feature = np.concatenate(known)
        del known  # as large as all that is kept
        self._times = np.concatenate([part.times for part in parts])
        self._bounds = np.append(0, np.concatenate([part.sizes for part in parts]).cumsum())
        self._length = np.concatenate([*self._lengths(parts)])
        self._room = np.zeros(len(runs))

    def _lengths(self, parts: Iterable[_Runs]) -> Iterator[np.ndarray]:
        """The length of each text's weights, as they are before they are divided by it."""
        first = 0
        for part in parts:
            rows = slice(first, first := first + len(part.which))
            weight = self._times[rows] * self._rare[self._feature[rows]]
            yield np.sqrt(np.bincount(np.repeat(np.arange(len(part.sizes)), part.sizes), weight**2, len(part.sizes)))

    def alike(self, one: Sequence[int], other: Sequence[int]) -> np.ndarray:
        """The cosine of the letters of each pair, from 0 to 1; quickest where pairs of one text follow each other."""
        found, last, place = np.zeros(len(one)), -1, self._feature[:0]
        for at, (first, second) in enumerate(zip(one, other, strict=True)):
            if first != last:
                self._room[place] = 0
                place, self._room[place], last = *self._weights(first), first
            beside, weight = self._weights(second)
            found[at] = self._room[beside] @ weight
        self._room[place] = 0
        return found

    def _weights(self, text: int) -> tuple[np.ndarray, np.ndarray]:
        """The runs of a text, and what each weighs."""
        rows = slice(self._bounds[text], self._bounds[text + 1])
        feature = self._feature[rows]
        return feature, self._times[rows] * self._rare[feature] / self._length[text]


class _Runs(NamedTuple):
    """The runs of letters of some texts: the different ones in order; which of these each text has, one text after the
    other; how many times; and how many each text has."""

    runs: np.ndarray
    which: np.ndarray
    times: np.ndarray
    sizes: np.ndarray


def _runs(texts: Sequence[Sequence[str]]) -> _Runs:
    spaced = [f" {' '.join(words)} " for words in texts]
    letters = np.frombuffer("".join(spaced).encode("utf-32-le", "replace"), dtype="<u4").astype(np.int64)
    letters %= 1 << _LETTER
    lengths = np.array([len(text) for text in spaced], dtype=np.int64)
    text, ends = np.repeat(np.arange(len(texts)), lengths), np.repeat(np.cumsum(lengths), lengths)
    owner, run = [], []
    for length in _RUNS:
        at = np.flatnonzero(np.arange(len(letters)) + length <= ends)
        owner.append(text[at])
        run.append(np.sum([letters[at + step] << (_LETTER * step) for step in range(length)], axis=0))
    runs, which = np.unique(np.concatenate(run), return_inverse=True)
    width = max(len(runs), 1)
    rows, times = np.unique(np.concatenate(owner) * width + which, return_counts=True)
    sizes = np.bincount(rows // width, minlength=len(texts))
    times = times.astype(np.min_scalar_type(times.max(initial=0)))  # mostly one
    return _Runs(runs, (rows % width).astype(np.int32), times, sizes)


def without_slogans(texts: Sequence[Sequence[str]], articles: Sequence[Hashable]) -> list[list[str]]:
    """The texts without the short runs of words that most of the articles have; nothing where too few words are left.

    >>> texts = [["yes", "we", "can"] + more for more in (["win"], ["lose", "or", "draw", "too"], [], [])]
    >>> without_slogans(texts, ["a", "b", "c", "d"])
    [[], ['lose', 'or', 'draw', 'too'], [], []]
    """
    shortest, longest = _SLOGAN
    of_article: dict[Hashable, list[Sequence[str]]] = {}
    for words, article in zip(texts, articles, strict=True):
        of_article.setdefault(article, []).append(words)
    most = max(_EVERYWHERE * len(of_article), _FEW - 1)
    words_of = Counter(word for own in of_article.values() for word in {word for words in own for word in words})
    common = {word for word, found in words_of.items() if found > most}
    having: Counter[tuple[str, ...]] = Counter()  # in how many articles
    for own in of_article.values():
        having.update({run for words in own for run in _in_a_row(words, shortest) if common.issuperset(run)})
    chanted = {run for run, found in having.items() if found > most}
    left = []
    for words in texts:
        inside = [False] * len(words)
        for at, run in enumerate(_in_a_row(words, shortest)):
            if run in chanted:
                inside[at : at + shortest] = [True] * shortest
        kept: list[str] = []
        for chant, group in groupby(zip(words, inside, strict=True), key=lambda pair: pair[1]):
            said = [word for word, _ in group]
            kept += said if not chant or len(said) > longest else []
        left.append(kept if len(set(kept)) >= LEAST_WORDS else [])
    return left


def _in_a_row(words: Sequence[str], number: int) -> Iterator[tuple[str, ...]]:
    """So many words from each place on."""
    return zip(*(words[at:] for at in range(number)), strict=False)
