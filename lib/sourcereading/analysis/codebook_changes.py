"""What an analyst's codebook changes: its rows and its mentions compared with those of the project's codebook.

The project's codebook, ``data/lexicons/issues.csv``, is not kept twice. Where the analyst has edited that file itself,
``data/lexicons/issues.sha256`` shows that it is no longer the one that was shipped, and there is nothing left to
compare it with.
"""

from __future__ import annotations

import csv
import hashlib
import io

import pandas as pd

from sourcereading.issues.codebook import FINDS, Codebook, codebook
from sourcereading.reading.reading import Reading, mentions_by
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.paths import data_path

ADDED, REMOVED = "added", "removed"
GAINED, LOST = "gained", "lost"
SHIPPED = data_path("lexicons", "issues.sha256")
"""The fingerprint of the rows that were shipped; ``python tools/ship_codebook.py`` writes it."""

_COMPARED = list(FINDS)
_MENTION = ["article_id", "start", "end", "issue"]


def as_shipped(book: Codebook) -> bool:
    """Whether a codebook has the rows that were shipped with the project, in any order and with any labels."""
    return fingerprint(book) == SHIPPED.read_text(encoding="ascii").strip()


def fingerprint(book: Codebook) -> str:
    """A hash of what the rows of a codebook find: of topic, issue, pattern, not_near and needs."""
    rows = "\n".join("\t".join(row) for row in sorted(_rows(book)))
    return hashlib.sha256(rows.encode("utf-8")).hexdigest()


def rows_changed(book: Codebook) -> pd.DataFrame:
    """The rows that a codebook has and the project's has not, or the other way round: ``change`` ("added" or
    "removed"), ``topic``, ``issue``, ``pattern``, ``not_near`` and ``needs``. A row that was edited is
    removed and added.
    """
    now, then = _rows(book), _rows(codebook())
    rows = [(REMOVED, *row) for row in then if row not in now] + [(ADDED, *row) for row in now if row not in then]
    return pd.DataFrame(rows, columns=["change", *_COMPARED], dtype="str")


def _rows(book: Codebook) -> dict[tuple[str, ...], None]:
    """The rows of a codebook's file, of which order and labels find nothing."""
    lines = csv.DictReader(io.StringIO(book.content.decode("utf-8-sig"), newline=""))
    lines.fieldnames = [name.strip() for name in lines.fieldnames or []]
    return {tuple((row.get(name) or "").strip() for name in _COMPARED): None for row in lines}


def mentions_changed(reading: Reading) -> pd.DataFrame:
    """The mentions that the codebook of a reading gains and loses against the project's, in the order of the text.

    A mention is the same where the same words name the same issue, whichever row found it. When a longer phrase takes
    the place of a shorter one for the same issue, the shorter is lost and the longer gained. The articles are read
    again with the project's codebook; what readers have corrected is left out on both sides. The columns are ``change``
    ("gained": not found before, or "lost") and those of the table ``issues``.
    """
    before = codebook()
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
