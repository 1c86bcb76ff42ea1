"""By which figures articles differ most, so that a chart and a finding begin with the same one."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.names import MANY
from sourcereading.reading.wording import RATE_FROM, count, percent

CONTRAST = 1.5
"""How many times the lowest value the highest must be: below, articles are said to differ little."""

_QUARTER = "a quarter of the articles"

_OFTEN = 5
"""What is counted must occur so often in the article that has most of it."""


class Measure(NamedTuple):
    """A figure by which articles of different length can be compared: a column of ``by_article``, in percent or per
    1,000 words; ``of_speakers`` says that it is divided by the words of speakers, not by all words."""

    column: str
    name: str
    of_speakers: bool = False

    def figure(self, value: float) -> str:
        """A value for reading: "12 %", or "5" per 1,000."""
        return percent(value, 100) if "percent" in self.column else f"{value:.0f}"


MEASURES = (
    Measure("quoted_percent_of_reported", "Share of speakers’ words in quotation marks", of_speakers=True),
    Measure("hedges_per_1000", "Hedges per 1,000 words"),
    Measure("raises_per_1000", "Expressions of certainty per 1,000 words"),
    Measure("reported_percent", "Share of speakers’ words in all words"),
    Measure("issue_mentions_per_1000", "Mentions of issues per 1,000 words"),
)
"""What articles are compared by; where they differ little, in this order."""


def contrasts(table: pd.DataFrame) -> pd.DataFrame:
    """The measures of the articles that ``by_article`` compares, the strongest contrast first: ``measure``, its ``low``
    and ``high`` value (of more than ``MANY`` articles the quartiles: among hundreds, some have none and some have it
    all), ``low_article`` and ``high_article`` (the article that has it; of several, how many they are), ``articles``
    (how many are compared: those with 100 words or more to divide by, two at least), and ``ratio``.

    The ratio of the highest to the lowest counts one more in both, so that "5 against none" is not without end, and is
    1 where there are fewer than five in the highest, or where it is below ``CONTRAST``.
    """
    rows: list[tuple] = []
    for measure in MEASURES:
        value, words = compared(table, measure)
        if len(value) < 2:
            continue
        times = value * words / (100 if "percent" in measure.column else 1000)
        if len(value) > MANY:
            rows.append(_of_many(measure, value, times))
            continue
        low, high = value.idxmin(), value.idxmax()
        more = (times + 1) / words
        ratio = more[high] / more[low] if round(times[high]) >= _OFTEN else 1.0
        ends = [_whose(table["article"], value.map(measure.figure), at) for at in (low, high)]
        rows.append((measure, value[low], value[high], *ends, len(value), ratio if ratio >= CONTRAST else 1.0))
    columns = ["measure", "low", "high", "low_article", "high_article", "articles", "ratio"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values("ratio", ascending=False, kind="stable", ignore_index=True)


def _of_many(measure: Measure, value: pd.Series, times: pd.Series) -> tuple:
    """The row of a measure of many articles: what a quarter of them has at most, and another quarter at least."""
    low, high = value.quantile([0.25, 0.75], interpolation="nearest")
    often = times[value >= high].median() >= _OFTEN
    ratio = (high + 1) / (low + 1) if often else 1.0
    return (measure, low, high, _QUARTER, _QUARTER, len(value), ratio if ratio >= CONTRAST else 1.0)


def _whose(names: pd.Series, figures: pd.Series, at: Any) -> str:
    """The article that has a figure as readers see it; of several, how many they are."""
    alike = figures.index[figures == figures[at]]
    return names[at] if len(alike) == 1 else count(len(alike), "article")


def compared(table: pd.DataFrame, measure: Measure) -> tuple[pd.Series, pd.Series]:
    """The values of a measure and the words they are divided by, of the articles that have 100 words or more of
    these."""
    words = table["reported_percent"] * table["words"] / 100 if measure.of_speakers else table["words"]
    enough = words.round() >= RATE_FROM
    return table.loc[enough, measure.column], words[enough]


def in_words(contrast: Any) -> str:
    """A row of ``contrasts`` in words, without a full stop: "Hedges per 1,000 words: from 5 in A to 12 in B"."""
    measure = contrast.measure
    low, high = measure.figure(contrast.low), measure.figure(contrast.high)
    if low == high:
        return f"{measure.name}: {low} in {'each' if contrast.low_article != _QUARTER else 'half of the articles'}"
    if contrast.low_article == _QUARTER:
        least = f"at most {low}" if contrast.low else low
        return f"{measure.name}: {least} in {_QUARTER}, at least {high} in another quarter"
    return f"{measure.name}: from {low} in {contrast.low_article} to {high} in {contrast.high_article}"
