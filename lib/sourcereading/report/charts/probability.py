"""The chart of probabilities: what readers say of a phrase, beside the band of an official scale."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sourcereading.analysis.names import MANY, article_labels
from sourcereading.analysis.probabilities import counted, phrases
from sourcereading.certainty.in_numbers import has_number, in_numbers, range_lines
from sourcereading.certainty.probability import quartiles
from sourcereading.reading.wording import count, sentence, times
from sourcereading.report.charts.lettering import BODY, FAMILY, shorten
from sourcereading.report.charts.looks import BASIS_LOOKS, INK, SCALE_LOOKS, SOFT, Look, bar_style, dot_style
from sourcereading.report.charts.plate import Frame, Plate, is_wide
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import ROWS, Chart, chart, framed, nothing, rows_for

_STEP, _LEFT, _RIGHT, _FINE = 0.52, 1.95, 2.5, 7.5
"""Inches: the height of a row, and the width of the words to the left and to the right of the ranges; then the size of
the small words."""
_OF_ONE_MARK = ["article_id", "mark_id", "sentence_id", "statement_id", "start", "end", "speaker", "voice", "rule"]
_NARROW = 1.2
"""Percent: a range is drawn at least so wide, or it could not be seen."""
_BASES = {
    "survey": "readers, asked about this phrase",
    "synonym": "readers, asked about another phrase",
    "numeric": "a number in the text",
    "proxy": "readers: a wide range, no middle",
}
_SCALES = {"ICD-203": "ICD-203 (US intelligence)", "": "another official scale"}


def probability_ranges(reading: Any) -> Chart:
    """What each probability is in numbers: readers' range, the official band, or that there is no number."""
    name, measure = "probability-ranges", "Probabilities and their ranges"
    rows = phrases(reading.certainty)
    if not len(rows):
        return nothing(name, measure, "the text gives no probability.", reading.articles, rows)
    shown = _drawn(rows, rows_for(reading.articles, ROWS))
    title = _title(rows)
    measure = (
        "Percent, from low to high. Thin bar: nine in ten readers; thick bar: the middle half; triangle: the median"
    )
    hidden = len(rows) - len(shown)
    left = count(int(rows["times"].sum() - shown["times"].sum()), "mark")
    foot = [
        f"Not drawn: {count(hidden, 'more phrase')} ({left}); they are in the CSV." if hidden else "",
        "Readers were asked about the phrase by itself; in an article it can mean less, or more.",
        surveys(shown),
    ]
    frame = framed(title, measure, reading.articles, counted(reading.certainty), foot)
    said = "; ".join(
        f"“{shorten(row.text, 3)}”{_often(row)} ({row.said_by}): {', '.join(range_lines(row))}"
        for row in shown.head(5).itertuples(index=False)
    )
    rest = f"; and {len(rows) - 5:,} more" if len(rows) > 5 else ""
    data, whose = rows.drop(columns=_OF_ONE_MARK), _whose(shown, reading.articles)
    return chart(name, frame, f"{sentence(said)}{rest}.", data, _draw, shown, whose)


def _drawn(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows there is room for, in their order: the two ends of the title, then the most frequent probabilities,
    and words of possibility only where room is left."""
    gives = rows["type"] == "probability"
    ends = rows[gives & has_number(rows)].index[[0, -1]] if (gives & has_number(rows)).any() else []
    order = pd.DataFrame({"end": ~rows.index.isin(ends), "possible": ~gives, "often": -rows["times"]})
    return rows.loc[order.sort_values(list(order), kind="stable").index[:most].sort_values()]


def _title(rows: pd.DataFrame) -> str:
    """What the ranges say: the probability, or from which to which they go."""
    given = rows[rows["type"] == "probability"]
    numbered = given[has_number(given)]
    without = int(given["times"].sum() - numbered["times"].sum())
    if not len(given):
        return "No phrase gives a probability; there are only words of possibility"
    if not len(numbered):
        return f"No number for {count(without, 'phrase that gives a probability', 'phrases that give a probability')}"
    rest = f"; {without:,} without a number" if without else ""
    ends = [f"“{shorten(row.text, 2.3)}” ({in_numbers(row)})" for row in numbered.iloc[[0, -1]].itertuples()]
    if len(numbered) == 1:
        often = int(numbered["times"].sum())
        return f"One probability{f', {times(often)}' if often > 1 else ''}: {ends[0]}{rest}"
    return f"Probabilities from {ends[0]} to {ends[1]}{rest}"


def _often(row: Any) -> str:
    return f" ×{row.times:,}" if row.times > 1 else ""


def _whose(shown: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """Who gives each probability, and where there are several articles in which or in how many."""
    if len(articles) < 2:
        return shown["said_by"].tolist()
    names = article_labels(articles) if len(articles) <= MANY else {}
    places = [names.get(row.article_id, "") if row.articles == 1 else "" for row in shown.itertuples()]
    return [
        f"{row.said_by}, in {place or count(row.articles, 'article')}"
        for row, place in zip(shown.itertuples(), places, strict=True)
    ]


def _draw(frame: Frame, shown: pd.DataFrame, whose: list[str], width: float) -> Figure:
    rows = [_words(row, said_by) for row, said_by in zip(shown.itertuples(index=False), whose, strict=True)]
    strips = Strips(width, _STEP if is_wide(width) else 0.8 * _STEP, _LEFT, _RIGHT, rows)
    plate = Plate(frame, strips.height + 0.28, range_legend(shown), width=width)
    axes = strips.axes(plate, (0, 100), [0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"])
    for number, row in enumerate(shown.itertuples(index=False)):
        draw_range(axes, strips.at(number), row)
    return plate.figure


def _words(row: Any, whose: str) -> Row:
    """What stands beside a range: the phrase, how often and ``whose`` it is; and the numbers in words."""
    often = _often(row)
    phrase = shorten(f"“{row.text}”", _LEFT - 0.08 * len(often), BODY - 0.5)
    numbers, *official = range_lines(row)
    return Row(
        [Words(f"{phrase}{often}", BODY - 0.5), Words(whose, _FINE, SOFT, 2)],
        [Words(numbers, _FINE, INK, 2), *(Words(line, _FINE, SOFT) for line in official)],
    )


def _scale(row: Any) -> str:
    return row.official_scale if row.official_scale in SCALE_LOOKS else ""


def range_legend(shown: pd.DataFrame) -> list[tuple[str, Look, str]]:
    """Which bars :func:`draw_range` draws for some rows, and what each means."""
    bases = [basis for basis in _BASES if (shown["basis"] == basis).any()]
    legend = [(_BASES[basis], BASIS_LOOKS[basis], "dot" if basis == "numeric" else "bar") for basis in bases]
    scales = {_scale(row) for row in shown[shown["official_low"].notna()].itertuples(index=False)}
    return legend + [(_SCALES[scale], SCALE_LOOKS[scale], "bar") for scale in _SCALES if scale in scales]


def draw_range(axes: Axes, at: float, row: Any) -> None:
    """One phrase: what nine in ten readers say, their middle half and their median, or the number in the text; below
    it the official band."""
    if not math.isnan(row.official_low):
        width, look = row.official_high - row.official_low, SCALE_LOOKS[_scale(row)]
        axes.barh(at + 0.24, width, left=row.official_low, height=0.11, **bar_style(look))
    if not has_number(row):
        axes.text(
            50, at - 0.04, "no number", ha="center", va="center", fontsize=7.5, color=SOFT, fontfamily=FAMILY,
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "none", "edgecolor": SOFT, "linestyle": ":"},
        )  # fmt: skip
        return
    look = BASIS_LOOKS[row.basis]
    if row.basis == "numeric":
        _stated(axes, at - 0.04, row, look)
        return
    if row.basis == "proxy":
        _bar(axes, at, row.low, row.high, 0.28, look)
        return
    _bar(axes, at, row.low, row.high, 0.12, look)
    _bar(axes, at, *quartiles(row.phrase), 0.28, look)
    # A triangle above the bars: a tick across a narrow one would hide it.
    axes.plot([row.median], [at - 0.3], marker="v", markersize=5, color=INK, linestyle="none", clip_on=False)


def _bar(axes: Axes, at: float, low: float, high: float, height: float, look: Look) -> None:
    """A bar; a narrow one at least ``_NARROW`` wide and without the white edge and hatch that would hide it."""
    width = max(high - low, _NARROW)
    style = bar_style(look)
    if high - low < 3 * _NARROW:
        style |= {"edgecolor": look.colour, "hatch": ""}
    axes.barh(at - 0.04, width, left=(low + high - width) / 2, height=height, **style)


def _stated(axes: Axes, y: float, row: Any, look: Look) -> None:
    """A number of the text, or a line to the end of the scale where the text gives a bound only."""
    low, high = (0.0 if math.isnan(row.low) else row.low), (100.0 if math.isnan(row.high) else row.high)
    axes.plot([low, high], [y, y], color=look.colour, linewidth=2)
    ends = sorted({end for end in (row.low, row.high) if not math.isnan(end)})
    axes.plot(ends, [y] * len(ends), clip_on=False, **dot_style(look, 5.5))


def surveys(marks: pd.DataFrame) -> str:
    """Which surveys the readers' ranges come from, and how many people answered."""
    asked = marks[marks["n"].notna()].groupby("source")["n"].agg(["min", "max"])
    said = [
        f"{source} (n {low:,.0f})" if low == high else f"{source} (n {low:,.0f} to {high:,.0f})"
        for source, low, high in asked.itertuples()
    ]
    return f"Readers: {'; '.join(said)}." if said else ""
