"""What follows a reporting clause with "as": "As Hale said, it will rain"."""

from __future__ import annotations

from sourcereading.attribution.clause_words import Span, Window
from sourcereading.attribution.complements import Content
from sourcereading.text.name_words import DOCUMENT, speaker_words
from sourcereading.text.verbs import Verb


def as_said(w: Window, at: int, verb: Verb, subject: Span | None) -> Content | None:
    """ "As Hale said, it will rain": what is said follows the clause with "as"."""
    if subject is None or not is_as_clause(w, subject):
        return None
    if not (w.is_break(subject.first - 2) or (subject.first == 2 and w.has(0, "coordinator"))):
        return None
    comma = next((k for k in range(at + 1, min(w.size, at + 14)) if w.word(k) == ","), None)
    end = w.content_end()
    if comma is None or comma + 1 >= end or _has_object(w, at + verb.size, verb):
        return None
    return Content(Span(comma + 1, end), None, "a comma, after “as”")


def is_as_clause(w: Window, subject: Span | None) -> bool:
    """Whether "as" stands before a subject."""
    return subject is not None and w.word(subject.first - 1) == "as"


def leaves_out(w: Window, k: int, verb: Verb) -> bool:
    """Whether a clause with "as" tells only that what was asked or foreseen is done: "as the board had asked her *to
    do*", "as the bank insisted *he must*"."""
    last = next((j for j in range(k, w.content_end()) if w.is_break(j)), w.content_end()) - 1
    last -= w.word(last) in ("do", "be")
    return "ask" in verb.classes or (last >= k and (w.word(last) == "to" or w.has(last, "auxiliary")))


def _has_object(w: Window, k: int, verb: Verb) -> bool:
    """Whether an object follows a verb, so that "as" is a time: "As Hale described *the fire*, her voice broke"; not
    whom it is told, nor when."""
    timed = any(w.has(j, "time") for j in (k, k + 1))
    thing = w.has(k, "determiner", "object_pronoun") or w.is_open(k) or w.capital(k)
    noun = k + w.has(k, "article")
    told = "tell" in verb.classes and (w.capital(noun) or w.word(noun) not in speaker_words(DOCUMENT))
    return thing and not (timed or told) and w.word(k) != "it"
