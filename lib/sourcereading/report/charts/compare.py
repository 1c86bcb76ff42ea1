"""Articles side by side: small multiples of the figures that can be compared."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.compare import by_article
from sourcereading.analysis.names import article_labels
from sourcereading.certainty.labels import HEDGES_ARE
from sourcereading.reading.wording import count, short
from sourcereading.report.charts.style import (
    RULE,
    SMALL,
    SOFT,
    WIDTH,
    Chart,
    Look,
    Plate,
    bar_style,
    dot_style,
    measured,
    nothing,
    row_label,
    shorten,
    source_line,
)

_BARS = 8
"""Up to so many articles are drawn as bars with names; more as a dot each."""

_MEASURES = {
    "speakers": ("speakers", "{:.0f}"),
    "statements": ("statements, quoted or paraphrased", "{:.0f}"),
    "quoted_percent": ("% of all words in quotation marks", "{:.0f}"),
    "hedges_per_1000": ("hedges per 1,000 words", "{:.1f}"),
    "raises_per_1000": ("expressions of certainty per 1,000", "{:.1f}"),
    "issue_mentions_per_1000": ("mentions of issues per 1,000 words", "{:.1f}"),
}


def compare_articles(reading: Any) -> Chart:
    """Each article's speakers, statements, share quoted, hedges and issues, side by side."""
    name, measure = "compare-articles", "Articles side by side"
    data = by_article(reading)
    data["article"] = data["article_id"].map(article_labels(reading.articles)).astype("str")
    if len(data) < 2:
        why = "there is one article only; its figures are in the CSV." if len(data) else "there is no article."
        return nothing(name, measure, why, reading.articles, data)
    title = _title(data)
    words = int(data["words"].sum())
    subtitle = measured("A panel per measure, each with its own scale", data, count(words, "word"))
    foot = [
        f"Hedges are {HEDGES_ARE}. In a short article one hedge changes a rate a lot.",
        source_line(reading.articles),
    ]
    draw = _bars if len(data) <= _BARS else _dots
    figure = draw(title, subtitle, foot, data)
    said = "; ".join(
        f"{short(row.article, 60)}: {count(row.speakers, 'speaker')}, {count(row.statements, 'statement')}, "
        f"{row.quoted_percent:.0f}\xa0% of all words quoted, {row.hedges_per_1000:.0f} hedges per 1,000 words"
        for row in data.head(4).itertuples(index=False)
    )
    more = f"; and {count(len(data) - 4, 'more article')}" if len(data) > 4 else ""
    return Chart(name, figure, title, f"{title}. {said}{more}.", data)


def _title(data: pd.DataFrame) -> str:
    ordered = data.dropna(subset="hedges_per_1000").sort_values("hedges_per_1000", kind="stable")
    if not len(ordered) or not ordered["hedges"].any():
        return f"No hedge in any of {len(data)} articles"
    low, high = ordered.iloc[0], ordered.iloc[-1]
    if round(low["hedges_per_1000"]) == round(high["hedges_per_1000"]):
        return f"All {len(data)} articles hedge equally often: {high['hedges_per_1000']:.0f} hedges per 1,000 words"
    return (
        f"Hedges per 1,000 words: from {low['hedges_per_1000']:.0f} ({shorten(low['article'], 3, 12.5, True)}) "
        f"to {high['hedges_per_1000']:.0f} ({shorten(high['article'], 3, 12.5, True)})"
    )


def _bars(title: str, subtitle: str, foot: list[str], data: pd.DataFrame) -> Any:
    """Two columns of panels, a bar per article in each."""
    left, gap, step, head = 1.5, 0.55, 0.36, 0.34
    width = (WIDTH - 0.24 - left - 0.1 - gap - 0.4) / 2
    panel = head + step * len(data) + 0.12
    plate = Plate(title, subtitle, foot, panel * 3)
    hatches = ["", "///", "|||", "xx", "\\\\\\", "++", "//", "---"]
    colours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8a84", "#1f1e1b"]
    labels = [row_label(article, left) for article in data["article"]]
    for number, (key, (label, form)) in enumerate(_MEASURES.items()):
        down, across = panel * (number // 2), number % 2
        x = 0.12 + left + 0.1 + across * (width + gap)
        plate.write(x, plate.top + down + 0.18, label, SMALL, bold=True)
        axes = plate.axes(x, width, down + head, step * len(data))
        values = data[key].fillna(0)
        axes.set_xlim(0, values.max() or 1)
        axes.set_ylim(len(data) - 0.5, -0.5)
        axes.set_xticks([])
        axes.axvline(0, color=SOFT, linewidth=0.8, clip_on=False)
        for at, value in enumerate(values):
            y = plate.top + down + head + step * (at + 0.5)
            axes.barh(at, value, height=0.6, **bar_style(Look(colours[at], hatches[at])))
            plate.write(x + width * value / (values.max() or 1) + 0.06, y, form.format(value), SMALL, SOFT)
            if not across:
                for line, text in enumerate(labels[at]):
                    plate.write(0.12 + left, y + 0.14 * (line - (len(labels[at]) - 1) / 2), text, SMALL, ha="right")
    return plate.figure


def _dots(title: str, subtitle: str, foot: list[str], data: pd.DataFrame) -> Any:
    """A line per measure with a dot per article and a tick at the median."""
    step, left = 0.72, 2.35
    plate = Plate(title, f"{subtitle} A dot is an article, the tick the median.", foot, step * len(_MEASURES))
    for number, (key, (label, form)) in enumerate(_MEASURES.items()):
        values = data[key].dropna()
        axes = plate.axes(0.12 + left + 0.2, WIDTH - left - 0.7, step * number, step - 0.18)
        axes.set_xlim(0, (values.max() or 1) if len(values) else 1)
        axes.set_ylim(-1, 1)
        axes.axhline(0, color=RULE, linewidth=0.8)
        axes.tick_params(pad=1)
        axes.locator_params(axis="x", nbins=5)
        spread = [0.28 * ((at * 7) % 5 - 2) for at in range(len(values))]
        axes.plot(values, spread, alpha=0.6, clip_on=False, **dot_style(Look("#0072b2"), 4.5))
        y = plate.top + step * number + (step - 0.18) / 2
        plate.write(0.12 + left, y - 0.08, label, SMALL, ha="right")
        if len(values):
            axes.plot([values.median()] * 2, [-0.9, 0.9], color="#1f1e1b", linewidth=2, clip_on=False)
            plate.write(0.12 + left, y + 0.09, f"median {form.format(values.median())}", 7.5, SOFT, ha="right")
    return plate.figure
