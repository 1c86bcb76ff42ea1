"""HTML that the library did not write, reduced to what cannot act: no script, no form, no link out.

nh3 reads it as a browser does and keeps what is allowed here; of the tags that are not, the words stay.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import nh3

from sourcereading.text.paths import ROOT, SHIPPED

_TAGS = set(
    """
    a abbr b bdi blockquote br caption code col colgroup dd del details div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var wbr
    """.split()  # noqa: SIM905
)
_ATTRIBUTES = set(
    "alt aria-label class colspan dir id lang open role rowspan scope start style tabindex title".split()  # noqa: SIM905
)
_STYLES = frozenset({"background-color", "color", "font-style", "font-weight", "text-align", "white-space"})
_STYLE_VALUE = re.compile(r"[-#%.\w\s]+|(?:rgb|hsl)a?\([-%.,/\w\s]*\)", re.ASCII)
_LINK = re.compile(r"#[\w-]+|[\w.-]+\.html(#[\w-]+)?")
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]{6,}")
_NO_PICTURE = re.compile(r"<img\b(?![^>]*\ssrc=)[^>]*>")
# A header of a table without words names nothing: pandas writes one over an index.
_EMPTY_HEADER = re.compile(r"<th\b([^<>]*)>(\s*)</th>")
_H1 = re.compile(r"<(/?)h1\b", re.IGNORECASE)


def clean(markup: str, alone: bool = True) -> str:
    """``markup`` with nothing in it that acts. ``alone`` it is a part of a page, as the output of a cell is, whose
    title and ids stay the page's own: its h1 becomes h2, and its ids go."""
    markup = without_addresses(markup)
    cleaned = nh3.clean(
        _H1.sub(r"<\1h2", markup) if alone else markup,  # before, so that tags are closed as those of an h2 are
        tags=_TAGS,
        attributes={"*": _ATTRIBUTES - {"id"} if alone else _ATTRIBUTES, "a": {"href"}, "img": {"src"}},
        attribute_filter=_kept,
        clean_content_tags={"script", "style"},
        link_rel=None,
        url_schemes={"data"},
    )
    return _EMPTY_HEADER.sub(r"<td\1>\2</td>", _NO_PICTURE.sub("", cleaned))


def plain_text(markup: str) -> str:
    """The words of some HTML in one line, without tags."""
    return " ".join(unescape(nh3.clean(markup, tags=set())).split())


def without_addresses(text: str) -> str:
    """Text without the places in memory that Python shows of objects: they differ from run to run."""
    return _ADDRESS.sub("", text)


def without_machine(text: str) -> str:
    """Text without what differs from run to run or tells of the machine: places in memory, and the project's folder
    and the home folder in paths."""
    for folder in (ROOT, SHIPPED):
        text = text.replace(f"{folder}/", "").replace(f"{folder}\\", "")
    home = Path.home()
    return without_addresses(text.replace(str(home), "~") if home.name else text)


def _kept(tag: str, name: str, value: str) -> str | None:
    """An attribute's value as it may stay, or None: links only within the reports, pictures only in the page."""
    if name == "href":
        return value if _LINK.fullmatch(value) else None
    if name == "src":
        return value if value.startswith("data:image/") else None
    return (_safe_style(value) or None) if name == "style" else value


def _safe_style(style: str) -> str:
    """The declarations that colour and weigh text; nothing that loads or places anything."""
    pairs = (declaration.partition(":")[::2] for declaration in style.split(";"))
    known = ((name.strip().lower(), value.strip()) for name, value in pairs)
    return "; ".join(f"{name}: {value}" for name, value in known if name in _STYLES and _STYLE_VALUE.fullmatch(value))
