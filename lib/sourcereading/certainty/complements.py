"""Where it is said what is believed, feared, claimed or suggested: the complement of an attitude word.

One finder for every row of ``data/lexicons/certainty_attitudes.csv``; a function for each part of speech, and what else
than a that-clause the word takes is in the row. All of them return the unit at which the complement begins, or 0.

============== =================================================== ===========================================
form           after a verb                                        after a noun or an adjective
============== =================================================== ===========================================
that-clause    "they suspect, Holm said on Monday, that he fled"   "the belief among divers is that it is Greek"
without "that" "growers fear the frost returns"                    "worried the bus stops running"
infinitive     "he claims to know", "believed to be dead"
object         "they suspect arson", "thought him to be a spy"
thrown in      "the coins, they suspect, are Greek"
============== =================================================== ===========================================

It separates a clause from a noun phrase ("feared the dog"), and a that-clause from a relative clause ("the fear that
gripped the town").
"""

from __future__ import annotations

from collections.abc import Container

from sourcereading.certainty.words import QUOTES, Units
from sourcereading.text import parts_of_speech
from sourcereading.text.inflection import verb_forms

_REACH = 14
"""Units that are looked through for "that", or for the verb of a clause; keeps the work linear."""
_IN_PLACE = frozenset(
    ("in", "at", "on", "to", "among", "within", "inside", "across", "from", "around", "by", "near", "during")
)
"""Prepositions of a place, a time or a person between an attitude word and its clause; "of" and "about" begin a topic,
which may have a relative clause of its own ("the fear of the man that he met")."""
_PARTICLES = frozenset(("out", "up", "back", "over", "off", "down", "ahead", "through", "so"))
"""Adverbs that give a verb another sense ("thought out a plan"), and the one of "so that"."""
_NO_SUBJECT = (
    "preposition", "relative", "interrogative", "coordinator", "subordinator", "auxiliary", "clause_break", "adverb",
)  # fmt: skip
_JOINED = ("coordinator", "subordinator", "interrogative", "relative")
"""What shows that a clause is part of another, so it is not thrown in."""


def after_verb(units: Units, i: int, takes: Container[str]) -> int:
    """The complement of the verb at ``i``: “fear the frost returns”, “thought him to be a spy”, “, they fear.”"""
    if "aside" in takes and _thrown_in(units, i, "as" in takes):
        return i
    if at := _that_clause(units, i + 1):
        return at
    if "aside" in takes and units.word(i - 1) in (",", "”") and units.capital(i + 1):
        return i  # "…, predicted Ana Ruiz"
    if "so" in takes and units.word(i + 1) in ("so", "not") and units.has(i - 1, "subject_pronoun", "demonstrative"):
        return i + 1
    j = _content(units, i + 1)
    if "infinitive" in takes and is_infinitive(units, j):
        return j
    pronoun = units.has(j, "subject_pronoun", "demonstrative")
    if ("clause" in takes or "pronoun" in takes and pronoun) and (begins(units, j) or begins(units, i + 1)):
        return j
    if "raising" in takes and _raised(units, j):
        return j
    before = units.any(i - 5, i, "relative") or "what" in units.words[max(0, i - 5) : i]
    if "clause" in takes and (before or units.has(i - 1, "subject_pronoun")) and _is_moved(units, i, j):
        return j
    if "if" in takes and units.word(j) == "if":
        return j  # "I think if we help, it holds"
    return j if "object" in takes and _is_object(units, j) else 0


def _is_moved(units: Units, i: int, j: int) -> bool:
    """Whether the subject of the clause stands before it: “the van (that) they believe hit the wall”."""
    goes_on = units.has(j + 1, "determiner", "auxiliary", "preposition", "adverb", "ed", "past")
    finite = units.has(j, "auxiliary", "past", "ed") or parts_of_speech.is_present(units.word(j))
    verb = units.has(j, "modal", "be") or finite and goes_on
    return verb and units.is_word(i - 1) and not units.has(i, "ing")


def after_passive(units: Units, i: int, takes: Container[str]) -> int:
    """The complement of the participle at ``i``: “is feared dead”, “it is thought he fled”, “a man believed to be”."""
    be = before_adverbs(units, i)
    j = _content(units, i + 1)
    if "infinitive" not in takes and not units.has(i, "ed", "past"):
        return 0
    if not units.has(be, "be"):
        alone = "infinitive" in takes or not units.is_open(i - 1)  # "the team expected to win"
        return j if not alone and is_infinitive(units, j) else 0
    if "infinitive" in takes and units.has(be - 1, "modal"):
        return 0  # "must be understood to help"
    if is_infinitive(units, j) or units.has(j, "believed_tail", "likely") or "of" in takes and units.word(j) == "of":
        return j
    while units.has(be - 1, "auxiliary", "negator", "adverb"):
        be -= 1
    impersonal = units.word(be - 1) == "it"
    if not impersonal:
        return 0
    return i if _thrown_in(units, i, False) else _that_clause(units, i + 1) or (begins(units, j) and j) or 0


def after_adjective(units: Units, i: int, takes: Container[str]) -> int:
    """The complement of the adjective at ``i``: “worried the bus stops running”; not “a worried mother”."""
    if units.has(i - 1, "article", "possessive", "preposition"):
        return 0
    if at := _that_clause(units, i + 1):
        return at
    before, j = before_adverbs(units, i), _content(units, i + 1)
    predicate = units.has(before, "be", "seem", "open", "ed", "past") or not units.is_word(before)
    return j if predicate and "clause" in takes and begins(units, j) else 0


def after_noun(units: Units, i: int, takes: Container[str]) -> int:
    """The complement of the noun at ``i``: “fears in Velia that”, “our view is that”, “fears are growing that”."""
    if "predicate" not in takes and (at := _that_clause(units, i + 1, of_noun=True)):
        return at
    j = i + 1
    if "clause" in takes and units.has(i - 1, "preposition", "ing", "ed", "be") and units.has(j, "determiner"):
        verb = _verb(units, j)
        if units.has(verb, "be", "modal"):  # "amid fears the dam will burst", not "the fear the dam caused"
            return j
    verb = 0 if units.has(i - 1, "preposition") else _predicate(units, j)
    if not verb:
        return 0  # also "reason for optimism is that"
    after = units.after_adverbs(verb + 1)
    if units.has(after, "arise"):  # "fears are growing that", "concerns were raised that"
        verb = after
    if units.has(verb, "arise"):
        return _that_clause(units, verb + 1)
    if not units.has(verb, "be"):
        return 0
    after = _content(units, after)
    if units.word(after) == "that":
        return after if _is_said(units, after + 1) else 0
    subject = units.has(after, "determiner", "subject_pronoun") and units.word(after) not in ("a", "an")
    return after if subject and begins(units, after) else 0


# The parts of a sentence


def begins(units: Units, j: int) -> bool:
    """Whether a clause without "that" begins at ``j``: “he fled”, “the frost returns”, “vines recover”."""
    if units.has(j, "subject_pronoun") and units.word(j) != "who":
        if units.words[j] in ("it", "you"):
            return _is_verb(units, _content(units, j + 1), plural=units.words[j] == "you")
        return units.has(j, "auxiliary") or "'" in units.words[j] or units.is_word(j + 1)
    if not _begins_noun_phrase(units, j):
        return False
    verb = _verb(units, j)
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
    return not parts_of_speech.is_listed(word) or _can_be_verb(word)


def _begins_noun_phrase(units: Units, j: int) -> bool:
    if units.has(j, "interrogative", "modal") or units.has(j, "object_pronoun") and not units.has(j, "possessive"):
        return False
    if units.has(j, *Units.NOMINAL, "demonstrative") or units.capital(j):
        return not units.has(j, "preposition", "relative") or units.word(j) == "that"
    return units.is_word(j) and not units.has(j, *_NO_SUBJECT)


def _content(units: Units, j: int) -> int:
    """The first unit from ``j`` on that is no adverb, no time ("Tuesday") and no quotation mark."""
    last = j + 6
    while j < last and units.word(j) not in _PARTICLES:
        if units.word(j) not in QUOTES and not _is_time(units, j) and units.after_adverbs(j) == j:
            break
        j += 1
    return j


def _is_time(units: Units, j: int) -> bool:
    return units.has(j, "time") or units.word(j).endswith("day") or units.has(j, "month") and units.capital(j)


def before_adverbs(units: Units, i: int) -> int:
    """The last unit before ``i`` that is no adverb."""
    i -= 1
    while units.has(i, "adverb", "degree") and not units.has(i, "auxiliary"):
        i -= 1
    return i


def _that_clause(units: Units, j: int, of_noun: bool = False) -> int:
    """The "that" of what is said, after the place, the time, the persons, or an aside between two commas."""
    within, last = 0, min(len(units), j + _REACH)
    while j < last:
        word = units.words[j]
        if word == "that's":
            return 0 if of_noun else j
        if word == "that":
            return j if units.words[j - 1] not in (*_IN_PLACE, "so") and _is_said(units, j + 1, of_noun) else 0
        if word == ",":
            j = next((k for k in range(j + 1, min(j + 10, len(units))) if units.words[k] == ","), len(units)) + 1
            if units.word(j) != "that":
                return 0
            continue
        if units.is_stop(j) and word not in QUOTES and word not in _IN_PLACE:
            return 0
        if word in _IN_PLACE:
            within = 3 if of_noun else 5  # units of its noun phrase
        elif not (_is_time(units, j) or _is_time(units, j + 1) or word in QUOTES or units.has(j, "adverb")):
            phrase = units.is_open(j) or units.has(j, "determiner", "genitive", "number", "object_pronoun")
            within -= 1
            if within < 0 or not phrase or units.has(j, "ing"):
                return 0
        j += 1
    return 0


def _is_said(units: Units, j: int, of_noun: bool = False) -> bool:
    """Whether after "that" it is said what is believed: not “think that way”, “the fear that gripped the town”."""
    modified, j = units.has(j, "adverb"), _content(units, j)
    word = units.word(j)
    if not units.is_word(j):
        return word in (",", ":")
    if not of_noun:
        alone = units.is_open(j) and parts_of_speech.is_noun(word) and not units.capital(j)
        closed = units.is_stop(j + 1) or units.has(j + 1, "coordinator", "interrogative", "subordinator")
        return word not in ("of", "way") and not units.has(j, "coordinator") and not (alone and closed)
    if units.has(j, "preposition", "subordinator"):
        return word != "of"
    if modified and units.has(j, "ed"):
        return True  # "the belief that sharply increased taxes"
    if units.has(j, "subject_pronoun"):
        return not _object_missing(units, j)
    if units.has(j, "auxiliary", "past", "ed") or parts_of_speech.is_present(word) or parts_of_speech.is_base(word):
        return False
    if _is_verb(units, j, plural=False) and units.has(j + 1, "determiner", "object_pronoun"):
        return False  # "the theory that explains the noise"
    return not _object_missing(units, j)


def _object_missing(units: Units, j: int) -> bool:
    """Whether the clause is a relative one, its object before it: “the claims (that) he made were read out”."""
    verb = j + 1 if units.has(j, "subject_pronoun") else _verb(units, j)
    while units.has(verb, "auxiliary", "adverb") and (units.is_open(verb + 1) or units.word(verb + 1) == "been"):
        verb += 1
    rest = verb + 1
    ends = not units.is_word(rest) or units.has(rest, "auxiliary", "past", "ed", "preposition", "relative")
    return units.has(verb, "gap_verb") and ends


def _verb(units: Units, j: int) -> int:
    """The finite verb of the clause whose subject begins at ``j``, or 0 where only a noun phrase is there."""
    relative, sure = 0, False
    for k in range(j + 1, min(len(units), j + _REACH)):
        if units.words[k] in QUOTES:
            continue
        if units.has(k, "relative"):
            relative += 1
        elif _ends_subject(units, k):
            return 0
        elif _is_verb(units, k, parts_of_speech.is_plural(units.words[k - 1]), sure):
            if not relative:
                return k
            relative -= not units.has(k + 1, "auxiliary")
        sure = sure or units.has(k, "preposition")
    return 0


def _ends_subject(units: Units, k: int) -> bool:
    """Whether no noun phrase goes on at unit ``k``: “claimed victory as polls closed”, “feared the dog and ran”."""
    if units.has(k, "coordinator"):
        return units.word(k) == "but" or units.has(k + 1, "past", "ed", "auxiliary", "subject_pronoun")
    if units.words[k] in (",", "than") or units.has(k, "subordinator", "interrogative"):
        return True
    return units.is_stop(k) and not units.has(k, "preposition")


def _is_verb(units: Units, k: int, plural: bool, sure: bool = False) -> bool:
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
    if participle or parts_of_speech.is_adjective(before) or not _can_be_verb(base):
        return False
    follows = ("determiner", "preposition", "adverb", "object_pronoun", "ing", "time")
    return not units.is_word(k + 1) or units.has(k + 1, *follows) or units.capital(k + 1)


def _base(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "oes")) else word[:-1]


def _can_be_verb(base: str) -> bool:
    """Whether a word can be a verb: its past form is one ("returned", not "dogged")."""
    if parts_of_speech.is_base(base) or parts_of_speech.is_present(base):
        return True
    if not base.isalpha() or len(base) < 3:
        return False
    return any(parts_of_speech.is_past(form) or parts_of_speech.is_participle(form) for form in verb_forms(base).past)


def _predicate(units: Units, j: int) -> int:
    """The finite verb of the noun phrase that goes on at ``j`` (“the fear of many *is* that”), or 0."""
    last = min(len(units), j + _REACH)
    while j < last:
        word = units.words[j]
        if word == ",":
            j = next((k for k in range(j + 1, min(j + 10, len(units))) if units.words[k] == ","), len(units))
        elif units.has(j, "auxiliary", "arise"):
            while units.has(j, "have_do", "modal", "negator", "adverb") and not units.has(j, "be", "arise"):
                j += 1
            return j
        else:
            stop = units.is_stop(j) and word not in QUOTES and not units.has(j, "preposition")
            if stop or units.has(j, "relative", "coordinator"):
                return 0
        j += 1
    return 0


def _raised(units: Units, j: int) -> bool:
    """“thought him to be a spy”, “believed the letter to be forged”."""
    if not (units.has(j, "object_pronoun", "determiner", "possessive") or units.capital(j) or units.word(j) == "it"):
        return False
    to = next((k for k in range(j + 1, min(j + 6, len(units))) if units.words[k] == "to"), 0)
    return to > 0 and units.word(to + 1) in ("be", "have")


def _is_object(units: Units, j: int) -> bool:
    """“suspect arson”, “expect rain”: not “the police suspect was charged”, “expecting a baby”."""
    verb = units.has(j, "auxiliary") and not units.has(j, "subject_pronoun", "demonstrative")
    return units.is_word(j) and not verb and not units.has(j, "preposition") and not units.any(j, j + 4, "baby")


def _thrown_in(units: Units, i: int, with_as: bool) -> bool:
    """Whether subject and verb are thrown in or follow what is believed: “…, growers fear.”, “…, it is said, …”"""
    after = i + 1
    while _is_time(units, after) or units.word(after) in ("last", "on"):
        after += 1
    if units.is_word(after):
        return False
    if units.has(i - 1, "first_person") and units.is_word(i - 2):
        return i > 4 and not units.has(i - 2, *_JOINED) and units.words[i - 2] != "than"  # "it was a copy I think."
    for comma in range(i - 1, max(0, i - 8), -1):
        if units.is_word(comma):
            if units.has(comma, *_JOINED) and units.word(comma) != "as":
                return False
            continue
        start = comma + 1
        if units.words[comma] == '"' and units.word(comma - 1) != ",":
            return False
        if with_as and units.word(start) == "as":
            start += 1
        subject = _begins_noun_phrase(units, start) and not units.has(start, "adverb")
        return units.words[comma] in (",", '"', "”") and start < i and subject
    return False
