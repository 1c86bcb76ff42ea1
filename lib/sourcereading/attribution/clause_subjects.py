"""The subject of a reporting verb: who speaks, in the words of the sentence, or the speaker of the clause before."""

from __future__ import annotations

from sourcereading.attribution.clause_words import QUOTE, WORD, ReportingClause, Span, Window, heads
from sourcereading.attribution.complements import reporting_verb
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.lists_of_names import with_those_behind
from sourcereading.attribution.noun_phrases import appositive, can_speak, last_before_time, noun_phrase
from sourcereading.attribution.plausible import is_plausible
from sourcereading.attribution.speakers import is_document
from sourcereading.text.inflection import singular
from sourcereading.text.institutions import name_links
from sourcereading.text.name_words import ORGANIZATION, given_names, speaker_words
from sourcereading.text.parts_of_speech import is_base, is_noun, is_past
from sourcereading.text.phrases import is_people
from sourcereading.text.sentence_words import contraction
from sourcereading.text.verbs import Verb

RELATIVES = ("who", "which", "whom")
RELATIVE_LIMIT = 7
"""Items between a relative pronoun and its verb: "who *in a filing to the court* said"."""


_SPOKEN = ("spoke", "spoken", "talked")
"""Verbs behind which "to" may end a relative clause."""


def subject_of(w: Window, at: int, first: int, verb: Verb, before: list[ReportingClause]) -> tuple[Span | None, bool]:
    """The subject of a verb, or that it has the speaker of the clause before."""
    previous = first - 1
    if verb.form == "ing" and not any(w.has(k, "auxiliary") for k in range(first, at)):
        return _subject_of_ing(w, first, before)
    if w.word(previous) == "to":
        met = w.group_start(previous - 1) - 1
        if w.word(previous - 1) in _SPOKEN and w.has(met, "subject_pronoun") and met and verb.form != "ing":
            return noun_phrase(w, met - 1), False  # "*Fishermen* I spoke to say"
        return _infinitive_subject(w, previous, before)
    document = _document(w, previous - 1) if w.word(previous) == "that" else None
    if document is not None and document.last == previous:
        if "clause" not in verb.classes:
            return document, False  # "posted a message that read"
        return _who_writes(w, document, previous - 1, before)  # "issued a statement that said"
    relative = _relative_subject(w, previous)
    if relative is not None:
        return Span(relative, relative + 1), False
    late = not before or before[-1].contents[-1].last <= before[-1].cue.first
    # Also "“…,” Hale told Orme, who left and said"
    if late and w.has(previous, "coordinator") and (who := _opened_by_who(w, previous, comma=True)) is not None:
        return Span(who, who + 1), False  # "The video moved crowds, who have marched and called for talks"
    if verb.form == "base" and w.has(previous, "coordinator") and _goes_on_base(w, previous, before):
        return None, False  # "to keep the port open and *deny* it", "said voters would rise and *shout*"
    if late and before and w.has(previous, "coordinator") and verb.form == "s" and _is_past(w, before[-1]):
        return None, False  # "It fell, Hale said, as the firm leaves *and closes* the port"
    opened = next((k for k in range(previous - 1, max(1, previous - RELATIVE_LIMIT), -1) if w.word(k) == ","), 0)
    if opened and w.word(previous) == "," and w.has(opened - 1, "coordinator") and w.has(opened + 1, "preposition"):
        previous = opened - 1  # "Hale came out *and, in a low voice,* told them"
    then = w.word(first) == "then"  # "Hale paused, then said"
    agent = before[-1].subject if before else None
    if agent is not None and w.word(agent.first - 1) == "by" and w.has(previous, "coordinator"):
        return first_subject(w, previous), False  # "Hale, advised by doctors to rest, left and said"
    if w.has(previous, "coordinator") or (w.word(previous) == "," and (then or before and not appositive(w, previous))):
        return (None, bool(before)) if before else (first_subject(w, previous) or _of_verb_before(w, previous), False)
    return noun_phrase(w, previous), False


def _subject_of_ing(w: Window, first: int, before: list[ReportingClause]) -> tuple[Span | None, bool]:
    """The same of a form in -ing without an auxiliary."""
    previous = first - 1
    if _is_with_be(w, previous):
        return Span(previous, first), False  # "He's claiming that"
    with_subject = _with_subject(w, first)
    if with_subject is not None:
        return with_subject, False
    if (shown := _shown(w, previous)) is not None:
        return shown, False
    document = _document(w, previous)
    if document is not None:
        return _who_writes(w, document, previous, before)
    if w.word(previous) == "of" and w.has(previous - 1, "toward"):
        return _of_toward(w, previous - 1), False  # "is fond of saying"
    if w.word(previous) == "for" and (fined := _blamed(w, previous - 1)) is not None:
        return fined, False
    quoted = w.word(first + 1) in (",", ":") and w.kind(first + 2) is QUOTE and w.is_open(previous)
    if quoted and not (w.capital(previous) or is_people(singular(w.word(previous))) or before):
        return first_subject(w, previous), False  # "Hale ran from the court shouting, “…”"
    if w.has(previous, "before_gerund"):  # "settled it by announcing that"
        relative = _opened_by_who(w, previous)
        if relative is not None:
            return Span(relative, relative + 1), False
        return (None, True) if before else (first_subject(w, previous), False)
    # "…, adding that": the subject of the clause before. After a preposition it is a gerund.
    # "…, praising the crews but saying that"
    joined = w.has(previous, "coordinator") and (before or _participle_before(w, previous))
    said = before[-1].subject if before else None
    # "“…,” says Hale adding that", "“…,” Hale said adding that"
    ends = () if said is None or before[-1].contents[0].first > first else (said.last, before[-1].cue.last)
    if w.ends_in_comma(previous) or w.is_dash(previous) or joined or first in ends:
        return (None, True) if before else (first_subject(w, previous), False)
    return (None if before else _of_writing(w, previous)), False


def _is_past(w: Window, clause: ReportingClause) -> bool:
    """Whether the verb of a reporting clause is in the past."""
    verb = w.verb[clause.cue.last - 1]
    return verb is not None and "past" in verb.form


def _blamed(w: Window, at: int) -> Span | None:
    """Who has said what is told behind "for": "*Ana Ruiz* apologised for claiming", "*she* was fined for saying"."""
    first = w.group_start(at)
    fined = w.has(at, "ed", "past") and any(w.has(k, "be") for k in range(first, at))
    sorry = w.word(at).startswith(("apologis", "apologiz"))
    return noun_phrase(w, first - 1) if sorry or (fined and not w.any(first, at, "negative", "modal")) else None


def _of_writing(w: Window, end: int) -> Span | None:
    """Who wrote to those before an item: "*Ana Ruiz* had written to the board urging it to go"."""
    to = next((k for k in range(end - 1, max(1, end - RELATIVE_LIMIT), -1) if w.word(k) == "to"), 0)
    wrote = to and (w.has(to - 1, "writing") or w.word(to - 1) == "written")
    return noun_phrase(w, w.group_start(to - 1) - 1) if wrote else None


def _goes_on_base(w: Window, at: int, before: list[ReportingClause]) -> bool:
    """Whether a base form behind a conjunction goes on with an infinitive ("*to keep* the port open and deny it") or
    with what a verb in another form reports: "*said* voters would rise and shout"."""
    if before and before[-1].cue.first < before[-1].contents[-1].first:
        verb = w.verb[before[-1].cue.last - 1]
        return verb is not None and verb.form != "base"
    for k in range(at - 1, max(0, at - 2 * RELATIVE_LIMIT), -1):
        if w.kind(k) is not WORD or w.has(k, "auxiliary") or w.is_finite(k, surely=True):
            return False
        if w.word(k) == "to" and is_base(w.word(k + 1)):
            return True
    return False


def _of_verb_before(w: Window, end: int) -> Span | None:
    """The subject of the last verb of reporting before an item: "*The family*, in a letter, thanked the crews but"."""
    k = next((k for k in range(end - 1, 0, -1) if w.kind(k) is not WORD or reporting_verb(w, k) is not None), 0)
    return noun_phrase(w, w.group_start(k) - 1) if k and w.kind(k) is WORD else None


def _shown(w: Window, end: int) -> Span | None:
    """Who is shown speaking, by name: "footage of *Ana Ruiz* saying", "the tape shows *Ana Ruiz* saying"."""
    first = end + 1
    while w.capital(first - 1) and not w.has(first - 1, "time"):
        first -= 1
    film = w.word(first - 1) == "of" and w.has(first - 2, "film")
    return Span(first, end + 1) if first <= end and (film or w.has(first - 1, "shows")) else None


def _document(w: Window, end: int) -> Span | None:
    """The text in whose words a participle reports: "*a letter* saying that", "*a letter* to the board saying that"."""
    last = last_before_time(w, end)
    if w.kind(last) is not WORD:
        return None
    if not is_document(w.word(last)):
        near = range(last, max(0, last - RELATIVE_LIMIT), -1)
        stop = next((k for k in near if w.kind(k) is not WORD or w.has(k, "auxiliary", "coordinator")), 0)
        behind = (k for k in near if k > stop + 1 and w.has(k, "preposition") and is_document(w.word(k - 1)))
        last = next(behind, 0) - 1
        if last < 0:
            return None
    if w.word(last) == "minutes" and (w.has(last - 1, "number") or w.word(last - 1).isdigit()):
        return None  # "waited 90 minutes before asking"
    first = last
    while w.is_open(first - 1) and not w.has(first - 1, "ed", "past") and not _governs(w, first - 1):
        first -= 1
    first -= w.word(first - 1) == "$"
    return Span(first - 1 if w.has(first - 1, "determiner") else first, last + 1)


def _who_writes(w: Window, document: Span, end: int, before: list[ReportingClause]) -> tuple[Span | None, bool]:
    """Who speaks in a text, or the text itself: "issued a statement saying that", but "*a letter from the mayor* saying
    that", "*A letter* saying that", "for signing *a letter* saying that", "cited *a letter* saying that"."""
    if w.word(document.last) in ("from", "by") and document.last < end:
        return Span(document.first, last_before_time(w, end) + 1), False
    at = document.first - 1
    if w.word(at) == "of":  # "posted *a series of* tweets"
        at = next((k for k in range(at - 1, max(-1, at - RELATIVE_LIMIT), -1) if w.has(k, "article", "number")), at) - 1
    at -= w.word(at) in ("out", "off", "up")  # "put *out*"
    if _governs(w, at) or not (w.has(at, "voicing", "writing") or w.word(at) == "in"):
        return document, False  # "cited *a letter* saying that"; but "wrote in a letter saying that"
    return (None, True) if before else (first_subject(w, end), False)


def _opened_by_who(w: Window, at: int, comma: bool = False) -> int | None:
    """The "who" of the clause that an item is in, behind a ``comma``, too: "the clerk *who* left after saying that"."""
    for k in range(at - 1, max(0, at - 2 * RELATIVE_LIMIT), -1):
        if w.kind(k) is not WORD or w.word(k) == "who":
            set_off = comma and w.word(k - 1) == ","
            return k if w.word(k) == "who" and (set_off or w.kind(k - 1) is WORD) else None
    return None


def _governs(w: Window, at: int) -> bool:
    """Whether an -ing form has what follows as its object: "for *signing* a letter", not "a *briefing* paper"."""
    return w.has(at, "ing") and not w.has(at - 1, "determiner", "adjective")


def _is_with_be(w: Window, at: int) -> bool:
    """Whether an item is a pronoun with its verb: "he's", "they're"."""
    return w.has(at, "subject_pronoun") and contraction(w.word(at))[1:] in (("is",), ("are",), ("am",))


def _participle_before(w: Window, at: int) -> bool:
    """Whether another -ing form stands behind the last comma before an item."""
    comma = next((k for k in range(at - 1, max(0, at - 2 * RELATIVE_LIMIT), -1) if w.ends_in_comma(k)), None)
    return comma is not None and w.has(comma + 1, "ing") and not w.capital(comma + 1)


def _with_subject(w: Window, first: int) -> Span | None:
    """The subject of a clause without a finite verb, after a comma: "…, with *some members* accusing him of"."""
    for k in range(first - 2, max(-1, first - 2 - RELATIVE_LIMIT), -1):
        if w.word(k) == "with":
            return Span(k + 1, first) if w.is_break(k - 1) else None
        if w.kind(k) is not WORD or w.has(k, "auxiliary", "subordinator"):
            return None
    return None


def _relative_subject(w: Window, previous: int) -> int | None:
    """The relative pronoun that is the subject of a verb: "who said", "who in 2010 said", "many of whom say"."""
    if w.word(previous) in RELATIVES:
        return previous
    for k in range(previous - 1, max(-1, previous - RELATIVE_LIMIT), -1):
        if w.word(k) in ("who", "which"):
            return k if w.has(k + 1, "preposition") else None
        if w.kind(k) is not WORD or w.has(k, "auxiliary", "subordinator") or w.verb[k] is not None:
            return None
    return None


def antecedent_of(w: Window, end: int, person: bool) -> Span | None:
    """The noun phrase before a relative pronoun; of a clause only what ends it: "Hale met *a clerk*, who said", and
    where it is to be a ``person``, no document: "the petition of *Ana Ruiz*, who says"."""
    end -= w.word(end) in ("here", "there")
    phrase = noun_phrase(w, end)
    if phrase is not None and person and w.has(phrase.first, "article") and w.word(phrase.first - 1) == ",":
        name = phrase.first - 1  # "met *Ana Ruiz*, a nurse, who said"
        while w.capital(name - 1) and not w.has(name - 1, "time"):
            name -= 1
        if phrase.first - name > 2 and w.word(name) in given_names():
            return Span(name, phrase.first - 1)
    if phrase is None:
        first = end
        while _may_precede(w, first):
            first -= 1
    else:
        of = next((k for k in range(*phrase) if w.word(k) in ("of", "to", "for")), phrase.first)
        thing = is_document(w.word(of - 1)) or not (w.capital(of - 1) or w.word(of - 1) in heads())
        if of == phrase.first or not (person and thing) or w.word(end) in speaker_words(ORGANIZATION):
            return phrase
        first, end = of + 1, phrase.last - 1
    first += w.has(first, "preposition")  # "a place for *crews* who"
    found = Span(first, end + 1)
    place = person and w.capital(first) and w.has(first - 1, "preposition") and w.word(first - 1) not in _TO_PEOPLE
    named = not place and (w.capital(first) or w.has(first, "determiner", "possessive") or w.word(end) in heads())
    return found if named and can_speak(w, found) and is_plausible(w, *found) else phrase


def _may_precede(w: Window, at: int) -> bool:
    """Whether a noun phrase that ends behind an item can begin before it: not at "the", nor at a name's first word."""
    named = w.capital(at) and not w.capital(at - 1) and not w.has(at - 1, "determiner", "possessive")
    if named and w.word(at - 1) == "of" and w.capital(at - 2):
        return True  # "Board of *Elections*"
    opens = named or w.has(at, "determiner", "possessive")
    within = w.word(at) == "of" and w.capital(at - 1)
    return w.kind(at) is WORD and not opens and (within or not w.has(at, "preposition", "auxiliary", "subordinator"))


_TO_PEOPLE = ("of", "by", "for", "with", "to", "from", "about", "like")
"""Prepositions behind which a name is mostly a person's."""


def _infinitive_subject(w: Window, to: int, before: list[ReportingClause]) -> tuple[Span | None, bool]:
    """ "went on to say", "declined to say": the subject of the verb that governs the infinitive."""
    if w.has(to - 1, "toward") or (w.word(to - 2) == "to" and w.has(to - 3, "toward")):
        at = to - 1 if w.has(to - 1, "toward") else to - 3  # "took to Facebook to say"
        return _of_toward(w, at), False
    verbs = ((k, reporting_verb(w, k)) for k in (to - 2, to - 1))
    governing = next(((k, verb) for k, verb in verbs if verb and k + verb.size == to), None)
    if governing is None:
        return None, False
    at, verb = governing
    if "withhold" in verb.classes:
        return None, False  # "refused to confirm that": it is not said
    first = w.group_start(at)
    if w.is_passive(at, first, verb):
        return None, False  # "was asked to say that": it may not be said
    if w.has(first - 1, "coordinator"):
        return None, bool(before)
    return noun_phrase(w, first - 1), False


def _of_toward(w: Window, at: int) -> Span | None:
    """The subject of a word that tells that something was said: "*Hale* used to say", "*Hale* is fond of saying"."""
    first = w.group_start(at)
    said = not w.any(first, at, "negative", "hypothetical") and not w.word(at - 1).endswith("n't")
    return noun_phrase(w, first - 1) if said else None


def inverted_subject(w: Window, k: int) -> Span | None:
    """The subject after an inverted verb: "said Ana Ruiz, the mayor"."""
    first = last = k
    if w.word(k) == "@" and w.is_word(k + 1) and w.items[k + 1].start == w.items[k].end:
        return Span(k, k + 2)
    while last < w.size and (w.kind(last) is WORD or is_within_name(w, first, last)):
        named = w.capital(last) and not w.has(last, "time", "month")
        if last > first and w.capital(last - 1) and (named or is_within_name(w, first, last)):
            last += 1  # "Mothers *Against* Speeding", "Campaign *to* Save Halden"
            continue
        if (
            (w.has(last, "subject_pronoun") and last > first)
            or w.has(last, "subordinator")
            or w.has(last, "auxiliary")
            or (w.is_adverb(last) and last > first and not (w.capital(last) and w.capital(last + 1)))
        ):
            break
        if last > first and (w.has(last, "time") or adds(w, last)):
            break
        named = w.capital(last) and w.capital(last + 1)  # "said coach Per Lunde"
        if w.has(last, "preposition") and w.word(last) not in ("of", "for") and not named:
            break
        last += 1
    adverb = w.is_adverb(first) and not w.has(first, "adjective")  # "explains first author Ana Ruiz"
    if last == first or w.has(first, "preposition") or adverb or w.has(first, "time"):
        return None
    participle = w.has(last - 1, "ed", "past") or is_past(w.word(last - 1))
    if last - first > 2 and participle and is_noun(w.word(last - 2)):
        quoted = w.word(k - 2) == "," or (w.kind(k - 2) is QUOTE and w.items[k - 2].text[-2:-1] in (",", "!", "?"))
        if not (is_document(w.word(last - 2)) or (quoted and w.has(last, "preposition"))):
            return None  # "said the event brought back memories"
        last -= 1  # "“…,” reads a note *taped* to the door", "“…,” said a man *hired* by the club"
    if last - first > 1 and w.is_adjective(last - 1) and is_noun(w.word(last - 2)) and w.has(last, "preposition"):
        ends = (j for j in range(last, w.size) if w.kind(j) is not WORD or w.has(j, "subordinator", "auxiliary"))
        last = last_before_time(w, next(ends, w.size) - 1) + 1  # "said a person *close to the talks*"
    if w.word(first) == "there" or _is_time_phrase(w, first) or not is_plausible(w, first, last):
        return None
    several, end = with_those_behind(w, Span(first, last))
    return several if end >= w.content_end() else Span(first, last)


def adds(w: Window, at: int) -> bool:
    """Whether the -ing form of a reporting verb goes on behind a name: "said Ana Ruiz *adding* that"; not "said the
    *reporting* team"."""
    verb = w.verb[at] if at < w.size else None
    return verb is not None and verb.form == "ing" and not (w.has(at - 1, "determiner", "adjective") or w.capital(at))


def is_within_name(w: Window, first: int, at: int) -> bool:
    """Whether an item joins two parts of a name in a phrase: "Marks *&* Spencer", "Ministry for Fish*,* Farming and
    Food"."""
    if w.word(at) == "." and w.word(at - 1) in speaker_words("suffix"):
        return at + 1 < w.size  # "Sen. Robert Holm Jr*.* (D-Pa.)"
    if not w.capital(at - 1) or not (w.capital(at + 1) or w.has(at + 1, "article")):
        return False
    return w.word(at) in ("&", "'", "’") or _is_link(w, max(first, at - _NAME_LIMIT), at)


def _is_link(w: Window, first: int, at: int) -> bool:
    return at - first in name_links(w.items[first : at + _NAME_LIMIT])


_NAME_LIMIT = 8
"""Items before and behind one that is asked whether it is part of a name."""


def _is_time_phrase(w: Window, k: int) -> bool:
    """Whether a time without a preposition begins at an item: "last week", "this month", "two years ago"."""
    if w.has(k, "before_time") and (w.has(k + 1, "time") or w.has(k + 1, "preposition")):
        return True
    return any(w.word(j) == "ago" for j in range(k + 1, k + 4))
