"""Reporting clauses after what is said, or inside it: "X, Hale said." "“X,” said Hale, “Y.”" "X, according to Hale,
Y.\""""

from __future__ import annotations

from dataclasses import replace

from sourcereading.attribution.according import SOURCES, according_inside, source_size
from sourcereading.attribution.addressees import OBJECTS, addressed
from sourcereading.attribution.as_clauses import leaves_out
from sourcereading.attribution.clause_subjects import adds, inverted_subject
from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, ReportingClause, Span, Window, why
from sourcereading.attribution.complements import reporting_verb
from sourcereading.attribution.content_before import has_content
from sourcereading.attribution.content_ends import has_clause, has_verb
from sourcereading.attribution.noun_phrases import can_speak, noun_phrase
from sourcereading.attribution.speakers import is_document
from sourcereading.text.parts_of_speech import is_base, is_past
from sourcereading.text.sentence_words import DASHES
from sourcereading.text.verbs import Verb, longer_verbs

_UNLISTED = Verb(frozenset(("quote",)), "past")
_MAY_FOLLOW = frozenset(("clause", "tell", "ask", "doc", "quote", "hearing", "belief"))
"""Classes of verbs that may come after what is said; those of class "quote" only after a quotation."""
_ENDS = DASHES | {","}
"""Marks behind what is said; a quotation needs none."""
_AGENT_LIMIT = 10
"""Items between "quoted" and "as saying": "quoted *by the Halden Post* as saying"."""


def clause_after(w: Window) -> ReportingClause | None:
    """The first reporting clause of a window that comes after what is said, or inside it."""
    longer, has_quotation = longer_verbs(), QUOTE in w.kinds
    ends = 0 if has_quotation else next((at for at, word in enumerate(w.words) if word in _ENDS), w.size)
    for at in [
        at
        for at, (verb, word, before) in enumerate(zip(w.verb, w.words, [MARK, *w.kinds], strict=False))
        if word in SOURCES
        or (at >= ends and (verb is not None or word in longer))
        or (has_quotation and (word.endswith(("ed", "s")) or before is QUOTE))
    ]:
        if source_size(w, at):
            if at > 0 and (w.is_break(at - 1) or w.kind(at - 1) is QUOTE or (at > 1 and w.word(at) == "according")):
                clause = according_inside(w, at)
                if clause is not None:
                    return clause
            continue
        behind = w.kind(at - 1) is QUOTE
        special = (_all_said(w, at) or _came_the_reply(w, at)) if behind else _quoted_after(w, at)
        special = special or _was_the_message(w, at)
        if special is not None:
            return special
        verb = reporting_verb(w, at)
        if verb is None or not verb.classes & _MAY_FOLLOW:
            verb = _UNLISTED if _is_unlisted(w, at) else None
        if verb is None or verb.form == "ing" or ("belief" in verb.classes and w.is_open(at + 1)):
            continue
        clause = _clause_of(w, at, verb)
        if clause is not None:
            return clause
    return None


def _quoted_after(w: Window, at: int) -> ReportingClause | None:
    """ "“…,” Hale was quoted as saying." """
    verb = w.verb[at]
    if verb is None or "quoted" not in verb.classes or not w.is_passive(at, w.group_start(at), verb):
        return None
    said, subject = saying(w, at), noun_phrase(w, w.group_start(at) - 1)
    if said is None or subject is None:
        return None
    return _after_quotation(w, Span(w.group_start(at), said + 1), subject)


def saying(w: Window, at: int) -> int | None:
    """The item of "saying" behind a verb of quoting: "quoted *as saying*", "quoted *by the Halden Post as saying*"."""
    for k in range(at + 1, min(w.size - 1, at + _AGENT_LIMIT)):
        if w.word(k) == "as":
            verb = w.verb[k + 1]
            return k + 1 if verb is not None and verb.form == "ing" else None
        if w.kind(k) is not WORD or (k == at + 1 and w.word(k) not in ("by", "in")):
            return None
    return None


def _all_said(w: Window, at: int) -> ReportingClause | None:
    """ "“No comment” was all that Hale would say", "… is how Hale put it"."""
    if not w.has(at, "be") or w.word(at + 1) not in ("all", "how", "what"):
        return None
    for k in range(at + 3, min(w.size, at + 12)):
        verb = reporting_verb(w, k)
        behind = k if verb is None else k + verb.size
        told = addressed(w, behind) if verb is not None and "tell" in verb.classes else None
        behind = behind + (w.word(behind) in OBJECTS) if told is None else told.last
        ends = w.kind(behind) is MARK or w.has(behind, "preposition", "time")
        ends = ends or (w.word(at + 1) == "how" and w.has(behind, "article", "possessive"))  # "described the day"
        if verb is not None and verb.classes & (_MAY_FOLLOW | {"as"}) and ends:
            subject = noun_phrase(w, w.group_start(k) - 1)
            cue = Span(w.group_start(k), k + verb.size)
            found = None if subject is None else _after_quotation(w, cue, subject, at)
            # "how Hale recalls *the answer*": somebody else's
            return replace(found, subject=None) if found and w.any(behind, behind + 3, "reply") else found
    return None


def _came_the_reply(w: Window, at: int) -> ReportingClause | None:
    """ "“No,” came the reply": words of somebody who is not named."""
    came = w.word(at) in ("came", "comes") and w.has(at + 1, "article")
    if w.kind(at - 1) is not QUOTE or not (came or w.word(at) in ("was", "is")):
        return None
    noun = next((k for k in range(at + 2, at + 5) if w.has(k, "reply")), None)
    if noun is None:
        return None
    if not came:  # "“No,” was *his* answer"
        owner = next((k for k in range(at + 1, noun) if w.has(k, "possessive", "genitive")), None)
        found = None if owner is None else _after_quotation(w, Span(noun, noun + 1), Span(at + 1, owner + 1), at)
        return found and replace(found, owned=w.has(owner or 0, "genitive"))
    cue = Span(at, noun + 1)
    return ReportingClause(cue, None, (Span(0, at),), (cue,), None, False, why(w, "after", cue, None))


def _was_the_message(w: Window, at: int) -> ReportingClause | None:
    """ "“…,” was the message from Hale", "“…” – that's the advice of the board"."""
    that = at - (w.word(at - 1) == "that")
    start = that - w.is_dash(that - 1)
    is_be = w.word(at) in ("was", "is") or (w.word(at) in ("that's", "that’s") and start < at)
    noun = next((k for k in range(at + 2, at + 5) if w.has(k, "reply")), 0)
    if not (is_be and noun and w.has(at + 1, "article") and w.word(noun + 1) in ("from", "of")):
        return None
    subject = inverted_subject(w, noun + 2)
    if subject is None or not can_speak(w, subject, surely=True) or is_document(w.phrase(subject)):
        return None
    return _after_quotation(w, Span(noun, noun + 1), subject, start)


def _after_quotation(w: Window, cue: Span, subject: Span, start: int | None = None) -> ReportingClause | None:
    """The reporting clause of a quotation that ends right before its words, which may start before the subject."""
    start = subject.first if start is None else start
    if w.kind(start - 1) is not QUOTE:
        return None
    region = Span(start, max(cue.last, subject.last))
    return ReportingClause(cue, subject, (Span(0, start),), (region,), None, False, why(w, "after", cue, subject))


def _is_unlisted(w: Window, at: int) -> bool:
    """Whether any verb stands where only one of saying can: after a pronoun or a name right behind a quotation
    that ends in a comma ("“…,” he beamed")."""
    word = w.word(at)
    if not word.endswith(("ed", "s")) or not w.is_open(at) or w.capital(at):
        return False
    before = at - 1
    if w.kind(before) is QUOTE and not (w.capital(at + 1) or w.has(at + 1, "determiner")):
        return False  # "“…,” critics fear"
    if w.kind(before) is QUOTE and before and not w.has(before - 1, "coordinator"):
        return False  # "The spot, titled “Late Rain,” features a report"
    while before > 0 and before > at - 5 and w.is_open(before):
        before -= 1
    named = all(w.capital(k) for k in range(before + 1, at))
    if w.has(before, "subject_pronoun") or (w.has(before, "determiner") and not named):
        before -= 1
    elif not named:
        return False
    if before == 1 and w.has(0, "ed"):
        return False  # "Titled “Late Rain,” the spot pans over the port"
    return before >= 0 and w.kind(before) is QUOTE and w.items[before].text[-2:-1] in (",", "!", "?")


def _clause_of(w: Window, at: int, verb: Verb) -> ReportingClause | None:
    """The reporting clause of a verb that comes after what is said or inside it."""
    whose = _whose(w, at, verb)
    if whose is None:
        return None
    cue, subject, heard = whose
    before = min(cue.first, subject.first) - 1
    # "…, as Hale put it"
    as_clause = w.word(before) == "as" and not any(w.verb[k] and reporting_verb(w, k) for k in range(before))
    before -= as_clause
    quoted, behind = w.kind(before) is QUOTE, max(cue.last, subject.last)
    if not _can_follow(w, verb, before, as_clause) or not _goes_back(w, at, verb, subject, before, behind):
        return None
    left = _left(w, before + 1 if quoted else before, quoted)
    if as_clause and quoted:
        left = Span(before, before + 1)  # "with the words “Go home,” as Hale said"
    written = w.has(at, "writing") and _ends_in_name(w, behind)  # "It is late, Hale wrote *Holm*."
    addressee = addressed(w, behind) if written or verb.classes & {"tell", "ask"} else None
    said = addressee.last if addressee else behind
    found = _clause_end(w, said, quoted, left)
    if found is None or (as_clause and not quoted and leaves_out(w, said, verb)):
        return None
    clause_end, rest = found
    opens = w.has(before - 1, "preposition") and w.has(0, "subordinator", "preposition", "ed")
    if quoted and opens and rest is not None and w.kind(rest.first) is QUOTE:
        return None  # "When asked about “Going Far,” Hale said, “…”"
    if as_clause and not quoted and rest is not None and not _is_part(w, left):
        if w.kind(rest.first) is not QUOTE or not w.has(left.last - 1, "be"):
            return None
        # "The man is, as Hale puts it, “a fox”": only what follows is theirs
        region, rule = Span(left.last, rest.first), why(w, "before", cue, subject)
        return ReportingClause(cue, subject, _rests(w, rest), (region,), None, False, rule)
    if not quoted and not has_content(w, verb, left, Span(said, clause_end), rest):
        return None  # "On Monday, Hale said “…”"
    return ReportingClause(
        cue,
        None if heard else subject,  # "It leaks, the court heard": of whom is not told
        (left, *_rests(w, rest)),
        (Span(left.last, clause_end),),
        addressee,
        False,
        why(w, "after" if rest is None else "inside", cue, subject),
        not quoted and "doc" in verb.classes and "clause" not in verb.classes and not w.any(*subject, "finder"),
    )


def _is_part(w: Window, left: Span) -> bool:
    """Whether words are the first part of what is said, without its verb: "*The dam*, as Hale said, is old"; not "But,
    as Hale said, the dam is old", "Of course, as Hale said, …"."""
    opens = all(w.has(k, "coordinator", "subordinator", "answer") or w.is_adverb(k) for k in range(*left))
    phrase = w.has(left.first, "preposition") and left.last - left.first < 3
    return not (opens or phrase) and not has_verb(w, *left)


def _whose(w: Window, at: int, verb: Verb) -> tuple[Span, Span, bool] | None:
    """The cue and the subject of a verb that has one who can say something, and whether that one only hears it."""
    first = w.group_start(at)
    passive = w.is_passive(at, first, verb)
    heard = "hearing" in verb.classes or (passive and "tell" in verb.classes)
    if passive and not heard:
        return None
    cue, subject = _cue_and_subject(w, at, first, verb)
    if subject is None or (heard and not w.has(subject.last - 1, "hearer")):
        return None
    if w.word(subject.first) in ("who", "which"):
        return None  # "Hale, who advised the builder, said that"
    if verb.form == "s" and "say" not in verb.classes and w.word(subject.first).endswith("ing"):
        return None  # "fell, missing Halden estimates, as"
    if w.capital(subject.first) and w.word(subject.last) == "who":
        return None  # "some in Halden, Norland who came left": no name has a relative clause without a comma
    return cue, _named_before(w, subject) or subject, heard


def _can_follow(w: Window, verb: Verb, before: int, as_clause: bool) -> bool:
    """Whether what ends at an item can be said by a verb behind it: a quotation, or what a comma or a dash ends."""
    quoted = w.kind(before) is QUOTE
    if quoted and w.word(before - 1) == "," and reporting_verb(w, before - 2) is not None:
        return False  # "When a man shouted, “Go,” Hale joked, “…”"
    follows = quoted or as_clause or verb.classes & (_MAY_FOLLOW - {"quote"})
    return bool(follows and (quoted or w.word(before) == "," or w.is_dash(before)))


def _goes_back(w: Window, at: int, verb: Verb, subject: Span, before: int, behind: int) -> bool:
    """Whether a verb tells what is before it, and not only what is behind it, or denies a claim."""
    quoted = w.kind(before) is QUOTE
    several = not quoted and w.words[max(0, before - _AGENT_LIMIT) : before].count(w.word(at)) > 1
    if several and behind < w.content_end():
        return False  # "Hale says no, Holm says yes, Orme says maybe"
    if not quoted and "inf" in verb.classes and w.word(behind) == "to" and w.is_open(behind + 1):
        return False  # "On Monday, when it rained, Hale agreed to pay"
    denies = "denies" in verb.classes and (not quoted or w.any(subject.first, subject.last - 1, "claim"))
    return not denies  # "The wall leaks, a claim Hale denied"


def _rests(w: Window, rest: Span | None) -> tuple[Span, ...]:
    """What is said behind a reporting clause: of quotations that end a sentence or that a comma follows only they,
    "“…,” she said, “*and cold*,” before she left"."""
    if rest is None or w.kind(rest.first) is not QUOTE or rest.last - rest.first == 1:
        return () if rest is None else (rest,)
    found = []
    for at in range(*rest):
        if w.kind(at) is QUOTE and (w.items[at].text[-2:-1] in tuple(",.!?…") or w.word(at + 1) in (",", ";")):
            found.append(Span(at, at + 1))
        elif at == rest.first or w.kind(at - 1) is QUOTE and w.kind(at) is QUOTE:
            return (rest,)
        elif w.verb[at] is not None and reporting_verb(w, at) is not None:
            break
    return tuple(found)


def _named_before(w: Window, subject: Span) -> Span | None:
    """The name right behind a quotation, of which the subject that was found says more: "“…,” *Ben Holm*, the clerk of
    Velia, one of those who sued, said", "“…,” *Ana Ruiz*, 45, a baker from Halden, said"."""
    last = subject.first - 1
    if w.word(last) != "," or not (w.has(subject.first, "determiner") or w.word(subject.first) == "one"):
        return None
    if w.has(last - 1, "number") and w.word(last - 2) == ",":
        last -= 2
    first = last
    while first > 0 and w.is_open(first - 1) and w.capital(first - 1):
        first -= 1
    return Span(first, last) if first < last and w.kind(first - 1) is QUOTE else None


def _cue_and_subject(w: Window, at: int, first: int, verb: Verb) -> tuple[Span, Span | None]:
    """The verb with its auxiliaries, and its subject: before the verb or, right behind what is said, after it."""
    behind = at + verb.size
    if first == at and _may_invert(w, at, verb):
        subject = inverted_subject(w, behind)
        # Not "Hale, the mayor, said the plan of the council is dead".
        if subject and (w.kind(at - 1) is QUOTE or not _has_verb(w, subject.last)):
            return Span(at, behind), subject
    said = noun_phrase(w, first - 1)
    if said is None and verb.more:  # "…, as *the town's mayor* puts it"
        opens = next((k for k in range(first - 2, max(0, first - _AGENT_LIMIT), -1) if w.word(k - 1) == "as"), first)
        named = Span(opens, first)
        said = named if opens < first and w.is_break(opens - 2) and can_speak(w, named) else None
    return Span(first, behind), said


def _may_invert(w: Window, at: int, verb: Verb) -> bool:
    """Whether a verb may come before its subject: behind a quotation, and "said" also behind a comma or a dash."""
    if "tell" in verb.classes and "clause" not in verb.classes:
        return False  # the person addressed follows: "Hale, who left, told reporters"
    if w.kind(at - 1) is QUOTE:
        return True
    separated = w.word(at - 1) == "," or w.is_dash(at - 1)
    if w.word(at - 1) == "," and w.kind(at - 2) is QUOTE and w.has(at + verb.size, "article"):
        return "clause" in verb.classes  # "It was “late”, wrote the clerk"
    if not separated or w.has(at + verb.size, "subject_pronoun"):
        return False
    return "say" in verb.classes or ("clause" in verb.classes and _ends_in_name(w, at + verb.size))


def _ends_in_name(w: Window, first: int) -> bool:
    """Whether nothing but a name follows, or a name that goes on: "…, reported *the Halden Post*.", "…, warns *Ana
    Ruiz*, who"."""
    first += w.has(first, "article")
    end = w.content_end()
    name = next((k for k in range(first, end) if not w.capital(k)), end)
    return first < end and (name == end or (name - first > 1 and (w.word(name) == "," or w.has(name, "preposition"))))


def _has_verb(w: Window, k: int) -> bool:
    """Whether an auxiliary comes before the next mark that separates clauses."""
    while k < w.size and not w.is_break(k) and w.kind(k) is not QUOTE:
        if w.has(k, "subordinator") or w.word(k) in ("who", "which"):
            return False
        if w.has(k, "auxiliary"):
            return True
        k += 1
    return False


def _left(w: Window, end: int, quoted: bool) -> Span:
    """Content before a reporting clause: a quotation alone where a colon or a dash comes before it, else all from the
    window's start."""
    opened = closed = 0  # brackets, from the end on: "(“It leaks,” Hale said)"
    for first in range(end - 1, -1, -1) if "(" in w.words or "[" in w.words else ():
        closed += w.word(first) in (")", "]")
        opened += w.word(first) in ("(", "[")
        if opened > closed:
            break
    first = first + 1 if opened > closed else 0  # else all of it
    alone = quoted and (w.word(end - 2) == ":" or (w.is_dash(end - 2) and has_verb(w, 0, end - 2)))
    return Span(end - 1 if alone else first, end)


def _clause_end(w: Window, start: int, quoted: bool, left: Span) -> tuple[int, Span | None] | None:
    """Where a reporting clause ends that comes after what is said or inside it, and the content that goes on behind
    it. None where the words after the verb are content of their own, so that nothing before them is, to the ``left``.
    After a form of "be" any words go on with what is said: "It was, Hale said, a mistake"."""
    end = max(start, w.content_end())
    depth = 0  # of brackets
    aside = False  # in what explains: "said Hale, who notes that", "said on Monday, a day that"
    for k in range(start, end):
        word = w.word(k)
        aside = aside or (w.word(k - 1) == "," and (word in _ASIDE_OPENERS or w.has(k, "preposition")))
        aside = aside or _joins_clause(w, k) or (w.word(k - 1) == "," and _opens_phrase(w, k))
        aside = aside or (k == start and adds(w, k))
        if w.kind(k) is QUOTE:
            if k == start and not quoted:
                return None  # "When they left, he said “…”"
            if k == start or w.word(k - 1) == "." or w.is_dash(k - 1):
                return k, Span(k, end)
        elif word == "that" and not w.has(k + 1, "auxiliary") and (k == start or not quoted):
            if not aside or w.word(k - 1) == ",":
                return None  # "said on Monday that", "said, in a note, that": what is said follows
        elif word == ":":
            return (k + 1, Span(k + 1, end)) if k + 1 < end else (end, None)
        elif depth == 0 and word == ",":
            if w.has(left.last - 1, "be") and k + 1 < end:
                return k + 1, Span(k + 1, end)
            whole = (has_verb(w, *left) or has_clause(w, *left)) and not w.has(left.last - 1, "preposition")
            if (found := _end_at_comma(w, k, end, quoted, whole)) is not None:
                return found
        elif depth == 0 and k == start and not _is_adjunct(w, k):
            return None
        depth = max(0, depth + (word in ("(", "[")) - (word in (")", "]")))
    return w.size, None


def _joins_clause(w: Window, at: int) -> bool:
    """Whether another clause begins, whose verb has its own "that": "It leaks, Hale said, *and he* supposed that"."""
    subject = w.has(at + 1, "subject_pronoun", "determiner") or w.capital(at + 1)
    return subject and w.word(at - 1) == "," and w.has(at, "coordinator")


def _end_at_comma(w: Window, comma: int, end: int, quoted: bool, whole: bool) -> tuple[int, Span | None] | None:
    """Where a reporting clause ends, and the content behind it, if a comma in it decides that. Whether what is before
    it is a ``whole`` clause."""
    rest = comma + 1
    verb = w.verb[rest] if rest < end else None
    if verb is not None and verb.form == "ing":
        quote = next((k for k in range(rest, end) if w.kind(k) is not WORD), end) + 1
        if quoted and w.kind(quote) is QUOTE and w.word(quote - 1) == "," and w.has(rest + 1, "article", "possessive"):
            return quote, Span(quote, end)  # "“…,” she said, holding a map, “…”"
        return w.size, None  # "…, Hale said, adding that"
    named = rest
    while w.capital(named):
        named += 1
    if named - rest > 1 and w.word(named) == ",":
        return None  # "said the head of the board, *Ana Ruiz*, who left"
    if w.kind(rest) is QUOTE or w.word(rest) == "because" or (not quoted and _is_medial(w, rest, end, whole)):
        return rest, Span(rest, end)
    return None


def _is_medial(w: Window, rest: int, end: int, whole: bool) -> bool:
    """Whether what follows a reporting clause goes on with the sentence that it interrupts: a clause of its own or
    the verb of the clause begun, not an apposition, a relative clause or an adverbial."""
    if w.word(rest) == "including" and "," not in w.words[rest - 4 : rest - 1]:
        return True  # "It was late for many, Hale said, including the crews"
    if _is_infinitive(w, rest) or (w.word(rest) == "for" and any(_is_infinitive(w, k) for k in range(rest, rest + 8))):
        return rest + 2 < end  # "It makes sense, Hale said, to stay", "…, for them to stay"
    if rest >= end or w.has(rest, "preposition"):
        return w.word(rest) in ("before", "after") and w.has(rest + 1, "ing")  # "…, he said, before easing"
    if w.has(rest, "coordinator"):
        return _is_medial_coordinate(w, rest, end)
    manner = whole and w.is_adverb(rest) and w.has(rest + 1, "ed")  # "…, she said, clearly annoyed"
    if w.word(rest).endswith("ing") or w.word(rest) in _ASIDE_OPENERS or manner:
        return False
    if w.has(rest, "contrast") and _has_reporting_verb(w, rest, end):
        return False  # "It fell, she said, though she admits it was late"
    if any(w.kind(k) is QUOTE for k in range(rest, end)):
        return True
    if whole and _opens_phrase(w, rest):
        return has_clause(w, rest, end)  # not "It fell, she said, the latest sign that dams leak"
    return any(w.has(k, "auxiliary") or (w.is_finite(k) and w.word(k + 1) != "by") for k in range(rest, end))


def _is_medial_coordinate(w: Window, rest: int, end: int) -> bool:
    """The same of what "and" or "but" begins: "The king wept, she said, and left"."""
    theirs = not _has_reporting_verb(w, rest, end)
    if w.has(rest + 1, "subordinator"):
        return theirs  # "It is late, she said, and if it rains we leave"
    if any(w.kind(k) is QUOTE for k in range(rest, end)):
        return theirs  # "It fell, said Hale, who left, and it “looks bad”"
    if w.word(rest) == "but" and theirs:  # "…, she said, but it became a creed"
        would = "would" in w.words[rest:end] and "would" in w.words[: rest - 1]
        other = (w.has(rest + 1, "determiner") and not would) or "had" in w.words[rest - 4 : rest]
        # Not "…, she said, but the bank paid", "…, she had said, but it fell"
        return not other and any(w.has(k, "auxiliary") or w.is_finite(k, surely=True) for k in range(rest + 1, end))
    if w.word(rest + 1) in ("it", "there") and w.has(rest + 2, "be", "modal"):
        return theirs  # "…, she said, and it was too soon to tell"
    if w.has(rest + 1, "modal") or any(w.has(k, "be") and w.has(k + 1, "ing") for k in range(rest + 2, rest + 6)):
        return theirs  # "…, she said, and pumps were running"
    told = any((verb := w.verb[k]) is not None and "past" in verb.form for k in range(rest - 4, rest))
    now = next((k for k in range(rest + 2, end) if w.has(k, "auxiliary") or w.is_finite(k, surely=True)), end)
    if told and w.word(rest) == "and" and w.word(now) in ("is", "are", "has", "have", "will", "can", "may"):
        return theirs  # "It fell, she said, and the wall is still wet"
    if w.word(now) in ("would", "had") and w.word(now) in w.words[: rest - 1]:
        return theirs  # "It would fall, she said, and the wall would hold"
    return w.has(rest + 1, "past") or (w.word(rest + 1).endswith("ed") and not w.capital(rest + 1))


def _opens_phrase(w: Window, at: int) -> bool:
    """Whether a noun phrase may begin: an apposition, or the subject of a clause."""
    return w.has(at, "determiner") or (w.is_open(at) and not w.is_adverb(at) and not w.has(at, "ed", "past"))


def _is_infinitive(w: Window, to: int) -> bool:
    """Whether "to" with a verb begins, quoted or not: "to “make sure”", not "to “boos” from the crowd"."""
    quoted = w.items[to + 1].text[1:].split(None, 1) if w.kind(to + 1) is QUOTE else []
    return w.word(to) == "to" and is_base(quoted[0] if quoted else w.word(to + 1))


def _has_reporting_verb(w: Window, first: int, end: int) -> bool:
    """Whether the words that follow report what somebody else says: "…, she said, but the firm denied it"."""
    return any(reporting_verb(w, k) is not None and w.word(k - 1) != "to" for k in range(first, end))


_ASIDE_OPENERS = ("a", "an", "who", "whose", "which", "where", "when", "while")
"""Words that begin an apposition, a relative clause or an adverbial: "she said, *a* day before the vote"."""


def _is_adjunct(w: Window, k: int) -> bool:
    """Whether an item after a reporting clause's verb or subject can open an adjunct of the reporting clause."""
    opens = ("when", "while", "because", "who", "whom", "whose", "and", "(", "[")
    if w.is_adverb(k) or w.is_dash(k) or w.word(k) in opens or adds(w, k):
        return True
    if (w.has(k, "ed") or is_past(w.word(k))) and w.has(k + 1, "preposition"):
        return True  # "“…,” reads a note *taped to* the door", "*sent by* Hale"
    return any(w.has(k, name) for name in ("preposition", "time", "before_time", "particle", "circumstance"))
