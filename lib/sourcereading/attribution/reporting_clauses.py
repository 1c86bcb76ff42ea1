"""Reporting clauses: the words that say who says something, and where what is said begins and ends.

A reporting clause has a cue (a reporting verb, or "according to"), a subject and one or more stretches of content. It
is found in a *window* of items: the words and marks of a sentence, each quotation in it folded into one item, so that
a quotation is read as a whole and never searched for the narrator's reporting clauses. The grammar is the order of
words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sourcereading.attribution.according import SOURCES, according, source_size
from sourcereading.attribution.as_clauses import as_said, is_as_clause, leaves_out
from sourcereading.attribution.clause_subjects import RELATIVE_LIMIT, RELATIVES, antecedent_of, subject_of
from sourcereading.attribution.clause_words import (
    QUOTE,
    Item,
    ReportingClause,
    Span,
    Window,
    why,
    words_of_class,
)
from sourcereading.attribution.clauses_after import clause_after
from sourcereading.attribution.colons import colon_clause
from sourcereading.attribution.complements import (
    A_BARE_CLAUSE,
    A_COLON,
    A_NOUN_PHRASE,
    A_QUESTION,
    A_QUOTATION,
    A_THAT_CLAUSE,
    A_TOPIC,
    AN_ING_FORM,
    AN_ORDER,
    Content,
    complement,
    is_denied,
    reporting_verb,
)
from sourcereading.attribution.content_ends import (
    clause_end,
    ends_at_once,
    has_clause,
    has_verb,
    is_without_verb,
    leaves_unsaid,
    phrase_end,
    relative_end,
    remark_start,
    set_off_end,
    subordinate_end,
)
from sourcereading.attribution.cue_nouns import held_from, noun_clause
from sourcereading.attribution.denials import denied_end, is_made
from sourcereading.attribution.gapped_clauses import fronted_participle, judged_before, next_of_list, same_verb
from sourcereading.attribution.noun_phrases import can_speak, only_opens
from sourcereading.attribution.passives import by_agent, heard_clause, passive_clause, quoted_as_saying
from sourcereading.attribution.speakers import is_document
from sourcereading.attribution.thoughts import is_thought
from sourcereading.text.verbs import Verb, longer_verbs, verbs


def reporting_clauses(items: Sequence[Item], nested: bool = False) -> list[ReportingClause]:
    """The outermost reporting clauses of a window, in order of their content; content and reporting clauses never
    overlap.

    Parameters
    ----------
    items : the window, in order.
    nested : whether the window is what a speaker says; content found there ends with its clause, because the
        outer speaker goes on ("the other side acknowledges it could lose, though the timeline is uncertain").

    Returns
    -------
    Reporting clauses whose spans count the items. A window may hold several: "Hale said A and added that B".
    """
    words = [item.lower for item in items]
    if "" not in words and _cues().isdisjoint(words):
        return []  # no quotation, either
    w = Window(items)
    found = [_cut(clause, remark_start(w, clause.contents[-1])) for clause in _clauses(w)]
    if not nested:
        return found
    return [_within_clause(w, clause) for clause in found if _nests(w, clause)]


def _nests(w: Window, clause: ReportingClause) -> bool:
    """Whether a reporting clause counts inside what another says: what somebody who can speak says, or a common noun
    tells ("the guard told her that"), and not what somebody thinks, or only will say."""
    verb = w.verb[clause.cue.last - 1]
    cue = w.words[slice(*clause.cue)]
    will = "will" in cue or "would" in cue or w.word(clause.cue.first - 1).endswith(("'ll", "’ll"))
    if will or w.has(clause.cue.last - 1, "held") or (verb is not None and "belief" in verb.classes):
        return False
    if clause.subject is None or can_speak(w, clause.subject):
        return True
    tells = verb is not None and not verb.classes.isdisjoint(("say", "tell"))
    return tells and w.has(clause.subject.first, "determiner")


def _clauses(w: Window) -> list[ReportingClause]:
    """The reporting clauses of a window. Each side of a semicolon is read by itself; a side without a reporting clause
    is more of what is said before it."""
    stops = [at for at, word in enumerate(w.words) if word == ";"]
    if not stops:
        return _clauses_of_part(w)
    found: list[ReportingClause] = []
    first = 0
    for stop in (*stops, w.size):
        inner = _clauses_of_part(Window(w.items[first:stop]))
        if inner:
            found.extend(_shifted(clause, first) for clause in inner)
        elif found and found[-1].contents[-1].last >= first - 2 and stop > first and _is_more(w, first, found[-1]):
            last = found[-1].contents[-1]
            longer = (*found[-1].contents[:-1], Span(last.first, min(stop, w.content_end())))
            found[-1] = replace(found[-1], contents=longer)
        first = stop + 1
    return found


def _is_more(w: Window, first: int, clause: ReportingClause) -> bool:
    """Whether the words after a semicolon are more of what a clause says: of what is denied only with "that"; not
    "…; the firm *denies* this"."""
    stop = next((k for k in range(first, w.size) if w.word(k) == ";"), w.size)
    if any((verb := w.verb[k]) is not None and verb.classes & {"denies", "belief"} for k in range(first, stop)):
        return False
    if clause.rule.endswith(A_QUESTION) or any(leaves_unsaid(w, k) for k in range(first + 1, stop)):
        return False  # "Hale asked why it leaks; *nobody knew*", "…; *Holm did not reply*"
    return not clause.denied or "that" in (w.word(first), w.word(first + 1))


def _clauses_of_part(w: Window) -> list[ReportingClause]:
    """The reporting clauses of a window without semicolons."""
    result: list[ReportingClause] = []
    behind = 0
    found = clause_after(w)
    if found is not None:
        result.append(found)
        behind = found.cue.last
        if len(found.contents) > 1:
            behind = found.contents[-1].last  # "“…,” she said, “…,” *adding that*"
            if behind >= w.content_end():
                return result
    cues = _cues()
    for at in [at for at, word in enumerate(w.words) if word in cues]:
        clause = _at(w, at, result) if at >= behind else None
        if clause is None:
            continue
        if result and result[-1].antecedent is not None and result[-1].antecedent == clause.subject:
            # "Hale, who said it leaked, *told the board that* it was old"
            start = w.joined_from(clause.cue.first)
            clause = replace(clause, region=(Span(start, clause.region[0].last),))
        start = clause.region[0].first
        if result and result[-1].contents[-1].last > start:
            result[-1] = _cut(result[-1], start)
            if not result[-1].contents:
                result.pop()
        if result and result[-1].region[-1].last > start:
            result[-1] = _cut_region(result[-1], start)
        result.append(clause)
        if (also := same_verb(w, clause)) is not None:
            result[-1] = _cut(clause, also.region[0].first)
            result.append(also)
        # Behind its cue, at the start of its content.
        behind = max(clause.cue.last, clause.contents[0].first) if clause.contents else clause.cue.last
    return _without_topics(result) or colon_clause(w)


_HELD = Verb(frozenset(("belief",)), "base")
_NOUNS = ("cue_noun", "voiced", "promise", "held")
"""Classes of the nouns that a reporting clause may stand on."""


def _without_topics(found: list[ReportingClause]) -> list[ReportingClause]:
    """Reporting clauses without those that name only a topic; who inherits their source keeps it."""
    kept: list[ReportingClause] = []
    subject: Span | None = None  # of a topic left out right before
    for clause in found:
        if subject and clause.inherits and clause.subject is None:
            clause = replace(clause, subject=subject)
        subject = clause.subject if clause.rule.endswith(A_TOPIC) else None
        if not clause.rule.endswith(A_TOPIC):
            kept.append(clause)
    return kept


@cache
def _cues() -> frozenset[str]:
    """The words on one of which every reporting clause stands, but for one with a colon."""
    return frozenset((*verbs(), *SOURCES, *longer_verbs(), *words_of_class(*_NOUNS)))


def _shifted(clause: ReportingClause, by: int) -> ReportingClause:
    """A reporting clause of a part of a window, counted in the whole."""

    def move(span: Span) -> Span:
        return Span(span.first + by, span.last + by)

    return replace(
        clause,
        cue=move(clause.cue),
        subject=clause.subject and move(clause.subject),
        contents=tuple(move(span) for span in clause.contents),
        region=tuple(move(span) for span in clause.region),
        addressee=clause.addressee and move(clause.addressee),
        antecedent=clause.antecedent and move(clause.antecedent),
    )


def _at(w: Window, at: int, before: list[ReportingClause]) -> ReportingClause | None:
    """The reporting clause whose cue begins at an item and whose content follows it, or None."""
    inside = before[-1].contents[-1] if before else None
    if inside is not None and not inside.first <= at < inside.last:
        inside = None
    if source_size(w, at):
        return None if inside else according(w, at)
    noun = None if inside else noun_clause(w, at)
    held = held_from(w, at) if w.has(at, "held") else at
    verb = reporting_verb(w, at) if held == at else _HELD
    if noun is not None or verb is None:
        return noun
    first = w.group_start(at) if held == at else held
    if "belief" in verb.classes:
        if inside or "to" in (w.word(first - 1), w.word(at + 1)) or w.word(at + 1) in ("tank", "tanks", "of", "about"):
            return None
        verb = replace(verb, classes=verb.classes | {"clause"})
    if "hearing" in verb.classes:
        return None if inside else heard_clause(w, at, first, verb)
    if inside is None:
        if "quoted" in verb.classes:
            return quoted_as_saying(w, at, first)
        if held == at and w.is_passive(at, first, verb):
            of_nobody = "belief" in verb.classes and w.word(first - 1) != "it"
            return None if of_nobody else passive_clause(w, at, first, verb)
        if (said_by := by_agent(w, at, first, verb)) is not None:
            return said_by
    elif "quoted" in verb.classes or w.is_passive(at, first, verb):
        return None
    if at == 0 and verb.form == "ing":
        return fronted_participle(w, verb)
    subject, inherits = subject_of(w, at, first, verb, before)
    if inside and inherits and w.word(before[-1].cue.first) in SOURCES:
        return None  # "According to Hale, the man stood up and said it leaked": the man said so
    if inside and not (
        _new_clause(w, subject, first, inherits and not verb.classes <= _WEAK, inside)
        or _is_answer(w, subject, before[-1])
    ):
        return None
    found, subject = _said(w, at, first, verb, subject)
    if found is None or (subject is None and not inherits):
        return None
    if "belief" in verb.classes and not is_thought(w, at, subject, found):
        return None
    return _clause(w, Cue(at, first, verb, subject), found, before, inside)


def _said(w: Window, at: int, first: int, verb: Verb, subject: Span | None) -> tuple[Content | None, Span | None]:
    """What follows a verb as its content, and the verb's subject; no content where nothing is said by a speaker."""
    found = complement(w, at, verb) or (None if "call" in verb.classes else as_said(w, at, verb, subject))
    found = found or judged_before(w, at, verb, subject)
    if found is None or (is_as_clause(w, subject) and leaves_out(w, found.span.first, verb)):
        return None, subject
    bare = found.how in (A_BARE_CLAUSE, A_NOUN_PHRASE)
    within = w.word(first - 2) in RELATIVES and w.has(found.span.first, "ed", "past")  # "who police say *ignored* it"
    if bare and subject is not None and (within or _is_verb(w, found.span.first)):
        relative = w.word(subject.first) in RELATIVES  # "the crews who reported for work were late"
        found, subject = (None, subject) if relative else _without_subject(w, found, subject, first)
    if found is None or not is_made(w, first, at, verb, subject):
        return None, subject
    if w.has(first - 1, "before_gerund") and verb.form == "ing" and found.how in (A_NOUN_PHRASE, AN_ING_FORM):
        return None, subject  # "in discussing the vote"
    if subject is None or "say" in verb.classes or w.word(subject.first) in RELATIVES:
        return found, subject
    thing = bare and "doc" in verb.classes and only_opens(w, subject)
    # Not "the debate raises questions"
    return (found if not thing and can_speak(w, subject, surely=bare) else None), subject


_WEAK = frozenset(("doc", "np", "finding", "wh", "amount"))
"""Classes of verbs that tell of what is done, too: "said they searched and *found* a knife"."""


class Cue(NamedTuple):
    """A reporting verb: its item, the first item of its verb group, the verb, and its subject if it has its own."""

    at: int
    first: int
    verb: Verb
    subject: Span | None


def _clause(
    w: Window, cue: Cue, found: Content, before: list[ReportingClause], inside: Span | None
) -> ReportingClause | None:
    """The reporting clause of a verb and the content that follows it, unless only a document could say it so."""
    at, first, verb, subject = cue
    denied = is_denied(w, verb, at + verb.size, found)
    end = denied_end(w, found.span, found.how == A_NOUN_PHRASE) if denied else _content_end(w, verb, found)
    reduced = verb.form == "ing" and subject is not None and subject.last == at and w.word(subject.first - 1) != "with"
    # "Though *she* said A and called for B, …"
    whose = subject or (before[-1].subject if before else None)
    bare = found.how == A_BARE_CLAUSE and not (reduced and "np" in verb.classes)  # "demanding *a truce* was vetoed"
    clausal = bare or found.how in (A_THAT_CLAUSE, A_QUESTION)
    content, antecedent = _within(w, Span(found.span.first, end), whose, reduced, clausal)
    if antecedent is not None and w.has(antecedent.first - 1, "negative"):
        return None  # "It was not Hale who said so"
    of_document = _is_of_document(w, verb, subject, found)
    if of_document and antecedent is None and subject is not None and not is_document(w.phrase(subject)):
        return None  # "Hale found the video in which Holm says"
    topic = found.how == A_BARE_CLAUSE and "np" not in verb.classes and content.last < end
    if content.last <= content.first or (topic and not has_verb(w, *content)):
        return None  # "Hale, who first reported the leak, left"
    if inside and (subject is None or _is_answer(w, subject, before[-1])):
        start = w.joined_from(first if subject is None else subject.first)
    else:
        bound = inside.first if inside else before[-1].contents[-1].last if before else 0
        opens = subject.first if subject else first
        start = _clause_start(w, opens, bound)
        if before and opens < before[-1].cue.first:
            # "Hale, advised by doctors to rest, left *and said*"
            start = max(w.joined_from(first), min(first, before[-1].contents[-1].last))
    words = Span(first, at + verb.size)
    return ReportingClause(
        words,
        subject,
        (content,),
        (Span(start, content.first),),
        found.addressee,
        subject is None,
        f"{why(w, 'before', words, subject)}{'' if subject else ' (same source as before)'}, then {found.how}",
        of_document,
        antecedent,
        denied,
    )


def _is_of_document(w: Window, verb: Verb, subject: Span | None, found: Content) -> bool:
    """Whether a verb says something only of a document ("the survey shows"), but not "the court found that"."""
    if "clause" in verb.classes or verb.classes.isdisjoint(("doc", "finding")):
        return False
    finds = "finding" in verb.classes and found.how == A_THAT_CLAUSE and has_clause(w, *found.span)
    return not (finds and subject is not None and w.any(*subject, "finder"))


def _is_verb(w: Window, at: int) -> bool:
    """Whether an auxiliary stands at an item, and neither "having" nor "that's"."""
    return w.has(at, "auxiliary") and not w.has(at, "ing", "demonstrative")


def _without_subject(w: Window, found: Content, subject: Span, first: int) -> tuple[Content | None, Span]:
    """Content that begins with a verb, as in a relative clause ("a man who *police* said *was armed*"): it ends with
    the clause, and the source stands behind the relative pronoun. No content where there is no such clause ("the
    effects reported are mild")."""
    if w.word(subject.first - 1) == "what":
        return found, subject
    if found.how == A_NOUN_PHRASE:
        return None, subject  # "The papers that Hale questioned are old"
    for k in range(first - 1, max(-1, first - RELATIVE_LIMIT), -1):
        if w.word(k) in ("who", "which", "that") and k + 1 < first:
            end = relative_end(w, found.span.first, found.span.last)
            if end == found.span.last and is_without_verb(w, k):
                return None, subject  # "said the call that the paper reported *was “mad”*"
            return found._replace(span=Span(found.span.first, end)), Span(k + 1, first)
    whole = subject.first == 0 or w.is_break(subject.first - 1)
    return (None if whole and not w.has(subject.first, "subject_pronoun") else found), subject


def _content_end(w: Window, verb: Verb, found: Content) -> int:
    """Where content of a form ends."""
    first = found.span.first
    if found.how == AN_ORDER and found.addressee is not None and w.word(found.addressee.last) == ",":
        to = (k for k in range(found.addressee.last, w.size) if w.word(k) == "to")
        first = next(to, first)  # "asked Hale, who left, to stay"
    if found.how == "a judgement with “of”":  # "accused Hale, the mayor, *of* lying"
        first = next((k for k in range(*found.span) if w.word(k) == "of"), first)
    end = phrase_end(w, Span(first, found.span.last))
    bare_phrase = found.how == A_BARE_CLAUSE and "np" in verb.classes and not has_verb(w, found.span.first + 1, end)
    if found.how in (A_THAT_CLAUSE, A_BARE_CLAUSE) and not bare_phrase:
        return min(clause_end(w, found.span, "past" in verb.form), next_of_list(w, found.span))
    if found.how == A_QUOTATION and ends_at_once(w, found.span):
        return found.span.first + 1
    if found.how in (A_COLON, A_QUESTION, A_QUOTATION):
        return found.span.last
    return end


def _within(w: Window, content: Span, subject: Span | None, reduced: bool, clausal: bool) -> tuple[Span, Span | None]:
    """Content cut to the relative, subordinate or ``reduced`` clause ("a letter saying it leaks") that the verb is in,
    and whom a relative pronoun as its subject names ("Hale, who said")."""
    if subject and w.word(subject.first) in RELATIVES:
        before = subject.first - 1
        while w.word(subject.first) == "whom" and before > subject.first - 4 and not w.is_break(before):
            before -= 1  # "the residents, many of whom say"
        separated = w.is_break(before)
        if separated and w.word(before - 1).isdigit() and w.word(before - 2) == ",":
            before -= 2  # "Hale, 40, who said"
        named = antecedent_of(w, before - 1 if separated else before, w.word(subject.first) != "which")
        if named is not None and w.word(named.first) == "according":
            named = Span(named.first + 2, named.last)  # "according to Hale, who said"
        content = set_off_end(w, content, separated)
        if separated and named is not None and w.has(named.first - 1, "preposition") and named.first == 1:
            content = subordinate_end(w, content)  # "Unlike Hale, who says it leaks, *Holm left*"
        if named is not None and not separated and (named.first == 0 or w.is_break(named.first - 1)):
            # "Those who called it unfair *said* it was late", "Those who said it was late *left*"
            content = Span(content.first, relative_end(w, content.first, content.last, seen=not clausal))
        return content, named
    before = subject.first - 1 if subject else -1
    opens = before - 1 - w.is_break(before - 2)
    in_which = w.word(before) == "which" and w.has(before - 1, "preposition") and is_without_verb(w, opens)
    if in_which and w.word(content.first - 1) != "that":
        # "The vote in which they confirmed *his victory* did not help him"
        end = relative_end(w, content.first, content.last)
        seen = not clausal or end == content.last
        return Span(content.first, relative_end(w, content.first, content.last, seen=seen)), None
    dashes = [k for k in range(*content) if w.is_dash(k)] if before > 0 and w.is_dash(before) else []
    if len(dashes) == 1:
        return Span(content.first, dashes[0]), None  # "The plan – the mayor says *it is late* – will go ahead."
    while_it = w.word(before) == "as" and w.is_break(before - 1)  # "As Hale called for calm, shots rang out."
    if while_it or w.has(before, "subordinator") or (w.has(before, "clause_break") and w.is_break(before - 1)):
        # "Hale, after Holm said it leaked, *left*"
        found = set_off_end(w, content, False) if before > 1 and w.word(before - 1) == "," else content
        return subordinate_end(w, found), None
    if reduced:
        end = set_off_end(w, content, w.is_break(subject.first - 1) if subject else False).last
        return Span(content.first, relative_end(w, content.first, end, seen=not clausal)), None
    return content, None


def _new_clause(w: Window, subject: Span | None, first: int, inherits: bool, content: Span) -> bool:
    """Whether a verb in the content of a reporting clause begins another one beside it ("said A and added B"), not one
    inside it ("said Hale added B")."""
    if inherits:
        # "said A and added that B": the verb has no subject of its own.
        joined = w.joined_from(first) < first or w.ends_in_comma(first - 1)
        return joined and (first - content.first > 1 or w.ends_in_comma(first - 1))
    if subject is None:
        return False
    opens = subject.first
    while opens - 1 > content.first and (w.is_adverb(opens - 1) or w.word(opens - 1) == "," and w.is_adverb(opens - 2)):
        opens -= 1
    if opens - 1 == content.first and w.kind(opens - 1) is QUOTE and w.ends_in_comma(opens - 1):
        return True  # "When a man shouted, “Go,” *Hale joked*, “…”"
    conjunction = w.word(opens - 1)
    comma = w.word(opens - 2)
    if comma != "," and w.kind(opens - 2) is not QUOTE:
        return False
    return conjunction in ("and", "with") or (w.has(opens - 1, "contrast") and opens - 2 > content.first)


def _is_answer(w: Window, subject: Span | None, asked: ReportingClause) -> bool:
    """Whether a clause tells how somebody answers: "Hale asked Holm to stay *and he said no*"."""
    answers = subject is not None and w.word(subject.first - 1) in ("and", "but")
    pronoun = subject is not None and w.has(subject.first, "subject_pronoun")
    return answers and pronoun and asked.addressee is not None and asked.rule.endswith((A_QUESTION, AN_ORDER))


def _clause_start(w: Window, opens: int, bound: int) -> int:
    """Where the clause of a subject begins, not before a bound."""
    at = opens
    while at > bound:
        previous = w.word(at - 1)
        if w.kind(at - 1) is QUOTE:
            break
        if (previous in ("and", "with") or w.has(at - 1, "contrast")) and w.word(at - 2) == ",":
            return at - 1
        at -= 1
    return at


def _cut(clause: ReportingClause, at: int) -> ReportingClause:
    """A reporting clause whose content ends before an item."""
    contents = tuple(Span(span.first, min(span.last, at)) for span in clause.contents if span.first < at)
    return clause if contents == clause.contents else replace(clause, contents=contents)


def _cut_region(clause: ReportingClause, at: int) -> ReportingClause:
    """A reporting clause whose own words end before an item."""
    region = tuple(Span(span.first, min(span.last, at)) for span in clause.region if span.first < at)
    return replace(clause, region=region)


def _within_clause(w: Window, clause: ReportingClause) -> ReportingClause:
    """A reporting clause whose content ends where its sentence turns: at a dash, or at a comma before "though"."""
    first, last = clause.contents[-1]
    for at in range(first + 1, last):
        turned = at + 1 < last and w.word(at) == "," and _turns(w, at + 1)
        quoted = w.kind(at - 1) is QUOTE and w.ends_in_comma(at - 1) and _turns(w, at)
        if turned or quoted or w.word(at) in ("—", "–", "--"):
            return _cut(clause, at)
    return clause


def _turns(w: Window, at: int) -> bool:
    """Whether a word, after a comma, turns from what one speaker says to what the other does."""
    return w.has(at, "contrast") or w.word(at) in ("and", "so", "yet")
