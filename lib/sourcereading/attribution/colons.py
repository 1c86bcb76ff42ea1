"""Quotations behind a colon that no reporting verb announces: "She hit back: “…”", "Ana Ruiz: “…”", "From the report:
“…”"."""

from __future__ import annotations

from sourcereading.attribution.clause_subjects import inverted_subject
from sourcereading.attribution.clause_words import QUOTE, ReportingClause, Span, Window, heads, why
from sourcereading.attribution.complements import A_COLON
from sourcereading.attribution.content_ends import has_verb
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.text.name_words import speaker_words


def colon_clause(w: Window) -> list[ReportingClause]:
    """A clause of any verb that ends in a colon before a quotation: "She hit back: “…”"."""
    end = w.content_end()
    at = end - 2
    if (
        at < 1
        or w.word(at) != ":"
        or w.kind(at + 1) is not QUOTE
        or any(w.kind(k) is QUOTE for k in range(at))
        or w.word(0) == "for"  # "For Ruiz, the answer is simple: “…”": not the answer's words, nor surely Ruiz's
    ):
        return []
    said = w.verb[0]
    inverted = said is not None and "clause" in said.classes and said.form not in ("ing", "base", "participle")
    if inverted and (w.capital(1) or w.has(1, "determiner")):
        subject, cue = inverted_subject(w, 1), Span(0, 1)  # "Said Ana Ruiz, who runs the ferry: “…”"
    else:
        subject = _named(w, at) or first_subject(w, at)
        verb = subject is not None and subject.last < at and w.word(subject.last) != ","
        cue = Span(subject.last, at) if subject and verb else Span(at, at + 1)
    if subject is None or not can_speak(w, subject, surely=True):
        return []
    if any(_is_told(w, k) for k in range(subject.last, at)):
        subject = None  # "Ruiz was asked: “…”"
    rule = f"{why(w, 'before', cue, subject)}, then {A_COLON}"
    return [ReportingClause(cue, subject, (Span(at + 1, end),), (Span(0, at + 1),), None, False, rule)]


def _is_told(w: Window, at: int) -> bool:
    """Whether somebody is told or asked something at an item, in the passive."""
    verb = w.verb[at]
    if verb is None or verb.classes.isdisjoint(("tell", "ask", "order")):
        return False
    return w.is_passive(at, w.group_start(at), verb)


def _named(w: Window, colon: int) -> Span | None:
    """A name that is all that stands before a colon, behind "from" too: "Ana Ruiz: “…”", "From the report: “…”"."""
    dash = next((k for k in range(colon - 2, 0, -1) if w.is_dash(k)), -1)  # "Tolls are a burden - Ana Ruiz: “…”"
    first = dash + 1
    here = w.word(first) == "here" and w.word(first + 1) == "is"  # "Here is Ana Ruiz, a nurse, on the radio: “…”"
    first += 2 * here
    first = next((k + 1 for k in range(first, min(colon, first + 3)) if w.word(k) == "from"), first)
    sent = w.word(first - 1) == "from"
    text = w.word(colon - 1) in speaker_words("document") and w.has(first, "determiner") and colon - first < 6
    comma = next((k for k in range(first + 1, colon) if w.word(k) == ","), 0)
    ends = comma or colon  # "Ana Ruiz, 34, nurse: “…”"
    named = 1 < ends - first < 6 and all(_is_of_name(w, k) for k in range(first, ends))
    told = here or (not first and noun_phrase(w, colon - 1) is not None)
    if named and (not comma or told):
        return Span(first, ends)
    if sent and w.has(first, "possessive") and not has_verb(w, first, colon):  # "From our reader Ben, in May: “…”"
        ends = next((k for k in range(first + 1, ends) if w.has(k, "preposition")), ends)
        return Span(first, ends) if can_speak(w, Span(first, ends)) else None
    role = w.capital(colon - 1) and any(w.word(k) in heads() for k in range(first, colon - 1))
    role = role and noun_phrase(w, colon - 1) == Span(first, colon)  # "Opposition leader Ana Ruiz: “…”"
    if role:  # "Reader Ana Ruiz *emails from* Velia: “…”"
        sends = (k for k in range(first + 2, colon - 1) if w.word(k).endswith("s") and w.word(k + 1) == "from")
        return Span(first, next((k for k in sends if w.capital(k - 1) and not w.capital(k)), colon))
    return Span(first, colon) if sent and text else None


def _is_of_name(w: Window, at: int) -> bool:
    """Whether a word can stand in a name, or joins two."""
    other = w.has(at, "time", "preposition", "auxiliary", "subordinator") or w.verb[at] is not None
    return (w.capital(at) and not other) or w.word(at) == "and"
