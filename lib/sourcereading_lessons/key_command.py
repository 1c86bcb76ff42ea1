"""The command ``sourcereading key``: the keys as pages to read, empty sheets, and what a second reader has marked."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

_HOW = "how-to-mark.html"


def add_key(commands: Any, parents: list[argparse.ArgumentParser], do: Callable[..., int]) -> None:
    """Registers the command; the parameters are those of ``add_lesson``."""
    key = commands.add_parser(
        "key",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        help="show the answer keys, and check them with a second reader",
        description="Without a sheet: writes each answer key as a page to read, and an empty sheet (CSV) for somebody\n"
        "who marks the text without looking at the key; how-to-mark.html says how. Sheets that are there are not\n"
        "replaced. With sheets: prints where they differ from the keys, with the words, and how far they agree.",
        epilog="examples:\n  sourcereading key --out keys\n  sourcereading key keys/halden_1_wire.csv",
    )
    key.add_argument("sheets", nargs="*", metavar="SHEET", help="a sheet that somebody has filled in")
    key.add_argument("--out", default="keys", metavar="DIR", help="folder to write into; default: keys")
    key.set_defaults(do=do)


def written(out: str) -> str:
    """Writes pages and empty sheets into a folder; gives what to tell.

    Raises
    ------
    PlaceError : the folder cannot be used, or a page would replace a file that is not ours.
    """
    from sourcereading.reading.wording import count
    from sourcereading.text.places import usable_folder
    from sourcereading_evaluation.key_lines import articles
    from sourcereading_evaluation.key_sheet import empty_sheet, save
    from sourcereading_lessons.command import check_place, write
    from sourcereading_lessons.key_page import how_to_mark, key_page

    folder = usable_folder(out)
    pages = {_HOW: how_to_mark()} | {f"{article}.html": key_page(article) for article in articles()}
    check_place(folder, list(pages))
    write(pages, folder)
    sheets = [article for article in articles() if not (folder / f"{article}.csv").exists()]
    for article in sheets:
        save(empty_sheet(article), folder / f"{article}.csv")
    wrote = f"{count(len(articles()), 'key')} as pages and {count(len(sheets), 'empty sheet')}"
    return f"Wrote {wrote} to {folder}. To check a key, begin with {_HOW}"


def compared(sheets: Sequence[str]) -> str:
    """Where sheets differ from the keys, and how far they agree.

    Raises
    ------
    ReaderError : a sheet is damaged, or one was given twice.
    """
    from sourcereading.text.paths import ReaderError
    from sourcereading_evaluation.key_sheet import read_sheet
    from sourcereading_evaluation.second_reading import report

    read = [read_sheet(file) for file in sheets]
    named: dict[tuple[str, str], str] = {}
    for one in read:
        if other := named.get((one.article, one.reader)):
            twice = f"{one.file}: {one.reader} has a sheet on {one.article} already, {other}"
            raise ReaderError(f"{twice}; give one of them")
        named[one.article, one.reader] = one.file
    return "\n".join(report(read))
