"""What the aggregates of an archive say: rates made of the sums over any number of articles, by outlet or month."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES, WRITERS

Aggregates = Mapping[str, pd.DataFrame]
"""The files in ``aggregates`` of an archive by name: counts and sums by outlet and month."""

_CALLED = {DIRECT: VOICES[DIRECT], INDIRECT: VOICES[INDIRECT], WRITERS: WRITERS}
"""The voice of words to how it is called in the names of columns."""


def issues_by(aggregates: Aggregates, by: str) -> pd.DataFrame:
    """In how many articles of each outlet or month (``by`` is "outlet" or "month") each issue is named, and how often;
    most frequent first."""
    keys = [by, "issue"]
    found = aggregates["issue_articles"].groupby(keys)["articles"].sum().reset_index()
    found = found.merge(aggregates["issues"].groupby(keys)["mentions"].sum().reset_index(), on=keys)
    whole = aggregates["articles"].groupby(by)[["articles", "words"]].sum().add_prefix("all_").reset_index()
    found = found.merge(whole, on=by)
    found["percent"] = 100 * found["articles"] / found["all_articles"]
    found["per_1000"] = 1000 * found["mentions"] / found["all_words"].where(found["all_words"] > 0)
    order = [by, "articles", "issue"] if by == "month" else ["all_articles", by, "articles", "issue"]
    ascending = [True, False, True] if by == "month" else [False, True, False, True]
    found = found.sort_values(order, ascending=ascending, ignore_index=True)
    return found[[by, "issue", "articles", "all_articles", "percent", "mentions", "per_1000"]]


def voices_by_outlet(aggregates: Aggregates) -> pd.DataFrame:
    """Of each outlet, in whose words it is written, and how many hedges there are in 1,000 words of each voice."""
    words = _by_voice(aggregates["words"], "words")
    marks = aggregates["marks"]
    hedges = _by_voice(marks[marks["hedge"] & ~marks["in_clause"]], "marks").reindex(words.index, fill_value=0)
    whole = aggregates["articles"].groupby("outlet")["articles"].sum()
    found = pd.DataFrame({"articles": whole.reindex(words.index), "words": words.sum(axis=1)})
    for voice in words.columns:
        found[f"{_CALLED[voice]}_percent"] = 100 * words[voice] / found["words"].where(found["words"] > 0)
    found["hedges"] = hedges.sum(axis=1)
    for voice in words.columns:
        found[f"{_CALLED[voice]}_hedges_per_1000"] = 1000 * hedges[voice] / words[voice].where(words[voice] > 0)
    return found.sort_values("articles", ascending=False, kind="stable").reset_index()


def _by_voice(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    grid = frame.pivot_table(index="outlet", columns="voice", values=name, aggfunc="sum", fill_value=0)
    return grid.reindex(columns=[*_CALLED], fill_value=0).astype("int64")


def sources_by_outlet(aggregates: Aggregates) -> pd.DataFrame:
    """Of each outlet, how many sources of each kind and position speak, how many are named, and how much they say."""
    rows = aggregates["sources"]
    rows = rows.assign(
        named_sources=rows["sources"].where(rows["named"], 0), words=rows["direct_words"] + rows["indirect_words"]
    )
    keys = ["outlet", "kind", "position"]
    found = rows.groupby(keys)[["sources", "named_sources", "statements", "words"]].sum().reset_index()
    whole = found.groupby("outlet")[["sources", "words"]].transform("sum")
    found["sources_percent"] = 100 * found["sources"] / whole["sources"].where(whole["sources"] > 0)
    found["words_percent"] = 100 * found["words"] / whole["words"].where(whole["words"] > 0)
    found = found.assign(_all=whole["words"])
    found = found.sort_values(["_all", "outlet", "words"], ascending=[False, True, False], kind="stable")
    return found.drop(columns="_all").reset_index(drop=True)
