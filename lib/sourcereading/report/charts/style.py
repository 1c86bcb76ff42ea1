"""The one style of all charts: a plate with title, subtitle, legend and source line, and safe text on it.

A figure is built without pyplot, so that nothing global changes and nothing is shown twice. Text from an article is
drawn as it is written: no ``$…$`` is read as mathematics, and a character that the font lacks is drawn as □. Colours
are Okabe and Ito's, which colour-blind readers can distinguish; a hatch, a marker or a label always says the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from sourcereading.analysis.names import MANY, article_name
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, VOICES, WRITERS
from sourcereading.reading.wording import count, sentence
from sourcereading.report.show import Shown, library_version, show_figure

WIDTH = 7.3
"""Inches: 700 pixels on a page."""

INK, SOFT, RULE, PAPER = "#1f1e1b", "#5b5850", "#d9d4c7", "#ffffff"
SMALL, BODY = 8.5, 9.5
_FAMILY = "DejaVu Sans"  # comes with matplotlib, so a chart is the same on every machine
ROWS = 12
"""How many speakers or issues are drawn; the rest are counted in a line."""

_MARGIN = 0.12
_DPI = 192  # what show.show_figure draws with: letters are a little wider or narrower at another
_GAP = 0.1


class Look(NamedTuple):
    """How a category is drawn: a colour and, for readers who see no colour, a hatch and a marker."""

    colour: str
    hatch: str = ""
    marker: str = "o"
    hollow: bool = False


LOOKS = {
    DIRECT: Look("#0072b2", "", "o"),
    MIXED: Look("#009e73", "xx", "s"),
    INDIRECT: Look("#e69f00", "///", "D"),
    WRITERS: Look("#8c8a84", "|||", "^"),
}
"""How each voice is drawn."""


def voice_series(voices: Iterable[str]) -> list[tuple[str, Look]]:
    """Voices as the series of a bar chart: the name of each, and how it is drawn."""
    return [(VOICES[voice], LOOKS[voice]) for voice in voices]


REPORTING_CLAUSES = "reporting clauses such as “she said”"
"""What counts leave out, in the line under a chart."""


@dataclass(frozen=True, eq=False, repr=False)
class Chart:
    """A chart, which shows itself as the last line of a notebook cell.

    Attributes
    ----------
    name : names the downloads.
    figure : the matplotlib figure.
    title : what is seen, as a sentence computed from the data.
    alt : the finding for readers who cannot see the chart.
    data : the numbers that are drawn; what there was no room for is in it too.
    """

    name: str
    figure: Figure
    title: str
    alt: str
    data: pd.DataFrame
    caption: str = field(default="")

    @cached_property
    def shown(self) -> Shown:
        """The chart as a report shows it: image, text alternative, PNG and CSV."""
        return show_figure(self.figure, self.alt, self.name, self.caption, self.data)

    def _repr_html_(self) -> str:
        return self.shown._repr_html_()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        return self.shown._repr_mimebundle_(include, exclude)

    def __repr__(self) -> str:
        return self.alt


# --- Text --------------------------------------------------------------------------------------------------


@cache
def _font(bold: bool, size: float) -> FontProperties:
    return FontProperties(family=_FAMILY, size=size, weight="bold" if bold else "normal")


@cache
def _drawable() -> frozenset[int]:
    return frozenset(get_font(findfont(_font(False, BODY))).get_charmap())


@cache
def _measure() -> RendererAgg:
    return RendererAgg(1, 1, _DPI)


def text_width(text: str, size: float = SMALL, bold: bool = False) -> float:
    """How many inches wide a line of text is drawn."""
    return _measure().get_text_width_height_descent(text, _font(bold, size), False)[0] / _DPI * 1.03


def clean(text: str) -> str:
    """Text that can be drawn on one line: no control characters, no glyph that the font does not have."""
    spaced = re.sub(r"[^\S\xa0]+", " ", text).strip()
    seen = (char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return "".join(char if ord(char) in _drawable() else "□" for char in seen)


def shorten(text: str, inches: float, size: float = SMALL, bold: bool = False) -> str:
    """As much of one line as fits, cut between words where possible, with an ellipsis."""
    text = clean(text)
    if len(text) <= 400 and text_width(text, size, bold) <= inches:
        return text
    fits, rest = 0, min(len(text), 400)
    while fits < rest:
        middle = (fits + rest + 1) // 2
        if text_width(text[:middle] + "…", size, bold) <= inches:
            fits = middle
        else:
            rest = middle - 1
    cut = text[:fits]
    if " " in cut[fits // 2 :] and not text[fits : fits + 1].isspace():
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:.…-–—") + "…"


def wrap(text: str, inches: float, size: float = SMALL, bold: bool = False, most: int = 9) -> list[str]:
    """Lines that fit; the last of at most ``most`` is shortened."""
    lines: list[str] = []
    words = clean(text).split(" ")
    while words:
        if len(lines) == most - 1:
            lines.append(shorten(" ".join(words), inches, size, bold))
            break
        taken = 1
        while (
            taken < len(words) and text_width(" ".join(words[: taken + 1]), size, bold) <= inches
        ):
            taken += 1
        lines.append(shorten(" ".join(words[:taken]), inches, size, bold))
        words = words[taken:]
    return lines


def source_line(articles: pd.DataFrame) -> str:
    """What a chart is made from: the articles, and the program that read them."""
    program = f"Read with sourcereading\xa0{library_version()}."
    if not len(articles):
        return f"Source: no article. {program}"
    named, room = [], 120 if len(articles) == 1 else 48
    for article in articles.head(3).itertuples():
        title = clean(article_name(article))
        title = title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
        about = [part for part in (article.outlet, article.date) if part]
        named.append(", ".join([f"“{title}”" if article.title else title, *about]))
    more = f"; and {count(len(articles) - 3, 'more article')}" if len(articles) > 3 else ""
    label = "Source" if len(articles) == 1 else f"{len(articles):,} articles"
    return f"{label}: {'; '.join(named)}{more}. {program}"


# --- The plate ---------------------------------------------------------------------------------------------


class Plate:
    """A figure with its title, subtitle, legend and foot in place, and a body of a given height to draw in.

    Parameters
    ----------
    title, subtitle : what is seen; what is measured, and n.
    foot : lines under the body: what is left out, then the source.
    height : inches of the body.
    legend : (label, look, kind) with kind "bar", "dot" or "line".
    """

    def __init__(
        self,
        title: str,
        subtitle: str,
        foot: Sequence[str],
        height: float,
        legend: Sequence[tuple[str, Look, str]] = (),
    ) -> None:
        inner = WIDTH - 2 * _MARGIN
        heads = wrap(title, inner, 12.5, bold=True, most=3)
        subs = wrap(subtitle, inner, BODY, most=4)
        feet = [line for text in foot if text for line in wrap(text, inner, 8, most=4)]
        keys = _legend_rows(legend, inner)
        self.top = _MARGIN + 0.24 * len(heads) + 0.18 * len(subs) + 0.06 + 0.24 * len(keys) + _GAP
        self.height = height
        self.total = self.top + height + _GAP + 0.155 * len(feet) + _MARGIN
        self.figure = Figure(figsize=(WIDTH, self.total), facecolor=PAPER)
        y = _MARGIN
        for line in heads:
            self.write(_MARGIN, y, line, 12.5, bold=True, va="top")
            y += 0.24
        y += 0.02
        for line in subs:
            self.write(_MARGIN, y, line, BODY, SOFT, va="top")
            y += 0.18
        y += 0.16
        for row in keys:
            x = _MARGIN
            for label, look, kind, width in row:
                self._key(x, y, look, kind)
                self.write(x + 0.33, y, label, SMALL)
                x += width
            y += 0.24
        y = self.top + height + _GAP
        for line in feet:
            self.write(_MARGIN, y, line, 8, SOFT, va="top")
            y += 0.155

    def write(
        self, x: float, y: float, text: str, size: float = SMALL, colour: str = INK, bold: bool = False, **how: Any
    ) -> None:
        """Text at inches from the top left corner of the plate."""
        how.setdefault("va", "center")
        self.figure.text(
            x / WIDTH, 1 - y / self.total, clean(text), color=colour, fontproperties=_font(bold, size),
            parse_math=False, **how,
        )  # fmt: skip

    def axes(self, left: float, width: float, down: float = 0.0, height: float | None = None) -> Axes:
        """Axes in the body, in inches from its top left corner, with a quiet frame and rows from the top."""
        height = self.height - down if height is None else height
        bottom = self.total - self.top - down - height
        axes = self.figure.add_axes(
            (left / WIDTH, bottom / self.total, width / WIDTH, height / self.total), facecolor="none"
        )
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(
            length=0, labelsize=SMALL, labelcolor=SOFT, labelfontfamily=_FAMILY, left=False, labelleft=False
        )
        axes.set_axisbelow(True)
        return axes

    def _key(self, x: float, y: float, look: Look, kind: str) -> None:
        place = {"transform": self.figure.transFigure, "figure": self.figure}
        left, middle = x / WIDTH, 1 - y / self.total
        if kind == "bar":
            size = 0.26 / WIDTH, 0.13 / self.total
            patch = Rectangle((left, middle - size[1] / 2), *size, **bar_style(look), **place)
            self.figure.add_artist(patch)
            return
        ends = [left, left + 0.26 / WIDTH] if kind == "line" else [left + 0.13 / WIDTH]
        style = line_style(look) if kind == "line" else dot_style(look)
        self.figure.add_artist(Line2D(ends, [middle] * len(ends), **style, **place))


def _legend_rows(
    legend: Sequence[tuple[str, Look, str]], inches: float
) -> list[list[tuple[str, Look, str, float]]]:
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


def bar_style(look: Look) -> dict[str, Any]:
    """Patch properties of a look."""
    if look.hollow:
        return {"facecolor": PAPER, "edgecolor": look.colour, "linewidth": 1.2, "hatch": look.hatch}
    return {"facecolor": look.colour, "edgecolor": PAPER, "linewidth": 0.6, "hatch": look.hatch}


def dot_style(look: Look, size: float = 6.0) -> dict[str, Any]:
    """Marker properties of a look."""
    return {
        "marker": look.marker, "markersize": size, "linestyle": "none", "markeredgecolor": look.colour,
        "markerfacecolor": PAPER if look.hollow else look.colour, "markeredgewidth": 1.2,
    }  # fmt: skip


def line_style(look: Look) -> dict[str, Any]:
    """Line properties of a look: a marker named in it is drawn at the line's ends."""
    return {"color": look.colour, "linewidth": 3, "linestyle": ":" if look.hollow else "-", "solid_capstyle": "butt"}


def scale(axes: Axes, rows: int, ends: tuple[float, float], ticks: list[float], labels: list[str]) -> None:
    """A horizontal scale with quiet lines, for rows 0, 1, 2, … from the top."""
    axes.set_xlim(*ends)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_xticks(ticks, labels)
    axes.grid(axis="x", color=RULE, linewidth=0.8)


def rows_for(articles: pd.DataFrame, few: int) -> int:
    """How many rows a chart that lists things has: ``few``, or two thirds of ``ROWS`` where the articles are many."""
    return few if len(articles) <= MANY else min(few, ROWS * 2 // 3)


def row_label(text: str, inches: float) -> list[str]:
    """A row's label in at most two lines."""
    return wrap(text, inches, SMALL, most=2)


def nothing(name: str, title: str, why: str, articles: pd.DataFrame, data: pd.DataFrame) -> Chart:
    """A chart with nothing to draw: it says so in words."""
    plate = Plate(title, "", [source_line(articles)], 0.6)
    for number, line in enumerate(wrap(sentence(why), WIDTH - 2 * _MARGIN, BODY, most=3)):
        plate.write(_MARGIN, plate.top + 0.1 + 0.19 * number, line, BODY, va="top")
    return Chart(name, plate.figure, title, f"{title}. {sentence(clean(why))}", data)


class Bars(NamedTuple):
    """A row of a bar chart: its label, a length for each series, and the text at the bar's end."""

    label: str
    lengths: Sequence[float]
    end: str
    hollow: bool = False


def bar_chart(
    title: str, subtitle: str, foot: Sequence[str], series: Sequence[tuple[str, Look]], rows: Sequence[Bars]
) -> Figure:
    """Horizontal bars, stacked by series, the value written at each bar's end."""
    widest = max(text_width(clean(row.label)) for row in rows)
    left = min(2.3, widest + 0.02)
    labels = [row_label(row.label, left) for row in rows]
    ends = [shorten(row.end, 3.2) for row in rows]
    right = max(text_width(end) for end in ends) + 0.1
    step = 0.37 if any(len(label) > 1 for label in labels) else 0.29
    legend = [(label, look, "bar") for label, look in series if label]
    plate = Plate(title, subtitle, foot, step * len(rows), legend)
    span = WIDTH - 2 * _MARGIN - left - 0.1 - right
    axes = plate.axes(_MARGIN + left + 0.1, span)
    longest = max((sum(row.lengths) for row in rows), default=0) or 1
    axes.set_xlim(0, longest)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks([])
    axes.axvline(0, color=SOFT, linewidth=0.8, clip_on=False)
    for at, (row, label, end) in enumerate(zip(rows, labels, ends, strict=True)):
        y = plate.top + step * (at + 0.5)
        start = 0.0
        for (_, look), length in zip(series, row.lengths, strict=True):
            if length:
                look = look._replace(hollow=True) if row.hollow else look
                axes.barh(at, length, left=start, height=0.62, **bar_style(look))
                start += length
        for number, line in enumerate(label):
            plate.write(_MARGIN + left, y + 0.14 * (number - (len(label) - 1) / 2), line, SMALL, ha="right")
        plate.write(_MARGIN + left + 0.17 + span * start / longest, y, end, SMALL, SOFT)
    return plate.figure


def measured(measure: str, articles: pd.DataFrame, *counted: str) -> str:
    """A subtitle: what is measured, and n."""
    return f"{measure}. n = {', '.join([*counted, count(len(articles), 'article')])}."


def left_out(rows: int, noun: str, amount: str) -> str:
    """The line about rows there was no room for; "" when all are drawn."""
    return f"Not drawn: {count(rows - ROWS, f'more {noun}')} with {amount}; they are in the CSV." if rows > ROWS else ""
