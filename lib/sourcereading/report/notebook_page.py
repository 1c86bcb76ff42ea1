"""The page of a notebook that has been run: prose and results, with the code folded away."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from sourcereading.report.kernels import Failure, title_of  # first: it makes the imports below quick

# isort: split
import bleach
from bleach.css_sanitizer import CSSSanitizer
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from sourcereading.report.page import TEMPLATES, Anchors, page
from sourcereading.report.show import escape
from sourcereading.text.paths import ROOT

_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]{6,}")
_TAG = re.compile(r"<[^<>]*>")
_UNSAFE = re.compile(r"<[A-Za-z/!?]")
_DROPPED = re.compile(r"<(style|script)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_NO_IMAGE = re.compile(r"<img\b(?![^>]*\ssrc=)[^>]*>")
_EMPTY_HEADER = re.compile(r"<th([^<>]*)>\s*</th>")
_H1 = re.compile(r"<(/?)h1\b")
_ID = re.compile(r"""(?<=\S)\s+id="[^"]*"(?=[^<>]*>)""")
_NOTEBOOK_LINK = re.compile(r"(?:\./)?([\w.-]+)\.ipynb(#[\w-]*)?$")
# HTMLExporter writes attributes in alphabetical order.
_REGION = re.compile(r'(aria-label=")([^"]*)"(?=[^<>]*\srole="region")')
_TAGS = frozenset(
    """
    a abbr b bdi blockquote br caption code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var wbr
    """.split()  # noqa: SIM905
)
_ATTRIBUTES = frozenset(
    [
        "alt",
        "aria-label",
        "class",
        "colspan",
        "dir",
        "id",
        "lang",
        "open",
        "role",
        "rowspan",
        "scope",
        "start",
    ]
    + ["style", "tabindex", "title"]
)
_STYLES = ["background-color", "color", "font-style", "font-weight", "text-align", "white-space"]


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
    notebook: Any, name: str, failure: Failure | None, pager: str = "", note: str = ""
) -> NotebookPage:
    """The page of a notebook that has been run.

    Parameters
    ----------
    notebook : with its outputs. The cell tagged ``injected-parameters`` is shown with a path that tells
        nothing about the machine.
    name : the file's name without its ending, for a notebook without a heading.
    failure : why it did not run to its end.
    pager : HTML for the foot of the page.
    note : HTML to stand under the page's heading.
    """
    title = title_of(notebook, name)
    prose = _Prose(Anchors())
    exporter = _exporter()
    cells = [prose.render(cell) if cell.cell_type == "markdown" else "" for cell in notebook.cells]
    body, _ = exporter.from_notebook_node(notebook, {"prose": cells})
    body = _REGION.sub(_Labels(), body)
    if not prose.has_title:
        body = f"<h1>{escape(title)}</h1>\n{body}"
    body = body.replace("</h1>", f"</h1>\n{note}", 1)
    if failure:
        body = body.replace("</h1>", f"</h1>\n{_failure_note(failure)}", 1)
    html = page(title, body + pager, prose.contents)
    return NotebookPage(title, finding_of(notebook), html)


def _failure_note(failure: Failure) -> str:
    """A box that says why a notebook stopped, and that the rest of it was not run."""
    where = f"stopped at {_plain(failure.where)}" if failure.cell else "could not be run"
    reason = f"<p><strong>This notebook {where}.</strong> {_plain(failure.reason)}</p>"
    rest = "<p>What comes before that cell is complete; what comes after it was not run.</p>"
    return f'<div class="failure">{reason}{rest if failure.cell else ""}</div>\n'


class _Labels:
    """Numbers the second and later regions of the same label: landmarks must be told apart."""

    def __init__(self) -> None:
        self._anchors: dict[str, int] = {}

    def __call__(self, found: re.Match[str]) -> str:
        count = self._anchors[found[2]] = self._anchors.get(found[2], 0) + 1
        return f'{found[1]}{found[2]}{f" ({count})" if count > 1 else ""}"'


class _Prose(IPythonRenderer):
    """Markdown cells as HTML: one h1, headings with ids, links that work in the folder of reports."""

    def __init__(self, anchors: Anchors) -> None:
        super().__init__(escape=False, exclude_anchor_links=True)
        self._anchors = anchors
        self.has_title = False
        self.contents: list[tuple[str, str]] = []

    def render(self, cell: Any) -> str:
        self.attachments = cell.get("attachments", {})
        markup = MarkdownWithMath(renderer=self).render(cell.source)
        return _clean(markup) if _UNSAFE.search(cell.source) else markup

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        if level == 1:
            level = 2 if self.has_title else 1
            self.has_title = True
        plain = _plain_text(text)
        anchor = self._anchors.take(plain)
        if level == 2:
            self.contents.append((anchor, plain))
        return f'<h{level} id="{anchor}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if found := _NOTEBOOK_LINK.match(url):
            return f'<a href="{found[1]}.html{found[2] or ""}">{text}</a>'
        if url.startswith("#"):
            return f'<a href="{escape(url)}">{text}</a>'
        target = url.removeprefix("../")
        shown = "" if _plain_text(text) in (url, target) else f' <span class="soft">({escape(target)})</span>'
        return f"<span>{text}</span>{shown}"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("attachment:"):
            return super().image(text, url, title)
        return f"<em>{escape(text)}</em>"

    def table(self, text: str) -> str:
        region = '<div class="sr-scroll" role="region" aria-label="Table" tabindex="0">'
        return f"{region}<table>\n{text}</table></div>\n"


def _exporter() -> HTMLExporter:
    return HTMLExporter(
        template_name="report",
        extra_template_basedirs=[str(TEMPLATES)],
        filters={
            "base64": lambda text: base64.b64encode(text.encode("utf-8")).decode("ascii"),
            "clean": _clean_output,
            "described": _described,
            "markdown": lambda text: _clean_output(_markdown(text)),
            "plain": _plain,
        },
    )


def _markdown(text: str) -> str:
    return MarkdownWithMath(renderer=IPythonRenderer(exclude_anchor_links=True)).render(text)


def _plain(text: str) -> str:
    """Text of a cell's output, escaped, without what differs from run to run or tells of the machine."""
    text = strip_ansi(text).replace(f"{ROOT}/", "").replace(f"{ROOT}\\", "").replace(str(Path.home()), "~")
    return escape(_ADDRESS.sub("", text))


def _plain_text(markup: str) -> str:
    return " ".join(unescape(_TAG.sub("", markup)).split())


def _described(output: Any, cell: Any) -> str:
    """The text alternative of an image that does not come from show_figure."""
    for about in (output.get("metadata", {}).get("image/png", {}), output.get("metadata", {}), cell.metadata):
        if about.get("alt"):
            return about["alt"]
    return "A chart without a description; show it with show_figure(figure, alt, name)"


def _allowed(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return bool(re.fullmatch(r"#[\w-]+|[\w.-]+\.html(#[\w-]+)?", value))
    if name == "src":
        return value.startswith("data:image/")
    return name in _ATTRIBUTES


def _clean_output(markup: str) -> str:
    """HTML that a cell shows by other means than the library's: the page's title and ids stay the page's own."""
    markup = _EMPTY_HEADER.sub(r"<td\1></td>", _clean(markup))
    return _ID.sub("", _H1.sub(r"<\1h2", markup))


def _clean(markup: str) -> str:
    """Markup the library did not write, reduced to what cannot act: no script, no form, no link out."""
    dropped = _ADDRESS.sub("", _DROPPED.sub("", markup))
    cleaned = bleach.clean(
        dropped,
        tags=_TAGS,
        attributes=_allowed,
        protocols=["data", "http"],  # relative links count as http; `_allowed` decides
        strip=True,
        css_sanitizer=CSSSanitizer(allowed_css_properties=_STYLES),
    )
    return _NO_IMAGE.sub("", cleaned)
