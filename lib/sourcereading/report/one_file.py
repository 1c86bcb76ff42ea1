"""All pages of a folder of reports in one HTML file, and the folder as a ZIP archive: for mail, or a learning platform.

The one file shows one page at a time, without script: a link to a place makes the page with that place visible
(``:target`` in templates/one_file.css). The ids of each page get its name in front, links between pages become links
within the file, and links to files that are not pages (tables, annotations) lose their target, for it would be missing.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Sequence
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from sourcereading.report.downloads import data_uri
from sourcereading.report.markup import escape
from sourcereading.report.page import shell
from sourcereading.report.styles import style
from sourcereading.text.safe_files import whole
from sourcereading.text.writable import PlaceError, usable_file

_ID_LISTS = {"for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "headers"}
"""Attributes whose value is an id, or several with spaces between them."""
_BODY = re.compile(r"</header>\n(.*)</body>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_NOTE = (
    '<p class="of">All pages of this reading in one file. The tables and annotations that they name are files of their '
    "own, in the folder of reports.</p>\n"
)
MADE = b"%made by sourcereading\n"
"""The last line of a PDF of ours, a comment: it may be replaced."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same reports give the same bytes. ZIP knows no earlier one."""


def write_one_file(folder: Path, pages: Sequence[str], file: Path) -> Path:
    """Writes the pages of a folder of reports as one HTML file, of which one page at a time is shown. They are given
    relative to it: the index first, then in the order in which they are to be read."""
    page = one_file(folder, pages, "one_file")
    with whole(file, "sourcereading reports") as new:
        new.write_text(page, encoding="utf-8", newline="\n")
    return file


def _inside(part: re.Pattern[str], page: str) -> str:
    """What a part of a page holds; every page that this library writes has it."""
    found = part.search(page)
    assert found is not None
    return found[1]


def one_file(folder: Path, pages: Sequence[str], sheet_style: str) -> str:
    """The pages of a folder of reports as one HTML document; ``templates/STYLE.css`` says which of them are shown."""
    sheets = {name: _sheet_id(name) for name in pages}
    parts = []
    title = "Reading"
    for name, sheet in sheets.items():
        text = (folder / name).read_text(encoding="utf-8")
        body = _inside(_BODY, text)
        if name == pages[0]:
            title = unescape(_inside(_TITLE, text)).removesuffix(" · sourcereading")
            body = body.replace('<main id="main">\n', f'<main id="main">\n{_NOTE}', 1)
        skip = f'<nav aria-label="Skip"><a class="skip" href="#{escape(sheet)}--main">Skip to the text</a></nav>\n'
        body = _BESIDE.sub(lambda link: _carried(folder, link), body)
        parts.append(f'<div class="sheet" id="{escape(sheet)}">\n{skip}{_moved(body, name, sheets)}</div>\n')
    first = escape(sheets[pages[0]])
    header = f'<header class="site">sourcereading · <a href="#{first}">All pages of this reading</a></header>\n'
    css = style("annotated", "article", sheet_style).replace("FIRST", first)
    return shell(title, header + "".join(parts), css)


_BESIDE = re.compile(r'<a download="([^"]+)" href="(downloads/[^"]+)">')


def _carried(folder: Path, link: re.Match[str]) -> str:
    """A link to a download beside the page as one that carries it."""
    data = (folder / unquote(unescape(link[2]))).read_bytes()
    kind = "image/svg+xml" if link[1].endswith(".svg") else "text/csv;charset=utf-8"
    return f'<a download="{link[1]}" href="{data_uri(kind, data)}">'


def write_archive(folder: Path, names: Sequence[str], file: Path) -> Path:
    """Writes files of a folder of reports, given relative to it, as a ZIP archive with one folder in it."""
    with whole(file, "sourcereading reports") as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", _EARLIEST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, (folder / name).read_bytes())
    return file


def usable_copy(name: str, option: str, articles: Path) -> Path:
    """The path of a file that the reports can be copied into, asked before anything is read. A PlaceError where it is
    there and holds something else, is in the folder of articles, or cannot be written."""
    suffix, ours = _KINDS[option]

    def keep(file: Path) -> str:
        return "" if ours(file) else f"exists and was not written with {option}; move it away, or name another file"

    file = usable_file(name, option, suffix, keep)
    if articles.is_dir() and file.resolve().is_relative_to(articles.resolve()):
        raise PlaceError(f"{file} is in the folder of articles ({articles}); name another file with {option}")
    return file


def _is_archive(file: Path) -> bool:
    names = zipfile.ZipFile(file).namelist() if zipfile.is_zipfile(file) else []
    return any(name.endswith("/tables/manifest.json") for name in names)


_KINDS: dict[str, tuple[str, Callable[[Path], bool]]] = {
    "--single": (".html", lambda file: b'<div class="sheet" id="index">' in file.read_bytes()),
    "--zip": (".zip", _is_archive),
    "--pdf": (".pdf", lambda file: file.read_bytes().endswith(MADE)),
}
"""For each option that asks for a copy, how its name ends, and whether a file that is there is such a copy."""


def _sheet_id(name: str) -> str:
    """The id of a page in the one file: ``articles/a.html`` becomes ``articles-a``."""
    return name.removesuffix(".html").replace("/", "-")


def _moved(html: str, name: str, sheets: dict[str, str]) -> str:
    mover = _Mover(name, sheets)
    mover.feed(html)
    mover.close()
    return "".join(mover.parts)


class _Mover(HTMLParser):
    """Copies the HTML of a page, with its ids and links as the one file has them."""

    def __init__(self, name: str, sheets: dict[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._sheets, self._folder, self._own = sheets, posixpath.dirname(name), sheets[name]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = (self._attribute(tag, key, value) for key, value in attrs)
        self.parts.append(f"<{tag}{''.join(pairs)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def _attribute(self, tag: str, key: str, value: str | None) -> str:
        if value is None:
            return f" {key}"
        if key == "id":
            value = self._place(self._own, value)
        elif key in _ID_LISTS:
            value = " ".join(self._place(self._own, part) for part in value.split())
        elif tag == "a" and key == "href":
            target = self._target(value)
            if target is None:
                return ""
            value = target
        return f' {key}="{escape(value)}"'

    def _target(self, link: str) -> str | None:
        """Where a link leads in the one file; None where it leads nowhere."""
        if re.match(r"[a-z][a-z0-9+.-]*:", link, re.IGNORECASE):
            return link
        path, _, fragment = link.partition("#")
        if not path:
            return f"#{self._place(self._own, fragment)}"
        sheet = self._sheets.get(posixpath.normpath(posixpath.join(self._folder, unquote(path))))
        if sheet is None:
            return None
        return f"#{self._place(sheet, fragment) if fragment else sheet}"

    @staticmethod
    def _place(sheet: str, anchor: str) -> str:
        return f"{sheet}--{anchor}"
