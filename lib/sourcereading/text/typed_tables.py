"""Small tables that somebody types into a spreadsheet and saves as CSV: the sheets of a class, or of a second reader.

A cell keeps its place, "row 7, column E (student 1)", so that a mistake can be found where it was made. What
spreadsheets do by themselves is no mistake: commas, semicolons or tabs between the cells, a BOM, empty rows and
columns, rows that end early, a title above the names of the columns.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sourcereading.text.decoding import Refused, decode, file_bytes
from sourcereading.text.lexicon import read_csv_rows
from sourcereading.text.paths import ReaderError, data_path, source_path

_LIMIT = 20_000_000
_FIRST_ROWS = 20
"""Rows in which the names of the columns are looked for."""
_SHOWN = 5
"""Mistakes that one error names."""
_SEPARATORS = (",", ";", "\t")


class SheetError(ReaderError):
    """A sheet cannot be read; the message names the file, the row, the column and the remedy."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is typed in a cell, without blanks around it; the cell's row, its column and the name of that column."""

    text: str
    row: int
    at: int
    name: str

    @property
    def answered(self) -> bool:
        """Whether there is an answer in it: "?" and "absent" are none."""
        return bool(self.text) and plain(self.text) not in written("any", "no answer")

    @property
    def place(self) -> str:
        """Where it is, for an error: "row 7, column E (student 1)"."""
        return f"row {self.row}, column {letters(self.at)}{f' ({self.name})' if self.name else ''}"


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table as it is typed: the name of its file, its columns, and the rows in which anything stands."""

    file: str
    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, name: str) -> int | None:
        """Where a column is, by its name in any letters; None where there is none."""
        return next((at for at, known in enumerate(self.names) if plain(known) == name), None)

    def answered(self, about: Collection[int | None]) -> dict[int, str]:
        """The columns in which anybody answered, with their names: all that are not ``about`` the rows, not empty, and
        not sums or remarks."""
        width = max(len(row) for row in self.rows)
        names = [*self.names, *[""] * (width - len(self.names))]
        return {
            at: names[at]
            for at in range(width)
            if at not in about
            and not is_a_sum(names[at])
            and any(at < len(row) and row[at].answered for row in self.rows)
        }

    def fail(self, mistakes: Sequence[str]) -> None:
        """An error with the first of several mistakes, each with its place and remedy; nothing where there is none.

        Raises
        ------
        SheetError : there is a mistake.
        """
        if mistakes:
            named = [f"{self.file}, {one}" for one in mistakes[:_SHOWN]]
            more = len(mistakes) - _SHOWN
            raise SheetError("\n".join([*named, f"and {more} more"] if more > 0 else named))


def typed_table(file: str | Path, *needed: str) -> TypedTable:
    """The table in a file.

    Parameters
    ----------
    file : its path.
    needed : the columns that it must have; the row in which the first of them stands has the names of all columns.

    Raises
    ------
    SheetError : the file cannot be read, has no such column or no row below, or a double quote is not closed.
    """
    path = source_path(file)
    try:
        text, _ = decode(file_bytes(path, _LIMIT))
    except Refused as error:
        raise SheetError(f"{path.name}: {_as_csv(str(error))}") from None
    separator, head = _head(path.name, text, needed[0])
    records = list(_records(path.name, text, separator))
    names = records[head]
    if missing := ", ".join(repr(name) for name in needed if name not in map(plain, names)):
        raise SheetError(f"{path.name}, row {head + 1}: no column is named {missing}; start from the empty sheet")
    rows = []
    for number, record in enumerate(records[head + 1 :], head + 2):
        if any(record):
            width = max(len(names), len(record))
            cells = [*record, *[""] * (width - len(record))]
            known = [*names, *[""] * (width - len(names))]
            rows.append(tuple(Cell(text, number, at, known[at]) for at, text in enumerate(cells)))
    if not rows:
        raise SheetError(f"{path.name}: nothing stands below the names of the columns; fill it in and save it")
    return TypedTable(path.name, tuple(names), tuple(rows))


def plain(text: str) -> str:
    """A text or a name as it is compared: lower case, one blank between words, apostrophes made alike."""
    return " ".join(text.replace("’", "'").split()).casefold()


def hands(text: str) -> int | None:
    """How many hands were raised, as "7" or "7.0"; None for what is no such number."""
    found = re.fullmatch(r"(\d{1,4})(?:[.,]0+)?", text)
    return int(found[1]) if found else None


def is_a_sum(name: str) -> bool:
    """Whether the name of a column or row says that it has sums or remarks, and no answers."""
    return plain(name) in written("any", "no student")


@cache
def written(question: str, answer: str) -> frozenset[str]:
    """How people write an answer to a question: see ``data/lessons/answers.csv``."""
    return frozenset(text for text, of in answers(question).items() if of == answer)


@cache
def answers(question: str) -> dict[str, str]:
    """What people write in answer to a question, as ``plain`` has it, with the answer that it is."""
    rows = read_csv_rows(data_path("lessons", "answers.csv"), ("question", "answer", "written"))
    return {plain(row["written"]): row["answer"] for row in rows if row["question"] == question}


def letters(at: int) -> str:
    """What a spreadsheet calls a column.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    before, at = divmod(at, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + at)


def _as_csv(reason: str) -> str:
    office = "ZIP archive or an office document"
    return "a spreadsheet's own file; in the spreadsheet, save it as CSV" if office in reason else reason


def _head(file: str, text: str, needed: str) -> tuple[str, int]:
    """The separator of a table's cells, and which of its records has the names of the columns."""
    first, broken = "", None
    for separator in _SEPARATORS:
        try:
            for number, record in enumerate(_records(file, text, separator)):
                if needed in map(plain, record):
                    return separator, number
                first = first or ", ".join(filter(None, record[:6]))
                if number > _FIRST_ROWS:
                    break
        except SheetError as error:  # with another separator the quotes may be where they should
            broken = broken or error
    raise broken or SheetError(
        f"{file}: no column is named {needed!r} (the first row has: {first or 'nothing'}); start from the empty sheet, "
        "and keep its first row"
    )


def _records(file: str, text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            yield [" ".join(cell.split()) for cell in record]
    except csv.Error:
        raise SheetError(
            f"{file}, row {number + 1}: a double quote is not closed, or stands within a cell; delete the double "
            "quotes of that row"
        ) from None
