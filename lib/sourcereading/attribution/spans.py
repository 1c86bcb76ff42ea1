"""The spans of statements in an article: stretches within sentences, so that every word has exactly one innermost
owner. The words of reporting clauses, and what no statement covers, are the writer's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, WRITER, WRITERS
from sourcereading.text.quotation_marks import Quotation
from sourcereading.text.sentences import Sentence, Token, starting_in

_CLOSING = ".!?…”’\"')]»"


@dataclass(slots=True)
class Statement:
    """A statement while the article is read: spans are code points, ``pieces`` its stretches of content."""

    speaker: str
    speaker_span: tuple[int, int] | None
    cue: tuple[int, int] | None
    addressee: str
    rule: str
    pieces: list[tuple[int, int]]
    clause: list[tuple[int, int]] = field(default_factory=list)
    parent: Statement | None = None
    voice: str = ""  # where it does not follow from the quotation marks
    denied: bool = False  # whether the speaker denies what it says, or refuses to say it
    corrected: str = ""  # what readers have corrected
    basis: str = ""  # how the text names the speaker: a key of voices.BASES, "" for nobody
    channel: str = ""  # how the words reached the writer: one of channels.CHANNELS, "" where the text does not say


class Row(NamedTuple):
    """A stretch of a statement within one sentence, as in the table ``statements``."""

    statement: int
    part: int
    parent: int  # -1 where there is none
    reporting_clause_of: int  # -1 where the row is no reporting clause
    sentence: int
    start: int
    end: int
    speaker: str
    speaker_span: tuple[int, int] | None
    basis: str
    addressee: str
    cue: tuple[int, int] | None
    denied: bool
    voice: str
    words: int
    own_words: int  # not in a statement nested in it
    quoted_words: int  # of its own words, those in quotation marks
    rule: str
    corrected: str = ""
    channel: str = ""
    declined: str = ""  # in the writer's words: who gives no answer, joined by "; "
    anonymity: str = ""  # in the writer's words: those that say why, or on what condition, a source has no name


class _Stretch(NamedTuple):
    """Neighbouring words of one owner in one sentence: ``owner`` is the number of a statement, or -1 for what is
    left to the writer; ``is_clause`` marks the words of its reporting clause."""

    owner: int
    is_clause: bool
    sentence: int
    start: int
    end: int
    words: int
    quoted: int


def statement_rows(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], statements: Sequence[Statement]
) -> list[Row]:
    """The rows of the table ``statements``: content, reporting clauses and the writer's own words, in order of the
    text."""
    number_of = {id(statement): number for number, statement in enumerate(statements)}
    parents = [number_of.get(id(statement.parent), -1) for statement in statements]
    stretches = _all_stretches(sentences, quotations, statements)
    voices = _voices(stretches, statements)
    nested = _nested(stretches, parents)
    ids: dict[tuple[int, bool, int], int] = {}
    for stretch in stretches:
        ids.setdefault(_key(stretch), len(ids))
    content = {owner: made for (owner, is_clause, _), made in ids.items() if owner >= 0 and not is_clause}
    parts: dict[int, int] = {}
    rows = []
    for at, stretch in enumerate(stretches):
        made = ids[_key(stretch)]
        parts[made] = parts.get(made, 0) + 1
        if stretch.owner < 0 or stretch.is_clause:
            rows.append(_writers_row(made, parts[made], content.get(stretch.owner, -1), stretch))
        else:
            owner = stretch.owner
            parent = content.get(parents[owner], -1)
            inner = nested.get(at, (0, 0))
            rows.append(_row(made, parts[made], parent, stretch, statements[owner], voices[owner], inner))
    return rows


def _writers_row(made: int, part: int, of: int, stretch: _Stretch) -> Row:
    """The row of words that are the writer's, those of a reporting clause among them."""
    rule = "reporting clause" if stretch.is_clause else "no source named: the writer's own words"
    place = (stretch.sentence, stretch.start, stretch.end)
    words = (stretch.words, stretch.words, 0)
    return Row(made, part, -1, of, *place, WRITER, None, "", "", None, False, WRITERS, *words, rule)


def _row(
    made: int, part: int, parent: int, stretch: _Stretch, statement: Statement, voice: str, inner: tuple[int, int]
) -> Row:
    """The row of a stretch of what is said; ``inner`` counts the words, and the quoted words, of statements nested in
    it."""
    own = stretch.words - inner[0]
    quoted = own if statement.voice == DIRECT else stretch.quoted - inner[1]
    return Row(
        made, part, parent, -1, stretch.sentence, stretch.start, stretch.end, statement.speaker,
        statement.speaker_span, statement.basis, statement.addressee, statement.cue, statement.denied, voice,
        stretch.words, own, quoted if voice != INDIRECT else 0, statement.rule, statement.corrected,
        statement.channel,
    )  # fmt: skip


def _all_stretches(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], statements: Sequence[Statement]
) -> list[_Stretch]:
    """The stretches of all statements and of the writer, outer ones before those nested in them."""
    spans = _spans_by_sentence(sentences, statements)
    quoted = Inside([(quotation.start, quotation.end) for quotation in quotations])
    stretches: list[_Stretch] = []
    for number, sentence in enumerate(sentences):
        outer = [span for span in spans[number] if statements[span[0]].parent is None]
        stretches.extend(_stretches(number, sentence, outer, quoted))
        for owner, is_clause, start, end in spans[number]:
            if statements[owner].parent is not None:
                tokens = starting_in(sentence.tokens, start, end)
                stretches.extend(_runs(number, tokens, [(owner, is_clause)] * len(tokens), quoted))
    return sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end))


def _nested(stretches: Sequence[_Stretch], parents: Sequence[int]) -> dict[int, tuple[int, int]]:
    """For each stretch, by its place, the words and quoted words of the statements nested directly in it."""
    found: dict[int, tuple[int, int]] = {}
    latest: dict[int, int] = {}  # statement to the place of its last stretch so far
    for at, stretch in enumerate(stretches):
        if stretch.owner < 0 or stretch.is_clause:
            continue
        outer = latest.get(parents[stretch.owner], -1)
        if outer >= 0 and stretch.end <= stretches[outer].end:
            words, quoted = found.get(outer, (0, 0))
            found[outer] = (words + stretch.words, quoted + stretch.quoted)
        latest[stretch.owner] = at
    return found


def _key(stretch: _Stretch) -> tuple[int, bool, int]:
    """What makes stretches parts of one statement; the writer's words of each sentence are one."""
    return (stretch.owner, stretch.is_clause, stretch.sentence if stretch.owner < 0 else -1)


def _spans_by_sentence(
    sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> list[list[tuple[int, bool, int, int]]]:
    """For each sentence the spans of content and reporting clauses that reach into it: statement, is reporting
    clause, start, end."""
    starts = [sentence.start for sentence in sentences]
    found: list[list[tuple[int, bool, int, int]]] = [[] for _ in sentences]
    for owner, statement in enumerate(statements):
        clause = statement.clause if statement.parent is None else []
        for is_clause, spans in ((False, statement.pieces), (True, clause)):
            for start, end in spans:
                number = max(0, bisect_right(starts, start) - 1)
                while number < len(sentences) and starts[number] < end:
                    found[number].append((owner, is_clause, start, end))
                    number += 1
    return found


def _stretches(
    number: int, sentence: Sentence, spans: Sequence[tuple[int, bool, int, int]], quoted: Inside
) -> list[_Stretch]:
    """The stretches of a sentence: each word has the owner of the first span that covers it, content before
    reporting clauses; marks go with the words they touch."""
    tokens = sentence.tokens
    if not spans:
        return _writers(number, tokens, quoted)
    starts = [token.start for token in tokens]
    owners: list[tuple[int, bool] | None] = [None] * len(tokens)
    for owner, is_clause, start, end in sorted(spans, key=lambda span: span[1]):
        for at in range(bisect_left(starts, start), bisect_left(starts, end)):
            owners[at] = owners[at] or (owner, is_clause)
    return _runs(number, tokens, owners, quoted)


def _writers(number: int, tokens: Sequence[Token], quoted: Inside) -> list[_Stretch]:
    """The one stretch of a sentence that is the writer's alone."""
    places = [at for at, token in enumerate(tokens) if token.is_word]
    if not places:
        return []
    end = tokens[places[-1]].end
    for mark in tokens[places[-1] + 1 :]:
        if mark.text not in _CLOSING or mark.start != end:
            break
        end = mark.end
    words = [tokens[at].start for at in places]
    return [_Stretch(-1, False, number, words[0], end, len(words), quoted.count(words))]


def _runs(
    number: int, tokens: Sequence[Token], owners: Sequence[tuple[int, bool] | None], quoted: Inside
) -> list[_Stretch]:
    """Neighbouring tokens of one owner as stretches; words without an owner are left to the writer."""
    runs: list[tuple[int, bool, list[Token]]] = []
    for token, own in zip(tokens, owners, strict=True):
        owner, is_clause = own or (-1, False)
        last = runs[-1] if runs else None
        same = last is not None and last[0] == owner and last[1] == is_clause
        if token.is_word:
            if last is not None and same:
                last[2].append(token)
            else:
                runs.append((owner, is_clause, [token]))
        elif last is not None and (
            (same and owner >= 0) or (token.text in _CLOSING and token.start == last[2][-1].end)
        ):
            last[2].append(token)
        elif not same and owner >= 0 and not is_clause:
            runs.append((owner, is_clause, [token]))
    return [
        _Stretch(owner, is_clause, number, run[0].start, run[-1].end, len(words), quoted.count(words))
        for owner, is_clause, run in runs
        if (words := [token.start for token in run if token.is_word])
    ]


class Inside:
    """Whether a position is in one of some ordered spans that do not overlap."""

    def __init__(self, spans: Sequence[tuple[int, int]]):
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def count(self, positions: Sequence[int]) -> int:
        """How many of some ordered positions are in a span."""
        first = bisect_right(self._ends, positions[0])
        none = first == len(self._ends) or positions[-1] < self._starts[first]
        return 0 if none else sum(map(self.covers, positions))

    def covers(self, position: int) -> bool:
        """Whether a span begins at or before a position and ends after it."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._ends[at]


def _voices(stretches: Iterable[_Stretch], statements: Sequence[Statement]) -> dict[int, str]:
    """The voice of each statement: by the share of its words that are in quotation marks. What a person is said to
    have said inside another's quotation is paraphrased, so indirect."""
    words: dict[int, int] = {}
    quoted: dict[int, int] = {}
    for stretch in stretches:
        if stretch.owner >= 0 and not stretch.is_clause:
            words[stretch.owner] = words.get(stretch.owner, 0) + stretch.words
            quoted[stretch.owner] = quoted.get(stretch.owner, 0) + stretch.quoted
    found = {}
    for owner, count in words.items():
        if statements[owner].voice:
            found[owner] = statements[owner].voice
        elif quoted[owner] == count:
            found[owner] = INDIRECT if statements[owner].parent is not None else DIRECT
        else:
            found[owner] = MIXED if quoted[owner] else INDIRECT
    return found
