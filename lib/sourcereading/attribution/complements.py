"""What follows a reporting verb: the person addressed, adjuncts, and where what is said begins."""

from __future__ import annotations

from typing import NamedTuple

from sourcereading.attribution import denials
from sourcereading.attribution.addressees import OBJECTS, addressed, asked_to
from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Span, Window
from sourcereading.attribution.content_ends import has_clause, has_verb, opens_other
from sourcereading.attribution.noun_objects import is_reason, is_text, names_people, says_how_many
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_noun
from sourcereading.text.verbs import Verb, longer_verbs

_ADJUNCT_LIMIT = 20
"""Items of an adjunct ("in an interview with …", "at a rally in …") passed over between a verb and its content."""
_SHORT = 2
"""Words that "said" may have as an object ("said a short prayer"); more are a clause."""
_OBJECT_LIMIT = 25
"""Items of what is judged ("described … as"), before the judgement."""


A_COLON, A_QUESTION, A_QUOTATION, A_THAT_CLAUSE = "a colon", "a question", "a quotation", "a that-clause"
A_BARE_CLAUSE, A_NOUN_PHRASE, AN_ING_FORM = "a clause without “that”", "a noun phrase", "an ing-form"
A_CLAIM, AN_INFINITIVE = "a noun phrase that says what is claimed", "an infinitive"
_DENIABLE = (A_THAT_CLAUSE, A_BARE_CLAUSE, A_NOUN_PHRASE, AN_ING_FORM, A_CLAIM, AN_INFINITIVE)
"""Forms of what a verb of class "denies" denies; quoted sentences and judgements are what the speaker says."""
A_TOPIC = "a topic"
"""What a verb of saying names without saying anything of it ("announced the deal"): no statement, but what is said
before it ends there."""
AN_ORDER = "what the person addressed is asked to do"


class Content(NamedTuple):
    """Content after a verb, the person addressed, and the form of the content, in words."""

    span: Span
    addressee: Span | None
    how: str


def reporting_verb(w: Window, at: int) -> Verb | None:
    """The reporting verb that begins at an item: of several words ("went on", "put it") where they follow, else of one,
    unless it is a noun there ("the claim")."""
    verb = _verb_form(w, at)
    return None if verb is None or (not verb.more and w.is_noun(at, verb)) else verb


def _verb_form(w: Window, at: int) -> Verb | None:
    """The longest form of a reporting verb that begins at an item, also where it is a noun."""
    if not 0 <= at < w.size:
        return None
    for verb in longer_verbs().get(w.items[at].lower, ()):
        title = w.capital(at) and w.capital(at - 1)  # "The Gap Goes On"
        if not title and all(w.word(at + k) == word for k, word in enumerate(verb.more, 1)):
            return verb
    return w.verb[at]


def complement(w: Window, at: int, verb: Verb) -> Content | None:
    """The content that follows a verb, or None where what follows is no content.

    Parameters
    ----------
    w : the window.
    at : the first item of the verb.
    verb : its classes say which complements it takes.
    """
    classes = verb.classes
    end = w.content_end()
    k = at + verb.size
    addressee = None
    if w.has(k, "granted") and w.word(k + 1) == "to":
        return None  # "requested anonymity to discuss it"
    if classes & {"tell", "order", "ask"} and (found := addressed(w, k)) is not None:
        asked = asked_to(w, found, end) if "order" in classes else None
        if asked is not None:
            return Content(Span(asked.first, end), None if "belief" in classes else asked, AN_ORDER)
        quotes = w.word(found.last) in (",", ":") and w.kind(found.last + 1) is QUOTE
        speaks = "clause" in classes and (w.has(found.last, "auxiliary") or w.is_finite(found.last, surely=True))
        if speaks:
            pass  # "warned *the latter could* fail": no addressee
        elif "tell" in classes or quotes or w.has(found.last, "interrogative"):
            addressee, k = found, found.last + _is_title(w, found.last)
    if "as" in classes and w.word(k) == "as" and w.kind(k + 1) is QUOTE:
        return Content(Span(k + 1, end), None, "a judgement before what is judged")  # "dismissed as “gossip” reports"
    claimed = _claimed(w, k, end, classes)
    tells = "ing" in classes and w.has(k, "ing")  # "described seeing smoke"
    if classes & {"as", "at", "call", "accuse", "blame", "ascribe"} and not (claimed or tells):
        return _judgement(w, k, end, classes) or _disputed(w, k, end, classes)
    start = k
    limit = min(end, k + _ADJUNCT_LIMIT)
    while k < limit:
        if "withhold" in classes and w.word(k) == "to" and not _is_withheld(w, k, end):
            return None
        content = _claimed(w, k, end, classes) or marked(w, k, end, classes, k == start)
        if content is not None:
            return content._replace(addressee=content.addressee or addressee)
        after, named = _skipped(w, k, end)
        if after is None:
            break
        addressee, k = addressee or named, after
    if k >= limit or w.kind(k) is not WORD or (w.word(k) == "as" and w.has(k + 1, "subject_pronoun")):
        return None  # "said on Friday as he left"
    if _is_time_clause(w, k, classes):
        return _conditioned(w, k, end) if "clause" in classes and "denies" not in classes else None
    if "denies" in classes:
        return _denied(w, k, end, classes)
    if "plays" in classes and any(w.has(j, "played") for j in range(k, min(end, k + _SHORT + 2))):
        return None  # "conceded two late goals"
    return _bare(w, k, end, classes, addressee, k > start)


def _is_title(w: Window, at: int) -> bool:
    """Whether a quotation is a name that goes on with whom it is told: "told Halden Radio’s “Late Talk” that"."""
    return w.kind(at) is QUOTE and "that" in w.words[at + 1 : at + 6]


def _is_title_of(w: Window, at: int) -> bool:
    """Whether a quotation behind a preposition names the text in which something is said, with "that": "wrote in her
    book *“Quiet Man”* that"."""
    named = w.has(at - 1, "genitive") or w.word(at - 1) in speaker_words("document") or w.has(at - 1, "preposition")
    if not named or w.items[at].text[-2:-1] in tuple(".?!"):
        return False
    that = next((k for k in range(at + 1, min(w.size, at + 14)) if w.word(k) == "that"), None)
    return that is not None and not w.has(that - 1, "coordinator")


def is_denied(w: Window, verb: Verb, behind: int, found: Content) -> bool:
    """Whether the speaker denies what the content says, or refuses to say it.

    Parameters
    ----------
    w : the window.
    verb : the reporting verb.
    behind : the first item behind it.
    found : its content.
    """
    first = found.span.first
    if "denies" in verb.classes:
        return found.how in _DENIABLE or (first == behind and denials.is_fragment(w, first))
    return found.how == A_THAT_CLAUSE and w.any(behind, first, "denial")  # "replied with a denial that"


def _claimed(w: Window, k: int, end: int, classes: frozenset[str]) -> Content | None:
    """The claim that a verb of class "claims" denies: "rejected *the claim that it leaks*"."""
    first = denials.claim(w, k, end) if "claims" in classes else None
    return None if first is None else Content(Span(first, end), None, A_CLAIM)


def _denied(w: Window, k: int, end: int, classes: frozenset[str]) -> Content | None:
    """What a verb of class "denies" denies without "that"."""
    if "clause" in classes and denials.is_bare_clause(w, k, end):
        return Content(Span(k, end), None, A_BARE_CLAUSE)
    if "ing" in classes and w.has(k, "ing") and not w.has(k, "deniable", "empty_object"):
        return Content(Span(k, end), None, AN_ING_FORM)
    ruled_out = "that" in classes and (w.word(k) in ("a", "an") or w.is_adjective(k)) and end - k > 1
    if "np" in classes and (ruled_out or denials.may_be_denied(w, k, end)):  # "ruled out a bid"
        return Content(Span(k, end), None, A_NOUN_PHRASE)
    return _disputed(w, k, end, classes)


def _disputed(w: Window, k: int, end: int, classes: frozenset[str]) -> Content | None:
    """What others say of somebody, which a verb of class "claims" denies: "rejected *accusations of bias*"."""
    disputed = "claims" in classes and denials.is_disputed(w, k, end)
    return Content(Span(k, end), None, A_NOUN_PHRASE) if disputed else None


def marked(w: Window, k: int, end: int, classes: frozenset[str], first: bool) -> Content | None:
    """Content that a mark or a small word announces at an item: a quotation, a colon, "that", a question word."""
    word = w.word(k)
    rest = Span(k + 1, end)
    if "claims" in classes and not classes & {"clause", "that"}:
        return None  # "rejected that man"
    if "denies" in classes and denials.that_is_determiner(w, k, k if "withhold" in classes else end):
        return None  # "denied that claim", "declined that job"
    if w.kind(k) is QUOTE and not first and _is_title_of(w, k):
        return None  # "wrote in her book “Quiet Man” that"
    if w.kind(k) is QUOTE:
        # "went on about “the wall”", "emailed the list under the title “Late”"
        topic = w.has(k - 1, "preposition") if classes == {"quote"} else classes == {"quote", "tell"} and not first
        return None if topic else Content(Span(k, end), None, A_QUOTATION)
    if (word == "," or w.is_dash(k)) and w.kind(k + 1) is QUOTE:
        return Content(rest, None, A_QUOTATION)
    if k + 1 >= end:
        return None
    if word == "," and w.word(k + 1) == "that" and k + 2 < end:
        return Content(Span(k + 2, end), None, A_THAT_CLAUSE)
    if word == ":":
        return Content(rest, None, A_COLON)
    if word == "that" and classes == {"that"} and not has_verb(w, k + 1, end):
        return None  # "accepted that card"
    if word == "that" and not _opens_relative(w, k + 1) and classes != {"quote"}:
        return Content(rest, None, A_THAT_CLAUSE)
    # "added to the doubt of who ran it"
    of_what = w.word(k - 1) == "of" and _verb_form(w, k - 2) is None and not classes & {"of", "ask", "tell"}
    if w.has(k, "interrogative") and not of_what and classes & {"clause", "ask", "wh", "tell", "inf", "doc"}:
        late = not first and not w.has(k - 1, "time")  # "asked about it when he arrived"
        if word == "if" and late and "ask" not in classes:
            return None  # "joked about a move if Hale won"
        if word in ("when", "where") and (late or not classes & {"ask", "wh", "inf"}):
            return None  # "said when he arrived": a time, not what was said
        if word == "who" and not first and is_noun(w.word(k - 1)):
            return None  # "disagreed with those *who* came"
        if word == "how" and end - k == 2:
            return None  # "did not say how long": as in "did not say why", nothing is reported
        return Content(Span(k, end), None, A_QUESTION)
    to = k + (word == "not")
    if w.word(to) == "to" and "inf" in classes and not w.capital(to + 1) and not w.has(to + 1, "determiner"):
        return Content(Span(k, end), None, AN_INFINITIVE)
    announces = first and word in ("for", "of", "against") and word in classes
    if announces and w.word(k + 1) not in OBJECTS and not _says_how_long(w, k, end):
        return Content(rest, None, f"what comes after “{word}”")
    if first and word == "to" and word in classes and w.has(k + 1, "ing"):
        return Content(rest, None, AN_ING_FORM)  # "admitted to taking it"
    return None


def _says_how_long(w: Window, k: int, end: int) -> bool:
    """Whether "for" opens a length of time: "argued *for two hours*", "for a while"."""
    behind = range(k + 1, min(k + 4, end))
    return w.word(k) == "for" and any(w.has(j, "duration") or w.word(j) in ("while", "time") for j in behind)


def _opens_relative(w: Window, at: int) -> bool:
    """Whether the verb of a relative clause follows "that": "pointed to a report that *found*"."""
    verb = w.verb[at] if at < w.size else None
    return w.has(at, "auxiliary") or (verb is not None and (w.has(at, "past") or w.word(at) == "says"))


def _is_withheld(w: Window, to: int, end: int) -> bool:
    """Whether what one refuses is to say something: not "declined to comment on it", where only the topic is named,
    nor what leaves it open: "refused to confirm or deny"."""
    said = w.verb[to + 1 if to + 1 < w.size else to]
    rest = range(to + 2, _before_rest(w, to, end))
    told = any(w.has(j, "interrogative") or w.word(j) == "that" or w.kind(j) is QUOTE for j in rest)
    if said is None:
        asked = w.has(to + 2, "interrogative") and w.word(to + 2) != "what"
        return asked and end - to > 4  # "declined to discuss whether it leaks", not "refused to do what they ask"
    if end - to <= 3 or not (told or _is_told(w, to + 2, end, said)):
        return False
    joined = (j for j in range(to + 1, to + 5) if w.word(j - 1) in ("to", "or", "nor", "and", "either"))
    return not any((verb := _verb_form(w, j)) is not None and "denies" in verb.classes for j in joined)


def _before_rest(w: Window, to: int, end: int) -> int:
    """Where what one declines ends before what one does say: "declined to comment *beyond saying that*"."""
    return next((j for j in range(to + 2, end - 1) if w.word(j) == "beyond" and w.has(j + 1, "ing")), end)


def _is_told(w: Window, k: int, end: int, verb: Verb) -> bool:
    """Whether a clause or an infinitive follows a verb of saying: "to admit *it leaked*", "to promise *to leave*"."""
    return ("clause" in verb.classes and has_clause(w, k, end)) or ("inf" in verb.classes and w.word(k) == "to")


def _skipped(w: Window, k: int, end: int) -> tuple[int | None, Span | None]:
    """The item after an adjunct or a parenthesis between a verb and its content, and the person addressed that it
    names; None where content or the end of the clause begins."""
    word = w.word(k)
    if word == ",":
        return _after_parenthesis(w, k, end), None
    if w.kind(k) is QUOTE and _is_title_of(w, k):
        # "in her book “Quiet Man,” which came out in May, that"
        comma = w.items[k].text[-2:-1] == "," and w.has(k + 1, "interrogative", "article")
        return (_after_parenthesis(w, k, end) if comma else k + 1), None
    if w.kind(k) is MARK:
        return None, None
    if word == "to" and w.verb[k + 1 if k + 1 < w.size else k] is None and not w.has(k + 1, "auxiliary"):
        found = addressed(w, k + 1)
        if found is not None:
            return found.last, found
    after_at = w.word(k) == "at" and w.has(k + 1, "after_at")
    if (after_at or w.has(k, "before_number")) and w.has(k + 1 + after_at, "number"):
        return None, None  # "said about 20 people came", "said at least 20 people"
    further = word == "further" and is_noun(w.word(k + 1))  # "say further work is needed"
    if (w.is_adverb(k) and not further) or w.has(k, "time") or w.has(k, "particle"):
        return k + 1, None
    if w.has(k, "before_time") and (w.has(k + 1, "time") or w.has(k + 1, "preposition")):
        return k + 1, None  # "last week", "late on Monday"
    if w.has(k, "determiner") or w.has(k, "number"):  # "had written a few years earlier, “…”", "two years ago"
        ago = next((j for j in range(k + 1, min(end, k + 5)) if w.word(j) in ("ago", "earlier", "later")), None)
        return (ago + 1, None) if ago else (None, None)
    if w.word(k) == "as" and w.has(k + 1, "subject_pronoun"):
        return None, None
    if w.has(k, "preposition") or (w.has(k, "circumstance") and w.has(k + 1, "article")):
        return _after_adjunct(w, k, end), None
    return None, None


def _is_time_clause(w: Window, k: int, classes: frozenset[str]) -> bool:
    """Whether "said when he arrived" follows: a time or a reason, not what was said."""
    if w.has(k, "interrogative"):
        return w.word(k) in ("when", "where", "if") and not classes & {"ask", "wh", "inf"}
    return w.has(k, "subordinator") and w.word(k) != "that"


def _conditioned(w: Window, k: int, end: int) -> Content | None:
    """A clause without “that” which a reason or a concession opens: "said *because it is old, the wall leaks*"."""
    comma = next((j for j in range(k + 2, end) if w.word(j) == ","), end)
    opens = w.has(comma + 1, "subject_pronoun", "determiner") or w.capital(comma + 1) or is_noun(w.word(comma + 1))
    goes_on = any(w.has(j, "auxiliary") or w.is_finite(j, surely=True) for j in range(comma + 2, end))
    named = w.word(k) in ("because", "although", "though", "unless", "while", "whilst", "if") and opens and goes_on
    return Content(Span(k, end), None, A_BARE_CLAUSE) if named else None


def _bare(
    w: Window, k: int, end: int, classes: frozenset[str], addressee: Span | None, skipped: bool
) -> Content | None:
    """A clause without "that", or a noun phrase where the verb takes one as content."""
    said = "say" in classes
    if w.has(k, "coordinator") or w.word(k) == "who":
        return None  # "agreed and said", "told a story of a man *who said*"
    if w.word(k) in OBJECTS and (w.kind(k + 1) is MARK or w.has(k + 1, "preposition", "particle")):
        return None  # "said it about the vote", "wrote it off"
    if w.has(k + w.has(k, "negative"), "empty_object"):
        return None  # "said nothing", "said goodbye", "pleaded not guilty"
    answer = w.word(k) in ("yes", "no") and w.kind(k + 1) is MARK  # "My wife says no"
    finite = has_clause(w, k, end) or (said and (answer or end - k > _SHORT))
    if not classes & {"say", "np"} and is_text(w, k, end):
        return None  # "wrote a letter", "posted the video"
    told = "tell" in classes and "quote" not in classes and addressee is not None
    takes_clause = classes & {"clause", "doc"} or told
    if takes_clause and finite:
        return Content(Span(k, end), addressee, A_BARE_CLAUSE)
    dated = w.has(k - 1, "time") and w.has(k, "article")  # "announced on Monday a review"
    tells = ("np" in classes and end - k >= 2) or (classes & {"amount", "doc"} and says_how_many(w, k, end))
    colon = w.words.index(":", k, end - 1) if ":" in w.words[k : end - 1] else k
    # "mentioned two costs: the wall and the pier"
    tells = tells or bool(takes_clause and colon > k and not has_verb(w, k, colon) and "," not in w.words[k:colon])
    if tells and names_people(w, k, end):
        return None
    ranked = "doc" in classes and w.word(k) in OBJECTS and (w.is_adjective(k + 1) or w.has(k + 1, "ing", "adverb"))
    # "polls show him leading"; not "noted it"
    if ranked or (tells and (dated or not skipped) and w.word(k) not in OBJECTS):
        return Content(Span(k, end), addressee, A_NOUN_PHRASE)
    if "ing" in classes and w.word(k).endswith("ing"):
        return Content(Span(k, end), addressee, AN_ING_FORM)
    return Content(Span(k, end), addressee, A_TOPIC) if takes_clause and w.has(k - 1, "ing") else None


def _after_parenthesis(w: Window, comma: int, end: int) -> int | None:
    """The item after a parenthesis between two commas ("stated that, in his view, …", "said, pointing, …")."""
    verb = w.verb[comma + 1] if comma + 1 < end else None
    if (verb is not None and verb.form == "ing") or w.has(comma + 1, "coordinator"):
        return None  # "said, adding that" is a reporting clause of its own
    for k in range(comma + 1, min(end, comma + _ADJUNCT_LIMIT)):
        if w.kind(k) is QUOTE:
            return k if w.word(k - 1) in (",", ":") else None
        if w.word(k) == ",":
            return k if w.kind(k + 1) is QUOTE else k + 1
    return None


def _after_adjunct(w: Window, preposition: int, end: int) -> int:
    """The item after a prepositional phrase."""
    k = preposition + 1
    seen = False  # whether the phrase has its noun
    while k < end and w.kind(k) is WORD:
        if w.word(k) == "that" or w.has(k, "subject_pronoun") or w.has(k, "interrogative"):
            return k
        if w.capital(k - 1) and (verb := w.verb[k]) is not None and verb.form == "ing" and "say" in verb.classes:
            return k  # "concludes with footage of *Hale saying*, “…”"
        if w.has(k, "determiner") and seen:
            return k
        if w.has(k, "auxiliary"):
            return k if not seen else _phrase_start(w, preposition, k)
        if w.has(k, "preposition"):
            if k > preposition + 1:
                return k
        elif not w.has(k, "determiner"):
            seen = True
        k += 1
    return k


def _phrase_start(w: Window, preposition: int, verb: int) -> int:
    """Where a subject begins that follows an adjunct without a comma: "said on Monday Hale was"."""
    for k in range(verb - 1, preposition, -1):
        if w.has(k, "time"):
            return k + 1
    return verb


def _judgement(w: Window, k: int, end: int, classes: frozenset[str]) -> Content | None:
    """ "described X as Y", "called X Y", "accused X of Y", "blamed X for Y": X and Y are what is said."""
    if k >= end:
        return None
    if w.kind(k) is QUOTE:
        return Content(Span(k, k + 1), None, A_QUOTATION)
    timed = k + w.has(k, "time")  # "called Monday for talks"
    if "call" in classes and "for" in classes and w.word(timed) in ("for", "on"):
        return _called_for(w, timed, end)
    pivots = {"as": "as", "at": "at", "accuse": "of", "blame": "for", "call": "as", "ascribe": "to"}
    wanted = {pivot for name, pivot in pivots.items() if name in classes}
    if w.word(k - 1).startswith("blam"):
        wanted.add("on")  # "blamed the delay on fog"
    if w.word(k) in wanted and classes & {"accuse", "blame"}:
        return None  # "accused of lying": who is accused is not said
    for j in range(k + 1, min(end, k + _OBJECT_LIMIT)):
        if w.word(j) == "," and (w.word(j + 1) == "including" or w.word(j + 1) == "adding"):
            break  # "criticised the plans, including a tax for boats", "welcomed the plans, adding"
        if w.kind(j) is QUOTE and w.word(j - 1) in ("a.m.", "p.m."):
            return None  # "called her at 11 p.m. “I was late.”"
        if (said := w.verb[j]) is not None and "say" in said.classes and said.form != "ing":
            break  # "A woman who called the police *said* “…”"
        if w.word(j) in wanted and not _is_no_pivot(w, j):
            return Content(Span(k, _judgement_end(w, j, end)), None, f"a judgement with “{w.word(j)}”")
        inside = w.kind(j) is QUOTE and w.items[j].text[1:].startswith(tuple(f"{pivot} " for pivot in wanted))
        if inside:  # thanked her “for years of work”
            return Content(Span(k, _judgement_end(w, j, end)), None, "a judgement in quoted words")
        if w.kind(j) is QUOTE and classes & {"as", "call"} and "denies" not in classes:  # not "dismissed the “leak”"
            return Content(Span(k, _judgement_end(w, j, end)), None, "a judgement in quoted words")
    if "reason" in classes:
        return Content(Span(k, end), None, A_NOUN_PHRASE) if is_reason(w, k, end) else None
    return _called(w, k, end) if "call" in classes else None


def _is_no_pivot(w: Window, at: int) -> bool:
    """Whether "as" or "at" before or behind an item announces no judgement: "as soon as", "put it at risk"."""
    if w.word(at) == "at":
        number = at + 1 + w.has(at + 1, "before_number")
        counted = w.has(number, "number") or w.word(number)[:1] in tuple("0123456789$€£")
        return w.kind(at + 1) is not QUOTE and not counted
    return w.has(at + 1, "after_as") or w.has(at - 1, "after_as")


def _called_for(w: Window, k: int, end: int) -> Content | None:
    """ "called for X", "called on X to Y"."""
    if w.word(k) == "for":
        return Content(Span(k + 1, end), None, "what is called for") if k + 1 < end else None
    to = next((j for j in range(k + 1, end) if w.word(j) == "to"), None)
    return Content(Span(k + 1, end), Span(k + 1, to), AN_ORDER) if to else None


def _judgement_end(w: Window, at: int, end: int) -> int:
    """A judgement ends before "and" with a verb of the same subject."""

    def goes_on(j: int) -> bool:
        if w.word(j) in ("another", "others") and w.has(j + 1, "ing"):
            return True  # "with one calling it “a mess” *and another praising* it"
        return w.verb[j] is not None or w.has(j, "past") or w.word(j).endswith("ed")

    for j in range(at + 1, end - 1):
        if w.word(j) == "and" and goes_on(j + 1):
            return j
        if w.word(j) == "," and w.has(j + 1, "coordinator") and opens_other(w, j + 1):
            return j  # "called it a farce*, and her aide agreed*"
        ends = w.has(j, "circumstance") or w.is_dash(j) or (w.word(j) == "," and w.kind(j + 1) is not QUOTE)
        if w.kind(j - 1) is QUOTE and (ends or (opens_other(w, j) and not w.has(j, "relative"))):
            return j
    return end


def _called(w: Window, k: int, end: int) -> Content | None:
    """ "called the plan a gift", "called him unfit": an object and a second noun phrase or an adjective."""
    if w.has(k, "preposition") or w.has(k, "adverb") or w.verb[k] is not None or w.word(k + 1) in ("back", "in", "out"):
        return None  # "called them out"
    stop = next((j for j in range(k + 1, end) if w.kind(j) is MARK or w.has(j, "subordinator")), end)
    for j in range(k + 1, min(stop, k + 12)):
        joined = w.has(j - 1, "coordinator") and w.word(k) in ("a", "an")  # "called a foul and *the* crowd sang"
        if w.has(j, "article") and not (joined or w.has(j - 1, "preposition")):
            return Content(Span(k, _judgement_end(w, j, end)), None, "what something is called")
        if w.has(j, "auxiliary") or w.word(j) == "to":
            return None  # "called a meeting to discuss the vote"
    for j in range(k + 2, stop if w.has(k, "determiner") else k):
        if w.has(j, "preposition"):
            break
        if w.is_adjective(j, sure=True) and (j + 1 == stop or w.is_break(j + 1) or not w.is_open(j + 1)):
            return Content(Span(k, j + 1), None, "what something is called")  # "called the law unfair, but"
    if stop < end:
        return None
    own = w.word(k) == "her" and not w.has(k + 1, "adjective")  # "called her doctor"
    if end - k > 1 and (w.has(k, "subject_pronoun") or w.word(k) in OBJECTS) and not own:
        return Content(Span(k, end), None, "what a person is called")
    return None
