"""A matplotlib figure as a small SVG: to be edited, enlarged or printed, and light enough to be carried in a page.

Text stays text, in the page's own letters where the font is missing, so that it can be searched and corrected. The
same figure gives the same bytes. matplotlib writes for exactness; what a reader of a chart does not need is taken out:
numbers finer than a hundredth of a point, names of groups, the font's name on every word, the style of each dot.
"""

from __future__ import annotations

import io
import re
from typing import Any

import matplotlib

_TAG = re.compile(r"<[^<>]+>")  # matplotlib escapes < and > in text and in attributes
_FINE = re.compile(r"-?\d+\.\d{3,}")
_LEFT_OUT = re.compile(
    r" transform=\"rotate\(-0 [^\"]*\"| font-family: 'DejaVu Sans';| text-anchor: start;|(?<=^<g) id=\"[^\"]*\""
)
_USES = re.compile(r"<g([^<>]*)>((?:<use [^<>]*/>){2,})</g>")
_STYLE = re.compile(r" style=\"[^\"]*\"")
_FONTS = "'DejaVu Sans', Verdana, Arial, sans-serif"


def svg(figure: Any, title: str = "") -> str:
    """The figure as the text of an SVG file.

    Parameters
    ----------
    figure : a matplotlib Figure.
    title : what the figure shows, in a sentence; screen readers say it, browsers show it when pointed at. None is
        needed where an image has it as its text alternative.
    """
    drawn = io.StringIO()
    about: dict[str, str | None] = dict.fromkeys(["Date", "Creator", "Format", "Type"])
    if title:
        about["Title"] = title
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "sourcereading"}):
        figure.savefig(drawn, format="svg", metadata=about)
    small = _TAG.sub(_small, drawn.getvalue())
    small = re.sub(r">\s*\n\s*<", "><", small)
    small = _USES.sub(_styled_once, small)
    return small.replace("<svg ", f'<svg role="img" font-family="{_FONTS}" ', 1)


def _small(tag: re.Match[str]) -> str:
    shortened = _LEFT_OUT.sub("", re.sub(r"\s+", " ", tag[0]))
    return _FINE.sub(lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), shortened)


def _styled_once(group: re.Match[str]) -> str:
    """A group of markers that look alike, with their style on the group and not on each."""
    styles = set(_STYLE.findall(group[2]))
    if len(styles) != 1 or "style=" in group[1]:
        return group[0]
    return f"<g{group[1]}{styles.pop()}>{_STYLE.sub('', group[2])}</g>"
