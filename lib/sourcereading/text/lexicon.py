"""Where the project's data lie, how its CSV files are read, and which folder can be written into.

Lexicons and parameters are data: every list the code looks up is a CSV under ``data/`` that an analyst can
edit. A row that cannot be used is an error that names file, line and remedy, never a row skipped.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

from sourcereading.text.paths import ReaderError, data_path


class DataError(ReaderError):
    """A data file is missing or has a row that cannot be used; the message names file, line and remedy."""


def read_csv_rows(
    path: Path, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> list[dict[str, str]]:
    """The rows of a CSV file as dictionaries of stripped strings, with the line each stands on.

    Parameters
    ----------
    path : a UTF-8 CSV file with a header line (a BOM is dropped).
    required : columns that must be there and must not be empty in any row.
    optional : columns that may be there; where absent or empty the value is "".

    Returns
    -------
    One dict per row, with every required and optional column plus "line" (the line in the file, as text).

    Raises
    ------
    DataError : file missing or not UTF-8, a required column or cell missing, a column that is unknown, without a
        name or there twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError(f"{path}: no such file; restore it or name another") from None
    except UnicodeDecodeError as error:
        raise DataError(
            f"{path}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8 CSV"
        ) from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); name a CSV file") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [name.strip() for name in reader.fieldnames or []]
    except csv.Error as error:
        raise DataError(f"{path}, line 1: {error}; check the double quotes of the header line") from None
    if len(columns) == 1 and (sign := next((sign for sign in ";\t" if sign in columns[0]), "")):
        name = "semicolons" if sign == ";" else "tabs"
        raise DataError(f"{path}, line 1: the cells are parted by {name}; save it as CSV with commas")
    if "" in columns:
        raise DataError(f"{path}, line 1: column {columns.index('') + 1} has no name; name it or delete the column")
    if twice := sorted({name for name in columns if columns.count(name) > 1}):
        raise DataError(f"{path}, line 1: column {', '.join(twice)} stands twice; delete or rename one")
    if missing := [name for name in required if name not in columns]:
        raise DataError(f"{path}, line 1: no column {', '.join(missing)}; add it to the header line")
    if unknown := [name for name in columns if name not in required + optional]:
        known = ", ".join(required + optional)
        raise DataError(f"{path}, line 1: unknown column {', '.join(map(repr, unknown))}; known are {known}")
    reader.fieldnames = columns
    rows = []
    try:
        for record in reader:
            if None in record:
                raise DataError(
                    f"{path}, line {reader.line_num}: more cells than columns; put a cell with a comma in double quotes"
                )
            row = {name: (record.get(name) or "").strip() for name in required + optional}
            if empty := [name for name in required if not row[name]]:
                raise DataError(
                    f"{path}, line {reader.line_num}: {', '.join(empty)} is empty; fill it or delete the row"
                )
            row["line"] = str(reader.line_num)
            rows.append(row)
    except csv.Error as error:
        raise DataError(
            f"{path}, line {reader.line_num}: {error}; check the double quotes of the row"
        ) from None
    return rows


@cache
def lexicon(
    name: str, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> tuple[dict[str, str], ...]:
    """The rows of ``data/lexicons/NAME.csv``, read once per process."""
    return tuple(read_csv_rows(data_path("lexicons", f"{name}.csv"), required, optional))
