"""The annotated text of one article: the text as it stands, with voices, marks and issues shown in place.

Everything that is not the article's own text carries the class ``x``; without those elements and without tags the
fragment is the article's text again. No script: a mark's sign is a button that opens its popover.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.display import escape
from sourcereading.segment import TEXT
from sourcereading.tables import WRITER
from sourcereading.telling import SYMBOLS, TYPES, number_range, range_lines, speaker_name

VOICES = {"direct": "quoted", "mixed": "reported, partly quoted", "indirect": "reported", "writer": "the writer"}

MEANINGS = {
    "lowers": "lowers certainty",
    "suspends": "makes it depend on a condition",
    "shifts": "shifts the responsibility to the source",
    "scale": "puts a probability on it",
    "blurs": "leaves the measure vague",
    "raises": "raises certainty",
}


class Span(NamedTuple):
    """A row of a table as a span: ``row`` is the row itself."""

    start: int
    end: int
    row: Any


@dataclass
class Article:
    """One article's rows of every table, in order of the text."""

    about: Any
    sentences: list[Any]
    statements: list[Any]
    marks: list[Any]
    issues: list[Any]
    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, reading: Any, article_id: str) -> Article:
        """The article with an id; a KeyError says which ids there are."""
        found = reading.articles[reading.articles["article_id"] == article_id]
        if not len(found):
            known = ", ".join(reading.articles["article_id"].head(5))
            raise KeyError(f"no article {article_id!r} in this reading; it has {known}")
        tables = (reading.sentences, reading.statements, reading.certainty, reading.issues)
        article = cls(next(found.itertuples(index=False)), *(_rows(table, article_id) for table in tables))
        for row in article.statements:
            if row.speaker != WRITER and row.frame_of == "":
                article.numbers.setdefault(row.statement_id, len(article.numbers) + 1)
        return article


def _rows(table: pd.DataFrame, article_id: str) -> list[Any]:
    rows = table[table["article_id"] == article_id]
    order = ["start", "end"] if "end" in rows.columns else ["start"]
    return list(rows.sort_values(order, ascending=[True, False][: len(order)], kind="stable").itertuples(index=False))


def annotated_text(article: Article, linked: bool = True) -> str:
    """The article's text as HTML paragraphs.

    Parameters
    ----------
    article : the article's rows.
    linked : whether a statement's label links to ``#claim-N``, its row in the ledger.
    """
    parts = [_paragraph(article, start, end, kind, linked) for start, end, kind in _paragraphs(article)]
    return f'<div class="a-text">{"".join(parts)}</div>'


def _paragraphs(article: Article) -> list[tuple[int, int, str]]:
    """Spans that cover the whole text, one a paragraph, with the kind of its first sentence."""
    spans: list[list[Any]] = []
    number = None
    for row in article.sentences:
        if spans and row.paragraph == number:
            spans[-1][1] = row.end
            if row.kind == TEXT:
                spans[-1][2] = TEXT
        else:
            spans.append([spans[-1][1] if spans else 0, row.end, row.kind])
            number = row.paragraph
    text = article.about.text
    if not spans:
        spans.append([0, len(text), TEXT])
    spans[-1][1] = len(text)
    return [(start, end, kind) for start, end, kind in spans]


def _paragraph(article: Article, start: int, end: int, kind: str, linked: bool) -> str:
    text = article.about.text
    while start < end and text[start].isspace():
        start += 1
    statements = _within(article.statements, start, end)
    marks = _within(article.marks, start, end)
    issues = _within(article.issues, start, end)
    pieces = _atoms(start, end, statements, marks, issues)
    body = _Writer(article, linked).nest(pieces, 0)
    head = "" if kind == TEXT else " a-head"
    return f'<div class="a-par{head}"><p dir="auto">{body}</p>{_margin(issues)}</div>\n'


def _within(rows: Sequence[Any], start: int, end: int) -> list[Span]:
    """The rows that reach into a span, cut to it."""
    first = bisect_right(rows, start, key=lambda row: row.start)
    last = bisect_right(rows, end - 1, key=lambda row: row.start)
    while first and rows[first - 1].start >= start:
        first -= 1
    return [Span(row.start, min(row.end, end), row) for row in rows[first:last] if row.start >= start]


class _Atom(NamedTuple):
    """A stretch in which nothing changes: the statements around it, outermost first, its mark and its issue."""

    start: int
    end: int
    statements: tuple[Span, ...]
    mark: Span | None
    issue: Span | None


def _atoms(start: int, end: int, statements: list[Span], marks: list[Span], issues: list[Span]) -> list[_Atom]:
    edges = sorted({start, end} | {edge for span in (*statements, *marks, *issues) for edge in span[:2]})
    open_now: list[Span] = []
    waiting = list(reversed(statements))
    atoms = []
    for left, right in pairwise(edges):
        open_now = [span for span in open_now if span.end > left]
        while waiting and waiting[-1].start <= left:
            open_now.append(waiting.pop())
        atoms.append(_Atom(left, right, tuple(open_now), _at(marks, left), _at(issues, left)))
    return atoms


def _at(spans: list[Span], position: int) -> Span | None:
    at = bisect_right(spans, position, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and position < spans[at].end else None


class _Writer:
    """Writes the atoms of a paragraph as nested spans."""

    def __init__(self, article: Article, linked: bool) -> None:
        self.article = article
        self.text: str = article.about.text
        self.linked = linked
        self.last = ("", "", "")  # speaker, voice and correction of the label before

    def nest(self, atoms: Iterable[_Atom], depth: int) -> str:
        """The atoms within ``depth`` statements."""
        parts = []
        for span, group in groupby(atoms, key=lambda atom: next(iter(atom.statements[depth:]), None)):
            if span is None:
                parts.append(self.marked(list(group)))
                continue
            name = "a-frame" if span.row.frame_of else f"a-{span.row.voice}"
            nested = " a-nested" if depth else ""
            parts.append(f'<span class="{name}{nested}">{self.label(span.row)}{self.nest(group, depth + 1)}</span>')
        return "".join(parts)

    def label(self, row: Any) -> str:
        """Who speaks and how, where that is not what the label before says."""
        if row.speaker == WRITER:
            return ""
        if (row.speaker, row.voice, row.corrected) == self.last:
            return ""
        self.last = (row.speaker, row.voice, row.corrected)
        said = f"<bdi>{escape(speaker_name(row.speaker))}</bdi>, {VOICES.get(row.voice, row.voice)}"
        said += ", corrected" if row.corrected else ""
        number = self.article.numbers.get(row.statement_id)
        if self.linked and number:
            return f'<a class="x a-who" href="#claim-{number}">{said} </a>'
        return f'<span class="x a-who">{said} </span>'

    def marked(self, atoms: list[_Atom]) -> str:
        parts = []
        for mark, group in groupby(atoms, key=lambda atom: atom.mark):
            pieces = list(group)
            if mark is None:
                parts += map(self.plain, pieces)
                continue
            held, last = "", pieces[-1].end
            if pieces[0].start == mark.start:  # else a statement's edge cuts the mark, and its sign stands before
                first, *pieces = *self.split(pieces[0]), *pieces[1:]
                held = f'<span class="a-hold">{_sign(mark.row)}{self.plain(first)}</span>'
            inside = held + "".join(map(self.plain, pieces))
            ends = _range(mark.row) if last == mark.end else ""
            parts.append(f'<span class="a-mark a-{escape(mark.row.direction)}">{inside}</span>{ends}')
        return "".join(parts)

    def split(self, atom: _Atom) -> list[_Atom]:
        """An atom's first word, which its sign stays with at a line's end, and the rest."""
        words = self.text[atom.start : atom.end].split(None, 1)
        if len(words) < 2:
            return [atom]
        cut = atom.end - len(words[1])
        return [atom._replace(end=cut), atom._replace(start=cut)]

    def plain(self, atom: _Atom) -> str:
        text = escape(self.text[atom.start : atom.end])
        return f'<span class="a-issue">{text}</span>' if atom.issue else text


def _sign(row: Any) -> str:
    """A mark's sign, a button that opens what is known of it."""
    anchor = f"mark-{row.mark_id.rpartition('.')[2]}"
    label = f"“{' '.join(row.text.split())}” {MEANINGS.get(row.direction, row.direction)}: more"
    entries = "".join(f"<span><b>{name}</b> <bdi>{escape(value)}</bdi></span>" for name, value in mark_details(row))
    return (
        f'<button type="button" class="x a-sign a-{escape(row.direction)}" popovertarget="{escape(anchor)}" '
        f'aria-label="{escape(label)}">{SYMBOLS.get(row.direction, "•")}</button>'
        f'<span class="x a-more" popover id="{escape(anchor)}">{entries}</span>'
    )


def mark_details(row: Any) -> list[tuple[str, str]]:
    """What is known of a mark: (question, answer), the empty ones left out."""
    voice = VOICES.get(row.voice, row.voice)
    owner = speaker_name(row.speaker) if row.speaker == WRITER else f"{speaker_name(row.speaker)}, {voice}"
    kind = f"{TYPES.get(row.type, row.type)}: {MEANINGS.get(row.direction, row.direction)}"
    found = [("Mark", " ".join(row.text.split())), ("Kind", kind), ("Whose", owner), ("Why", row.rule)]
    if row.basis or row.type == "probability":
        found.append(("In numbers", "; ".join(range_lines(row))))
    if row.phrase and row.basis in ("synonym", "proxy"):
        found.append(("Asked about", f"“{row.phrase}”"))
    if row.source:
        number = f", n {row.n:,.0f}" if row.n == row.n else ""
        found.append(("Source", f"{row.source}{number}"))
    if row.note:
        found.append(("Note", row.note))
    if row.corrected:
        found.append(("Corrected by", row.corrected))
    return found


def _range(row: Any) -> str:
    """The range of a probability as it is printed in the line; not for a mere modal verb, nor for a number that
    stands there already."""
    if row.type != "probability" or row.low != row.low:
        return ""
    if row.basis == "numeric":
        stated = number_range(row.low, row.high)
        ends = {f"{value:.0f}" for value in (row.low, row.high)}
        if all(end in row.text for end in ends):
            return ""
        return f'<span class="x a-range">\xa0[{stated}]</span>'
    said = ", ".join(line.partition(", median")[0] for line in range_lines(row))
    return f'<span class="x a-range">\xa0[{escape(said)}]</span>'


def _margin(issues: list[Span]) -> str:
    """The issues of a paragraph with their words, to stand beside it."""
    found: dict[str, list[str]] = {}
    for span in issues:
        words = found.setdefault(span.row.issue, [])
        said = " ".join(span.row.text.split())
        if said not in words:
            words.append(said)
    if not found:
        return ""
    items = "".join(
        f"<li><b>{escape(issue)}</b> <bdi>{escape(', '.join(words))}</bdi></li>" for issue, words in found.items()
    )
    return f'<ul class="x a-margin" aria-label="Issues in this paragraph">{items}</ul>'
