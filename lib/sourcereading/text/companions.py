"""Files beside the articles in which readers correct the reading: ``corrections.csv`` and ``people.csv``, as rows.

The loader knows their names and columns and hands their rows on; what the rows mean is for ``reading.corrections``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sourcereading.text.decoding import Refused
from sourcereading.text.table_files import Row, file_key, rows_about

CORRECTIONS, PEOPLE = "corrections.csv", "people.csv"
COLUMNS = ("article", "quote", "prefix", "suffix", "change", "now", "value", "by", "why")
"""The columns of ``corrections.csv``. ``now`` shows what the reading has, and is not read."""
PEOPLE_COLUMNS = ("name", "aliases", "role", "article")
"""The columns of ``people.csv`` that are read; further ones are the analyst's own."""
_COLUMNS = {CORRECTIONS: (("quote", "change"), COLUMNS), PEOPLE: (("name",), PEOPLE_COLUMNS)}


@dataclass(frozen=True, slots=True)
class Companion:
    """The rows of one such file.

    Attributes
    ----------
    kind : ``CORRECTIONS`` or ``PEOPLE``.
    file : what to call it in a message.
    scope : the folder it is in, seen from the folder that is read; "" for that folder itself.
    rows : cells by column, a ``Refused`` in place of a row that cannot be used.
    others : files beside it that are not read now, as ``file_key`` writes them.
    """

    kind: str
    file: str
    scope: str
    rows: tuple[Row | Refused, ...]
    others: frozenset[str] = frozenset()


def companion(path: Path, file: str, scope: str = "", others: Iterable[str] = ()) -> tuple[Companion, list[str]]:
    """The rows of the file at ``path``, and warnings. Of a file that cannot be read there are no rows."""
    try:
        rows, warnings = rows_about(path, *_COLUMNS[path.name], others=path.name == PEOPLE)
    except Refused as error:
        rows, warnings = [], [f"not used: {error}"]
    return Companion(path.name, file, scope, tuple(rows), frozenset(map(file_key, others))), warnings
