"""Charts of who speaks: words by speaker, statements by voice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import matrix, words_by
from sourcereading.analysis.names import doubtful_names, several_sources
from sourcereading.analysis.statements import for_each, in_body, reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, VOICES, WRITER, WRITERS
from sourcereading.reading.wording import count, listed, percent, sentence, verb, who
from sourcereading.report.charts.bars import Bars, bar_chart, panel_chart
from sourcereading.report.charts.looks import voice_series
from sourcereading.report.charts.style import REPORTING_CLAUSES, ROWS, Chart, chart, framed, left_out, nothing

_DWARFS = 3
"""So many times as long as any other bar the writers' bar leaves the others no room to differ."""


def words_by_speaker(reading: Any) -> Chart:
    """How much each speaker says: words quoted and paraphrased, beside the writer's own."""
    name, measure = "words-by-speaker", "Words by speaker and voice"
    statements = in_body(reading.statements, reading.sentences)
    words = words_by(for_each(statements, reading.speakers))
    if not len(words):
        return nothing(name, measure, "there are no words to count.", reading.articles, words)
    every, several = matrix(words, "speaker", "voice", "words"), several_sources(reading.speakers)
    loose = _to_leave_out(every.index, [*several])
    whole, grid = (_grid(rows, [DIRECT, INDIRECT, WRITERS]) for rows in (every, every.drop(loose)))
    totals, everything = whole.sum(axis=1), int(words_by(statements)["words"].sum())
    if not totals.drop(WRITER, errors="ignore").any():
        why = f"no speaker is quoted or paraphrased: {count(everything, 'word')}, all of the writer."
        return nothing(name, measure, why, reading.articles, words)
    title = _words_title(whole, totals.drop(several, errors="ignore"), everything)
    series = [voice for voice in grid.columns if grid[voice].any()]
    rows = [
        Bars(who(str(speaker), len(reading.articles)), cells[series].tolist(), _words(cells))
        for speaker, cells in grid.head(ROWS).iterrows()
    ]
    voices = words_by(statements, ["voice"]).set_index("voice")["words"].reindex(series, fill_value=0)
    panels = _panels(rows, grid, voices)
    measure += f"; a word counts for the innermost speaker{_together(totals.sum() > everything)}"
    counted = [count(everything, "word"), _speakers(grid.index.union(loose))]
    clauses = int(statements.loc[statements["reporting_clause_of"] != "", "words"].sum())
    foot = [
        left_out(len(grid), "speaker", count(totals[grid.index[ROWS:]].sum(), "word")),
        _not_one(loose, count(totals[loose].sum(), "word")),
        *doubtful_names(grid.index[:ROWS], reading.speakers),
        f"Left out: headings, and {count(clauses, 'word')} of {REPORTING_CLAUSES}." if clauses else "",
    ]
    frame, said = framed(title, measure, reading.articles, counted, foot), _said(totals, reading.articles)
    return chart(name, frame, f"Words: {said}.", words, panel_chart, voice_series(series), panels)


def _panels(rows: list[Bars], grid: pd.DataFrame, voices: pd.Series) -> list[tuple[str, list[Bars]]]:
    """The rows as one panel; where the writers' bar would dwarf the others, all words as one bar, and below it the
    speakers with a scale of their own. ``voices`` is how many words there are in each voice."""
    said = grid.sum(axis=1)
    most = said[said.index != WRITER].max()
    if not len(said) > 2 or said.get(WRITER, 0) < _DWARFS * most:
        return [("", rows)]
    parts = ", ".join(f"{percent(words, voices.sum())} {VOICES[voice]}" for voice, words in voices.items() if words)
    speakers = [row for row, speaker in zip(rows, grid.index, strict=False) if speaker != WRITER]
    return [("All words", [Bars(f"{voices.sum():,}", voices.tolist(), parts)]),
            ("Words of speakers, on a scale of their own", speakers)]  # fmt: skip


def _words(cells: pd.Series) -> str:
    return f"{count(cells.sum(), 'word')}{_quoted(cells)}"


def _words_title(grid: pd.DataFrame, totals: pd.Series, everything: int) -> str:
    """Who of the named speakers has most words, how many, and how many of these are in quotation marks; ``totals`` are
    without those who are not one speaker."""
    spoken = grid.sum(axis=1).drop(index=WRITER, errors="ignore")
    people = totals.drop(index=[WRITER, UNATTRIBUTED], errors="ignore")
    if not len(people):
        return f"No speaker is named, for {count(spoken.sum(), 'word')} of {everything:,}"
    leaders, most, unnamed = _leaders(people), int(people.max()), int(spoken.get(UNATTRIBUTED, 0))
    speakers = "named speaker" if unnamed >= most else "speaker"
    if len(leaders) > 1:
        title = f"{sentence(listed(leaders))} have the most words of all {speakers}s: {most:,} each of {everything:,}"
    else:
        rank = f"has the most words of all {speakers}s" if len(people) > 1 else f"is the only {speakers}"
        quoted = int(grid.loc[leaders[0], DIRECT])
        inside = "all" if quoted == most else f"{quoted:,}" if quoted else "none"
        title = f"{sentence(who(leaders[0]))} {rank}: {most:,} of {count(everything, 'word')} "
        title += f"({percent(most, everything)}), {inside} of them in quotation marks"
    if unnamed >= most:
        title += f". {count(unnamed, 'word')} {verb(unnamed, 'has', 'have')} no named speaker"
    return title


def statements_by_voice(reading: Any) -> Chart:
    """In whose words: how many statements of each speaker are quoted, partly quoted or paraphrased."""
    name, measure = "statements-by-voice", "Statements by speaker and voice"
    statements = reported(in_body(reading.statements, reading.sentences), reading.articles)
    each = for_each(statements, reading.speakers)
    counts = each.groupby(["speaker", "voice"]).size().rename("statements").reset_index()
    if not len(counts):
        why = "no speaker is quoted or paraphrased in the text."
        return nothing(name, measure, why, reading.articles, counts)
    heard = [voice for voice in (DIRECT, MIXED, INDIRECT) if (counts["voice"] == voice).any()]
    every, several = matrix(counts, "speaker", "voice", "statements"), several_sources(reading.speakers)
    loose = _to_leave_out(every.index, [*several])
    totals, grid = every.sum(axis=1), _grid(every.drop(loose), heard)
    voices = statements["voice"].value_counts().reindex(grid.columns, fill_value=0)
    title = _voices_title(voices, totals.drop(several, errors="ignore"))
    articles = len(reading.articles)
    rows = [
        Bars(who(str(speaker), articles), cells.tolist(), _shares(cells))
        for speaker, cells in grid.head(ROWS).iterrows()
    ]
    measure += _together(len(each) > len(statements))
    counted = [count(len(statements), "statement"), _speakers(grid.index.union(loose))]
    foot = [
        left_out(len(grid), "speaker", count(totals[grid.index[ROWS:]].sum(), "statement")),
        _not_one(loose, count(totals[loose].sum(), "statement")),
        *doubtful_names(grid.index[:ROWS], reading.speakers),
    ]
    frame = framed(title, measure, reading.articles, counted, foot)
    parts = ", ".join(f"{number:,} {VOICES[voice]}" for voice, number in voices.items())
    said = f"In all {parts}; by speaker: {_said(totals, reading.articles)}."
    return chart(name, frame, said, counts, bar_chart, voice_series(grid.columns), rows)


def _voices_title(voices: pd.Series, totals: pd.Series) -> str:
    """Which voice most statements have, and who of the named speakers has most of them."""
    leading, most = _leaders(voices), int(voices.max())
    of = f"of {count(voices.sum(), 'statement')}"
    if len(leading) > 1:
        title = f"As many statements are {' as '.join(VOICES[voice] for voice in leading)}: {most:,} each {of}"
    else:
        some = f"{most:,} {of}" if voices.sum() > 1 else "The one statement"
        title = f"{some} {verb(most, 'is', 'are')} {VOICES[leading[0]]}"
    people = totals[totals.index != UNATTRIBUTED]
    if len(people) < 2:
        return title
    leaders = _leaders(people)
    named = "named speakers" if UNATTRIBUTED in totals.index else "speakers"
    has = f"of the {named}, {listed(leaders)} {verb(len(leaders), 'has', 'have')} the most statements"
    return f"{title}; {has}: {people.max():,}{' each' if len(leaders) > 1 else ' in all'}"


def _grid(grid: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The grid with these columns in this order; below the named speakers those without a name, then the writer, both
    among the rows that are drawn."""
    grid = grid.reindex(columns=columns, fill_value=0).astype("int64")
    apart = [speaker for speaker in (UNATTRIBUTED, WRITER) if speaker in grid.index]
    people = grid.drop(index=apart)
    room = ROWS - len(apart)
    return pd.concat([people.head(room), grid.loc[apart], people.iloc[room:]])


def _to_leave_out(speakers: pd.Index, several: list[str]) -> pd.Index:
    """Of the speakers those who are perhaps several sources, where others are left to be drawn."""
    return speakers.intersection(several if set(speakers) - {*several} else [])


def _not_one(loose: pd.Index, amount: str) -> str:
    """The line about what several articles call a source, which may be another in each: no bar for all of them."""
    names = listed([f"“{name}”" for name in loose])
    return f"Not drawn: {names}, with {amount}: perhaps another source in each article." if len(loose) else ""


def _speakers(names: pd.Index) -> str:
    """How many speakers are known, and whether there are others."""
    named = len(names.difference([WRITER, UNATTRIBUTED]))
    return f"{count(named, 'speaker')}{' and unknown ones' if UNATTRIBUTED in names else ''}"


def _together(counted: bool) -> str:
    """That what several say together counts for each, where it does."""
    return ", what several say together for each of them" if counted else ""


def _leaders(totals: pd.Series) -> list[str]:
    return [str(name) for name in totals.index[totals == totals.max()]]


def _quoted(cells: pd.Series) -> str:
    """How much of what a speaker says is quoted; "" for the writer."""
    direct, said = cells[DIRECT], cells[DIRECT] + cells[INDIRECT]
    if not said:
        return ""
    return f", {percent(direct, said) if direct else 'none'} {VOICES[DIRECT]}"


def _shares(cells: pd.Series) -> str:
    parts = [f"{cell:,} {VOICES[voice]}" for voice, cell in cells.items() if cell]
    return f"{cells.sum():,}: {', '.join(parts)}" if len(parts) > 1 else parts[0]


def _said(totals: pd.Series, articles: pd.DataFrame) -> str:
    """The figures of the first rows in words."""
    parts = [f"{who(str(speaker), len(articles))} {total:,}" for speaker, total in totals.head(4).items()]
    more = count(len(totals) - 4, "more row")
    return "; ".join(parts) + (f"; and {more}" if len(totals) > 4 else "")
