"""Charts of the marks of certainty: how many of each type, and how many hedges each speaker uses."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import counts_by, without_reporting_clauses, words_by
from sourcereading.analysis.findings.counted import hedges_of
from sourcereading.analysis.names import doubtful_names, several_sources
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import UNATTRIBUTED, VOICES, WRITER, WRITERS
from sourcereading.certainty.labels import DIRECTION_WORDS, HEDGES_ARE, TYPES, raising
from sourcereading.reading.wording import RATE_FROM, amount, count, listing, sentence, verb, who_in
from sourcereading.report.charts.bars import Bars, bar_chart
from sourcereading.report.charts.lettering import shorten, text_width
from sourcereading.report.charts.looks import LOOKS, REPORTING_CLAUSE, voice_series
from sourcereading.report.charts.style import Chart, by_speaker, chart, framed, nothing, rows_for

_RATES = 20
_CLAUSES = "reporting clause"
_EXAMPLES = 5
"""Inches for the words beside a bar, in two lines."""


def certainty_marks(reading: Any) -> Chart:
    """How many marks of each type there are, in whose words, with the strongest as examples."""
    name, measure = "certainty-marks", "Marks of certainty by type, and in whose words they are"
    marks = reading.certainty
    if not len(marks):
        why = "the text has no word of certainty that is in the lexicon."
        return nothing(name, measure, why, reading.articles, counts_by(marks, ["direction", "type"], name="marks"))
    kept = without_reporting_clauses(marks, reading.statements)["mark_id"]
    marks = marks.assign(voice=marks["voice"].where(marks["mark_id"].isin(kept), _CLAUSES))
    counts = counts_by(marks, ["direction", "type", "voice"], name="marks")
    grid = counts.pivot_table(index=["direction", "type"], columns="voice", values="marks", fill_value=0)
    grid = grid.reindex(columns=[key for key in (*LOOKS, _CLAUSES) if key in grid.columns]).astype("int64")
    totals = counts.groupby("direction")["marks"].sum()
    title = _marks_title(len(hedges_of(reading)), int(raising(marks).sum()), int(totals.get("blurs", 0)))
    rows = [
        Bars(
            f"{DIRECTION_WORDS[direction].sign} {TYPES[kind]}",
            grid.loc[(direction, kind)].tolist(),
            f"{grid.loc[(direction, kind)].sum():,}  ({_examples(marks[marks['type'] == kind])})",
        )
        for direction, kind in _by_strength(marks)
    ]
    voices = counts.groupby("voice")["marks"].sum()
    note = "In brackets: the strongest first. A mark is a word in the text, not a measure of how sure the speaker was."
    frame = framed(title, measure, reading.articles, [count(len(marks), "mark")], [note])
    series = [(_in_whose(voice), LOOKS.get(voice, REPORTING_CLAUSE)) for voice in grid.columns]
    words = [(totals[way], DIRECTION_WORDS[way]) for way in sorted(totals.index, key=_direction)]
    said = ", ".join(f"{number:,} {verb(number, way.one, way.many)}" for number, way in words)
    whose = ", ".join(f"{voices[voice]:,} {_in_whose(voice)}" for voice in grid.columns)
    said = f"Of {count(len(marks), 'mark')}: {said}; {whose}."
    return chart(name, frame, said, counts, bar_chart, series, rows)


def _in_whose(voice: str) -> str:
    return f"the writer’s {_CLAUSES}s" if voice == _CLAUSES else VOICES[voice]


def _direction(direction: str) -> int:
    return [*DIRECTION_WORDS].index(direction)


def _by_strength(marks: pd.DataFrame) -> list[tuple[str, str]]:
    """The directions and types that occur, in the order of directions, and in each the type with the strongest mark
    first."""
    strongest = marks["weight"].abs().groupby([marks["direction"], marks["type"]]).max()
    return sorted(strongest.index, key=lambda key: (_direction(key[0]), -strongest[key], key[1]))


def _marks_title(hedges: int, raises: int, blurs: int) -> str:
    if not hedges and not raises:
        return f"Only {count(blurs, TYPES['approximator'])}: no hedge, no expression of certainty"
    return f"{sentence(amount(hedges, 'hedge'))}, {amount(raises, 'expression')} of certainty"


def _examples(marks: pd.DataFrame) -> str:
    """Marks of a type in the words of the text, the strongest first, equally strong ones by how often they occur; as
    many as there is room for, none cut but the first."""
    words = marks.assign(text=marks["text"].str.lower(), strength=marks["weight"].abs()).groupby("text", sort=False)
    words = words.agg(strength=("strength", "max"), times=("strength", "size"))
    ordered = words.sort_values(["strength", "times"], ascending=False, kind="stable").index.tolist()
    found = [shorten(ordered[0], _EXAMPLES)]
    for text in ordered[1:]:
        longer = ", ".join([*found, text])
        if len(found) == 4 or text_width(longer) > _EXAMPLES - 0.15:
            break
        found.append(text)
    return ", ".join(found) + (", …" if len(found) < len(ordered) else "")


# --- Rates ---------------------------------------------------------------------------------------------


def hedges_by_speaker(reading: Any) -> Chart:
    """Hedges per 1,000 words of each speaker and voice, where two have words enough for a rate."""
    name, measure = "hedges-by-speaker", "Hedges per 1,000 words, by speaker and voice"
    marks = hedges_of(reading)
    kept = without_reporting_clauses(marks, reading.statements)
    table = _rates(reading, kept)
    if not len(table):
        return nothing(name, measure, "there are no words to count.", reading.articles, table)
    named = table[~table["speaker"].isin([UNATTRIBUTED, *several_sources(reading.speakers)])]
    enough = named[named["words"] >= RATE_FROM]
    if len(enough) < 2:
        has = "nobody has as many."
        for row in enough.itertuples():
            has = f"only one has as many: {who_in(row.speaker, row.voice, len(reading.articles))} ({row.words:,})."
        why = f"a rate needs {RATE_FROM} words of one known speaker in one voice, or of the writer; {has}"
        return nothing(name, "Hedges by speaker and voice", why, reading.articles, table)
    own = enough[enough["speaker"] == WRITER]
    others = enough[enough["speaker"] != WRITER].head(rows_for(reading.articles, _RATES) - len(own))
    drawn = pd.concat([others, own], ignore_index=True)
    title = _rates_title(drawn, len(drawn) < len(enough))
    voices = [voice for voice in LOOKS if (drawn["voice"] == voice).any()]
    rows = [
        Bars(
            who_in(row.speaker, row.voice, len(reading.articles)),
            [row.per_1000 if row.voice == voice else 0.0 for voice in voices],
            f"{row.per_1000:.0f}  ({row.marks:,} in {count(row.words, 'word')})",
        )
        for row in drawn.itertuples(index=False)
    ]
    measure = f"Hedges ({HEDGES_ARE}) per 1,000 words of the speaker"
    counted = [count(table["marks"].sum(), "hedge"), count(table["words"].sum(), "word")]
    foot = [
        *_not_rated(table, enough, len(enough) - len(drawn), len(marks) - len(kept)),
        *doubtful_names(dict.fromkeys(drawn["speaker"]), reading.speakers),
    ]
    frame = framed(title, measure, reading.articles, counted, foot)
    return chart(name, frame, f"{sentence(_plain_counts(enough))}.", table, bar_chart, voice_series(voices), rows)


def _rates(reading: Any, hedges: pd.DataFrame) -> pd.DataFrame:
    """Words, hedges and rate of each speaker and voice; the speakers with most words first, the writer last."""
    words = words_by(in_body(reading.statements, reading.sentences))
    counts = hedges.groupby(["speaker", "voice"]).size().rename("marks").reset_index()
    table = words.merge(counts, on=["speaker", "voice"], how="left")
    table["marks"] = table["marks"].fillna(0).astype("int64")
    table["per_1000"] = 1000 * table["marks"] / table["words"].where(table["words"] >= RATE_FROM)
    return by_speaker(table, "words")


def _plain_counts(table: pd.DataFrame) -> str:
    parts = [
        f"{who_in(row.speaker, row.voice)}: {amount(row.marks, 'hedge')} in {count(row.words, 'word')}"
        for row in table.itertuples()
    ]
    return listing(parts, comma="; ", most=6)


def _not_rated(table: pd.DataFrame, enough: pd.DataFrame, hidden: int, clauses: int) -> list[str]:
    """The lines about what has no bar."""
    marks, words = (int(table[column].sum() - enough[column].sum()) for column in ("marks", "words"))
    few = f"speakers without a name, or with fewer than {RATE_FROM} words in a voice"
    return [
        f"Not drawn: {count(marks, 'hedge')} in {count(words, 'word')}: {few}." if words else "",
        f"Not drawn: {count(hidden, 'more row')}; they are in the CSV." if hidden else "",
        f"Left out: {count(clauses, 'hedge')} in reporting clauses such as “she claimed”." if clauses else "",
    ]


def _rates_title(drawn: pd.DataFrame, some: bool) -> str:
    """The lowest and the highest rate; of ``some``, those with most words, where there is no room for all."""
    ordered = drawn.sort_values("per_1000", ascending=False, kind="stable")
    high, low = ordered.iloc[0], ordered.iloc[-1]
    those = "those who have most words" if some else f"all with {RATE_FROM} words or more"
    if not drawn["marks"].any():
        return f"No hedge in the words of {those}"
    if round(high["per_1000"]) == round(low["per_1000"]):
        return f"{sentence(those)} hedge equally often: {high['per_1000']:.0f} per 1,000 words"
    ends = [f"{row['per_1000']:.0f} ({_whose(row)})" for row in (low, high)]
    title = f"hedges per 1,000 words: from {ends[0]} to {ends[1]}"
    return f"Of {those}, {title}" if some else sentence(title)


def _whose(row: pd.Series) -> str:
    """Whose words a rate is of, in a title."""
    if row["voice"] == WRITERS:
        return VOICES[WRITERS]
    return who_in(row["speaker"], row["voice"])
