"""What an analyst's codebook changes: its rows and its mentions against those of the codebook as shipped."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.issues.codebook import COLUMNS, Codebook, as_shipped
from sourcereading.reading.reading import mentions_by
from sourcereading.reading.schema import SCHEMAS

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

ADDED, TAKEN_OUT = "added", "taken out"
GAINED, LOST = "gained", "lost"

_COMPARED = list(COLUMNS[:4])
_MENTION = ["article_id", "start", "end", "issue"]


def rows_changed(codebook: Codebook, before: Codebook | None = None) -> pd.DataFrame:
    """The rows that one codebook has and the other has not: ``change`` ("added" or "taken out"), ``topic``,
    ``issue``, ``pattern`` and ``not_near``. A row that was edited is taken out and added.

    Parameters
    ----------
    codebook, before : from ``issues.codebook``; ``before`` is the codebook as shipped when it is not given.
    """
    now, then = _rows(codebook), _rows(before or as_shipped())
    rows = [(TAKEN_OUT, *row) for row in then if row not in now] + [
        (ADDED, *row) for row in now if row not in then
    ]
    return pd.DataFrame(rows, columns=["change", *_COMPARED], dtype="str")


def _rows(codebook: Codebook) -> dict[tuple[str, ...], None]:
    """The rows of a codebook's file, of which order and labels find nothing."""
    lines = csv.DictReader(io.StringIO(codebook.content.decode("utf-8-sig"), newline=""))
    lines.fieldnames = [name.strip() for name in lines.fieldnames or []]
    return {tuple((row.get(name) or "").strip() for name in _COMPARED): None for row in lines}


def mentions_changed(reading: Reading, before: Codebook | None = None) -> pd.DataFrame:
    """The mentions that the codebook of a reading gains and loses, in the order of the text.

    A mention is the same where the same words name the same issue, whichever row found it. When a longer phrase
    takes the place of a shorter one for the same issue, the shorter is lost and the longer gained.

    Parameters
    ----------
    reading : the articles are read again with ``before``; what readers have corrected is left out on both sides.
    before : from ``issues.codebook``; the codebook as shipped when it is not given.

    Returns
    -------
    The columns of the table ``issues`` after ``change``: "gained" (not found before) or "lost" (found before).
    """
    before = before or as_shipped()
    now = mentions_by(reading, reading.codebook) if len(reading.changes) else reading.issues
    then = now if reading.codebook == before else mentions_by(reading, before)
    changes = [
        here[
            ~pd.MultiIndex.from_frame(here[_MENTION]).isin(pd.MultiIndex.from_frame(there[_MENTION]))
        ].assign(change=change)
        for change, here, there in ((GAINED, now, then), (LOST, then, now))
    ]
    order = {article: number for number, article in enumerate(reading.articles["article_id"])}
    table = pd.concat(changes, ignore_index=True)
    table = table.assign(order=table["article_id"].map(order)).sort_values(["order", "start", "change"])
    return table[["change", *SCHEMAS["issues"]]].reset_index(drop=True)
