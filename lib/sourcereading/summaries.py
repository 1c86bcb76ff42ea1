"""Tables made from the tables: counts and rates, words in context, word frequencies, tone by speaker.

Pure functions, DataFrames in and DataFrame out; nothing is changed in place. A rate names its denominator in
a column of its own. Groups come in an order that a reader can rely on, and empty input gives an empty table
with the same columns.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from statistics import NormalDist

import numpy as np
import pandas as pd

from sourcereading.resources import lexicon
from sourcereading.segment import TEXT
from sourcereading.tables import WRITER

ENOUGH = 5
"""From how many scored stretches a mean gets an interval; below, the dots say all there is to say."""

NO_EVIDENCE, ONE, TOO_FEW = "no evidence", "one scored", "too few"
"""Notes of :func:`tone_by`: nothing scored, one stretch scored, fewer than ``ENOUGH``."""


# --- Counts and rates ------------------------------------------------------------------------------


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
    The columns of ``by``, the count, and with ``words`` also ``words`` and ``per_1000`` (NaN where a group
    has no words). Groups that do not occur have no row.
    """
    by = list(by)
    counts = frame.groupby(by, dropna=False).size().rename(name).astype("int64").reset_index()
    if words is not None:
        if isinstance(words, pd.DataFrame):
            shared = [column for column in by if column in words.columns]
            if not shared:
                raise ValueError(
                    f"words has none of the columns {', '.join(by)}; give it one, or give a number"
                )
            totals = words.groupby(shared, dropna=False)["words"].sum().reset_index()
            counts = counts.merge(totals, on=shared, how="left")
        else:
            counts["words"] = words
        counts["words"] = counts["words"].astype("float64")
        counts["per_1000"] = 1000 * counts[name] / counts["words"].where(counts["words"] > 0)
    return counts.sort_values([name, *by], ascending=[False] + [True] * len(by), ignore_index=True)


def matrix(counts: pd.DataFrame, rows: str, columns: str, values: str = "mentions") -> pd.DataFrame:
    """A table of counts laid out as a grid, 0 where nothing was counted, largest row and column sums
    first."""
    grid = counts.pivot_table(
        index=rows, columns=columns, values=values, aggfunc="sum", fill_value=0, observed=True
    )
    down, across = (grid.sum(axis=axis).sort_values(ascending=False, kind="stable").index for axis in (1, 0))
    return grid.loc[down, across]


def words_by(
    statements: pd.DataFrame, by: Sequence[str] = ("speaker", "voice"), frames: bool = False
) -> pd.DataFrame:
    """How many words each group has to itself, to divide counts by.

    A word counts once, for its innermost statement: what is nested in a statement is taken off it. ``voice``
    is that of the words, as in the table ``issues``: ``direct`` inside quotation marks, else ``indirect``,
    and ``writer`` for the article's own voice.

    Parameters
    ----------
    statements : the table ``statements``; its ``own_words`` leave out what is nested in a row.
    by : columns of that table.
    frames : whether to count the frames ("Vance said"), which are the writer's.
    """
    rows = statements if frames else statements[statements["frame_of"] == ""]
    writer = rows["speaker"] == WRITER
    quoted, own = rows["quoted_words"], rows["own_words"]
    parts = [
        rows.assign(voice="writer", words=own)[writer],
        rows.assign(voice="direct", words=quoted)[~writer],
        rows.assign(voice="indirect", words=own - quoted)[~writer],
    ]
    words = pd.concat(parts, ignore_index=True)
    words = words[words["words"] > 0]
    return words.groupby(list(by), dropna=False)["words"].sum().astype("int64").reset_index()


def without_frames(frame: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The rows of any table with ``article_id``, ``start`` and ``end`` that do not lie in a frame ("Vance
    said")."""
    frames = statements.loc[statements["frame_of"] != "", ["article_id", "start", "end"]].sort_values("start")
    spans = {
        article: (group["start"].to_numpy(), group["end"].to_numpy())
        for article, group in frames.groupby("article_id")
    }
    inside = np.zeros(len(frame), dtype=bool)
    starts, ends = frame["start"].to_numpy(), frame["end"].to_numpy()
    for article, places in frame.reset_index(drop=True).groupby("article_id").indices.items():
        if article in spans:
            opens, closes = spans[article]
            at = np.searchsorted(opens, starts[places], side="right") - 1
            inside[places] = (at >= 0) & (ends[places] <= closes[np.maximum(at, 0)])
    return frame[~inside].reset_index(drop=True)


def sentences_without(
    sentences: pd.DataFrame, mentions: pd.DataFrame, by: Sequence[str] = ()
) -> pd.DataFrame:
    """How many sentences of the text name no issue at all.

    Returns ``by`` (columns of ``sentences``; none gives one row for all), ``sentences``, ``without`` and
    ``share`` (0 to 1; NaN without sentences). Headings, bylines and datelines are left out.
    """
    body = sentences[sentences["kind"] == TEXT]
    named = pd.MultiIndex.from_frame(mentions[["article_id", "sentence_id"]])
    without = ~pd.MultiIndex.from_frame(body[["article_id", "sentence_id"]]).isin(named)
    body = body.assign(without=without.astype("int64"))
    if by:
        table = body.groupby(list(by), dropna=False)["without"].agg(["size", "sum"]).reset_index()
        table = table.rename(columns={"size": "sentences", "sum": "without"})
    else:
        table = pd.DataFrame({"sentences": [len(body)], "without": [int(without.sum())]})
    return table.assign(share=table["without"] / table["sentences"].where(table["sentences"] > 0))


def in_context(frame: pd.DataFrame, articles: pd.DataFrame, width: int = 60) -> pd.DataFrame:
    """Each row of a table of spans with the text around it (keyword in context).

    Parameters
    ----------
    frame : a table with ``article_id``, ``start``, ``end``, such as ``issues`` or a part of it.
    articles : the table ``articles``.
    width : how many characters to show on either side; cut at whole words, line ends shown as spaces.

    Returns
    -------
    The rows of ``frame`` in order with two more columns, ``before`` and ``after``.
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
    by : columns to count apart, such as ``["article_id"]``.

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


# --- Tone ------------------------------------------------------------------------------------------

_TONE = {
    "stretches": "int64", "with_evidence": "int64", "mean": "float64", "low": "float64", "high": "float64",
    "without_low": "float64", "without_high": "float64", "moved_by": "str", "mean_without": "float64",
    "note": "str",
}  # fmt: skip


def tone_by(sentiment: pd.DataFrame, by: Sequence[str] = ("speaker", "voice")) -> pd.DataFrame:
    """The mean polarity of each group of scored stretches, with what it takes to doubt it.

    Every stretch weighs the same, long or short. The interval takes stretches for independent and the scorer
    for right, which neither is: it is the least doubt to have. Groups are not ranked by tone: those with most
    stretches come first.

    Parameters
    ----------
    sentiment : the table ``sentiment``; rows with the same ``target`` only, or with ``target`` in ``by``. It has no
        frames.
    by : columns that make a group; the scorer always does.

    Returns
    -------
    ``scorer``, the columns of ``by``, and: ``stretches``; ``with_evidence``, how many have a word that the
    scorer knows, the only ones that count below; ``mean`` (-1 to 1); from ``ENOUGH`` of them ``low`` and
    ``high``, a 95 % t interval clipped to -1 and 1, ``without_low`` and ``without_high``, the range of the
    mean when any one stretch is left out, ``moved_by``, the text of the one that moves it most, and
    ``mean_without`` it; ``note``, one of "no evidence", "one scored", "too few" or "". What is not known is
    NaN, or "".
    """
    by = ["scorer", *(name for name in by if name != "scorer")]
    keys, rows = [], []
    for key, group in sentiment.groupby(by, dropna=False):
        keys.append(key)
        scored = group[group["evidence"] & group["polarity"].notna()]
        rows.append((len(group), *_tone(scored["polarity"].to_numpy("float64"), scored["text"].tolist())))
    groups = pd.DataFrame(
        {name: pd.Series([key[at] for key in keys], dtype="str") for at, name in enumerate(by)}
    )
    cells = list(zip(*rows, strict=True)) or [()] * len(_TONE)
    figures = {
        name: pd.Series(list(values), dtype=dtype)
        for (name, dtype), values in zip(_TONE.items(), cells, strict=True)
    }
    table = groups.assign(**figures)
    order = ["scorer", "stretches", *by[1:]]
    return table.sort_values(order, ascending=[name != "stretches" for name in order], ignore_index=True)


def _tone(
    scores: np.ndarray, texts: list[str]
) -> tuple[int, float, float, float, float, float, str, float, str]:
    """The figures of one group, in the order of ``_TONE`` after ``stretches``."""
    n = len(scores)
    unknown = (math.nan, math.nan, math.nan, math.nan, "", math.nan)
    if n == 0:
        return (0, math.nan, *unknown, NO_EVIDENCE)
    mean = float(scores.mean())
    if n < ENOUGH:
        return (n, mean, *unknown, ONE if n == 1 else TOO_FEW)
    reach = t_quantile(n - 1) * float(scores.std(ddof=1)) / math.sqrt(n)
    without = (scores.sum() - scores) / (n - 1)
    most = int(np.abs(without - mean).argmax())
    low, high = max(-1.0, mean - reach), min(1.0, mean + reach)
    return (
        n,
        mean,
        low,
        high,
        float(without.min()),
        float(without.max()),
        texts[most],
        float(without[most]),
        "",
    )


@cache
def t_quantile(freedom: int) -> float:
    """The two-sided 95 % quantile of Student's t with 4 or more degrees of freedom.

    From the normal quantile by the expansion in 1/freedom of Abramowitz and Stegun, Handbook of Mathematical
    Functions (1964), 26.7.5; off by less than 0.001 from 4 degrees on, and it spares us SciPy.

    >>> round(t_quantile(9), 3)
    2.262
    """
    if freedom < ENOUGH - 1:
        raise ValueError(f"the expansion holds from {ENOUGH - 1} degrees of freedom, not for {freedom}")
    x = NormalDist().inv_cdf(0.975)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / freedom**power for power, term in enumerate(terms, start=1))
