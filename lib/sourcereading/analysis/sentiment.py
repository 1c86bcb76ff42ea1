"""Tables made from the table ``sentiment``: two scorers side by side, and the tone of each speaker about each target.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from sourcereading.reading.wording import amount, listing, verb
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE, TEXTBLOB, TONES, UNSURE, signed

SCORERS = {NEWS: "the news scorer", TEXTBLOB: "TextBlob"}
"""Each scorer's name in a sentence, the better one first."""

ENOUGH = 5
"""From how many scored stretches anything is said of somebody's tone, or of the tone toward somebody; below, the
stretches themselves are listed."""

CARRIED = 3
"""How many stretches must have the tone that a mean is called by."""

NO_EVIDENCE, TOO_FEW = "no evidence", "too few"
"""Notes of :func:`tone_by`: nothing scored, fewer than ``ENOUGH``."""

NEAR_ZERO = 0.1
"""So near to 0 no mean is a tone: the sentences toward somebody that readers call neutral have a mean of -0.10 and
+0.04 in the two development parts of NewsMTSC."""

NO_CLEAR_TONE = "no clear tone"
"""What an interval says that comes nearer to 0 than ``NEAR_ZERO``."""

_STRETCH = ["article_id", "sentence_id", "statement_id", "start", "end", "text", "speaker", "voice"]


def whole_stretches(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``sentiment`` that score a stretch as a whole, without a target."""
    return sentiment[sentiment["target"] == ""]


def scorers_side_by_side(sentiment: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch with what both scorers say of it. Table: scorers side by side."""
    whole = whole_stretches(sentiment)
    parts = {}
    for scorer in SCORERS:
        rows = whole[whole["scorer"] == scorer]
        names = {"polarity": scorer, "words": f"{scorer}_words"}
        parts[scorer] = rows[[*_STRETCH, *names]].rename(columns=names)
    table = parts[NEWS].merge(parts[TEXTBLOB], on=_STRETCH, how="inner")
    return table.assign(opposed=table[NEWS].round(2) * table[TEXTBLOB].round(2) < 0)


def tone_by_target(sentiment: pd.DataFrame) -> pd.DataFrame:
    """In what tone each speaker speaks about each target: one row per pair, those with most stretches first. Table:
    toward."""
    named = sentiment[sentiment["target"] != ""]
    pairs = ["speaker", "target"]
    tones = named.groupby([*pairs, "tone"]).size().unstack("tone", fill_value=0)
    tones = tones.reindex(columns=[NEGATIVE, NEUTRAL, POSITIVE], fill_value=0)
    table = named.groupby(pairs).size().rename("stretches").to_frame().join(tones).astype("int64").reset_index()
    table[UNSURE] = table["stretches"] - table[[NEGATIVE, NEUTRAL, POSITIVE]].sum(axis=1)
    return table.sort_values(["stretches", *pairs], ascending=[False, True, True], ignore_index=True)


def pairs_with_enough(by_target: pd.DataFrame) -> pd.DataFrame:
    """The rows of :func:`tone_by_target` of which something may be said: ``ENOUGH`` stretches or more are ``scored``;
    those with most of these first."""
    by_target = by_target.assign(scored=by_target[[NEGATIVE, NEUTRAL, POSITIVE]].sum(axis=1))
    enough = by_target[by_target["scored"] >= ENOUGH]
    return enough.sort_values("scored", ascending=False, kind="stable", ignore_index=True)


def mean_in_words(row: Any) -> str:
    """What may be said of a row of :func:`tone_by` that has a mean; where the tone is not clear, without a number:
    "negative (mean −0.45, 95 % interval −0.67 to −0.23)"."""
    if row.tone == NO_CLEAR_TONE:
        return row.tone
    return f"{row.tone} (mean {signed(row.mean)}, 95\xa0% interval {signed(row.low)} to {signed(row.high)})"


def tones_of(row: Any) -> str:
    """How many stretches of a pair have which tone: "2 negative, 5 positive and 1 unsure"."""
    return _counted({tone: getattr(row, tone) for tone in TONES})


def _counted(tones: Mapping[str, int]) -> str:
    return listing([f"{number:,} {tone}" for tone, number in tones.items() if number], most=len(tones))


def tones_of_stretches(sentiment: pd.DataFrame) -> str:
    """What the news scorer makes of whole stretches, in a sentence: "Of 28 stretches of text, the news scorer calls 2
    negative, 8 neutral and 2 positive; 16 have no score"; a neutral one has the score 0."""
    news = whole_stretches(sentiment).query("scorer == @NEWS")
    scores = news["polarity"].where(news["evidence"]).dropna()
    signs = {NEGATIVE: scores < 0, NEUTRAL: scores == 0, POSITIVE: scores > 0}
    called = _counted({tone: int(those.sum()) for tone, those in signs.items()})
    left = len(news) - len(scores)
    said = f"calls {called}" if called else "gives none a score"
    none = f"; {left:,} {verb(left, 'has', 'have')} no score" if called and left else ""
    return f"Of {amount(len(news), 'stretch', 'stretches')} of text, {SCORERS[NEWS]} {said}{none}"


_FIGURES = {
    "stretches": "int64", "with_evidence": "int64", "mean": "float64", "low": "float64", "high": "float64",
    "tone": "str", "note": "str",
}  # fmt: skip


def tone_by(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The mean polarity of the stretches of each speaker in each voice with its interval, where they are enough. Table:
    tone.

    The rows have the same ``target`` only. Every stretch weighs the same, long or short; a neutral one counts as 0.
    From ``ENOUGH`` stretches with evidence the mean has a 95 % t interval clipped to -1 and 1, and the tone is negative
    or positive where all of the interval, as it is printed, is farther from 0 than ``NEAR_ZERO`` and ``CARRIED``
    stretches have that tone. The interval supposes that stretches are independent and the scorer is right; neither is
    so, and the true uncertainty is larger. Groups are not ranked by tone: those with most stretches come first.
    """
    scores: dict[tuple[str, ...], list[float]] = {}
    known_scores = sentiment["polarity"].where(sentiment["evidence"])
    for *group, score in zip(*(sentiment[name] for name in ("scorer", "speaker", "voice")), known_scores, strict=True):
        scores.setdefault(tuple(group), []).append(score)
    rows: list[tuple[Any, ...]] = []
    for name, found in scores.items():
        known = np.array([score for score in found if not math.isnan(score)])
        rows.append((*name, len(found), len(known), *_tone(known)))
    rows.sort(key=lambda row: (row[0], -row[3], row[1], row[2]))
    types = dict.fromkeys(("scorer", "speaker", "voice"), "str") | _FIGURES
    return pd.DataFrame(rows, columns=[*types]).astype(types)


def _tone(scores: np.ndarray) -> tuple[float, float, float, str, str]:
    """Mean, low, high, tone and note of one group."""
    n = len(scores)
    if n < ENOUGH:
        return math.nan, math.nan, math.nan, "", TOO_FEW if n else NO_EVIDENCE
    mean = float(scores.mean())
    reach = t_quantile(n - 1) * float(scores.std(ddof=1)) / math.sqrt(n)
    low, high = max(-1.0, mean - reach), min(1.0, mean + reach)
    positive = round(low, 2) > NEAR_ZERO and (scores > 0).sum() >= CARRIED
    negative = round(high, 2) < -NEAR_ZERO and (scores < 0).sum() >= CARRIED
    return mean, low, high, POSITIVE if positive else NEGATIVE if negative else NO_CLEAR_TONE, ""


@cache
def t_quantile(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t with 4 or more degrees of freedom.

    From the normal quantile by the expansion in 1/freedom of Abramowitz and Stegun, Handbook of Mathematical
    Functions (1964), 26.7.5; off by less than 0.001 from 4 degrees on, and it spares us SciPy.

    >>> round(t_quantile(9), 3)
    2.262
    """
    if freedom < ENOUGH - 1:
        raise ValueError(f"the expansion holds from {ENOUGH - 1} degrees of freedom, not for {freedom}")
    x = NormalDist().inv_cdf(0.975)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / freedom**power for power, term in enumerate(terms, start=1))
