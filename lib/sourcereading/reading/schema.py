"""The schema of every table: which columns it has, in which order, of which type.

Everything the reading says is in these tables. A cell is a plain str, int, float or bool; text that is not
known is "" and a number that is not known is NaN. ``data/data-dictionary.md`` explains the columns to a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pandas as pd

SCHEMAS: dict[str, dict[str, str]] = {
    "articles": {
        "article_id": "str", "title": "str", "outlet": "str", "author": "str", "date": "str", "url": "str",
        "rights": "str", "file": "str", "sha256": "str", "text": "str", "layout": "str",
        "words": "int64", "sentences": "int64",
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
        "article_id": "str", "statement_id": "str", "part": "int64", "parent_id": "str", "reporting_clause_of": "str",
        "sentence_id": "str", "start": "int64", "end": "int64", "text": "str",
        "speaker": "str", "speaker_text": "str", "speaker_start": "int64", "speaker_end": "int64",
        "speaker_basis": "str", "addressee": "str",
        "cue": "str", "cue_start": "int64", "cue_end": "int64", "channel": "str",
        "denied": "bool", "declined": "str", "anonymity": "str", "voice": "str",
        "words": "int64", "own_words": "int64", "quoted_words": "int64",
        "certainty_score": "float64", "certainty_level": "str", "rule": "str", "corrected": "str",
    },
    "certainty": {
        "article_id": "str", "mark_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "type": "str", "direction": "str",
        "speaker": "str", "voice": "str", "others_view": "bool", "rule": "str", "weight": "float64",
        "low": "float64", "median": "float64", "high": "float64", "basis": "str", "phrase": "str", "source": "str",
        "n": "float64", "official_scale": "str", "official_low": "float64", "official_high": "float64", "note": "str",
        "corrected": "str",
    },
    "issues": {
        "article_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "topic": "str", "issue": "str", "pattern": "str",
        "within": "str", "speaker": "str", "voice": "str", "corrected": "str",
    },
    "sentiment": {
        "article_id": "str", "sentence_id": "str", "statement_id": "str",
        "start": "int64", "end": "int64", "text": "str", "speaker": "str", "voice": "str",
        "scorer": "str", "target": "str", "polarity": "float64", "subjectivity": "float64",
        "evidence": "bool", "tone": "str", "words": "str",
    },
    "speakers": {
        "article_id": "str", "speaker": "str", "aliases": "str", "role": "str",
        "kind": "str", "named": "bool", "position": "str", "affiliation": "str", "referred_as": "str",
        "first_mention": "float64",
        "statements": "int64", "direct_words": "int64", "indirect_words": "int64", "rule": "str",
    },
    "changes": {
        "article_id": "str", "file": "str", "line": "int64", "change": "str", "quote": "str",
        "start": "int64", "end": "int64", "value": "str", "by": "str", "why": "str",
        "applied": "bool", "reason": "str",
    },
    "problems": {"file": "str", "outcome": "str", "reason": "str"},
}  # fmt: skip


Cells = tuple[object, ...]
"""A row of a table: its cells in the order of the columns."""

_TEXT = pd.api.types.pandas_dtype("str")


def table(name: str, rows: Iterable[Cells] = (), own_columns: Iterable[str] = ()) -> pd.DataFrame:
    """A table of the schema ``name`` from row tuples in column order; without rows a typed empty frame. After the
    columns of the schema come those of the analyst's own, which are text."""
    own = tuple(own_columns)
    columns = list(zip(*rows, strict=True))
    return _frame(name, own, columns) if columns else _empty(name, own).copy()


@cache
def _empty(name: str, own_columns: tuple[str, ...]) -> pd.DataFrame:
    """A table without rows: a short article has half a dozen of them."""
    return _frame(name, own_columns, [()] * (len(SCHEMAS[name]) + len(own_columns)))


def _frame(name: str, own_columns: tuple[str, ...], columns: Sequence[Cells]) -> pd.DataFrame:
    schema = SCHEMAS[name] | dict.fromkeys(own_columns, "str")
    # Of arrays, for pandas compares the indexes of all Series, which takes as long as the rest of a short reading.
    columns_by_name = zip(schema.items(), columns, strict=True)
    return pd.DataFrame({column: array(values, dtype) for (column, dtype), values in columns_by_name})


def array(values: Sequence[object], dtype: str) -> Any:
    """The cells of a column of one of the types of ``SCHEMAS``."""
    # Text has no way to be wrong. Of numbers a Series checks that what is to be whole is whole.
    return pd.array(values, dtype=_TEXT) if dtype == "str" else pd.Series(values, dtype=dtype).array
