"""Charts of who is heard: words by position, sources by kind."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.sources import KIND_UNSAID, UNSAID, group_as_subject, grouped, known_sources
from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES
from sourcereading.reading.wording import count, percent, verb
from sourcereading.report.charts.bars import Bars, bar_chart
from sourcereading.report.charts.looks import PLAIN, voice_series
from sourcereading.report.charts.style import Chart, chart, framed, nothing

_NAMED = (("named", PLAIN), ("not named", PLAIN._replace(hatch="///", hollow=True)))
_NO_SOURCE = "no known source is quoted or paraphrased"
_LEFT_OUT = "What several sources say together counts for each of them; unknown speakers are left out."


def words_by_position(reading: Any) -> Chart:
    """How much sources of each position say, quoted and paraphrased."""
    name, measure = "words-by-position", "Words of sources by position and voice"
    told = known_sources(reading.speakers)
    grid = told.groupby(grouped(told).rename("position"))[["direct_words", "indirect_words"]].sum()
    grid.insert(0, "sources", grouped(told).value_counts())
    grid["words"] = grid["direct_words"] + grid["indirect_words"]
    grid = _ordered(grid, "words")
    words = int(grid["words"].sum())
    if not words:
        return nothing(name, measure, _no_source(reading), reading.articles, grid.reset_index())
    title = _title(grid, words, len(reading.articles))
    rows = [
        Bars(
            str(row.Index),
            [row.direct_words, row.indirect_words],
            f"{count(row.sources, 'source')}, {count(row.words, 'word')}"
            f"{f', {percent(row.direct_words, row.words)} {VOICES[DIRECT]}' if row.direct_words else ''}",
        )
        for row in grid.itertuples()
    ]
    counted = [count(words, "word"), count(len(told), "source")]
    frame = framed(title, measure, reading.articles, counted, [_LEFT_OUT])
    said = "; ".join(f"{row.Index} {row.words:,}" for row in grid.itertuples())
    series = voice_series([DIRECT, INDIRECT])
    return chart(name, frame, f"Words: {said}.", grid.reset_index(), bar_chart, series, rows)


def _title(grid: pd.DataFrame, words: int, articles: int) -> str:
    """Which of the positions that are said has most of the words; whether those that are not said have as many."""
    known = grid.drop(index=UNSAID, errors="ignore")
    unsaid = int(grid["words"].get(UNSAID, 0))
    if known.empty:
        return f"The position of no source is said, for {count(words, 'word')}"
    most = int(known["words"].max())
    first = known[known["words"] == most]
    if len(first) > 1:
        title = f"{len(first)} positions have the most words of sources: {most:,} each of {words:,}"
    else:
        number = int(first["sources"].iloc[0])
        share = f"all {words:,} words" if most == words else f"{percent(most, words)} of the {words:,} words"
        whose = group_as_subject(str(first.index[0]), number, articles)
        title = f"{whose} {verb(number, 'has', 'have')} {share} of sources"
    return f"{title}; those whose position is not said, {percent(unsaid, words)}" if unsaid >= most else title


def sources_by_kind(reading: Any) -> Chart:
    """How many sources of each kind there are, and how many of them the text names."""
    name, measure = "sources-by-kind", "Sources by kind, named or not"
    told = known_sources(reading.speakers)
    grid = told.groupby(told["kind"].replace("", KIND_UNSAID))["named"].agg(sources="size", named="sum").astype("int64")
    grid["not_named"] = grid["sources"] - grid["named"]
    grid = _ordered(grid, "sources")
    if told.empty:
        return nothing(name, measure, _no_source(reading), reading.articles, grid.reset_index())
    named, number = int(grid["named"].sum()), len(told)
    some = "none" if not named else "all" if named == number else f"{named:,}"
    title = f"Of {count(number, 'source')}, {some} {verb(named, 'is', 'are')} named"
    if number == 1:
        title = f"The one source is {'' if named else 'not '}named"
    rows = [Bars(str(row.Index), [row.named, row.not_named], _named(row)) for row in grid.itertuples()]
    note = "A source that is heard in two articles is two."
    frame = framed(title, measure, reading.articles, [count(number, "source")], [note])
    said = "; ".join(f"{bars.label} {bars.end}" for bars in rows)
    return chart(name, frame, f"By kind: {said}.", grid.reset_index(), bar_chart, _NAMED, rows)


def _named(row: Any) -> str:
    """How many sources there are, and how many of them have a name."""
    if row.sources == 1:
        return f"1: {'named' if row.named else 'not named'}"
    return f"{row.sources:,}: {'none' if not row.named else 'all' if not row.not_named else f'{row.named:,}'} named"


def _ordered(grid: pd.DataFrame, by: str) -> pd.DataFrame:
    """The largest rows first, what is not said last."""
    grid = grid.assign(unsaid=grid.index.isin((UNSAID, KIND_UNSAID)), label=grid.index)
    return grid.sort_values(["unsaid", by, "label"], ascending=[True, False, True]).drop(columns=["unsaid", "label"])


def _no_source(reading: Any) -> str:
    return f"{_NO_SOURCE}." if len(reading.articles) else "there is no article."
