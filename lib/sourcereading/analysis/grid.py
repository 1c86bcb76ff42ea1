"""A grid of claims by tellings: what each of a few articles says of one thing, in which words, and how surely.

Most rows are claims (``claims.told_twice``). Where a telling is missing, the grid gives what the same speaker says
there instead. Two rows more are no claims: the words for a chance, and the words that keep distance from a source; they
set beside each other what no shared words bring together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from sourcereading.analysis.alignment import stem
from sourcereading.analysis.claims import marks_in_words
from sourcereading.analysis.differences import same_speaker, told_with_marks
from sourcereading.analysis.told_twice import WORD, tellings, words_of
from sourcereading.analysis.words import stopwords
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

CHANCES, DISTANCE = "words for a chance (of anything)", "words that keep distance from a source"
_WITH_MARKS = {CHANCES: "scale", DISTANCE: "shifts"}
_AROUND = 45
"""How many letters are shown on either side of a word for a chance."""
_MANY = 3
"""Who says more than so much besides is quoted with what shares a word with the claim."""


class Cell(NamedTuple):
    """What an article has: the words, where they are, who says them in which voice, and the marks in them."""

    start: int
    end: int
    text: str
    speaker: str
    voice: str
    marks: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid.

    Attributes
    ----------
    about : its speakers and the words that its tellings share; or one of ``CHANCES`` and ``DISTANCE``.
    cells : for each article that has it, the words.
    instead : for each article that has no such words, what a named speaker of the claim says there besides.
    """

    about: str
    cells: dict[str, list[Cell]]
    instead: dict[str, list[Cell]] = field(default_factory=dict)


def grid(reading: Reading, told: pd.DataFrame, ends: Mapping[str, int] | None = None) -> list[Row]:
    """The rows of the grid: claims with the strongest difference first, then the words for a chance and for distance.

    Parameters
    ----------
    reading : a Reading.
    told : the second table of ``told_twice``.
    ends : for each article, up to where its text is taken; claims that only one article then has are left out.
    """
    told = _within(told, ends)
    free = _free(reading, told, ends)
    rows = []
    for _, claim in told.groupby("claim", sort=True):
        if len(claim) > 1:
            told_by = zip(claim["article_id"], claim[[*Cell._fields]].itertuples(index=False), strict=True)
            cells = {article: [Cell(*one)] for article, one in told_by}
            rows.append(Row(claim["about"].iloc[0], cells, _instead(claim, free)))
    return rows + [row for about in _WITH_MARKS if (row := _marked(reading, about, ends)).cells]


def _within(rows: pd.DataFrame, ends: Mapping[str, int] | None) -> pd.DataFrame:
    return rows if ends is None else rows[rows["start"] < rows["article_id"].map(ends).astype("int64")]


def _free(reading: Reading, told: pd.DataFrame, ends: Mapping[str, int] | None) -> dict[str, list[Cell]]:
    """What named speakers say in each article that is in no claim."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in told[["article_id", "start", "end"]].itertuples(index=False):
        taken.setdefault(article, []).append((start, end))
    every = tellings(reading)
    said = every[~every["speaker"].isin([WRITER, UNATTRIBUTED])]
    rows = [
        one.Index
        for one in said.itertuples()
        if any(word[0].isupper() for word in WORD.findall(one.speaker))
        and (ends is None or one.start < ends[one.article_id])
        and not any(start < one.end and one.start < end for start, end in taken.get(one.article_id, ()))
    ]
    marked = told_with_marks(every, rows, reading.certainty)
    free: dict[str, list[Cell]] = {}
    for one in every.loc[rows].itertuples():
        cell = Cell(one.start, one.end, one.text, one.speaker, one.voice, marks_in_words(marked[one.Index]))
        free.setdefault(one.article_id, []).append(cell)
    return free


def _instead(claim: pd.DataFrame, free: Mapping[str, list[Cell]]) -> dict[str, list[Cell]]:
    """What the speakers of a claim say in the articles that do not tell it: all, where it is little, else what shares
    a word with the claim."""
    having = {stem(word) for text in claim["text"] for word in words_of(text) if word not in stopwords()}
    found = {}
    for article in free.keys() - set(claim["article_id"]):
        own = [one for one in free[article] if any(same_speaker(one.speaker, name) for name in claim["speaker"])]
        if len(own) > _MANY:
            own = [one for one in own if having & {stem(word) for word in words_of(one.text)}][:_MANY]
        if own:
            found[article] = own
    return found


def _marked(reading: Reading, about: str, ends: Mapping[str, int] | None) -> Row:
    """The marks of one direction, each with the words around it in its sentence."""
    marks = reading.certainty[reading.certainty["direction"] == _WITH_MARKS[about]]
    marks = _within(marks, ends)
    texts = dict(zip(reading.articles["article_id"], reading.articles["text"], strict=True))
    places = reading.sentences.set_index("sentence_id")[["start", "end"]]
    cells: dict[str, list[Cell]] = {}
    for mark in marks.itertuples():
        opens, closes = places.loc[mark.sentence_id]
        text = _around(texts[mark.article_id], mark.start, mark.end, opens, closes)
        cell = Cell(mark.start, mark.end, text, mark.speaker, mark.voice, " ".join(mark.text.split()))
        cells.setdefault(mark.article_id, []).append(cell)
    return Row(about, cells)


def _around(text: str, start: int, end: int, opens: int, closes: int) -> str:
    """A word with what stands around it in its sentence, cut at whole words."""
    before, after = text[opens:start], text[end:closes]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
