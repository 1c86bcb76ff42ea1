"""A sheet on which a second reader marks a text that has a key, without seeing the key: a row for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, WRITER, WRITERS
from sourcereading.reading.files import defused
from sourcereading.reading.wording import listing, short
from sourcereading.text.decoding import Refused
from sourcereading.text.paths import ReaderError, source_path
from sourcereading.text.table_files import Row, line_of, rows_about
from sourcereading_evaluation.key_lines import KeyLine, Speech, Sure, articles, key_lines

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
    sure: tuple[Sure, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The marks of one reader in one article, by the number of the line; lines that are not there were not read."""

    file: str
    article: str
    reader: str
    day: date
    lines: Mapping[int, Marked]


def empty_sheet(article: str) -> pd.DataFrame:
    """The sheet of an article with nothing marked on it."""
    rows = [(article, line.number, " ".join(line.text.split()), *[""] * 5) for line in key_lines(article)]
    return pd.DataFrame(rows, columns=COLUMNS)


def save(frame: pd.DataFrame, file: Path) -> None:
    """Writes a sheet as CSV with a BOM: spreadsheets know by it that curly quotation marks are in UTF-8."""
    defused(frame).to_csv(file, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def read_sheets(files: Iterable[str]) -> list[Sheet]:
    """The marks on some sheets.

    Raises
    ------
    ReaderError : a sheet is damaged, or a reader has two on one article.
    """
    read: dict[tuple[str, str], Sheet] = {}
    for one in map(read_sheet, files):
        if other := read.get((one.article, one.reader)):
            twice = f"{one.file}: {one.reader} has a sheet on {one.article} already, {other.file}"
            raise ReaderError(f"{twice}; give one of them")
        read[one.article, one.reader] = one
    return list(read.values())


def read_sheet(file: str | Path) -> Sheet:
    """The marks on a sheet.

    Raises
    ------
    ReaderError : the sheet is damaged; the message names the file, up to five rows, and the remedy for each.
    """
    path = source_path(file)
    try:
        found, _ = rows_about(path, COLUMNS, COLUMNS)
    except Refused as error:
        raise ReaderError(f"{path.name}, {error}") from None
    faults = [str(row).replace("line", "row", 1) for row in found if isinstance(row, Refused)]
    rows = [row for row in found if isinstance(row, dict) and any(row[name].strip() for name in COLUMNS)]
    _stop(path, faults)
    if not rows:
        raise ReaderError(f"{path.name}: no row is filled in; write an empty sheet with `sourcereading key`")
    article = _article(path, rows)
    known = {line.number: line for line in key_lines(article)}
    faults = _by_row((line_of(row), fault) for row in rows for fault in _faults(row, known))
    reader, day = _once(rows, "reader", faults), _once(rows, "date", faults)
    when = _day(day)
    if day and when is None:
        faults.append(f"the date {day!r} is not a day; write it as 2026-11-27")
    _stop(path, faults)
    by_line: dict[int, list[Row]] = {}
    for row in rows:
        by_line.setdefault(_number(row), []).append(row)
    faults = [fault for group in by_line.values() for fault in _alone(group)]
    _stop(path, faults)
    assert when is not None
    lines = {number: _marked(group, known[number]) for number, group in sorted(by_line.items())}
    return Sheet(path.name, article, reader, when, lines)


def _stop(path: Path, faults: Sequence[str]) -> None:
    if faults:
        more = [f"and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise ReaderError("\n".join([*(f"{path.name}, {fault}" for fault in faults[:_SHOWN]), *more]))


def _by_row(found: Iterable[tuple[int, str]]) -> list[str]:
    """Faults with their rows; what is wrong in several rows is said once."""
    rows: dict[str, list[str]] = {}
    for row, fault in found:
        rows.setdefault(fault, []).append(str(row))
    return [f"row{'s' * (len(at) > 1)} {listing(at, most=_SHOWN)}: {fault}" for fault, at in rows.items()]


def _article(path: Path, rows: Sequence[Row]) -> str:
    """The article that all rows are about; the error names the first row that is not."""
    named = {row["article"].strip(): line_of(row) for row in reversed(rows)}
    for name, line in named.items():
        if name not in articles():
            _stop(path, [f"row {line}: no key is called {name!r}; copy one of {', '.join(articles())}"])
    if len(named) > 1:
        line = max(named.values())
        _stop(path, [f"row {line}: another article than the rows above; put it into a sheet of its own"])
    return next(iter(named))


def _once(rows: Sequence[Row], column: str, faults: list[str]) -> str:
    """What a column says, once or in several rows."""
    found = {" ".join(row[column].split()): line_of(row) for row in reversed(rows) if row[column].strip()}
    if not found:
        faults.append(f"row {line_of(rows[0])}: no {column}; write it there, in one row of the sheet at least")
    elif len(found) > 1:
        line = max(found.values())
        faults.append(f"row {line}: another {column} than above; a sheet is one person's, read on one day")
    return next(iter(found), "")


def _day(text: str) -> date | None:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _number(row: Row) -> int:
    text = row["line"].strip().removesuffix(".0")  # a spreadsheet may write 7.0
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _faults(row: Row, known: Mapping[int, KeyLine]) -> Iterator[str]:
    """What is wrong with a row by itself, each with its remedy."""
    line = known.get(_number(row))
    if line is None:
        yield f"the text has no line {row['line'].strip()!r}; copy the number from an empty sheet (1 to {len(known)})"
        return
    if _letters(row["sentence"]) not in ("", _letters(line.text)):
        own = short(" ".join(line.text.split()), 40)
        yield f"not the sentence of line {line.number} (“{own}”); copy it from an empty sheet"
    voice, speaker = row["voice"].strip().lower(), row["speaker"].strip()
    if not voice:
        yield f"no voice; write {_LETTERS}, or delete the row if you have not read the sentence"
    elif voice not in LETTERS:
        yield f"the voice {voice!r} is not known; write {_LETTERS}"
    elif voice == "w" and speaker:
        yield f"w and the speaker {speaker!r}; delete the speaker, or write q, p or b"
    elif voice != "w" and not speaker:
        yield f"{voice} without a speaker; write who speaks as the text calls them, {_UNKNOWN} where it does not say"
    for words in _words(row):
        if not _places(words, line):
            yield f"“{words}” is not in the sentence; copy the words from it, with ; between several"


def _alone(rows: Sequence[Row]) -> Iterator[str]:
    """The writer's own words have one row: where somebody else speaks in the sentence, only that is asked."""
    for row in rows if len(rows) > 1 else ():
        if row["voice"].strip().lower() == "w":
            yield f"row {line_of(row)}: w, but line {row['line'].strip()} has another row, too; delete this row"


def _marked(rows: Sequence[Row], line: KeyLine) -> Marked:
    speech = (Speech(_speaker(row), LETTERS[row["voice"].strip().lower()]) for row in rows)
    places: dict[tuple[int, int], str] = {}
    for words in (words for row in rows for words in _words(row)):
        every = _places(words, line)
        place = next((one for one in every if one not in places), every[-1])
        places[place] = words
    sure = (Sure(line.start + start, line.start + end, words) for (start, end), words in sorted(places.items()))
    return Marked(tuple(dict.fromkeys(speech)), tuple(sure))


def _speaker(row: Row) -> str:
    name = " ".join(row["speaker"].split())
    return WRITER if row["voice"].strip().lower() == "w" else UNATTRIBUTED if name == _UNKNOWN else name


def _words(row: Row) -> list[str]:
    return [words for part in row["certainty"].split(";") if (words := " ".join(part.split()).strip(' "“”'))]


def _places(words: str, line: KeyLine) -> list[tuple[int, int]]:
    """Where words stand in a line, whatever the form of their letters and quotation marks."""
    text = line.text.translate(_CURLY)
    pattern = r"\s+".join(map(re.escape, words.translate(_CURLY).split()))
    return [one.span() for one in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()
