"""Articles side by side: figures, speakers and passages that they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.analysis.compare import by_article, shared_passages
from sourcereading.analysis.findings.counted import speaker_words
from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.reading.wording import RATE_FROM, amount, listing, percent, sentence, short, verb, who

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading


def how_articles_differ(reading: Reading) -> str:
    """How do the articles differ in numbers?"""
    table = by_article(reading)
    if len(table) < 2:
        return "There is one article here; comparing needs two or more."
    long = table[table["words"] >= RATE_FROM]
    parts = [
        _spread(table, "words", "Length", lambda value: amount(int(value), "word")),
        _spread(
            table,
            "quoted_percent_of_reported",
            "Share of speakers’ words in quotation marks",
            lambda value: percent(value, 100),
        ),
        _spread(
            long,
            "hedges_per_1000",
            "Hedges per 1,000 words" + (f" (articles of {RATE_FROM} words or more)" if len(long) < len(table) else ""),
            lambda value: f"{value:.0f}",
        ),
    ]
    return f"{len(table):,} articles. {' '.join(part for part in parts if part)}"


def _spread(table: pd.DataFrame, column: str, name: str, figure: Callable[[float], str]) -> str:
    """The lowest and the highest of a column with the articles that have them; "" with fewer than two values."""
    known = table[table[column].notna()]
    if len(known) < 2:
        return ""
    low, high = known.loc[known[column].idxmin()], known.loc[known[column].idxmax()]
    least, most = figure(low[column]), figure(high[column])
    if least == most:
        return f"{name}: {least} in each."
    return f"{name}: from {least} in {low['article']} to {most} in {high['article']}."


def who_is_in_several(reading: Reading) -> str:
    """Who speaks in more than one of the articles?"""
    names = speaker_words(reading)
    names = names[names["speaker"] != UNATTRIBUTED]
    if names.empty:
        return "No speaker is quoted or paraphrased in any of the articles."
    several = names[names["articles"] > 1].sort_values(["articles", "words"], ascending=False, kind="stable")
    if several.empty:
        return "No speaker is in more than one article."
    parts = [f"{who(row.speaker)} (in {row.articles:,})" for row in several.itertuples()]
    speak = verb(len(several), "speaks", "speak")
    return (
        f"{len(several):,} of {amount(len(names), 'speaker')} {speak} in more than one article: {listing(parts)}."
    )


def which_passages(reading: Reading) -> str:
    """Which passages do the articles share word for word?"""
    found = shared_passages(reading)
    if found.empty:
        return "No two articles share a passage of six words or more."
    number = int(found["passage"].nunique())
    first = found[found["passage"] == found["passage"].iloc[0]]
    same = "The longest" if number > 1 else "It"
    return (
        f"{sentence(amount(number, 'passage'))} of six words or more {verb(number, 'is', 'are')} in two or more "
        f"articles. {same} has {amount(int(first['words'].iloc[0]), 'word')}, in {len(first):,} articles: "
        f"“{short(first['text'].iloc[0], 120)}”."
    )
