"""How much of each article an issue has, or a speaker: one row per name and article that has it.

Table: across.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from sourcereading.analysis.counts import sentences_naming
from sourcereading.analysis.names import article_labels
from sourcereading.analysis.sources import UNSAID, grouped, known_sources
from sourcereading.analysis.statements import in_body
from sourcereading.reading.reading import Reading
from sourcereading.text.sentences import TEXT


def issues_across(reading: Reading) -> pd.DataFrame:
    """In which share of its sentences each article names each issue; the issues of the most articles first."""
    named = in_body(sentences_naming(reading.issues), reading.sentences)
    part = named.groupby(["issue", "article_id"]).size()
    sentences = reading.sentences[reading.sentences["kind"] == TEXT]
    return _across(reading, part, sentences.groupby("article_id").size())


def speakers_across(reading: Reading) -> pd.DataFrame:
    """Which share of its words each article gives each speaker; the speakers of the most articles first.

    The writers, and sources without a name ("the company"), are left out: they are others in each article.
    """
    said = reading.speakers[reading.speakers["named"]]
    words = said.assign(words=said["direct_words"] + said["indirect_words"])
    part = words[words["words"] > 0].groupby(["speaker", "article_id"])["words"].sum()
    return _across(reading, part, reading.articles.set_index("article_id")["words"])


def positions_across(reading: Reading) -> pd.DataFrame:
    """Which share of its words each article gives sources of each position; the positions of the most articles first.
    Sources whose position the text does not give are left out."""
    said = known_sources(reading.speakers)
    words = said.assign(position=grouped(said), words=said["direct_words"] + said["indirect_words"])
    words = words[(words["words"] > 0) & (words["position"] != UNSAID)]
    part = words.groupby(["position", "article_id"])["words"].sum()
    return _across(reading, part, reading.articles.set_index("article_id")["words"])


def _across(reading: Reading, part: pd.Series, whole: pd.Series) -> pd.DataFrame:
    """A row for each name and article that has it, from how much of which whole each name has there."""
    table = part.rename("part").rename_axis(["name", "article_id"]).reset_index().astype({"part": "int64"})
    articles = pd.Index(reading.articles["article_id"])
    parts = table.groupby("name")["part"]
    at = articles.get_indexer(table["article_id"])
    table = table.assign(having=parts.transform("size"), sum=parts.transform("sum"), at=at)
    order = ["having", "sum", "name", "at"]
    table = table.sort_values(order, ascending=[False, False, True, True], ignore_index=True).drop(columns=order[:2])
    names = np.array(list(article_labels(reading.articles).values()), dtype=object)
    table.insert(2, "article", pd.Series(names[table.pop("at")], dtype="str"))
    table["whole"] = whole.reindex(table["article_id"]).to_numpy().astype("int64")
    table["percent"] = 100 * table["part"] / table["whole"]
    return table
