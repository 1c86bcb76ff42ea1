"""Tables that list every row where the articles are few, and count them where they are many."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sourcereading.columns import meanings
from sourcereading.display import Shown, show_table
from sourcereading.summaries import counts_by
from sourcereading.telling import MANY

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
    rows : what is listed, in order.
    articles : the table ``articles`` they come from.
    by : the columns of ``rows`` that make a kind: ``["speaker", "voice"]``.
    noun : what a row is, in the plural, as the section "counts" of the codebook has it: "statements".
    name, caption, described, max_rows : as ``show_table`` takes them; ``described`` is about the columns of ``rows``.

    Example
    -------
    >>> listed(said, reading.articles, ["voice"], "statements", "said", "Who says what", meanings(said, "statements"))
    """
    if len(articles) > MANY:
        counts = counts_by(rows, by, name=noun)
        told = f"{caption}: number of {noun} by {' and '.join(by)}, in {len(articles):,} articles"
        return show_table(counts, name, told, meanings(counts, "counts"), max_rows)
    if len(rows) > LISTED:
        caption = f"{caption} (the first {LISTED} of {len(rows):,})"
    return show_table(rows.head(LISTED).reset_index(drop=True), name, caption, described, max_rows)
