"""Where what is said ends, because its sentence goes on with what the speaker does, or others do: "warned that the pier
could close *and fined two tenants*", "agreed to lend money*, and the union stepped in*"."""

from __future__ import annotations

from sourcereading.attribution.clause_words import QUOTE, WORD, Span, Window

_LIMIT = 60
"""Items of content looked at, so that a flood of conjunctions takes linear time."""
_REACH = 12
"""Items looked at for the verb of a clause that begins."""


def clause_end(w: Window, span: Span, past: bool) -> int:
    """Where a clause ends that is said to be so: before "and" with a verb that cannot go on with it but with the
    reporting verb, because it is past and the clause has "would" or "could" with a base form.

    Parameters
    ----------
    w : the window.
    span : the content.
    past : whether the reporting verb is past.
    """
    modal = False
    for at in range(span.first, min(span.last - 2, span.first + _LIMIT)):
        if w.word(at) in ("when", "if") and w.word(at + 1) in ("asked", "pressed", "questioned"):
            return at
        if w.has(at, "modal"):
            modal = True
        elif w.has(at, "auxiliary", "past") or w.is_break(at) or w.has(at, "subordinator"):
            modal = False  # "would be fined and fenced in", "would open, left and closed"
        elif past and modal and w.word(at) == "and" and _is_past(w, at + 1):
            return at
    return span.last


def phrase_end(w: Window, span: Span) -> int:
    """Where a noun phrase or an infinitive ends that tells what is said: before "and" with a past verb, and at a comma
    before a clause of its own, a relative clause or an -ing form."""
    passive = listed = False
    for at in range(span.first, min(span.last - 1, span.first + _LIMIT)):
        passive = passive or w.has(at, "be")
        # "accused her of lying, cheating and stealing"
        listed = listed or (w.has(at, "ing") and (at == span.first or w.has(at - 1, "preposition")))
        if w.word(at) == "and" and not passive and _is_past(w, at + 1):
            return at
        if w.word(at) == "," and _opens_other(w, at + 1) and not (listed and w.has(at + 1, "ing")):
            return at
    return span.last


def has_verb(w: Window, first: int, last: int) -> bool:
    """Whether a stretch of words has a finite verb."""
    return any(w.has(at, "auxiliary") or w.is_finite(at, surely=True) for at in range(first, last))


def _is_past(w: Window, at: int) -> bool:
    """Whether a past verb begins a predicate: "and fined two tenants", not "and worried"."""
    at = w.after_adverbs(at)
    verb = w.verb[at] if at < w.size else None
    finite = w.has(at, "past") and w.word(at) not in _ALSO_BASE
    finite = finite or (w.has(at, "ed") and not w.capital(at)) or (verb is not None and "past" in verb.form)
    return finite and w.kind(at) is WORD and (w.kind(at + 1) in (WORD, QUOTE)) and not w.has(at, "adjective")


_ALSO_BASE = frozenset((
    "bet", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shut", "split", "spread",
))  # fmt: skip
"""Past forms that are base forms, too: "would sign it and *let* them know"."""


def _opens_other(w: Window, at: int) -> bool:
    """Whether a clause or a remark begins behind a comma that is not part of a phrase."""
    if w.word(at) in ("who", "which", "whose", "where") or (w.has(at, "ing") and not w.capital(at)):
        return True
    if not (w.word(at) in ("and", "yet", "so") or w.has(at, "contrast")):
        return False
    return _is_past(w, at + 1) or w.has(at + 1, "subject_pronoun") or _has_subject(w, at + 1)


def _has_subject(w: Window, at: int) -> bool:
    """Whether a noun phrase with a finite verb begins: "the union stepped in", not "a need to cut costs"."""
    for k in range(at, min(w.size, at + _REACH)):
        if w.is_break(k) or w.has(k, "subordinator") or w.word(k) == "to":
            return False
        if k > at and (w.has(k, "auxiliary") or w.is_finite(k, surely=True)):
            return True
    return False
