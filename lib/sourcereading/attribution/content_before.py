"""Whether words without quotation marks before a reporting clause are what is said, or tell when and where it is."""

from __future__ import annotations

from sourcereading.attribution.clause_words import QUOTE, Span, Window
from sourcereading.attribution.content_ends import ASKED, has_verb, is_asked
from sourcereading.text.parts_of_speech import is_noun
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.verbs import Verb

_BEFORE_CIRCUMSTANCE = ("in", "on", "at", "during", "after", "before")
"""Words before the time, the place or the text of a report: "Hale said *in* a letter", not "asked *for* a letter"."""

_BEFORE_CLAUSE = ("after", "before", "since", "until")
"""Prepositions that open clauses, too."""


def has_content(w: Window, verb: Verb, left: Span, behind: Span, rest: Span | None) -> bool:
    """Whether words without quotation marks before a reporting clause are what is said, not an adverbial of it.

    Parameters
    ----------
    verb : the verb of the reporting clause.
    left : the words before it.
    behind : what follows its verb and its addressee, up to its end.
    rest : the content that goes on behind it, if any.
    """
    joined = rest is None or w.has(rest.first, "coordinator")
    if rest is not None:
        if not (joined or w.kind(rest.first) is QUOTE or w.word(rest.first - 1) == ":" or w.word(rest.first) == "that"):
            return True
        if w.word(0) in ASKED or is_asked(w, 0):
            return False  # "Asked why, then, he left, he said: “…”"
        if _goes_on_with_verb(w, left, rest):
            return True
    return _content_before(w, left.last) or (joined and _closes(w, *behind) and _is_fronted(w, verb, left.last))


def _goes_on_with_verb(w: Window, left: Span, rest: Span) -> bool:
    """Whether the words before a reporting clause are the subject of a quotation that begins with its verb: "*The
    firm*, Hale said, “will survive”"."""
    opened = w.kind(rest.first) is QUOTE and w.word(rest.first - 1) == ","
    adverbial = w.has(left.first, "preposition", "subordinator", "interrogative") or w.is_adverb(left.first)
    if not opened or adverbial or w.has(left.last - 1, "adverb"):
        return False  # "Two weeks later, Hale said, “was …”"
    first, second, *_ = [*w.items[rest.first].text[1:].split(), "", ""]
    modal = "auxiliary" in classes_of(first) and "?" not in w.items[rest.first].text
    subject = w.has(left.first, "determiner", "possessive", "subject_pronoun") or w.capital(left.first)
    return subject and modal and "subject_pronoun" not in classes_of(second.lower())


def _content_before(w: Window, end: int) -> bool:
    """Whether the words before a reporting clause are a clause, not adverbials ("On Monday, as it rained, Hale said").
    """
    if any(w.kind(k) is QUOTE and not w.has(k - 1, "preposition") for k in range(end)):
        return True  # not "the author of “Going Far,” about a war, said"
    commas = [k for k in range(end) if w.word(k) == ","]
    if end < 6 and (w.any(0, 2, "answer") or any(w.has(k, "interrogative") and k + 1 == end for k in range(end))):
        return True  # "Not so, said Hale", "By what, she asked"
    parts = zip([-1, *commas], [*commas, end], strict=True)
    return any(_is_clause(w, comma + 1, last) for comma, last in parts)


def _closes(w: Window, behind: int, end: int) -> bool:
    """Whether nothing but a time or a place follows a reporting clause's verb: "Hale said *on Monday*", not "said so",
    "said to the crowd", nor what a colon or a quotation says."""
    end = min(end, w.content_end())
    followed = ":" in w.words[behind:] or w.word(w.size - 1) == "," or QUOTE in w.kinds[behind:end]
    bare = behind >= end or w.is_break(behind) or w.has(behind, "time", "before_time")
    return not followed and (bare or w.word(behind) in _BEFORE_CIRCUMSTANCE) and not has_verb(w, behind, end)


def _is_fronted(w: Window, verb: Verb, end: int) -> bool:
    """Whether words that open like an adverbial go on with a main clause, without a comma: "In March *prices fell*,
    Hale said", not "After prices fell, Hale said"."""
    said = "say" in verb.classes
    if w.has(0, "ed") or not (said or w.has(0, "preposition")):
        return False  # "Asked whether it leaked, Hale said"
    comma = next((k for k in range(end) if w.word(k) == ","), end)
    open_clauses = 0  # of "when", "that" and the like, whose verb has not come yet
    for k in range(comma):
        if w.has(k, "relative", "interrogative", "subordinator") or w.word(k) in _BEFORE_CLAUSE:
            open_clauses += not _opens_phrase(w, k, comma)
        elif k and (w.has(k, "auxiliary") or w.is_finite(k, surely=not said)) and not w.has(k - 1, "auxiliary"):
            if open_clauses:
                open_clauses -= 1
            elif w.has(k, "auxiliary") or _begins_phrase(w, 0, k):  # not "in a statement *released* on Monday"
                return True
    return False


def _opens_phrase(w: Window, at: int, end: int) -> bool:
    """Whether "after" and the like stand before a phrase, behind which the subject comes: "After *the storm* the road
    was closed", not "after the storm closed the road"; and "as many as"."""
    if w.word(at) == "as":
        return "as" in (w.word(at - 2), w.word(at + 2))
    if w.word(at) not in _BEFORE_CLAUSE:
        return False
    verb = next((k for k in range(at + 1, end) if w.has(k, "auxiliary") or w.is_finite(k, surely=True)), at)
    return _begins_phrase(w, at, verb)


def _begins_phrase(w: Window, preposition: int, verb: int) -> bool:
    """Whether a second noun phrase, the subject, begins between a preposition with its own and a verb: "in the court
    *the crowd* grew", "in March *prices* fell"."""
    starts = ("determiner", "possessive", "number", "subject_pronoun")
    for k in range(preposition + 1, verb):
        if w.has(k, *starts) and k > preposition + 1 and not w.has(k - 1, "preposition", *starts):
            return True
        name = w.capital(k) or w.has(k, "time")
        if name and w.is_open(k + 1) and not w.capital(k + 1) and k + 1 < verb:
            return True  # "Monday *police*"
        if w.capital(k) and w.is_open(k - 1) and not w.capital(k - 1) and k > preposition + 1:
            return True  # "half *Velia*"
    return False


def _is_clause(w: Window, first: int, end: int) -> bool:
    """Whether words between commas are a main clause, or the end of one."""
    opens = first == 0
    while first < end and w.has(first, "coordinator"):
        first += 1
    nouns = {k for k in range(first + 2, end) if w.has(k - 2, "article") and w.is_adjective(k - 1, sure=True)}
    nouns = {k for k in nouns if w.verb[k] is None and is_noun(w.word(k))}  # "the rapid *spread* of news"
    number = w.has(first, "number") or w.word(first).isdigit()
    nouns |= {first + 1} if number and w.has(first + 2, "adverb") and first + 3 == end else set()  # "two *weeks* later"
    finite = any(w.has(k, "auxiliary") or w.is_finite(k) for k in range(first, end) if k not in nouns)
    verb = w.verb[first] if opens and first < end else None
    participle = verb is not None and verb.form != "base"
    # "Asked whether it would hold, he said"; but "That is late, he said"
    subordinate = w.has(first, "subordinator") and not (w.word(first) == "that" and w.has(first + 1, "auxiliary"))
    object_behind = w.has(first + 1, "determiner", "object_pronoun") or w.capital(first + 1)
    passive = w.has(0, "preposition") and w.has(first, "ed", "past") and not w.has(first, "auxiliary")
    passive = passive and not object_behind  # "In a Mass, *held in May*, Hale said"
    aside = not opens and (passive or w.has(first, "ing") or w.word(first) in ("who", "which", "whose"))
    if w.has(first, "preposition") or subordinate or participle or aside:
        return False
    if opens and w.is_adverb(first):  # "So it makes sense, Hale said"
        counted = w.has(first + 1, "number") or w.word(first + 1)[:1].isdigit()  # "Almost 650 courts have closed"
        at = next((k for k in range(first, end) if w.has(k, "auxiliary") or w.is_finite(k)), first)
        if w.any(first, at, "subordinator", "clause_break"):
            return False  # "Nearly two years after it opened, Hale said"
        return finite and (counted or w.has(first + 1, "subject_pronoun", "determiner") or w.capital(first + 1))
    return finite and (end - first >= 3 or w.has(end - 1, "auxiliary") or not opens)
