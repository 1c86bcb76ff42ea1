"""Who is addressed: "told *the reporters*"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sourcereading.attribution.clause_words import QUOTE, WORD, Item, Span, Window
from sourcereading.attribution.word_patterns import terms
from sourcereading.text.sentence_words import classes_of

_ADDRESSED_LIMIT = 14
"""Items of the phrase that names the person addressed."""
OBJECTS = ("me", "him", "her", "them", "us", "you", "it")
"""Pronouns that can name the person addressed."""
_CLAUSE_LIMIT = 4
"""Items of a subject without an article behind those addressed."""
_WHEN_AND_HOW = frozenset(("adverb", "time", "negative"))


def addressed(w: Window, k: int) -> Span | None:
    """The noun phrase of the person addressed: a pronoun, or words up to the content or a mark."""
    first = k
    while w.is_adverb(first):
        first += 1
    if w.word(first) in OBJECTS and not (w.word(first) == "her" and _is_noun_after(w, first + 1)):
        return Span(first, first + 1)
    last = first
    limit = min(w.size, first + _ADDRESSED_LIMIT)
    while last < limit and (w.kind(last) is WORD or w.word(last) in ("'", "’")) and not _ends_addressed(w, first, last):
        last += 1
    return Span(first, _relative_end(w, last)) if last > first else None


def _relative_end(w: Window, at: int) -> int:
    """The end of a relative clause that begins at an item, where a "that" shows it: "told the men *who had come* that";
    not of a question ("told them who won"), nor behind a verb of saying ("the man who said that it sank")."""
    words = range(at, min(w.size, at + _ADDRESSED_LIMIT)) if w.word(at) in ("who", "whose") else ()
    stop = next((k for k in words if w.word(k) == "that" or w.kind(k) is not WORD), at)
    return stop if w.word(stop) == "that" and stop > at + 1 and w.verb[stop - 1] is None else at


def without_adverbs(items: Sequence[Item], person: Span | None) -> Span | None:
    """Who is addressed, without the words for when and how behind: "told *reporters* afterwards", "*him* never"."""
    if person is None:
        return None
    last = person.last
    while last > person.first + 1 and items[last - 1].text.islower() and not _WHEN_AND_HOW.isdisjoint(
        classes_of(items[last - 1].text)
    ):  # fmt: skip
        last -= 1
    return Span(person.first, last)


def asked_to(w: Window, person: Span, end: int) -> Span | None:
    """Of whom it is asked "to" do something, if it is: "ordered *everyone between the bridge and the port* to leave",
    "asked *me*, twice, to leave"."""
    last = person.last
    quoted = w.kind(last) is QUOTE and w.items[last].text[1:].startswith(("to ", "not to "))
    if quoted or _is_infinitive(w, last):
        return person
    if w.word(person.first) in OBJECTS and w.has(last, "preposition"):
        return None  # "pressed her on a failure to act"
    if w.word(last) == "," and w.word(last + 1) in ("who", "whose", "which"):
        closing = next((k for k in range(last + 2, min(end, last + 2 * _ADDRESSED_LIMIT)) if w.word(k) == ","), end)
        return person if _is_infinitive(w, closing + 1) else None  # "asked Hale, who leads the board, to leave"
    anyone = w.word(last) == "who" and w.has(person.first, "indefinite_pronoun")
    for k in range(last, min(end, last + _ADDRESSED_LIMIT)):
        if anyone and not _is_infinitive(w, k):
            continue  # "asked anyone *who saw him* to call"
        if _is_infinitive(w, k) and not (w.is_adjective(k + 1) or w.word(k + 1).endswith("s")):
            return person if w.word(last) == "," else Span(person.first, k)
        if w.has(k, "auxiliary", "subordinator") or w.is_finite(k, surely=True) or w.word(k) == "that":
            return None
        if w.kind(k) is not WORD and w.word(k) != ",":
            return None
    return None


def _is_infinitive(w: Window, at: int) -> bool:
    """Whether "to" or "not to" with a verb begins, not "to a town"."""
    to = at + (w.word(at) == "not")
    return w.word(to) == "to" and w.kind(to + 1) is WORD and not (w.capital(to + 1) or w.has(to + 1, "determiner"))


@cache
def _hearers() -> frozenset[str]:
    """The nouns for those who are told something together: "reporters", "the crowd"."""
    return frozenset(("reporters", "journalists", *(term.split()[-1].lower() for term in terms("audience"))))


def _opens_clause(w: Window, at: int) -> bool:
    """Whether a noun of which nothing shows the beginning has a finite verb: "*bank statements* showed"."""
    verb = at + 1
    while verb <= at + _CLAUSE_LIMIT and w.is_open(verb) and not w.has(verb, "auxiliary", "past", "ed"):
        verb += 1
    return w.is_open(at) and (w.has(verb, "auxiliary") or w.is_finite(verb, surely=True))


def _is_noun_after(w: Window, at: int) -> bool:
    """Whether "her" before an item is a possessive: a word follows that can only be a noun or adjective."""
    return w.is_open(at) and not w.is_adverb(at)


def _ends_addressed(w: Window, first: int, at: int) -> bool:
    """Whether an item ends the phrase that names the person addressed."""
    word = w.word(at)
    if at == first and w.has(at, "indefinite_pronoun"):
        return False  # "ordered everyone to leave"
    if w.has(at, "subordinator", "subject_pronoun", "auxiliary", "negative"):
        return True
    if word == "there" or (w.has(at, "preposition") and (word != "of" or at == first)):
        return True
    if at == first:
        return w.has(at, "coordinator")
    if w.has(at, "coordinator"):
        verb = w.verb[at + 1] if w.kind(at + 1) is WORD else None
        return w.kind(at + 1) is not WORD or (verb is not None and "say" in verb.classes)  # "an inquiry *and said*"
    if w.has(at, "time") or (w.has(at, "before_time") and w.has(at + 1, "time")):
        return True
    if w.has(at, "determiner") and not w.has(at - 1, "determiner") and w.word(at - 1) not in ("of", "and"):
        # "told “Face the Nation”" without its marks
        named = word == "the" and w.capital(at - 1) and w.capital(at + 1)
        return not named or any(w.has(k, "auxiliary") or w.is_finite(k) for k in range(at + 2, at + 4))
    if (w.has(at - 1, "hearer") or w.word(at - 1) in _hearers()) and _opens_clause(w, at):
        return True  # "told the court *bank statements showed*"
    # "told reporters Hale was ready": a name after a plural begins what is said.
    plural = w.word(at - 1).endswith("s") and not w.capital(at - 1) and not w.has(at - 1, "determiner")
    return w.capital(at) and plural
