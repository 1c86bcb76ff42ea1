"""Who was asked and gives no answer: "Hale declined to comment", "calls to Hale's office were not returned", "Hale
could not be reached", "Hale would not say whether".

What is refused to others than the writer is none: "refused to sign", "did not respond to the fire", "would not answer
questions from the committee". The words and their patterns are data (``sourcing.csv``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.attribution.addressees import addressed
from sourcereading.attribution.clause_subjects import RELATIVES, antecedent_of
from sourcereading.attribution.clause_words import QUOTE, WORD, Item, Span, Window
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.noun_phrases import noun_phrase
from sourcereading.attribution.word_patterns import compiled, either
from sourcereading.text.one_of import in_small, one_of

_OBJECTS = (
    "behind", "asking_behind", "asking_before", "call_behind", "vain", "unable_to_reach", "none_from", "neither",
    "neither_comment",
)  # fmt: skip
"""Classes of patterns in which who gives no answer is an object: "efforts to reach *Hale* failed"."""
_MAYBE = re.compile(r"\b" + one_of((
    "declin", "refus", "turned down", "comment", "respon", "reply", "replied", "reach", "contact", "return", "answer",
    "unanswer", "unreturn", "acknowledg", "unavailable", "neither", "none of", "wouldn", "would not", "won't",
    "will not", "willing", "want to",
)))  # fmt: skip
"""Some word of every pattern, in lower case, so that most sentences are not looked at any further."""
_MAYBE_OBJECT = re.compile(r"\b(?:reach|contact|returned|answered|unanswered|unreturned|there was no|neither|none of)")
"""The same for the patterns in which who gives no answer is an object."""


class Refusal(NamedTuple):
    """Words that say that somebody gives no answer: where they begin, and the items that name who it is."""

    start: int
    who: Span


def refusals(text: str, items: Sequence[Item], before: str = "") -> list[Refusal]:
    """The refusals of a sentence, outside its quotation marks.

    Parameters
    ----------
    text : the text of the article.
    items : the items of the sentence.
    before : the sentence before; where it says that somebody was asked, "did not respond" is a refusal.
    """
    text = in_small(text)
    if not items or not _MAYBE.search(text, items[0].start, items[-1].end):
        return []
    window, starts = Window(items), [item.start for item in items]
    found: dict[int, Span] = {}
    for start, end in _matches(text, items, before):
        at = bisect_right(starts, start) - 1
        if window.kind(at) is QUOTE:
            continue
        who = _subject(window, at, list(found.values())) if end < 0 else _named(window, bisect_right(starts, end) - 1)
        if who is not None:
            found.setdefault(start, who)
    return [Refusal(start, who) for start, span in sorted(found.items()) for who in _each(window, span)]


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\b{either('contact', 'message', 'asking')}\b")


def _matches(text: str, items: Sequence[Item], before: str) -> Iterator[tuple[int, int]]:
    """Where refusals begin, each with where the name of who gives no answer begins, -1 where it is the subject."""
    first, last = items[0].start, items[-1].end
    subjects = ["before"]
    if _asking().search(text, first, last) or _asking().search(before.lower()):
        subjects.append("bare")
    for kind in subjects:
        yield from ((found.start(), -1) for found in compiled(kind).finditer(text, first, last))
    for kind in _OBJECTS if _MAYBE_OBJECT.search(text, first, last) else ():
        yield from ((found.start(), found.end("who")) for found in compiled(kind).finditer(text, first, last))


def _subject(w: Window, at: int, before: Sequence[Span]) -> Span | None:
    """Who is the subject of a refusal; None where nobody has refused yet: "if Hale declines to comment"."""
    base = w.word(at) in ("decline", "refuse")
    if w.word(at - 1) == "to" or (base and w.has(at - 1, "auxiliary")):
        return None
    first = w.group_start(at)
    while w.word(first - 1) == "far" and w.word(first - 2) == "so":
        first = w.group_start(first - 2)
    previous = first - 1
    if w.word(previous) in RELATIVES:
        return antecedent_of(w, previous - 2 if w.word(previous - 1) == "," else previous - 1, True)
    joined = w.has(previous, "coordinator") or w.word(previous) == "," or w.is_dash(previous)
    if joined and (before or w.word(at).endswith("ing") or w.has(previous, "coordinator")):
        return before[-1] if before else first_subject(w, previous)
    if w.has(previous, "preposition"):
        return None  # "criticised for refusing to comment"
    who = noun_phrase(w, previous)
    if who is None or w.kind(who.first) is not WORD or w.word(who.first - 1) in ("if", "unless", "why", "whether"):
        return None
    return _whole(w, who)


def _named(w: Window, at: int) -> Span | None:
    """Who is named behind a word: "calls to *Hale's office* went unanswered"."""
    span = addressed(w, at)
    if span is None:
        return None
    verbs = (k for k in range(span.first + 1, span.last) if not w.capital(k) and w.is_finite(k, surely=True))
    return Span(span.first, next(verbs, span.last))


def _each(w: Window, who: Span) -> list[Span]:
    """Those of "neither *Hale* nor *Holm*" and of "*the firm* and *DNC*"; what else is joined is read as one phrase."""
    for k in range(who.first + 1, who.last - 1):
        named = w.word(k) == "and" and w.capital(k + 1) and w.capital(who.last - 1) and not w.capital(k - 1)
        if named or w.word(k) == "nor":
            return [Span(who.first, k), Span(k + 1, who.last)]
    return [who]


def _whole(w: Window, who: Span) -> Span:
    """A subject without what belongs to the words before it: "has not spoken of Zika and *his campaign*"; and not only
    the last words of one: "*some delegates* supporting Holm"."""
    before = who.first - 1
    if w.has(before, "preposition"):
        joined = next((k for k in range(who.last - 1, who.first, -1) if w.word(k) == "and"), before)
        return Span(joined + 1, who.last)
    for k in range(who.first + 2, who.last):
        if w.has(k, "ing") and w.is_open(k - 1) and not w.capital(k - 1):
            return Span(who.first, k)
    first = noun_phrase(w, before - 1, appositions=False) if w.word(before) == "and" else None
    return Span(first.first, who.last) if first is not None and w.is_break(first.first - 1) else who
