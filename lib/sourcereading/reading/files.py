"""Tables as files: CSV that a spreadsheet cannot run, and back again cell for cell."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import pandas as pd

from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.folders import MANIFEST, saved_files
from sourcereading.text.paths import ReaderError
from sourcereading.text.safe_files import beside, only_writer, show
from sourcereading.text.writable import keep_others

CODEBOOK = "codebook.csv"
"""Beside saved tables: a copy of the codebook that the table ``issues`` was made with."""


def table_files(format: str) -> list[str]:
    """The files that contain the tables of a reading in a format, with the codebook and the manifest."""
    return [*(f"{name}.{format}" for name in SCHEMAS), MANIFEST, CODEBOOK]


def check_place(folder: Path, format: str) -> None:
    """Refuses a folder where tables would replace files that are not tables saved before."""
    keep_others(folder, table_files(format), saved_files(folder), "is not a table saved by this program")


def save_tables(
    tables: Iterable[tuple[str, Iterable[pd.DataFrame]]],
    beside_them: dict[str, bytes],
    manifest: dict[str, Any],
    folder: Path,
    format: str,
) -> None:
    """Writes tables, each in pieces so that a large one is never whole in memory, other files and the manifest into a
    folder, all or nothing, in the place of tables saved there. The manifest gets the checksum of each file, so that one
    of another run, or cut off, is known."""
    check_place(folder, format)
    with only_writer(folder, "sourcereading tables"), beside(folder) as new:
        for name, pieces in tables:
            if format == "csv":
                save_csv(pieces, new / f"{name}.csv")
            else:
                try:
                    save_parquet(pd.concat(pieces, ignore_index=True), new / f"{name}.parquet")
                except ImportError:
                    raise ReaderError("Parquet needs pyarrow: pip install pyarrow, or save as CSV") from None
        for name, content in beside_them.items():
            (new / name).write_bytes(content)
        sums = {path.name: _checksum(path.read_bytes()) for path in sorted(new.iterdir())}
        former = {*saved_files(folder)} & {*table_files("csv"), *table_files("parquet")}
        whole = manifest | {"files": sorted([*sums, MANIFEST]), "sha256": sums}
        unfinished = manifest | {"files": sorted({*sums, *former, MANIFEST}), "unfinished": True}
        (new / MANIFEST).write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
        show(new, folder, MANIFEST, json.dumps(unfinished), former)


def saved_tables(folder: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The files of saved tables but the manifest, and what the manifest says; a ReaderError where there are none, or
    they are not those that the manifest describes, names the file."""
    again = "write the tables again, or name another folder"
    if not (names := saved_files(folder)):
        what = f"there is no {MANIFEST} of saved tables; name a folder of tables that reading.save has written"
        raise ReaderError(f"{folder}: {what}")
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest.get("unfinished"):
        raise ReaderError(f"{folder / MANIFEST}: the run that wrote these tables was stopped before its end; {again}")
    files = {}
    for name in names:
        if name != MANIFEST:
            try:
                files[name] = (folder / name).read_bytes()
            except FileNotFoundError:
                raise ReaderError(f"{folder}: there is no {name}, which {MANIFEST} names; {again}") from None
            if manifest.get("sha256", {}).get(name, found := _checksum(files[name])) != found:
                what = f"not the file that {MANIFEST} describes: of another run, changed, or cut off"
                raise ReaderError(f"{folder / name}: {what}; {again}")
    return files, manifest


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# A cell that begins so is a formula to a spreadsheet. Apostrophes before it count: a text that has one of its own
# gets one more, so that taking one away always gives the text back.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_BEGINS = frozenset("'=+-@\t\r\n＝＋－＠")


def defuse(value: object) -> object:
    """``value``, with an apostrophe before text that a spreadsheet would run as a formula.

    >>> defuse("=1+1"), defuse("'=1+1"), defuse("it’s 1")
    ("'=1+1", "''=1+1", 'it’s 1')
    """
    if isinstance(value, str) and value[:1] in _BEGINS and _FORMULA.match(value):
        return f"'{value}"
    return value


def undefuse(text: str) -> str:
    """The text that :func:`defuse` was given: without the apostrophe before a formula."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def write_csv(pieces: Iterable[pd.DataFrame], file: IO[str]) -> None:
    """Writes a table, given as one or more pieces, as CSV after RFC 4180, formulas defused; numbers stay numbers."""
    writer = csv.writer(file, lineterminator="\r\n")
    for number, frame in enumerate(pieces):
        if not number:
            writer.writerow([defuse(str(name)) for name in frame.columns])
        writer.writerows(zip(*(_cells(column) for _, column in frame.items()), strict=True))


def csv_text(frame: pd.DataFrame) -> str:
    """The same of one table, as a text."""
    file = io.StringIO(newline="")
    write_csv([frame], file)
    return file.getvalue()


def _cells(column: pd.Series) -> list[object]:
    cells = column.tolist()
    return cells if column.dtype.kind in "ib" else [defuse(cell) if cell == cell else "" for cell in cells]


def save_csv(pieces: Iterable[pd.DataFrame], path: Path, encoding: str = "utf-8") -> None:
    """The same into a file."""
    with path.open("w", encoding=encoding, newline="") as file:
        write_csv(pieces, file)


def save_parquet(table: pd.DataFrame, path: Path) -> None:
    """A table as Parquet into a file. It is opened here, as pyarrow opens none whose name is not UTF-8."""
    with path.open("wb") as file:
        table.to_parquet(file, index=False)


def load_parquet(path: Path, **which: Any) -> pd.DataFrame:
    """A table from a file of Parquet, or the ``columns`` or ``filters`` of it that ``which`` asks for."""
    with path.open("rb") as file:
        return pd.read_parquet(file, **which)


def write_rows(rows: Iterable[tuple[str, ...]], columns: Iterable[str], path: Path) -> None:
    """Writes rows of text as CSV that a program reads again as it is: nothing is defused."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def load_csv(path: Path | io.BytesIO, name: str, own_columns: Iterable[str] = ()) -> pd.DataFrame:
    """A table of the schema ``name`` as :func:`save_csv` wrote it, cell for cell: a speaker called "NA" or "1e5" stays
    that text, and what was defused is as it was."""
    schema = SCHEMAS[name] | dict.fromkeys(own_columns, "str")
    frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")
    for column, dtype in schema.items():
        if dtype == "float64":
            frame[column] = pd.Series([float(cell or "nan") for cell in frame[column]], dtype="float64")
        elif dtype == "bool":
            frame[column] = frame[column] == "True"
        elif dtype == "str":
            frame[column] = pd.Series([undefuse(cell) for cell in frame[column]], dtype="str")
        else:
            frame[column] = frame[column].astype(dtype)
    return frame[list(schema)]
