"""Which words can stand in one noun phrase: what joins its parts, and what begins another clause."""

from __future__ import annotations

from sourcereading.attribution.clause_words import MARK, QUOTE, Window, heads
from sourcereading.attribution.lists_of_names import opens_with_name
from sourcereading.attribution.plausible import is_name_behind_preposition
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import (
    is_adverb,
    is_base,
    is_noun,
    is_participle,
    is_past,
    is_plural,
    is_present,
)

_LINKS = ("auxiliary", "negative", "subordinator", "coordinator", "preposition")
"""Classes of words that join a phrase only beside some others."""
_MADE_LIMIT = 5
"""Items of what somebody makes, before "and"."""
SEASONS = ("spring", "summer", "autumn", "fall", "winter")


def joins(w: Window, at: int, last: int) -> bool:
    """Whether an item can be part of a noun phrase whose right end is known."""
    item = w.items[at]
    if item.kind is QUOTE:
        return False
    if item.kind is MARK:
        return item.lower in ("'", "’", "&", "/", ".", "$", "%", "#", "@")
    verb = w.verb[at]
    if w.has(at, "ed") and w.has(at + 1, "preposition") and w.word(at - 1) in speaker_words("document"):
        return True  # "a statement *posted* on Halden.com"
    if not w.classes[at].isdisjoint(_LINKS):
        if w.has(at, "auxiliary", "negative"):
            return False
        if w.has(at, "subordinator") and item.lower not in ("as", "once", "than"):
            return False
        if item.lower in ("and", "or"):
            return _joins_two(w, at, last)
        if w.has(at, "coordinator"):
            return False
        if w.has(at, "preposition") and item.lower != "of":
            return _belongs_to_noun(w, at, last)
    return verb is None or item.text[0].isupper() or w.is_noun(at, verb)


def _joins_two(w: Window, at: int, last: int) -> bool:
    """Whether "and" or "or" joins two who speak, or two parts of a phrase, and not two clauses."""
    if at + 1 >= last or w.has(at + 1, "subject_pronoun"):
        return False
    if w.has(at + 1, "determiner"):
        return not w.is_adjective(at - 1, sure=True)  # not "was fine and the army said"
    return (
        (w.capital(at - 1) and w.capital(at + 1))
        or _opens_with_role(w, at - 1)
        or opens_with_name(w, at - 1)
        or _is_made(w, at, last)
        or (is_name_behind_preposition(w, at - 1) and not is_head(w, last - 1))
        or not (w.capital(at - 1) or w.capital(at + 1))
    )


def _belongs_to_noun(w: Window, at: int, last: int) -> bool:
    """Whether a preposition goes on with the noun before it: "a letter seen by the Post", and begins no clause."""
    clause_break = w.has(at, "clause_break")
    if (clause_break or w.word(at) == "as") and (w.is_adverb(at - 1) or w.word(at - 1) == "away"):
        return False  # "answered more firmly as polls showed", "held a block away after police said"
    timed = w.has(at - 1, "time", "duration") or w.word(at - 1) in SEASONS
    if clause_break and (timed or is_present(w.word(at - 1)) or is_past(w.word(at - 1))):
        return False  # "this comes after police said", "seven hours after police said"
    if clause_break and any(w.word(k) == "to" and _acts(w, k + 1) for k in range(max(0, at - 8), at - 1)):
        return False  # "told them to leave after the mayor said"
    between = is_participle(w.word(at - 1)) or w.is_adjective(at - 1)
    noun = at - 2 if between else at - 1  # "a letter seen by the Post", "officials close to Ruiz"
    opens = w.has(noun - 2, "preposition") and not w.has(noun - 2, "before_number")  # "After 22 years at Halden"
    counted = is_quantity(w, noun - 1) and is_plural(w.word(noun)) and not opens
    text = between and w.word(noun) in speaker_words("document")
    return is_head(w, noun) or text or counted or not w.capital(last - 1)


def _acts(w: Window, at: int) -> bool:
    """Whether the word behind "to" is a verb, if only by the object behind it: "to unelect Holm"."""
    object_behind = w.capital(at + 1) or w.has(at + 1, "determiner")
    return not w.capital(at) and (is_base(w.word(at)) or (object_behind and w.is_open(at) and not is_noun(w.word(at))))


def _is_made(w: Window, at: int, last: int) -> bool:
    """Whether "and" joins what somebody makes, some by name: "the maker *of Orme chips and Halden soap*"."""
    of = at - 1
    while w.is_open(of) and of > at - _MADE_LIMIT and not w.has(of, "preposition", "determiner"):
        of -= 1
    maker = w.word(of - 1).endswith(("er", "ers", "or", "ors")) and not w.capital(of - 1)
    return w.word(of) == "of" and of < at - 1 and maker and not w.capital(last - 1) and w.word(last - 1) not in heads()


def _opens_with_role(w: Window, at: int) -> bool:
    """Whether a role alone begins a clause: "*The mayor* and Ana Ruiz said"."""
    first = at - 1
    return w.has(first, "determiner") and w.word(at) in heads() and (first == 0 or w.kind(first - 1) is QUOTE)


def is_quantity(w: Window, at: int) -> bool:
    """Whether an item is a number: "nearly half of callers", "about four out of ten"."""
    return w.word(at)[:1].isdigit() or w.has(at, "number")


def is_head(w: Window, at: int) -> bool:
    """Whether a word can be the head of a phrase that goes on with a preposition and a name: "a spokesman for
    Hale", "Ruiz of Halden", but not "it was steep for Hale"."""
    word = w.word(at)
    if w.has(at, "time", "coordinator") or is_adverb(word):
        return False
    return is_doer(word) or w.capital(at) or word in heads()


def is_doer(word: str) -> bool:
    """Whether a noun has the ending of those who do something."""
    return word.endswith(("er", "ers", "or", "ors", "ist", "ists", "man", "men", "-old"))
