"""The chart of a poll: what a class hears in phrases, as dots above what readers say and an official scale."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sourcereading.analysis.class_poll import Poll, headline, surprises
from sourcereading.certainty.in_numbers import has_number, range_lines
from sourcereading.reading.wording import count, inner_quotes
from sourcereading.report.charts.lettering import BODY, clean
from sourcereading.report.charts.looks import INK, PAPER, SOFT, Look, dot_style
from sourcereading.report.charts.plate import Frame, Plate, is_wide
from sourcereading.report.charts.probability import draw_range, range_legend, surveys
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import Chart, chart
from sourcereading.report.software import library_version

_CLASS = Look("#d55e00")
_STEP, _LEFT, _RIGHT, _FINE = 0.66, 1.3, 2.55, 7.5
_SMALLEST, _LARGEST = 4.0, 15.0
"""Points: the dot of one student, and the largest."""
_DOTS, _RANGES, _MEDIAN = -0.27, 0.2, 0.17
"""Where the dots and the ranges of a row are, and half the height of the stroke through the class's middle answer."""


def class_poll_chart(poll: Poll) -> Chart:
    """What a class hears in each phrase, with what readers and an official scale say."""
    title, said = headline(poll), surprises(poll)
    rows = poll.phrases
    subtitle = (
        "Percent. Dots: the answers of your class, a larger dot for more of them; stroke: the middle answer. Thin bar: "
        "nine in ten readers; thick bar: the middle half; triangle: the median. "
        f"n\xa0=\xa0{count(rows['times'].sum(), 'answer')}, at most {poll.most} to a phrase."
    )
    foot = [
        "Hands were counted: a dot may stand in the middle of a band of numbers." if poll.hands else "",
        "Readers were asked about the phrase by itself, and chose to take part; they are not readers at large.",
        surveys(rows),
        f"Your class: {clean(poll.file)}. Read with sourcereading\xa0{library_version()}.",
    ]
    each = (f"“{row.asked}”: {_of_class(row)}" for row in rows.head(12).itertuples(index=False))
    frame = Frame(title, subtitle, foot)
    return chart("class-poll", frame, f"{' '.join(said)} {'; '.join(each)}.", rows, _draw, poll)


def _of_class(row: pd.Series) -> str:
    """The answers of a class to a phrase, in words."""
    if not row.times:
        return "your class: no answer"
    ends = f"{row.class_low:g}" if row.class_low == row.class_high else f"{row.class_low:g} to {row.class_high:g}"
    return f"your class: {ends}\xa0%, middle {row.class_median:g} ({row.times})"


def _draw(frame: Frame, poll: Poll, width: float) -> Figure:
    rows = list(poll.phrases.itertuples(index=False))
    words = [
        Row(
            [Words(f"“{inner_quotes(row.asked)}”", BODY - 0.5, INK, 2)],
            [Words(_of_class(row), _FINE, INK, 2), *(Words(line, _FINE, SOFT, 2) for line in _of_readers(row))],
        )
        for row in rows
    ]
    strips = Strips(width, _STEP, _LEFT, _RIGHT, words)
    legend = [("your class", _CLASS, "dot"), *range_legend(poll.phrases)]
    plate = Plate(frame, strips.height + 0.28, legend, width=width)
    axes = strips.axes(plate, (0, 100), [0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"])
    for number, row in enumerate(rows):
        at = strips.at(number)
        if has_number(row):
            draw_range(axes, at + _RANGES, row)
        if row.times:
            _dots(axes, at + _DOTS, poll.answers[poll.answers["asked"] == row.asked], row.class_median, is_wide(width))
    return plate.figure


def _of_readers(row: pd.Series) -> list[str]:
    return range_lines(row) if has_number(row) else ["readers were not asked about it"]


def _dots(axes: Axes, at: float, answers: pd.DataFrame, median: float, wide: bool) -> None:
    """The answers to a phrase: one dot for each number, its area by how many gave it, the small ones in front."""
    largest = _LARGEST if wide else 0.8 * _LARGEST
    axes.plot([median, median], [at - _MEDIAN, at + _MEDIAN], color=INK, linewidth=1.6, zorder=4, clip_on=False)
    for row in answers.sort_values("times", ascending=False, kind="stable").itertuples(index=False):
        size = min(_SMALLEST * row.times**0.5, largest)
        style = dot_style(_CLASS, size) | {"markeredgecolor": PAPER, "markeredgewidth": 0.5}
        axes.plot([row.percent], [at], zorder=3, clip_on=False, **style)
