"""Which words a text uses most, and each place of a word with the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pandas as pd

from sourcereading.text.lexicon import lexicon


@cache
def stopwords(*classes: str) -> frozenset[str]:
    """The words of ``data/lexicons/stopwords.csv``, in lower case; all of them, or only those of some
    classes."""
    return terms("stopwords", *classes)


@cache
def terms(name: str, *classes: str) -> frozenset[str]:
    """The terms of a lexicon in lower case; only those of some classes, where classes are named."""
    rows = lexicon(name, ("term", "class"), ("gender", "example"))
    return frozenset(row["term"].lower() for row in rows if not classes or row["class"] in classes)


def word_frequencies(tokens: pd.DataFrame, leave_out: Iterable[str] | None = None) -> pd.DataFrame:
    """How often each word occurs, most frequent first. Table: word frequencies.

    Words are compared in lower case and without "'s" ("Vance's" is "vance"); numbers are left out.

    Parameters
    ----------
    tokens : the table ``tokens``, or a part of it.
    leave_out : words not to list, in lower case; :func:`stopwords` when not given, ``()`` for none.
    """
    leave_out = stopwords() if leave_out is None else frozenset(leave_out)
    said = tokens[tokens["is_word"]]
    word = said["text"].astype("str").str.lower().str.replace("’", "'", regex=False)
    shown = ~word.isin(leave_out)
    word = word.str.removesuffix("'s")
    shown &= ~word.isin(leave_out) & word.str.contains(r"[^\W\d_]", regex=True)
    written = said["text"].astype("str").str.removesuffix("'s").str.removesuffix("’s")
    listed = said.assign(word=word, written=written)[shown]
    table = listed.groupby("word").agg(
        count=("text", "size"), sentences=("sentence_id", "nunique"), articles=("article_id", "nunique")
    )
    spelling = listed.groupby(["word", "written"]).size().rename("times").reset_index()
    spelling = spelling.sort_values(["times", "written"], ascending=[False, True]).drop_duplicates("word")
    table = table.reset_index().merge(spelling[["word", "written"]], on="word").assign(words=len(said))
    table["per_1000"] = 1000 * table["count"] / table["words"]
    order = ["word", "written", "count", "sentences", "articles", "words", "per_1000"]
    return table[order].sort_values(["count", "word"], ascending=[False, True], ignore_index=True)


def kwic(frame: pd.DataFrame, articles: pd.DataFrame, width: int = 60) -> pd.DataFrame:
    """Each row of a table of spans with the text around it (keyword in context): the rows of ``frame`` in order with
    two more columns, ``before`` and ``after``.

    Parameters
    ----------
    frame : a table with ``article_id``, ``start``, ``end``, such as ``issues`` or a part of it.
    width : how many characters to show on either side; cut at whole words, line ends shown as spaces.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    before, after = [], []
    for article, start, end in zip(frame["article_id"], frame["start"], frame["end"], strict=True):
        text = texts[article]
        opens, closes = max(0, start - width), min(len(text), end + width)
        while 0 < opens < start and not text[opens - 1].isspace() and not text[opens].isspace():
            opens += 1
        while end < closes < len(text) and not text[closes].isspace() and not text[closes - 1].isspace():
            closes -= 1
        before.append(" ".join(text[opens:start].split()))
        after.append(" ".join(text[end:closes].split()))
    return frame.assign(
        before=pd.Series(before, index=frame.index, dtype="str"),
        after=pd.Series(after, index=frame.index, dtype="str"),
    )
