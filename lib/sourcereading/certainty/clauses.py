"""Where a clause without "that" begins, and where its verb is: “the frost returns”, “vines recover”, “to be dead”.

Nouns and verbs often look alike ("returns"); which of the two a word mostly is says ``text.parts_of_speech``, and what
stands around it decides the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sourcereading.certainty.words import QUOTES, Units
from sourcereading.text import parts_of_speech
from sourcereading.text.inflection import verb_forms

REACH = 14
"""Units that are looked through for "that", or for the verb of a clause; keeps the work linear."""
_PARTICLES = frozenset(("out", "up", "back", "over", "off", "down", "ahead", "through", "so"))
"""Adverbs that give a verb another sense ("thought out a plan"), and the one of "so that"."""
_NO_SUBJECT = (
    "preposition", "relative", "interrogative", "coordinator", "subordinator", "auxiliary", "clause_break", "adverb",
)  # fmt: skip


def begins(units: Units, j: int) -> bool:
    """Whether a clause without "that" begins at ``j``: “he fled”, “the frost returns”, “vines recover”."""
    if units.has(j, "subject_pronoun") and units.word(j) != "who":
        if units.words[j] in ("it", "you"):
            return is_verb(units, content(units, j + 1), plural=units.words[j] == "you")
        return units.has(j, "auxiliary") or "'" in units.words[j] or units.is_word(j + 1)
    if not begins_noun_phrase(units, j):
        return False
    verb = finite_verb(units, j)
    bare = parts_of_speech.is_noun(units.words[j]) and not units.capital(j) and not units.has(j, "ing", "number")
    singular = bare and not parts_of_speech.is_plural(units.words[j])
    return verb > 0 and not (singular and units.any(j, verb, "preposition"))  # "claimed asylum in a town that fell"


def is_infinitive(units: Units, j: int) -> bool:
    """Whether an infinitive begins at ``j``: “to be”, “to quietly leave”; not “to members”, “to the board”."""
    if units.word(j) != "to":
        return False
    verb = units.after_adverbs(j + 1)
    word = units.word(verb)
    if units.has(verb, "auxiliary"):
        return True
    if not units.is_open(verb) or units.capital(verb) or parts_of_speech.is_plural(word):
        return False
    return not parts_of_speech.is_listed(word) or can_be_verb(word)


def before_adverbs(units: Units, i: int) -> int:
    """The last unit before ``i`` that is no adverb."""
    i -= 1
    while units.has(i, "adverb", "degree") and not units.has(i, "auxiliary"):
        i -= 1
    return i


def content(units: Units, j: int) -> int:
    """The first unit from ``j`` on that is no adverb, no time ("Tuesday") and no quotation mark."""
    last = j + 6
    while j < last and units.word(j) not in _PARTICLES:
        if units.word(j) not in QUOTES and not is_time(units, j) and units.after_adverbs(j) == j:
            break
        j += 1
    return j


def is_time(units: Units, j: int) -> bool:
    """“Tuesday”, “year”, “May”; not “may”."""
    return units.has(j, "time") or units.word(j).endswith("day") or units.has(j, "month") and units.capital(j)


def begins_noun_phrase(units: Units, j: int) -> bool:
    """Whether a noun phrase may begin at ``j``."""
    if units.word(j) in _PARTICLES or units.has(j, "interrogative", "modal"):
        return False
    if units.has(j, "object_pronoun") and not units.has(j, "possessive"):
        return False
    if units.has(j, *Units.NOMINAL, "demonstrative") or units.capital(j):
        return not units.has(j, "preposition", "relative") or units.word(j) == "that"
    return units.is_word(j) and not units.has(j, *_NO_SUBJECT)


def finite_verb(units: Units, j: int) -> int:
    """The finite verb of the clause whose subject begins at ``j``, or 0 where only a noun phrase is there."""
    relative, sure = 0, False
    for k in range(j + 1, min(len(units), j + REACH)):
        if units.words[k] in QUOTES:
            continue
        if units.has(k, "relative"):
            relative += 1
        elif _ends_subject(units, k):
            return 0
        elif is_verb(units, k, parts_of_speech.is_plural(units.words[k - 1]), sure):
            if not relative:
                return k
            relative -= not units.has(k + 1, "auxiliary")
        sure = sure or units.has(k, "preposition")
    return 0


def _ends_subject(units: Units, k: int) -> bool:
    """Whether no noun phrase goes on at unit ``k``: “claimed victory as polls closed”, “feared the dog and ran”."""
    if units.has(k, "coordinator"):
        verb = parts_of_speech.is_present(units.word(k + 1)) and not parts_of_speech.is_noun(units.word(k + 1))
        return units.word(k) == "but" or verb or units.has(k + 1, "past", "ed", "auxiliary", "subject_pronoun")
    if units.words[k] in (",", "than") or units.has(k, "subordinator", "interrogative"):
        return True
    return units.is_stop(k) and not units.has(k, "preposition")


def in_past(units: Units, clause: Sequence[int]) -> bool:
    """Whether the first finite verb of a clause is in the past."""
    for k in clause:
        if units.has(k, "past") or units.has(k, "ed") and not units.has(k - 1, "determiner", "preposition", "be"):
            return True
        if units.has(k, "auxiliary") or k > clause[0] and parts_of_speech.is_present(units.word(k)):
            return False
    return False


def is_verb(units: Units, k: int, plural: bool, sure: bool = False) -> bool:
    """Whether unit ``k`` is a finite verb, after a subject in the singular or the plural; a word that can be a noun is
    none where it is to be one for ``sure``."""
    word = units.word(k)
    if not units.is_word(k) or units.word(k - 1) == "to":
        return False
    if units.has(k, "auxiliary"):
        return not units.has(k - 1, "article", "possessive") and not (units.has(k, "month") and units.capital(k))
    noun = units.has(k - 1, "determiner", "possessive", "preposition", "genitive", "number") and not units.has(
        k - 1, "subject_pronoun", "demonstrative", "indefinite_pronoun"
    )
    if noun or units.capital(k) or units.has(k, "preposition", "adverb", "number"):
        return False
    if units.has(k, "past", "open", "seem"):
        return True
    if units.has(k, "ed"):
        return units.word(k + 1) != "by" and not (units.has(k - 1, "adverb") and units.has(k - 2, "determiner"))
    if plural:
        listed = parts_of_speech.is_base(word) or parts_of_speech.is_present(word)
        return listed or not sure and _acts(units, k, word)
    return word.endswith("s") and (parts_of_speech.is_present(word) or not sure and _acts(units, k, _base(word)))


def _acts(units: Units, k: int, base: str) -> bool:
    """Whether a word that is a noun or a verb stands as a verb: at the end, or before what follows one."""
    before = units.word(k - 1)
    participle = units.has(k - 1, "ed", "ing", "past") and not parts_of_speech.is_noun(before)
    if participle or parts_of_speech.is_adjective(before) or not can_be_verb(base):
        return False
    follows = ("determiner", "preposition", "adverb", "object_pronoun", "ing", "time")
    return not units.is_word(k + 1) or units.has(k + 1, *follows) or units.capital(k + 1)


def _base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "oes")) else word[:-1]


@lru_cache(maxsize=1 << 14)
def can_be_verb(base: str) -> bool:
    """Whether a word can be a verb: its past form is one ("returned", not "dogged")."""
    if parts_of_speech.is_base(base) or parts_of_speech.is_present(base):
        return True
    if not base.isalpha() or len(base) < 3:
        return False
    return any(parts_of_speech.is_past(form) or parts_of_speech.is_participle(form) for form in verb_forms(base).past)
