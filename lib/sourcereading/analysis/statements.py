"""The rows of the table ``statements`` that are counted and shown, and the chain of sources of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from sourcereading.attribution.addressees import OBJECTS
from sourcereading.attribution.voices import (
    DIRECT,
    INDIRECT,
    MIXED,
    UNATTRIBUTED,
    VOICES,
    WRITER,
    in_words,
    speaker_name,
)
from sourcereading.reading.rows import cells_of, texts_of
from sourcereading.reading.wording import count
from sourcereading.text.sentences import TEXT


def in_body(frame: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table that are in sentences of the text, not in a heading, a caption or other furniture."""
    body = sentences.loc[sentences["kind"] == TEXT, "sentence_id"]
    return frame[frame["sentence_id"].isin(body)].reset_index(drop=True)


def reported(statements: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per statement of a speaker (other than the writer), its parts joined: the first part's row, with
    ``text`` and ``words`` of all. The text of what is denied begins with "denies:"."""
    rows = statements[(statements["speaker"] != WRITER) & (statements["reporting_clause_of"] == "")]
    return joined(rows, articles)


def joined(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``statements`` with the parts of each statement as one row, in order of the text.

    Neighbouring sentences follow each other; " … " shows that the article has other text between two parts, and
    "denies:" that the speaker denies them.
    """
    keys = ["article_id", "statement_id"]
    rows = rows.sort_values([*keys, "part"], kind="stable")
    first = rows.drop_duplicates(keys).reset_index(drop=True)
    if not len(first):
        return first
    sums = rows.groupby(keys, sort=False)[["words", "quoted_words"]].sum()  # in the order of `first`
    said = said_in(places_by(rows, keys), first["denied"], articles)
    first = first.assign(
        text=pd.Series(said, dtype="str"), words=sums["words"].array, quoted_words=sums["quoted_words"].array
    )
    return first.sort_values(["article_id", "start"], kind="stable", ignore_index=True)


Places = dict[tuple[str, ...], list[tuple[int, int]]]
"""Where the parts of each statement are, by its article and what else makes it one."""


def places_by(rows: pd.DataFrame, keys: Sequence[str]) -> Places:
    """Where the rows of each statement begin and end; the first of ``keys`` is ``article_id``."""
    places: Places = {}
    for *key, start, end in cells_of(rows, *keys, "start", "end"):
        places.setdefault(tuple(key), []).append((start, end))
    return places


def said_in(places: Places, denied: Iterable[bool], articles: pd.DataFrame) -> list[str]:
    """The words at the places of each statement; with "denies:" before what is ``denied``."""
    texts = texts_of(articles)
    each = zip(places.items(), denied, strict=True)
    return [in_words(in_one_line(texts[article], parts), deny) for ((article, *_), parts), deny in each]


def with_denials(rows: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Rows of a table whose ``text`` is words of the statement ``statement_id``, to be listed: with "denies:" before
    what is denied."""
    denied = rows["statement_id"].isin(statements.loc[statements["denied"], "statement_id"])
    said = [in_words(text, deny) for text, deny in zip(rows["text"], denied, strict=True)]
    return rows.assign(text=pd.Series(said, index=rows.index, dtype="str"))


def for_each(statements: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``statements``, those of several who speak together once for each of them ("Ana Ruiz and Ben Holm" for
    Ana Ruiz and for Ben Holm), as the table ``speakers`` counts them."""
    return for_each_of(statements, _each(statements, speakers))


def for_each_of(rows: pd.DataFrame, names: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Each row once for each of its names, which are the column ``speaker``."""
    again = np.repeat(np.arange(len(names)), np.array([len(each) for each in names], dtype=np.int64))
    each_name = pd.Series([name for each in names for name in each], dtype="str")
    return rows.iloc[again].reset_index(drop=True).assign(speaker=each_name)


def _each(statements: pd.DataFrame, speakers: pd.DataFrame) -> list[list[str]]:
    """Who speaks in each row of ``statements``: one, or several together."""
    of_article: dict[str, list[str]] = {}
    for article, name in cells_of(speakers, "article_id", "speaker"):
        of_article.setdefault(article, []).append(name)
    said = list(cells_of(statements, "article_id", "speaker"))
    each = {(article, name): _together(name, of_article.get(article, [])) or [name] for article, name in {*said}}
    return [each[row] for row in said]


def _together(name: str, speakers: Sequence[str]) -> list[str]:
    """The speakers whom a name joins; [] where it joins none."""
    if name in speakers:
        return [name]
    for first in speakers:
        for link in (", ", " and "):
            rest = name.removeprefix(first + link)
            if rest != name and (others := _together(rest, speakers)):
                return [first, *others]
    return []


def how_many(claims: pd.DataFrame, speakers: pd.DataFrame) -> str:
    """How many statements, as :func:`reported` gives them, and of how many speakers: "3 statements of 2 speakers", "1
    statement without a known speaker"."""
    known = claims[claims["speaker"] != UNATTRIBUTED]
    each = zip(known["article_id"], _each(known, speakers), strict=True)
    number = len({(article, name) for article, names in each for name in names})
    loose = len(claims) - len(known)
    if len(known) == 0:
        return f"{count(loose, 'statement')}{' without a known speaker' if loose else ''}"
    text = f"{count(len(known), 'statement')} of {count(number, 'speaker')}"
    return f"{text}, and {loose:,} without a known speaker" if loose else text


def in_one_line(text: str, spans: Iterable[Sequence[int]]) -> str:
    """Stretches of a text, one after the other, with " … " where more than white space is left out between them.

    >>> in_one_line("“Well,” he said. “It rains.  It pours.”", [(0, 7), (17, 27), (29, 39)])
    '“Well,” … “It rains. It pours.”'
    """
    said, last = "", 0
    for start, end in spans:
        between = text[last:start] if said else ""
        said += (" … " if between.strip() else between and " ") + text[start:end]
        last = end
    return said


def through(statement: Any, statements: Mapping[str, Any]) -> list[str]:
    """The chain of sources of a statement after its speaker: to whom it was said, who reports it, and whether the
    writer quotes or paraphrases it. ``statements`` are the rows of ``reported`` of its article by their ids.

    >>> rows = {row.statement_id: row for row in reported(reading.statements, reading.articles).itertuples()}
    >>> through(next(iter(rows.values())), rows)
    ['speaking to journalist Sohrab Ahmari', 'paraphrased by the writer']
    """
    parts = []
    if statement.addressee:
        said_to = " ".join(statement.addressee.split())
        parts.append(f"speaking to {f'“{said_to}”' if said_to.lower() in OBJECTS else said_to}")
    outermost, around = statement, statements.get(statement.parent_id)
    while around is not None:
        parts.append(f"reported by {speaker_name(around.speaker)}")
        outermost, around = around, statements.get(around.parent_id)
    if DIRECT in (statement.voice, outermost.voice) or 0 < statement.quoted_words == statement.words:
        voice = DIRECT
    else:
        voice = MIXED if statement.quoted_words else INDIRECT
    return [*parts, f"{VOICES[voice]} by the writer"]


def chain(statement: Any, statements: Mapping[str, Any]) -> str:
    """The chain of sources of a statement: "J.D. Vance, speaking to journalist Sohrab Ahmari, paraphrased by the
    writer"."""
    return ", ".join([speaker_name(statement.speaker), *through(statement, statements)])
