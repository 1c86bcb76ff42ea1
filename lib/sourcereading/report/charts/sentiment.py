"""The chart of tone by speaker: of those with enough stretches every stretch as a dot, of those with many how many have
which tone, and the mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.names import doubtful_names
from sourcereading.analysis.sentiment import (
    ENOUGH,
    NEAR_ZERO,
    NO_CLEAR_TONE,
    SCORERS,
    mean_in_words,
    scorers_side_by_side,
    tone_by,
    whole_stretches,
)
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.wording import count, listing, sentence, verb, who_in
from sourcereading.report.charts.lettering import SMALL, shorten, text_width, wrap
from sourcereading.report.charts.looks import INK, LOOKS, RULE, SOFT, Look, dot_style
from sourcereading.report.charts.plate import MARGIN, Frame, Plate
from sourcereading.report.charts.style import ROWS, Chart, by_speaker, chart, framed, nothing, rows_for
from sourcereading.sentiment.news_scorer import NEWS

_KEY = ["article_id", "start", "end"]
_GROUP = ["speaker", "voice"]
_LINE, _STRIP, _GAP = 0.15, 0.44, 0.07
"""Inches: a line of text above a strip of dots, a strip, and between two rows."""
_MOST_DOTS, _MOST_STACKED = 40, 7
"""Of more stretches in a row, or more at one place, dots would be one bar."""
_MEAN = Look(INK, marker="D")


def sentiment_by_speaker(reading: Any) -> Chart:
    """Tone of each stretch by the news scorer, for each speaker and voice with at least five that it scores,
    and their mean. A dot is hollow where TextBlob's score has the opposite sign."""
    name, measure = "sentiment-by-speaker", "Tone by speaker and voice"
    whole = whole_stretches(reading.sentiment)
    tone = tone_by(whole[whole["scorer"] == NEWS])
    if not len(tone):
        return nothing(name, measure, "there is no stretch of text to score.", reading.articles, tone)
    enough = tone[tone["mean"].notna()].reset_index(drop=True)
    if not len(enough):
        known = count(int(tone["with_evidence"].sum()), "scored stretch", "scored stretches")
        why = f"no speaker has {ENOUGH} scored stretches in one voice; n = {known}. Read the stretches."
        return nothing(name, "Too few stretches to say anything of anybody’s tone", why, reading.articles, tone)
    articles = len(reading.articles)
    enough["whose"] = [who_in(row.speaker, row.voice, articles) for row in enough.itertuples()]
    rows = by_speaker(_drawn(enough, rows_for(reading.articles, ROWS)), "stretches")
    dots = _dots(whole, rows)
    title = _title(enough)
    stretches = count(len(dots), "scored stretch", "scored stretches")
    measure = "Each stretch by the news scorer, from −1 (bad) to +1 (good)"
    frame = framed(title, measure, reading.articles, [stretches], _foot(reading, tone, enough, rows))
    said = "; ".join(f"{row.whose}: {_in_words(row)}" for row in rows.head(6).itertuples())
    opposed = int(dots["opposed"].sum())
    signs = f" TextBlob’s score has the opposite sign on {opposed:,} of the {stretches}." if opposed else ""
    return chart(name, frame, f"{sentence(said)}.{signs}", tone, _draw, rows, dots)


# -- What is drawn -----------------------------------------------------------------------------------------------


def _drawn(enough: pd.DataFrame, most: int) -> pd.DataFrame:
    """The writer's row and so many of the others: those with a clear tone, which the title names, before the rest."""
    first = enough.assign(own=enough["speaker"] != WRITER, unclear=enough["tone"] == NO_CLEAR_TONE)
    return first.sort_values(["own", "unclear"], kind="stable").head(most).drop(columns=["own", "unclear"])


def _dots(whole: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The scored stretches of the rows, each with whether TextBlob's score has the opposite sign."""
    scored = whole[(whole["scorer"] == NEWS) & whole["evidence"]]
    scored = scored.merge(scorers_side_by_side(whole)[[*_KEY, "opposed"]], on=_KEY, how="left")
    return scored.merge(rows[_GROUP], on=_GROUP, how="inner")


# -- In words ----------------------------------------------------------------------------------------------------


def _title(enough: pd.DataFrame) -> str:
    clear = enough[enough["tone"] != NO_CLEAR_TONE]
    if not len(clear):
        return f"No speaker with {ENOUGH} scored stretches or more in one voice has a clear tone"
    said = [f"{row.whose}, {row.tone}" for row in clear.itertuples()]
    return f"A clear tone, by {SCORERS[NEWS]}: {listing(said, '; ')}"


def _foot(reading: Any, tone: pd.DataFrame, enough: pd.DataFrame, rows: pd.DataFrame) -> list[str]:
    few, more = len(tone) - len(enough), len(enough) - len(rows)
    voices = count(few, "speaker and voice", "speakers and voices")
    left_out = [
        f"{voices} with fewer than {ENOUGH} scored stretches" if few else "",
        f"{count(more, 'more row')}, which {verb(more, 'is', 'are')} in the CSV" if more else "",
    ]
    return [
        f"Not drawn: {'; '.join(filter(None, left_out))}." if few or more else "",
        *doubtful_names(dict.fromkeys(rows["speaker"]), reading.speakers),
        f"No clear tone: the interval comes within {NEAR_ZERO} of 0. It supposes that every score is right.",
    ]


def _legend(dots: pd.DataFrame) -> list[tuple[str, Look, str]]:
    keys = [("mean with its 95\xa0% interval", _MEAN, "dot")]
    crowded = {row: _crowded(part["polarity"]) for row, part in dots.groupby(_GROUP)}
    few = [part["opposed"].sum() for row, part in dots.groupby(_GROUP) if not crowded[row]]
    if opposed := int(sum(few)):
        said = f"hollow: TextBlob has the opposite sign ({count(opposed, 'dot')})"
        keys.append((said, Look(SOFT, hollow=True), "dot"))
    if any(crowded.values()):
        keys.append(("for many dots: how many there are", Look(SOFT), "bar"))
    return keys


def _in_words(row: Any) -> str:
    return f"{mean_in_words(row)}; {row.with_evidence:,} of {row.stretches:,} stretches have a score"


# -- Drawing -----------------------------------------------------------------------------------------------------


def _labels(row: Any, inches: float) -> list[str]:
    """Whose tone it is and what may be said of it, in one line where it fits."""
    whose, what = row.whose, _in_words(row)
    both = f"{whose}: {what}"
    return [both] if text_width(both) <= inches else [shorten(f"{whose}:", inches), *wrap(what, inches, most=3)]


def _draw(frame: Frame, rows: pd.DataFrame, dots: pd.DataFrame, width: float) -> Figure:
    """Strip under strip, each with its words above it; the scale is under the last."""
    inches = width - 2 * MARGIN
    labels = [_labels(row, inches) for row in rows.itertuples()]
    height = sum(_LINE * len(lines) + _STRIP + _GAP for lines in labels) + 0.3
    plate = Plate(frame, height, _legend(dots), width=width)
    groups, down = dict(iter(dots.groupby(_GROUP))), 0.0
    for row, lines in zip(rows.itertuples(), labels, strict=True):
        for number, line in enumerate(lines):
            plate.write(MARGIN, plate.top + down + _LINE * (number + 0.5), line, SMALL)
        axes = plate.axes(MARGIN, inches, down + _LINE * len(lines), _STRIP)
        _strip(axes, row, groups[row.speaker, row.voice])
        down += _LINE * len(lines) + _STRIP + _GAP
    axes.set_xticks([-1, -0.5, 0, 0.5, 1], ["−1", "", "0", "", "+1"])
    return plate.figure


def _strip(axes: Any, row: Any, dots: pd.DataFrame) -> None:
    """The dots or heights of a row above a line, the mean with its interval below it."""
    axes.set_xlim(-1.04, 1.04)
    axes.set_ylim(0, 1.08)
    axes.set_xticks([])
    axes.axhline(0.42, color=RULE, linewidth=0.8)
    for x in (-1, -0.5, 0, 0.5, 1):
        axes.axvline(x, color=SOFT if x == 0 else RULE, linewidth=0.8)
    crowded = _crowded(dots["polarity"])
    if crowded:
        heights, edges = np.histogram(dots["polarity"], 21, (-1.05, 1.05))
        look = LOOKS[row.voice]
        tops = 0.42 + 0.6 * heights / heights.max()
        axes.stairs(tops, edges, baseline=0.42, fill=True, facecolor=look.colour, hatch=look.hatch, edgecolor="white")
    swarm = _swarm(dots["polarity"].tolist(), dots["opposed"].tolist()) if not crowded else {}
    for hollow, places in swarm.items():
        across, up = zip(*places, strict=True)
        style = dot_style(LOOKS[row.voice]._replace(hollow=hollow), 4.5)
        axes.plot(across, [0.42 + height for height in up], alpha=0.75, **style)
    axes.plot([row.low, row.high], [0.16] * 2, color=INK, linewidth=1.6)
    axes.plot([row.mean], [0.16], **dot_style(_MEAN, 4.5))


def _crowded(values: pd.Series) -> bool:
    """Whether dots at these values would be one bar."""
    return len(values) > _MOST_DOTS or max(_near(sorted(values)), default=0) >= _MOST_STACKED


def _near(values: list[float]) -> list[int]:
    """How many of the values before each are so near that their dots overlap."""
    return [sum(value - other < 0.03 for other in values[max(0, at - 50) : at]) for at, value in enumerate(values)]


def _swarm(values: list[float], opposed: list[bool]) -> dict[bool, list[tuple[float, float]]]:
    """Dots, moved up where they would overlap, in a fixed order; hollow ones separately."""
    dots = sorted(zip(values, opposed, strict=True))
    before = _near([value for value, _ in dots])
    step = min(0.13, 0.55 / max(1, *before))
    found: dict[bool, list[tuple[float, float]]] = {}
    for (value, hollow), near in zip(dots, before, strict=True):
        found.setdefault(hollow, []).append((value, step * near))
    return found
