"""Tables made from the table ``issues``: what an article is about, which issues go together, where each is named first.

Mentions within longer names ("Google Science Fair") do not count.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from sourcereading.analysis.counts import outside_names, sentences_naming, without_reporting_clauses
from sourcereading.analysis.statements import in_body
from sourcereading.text.sentence_words import function_words

_STATEMENT = ["article_id", "statement_id"]
_SENTENCE = ["article_id", "sentence_id"]

MAIN, TIED, LATE, ONE_WORD, LESS = "main", "tied", "late", "one word", "less"
FEWEST_WORDS, FEWEST_SENTENCES, ONE_IN, OPENING = 2, 2, 10, 4
"""What a main issue needs: so many different words, in so many sentences, and one sentence in ten; and one of the
first four sentences, or the first tenth: what an article is about stands in its opening. In a trial on articles that
nobody had worked with, a quarter of the issues with one word were wrong, and none with three or more."""
_NAMED = {
    "article_id": "str", "issue": "str", "sentences": "int64", "of": "int64", "first": "int64", "words": "int64",
    "evidence": "str",
}  # fmt: skip
_ROOT = 5  # letters that forms of one word share: "territory", "territorial"


def named_issues(issues: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """What is named in each article, and whether that is evidence of what the article is about.

    Returns
    -------
    ``article_id`` and ``issue``; in how many ``sentences`` it is named, ``of`` how many of running text; by how many
    different ``words`` (forms of one word are one, and a phrase with that word in it adds nothing); which sentence is
    the ``first`` to name it, from 1; ``evidence``, of those in most sentences: "main" where it has what a main issue
    needs, "one word" where it has a single word, "tied" where it is in as many sentences as such a one, "late" where
    the opening does not name it; of all others, "less". Most sentences first.
    """
    body = in_body(sentences, sentences)
    named = in_body(outside_names(issues), sentences)
    if named.empty:
        return pd.DataFrame(columns=[*_NAMED]).astype(_NAMED)
    by = named.groupby(["article_id", "issue"])
    place = body.groupby("article_id").cumcount().set_axis(body["sentence_id"]) + 1
    places = sentences_naming(named).assign(place=lambda rows: rows["sentence_id"].map(place))
    table = places.groupby(["article_id", "issue"])["place"].agg(sentences="size", first="min").reset_index()
    table.insert(3, "of", table["article_id"].map(body.groupby("article_id").size()))
    words = {key: different_words(texts) for key, texts in by["text"]}
    table["words"] = [words[key] for key in zip(table["article_id"], table["issue"], strict=True)]
    top = table["sentences"] == table.groupby("article_id")["sentences"].transform("max")
    enough = (table["sentences"] >= FEWEST_SENTENCES) & (table["sentences"] * ONE_IN >= table["of"])
    opening = table["first"] <= (table["of"] // ONE_IN).clip(lower=OPENING)
    several = table["words"] >= FEWEST_WORDS
    table["evidence"] = LESS
    table.loc[top & enough, "evidence"] = LATE
    table.loc[top & enough & opening, "evidence"] = MAIN
    table.loc[top & enough & ~several, "evidence"] = ONE_WORD
    unclear = (table["evidence"] == ONE_WORD).groupby(table["article_id"]).transform("any")
    table.loc[unclear & (table["evidence"] == MAIN), "evidence"] = TIED
    order = {article: number for number, article in enumerate(body["article_id"].unique())}
    table = table.assign(order=table["article_id"].map(order), main=table["evidence"] != MAIN)
    table = table.sort_values(["order", "sentences", "main", "words", "issue"],
                              ascending=[True, False, True, False, True], ignore_index=True)  # fmt: skip
    return table.drop(columns=["order", "main"])


def different_words(texts: Iterable[str]) -> int:
    """How many different words or phrases these are: forms of one word are one, and so is a phrase that has it.

    >>> different_words(["territory", "territorial claims", "Territories", "border dispute"])
    2
    """
    roots = {frozenset(word[:_ROOT] for word in _content_words(text)) for text in texts}
    return sum(not any(other < root for other in roots) for root in roots)


def _content_words(text: str) -> list[str]:
    words = text.lower().replace("-", " ").replace("’", "'").split()
    return [word.removesuffix("'s") for word in words if word not in function_words()] or words


def issue_pairs(issues: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Pairs of issues that are named in the same statement or the same sentence, most frequent first. Table: together.

    A statement has one speaker, so issues that are named together there are named by one person; a sentence may have
    the words of several. What is in a reporting clause ("the mayor said") is in no statement. A pair that never occurs
    together has no row.
    """
    issues = outside_names(issues)
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
    """Where each issue is named first in each article, and by whom, in the order of the text. Table: first mentions."""
    body = in_body(sentences, sentences)
    body = body.assign(sentence=body.groupby("article_id").cumcount() + 1)
    body["sentences"] = body.groupby("article_id")["sentence"].transform("size")
    placed = outside_names(issues).merge(body[[*_SENTENCE, "sentence", "sentences"]], on=_SENTENCE)
    placed = placed.sort_values(["article_id", "start"], kind="stable")
    grouped = placed.groupby(["article_id", "issue"], sort=False)
    first = grouped.head(1).set_index(["article_id", "issue"])
    first = first.assign(last=grouped["sentence"].max(), mentions=grouped.size()).reset_index()
    return first[["article_id", "issue", "text", "speaker", "voice", "sentence", "last", "sentences", "mentions"]]
