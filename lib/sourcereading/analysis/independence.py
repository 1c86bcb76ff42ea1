"""How many independent sources an issue has.

Two speakers count as independent where the text gives no tie between them: they are not the same speaker, they have no
affiliation in common (nor is one the affiliation of the other), and neither reports what the other says, nor does a
third source report both. What the text does not say it cannot know: whether both rely on one press release, talked to
each other, or belong to one body that is named for neither.
"""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.statements import for_each
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER

_COLUMNS = ["article_id", "topic", "issue", "sources", "independent", "speakers"]


def independent_sources(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """For each article and issue how many sources speak of it, and how many of them are independent of one another.

    Parameters
    ----------
    issues, statements, speakers : the tables of these names.

    Returns
    -------
    Columns article_id, topic, issue, sources, independent, speakers (their names, joined by "; "), in order of first
    mention. An issue of which only the writer speaks is left out; who is unknown is not counted.
    """
    said = _sources(issues, statements, speakers)
    ties = _ties(statements, speakers)
    rows = []
    for (article, topic, issue), found in said.groupby(["article_id", "topic", "issue"], sort=False):
        names = list(dict.fromkeys(found["speaker"]))
        rows.append((article, topic, issue, len(names), _groups(article, names, ties), "; ".join(names)))
    types = {"sources": "int64", "independent": "int64"}
    return pd.DataFrame(rows, columns=_COLUMNS).astype({name: types.get(name, "str") for name in _COLUMNS})


def one_source_claims(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The statements on issues that have one independent source in their article, with their words.

    Returns
    -------
    Columns article_id, topic, issue, speaker, statement_id, text (of the sentence's part), start, end.
    """
    counted = independent_sources(issues, statements, speakers)
    one = counted.loc[counted["independent"] == 1, ["article_id", "topic", "issue"]]
    said = _sources(issues, statements, speakers).merge(one, on=["article_id", "topic", "issue"])
    said = said.drop_duplicates(["article_id", "topic", "issue", "speaker", "statement_id", "sentence_id"])
    content = statements[statements["reporting_clause_of"] == ""]
    words = content.drop_duplicates(["statement_id", "sentence_id"])
    words = words[["statement_id", "sentence_id", "start", "end", "text"]]
    found = said.drop(columns=["start", "end", "text"]).merge(words, on=["statement_id", "sentence_id"])
    return found[["article_id", "topic", "issue", "speaker", "statement_id", "text", "start", "end"]]


def _sources(issues: pd.DataFrame, statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """The mentions of issues by known speakers, once for each of those who speak together; not in what is denied."""
    denied = statements.loc[statements["denied"], "statement_id"]
    known = ~issues["speaker"].isin([WRITER, UNATTRIBUTED]) & (issues["within"] == "")
    return for_each(issues[known & ~issues["statement_id"].isin(denied)], speakers)


def _ties(statements: pd.DataFrame, speakers: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """What ties each speaker of an article to others: their own name, their affiliation, and who reports them."""
    ties: dict[tuple[str, str], set[str]] = {}
    affiliation = speakers["affiliation"] if "affiliation" in speakers else [""] * len(speakers)
    for article, name, body in zip(speakers["article_id"], speakers["speaker"], affiliation, strict=True):
        ties[article, name] = {_key(name), *({_key(body)} if body else ())}
    said = statements[statements["reporting_clause_of"] == ""].drop_duplicates("statement_id")
    speaker_of = dict(zip(said["statement_id"], said["speaker"], strict=True))
    for row in for_each(said[said["parent_id"] != ""], speakers).itertuples():
        around = speaker_of.get(row.parent_id, "")
        if around not in ("", WRITER, UNATTRIBUTED):
            ties.setdefault((row.article_id, row.speaker), {_key(row.speaker)}).add(_key(around))
    return ties


def _key(name: str) -> str:
    """A name without its article and case: "the ministry" and "The Ministry" are one body."""
    return name.lower().removeprefix("the ").strip()


def _groups(article: str, names: list[str], ties: dict[tuple[str, str], set[str]]) -> int:
    """How many groups some speakers form, where each group has ties in common."""
    groups: list[set[str]] = []
    for name in names:
        own = set(ties.get((article, name), {_key(name)}))
        tied = [group for group in groups if group & own]
        groups = [group for group in groups if group not in tied] + [own.union(*tied)]
    return len(groups)
