"""How a reading is cited: in a sentence, as BibTeX and RIS to download, and as metadata that programs find in a page.

An entry is of the reading, not of the article: what a page shows was made by a program. The article stands in the
entry's note, with its author, outlet, date and address as far as they are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sourcereading.reading.wording import listing
from sourcereading.report.downloads import download
from sourcereading.report.group import Group, called, made_by
from sourcereading.report.markup import escape, in_order, shown
from sourcereading.report.software import library_version

# What TeX reads as a command.
_TEX = {sign: f"\\{sign}" for sign in "{}&%$#_"}
_TEX |= {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def citation(reading: Any, label: str = "", page: str = "", day: str = "") -> str:
    """One sentence to cite a reading by, whose articles are called ``label`` together, or a page of it, by its title;
    ``day`` is that of the run, in words."""
    book, source = reading.codebook, _source(reading.articles)
    tools = f"sourcereading {library_version()} and the codebook {book.file} (SHA-256 {book.sha256[:12]})"
    of = f"{_title(reading, label, page)}{f' ({source})' if source else ''}"
    return f"{of}, made with {tools}{day and f' on {day}'}."


def _title(reading: Any, label: str, page: str) -> str:
    what = f"{page}: reading" if page else "Reading"
    return f"{what} of {called(reading.articles, label)}"


def _source(articles: pd.DataFrame) -> str:
    """Author, outlet and date of a single article, as far as they are known; of several, ""."""
    if len(articles) != 1:
        return ""
    about = articles.iloc[0]
    author = listing(about["author"].split("; ")) if about["author"] else ""
    return ", ".join(filter(None, [author, about["outlet"], about["date"]]))


@dataclass(frozen=True)
class Entry:
    """What a bibliography says of a reading. ``day`` is empty where a page does not say when it was made."""

    key: str
    title: str
    note: str
    day: str = ""

    @property
    def author(self) -> str:
        """Who made it: the program."""
        return f"sourcereading {library_version()}"


def entry(reading: Any, label: str = "", page: str = "", day: str = "") -> Entry:
    """The entry of a reading, or of a page of it, as in ``citation``; the ``day`` of the run is YYYY-MM-DD."""
    articles, book = reading.articles, reading.codebook
    notes = [f"Codebook {book.file}, SHA-256 {book.sha256[:12]}."]
    if len(articles) == 1:
        about = articles.iloc[0]
        source = ", ".join(filter(None, [_source(articles), about["url"]]))
        notes.insert(0, f"Of the article: {source or about['file']}. SHA-256 {about['sha256'][:12]}.")
    digest = min(articles["sha256"])[:8] if len(articles) else "empty"
    part = re.sub(r"[\W_]+", "-", page.lower(), flags=re.ASCII).strip("-")
    key = "-".join(filter(None, ["sourcereading", digest, part]))
    return Entry(key, _title(reading, label, page), " ".join(notes), day)


def bibtex(about: Entry) -> str:
    """The entry for BibTeX and BibLaTeX."""
    fields = [("title", f"{{{_tex(about.title)}}}"), ("author", f"{{{about.author}}}")]
    fields += [("year", about.day[:4]), ("date", about.day)] if about.day else []
    fields.append(("note", _tex(about.note)))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@misc{{{about.key},\n{lines}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))


def ris(about: Entry) -> str:
    """The entry for reference managers that read RIS."""
    fields = [("TY", "GEN"), ("ID", about.key), ("TI", about.title), ("AU", about.author)]
    fields += [("PY", about.day[:4]), ("DA", about.day.replace("-", "/"))] if about.day else []
    fields += [("N1", about.note), ("ER", "")]
    return "".join(f"{name}  - {_line(value)}\r\n" for name, value in fields)


def _line(text: str) -> str:
    return in_order(" ".join(text.split()))


def downloads(about: Entry) -> str:
    """Links that download the entry, as HTML."""
    forms = (
        ("BibTeX", "bib", "application/x-bibtex", bibtex),
        ("RIS", "ris", "application/x-research-info-systems", ris),
    )
    links = (
        download(label, f"{about.key}.{end}", kind, form(about).encode("utf-8", "replace"))
        for label, end, kind, form in forms
    )
    return f'<span class="sr-downloads">{" · ".join(links)}</span>'


def metadata(about: Entry) -> str:
    """What programs that keep references or show links read in the head of a page, as HTML."""
    found = [
        f'<meta name="citation_title" property="og:title" content="{escape(_line(about.title))}">\n',
        f'<meta name="citation_author" content="{escape(about.author)}">\n',
    ]
    if about.day:
        found.append(f'<meta name="citation_publication_date" content="{about.day.replace("-", "/")}">\n')
    return "".join(found)


def foot(group: Group, page: str) -> str:
    """The foot of a notebook's page: who made it, what it does not say, and how to cite it."""
    cite = shown(citation(group.reading, group.label, page))
    links = downloads(entry(group.reading, group.label, page))
    return (
        f'<footer class="foot"><p>{escape(made_by(group.reading.changes))} It shows what articles say, not whether '
        f"it is true.</p>\n<p>Cite as: <cite>{cite}</cite> {links}</p></footer>\n"
    )
