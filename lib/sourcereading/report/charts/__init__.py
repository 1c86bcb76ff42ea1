"""Charts of a reading: each says what it shows, from which articles, and what it leaves out.

Every function takes a reading and returns a :class:`Chart`, which shows itself in a notebook and in a report.
Titles and text alternatives are computed from the data; nothing to draw gives a chart that says so.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import matrix, words_by
from sourcereading.analysis.statements import in_body, reported
from sourcereading.analysis.words import word_frequencies as frequencies
from sourcereading.attribution.voices import (
    DIRECT,
    INDIRECT,
    MIXED,
    VOICES,
    WRITER,
    WRITERS,
    speaker_name,
)
from sourcereading.reading.wording import count, listed, percent, times, verb, who
from sourcereading.report.charts.certainty import certainty_ladder, certainty_marks, hedges_by_speaker
from sourcereading.report.charts.compare import compare_articles
from sourcereading.report.charts.issues import issue_counts, issue_strip, issues_by_speaker, issues_together
from sourcereading.report.charts.probability import probability_ranges
from sourcereading.report.charts.sentiment import sentiment_by_speaker
from sourcereading.report.charts.sentiment_by_target import tone_toward
from sourcereading.report.charts.style import (
    REPORTING_CLAUSES,
    ROWS,
    Bars,
    Chart,
    Look,
    bar_chart,
    left_out,
    measured,
    nothing,
    source_line,
    voice_series,
)

__all__ = [
    "Chart",
    "certainty_ladder",
    "certainty_marks",
    "compare_articles",
    "hedges_by_speaker",
    "issue_counts",
    "issue_strip",
    "issues_by_speaker",
    "issues_together",
    "probability_ranges",
    "sentiment_by_speaker",
    "statements_by_voice",
    "tone_toward",
    "word_frequencies",
    "words_by_speaker",
]


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
