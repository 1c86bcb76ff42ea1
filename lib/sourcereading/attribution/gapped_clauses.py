"""Clauses that leave out the reporting verb of the clause before: "Hale said it leaks, *and Holm that it does not*"."""

from __future__ import annotations

from sourcereading.attribution.clause_words import ReportingClause, Span, Window, why
from sourcereading.attribution.complements import A_BARE_CLAUSE, A_THAT_CLAUSE
from sourcereading.attribution.content_ends import has_verb


def same_verb(w: Window, clause: ReportingClause) -> ReportingClause | None:
    """What another says with the verb of a clause: "Hale said it leaks *and Holm that it does not*"."""
    first, last = clause.contents[-1]
    if clause.denied or not clause.rule.endswith((A_THAT_CLAUSE, A_BARE_CLAUSE)):
        return None
    for that in range(first + 4, last - 2):
        if w.word(that) != "that" or not (w.has(that + 1, "determiner", "subject_pronoun") or w.capital(that + 1)):
            continue
        at = that
        while w.capital(at - 1) and not w.has(at - 1, "time"):
            at -= 1
        joined = at < that and w.word(at - 1) in ("and", "while", "but") and not w.capital(at - 2)
        if joined and has_verb(w, first, at - 1) and not w.any(first, at - 1, "relative") and "between" not in w.words:
            subject, cue = Span(at, that), Span(that, that + 1)
            start = at - 1 - (w.word(at - 2) == ",")
            rule = f"{why(w, 'before', clause.cue, subject)}, then {A_THAT_CLAUSE}"
            return ReportingClause(cue, subject, (Span(that + 1, last),), (Span(start, that + 1),), None, False, rule)
    return None
