"""What to call an article, in full and where there is little room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.wording import amount, count, inner_quotes, listing, quoted, short

MANY = 20
"""Of more articles than these, charts draw fewer rows, and notebooks count what they would list."""

_HEADLINE = 120
"""So many characters a headline may have."""


def article_name(article: Any) -> str:
    """An article's title, else its file, else its id."""
    return article.title or article.file or article.article_id


def heading(article: Any) -> str:
    """The heading of an article's page: its title, else how its text begins, in quotation marks."""
    if article.title:
        return article.title
    begins, _ = _first_line(article)
    return quoted(begins, 70) if begins else article_name(article)


def quoted_heading(article: Any) -> str:
    """The same for a sentence: always in quotation marks."""
    return f"“{inner_quotes(article.title)}”" if article.title else heading(article)


def article_names(articles: pd.DataFrame) -> dict[str, str]:
    """What to call each article, by its id, never the same twice: its outlet, where each article has another one;
    else its title or the headline above its text, cut to 60 characters, its file or its id."""
    return _made_unique(articles, [short(name, 60) for name in _outlets(articles) or _titles(articles)])


def article_labels(articles: pd.DataFrame) -> dict[str, str]:
    """Names of articles as ``article_names`` has them for where there is little room: without the words that all the
    titles begin with, but for the one before a bare number ("row 12")."""
    if names := _outlets(articles):
        return _made_unique(articles, names)
    names = _titles(articles)
    low, high = min(names, default=""), max(names, default="")
    alike = next((at for at, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))
    same = low[:alike].rfind(" ") + 1 if len(names) > 1 and low[:1] != "“" else 0
    if any(not re.search(r"[^\W\d_]", name[same:]) for name in names):
        same = low[: max(same - 1, 0)].rfind(" ") + 1
    return _made_unique(articles, [name[same:] or name for name in names])


def _outlets(articles: pd.DataFrame) -> list[str]:
    """The outlets, where each article has one of its own; else none."""
    outlets = articles["outlet"].tolist()
    return outlets if all(outlets) and len(set(outlets)) == len(outlets) else []


def _titles(articles: pd.DataFrame) -> list[str]:
    """The titles; of articles without one the first line, as the index has it, where it may be a headline and no other
    has the same; else the files."""
    rows = [*articles.itertuples()]
    lines = [quoted(line, 55) if len(line) <= _HEADLINE and rest else "" for line, rest in map(_first_line, rows)]
    often = Counter(lines)
    return [
        article.title or (line if often[line] == 1 else "") or article_name(article)
        for article, line in zip(rows, lines, strict=True)
    ]


def _first_line(article: Any) -> tuple[str, str]:
    """The first paragraph of a text and what follows, as far as they are needed."""
    begins, _, rest = article.text.strip()[:1000].partition("\n\n")
    return begins, rest


def _made_unique(articles: pd.DataFrame, names: Sequence[str]) -> dict[str, str]:
    """The names by article; those that several have get the article's number behind them."""
    found: dict[str, str] = {}
    taken = {name for name, number in Counter(names).items() if number > 1}
    for number, (article_id, name) in enumerate(zip(articles["article_id"], names, strict=True), 1):
        while name in taken:
            name = f"{name} ({number})"
        taken.add(name)
        found[article_id] = name
    return found


def how_many_speakers(speakers: pd.DataFrame) -> str:
    """How many speakers there are: each in every article that has it, with how many names they have among them.

    Every page counts speakers, which are the known sources, in this way.

    >>> rows = [("a", "Ana Ruiz"), ("a", "(unattributed)"), ("b", "Ana Ruiz"), ("b", "Ben Holm")]
    >>> how_many_speakers(pd.DataFrame(rows, columns=["article_id", "speaker"]))
    '3 speakers (2 names; who speaks in several articles counts in each)'
    """
    known = speakers.loc[~speakers["speaker"].isin([WRITER, UNATTRIBUTED]), "speaker"]
    text, names = amount(len(known), "speaker"), known.nunique()
    if names == len(known):
        return text
    return f"{text} ({count(names, 'name')}; who speaks in several articles counts in each)"


def in_how_many(name: str, speakers: pd.DataFrame) -> str:
    """In how many articles a named speaker is heard, and in how many if names that share its words are the same: "in
    10, perhaps 12 with “Donald J. Trump”"."""
    named = speakers.loc[speakers["named"], ["article_id", "speaker"]]
    others = _of_one_person([name, *named["speaker"].unique()])
    alike = list(dict.fromkeys(one if other == name else other for one, other in others if name in (one, other)))
    own, more = (named.loc[named["speaker"].isin(which), "article_id"].nunique() for which in ([name], [name, *alike]))
    also = listing([f"“{other}”" for other in alike])
    return f"in {own:,}{f', perhaps {more:,} with {also}' if more > own else ''}"


def _of_one_person(names: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of names that may be of one person, or body: one is a part of the other, with the same last word."""
    words = {name: name.casefold().replace(".", "").split() for name in names}
    with_last: dict[str, list[str]] = {}
    for name, parts in words.items():
        with_last.setdefault("".join(parts[-1:]), []).append(name)
    alike = ((one, other) for one, parts in words.items() for other in with_last["".join(parts[-1:])])
    return [(one, other) for one, other in alike if {*words[one]} < {*words[other]}]


def loose_names(speakers: pd.DataFrame) -> str:
    """That what several articles call alike need not be one source; "" where there is no such name."""
    loose = several_sources(speakers)
    if not loose:
        return ""
    first = max(loose, key=lambda name: loose[name])
    more = f" and {count(len(loose) - 1, 'more name')}" if len(loose) > 1 else ""
    return f"“{short(first, 60)}” (in {loose[first]:,} articles){more} may mean another source in each article."


def several_sources(speakers: pd.DataFrame) -> dict[str, int]:
    """What several articles call a source without a name ("the company"), which may be another in each, and in how many
    articles it is heard."""
    loose = speakers[~speakers["named"] & ~speakers["speaker"].isin([WRITER, UNATTRIBUTED])]
    articles = loose.groupby("speaker", sort=False)["article_id"].nunique()
    return {str(name): int(number) for name, number in articles[articles > 1].items()}


def doubtful_names(names: Iterable[str], speakers: pd.DataFrame) -> list[str]:
    """Of the names that are rows of a chart of several articles, in a sentence each: those of two rows that may be of
    one person ("Ruiz" and "Ana Ruiz"), and those of one row that may be of several sources."""
    drawn = [*names]
    if speakers["article_id"].nunique() < 2:
        return []
    named = set(speakers.loc[speakers["named"], "speaker"])
    twice = [f"{one} and {other}" for one, other in _of_one_person(name for name in drawn if name in named)]
    loose = several_sources(speakers)
    alike = [f"“{name}”, in {count(loose[name], 'article')}" for name in drawn if name in loose]
    return [
        *([f"Perhaps one person, or body, in two rows: {listing(twice, '; ')}."] if twice else []),
        *([f"In each article another source, perhaps: {listing(alike, '; ')}."] if alike else []),
    ]
