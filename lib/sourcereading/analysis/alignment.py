"""Which short texts of different articles say the same: how alike they are by their words and by the letters of these.

The similarity of two texts is the mean of two cosines: of their words, each cut to its first letters, so that endings
matter little, and of the runs of three to five letters across their words, which know the order. What is rare in all
texts weighs more (tf-idf). Only texts that share words that are not in too many others are compared, so that the work
grows with the number of texts, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import groupby

import numpy as np
import pandas as pd

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

_EVERYWHERE, _FEW = 0.5, 4
"""Words in a row that more than this share of the articles have are a slogan, where the articles are at least four …"""
_SLOGAN = (3, 7)
"""… and the words so many: a longer passage is told, not chanted."""


def sharing_words(
    texts: Sequence[Sequence[str]], articles: Sequence[Hashable], names: Collection[str] = ()
) -> pd.DataFrame:
    """The pairs of texts of different articles that share words.

    Parameters
    ----------
    texts : the words of each text, in lower case.
    articles : the article of each.
    names : the words of names, in lower case.

    Returns
    -------
    ``one`` and ``other``, places in ``texts``, the first before the second; ``by_words``, the cosine of their words,
    from 0 to 1; ``shared``, how many words both have, names and function words not counted.
    """
    stems = [_stems(words) for words in texts]
    text, word, terms = _numbered(stems)
    named, empty = _cut(names), _cut(stopwords())
    weight = _weights(text, word, len(texts), np.array([_NAME if term in named else 1.0 for term in terms]))
    counts = np.array([term not in named and term not in empty for term in terms], dtype=float)
    article = pd.factorize(pd.Series(articles, dtype="object"))[0]
    keys, products, shared = [np.empty(0, np.int64)], [np.empty(0)], [np.empty(0)]
    order = np.argsort(word, kind="stable")
    for places in np.split(order, np.flatnonzero(np.diff(word[order])) + 1):
        if 1 < len(places) <= _COMMON:
            one, other = (places[side] for side in np.triu_indices(len(places), 1))
            apart = article[text[one]] != article[text[other]]
            one, other = one[apart], other[apart]
            keys.append(text[one] * len(texts) + text[other])
            products.append(weight[one] * weight[other])
            shared.append(np.full(len(one), counts[word[places[0]]]))
    for one, other in _the_same(texts, article):
        keys.append(one * len(texts) + other)
        products.append(np.ones(len(one)))
        shared.append(np.full(len(one), sum(stem not in empty and stem not in named for stem in stems[one[0]])))
    pairs, place = np.unique(np.concatenate(keys), return_inverse=True)
    by_words, both = (np.bincount(place, np.concatenate(part), len(pairs)) for part in (products, shared))
    columns = {"one": pairs // max(len(texts), 1), "other": pairs % max(len(texts), 1)}
    return pd.DataFrame({**columns, "by_words": by_words, "shared": both.astype("int64")})


def _the_same(texts: Sequence[Sequence[str]], article: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Texts with the same words that are so many that their words are common: the first of them beside each other."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at, words in enumerate(texts):
        places.setdefault(tuple(words), []).append(at)
    for words, found in places.items():
        other = np.array([at for at in found if article[at] != article[found[0]]], dtype=np.int64)
        if words and len(found) > _COMMON and len(other):
            yield np.full(len(other), found[0], dtype=np.int64), other


def _cut(words: Collection[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)


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
    """What each feature of each text weighs, so that the squares of a text's weights add up to 1.

    Parameters
    ----------
    text, feature : the text and the feature of each row; no row is there twice.
    texts : how many texts there are.
    times : a factor for each feature.
    """
    having = np.bincount(feature, minlength=len(times))
    weight = times[feature] * (np.log((1 + texts) / (1 + having)) + 1)[feature]
    return weight / np.sqrt(np.bincount(text, weight**2, texts))[text]


class Letters:
    """The runs of letters of texts, to compare pairs of them.

    Parameters
    ----------
    texts : the words of each text, in lower case.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
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
        runs, feature = np.unique(np.concatenate(run), return_inverse=True)
        width = max(len(runs), 1)
        rows, times = np.unique(np.concatenate(owner) * width + feature, return_counts=True)
        text, self._feature = rows // width, rows % width
        having = np.bincount(self._feature, minlength=width)
        weight = times * (np.log((1 + len(texts)) / (1 + having)) + 1)[self._feature]
        self._weight = weight / np.sqrt(np.bincount(text, weight**2, len(texts)))[text]
        self._bounds = np.searchsorted(text, np.arange(len(texts) + 1))
        self._room = np.zeros(width)

    def alike(self, one: Sequence[int], other: Sequence[int]) -> np.ndarray:
        """The cosine of the letters of each pair, from 0 to 1; quickest where pairs of one text follow each other."""
        found, last = np.zeros(len(one)), slice(0, 0)
        for at, (first, second) in enumerate(zip(one, other, strict=True)):
            place, beside = self._place(first), self._place(second)
            if place != last:
                self._room[self._feature[last]] = 0
                self._room[self._feature[place]] = self._weight[place]
                last = place
            found[at] = self._room[self._feature[beside]] @ self._weight[beside]
        self._room[self._feature[last]] = 0
        return found

    def _place(self, text: int) -> slice:
        return slice(int(self._bounds[text]), int(self._bounds[text + 1]))


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
    having: Counter[tuple[str, ...]] = Counter()  # in how many articles
    for own in of_article.values():
        having.update({tuple(words[at : at + shortest]) for words in own for at in range(len(words) - shortest + 1)})
    many = len(of_article)
    chanted = {run for run, found in having.items() if many >= _FEW and found > _EVERYWHERE * many}
    left = []
    for words in texts:
        inside = [False] * len(words)
        for at in range(len(words) - shortest + 1):
            if tuple(words[at : at + shortest]) in chanted:
                inside[at : at + shortest] = [True] * shortest
        kept: list[str] = []
        for chant, run in groupby(zip(words, inside, strict=True), key=lambda pair: pair[1]):
            said = [word for word, _ in run]
            kept += said if not chant or len(said) > longest else []
        left.append(kept if len(set(kept)) >= LEAST_WORDS else [])
    return left
