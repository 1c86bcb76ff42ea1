"""The command ``sourcereading lesson``: what it takes, and the files it writes."""

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
        "files there are not changed.",
        epilog="example:\n  sourcereading lesson my-article.txt --out my-lesson",
    )
    lesson.add_argument("articles", metavar="ARTICLES", help="a file, a folder or a table of articles")
    lesson.add_argument("--out", required=True, metavar="DIR", help="folder to write into")
    lesson.add_argument("--pdf", action="store_true", help=f"print all pages into {PDF}, too; needs Chromium or Chrome")
    lesson.set_defaults(do=do)


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


def write(pages: Mapping[str, str], folder: Path, earlier: Collection[str] = ()) -> None:
    """Writes pages, file name to HTML, into a folder, which is made if need be. Of files that an ``earlier`` run may
    have written, none is left that is not written again."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in earlier:
        (folder / name).unlink(missing_ok=True)
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
