"""Probability phrases beside official scales: where a phrase of the text falls on each, and where scales disagree."""

from __future__ import annotations

from itertools import chain

import pandas as pd

from sourcereading.certainty.in_numbers import number_range
from sourcereading.certainty.probability import SCALES, official_terms


def falls_on(certainty: pd.DataFrame) -> pd.DataFrame:
    """Where the probability phrases of a text fall on the official scales, by the median of readers' answers: a row per
    phrase with a median, in reading order, but "maybe" and "possible", which are on no scale. Table: falls.

    On each of ``probability.SCALES`` it is the word whose band contains the median, with the band; "between two words"
    where the scale leaves a gap there, "below all words" or "above all words" where it ends before.
    """
    given = certainty[certainty["median"].notna() & (certainty["type"] == "probability")]
    rows = [
        (text, phrase, median, *(_words_at(scale, median, text) for scale in SCALES))
        for text, phrase, median in zip(given["text"].str.lower(), given["phrase"], given["median"], strict=True)
    ]
    frame = pd.DataFrame(list(dict.fromkeys(rows)), columns=["text", "phrase", "median", *SCALES])
    return frame.astype({"median": "float64"})


def side_by_side() -> pd.DataFrame:
    """The words that several official scales define, each with its bands, from unlikely to certain. Table: scales."""
    words = dict.fromkeys(chain.from_iterable(official_terms(scale) for scale in SCALES))
    found = []
    for word in words:
        bands = {scale: official_terms(scale)[word] for scale in SCALES if word in official_terms(scale)}
        if len(bands) < 2:
            continue
        low, high = max(band[0] for band in bands.values()), min(band[1] for band in bands.values())
        cells = [number_range(*bands[scale]) if scale in bands else "" for scale in SCALES]
        fits = number_range(low, high) if low < high else "none in common"
        middle = sum(sum(band) / 2 for band in bands.values()) / len(bands)
        found.append((middle, (word, *cells, fits)))
    rows = [row for _, row in sorted(found)]
    return pd.DataFrame(rows, columns=["phrase", *SCALES, "fits_all"])


def _words_at(scale: str, value: float, text: str) -> str:
    """The word of a scale for a probability in percent, with its band; of several that of the text, else the one with
    the narrowest band."""
    terms = official_terms(scale).items()
    holding = [(word != text, high - low, word) for word, (low, high) in terms if low <= value <= high]
    if not holding:
        bands = official_terms(scale).values()
        below, above = value < min(low for low, _ in bands), value > max(high for _, high in bands)
        return "below all words" if below else "above all words" if above else "between two words"
    *_, word = min(holding)
    return f"{word} ({number_range(*official_terms(scale)[word])})"
