"""What is said in the passive: "it was said *that it leaks*", "was quoted as saying *it leaks*", "asked by Hale
*whether it leaks*", "described by Hale *as a gift*"."""

from __future__ import annotations

from dataclasses import replace

from sourcereading.attribution.addressees import addressed
from sourcereading.attribution.clause_words import WORD, ReportingClause, Span, Window, why
from sourcereading.attribution.clauses_after import saying
from sourcereading.attribution.complements import (
    A_BARE_CLAUSE,
    A_QUESTION,
    A_THAT_CLAUSE,
    AN_INFINITIVE,
    Content,
    complement,
    is_denied,
    marked,
    reporting_verb,
)
from sourcereading.attribution.content_ends import (
    clause_end,
    has_clause,
    has_verb,
    phrase_end,
    relative_end,
    set_off_end,
)
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.attribution.speakers import is_document
from sourcereading.text.parts_of_speech import is_noun
from sourcereading.text.verbs import Verb

_PIVOTS = {"as": ("as",), "call": ("as",), "accuse": ("of",), "blame": ("for",)}
"""What a judgement follows: "accused by Hale *of* lying"."""


_LATE = 6
"""Items between a passive and its "by"."""


def passive_clause(w: Window, at: int, first: int, verb: Verb) -> ReportingClause | None:
    """The reporting clause of a verb in the passive."""
    return by_agent(w, at, first, verb) or _agentless(w, at, first, verb)


def heard_clause(w: Window, at: int, first: int, verb: Verb) -> ReportingClause | None:
    """What a court or a panel is told: "The jury heard *that it leaks*", "heard from Hale *that it leaks*"; the source
    is nobody, or the one behind "from"."""
    hearer = noun_phrase(w, first - 1)
    if verb.form == "ing" or hearer is None or not w.has(hearer.last - 1, "hearer"):
        return None
    agent = addressed(w, at + 2) if w.word(at + 1) == "from" else None
    behind = at + 1 if agent is None else agent.last
    if agent is not None and w.word(behind) == ",":  # "heard from Hale, a nurse, that"
        behind = next((k for k in range(behind + 1, w.size) if w.word(k) == ","), behind) + 1
    found = complement(w, behind - verb.size, replace(verb, classes=frozenset(("clause",))))
    if found is None or not (found.how in (A_THAT_CLAUSE, A_BARE_CLAUSE) or w.word(found.span.first) == "how"):
        return None
    content = Span(found.span.first, clause_end(w, found.span, True))
    rule = f"{why(w, 'before', Span(first, at + 1), hearer)}, then {found.how}"
    return ReportingClause(
        Span(first, at + 1), agent, (content,), (Span(hearer.first, content.first),), None, False, rule
    )


def quoted_as_saying(w: Window, at: int, first: int) -> ReportingClause | None:
    """ "X was quoted as saying that …", "they quoted X as saying that …": who is quoted is the source."""
    passive = any(w.has(k, "be") for k in range(first, at))
    subject = noun_phrase(w, first - 1) if passive else addressed(w, at + 1)
    said = saying(w, at if passive or subject is None else subject.last - 1)
    verb = w.verb[said] if said is not None else None
    if subject is None or said is None or verb is None or (found := complement(w, said, verb)) is None:
        return None
    content, addressee, how = found
    cue = Span(first, said + 1 if passive else at + 1)
    rule = f"{why(w, 'before', cue, subject)}, then {how}"
    region = (Span(min(first, subject.first), content.first),)
    denied = is_denied(w, verb, cue.last, found)
    return ReportingClause(cue, subject, (content,), region, addressee, False, rule, denied=denied)


def by_agent(w: Window, at: int, first: int, verb: Verb) -> ReportingClause | None:
    """The reporting clause of a participle whose source stands behind "by": "The plan, described *by Hale* as a gift",
    "when asked *by reporters* whether it leaks"."""
    by = at + verb.size
    while w.is_adverb(by) or w.word(by) in ("twice", "once"):
        by += 1  # "warned *twice* by Hale"
    comma = next((k for k in range(by, by + _LATE) if w.word(k) == "," or w.verb[min(k, w.size - 1)]), 0)
    by = comma + 1 if w.word(comma) == "," and w.word(comma + 1) == "by" else by  # "asked again, *by Hale*, whether"
    if w.word(by) != "by" or not ("past" in verb.form or "participle" in verb.form):
        return None
    if any(w.has(k, "negative", "hypothetical") for k in range(first, at)):
        return None
    agent = addressed(w, by + 1)
    if agent is not None and "accuse" in verb.classes:
        agent = Span(agent.first, next((k for k in range(*agent) if w.word(k) == "of"), agent.last))
    if agent is None or not can_speak(w, agent) or (agent.last == agent.first + 1 and is_document(w.phrase(agent))):
        return None  # "said by email that"
    found = _agents_content(w, agent.last, verb)
    if found is None and w.word(agent.last) == ",":  # "asked by the coroner, Ana Ruiz, if"
        closing = next((k for k in range(agent.last + 1, min(w.size, agent.last + 8)) if w.word(k) == ","), agent.last)
        found = _agents_content(w, closing + 1, verb)
    if found is None:
        return None
    passive = w.is_passive(at, first, verb)
    end = found.span.last if found.how == A_QUESTION else phrase_end(w, found.span)
    if passive and w.word(first - 1) in ("who", "which"):
        # "Hale, who was warned by his doctor not to go, *stood and said*"
        end = min(end, set_off_end(w, found.span, w.is_break(first - 2)).last)
    elif not passive:
        end = _main_clause(w, Span(found.span.first, end), found.how.startswith("a judgement"))
    cue = Span(first, by + 1)
    rule = f"{why(w, 'before', cue, agent)}, then {found.how}"
    content = Span(found.span.first, end)
    if content.last <= content.first:
        return None
    return ReportingClause(cue, agent, (content,), (Span(first, content.first),), None, False, rule)


def _agents_content(w: Window, k: int, verb: Verb) -> Content | None:
    """What is said behind the source of a passive."""
    end = w.content_end()
    pivots = {word for name, words in _PIVOTS.items() if name in verb.classes for word in words}
    if w.word(k) in pivots and k + 1 < end and not w.has(k + 1, "subject_pronoun"):
        return Content(Span(k + 1, end), None, f"a judgement with “{w.word(k)}”")
    if k + 1 < end and not verb.classes.isdisjoint(("tell", "ask", "order", "clause")):
        if w.has(k, "interrogative") and "ask" not in verb.classes:
            return None  # "is shared by people who heard it"
        that = next((j for j in range(k, min(end, k + _LATE)) if w.word(j) == "that"), k)
        if w.has(k, "preposition", "time", "before_time") and w.has(that - 1, "time"):
            k = that  # "told by Hale in May that"
        found = marked(w, k, end, verb.classes | {"inf"} if "order" in verb.classes else verb.classes, False)
        bare = found is None and "tell" in verb.classes and w.has(k, "subject_pronoun") and has_clause(w, k, end)
        return Content(Span(k, end), None, A_BARE_CLAUSE) if bare else found
    return None


def _main_clause(w: Window, content: Span, is_phrase: bool) -> int:
    """Where the main clause goes on behind a participle and what is said: "asked by reporters why, *Hale left*"; a
    phrase has no verb of its own."""
    for k in range(content.first, content.last):
        opens = w.has(k + 1, "subject_pronoun", "determiner", "auxiliary") or w.capital(k + 1)
        if "," in w.words[content.first : k] and not has_verb(w, content.first, k):
            continue  # "asked by Hale why, in that case, he left, he said"
        if w.word(k) == "," and (opens or w.is_finite(k + 1, surely=True)):
            return k
        if is_phrase and (w.has(k, "auxiliary") or w.is_finite(k, surely=True)):
            return k
    return content.last if is_phrase else relative_end(w, content.first, content.last)


def _addressed(w: Window, at: int, first: int, verb: Verb) -> ReportingClause | None:
    """The reporting clause of a passive whose subject is told or asked something: "Hale was told *that it leaks*", "was
    asked *to leave*". What somebody is asked ("was asked *whether it leaks*") is a question without an asker."""
    classes = {"that"} | (verb.classes & {"clause", "inf"})
    if "say" in verb.classes:
        classes |= {"clause", "inf"}
    elif "ask" in verb.classes and w.word(first) not in ("is", "are", "be", "will"):
        classes |= {"inf"}  # not "Witnesses are asked to call", which asks the reader
    found = complement(w, at, replace(verb, classes=frozenset(classes)))
    if found is None or found.how not in (A_THAT_CLAUSE, A_BARE_CLAUSE, AN_INFINITIVE):
        return None
    subject = noun_phrase(w, first - 1)
    if subject and (w.word(subject.first - 1) in ("if", "unless", "whether") or w.has(subject.first, "nobody")):
        return None
    start, agent = found.span.first, None
    if found.how == AN_INFINITIVE:
        said = reporting_verb(w, start + 1)
        contact = subject is not None and w.has(subject.first, "subject_pronoun") and is_noun(w.word(subject.first - 1))
        if contact or (said is not None and "clause" in said.classes):
            return None  # "the storm we were told to expect", "was asked to say that": it may not be said
        end, agent = _late_agent(w, Span(start, phrase_end(w, found.span)))
    else:
        end = clause_end(w, found.span, True)
        if not has_verb(w, start, end):
            return None  # "were assured that night"
    cue = Span(first, at + verb.size)
    rule = f"{why(w, 'before', cue, agent)}{'' if agent else ', which names no source'}, then {found.how}"
    return ReportingClause(cue, agent, (Span(start, end),), (Span(first, start),), None, False, rule)


def _late_agent(w: Window, content: Span) -> tuple[int, Span | None]:
    """Where what is asked ends, and who asks it, where that comes last: "asked to leave *by the mayor*"."""
    by = next((k for k in range(content.first + 2, content.last) if w.word(k) == "by"), None)
    agent = addressed(w, by + 1) if by is not None else None
    if by is None or agent is None or not can_speak(w, agent, surely=True):
        return content.last, None
    return by, agent


def _agentless(w: Window, at: int, first: int, verb: Verb) -> ReportingClause | None:
    """The reporting clause of a passive without a source: "it was said *that it leaks*", "she is said *to be ill*"."""
    behind = at + verb.size
    end = w.content_end()
    if "denies" in verb.classes or end - behind < 2:
        return None
    doubted = (w.has(k, "negative", "hypothetical", "modal") and w.word(k) != "will" for k in range(first, at))
    if w.has(first - 1, "nobody") or any(doubted):
        return None  # but "It will be alleged that"
    if not verb.classes.isdisjoint(("tell", "ask", "order")):
        return _addressed(w, at, first, verb)
    if "clause" not in verb.classes:
        return None
    cue = Span(first, behind)
    rule = f"{why(w, 'before', cue, None)}, which names no source"
    opens = w.has(behind, "determiner", "subject_pronoun") or w.capital(behind)
    if w.word(first - 1) == "it" and (w.word(behind) == "that" or opens and has_clause(w, behind, end)):
        start = behind + (w.word(behind) == "that")  # also "It is claimed *he left*"
        return ReportingClause(cue, None, (Span(start, end),), (Span(first - 1, start),), None, False, rule)
    infinitive = w.word(behind) == "to" and w.kind(behind + 1) is WORD and not w.capital(behind + 1)
    said = reporting_verb(w, behind + 2) if infinitive and w.word(behind + 1) == "have" else None
    found = complement(w, behind + 2, said) if said is not None and "hearsay" in verb.classes else None
    source = noun_phrase(w, first - 1) if found is not None and found.how != AN_INFINITIVE else None
    if source is not None and found is not None:  # "is said to have answered: “…”"
        cue, region = Span(first, behind + 3), Span(source.first, found.span.first)
        rule = f"{why(w, 'before', cue, source)}, then {found.how}"
        return ReportingClause(cue, source, (found.span,), (region,), found.addressee, False, rule)
    if "hearsay" in verb.classes and infinitive:
        return ReportingClause(cue, None, (Span(behind, end),), (cue,), None, False, rule)
    return None
