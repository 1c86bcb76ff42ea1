"""Tables made from the table ``issues``: which issues go together, and where each is named first.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.counts import without_reporting_clauses
from sourcereading.analysis.statements import in_body

_STATEMENT = ["article_id", "statement_id"]
_SENTENCE = ["article_id", "sentence_id"]


def issue_pairs(issues: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Pairs of issues that are named in the same statement or the same sentence, most frequent first.

    A statement has one speaker, so issues that are named together there are named by one person; a sentence may have
    the words of several. What is in a reporting clause ("the mayor said") is in no statement.

    Parameters
    ----------
    issues, statements : the tables of a reading.

    Returns
    -------
    ``issue`` and ``other`` in the order of the alphabet; in how many ``statements`` both are named, how many name
    ``either``, and the ``share`` of the one in the other (0 to 1; NaN where no statement names either); in how many
    ``sentences`` both are named. A pair that never occurs together has no row.
    """
    own = without_reporting_clauses(issues, statements)
    both = _pairs(own, _STATEMENT).rename("statements")
    table = pd.concat([both, _pairs(issues, _SENTENCE).rename("sentences")], axis=1)
    table = table.fillna(0).astype("int64").rename_axis(["issue", "other"]).reset_index()
    naming = own.drop_duplicates([*_STATEMENT, "issue"])["issue"].value_counts()
    one, other = (table[name].map(naming).fillna(0).astype("int64") for name in ("issue", "other"))
    table["either"] = one + other - table["statements"]
    table["share"] = table["statements"] / table["either"].where(table["either"] > 0)
    order = ["statements", "sentences", "issue", "other"]
    table = table.sort_values(order, ascending=[False, False, True, True], ignore_index=True)
    return table[["issue", "other", "statements", "either", "share", "sentences"]]


def _pairs(issues: pd.DataFrame, unit: list[str]) -> pd.Series:
    """In how many units both issues of a pair are named."""
    named = issues[[*unit, "issue"]].drop_duplicates()
    pairs = named.merge(named, on=unit, suffixes=("", "_other"))
    pairs = pairs[pairs["issue"] < pairs["issue_other"]]
    return pairs.groupby(["issue", "issue_other"]).size()


def first_mentions(issues: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Where each issue is named first in each article, and by whom, in the order of the text.

    Parameters
    ----------
    issues, sentences : the tables of a reading.

    Returns
    -------
    ``article_id``, ``issue``, the ``text`` that names it first, its ``speaker`` and ``voice``; ``sentence``, the
    number of that sentence from 1, and ``last``, that of the last sentence that names it, of how many
    ``sentences`` of running text; and the ``mentions``.
    """
    body = in_body(sentences, sentences)
    body = body.assign(sentence=body.groupby("article_id").cumcount() + 1)
    body["sentences"] = body.groupby("article_id")["sentence"].transform("size")
    placed = issues.merge(body[[*_SENTENCE, "sentence", "sentences"]], on=_SENTENCE)
    placed = placed.sort_values(["article_id", "start"], kind="stable")
    grouped = placed.groupby(["article_id", "issue"], sort=False)
    first = grouped.head(1).set_index(["article_id", "issue"])
    first = first.assign(last=grouped["sentence"].max(), mentions=grouped.size()).reset_index()
    return first[
        ["article_id", "issue", "text", "speaker", "voice", "sentence", "last", "sentences", "mentions"]
    ]
