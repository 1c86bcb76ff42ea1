"""The commands ``sourcereading lesson``, ``class`` and ``poll``: what they take, and the files they write."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

FILES = ("text.html", "sheet.html", "grid.html", "machine.html", "machine-grid.html", "teacher.html")
PDF = "lesson.pdf"
_MADE = b"sourcereading</title>"
"""Stands in every page that the library wrote."""


def add_lesson(commands: Any, parents: list[argparse.ArgumentParser], do: Callable[..., int]) -> None:
    """Registers the command.

    Parameters
    ----------
    commands : what ``add_subparsers`` of the program's parser gave.
    parents : parsers with the options that every command has.
    do : does it, with the parsed options; gives the exit status.
    """
    lesson = commands.add_parser(
        "lesson",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        help="make a lesson on paper from articles",
        description="Writes HTML files to print from a browser, with sides of A4 for each article: the text with\n"
        "numbered lines and no marks, the student's sheet, the machine's page, and the teacher's page. Of two\n"
        "to four articles there is a grid, too: what each of them says of one thing, empty for the class and\n"
        "as the program fills it. There is no key, and nobody has checked what the program reads. Of a long\n"
        "text only the beginning is taken. Files that an earlier run wrote into the folder are replaced; other\n"
        "files there are not changed.\n"
        "Beside them are four CSV files, empty, for what a class answers: see `sourcereading class`.",
        epilog="example:\n  sourcereading lesson my-article.txt --out my-lesson",
    )
    lesson.add_argument("articles", metavar="ARTICLES", help="a file, a folder or a table of articles")
    lesson.add_argument("--out", required=True, metavar="DIR", help="folder to write into")
    lesson.add_argument("--pdf", action="store_true", help=f"print all pages into {PDF}, too; needs Chromium or Chrome")
    lesson.set_defaults(do=do)


def add_class(commands: Any, parents: list[argparse.ArgumentParser], do: Callable[..., int]) -> None:
    """Registers the command for what a class answered; the parameters are those of ``add_lesson``."""
    answers = commands.add_parser(
        "class",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        help="show where a class agrees: its answers beside key and machine",
        description="Reads the class sheet of a lesson, a CSV file with a row per line of the text and a column per\n"
        "student (or one per answer, with how many raised a hand), and writes one HTML page to show or print, and a\n"
        "CSV: the answers to each line beside the key and the program's, the lines on which the class differs most,\n"
        "and how far it agrees. No name of a student is in them.",
        epilog="examples:\n  sourcereading class class-quoted.csv\n"
        "  sourcereading class my-lesson/class-quoted.csv --articles my-article.txt",
    )
    answers.add_argument("sheet", metavar="SHEET.csv", help="the class sheet that came with a lesson, filled in")
    answers.add_argument("--articles", metavar="ARTICLES", help="for a lesson of your own: what it was made from")
    _add_result(answers)
    answers.set_defaults(do=do)


def add_poll(commands: Any, parents: list[argparse.ArgumentParser], do: Callable[..., int]) -> None:
    """Registers the command for a poll of phrases; the parameters are those of ``add_lesson``."""
    poll = commands.add_parser(
        "poll",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        help="show what a class hears in “likely”, beside what readers say",
        description="Reads a CSV file with a row per phrase and a column per student, each cell a number from 0 to\n"
        "100 (or a column per band, such as “60-74 %”, with how many raised a hand), and writes one HTML page with\n"
        "a chart, and a CSV. No name of a student is in them.",
        epilog="example:\n  sourcereading poll poll.csv",
    )
    poll.add_argument("sheet", metavar="SHEET.csv", help="teach/how-sure/poll.csv, filled in")
    _add_result(poll)
    poll.set_defaults(do=do)


def _add_result(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE.html", help="default: SHEET-result.html beside the sheet")


def write_result(page: str, table: Any, file: Path) -> None:
    """Writes the page of a class and, beside it, its numbers as CSV."""
    from sourcereading.reading.files import save_csv

    file.write_text(page, encoding="utf-8", newline="\n")
    save_csv(table, file.with_suffix(".csv"))


def result_place(sheet: str, out: str | None) -> Path:
    """Where the page of a class goes, with a CSV of the same name; what prevents it is said before the sheet is read.

    Raises
    ------
    PlaceError : it cannot be written, or it would replace a file that this command did not write.
    """
    from sourcereading.text.paths import source_path
    from sourcereading.text.places import usable_file

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
    """Refuses a folder where a page would replace a file that is not ours.

    Raises
    ------
    PlaceError : there is such a file.
    """
    from sourcereading.report.one_file import MADE
    from sourcereading.text.places import keep_others

    there = [name for name in names if (folder / name).is_file()]
    own = [name for name in there if any(made in (folder / name).read_bytes() for made in (_MADE, MADE))]
    keep_others(folder, names, own, "was not written by this command")


def write(pages: Mapping[str, str], folder: Path, earlier: Collection[str] = (), replace: bool = False) -> None:
    """Writes the files of a lesson, file name to text, into a folder, which is made if need be.

    Parameters
    ----------
    earlier : pages that an earlier run may have written; none is left that is not written again.
    replace : whether sheets that are there are replaced; else one that is not empty any more is an error.

    Raises
    ------
    PlaceError : a sheet is there and is another one: it may have the answers of a class.
    """
    from sourcereading.text.places import keep_others

    sheets = [name for name in pages if name.endswith(".csv")]
    same = [
        name
        for name in sheets
        if replace or ((folder / name).is_file() and (folder / name).read_bytes() == pages[name].encode())
    ]
    keep_others(folder, sheets, same, "may have the answers of a class")
    folder.mkdir(parents=True, exist_ok=True)
    for name in earlier:
        (folder / name).unlink(missing_ok=True)
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
