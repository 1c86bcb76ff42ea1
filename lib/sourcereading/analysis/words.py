"""Which words a text uses most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import pandas as pd

from sourcereading.text.lexicon import lexicon

# --- Words -----------------------------------------------------------------------------------------


@cache
def stopwords(*classes: str) -> frozenset[str]:
    """The words of ``data/lexicons/stopwords.csv``, in lower case; all of them, or only those of some
    classes."""
    rows = lexicon("stopwords", ("term", "class"), ("example",))
    return frozenset(row["term"].lower() for row in rows if not classes or row["class"] in classes)


def word_frequencies(
    tokens: pd.DataFrame, leave_out: Iterable[str] | None = None, by: Sequence[str] = ()
) -> pd.DataFrame:
    """How often each word occurs, most frequent first.

    Words are compared in lower case and without "'s" ("Vance's" is "vance"); numbers are left out.

    Parameters
    ----------
    tokens : the table ``tokens``, or a part of it.
    leave_out : words not to list, in lower case; :func:`stopwords` when not given, ``()`` for none.
    by : columns to count separately, such as ``["article_id"]``.

    Returns
    -------
    ``by``, ``word``, ``written`` (its most frequent spelling), ``count``, ``sentences`` and ``articles`` (how
    many have it), ``words`` (all words counted in the group, the ones left out too) and ``per_1000`` of them.
    """
    by = list(by)
    leave_out = stopwords() if leave_out is None else frozenset(leave_out)
    said = tokens[tokens["is_word"]]
    word = said["text"].astype("str").str.lower().str.replace("’", "'", regex=False)
    shown = ~word.isin(leave_out)
    word = word.str.removesuffix("'s")
    shown &= ~word.isin(leave_out) & word.str.contains(r"[^\W\d_]", regex=True)
    written = said["text"].astype("str").str.removesuffix("'s").str.removesuffix("’s")
    listed = said.assign(word=word, written=written)[shown]
    grouped = listed.groupby([*by, "word"], dropna=False)
    table = grouped.agg(
        count=("text", "size"), sentences=("sentence_id", "nunique"), articles=("article_id", "nunique")
    ).reset_index()
    spelling = listed.groupby([*by, "word", "written"], dropna=False).size().rename("times").reset_index()
    spelling = spelling.sort_values(["times", "written"], ascending=[False, True])
    spelling = spelling.drop_duplicates([*by, "word"]).drop(columns="times")
    table = table.merge(spelling, on=[*by, "word"], how="left")
    if by:
        table = table.merge(
            said.groupby(by, dropna=False).size().rename("words").reset_index(), on=by, how="left"
        )
    else:
        table["words"] = len(said)
    table["per_1000"] = 1000 * table["count"] / table["words"]
    order = [*by, "word", "written", "count", "sentences", "articles", "words", "per_1000"]
    keys = [*by, "count", "word"]
    return table[order].sort_values(keys, ascending=[key != "count" for key in keys], ignore_index=True)
