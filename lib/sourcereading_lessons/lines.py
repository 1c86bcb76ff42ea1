"""An article as a lesson has it: numbered lines, one a sentence, with who says what there and how sure.

The same lines are made from a key, marked by hand, and from what the program reads, so that the two can be compared.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sourcereading.analysis.statements import for_each
from sourcereading.attribution.voices import INFERRED, UNATTRIBUTED, WRITER
from sourcereading.text.paragraph_kinds import FURNITURE, TEXT
from sourcereading_evaluation.key_lines import Line, Said, Word, marked, with_marks
from sourcereading_evaluation.matching import Row

_ROW, _TITLE_ROW, _ROWS, _LINES = 60, 44, 59.5, 36
"""A side of A4: letters in a printed row and in a row of a title, rows, and sentences that the sheet has room for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An article for a lesson.

    Attributes
    ----------
    about : its row of the table ``articles``.
    lines : the sentences that fit on one side of A4, with what is marked there.
    before : sentences that are no part of the text (title, byline, dateline), to be printed without a number.
    left_out : how many sentences did not fit.
    """

    about: Any
    name: str
    lines: tuple[Line, ...]
    before: tuple[str, ...]
    left_out: int = 0

    def speakers(self) -> dict[str, bool]:
        """Whom the text quotes or paraphrases, and whether by name; quotations of nobody are left out."""
        return {one.speaker: one.named for line in self.lines for one in line.said if one.speaker != UNATTRIBUTED}

    def line_of(self, words: str) -> Line:
        """The line in which words of the text begin; a ValueError where they are in no line."""
        at = self.about.text.find(words)
        for line in self.lines:
            if line.start <= at < line.end:
                return line
        raise ValueError(f"{self.about.file}: no line has the words {words!r}; copy them from the text")


def as_read(reading: Any, article: str, name: str) -> Telling:
    """An article of a reading, by its ``article_id``, as the program reads it."""
    about = next(reading.articles[reading.articles["article_id"] == article].itertuples(index=False))
    sentences = reading.sentences[reading.sentences["article_id"] == article]
    body = sentences[sentences["kind"] == TEXT]
    start = body["start"].min()  # NaN, before which nothing stands, where there is no text
    head = sentences.loc[~sentences["kind"].isin((TEXT, FURNITURE)) & (sentences["start"] < start), "text"].tolist()
    kept = body.iloc[: _fitting(body, head, about.title)]
    said, words = _said(reading, article), _words(reading.certainty, article)
    lines = [
        with_marks(Line(number, row.paragraph, row.start, row.end, row.text), said, words)
        for number, row in enumerate(kept.itertuples(index=False), 1)
    ]
    return Telling(about, name, tuple(lines), tuple(head), len(body) - len(kept))


def as_marked(telling: Telling, attribution: Row, certainty: Row, unnamed: Sequence[str]) -> Telling:
    """The same article as its rows of the two keys in ``data/gold`` have it; the text does not name the speakers
    ``unnamed``."""
    return replace(telling, lines=marked(telling.lines, attribution, certainty, unnamed))


def _said(reading: Any, article: str) -> list[Said]:
    own = reading.statements[reading.statements["article_id"] == article]
    table = reading.speakers[reading.speakers["article_id"] == article]
    named = dict(zip(table["speaker"], table["named"], strict=True))
    speakers = dict(zip(own["statement_id"], own["speaker"], strict=True))
    rows = own[(own["speaker"] != WRITER) & (own["reporting_clause_of"] == "")]
    members = for_each(rows[["article_id", "speaker"]].assign(together=rows["speaker"]), table)
    named |= members["speaker"].map(named).groupby(members["together"]).all().to_dict()  # of several: all are named
    return [
        Said(
            row.speaker, row.voice, row.cue, speakers.get(row.parent_id, ""), named[row.speaker], row.start, row.end,
            row.speaker_basis in INFERRED,
        )
        for row in rows.itertuples(index=False)
    ]


def _words(certainty: Any, article: str) -> list[Word]:
    rows = certainty[certainty["article_id"] == article]
    return [
        Word(row.text, row.start, row.end, direction=row.direction, type=row.type)
        for row in rows.itertuples(index=False)
    ]


def _fitting(body: Any, head: Sequence[str], title: str) -> int:
    """How many sentences fit on one side of A4, below the title and what else stands before the text."""
    used = 1.5 * _rows(title, _TITLE_ROW) + sum(_rows(text, _ROW) for text in head if text != title)
    paragraph = None
    for number, row in enumerate(body.itertuples(index=False)):
        used += _rows(row.text, _ROW) + (0.3 if row.paragraph != paragraph else 0)
        paragraph = row.paragraph
        if number and (used > _ROWS or number >= _LINES):
            return number
    return len(body)


def _rows(text: str, width: int) -> int:
    return len(textwrap.wrap(text, width))
