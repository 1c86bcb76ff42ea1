"""How much of each article an issue has, or a speaker: one row per name and article, also where it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.analysis.counts import sentences_naming
from sourcereading.analysis.names import article_labels
from sourcereading.analysis.sources import UNSAID, grouped, known_sources
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.sentences import TEXT

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading


def issues_across(reading: Reading) -> pd.DataFrame:
    """In which share of its sentences each article names each issue; the issues of the most articles first.

    Returns
    -------
    ``name``, ``article_id``, ``article``, ``part`` of ``whole`` (sentences), ``percent`` (NaN where there is none).
    """
    named = in_body(sentences_naming(reading.issues), reading.sentences)
    part = named.groupby(["issue", "article_id"]).size()
    sentences = reading.sentences[reading.sentences["kind"] == TEXT]
    return _across(reading, part, sentences.groupby("article_id").size())


def speakers_across(reading: Reading) -> pd.DataFrame:
    """Which share of its words each article gives each speaker; the speakers of the most articles first.

    The writers, and speakers whom the text does not name, are left out: they are others in each article.

    Returns
    -------
    ``name``, ``article_id``, ``article``, ``part`` of ``whole`` (words), ``percent`` (NaN where there is none).
    """
    said = reading.speakers[~reading.speakers["speaker"].isin([WRITER, UNATTRIBUTED])]
    words = said.assign(words=said["direct_words"] + said["indirect_words"])
    part = words[words["words"] > 0].groupby(["speaker", "article_id"])["words"].sum()
    return _across(reading, part, reading.articles.set_index("article_id")["words"])


def positions_across(reading: Reading) -> pd.DataFrame:
    """Which share of its words each article gives sources of each position; the positions of the most articles first.

    Sources whose position the text does not give are left out.

    Returns
    -------
    ``name``, ``article_id``, ``article``, ``part`` of ``whole`` (words), ``percent`` (NaN where there is none).
    """
    said = known_sources(reading.speakers)
    words = said.assign(position=grouped(said), words=said["direct_words"] + said["indirect_words"])
    words = words[(words["words"] > 0) & (words["position"] != UNSAID)]
    part = words.groupby(["position", "article_id"])["words"].sum()
    return _across(reading, part, reading.articles.set_index("article_id")["words"])


def _across(reading: Reading, part: pd.Series, whole: pd.Series) -> pd.DataFrame:
    """A row for each name and article, from how much of which whole each name has in the articles that have it."""
    grid = part.unstack("article_id", fill_value=0).reindex(columns=reading.articles["article_id"], fill_value=0)
    order = pd.DataFrame({"articles": (grid > 0).sum(axis=1), "part": grid.sum(axis=1)})
    grid = grid.loc[order.sort_values(["articles", "part"], ascending=False, kind="stable").index]
    table = grid.rename_axis(index="name", columns="article_id").stack().rename("part").astype("int64").reset_index()
    names = article_labels(reading.articles)
    table.insert(2, "article", table["article_id"].map(names).astype("str"))
    table["whole"] = table["article_id"].map(whole).fillna(0).astype("int64")
    table["percent"] = 100 * table["part"] / table["whole"].where(table["whole"] > 0)
    return table
