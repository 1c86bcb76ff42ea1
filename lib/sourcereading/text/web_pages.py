"""From a web page to its article: text, title, outlet, author, date and address, without what is around it on the page.

The extractor (trafilatura, an optional package) runs in a process of its own and has ``TIME_LIMIT`` seconds for a
page, so that no page can stop a reading. It gets the page as a text; it fetches nothing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any

from sourcereading.text.decoding import Refused, decode
from sourcereading.text.page_facts import authors_of, lines_of, outlet_of, signed_by, title_of

PAGE_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
PAGE_LIMIT = 20_000_000
"""Bytes of the largest page that is read; a page with its pictures inside may have as many."""
MARKUP_LIMIT = 8_000_000
"""Characters of the largest page without its pictures; the extractor needs some 80 MB of memory for a million."""
TIME_LIMIT = 10.0
"""Seconds the extractor has for a page. Most take a tenth of one."""

WORKER = Path(__file__).with_name("web_page_worker.py")
"""The program that the process runs."""

_FEW_WORDS, _SMALL_SHARE = 100, 0.2
_HEAD = 4_000
"""Characters (or bytes) of a page in which it says what it is."""
# What a browser (Chrome, Edge) and SingleFile write at the head of a page that they save.
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d{1,4}\)|Page saved with SingleFile\s{1,9}url:\s{1,9})(https?://\S+)")
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?\b(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.I)
_WESTERN = re.compile(r"(?:utf-?8|(?:windows|cp)-?1252|iso-?8859-?1|latin-?1|us-ascii|ascii)", re.I)
_INLINE_DATA = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}[^\"'\s<>]{200,}")
"""Pictures and fonts inside the page; the parser stops at one of more than ten million characters."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the extractor finds on a page. What the page does not say is ""."""

    text: str
    about: dict[str, str]  # title, outlet, author, date, url, layout
    warnings: list[str]


class PageReader:
    """Takes the articles out of pages, with one process for all of them, which is started for the first.

    >>> with PageReader() as reader:  # doctest: +SKIP
    ...     reader.read(file.read_bytes()).text
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self._missing = ""

    def __enter__(self) -> PageReader:
        return self

    def __exit__(self, *exception: object) -> None:
        self._end()

    def read(self, data: bytes) -> Page:
        """The article on the page with these bytes.

        Raises
        ------
        Refused : the encoding is not known, trafilatura is not installed, there is no article on the page, or it
            takes too long to find, or too much memory.
        """
        source, warnings = _decoded(data)
        saved_from = _SAVED_FROM.search(source[:_HEAD])
        source = _INLINE_DATA.sub("data:,", source)
        if len(source) > MARKUP_LIMIT:
            large = f"{len(source):,} characters of markup, more than {MARKUP_LIMIT:,}"
            raise Refused(f"too large a page to take an article out of ({large}); save the article's text as .txt")
        found = self._ask(source, saved_from[1] if saved_from else "")
        if not found["text"]:
            raise Refused("no article on this page was found; save the article's text as .txt")
        words, on_page = len(found["text"].split()), found["words"]
        if words < max(_FEW_WORDS, _SMALL_SHARE * on_page):
            of = f"of about {on_page:,} " if words < on_page else ""
            found_words = f"little text is found on the page ({words:,} {of}words)"
            warnings.append(f"{found_words}; check that the article is complete")
        return Page(found["text"], _about(found), warnings)

    def _ask(self, source: str, url: str) -> dict[str, Any]:
        """What the process answers about a page."""
        if self.process is None and not self._missing:
            self._start()
        process = self.process
        if process is None:
            raise Refused(
                f"a web page needs the package trafilatura ({self._missing}): pip install trafilatura, or save the "
                "article's text as .txt"
            )
        timer = Timer(TIME_LIMIT, process.kill)
        timer.start()
        try:
            to = _pipe(process.stdin)
            to.write(json.dumps({"page": source, "url": url}) + "\n")
            to.flush()
            answer = _answer(process)
        except (OSError, ValueError):  # it is gone, in the middle of a line perhaps
            self._end()
            raise Refused(
                f"the article cannot be extracted from this page within {TIME_LIMIT:.0f} seconds; save its text as .txt"
            ) from None
        finally:
            timer.cancel()
        if reason := answer.get("failed"):
            raise Refused(f"the article cannot be extracted from this page ({reason}); save its text as .txt")
        return answer

    def _start(self) -> None:
        self.process = process = subprocess.Popen(
            [sys.executable, "-P", str(WORKER)],  # -P: no module of this folder hides one of another's
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",  # JSON escapes the rest
        )
        try:
            self._missing = _answer(process).get("missing", "")
        except (OSError, ValueError):  # it ended without a word
            self._missing = "its process does not start"
        if self._missing:
            self._end()

    def _end(self) -> None:
        if self.process is not None:
            self.process.kill()
            with self.process, suppress(OSError):
                _pipe(self.process.stdin).close()
            self.process = None


def _answer(process: subprocess.Popen[str]) -> dict[str, Any]:
    return json.loads(_pipe(process.stdout).readline())


def _pipe(end: IO[str] | None) -> IO[str]:
    """An end of a pipe to the process, which has one in and one out."""
    assert end is not None
    return end


def _about(found: dict[str, Any]) -> dict[str, str]:
    """What a page declares of its article, and what it says of the parts of its text."""
    addresses = [found["host"], found["handle"], found["owner"]]
    outlet = outlet_of(found["outlets"], found["window"], addresses)
    author = authors_of(found["author"], outlet, found["text"]) or signed_by(found["text"])
    parts = {(start, end): kind for start, end, kind in found["layout"]}
    parts |= dict.fromkeys(lines_of(author, found["text"]), "byline")
    return {
        "title": title_of(found["title"], found["headings"], outlet, addresses),
        "outlet": outlet,
        "author": author,
        "date": found["date"],
        "url": found["url"],
        "layout": "; ".join(f"{start}-{end} {kind}" for (start, end), kind in sorted(parts.items())),
    }


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """As for a text; but a page that declares another encoding than those two, and is not UTF-8, is no Windows-1252."""
    source, warnings = decode(data)
    if warnings and (declared := _CHARSET.search(data[:_HEAD])):
        name = declared[1].decode("ascii")
        if not _WESTERN.fullmatch(name):
            raise Refused(f"in the encoding {name}, which is not read; save it as UTF-8")
        if name.lower()[:3] != "utf":
            warnings = []  # the page says so itself
    return source, warnings
