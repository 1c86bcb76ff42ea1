"""Nouns that say what somebody says, with their clause: "the board's *warning that* the river would rise", "made a
*statement that*", "*claims by* Holm *that*".

Which nouns count is data (class "cue_noun" in ``clause_words.csv``).
"""

from __future__ import annotations

from sourcereading.attribution.addressees import addressed
from sourcereading.attribution.clause_words import WORD, ReportingClause, Span, Window, why
from sourcereading.attribution.complements import AN_INFINITIVE
from sourcereading.attribution.content_ends import phrase_end, relative_end
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.text.parts_of_speech import is_base, is_noun, is_present

A_NOUN_CLAUSE = "a that-clause"
_AGENT = 8
"""Items between a cue noun and its "that", which may name the source: "claims *by the head of the firm* that"."""


def noun_clause(w: Window, at: int) -> ReportingClause | None:
    """The reporting clause of a cue noun at an item, with the clause that begins with "that" behind it, or None."""
    if not w.has(at, "cue_noun", "voiced", "promise") or w.capital(at) and at:
        return None
    that = _that(w, at) if w.has(at, "cue_noun", "voiced") else None
    start = _infinitive(w, at) if that is None else that + 1
    if start is None:
        return None
    subject = _owner(w, at, start - 1)
    first = at if subject is None else min(subject.first, at)
    before = first - w.has(first - 1, "determiner") - 1
    content = Span(start, _end(w, start, opens=before < 0 or w.is_break(before)))
    subject = subject or _owner_behind(w, content.last)
    if subject is None:
        return None
    cue = Span(at, at + 1)
    rule = f"{why(w, 'before', cue, subject)}, then {AN_INFINITIVE if that is None else A_NOUN_CLAUSE}"
    region = Span(first, start)
    owned = w.word(subject.last - 1).endswith("'s") and subject.last <= at
    return ReportingClause(cue, subject, (content,), (region,), None, False, rule, owned=owned)


def held_from(w: Window, at: int) -> int:
    """Where "be" begins before a word that tells what somebody thinks: "*is* adamant that", "*was* of the view that";
    the item itself where there is none."""
    lead = at - 2 if w.word(at - 2) in ("of", "in") else at
    first = w.group_start(lead)
    first -= w.has(first - 1, "remaining")
    return first if w.any(first, lead, "be", "remaining") else at


def _infinitive(w: Window, at: int) -> int | None:
    """Where what is promised begins behind a noun: "his promise *to stay*"."""
    to = at + 1
    if w.has(at, "promise") and w.word(to) == "for":  # "his call *for the board to stay*"
        to = next((k for k in range(to + 2, min(w.size - 1, to + _AGENT)) if w.word(k) == "to"), at)
        stays = w.is_open(to + 1) and is_base(w.word(to + 1)) and all(w.kind(k) is WORD for k in range(at, to))
        return at + 2 if to > at and stays else None
    promises = w.has(at, "promise") and w.word(to) == "to" and w.is_open(to + 1) and not w.capital(to + 1)
    to_whom = w.word(to + 1).endswith("s") and is_noun(w.word(to + 1))  # "his promise to voters"
    return to if promises and not to_whom else None


def _that(w: Window, at: int) -> int | None:
    """The "that" which begins the clause of a noun: right behind it, or behind who says it; not that of a relative
    clause ("a claim that is false")."""
    if w.word(at + 1) in ("is", "was") and w.word(at + 2) == "that" and not w.has(at + 3, "preposition", "genitive"):
        return at + 2  # "her claim is that"
    for k in range(at + 1, min(w.size - 2, at + _AGENT)):
        if w.word(k) == "that":
            opens = w.has(k + 1, "determiner", "subject_pronoun") or w.capital(k + 1) or w.word(k + 1).endswith("s")
            acts = w.has(k + 1, "auxiliary") or w.is_finite(k + 1) or is_present(w.word(k + 1))
            relative = acts or (k > at + 1 and not opens)
            return None if relative else k
        if w.kind(k) is not WORD or w.has(k, "auxiliary") or (k == at + 1 and not _opens_adjunct(w, k)):
            return None
    return None


def _opens_adjunct(w: Window, k: int) -> bool:
    """Whether words between a noun and its "that" can begin that say by whom, when or where it was said."""
    return w.word(k) in ("by", "from", "in", "during", "at", "to") or w.has(k, "time", "before_time")


def _owner(w: Window, at: int, that: int) -> Span | None:
    """Who says it: the owner before the noun ("Hale's", "her"), the phrase behind "by" or "from", or the subject of the
    verb whose object the noun is ("made a statement that")."""
    named = w.word(at + 1) == "in" and any(w.capital(at + k) and not w.has(at + k, "time") for k in (2, 3))
    named = (named and w.has(at, "medium")) or (w.word(at + 1) in ("by", "from") and not w.has(at + 2, "ing"))
    if that > at + 1 and named:
        return Span(at + 2, that)
    before = at - 1
    while before > 0 and not w.has(before, "voicing"):
        if not (w.has(before, "adjective", "ed", "ing") or (w.is_open(before) and not w.capital(before))):
            break
        if w.word(before).endswith(("'s", "s'")) or w.verb[before] is not None and w.has(before - 1, "subject_pronoun"):
            break
        before -= 1
    if w.has(at, "voiced"):
        pass
    elif w.has(before, "possessive"):
        return Span(before, before + 1)
    elif w.word(before).endswith(("'s", "s'")):
        return Span(_phrase_start(w, before), before + 1)
    verb = before - w.has(before, "article")
    if not w.has(verb, "voicing") or w.has(w.group_start(verb), "negative", "hypothetical"):
        return None
    return noun_phrase(w, w.group_start(verb) - 1) or first_subject(w, before)


def _owner_behind(w: Window, verb: int) -> Span | None:
    """Who says it behind the verb whose subject the noun is: "A warning that it leaks was issued *by the board*", "The
    idea that it leaks came from *Hale*"."""
    while w.has(verb, "auxiliary") or w.is_adverb(verb):
        verb += 1
    comes = w.word(verb) in ("came", "come", "comes") and w.word(verb + 1) == "from"
    voiced = w.word(verb + 1) == "by" and w.has(verb - 1, "be") and w.has(verb, "voicing")
    found = addressed(w, verb + 2) if comes or voiced else None
    return found if found is not None and can_speak(w, found) else None


def _phrase_start(w: Window, last: int) -> int:
    """Where the phrase of an owner begins: at its article, or with its name."""
    k = last
    while k > 0 and w.is_open(k - 1) and w.capital(k - 1) == w.capital(last) and not w.has(k - 1, "past", "ed"):
        k -= 1
    return k - 1 if w.has(k - 1, "determiner") else k


def _end(w: Window, first: int, opens: bool) -> int:
    """Where the clause of a noun ends: before the verb of the clause whose subject the noun is ("his claim that it
    leaks *was* false", "his promise to stay *was* late"), else with its sentence or phrase."""
    end = w.content_end()
    if w.word(first) != "to" and w.word(first - 1) != "for":
        return relative_end(w, first, end) if opens else end
    end = phrase_end(w, Span(first, end))
    verbs = (k for k in range(first + 2, end) if w.has(k, "auxiliary") or w.is_finite(k, surely=True))
    return next(verbs, end) if opens else end
