"""A sheet on which a second reader marks a text that has a key, without seeing the key: a row for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, WRITER, WRITERS
from sourcereading.reading.wording import listing, short
from sourcereading.text.paths import ReaderError
from sourcereading.text.typed_tables import TypedTable, typed_table
from sourcereading_evaluation.key_lines import Line, Speech, Word, articles, key_lines

COLUMNS = ("article", "line", "sentence", "speaker", "voice", "certainty", "reader", "date")
LETTERS = {"q": DIRECT, "p": INDIRECT, "b": MIXED, "w": WRITERS}
"""What is written in the column ``voice``: quoted, paraphrased, both, the writer's own words."""
_LETTERS = "q (quoted), p (paraphrased), b (both) or w (the writer's own words)"
_UNKNOWN = "?"
_SHOWN = 5
_DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y")
_CURLY = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class Marked:
    """What a reader marks in a line."""

    speech: tuple[Speech, ...]
    sure: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The marks of one reader in one article, by the number of the line; lines that are not there were not read."""

    file: str
    article: str
    reader: str
    day: date
    lines: Mapping[int, Marked]


class _Row(NamedTuple):
    """What is written in a row, and which row of the sheet it is."""

    number: int
    article: str
    line: str
    sentence: str
    speaker: str
    voice: str
    certainty: str
    reader: str
    date: str

    @property
    def of_line(self) -> int:
        """The number of the line that it is about; 0 for what is no number."""
        text = self.line.removesuffix(".0")  # a spreadsheet may write 7.0
        return int(text) if text.isdecimal() and len(text) < 7 else 0


def empty_sheet(article: str) -> pd.DataFrame:
    """The sheet of an article with nothing marked on it."""
    rows = [(article, line.number, " ".join(line.text.split()), *[""] * 5) for line in key_lines(article)]
    return pd.DataFrame(rows, columns=COLUMNS)


def read_sheets(files: Iterable[str]) -> list[Sheet]:
    """The marks on some sheets; a ReaderError where one is damaged, or a reader has two on one article."""
    read: dict[tuple[str, str], Sheet] = {}
    for one in map(read_sheet, files):
        if other := read.get((one.article, one.reader)):
            twice = f"{one.file}: {one.reader} has a sheet on {one.article} already, {other.file}"
            raise ReaderError(f"{twice}; give one of them")
        read[one.article, one.reader] = one
    return list(read.values())


def read_sheet(file: str | Path) -> Sheet:
    """The marks on a sheet; a ReaderError for one that is damaged names the file, up to five rows, and the remedy for
    each."""
    table = typed_table(file, *COLUMNS)
    places = [at for name in COLUMNS if (at := table.column(name)) is not None]
    rows = [_Row(cells[0].row, *(cells[place].text for place in places)) for cells in table.rows]
    article = _article(table, rows)
    known = {line.number: line for line in key_lines(article)}
    faults = _by_row((row.number, fault) for row in rows for fault in _faults(row, known))
    reader, day = _once(rows, "reader", faults), _once(rows, "date", faults)
    when = _day(day)
    if day and when is None:
        faults.append(f"the date {day!r} is not a day; write it as 2026-11-27")
    table.fail(faults)
    by_line: dict[int, list[_Row]] = {}
    for row in rows:
        by_line.setdefault(row.of_line, []).append(row)
    table.fail([fault for group in by_line.values() for fault in _alone(group)])
    assert when is not None
    lines = {number: _marked(group, known[number]) for number, group in sorted(by_line.items())}
    return Sheet(table.file, article, reader, when, lines)


def _by_row(found: Iterable[tuple[int, str]]) -> list[str]:
    """Faults with their rows; what is wrong in several rows is said once."""
    rows: dict[str, list[str]] = {}
    for row, fault in found:
        rows.setdefault(fault, []).append(str(row))
    return [f"row{'s' * (len(at) > 1)} {listing(at, most=_SHOWN)}: {fault}" for fault, at in rows.items()]


def _article(table: TypedTable, rows: Sequence[_Row]) -> str:
    """The article that all rows are about; the error names the first row that is not."""
    named = {row.article: row.number for row in reversed(rows)}
    for name, number in named.items():
        if name not in articles():
            table.fail([f"row {number}: no key is called {name!r}; copy one of {', '.join(articles())}"])
    if len(named) > 1:
        last = max(named.values())
        table.fail([f"row {last}: another article than the rows above; put it into a sheet of its own"])
    return next(iter(named))


def _once(rows: Sequence[_Row], column: str, faults: list[str]) -> str:
    """What a column says, once or in several rows."""
    found = {text: row.number for row in reversed(rows) if (text := getattr(row, column))}
    if not found:
        faults.append(f"row {rows[0].number}: no {column}; write it there, in one row of the sheet at least")
    elif len(found) > 1:
        last = max(found.values())
        faults.append(f"row {last}: another {column} than above; a sheet is one person's, read on one day")
    return next(iter(found), "")


def _day(text: str) -> date | None:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _faults(row: _Row, known: Mapping[int, Line]) -> Iterator[str]:
    """What is wrong with a row by itself, each with its remedy."""
    line = known.get(row.of_line)
    if line is None:
        yield f"the text has no line {row.line!r}; copy the number from an empty sheet (1 to {len(known)})"
        return
    if _letters(row.sentence) not in ("", _letters(line.text)):
        own = short(" ".join(line.text.split()), 40)
        yield f"not the sentence of line {line.number} (“{own}”); copy it from an empty sheet"
    voice = row.voice.lower()
    if not voice:
        yield f"no voice; write {_LETTERS}, or delete the row if you have not read the sentence"
    elif voice not in LETTERS:
        yield f"the voice {voice!r} is not known; write {_LETTERS}"
    elif voice == "w" and row.speaker:
        yield f"w and the speaker {row.speaker!r}; delete the speaker, or write q, p or b"
    elif voice != "w" and not row.speaker:
        yield f"{voice} without a speaker; write who speaks as the text calls them, {_UNKNOWN} where it does not say"
    for words in _words(row):
        if not _places(words, line):
            yield f"“{words}” is not in the sentence; copy the words from it, with ; between several"


def _alone(rows: Sequence[_Row]) -> Iterator[str]:
    """The writer's own words have one row: where somebody else speaks in the sentence, only that is asked."""
    for row in rows if len(rows) > 1 else ():
        if row.voice.lower() == "w":
            yield f"row {row.number}: w, but line {row.line} has another row, too; delete this row"


def _marked(rows: Sequence[_Row], line: Line) -> Marked:
    speech = (Speech(_speaker(row), LETTERS[row.voice.lower()]) for row in rows)
    places: dict[tuple[int, int], str] = {}
    for words in (words for row in rows for words in _words(row)):
        every = _places(words, line)
        place = next((one for one in every if one not in places), every[-1])
        places[place] = words
    sure = (Word(words, line.start + start, line.start + end) for (start, end), words in sorted(places.items()))
    return Marked(tuple(dict.fromkeys(speech)), tuple(sure))


def _speaker(row: _Row) -> str:
    return WRITER if row.voice.lower() == "w" else UNATTRIBUTED if row.speaker == _UNKNOWN else row.speaker


def _words(row: _Row) -> list[str]:
    return [words for part in row.certainty.split(";") if (words := part.strip(' "“”'))]


def _places(words: str, line: Line) -> list[tuple[int, int]]:
    """Where words stand in a line, whatever the form of their letters and quotation marks."""
    text = line.text.translate(_CURLY)
    pattern = r"\s+".join(map(re.escape, words.translate(_CURLY).split()))
    return [one.span() for one in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
