"""What a class hears in phrases such as "likely", beside what surveyed readers say.

The sheet has a row per phrase, with a sentence in which it stands, and a column per student with a number from 0 to
100; or, for raised hands, a column per number or band ("60-74 %") with how many raised a hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sourcereading.certainty.in_numbers import has_number, in_numbers
from sourcereading.reading.reading import read
from sourcereading.reading.wording import count, listing, of_the, sentence, verb
from sourcereading.text.typed_tables import Cell, TypedTable, hands, is_a_sum, plain, typed_table

PHRASE, SENTENCE = "phrase", "sentence"
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(%|percent|per cent)?", re.IGNORECASE)
_BAND = re.compile(r"(\d{1,3}) ?(?:-|–|to) ?(\d{1,3}) ?%?", re.IGNORECASE)
_DASHES = frozenset("-–—")
_MOST = 30
"""Phrases of a poll."""
_MIDDLE_HALF_FROM = 8
"""From so many answers the spread of a class is its middle half; of fewer it is from the lowest to the highest."""
_IN_WORDS = ("text", "basis", "phrase", "source", "official_scale")
_IN_NUMBERS = ("low", "median", "high", "n", "official_low", "official_high")
"""The columns of the table ``certainty`` that say what readers hear in a phrase."""


@dataclass(frozen=True, slots=True)
class Poll:
    """A class's answers.

    Attributes
    ----------
    file : the name of the sheet.
    phrases : a row per phrase, the likeliest to readers first, then those of which nothing is known. ``asked`` is the
        phrase and ``times`` how many answers it has; ``class_low``, ``class_q25``, ``class_median``, ``class_q75`` and
        ``class_high`` are those of the class in percent; the rest is what readers say, as in the table ``certainty``
        (NaN or "" where nobody was asked).
    answers : ``asked``, ``percent`` and ``times``: how often each number was given.
    most : how many answered the phrase that has most answers: the size of the class, as far as the sheet shows it.
    hands : whether hands were counted, so that a number may be the middle of a band.
    """

    file: str
    phrases: pd.DataFrame
    answers: pd.DataFrame
    most: int
    hands: bool


def class_poll(file: str) -> Poll:
    """Reads a sheet of phrases that a class has filled in: a CSV file, like ``teach/how-sure/poll.csv``. A SheetError
    for a file that cannot be read, or a cell that is no number from 0 to 100, names row and column."""
    table = typed_table(file, PHRASE)
    phrase_at, sentence_at = table.column(PHRASE), table.column(SENTENCE)
    bands, students = _columns(table, {phrase_at, sentence_at})
    hands = bool(bands)
    mistakes: list[str] = []
    rows: list[tuple[str, str]] = []
    answers: list[tuple[str, float, int]] = []
    for cells in table.rows:
        asked = cells[phrase_at or 0]
        if is_a_sum(asked.text):
            continue
        given = list(_given(cells, bands, students, mistakes))
        if not asked.text:
            if given:
                mistakes.append(f"{asked.place}: numbers without a phrase; write the phrase, or delete the row")
            continue
        if any(plain(asked.text) == plain(row[0]) for row in rows):
            mistakes.append(f"{asked.place}: “{asked.text}” is in the sheet twice; delete one of the rows")
        rows.append((asked.text, cells[sentence_at].text if sentence_at is not None else ""))
        answers += [(asked.text, percent, times) for percent, times in given]
    if len(rows) > _MOST:
        mistakes.append(f"row {table.rows[_MOST][0].row}: more than {_MOST} phrases; delete rows, or make two sheets")
    table.fail(mistakes)
    found = pd.DataFrame(answers, columns=["asked", "percent", "times"])
    if not found["times"].sum():
        table.fail([f"row {table.rows[0][0].row}: no number is filled in; write the numbers of the class and save it"])
    totals = found.groupby(["asked", "percent"], sort=False, as_index=False)["times"].sum()
    phrases = pd.DataFrame([_row(name, text, totals) for name, text in rows])
    middles = pd.Series([middle_of(row) for row in phrases.itertuples()])
    phrases = phrases.iloc[middles.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)
    return Poll(table.file, phrases, totals, int(phrases["times"].max()), hands)


def middle_of(mark: Any) -> float:
    """The middle of what readers hear in a phrase: their median, else the middle of their range; NaN without one."""
    return mark.median if mark.median == mark.median else (mark.low + mark.high) / 2


def headline(poll: Poll) -> str:
    """On how many phrases the middle answer of a class lies outside the readers' range, as a title."""
    known, outside = _known(poll), _outside(poll)
    if not len(known):
        return "What your class hears in these phrases; readers were asked about none of them"
    names = listing([f"“{name}”" for name in outside["asked"]], most=4)
    where = f"the readers’ range on {of_the(len(outside), len(known), 'phrase')}"
    return f"Your middle answer lies outside {where}: {names}" if names else f"Your middle answer lies outside {where}"


def surprises(poll: Poll) -> list[str]:
    """What a class could not have expected, in sentences: where its middle answer is outside the readers' range, and on
    which phrase it differs most."""
    said = [_farther(row) for row in _outside(poll).itertuples(index=False)]
    if len(_known(poll)) and not said:
        said.append("No phrase surprises: each middle answer lies where nine in ten readers put theirs.")
    said += _widest(poll.phrases)
    if poll.most < _MIDDLE_HALF_FROM:
        said.append(f"With {count(poll.most, 'answer')}, one student more can change all of this.")
    missing = int((poll.most - poll.phrases["times"]).sum())
    if missing:
        said.append(sentence(f"{count(missing, 'answer')} {verb(missing, 'is', 'are')} missing and not counted") + ".")
    return said


def _known(poll: Poll) -> pd.DataFrame:
    """The phrases that the class has answered and readers were asked about."""
    rows = poll.phrases
    return rows[(rows["times"] > 0) & has_number(rows) & (rows["basis"] != "numeric")]


def _outside(poll: Poll) -> pd.DataFrame:
    known = _known(poll)
    return known[(known["class_median"] < known["low"]) | (known["class_median"] > known["high"])]


def _farther(row: Any) -> str:
    side = "lower" if row.class_median < row.low else "higher"
    middle = f"your middle answer is {row.class_median:g}\xa0%"
    return f"You hear “{row.asked}” {side} than most readers: {middle}; {in_numbers(row)}."


def _widest(rows: pd.DataFrame) -> list[str]:
    """On which phrase the answers lie furthest apart."""
    several = rows[rows["times"] > 1]
    if not len(several):
        return []
    half = several["times"].min() >= _MIDDLE_HALF_FROM
    low, high = ("class_q25", "class_q75") if half else ("class_low", "class_high")
    spread = several[high] - several[low]
    if not spread.max():
        return ["On no phrase do the answers lie apart." if not half else "On every phrase at least half of you agree."]
    widest = several[spread == spread.max()]
    names = listing([f"“{name}”" for name in widest["asked"]])
    row = widest.iloc[0]
    between = f"{row[low]:g} and {row[high]:g}\xa0%"
    where = f"the middle half of your answers lies between {between}" if half else f"your answers lie between {between}"
    first = f" (“{row['asked']}”)" if len(widest) > 1 else ""
    whole = f", all of them between {row['class_low']:g} and {row['class_high']:g}\xa0%" if half else ""
    return [f"You differ most on {names}: {where}{first}{whole}."]


def _columns(table: TypedTable, about: set[int | None]) -> tuple[dict[int, float], list[int]]:
    """The columns of bands, with the middle of each, and those of students: what is not about the phrase. Columns are
    bands where the name of every one that has a number below is a band or a percentage."""
    names = table.answered(about)
    middles = {at: middle for at, name in names.items() if (middle := _band(name)) is not None}
    return (middles, []) if names and len(middles) == len(names) else ({}, list(names))


def _band(name: str) -> float | None:
    """The middle of a band in percent: "60-74 %" is 67, "60 %" is 60; "student 60" is none."""
    if band := _BAND.fullmatch(name):
        low, high = sorted(map(int, band.groups()))
        return (low + high) / 2 if high <= 100 else None
    number = _NUMBER.fullmatch(name)
    return float(number[1].replace(",", ".")) if number and number[2] and float(number[1]) <= 100 else None


def _given(
    cells: Sequence[Cell], bands: dict[int, float], students: Sequence[int], mistakes: list[str]
) -> Iterator[tuple[float, int]]:
    """The answers of a row, each with how often it was given; what is no answer is added to ``mistakes``."""
    for at in bands or students:
        if at >= len(cells) or not cells[at].answered or cells[at].text in _DASHES:
            continue
        cell = cells[at]
        if bands:
            if (times := hands(cell.text)) is not None:
                yield bands[at], times
            else:
                mistakes.append(f"{cell.place}: {cell.text!r} is no number of hands; write how many were raised")
        elif isinstance(answer := percent(cell.text), float):
            yield answer, 1
        else:
            mistakes.append(f"{cell.place}: {answer}")


def percent(text: str) -> float | str:
    """A chance in percent, as it is typed; or why it cannot be taken for one, with the remedy.

    >>> percent("60 %"), percent("0.6")
    (60.0, "'0.6' could be 0.6 % or 60 %; write 60, or “0.6 %” for less than one percent")
    """
    found = _NUMBER.fullmatch(text)
    if not found:
        return f"{text!r} is no number; write one number from 0 to 100, or leave the cell empty"
    value = float(found[1].replace(",", "."))
    if 0 < value < 1 and not found[2]:
        share = f"{100 * value:g}"
        return f"{text!r} could be {value:g} % or {share} %; write {share}, or “{value:g} %” for less than one percent"
    if value > 100:
        return f"{text!r} is more than 100; write a number from 0 to 100, or leave the cell empty"
    return value


def _row(asked: str, in_sentence: str, answers: pd.DataFrame) -> dict[str, Any]:
    own = answers[answers["asked"] == asked]
    given = np.repeat(own["percent"].to_numpy(dtype=float), own["times"].to_numpy(dtype=int))
    ends = np.quantile(given, [0, 0.25, 0.5, 0.75, 1]) if len(given) else [np.nan] * 5
    names = ("class_low", "class_q25", "class_median", "class_q75", "class_high")
    of_class = dict(zip(names, ends, strict=True))
    return {"asked": asked, "times": len(given), **of_class, **_of_readers(asked, in_sentence)}


def _of_readers(asked: str, in_sentence: str) -> dict[str, Any]:
    """What readers say of a phrase, as the program reads it in its sentence; empty where nobody was asked about it."""
    mark = mark_in(asked, in_sentence or f"It is {asked} that it will rain.")
    if mark is None:
        return dict.fromkeys(_IN_WORDS, "") | dict.fromkeys(_IN_NUMBERS, np.nan)
    return {name: getattr(mark, name) for name in (*_IN_WORDS, *_IN_NUMBERS)}


def mark_in(asked: str, in_sentence: str) -> Any | None:
    """The mark of a phrase in a sentence that has a range: a row of the table ``certainty``; None for none."""
    rows = read([in_sentence]).certainty
    rows = rows[has_number(rows)]
    return next((row for row in rows.itertuples(index=False) if row.text.lower() in asked.lower()), None)
