"""What the columns of a table mean, as ``data/data-dictionary.md`` says it: one place for readers and for notebooks."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd

from sourcereading.attribution.voices import VOICES
from sourcereading.certainty.labels import DIRECTION_WORDS, TYPES
from sourcereading.text.lexicon import DataError
from sourcereading.text.paths import data_path

_HEADING = re.compile(r"#{2,3} (.+)")
_ROW = re.compile(r"\|(.+)\|\s*")
_OWN = "…"
"""The row of the data dictionary for columns that analysts add; tables without it have none."""
_WORDS = {
    "voice": VOICES,
    "direction": {direction: words.name for direction, words in DIRECTION_WORDS.items()},
    "type": TYPES,
}
"""Columns with labels that readers see in other words."""


@cache
def dictionary() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every section of the data dictionary that has a table: its heading to the rows of cells, without the header."""
    path = data_path("data-dictionary.md")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise DataError(f"{path}: no such file; restore it") from None
    found: dict[str, list[tuple[str, ...]]] = {}
    section = ""
    for line in lines:
        if heading := _HEADING.fullmatch(line):
            section = heading[1].strip()
        elif row := _ROW.fullmatch(line):
            found.setdefault(section, []).append(tuple(cell.strip() for cell in row[1].split("|")))
    return {name: tuple(rows[2:]) for name, rows in found.items()}


def meanings(frame: pd.DataFrame, *sections: str) -> dict[str, str]:
    """What each column of a table, or of a part of it, means, for ``show_table``. A ValueError where the data
    dictionary has no such section, or no line for a column.

    ``sections`` is its heading in the data dictionary, such as "statements" or "word frequencies". Of several, each has
    the last word on the columns it names: "data/measured.csv", "measured marks".
    """
    known: dict[str, str] = {}
    for section in sections:
        if section not in dictionary():
            raise ValueError(
                f"data/data-dictionary.md has no table under the heading {section!r}; it has {', '.join(dictionary())}"
            )
        known |= {row[0]: row[-1] for row in dictionary()[section]}
    own = known.pop(_OWN, "")
    names = [*(name for name in frame.index.names if name is not None), *frame.columns]
    if missing := [name for name in names if not known.get(name, own)]:
        raise ValueError(
            f"data/data-dictionary.md does not explain {', '.join(missing)} under {' or '.join(map(repr, sections))}; "
            "add a line for it"
        )
    return {name: known.get(name, own) for name in names}


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """A table with the words that charts and pages have for the labels of its columns voice, direction and type. A
    notebook shows every table so.

    >>> in_words(pd.DataFrame({"direction": ["shifts"], "type": ["negated_confidence"]})).iloc[0].tolist()
    ['keeps distance from the source', 'uncertainty stated']
    """
    return frame.assign(**{
        name: pd.Series([labels.get(label, label) for label in frame[name]], index=frame.index, dtype="str")
        for name, labels in _WORDS.items()
        if name in frame and pd.api.types.is_string_dtype(frame[name])
    })
