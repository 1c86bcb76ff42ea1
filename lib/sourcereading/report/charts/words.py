"""The chart of the most frequent words."""

from __future__ import annotations

from typing import Any

from sourcereading.analysis.statements import in_body
from sourcereading.analysis.words import word_frequencies as frequencies
from sourcereading.reading.wording import count, times, verb
from sourcereading.report.charts.style import Bars, Chart, Look, bar_chart, measured, nothing, source_line


def word_frequencies(reading: Any, top: int = 20) -> Chart:
    """The most frequent words of the text, function words left out."""
    name, measure = "word-frequencies", "The most frequent words"
    table = frequencies(in_body(reading.tokens, reading.sentences))
    if not len(table):
        why = "the text has no words but function words and numbers."
        return nothing(name, measure, why, reading.articles, table)
    shown = table.head(top)
    last = table["count"] == shown["count"].iloc[-1]
    if last.sum() > last[:top].sum() and (table["count"] > shown["count"].iloc[-1]).sum() >= 5:
        shown = shown[~last[:top]]  # no reason to list some of many that are equally rare
    leaders = table.loc[table["count"] == table["count"].max(), "written"].tolist()
    most = int(shown["count"].iloc[0])
    title = f"“{'”, “'.join(leaders[:3])}” {verb(len(leaders), 'is', 'are')} the most frequent, {times(most)}"
    if most == 1:
        title = "No word occurs more than once"
    elif len(leaders) > 3:
        title = f"No single word is the most frequent: {count(len(leaders), 'word')} occur {times(most)}"
    rows = [
        Bars(row.written, [row.count], f"{row.count}  ({row.per_1000:.1f} per 1,000)")
        for row in shown.itertuples(index=False)
    ]
    words = int(table["words"].iloc[0])
    subtitle = measured(
        "Occurrences, and per 1,000 words of text; function words, numbers and headings are left out",
        reading.articles, count(words, "word"), f"{len(table):,} different ones counted",
    )  # fmt: skip
    rest = table.iloc[len(shown) :]
    more = f"{count(len(rest), 'more word')} {verb(len(rest), 'occurs', 'occur')}"
    foot = [
        f"Not drawn: {more} {times(int(rest['count'].iloc[0]))}{' or less' if rest['count'].nunique() > 1 else ''}."
        if len(rest) else "",
        source_line(reading.articles),
    ]  # fmt: skip
    figure = bar_chart(title, subtitle, foot, [("", Look("#0072b2"))], rows)
    alt = f"{title}. The most frequent words: " + ", ".join(
        f"{row.written} {row.count}" for row in shown.head(6).itertuples(index=False)
    )
    return Chart(name, figure, title, f"{alt}.", shown)
