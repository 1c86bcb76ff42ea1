"""The page of a notebook that has been run: prose and results, with the code folded away."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from sourcereading.report.kernels import (  # first: it makes the imports below quick
    Failure,
    nbformat,
    title_of,
)

# isort: split
from nbconvert.exporters import TemplateExporter
from nbconvert.filters import Highlight2HTML, strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from sourcereading.report.bibliography import entry, foot, metadata
from sourcereading.report.card_tables import with_cards
from sourcereading.report.clean_html import clean, plain_text, without_machine
from sourcereading.report.corrections_section import corrections_note
from sourcereading.report.group import Group, articles_line, window_title
from sourcereading.report.markup import PLACE, escape
from sourcereading.report.page import Anchors, anchor_of, page
from sourcereading.report.places import Places
from sourcereading.report.sections import with_something_to_show
from sourcereading.report.show import NOTEBOOK_STYLE
from sourcereading.report.styles import TEMPLATES, style

_PLACES = "<p>In tables, linked words, and numbers or ¶ in a box, lead to the place of the words in the article.</p>"
_OWN_ARTICLES = '<p class="of">Not of the articles of this reading: the notebook itself says what it reads.</p>\n'
_SET_OFF = "|".join(re.findall(r"\.highlight \.(\w+)", style("style")))
_PLAIN_CODE = re.compile(rf'<span(?: class="(?!(?:{_SET_OFF})")\w*")?>([^<]*)</span>')
_NOTEBOOK_LINK = re.compile(r"(?:\./)?([\w.-]+)\.ipynb(?:#(.*))?$")


@dataclass(frozen=True)
class NotebookPage:
    """A notebook's page, and what the index says of it."""

    title: str
    finding: str
    html: str


def finding_of(notebook: Any) -> str:
    """The notebook's first finding, "" where it has none."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            about = output.get("metadata", {}).get("sourcereading", {})
            if about.get("kind") == "finding":
                return about.get("text", "")
    return ""


def render(
    notebook: Any, name: str, failure: Failure | None, places: Places, group: Group | None, pager: str = ""
) -> NotebookPage:
    """The page of a notebook that has been run.

    Parameters
    ----------
    name : the file's name without its ending, for a notebook without a heading.
    places : where words of its tables are on the pages of the articles.
    group : the articles it has read, None where it does not read those it is given.
    pager : HTML for the foot of the page.
    """
    title = title_of(notebook, name)
    prose = _Prose()
    notebook = nbformat.NotebookNode({**notebook, "cells": with_something_to_show(notebook.cells)})
    cells = [prose.render(cell) if cell.cell_type == "markdown" else "" for cell in notebook.cells]
    notes = [_OWN_ARTICLES]
    if group:
        legend = _PLACES if _has_places(notebook) else ""
        notes = [articles_line(group, legend), corrections_note(group.reading.changes)]
    parts = {
        "title": prose.title or f"<h1>{escape(title)}</h1>",
        "notes": [*notes, _failure_note(failure) if failure else ""],
        "prose": cells,
        "pager": pager,
        "foot": foot(group, title) if group else "",
    }
    body = _exporter(places).template.render(nb=notebook, resources=parts).lstrip()
    found = finding_of(notebook)
    about = metadata(entry(group.reading, group.label, title)) if group else ""
    of = window_title(title, group.reading.articles, group.label) if group else title
    return NotebookPage(title, found, page(of, body, prose.contents, description=found, head=about))


def _has_places(notebook: Any) -> bool:
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return any(PLACE.search(output.get("data", {}).get("text/html", "")) for output in outputs)


def _failure_note(failure: Failure) -> str:
    """A box that says why a notebook stopped, and that the rest of it was not run."""
    where = f"stopped at {_plain(failure.where)}" if failure.cell else "could not be run"
    reason = f"<p><strong>This notebook {where}.</strong> {_plain(failure.reason)}</p>"
    rest = "<p>What comes before that cell is complete; what comes after it was not run.</p>"
    return f'<div class="failure">{reason}{rest if failure.cell else ""}</div>\n'


class _Prose(IPythonRenderer):
    """Markdown cells as HTML: headings with ids, links that work in the folder of reports.

    ``title`` is the first h1 once its cell is rendered: the template has a place for it. Any later one becomes an h2.
    """

    def __init__(self) -> None:
        super().__init__(escape=False, exclude_anchor_links=True)
        self._anchors = Anchors()
        self.title = ""
        self.contents: list[tuple[str, str]] = []

    def render(self, cell: Any) -> str:
        """A cell of text as HTML in which nothing acts."""
        self.attachments = cell.get("attachments", {})
        return with_cards(clean(MarkdownWithMath(renderer=self).render(cell.source), alone=False))

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        plain = plain_text(text)
        anchor = self._anchors.take(plain)
        if level == 1 and not self.title:
            self.title = f'<h1 id="{anchor}">{clean(text)}</h1>'
            return ""
        level = max(level, 2)
        if level == 2:
            self.contents.append((anchor, plain))
        return f'<h{level} id="{anchor}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if found := _NOTEBOOK_LINK.match(url):
            return f'<a href="{found[1]}.html{_fragment(found[2])}">{text}</a>'
        if url.startswith("#"):
            return f'<a href="{_fragment(url[1:])}">{text}</a>'
        target = url.removeprefix("../")
        shown = "" if plain_text(text) in (url, target) else f' <span class="soft">({escape(target)})</span>'
        return f"<span>{text}</span>{shown}"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("attachment:"):
            return super().image(text, url, title)
        return f"<em>{escape(text)}</em>"

    def table(self, text: str) -> str:
        scrolls = '<div class="sr-scroll" role="group" aria-label="Table" tabindex="0">'
        return f"{scrolls}<table>\n{text}</table></div>\n"


def _fragment(heading: str | None) -> str:
    """Where a link leads within a page: JupyterLab's id of a heading, its words joined by hyphens, as a page's own."""
    return f"#{anchor_of(unquote(heading))}" if heading else ""


class _Exporter(TemplateExporter):
    """Has the template with nbconvert's filters; to export by it would look through the notebook many times."""

    file_extension = ".html"
    template_extension = ".html.j2"


@lru_cache(1)  # a run has many notebooks, and one set of places
def _exporter(places: Places) -> TemplateExporter:
    return _Exporter(
        template_name="report",
        extra_template_basedirs=[str(TEMPLATES)],
        filters={
            "base64": lambda text: base64.b64encode(text.encode("utf-8")).decode("ascii"),
            "clean": lambda markup: with_cards(clean(markup)),
            "described": _described,
            "highlight_code": _highlighted,
            "linked": lambda markup: places.linked(markup.removeprefix(NOTEBOOK_STYLE)),
            "markdown": lambda text: with_cards(clean(_markdown(text))),
            "plain": _plain,
        },
    )


def _highlighted(source: str, metadata: Any) -> str:
    """Code as HTML, with a class for those words alone that the style sheet sets off: it sets off few."""
    return _PLAIN_CODE.sub(r"\1", Highlight2HTML(pygments_lexer="ipython3")(source, metadata=metadata))


def _markdown(text: str) -> str:
    return MarkdownWithMath(renderer=IPythonRenderer(exclude_anchor_links=True)).render(text)


def _plain(text: str) -> str:
    """Text of a cell's output, escaped, without what differs from run to run or tells of the machine."""
    return escape(without_machine(strip_ansi(text)))


def _described(output: Any, cell: Any) -> str:
    """The text alternative of an image that does not come from show_figure."""
    for about in (output.get("metadata", {}).get("image/png", {}), output.get("metadata", {}), cell.metadata):
        if about.get("alt"):
            return about["alt"]
    return "A chart without a description; show it with show_figure(figure, alt, name)"
