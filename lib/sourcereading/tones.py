"""Tables made from the table ``sentiment``: two scorers side by side, and who speaks how about whom.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

import pandas as pd

from sourcereading.news_tone import NEWS
from sourcereading.sentiment import NEGATIVE, NEUTRAL, POSITIVE, TEXTBLOB, UNSURE
from sourcereading.summaries import tone_by

SCORERS = {NEWS: "the news scorer", TEXTBLOB: "TextBlob"}
"""Each scorer's name in a sentence, the better one first."""

TONES = (NEGATIVE, NEUTRAL, POSITIVE, UNSURE)

_STRETCH = ["article_id", "sentence_id", "statement_id", "start", "end", "text", "speaker", "voice"]
_OPPOSITE = {(NEGATIVE, POSITIVE), (POSITIVE, NEGATIVE)}


def of_stretches(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``sentiment`` that score a stretch as a whole, without a target."""
    return sentiment[sentiment["target"] == ""]


def side_by_side(sentiment: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch with what both scorers say of it.

    Returns
    -------
    The stretch's columns of ``sentiment``; ``news``, ``news_tone``, ``news_words`` and ``textblob``, ``textblob_tone``,
    ``textblob_words``: polarity, verdict and deciding words of each; and ``opposed``, whether one says negative and the
    other positive.
    """
    whole = of_stretches(sentiment)
    parts = {}
    for scorer in SCORERS:
        rows = whole[whole["scorer"] == scorer]
        names = {"polarity": scorer, "tone": f"{scorer}_tone", "words": f"{scorer}_words"}
        parts[scorer] = rows[[*_STRETCH, *names]].rename(columns=names)
    table = parts[NEWS].merge(parts[TEXTBLOB], on=_STRETCH, how="inner")
    pairs = zip(table[f"{NEWS}_tone"], table[f"{TEXTBLOB}_tone"], strict=True)
    return table.assign(opposed=pd.Series([pair in _OPPOSITE for pair in pairs], dtype="bool"))


def toward(sentiment: pd.DataFrame) -> pd.DataFrame:
    """Who speaks how about whom: one row per speaker and target, those with most stretches first.

    Returns
    -------
    ``speaker``, ``target``, ``stretches`` that name the target; how many of them are ``negative``, ``neutral``,
    ``positive`` and ``unsure`` towards it; ``mean``, ``low`` and ``high`` of the polarity and ``note`` as
    ``summaries.tone_by`` gives them: an interval from five scored stretches on.
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
