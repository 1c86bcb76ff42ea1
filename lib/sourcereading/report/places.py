"""From the words in a table of a notebook to their place on an article's page.

``show_table`` leaves a mark behind words whose place it knows. JupyterLab shows nothing there; in the reports, which
have a page for each article, it becomes a link. A statement's number leads to its row in the table of statements; other
words lead to the sign of the mark that they are, or else to the paragraph in which they begin: a few words are the link
themselves, many have ¶ behind them, so that they can be selected and read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from html import unescape
from typing import Any
from urllib.parse import quote

from sourcereading.analysis.statements import reported
from sourcereading.report.annotated_text import claim_anchor, mark_anchor, paragraph_anchor
from sourcereading.report.group import article_file
from sourcereading.report.markup import PLACE, escape

_FEW = 40
"""So many characters are a link; more have one behind them."""


class Places:
    """Where the words of some readings are on the pages of their articles, in ``articles/``."""

    def __init__(self, readings: Iterable[Any]) -> None:
        self._anchors: dict[tuple[str, int, str], tuple[str, str]] = {}
        self._paragraphs: dict[str, tuple[list[int], list[int]]] = {}
        for reading in readings:
            self._add(reading)

    def _add(self, reading: Any) -> None:
        claims = reported(reading.statements, reading.articles)
        claims = claims.assign(number=claims.groupby("article_id").cumcount() + 1)
        for row in claims.itertuples():
            self._anchors[row.article_id, row.start, escape(row.text)] = claim_anchor(row.number), str(row.number)
        for row in reading.certainty.itertuples():
            self._anchors[row.article_id, row.start, escape(row.text)] = mark_anchor(row.mark_id), ""
        for article, rows in reading.sentences.sort_values("start").groupby("article_id"):
            self._paragraphs[article] = rows["start"].tolist(), rows["paragraph"].tolist()

    def linked(self, markup: str) -> str:
        """What ``show_table`` made, with a link for all words that have a place, and no mark behind others."""
        return PLACE.sub(lambda found: self._linked(found[1], int(found[2]), unescape(found[3])), markup)

    def _linked(self, words: str, start: int, article: str) -> str:
        starts, paragraphs = self._paragraphs.get(article, ([], []))
        at = bisect_right(starts, start) - 1
        if at < 0:
            return words
        anchor, number = self._anchors.get((article, start, words)) or (paragraph_anchor(paragraphs[at]), "")
        target = f"articles/{quote(article_file(article))}#{anchor}"
        if not number and len(words) <= _FEW:
            return f'<a href="{target}">{words}</a>'
        return f'{words} <a class="sr-at" href="{target}">{number or "¶"}</a>'
