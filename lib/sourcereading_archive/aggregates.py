"""What can be said of an archive without loading it: counts and sums by outlet and month, which add up over its parts.

There are no means among them: from a sum and its n a reader makes them for any outlets and months together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from sourcereading.analysis.counts import outside_names, without_reporting_clauses, words_by
from sourcereading.analysis.heard import months, rows_with_channels
from sourcereading.analysis.sources import known_sources
from sourcereading.analysis.statements import in_body
from sourcereading.certainty.labels import hedging

EVERYWHERE = ("outlet", "month")
"""The columns by which every aggregate is grouped first. ``month`` is "2026-03" of a date that begins so, else ""."""
_AT_A_TIME = 500

Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Aggregate:
    """How an aggregate is made: the columns by which it is grouped besides outlet and month, those that are summed, and
    the rows to sum, with their ``article_id``."""

    by: tuple[str, ...]
    sums: tuple[str, ...]
    rows: Callable[[Tables], pd.DataFrame]


def _statements(tables: Tables) -> pd.DataFrame:
    """Statements in the text by their voice; a word counts once, for its innermost statement."""
    rows = in_body(tables["statements"], tables["sentences"])
    rows = rows[rows["reporting_clause_of"] == ""]
    first = ~rows.duplicated(["article_id", "statement_id"])
    return rows.assign(statements=first.astype("int64"), words=rows["own_words"])


def _marks(tables: Tables) -> pd.DataFrame:
    rows = in_body(tables["certainty"], tables["sentences"])
    kept = without_reporting_clauses(rows, tables["statements"])["mark_id"]
    return rows.assign(hedge=hedging(rows), in_clause=~rows["mark_id"].isin(kept), marks=1)


def _issues(tables: Tables) -> pd.DataFrame:
    return outside_names(tables["issues"]).assign(mentions=1, articles=1)


def _channels(tables: Tables) -> pd.DataFrame:
    rows = rows_with_channels(tables["statements"], tables["speakers"])
    return rows.assign(words=rows["own_words"])


def _declined(tables: Tables) -> pd.DataFrame:
    rows = tables["statements"]
    rows = rows[rows["declined"] != ""]
    return rows.assign(declined=1, articles=(~rows.duplicated("article_id")).astype("int64"))


AGGREGATES = {
    "articles": Aggregate((), ("articles", "words", "sentences"), lambda tables: tables["articles"].assign(articles=1)),
    "statements": Aggregate(("voice",), ("statements", "words"), _statements),
    "words": Aggregate(  # what marks and mentions are divided by
        ("voice",), ("words",),
        lambda tables: words_by(in_body(tables["statements"], tables["sentences"]), ["article_id", "voice"]),
    ),
    "marks": Aggregate(("type", "direction", "hedge", "in_clause", "voice"), ("marks",), _marks),
    "issues": Aggregate(("topic", "issue", "voice"), ("mentions",), _issues),
    "issue_articles": Aggregate(
        ("topic", "issue"), ("articles",), lambda tables: _issues(tables).drop_duplicates(["article_id", "issue"])
    ),
    "sources": Aggregate(
        ("kind", "named", "position"), ("sources", "statements", "direct_words", "indirect_words"),
        lambda tables: known_sources(tables["speakers"]).assign(sources=1),
    ),
    "channels": Aggregate(("channel",), ("statements", "words"), _channels),
    "declined": Aggregate((), ("declined", "articles"), _declined),
}  # fmt: skip


def aggregates_of(tables: Tables) -> dict[str, pd.DataFrame]:
    """The aggregates of the tables of some articles, by name."""
    articles = tables["articles"]
    places = articles[["article_id", "outlet"]].assign(month=months(articles))
    found = {}
    for name, aggregate in AGGREGATES.items():
        rows = aggregate.rows(tables)[["article_id", *aggregate.by, *aggregate.sums]]
        found[name] = _summed(name, rows.merge(places, on="article_id"))
    return found


def total(name: str, frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The sum of an aggregate over parts; only some of them are in memory at a time."""
    frames = iter(frames)
    so_far: list[pd.DataFrame] = []
    while some := list(islice(frames, _AT_A_TIME)):
        so_far = [_summed(name, pd.concat([*so_far, *some]))]
    return so_far[0]


def _summed(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    by = [*EVERYWHERE, *AGGREGATES[name].by]
    sums = [*AGGREGATES[name].sums]
    return rows.groupby(by, observed=True)[sums].sum().astype("int64").reset_index()
