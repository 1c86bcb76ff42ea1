"""Charts of issues and of speakers across articles: a row for each, with a bar for each article."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.across import issues_across, positions_across, speakers_across
from sourcereading.analysis.names import MANY
from sourcereading.reading.wording import count, listing, of_the, percent, short
from sourcereading.report.charts.looks import INK, PLAIN, SOFT
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import (
    ROWS,
    SMALL,
    Chart,
    Plate,
    is_wide,
    measured,
    nothing,
    rows_for,
    source_line,
)

_NAMED = 8
"""Up to so many articles are named under the chart."""
_FIGURES = 4
"""Up to so many articles have their share written beside the bar."""


def issues_by_article(reading: Any) -> Chart:
    """Which article names which issue, and in how many of its sentences."""
    table = issues_across(reading)
    measure = "Share of an article’s sentences that name the issue"
    return _chart(reading, table, "issues-by-article", "Issues by article", measure, ("issue", "is named"))


def speakers_by_article(reading: Any) -> Chart:
    """Who is heard in which article, and with how many of its words."""
    table = speakers_across(reading)
    measure = "Share of an article’s words that are the speaker’s, quoted or paraphrased"
    return _chart(reading, table, "speakers-by-article", "Speakers by article", measure, ("speaker", "is heard"))


def positions_by_article(reading: Any) -> Chart:
    """Sources of which position are heard in which article, and with how many of its words."""
    table = positions_across(reading)
    measure = "Share of an article’s words that are of sources with this position"
    return _chart(reading, table, "positions-by-article", "Positions by article", measure, ("position", "is heard"))


def _chart(
    reading: Any, table: pd.DataFrame, name: str, heading: str, measure: str, words: tuple[str, str]
) -> Chart:
    """The chart of a table of ``across``; ``words`` are what a row is, and what happens to it in an article."""
    articles = reading.articles
    if len(articles) < 2:
        why = "there is one article only." if len(articles) else "there is no article."
        return nothing(name, heading, why, articles, table.head(0))
    if table.empty:
        return nothing(name, heading, f"no {words[0]} {words[1]} in any of the articles.", articles, table)
    grid = table.pivot_table(index="name", columns="article_id", values="percent", sort=False, dropna=False)
    grid = grid.reindex(index=table["name"].unique(), columns=articles["article_id"]).fillna(0.0)
    having = (grid > 0).sum(axis=1)
    title = _title(having, len(articles), words)
    drawn = grid[having > min(1, having.max() - 1)].head(rows_for(articles, ROWS))
    many = len(articles) > MANY
    highest = f"the highest is {percent(drawn.to_numpy().max(), 100)}"
    subtitle = measured(f"{measure}; a bar is an article, {highest}", articles, count(len(grid), words[0]))
    left = len(grid) - len(drawn)
    foot = [
        f"Not drawn: {count(left, f'more {words[0]}')}, in at most {count(having.iloc[len(drawn)], 'article')} each; "
        f"they are in the {'tables' if many else 'CSV'}." if left else "",
        _whose_bars(table, len(articles)),
        source_line(articles),
    ]  # fmt: skip
    said = "; ".join(f"{short(str(row), 60)} in {having[row]:,}" for row in drawn.index[:6])
    alt = f"{title}. Of {count(len(articles), 'article')}: {said}."
    shown = table[(table["part"] > 0) & (table["name"].isin(drawn.index) | (not many))].reset_index(drop=True)
    return Chart(name, partial(_draw, title, subtitle, foot, drawn, having), title, alt, shown)


def _title(having: pd.Series, articles: int, words: tuple[str, str]) -> str:
    """Which issue or speaker is in the most articles, and in how many."""
    noun, verb = words
    most, first = int(having.max()), having[having == having.max()].index
    if most == 1:
        return f"No {noun} {verb} in more than one of the {articles:,} articles" + (
            " under the same name" if noun == "speaker" else ""
        )
    where = of_the(most, articles, "article")
    if len(first) == 1:
        return f"One {noun} {verb} in {where}, more than any other: {_name(first[0], noun)}"
    return f"{len(first)} {noun}s {verb.replace('is', 'are')} in {where}: {listing([_name(at, noun) for at in first])}"


def _name(name: Any, noun: str) -> str:
    return f"“{name}”" if noun != "speaker" else short(str(name), 60)


def _whose_bars(table: pd.DataFrame, articles: int) -> str:
    if articles > _NAMED:
        return "From left to right: the articles in the order of the list of articles."
    names = table.drop_duplicates("article_id")["article"]
    return f"From left to right: {'; '.join(f'{number} {short(name, 60)}' for number, name in enumerate(names, 1))}."


def _draw(title: str, subtitle: str, foot: list[str], grid: pd.DataFrame, having: pd.Series, width: float) -> Figure:
    articles = grid.shape[1]
    rows = [
        Row([Words(str(name), most=2)], [Words(f"in {having[name]:,} of {articles:,}", colour=SOFT)])
        for name in grid.index
    ]
    strips = Strips(width, 0.36, 2.1 if is_wide(width) else 1.2, 0.95, rows, beside=True)
    plate = Plate(title, subtitle, foot, strips.height + 0.24, width=width)
    ticks = list(range(articles)) if articles <= _NAMED else [0, articles - 1]
    axes = strips.axes(plate, (-0.5, articles - 0.5), [], [])
    low = strips.at(len(rows) - 1) + 0.9
    for tick in ticks:
        axes.text(tick, low, f"{tick + 1:,}", size=SMALL - 0.5, color=SOFT, ha="center", va="center", clip_on=False)
    bar, figures = (0.16, articles <= _FIGURES) if articles <= _FIGURES else (0.4, False)
    highest = grid.to_numpy().max()
    for row, (_, values) in enumerate(grid.iterrows()):
        bottom = strips.at(row) + 0.42
        at = np.flatnonzero(values.to_numpy())
        x = np.repeat(at, 4) + np.tile([-bar, -bar, bar, bar], len(at))
        high = np.repeat(values.to_numpy()[at], 4) * np.tile([0, 1, 1, 0], len(at)) / highest
        axes.fill_between(x, bottom, bottom - 0.84 * high, color=PLAIN.colour, linewidth=0, clip_on=False)
        axes.plot([-0.5, articles - 0.5], [bottom, bottom], color=SOFT, linewidth=0.6, clip_on=False)
        if figures:
            for column in at:
                said = percent(values.iloc[column], 100)
                axes.text(column + bar + 0.03, bottom - 0.25, said, size=SMALL - 0.5, color=INK, clip_on=False)
    return plate.figure
