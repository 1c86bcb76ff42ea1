"""All pages of a lesson as one PDF, in the order in which they are wanted: for the teacher, the class, and late."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from sourcereading.report.one_file import MADE
from sourcereading.report.pdf import print_page
from sourcereading_lessons.paper import document
from sourcereading_lessons.plans import Plan

_ORDER = (
    "teacher", "phrases-answers", "phrases", "text", "sheet", "grid", "key", "machine", "machine-grid"
)  # fmt: skip
"""Pages in the order of the PDF; any other comes before the key."""
_SHEETS = re.compile(r'<main id="main">\n(.*)</main>\n', re.DOTALL)
_PRINTED_FROM = b"%printed from sha256 "
WITHOUT = "Open the pages in any browser instead, and print them with the browser's own Print: A4, 100 %, no margins"


def in_order(names: Mapping[str, str]) -> list[str]:
    """The pages of a lesson in the order in which they are printed."""

    def place(name: str) -> int:
        stem = Path(name).stem
        return _ORDER.index(stem) if stem in _ORDER else _ORDER.index("key")

    html = (name for name in names if name.endswith(".html"))
    return sorted(html, key=lambda name: (place(name), Path(name).stem in _ORDER, name))


def all_pages(plan: Plan, pages: Mapping[str, str]) -> str:
    """The pages of a lesson, file name to HTML, as one HTML document."""
    found = (_SHEETS.search(pages[name]) for name in in_order(pages))
    return document(plan, "all pages", [sheets[1] for sheets in found if sheets])


def write_pdf(plan: Plan, pages: Mapping[str, str], file: Path) -> bool:
    """Prints the pages of a lesson, file name to HTML, into one PDF, unless it was printed from the same pages: that
    stands in its last lines. Whether it was printed; where it cannot be, a NoBrowser or a PlaceError as of
    ``print_page``."""
    whole = all_pages(plan, pages)
    if is_of(file, whole):
        return False
    print_page(whole, file, WITHOUT, _mark(whole))
    return True


def is_of(file: Path, page: str) -> bool:
    """Whether a file is there and was printed from this HTML."""
    return file.is_file() and file.read_bytes().endswith(_mark(page))


def _mark(page: str) -> bytes:
    return _PRINTED_FROM + sha256(page.encode("utf-8", "replace")).hexdigest().encode() + b"\n" + MADE
