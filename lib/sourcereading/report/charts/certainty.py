"""Charts of the marks of certainty: how many of each type, and how many hedges each speaker uses."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import counts_by, without_reporting_clauses, words_by
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES, WRITER, WRITERS, speaker_name, voiced
from sourcereading.certainty.labels import DIRECTION_WORDS, HEDGES_ARE, TYPES, hedging, raising
from sourcereading.reading.wording import amount, count, sentence, verb, who_in
from sourcereading.report.charts.style import (
    LOOKS,
    Bars,
    Chart,
    Look,
    bar_chart,
    measured,
    nothing,
    rows_for,
    shorten,
    source_line,
    voice_series,
)

FEW_WORDS = 100
TOO_FEW_WORDS = 30
"""Below ``FEW_WORDS`` a rate per 1,000 is drawn hollow, since one mark more or less moves it a lot; below
``TOO_FEW_WORDS`` it is not drawn."""

_OWNERS = {
    "speaker": (f"speakers, {VOICES[DIRECT]} or {VOICES[INDIRECT]}", Look("#0072b2")),
    "writer": (speaker_name(WRITER), Look("#8c8a84", "|||")),
    "reporting clause": (f"{speaker_name(WRITER)}, in reporting clauses", Look("#cc79a7", "\\\\\\")),
}
_RATES = 20


def certainty_marks(reading: Any) -> Chart:
    """How many marks of each type there are, and whose words they are in."""
    name, measure = "certainty-marks", "Marks of certainty by type and speaker"
    marks = reading.certainty
    if not len(marks):
        why = "the text has no word of certainty that is in the lexicon."
        return nothing(name, measure, why, reading.articles, counts_by(marks, ["type", "direction"], name="marks"))
    kept = without_reporting_clauses(marks, reading.statements)["mark_id"]
    owner = pd.Series("speaker", index=marks.index, dtype="str").where(marks["speaker"] != WRITER, "writer")
    owner = owner.where(marks["mark_id"].isin(kept), "reporting clause")
    counts = counts_by(marks.assign(owner=owner), ["direction", "type", "owner"], name="marks")
    grid = counts.pivot_table(index=["direction", "type"], columns="owner", values="marks", fill_value=0)
    grid = grid.reindex(columns=[key for key in _OWNERS if key in grid.columns]).astype("int64")
    order = sorted(grid.index, key=lambda key: (_direction(key[0]), -grid.loc[key].sum(), key[1]))
    totals = counts.groupby("direction")["marks"].sum()
    total = int(totals.sum())
    title = _balance(int(hedging(marks).sum()), int(raising(marks).sum()), int(totals.get("blurs", 0)))
    rows = [
        Bars(
            f"{DIRECTION_WORDS[direction].sign} {TYPES[kind]}",
            cells,
            f"{sum(cells)}  ({_examples(marks, kind)})",
        )
        for direction, kind in order
        for cells in [grid.loc[(direction, kind)].tolist()]
    ]
    owners = counts.groupby("owner")["marks"].sum()
    subtitle = measured(measure, reading.articles, count(total, "mark"))
    foot = ["A mark is a word in the text, not a measure of how sure the speaker was.", source_line(reading.articles)]
    figure = bar_chart(title, subtitle, foot, [_OWNERS[key] for key in grid.columns], rows)
    ways = sorted(totals.index, key=_direction)
    words = [(totals[way], DIRECTION_WORDS[way]) for way in ways]
    said = ", ".join(f"{number} {verb(number, way.one, way.many)}" for number, way in words)
    whose = ", ".join(f"{owners[key]} of {_OWNERS[key][0]}" for key in grid.columns)
    return Chart(name, figure, title, f"{title}. Of {count(total, 'mark')}: {said}; {whose}.", counts)


def _direction(direction: str) -> int:
    return [*DIRECTION_WORDS].index(direction)


def _balance(hedges: int, raises: int, blurs: int) -> str:
    if not hedges and not raises:
        return f"Only {count(blurs, TYPES['approximator'])}: no hedge, no expression of certainty"
    return f"{sentence(amount(hedges, 'hedge'))}, {amount(raises, 'expression')} of certainty"


def _examples(marks: pd.DataFrame, kind: str) -> str:
    """The marks of a type in the words of the text, most frequent first."""
    words = marks.loc[marks["type"] == kind, "text"].str.lower().value_counts(sort=False)
    found = sorted(words.items(), key=lambda item: -item[1])[:3]
    return ", ".join(shorten(text, 1.3) for text, _ in found)


def hedges_by_speaker(reading: Any) -> Chart:
    """Hedges per 1,000 words of each speaker, in quoted and in paraphrased words."""
    name, measure = "hedges-by-speaker", "Hedges per 1,000 words, by speaker and voice"
    words = words_by(in_body(reading.statements, reading.sentences))
    marks = reading.certainty[hedging(reading.certainty)]
    kept = without_reporting_clauses(marks, reading.statements)
    counts = kept.groupby(["speaker", "voice"]).size().rename("marks").reset_index()
    table = words.merge(counts, on=["speaker", "voice"], how="left")
    table["marks"] = table["marks"].fillna(0).astype("int64")
    table["per_1000"] = 1000 * table["marks"] / table["words"].where(table["words"] > 0)
    size = table.groupby("speaker")["words"].transform("sum")
    table = table.assign(size=size, last=table["speaker"] == WRITER)
    order = ["last", "size", "speaker", "voice"]
    table = table.sort_values(order, ascending=[True, False, True, True], ignore_index=True)
    table = table.drop(columns=["size", "last"])
    if not len(table):
        return nothing(name, measure, "there are no words to count.", reading.articles, table)
    enough = table[table["words"] >= TOO_FEW_WORDS]
    own = enough[enough["speaker"] == WRITER]
    others = enough[enough["speaker"] != WRITER].head(rows_for(reading.articles, _RATES) - len(own))
    drawn = pd.concat([others, own], ignore_index=True)
    total, every = int(table["marks"].sum()), int(table["words"].sum())
    if not len(drawn):
        why = f"no speaker has {TOO_FEW_WORDS} words in a voice, so no rate is drawn: {amount(total, 'hedge')} in "
        why += f"{count(every, 'word')} in all."
        return nothing(name, measure, why, reading.articles, table)
    title = _rates_title(table, total, every)
    voices = [voice for voice in LOOKS if (drawn["voice"] == voice).any()]
    rows = [
        Bars(
            voiced(speaker_name(row.speaker), row.voice),
            [row.per_1000 if row.voice == voice else 0.0 for voice in voices],
            f"{row.per_1000:.0f} ({row.marks} in {count(row.words, 'word')})",
            row.words < FEW_WORDS,
        )
        for row in drawn.itertuples(index=False)
    ]
    few = int((drawn["words"] < FEW_WORDS).sum())
    small = table[table["words"] < TOO_FEW_WORDS]
    hidden = len(enough) - len(drawn)
    left = len(marks) - len(kept)
    subtitle = measured(
        f"Hedges ({HEDGES_ARE}) per 1,000 words of the speaker", reading.articles,
        count(total, "hedge"), count(every, "word"),
    )  # fmt: skip
    foot = [
        f"Hollow: fewer than {FEW_WORDS} words; one hedge more or less changes the rate a lot." if few else "",
        f"Not drawn: {count(small['marks'].sum(), 'hedge')} in {count(small['words'].sum(), 'word')} of speakers with "
        f"fewer than {TOO_FEW_WORDS} words in a voice." if len(small) else "",
        f"Not drawn: {count(hidden, 'more row')}; they are in the CSV." if hidden else "",
        f"Left out: {count(left, 'hedge')} in reporting clauses such as “she claimed”." if left else "",
        source_line(reading.articles),
    ]  # fmt: skip
    figure = bar_chart(title, subtitle, foot, voice_series(voices), rows)
    said = "; ".join(
        f"{who_in(row.speaker, row.voice)}: {count(row.marks, 'hedge')} in {count(row.words, 'word')}"
        for row in table.head(5).itertuples()
    )
    return Chart(name, figure, title, f"{title}. {sentence(said)}.", table)


def _rates_title(table: pd.DataFrame, total: int, words: int) -> str:
    if not total:
        return f"No hedge in {count(words, 'word')}"
    enough = table[table["words"] >= FEW_WORDS].sort_values("per_1000", ascending=False, kind="stable")
    if len(enough) < 2:
        return f"{1000 * total / words:.0f} hedges per 1,000 words in all; too few words per speaker to compare"
    high, low = enough.iloc[0], enough.iloc[-1]
    if round(high["per_1000"]) == round(low["per_1000"]):
        return f"All with {FEW_WORDS} words or more hedge equally often: {high['per_1000']:.0f} per 1,000 words"
    ends = [f"{row['per_1000']:.0f} ({_whose(row)})" for row in (low, high)]
    return f"Hedges per 1,000 words: from {ends[0]} to {ends[1]}"


def _whose(row: pd.Series) -> str:
    """Whose words a rate is of, in a title."""
    if row["voice"] == WRITERS:
        return VOICES[WRITERS]
    return who_in(row["speaker"], row["voice"])
