"""Counts and rates: how often something occurs, and of how many words or sentences.

Pure functions, DataFrames in and DataFrame out; nothing is changed in place. A rate names its denominator in
a column of its own. Groups come in an order that a reader can rely on, and empty input gives an empty table
with the same columns.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
import pandas as pd

from sourcereading.attribution.voices import DIRECT, INDIRECT, WRITER, WRITERS
from sourcereading.reading.rows import cells_of
from sourcereading.reading.wording import RATE_FROM
from sourcereading.text.sentences import TEXT


def counts_by(
    frame: pd.DataFrame, by: Sequence[str], words: int | pd.DataFrame | None = None, name: str = "mentions"
) -> pd.DataFrame:
    """How often each group occurs, most frequent first, with a rate per 1,000 words where words are given.

    Parameters
    ----------
    frame : one row per thing counted, such as the table ``issues``.
    by : the columns that make a group: ``["issue"]``, ``["issue", "speaker"]``, ``["issue", "voice"]``.
    words : the denominator: one number for all groups, or a table with a column ``words`` and some of the
        columns of ``by``, such as :func:`words_by` gives.
    name : what to call the column of counts.

    Returns
    -------
    The columns of ``by``, the count, and with ``words`` also ``words`` and ``per_1000`` (NaN where a group has fewer
    than 100 words: one more or less would move it too far). Groups that do not occur have no row.
    """
    by = list(by)
    counts = frame.groupby(by, dropna=False).size().rename(name).astype("int64").reset_index()
    if words is not None:
        if isinstance(words, pd.DataFrame):
            shared = [column for column in by if column in words.columns]
            if not shared:
                raise ValueError(f"words has none of the columns {', '.join(by)}; give it one, or give a number")
            totals = words.groupby(shared, dropna=False)["words"].sum().reset_index()
            counts = counts.merge(totals, on=shared, how="left")
        else:
            counts["words"] = words
        counts["words"] = counts["words"].astype("float64")
        counts["per_1000"] = 1000 * counts[name] / counts["words"].where(counts["words"] >= RATE_FROM)
    return counts.sort_values([name, *by], ascending=[False] + [True] * len(by), ignore_index=True)


def outside_names(issues: pd.DataFrame) -> pd.DataFrame:
    """The mentions of issues that count: those that are not only a part of a longer name ("Google Science Fair")."""
    return issues[issues["within"] == ""]


def sentences_naming(issues: pd.DataFrame) -> pd.DataFrame:
    """The first mention of each issue in each sentence: an issue counts once in a sentence, however often it is named
    there. Mentions within longer names do not count."""
    return outside_names(issues).drop_duplicates(["article_id", "sentence_id", "issue"])


def matrix(counts: pd.DataFrame, rows: str, columns: str, values: str = "mentions") -> pd.DataFrame:
    """A table of counts laid out as a grid, 0 where nothing was counted, largest row and column sums
    first."""
    grid = counts.pivot_table(index=rows, columns=columns, values=values, aggfunc="sum", fill_value=0, observed=True)
    down, across = (grid.sum(axis=axis).sort_values(ascending=False, kind="stable").index for axis in (1, 0))
    return grid.loc[down, across]


def words_by(statements: pd.DataFrame, by: Sequence[str] = ("speaker", "voice")) -> pd.DataFrame:
    """How many words of its own each group of the table ``statements`` has, to divide counts by; reporting clauses
    ("Vance said") are left out.

    A word counts once, for its innermost statement: the words of a nested statement are not counted for the one around
    it. ``voice`` is that of the words, as in the table ``issues``: ``direct`` inside quotation marks, else
    ``indirect``, and ``writer`` for the article's own voice.
    """
    columns = [*(name for name in by if name != "voice"), "reporting_clause_of", "speaker", "own_words", "quoted_words"]
    at = [*by, "voice"].index("voice")
    sums: dict[tuple, int] = {}
    for *key, clause, speaker, own, quoted in cells_of(statements, *columns):
        if not clause:
            parts = ((WRITERS, own),) if speaker == WRITER else ((DIRECT, quoted), (INDIRECT, own - quoted))
            for voice, words in parts:
                if words > 0:
                    group = tuple((*key[:at], voice, *key[at:])[: len(by)])
                    sums[group] = sums.get(group, 0) + words
    rows = [(*group, words) for group, words in sorted(sums.items())]
    types = {name: "str" if name == "voice" else statements[name].dtype for name in by}
    return pd.DataFrame(rows, columns=[*by, "words"]).astype(types | {"words": "int64"})


def without_reporting_clauses(frame: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The rows of any table with ``article_id``, ``start`` and ``end`` that are not in a reporting clause ("Vance
    said")."""
    place = ["article_id", "start", "end"]
    rows = cells_of(statements, *place, "reporting_clause_of")
    clauses = sorted((article, start, end) for article, start, end, clause in rows if clause)
    outside = []
    for article, start, end in cells_of(frame, *place):
        at = bisect_right(clauses, (article, start, math.inf)) - 1
        outside.append(at < 0 or clauses[at][0] != article or clauses[at][2] < end)
    return frame[np.array(outside, dtype=bool)].reset_index(drop=True)


def sentences_without(sentences: pd.DataFrame, issues: pd.DataFrame) -> tuple[int, int]:
    """How many sentences the text has, and how many of them name no issue at all, outside longer names. Headings,
    bylines, datelines, captions and furniture are left out."""
    body = sentences[sentences["kind"] == TEXT]
    named = pd.MultiIndex.from_frame(outside_names(issues)[["article_id", "sentence_id"]])
    return len(body), int((~pd.MultiIndex.from_frame(body[["article_id", "sentence_id"]]).isin(named)).sum())
