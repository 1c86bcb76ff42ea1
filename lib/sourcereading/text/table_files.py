"""Tables of articles (CSV, TSV, JSON Lines, Parquet), and ``sources.csv``, which describes the files of a folder.

A row that cannot be used is named with its line; it does not stop the others.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import posixpath
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeGuard

import pandas as pd

from sourcereading.text.decoding import Refused, bom, decode, file_bytes

META = ("title", "outlet", "author", "date", "url", "rights")
SOURCES = "sources.csv"
_ABOUT = ("file", *META, "sha256")
_LONGEST_CELL = 1 << 30  # that of the csv module is shorter than a long article
_SHOWN = 5
TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"))
PACKED = ".gz"
"""What the name of a table ends with that gzip has packed."""
TABLE_LIMIT = 1_000_000_000
"""Bytes of the largest table that is opened; in memory it takes some times that."""

Row = dict[str, Any]


class _Written(str):
    """A number in JSON as it is written."""


def table_kind(file: Path) -> str:
    """The ending of a table of articles, without that of a packed one; "" for any other file."""
    name = file.name.lower()
    kind = Path(name.removesuffix(PACKED)).suffix
    return kind if kind in TABLE_SUFFIXES and not (kind == ".parquet" and name.endswith(PACKED)) else ""


def _unpacked(data: bytes) -> bytes:
    """The bytes that gzip has packed; no more than a table may have, whatever they would become."""
    try:
        with gzip.open(io.BytesIO(data)) as packed:
            found = packed.read(TABLE_LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"not a gzip file that can be unpacked ({error}); get the file again") from None
    if len(found) > TABLE_LIMIT:
        raise Refused(f"unpacked, more than {TABLE_LIMIT / 1e6:,.0f} MB; split it")
    return found


def table_rows(file: Path) -> tuple[list[Row | Refused], list[str]]:
    """The rows of a table of articles, a ``Refused`` in place of one that cannot be used, and warnings.

    Raises
    ------
    Refused : there is no table, no row, or no column ``text``.
    """
    kind = table_kind(file)
    warnings: list[str] = []
    rows: list[Row | Refused]
    data = file_bytes(file, TABLE_LIMIT)
    if file.suffix.lower() == PACKED:
        data = _unpacked(data)
    if kind == ".parquet":
        try:
            rows = frame_rows(pd.read_parquet(io.BytesIO(data)))
        except ImportError:
            raise Refused("a Parquet table needs pyarrow: pip install pyarrow, or save it as CSV") from None
        except (OSError, ValueError) as error:
            raise Refused(
                f"not a table that can be read ({' '.join(str(error).split())[:200]}); save it as CSV in UTF-8"
            ) from None
    elif kind in (".jsonl", ".ndjson"):
        rows = list(_json_rows(data))
    else:
        text, warnings = decode(data)
        rows, more = _csv_rows(text, "\t" if kind == ".tsv" else "")
        warnings = [*warnings, *more]
    if not rows:
        raise Refused("an empty table: there is no row in it")
    good = [row for row in rows if isinstance(row, dict)]
    if good and not any("text" in row for row in good):
        raise Refused(_no_text(good[0]))
    return rows, warnings


def frame_rows(frame: pd.DataFrame) -> list[Row | Refused]:
    """The rows of a DataFrame; ``Refused`` where it has no column ``text``, or two."""
    names = [str(name) for name in frame.columns]
    if "text" not in names:
        raise Refused(_no_text(names))
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Refused(f"two columns named {', '.join(twice)}; rename one")
    columns = [[_cell(value) for value in frame.iloc[:, at].tolist()] for at in range(len(names))]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _no_text(columns: Any) -> str:
    found = ", ".join([name for name in columns if name != _LINE][:8]) or "none"
    return f"no column named text (columns: {found}); name the column with the articles' texts “text”"


def _cell(value: Any) -> Any:
    """A text as it is; a date or number as one writes it; nothing as ""."""
    if isinstance(value, str):
        return value
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == datetime.min.time()
        return _Written(value.date().isoformat() if midnight else value.isoformat())
    if isinstance(value, date):
        return _Written(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        return _Written(int(value))
    return _Written(value)


def is_text(value: object) -> TypeGuard[str]:
    """Whether a cell is a text, not a number that is kept as written."""
    return isinstance(value, str) and not isinstance(value, _Written)


def _json_rows(data: bytes) -> Iterator[Row | Refused]:
    encoding = bom(data)
    if encoding and encoding != "utf-8-sig":
        data = decode(data)[0].encode("utf-8", "surrogatepass")
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            text = line.decode("utf-8-sig")
            if not text.strip():
                continue
            row = json.loads(text, parse_int=_Written, parse_float=_Written, parse_constant=_Written)
        except UnicodeDecodeError as error:
            yield Refused(f"line {number}: not UTF-8 ({error.reason}); save the table as UTF-8")
        except (ValueError, RecursionError) as error:
            yield Refused(f"line {number}: not JSON ({error}); write one object per line")
        else:
            if isinstance(row, dict):
                yield {key: _json_cell(value) for key, value in row.items()}
            else:
                yield Refused(f"line {number}: not a JSON object; write one object with “text” per line")


def _json_cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else _Written(json.dumps(value, ensure_ascii=False))


def _csv_rows(text: str, delimiter: str = "") -> tuple[list[Row | Refused], list[str]]:
    """The rows under a header line. Cells separated by semicolons or tabs are accepted with a warning."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    delimiter, warnings = (delimiter, []) if delimiter else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    header: list[str] | None = None
    rows: list[Row | Refused] = []
    line = 1
    try:
        for cells in reader:
            line, here = reader.line_num + 1, line
            if not cells:
                continue
            if header is None:
                header = [cell.strip() for cell in cells]
                if twice := sorted({name for name in header if name and header.count(name) > 1}):
                    raise Refused(f"line {here}: two columns named {', '.join(twice)}; rename one")
            elif len(cells) != len(header):
                rows.append(
                    Refused(
                        f"line {here}: the number of cells is {len(cells)}, that of columns {len(header)}; "
                        "put a cell that has a comma or a line end in double quotes"
                    )
                )
            else:
                rows.append({**dict(zip(header, cells, strict=True)), _LINE: str(here)})
    except csv.Error as error:
        if header is None:
            raise Refused(f"line {line}: {error}; check the double quotes") from None
        rows.append(
            Refused(f"line {line}: {error}; check the double quotes. Nothing is read from this line on")
        )
    return rows, warnings


_LINE = " line"
"""The key of a row's line: no column has it, as names are stripped."""


def _delimiter(text: str) -> tuple[str, list[str]]:
    header = text.lstrip("\n").partition("\n")[0]
    if "," not in header:
        for delimiter, name in ((";", "semicolons"), ("\t", "tabs")):
            if delimiter in header:
                return delimiter, [f"its cells are separated by {name}, not commas; it was read so"]
    return ",", []


# -- what is said about the files of a folder ---------------------------------------------------------------------


def described(path: Path) -> tuple[dict[str, Row], list[str]]:
    """What a ``sources.csv`` says: the path of a file, as ``file_key`` writes it, to its row; and warnings."""
    try:
        rows, warnings = rows_about(path, ("file",), _ABOUT)
    except Refused as error:
        return {}, [f"not used: {error}"]
    about: dict[str, Row] = {}
    for row in rows:
        if isinstance(row, Refused):
            warnings.append(f"{row}; the row is not used")
            continue
        name, line = row["file"].strip(), line_of(row)
        key = file_key(name)
        if not name:
            warnings.append(f"line {line}: file is empty; fill it or delete the row")
        elif key in about:
            warnings.append(
                f"line {line}: {name} is on line {about[key]['line']}, too; that row is used, delete one"
            )
        else:
            cells = {key: row.get(key, "").strip() for key in _ABOUT}
            about[key] = {**cells, "line": line}
    return about, warnings


def rows_about(
    path: Path, needed: Sequence[str], known: Sequence[str], others: bool = False
) -> tuple[list[Row | Refused], list[str]]:
    """The rows of a CSV file that describes articles, a ``Refused`` in place of one that cannot be used,
    and warnings. Columns are named in lower case; ``line_of`` says where a row is. With ``others`` there may be columns
    that are not known.

    Raises
    ------
    Refused : the file cannot be read, or lacks a column of ``needed``.
    """
    text, warnings = decode(file_bytes(path, TABLE_LIMIT))
    found, more = _csv_rows(text)
    warnings += more
    rows = [row if isinstance(row, Refused) else {key.lower(): cell for key, cell in row.items()} for row in found]
    first = next((row for row in rows if isinstance(row, dict)), None)
    if first is None:
        return rows, warnings
    if missing := [name for name in needed if name not in first]:
        raise Refused(f"line 1: no column {', '.join(missing)}; add it to the header line")
    if not others and (unknown := other_columns(first, known)):
        warnings.append(
            f"line 1: unknown column {', '.join(map(repr, unknown))}, not used; known are {', '.join(known)}"
        )
    return rows, warnings


def other_columns(row: Row, known: Sequence[str]) -> list[str]:
    """The columns of a row that are not known."""
    return [name for name in row if name and name not in (*known, _LINE)]


def line_of(row: Row) -> int:
    """The line of its file that a row begins on."""
    return int(row[_LINE])


def file_key(name: str) -> str:
    """A path within a folder in one spelling: ``.\\a\\b.txt`` and ``a/b.txt`` are the same."""
    return unicodedata.normalize("NFC", posixpath.normpath(name.replace("\\", "/")))


def absent(rows: list[Row]) -> str:
    """The warning about rows that name no file; "" for none."""
    if not rows:
        return ""
    names = ", ".join(f"{row['file']} (line {row['line']})" for row in rows[:_SHOWN])
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    return f"no file here is named {names}{more}; correct the name or delete the row"
