"""The chart of statements from doubtful to sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sourcereading.analysis.counts import without_reporting_clauses
from sourcereading.analysis.findings.counted import levels_of_statements
from sourcereading.analysis.names import MANY
from sourcereading.attribution.voices import speaker_name, voiced
from sourcereading.certainty import score
from sourcereading.certainty.labels import DIRECTION_WORDS, HIGH, LOW, MIDDLE, UNMARKED
from sourcereading.reading.rows import cells_of
from sourcereading.reading.wording import count, quoted, times, verb, who
from sourcereading.report.charts.lettering import SMALL
from sourcereading.report.charts.looks import INK, LEVEL_LOOKS, RULE, SOFT, dot_style
from sourcereading.report.charts.plate import Frame, Plate, is_wide
from sourcereading.report.charts.strips import Row, Strips, Words
from sourcereading.report.charts.style import Chart, chart, framed, nothing, rows_for

_QUOTATION_MARKS = "\"“”"
_STATEMENTS = 16
_STEP, _TEXT, _SCORE = 0.42, 4.6, 0.4
"""Inches: the height of a row, and the width of the words of a statement and of its score."""


def certainty_ladder(reading: Any) -> Chart:
    """The statements with marks from doubtful to sure, each with its words, its speaker and its marks. One without a
    mark has no place among them: it is counted, not drawn."""
    name, measure = "certainty-ladder", "Statements from doubtful to sure"
    every = levels_of_statements(reading)
    columns = ["article_id", "statement_id", "speaker", "voice", "certainty_score", "certainty_level", "text"]
    marked = every[every["certainty_level"] != UNMARKED]
    data = marked.sort_values("certainty_score", kind="stable", ignore_index=True)[columns]
    data["marks"] = pd.Series(_signs(data, reading), dtype="str", index=data.index)
    if not len(data):
        return nothing(name, measure, _why(reading, len(every)), reading.articles, data)
    title = _title(data, len(every))
    many = len(reading.articles) > MANY
    steps = _steps(data, rows_for(reading.articles, _STATEMENTS), "in the table statements" if many else "in the CSV")
    frame, said = _frame(reading.articles, title, data, len(every)), f"{_lowest(data)}."
    counts = data["certainty_level"].value_counts()
    legend = [(f"{level} ({counts.get(level, 0):,})", LEVEL_LOOKS[level], "dot") for level in (LOW, MIDDLE, HIGH)]
    if many:  # thousands of statements are no download for a page: it takes those at the two ends
        data = pd.concat([data.head(_STATEMENTS), data.iloc[_STATEMENTS:].tail(_STATEMENTS)], ignore_index=True)
    return chart(name, frame, said, data, _draw, legend, steps)


def _why(reading: Any, every: int) -> str:
    """Why there is no statement to draw."""
    if every:
        return f"{count(every, 'statement')}, none with a word that says how sure it is."
    return "what is said is denied." if reading.statements["denied"].any() else "there is no statement."


def _title(data: pd.DataFrame, every: int) -> str:
    low, bare = int((data["certainty_level"] == LOW).sum()), every - len(data)
    if every == 1:
        return f"The one statement has {data['certainty_level'].iloc[0]} certainty"
    some = f"{low:,}" if low else "None"
    title = f"{some} of {count(every, 'statement')} {verb(low or 1, 'has', 'have')} low certainty"
    return title + (f"; {bare:,} {verb(bare, 'has', 'have')} no mark" if bare else "")


def _lowest(data: pd.DataFrame) -> str:
    first, alike = data.iloc[0], int((data["certainty_score"] == data["certainty_score"].min()).sum())
    least = f"{count(alike, 'statement')}, the first" if alike > 1 else "a statement"
    inner = first["text"].strip(_QUOTATION_MARKS)
    said = quoted(first["text"] if any(mark in inner for mark in _QUOTATION_MARKS) else inner, 90)
    return f"The lowest score ({first['certainty_score']:.2f}) is that of {least} of {who(first['speaker'])}: {said}"


def _frame(articles: pd.DataFrame, title: str, data: pd.DataFrame, every: int) -> Frame:
    measure = (
        "Score of each statement with a mark, 0 to 1, from the weights of its marks; the writer’s own statements "
        "are included"
    )
    line = (
        f"Line: the score of a statement without a mark ({score([]):.2f}), whether or not it is true. A mark in a "
        "reporting clause (“she claimed”) is the writer’s and does not count."
    )
    counted = [count(len(data), "statement"), f"{every - len(data):,} more without a mark"]
    return framed(title, measure, articles, counted, [line])


def _draw(frame: Frame, legend: list[Any], steps: list[_Step], width: float) -> Figure:
    rows = [_row(step) for step in steps]
    strips = Strips(width, _STEP if is_wide(width) else _STEP / 2, _TEXT, _SCORE, rows, beside=True)
    plate = Plate(frame, strips.height + 0.3, legend, width=width)
    axes = strips.axes(plate, (0, 1), [0, 0.25, 0.5, 0.75, 1], ["0", "", "0.5", "", "1"])
    strips.lines(axes, [score([])], color=SOFT, linestyle=(0, (2, 2)))
    for row, step in enumerate(steps):
        at = strips.at(row)
        if step.between:
            heights, edges = np.histogram(step.between, 50, (0, 1))
            tops = at + 0.4 - 0.8 * heights / heights.max()
            axes.stairs(tops, edges, baseline=at + 0.4, fill=True, color=SOFT, alpha=0.6)
        else:
            axes.plot([0, step.score], [at, at], color=RULE, linewidth=1.2)
            axes.plot([step.score], [at], clip_on=False, **dot_style(LEVEL_LOOKS[step.level], 7))
    return plate.figure


def _row(step: _Step) -> Row:
    """The words of a row: the statement, whose it is with which marks, and the score."""
    gap = bool(step.between)
    words = [Words(step.words, SMALL, SOFT if gap else INK), Words(step.below, 7.5, SOFT)]
    return Row(words, [] if gap else [Words(f"{step.score:.2f}", SMALL, SOFT)])


class _Step(NamedTuple):
    words: str
    below: str
    score: float = 0.0
    level: str = ""
    between: Sequence[float] = ()
    """The scores of the statements that have no row of their own: drawn as a height, how many have which."""


def _steps(data: pd.DataFrame, most: int, where: str) -> list[_Step]:
    """The rows to draw, at most ``most``: all, or the two ends with a row for what is between, which says ``where`` the
    rest is to be found."""
    said = ["speaker", "voice", "text", "certainty_score"]  # what several articles have word for word is one row
    rows = data.assign(times=data.groupby(said)["text"].transform("size")).drop_duplicates(said)
    if len(rows) <= most:
        return [_step(row) for row in rows.itertuples(index=False)]
    sure = (most - 1) // 3
    doubtful = most - 1 - sure
    ends = [_step(row) for part in (rows.head(doubtful), rows.tail(sure)) for row in part.itertuples(index=False)]
    between = rows.iloc[doubtful : len(rows) - sure]
    scores = between["certainty_score"].repeat(between["times"]).tolist()
    below = f"the height is how many have which score; they are {where}"
    gap = _Step(f"… {count(len(scores), 'statement')} with marks between …", below, between=scores)
    return [*ends[:doubtful], gap, *ends[doubtful:]]


def _step(row: Any) -> _Step:
    below = f"{voiced(speaker_name(row.speaker), row.voice)} · {row.marks}"
    if row.times > 1:
        below = f"{times(row.times)}, {below}"
    return _Step(row.text, below, row.certainty_score, row.certainty_level)


def _signs(data: pd.DataFrame, reading: Any) -> list[str]:
    """For each statement its own marks, those with the most weight first, each with the sign of its direction,
    and whether it is the view of somebody else than the one who says it."""
    marks = without_reporting_clauses(reading.certainty, reading.statements)
    marks = marks.loc[marks["weight"].abs().sort_values(ascending=False, kind="stable").index]
    found: dict[tuple[str, str], list[str]] = {}
    columns = ("article_id", "statement_id", "direction", "text", "others_view")
    for article, statement, direction, text, others in cells_of(marks, *columns):
        whose = " (another’s)" if others else ""
        found.setdefault((article, statement), []).append(f"{DIRECTION_WORDS[direction].sign} {text}{whose}")
    return [" · ".join(found.get(key, [])) for key in cells_of(data, "article_id", "statement_id")]
