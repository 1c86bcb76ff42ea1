"""The chart of tone toward targets: every stretch that names a target as a sign, no mean."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.counts import matrix
from sourcereading.analysis.sentiment import tone_by_target
from sourcereading.attribution.voices import WRITER, speaker_name
from sourcereading.reading.wording import count, sentence, who
from sourcereading.report.charts.style import (
    RULE,
    SMALL,
    SOFT,
    WIDTH,
    Chart,
    Look,
    Plate,
    dot_style,
    measured,
    nothing,
    row_label,
    shorten,
    source_line,
)
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE, UNSURE

_SPEAKERS, _TARGETS = 10, 6
_SIGNS = 8  # drawn one by one in a cell
_STEP, _LEFT, _HEAD = 0.34, 1.6, 0.42
_LOOKS = {
    NEGATIVE: Look("#d55e00", marker="v"),
    NEUTRAL: Look("#8c8a84"),
    POSITIVE: Look("#0072b2", marker="^"),
    UNSURE: Look("#8c8a84", hollow=True),
}


def tone_toward(reading: Any) -> Chart:
    """In what tone about whom, by the news scorer: speakers down, the people, places and organisations they name
    across, a sign for each stretch."""
    name, measure = "tone-toward", "Tone toward the people, places and organisations named"
    table = tone_by_target(reading.sentiment)
    if not len(table):
        return nothing(name, measure, "no statement names a person, place or organisation.", reading.articles, table)
    grid = matrix(table, "speaker", "target", "stretches")
    targets = list(grid.columns[:_TARGETS])
    with_signs = grid.index[grid[targets].sum(axis=1) > 0]
    people = [speaker for speaker in with_signs if speaker != WRITER][: _SPEAKERS - 1]
    speakers = [*people, *([WRITER] if WRITER in with_signs else [])]
    title = _title(table)
    foot = [
        _left_out(grid, speakers, targets),
        "Each sign is a stretch. Scores can be wrong; notebook 07 says how often.",
        source_line(reading.articles),
    ]
    subtitle = measured(
        measure, reading.articles, count(table["stretches"].sum(), "stretch", "stretches"),
        count(grid.shape[0], "speaker"), count(grid.shape[1], "target"),
    )  # fmt: skip
    seen = [tone for tone in _LOOKS if table[tone].any()]
    plate = Plate(title, subtitle, foot, _HEAD + _STEP * len(speakers), [(tone, _LOOKS[tone], "dot") for tone in seen])
    width = WIDTH - _LEFT - 0.4
    axes = plate.axes(_LEFT + 0.25, width, down=_HEAD)
    axes.set_xlim(0, len(targets))
    axes.set_ylim(len(speakers) - 0.5, -0.5)
    axes.set_xticks([])
    cell = width / len(targets)
    for at, target in enumerate(targets):
        for number, line in enumerate(row_label(target, cell - 0.08)):
            plate.write(_LEFT + 0.29 + cell * at, plate.top + 0.1 + 0.14 * number, line, SMALL)
    cells = table.set_index(["speaker", "target"])
    for at, speaker in enumerate(speakers):
        axes.axhline(at - 0.5, color=RULE, linewidth=0.8)
        y = plate.top + _HEAD + _STEP * (at + 0.5)
        plate.write(0.12 + _LEFT, y, shorten(speaker_name(speaker), _LEFT), SMALL, ha="right")
        for column, target in enumerate(targets):
            if (speaker, target) in cells.index:
                _draw_cell(axes, cells.loc[(speaker, target)], column, at)
    alt = "; ".join(_said(row) for row in table.head(6).itertuples(index=False))
    return Chart(name, plate.figure, title, f"{title}. {sentence(alt)}.", table)


def _draw_cell(axes: Any, row: pd.Series, column: int, at: int) -> None:
    """The signs of one cell in a fixed order; where they are too many, each sign once with its number, and long
    numbers in two lines."""
    if row["stretches"] <= _SIGNS:
        signs = [tone for tone in _LOOKS for _ in range(row[tone])]
        for number, tone in enumerate(signs):
            axes.plot([column + 0.07 + 0.105 * number], [at], **dot_style(_LOOKS[tone], 5))
        return
    shown = [(tone, row[tone]) for tone in _LOOKS if row[tone]]
    wide = sum(len(str(times)) for _, times in shown) > 5
    for number, (tone, times) in enumerate(shown):
        x = column + 0.06 + (0.48 * (number % 2) if wide else 0.24 * number)
        y = at + (-0.22, 0.22)[number // 2] if wide else at
        axes.plot([x], [y], **dot_style(_LOOKS[tone], 5))
        axes.text(x + 0.055, y, f"{times:,}", fontsize=7.5, color=SOFT, va="center", parse_math=False)


def _title(table: pd.DataFrame) -> str:
    """Towards whom a speaker is one-sided in three stretches or more, or that no speaker is."""
    sides = [(NEGATIVE, POSITIVE), (POSITIVE, NEGATIVE)]
    found = [
        (row, tone)
        for row in table.itertuples(index=False)
        for tone, other in sides
        if getattr(row, tone) >= 3 and not getattr(row, other) and getattr(row, tone) > row.stretches / 2
    ]
    if not found:
        return "No speaker is one-sided about a target in three stretches or more"
    said = [
        f"{who(row.speaker)} on {row.target} ({getattr(row, tone)} of {row.stretches} {tone})"
        for row, tone in found[:2]
    ]
    more = f" and {len(found) - 2} more" if len(found) > 2 else ""
    return f"One-sided: {'; '.join(said)}{more}"


def _said(row: Any) -> str:
    tones = ", ".join(f"{getattr(row, tone)} {tone}" for tone in _LOOKS if getattr(row, tone))
    return f"{who(row.speaker)} on {row.target}: {tones}"


def _left_out(grid: pd.DataFrame, speakers: list[str], targets: list[str]) -> str:
    parts = [
        count(whole - drawn, f"more {noun}")
        for whole, drawn, noun in ((grid.shape[0], len(speakers), "speaker"), (grid.shape[1], len(targets), "target"))
        if whole > drawn
    ]
    return f"Not drawn: {' and '.join(parts)}; they are in the CSV." if parts else ""
