"""Text on a chart: how wide it is drawn, and as much of it as fits.

A character that the font lacks is drawn as □.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font

from sourcereading.report.svg_renderer import text_points

SMALL, BODY = 8.5, 9.5
"""Points."""
FAMILY = "DejaVu Sans"  # comes with matplotlib, so a chart is the same on every machine

_WORDS = 120
"""No more words than that are on an inch of a line in type of one point: a letter and a space are 0.6 of its size."""


@cache
def font(bold: bool, size: float) -> FontProperties:
    """The font of all charts in a size."""
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


@cache
def _drawable() -> frozenset[int]:
    return frozenset(get_font(findfont(font(False, BODY))).get_charmap())


def text_width(text: str, size: float = SMALL, bold: bool = False) -> float:
    """How many inches wide a line of text is drawn, at most: letters are a little wider or narrower at another
    resolution, and some pairs stand closer."""
    return text_points(text, font(bold, size)) / 72 * 1.01


def clean(text: str) -> str:
    """Text that can be drawn on one line: no control characters, no glyph that the font does not have."""
    spaced = re.sub(r"[^\S\xa0]+", " ", text).strip()
    seen = (char for char in spaced if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return "".join(char if ord(char) in _drawable() else "□" for char in seen)


def shorten(text: str, inches: float, size: float = SMALL, bold: bool = False) -> str:
    """As much of one line as fits, cut between words where possible, with an ellipsis."""
    text = clean(text)
    if len(text) <= 400 and text_width(text, size, bold) <= inches:
        return text
    fits = _fitting(0, min(len(text), 400), lambda at: text_width(text[:at] + "…", size, bold) <= inches)
    cut = text[:fits]
    if " " in cut[fits // 2 :] and not text[fits : fits + 1].isspace():
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:.…-–—") + "…"


def wrap(text: str, inches: float, size: float = SMALL, bold: bool = False, most: int = 9) -> list[str]:
    """Lines that fit; the last of at most ``most`` is shortened."""
    lines: list[str] = []
    words = clean(text).split(" ")
    while words:
        if len(lines) == most - 1:
            lines.append(shorten(" ".join(words), inches, size, bold))
            break
        taken = _in_a_line(words, inches, size, bold)
        lines.append(shorten(" ".join(words[:taken]), inches, size, bold))
        words = words[taken:]
    return lines


def _in_a_line(words: Sequence[str], inches: float, size: float, bold: bool) -> int:
    """How many of the words fit, one at least."""
    most = min(len(words), 1 + int(inches * _WORDS / size))
    return _fitting(1, most, lambda at: text_width(" ".join(words[:at]), size, bold) <= inches)


def _fitting(least: int, most: int, fits: Callable[[int], bool]) -> int:
    """The largest number that fits, from ``least``, which need not, to ``most``."""
    return least + bisect_left(range(least + 1, most + 1), True, key=lambda number: not fits(number))
