"""The schema of every table: which columns it has, in which order, of which type.

Everything the reading says is in these tables. A cell holds a plain str, int, float or bool; text that is not
known is "" and a number that is not known is NaN. ``data/codebook.md`` explains the columns to a reader.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pandas as pd

from sourcereading.resources import PlaceError

SCHEMAS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": "str", "title": "str", "outlet": "str", "date": "str", "url": "str", "rights": "str",
        "file": "str", "sha256": "str", "text": "str", "words": "int64", "sentences": "int64",
    },
    "sentences": {
        "article_id": "str", "sentence_id": "str", "paragraph": "int64", "kind": "str",
        "start": "int64", "end": "int64", "text": "str", "words": "int64",
    },
    "tokens": {
        "article_id": "str", "sentence_id": "str", "token_id": "str",
        "start": "int64", "end": "int64", "text": "str", "is_word": "bool",
    },
    "statements": {
        "article_id": "str", "statement_id": "str", "part": "int64", "parent_id": "str", "frame_of": "str",
        "sentence_id": "str", "start": "int64", "end": "int64", "text": "str",
        "speaker": "str", "speaker_text": "str", "speaker_start": "int64", "speaker_end": "int64", "addressee": "str",
        "cue": "str", "cue_start": "int64", "cue_end": "int64", "voice": "str",
        "words": "int64", "own_words": "int64", "quoted_words": "int64",
        "certainty_score": "float64", "certainty_level": "str", "rule": "str", "corrected": "str",
    },
    "certainty": {
        "article_id": "str", "mark_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "type": "str", "direction": "str",
        "speaker": "str", "voice": "str", "rule": "str", "weight": "float64",
        "low": "float64", "median": "float64", "high": "float64", "basis": "str", "phrase": "str", "source": "str",
        "n": "float64", "official_scale": "str", "official_low": "float64", "official_high": "float64", "note": "str",
        "corrected": "str",
    },
    "issues": {
        "article_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "topic": "str", "issue": "str", "pattern": "str",
        "speaker": "str", "voice": "str", "corrected": "str",
    },
    "sentiment": {
        "article_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "speaker": "str", "voice": "str",
        "scorer": "str", "target": "str", "polarity": "float64", "subjectivity": "float64",
        "evidence": "bool", "tone": "str", "words": "str",
    },
    "speakers": {
        "article_id": "str", "speaker": "str", "aliases": "str", "role": "str",
        "statements": "int64", "direct_words": "int64", "indirect_words": "int64",
    },
    "changes": {
        "article_id": "str", "file": "str", "line": "int64", "change": "str", "quote": "str",
        "start": "int64", "end": "int64", "value": "str", "by": "str", "why": "str",
        "applied": "bool", "reason": "str",
    },
    "problems": {"file": "str", "outcome": "str", "reason": "str"},
}  # fmt: skip

WRITER = "(writer)"
"""The article's own voice."""

UNATTRIBUTED = "(unattributed)"
"""A quotation whose speaker the text does not give."""


def table(name: str, rows: Iterable[tuple] = ()) -> pd.DataFrame:
    """A table of the schema ``name`` from row tuples in column order; without rows a typed empty frame."""
    schema = SCHEMAS[name]
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pd.DataFrame(
        {
            column: pd.Series(values, dtype=dtype)
            for (column, dtype), values in zip(schema.items(), columns, strict=True)
        }
    )


CODEBOOK = "codebook.csv"
"""Beside saved tables: a copy of the codebook that the table ``issues`` was made with."""

_PACKED = 10_000
"""Rows that are packed together: enough that packing costs next to nothing, few enough that they weigh little."""


class Gathering:
    """The rows of a table as they come. They are packed into frames on the way, which hold them in a fraction of the
    memory that tuples take."""

    def __init__(self, name: str) -> None:
        self._name, self._rows, self._frames = name, [], []

    def add(self, rows: Iterable[tuple]) -> None:
        """Adds rows: tuples in the order of the table's columns."""
        coming = iter(rows)
        while batch := list(islice(coming, _PACKED)):
            self._rows.extend(batch)
            if len(self._rows) >= _PACKED:
                self._pack()

    def table(self) -> pd.DataFrame:
        """All rows, in the order in which they came."""
        if self._rows or not self._frames:
            self._pack()
        return self._frames[0] if len(self._frames) == 1 else pd.concat(self._frames, ignore_index=True)

    def _pack(self) -> None:
        self._frames.append(table(self._name, self._rows))
        self._rows = []


def is_manifest(folder: Path) -> bool:
    """Whether ``manifest.json`` in a folder is one that ``Reading.save`` wrote."""
    try:
        found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and {"files_in", "accepted", "refused", "rows"} <= found.keys()


def check_place(folder: Path, format: str) -> None:
    """Refuses a folder where tables would replace files that are not tables saved before."""
    if is_manifest(folder):
        return
    names = ("manifest.json", *(f"{name}.{format}" for name in SCHEMAS), CODEBOOK)
    for file in (folder / name for name in names):
        if os.path.lexists(file):
            raise PlaceError(
                f"{file} is there and is no table saved by this program; move it away, or name another folder"
            )


# A cell that begins so is a formula to a spreadsheet. Apostrophes before it count: a text that has one of its own
# gets one more, so that taking one away always gives the text back.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def defuse(value: object) -> object:
    """``value``, with an apostrophe before text that a spreadsheet would run as a formula.

    >>> defuse("=1+1"), defuse("'=1+1"), defuse("it’s 1")
    ("'=1+1", "''=1+1", 'it’s 1')
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def undefuse(text: str) -> str:
    """The text that :func:`defuse` was given: without the apostrophe before a formula."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def defused(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of a table in which no cell and no column name is a formula to a spreadsheet; numbers stay numbers."""
    safe = frame.rename(columns=lambda column: defuse(str(column)))
    for position, dtype in enumerate(frame.dtypes):
        if not pd.api.types.is_numeric_dtype(dtype):
            safe.isetitem(position, [defuse(value) for value in frame.iloc[:, position]])
    return safe


def save_csv(frame: pd.DataFrame, path: Path) -> None:
    """Writes a table as CSV after RFC 4180, in UTF-8, formulas defused.

    Lines end in CR LF: with LF alone pandas leaves a carriage return within a cell unquoted, and a row breaks in two.
    """
    defused(frame).to_csv(path, index=False, encoding="utf-8", lineterminator="\r\n")


def load_csv(path: Path, name: str) -> pd.DataFrame:
    """A table of the schema ``name`` as :func:`save_csv` wrote it, cell for cell: a speaker called "NA" or "1e5" stays
    that text, and what was defused is as it was."""
    schema = SCHEMAS[name]
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
