"""The chart of probabilities: what readers understand by a phrase, beside the bands of official scales."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from sourcereading.analysis.names import article_labels
from sourcereading.attribution.voices import speaker_name
from sourcereading.certainty.labels import number_range, range_lines
from sourcereading.certainty.probability import official_bands, quartiles
from sourcereading.reading.wording import count, sentence, times, verb, who
from sourcereading.report.charts.style import (
    BODY,
    INK,
    RULE,
    SOFT,
    WIDTH,
    Chart,
    Look,
    Plate,
    bar_style,
    dot_style,
    measured,
    nothing,
    rows_for,
    scale,
    shorten,
    source_line,
)

_PHRASES = 25
_STEP, _LEFT, _RIGHT = 0.48, 2.3, 2.05
"""Inches: the height of a row, and the width of the words to the left and to the right of the ranges."""
_OF_ONE_MARK = ["article_id", "mark_id", "sentence_id", "statement_id", "start", "end", "speaker", "voice", "rule"]
_OTHER = "another official scale"
_BASES = {
    "survey": ("readers’ answers on the phrase", Look("#0072b2", marker="|")),
    "synonym": ("readers’ answers on a synonym", Look("#56b4e9", "|||", marker="|")),
    "numeric": ("a number in the text", Look("#1f1e1b", marker="D")),
    "proxy": ("only a wide range, for the verb by itself", Look("#8c8a84", "///", marker="")),
}
_OFFICIAL = {"ICD-203": Look("#e69f00", marker=""), "PHIA": Look("#cc79a7", "xxx", marker="")}
_ELSEWHERE = Look("#d5c7a1", marker="")


def probability_ranges(reading: Any) -> Chart:
    """What each probability means in numbers: readers' range, the official band, or that there is no number."""
    name, measure = "probability-ranges", "Probabilities and their ranges"
    marks = reading.certainty
    marks = marks[(marks["type"] == "probability") | ~marks["basis"].isin(["", "none"])].reset_index(drop=True)
    if not len(marks):
        return nothing(name, measure, "the text gives no probability.", reading.articles, marks)
    by_phrase = len(marks) > _PHRASES and len(reading.articles) > 1
    rows = _by_phrase(marks) if by_phrase else marks
    shown, most = rows, rows_for(reading.articles, _PHRASES)
    if len(rows) > most:
        stated = rows[rows["basis"] != "proxy"]
        shown = stated.head(most)
    given = marks[marks["low"].notna()]
    stated = given[given["basis"] != "proxy"]
    none = len(marks) - len(given)
    title = _ranges_title(stated, len(given) - len(stated), none)
    several = len(reading.articles) > 1 and not by_phrase
    names = article_labels(reading.articles)
    used = [basis for basis in _BASES if (shown["basis"] == basis).any()]
    legend = [(_BASES[basis][0], _BASES[basis][1], "dot" if basis == "numeric" else "bar") for basis in used]
    bands = [_official(row) for row in shown.itertuples(index=False)]
    scales = [scale for scale in (*_OFFICIAL, _OTHER) if any(scale in found for found in bands)]
    legend += [(scale, _OFFICIAL.get(scale, _ELSEWHERE), "bar") for scale in scales]
    subtitle = measured(
        f"Percent, {'most frequent phrases first' if by_phrase else 'in reading order'}. Thin bar: 9 in 10 readers; "
        "thick bar: the middle half; tick: the median", reading.articles,
        count(len(marks), "phrase"), f"{len(given):,} with a range",
    )  # fmt: skip
    dropped = len(rows) - len(shown)
    kind, later = ("more different phrase", "the rarer ones") if by_phrase else ("more phrase", "the later ones")
    what = "mostly verbs such as “could”" if len(rows[rows["basis"] == "proxy"]) >= dropped else later
    foot = [
        f"Not drawn: {count(dropped, kind)}, {what}; they are in the CSV." if dropped else "",
        "Readers were asked about the phrase by itself; in an article it can mean less, or more.",
        _surveys(shown),
        source_line(reading.articles),
    ]
    plate = Plate(title, subtitle, foot, _STEP * len(shown) + 0.28, legend)
    axes = plate.axes(_LEFT + 0.3, WIDTH - _LEFT - _RIGHT - 0.6, height=_STEP * len(shown))
    scale(axes, len(shown), (0, 100), [0, 25, 50, 75, 100], ["0", "25", "50", "75", "100"])
    _draw_rows(plate, axes, shown, bands, names if several else {}, by_phrase)
    ordered = pd.concat([rows[rows["mark_id"].isin(stated["mark_id"])], rows[~rows["mark_id"].isin(stated["mark_id"])]])
    said = "; ".join(
        f"“{shorten(row.text, 3)}” ({times(row.marks) if by_phrase else who(row.speaker)}): "
        f"{', '.join(range_lines(row))}"
        for row in ordered.head(5).itertuples(index=False)
    )
    rest = f"; and {len(rows) - 5:,} more" if len(rows) > 5 else ""
    data = rows.drop(columns=_OF_ONE_MARK) if by_phrase else marks
    return Chart(name, plate.figure, title, f"{title}. {sentence(said)}{rest}.", data)


def _draw_rows(
    plate: Plate,
    axes: Axes,
    shown: pd.DataFrame,
    bands: list[dict[str, tuple[float, float]]],
    names: dict[str, str],
    by_phrase: bool,
) -> None:
    """The rows of the chart: the phrase and whose it is, its range and the official bands, and both in words.

    Parameters
    ----------
    shown, bands : the rows, and for each its official bands.
    names : what to call each article, where there are several; a line separates them.
    by_phrase : whether a row is a phrase with all its marks, else one mark.
    """
    article = ""
    for at, row in enumerate(shown.itertuples(index=False)):
        y = plate.top + _STEP * (at + 0.5)
        plate.write(0.12, y - 0.085, shorten(f"“{row.text}”", _LEFT), BODY - 0.5)
        below = f"{times(row.marks)}, by {count(row.speakers, 'speaker')}" if by_phrase else speaker_name(row.speaker)
        if names and row.article_id != article:
            if article:
                plate.figure.add_artist(_line(plate, plate.top + _STEP * at))
            article = row.article_id
        if names:
            below = f"{below}, in {names.get(row.article_id, '')}"
        plate.write(0.12, y + 0.085, shorten(below, _LEFT, 7.5), 7.5, SOFT)
        _range(axes, at, row)
        _beneath(axes, at, bands[at])
        lines = _in_words(row, bands[at])
        for number, line in enumerate(lines):
            offset = 0.14 * (number - (len(lines) - 1) / 2)
            colour = INK if number == 0 else SOFT
            plate.write(WIDTH - _RIGHT - 0.15, y + offset, shorten(line, _RIGHT, 7.5), 7.5, colour)


def _in_words(row: Any, bands: dict[str, tuple[float, float]]) -> list[str]:
    """The lines beside a bar: the ranges of a phrase in numbers, and about which phrase readers were asked."""
    lines = range_lines(row)
    if "PHIA" in bands and row.official_scale != "PHIA":
        lines.append(f"PHIA {number_range(*bands['PHIA'])}")
    if row.basis in ("synonym", "proxy") and row.phrase:
        lines.insert(1, f"asked about “{row.phrase}”")
    return lines


def _by_phrase(marks: pd.DataFrame) -> pd.DataFrame:
    """One row per phrase, the most frequent first: the row of its first mark, with how many ``marks`` it has, of how
    many ``speakers``."""
    key = marks["text"].str.lower()
    counts = marks.groupby(key, sort=False)["speaker"].agg(["size", "nunique"])
    first = marks[~key.duplicated()]
    first = first.assign(marks=counts["size"].to_numpy(), speakers=counts["nunique"].to_numpy())
    return first.sort_values("marks", ascending=False, kind="stable", ignore_index=True)


def _official(row: Any) -> dict[str, tuple[float, float]]:
    """The bands drawn below a phrase: of the two analysts' scales, or of another one where these have none."""
    found = {scale: (low, high) for scale, low, high in official_bands(row.phrase) if scale in _OFFICIAL}
    if not found and not math.isnan(row.official_low):
        return {_OTHER: (row.official_low, row.official_high)}
    return found


def _beneath(axes: Axes, at: int, bands: dict[str, tuple[float, float]]) -> None:
    """The official bands, one under the other."""
    for number, (name, (low, high)) in enumerate(bands.items()):
        look = _OFFICIAL.get(name, _ELSEWHERE)
        axes.barh(at + 0.24 + 0.13 * number, high - low, left=low, height=0.11, **bar_style(look))


def _range(axes: Axes, at: int, row: Any) -> None:
    """One phrase: the band, the middle half of the readers and their median, or the stated number."""
    if math.isnan(row.low) and math.isnan(row.high):
        axes.text(
            50, at - 0.04, "no number", ha="center", va="center", fontsize=7.5, color=SOFT, fontfamily="DejaVu Sans",
            bbox={"boxstyle": "round,pad=0.35", "facecolor": "none", "edgecolor": SOFT, "linestyle": ":"},
        )  # fmt: skip
        return
    look = _BASES.get(row.basis, _BASES["proxy"])[1]
    if row.basis == "numeric":
        _stated(axes, at - 0.04, row, look)
        return
    width = max(row.high - row.low, 0.6)
    if row.basis == "proxy":
        axes.barh(at - 0.06, width, left=row.low, height=0.28, **bar_style(look._replace(hollow=True)))
        return
    axes.barh(at - 0.06, width, left=row.low, height=0.12, **bar_style(look))
    low, high = quartiles(row.phrase)
    axes.barh(at - 0.06, max(high - low, 0.6), left=low, height=0.3, **bar_style(look))
    axes.plot([row.median] * 2, [at - 0.29, at + 0.17], color=INK, linewidth=1.8, clip_on=False)


def _stated(axes: Axes, y: float, row: Any, look: Look) -> None:
    """A number of the text, or a line to the end of the scale where the text gives a bound only."""
    low, high = (0.0 if math.isnan(row.low) else row.low), (100.0 if math.isnan(row.high) else row.high)
    axes.plot([low, high], [y, y], color=look.colour, linewidth=2)
    ends = sorted({end for end in (row.low, row.high) if not math.isnan(end)})
    axes.plot(ends, [y] * len(ends), clip_on=False, **dot_style(look, 5.5))


def _line(plate: Plate, y: float) -> Line2D:
    across, height = [0.12 / WIDTH, 1 - 0.12 / WIDTH], 1 - y / plate.total
    return Line2D(across, [height] * 2, color=RULE, linewidth=1, transform=plate.figure.transFigure)


def _surveys(marks: pd.DataFrame) -> str:
    """Which surveys the readers' ranges come from, and how many people answered."""
    asked = marks[marks["n"].notna()].groupby("source")["n"].agg(["min", "max"])
    said = [
        f"{source} (n {low:,.0f})" if low == high else f"{source} (n {low:,.0f} to {high:,.0f})"
        for source, low, high in asked.itertuples()
    ]
    return f"Readers: {'; '.join(said)}." if said else ""


def _ranges_title(stated: pd.DataFrame, proxies: int, none: int) -> str:
    """What the ranges say: from which probability to which they go."""
    without = f"; {count(none, 'phrase')} {verb(none, 'has', 'have')} no number" if none else ""
    if not len(stated):
        band = f"{count(proxies, 'phrase')} with a wide range only" if proxies else ""
        return f"{band}{without}" if band else f"No number for {count(none, 'phrase')} of probability"
    middle = stated["median"].fillna((stated["low"] + stated["high"]) / 2)
    low, high = stated.loc[middle.idxmin()], stated.loc[middle.idxmax()]
    if len(stated) == 1 or low["text"].lower() == high["text"].lower():
        return f"“{shorten(low['text'], 2.2)}” means {number_range(low['low'], low['high'])}{_to_whom(low)}{without}"
    return (
        f"The probabilities go from “{shorten(low['text'], 2)}” ({number_range(low['low'], low['high'])}) "
        f"to “{shorten(high['text'], 2)}” ({number_range(high['low'], high['high'])}){without}"
    )


def _to_whom(mark: pd.Series) -> str:
    return ", as stated" if mark["basis"] == "numeric" else " to 9 in 10 readers"
