"""Charts of how sure things are said to be: marks, rates, and statements in order."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.counts import counts_by, without_reporting_clauses, words_by
from sourcereading.analysis.names import MANY
from sourcereading.analysis.statements import in_body, joined
from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES, WRITER, WRITERS, speaker_name, voiced
from sourcereading.certainty.labels import DIRECTION_WORDS, HEDGES, HEDGES_ARE, LEVELS, TYPES
from sourcereading.reading.wording import amount, count, sentence, verb, who, who_in
from sourcereading.report.charts.style import (
    INK,
    LOOKS,
    RULE,
    SMALL,
    SOFT,
    WIDTH,
    Bars,
    Chart,
    Look,
    Plate,
    bar_chart,
    dot_style,
    measured,
    nothing,
    rows_for,
    scale,
    shorten,
    source_line,
    voice_series,
)

_MARKS = "\"“”"
"""Quotation marks around a statement, left out where it is quoted again."""
FEW_WORDS = 100
TOO_FEW_WORDS = 30
"""Below ``FEW_WORDS`` a rate per 1,000 is drawn hollow, since one mark more or less moves it a lot; below
``TOO_FEW_WORDS`` it is not drawn."""

_STATEMENTS = 16
_OWNERS = {
    "speaker": (f"speakers, {VOICES[DIRECT]} or {VOICES[INDIRECT]}", Look("#0072b2")),
    "writer": (speaker_name(WRITER), Look("#8c8a84", "|||")),
    "reporting clause": (f"{speaker_name(WRITER)}, in reporting clauses", Look("#cc79a7", "\\\\\\")),
}
_LEVELS = dict(
    zip(LEVELS, (Look("#d55e00", marker="v"), Look("#8c8a84"), Look("#0072b2", marker="^")), strict=True)
)
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
    hedges = int(totals.reindex([*HEDGES], fill_value=0).sum())
    title = _balance(hedges, int(totals.get("raises", 0)), int(totals.get("blurs", 0)))
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
    marks = reading.certainty[reading.certainty["direction"].isin(HEDGES)]
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


# --- One row per statement -----------------------------------------------------------------------------


def certainty_ladder(reading: Any) -> Chart:
    """The statements from doubtful to sure, each with its words, its speaker and its marks."""
    name, measure = "certainty-ladder", "Statements from doubtful to sure"
    rows = in_body(reading.statements, reading.sentences)
    rows = joined(rows[(rows["reporting_clause_of"] == "") & rows["certainty_score"].notna()], reading.articles)
    columns = ["article_id", "statement_id", "speaker", "voice", "certainty_score", "certainty_level", "text"]
    data = rows.sort_values("certainty_score", kind="stable", ignore_index=True)[columns]
    data["marks"] = pd.Series(_signs(data, reading), dtype="str", index=data.index)
    if not len(data):
        return nothing(name, measure, "there is no statement to score.", reading.articles, data)
    levels = data["certainty_level"].value_counts()
    low, high = int(levels.get("low", 0)), int(levels.get("high", 0))
    bare = data[data["marks"] == ""]
    if low:
        title = f"{low:,} of {count(len(data), 'statement')} {verb(low, 'has', 'have')} low certainty"
    else:
        title = f"No statement of {len(data):,} has low {'or middle ' if high == len(data) else ''}certainty"
    title += f"; {len(bare):,} {verb(len(bare), 'has', 'have')} no mark"
    many = len(reading.articles) > MANY
    steps = _steps(data, rows_for(reading.articles, _STATEMENTS), "in the table statements" if many else "in the CSV")
    foot = [
        "The score weighs the marks of certainty in a statement; a statement without any mark has the base "
        "value, whether or not it is true.",
        source_line(reading.articles),
    ]
    legend = [(f"{level} ({int(levels.get(level, 0))})", look, "dot") for level, look in _LEVELS.items()]
    subtitle = measured(
        "Certainty score of each statement, 0 to 1; the writer’s sentences count as statements", reading.articles,
        count(len(data), "statement"), f"{len(bare):,} of them without a mark",
    )  # fmt: skip
    text_inches = 4.6
    plate = Plate(title, subtitle, foot, 0.42 * len(steps) + 0.3, legend)
    axes = plate.axes(text_inches + 0.3, WIDTH - text_inches - 0.95, height=0.42 * len(steps))
    scale(axes, len(steps), (0, 1), [0, 0.25, 0.5, 0.75, 1], ["0", "", "0.5", "", "1"])
    for at, step in enumerate(steps):
        y = plate.top + 0.42 * (at + 0.5)
        plate.write(0.12, y - 0.08, shorten(step.words, text_inches), SMALL, SOFT if step.plain else INK)
        plate.write(0.12, y + 0.085, shorten(step.below, text_inches, 7.5), 7.5, SOFT)
        if not math.isnan(step.score):
            axes.plot([0, step.score], [at, at], color=RULE, linewidth=1.2)
            axes.plot([step.score], [at], clip_on=False, **dot_style(_LEVELS.get(step.level, _LEVELS["middle"]), 7))
            plate.write(WIDTH - 0.12, y, f"{step.score:.2f}", SMALL, SOFT, ha="right")
    first, alike = data.iloc[0], int((data["certainty_score"] == data["certainty_score"].min()).sum())
    lowest = f"The lowest score ({first['certainty_score']:.2f}) is that of "
    least = lowest + (f"{count(alike, 'statement')}, the first" if alike > 1 else "a statement")
    least += f" of {who(first['speaker'])}: “{shorten(first['text'].strip(_MARKS), 5)}”"
    if many:  # thousands of statements are no download for a page: it takes those at the two ends
        marked = data[data["marks"] != ""]
        data = pd.concat([marked.head(_STATEMENTS), marked.iloc[_STATEMENTS:].tail(_STATEMENTS)], ignore_index=True)
    return Chart(name, plate.figure, title, f"{title}. {least}.", data)


class _Step(NamedTuple):
    words: str
    below: str
    score: float
    level: str
    plain: bool = False


def _steps(data: pd.DataFrame, most: int, where: str) -> list[_Step]:
    """The rows to draw: all, or the statements without a mark as one row per level and of the others the two ends.

    At most ``most`` rows, however many statements and different scores there are (``most`` is at least 6: three
    levels, a gap and the two ends). ``where`` says where the rest is to be found.
    """
    rows = [_step(row) for row in data.itertuples(index=False)]
    if len(rows) <= most:
        return rows
    marked = [row for row, signs in zip(rows, data["marks"], strict=True) if signs]
    bare = data[data["marks"] == ""]
    groups = [_unmarked(same["certainty_score"], level) for level, same in bare.groupby("certainty_level")]
    room = most - len(groups)
    if len(marked) > room:
        half = (room - 1) // 2
        between = len(marked) - 2 * half
        gap = _Step(f"… {count(between, 'statement')} with marks between …", where, math.nan, "", True)
        return _merged(marked[:half], groups, gap, marked[-half:])
    return sorted([*marked, *groups], key=lambda step: step.score)


def _unmarked(scores: pd.Series, level: str) -> _Step:
    """One row for the statements of a level that have no mark, at the middle of their scores."""
    low, high = f"{scores.min():.2f}", f"{scores.max():.2f}"
    below = "not listed here" + (f"; scores from {low} to {high}, drawn at the median" if low != high else "")
    return _Step(f"{count(len(scores), 'statement')} without any mark", below, float(scores.median()), level, True)


def _merged(low: list[_Step], groups: list[_Step], gap: _Step, high: list[_Step]) -> list[_Step]:
    below = [step for step in groups if step.score < high[0].score]
    above = [step for step in groups if step.score >= high[0].score]
    return [*low, gap, *sorted([*below, *high, *above], key=lambda step: step.score)]


def _step(row: Any) -> _Step:
    below = voiced(speaker_name(row.speaker), row.voice)
    return _Step(row.text, " · ".join(filter(None, (below, row.marks))), row.certainty_score, row.certainty_level)


def _signs(data: pd.DataFrame, reading: Any) -> list[str]:
    """For each statement its own marks, with the sign of the direction before each."""
    marks = without_reporting_clauses(reading.certainty, reading.statements)
    found: dict[tuple[str, str], list[str]] = {}
    for mark in marks.itertuples(index=False):
        sign = DIRECTION_WORDS[mark.direction].sign
        found.setdefault((mark.article_id, mark.statement_id), []).append(f"{sign} {mark.text}")
    return [" · ".join(found.get(key, [])) for key in zip(data["article_id"], data["statement_id"], strict=True)]
