"""Tables that list every row where the articles are few, and count them where they are many."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sourcereading.columns import meanings
from sourcereading.display import Shown, show_table
from sourcereading.summaries import counts_by
from sourcereading.telling import MANY, article_labels

LISTED = 200
"""How many rows a list has at most."""


def listed(
    rows: pd.DataFrame,
    articles: pd.DataFrame,
    by: Sequence[str],
    noun: str,
    name: str,
    caption: str,
    described: dict[str, str],
    max_rows: int = 12,
) -> Shown:
    """Rows as a table; of more than ``MANY`` articles, how many there are of each kind.

    Parameters
    ----------
    rows : what is listed, in order. A column ``article_id`` is shown as ``article``, by its title, where there are
        several articles, and left out where there is one.
    articles : the table ``articles`` they come from.
    by : the columns of ``rows`` that make a kind: ``["speaker", "voice"]``.
    noun : what a row is, in the plural, as the section "counts" of the codebook has it: "statements".
    name, caption, described, max_rows : as ``show_table`` takes them; ``described`` is about the columns of ``rows``.

    Example
    -------
    >>> listed(said, reading.articles, ["voice"], "statements", "said", "Who says what", meanings(said, "statements"))
    """
    if "article_id" in rows:
        rows, described = _by_article(rows, articles, described)
    if len(articles) > MANY:
        counts = counts_by(rows, by, name=noun)
        told = f"{caption}: number of {noun} by {' and '.join(by)}, in {len(articles):,} articles"
        return show_table(counts, name, told, meanings(counts, "counts"), max_rows)
    if len(rows) > LISTED:
        caption = f"{caption} (the first {LISTED} of {len(rows):,})"
    return show_table(rows.head(LISTED).reset_index(drop=True), name, caption, described, max_rows)


def _by_article(
    rows: pd.DataFrame, articles: pd.DataFrame, described: dict[str, str]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Rows and what their columns mean, with the article's name for its id, or without it where there is one only."""
    about = {column: meaning for column, meaning in described.items() if column != "article_id"}
    if len(articles) < 2:
        return rows.drop(columns="article_id"), about
    names = rows["article_id"].map(article_labels(articles)).rename("article")
    rest = rows.drop(columns="article_id")
    return pd.concat([names, rest], axis=1), {"article": described.get("article_id", "the article"), **about}
