"""What is denied: "denied that it leaks", "rejected the claim that it leaks", "replied with a denial that it leaks";
and what is not said at all.

Which verbs deny is data (class "denies" in ``reporting_verbs.csv``), and so are the nouns for what may be denied. What
else these verbs take is no statement: "denied bail", "rejected the offer", "dismissed the case".
"""

from __future__ import annotations

from sourcereading.attribution.addressees import OBJECTS
from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Span, Window
from sourcereading.text.parts_of_speech import is_present
from sourcereading.text.verbs import Verb

_BEFORE_NOUN, _BEHIND_NOUN = 8, 14
"""Items looked at for the noun of a claim, and behind it for its "that": "the claim by Ben Holm of Halden that"."""
_DENIED = 80
"""Items looked at for the end of what is denied, so that a flood of denials takes linear time."""


def claim(w: Window, k: int, end: int) -> int | None:
    """Where a noun phrase begins that says what is claimed, if one follows: "(as false) *the claim by Holm that* …"."""
    first = k + (w.word(k) == "as")
    noun = _noun(w, first, end, "claim")
    if noun is None:
        return None
    for that in range(noun + 1, min(end - 1, noun + _BEHIND_NOUN)):
        if w.word(that) == "that":
            apart = that > noun + 1  # "the claim by the firm that", where the firm may be what "that" means
            return None if _is_relative(w, that, apart) else _start(w, k, first, noun)
        if w.kind(that) is not WORD or w.has(that, "auxiliary"):
            break
    return None


def may_be_denied(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase is something that may be denied: "any wrongdoing", "the charges", "a “secret deal”"; not
    "bail", not "Holm a role"."""
    if w.word(k) == "any" or _noun(w, k, end, "claim", "deniable") is not None:
        return True
    return w.has(k, "determiner") and w.kind(k + 1) is QUOTE


def is_disputed(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase is what others say of somebody, in so few words: "*accusations* of bias", "the *rumours*",
    "*talk of* a deal"; not "a claim for damages", "claims of 900 pounds", on which a court or a firm decides."""
    noun = _noun(w, k, end, "disputed", "disputed_of")
    if noun is None:
        return False
    topic = w.word(noun + 1) in ("of", "about", "over") and not w.has(noun + 2, "number")
    return w.has(noun, "disputed") or (topic and not w.word(noun + 2)[:1].isdigit())


def is_bare_clause(w: Window, k: int, end: int) -> bool:
    """Whether a clause without "that" follows: "denied he had lied"; not "denied a request filed by Holm"."""
    for j in range(k, end):
        if w.kind(j) is not WORD or w.has(j, "coordinator") or w.word(j) in ("who", "which", "that", "to"):
            return False
        if w.word(j) in _NOT_FINITE:
            return False  # "denied the change being sought"
        if j > k and w.has(j, "auxiliary", "past"):
            return True
        if j > k and w.has(j - 1, "subject_pronoun"):
            return w.is_finite(j)
        if j > k and is_present(w.word(j)):
            return True  # "denied the wall remains shut"
    return False


def that_is_determiner(w: Window, that: int, end: int) -> bool:
    """Whether "that" opens no clause: "denied that claim", not "denied that claims were made".
    What is looked at for the verb of a clause ends at ``end``."""
    if w.word(that) == "that" and w.word(that + 1) == "," and w.has(that + 2, "ing", "coordinator"):
        return True  # "denied that, saying it was late"
    if w.word(that) != "that" or _opens_subject(w, that + 1) or w.word(that + 1).endswith("s"):
        return False
    last = that + 3 if w.has(that + 1, "claim") else end
    return not any(w.has(j, "auxiliary") or w.is_finite(j) for j in range(that + 2, last))


def is_made(w: Window, first: int, at: int, verb: Verb, subject: Span | None) -> bool:
    """Whether something is said, or denied, at all: not where the verb is negated ("never said that", "did not say
    when"), hypothetical ("might say", "if she says"), asked ("Did she say …?") or nobody's."""
    group = range(first, at - (w.word(at) == "doubt"))  # "is in no doubt that"
    denies = "denies" in verb.classes
    if w.word(first - 1) in ("neither", "nor") or (w.word(first - 1) == "or" and denies):
        return False  # "neither confirmed nor denied", "refused to confirm or deny"
    if any(w.has(k, "negative") or w.word(k).endswith("n't") for k in group):
        return False
    if any(w.has(k, "hypothetical") and (w.has(k, "auxiliary") or k == at - 1) for k in group):  # "almost said"
        return False
    if subject is None:
        return True
    before = subject.first - 1
    supposed = w.has(before, "supposing") and w.is_break(before - 1)  # "Had Ruiz said"
    turned = w.has(before, "auxiliary") and (w.word(w.size - 1) == "?" or w.has(before - 1, "inverting"))
    return (
        not turned
        and not supposed
        and w.word(before) not in ("if", "unless", "whether", "no", "not", "nor")
        and not w.has(subject.first, "nobody")
    )


def is_fragment(w: Window, at: int) -> bool:
    """Whether a quotation is words that the writer's sentence needs ("denied “any wrongdoing”"), no sentence."""
    return w.kind(at) is QUOTE and w.items[at].text.strip("\"'“”‘’«»")[:1].islower()


def denied_end(w: Window, span: Span, noun_phrase: bool) -> int:
    """Where what is denied ends, because the speaker or the writer goes on with what is so: at a dash, at a comma
    before "pointing" or "and it", at "but", and after a noun phrase at "and" with a verb."""
    for at in range(span.first + 1, min(span.last - 1, span.first + _DENIED)):
        if w.is_dash(at):
            return at
        if w.word(at) == "," and w.has(at + 1 + (w.word(at + 1) == "not"), "contrast", "subject_pronoun", "ing"):
            return at
        joined = w.word(at) == "and"
        if joined and w.word(at - 1) == "," and w.has(at + 1, "subject_pronoun"):
            return at - 1
        if (joined and noun_phrase or w.word(at) == "but") and _goes_on(w, at + 1, span.last):
            return at
    return span.last


def _goes_on(w: Window, k: int, last: int) -> bool:
    """Whether a verb follows "and", with or without a subject: "denied the report *and left*, … *and no bid came*"."""
    last = min(last, k + _BEHIND_NOUN)
    end = next((j for j in range(k, last) if w.kind(j) is not WORD or w.has(j, "preposition")), last)
    return any(w.has(j, "auxiliary") or w.is_finite(j, surely=True) for j in range(k, end))


def _noun(w: Window, first: int, end: int, *names: str) -> int | None:
    """The noun of one of some classes that a noun phrase has, if one begins at an item."""
    last = min(end, first + _BEFORE_NOUN)
    for j in range(first, last):
        if w.has(j, *names):
            return j
        two_objects = w.word(j) in OBJECTS and w.word(j) != "her" or (j > first and _is_second(w, j))
        if two_objects or w.kind(j) is MARK and w.word(j) not in ("'", "’"):
            return None
        if w.has(j, "auxiliary", "subordinator", "negative") or w.has(j, "preposition"):
            return None
    return None


def _is_second(w: Window, at: int) -> bool:
    """Whether a second noun phrase begins: "denied Holm *a* role", "denied *Holm* responsibility" is one."""
    return w.has(at, "article") and not w.has(at - 1, "adjective", "determiner", "adverb") and w.capital(at - 1)


def _start(w: Window, k: int, first: int, noun: int) -> int:
    """The first item of the noun phrase; behind "as false" its determiner, or the noun."""
    if first == k:
        return k
    return next((j for j in range(first, noun) if w.has(j, "determiner")), noun)


def _is_relative(w: Window, that: int, apart: bool) -> bool:
    """Whether "that" is the subject of a relative clause: "claims that are false"; apart from the noun it is, unless
    a subject begins behind it."""
    if w.has(that + 1, "auxiliary") or w.is_finite(that + 1):
        return True
    return apart and not _opens_subject(w, that + 1)


def _opens_subject(w: Window, at: int) -> bool:
    return w.has(at, "determiner", "subject_pronoun") or w.capital(at)


_NOT_FINITE = ("be", "been", "being", "having")
