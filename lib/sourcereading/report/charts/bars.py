"""Bar charts: rows of bars, stacked by series, with a label before each bar and a text at its end.

On a narrow plate a label that is long stands above its bar, and long texts stand below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sourcereading.report.charts.lettering import SMALL, clean, text_width, wrap
from sourcereading.report.charts.looks import SOFT, Look, bar_style
from sourcereading.report.charts.plate import LINE, MARGIN, Frame, Plate, is_wide

_BAR, _PAD = 0.18, 0.11
"""Inches: the height of a bar, and the space between two rows."""

_HEAD = 0.34
"""Inches for the name of a panel."""

_WIDE, _NARROW = (2.3, 3.2), (1.2, 1.5)
"""Inches for a label beside its bar, and for the text at the bar's end."""


class Bars(NamedTuple):
    """A row of a bar chart: its label, a length for each series, and the text at the bar's end."""

    label: str
    lengths: Sequence[float]
    end: str


class _Places(NamedTuple):
    """Where the parts of the rows are: labels and ends as lines of text, or above and below the bars."""

    labels: list[list[str]]
    ends: list[list[str]]
    left: float
    right: float
    above: bool
    below: bool

    def height(self, at: int) -> float:
        """Inches of a row."""
        label, end = LINE * len(self.labels[at]), LINE * len(self.ends[at])
        return _PAD + self.bar(at) + (label + 0.03 if self.above else 0) + (end + 0.03 if self.below else 0)

    def total(self) -> float:
        """Inches of all rows."""
        return sum(self.height(at) for at in range(len(self.labels)))

    def bar(self, at: int) -> float:
        """Inches of the bar and what stands beside it."""
        label, end = (0 if self.above else len(self.labels[at])), (0 if self.below else len(self.ends[at]))
        return max(_BAR, LINE * max(label, end))


def bar_chart(frame: Frame, series: Sequence[tuple[str, Look]], rows: Sequence[Bars], width: float) -> Figure:
    """Horizontal bars, stacked by series, the value written at each bar's end."""
    return panel_chart(frame, series, [("", rows)], width)


def panel_chart(
    frame: Frame, series: Sequence[tuple[str, Look]], panels: Sequence[tuple[str, Sequence[Bars]]], width: float
) -> Figure:
    """Bar charts, one under the other, each with its name and a scale of its own; all bars begin at one line."""
    legend = [(label, look, "bar") for label, look in series if label]
    places = _places([row for _, rows in panels for row in rows], width - 2 * MARGIN)
    parts, at = [], 0
    for name, rows in panels:
        mine = places._replace(labels=places.labels[at : at + len(rows)], ends=places.ends[at : at + len(rows)])
        parts.append((name, rows, mine))
        at += len(rows)
    height = sum((_HEAD if name else 0) + mine.total() for name, _, mine in parts)
    plate = Plate(frame, height, legend, width=width)
    down = 0.0
    for name, rows, mine in parts:
        if name:
            plate.write(MARGIN, plate.top + down + 0.2, name, SMALL, bold=True)
            down += _HEAD
        _draw_rows(plate, down, mine, [look for _, look in series], rows)
        down += mine.total()
    return plate.figure


def _draw_rows(plate: Plate, down: float, places: _Places, looks: Sequence[Look], rows: Sequence[Bars]) -> None:
    """Rows of bars, ``down`` from the top of the body of a plate."""
    x, height = MARGIN, places.total()
    span = plate.inner - places.left - places.right
    axes = plate.axes(x + places.left, span, down, height)
    longest = max((sum(row.lengths) for row in rows), default=0) or 1
    axes.set_xlim(0, longest)
    axes.set_ylim(height, 0)
    axes.set_xticks([])
    beside = not (places.above or places.below)
    y = 0.0
    for at, row in enumerate(rows):
        label, end = places.labels[at], places.ends[at]
        top = y + _PAD / 2
        if places.above:
            plate.lines_around(x, plate.top + down + top + LINE * len(label) / 2, label)
            top += LINE * len(label) + 0.03
        tall = places.bar(at)
        middle = top + tall / 2
        if not places.above:
            plate.lines_around(x + places.left - 0.1, plate.top + down + middle, label, ha="right")
        _bar(axes, middle, looks, row.lengths)
        line = [y, y + places.height(at)] if beside else [top, top + tall]
        axes.plot([0, 0], line, color=SOFT, linewidth=0.8, clip_on=False)
        if places.below:
            below = plate.top + down + top + tall + 0.03 + LINE * len(end) / 2
            plate.lines_around(x + places.left, below, end, colour=SOFT)
        else:
            at_end = x + places.left + 0.07 + span * sum(row.lengths) / longest
            plate.lines_around(at_end, plate.top + down + middle, end, colour=SOFT)
        y += places.height(at)


def _places(rows: Sequence[Bars], inches: float) -> _Places:
    wide = is_wide(inches)
    most_left, most_right = _WIDE if wide else _NARROW
    widest = max((text_width(clean(row.label)) for row in rows), default=0)
    above = not wide and widest > most_left
    below = not wide and any(text_width(clean(row.end)) > most_right for row in rows)
    left = 0 if above else min(most_left, widest + 0.02) + 0.1
    labels = [wrap(row.label, inches if above else left - 0.1, most=2) for row in rows]
    ends = [wrap(row.end, inches - left if below else most_right, most=2) for row in rows]
    right = 0 if below else max((text_width(line) for end in ends for line in end), default=0) + 0.1
    return _Places(labels, ends, left, right, above, below)


def _bar(axes: Axes, middle: float, looks: Sequence[Look], lengths: Sequence[float]) -> None:
    start = 0.0
    for look, length in zip(looks, lengths, strict=True):
        if length:
            axes.barh(middle, length, left=start, height=_BAR, **bar_style(look))
            start += length
