"""Tables made from the table ``issues``: what an article is about, which issues go together, where each is named first.

Mentions within longer names ("Google Science Fair") do not count.

Pure functions, DataFrames in and DataFrame out; empty input gives an empty table with the same columns.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from sourcereading.analysis.counts import outside_names, without_reporting_clauses
from sourcereading.analysis.statements import in_body
from sourcereading.reading.rows import cells_of
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import TEXT

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
    """What is named in each article, and whether that is evidence of what the article is about: ``article_id`` and
    ``issue``; in how many ``sentences`` it is named, ``of`` how many of running text; by how many
    different ``words`` (forms of one word are one, and a phrase with that word in it adds nothing); which sentence is
    the ``first`` to name it, from 1; ``evidence``, of those in most sentences: "main" where it has what a main issue
    needs, "one word" where it has a single word, "tied" where it is in as many sentences as such a one, "late" where
    the opening does not name it; of all others, "less". Most sentences first.
    """
    place: dict[str, int] = {}
    of: dict[str, int] = {}
    for article, sentence, kind in cells_of(sentences, "article_id", "sentence_id", "kind"):
        if kind == TEXT:
            place[sentence] = of[article] = of.get(article, 0) + 1
    found: dict[str, dict[str, tuple[set[int], list[str]]]] = {article: {} for article in of}
    for article, sentence, issue, text in cells_of(outside_names(issues), "article_id", "sentence_id", "issue", "text"):
        if sentence in place:
            places, texts = found[article].setdefault(issue, (set(), []))
            places.add(place[sentence])
            texts.append(text)
    rows = []
    for article, named in found.items():
        found_in = [(issue, places, different_words(texts)) for issue, (places, texts) in named.items()]
        own = [(article, issue, len(places), of[article], min(places), words) for issue, places, words in found_in]
        rows += sorted(_with_evidence(own), key=lambda row: (-row[2], row[6] != MAIN, -row[5], row[1]))
    return pd.DataFrame(rows, columns=[*_NAMED]).astype(_NAMED)


def _with_evidence(rows: list[tuple[str, str, int, int, int, int]]) -> list[tuple]:
    """The issues of one article, each with its ``evidence``."""
    most = max((sentences for _, _, sentences, *_ in rows), default=0)
    found = []
    for *about, sentences, of, first, words in rows:
        evidence = LESS
        if sentences == most >= FEWEST_SENTENCES and sentences * ONE_IN >= of:
            opening = first <= max(of // ONE_IN, OPENING)
            evidence = ONE_WORD if words < FEWEST_WORDS else MAIN if opening else LATE
        found.append((*about, sentences, of, first, words, evidence))
    unclear = any(row[-1] == ONE_WORD for row in found)
    return [(*row[:-1], TIED) if unclear and row[-1] == MAIN else row for row in found]


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
