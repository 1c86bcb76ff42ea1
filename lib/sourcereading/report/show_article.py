"""The annotated text of an article in a notebook: in JupyterLab, and in the report made of the notebook."""

from __future__ import annotations

import os
import secrets
from itertools import count
from typing import Any

from sourcereading.analysis.names import quoted_heading
from sourcereading.report.annotated_text import Article, annotated_text
from sourcereading.report.article_page import click_note, legend_rows
from sourcereading.report.markup import escape, shown
from sourcereading.report.show import Shown
from sourcereading.report.styles import style

_shows = count(1)
# A page of JupyterLab holds several notebooks, and results of earlier kernels; a report holds one notebook.
_KERNEL = f"{secrets.token_hex(3)}-" if "JPY_SESSION_NAME" in os.environ else ""


def show_article(reading: Any, article_id: str | None = None) -> Shown:
    """An article with who says what, how surely and about which issues shown in its text.

    A click on a number opens who speaks and how that was read; a click on a sign, why the words are a mark.
    ``article_id`` is that of its table ``articles``; without one it is the first article. A ReaderError where there is
    none names some.
    """
    article = Article.of(reading, article_id)
    about, name = article.about, quoted_heading(article.about)
    facts = [shown(fact) for fact in (about.outlet, about.date) if fact]
    title = " · ".join([f"<b><bdi>{shown(about.title or name)}</bdi></b>", *facts])
    # The style of the text is within .sr-article alone: nothing else in JupyterLab is touched.
    css = f"{style('show_article')}.sr-article {{{style('annotated')}}}\n"
    markup = (
        f'<article class="sr-article" aria-label="{escape(f"The text of {name}, annotated")}"><style>{css}</style>'
        f"<p>{title}</p>{_others(reading) if article_id is None else ''}{_legend(article)}"
        f"{annotated_text(article, f'a{_KERNEL}{next(_shows)}-')}</article>"
    )
    return Shown("article", markup, about.text)


def _others(reading: Any) -> str:
    """That there are more articles, and how to see another: the second is not shown in a report, where nobody types."""
    ids = reading.articles["article_id"]
    if len(ids) < 2:
        return ""
    call = f'sr.show_article(reading, "{ids.iloc[1]}")'
    return (
        f"<p>The first of {len(ids):,} articles; in a report each has a page of its own. "
        f'<span class="sr-call">Another one: <code>{escape(call)}</code>; '
        "the ids are in <code>reading.articles</code>.</span></p>"
    )


def _legend(article: Article) -> str:
    rows = "".join(f"<div><b>{heading}</b><ul>{items}</ul></div>" for _, heading, items in legend_rows(article))
    return f'<div class="a-legend">{rows}{click_note(article)}</div>'
