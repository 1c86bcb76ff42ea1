"""Articles side by side: the two figures by which they differ most."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.compare import by_article
from sourcereading.analysis.contrasts import Measure, compared, contrasts, in_words
from sourcereading.analysis.names import article_labels
from sourcereading.certainty.labels import HEDGES_ARE
from sourcereading.reading.wording import RATE_FROM, count, short
from sourcereading.report.charts.bars import Bars, panel_chart
from sourcereading.report.charts.lettering import SMALL
from sourcereading.report.charts.looks import INK, PLAIN, RULE, SOFT, dot_style
from sourcereading.report.charts.plate import MARGIN, Frame, Plate
from sourcereading.report.charts.style import Chart, chart, framed, nothing

_BARS = 8
"""Up to so many articles are drawn as bars with names; more as a dot each."""

_DOTS = 60
"""Up to so many articles are drawn as dots; of more, dots would be one bar, and how many have a value is a height."""

_PANELS = 2


def compare_articles(reading: Any) -> Chart:
    """The two figures by which the articles differ most, a bar or a dot for each article."""
    name, measure = "compare-articles", "Articles side by side"
    data = by_article(reading)
    data["article"] = data["article_id"].map(article_labels(reading.articles)).astype("str")
    if len(data) < 2:
        why = "there is one article only; its figures are in the CSV." if len(data) else "there is no article."
        return nothing(name, measure, why, reading.articles, data)
    found = contrasts(data.assign(article=[short(article, 60) for article in data["article"]]))
    if not len(found):
        why = f"fewer than two articles have {RATE_FROM} words; the counts of all are in the CSV."
        return nothing(name, measure, why, reading.articles, data)
    drawn = [row.measure for row in found.head(_PANELS).itertuples()]
    title = in_words(next(found.itertuples()))
    if found["ratio"].max() == 1:
        title = f"The articles differ little. {title}"
    measure, words = "The figures by which the articles differ most, each with its own scale", int(data["words"].sum())
    foot = [_short_ones(data, drawn), _hedges(drawn)]
    frame = framed(title, measure, reading.articles, [count(words, "word")], foot)
    panels = [_Panel(one, *_names_and_values(data, one)) for one in drawn]
    draw = _draw_bars if len(data) <= _BARS else _draw_dots
    others = ". ".join(in_words(row) for row in found.iloc[1:].itertuples())
    return chart(name, frame, f"{others}." if others else "", data, draw, panels)


class _Panel(NamedTuple):
    """A measure with the names and values of the articles that have it."""

    measure: Measure
    names: list[str]
    values: pd.Series


def _names_and_values(data: pd.DataFrame, measure: Measure) -> tuple[list[str], pd.Series]:
    values, _ = compared(data, measure)
    return data.loc[values.index, "article"].tolist(), values


def _short_ones(data: pd.DataFrame, drawn: list[Measure]) -> str:
    """The line about articles that are too short to be compared."""
    missing = [len(data) - len(compared(data, measure)[0]) for measure in drawn]
    if not any(missing):
        return ""
    kinds = ["words of speakers" if measure.of_speakers else "words" for measure in drawn]
    left = [f"{count(number, 'article')} with fewer than {RATE_FROM} {kind}"
            for number, kind in zip(missing, kinds, strict=True) if number]  # fmt: skip
    return f"Left out: {' and '.join(dict.fromkeys(left))}."


def _hedges(drawn: list[Measure]) -> str:
    if not any(measure.column == "hedges_per_1000" for measure in drawn):
        return ""
    return f"Hedges are {HEDGES_ARE}. In a short article one hedge changes a rate a lot."


def _draw_bars(frame: Frame, panels: list[_Panel], width: float) -> Figure:
    """A panel of bars per measure, one under the other."""
    rows = [
        (measure.name, [Bars(name, [value], measure.figure(value)) for name, value in zip(names, values, strict=True)])
        for measure, names, values in panels
    ]
    return panel_chart(frame, [("", PLAIN)], rows, width)


def _draw_dots(frame: Frame, panels: list[_Panel], width: float) -> Figure:
    """A line per measure with a dot per article, or a height for how many there are, and a tick at the median."""
    head, strip = 0.46, 0.62
    step = head + strip + 0.22
    dots = max(len(values) for _, _, values in panels) <= _DOTS
    key = "A dot is an article" if dots else "The higher, the more articles"
    frame = frame._replace(subtitle=f"{frame.subtitle} {key}; the tick is the median.")
    plate = Plate(frame, step * len(panels), width=width)
    for number, (measure, _, values) in enumerate(panels):
        down = step * number
        plate.write(MARGIN, plate.top + down + 0.2, measure.name, SMALL, bold=True)
        median = f"median {measure.figure(values.median())}, {count(len(values), 'article')}"
        plate.write(MARGIN, plate.top + down + 0.36, median, 8, SOFT)
        axes = plate.axes(MARGIN + 0.1, plate.inner - 0.3, down + head, strip)
        axes.set_xlim(0, values.max() or 1)
        axes.set_ylim(-1, 1)
        axes.tick_params(pad=1)
        axes.locator_params(axis="x", nbins=5)
        if dots:
            axes.axhline(0, color=RULE, linewidth=0.8)
            spread = [0.28 * ((at * 7) % 5 - 2) for at in range(len(values))]
            axes.plot(values, spread, alpha=0.6, clip_on=False, **dot_style(PLAIN, 4.5))
        else:
            heights, edges = np.histogram(values, 50, (0, values.max() or 1))
            axes.stairs(1.8 * heights / heights.max() - 0.9, edges, baseline=-0.9, fill=True, color=PLAIN.colour)
        axes.plot([values.median()] * 2, [-0.9, 0.9], color=INK, linewidth=2, clip_on=False)
    return plate.figure
