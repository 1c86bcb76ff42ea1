"""The annotated text of one article: the text as it was read, with voices, marks and issues shown in place.

Everything that is not the article's own text carries the class ``x``; without those elements and without tags the
fragment is the article's text again. No script: a statement's number and a mark's sign are buttons, each opens its
popover.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.counts import outside_names
from sourcereading.analysis.statements import chain, in_one_line, reported
from sourcereading.attribution.voices import (
    DIRECT,
    INFERRED,
    INFERRED_SIGN,
    WRITER,
    denying,
    named_by,
    speaker_name,
    voiced,
)
from sourcereading.certainty.in_numbers import has_number, in_numbers, range_lines
from sourcereading.certainty.labels import DIRECTION_WORDS, TYPES, level_words, sign, strength
from sourcereading.reading.rows import rows_of
from sourcereading.reading.wording import listing, short
from sourcereading.report.markup import escape, shown
from sourcereading.report.show import FOLDED_ROWS
from sourcereading.sentiment.scores import signed
from sourcereading.text.paragraph_kinds import HEADING, TEXT
from sourcereading.text.paths import ReaderError

CLAIM_ROWS = 30
"""How many statements the table on an article's page shows at once."""


class Span(NamedTuple):
    """A row of a table as a span: ``row`` is the row itself."""

    start: int
    end: int
    row: Any


@dataclass
class Article:
    """One article's rows of every table, in order of the text; of issues, the mentions that count.

    ``claims`` has the statements of speakers by their ids, one row each, ``reported`` the same as a table; ``numbers``
    counts them, and ``reporting_clauses`` has the words that introduce them ("Vance said").
    """

    about: Any
    sentences: list[Any]
    statements: list[Any]
    marks: list[Any]
    issues: list[Any]
    claims: dict[str, Any]
    reported: pd.DataFrame
    reporting_clauses: dict[str, str]
    numbers: dict[str, int]

    @classmethod
    def of(cls, reading: Any, article_id: str | None = None, claims: pd.DataFrame | None = None) -> Article:
        """The article with an id, or the first; a ReaderError says that there is none, or which ids there are.
        ``claims`` are what :func:`reported` gives of it, where that is known already."""
        if not len(reading.articles):
            refused = "the table problems says which files were refused, and why"
            raise ReaderError(f"there is no article to show; {refused}")
        if article_id is None:
            article_id = reading.articles["article_id"].iloc[0]
        found = reading.articles[reading.articles["article_id"] == article_id]
        if not len(found):
            known = listing([repr(name) for name in reading.articles["article_id"]], most=3)
            raise ReaderError(f"no article {article_id!r} in this reading; its column article_id has {known}")
        tables = (reading.sentences, reading.statements, reading.certainty, outside_names(reading.issues))
        sentences, statements, marks, issues = (_rows(table, article_id) for table in tables)
        if claims is None:
            claims = reported(reading.statements[reading.statements["article_id"] == article_id], found)
        about = next(rows_of(found))
        by_id = {row.statement_id: row for row in rows_of(claims)}
        spans: dict[str, list[tuple[int, int]]] = {}
        for row in statements:
            if row.reporting_clause_of:
                spans.setdefault(row.reporting_clause_of, []).append((row.start, row.end))
        clauses = {name: " ".join(in_one_line(about.text, parts).split()) for name, parts in spans.items()}
        numbers = {name: number for number, name in enumerate(by_id, 1)}
        return cls(about, sentences, statements, marks, issues, by_id, claims, clauses, numbers)


def _rows(table: pd.DataFrame, article_id: str) -> list[Any]:
    return sorted(rows_of(table[table["article_id"] == article_id]), key=lambda row: (row.start, -row.end))


def annotated_text(article: Article, prefix: str = "") -> str:
    """The article's text as HTML paragraphs. ``prefix`` begins every id, where the text stands on a page with others;
    without one it is on the article's own page, and what opens at a statement's number links to its row in the table
    of statements there."""
    parts = [_paragraph(article, *paragraph, prefix) for paragraph in _paragraphs(article)]
    return f'<div class="a-text">{"".join(parts)}</div>'


def paragraph_anchor(number: int) -> str:
    """The id of a paragraph on the article's page; its number as the table ``sentences`` has it."""
    return f"p-{number}"


def claim_anchor(number: int) -> str:
    """The id of a statement in the page's table; in its text, where the table leaves the statement to its CSV."""
    return f"claim-{number}" if number <= CLAIM_ROWS + FOLDED_ROWS else f"words-{number}"


def mark_anchor(mark_id: str) -> str:
    """The id of a mark's sign on the article's page."""
    return f"at-{mark_id.rpartition('.')[2]}"


def has_asides(article: Article) -> bool:
    """Whether the text has paragraphs that are shown small: captions, bylines and what is no part of the article."""
    return any(kind not in (TEXT, HEADING) for _, _, kind, _ in _paragraphs(article))


def _paragraphs(article: Article) -> list[tuple[int, int, str, int]]:
    """Spans that cover the whole text, one a paragraph, with the kind of its first sentence and its number."""
    spans: list[list[Any]] = []
    number = None
    for row in article.sentences:
        if spans and row.paragraph == number:
            spans[-1][1] = row.end
            if row.kind == TEXT:
                spans[-1][2] = TEXT
        else:
            spans.append([spans[-1][1] if spans else 0, row.end, row.kind, row.paragraph])
            number = row.paragraph
    text = article.about.text
    if not spans:
        spans.append([0, len(text), TEXT, 0])
    spans[-1][1] = len(text)
    return [tuple(span) for span in spans]


def _paragraph(article: Article, start: int, end: int, kind: str, number: int, prefix: str) -> str:
    text = article.about.text
    while start < end and text[start].isspace():
        start += 1
    statements = _within(article.statements, start, end)
    marks = _within(article.marks, start, end)
    issues = _within(article.issues, start, end)
    pieces = _atoms(start, end, statements, marks, issues)
    body = _Writer(article, prefix).nest(pieces, 0)
    look = {TEXT: "", HEADING: " a-head"}.get(kind, " a-aside")
    anchor = "" if prefix else f' id="{paragraph_anchor(number)}"'
    return f'<div class="a-par{look}"{anchor}><p dir="auto">{body}</p>{_margin(issues)}</div>\n'


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

    def __init__(self, article: Article, prefix: str) -> None:
        self.article = article
        self.text: str = article.about.text
        self.prefix = prefix
        self.speaker = self.statement = ""  # of the label before, in this paragraph

    def nest(self, atoms: Iterable[_Atom], depth: int, lead: str = "") -> str:
        """The atoms within ``depth`` statements; ``lead`` are the labels before the first word."""
        parts = []
        for span, group in groupby(atoms, key=lambda atom: next(iter(atom.statements[depth:]), None)):
            if span is None:
                parts.append(self.marked(list(group), lead))
            else:
                name = "a-clause" if span.row.reporting_clause_of else f"a-{span.row.voice}"
                name += " a-nested" if depth else ""
                inside = self.nest(group, depth + 1, lead + self.label(span.row))
                parts.append(f'<span class="{name}">{inside}</span>')
            lead = ""
        return "".join(parts)

    def label(self, row: Any) -> str:
        """The number of a statement where it begins or goes on, with the speaker where that is not the one before."""
        number = self.article.numbers.get(row.statement_id)
        if not number or row.statement_id == self.statement:
            return ""
        self.statement = row.statement_id
        name = f" <bdi>{shown(short(speaker_name(row.speaker), 30))}</bdi>" if row.speaker != self.speaker else ""
        self.speaker = row.speaker
        inferred = INFERRED_SIGN if row.part == 1 and row.speaker_basis in INFERRED else ""
        denies = f" {denying(row.text)}:" if row.denied else ""
        name += f"{inferred}{' (corrected)' if row.corrected else ''}{denies}"
        first = row.part == 1
        alone = not self.prefix
        anchor, opens = (f' id="words-{number}"' if first and alone else ""), f"{self.prefix}s{number}"
        said = f"{number} {voiced(speaker_name(row.speaker), row.voice)}{denies}"
        button = (
            f'<button class="x a-who" popovertarget="{opens}"{anchor} '
            f'aria-label="{escape(said)}"><i>{number}</i>{name}</button>'
        )
        row_anchor = claim_anchor(number)
        link = f'<a href="#{row_anchor}">Show in the table</a>' if alone and row_anchor != f"words-{number}" else ""
        more = _popover(opens, self.details(row.statement_id), link) if first else ""
        return button + more

    def details(self, statement_id: str) -> list[tuple[str, str]]:
        """What is known of a statement: (question, answer), the empty ones left out."""
        row = self.article.claims[statement_id]
        clause = self.article.reporting_clauses.get(statement_id, "")
        found = [
            ("Speaker", chain(row, self.article.claims)),
            ("Named", named_by(row.speaker_basis, " ".join(row.speaker_text.split()))),
            ("Statement", row.denied and short(row.text)),
            ("Introduced by", clause and f"“{clause}”"),
            ("How sure", level_words(row.certainty_level, row.certainty_score)),
            ("Rule", row.rule),
            ("Corrected by", row.corrected),
        ]
        return [entry for entry in found if entry[1]]

    def marked(self, atoms: list[_Atom], lead: str) -> str:
        """The pieces of a statement as HTML, after the button ``lead``, with the marks of certainty in them."""
        parts = []
        for mark, group in groupby(atoms, key=lambda atom: atom.mark):
            pieces = list(group)
            if mark is None:
                parts.append(self.held(lead, pieces))
            else:
                # Where a statement's edge cuts the mark, its sign stands before.
                inside = self.held(self.sign(mark.row) if pieces[0].start == mark.start else "", pieces)
                name = f"a-mark a-{escape(mark.row.direction)} a-{strength(mark.row.weight)}"
                ends = _range(mark.row) if pieces[-1].end == mark.end else ""
                parts.append(f'{lead}<span class="{name}">{inside}</span>{ends}')
            lead = ""
        return "".join(parts)

    def held(self, button: str, pieces: list[_Atom]) -> str:
        """The pieces after a button, which stays with their first word at a line's end."""
        if not button:
            return "".join(map(self.plain, pieces))
        first, *rest = *self.split(pieces[0]), *pieces[1:]
        return f'<span class="a-hold">{button}{self.plain(first)}</span>{"".join(map(self.plain, rest))}'

    def split(self, atom: _Atom) -> list[_Atom]:
        """An atom's first word and the rest."""
        words = self.text[atom.start : atom.end].split(None, 1)
        if len(words) < 2:
            return [atom]
        cut = atom.end - len(words[1])
        return [atom._replace(end=cut), atom._replace(start=cut)]

    def plain(self, atom: _Atom) -> str:
        """The text of a piece as HTML, underlined where it names an issue."""
        text = shown(self.text[atom.start : atom.end])
        return f'<span class="a-issue">{text}</span>' if atom.issue else text

    def sign(self, row: Any) -> str:
        """A mark's sign, a button that opens what is known of it."""
        anchor = self.prefix + row.mark_id.rpartition(".")[2]
        label = f"{sign(row)} “{' '.join(row.text.split())}” {DIRECTION_WORDS[row.direction].one}"
        own = "" if self.prefix else f' id="{escape(mark_anchor(row.mark_id))}"'
        return (
            f'<button class="x a-sign" popovertarget="{escape(anchor)}"{own} '
            f'aria-label="{escape(label)}">{sign(row)}</button>'
            f"{_popover(anchor, mark_details(row, self.article.claims))}"
        )


def _popover(anchor: str, details: list[tuple[str, str]], link: str = "") -> str:
    entries = "".join(f"<b>{name}</b> <bdi>{shown(value)}</bdi>" for name, value in details)
    return f'<span class="x a-more" popover id="{escape(anchor)}">{entries}{link}</span>'


def mark_details(row: Any, claims: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is known of a mark: (question, answer), the empty ones left out."""
    kind = f"{TYPES[row.type]}: {DIRECTION_WORDS[row.direction].meaning}"
    moved = f"{strength(row.weight)}: changes the score by {signed(row.weight)} (on a scale from 0 to 1)"
    weight = moved if row.weight else "not known"
    found = [("Kind", kind), ("Strength", weight), ("Speaker", _owner(row, claims)), ("Rule", row.rule)]
    if row.basis or row.type == "probability":
        found.append(("In numbers", "; ".join(range_lines(row))))
    if row.note:
        found.append(("Note", row.note))
    if row.corrected:
        found.append(("Corrected by", row.corrected))
    return found


def _owner(mark: Any, claims: Mapping[str, Any]) -> str:
    """Whose words a mark is in, with the chain of sources."""
    claim = claims.get(mark.statement_id)
    if claim is None:
        return speaker_name(mark.speaker)
    if mark.speaker == WRITER:
        return f"the writer, introducing a statement of {speaker_name(claim.speaker)}"
    if mark.voice == DIRECT:
        return chain(claim._replace(voice=DIRECT), claims)
    return chain(claim._replace(voice=mark.voice, quoted_words=0), claims)


def _range(row: Any) -> str:
    """What a probability is in numbers as it is printed in the line; not for a mere modal verb, nor for a number that
    the text has already."""
    if row.type != "probability" or not has_number(row):
        return ""
    said = in_numbers(row)
    if row.basis == "numeric" and all(end in row.text for end in re.findall(r"\d+", said)):
        return ""
    return f'<span class="x a-range"> <span>[{escape(said)}]</span></span>'


def _margin(issues: list[Span]) -> str:
    """The issues of a paragraph with their words, to be shown beside it."""
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
