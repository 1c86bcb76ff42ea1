"""When two marks of a text are the same mark: spans by their letters, statements by their content, sources by
the head words of their phrases.

Spans agree by letters and digits: quotation marks, commas and spaces at an edge never decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcereading.attribution.clause_words import WORD, Item, Window
from sourcereading.text.parts_of_speech import is_present
from sourcereading.text.sentences import tokens

Row = dict[str, Any]
Span = tuple[int, int]

IN_CONTRACT = "in contract"
"""Reported speech of which the content is quoted words, a clause or an infinitive: what the reading sets out to find.
A topic alone ("criticised the plan") is none."""
_OVERLAP = 0.5
"""Two contents are of one statement when they share this part of the letters that either of them covers."""
_DIRECT_FROM = 0.9
"""The share of a content's letters inside quotation marks from which on it counts as direct."""

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_NAME_PART = re.compile(rf"(?P<word>{_WORD.pattern})|(?P<stop>[,;:(—–]|\s-\s)")
_NAME_ENDS_AT = frozenset((
    "who", "whom", "whose", "which", "that", "of", "for", "from", "in", "at", "on", "with", "to", "by", "during",
    "after", "before", "as",
))  # fmt: skip
_NEVER_HEAD = frozenset(("jr", "sr", "ii", "iii", "himself", "herself", "themselves", "also", "both", "all"))
_DOUBLE_MARK = re.compile("[“”‟«»\"]|``|''")
_NOT_SAYING = frozenset(("doc", "quoted", "claims", "denies", "finding", "np", "at"))
"""Classes of verbs that are no verbs of saying: "the survey shows", "rejected the claim", "put the cost at"."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the gold file or of a prediction, as it is compared; ``groups`` are the rows of the table of
    figures that it counts in."""

    letters: frozenset[int]
    source: str
    span: Span | None
    speakers: tuple[str, ...]
    groups: tuple[str, ...]


def speakers_of(item: Row) -> tuple[str, ...]:
    """The names of those whose words a statement is, several where they speak together; () where none is given."""
    who = item.get("speaker") or ()
    return (who,) if isinstance(who, str) else tuple(who)


def said(text: str, item: Row, inside: bytearray, kind: str | None, uncued: bool) -> Said:
    """A statement in a gold file's format as it is compared; ``inside`` is ``quoted(text)``. Where no ``kind`` is
    given, the quotation marks decide; where it has no cue, it counts as speech if ``uncued``."""
    letters = _letters(text, item["content"])
    if kind is None:
        share = sum(inside[at] for at in letters) / len(letters) if letters else 0
        kind = "direct" if share >= _DIRECT_FROM else "mixed" if share else "indirect"
    spans = item.get("cue_spans") or ([item["cue"]] if item.get("cue") else [])
    cue = " ".join(text[start:end] for start, end in spans) or item.get("cue_text") or ""
    speech = any(_is_saying(word.lower()) for word in _WORD.findall(cue)) if cue else uncued
    kept = speech and (kind != "indirect" or _is_clause(text, item["content"]))
    groups = ("all", kind, *["quoted"] * (kind != "indirect"), *["speech"] * speech, *[IN_CONTRACT] * kept)
    span = tuple(item["source"]) if item.get("source") else None
    source = item.get("source_text") or (text[slice(*span)] if span else "")
    return Said(letters, source, span, speakers_of(item), groups)


@cache
def _is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying in ``reporting_verbs.csv``, or "according"."""
    verb = Window([Item(0, len(word), word, word, WORD)]).verb[0]
    said = verb is not None and "belief" not in verb.classes and not verb.classes <= _NOT_SAYING
    return word == "according" or said


def _is_clause(text: str, content: Iterable[Sequence[int]]) -> bool:
    """Whether a content is a clause or an infinitive ("to leave"), and not a topic alone ("the cost of the wall")."""
    words = [token for start, end in content for token in tokens(text, start, end) if token.is_word]
    w = Window([Item(word.start, word.end, word.text, word.lower, WORD) for word in words])
    return any(
        w.has(at, "auxiliary")
        or w.is_finite(at, surely=True)
        or is_present(w.word(at))
        or (w.word(at) == "to" and w.is_open(at + 1) and not w.capital(at + 1))
        for at in range(w.size)
    )


def pairs(wanted: Sequence[Said], given: Sequence[Said]) -> list[tuple[float, Said, Said]]:
    """Gold statements with the prediction each pairs with, best overlap first, none used twice."""
    candidates = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(given):
            if both := len(one.letters & other.letters):
                shared = both / len(one.letters | other.letters)
                if shared >= _OVERLAP:
                    candidates.append((-shared, i, j))
    chosen, used_gold, used_given = [], set(), set()
    for shared, i, j in sorted(candidates):
        if i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            chosen.append((-shared, wanted[i], given[j]))
    return chosen


def outermost(statements: Sequence[Row]) -> list[Row]:
    """Statements without those whose content and cue are inside the content of another one."""

    def holds(outer: Row, inner: Row) -> bool:
        spans = [*inner["content"], *([inner["cue"]] if inner.get("cue") else [])]
        return all(any(a <= start and end <= z for a, z in outer["content"]) for start, end in spans)

    return [
        inner
        for inner in statements
        if not any(outer is not inner and holds(outer, inner) and not holds(inner, outer) for outer in statements)
    ]


def same_source(one: Said, other: Said) -> bool:
    """Whether two statements name the same source: both none; or the head words of the phrases agree; or the
    phrases share a place in the text and one holds the head of the other."""
    if not one.source or not other.source:
        return not one.source and not other.source
    heads = head(one.source), head(other.source)
    if not all(heads):
        return plain(one.source) == plain(other.source)
    if heads[0] == heads[1]:
        return True
    if one.span and other.span and one.span[0] < other.span[1] and other.span[0] < one.span[1]:
        return heads[0] in _words(other.source) or heads[1] in _words(one.source)
    return False


def full_forms(name: str, aliases: Iterable[str]) -> frozenset[str]:
    """The forms that name a speaker as fully as the canonical name does: with as many words or more; any alias of
    somebody who is only described ("a clerk").

    >>> sorted(full_forms("Ana Ruiz", ["Ruiz", "Mayor Ana Ruiz"]))
    ['ana ruiz', 'mayor ana ruiz']
    """
    described = name[:1].islower() or plain(name) != name.lower()
    kept = [alias for alias in aliases if described or len(alias.split()) >= len(name.split())]
    return frozenset(map(plain, (name, *kept)))


def same_speakers(wanted: Iterable[frozenset[str]], given: Iterable[str]) -> bool:
    """Whether those named are just those wanted, each by one of their full forms."""
    left = list(wanted)
    for name in given:
        match = next((forms for forms in left if plain(name) in forms), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def head(phrase: str) -> str:
    """The head of a speaker's phrase: the last word before a comma, a preposition or a relative clause.

    >>> head("J.D. Vance, the vice president"), head("a spokesman for the ministry")
    ('vance', 'spokesman')
    """
    before: list[str] = []
    for part in _NAME_PART.finditer(phrase):
        word = _bare(part["word"]) if part["word"] else ""
        if not word or word in _NAME_ENDS_AT:
            if before:
                break
        elif word not in _NEVER_HEAD:
            before.append(word)
    if before:
        return before[-1]
    words = [word for word in map(_bare, _WORD.findall(phrase)) if word not in _NEVER_HEAD]
    return words[-1] if words else ""


def _bare(word: str) -> str:
    """A word in lower case, without the ending of a genitive."""
    return re.sub(r"['’]s$", "", word.lower())


def _words(phrase: str) -> set[str]:
    """The words of a phrase, genitives as they are: "Scott's" does not have the head of "Scott's family"."""
    return {word.lower() for word in _WORD.findall(phrase)}


def plain(name: str) -> str:
    """A name as it is compared: without capitals and an article before it."""
    return re.sub(r"^(?:the|an?) ", "", name.strip().lower().replace("’", "'"))


def quoted(text: str) -> bytearray:
    """1 for every character inside double quotation marks, paragraph by paragraph.

    Made for scoring, apart from ``text.quotation_marks``, so that what the reading gets wrong is not the measure of
    itself. A quotation that opens a paragraph and is not closed fills it; another one left open is none.
    """
    inside = bytearray(len(text))
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in _DOUBLE_MARK.finditer(text, line.start(), line.end()):
            if opened is not None and mark.group() not in "“``«":
                inside[opened : mark.end()] = b"\1" * (mark.end() - opened)
                opened = None
            elif opened is None and mark.group() not in "”»":
                opened = mark.start()
        if opened is not None and not text[line.start() : opened].strip():
            inside[opened : line.end()] = b"\1" * (line.end() - opened)
    return inside


def _letters(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The positions of the letters and digits that spans cover."""
    return frozenset(
        at for start, end in spans for at in range(max(0, start), min(end, len(text))) if text[at].isalnum()
    )


def trimmed(text: str, span: Sequence[int]) -> Span | None:
    """A span without what is no letter or digit at its edges; None where nothing is left."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None


def touch(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def marks_touch(one: Row, other: Row) -> bool:
    """Whether two marks of a key or a prediction have a character in common."""
    return touch((one["start"], one["end"]), (other["start"], other["end"]))


def meet(one: Any, other: Any) -> bool:
    """The same of two things that have a ``start`` and an ``end``."""
    return touch((one.start, one.end), (other.start, other.end))
