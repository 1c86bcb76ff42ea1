"""Who has checked the keys: the sheets of second readers in ``data/gold/readings``, and the words for it on pages."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from sourcereading.reading.wording import listing
from sourcereading.text.paths import data_path
from sourcereading_evaluation.key_lines import articles, key_lines
from sourcereading_evaluation.key_sheet import Sheet, read_sheet

ENOUGH = 2
"""People who have to read a text before its key counts as checked."""


def checked(of: Collection[str] = (), key: str = "it") -> str:
    """Who has marked a key, which a page calls so ("this key", "the keys"), and who has checked it: has read all the
    articles ``of`` which it is, by their ids (none: all that have a key)."""
    return in_words(sheets(), of or articles(), key)


def in_words(found: Collection[Sheet], of: Collection[str], key: str) -> str:
    """What ``checked`` says, of given sheets.

    >>> in_words([], ["halden_1_wire"], "this key")
    'An AI assistant marked this key; no person has checked it.'
    """
    pronoun = "them" if key == "them" or key.endswith("keys") else "it"
    days: dict[str, dict[str, str]] = {}
    for sheet in found:
        if len(sheet.lines) == len(key_lines(sheet.article)):
            days.setdefault(sheet.reader, {})[sheet.article] = sheet.day.isoformat()
    people = [f"{name} ({max(read.values())})" for name, read in sorted(days.items()) if set(of) <= read.keys()]
    marked = f"An AI assistant marked {key}"
    if not people:
        return f"{marked}; no person has checked {pronoun}."
    if len(people) < ENOUGH:
        return f"{marked}; only one person has checked {pronoun}, {people[0]}."
    return f"{marked}; {listing(people)} have checked {pronoun}."


@cache
def sheets() -> tuple[Sheet, ...]:
    """The sheets that have been handed in; a ReaderError where one of them is damaged."""
    return tuple(read_sheet(file) for file in sorted(data_path("gold", "readings").glob("*.csv")))
