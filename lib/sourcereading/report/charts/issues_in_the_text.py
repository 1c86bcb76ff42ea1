"""The chart of where in the text issues are named, of many articles: how many mentions are in which part of a text."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sourcereading.reading.wording import count, percent
from sourcereading.report.charts.lettering import SMALL
from sourcereading.report.charts.looks import PLAIN, SOFT
from sourcereading.report.charts.plate import Frame, Plate, is_wide
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import ROWS, Chart, chart, framed, rows_for

_PARTS = 20
"""The parts of a text: in thirds there is no shape, in a hundred parts no height that is not chance."""
_ENOUGH = 30
"""From so many mentions the thirds of two issues are compared."""


def issues_in_the_text(name: str, mentions: pd.DataFrame, articles: pd.DataFrame) -> Chart:
    """The issues with the most ``mentions``, each with how many are in which twentieth of a text: their ``position`` is
    from 0, where the text begins, to 1."""
    columns = pd.MultiIndex.from_arrays([mentions["issue"], _part(mentions["position"], _PARTS)])
    grid = columns.value_counts(sort=False).unstack(fill_value=0).reindex(columns=range(_PARTS), fill_value=0)
    first = (_part(mentions["position"], 3) == 0).groupby(mentions["issue"])
    data = first.agg(mentions="size", first_third="sum").sort_index()
    data = data.sort_values("mentions", ascending=False, kind="stable")
    shown = data.head(rows_for(articles, ROWS))
    title = _title(shown)
    measure = (
        "Mentions by their place in the texts, from the first word (left) to the last (right); each row with a scale "
        "of its own"
    )
    counted = [count(len(mentions), "mention"), count(len(data), "issue")]
    left = data.iloc[len(shown) :]
    not_drawn = f"{count(len(left), 'more issue')} with {count(left['mentions'].sum(), 'mention')}"
    foot = [f"Not drawn: {not_drawn}; they are in the CSV."] if len(left) else []
    rows = [
        Row([Words(str(row.Index), most=2)], [Words(_share(row), colour=SOFT, most=2)]) for row in shown.itertuples()
    ]
    said = "; ".join(f"{row.Index}, {_share(row)}" for row in shown.head(6).itertuples())
    frame, heights = framed(title, measure, articles, counted, foot), grid.loc[shown.index].to_numpy()
    return chart(name, frame, f"Of all mentions: {said}.", data.reset_index(), _draw, rows, heights)


def _part(positions: pd.Series, parts: int) -> pd.Series:
    """In which of so many equal parts of a text a position is, from 0."""
    return (parts * positions).astype("int64").clip(upper=parts - 1)


def _share(row: Any) -> str:
    return f"{count(row.mentions, 'mention')}, {percent(row.first_third, row.mentions)} in the first third"


def _title(data: pd.DataFrame) -> str:
    """Which of the issues with enough mentions has most of them early, and which fewest."""
    enough = data[data["mentions"] >= _ENOUGH]
    if len(enough) < 2:
        return f"Too few mentions to say where the issues are named: fewer than two have {_ENOUGH}"
    early = (enough["first_third"] / enough["mentions"]).sort_values(kind="stable")
    least, most = early.index[0], early.index[-1]
    return (
        f"In the first third of the texts: from {percent(early[least], 1)} of the mentions of “{least}” to "
        f"{percent(early[most], 1)} of those of “{most}”"
    )


def _draw(frame: Frame, rows: list[Row], grid: np.ndarray, width: float) -> Figure:
    strips = Strips(width, 0.36, 2.0 if is_wide(width) else 1.2, 1.35, rows)
    plate = Plate(frame, strips.height + 0.24, width=width)
    axes = strips.axes(plate, (0, _PARTS), [], [])
    for row, heights in enumerate(grid):
        bottom = strips.at(row) + 0.42
        edges = range(_PARTS + 1)
        axes.stairs(bottom - 0.84 * heights / heights.max(), edges, baseline=bottom, fill=True, color=PLAIN.colour)
        axes.plot([0, _PARTS], [bottom, bottom], color=SOFT, linewidth=0.6)
    strips.lines(axes, [_PARTS / 3, 2 * _PARTS / 3], color=SOFT, linestyle=(0, (2, 2)))
    low = strips.height / strips.step - 0.1
    for x, label, side in ((0, "start", "left"), (_PARTS, "end of the texts", "right")):
        axes.text(x, low, label, size=SMALL - 0.5, color=SOFT, ha=side, va="center")
    return plate.figure
