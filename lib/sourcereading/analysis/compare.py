"""Articles side by side: one row of figures per article, and the passages that several of them share.

Pure functions, a reading in and a DataFrame out. A figure per 1,000 words or in percent is NaN where there are
fewer than 100 words to divide by.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from sourcereading.analysis.counts import outside_names, words_by
from sourcereading.analysis.names import article_names
from sourcereading.analysis.statements import reported
from sourcereading.analysis.words import tokens_in_body
from sourcereading.attribution.voices import DIRECT, INDIRECT, UNATTRIBUTED
from sourcereading.certainty.labels import hedging, raising
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import RATE_FROM, short
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.verbs import verbs

SHORTEST = 6
"""Words that a passage must have to be called shared: shorter runs are found in any two texts."""

_FIGURES = [
    "article_id", "article", "words", "statements", "speakers",
    "reported_percent", "quoted_percent", "quoted_percent_of_reported",
    "hedges", "hedges_per_1000", "raises", "raises_per_1000", "probabilities",
    "issue_mentions", "issue_mentions_per_1000", "different_issues",
]  # fmt: skip

_Places = tuple[int, ...]  # of the words of all articles


class _Said(NamedTuple):
    """The words of all articles, one after the other: the different ones in lower case, which of these each is, and the
    number of its article, its start and its end there."""

    words: list[str]
    word: np.ndarray
    article: np.ndarray
    start: np.ndarray
    end: np.ndarray


def by_article(reading: Reading) -> pd.DataFrame:
    """One row of figures per article, in the order of the table ``articles``: what the chart, the table and the finding
    of notebook 06 compare. Table: comparison."""
    marks, issues = reading.certainty, outside_names(reading.issues)
    named = reading.speakers[reading.speakers["speaker"] != UNATTRIBUTED]
    counts = {
        "statements": reported(reading.statements, reading.articles),
        "speakers": named,
        "hedges": marks[hedging(marks)],
        "raises": marks[raising(marks)],
        "issue_mentions": issues,
        "different_issues": issues.drop_duplicates(["article_id", "issue"]),
        "probabilities": marks[marks["type"] == "probability"],
    }
    table = reading.articles[["article_id", "words"]].reset_index(drop=True)
    table.insert(1, "article", table["article_id"].map(article_names(reading.articles)).astype("str"))
    for name, rows in counts.items():
        table[name] = _by_id(table, rows.groupby("article_id").size())
    words = words_by(reading.statements, ["article_id", "voice"])
    quoted, paraphrased = (
        _by_id(table, words[words["voice"] == voice].set_index("article_id")["words"]) for voice in (DIRECT, INDIRECT)
    )
    some, said = table["words"].where(table["words"] >= RATE_FROM), quoted + paraphrased
    table["reported_percent"] = 100 * said / some
    table["quoted_percent"] = 100 * quoted / some
    table["quoted_percent_of_reported"] = 100 * quoted / said.where(said >= RATE_FROM)
    for name in ("hedges", "raises", "issue_mentions"):
        table[f"{name}_per_1000"] = 1000 * table[name] / some
    return table[_FIGURES]


def _by_id(table: pd.DataFrame, counts: pd.Series) -> pd.Series:
    """Counts by article in the order of a table; 0 where there are none."""
    return table["article_id"].map(counts).fillna(0).astype("int64")


def shared_passages(reading: Reading) -> pd.DataFrame:
    """Runs of at least ``SHORTEST`` words that are the same in two or more articles, the longest first, with the words
    that follow in each article: a row per passage and article. Table: passages.

    Words are compared in lower case, without the punctuation between them; headings, bylines and the like are left out.
    A run is listed once, at its full length, for the articles that have all of it.
    """
    articles = [*zip(reading.articles["article_id"], reading.articles["text"], strict=True)]
    said = _said(reading)
    places = _in_several(said)
    passages: dict[tuple[str, ...], _Places] = {}
    for found in places:
        if tuple(at - 1 for at in found) in places:
            continue  # a part of the run one word earlier
        found, length = _at_full_length(said, found)
        run = tuple(said.words[which] for which in said.word[found[0] : found[0] + length].tolist())
        if sum(not (classes_of(word) or word in verbs()) for word in run) > 1:  # not only reporting words
            passages.setdefault(run, found)
    rows = []
    ordered = sorted(passages.items(), key=lambda item: (-len(item[0]), -len(item[1]), item[0]))
    for number, (run, found) in enumerate(ordered, 1):
        for at in found:
            start, end, (article, text) = said.start[at], said.end[at + len(run) - 1], articles[said.article[at]]
            rows.append((number, article, start, end, len(run), text[start:end], short(text[end : end + 120], 60)))
    columns = ["passage", "article_id", "start", "end", "words", "text", "goes_on"]
    return pd.DataFrame(rows, columns=columns)


def _said(reading: Reading) -> _Said:
    """The words of the text of all articles, in the order of the articles."""
    columns = ("article_id", "text", "start", "end", "is_word")
    tokens = pd.concat([piece[piece["is_word"]] for piece in tokens_in_body(reading, columns)], ignore_index=True)
    number = dict(zip(reading.articles["article_id"], range(len(reading.articles)), strict=True))
    tokens = tokens.assign(article=tokens["article_id"].map(number)).sort_values("article", kind="stable")
    which, texts = pd.factorize(tokens["text"].astype("str"))
    word, words = pd.factorize(pd.Series(texts, dtype="str").str.lower().str.replace("’", "'", regex=False))
    numbers = (tokens[name].to_numpy(dtype="int32") for name in ("article", "start", "end"))
    return _Said(list(words), word[which], *numbers)


def _in_several(said: _Said) -> dict[_Places, None]:
    """The first places in each article of the runs of ``SHORTEST`` words that several articles have, in order."""
    run = said.word.astype("int64")
    for step in range(1, SHORTEST):
        run = np.unique(run[:-1] * len(said.words) + said.word[step:], return_inverse=True)[1]
    last = SHORTEST - 1
    within = np.flatnonzero(said.article[:-last] == said.article[last:])
    run, article = run[within], said.article[within]
    first = np.sort(np.unique(run * (article.max(initial=0) + 1) + article, return_index=True)[1])
    several = first[np.bincount(run[first])[run[first]] > 1]
    places: dict[int, list[int]] = {}
    for which, at in zip(run[several].tolist(), within[several].tolist(), strict=True):
        places.setdefault(which, []).append(at)
    return dict.fromkeys(map(tuple, places.values()))


def _at_full_length(said: _Said, found: _Places) -> tuple[_Places, int]:
    """A run extended to both sides as far as all its articles agree: where it begins, and how long it is."""
    length = SHORTEST
    while _agree(said, found, -1):
        found = tuple(at - 1 for at in found)
        length += 1
    while _agree(said, found, length):
        length += 1
    return found, length


def _agree(said: _Said, found: _Places, step: int) -> bool:
    """Whether the word so far from each place is in its article, and the same in all."""
    words = set()
    for at in found:
        if not 0 <= at + step < len(said.word) or said.article.item(at + step) != said.article.item(at):
            return False
        words.add(said.word.item(at + step))
    return len(words) == 1
