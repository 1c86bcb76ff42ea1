"""The rows of a table one by one."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """What ``frame.itertuples(index=False)`` gives, in a third of the time where there are few rows.

    >>> [row.speaker for row in rows_of(pd.DataFrame({"speaker": ["Ana Ruiz", "Ben Holm"]}))]
    ['Ana Ruiz', 'Ben Holm']
    """
    return map(_class_of(tuple(frame.columns))._make, frame.to_numpy(dtype="object").tolist())


def cells_of(frame: pd.DataFrame, *columns: str) -> Iterator[Any]:
    """The cells of some columns, a tuple for each row."""
    return zip(*(frame[name].tolist() for name in columns), strict=True)


def texts_of(articles: pd.DataFrame) -> dict[str, str]:
    """The texts of articles by their ids."""
    return dict(cells_of(articles, "article_id", "text"))


@cache
def _class_of(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns, rename=True)
