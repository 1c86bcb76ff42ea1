"""A plate: a figure with the words of a frame and a legend in place, and a body to draw in.

It is built without pyplot, so that nothing global changes and nothing is shown twice. Text is drawn as it is written:
no ``$…$`` is read as mathematics.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from sourcereading.report.charts.lettering import BODY, FAMILY, SMALL, clean, font, shorten, text_width, wrap
from sourcereading.report.charts.looks import INK, PAPER, SOFT, Look, bar_style, dot_style

WIDTH, NARROW = 7.3, 3.65
"""Inches: 700 pixels on a page, 350 on a phone. The smallest type, 7.5 points, is 10 pixels high on both."""

MARGIN = 0.12
LINE = 0.14
"""Inches of a line of small text."""
_GAP = 0.1


class Frame(NamedTuple):
    """The words around what is drawn: what is seen; what is measured, and n; and lines under it: what is left out, then
    the source."""

    title: str
    subtitle: str
    foot: Sequence[str]


class Plate:
    """A figure with its title, subtitle, legend and foot in place, and a body of ``height`` inches to draw in. The
    legend has (label, look, kind) with kind "bar" or "dot"."""

    def __init__(
        self, frame: Frame, height: float, legend: Sequence[tuple[str, Look, str]] = (), *, width: float
    ) -> None:
        self.width, self.inner = width, width - 2 * MARGIN
        large, most = (12.5, 3) if is_wide(width) else (11, 9)
        heads = wrap(frame.title, self.inner, large, bold=True, most=most)
        subs = wrap(frame.subtitle, self.inner, BODY, most=most + 1)
        feet = [line for text in frame.foot if text for line in wrap(text, self.inner, 8, most=12)]
        keys = _legend_rows(legend, self.inner)
        self.top = MARGIN + 0.24 * len(heads) + 0.18 * len(subs) + 0.06 + 0.24 * len(keys) + _GAP
        self.total = self.top + height + _GAP + 0.155 * len(feet) + MARGIN
        self.figure = Figure(figsize=(width, self.total), facecolor=PAPER)
        y = self.lines(MARGIN, heads, 0.24, size=large, bold=True)
        y = self.lines(y + 0.02, subs, 0.18, size=BODY, colour=SOFT) + 0.16
        for row in keys:
            x = MARGIN
            for label, look, kind, inches in row:
                self._key(x, y, look, kind)
                self.write(x + 0.33, y, label, SMALL)
                x += inches
            y += 0.24
        self.lines(self.top + height + _GAP, feet, 0.155, size=8, colour=SOFT)

    def lines(self, y: float, lines: Sequence[str], step: float, **how: Any) -> float:
        """Lines at the left margin, one under the other, and where the next one would be."""
        for number, line in enumerate(lines):
            self.write(MARGIN, y + step * number, line, va="top", **how)
        return y + step * len(lines)

    def lines_around(self, x: float, middle: float, lines: Sequence[str], **how: Any) -> None:
        """Lines of small text around a height."""
        for number, line in enumerate(lines):
            self.write(x, middle + LINE * (number - (len(lines) - 1) / 2), line, **how)

    def write(
        self, x: float, y: float, text: str, size: float = SMALL, colour: str = INK, bold: bool = False, **how: Any
    ) -> None:
        """Text at inches from the top left corner of the plate."""
        how.setdefault("va", "center")
        self.figure.text(
            x / self.width, 1 - y / self.total, clean(text), color=colour, fontproperties=font(bold, size),
            parse_math=False, **how,
        )  # fmt: skip

    def axes(self, left: float, width: float, down: float, height: float) -> Axes:
        """Axes in the body, in inches from its top left corner, with a quiet frame and rows from the top."""
        bottom = self.total - self.top - down - height
        axes = self.figure.add_axes(
            (left / self.width, bottom / self.total, width / self.width, height / self.total), facecolor="none"
        )
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(
            length=0, labelsize=SMALL, labelcolor=SOFT, labelfontfamily=FAMILY, left=False, labelleft=False
        )
        axes.set_axisbelow(True)
        return axes

    def _key(self, x: float, y: float, look: Look, kind: str) -> None:
        left, middle = x / self.width, 1 - y / self.total
        artist: Any
        if kind == "bar":
            size = 0.26 / self.width, 0.13 / self.total
            artist = Rectangle((left, middle - size[1] / 2), *size, **bar_style(look))
        else:
            artist = Line2D([left + 0.13 / self.width], [middle], **dot_style(look))
        artist.set_transform(self.figure.transFigure)
        self.figure.add_artist(artist)


def _legend_rows(legend: Sequence[tuple[str, Look, str]], inches: float) -> list[list[tuple[str, Look, str, float]]]:
    rows: list[list[tuple[str, Look, str, float]]] = []
    used = inches
    for label, look, kind in legend:
        label = shorten(label, inches - 0.4)
        width = 0.33 + text_width(label) + 0.22
        if used + width - 0.22 > inches:
            rows.append([])
            used = 0.0
        rows[-1].append((label, look, kind, width))
        used += width
    return rows


def is_wide(width: float) -> bool:
    """Whether there is room for words beside what is drawn; on a narrow plate they stand above and below it."""
    return width > (WIDTH + NARROW) / 2
