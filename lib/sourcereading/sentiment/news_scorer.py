"""The news scorer: the tone of a stretch of news, or toward a name in it, with the words that decide.

A logistic regression over ``features``: every word at its place adds its weight to "bad" and to "good", against
"neutral". The weights are tables in ``data/parameters/sentiment_*.csv``; ``tools/fit_sentiment.py`` made them and says
from what. Where no class reaches ``SURE`` the scorer abstains. It sees neither irony nor the world: toward whom a
sentence is kind is guessed from the words around the name.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from sourcereading.sentiment.features import SPREAD, Feature, features, is_function_word
from sourcereading.sentiment.scores import A_NAME, NEGATIVE, NEUTRAL, POSITIVE, Score, signed
from sourcereading.text.lexicon import DataError
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import Token

NEWS = "news"
"""The scorer's name in the table ``sentiment``."""

SURE = 0.45
"""How likely a tone must be to be given. Held-out training sentences: the scorer toward a target answers in 90 of 100
from here on and is right in 72 of them; below it would be right in fewer than half."""

TOWARD, STRETCH = "toward", "stretch"
_PLACES = {TOWARD: SPREAD, STRETCH: ("whole", "negated")}
"""The places at which every word has a weight, by scorer."""
_AROUND = 60
"""Words on either side of a target that are looked at: more than nearly any sentence has, and it keeps the time linear
in a list of names without an end."""
_NAMED = 5  # deciding words that are named
_WORTH_NAMING = 0.1

_Weight = tuple[float, float]  # what a feature adds to "bad" and to "good"


class Tone(NamedTuple):
    """How likely each tone is, and what each token adds to "good" less "bad"."""

    bad: float
    neutral: float
    good: float
    by_token: Mapping[int, float]


def toward(tokens: Sequence[Token], targets: Sequence[tuple[int, int]]) -> Score:
    """The tone toward a target named in a stretch: the mean over the places that name it.

    Parameters
    ----------
    tokens : the tokens of the stretch.
    targets : the spans of the target in code points, as the tokens count them, at least one.
    """
    found = [_tone_around(tokens, target) for target in targets]
    by_token: dict[int, float] = {}
    for one in found:
        for token, share in one.by_token.items():
            by_token[token] = by_token.get(token, 0.0) + share / len(found)
    bad, neutral, good = (sum(one[at] for one in found) / len(found) for at in range(3))
    return _score(Tone(bad, neutral, good, by_token), tokens)


def stretch(tokens: Sequence[Token]) -> Score:
    """The tone of a stretch as a whole; no evidence where it has no word with a weight but function words."""
    return _score(_tone(STRETCH, tokens, None), tokens)


@cache
def common_words() -> frozenset[str]:
    """Words that the training sentences have in lower case at least once: whatever else they are, they are words."""
    words = _words()
    return frozenset(words.loc[words["n"] > 0, "term"])


def _tone_around(tokens: Sequence[Token], target: tuple[int, int]) -> Tone:
    at = bisect_left(tokens, target[0], key=attrgetter("start"))
    first = max(0, at - _AROUND)
    tone = _tone(TOWARD, tokens[first : at + _AROUND], target)
    return tone._replace(by_token={first + token: share for token, share in tone.by_token.items()})


def _tone(scorer: str, tokens: Sequence[Token], target: tuple[int, int] | None) -> Tone:
    weights, bases = _weights()
    bad, good = bases[scorer]
    by_token: dict[int, float] = {}
    for feature in features(tokens, target, _known()):
        weight = weights[scorer].get(feature.place, {}).get(feature.term)
        if weight is None:
            continue
        bad += feature.amount * weight[0]
        good += feature.amount * weight[1]
        for token, share in _shares(feature, weight):
            by_token[token] = by_token.get(token, 0.0) + share
    top = max(bad, good, 0.0)
    powers = [math.exp(bad - top), math.exp(-top), math.exp(good - top)]
    whole = sum(powers)
    return Tone(*(power / whole for power in powers), by_token)


def _shares(feature: Feature, weight: _Weight) -> list[tuple[int, float]]:
    """What a feature adds to "good" less "bad", in equal parts to its tokens."""
    share = feature.amount * (weight[1] - weight[0]) / max(1, len(feature.at))
    return [(token, share) for token in feature.at]


def _score(tone: Tone, tokens: Sequence[Token]) -> Score:
    if all(is_function_word(tokens[at].lower) for at in tone.by_token):
        return Score(NEWS, math.nan, math.nan, False, "", "")
    surest = max(tone.bad, tone.neutral, tone.good)
    verdict = NEGATIVE if tone.bad == surest else POSITIVE if tone.good == surest else NEUTRAL
    sure = surest >= SURE
    polarity = tone.good - tone.bad if sure else math.nan
    return Score(NEWS, polarity, math.nan, sure, verdict, _deciding(tone, tokens))


def _deciding(tone: Tone, tokens: Sequence[Token]) -> str:
    """The words that add most, either way, in the order of the text."""
    shares = [(at, share) for at, share in tone.by_token.items() if tokens[at].is_word]
    strong = sorted(shares, key=lambda item: (-abs(item[1]), item[0]))[:_NAMED]
    named = sorted((at, share) for at, share in strong if abs(share) >= _WORTH_NAMING)
    return "; ".join(f"{_shown(tokens[at])} {signed(share)}" for at, share in named)


def _shown(token: Token) -> str:
    """A deciding word; a name decides only by being one, whichever it is."""
    named = token.text[0].isupper() and token.lower not in common_words() and not is_function_word(token.lower)
    return A_NAME if named else token.text


@cache
def _weights() -> tuple[dict[str, dict[str, dict[str, _Weight]]], dict[str, _Weight]]:
    """The weights by scorer, place and term, and the base of each scorer."""
    words = _words()
    weights: dict[str, dict[str, dict[str, _Weight]]] = {
        scorer: {
            place: _pairs(words, f"{scorer}_{place}_bad", f"{scorer}_{place}_good") for place in places
        }
        for scorer, places in _PLACES.items()
    }
    places = parameter_table("sentiment_places", ("place", "term"), ("bad", "good"))
    for place, rows in places.groupby("place"):
        weights[TOWARD][place] = _pairs(rows, "bad", "good")
    bases = _pairs(parameter_table("sentiment_bases", ("term",), ("bad", "good")), "bad", "good")
    if missing := _PLACES.keys() - bases.keys():
        path = data_path("parameters", "sentiment_bases.csv")
        raise DataError(f"{path}: no row for {', '.join(sorted(missing))}; restore it")
    return weights, bases


@cache
def _known() -> frozenset[str]:
    """Words seen in lower case in the training sentences, more than once: no names."""
    words = _words()
    return frozenset(words.loc[words["n"] > 1, "term"])


@cache
def _words() -> pd.DataFrame:
    columns = [
        f"{scorer}_{place}_{side}"
        for scorer, places in _PLACES.items()
        for place in places
        for side in ("bad", "good")
    ]
    return parameter_table("sentiment_words", ("term",), ("n", *columns))


def parameter_table(name: str, texts: tuple[str, ...], numbers: tuple[str, ...]) -> pd.DataFrame:
    """A table of weights. It has tens of thousands of rows, so it is read column by column.

    Parameters
    ----------
    name : of a CSV file in ``data/parameters``, without the ending.
    texts, numbers : the columns that it must have, and of which kind.

    Raises
    ------
    DataError : the file cannot be read, lacks a column, or has a cell that is no number where one must be.
    """
    path = data_path("parameters", f"{name}.csv")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: {error}; restore it, or make it again with tools/fit_sentiment.py") from None
    if missing := [column for column in (*texts, *numbers) if column not in table]:
        raise DataError(f"{path}, line 1: no column {', '.join(missing)}; add it to the header line")
    for column in numbers:
        values = pd.to_numeric(table[column], errors="coerce")
        if values.isna().any():
            at = int(values.isna().to_numpy().argmax())
            raise DataError(f"{path}, line {at + 2}: {column} {table[column][at]!r} is no number; write one")
        table[column] = values
    return table


def _pairs(table: pd.DataFrame, bad: str, good: str) -> dict[str, _Weight]:
    return dict(zip(table["term"], zip(table[bad], table[good], strict=True), strict=True))
