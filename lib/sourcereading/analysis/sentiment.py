"""Tables made from the table ``sentiment``: two scorers side by side, and the tone of each speaker about each target.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from statistics import NormalDist

import numpy as np
import pandas as pd

from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.scores import NEGATIVE, POSITIVE, TEXTBLOB, TONES

SCORERS = {NEWS: "the news scorer", TEXTBLOB: "TextBlob"}
"""Each scorer's name in a sentence, the better one first."""

ENOUGH = 5
"""From how many scored stretches a mean gets an interval; below, the single scores say all there is to say."""

NO_EVIDENCE, ONE, TOO_FEW = "no evidence", "one scored", "too few"
"""Notes of :func:`tone_by`: nothing scored, one stretch scored, fewer than ``ENOUGH``."""

_STRETCH = ["article_id", "sentence_id", "statement_id", "start", "end", "text", "speaker", "voice"]
_OPPOSITE = {(NEGATIVE, POSITIVE), (POSITIVE, NEGATIVE)}


def whole_stretches(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``sentiment`` that score a stretch as a whole, without a target."""
    return sentiment[sentiment["target"] == ""]


def scorers_side_by_side(sentiment: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch with what both scorers say of it.

    Returns
    -------
    The stretch's columns of ``sentiment``; ``news``, ``news_tone``, ``news_words`` and ``textblob``, ``textblob_tone``,
    ``textblob_words``: polarity, verdict and deciding words of each; and ``opposed``, whether one says negative and the
    other positive.
    """
    whole = whole_stretches(sentiment)
    parts = {}
    for scorer in SCORERS:
        rows = whole[whole["scorer"] == scorer]
        names = {"polarity": scorer, "tone": f"{scorer}_tone", "words": f"{scorer}_words"}
        parts[scorer] = rows[[*_STRETCH, *names]].rename(columns=names)
    table = parts[NEWS].merge(parts[TEXTBLOB], on=_STRETCH, how="inner")
    pairs = zip(table[f"{NEWS}_tone"], table[f"{TEXTBLOB}_tone"], strict=True)
    return table.assign(opposed=pd.Series([pair in _OPPOSITE for pair in pairs], dtype="bool"))


def tone_by_target(sentiment: pd.DataFrame) -> pd.DataFrame:
    """In what tone each speaker speaks about each target: one row per pair, those with most stretches first.

    Returns
    -------
    ``speaker``, ``target``, ``stretches`` that name the target; how many of them are ``negative``, ``neutral``,
    ``positive`` and ``unsure`` toward it; ``mean``, ``low`` and ``high`` of the polarity and ``note`` as
    ``tone_by`` gives them: an interval from five scored stretches on.
    """
    named = sentiment[sentiment["target"] != ""]
    means = tone_by(named, ["speaker", "target"]).drop(columns="scorer")
    tones = named.groupby(["speaker", "target", "tone"]).size().unstack("tone", fill_value=0)
    tones = tones.reindex(columns=list(TONES), fill_value=0).astype("int64").reset_index()
    table = means.merge(tones, on=["speaker", "target"], how="left")
    columns = ["speaker", "target", "stretches", *TONES, "mean", "low", "high", "note"]
    return table.sort_values(["stretches", "speaker", "target"], ascending=[False, True, True])[columns].reset_index(
        drop=True
    )


_TONE = {
    "stretches": "int64", "with_evidence": "int64", "mean": "float64", "low": "float64", "high": "float64",
    "without_low": "float64", "without_high": "float64", "moved_by": "str", "mean_without": "float64",
    "note": "str",
}  # fmt: skip


def tone_by(sentiment: pd.DataFrame, by: Sequence[str] = ("speaker", "voice")) -> pd.DataFrame:
    """The mean polarity of each group of scored stretches, with its interval and what it depends on.

    Every stretch weighs the same, long or short. The interval supposes that stretches are independent and the scorer
    is right; neither is so, and the true uncertainty is larger. Groups are not ranked by tone: those with most
    stretches come first.

    Parameters
    ----------
    sentiment : the table ``sentiment``; rows with the same ``target`` only, or with ``target`` in ``by``. It has no
        reporting clauses.
    by : columns that make a group; the scorer always does.

    Returns
    -------
    ``scorer``, the columns of ``by``, and: ``stretches``; ``with_evidence``, how many have a word that the
    scorer knows, the only ones that count below; ``mean`` (-1 to 1); from ``ENOUGH`` of them ``low`` and
    ``high``, a 95 % t interval clipped to -1 and 1, ``without_low`` and ``without_high``, the range of the
    mean when any one stretch is left out, ``moved_by``, the text of the one that moves it most, and
    ``mean_without`` it; ``note``, one of "no evidence", "one scored", "too few" or "". What is not known is
    NaN, or "".
    """
    by = ["scorer", *(name for name in by if name != "scorer")]
    keys, rows = [], []
    for key, group in sentiment.groupby(by, dropna=False):
        keys.append(key)
        scored = group[group["evidence"] & group["polarity"].notna()]
        rows.append((len(group), *_tone(scored["polarity"].to_numpy("float64"), scored["text"].tolist())))
    groups = pd.DataFrame(
        {name: pd.Series([key[at] for key in keys], dtype="str") for at, name in enumerate(by)}
    )
    cells = list(zip(*rows, strict=True)) or [()] * len(_TONE)
    figures = {
        name: pd.Series(list(values), dtype=dtype)
        for (name, dtype), values in zip(_TONE.items(), cells, strict=True)
    }
    table = groups.assign(**figures)
    order = ["scorer", "stretches", *by[1:]]
    return table.sort_values(order, ascending=[name != "stretches" for name in order], ignore_index=True)


def _tone(
    scores: np.ndarray, texts: list[str]
) -> tuple[int, float, float, float, float, float, str, float, str]:
    """The figures of one group, in the order of ``_TONE`` after ``stretches``."""
    n = len(scores)
    unknown = (math.nan, math.nan, math.nan, math.nan, "", math.nan)
    if n == 0:
        return (0, math.nan, *unknown, NO_EVIDENCE)
    mean = float(scores.mean())
    if n < ENOUGH:
        return (n, mean, *unknown, ONE if n == 1 else TOO_FEW)
    reach = t_quantile(n - 1) * float(scores.std(ddof=1)) / math.sqrt(n)
    without = (scores.sum() - scores) / (n - 1)
    most = int(np.abs(without - mean).argmax())
    low, high = max(-1.0, mean - reach), min(1.0, mean + reach)
    return (
        n,
        mean,
        low,
        high,
        float(without.min()),
        float(without.max()),
        texts[most],
        float(without[most]),
        "",
    )


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
