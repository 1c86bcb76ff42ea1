"""What all charts share: how a chart shows itself, its words and source line, and how many rows it has.

A chart is drawn twice from the same counts and words: wide, and narrow for a phone. So drawing is a function of the
width.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.names import MANY, article_name
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.wording import count, quoted, sentence, short
from sourcereading.report.charts.lettering import BODY, clean, wrap
from sourcereading.report.charts.plate import MARGIN, NARROW, WIDTH, Frame, Plate
from sourcereading.report.show import Shown, show_figure, show_words
from sourcereading.report.software import library_version

ROWS = 12
"""How many speakers or issues are drawn; the rest are counted in a line."""

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


def framed(
    title: str, measure: str, articles: pd.DataFrame, counted: Sequence[str], foot: Sequence[str] = ()
) -> Frame:
    """The words around a chart of some articles; ``counted`` is what n is besides the articles, and an empty line of
    the foot is none."""
    n = ", ".join([*counted, count(len(articles), "article")])
    return Frame(title, f"{measure}. n\xa0=\xa0{n}.", [*foot, source_line(articles)])


def chart(name: str, frame: Frame, said: str, data: pd.DataFrame, draw: Callable[..., Figure], *what: Any) -> Chart:
    """A chart with the words of a frame: ``draw`` takes the frame, ``what`` is to be drawn and a width in inches;
    ``said`` is what the text alternative says after the title."""
    return Chart(name, partial(draw, frame, *what), frame.title, f"{frame.title}. {said}", data)


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
        about = [part for part in (article.outlet, article.date) if part]
        named.append(", ".join([quoted(title, room) if article.title else short(title, room), *about]))
    more = f"; and {count(len(articles) - 3, 'more article')}" if len(articles) > 3 else ""
    label = "Source" if len(articles) == 1 else f"{len(articles):,} articles"
    return f"{label}: {'; '.join(named)}{more}. {program}"


def _of_outlets(articles: pd.DataFrame) -> str:
    """Of how many outlets articles are, and from which day to which; only what all of them say."""
    outlets, dates = articles["outlet"], articles["date"]
    of = f" of {count(outlets.nunique(), 'outlet')}" if (outlets != "").all() else ""
    days = sorted({dates.min(), dates.max()}) if dates.str.fullmatch(r"\d{4}-\d\d-\d\d").all() else []
    return f"{of}, {' to '.join(days)}" if days else of


def by_speaker(table: pd.DataFrame, size: str) -> pd.DataFrame:
    """The rows of a speaker together, those who have most of the column ``size`` first, the writer last."""
    whole = table.groupby("speaker")[size].transform("sum")
    table = table.assign(_last=table["speaker"] == WRITER, _size=whole)
    order = ["_last", "_size", "speaker", "voice"]
    table = table.sort_values(order, ascending=[True, False, True, True], ignore_index=True)
    return table.drop(columns=order[:2])


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
    plate.lines(plate.top + 0.1, lines, 0.19, size=BODY)
    return plate.figure


def left_out(rows: int, noun: str, amount: str) -> str:
    """The line about rows there was no room for; "" when all are drawn."""
    return f"Not drawn: {count(rows - ROWS, f'more {noun}')} with {amount}; they are in the CSV." if rows > ROWS else ""
