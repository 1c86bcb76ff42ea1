"""A table as a reading keeps it: a seventh of the memory of the table itself, which is made when it is asked for.

What repeats is held once: a label as a number into a list of labels, an id without the article's, the words of a row
as their place in the article's text; a whole number takes as many bytes as it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from sourcereading.reading.rows import texts_of
from sourcereading.reading.schema import SCHEMAS, Cells, array, table

_BATCH = 500
"""Rows that are packed together: enough that packing costs next to nothing, few enough that they weigh little."""
_IDS = frozenset(("sentence_id", "statement_id", "parent_id", "reporting_clause_of", "mark_id"))
"""Columns whose cells are empty, or begin with the article's id."""


class _Column(NamedTuple):
    """The cells of a column: themselves, or where each is among the different ones."""

    cells: Any
    different: Any = None

    def whole(self) -> Any:
        return self.cells if self.different is None else self.different.take(self.cells)


class PackedTable:
    """The rows of a table of the schema ``name``, and of the analyst's own columns, as they come."""

    def __init__(self, name: str, own_columns: Iterable[str] = ()) -> None:
        self._name, self._own_columns = name, tuple(own_columns)
        self._rows: list[Cells] = []
        self._batches: list[dict[str, _Column]] = []
        self._packed = 0  # rows in the batches
        self.articles: pd.DataFrame | None = None  # whose rows these are: the words of the rows are in their texts

    def __len__(self) -> int:
        return self._packed + len(self._rows)

    def add(self, rows: Iterable[Cells]) -> None:
        """Adds rows: tuples in the order of the table's columns."""
        coming = iter(rows)
        while batch := list(islice(coming, _BATCH)):
            self._rows.extend(batch)
            if len(self._rows) >= _BATCH:
                self.pack()

    def join(self, other: PackedTable) -> None:
        """Adds the packed rows of another such table."""
        self.pack()
        self._batches.extend(other._batches)
        self._packed += other._packed

    def pack(self) -> None:
        """Packs the rows that have come since the last batch."""
        if self._rows:
            types = SCHEMAS[self._name] | dict.fromkeys(self._own_columns, "str")
            columns = dict(zip(types, zip(*self._rows, strict=True), strict=True))
            articles = columns["article_id"]
            for name in _IDS & SCHEMAS[self._name].keys():
                pairs = zip(columns[name], articles, strict=True)
                columns[name] = tuple([cell and cell[len(article) :] for cell, article in pairs])
            if self._has_places():
                del columns["text"]
            self._batches.append({name: _packed(cells, types[name]) for name, cells in columns.items()})
            self._packed += len(self._rows)
            self._rows = []

    def table(self) -> pd.DataFrame:
        """The table of the packed rows."""
        return pd.concat(self.pieces(), ignore_index=True)

    def pieces(self) -> Iterator[pd.DataFrame]:
        """The table in pieces, one at least."""
        texts = {} if self.articles is None else texts_of(self.articles)
        for batch in self._batches:
            yield self._frame(batch, texts)
        if not self._batches:
            yield table(self._name, (), self._own_columns)

    def _frame(self, batch: Mapping[str, _Column], texts: Mapping[str, str]) -> pd.DataFrame:
        schema = SCHEMAS[self._name]
        columns = {name: column.whole() for name, column in batch.items()}
        articles = columns["article_id"].tolist()
        for name in _IDS & schema.keys():
            pairs = zip(articles, columns[name].tolist(), strict=True)
            columns[name] = array([rest and article + rest for article, rest in pairs], "str")
        if self._has_places():
            spans = zip(articles, columns["start"].tolist(), columns["end"].tolist(), strict=True)
            columns["text"] = array([texts[article][start:end] for article, start, end in spans], "str")
        types = {name: dtype for name, dtype in schema.items() if dtype != "str"}
        return pd.DataFrame({name: columns[name] for name in (*schema, *self._own_columns)}).astype(types)

    def _has_places(self) -> bool:
        """Whether the column ``text`` is what stands from ``start`` to ``end``."""
        return SCHEMAS[self._name].keys() >= {"start", "end", "text"}


def _packed(cells: Cells, dtype: str) -> _Column:
    if dtype == "str":
        places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
        which = np.fromiter(map(places.__getitem__, cells), np.min_scalar_type(len(places)), len(cells))
        return _Column(which, array(tuple(places), "str"))
    numbers = np.asarray(array(cells, dtype))
    if dtype == "float64":  # bit by bit: -0.0 is not 0.0, and what is not known is one number
        codes, bits = pd.factorize(numbers.view("int64"))
        return _Column(codes.astype(np.min_scalar_type(len(bits))), bits.view("float64"))
    if dtype == "int64":  # the smallest type with a sign in which the largest has room, too
        numbers = numbers.astype(np.min_scalar_type(min(numbers.min(), -1 - numbers.max())))
    return _Column(numbers)
