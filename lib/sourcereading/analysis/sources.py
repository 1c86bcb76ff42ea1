"""Who is heard: the sources of articles counted by any column of the table ``speakers``, the analyst's own too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from sourcereading.attribution.voices import UNATTRIBUTED

COUNTED = ("sources", "statements", "words", "direct_words", "indirect_words")
"""What is counted for each group of sources."""


def voices_by(speakers: pd.DataFrame, by: str | Sequence[str], per_article: bool = False) -> pd.DataFrame:
    """How many sources have which value of some columns, and how much they say.

    Parameters
    ----------
    speakers : the table ``speakers``, or some of its rows.
    by : a column of it, or several: "kind", "position", ["kind", "named"], or a column of the analyst's own from
        ``people.csv``.
    per_article : whether each article is counted by itself; else a person who speaks in two articles is two sources
        of one count.

    Returns
    -------
    A row per group, those with most words first (articles in their order): ``article_id`` where asked for, the columns
    of ``by``, then ``sources`` (rows of ``speakers``), ``statements``, ``words`` (``direct_words`` and
    ``indirect_words``), these two, and ``percent`` of the words of the same article, or of all: NaN where nobody says
    a word. Speakers without a value are counted under it, so that the rows add up to all; those whom the text does
    not give, ``(unattributed)``, are left out. What several say together counts for each of them.

    Raises
    ------
    ValueError : the table has no such column.

    >>> frame = pd.DataFrame({"speaker": ["Ana Ruiz", "officials"], "kind": ["person", "group"],
    ...                       "statements": [2, 1], "direct_words": [6, 0], "indirect_words": [0, 2]})
    >>> voices_by(frame, "kind")[["kind", "sources", "words", "percent"]].values.tolist()
    [['person', 1, 6, 75.0], ['group', 1, 2, 25.0]]
    """
    columns = [by] if isinstance(by, str) else list(by)
    if missing := [column for column in columns if column not in speakers.columns]:
        known = ", ".join(column for column in speakers.columns if column not in ("article_id", *COUNTED))
        raise ValueError(f"the table has no column {', '.join(missing)}; it has {known}")
    told = known_sources(speakers)
    told = told.assign(sources=1, words=told["direct_words"] + told["indirect_words"])
    article = ["article_id"] if per_article else []
    groups = [*article, *(column for column in columns if column not in article)]
    counts = told.groupby(groups, dropna=False, sort=True)[list(COUNTED)].sum().astype("int64").reset_index()
    total = pd.Series(counts["words"].sum(), index=counts.index)
    said = counts.groupby(article)["words"].transform("sum") if article else total
    counts["percent"] = 100 * counts["words"] / said.where(said > 0)
    place = {name: at for at, name in enumerate(dict.fromkeys(told["article_id"]))} if article else {}
    counts["place"] = counts["article_id"].map(place) if article else 0
    order = ["place", "words", "sources", *groups]
    counts = counts.sort_values(order, ascending=[True, False, False] + [True] * len(groups), ignore_index=True)
    return counts.drop(columns="place")


def known_sources(speakers: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``speakers`` without those whom the text does not give."""
    return speakers[speakers["speaker"] != UNATTRIBUTED]


_ONE_AND_MANY = {
    "head of state or government": ("head of state or government", "heads of state or government"),
    "official": ("official", "officials"),
    "politician": ("politician", "politicians"),
    "police and court": ("from police and courts", "from police and courts"),
    "military": ("from the military", "from the military"),
    "expert or scholar": ("expert", "experts"),
    "company": ("from companies", "from companies"),
    "organisation": ("from organisations", "from organisations"),
    "witness or resident": ("witness or resident", "witnesses or residents"),
    "journalist": ("journalist or medium", "journalists or media"),
    "other": ("with another occupation", "with another occupation"),
    "document": ("document", "documents"),
    "": ("whose position the text does not give", "whose position the text does not give"),
}
"""The groups of the line above an article: one source of them, and several."""


def in_a_line(speakers: pd.DataFrame, declined: int = 0) -> str:
    """The sources of an article in a line: "4 sources: 2 officials, 1 expert, 1 document; 3 named, 1 not; 2 did not
    answer".

    Each source is counted once among the positions, documents by themselves, the largest group first; then how many
    are named. It says how many there are, and never whether that is enough.

    Parameters
    ----------
    speakers : the rows of the table ``speakers`` of one article.
    declined : how many were asked and did not answer, or would not comment.

    >>> row = {"speaker": "Ana Ruiz", "kind": "person", "named": True, "position": "official"}
    >>> in_a_line(pd.DataFrame([row]))
    '1 source: 1 official; named'
    """
    told = known_sources(speakers)
    answer = f"{declined:,} did not answer" if declined else ""
    if told.empty:
        return "; ".join(filter(None, ("no source", answer)))
    groups: Mapping[str, int] = (
        told["position"].where(told["kind"] != "document", "document").value_counts(sort=False).to_dict()
    )
    order = {group: at for at, group in enumerate(_ONE_AND_MANY)}
    ranked = sorted(groups.items(), key=lambda item: (item[0] == "", -item[1], order[item[0]]))
    parts = ", ".join(f"{number:,} {_ONE_AND_MANY[group][number > 1]}" for group, number in ranked)
    named, all_of_them = int(told["named"].sum()), len(told)
    start = f"{all_of_them:,} source{'s' * (all_of_them > 1)}: {parts}"
    return "; ".join(filter(None, (start, _named(named, all_of_them), answer)))


def _named(named: int, sources: int) -> str:
    """How many of the sources are named: "3 named, 1 not"."""
    if sources == 1:
        return "named" if named else "not named"
    if named in (0, sources):
        return "all named" if named else "none named"
    return f"{named:,} named, {sources - named:,} not"
