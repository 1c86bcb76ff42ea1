"""Tables of articles (CSV, TSV, JSON Lines, Parquet), and ``sources.csv``, which describes the files of a folder.

A row that cannot be used is named with its line; it does not stop the others. Rows come one by one: of a table of any
size some hundred are in memory.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import posixpath
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, TypeGuard, cast

import pandas as pd

from sourcereading.text.decoding import Refused, bom, check_file, decode, encoding_of, file_bytes

META = ("title", "outlet", "author", "date", "url", "rights")
SOURCES = "sources.csv"
_ABOUT = ("file", *META, "sha256")
_LONGEST_CELL = 1 << 26  # that of the csv module is shorter than a long article
_LONGEST_LINE = 1 << 27
"""Bytes of the longest line of JSON Lines that is read: the longest article takes a tenth, however it is written."""
_FIRST_ROWS = 1000
"""Rows in which a column ``text`` is looked for."""
_BATCH = 200
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
"""A first line by which Excel is told what parts the cells."""
_PIECE = 1 << 20
_SHOWN = 5
TABLE_SUFFIXES = frozenset((".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"))
PACKED = ".gz"
"""What the name of a table ends with that gzip has packed."""
TABLE_LIMIT = 1_000_000_000
"""Bytes of the largest table that is opened where all its articles will be in memory, which takes some times that."""

Row = dict[str, Any]


class _Written(str):
    """A number in JSON as it is written."""


def table_kind(file: Path) -> str:
    """The ending of a table of articles, without that of a packed one; "" for any other file."""
    name = file.name.lower()
    kind = Path(name.removesuffix(PACKED)).suffix
    return kind if kind in TABLE_SUFFIXES and not (kind == ".parquet" and name.endswith(PACKED)) else ""


def table_rows(file: Path, any_size: bool = False) -> tuple[Iterator[Row | Refused], list[str]]:
    """The rows of a table of articles as they are read, a ``Refused`` in place of one that cannot be used; and
    warnings.

    Parameters
    ----------
    any_size : whether it may be larger than ``TABLE_LIMIT``.

    Raises
    ------
    Refused : there is no table, no row, or no column ``text``.
    """
    kind, limit = table_kind(file), math.inf if any_size else TABLE_LIMIT
    check_file(file, limit)
    warnings: list[str] = []
    if file.suffix.lower() == PACKED:
        _check_packed(file, limit)
    if kind == ".parquet":
        rows = _parquet_rows(file)
    elif kind in (".jsonl", ".ndjson"):
        rows = _json_rows(file)
    else:
        with _opened(file) as data:
            encoding, warnings = encoding_of(data)
            with _text(data, encoding) as text:
                header = _header(text)
        delimiter, more = ("\t", []) if kind == ".tsv" else _delimiter(header)
        warnings += more
        rows = _rows_of_csv(file, encoding, delimiter)
    return _with_text(_to_the_end(rows)), warnings


def _opened(file: Path) -> IO[bytes]:
    """The bytes of a file, those that are packed in it where it is packed."""
    if file.suffix.lower() == PACKED:
        return cast(IO[bytes], gzip.open(file))
    return file.open("rb")


def _text(data: IO[bytes], encoding: str) -> io.TextIOWrapper:
    """The text of an open file from its start, with LF for line ends."""
    data.seek(0)
    return io.TextIOWrapper(data, encoding)


def _check_packed(file: Path, limit: float) -> None:
    """Refuses what gzip has not packed, and what would become more than a table may have."""
    size = 0
    try:
        with _opened(file) as packed:
            while size <= limit and (piece := packed.read(_PIECE)):
                size += len(piece)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"not a gzip file that can be unpacked ({error}); get the file again") from None
    if size > limit:
        raise Refused(f"unpacked, more than {limit / 1e6:,.0f} MB; split it")


def _to_the_end(rows: Iterator[Row | Refused]) -> Iterator[Row | Refused]:
    """Rows, and in place of those that cannot be reached any more one refusal."""
    number = 0
    try:
        for row in rows:
            number += 1
            yield row
    except (OSError, EOFError, ValueError, zlib.error) as error:
        if isinstance(error, Refused) or not number:
            raise
        reason = " ".join(str(error).split())[:200]
        yield Refused(f"nothing can be read behind row {number} ({reason}); get the file again")


def _with_text(rows: Iterator[Row | Refused]) -> Iterator[Row | Refused]:
    """The same rows; the first ones are looked at before any is handed on."""
    first: list[Row | Refused] = []
    good: Row | None = None
    for row in rows:
        first.append(row)
        if isinstance(row, dict):
            good = good or row
            if "text" in row:
                break
        if len(first) == _FIRST_ROWS:
            break
    if not first:
        raise Refused("an empty table: there is no row in it")
    if good is not None and not any("text" in row for row in first if isinstance(row, dict)):
        raise Refused(_no_text(good))
    return chain(first, rows)


def _parquet_rows(file: Path) -> Iterator[Row | Refused]:
    try:
        from pyarrow import Table
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise Refused("a Parquet table needs pyarrow: pip install pyarrow, or save it as CSV") from None
    begun = False
    try:
        # opened here, as pyarrow opens no file whose name is not UTF-8
        with file.open("rb") as data, ParquetFile(data, buffer_size=_PIECE, pre_buffer=False) as table:
            frame_rows(table.schema_arrow.empty_table().to_pandas())
            for batch in table.iter_batches(_BATCH):
                yield from frame_rows(Table.from_batches([batch], table.schema_arrow).to_pandas())
                begun = True
    except (OSError, ValueError) as error:
        if begun or isinstance(error, Refused):
            raise
        raise Refused(
            f"not a table that can be read ({' '.join(str(error).split())[:200]}); save it as CSV in UTF-8"
        ) from None


def frame_rows(frame: pd.DataFrame) -> list[Row | Refused]:
    """The rows of a DataFrame; ``Refused`` where it has no column ``text``, or two."""
    names = _as_known([str(name) for name in frame.columns])
    if "text" not in names:
        raise Refused(_no_text(names))
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Refused(f"two columns named {', '.join(twice)}; rename one")
    columns = [[_cell(value) for value in frame.iloc[:, at].tolist()] for at in range(len(names))]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _as_known(names: list[str]) -> list[str]:
    """Names of columns, those that are known in small letters: "TEXT" is "text", unless there is a "text", too."""
    if all(name == name.lower() for name in names):
        return names
    return [low if (low := name.lower()) in ("text", *META) and low not in names else name for name in names]


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


def _json_rows(file: Path) -> Iterator[Row | Refused]:
    with _opened(file) as data:
        encoding = bom(data.read(8))
        data.seek(0)
        if encoding and encoding != "utf-8-sig":
            encoding_of(data)
            with _text(data, encoding) as text:
                yield from _rows_of_lines(line.encode("utf-8", "surrogatepass") for line in text)
        else:
            yield from _rows_of_lines(_lines(data))


def _rows_of_lines(lines: Iterable[bytes]) -> Iterator[Row | Refused]:
    for number, line in enumerate(lines, 1):
        if (row := _json_row(number, line)) is not None:
            yield row


def _lines(data: IO[bytes]) -> Iterator[bytes]:
    """The lines of an open file; of a line that is too long, its beginning."""
    while line := data.readline(_LONGEST_LINE):
        yield line
        while len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            line = data.readline(_LONGEST_LINE)


def _json_row(number: int, line: bytes) -> Row | Refused | None:
    """The row in a line; None for an empty one."""
    if len(line) >= _LONGEST_LINE:
        return Refused(f"line {number}: {_LONGEST_LINE / 1e6:,.0f} MB or more; write one object per line")
    try:
        text = line.decode("utf-8-sig")
        if not text.strip():
            return None
        row = json.loads(
            text, object_pairs_hook=_object, parse_int=_Written, parse_float=_Written, parse_constant=lambda _: None
        )  # NaN and its like are no JSON: what other programs write for nothing
    except UnicodeDecodeError as error:
        return Refused(f"line {number}: not UTF-8 ({error.reason}); save the table as UTF-8")
    except Refused as error:
        return Refused(f"line {number}: {error}")
    except (ValueError, RecursionError) as error:
        return Refused(f"line {number}: not JSON ({error}); write one object per line")
    if isinstance(row, dict):
        return {key: _json_cell(value) for key, value in zip(_as_known([*row]), row.values(), strict=True)}
    return Refused(f"line {number}: not a JSON object; write one object with “text” per line")


def _object(pairs: list[tuple[str, Any]]) -> Row:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        raise Refused(f"two values named {next(name for name in names if names.count(name) > 1)}; delete one")
    return row


def _json_cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else _Written(json.dumps(value, ensure_ascii=False))


def _rows_of_csv(file: Path, encoding: str, delimiter: str) -> Iterator[Row | Refused]:
    with _opened(file) as data, _text(data, encoding) as text:
        yield from _csv_rows(text, delimiter, "text")


def _csv_rows(text: Iterable[str], delimiter: str, needed: str = "") -> Iterator[Row | Refused]:
    """The rows under a header line, which has the column ``needed``."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(text, strict=True, delimiter=delimiter)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            line, here = reader.line_num + 1, line
            if not cells or (header is None and _SEPARATOR.fullmatch(delimiter.join(cells))):
                continue
            if header is None:
                header = _as_known([cell.replace("\ufeff", "").strip() for cell in cells])
                if twice := sorted({name for name in header if name and header.count(name) > 1}):
                    raise Refused(f"line {here}: two columns named {', '.join(twice)}; rename one")
                if needed and needed not in header:
                    raise Refused(_no_text(header))
            elif len(cells) != len(header):
                yield Refused(
                    f"line {here}: the number of cells is {len(cells)}, that of columns {len(header)}; "
                    "put a cell that has a comma or a line end in double quotes"
                )
            else:
                yield {**dict(zip(header, cells, strict=True)), _LINE: str(here)}
    except csv.Error as error:
        if header is None:
            raise Refused(f"line {line}: {error}; check the double quotes") from None
        yield Refused(f"line {line}: {error}; check the double quotes. Nothing is read from this line on")


_LINE = " line"
"""The key of a row's line: no column has it, as names are stripped."""


def _header(text: io.TextIOBase | io.TextIOWrapper) -> str:
    """The first line that is not empty."""
    while (line := text.readline(_PIECE)) == "\n":
        pass
    return line


def _delimiter(header: str) -> tuple[str, list[str]]:
    """What parts the cells. Semicolons and tabs are accepted with a warning."""
    if told := _SEPARATOR.fullmatch(header):
        return told[1], []
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
            warnings.append(f"line {line}: {name} is on line {about[key]['line']}, too; that row is used, delete one")
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
    delimiter, more = _delimiter(_header(io.StringIO(text)))
    found = list(_csv_rows(io.StringIO(text), delimiter))
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
