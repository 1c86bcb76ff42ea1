"""The subject that a clause opens with, wherever its verb stands."""

from __future__ import annotations

from sourcereading.attribution.clause_words import Span, Window
from sourcereading.attribution.noun_phrases import behind_time, noun_phrase
from sourcereading.text.parts_of_speech import is_present


def first_subject(w: Window, end: int) -> Span | None:
    """The subject of the clause before a participle: "Hale spoke for an hour, saying …"."""
    at = 0
    while at < end and (w.has(at, "coordinator") or w.is_adverb(at) or w.word(at) == ","):
        at += 1
    at = behind_time(w, at, end)  # "In 1955 *she* left, saying"
    opens = (
        w.has(at, "preposition")
        or w.has(at, "subordinator")
        or (w.word(at).endswith("ing") and not w.capital(at + 1))
        or (w.has(at, "ed") and w.has(at + 1, "preposition", "subordinator", "adverb", "interrogative"))
    )
    if opens:  # "Walking home, Hale said", "Asked whether it leaks, Hale shrugged": the subject comes after the comma
        comma = next((k for k in range(at, min(end, at + 25)) if w.word(k) == ","), None)
        if comma is None and not w.has(at, "preposition"):
            return None
        at = at if comma is None else comma + 1  # "On Monday the board left, saying"
    verb = next((k for k in range(_behind_participle(w, at, end) + 1, end) if _is_main_verb(w, k)), None)
    if verb is None:
        verb = next((k for k in range(at + 1, end) if w.is_finite(k)), None)
    if verb is None:
        return None
    last = w.group_start(verb) - 1
    if w.word(last) in ("who", "which"):  # "Hale, who is 40, left, saying", "A man who is 40 left"
        whole = None if w.word(last - 1) == "," else _behind_relative(w, verb, end)
        return whole or noun_phrase(w, last - 1 - (w.word(last - 1) == ","), appositions=False)
    return noun_phrase(w, last)


def _behind_participle(w: Window, at: int, end: int) -> int:
    """The comma that closes what is set off with a participle behind a subject: "Hale, *hurt in the crash*, has left";
    the item itself where nothing is."""
    comma = next((k for k in range(at + 1, end) if not w.is_word(k)), end)
    passive = w.has(comma + 1, "ed", "past") and w.has(comma + 2, "preposition", "particle")
    closing = next((k for k in range(comma + 1, end) if w.word(k) == ","), at) if w.word(comma) == "," else at
    goes_on = w.has(closing + 1, "auxiliary") or w.is_finite(closing + 1)
    return closing if passive and goes_on and not any(_is_main_verb(w, k) for k in range(at + 1, comma)) else at


def _behind_relative(w: Window, verb: int, end: int) -> Span | None:
    """The subject that a phrase with a relative clause is only told of: "A widow who works late, *Holm* is tired"."""
    first = next((k for k in range(verb, end) if w.word(k) == ","), end) + 1
    last = first + w.has(first, "subject_pronoun")
    while last < end and w.capital(last):
        last += 1
    return Span(first, last) if first < last < end and w.word(last) != "," else None


def _is_main_verb(w: Window, at: int) -> bool:
    """Whether a finite verb stands at an item, and no participle: "a *retired* clerk", "a clerk *named* Ana Ruiz"."""
    if w.word(at) in ("named", "called") and w.capital(at + 1):
        return False
    if w.has(at, "ed") and w.has(at - 1, "determiner", "number") and w.is_open(at + 1):
        return False
    if w.has(at, "voiced") and w.capital(at - 1) and w.has(at + 1, "determiner", "subject_pronoun"):
        return True  # "Hale *fears* the worst"
    present = is_present(w.word(at)) and not w.capital(at)
    return present or w.has(at, "auxiliary") or w.is_finite(at, surely=True)
