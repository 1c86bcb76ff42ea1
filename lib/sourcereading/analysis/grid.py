"""A grid of claims by tellings: what each of a few articles says of one thing, in which words, and how surely.

Most rows are claims (``claims.told_twice``). Where a telling is missing, the grid gives what the same speaker says
there instead. Two rows more are no claims: the words for a chance, and the words that keep distance from a source; they
set beside each other what no shared words bring together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from sourcereading.analysis.alignment import stem
from sourcereading.analysis.claims import marks_in_words
from sourcereading.analysis.differences import same_speaker, told_with_marks
from sourcereading.analysis.told_twice import WORD, tellings, words_of
from sourcereading.analysis.words import stopwords
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.reading import Reading
from sourcereading.reading.rows import texts_of

CHANCES, DISTANCE = "words for a chance (of anything)", "words that keep distance from a source"
NOT_THERE = "not there"
_WITH_MARKS = {CHANCES: "scale", DISTANCE: "shifts"}
_NOWHERE = np.empty((0, 2), dtype="int64")
_AROUND = 45
"""How many letters are shown on either side of a word for a chance."""
_MANY = 3
"""Who says more than so much besides is quoted with what shares a word with the claim; and so many words of a kind
are shown of an article."""


class Cell(NamedTuple):
    """What an article has: the words, where they are, who says them in which voice, and the marks in them."""

    start: int
    end: int
    text: str
    speaker: str
    voice: str
    marks: str


Free = dict[str, dict[str, list[int]]]
"""Which tellings are in no claim, by article and speaker."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid.

    Attributes
    ----------
    about : its speakers and the words that its tellings share; or one of ``CHANCES`` and ``DISTANCE``.
    cells : for each article that has it, the words.
    instead : for each article that has no such words, what a named speaker of the claim says there besides.
    more : for each article that has more, how many words besides the first few are left out.
    """

    about: str
    cells: dict[str, list[Cell]]
    instead: dict[str, list[Cell]] = field(default_factory=dict)
    more: dict[str, int] = field(default_factory=dict)

    def parts(self, article: str) -> Iterator[Cell | str]:
        """What stands in the grid for an article: its words, and in a remark what is left out, or not there."""
        if article in self.cells:
            yield from self.cells[article]
            if article in self.more:
                yield f"and {self.more[article]} more"
        elif article in self.instead:
            yield f"{NOT_THERE}; the same speaker here:"
            yield from self.instead[article]
        else:
            yield "none found" if self.about in _WITH_MARKS else NOT_THERE


def grid(reading: Reading, told: pd.DataFrame, ends: Mapping[str, int] | None = None) -> list[Row]:
    """The rows of the grid: claims with the strongest difference first, then the words for a chance and for distance.
    ``told`` is the second table of ``told_twice``; ``ends`` says up to where the text of each article is taken, and
    claims that only one article then has are left out."""
    told, every = _within(told, ends), tellings(reading)
    free = _free(every, told, ends)
    claims = [claim for _, claim in told.groupby("claim", sort=True) if len(claim) > 1]
    instead = [_instead(claim, every, free) for claim in claims]
    wanted = sorted({row for found in instead for own in found.values() for row in own})
    cell_of = dict(zip(wanted, _cells(every, wanted, reading), strict=True))
    rows = []
    for claim, found in zip(claims, instead, strict=True):
        told_by = zip(claim["article_id"], claim[[*Cell._fields]].itertuples(index=False), strict=True)
        cells = {article: [Cell(*one)] for article, one in told_by}
        others = {article: [cell_of[row] for row in own] for article, own in found.items()}
        rows.append(Row(claim["about"].iloc[0], cells, others))
    return rows + [row for about in _WITH_MARKS if (row := _marked(reading, about, ends)).cells]


def _within(rows: pd.DataFrame, ends: Mapping[str, int] | None) -> pd.DataFrame:
    return rows if ends is None else rows[rows["start"] < rows["article_id"].map(ends).astype("int64")]


def _cells(every: pd.DataFrame, rows: list[int], reading: Reading) -> list[Cell]:
    """Some tellings with their marks."""
    marked = told_with_marks(every, rows, reading.certainty)
    return [
        Cell(one.start, one.end, one.text, one.speaker, one.voice, marks_in_words(marked[one.Index]))
        for one in every.loc[rows].itertuples()
    ]


def _free(every: pd.DataFrame, told: pd.DataFrame, ends: Mapping[str, int] | None) -> Free:
    """What named speakers say in each article that is in no claim."""
    taken = {article: rows[["start", "end"]].to_numpy() for article, rows in told.groupby("article_id")}
    said = _within(every[~every["speaker"].isin([WRITER, UNATTRIBUTED])], ends)
    named = {name for name in set(said["speaker"]) if any(word[0].isupper() for word in WORD.findall(name))}
    free: Free = {}
    for one in said[said["speaker"].isin(named)].itertuples():
        places = taken.get(one.article_id, _NOWHERE)
        if not ((places[:, 0] < one.end) & (one.start < places[:, 1])).any():
            free.setdefault(one.article_id, {}).setdefault(one.speaker, []).append(one.Index)
    return free


def _instead(claim: pd.DataFrame, every: pd.DataFrame, free: Free) -> dict[str, list[int]]:
    """What the speakers of a claim say in the articles that do not tell it: all, where it is little, else what shares
    a word with the claim."""
    having = {stem(word) for text in claim["text"] for word in words_of(text) if word not in stopwords()}
    speakers, found = set(claim["speaker"]), {}
    for article in free.keys() - set(claim["article_id"]):
        names = [name for name in free[article] if any(same_speaker(name, other) for other in speakers)]
        own = sorted(row for name in names for row in free[article][name])
        if len(own) > _MANY:
            own = [row for row in own if having & {stem(word) for word in words_of(every.at[row, "text"])}][:_MANY]
        if own:
            found[article] = own
    return found


def _marked(reading: Reading, about: str, ends: Mapping[str, int] | None) -> Row:
    """The marks of one direction, each with the words around it in its sentence."""
    marks = _within(reading.certainty[reading.certainty["direction"] == _WITH_MARKS[about]], ends)
    texts = texts_of(reading.articles)
    places = reading.sentences.set_index("sentence_id")[["start", "end"]]
    cells: dict[str, list[Cell]] = {}
    for mark in marks.groupby("article_id").head(_MANY).itertuples():
        opens, closes = places.loc[mark.sentence_id]
        text = _around(texts[mark.article_id], mark.start, mark.end, opens, closes)
        cell = Cell(mark.start, mark.end, text, mark.speaker, mark.voice, " ".join(mark.text.split()))
        cells.setdefault(mark.article_id, []).append(cell)
    more = {article: number - _MANY for article, number in marks["article_id"].value_counts().items() if number > _MANY}
    return Row(about, cells, more=more)


def _around(text: str, start: int, end: int, opens: int, closes: int) -> str:
    """A word with what stands around it in its sentence, cut at whole words."""
    before, after = text[opens:start], text[end:closes]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return " ".join(f"{before}{text[start:end]}{after}".split())
