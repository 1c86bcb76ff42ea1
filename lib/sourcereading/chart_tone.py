"""The chart of tone: every stretch as a dot, and a mean only where there are enough of them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from sourcereading.chart_style import (
    INK,
    OF_SPEAKER,
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
    rows_for,
    source_line,
)
from sourcereading.sentiment import signed
from sourcereading.summaries import ENOUGH, NO_EVIDENCE, tone_by, without_frames
from sourcereading.tables import WRITER
from sourcereading.telling import count, listed, speaker_name

_LINES = 18
_SCORERS = {"textblob": "TextBlob"}


def sentiment_by_speaker(reading: Any) -> Chart:
    """Tone of each stretch by speaker and voice, with a mean where at least five have evidence."""
    name, measure = "sentiment-by-speaker", "Tone by speaker and voice"
    scored = reading.sentiment[reading.sentiment["target"] == ""]
    scored = without_frames(scored, reading.statements)
    tone = tone_by(scored)
    if not len(tone):
        return nothing(name, measure, "there is no stretch of text to score.", reading.articles, tone)
    known = int(tone["with_evidence"].sum())
    several = tone["scorer"].nunique() > 1
    size = tone.groupby("speaker")["stretches"].transform("sum")
    tone = tone.assign(last=tone["speaker"] == WRITER, size=size)
    order = ["last", "size", "speaker", "voice", "scorer"]
    tone = tone.sort_values(order, ascending=[True, False, True, True, True], ignore_index=True)
    tone = tone.drop(columns=["last", "size"])
    with_dots = tone[tone["with_evidence"] > 0]
    if not len(with_dots):
        why = f"no word of {count(tone['stretches'].sum(), 'stretch', 'stretches')} is known to the scorer."
        return nothing(name, _title(tone, 0), why, reading.articles, tone)
    own = with_dots[with_dots["speaker"] == WRITER]
    others = with_dots[with_dots["speaker"] != WRITER].head(rows_for(reading.articles, _LINES) - len(own))
    drawn = pd.concat([others, own], ignore_index=True)
    silent = tone[tone["with_evidence"] == 0]
    title = _title(tone, known)
    scorers = listed([_SCORERS.get(name, name) for name in sorted(tone["scorer"].unique())])
    stretches = count(tone["stretches"].sum(), "stretch", "stretches")
    subtitle = measured(
        f"Polarity of each stretch of a statement, −1 to 1, by {scorers}; black: mean and 95\xa0% interval",
        reading.articles, f"{known:,} of {stretches} with a word the scorer knows",
    )  # fmt: skip
    hidden = len(with_dots) - len(drawn)
    foot = [
        f"Not drawn: {count(hidden, 'more row')}; they are in the CSV." if hidden else "",
        f"No evidence, which is not neutral: {_silent(silent)}." if len(silent) else "",
        f"A mean from {ENOUGH} scored stretches on. The interval leaves out the scorer’s own errors.",
        source_line(reading.articles),
    ]
    step, left, right = 0.4, 1.95, 2.0
    plate = Plate(title, subtitle, foot, step * len(drawn) + 0.3)
    axes = plate.axes(left + 0.3, WIDTH - left - right - 0.55, height=step * len(drawn))
    axes.set_xlim(-1.04, 1.04)
    axes.set_ylim(len(drawn) - 0.5, -0.5)
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "", "0", "", "+1"])
    axes.grid(axis="x", color=RULE, linewidth=0.8)
    axes.axvline(0, color=SOFT, linewidth=0.8)
    for at, row in enumerate(drawn.itertuples(index=False)):
        axes.axhline(at + 0.08, color=RULE, linewidth=0.8)
        y = plate.top + step * (at + 0.5)
        voice, look = OF_SPEAKER[row.voice]
        label = f"{speaker_name(row.speaker)}, {voice}" + (f", {row.scorer}" if several else "")
        lines = row_label(label, left)
        for number, line in enumerate(lines):
            plate.write(0.12 + left, y + 0.14 * (number - (len(lines) - 1) / 2), line, SMALL, ha="right")
        same = (scored["speaker"] == row.speaker) & (scored["voice"] == row.voice) & (scored["scorer"] == row.scorer)
        dots = scored.loc[same & scored["evidence"], "polarity"].tolist()
        swarm = _swarm(dots)
        across, up = [x for x, _ in swarm], [at + 0.08 - up for _, up in swarm]
        axes.plot(across, up, alpha=0.75, **dot_style(look, 4.5))
        if not math.isnan(row.low):
            axes.plot([row.low, row.high], [at + 0.28] * 2, color=INK, linewidth=1.6)
            axes.plot([row.mean], [at + 0.28], **dot_style(Look(INK, marker="D"), 4.5))
        upper, lower = _words(row)
        plate.write(WIDTH - right - 0.1, y - 0.07, upper, SMALL)
        plate.write(WIDTH - right - 0.1, y + 0.08, lower, 7.5, SOFT)
    said = "; ".join(
        f"{listed([row.speaker])} {OF_SPEAKER[row.voice][0]}: {', '.join(_words(row))}"
        for row in drawn.head(5).itertuples(index=False)
    )
    return Chart(name, plate.figure, title, f"{title}. {said}.", tone)


def _silent(rows: pd.DataFrame) -> str:
    """Who has no word that the scorer knows, and in how many stretches."""
    named = [
        f"{speaker_name(row.speaker)} {OF_SPEAKER[row.voice][0]} ({row.stretches})"
        for row in rows.itertuples(index=False)
    ]
    return listed(named, 4)


def _swarm(values: list[float]) -> list[tuple[float, float]]:
    """Dots with the ones that would lie on each other moved up, in a fixed order."""
    placed: list[tuple[float, float]] = []
    for value in sorted(values):
        near = sum(abs(value - other) < 0.05 for other, _ in placed)
        placed.append((value, 0.11 * min(near, 4)))
    return placed


def _words(row: Any) -> tuple[str, str]:
    """A row's figures in words: the mean or why there is none, and how many stretches have evidence."""
    evidence = f"{row.with_evidence} of {row.stretches} scored"
    if not math.isnan(row.low):
        return f"mean {signed(row.mean)} [{signed(row.low)}, {signed(row.high)}]", evidence
    return ("no evidence" if row.note == NO_EVIDENCE else "too few for a mean"), evidence


def _title(tone: pd.DataFrame, known: int) -> str:
    if not known:
        return "No stretch has a word the scorer knows: the tone is not known"
    means = tone[tone["low"].notna()]
    if not len(means):
        return "Too few scored stretches of any speaker for a mean tone"
    clear = means[(means["low"] > 0) | (means["high"] < 0)]
    if not len(clear):
        return "No speaker’s mean tone can be told from zero"
    said = [
        f"{listed([row.speaker])} {OF_SPEAKER[row.voice][0]} {signed(row.mean)}"
        for row in clear.head(2).itertuples(index=False)
    ]
    more = f" and {len(clear) - 2} more" if len(clear) > 2 else ""
    return f"Mean tone that differs from zero: {'; '.join(said)}{more}"
