"""Text and HTML: what comes from an article is escaped, and cells of tables may have HTML of their own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import pandas as pd

# Control characters have no place in HTML: they are shown as their pictures (␀, ␛). A lone surrogate cannot
# be written as UTF-8.
_UNPRINTABLE = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
_UNPRINTABLE |= {0x7F: 0x2421} | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD)
# What turns letters around: shown by its name, and isolated, so that nothing after it is turned.
_TURNS = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_TURN = re.compile(f"[{''.join(_TURNS)}]")


def escape(value: object) -> str:
    """``value`` as text that is safe between tags and inside a quoted attribute."""
    return html.escape(str(value).translate(_UNPRINTABLE), quote=True)


def shown(text: str) -> str:
    """Text of an article as HTML in the order of its letters: what would turn it around is shown by name."""
    return _TURN.sub(lambda found: f'<bdi class="a-turn" data-name="{_TURNS[found[0]]}">{found[0]}</bdi>', escape(text))


def in_order(text: str) -> str:
    """Text of an article for where no markup can stand: what would turn it around is left out."""
    return _TURN.sub("", text)


PLACE = re.compile(r'(?<=>)([^<>]*)<i data-place="(\d+) ([^"]*)"></i>')
"""Words whose place in an article is known, where they begin, and the article's id; words and id are escaped."""


class Markup(str):
    """A cell of a table with HTML of its own, such as a link, which must be safe; in the CSV it is its plain text."""

    html: str

    def __new__(cls, text: str, html: str) -> Markup:
        made = super().__new__(cls, text)
        made.html = html
        return made


def markup_cells(cells: Iterable[Markup]) -> pd.Index:
    """Cells as a column or an index that keeps them as they are (pandas would make plain text of them)."""
    return pd.Index(list(cells), dtype="object")
