"""The files that ``sourcereading lesson``, ``class`` and ``poll`` write: where they go, and what they may replace."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from sourcereading.reading.files import csv_text
from sourcereading.report.one_file import MADE
from sourcereading.text.paths import source_path
from sourcereading.text.safe_files import write_all
from sourcereading.text.writable import keep_others, usable_file

FILES = ("text.html", "sheet.html", "grid.html", "machine.html", "machine-grid.html", "teacher.html")
PDF = "lesson.pdf"
COMMAND = "sourcereading lesson"
"""What writes, for those who want to write at the same time."""
_MADE = b"sourcereading</title>"
"""Stands in every page that the library wrote."""


def write_result(page: str, table: pd.DataFrame, file: Path) -> None:
    """Writes the page of a class and, beside it, its numbers as CSV."""
    write_all({file.with_suffix(".csv").name: csv_text(table), file.name: page}, file.absolute().parent, COMMAND)


def result_place(sheet: str, out: str | None) -> Path:
    """Where the page of a class goes, with a CSV of the same name. That it cannot be written, or would replace a file
    that this command did not write, is a PlaceError before the sheet is read."""
    beside = source_path(sheet)
    file = usable_file(out or beside.with_name(f"{beside.stem}-result.html"), "--out", ".html", _keep)
    numbers = file.with_suffix(".csv")
    if not file.exists() or (numbers.exists() and beside.exists() and numbers.samefile(beside)):
        there = "exists; move it away, or name another file with --out"
        usable_file(numbers, "--out", keep=lambda _: there)
    return file


def _keep(file: Path) -> str:
    return "" if _MADE in file.read_bytes() else "was not written by this command; name another file with --out"


def check_place(folder: Path, names: Collection[str] = FILES) -> None:
    """A PlaceError for a folder where a page would replace a file that is not ours."""
    there = [name for name in names if (folder / name).is_file()]
    own = [name for name in there if any(made in (folder / name).read_bytes() for made in (_MADE, MADE))]
    keep_others(folder, names, own, "was not written by this command")


def write(pages: Mapping[str, str], folder: Path, earlier: Collection[str] = (), replace: bool = False) -> None:
    """Writes the files of a lesson, file name to text, into a folder, which is made if need be; of the pages that an
    ``earlier`` run may have written none is left that is not written again. A PlaceError where a sheet is there, is
    another one, and is not to be replaced: it may have the answers of a class."""
    sheets = [name for name in pages if name.endswith(".csv")]
    same = [
        name
        for name in sheets
        if replace or ((folder / name).is_file() and (folder / name).read_bytes() == pages[name].encode())
    ]
    keep_others(folder, sheets, same, "may have the answers of a class")
    write_all(pages, folder.absolute(), COMMAND, earlier)
