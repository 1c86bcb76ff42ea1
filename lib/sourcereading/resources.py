"""Where the project's data lie, how its CSV files are read, and which folder can be written into.

Lexicons and parameters are data: every list the code looks up is a CSV under ``data/`` that an analyst can
edit. A row that cannot be used is an error that names file, line and remedy, never a row skipped.
"""

from __future__ import annotations

import csv
import io
import os
import textwrap
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder: the parent of ``lib/``. Seeds, data and notebooks are found from here, so that
nothing depends on the working directory."""


class ReaderError(ValueError):
    """What the reader can put right: the message says where, why and how."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the message alone, in lines that break between words. IPython asks for it."""
        return textwrap.wrap(str(self), 88, break_long_words=False, break_on_hyphens=False)


class DataError(ReaderError):
    """A data file is missing or has a row that cannot be used; the message names file, line and remedy."""


class PlaceError(ReaderError):
    """A folder cannot be written into; the message names it and the remedy."""


def expanded(path: str | Path) -> Path:
    """A path with ``~`` for the home folder replaced, whatever the shell did; of an unknown user it stays."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def source_path(path: str | Path) -> Path:
    """The absolute path of a source: from the working directory, or else from the project's folder."""
    given = path
    path = expanded(path)
    try:
        if not path.is_absolute() and not path.exists() and (ROOT / path).exists():
            path = ROOT / path
        return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()  # a link keeps its name
    except (OSError, ValueError, RuntimeError):  # no name a file can have
        return Path(given)


def label(path: Path) -> str:
    """A path for readers: within the project from its folder on, else the name alone, which tells nothing about
    the machine."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) and path != ROOT else path.name


def usable_folder(path: str | Path, articles: Path | None = None) -> Path:
    """The absolute path of a folder that can be written into. It is not left behind where it was not there.

    Parameters
    ----------
    path : the folder.
    articles : the folder of articles, if they come from one; what is written must not be read back.

    Raises
    ------
    PlaceError : a file is in the way, it may not be written, or it lies among the articles.
    """
    remedy = "name another folder with --out"
    try:
        folder = expanded(path).resolve()
        if folder.exists() and not folder.is_dir():
            raise PlaceError(f"{folder} is a file; name a folder with --out")
        if articles is not None and articles.is_dir() and folder.is_relative_to(articles.resolve()):
            raise PlaceError(
                f"{folder} lies among the articles ({articles}), and would be read as articles; {remedy}"
            )
        new = []
        place = folder
        while not place.exists():
            new.append(place)
            place = place.parent
        if not place.is_dir():
            raise PlaceError(f"{folder}: {place} is a file; {remedy}")
        if not os.access(place, os.W_OK | os.X_OK):
            raise PlaceError(f"{folder}: you may not write in {place}; {remedy}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        finally:
            for made in new:
                if made.is_dir():
                    made.rmdir()
    except OSError as error:
        raise PlaceError(f"{path}: {error.strerror}; {remedy}") from None
    except RuntimeError:  # a link to itself
        raise PlaceError(f"{path}: links that lead in a circle; {remedy}") from None
    return folder


def data_path(*parts: str) -> Path:
    """The path of a file under ``data/``."""
    return ROOT.joinpath("data", *parts)


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
