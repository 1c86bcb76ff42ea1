"""Clauses that leave something out: the verb of the clause before ("Hale said it leaks, *and Holm that it does
not*"), what is judged ("the plan, which Hale called *a gift*"), or who speaks ("Citing *costs*, Hale left")."""

from __future__ import annotations

from sourcereading.attribution.clause_words import ReportingClause, Span, Window, why
from sourcereading.attribution.complements import (
    A_BARE_CLAUSE,
    A_NOUN_PHRASE,
    A_THAT_CLAUSE,
    Content,
    complement,
    is_denied,
)
from sourcereading.attribution.content_ends import has_verb
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.text.verbs import Verb

_LIMIT = 14
"""Items looked at for the verb of the next who is named."""


def same_verb(w: Window, clause: ReportingClause) -> ReportingClause | None:
    """What another says with the verb of a clause: "Hale said it leaks *and Holm that it does not*", "…*, Holm
    that it does not*"."""
    first, last = clause.contents[-1]
    if clause.denied or not clause.rule.endswith((A_THAT_CLAUSE, A_BARE_CLAUSE)):
        return None
    for that in range(first + 4, last - 2):
        if w.word(that) != "that" or not (w.has(that + 1, "determiner", "subject_pronoun") or w.capital(that + 1)):
            continue
        at = that
        while w.capital(at - 1) and not w.has(at - 1, "time"):
            at -= 1
        joined = at < that and w.word(at - 1) in ("and", "while", "but", ",") and not w.capital(at - 2)
        if joined and has_verb(w, first, at - 1) and not w.any(first, at - 1, "relative") and "between" not in w.words:
            subject, cue = Span(at, that), Span(that, that + 1)
            start = at - 1 - (w.word(at - 2) == ",")
            rule = f"{why(w, 'before', clause.cue, subject)}, then {A_THAT_CLAUSE}"
            return ReportingClause(cue, subject, (Span(that + 1, last),), (Span(start, that + 1),), None, False, rule)
    return None


def next_of_list(w: Window, content: Span) -> int:
    """Where the next of several who are named in a row says something: "Hale says no*, Holm says* yes"."""
    said = w.word(next((k for k in range(content.first - 1, 0, -1) if w.verb[k] is not None), 0))
    for k in range(content.first + 2, min(content.last - 1, content.first + _LIMIT)):
        if w.has(k, "subordinator"):
            break  # "Hale said that when it rained, Holm said no"
        subject = noun_phrase(w, k - 1, appositions=False) if w.word(k) == said and w.verb[k] is not None else None
        if subject is not None and w.word(subject.first - 1) == "," and w.is_word(k + 1):
            return subject.first - 1
    return content.last


def judged_before(w: Window, at: int, verb: Verb, subject: Span | None) -> Content | None:
    """What something is called that a relative pronoun stands for: "the plan, *which* Hale called *a gift*"."""
    first = at + verb.size
    called = "call" in verb.classes and w.has(first, "article")
    if "as" in verb.classes and w.word(first) == "as" and not w.has(first + 1, "subject_pronoun"):
        called, first = True, first + 1
    if subject is None or not called or w.word(subject.first - 1) not in ("which", "that", "whom"):
        return None
    end = next((k for k in range(first + 1, w.content_end()) if _ends_judgement(w, k)), w.content_end())
    # Not "the rule that the board called a meeting to discuss"
    return None if "to" in w.words[first:end] else Content(Span(first, end), None, "what something is called")


def _ends_judgement(w: Window, at: int) -> bool:
    """Whether the clause goes on behind what something is called: "called a gift*, will stand*", "… *and left*"."""
    joined = w.has(at, "coordinator") and w.is_finite(at + 1, surely=True)
    return joined or w.is_break(at) or w.has(at, "auxiliary", "subordinator", "circumstance")


def fronted_participle(w: Window, verb: Verb) -> ReportingClause | None:
    """What the subject of the main clause says in a participle before it: "Saying *it was late*, Hale left", "Citing
    *rising costs*, the board said no"; not what one does or finds ("Finding nobody there, Hale left")."""
    found = complement(w, 0, verb)
    subject = first_subject(w, w.content_end()) if found is not None else None
    if found is None or subject is None or w.word(subject.first - 1) != "," or not can_speak(w, subject, surely=True):
        return None
    content = Span(found.span.first, subject.first - 1)
    done = found.how == A_NOUN_PHRASE and "doc" in verb.classes
    if found.how in (A_THAT_CLAUSE, A_BARE_CLAUSE):
        apart = not found.addressee and content.first > verb.size + 1  # "Writing for a panel that found him guilty"
        done = apart or not has_verb(w, *content)
    if content.last <= content.first or done:
        return None
    cue = Span(0, verb.size)
    rule = f"{why(w, 'before', cue, subject)}, then {found.how}"
    denied = is_denied(w, verb, verb.size, found)
    region = (Span(0, content.first),)
    return ReportingClause(cue, subject, (content,), region, found.addressee, False, rule, denied=denied)
