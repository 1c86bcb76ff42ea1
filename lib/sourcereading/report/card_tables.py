"""Tables on a narrow screen: each row becomes a card, with the name of the column before each value.

The style sheet does it (``.sr-cards`` in ``style.css``) with the names that a table carries once, as the properties
``--1``, ``--2``, …: as an attribute of each cell they would weigh ten times as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

_MOST_COLUMNS = 12
"""As many columns as the style sheet has names for; a table of more scrolls sideways."""
_FITS = 44
"""Characters that fit beside one another on a phone of 390 pixels."""
_WRAPS = 18
"""A text of more characters than this goes on in the next line, up to ``_LINES`` of them."""
_LINES = 4

_TABLE = re.compile(r"<table[^<>]*>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)</tr>", re.DOTALL)
_IRREGULAR = re.compile(r"<table\b|\b(?:col|row)span=")
_CELL = re.compile(r"<t([hd])\b[^<>]*>(.*?)</t\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_NOT_PLAIN = re.compile(r"""["'\\<>&\x00-\x1f\x7f-\x9f\ud800-\udfff]""")


def with_cards(markup: str) -> str:
    """HTML whose tables become cards on a narrow screen, unless one fits a phone, has more columns than can be named,
    or rows that have not all as many cells as its one row of heads."""
    return _TABLE.sub(_with_names, markup)


def _with_names(table: re.Match[str]) -> str:
    head, ends, body = table[1].partition("</thead>")
    heads, rows = _texts(head) if ends else [], _texts(body)
    if _IRREGULAR.search(table[1]) or len(heads) != 1 or any(len(row) != len(heads[0]) for row in rows):
        return table[0]
    if len(heads[0]) > _MOST_COLUMNS or _fits([*heads, *rows]):
        return table[0]
    names = ";".join(f"--{number}:'{_css(name)}'" for number, name in enumerate(heads[0], start=1) if name)
    return f'<table class="sr-cards" style="{names}">{table[1]}</table>'


def _texts(markup: str) -> list[list[str]]:
    """The cells of each row as plain text."""
    return [[unescape(_TAG.sub("", cell)).strip() for _, cell in _CELL.findall(row)] for row in _ROW.findall(markup)]


def _fits(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the columns have room beside one another: each needs its longest word, and short texts in one line."""
    columns = zip(*rows, strict=True)
    return sum(2 + max(map(_width, column)) for column in columns) <= _FITS


def _width(text: str) -> int:
    return max(min(len(text), _WRAPS), len(text) // _LINES, *map(len, re.split(r"[\s_]", text)))


def _css(text: str) -> str:
    """Text for a CSS string inside an attribute: whatever could end either is written as its number."""
    return _NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text)
