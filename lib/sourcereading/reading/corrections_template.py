"""A first corrections.csv or people.csv, written from what the reading has: it changes nothing until it is edited."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.attribution.speakers import points_back
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.corrections import key_of
from sourcereading.reading.files import defuse
from sourcereading.text.companions import COLUMNS, PEOPLE_COLUMNS
from sourcereading.text.find_quote import Quotable
from sourcereading.text.safe_files import whole
from sourcereading.text.writable import usable_file

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

TABLES = {
    "statements": ("speaker", "speaker"),
    "certainty": ("retype mark", "type"),
    "issues": ("change issue", "issue"),
}
"""The tables whose rows can be corrected: the change that a first file proposes, and the column of the value."""


def correction_rows(reading: Reading, name: str, where: str = "") -> pd.DataFrame:
    """Rows of ``corrections.csv``, one for each row of a table (of statements, those of speakers, each by its first
    stretch) with the text ``where`` in any cell, in upper or lower case: its quotation with as much around it as it
    needs, and what the reading has. The value is left empty. A ValueError where no row has that text."""
    change, column = TABLES[name]
    frame = reading.tables()[name]
    if name == "statements":
        frame = frame[(frame["speaker"] != WRITER) & (frame["reporting_clause_of"] == "") & (frame["part"] == 1)]
    files = dict(zip(reading.articles["article_id"], reading.articles["file"], strict=True))
    texts = {row.article_id: Quotable(row.text) for row in reading.articles.itertuples()}
    rows = []
    for row in frame.to_dict("records"):
        if where.casefold() in "\n".join(cell for cell in row.values() if isinstance(cell, str)).casefold():
            quotation = texts[row["article_id"]].quotation(row["start"], row["end"])
            quote, prefix, suffix = (" ".join(part.split()) for part in quotation)
            rows.append((files[row["article_id"]], quote, prefix, suffix, change, row[column], "", "", ""))
    if where and not rows:
        raise ValueError(f"no row of {name} has {where!r} in a cell; check the table, or leave out --where")
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def people_rows(reading: Reading) -> pd.DataFrame:
    """Rows of ``people.csv``, one for each speaker's name, those in most articles first. Left out are aliases that two
    names share or that point back ("her director"), and roles that differ from article to article."""
    speakers = reading.speakers[reading.speakers["speaker"] != UNATTRIBUTED]
    holders: dict[str, set[str]] = {}
    aliases: dict[str, dict[str, None]] = {}
    for row in speakers.itertuples():
        for name in (row.speaker, *filter(None, row.aliases.split("; "))):
            holders.setdefault(key_of(name), set()).add(row.speaker)
            aliases.setdefault(row.speaker, {})[name] = None
    rows = []
    for name, group in speakers.groupby("speaker", sort=True):
        kept = [
            alias for alias in aliases[name]
            if len(holders[key_of(alias)]) == 1 and not points_back(alias) and key_of(alias) != key_of(name)
        ]  # fmt: skip
        roles = group["role"].unique()
        rows.append((len(group), (name, "; ".join(kept), roles[0] if len(roles) == 1 else "", "")))
    rows.sort(key=lambda row: -row[0])
    return pd.DataFrame([row for _, row in rows], columns=PEOPLE_COLUMNS, dtype="str")


def write(rows: pd.DataFrame, file: Path, force: bool = False) -> None:
    """Writes a first file for a spreadsheet, if it is :func:`usable`: UTF-8 with a byte order mark, cells that would
    run as formulas defused."""
    with whole(usable(file, force), "sourcereading corrections") as new:
        rows.map(defuse).to_csv(new, index=False, encoding="utf-8-sig", lineterminator="\n")


def _is_ours(file: Path) -> bool:
    """Whether a file has the columns of a corrections.csv or people.csv, with any separator."""
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        head = re.split("[,;\t]", lines.readline().lower())
    names = {name.strip().strip('"') for name in head}
    return {"quote", "change"} <= names or {"name", "aliases"} <= names


def usable(path: str | Path, force: bool = False) -> Path:
    """The path of a first file that may be written; a PlaceError says what prevents it."""

    def keep(file: Path) -> str:
        if not force:
            return "exists; name another file with --out, or replace it with --force"
        if not _is_ours(file):
            return "has other columns and is not replaced; name another file with --out"
        return ""

    return usable_file(path, "--out", ".csv", keep)
