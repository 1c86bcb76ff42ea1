"""The order in which articles are listed, and the groups of a long list: by outlet, where that is known, else by month
or year. Charts that draw a mark for each article keep the same order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.names import heading

UNGROUPED = 24
"""Up to so many articles are listed without groups."""
_NO_OUTLET, _NO_DATE = "Outlet not known", "Date not known"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_Key = Callable[[Any], str]


class Group(NamedTuple):
    """Articles under one name, "" where they are not grouped: their places in the table ``articles``, in order.
    ``by_outlet`` says whether the name is that of an outlet."""

    name: str
    places: list[int]
    by_outlet: bool = False


def article_groups(articles: pd.DataFrame) -> list[Group]:
    """The articles in order of their dates, those without one last, then of their headings; many of them in groups, in
    order of their names or dates."""
    rows = list(articles.itertuples(index=False))
    order = sorted(range(len(rows)), key=lambda at: (rows[at].date or "9999", heading(rows[at]), rows[at].article_id))
    key, unknown = _key(rows)
    if key is None:
        return [Group("", order)]
    groups: dict[str, list[int]] = {}
    for at in order:
        groups.setdefault(key(rows[at]), []).append(at)
    by_outlet = unknown == _NO_OUTLET
    names = sorted(groups, key=lambda name: (name == unknown, name))
    called = {name: name if by_outlet or name == unknown else _month(name) for name in names}
    return [Group(called[name], groups[name], by_outlet) for name in names]


def in_order(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles in the order in which a list of them is read from top to bottom."""
    return articles.iloc[[at for group in article_groups(articles) for at in group.places]]


def _key(rows: list[Any]) -> tuple[_Key | None, str]:
    """By what the articles are grouped, and the name of the group without one."""
    if len(rows) > UNGROUPED:
        if _parts(rows, outlets := lambda row: row.outlet or _NO_OUTLET, _NO_OUTLET):
            return outlets, _NO_OUTLET
        for length in (7, 4):  # the month, then the year of 2025-05-11
            if _parts(rows, dates := _date(length), _NO_DATE):
                return dates, _NO_DATE
    return None, ""


def _date(length: int) -> _Key:
    shape = r"\d{4}-(?:0[1-9]|1[0-2])" if length == 7 else r"\d{4}"

    def date(row: Any) -> str:
        begins = str(row.date[:length])
        return begins if re.fullmatch(shape, begins) else _NO_DATE

    return date


def _parts(rows: list[Any], key: _Key, unknown: str) -> bool:
    """Whether a key divides the articles well: most have it, in more than one group and in not too many."""
    names = [key(row) for row in rows]
    known = [name for name in names if name != unknown]
    return 2 * len(known) > len(names) and 1 < len({*known}) <= len(rows) // 3


def _month(key: str) -> str:
    """ "May 2025" for 2025-05, 2025 for itself."""
    year, _, month = key.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year
