"""Quotations: which stretches of the text are in quotation marks.

The marks are scanned once with a state, paragraph by paragraph, so that any text is read in linear time and
damage (a mark that is never closed, one too many) ends with its paragraph. Straight marks have no direction of
their own; the white space around them gives one. A stretch is a quotation only between an opening and a closing
mark, so the narrator's words between two quotations are never taken for one.

A paragraph that opens with a mark after a paragraph whose quotation was left open continues it: newspapers
close only the last paragraph of a long quotation. A picture's caption or a link between the two does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from sourcereading.text.sentences import Sentence, article_of

_OPENING, _CLOSING, _EITHER = "opening", "closing", "either"
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’']")
_SINGLE = "‘’'‹›"
_DIRECTION = {"“": _OPENING, "„": _OPENING, "``": _OPENING, "”": _CLOSING, "''": _EITHER, "‘": _OPENING}
# A single mark in front of these is an apostrophe: 'tis, '90s, ’em.
_ELIDED = re.compile(r"(?:\d0s|tis|twas|em|til|cause|n|round|bout)\b", re.IGNORECASE)
_SPAN_LIMIT = 2_000
"""Characters within which a single quotation mark must be closed to count as one (it may be an apostrophe)."""


class Quotation(NamedTuple):
    """A quotation of one paragraph, marks included.

    ``chain`` is the number of the quotation it belongs to: equal for the paragraphs of one long quotation.
    ``closed`` is False where the closing mark is missing and the text shows where it must have been.
    """

    start: int
    end: int
    chain: int
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    single: bool
    leans: str


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """The outermost quotations of an article in order, never overlapping.

    Parameters
    ----------
    text : the article's text.
    sentences : its sentences (``text.sentences``), which give the paragraphs.
    """
    found: list[Quotation] = []
    bounds = _paragraph_bounds(sentences)
    running = False  # whether the paragraph before left a quotation open
    for number, (start, end, ends) in enumerate(bounds):
        marks = _marks(text, start, end)
        opens = bool(marks) and not text[start : marks[0].start].strip() and marks[0].leans is not _CLOSING
        following = bounds[number + 1] if number + 1 < len(bounds) else None
        followed = following is not None and _opens_with_mark(text, following[0], following[1])
        spans, left_open = _pair(text, marks, end)
        if left_open is None and following is not None:
            left_open = _single_left_open(text, marks, spans, start, following)
            followed = followed or left_open is not None
            if left_open is not None:
                opens = opens or left_open == start
        if left_open is not None:
            if followed:
                closes = end
                spans = [span for span in spans if span[0] < left_open]  # the others lie inside what goes on
            else:
                # Without a paragraph that continues it, the quotation is taken to end with its sentence.
                next_one = _first_after([begin for begin, _, _ in spans], left_open, end)
                closes = min(_first_after(ends, left_open), next_one)
            spans.append((left_open, closes, False))
            spans.sort()
        for begin, stop, closed in spans:
            continues = running and opens and begin == marks[0].start and bool(found)
            chain = found[-1].chain if continues else len(found)
            found.append(Quotation(begin, stop, chain, closed))
        running = left_open is not None and followed
    return found


def inner_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations in single marks inside a quotation in double marks, whose inner text is a span."""
    marks = [mark for mark in _marks(text, start, end) if mark.single]
    spans, _ = _pair(text, marks, end)
    return [Quotation(begin, stop, number, closed) for number, (begin, stop, closed) in enumerate(spans)]


def _paragraph_bounds(sentences: Sequence[Sentence]) -> list[tuple[int, int, list[int]]]:
    """Start and end of each paragraph, and the ends of its sentences; captions and furniture are none."""
    bounds = []
    for _, group in groupby(article_of(sentences), key=attrgetter("paragraph")):
        spans = [(sentence.start, sentence.end) for sentence in group]
        bounds.append((spans[0][0], spans[-1][1], [end for _, end in spans]))
    return bounds


def _first_after(ordered: list[int], point: int, default: int = 0) -> int:
    """The first of ordered positions that is after a point."""
    at = bisect_left(ordered, point + 1)
    return ordered[at] if at < len(ordered) else default


def _opens_with_mark(text: str, start: int, end: int) -> bool:
    marks = _MARK.match(text, start, end)
    return (
        marks is not None
        and marks.group() not in "’'"
        and _leaning(text, marks.start(), marks.end()) is not _CLOSING
    )


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The quotation marks of a paragraph, apostrophes left out."""
    found = []
    for match in _MARK.finditer(text, start, end):
        single = match.group() in _SINGLE
        leans = _leaning(text, match.start(), match.end())
        if single and (leans is _EITHER or (leans is _OPENING and _ELIDED.match(text, match.end()))):
            continue  # inside a word, or an elision: an apostrophe
        found.append(_Mark(match.start(), match.end(), single, leans))
    return found


def _leaning(text: str, start: int, end: int) -> str:
    """Whether a mark opens or closes: by the white space around it, then by its own shape."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    space_before = before.isspace() or before in "([{<¿¡"
    space_after = after.isspace() or after in ")]}>.,;:?!…"
    if space_before and not space_after:
        return _OPENING
    if space_after and not space_before:
        return _CLOSING
    mark = text[start:end]
    if mark in "«»" and space_before and space_after:  # "« It may close. »"
        return _OPENING if mark == "«" else _CLOSING
    if mark in "“„‘«»‹›``" and mark in _DIRECTION:
        return _DIRECTION[mark]
    if before in '—–-/“‘"' and (after.isalnum() or after in "“‘'$€£["):
        return _OPENING
    if after in '—–-/”’"' and (before.isalnum() or before in ".,!?…”’'"):
        return _CLOSING
    return _DIRECTION.get(mark, _EITHER)


def _pair(text: str, marks: list[_Mark], end: int) -> tuple[list[tuple[int, int, bool]], int | None]:
    """The spans between paired marks, and where a quotation opened that is not closed in the paragraph.

    A mark that opens while a quotation is open is a quotation inside it if both are closed later; otherwise the
    first one was left open by mistake.
    """
    closers = [mark.end for mark in marks if mark.single and mark.leans is _CLOSING]
    strong = [mark.end for mark in marks if mark.single and mark.leans is _CLOSING and text[mark.start - 1] in ".,?!…"]
    spans: list[tuple[int, int, bool]] = []
    opened: list[_Mark] = []
    skip_to = -1
    marks = _turned(text, marks)
    for mark in marks:
        if mark.start < skip_to:
            continue
        if mark.single:
            if not opened and mark.leans is _OPENING:
                closing = _single_end(text, mark, closers, strong, end)
                if closing is not None:
                    spans.append((mark.start, closing, True))
                    skip_to = closing
            continue
        if mark.leans is _OPENING or (mark.leans is _EITHER and not opened):
            opened.append(mark)
        elif opened:
            begin = opened.pop()
            if not opened:
                spans.append((begin.start, mark.end, True))
            elif len(opened) == 1:
                spans.append((begin.start, mark.end, True))  # inside another, if that one is closed later
        # A closing mark with nothing open is one too many: it is passed over.
    if not opened:
        return _outermost(spans), None
    return [span for span in _outermost(spans) if span[0] != opened[0].start], opened[0].start


def _turned(text: str, marks: list[_Mark]) -> list[_Mark]:
    """Marks of which the first, set the wrong way round, opens: "Hale said,” it leaks”." """
    double = [at for at, mark in enumerate(marks) if not mark.single]
    if len(double) < 2 or any(marks[at].leans is not _CLOSING for at in double[:2]):
        return marks
    first = double[0]
    before = text[max(0, marks[first].start - 40) : marks[first].start].split("\n")[-1].rstrip()
    if before and before[-1] not in ",:":
        return marks
    return [*marks[:first], marks[first]._replace(leans=_OPENING), *marks[first + 1 :]]


def _single_left_open(
    text: str, marks: list[_Mark], spans: list[tuple[int, int, bool]], start: int, following: tuple[int, int, list[int]]
) -> int | None:
    """Where a quotation in single marks opens that goes on in the next paragraph, which begins with such a mark: behind
    a colon or a comma, or at the start of its own paragraph. Another single mark is an apostrophe."""
    if text[following[0]] not in "'‘" or _leaning(text, following[0], following[0] + 1) is not _OPENING:
        return None
    covered = spans[-1][1] if spans else start
    for mark in marks:
        if mark.single and mark.leans is _OPENING and mark.start >= covered:
            before = text[start : mark.start].rstrip()[-1:]
            return mark.start if before in ("", ":", ",") else None
    return None


def _outermost(spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Spans that lie in no other; the input's spans nest or are apart."""
    kept: list[tuple[int, int, bool]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _single_end(text: str, mark: _Mark, closers: list[int], strong: list[int], end: int) -> int | None:
    """Where a single quotation mark is closed: after a stop or comma if such a mark comes near, else after a
    word that is not a possessive plural."""
    limit = min(end, mark.end + _SPAN_LIMIT)
    at = bisect_left(strong, mark.end + 1)
    stop_closer = strong[at] if at < len(strong) and strong[at] <= limit else None
    at = bisect_left(closers, mark.end + 1)
    for closer in closers[at : at + 3]:
        if closer > limit or (stop_closer is not None and closer >= stop_closer):
            break
        # A short stretch closed after a word, not after a plural's s: 'in their heads'.
        if text[closer - 2] not in "sS" and closer - mark.end < 60:
            return closer
    return stop_closer
