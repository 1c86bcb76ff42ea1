"""Sources without a verb of their own: "According to Hale, X", "X, in the words of Hale, Y", "X, as reported by Hale".
"""

from __future__ import annotations

from sourcereading.attribution.clause_subjects import is_within_name
from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, ReportingClause, Span, Window, why
from sourcereading.attribution.complements import reporting_verb
from sourcereading.attribution.lists_of_names import with_those_behind
from sourcereading.attribution.noun_phrases import can_speak
from sourcereading.attribution.positions import MEDIUM, matches
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_present

_SUBJECT_LIMIT = 40
"""Items of a subject after "according to"; what is longer is cut, so that a flood of them takes linear time."""
SOURCES = {"as": ["as"], "according": ["according", "to"], "in": ["in", "the", "words", "of"]}


def source_size(w: Window, at: int) -> int:
    """How many items at a place name a source without a verb of their own: "according to", "in the words of", "as
    reported by"; 0 for none."""
    if w.word(at) == "as":  # "as reported by"
        verb = w.verb[at + 1] if at + 2 < w.size and w.word(at + 2) == "by" else None
        return 3 if verb is not None and "past" in verb.form and "clause" in verb.classes else 0
    if (view := _view(w, at)) is not None:
        return view + 1 - at
    words = SOURCES.get(w.word(at))
    return len(words) if words is not None and w.words[at : at + len(words)] == words else 0


def _view(w: Window, at: int) -> int | None:
    """The noun of a view whose owner is named: "in her *view*", "in their own *opinion*", "in Holm's *words*"; not "in
    our view", which is the writer's."""
    if w.word(at) != "in" or w.word(at + 1) in ("my", "our"):
        return None
    noun = at + 1
    while w.capital(noun) and not w.has(noun, "possessive", "genitive"):
        noun += 1
    if not w.has(noun, "possessive", "genitive"):
        return None
    noun += 1 + (w.word(noun + 1) == "own")
    return noun if w.has(noun, "view") and not w.is_open(noun + 1) else None


def according(w: Window, at: int) -> ReportingClause | None:
    """ "According to Hale, X": the content follows."""
    size = source_size(w, at)
    subject, k = _subject(w, at, size)
    counts = w.has(k, "before_number") and w.has(k + 1, "number")
    if subject is None or not (w.word(k) == "," or counts):
        return None
    end = w.content_end()
    k -= counts
    if k + 1 >= end or all(w.is_adverb(j) for j in range(k + 1, end)):
        return None  # "According to Hale, basically"
    if at > 0 and not (w.is_break(at - 1) or w.has(at - 1, "coordinator") or w.has(at - 1, "subordinator")):
        return None
    cue = Span(at + size - 1 if w.has(at + size - 1, "view") else at, at + size)  # "her *view*"
    region = Span(w.joined_from(at), k + 1)
    return ReportingClause(cue, subject, (Span(k + 1, end),), (region,), None, False, why(w, "before", cue, subject))


def according_inside(w: Window, at: int) -> ReportingClause | None:
    """ "X, according to Hale" and "X, according to Hale, Y"."""
    size = source_size(w, at)
    subject, k = _subject(w, at, size)
    if subject is None:
        return None
    end = w.content_end()
    left = at
    while left > 0 and w.kind(left - 1) is MARK and w.word(left - 1) in (",", "—", "–", "--", "-"):
        left -= 1
    if _a_medium_reports(w, left) and not _is_medium(w, subject):
        return None  # "The Post reports that X, according to Hale": Hale says it to the Post
    if w.word(left - 1) == "that":
        return None  # "reported that, according to Hale, …": inside what is reported
    begun = left >= 4 or any(w.has(j, "auxiliary") or w.is_finite(j) or w.kind(j) is QUOTE for j in range(left))
    goes_on = w.word(k) == "," and (w.has(k + 1, "auxiliary") or w.is_finite(k + 1) or is_present(w.word(k + 1)))
    if left == 0 or not (begun or goes_on) or (at <= 3 and not can_speak(w, subject)):
        return None
    rest = None
    clause_end = w.size
    if k < end and w.word(k) == "," and k + 1 < end:
        after = k + 1
        verb = any(w.has(j, "auxiliary") or w.is_finite(j) or w.kind(j) is QUOTE for j in range(after, end))
        said = any(w.verb[j] and reporting_verb(w, j) for j in range(after, end))
        other = w.has(after, "contrast") and (said or w.capital(after + 1))
        # Not "X, according to Hale, though she admits Y", "…, though Holm wants Y"
        if (verb or goes_on) and not other and w.word(after) not in ("who", "which", "whose", "a", "an"):
            rest, clause_end = Span(after, end), after
    contents = (Span(0, left),) if rest is None else (Span(0, left), rest)
    cue = Span(at + size - 1 if w.has(at + size - 1, "view") else at, at + size)  # "her *view*"
    rule = why(w, "after" if rest is None else "inside", cue, subject)
    owned = subject.last <= cue.first and w.has(subject.last - 1, "genitive")
    return ReportingClause(cue, subject, contents, (Span(left, clause_end),), None, False, rule, owned=owned)


def _a_medium_reports(w: Window, end: int) -> bool:
    """Whether what stands before an item begins with what a medium reports: "The Halden Post reports *that*"."""
    that = next((k for k in range(2, min(end, _SUBJECT_LIMIT)) if w.word(k) == "that"), 0)
    return that > 0 and w.verb[that - 1] is not None and _is_medium(w, Span(0, w.group_start(that - 1)))


def _is_medium(w: Window, phrase: Span) -> bool:
    """Whether a phrase ends in the name of a medium."""
    found = matches(w.items[phrase.first : phrase.last])
    named = bool(found) and found[-1].last == phrase.last - phrase.first and MEDIUM in found[-1].classes
    return named or (w.capital(phrase.last - 1) and w.word(phrase.last - 1) in speaker_words("newspaper"))


def _subject(w: Window, at: int, size: int) -> tuple[Span | None, int]:
    """The noun phrase after "according to" and the item behind it, appositions included."""
    last = first = at + size
    if w.has(first - 1, "view"):
        return Span(at + 1, first - 1 - (w.word(first - 2) == "own")), first
    limit = min(w.size, first + _SUBJECT_LIMIT)
    while last < limit and (
        w.kind(last) is WORD or w.word(last) in ("'", "’", "&", "/") or is_within_name(w, first, last)
    ):
        if last > first and w.has(last, "before_number") and w.has(last + 1, "number"):
            break  # "according to the ministry over 300 people"
        if w.has(last, "subordinator") and w.word(last) not in ("that", "which"):
            break
        last += 1
    k = last
    named = last + 1
    while w.capital(named):
        named += 1
    if named - last > 2 and w.word(last) == w.word(named) == "," and w.word(last - 1) in speaker_words("title"):
        return Span(last + 1, named), named  # "according to the coach, *Tom Orme*, X"
    several, end = with_those_behind(w, Span(first, last))
    if several.last > last and (w.word(end) == "," or end >= w.content_end()):
        return several, end
    # "according to Hale, the mayor, X": the apposition belongs to the reporting clause.
    if w.word(k) == "," and (w.has(k + 1, "determiner") or w.word(k + 1) in ("who", "which")):
        close = next((j for j in range(k + 1, min(w.size, k + 20)) if w.word(j) == ","), None)
        relative = close is not None and w.word(k + 1) in ("who", "which")
        if relative or (
            close is not None
            and not any(w.has(j, "auxiliary") for j in range(k + 1, close))
            and not any(w.is_finite(j) for j in range(k + 2, close))
        ):
            k = close if close and (relative or w.word(close + 1) not in ("who", "which", "whose")) else k
    found = last > first and _is_source(w, Span(first, last))
    return (Span(first, last), k) if found else (None, k)


def _is_source(w: Window, phrase: Span) -> bool:
    """Whether the phrase after "according to" is a source: not "the weight of the child"."""
    of = next((k for k in range(phrase.first + 1, phrase.last) if w.has(k, "preposition")), None)
    if of is None or w.word(of) != "of":
        return True  # "interviews with two of the mayors"
    return can_speak(w, Span(phrase.first, of))
