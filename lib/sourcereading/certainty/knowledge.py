"""Knowledge that falls short: "evidence is thin", "conflicting data on", "gaps in what we know of the plague".

Two small classes and their product, in both orders: what one may know by (class ``knowledge``: evidence, data,
understanding) and what says that there is too little of it (class ``falls_short``: weak, patchy, lacking). To them
comes what has not been found ("the origin of the blaze has not been found"): class ``finding`` and ``asked_noun``.
"""

from __future__ import annotations

from sourcereading.certainty.found import Found, Rule
from sourcereading.certainty.words import Units

_REACH = 10
"""Units between the noun and its verb at most."""
_TOPIC = ("of", "on", "about", "for", "that", "to", "as", "behind", "linking")


def _short(lo: int, hi: int, units: Units, noun: int) -> Found:
    what = f"“{units.text(lo, hi)}”: “{units.words[noun]}” falls short"
    return Found(lo, hi, "negated_confidence", "inquiry", what)


def falls_short(units: Units, i: int) -> Found | None:
    """“weak evidence”, “the evidence is weak”: not “weak signals”, “a thin data cable”."""
    noun = next((k for k in (i + 1, i + 2) if units.has(k, "knowledge")), 0)
    if noun and (noun == i + 1 or units.is_open(i + 1)) and not units.has(i, "predicate_only"):
        if units.has(noun, "personal"):
            return None  # "has limited knowledge of the law"
        return _short(i, noun + 1, units, noun) if _is_head(units, noun) else None
    if units.word(i - 1) == "as":
        return None  # "as thin as a line"
    verb = i - 1
    while units.has(verb, "adverb", "degree") and not units.has(verb, "open"):
        verb -= 1
    if units.has(verb, "open") and units.has(verb - 1, "be"):
        verb -= 1
    if not units.has(verb, "be", "open", "seem") or units.is_open(i + 1):
        return None
    if units.has(i, "predicate_only") and units.has(i + 1, "preposition"):
        return None  # "evidence is missing from the locker"
    subject = _subject(units, verb, "knowledge")
    return _short(verb, i + 1, units, subject) if subject >= 0 else None


def _is_head(units: Units, noun: int) -> bool:
    """Whether the noun is the head and says of what: “data on eels”, “evidence.”: not “a data cable”."""
    rest = noun + 1
    ends = not units.is_word(rest) or units.has(rest, "auxiliary", "interrogative", "clause_break", "coordinator")
    verb = units.has(units.after_adverbs(rest), "evidence", "indicate", "show", "speech")
    return ends or verb or units.has(rest, "adverb") or units.word(rest) in _TOPIC


def _subject(units: Units, verb: int, name: str) -> int:
    """The noun of a class that is the subject of the verb, phrases after it passed: “proof *of a harbour* is”."""
    for k in range(verb - 1, max(-1, verb - _REACH), -1):
        if units.has(k, name):
            phrase = units.has(k + 1, "preposition") or units.word(k + 1) in _TOPIC
            ends = k + 1 == verb or not units.is_open(k + 1)  # "details remain scarce"
            return k if phrase or ends and not units.has(k - 1, "preposition") else -1
        if not units.is_word(k) or units.has(k, "auxiliary", "past", "relative", "clause_break"):
            break
    said = (k for k in range(max(0, verb - 14), verb - 2) if units.has(k, name) and units.word(k + 1) == "that")
    return next(said, -1)  # "evidence that the tomb is royal is flimsy"


def lack(units: Units, i: int) -> Found | None:
    """“lack data on how they breed”, “too little proof of”, “not enough evidence that”: not “lack money”."""
    noun = next((k for k in range(i + 1, i + 4) if units.has(k, "knowledge")), 0)
    if not noun or any(not units.is_open(k) for k in range(i + 1, noun)):
        return None
    rest = noun + 1
    if units.has(noun, "personal") and not units.any(rest, rest + 2, "interrogative"):
        return None
    if units.has(rest, "interrogative") or units.word(rest) in _TOPIC:
        hi = rest + 1 if not units.has(rest + 1, "interrogative") else rest + 2
        return _short(i, hi if units.word(rest) in ("on", "about") else rest, units, noun)
    return None


def gap(units: Units, i: int) -> Found | None:
    """“gaps in our knowledge”, “big gaps remain in what we know”: not “a gap in the fence”."""
    hi = i + 2 if units.has(i + 1, "open") else i + 1
    if units.word(hi) != "in":
        return None
    for k in range(hi + 1, min(hi + 5, len(units))):
        known = units.has(k, "interrogative") and units.any(k + 1, k + 4, "know")
        if known or units.has(k, "knowledge") and _is_head(units, k):
            return _short(i, hi, units, k)
    return None


def unfound(units: Units, i: int) -> Found | None:
    """“have yet to trace the sender”, “the origin has not been found”: not “has not found the time”."""
    lo = i
    while lo > max(0, i - 5) and units.has(lo - 1, "auxiliary", "adverb", "negator", "limiter"):
        lo -= 1
    if not units.any(lo, i, "negator", "limiter"):
        return None
    passive = units.has(i - 1, "be") and _subject(units, lo, "asked_noun") >= 0
    if not passive and not (not units.has(i - 1, "be") and _object(units, i)):
        return None
    what = f"“{units.text(lo, i + 1)}”: what it is, is left open"
    return Found(lo, i + 1, "negated_confidence", "negated", what)


def _object(units: Units, i: int) -> bool:
    """“trace the sender”, “identify who sent it”; not “name a firm as the owner”."""
    asks = units.has(i + 1, "interrogative") and units.word(i + 2) != "to"
    return asks or units.any(i + 1, i + 5, "asked_noun") and "as" not in units.words[i + 1 : i + 5]


def know_little(units: Units, i: int) -> Found | None:
    """“scientists know little about eels”, “we know nothing of it”; not “she knows little about cars”."""
    rest = units.after_adverbs(i + 1)
    if not units.has(rest, "scarce", "none_of") or units.word(rest + 1) not in ("about", "of"):
        return None
    if not units.any(i - 3, i, "first_person", "agents"):
        return None
    return Found(i, rest + 1, "negated_confidence", "negated", f"“{units.text(i, rest + 1)}”: knowledge falls short")


def looked_into(units: Units, i: int) -> Found | None:
    """“the cause is under investigation”: not “the bank is under investigation”."""
    verb = i - 1 if units.has(i - 1, "be", "open") else i - 2
    if not units.has(verb, "be", "open") or _subject(units, verb, "asked_noun") < 0:
        return None
    return Found(i, i + 1, "negated_confidence", "inquiry", f"“{units.words[i]}”: not established yet")


def sought(units: Units, i: int) -> Found | None:
    """“police are trying to establish who fired”: not “trying to find her”."""
    verb = units.after_adverbs(i + 2)
    asks = units.has(verb + 1, "interrogative") and not units.has(verb + 1, "whether", "if")
    if units.word(i + 1) != "to" or not asks or not units.has(verb, "establish", "finding", "inquire"):
        return None
    return Found(i, verb + 1, "negated_confidence", "inquiry", f"“{units.text(i, verb + 1)}”: not established yet")


KNOWLEDGE: dict[str, Rule] = {
    "falls_short": falls_short, "lacking": lack, "gap": gap, "finding": unfound, "looked_into": looked_into,
    "know": know_little, "seeking": sought,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
