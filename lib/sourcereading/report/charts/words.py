"""The chart of the most frequent words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.words import frequencies_in_body
from sourcereading.reading.wording import count, listing, times, verb
from sourcereading.report.charts.bars import Bars, bar_chart
from sourcereading.report.charts.looks import PLAIN
from sourcereading.report.charts.style import Chart, chart, framed, nothing

_NAMED = 3
"""So many words are named in the title where several are equally frequent."""


def word_frequencies(reading: Any, top: int = 20) -> Chart:
    """The most frequent words of the text, function words left out."""
    name, measure = "word-frequencies", "The most frequent words"
    table = frequencies_in_body(reading)
    if not len(table):
        why = "the text has no words but function words and numbers."
        return nothing(name, measure, why, reading.articles, table)
    shown = _first(table, top)
    title = _title(table)
    rows = [
        Bars(row.written, [row.count], f"{row.count:,}  ({row.per_1000:.1f} per 1,000)")
        for row in shown.itertuples(index=False)
    ]
    measure = "Occurrences, and per 1,000 words of text; function words, numbers and headings are left out"
    counted = [count(int(table["words"].iloc[0]), "word"), f"{len(table):,} different ones counted"]
    frame = framed(title, measure, reading.articles, counted, [_not_drawn(table.iloc[len(shown) :])])
    said = ", ".join(f"{row.written} {row.count:,}" for row in shown.head(6).itertuples(index=False))
    return chart(name, frame, f"The most frequent words: {said}.", shown, bar_chart, [("", PLAIN)], rows)


def _first(table: pd.DataFrame, top: int) -> pd.DataFrame:
    """The words to draw: not some of many that are equally rare."""
    shown = table.head(top)
    last = table["count"] == shown["count"].iloc[-1]
    if last.sum() > last[:top].sum() and (table["count"] > shown["count"].iloc[-1]).sum() >= 5:
        return shown[~last[:top]]
    return shown


def _title(table: pd.DataFrame) -> str:
    most = int(table["count"].max())
    leaders = [f"“{word}”" for word in table.loc[table["count"] == most, "written"]]
    if most == 1:
        return "No word occurs more than once, function words and numbers left out"
    if len(leaders) > _NAMED:
        return f"No single word is the most frequent: {len(leaders):,} words occur {times(most)} each"
    word = verb(len(leaders), "word is", "words are")
    each = " each" if len(leaders) > 1 else ""
    return f"The most frequent {word} {listing(leaders)}, {times(most)}{each}, function words and numbers left out"


def _not_drawn(rest: pd.DataFrame) -> str:
    if rest.empty:
        return ""
    occurs = verb(len(rest), "occurs", "occur")
    less = " or less" if rest["count"].nunique() > 1 else ""
    return f"Not drawn: {count(len(rest), 'more word')} {occurs} {times(int(rest['count'].iloc[0]))}{less}."
