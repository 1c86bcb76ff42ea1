"""Articles side by side: one row of figures per article, and the passages that several of them share.

Pure functions, a reading in and a DataFrame out. A figure per 1,000 words or in percent is NaN where there is
nothing to divide by.
"""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from sourcereading.analysis.counts import outside_names, words_by
from sourcereading.analysis.names import article_names
from sourcereading.analysis.statements import in_body, reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, UNATTRIBUTED
from sourcereading.certainty.labels import hedging, raising
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import short
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

_Words = dict[str, list[tuple[str, int, int]]]  # article to its words: in lower case, start, end


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
    some, said = table["words"].where(table["words"] > 0), quoted + paraphrased
    table["reported_percent"] = 100 * said / some
    table["quoted_percent"] = 100 * quoted / some
    table["quoted_percent_of_reported"] = 100 * quoted / said.where(said > 0)
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
    texts = dict(zip(reading.articles["article_id"], reading.articles["text"], strict=True))
    words = _words(reading)
    places: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for article, row in words.items():
        lower = [word for word, _, _ in row]
        for at in range(len(lower) - SHORTEST + 1):
            places[tuple(lower[at : at + SHORTEST])].setdefault(article, at)
    passages: dict[tuple[str, ...], dict[str, int]] = {}
    for found in places.values():
        if len(found) > 1 and not _continues(words, places, found):
            found, length = _at_full_length(words, found)
            article, at = next(iter(found.items()))
            run = tuple(word for word, _, _ in words[article][at : at + length])
            if sum(not (classes_of(word) or word in verbs()) for word in run) > 1:  # not only reporting words
                passages.setdefault(run, found)
    rows = []
    ordered = sorted(passages.items(), key=lambda item: (-len(item[0]), -len(item[1]), item[0]))
    for number, (run, found) in enumerate(ordered, 1):
        for article, at in found.items():
            start, end = words[article][at][1], words[article][at + len(run) - 1][2]
            text = texts[article]
            rows.append((number, article, start, end, len(run), text[start:end], short(text[end : end + 120], 60)))
    columns = ["passage", "article_id", "start", "end", "words", "text", "goes_on"]
    return pd.DataFrame(rows, columns=columns)


def _words(reading: Reading) -> _Words:
    """The words of the text of each article in lower case, with their spans."""
    tokens = in_body(reading.tokens[reading.tokens["is_word"]], reading.sentences)
    lower = tokens["text"].astype("str").str.lower().str.replace("’", "'", regex=False)
    found: _Words = {article: [] for article in reading.articles["article_id"]}
    columns = (column.tolist() for column in (tokens["article_id"], lower, tokens["start"], tokens["end"]))
    for article, word, start, end in zip(*columns, strict=True):
        found[article].append((word, start, end))
    return found


def _continues(words: _Words, places: dict, found: dict[str, int]) -> bool:
    """Whether the run one word earlier is in the same articles, so that this one is a part of it."""
    article, at = next(iter(found.items()))
    if not at:
        return False
    before = tuple(word for word, _, _ in words[article][at - 1 : at - 1 + SHORTEST])
    return places.get(before) == {article: at - 1 for article, at in found.items()}


def _at_full_length(words: _Words, found: dict[str, int]) -> tuple[dict[str, int], int]:
    """A run extended to both sides as far as all its articles agree: where it begins, and how long it is."""
    length = SHORTEST
    while _agree(words, {article: at - 1 for article, at in found.items()}):
        found = {article: at - 1 for article, at in found.items()}
        length += 1
    while _agree(words, {article: at + length for article, at in found.items()}):
        length += 1
    return found, length


def _agree(words: _Words, places: dict[str, int]) -> bool:
    """Whether the word at a place is the same in every article."""
    seen = {words[article][at][0] if 0 <= at < len(words[article]) else "" for article, at in places.items()}
    return len(seen) == 1 and "" not in seen
