"""A matplotlib figure as a small SVG: to be edited, enlarged or printed, and light enough to be carried in a page.

Text stays text, in the page's own letters where the font is missing, so that it can be searched and corrected. The
same figure gives the same bytes. matplotlib writes for exactness; what a reader of a chart does not need is taken out:
numbers finer than a hundredth of a point, groups of one and their names, the font's name on every word, white space,
what cannot be seen, what is said of the file itself. A style that several parts have is written once.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from sourcereading.report.markup import escape

_TAG = re.compile(r"<[^<>]+>")  # matplotlib escapes < and > in text and in attributes
_FINE = re.compile(r"-?\d+\.\d{3,}")
_LEFT_OUT = re.compile(
    r" transform=\"rotate\(-0 [^\"]*\"| font-family: 'DejaVu Sans'[^;]*;| text-anchor: start;|(?<=^<g) id=\"[^\"]*\""
)
_USES = re.compile(r"<g([^<>]*)>((?:<use [^<>]*/>){2,})</g>")
_STYLE = re.compile(r" style=\"[^\"]*\"")
_PATH = re.compile(r"(?<= d=\")[^\"]*")
_HEAD = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
_SINGLE = re.compile(r"<g/>|<g></g>|<g>(<(?!g\b)[^<>]*/>|<text [^<>]*>[^<>]*</text>)</g>")
_UNSEEN = re.compile(r"<path [^<>]*style=\"fill:none\"/>")
_FONTS = "'DejaVu Sans', Verdana, Arial, sans-serif"


def svg(figure: Any, title: str = "") -> str:
    """A matplotlib Figure as the text of an SVG file. What it shows is its ``title``, which screen readers say and
    browsers show when pointed at; none is needed where an image has it as its text alternative."""
    from sourcereading.report.svg_renderer import drawn  # with matplotlib: it is there already

    small = _TAG.sub(_small, _HEAD.sub("", drawn(figure)))
    small = re.sub(r">\s*\n\s*<", "><", small)
    small = _USES.sub(_styled_once, small)
    small = _UNSEEN.sub("", small)
    while (fewer := _SINGLE.sub(r"\1", small)) != small:
        small = fewer
    said = f"<title>{escape(title)}</title>" if title else ""
    head = f'<svg role="img" font-family="{_FONTS}" '
    return _in_classes(re.sub(r"<svg ([^<>]*>)", lambda found: f"{head}{found[1]}{said}", small, count=1))


def _small(tag: re.Match[str]) -> str:
    shortened = _LEFT_OUT.sub("", re.sub(r"\s+", " ", tag[0]))
    fine = _FINE.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), shortened)
    close = _STYLE.sub(lambda found: re.sub("(?<=[:;]) ", "", found[0]), fine)
    return _PATH.sub(lambda found: re.sub("(?<=[A-Za-z]) | (?=[A-Za-z])", "", found[0]).strip(), close)


def _styled_once(group: re.Match[str]) -> str:
    """A group of markers that look alike, with their style on the group and not on each."""
    styles = set(_STYLE.findall(group[2]))
    if len(styles) != 1 or "style=" in group[1]:
        return group[0]
    return f"<g{group[1]}{styles.pop()}>{_STYLE.sub('', group[2])}</g>"


def _in_classes(drawn: str) -> str:
    """The same drawing with each style that several parts have in the style sheet at its start."""
    often = {style: f"s{at}" for at, (style, n) in enumerate(Counter(_STYLE.findall(drawn)).most_common()) if n > 1}
    rules = "".join(f".{name}{{{style[8:-1]}}}" for style, name in often.items())
    small = _STYLE.sub(lambda found: f' class="{often[found[0]]}"' if found[0] in often else found[0], drawn)
    return small.replace("</style>", f"{rules}</style>", 1)
