"""Rows with a scale to draw on and words before and after it; on a narrow plate the words stand above and below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes

from sourcereading.report.charts.lettering import SMALL, wrap
from sourcereading.report.charts.looks import INK, RULE
from sourcereading.report.charts.plate import MARGIN, Plate, is_wide

_LINE, _GAP = 0.145, 0.1
_Line = tuple[str, float, str]


class Words(NamedTuple):
    """Words in a row, in at most so many lines."""

    text: str
    size: float = SMALL
    colour: str = INK
    most: int = 1


class Row(NamedTuple):
    """The words of a row."""

    before: Sequence[Words]
    after: Sequence[Words] = ()


class Strips:
    """Where the rows of a chart are, each with a strip to draw on: ``step`` inches high, ``left`` and ``right`` inches
    for the words before and after; ``beside`` says that the words after it are so few that they stand beside it on a
    narrow plate, too."""

    def __init__(
        self, width: float, step: float, left: float, right: float, rows: Sequence[Row], beside: bool = False
    ) -> None:
        wide, inner = is_wide(width), width - 2 * MARGIN
        beside = beside or wide
        self.step = step
        self._before = [_lines(row.before, left if wide else inner) for row in rows]
        self._after = [_lines(row.after, right if beside else inner) for row in rows]
        self._wide, self._beside = wide, beside
        self._middles, down = [], 0.0
        for before, after in zip(self._before, self._after, strict=True):
            down += 0 if wide else _LINE * len(before)
            self._middles.append(down + step / 2)
            down += step + (0 if beside else _LINE * len(after)) + (0 if wide else _GAP)
        self.height = down
        self._left = MARGIN + (left + 0.2 if wide else 0.1)
        self._span = width - self._left - MARGIN - (right + 0.2 if beside else 0.1)
        self._after_at = width - MARGIN - right if beside else MARGIN

    def axes(self, plate: Plate, ends: tuple[float, float], ticks: Sequence[float], labels: Sequence[str]) -> Axes:
        """Axes with a scale across all rows, with quiet lines; the words are written beside them."""
        axes = plate.axes(self._left, self._span, 0, self.height)
        axes.set_xlim(*ends)
        axes.set_ylim(self.height / self.step - 0.5, -0.5)
        axes.set_xticks(ticks, labels)
        self.lines(axes, ticks, color=RULE)
        for middle, before, after in zip(self._middles, self._before, self._after, strict=True):
            above = 0 if self._wide else (self.step + _LINE * len(before)) / 2
            below = 0 if self._beside else (self.step + _LINE * len(after)) / 2
            _write(plate, MARGIN, plate.top + middle - above, before)
            _write(plate, self._after_at, plate.top + middle + below, after)
        return axes

    def lines(self, axes: Axes, places: Sequence[float], **how: Any) -> None:
        """Upright lines through the strips, not through the words between them."""
        for row in range(len(self._middles)):
            at = self.at(row)
            axes.vlines(places, at - 0.5, at + 0.5, linewidth=0.8, zorder=0, clip_on=False, **how)

    def at(self, row: int) -> float:
        """The middle of a strip on the axes, where a step is 1 and the first strip of a wide chart is at 0."""
        return self._middles[row] / self.step - 0.5


def _lines(words: Sequence[Words], room: float) -> list[_Line]:
    return [(line, size, colour) for text, size, colour, most in words for line in wrap(text, room, size, most=most)]


def _write(plate: Plate, x: float, middle: float, lines: Sequence[_Line]) -> None:
    for number, (line, size, colour) in enumerate(lines):
        plate.write(x, middle + _LINE * (number - (len(lines) - 1) / 2), line, size, colour)
