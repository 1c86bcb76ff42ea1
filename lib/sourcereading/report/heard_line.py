"""Who is heard in an article, in a line at its top, which opens to each source's first words in the text."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.heard import heard_sources
from sourcereading.analysis.sources import groups_of, in_a_line
from sourcereading.analysis.sourcing import no_answers
from sourcereading.reading.rows import rows_of
from sourcereading.reading.wording import sentence, short
from sourcereading.report.annotated_text import Article, paragraph_anchor
from sourcereading.report.markup import shown


def heard_line(reading: Any, article: Article, told: pd.DataFrame | None = None) -> str:
    """The line as HTML; a click on it opens the sources by their positions, each a link to its first words. The reading
    has this article alone; ``told`` are its ``heard_sources``, where they are known already."""
    silent = no_answers(reading.statements).drop_duplicates("speaker")
    line = sentence(in_a_line(reading.speakers, len(silent)))
    told = heard_sources(reading) if told is None else told
    if told.empty and silent.empty:
        return f'<p class="a-heard">{line}.</p>\n'
    items = "".join(f"<li>{words}: {_linked(rows, article)}</li>" for words, rows in groups_of(told))
    if len(silent):
        paragraphs = {row.sentence_id: row.paragraph for row in article.sentences}
        links = [_link(row.speaker, paragraph_anchor(paragraphs[row.sentence_id])) for row in rows_of(silent)]
        items += f"<li>did not answer, or would not comment: {', '.join(links)}</li>"
    return f'<details class="a-heard"><summary>{line}.</summary><ul>{items}</ul></details>\n'


def _linked(rows: pd.DataFrame, article: Article) -> str:
    return ", ".join(
        _link(row.speaker, f"words-{article.numbers[row.statement_id]}" if row.statement_id in article.numbers else "")
        for row in rows_of(rows)
    )


def _link(name: str, anchor: str) -> str:
    said = f"<bdi>{shown(short(name, 60))}</bdi>"
    return f'<a href="#{anchor}">{said}</a>' if anchor else said
