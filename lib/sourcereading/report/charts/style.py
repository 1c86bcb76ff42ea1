"""The one style of all charts: a plate with title, subtitle, legend and source line, and safe text on it.

A chart is drawn twice from the same counts and words: wide, and narrow for a phone. So drawing is a function of the
width. A figure is built without pyplot, so that nothing global changes and nothing is shown twice. Text from an article
is drawn as it is written: no ``$…$`` is read as mathematics, and a character that the font lacks is drawn as □.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from sourcereading.analysis.names import MANY, article_name
from sourcereading.reading.wording import count, sentence
from sourcereading.report.charts.looks import INK, PAPER, SOFT, Look, bar_style, dot_style
from sourcereading.report.show import Shown, show_figure, show_words
from sourcereading.report.software import library_version
from sourcereading.report.svg_renderer import text_points

WIDTH, NARROW = 7.3, 3.65
"""Inches: 700 pixels on a page, 350 on a phone. The smallest type, 7.5 points, is 10 pixels high on both."""

SMALL, BODY = 8.5, 9.5
_FAMILY = "DejaVu Sans"  # comes with matplotlib, so a chart is the same on every machine
ROWS = 12
"""How many speakers or issues are drawn; the rest are counted in a line."""

_WORDS = 120
"""No more words than that are on an inch of a line in type of one point: a letter and a space are 0.6 of its size."""

MARGIN = 0.12
_GAP = 0.1


REPORTING_CLAUSES = "reporting clauses such as “she said”"
"""What counts leave out, in the line under a chart."""


@dataclass(frozen=True, eq=False, repr=False)
class Chart:
    """A chart, which shows itself as the last line of a notebook cell.

    Attributes
    ----------
    name : names the downloads.
    draw : makes the matplotlib figure of a width in inches.
    title : what is seen, as a sentence computed from the data.
    alt : the finding for readers who cannot see the chart.
    data : the numbers that are drawn; what there was no room for is in it too.
    empty : whether there is nothing to draw.
    """

    name: str
    draw: Callable[[float], Figure]
    title: str
    alt: str
    data: pd.DataFrame
    empty: bool = False

    @cached_property
    def figure(self) -> Figure:
        """The chart as it is seen on a screen that has room for it."""
        return self.draw(WIDTH)

    @cached_property
    def narrow(self) -> Figure:
        """The chart as it is seen on a phone."""
        return self.draw(NARROW)

    @cached_property
    def shown(self) -> Shown:
        """The chart as a report shows it: image, the narrow one for phones, text alternative, SVG and CSV; where there
        is nothing to draw, its words."""
        if self.empty:
            return show_words(self.alt)
        return show_figure(self.figure, self.alt, self.name, self.data, self.narrow)

    def _repr_html_(self) -> str:
        return self.shown._repr_html_()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        return self.shown._repr_mimebundle_(include, exclude)

    def __repr__(self) -> str:
        return self.alt


class Frame(NamedTuple):
    """The words around what is drawn: what is seen; what is measured, and n; and lines under it: what is left out, then
    the source."""

    title: str
    subtitle: str
    foot: Sequence[str]


def framed(
    title: str, measure: str, articles: pd.DataFrame, counted: Sequence[str], foot: Sequence[str] = ()
) -> Frame:
    """The words around a chart of some articles; ``counted`` is what n is besides the articles, and an empty line of
    the foot is none."""
    n = ", ".join([*counted, count(len(articles), "article")])
    return Frame(title, f"{measure}. n\xa0=\xa0{n}.", [*foot, source_line(articles)])


def chart(
    name: str, frame: Frame, said: str, data: pd.DataFrame, draw: Callable[..., Figure], *what: Any
) -> Chart:
    """A chart with the words of a frame: ``draw`` takes the frame, ``what`` is to be drawn and a width in inches;
    ``said`` is what the text alternative says after the title."""
    return Chart(name, partial(draw, frame, *what), frame.title, f"{frame.title}. {said}", data)


# --- Text --------------------------------------------------------------------------------------------------


@cache
def _font(bold: bool, size: float) -> FontProperties:
    return FontProperties(family=_FAMILY, size=size, weight="bold" if bold else "normal")


@cache
def _drawable() -> frozenset[int]:
    return frozenset(get_font(findfont(_font(False, BODY))).get_charmap())


def text_width(text: str, size: float = SMALL, bold: bool = False) -> float:
    """How many inches wide a line of text is drawn, at most: letters are a little wider or narrower at another
    resolution, and some pairs stand closer."""
    return text_points(text, _font(bold, size)) / 72 * 1.01


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
    fits = _fitting(0, min(len(text), 400), lambda at: text_width(text[:at] + "…", size, bold) <= inches)
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
        taken = _in_a_line(words, inches, size, bold)
        lines.append(shorten(" ".join(words[:taken]), inches, size, bold))
        words = words[taken:]
    return lines


def _in_a_line(words: Sequence[str], inches: float, size: float, bold: bool) -> int:
    """How many of the words fit, one at least."""
    most = min(len(words), 1 + int(inches * _WORDS / size))
    return _fitting(1, most, lambda at: text_width(" ".join(words[:at]), size, bold) <= inches)


def _fitting(least: int, most: int, fits: Callable[[int], bool]) -> int:
    """The largest number that fits, from ``least``, which need not, to ``most``."""
    return least + bisect_left(range(least + 1, most + 1), True, key=lambda number: not fits(number))


def source_line(articles: pd.DataFrame) -> str:
    """What a chart is made from: the articles, and the program that read them."""
    program = f"Read with sourcereading\xa0{library_version()}."
    if not len(articles):
        return f"Source: no article. {program}"
    if len(articles) > MANY:
        return f"Source: {len(articles):,} articles{_of_outlets(articles)}. {program}"
    named, room = [], 120 if len(articles) == 1 else 48
    for article in articles.head(3).itertuples():
        title = clean(article_name(article))
        title = title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
        about = [part for part in (article.outlet, article.date) if part]
        named.append(", ".join([f"“{title}”" if article.title else title, *about]))
    more = f"; and {count(len(articles) - 3, 'more article')}" if len(articles) > 3 else ""
    label = "Source" if len(articles) == 1 else f"{len(articles):,} articles"
    return f"{label}: {'; '.join(named)}{more}. {program}"


def _of_outlets(articles: pd.DataFrame) -> str:
    """Of how many outlets articles are, and from which day to which; only what all of them say."""
    outlets, dates = articles["outlet"], articles["date"]
    of = f" of {count(outlets.nunique(), 'outlet')}" if (outlets != "").all() else ""
    days = sorted({dates.min(), dates.max()}) if dates.str.fullmatch(r"\d{4}-\d\d-\d\d").all() else []
    return f"{of}, {' to '.join(days)}" if days else of


# --- The plate ---------------------------------------------------------------------------------------------


class Plate:
    """A figure with its title, subtitle, legend and foot in place, and a body of a given height to draw in.

    Parameters
    ----------
    frame : the words around the body.
    height : inches of the body.
    legend : (label, look, kind) with kind "bar" or "dot".
    width : inches of the whole.
    """

    def __init__(
        self, frame: Frame, height: float, legend: Sequence[tuple[str, Look, str]] = (), *, width: float
    ) -> None:
        self.width, self.inner, self.height = width, width - 2 * MARGIN, height
        large, most = (12.5, 3) if is_wide(width) else (11, 9)
        heads = wrap(frame.title, self.inner, large, bold=True, most=most)
        subs = wrap(frame.subtitle, self.inner, BODY, most=most + 1)
        feet = [line for text in frame.foot if text for line in wrap(text, self.inner, 8, most=12)]
        keys = _legend_rows(legend, self.inner)
        self.top = MARGIN + 0.24 * len(heads) + 0.18 * len(subs) + 0.06 + 0.24 * len(keys) + _GAP
        self.total = self.top + height + _GAP + 0.155 * len(feet) + MARGIN
        self.figure = Figure(figsize=(width, self.total), facecolor=PAPER)
        y = self._lines(MARGIN, heads, 0.24, size=large, bold=True)
        y = self._lines(y + 0.02, subs, 0.18, size=BODY, colour=SOFT) + 0.16
        for row in keys:
            x = MARGIN
            for label, look, kind, inches in row:
                self._key(x, y, look, kind)
                self.write(x + 0.33, y, label, SMALL)
                x += inches
            y += 0.24
        self._lines(self.top + height + _GAP, feet, 0.155, size=8, colour=SOFT)

    def _lines(self, y: float, lines: Sequence[str], step: float, **how: Any) -> float:
        """Lines at the left margin, one under the other, and where the next one would be."""
        for number, line in enumerate(lines):
            self.write(MARGIN, y + step * number, line, va="top", **how)
        return y + step * len(lines)

    def write(
        self, x: float, y: float, text: str, size: float = SMALL, colour: str = INK, bold: bool = False, **how: Any
    ) -> None:
        """Text at inches from the top left corner of the plate."""
        how.setdefault("va", "center")
        self.figure.text(
            x / self.width, 1 - y / self.total, clean(text), color=colour, fontproperties=_font(bold, size),
            parse_math=False, **how,
        )  # fmt: skip

    def axes(self, left: float, width: float, down: float = 0.0, height: float | None = None) -> Axes:
        """Axes in the body, in inches from its top left corner, with a quiet frame and rows from the top."""
        height = self.height - down if height is None else height
        bottom = self.total - self.top - down - height
        axes = self.figure.add_axes(
            (left / self.width, bottom / self.total, width / self.width, height / self.total), facecolor="none"
        )
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(
            length=0, labelsize=SMALL, labelcolor=SOFT, labelfontfamily=_FAMILY, left=False, labelleft=False
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


def is_wide(width: float) -> bool:
    """Whether there is room for words beside what is drawn; on a narrow plate they stand above and below it."""
    return width > (WIDTH + NARROW) / 2


def rows_for(articles: pd.DataFrame, few: int) -> int:
    """How many rows a chart that lists things has: ``few``, or two thirds of ``ROWS`` where the articles are many."""
    return few if len(articles) <= MANY else min(few, ROWS * 2 // 3)


def nothing(name: str, title: str, why: str, articles: pd.DataFrame, data: pd.DataFrame) -> Chart:
    """A chart with nothing to draw: a page has a sentence in its place."""
    why = sentence(clean(why))
    draw = partial(_in_words, Frame(title, "", [source_line(articles)]), why)
    return Chart(name, draw, title, f"{title}. {why}", data, empty=True)


def _in_words(frame: Frame, why: str, width: float) -> Figure:
    lines = wrap(why, width - 2 * MARGIN, BODY)
    plate = Plate(frame, 0.22 + 0.19 * len(lines), width=width)
    for number, line in enumerate(lines):
        plate.write(MARGIN, plate.top + 0.1 + 0.19 * number, line, BODY, va="top")
    return plate.figure


def left_out(rows: int, noun: str, amount: str) -> str:
    """The line about rows there was no room for; "" when all are drawn."""
    return f"Not drawn: {count(rows - ROWS, f'more {noun}')} with {amount}; they are in the CSV." if rows > ROWS else ""
