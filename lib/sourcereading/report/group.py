"""Articles that were read together, and how every page names them, says who made it, and is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pandas as pd

from sourcereading.analysis.names import heading, quoted_heading
from sourcereading.reading.wording import count, listing, quoted
from sourcereading.report.markup import shown
from sourcereading.report.software import library_version

RIGHTS_UNKNOWN = "Not known. Ask the publisher before you pass the text on."
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMED = 5
"""Of up to so many articles, a page names each."""


@dataclass(frozen=True)
class Group:
    """Articles that were read together: the ones asked for, or those a notebook brings along."""

    label: str
    reading: Any
    tables: str
    used_by: tuple[str, ...] = ()


def called(articles: pd.DataFrame, label: str) -> str:
    """What articles are called in a sentence: “Title”, or "30 articles from seeds", with the name of their folder or
    file."""
    return quoted_heading(articles.iloc[0]) if len(articles) == 1 else f"{count(len(articles), 'article')} from {label}"


def article_file(article_id: str) -> str:
    """The name of an article's page."""
    return re.sub(r"[^\w.-]", "-", article_id) + ".html"


def window_title(page: str, articles: pd.DataFrame, label: str) -> str:
    """The title of a page for the browser's window, with what the page is of."""
    name = called(articles, label)
    if len(articles) == 1:
        name = _short_heading(articles.iloc[0], 50)
    return f"{page} · {name}" if page else name


def _short_heading(about: Any, longest: int) -> str:
    return quoted(heading(about) if about.title else heading(about)[1:-1], longest)


def source_facts(about: Any, names: Iterable[str] = ("outlet", "date"), more: Iterable[str] = ()) -> list[str]:
    """What is known of an article's source, as HTML, with more that is; at the end what is not known."""
    known = {name: getattr(about, name) for name in names}
    facts = [*(_fact(fact) for fact in known.values() if fact), *more]
    unknown = ["address" if name == "url" else name for name, fact in known.items() if not fact]
    return [*facts, f"{listing(unknown)} not known"] if unknown else facts


def _fact(fact: str) -> str:
    """A fact as HTML; a day is not divided at its hyphens."""
    day = ' class="sr-day"' if _DAY.fullmatch(fact) else ""
    return f"<bdi{day}>{shown(fact)}</bdi>"


def articles_line(group: Group, more: str = "") -> str:
    """What a notebook's page is of, as HTML: an article or a few with their sources, each linked to its page; of many,
    how many, the first and the last. ``more`` is a sentence to follow."""
    articles = list(group.reading.articles.itertuples(index=False))
    brought = ", which the notebook brings along because it needs more than were given" if group.used_by else ""
    if len(articles) == 1:
        return f'<div class="of"><p>Of {_linked(articles[0])}{brought}</p>{more}</div>\n'
    number = f"Of {count(len(articles), 'article')} from {shown(group.label)}{brought}"
    if len(articles) <= _NAMED:
        items = "".join(f"<li>{_linked(about)}</li>" for about in articles)
        return f'<div class="of"><p>{number}:</p><ul>{items}</ul>{more}</div>\n'
    first, last = (f"<bdi>{shown(_short_heading(about, 70))}</bdi>" for about in (articles[0], articles[-1]))
    link = '<a href="index.html">all of them</a>'
    return f'<div class="of"><p>{number}: first {first}, last {last} ({link})</p>{more}</div>\n'


def _linked(about: Any) -> str:
    """An article with a link to its page, its file where it has no title, and its source."""
    name = f'<a href="articles/{quote(article_file(about.article_id))}"><bdi>{shown(quoted_heading(about))}</bdi></a>'
    file = [f"<bdi>{shown(about.file)}</bdi>"] if about.file and not about.title else []
    return " · ".join([name, *file, *source_facts(about)])


def made_by(changes: pd.DataFrame) -> str:
    """By which program a page was made, and what no person has checked."""
    checked = ", apart from the corrections by readers" if changes["applied"].any() else ""
    return (
        f"A program, sourcereading {library_version()}, made this page with rules and word lists, "
        f"without a person checking it{checked}."
    )
