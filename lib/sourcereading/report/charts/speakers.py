"""Charts of who speaks: words by speaker, statements by voice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import matrix, words_by
from sourcereading.analysis.statements import in_body, reported
from sourcereading.attribution.voices import (
    DIRECT,
    INDIRECT,
    MIXED,
    VOICES,
    WRITER,
    WRITERS,
    speaker_name,
)
from sourcereading.reading.wording import count, listed, percent, verb, who
from sourcereading.report.charts.style import (
    REPORTING_CLAUSES,
    ROWS,
    Bars,
    Chart,
    bar_chart,
    left_out,
    measured,
    nothing,
    source_line,
    voice_series,
)


def words_by_speaker(reading: Any) -> Chart:
    """How many words each speaker has, quoted and paraphrased, beside the writer's own."""
    name, measure = "words-by-speaker", "Words by speaker and voice"
    statements = in_body(reading.statements, reading.sentences)
    words = words_by(statements)
    if not len(words):
        return nothing(name, measure, "there are no words to count.", reading.articles, words)
    grid = _grid(matrix(words, "speaker", "voice", "words"), [DIRECT, INDIRECT, WRITERS])
    totals = grid.sum(axis=1)
    everything = int(totals.sum())
    spoken = totals[totals.index != WRITER]
    clauses = int(statements.loc[statements["reporting_clause_of"] != "", "words"].sum())
    if not spoken.sum():
        title = f"No speaker is quoted or paraphrased: all {count(everything, 'word')} are the writer’s"
    else:
        leaders = _leaders(spoken)
        quoted = int(grid.loc[leaders, DIRECT].sum())
        each = " each" if len(leaders) > 1 else ""
        share = percent(spoken[leaders[0]], everything)
        after = " after the writer" if totals.get(WRITER, 0) > spoken.max() else ""
        inside = percent(quoted, spoken[leaders].sum())
        title = f"Most words{after}: {listed(leaders)}, {share} of all{each}, "
        title += f"{inside} of them in quotation marks"
    ends = [f"{count(sum(cells), 'word')}{_quoted(cells)}" for cells in grid.head(ROWS).to_numpy().tolist()]
    series = [voice for voice in grid.columns if grid[voice].any()]
    rows = [
        Bars(speaker_name(speaker), cells, end)
        for end, (speaker, *cells) in zip(ends, grid[series].head(ROWS).itertuples(), strict=True)
    ]
    subtitle = measured(
        f"{measure}; a word counts once, for the innermost speaker", reading.articles,
        count(everything, "word"), count(len(spoken), "speaker"),
    )  # fmt: skip
    foot = [
        left_out(len(grid), "speaker", count(totals.iloc[ROWS:].sum(), "word")),
        f"Left out: headings, and {count(clauses, 'word')} of {REPORTING_CLAUSES}." if clauses else "",
        source_line(reading.articles),
    ]
    figure = bar_chart(title, subtitle, foot, voice_series(series), rows)
    said = "; ".join(f"{who(str(speaker))} {total:,}" for speaker, total in totals.head(4).items())
    alt = f"{title}. Words: {said}{_and_more(len(totals) - 4)}."
    return Chart(name, figure, title, alt, words)


def statements_by_voice(reading: Any) -> Chart:
    """How many statements each speaker has: quoted, partly quoted or paraphrased."""
    name, measure = "statements-by-voice", "Statements by speaker and voice"
    statements = reported(in_body(reading.statements, reading.sentences), reading.articles)
    counts = statements.groupby(["speaker", "voice"]).size().rename("statements").reset_index()
    if not len(counts):
        why = "no speaker is quoted or paraphrased in the text."
        return nothing(name, measure, why, reading.articles, counts)
    grid = _grid(matrix(counts, "speaker", "voice", "statements"), [DIRECT, MIXED, INDIRECT])
    totals, voices = grid.sum(axis=1), grid.sum()
    voice = _leaders(voices)
    if len(voice) == 1:
        most = int(voices[voice[0]])
        title = f"{most:,} of {count(totals.sum(), 'statement')} {verb(most, 'is', 'are')} {VOICES[voice[0]]}"
    else:
        title = f"No voice is the most frequent in {count(totals.sum(), 'statement')}"
    leaders = _leaders(totals)
    if len(totals) > 1:
        each = " each" if len(leaders) > 1 else ""
        title += f"; most: {listed(leaders)}, {totals.max():,}{each}"
    rows = [
        Bars(speaker_name(speaker), cells, _shares(grid.columns, cells))
        for speaker, *cells in grid.head(ROWS).itertuples()
    ]
    subtitle = measured(measure, reading.articles, count(totals.sum(), "statement"), count(len(grid), "speaker"))
    foot = [left_out(len(grid), "speaker", count(totals.iloc[ROWS:].sum(), "statement")), source_line(reading.articles)]
    figure = bar_chart(title, subtitle, foot, voice_series(grid.columns), rows)
    said = ", ".join(f"{number} {VOICES[voice]}" for voice, number in voices.items())
    alt = f"{title}. In all {said}; by speaker: " + "; ".join(
        f"{who(str(speaker))} {total}" for speaker, total in totals.head(4).items()
    )
    return Chart(name, figure, title, f"{alt}{_and_more(len(totals) - 4)}.", counts)


def _grid(grid: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The grid with these columns in this order, the writer in the last row."""
    grid = grid.reindex(columns=columns, fill_value=0).astype("int64")
    people, own = grid[grid.index != WRITER], grid[grid.index == WRITER]
    return pd.concat([people.head(ROWS - len(own)), own, people.iloc[ROWS - len(own) :]])


def _leaders(totals: pd.Series) -> list[str]:
    return [str(name) for name in totals.index[totals == totals.max()]]


def _quoted(cells: list[int]) -> str:
    direct, indirect = cells[0], cells[1]
    if not direct + indirect:
        return ""
    return f", {percent(direct, direct + indirect) if direct else 'none'} {VOICES[DIRECT]}"


def _shares(voices: Any, cells: list[int]) -> str:
    parts = [f"{cell} {VOICES[voice]}" for voice, cell in zip(voices, cells, strict=True) if cell]
    return f"{sum(cells)}: {', '.join(parts)}" if len(parts) > 1 else parts[0]


def _and_more(number: int) -> str:
    return f"; and {count(number, 'more speaker')}" if number > 0 else ""
