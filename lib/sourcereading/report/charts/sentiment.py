"""The charts of tone: every stretch as a dot, and a mean only where there are enough of them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from sourcereading.analysis.sentiment import (
    ENOUGH,
    NO_EVIDENCE,
    ONE,
    SCORERS,
    scorers_side_by_side,
    tone_by,
    whole_stretches,
)
from sourcereading.attribution.voices import WRITER, speaker_name, voiced
from sourcereading.reading.wording import count, listing, who_in
from sourcereading.report.charts.style import (
    INK,
    LOOKS,
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
    rows_for,
    shorten,
    source_line,
)
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.scores import TEXTBLOB, signed

_LINES = 18
_KEY = ["article_id", "start", "end"]


def sentiment_by_speaker(reading: Any) -> Chart:
    """Tone of each stretch by speaker and voice, by two scorers, with a mean where at least five have evidence.

    A dot is hollow where the scorers disagree in sign.
    """
    name, measure = "sentiment-by-speaker", "Tone by speaker and voice"
    scored = whole_stretches(reading.sentiment)
    tone = _ordered(tone_by(scored))
    if not len(tone):
        return nothing(name, measure, "there is no stretch of text to score.", reading.articles, tone)
    with_dots = tone[tone["with_evidence"] > 0]
    if not len(with_dots):
        stretches = count(len(scored) // len(SCORERS), "stretch", "stretches")
        why = f"no scorer gives a tone to any of {stretches}."
        return nothing(name, "No stretch has a tone", why, reading.articles, tone)
    compared = scorers_side_by_side(scored)
    opposed = int(compared["opposed"].sum())
    scored = scored.merge(compared[[*_KEY, "opposed"]], on=_KEY, how="left")
    own = with_dots[with_dots["speaker"] == WRITER]
    others = with_dots[with_dots["speaker"] != WRITER].head(rows_for(reading.articles, _LINES) - len(own))
    drawn = pd.concat([others, own], ignore_index=True)
    silent = tone[tone["with_evidence"] == 0]
    title = _title(tone)
    known = tone.groupby("scorer")["with_evidence"].sum()
    answered = ", ".join(f"{who} gives a tone to {known.get(scorer, 0):,}" for scorer, who in SCORERS.items())
    subtitle = measured(
        "Polarity of each stretch of a statement, −1 to 1; black: mean and 95\xa0% interval",
        reading.articles, f"{count(len(compared), 'stretch', 'stretches')} ({answered})",
    )  # fmt: skip
    hidden = len(with_dots) - len(drawn)
    hollow = f"Hollow: the other scorer has the opposite sign ({count(opposed, 'stretch', 'stretches')})."
    foot = [
        hollow if opposed else "",
        f"Not drawn: {count(hidden, 'more row')}; they are in the CSV." if hidden else "",
        f"Not scored (that is not “neutral”): {_silent(silent)}." if len(silent) else "",
        f"A mean is drawn from {ENOUGH} scored stretches on. Its interval does not include the scorer’s own errors.",
        source_line(reading.articles),
    ]
    _draw(plate := Plate(title, subtitle, foot, _STEP * len(drawn) + 0.3), drawn, scored)
    said = "; ".join(
        f"{who_in(row.speaker, row.voice)}, by {SCORERS[row.scorer]}: {', '.join(_words(row))}"
        for row in drawn.head(6).itertuples(index=False)
    )
    disagree = f" The scorers disagree in sign on {count(opposed, 'stretch', 'stretches')}." if opposed else ""
    return Chart(name, plate.figure, title, f"{title}. {said}.{disagree}", tone)


_STEP, _LEFT, _RIGHT = 0.4, 1.95, 2.1


def _ordered(tone: pd.DataFrame) -> pd.DataFrame:
    """The rows of a speaker together, most stretches first, the writer last; of two scorers the better one first."""
    order = {scorer: number for number, scorer in enumerate(SCORERS)}
    tone = tone.assign(
        last=tone["speaker"] == WRITER,
        size=tone.groupby("speaker")["stretches"].transform("sum"),
        by=tone["scorer"].map(order),
    )
    keys = ["last", "size", "speaker", "voice", "by"]
    tone = tone.sort_values(keys, ascending=[True, False, True, True, True], ignore_index=True)
    return tone.drop(columns=["last", "size", "by"])


def _draw(plate: Plate, drawn: pd.DataFrame, scored: pd.DataFrame) -> None:
    axes = plate.axes(_LEFT + 0.3, WIDTH - _LEFT - _RIGHT - 0.55, height=_STEP * len(drawn))
    axes.set_xlim(-1.04, 1.04)
    axes.set_ylim(len(drawn) - 0.5, -0.5)
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "", "0", "", "+1"])
    axes.grid(axis="x", color=RULE, linewidth=0.8)
    axes.axvline(0, color=SOFT, linewidth=0.8)
    keys = ["speaker", "voice", "scorer"]
    groups = dict(iter(scored[scored["evidence"]].groupby(keys)))
    before = None
    for at, row in enumerate(drawn.itertuples(index=False)):
        axes.axhline(at + 0.08, color=RULE, linewidth=0.8)
        y = plate.top + _STEP * (at + 0.5)
        look = LOOKS[row.voice]
        whose = voiced(shorten(speaker_name(row.speaker), _LEFT - 0.85), row.voice)
        label = [whose, f"by {SCORERS[row.scorer]}"]
        if whose == before:
            label = label[1:]
        before = whose
        for number, line in enumerate(label):
            shade = SOFT if line.startswith("by ") else INK
            plate.write(
                0.12 + _LEFT, y + 0.14 * (number - (len(label) - 1) / 2), line, SMALL, shade, ha="right"
            )
        dots = groups[row.speaker, row.voice, row.scorer]
        for hollow, part in _swarm(dots["polarity"].tolist(), dots["opposed"].tolist()).items():
            across, up = zip(*part, strict=True)
            style = dot_style(look._replace(hollow=hollow), 4.5)
            axes.plot(across, [at + 0.08 - height for height in up], alpha=0.75, **style)
        if not math.isnan(row.low):
            axes.plot([row.low, row.high], [at + 0.28] * 2, color=INK, linewidth=1.6)
            axes.plot([row.mean], [at + 0.28], **dot_style(Look(INK, marker="D"), 4.5))
        upper, lower = _words(row, dots["text"].iloc[0])
        plate.write(WIDTH - _RIGHT - 0.1, y - 0.07, upper, SMALL)
        plate.write(WIDTH - _RIGHT - 0.1, y + 0.08, lower, 7.5, SOFT)


def _silent(rows: pd.DataFrame) -> str:
    """Whose stretches a scorer gives no tone to, and how many they are."""
    named = [
        f"{who_in(row.speaker, row.voice)}, by {SCORERS[row.scorer]} ({row.stretches})"
        for row in rows.itertuples(index=False)
    ]
    return listing(named, "; ", 4)


def _swarm(values: list[float], opposed: list[bool]) -> dict[bool, list[tuple[float, float]]]:
    """Dots, moved up where they would overlap, in a fixed order; hollow ones separately."""
    placed: list[float] = []
    found: dict[bool, list[tuple[float, float]]] = {}
    for value, hollow in sorted(zip(values, opposed, strict=True)):
        near = sum(abs(value - other) < 0.05 for other in placed[-8:])
        placed.append(value)
        found.setdefault(hollow, []).append((value, 0.11 * min(near, 4)))
    return found


def _words(row: Any, quoted: str = "") -> tuple[str, str]:
    """A row's figures in words: the mean or why there is none (of a single stretch its words, where they are given),
    and how many stretches have evidence."""
    evidence = f"{row.with_evidence:,} of {row.stretches:,} scored"
    if not math.isnan(row.low):
        mean = f"mean {signed(row.mean)} [{signed(row.low)}, {signed(row.high)}]"
        without = f"{signed(row.without_low)} to {signed(row.without_high)}"
        scored = f"{row.with_evidence:,} of {row.stretches:,}"
        return mean, scored if row.with_evidence >= 1000 else f"{scored}; without one {without}"
    if row.note == ONE:
        return shorten(f"only: {quoted}" if quoted else "one stretch", _RIGHT - 0.1), f"{evidence}, {signed(row.mean)}"
    return ("not scored" if row.note == NO_EVIDENCE else "too few for a mean"), evidence


def _title(tone: pd.DataFrame) -> str:
    """What the means by the news scorer say, which errs less; by TextBlob where that has none."""
    scorer = next((name for name in (NEWS, TEXTBLOB) if tone.loc[tone["scorer"] == name, "low"].notna().any()), "")
    if not scorer:
        return "Too few scored stretches of any speaker for a mean tone"
    means = tone[(tone["scorer"] == scorer) & tone["low"].notna()]
    clear = means[(means["low"] > 0) | (means["high"] < 0)]
    if not len(clear):
        return "No speaker’s mean tone clearly differs from zero"
    said = [
        f"{who_in(row.speaker, row.voice)}: {signed(row.mean)}"
        for row in clear.head(2).itertuples(index=False)
    ]
    more = f" and {len(clear) - 2} more" if len(clear) > 2 else ""
    return f"Mean tone that clearly differs from zero, by {SCORERS[scorer]}: {'; '.join(said)}{more}"
