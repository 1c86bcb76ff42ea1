"""Articles side by side: figures, speakers and passages that they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.analysis.compare import SHORTEST, by_article, shared_passages
from sourcereading.analysis.findings.counted import speaker_words
from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.reading.wording import RATE_FROM, amount, listing, percent, short, verb, who

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
    figures = known[column].map(figure)
    least, most = figures[known[column].idxmin()], figures[known[column].idxmax()]
    if least == most:
        return f"{name}: {least} in each."
    low, high = (_articles(known.loc[figures == value, "article"]) for value in (least, most))
    return f"{name}: from {least} in {low} to {most} in {high}."


def _articles(names: pd.Series) -> str:
    """The article that has a figure; of several, how many they are."""
    return names.iloc[0] if len(names) == 1 else amount(len(names), "article")


def who_is_in_several(reading: Reading) -> str:
    """Which names are those of speakers in more than one of the articles?"""
    names = speaker_words(reading)
    names = names[names["speaker"] != UNATTRIBUTED]
    if names.empty:
        return "No speaker is quoted or paraphrased in any of the articles."
    several = names[names["articles"] > 1].sort_values(["articles", "words"], ascending=False, kind="stable")
    if several.empty:
        return "No speaker is in more than one article under the same name."
    parts = [f"{who(row.speaker)} (in {row.articles:,})" for row in several.itertuples()]
    described = [name for name in several["speaker"] if name[0].islower()]  # "officials", "the ministry"
    doubt = f"“{short(described[0], 60)}” need" if described else "two people with one name would count as one"
    doubt += " not mean the same people each time" if described else ""
    return (
        f"{len(several):,} of {amount(len(names), 'speaker')} {verb(len(several), 'is', 'are')} in more than one "
        f"article: {listing(parts)}. Names are matched by their letters: {doubt}."
    )


def which_passages(reading: Reading) -> str:
    """Which passages do the articles share word for word?"""
    found = shared_passages(reading)
    if found.empty:
        return f"No two articles share a passage of {SHORTEST} words or more."
    passages = found.groupby("passage").agg(words=("words", "first"), articles=("article_id", "nunique"))
    number, first = len(passages), passages.iloc[0]
    tied = int((passages["words"] == first["words"]).sum())
    which = "It" if number == 1 else "The longest" if tied == 1 else f"One of the {tied:,} longest"
    return (
        f"{amount(number, 'passage')} of {SHORTEST} words or more {verb(number, 'is', 'are')} in two or more articles. "
        f"{which} has {amount(int(first['words']), 'word')}, in {first['articles']:,} articles: "
        f"“{short(found['text'].iloc[0], 120)}”."
    )
