"""Articles read one after the other in this process: the rows of each gathered into tables."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from sourcereading.issues import Codebook
from sourcereading.reading.corrections import NONE, Corrections
from sourcereading.reading.one_article import ArticleReading
from sourcereading.reading.packed_table import PackedTable
from sourcereading.reading.schema import SCHEMAS, Cells
from sourcereading.reading.token_offsets import TokenOffsets
from sourcereading.sentiment import SCORERS
from sourcereading.text.lexicon import DataError

Progress = Callable[[int, int, str], None]
"""Called after each article with how many are done, how many there are, and the article's file; before, while the
articles are opened, with 0, 0 and which."""

Found = tuple[dict[str, PackedTable], TokenOffsets]
Kept: TypeAlias = pd.DataFrame | PackedTable | TokenOffsets

LOG = logging.getLogger("sourcereading")


class Manner(NamedTuple):
    """How articles are read: with which codebook, which corrections of readers, and which scorers of tone."""

    codebook: Codebook
    corrections: Corrections = NONE
    scorers: Sequence[str] = SCORERS


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
    """Reading an article leaves no objects that hold each other, so nobody needs to look for them: Python would after
    every few hundred new objects, at last in everything, word lists and all: a seventh of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def analysed(
    articles: Sequence[dict[str, Any]],
    manner: Manner,
    progress: Progress | None = None,
    problems: list[Cells] | None = None,
) -> dict[str, pd.DataFrame]:
    """The tables of some articles but ``problems``, as :func:`found_in` takes them."""
    kept = as_read(found_in(articles, manner, progress, problems))
    return {name: made(kept[name]) for name in SCHEMAS if name in kept}


def as_read(found: Found) -> dict[str, Kept]:
    """The tables by name: ``articles``, and the others packed with what they are made of, whatever becomes of it."""
    packed, tokens = found
    about = packed["articles"].table()
    for name in packed.keys() - {"articles"}:
        packed[name].articles = about
    tokens.sentences = packed["sentences"]
    return {**packed, "articles": about.copy(deep=False), "tokens": tokens}


def made(kept: Kept) -> pd.DataFrame:
    """A table that may be packed."""
    return kept if isinstance(kept, pd.DataFrame) else kept.table()


@_no_search_for_circles()
def found_in(
    articles: Sequence[dict[str, Any]],
    manner: Manner,
    progress: Progress | None = None,
    problems: list[Cells] | None = None,
) -> Found:
    """The tables of some articles but ``problems``, packed, and their tokens.

    Where ``problems`` is given, it gets the rows of that table: a warning of what could not be read surely, and a
    refusal of each article that makes the program fail; but what is wrong with the project's own data is wrong for
    every article, and stops.
    """
    packed, tokens = nothing_found(manner)
    for number, article in enumerate(articles, 1):
        try:
            read_one = ArticleReading(article, manner.codebook, manner.corrections, manner.scorers)
            tables = read_one.tables()
        except DataError:
            raise
        except Exception as error:
            if problems is None:
                raise
            LOG.debug("%s made the program fail", article["file"], exc_info=True)
            reason = f"the program failed on this text ({type(error).__name__}: {error}); please report it"
            if isinstance(error, MemoryError):
                reason = "it needs more memory than there is; split it, or read it on a larger machine"
            problems.append((article["file"], "refused", reason))
            tables = {}
        else:
            tokens.add(read_one.sentences)
            if problems is not None:
                problems.extend((article["file"], "warned", warning) for warning in read_one.warnings)
        for name, found in tables.items():
            packed[name].add(found)
        if progress:
            progress(number, len(articles), article["file"])
    for rows in packed.values():
        rows.pack()
    return packed, tokens


def nothing_found(manner: Manner) -> Found:
    """What is found in no articles."""
    people = manner.corrections.own_columns
    names = [name for name in SCHEMAS if name not in ("problems", "tokens")]
    packed = {name: PackedTable(name, own_columns(name, manner.codebook, people)) for name in names}
    return packed, TokenOffsets()


def own_columns(name: str, codebook: Codebook, of_people: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of the analyst's own that a table has: those of the codebook, and those of people.csv."""
    return {"issues": codebook.own_columns, "speakers": of_people}.get(name, ())
