"""Charts of issues and of speakers across articles: a row for each, with a bar for each article."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sourcereading.analysis.across import issues_across, positions_across, speakers_across
from sourcereading.analysis.article_groups import in_order
from sourcereading.analysis.names import MANY, article_labels, doubtful_names
from sourcereading.reading.wording import count, listing, of_the, percent, short
from sourcereading.report.charts.lettering import SMALL
from sourcereading.report.charts.looks import INK, PLAIN, SOFT
from sourcereading.report.charts.plate import Frame, Plate, is_wide
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import ROWS, Chart, chart, framed, nothing, rows_for

_NAMED = 8
"""Up to so many articles are named under the chart."""
_FIGURES = 4
"""Up to so many articles have their share written beside the bar."""
_IN_ORDER = 60
"""Up to so many articles are drawn in their order: of more, a bar is too thin to be found again."""


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


def _chart(reading: Any, table: pd.DataFrame, name: str, heading: str, measure: str, words: tuple[str, str]) -> Chart:
    """The chart of a table of ``across``; ``words`` are what a row is, and what happens to it in an article."""
    articles = in_order(reading.articles)
    if len(articles) < 2:
        why = "there is one article only." if len(articles) else "there is no article."
        return nothing(name, heading, why, articles, table.head(0))
    if table.empty:
        return nothing(name, heading, f"no {words[0]} {words[1]} in any of the articles.", articles, table)
    having = table["name"].value_counts(sort=False)  # in the order of the table
    title = _title(having, len(articles), words)
    if having.max() == 1 or (having.max() == 2 and (having > 1).sum() == 1):  # one row with two bars says no more
        return nothing(name, heading, f"{title}.", articles, table)
    names = having.index[having > 1][: rows_for(articles, ROWS)]
    grid = _grid(table, names, articles["article_id"])
    many = len(articles) > _IN_ORDER
    bars = "each row’s articles by their share, from the highest down" if many else "a bar is an article"
    measure = f"{measure}; {bars}, the highest of all {percent(grid.max(), 100)}"
    left = having.iloc[len(names) :]
    foot = [
        f"Not drawn: {count(len(left), f'more {words[0]}')}, in at most {count(left.iloc[0], 'article')} each; "
        "they are in the CSV." if len(left) else "",
        *(_named_only(names, reading.speakers) if words[0] == "speaker" else []),
        "" if many else _whose_bars(articles, article_labels(reading.articles)),
    ]  # fmt: skip
    frame = framed(title, measure, articles, [count(len(having), words[0])], foot)
    said = "; ".join(f"{short(str(row), 60)} in {having[row]:,}" for row in names[:6])
    said = f"Of {count(len(articles), 'article')}: {said}."
    data = _summed(table) if len(articles) > MANY else table
    return chart(name, frame, said, data, _draw, having[names], grid)


def _named_only(names: Any, speakers: pd.DataFrame) -> list[str]:
    """The lines about names, which only those who have one can share."""
    return ["Sources without a name (“the company”) are left out: in each article they are others.",
            *doubtful_names(names, speakers)]  # fmt: skip


def _grid(table: pd.DataFrame, names: Any, articles: pd.Series) -> np.ndarray:
    """The share of each name (a row) in each article (a column)."""
    grid = np.zeros((len(names), len(articles)))
    rows = pd.Index(names).get_indexer(table["name"])
    columns = pd.Index(articles).get_indexer(table["article_id"])
    grid[rows[rows >= 0], columns[rows >= 0]] = table["percent"].to_numpy()[rows >= 0]
    return grid


def _summed(table: pd.DataFrame) -> pd.DataFrame:
    """A row per name: a row per name and article is no download for a page where articles are many."""
    shares = table.groupby("name", sort=False)["percent"]
    return shares.agg(articles="size", median_percent="median", highest_percent="max").reset_index()


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


def _whose_bars(articles: pd.DataFrame, labels: dict[str, str]) -> str:
    if len(articles) > _NAMED:
        return "From left to right: the articles in the order of the list on the index page."
    names = enumerate((labels[article] for article in articles["article_id"]), 1)
    return f"From left to right: {'; '.join(f'{number} {short(name, 60)}' for number, name in names)}."


def _draw(frame: Frame, having: pd.Series, grid: np.ndarray, width: float) -> Figure:
    articles = grid.shape[1]
    rows = [
        Row([Words(str(name), most=2)], [Words(f"in {number:,} of {articles:,}", colour=SOFT)])
        for name, number in having.items()
    ]
    strips = Strips(width, 0.36, 2.1 if is_wide(width) else 1.2, 0.95, rows, beside=True)
    plate = Plate(frame, strips.height + 0.24, width=width)
    axes = strips.axes(plate, (-0.5, articles - 0.5), [], [])
    low = strips.at(len(rows) - 1) + 0.9
    for tick in range(articles) if articles <= _NAMED else [0, articles - 1]:
        axes.text(tick, low, f"{tick + 1:,}", size=SMALL - 0.5, color=SOFT, ha="center", va="center", clip_on=False)
    for row, values in enumerate(grid):
        bottom = strips.at(row) + 0.42
        _bars(axes, bottom, values / grid.max(), articles)
        if articles <= _FIGURES:
            for column in np.flatnonzero(values):
                said = percent(values[column], 100)
                axes.text(column + 0.19, bottom - 0.25, said, size=SMALL - 0.5, color=INK, clip_on=False)
    return plate.figure


def _bars(axes: Axes, bottom: float, heights: np.ndarray, articles: int) -> None:
    """A bar for each article that has something, on a line; of many articles, from the highest down."""
    if articles > _IN_ORDER:  # in steps of a hundredth, however many the articles
        steps = np.ceil(100 * np.sort(heights)[::-1]) / 100
        last = np.flatnonzero(np.diff(steps, append=-1))
        tops = bottom - 0.84 * steps[last]
        axes.stairs(tops, [-0.5, *(last + 0.5)], baseline=bottom, fill=True, color=PLAIN.colour, linewidth=0)
    else:
        bar = 0.16 if articles <= _FIGURES else 0.4
        at = np.flatnonzero(heights)
        x = np.repeat(at, 4) + np.tile([-bar, -bar, bar, bar], len(at))
        high = np.repeat(heights[at], 4) * np.tile([0, 1, 1, 0], len(at))
        axes.fill_between(x, bottom, bottom - 0.84 * high, color=PLAIN.colour, linewidth=0, clip_on=False)
    axes.plot([-0.5, articles - 0.5], [bottom, bottom], color=SOFT, linewidth=0.6, clip_on=False)
