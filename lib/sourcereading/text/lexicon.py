"""How the CSV files under ``data/`` are read: lexicons and parameters.

Lexicons are data that an analyst can edit; only words of the closed classes (pronouns, articles, auxiliaries, ...)
are compared in code. A row that cannot be used is an error that names file, line and remedy, never a row skipped:
a missing or unknown column, an empty cell, a class that ``data/lexicons/classes.csv`` does not have. That table says
what each class of each lexicon means; tests/test_lexicons.py checks that code uses every class, and that every row
does in its own example what its class says.
"""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sourcereading.text.paths import ROOT, SHIPPED, ReaderError, data_path


class DataError(ReaderError):
    """A data file is missing or has a row that cannot be used; the message names file, line and remedy."""


def read_csv_rows(
    path: Path, required: tuple[str, ...], optional: tuple[str, ...] = (), others: bool = False
) -> list[dict[str, str]]:
    """The rows of a CSV file as dictionaries of stripped strings, with the line each is on.

    Parameters
    ----------
    path : a UTF-8 CSV file with a header line (a BOM is dropped).
    required : columns that must be there and must not be empty in any row.
    optional : columns that may be there; where absent or empty the value is "".
    others : whether there may be other columns; they come after these, in the order of the file.

    Returns
    -------
    One dict per row, with every required and optional column, the others, and "line" (the line in the file, as text).

    Raises
    ------
    DataError : file missing or not UTF-8, a required column or cell missing, a column that is unknown, without a
        name or there twice.
    """
    reader = csv.DictReader(io.StringIO(_text_of(path), newline=""), strict=True)
    reader.fieldnames = _columns(path, reader, required, optional, others)
    names = tuple(dict.fromkeys((*required, *optional, *reader.fieldnames)))
    rows = []
    try:
        for record in reader:
            if None in record:
                raise DataError(
                    f"{path}, line {reader.line_num}: more cells than columns; put a cell with a comma in double quotes"
                )
            row = {name: (record.get(name) or "").strip() for name in names}
            if empty := [name for name in required if not row[name]]:
                raise DataError(
                    f"{path}, line {reader.line_num}: {', '.join(empty)} is empty; fill it or delete the row"
                )
            row["line"] = str(reader.line_num)
            rows.append(row)
    except csv.Error as error:
        raise DataError(f"{path}, line {reader.line_num}: {error}; check the double quotes of the row") from None
    return rows


def number(path: Path, row: dict[str, str], column: str) -> float:
    """The number in a cell of a row; a DataError where it is none."""
    try:
        return float(row[column])
    except ValueError:
        raise DataError(f"{path}, line {row['line']}: {column} {row[column]!r} is no number; write one") from None


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"{path}: no such file; restore it or name another") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8 CSV") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); name a CSV file") from None


def _columns(
    path: Path, reader: csv.DictReader[str], required: tuple[str, ...], optional: tuple[str, ...], others: bool
) -> list[str]:
    """The names of the columns in the header line; a DataError where they are not those that are known, or there are
    others without leave."""
    try:
        columns = [name.strip() for name in reader.fieldnames or []]
    except csv.Error as error:
        raise DataError(f"{path}, line 1: {error}; check the double quotes of the header line") from None
    if len(columns) == 1 and (sign := next((sign for sign in ";\t" if sign in columns[0]), "")):
        name = "semicolons" if sign == ";" else "tabs"
        raise DataError(f"{path}, line 1: the cells are separated by {name}; save it as CSV with commas")
    if "" in columns:
        raise DataError(f"{path}, line 1: column {columns.index('') + 1} has no name; name it or delete the column")
    if twice := sorted({name for name in columns if columns.count(name) > 1}):
        raise DataError(f"{path}, line 1: column {', '.join(twice)} occurs twice; delete or rename one")
    if missing := [name for name in required if name not in columns]:
        raise DataError(f"{path}, line 1: no column {', '.join(missing)}; add it to the header line")
    if "line" in columns:
        raise DataError(f"{path}, line 1: a column cannot be called 'line'; rename it")
    if not others and (unknown := [name for name in columns if name not in required + optional]):
        known = ", ".join(required + optional)
        raise DataError(f"{path}, line 1: unknown column {', '.join(map(repr, unknown))}; known are {known}")
    return columns


@cache
def lexicon(name: str, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> tuple[dict[str, str], ...]:
    """The rows of ``data/lexicons/NAME.csv``, read once per process.

    A cell of the column class may hold several classes with spaces between them; each must be in
    ``data/lexicons/classes.csv`` under this name.

    Raises
    ------
    DataError : as :func:`read_csv_rows`; also for a class that is not in the table, and a gender that is not f or m.
    """
    path = data_path("lexicons", f"{name}.csv")
    rows = read_csv_rows(path, required, optional)
    known = classes().get(name, {}).keys()
    for row in rows:
        if unknown := row.get("class", "") and set(row["class"].split()) - known:
            raise DataError(f"{path}, line {row['line']}: {_no_class(name, min(unknown))}")
        if row.get("gender", "") not in ("", "f", "m"):
            raise DataError(f"{path}, line {row['line']}: no such gender {row['gender']!r}; write f or m")
    return tuple(rows)


@cache
def classes() -> dict[str, dict[str, dict[str, str]]]:
    """For each lexicon its classes, each with its row in ``data/lexicons/classes.csv``.

    Under "shape" are the classes of certainty that a word gets from its form; no row of a lexicon has them.
    """
    found: dict[str, dict[str, dict[str, str]]] = {}
    path = data_path("lexicons", "classes.csv")
    for row in read_csv_rows(path, ("lexicon", "class", "meaning", "used_by"), ("type",)):
        found.setdefault(row["lexicon"], {})[row["class"]] = row
    return found


def changed_lexicons() -> list[str]:
    """The names of the lexicon files of a working copy that differ from those of the library; in a checkout none."""
    folder = Path("data", "lexicons")
    own = sorted((ROOT / folder).glob("*.csv")) if ROOT != SHIPPED else []
    return [file.name for file in own if not _same(file, SHIPPED / folder / file.name)]


def _same(file: Path, other: Path) -> bool:
    return other.is_file() and file.read_bytes() == other.read_bytes()


def _no_class(name: str, unknown: str) -> str:
    """What is wrong with a class that a lexicon does not have; the classes it has, those of similar names first."""
    known = sorted(classes().get(name, ()))
    near = get_close_matches(unknown, known, n=5, cutoff=0.5)
    listed = ", ".join([*near, *(word for word in known if word not in near)])
    others = [other for other, has in classes().items() if unknown in has and other != "shape"]
    where = f" (it is one of {', '.join(f'{other}.csv' for other in others)})" if others else ""
    return f"no such class {unknown!r}{where}; known classes are {listed}; classes.csv says what they mean"
