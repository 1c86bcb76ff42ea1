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

from collections.abc import Collection

from sourcereading.certainty.clauses import (
    REACH,
    before_adverbs,
    begins,
    begins_noun_phrase,
    content,
    finite_verb,
    is_infinitive,
    is_time,
    is_verb,
)
from sourcereading.certainty.found import clause_end
from sourcereading.certainty.words import QUOTES, Units
from sourcereading.text import parts_of_speech

_IN_PLACE = frozenset(
    (
        "in", "at", "on", "to", "among", "within", "inside", "across", "from", "around", "by", "near", "during", "for",
    )
)
"""Prepositions of a place, a time or a person between an attitude word and its clause; "of" and "about" begin a topic,
which may have a relative clause of its own ("the fear of the man that he met")."""
_JOINED = ("coordinator", "subordinator", "interrogative", "relative")
"""What shows that a clause is part of another, so it is not thrown in."""


def after_verb(units: Units, i: int, takes: Collection[str]) -> int:
    """The complement of the verb at ``i``: “fear the frost returns”, “thought him to be a spy”, “, they fear.”"""
    if "aside" in takes and _thrown_in(units, i, "as" in takes):
        return i
    if at := _that_clause(units, i + 1):
        return at
    if "aside" in takes and units.word(i - 1) in (",", "”") and units.capital(i + 1):
        return i  # "…, predicted Ana Ruiz"
    subject = units.has(i - 1, "subject_pronoun", "demonstrative") or units.word(i - 1) == "to"
    if "so" in takes and subject and units.word(i + 1) in ("so", "not"):
        return i + 1  # "I think so"
    j = content(units, i + 1)
    if "infinitive" in takes and is_infinitive(units, j):
        return j
    pronoun = units.has(j, "subject_pronoun", "demonstrative")
    if ("clause" in takes or "pronoun" in takes and pronoun) and (begins(units, j) or begins(units, i + 1)):
        return j
    if "raising" in takes and (_raised(units, j) or units.text(j, j + 2) in ("to be", "to have")):
        return j  # "what they believe to be a bomb"
    before = units.any(i - 5, i, "relative") or "what" in units.words[max(0, i - 5) : i]
    if "clause" in takes and (before or units.has(i - 1, "subject_pronoun")) and _is_moved(units, i, j):
        return j
    late = "late" in takes and units.has(i - 1, "first_person") and units.has(j, "preposition", "subordinator")
    late = late and units.word(j) not in ("of", "about", "like", "through") and units.any(j + 1, j + REACH, "auxiliary")
    if late or "if" in takes and units.word(j) == "if":
        return j  # "I think when it rains, it holds", "I think if we help, it holds"
    person = units.has(i - 1, "agents", "human", "group", "role", "subject_pronoun") or units.capital(i - 1)
    ahead = not units.has(i, "ed", "past") or units.word(j) in ("a", "an")  # "predicted a strike"
    thing = "object" in takes or "ahead" in takes and person and ahead
    return j if thing and _is_object(units, j) or is_reckoned(units, j, takes) else 0


def is_reckoned(units: Units, j: int, takes: Collection[str]) -> bool:
    """“estimate the damage at 340 million”, “projected a deficit of 4 percent”; not “projected two films”.

    Of the word that takes a rate only, “assumes growth of 3 percent”; not “assumes debts of 70 million”.
    """
    if not {"amount", "rate"} & set(takes) or not units.has(j, "determiner", "number") and not units.is_open(j):
        return False
    k = next((k for k in range(j, clause_end(units, j, 10)) if units.has(k, "number")), 0)
    percent, before = units.has(k + 1, "percent"), k > 0 and units.word(k - 1)
    if "rate" in takes:
        return before == "at" or percent and before == "of" and units.word(k + 2) != "of"
    return percent or units.has(k - 1, "currency") or before == "at" or before == "of" and "subject" in takes


def _is_moved(units: Units, i: int, j: int) -> bool:
    """Whether the subject of the clause stands before it: “the van (that) they believe hit the wall”."""
    goes_on = units.has(j + 1, "determiner", "auxiliary", "preposition", "adverb", "ed", "past")
    finite = units.has(j, "auxiliary", "past", "ed") or parts_of_speech.is_present(units.word(j))
    verb = units.has(j, "modal", "be") or finite and goes_on
    return verb and units.is_word(i - 1) and not units.has(i, "ing")


def after_passive(units: Units, i: int, takes: Collection[str]) -> int:
    """The complement of the participle at ``i``: “is feared dead”, “it is thought he fled”, “a man believed to be”."""
    be = before_adverbs(units, i)
    j = content(units, i + 1)
    if "infinitive" not in takes and not units.has(i, "ed", "past"):
        return 0
    if not units.has(be, "be"):
        if units.has(j, "believed_tail") and not units.has(j + 1, *Units.NOMINAL):
            return j  # "nine sailors are missing, presumed dead"
        alone = "infinitive" in takes or units.is_word(i - 1) and not units.is_open(i - 1)  # "the team expected to win"
        return j if not alone and is_infinitive(units, j) else 0
    if "infinitive" in takes and units.has(be - 1, "modal"):
        return 0  # "must be understood to help"
    if units.word(j) == "by":  # "believed by many to be ill"
        j = next((k for k in range(j + 1, min(j + 6, len(units))) if is_infinitive(units, k)), j)
    named = units.word(j) in ("of", "at") and units.words[j] in takes  # "suspected of theft", "estimated at 30"
    if is_infinitive(units, j) or units.has(j, "believed_tail", "likely") or named:
        return j
    place = units.has(j, "preposition", "lower", "upper") and units.word(j) != "of"  # "expected above 800 metres"
    ends = not units.is_word(j) or place or is_time(units, j + 1)
    if "alone" in takes and ends and not units.has(i, "ing") and units.word(be - 1) not in ("as", "than", "what", "to"):
        return i  # "a verdict is expected next week"
    while units.has(be - 1, "auxiliary", "negator", "adverb"):
        be -= 1
    impersonal = units.word(be - 1) == "it"
    if not impersonal:
        return 0
    return i if _thrown_in(units, i, False) else _that_clause(units, i + 1) or (begins(units, j) and j) or 0


def after_adjective(units: Units, i: int, takes: Collection[str]) -> int:
    """The complement of the adjective at ``i``: “worried the bus stops running”; not “a worried mother”."""
    if units.has(i - 1, "article", "possessive", "preposition"):
        return 0
    if at := _that_clause(units, i + 1):
        return at
    before, j = before_adverbs(units, i), content(units, i + 1)
    predicate = units.has(before, "be", "seem", "open", "ed", "past") or not units.is_word(before)
    predicate = predicate or units.has(before, "coordinator") and units.has(j, "determiner", "subject_pronoun")
    named = units.is_word(before) or units.has(j, "determiner", "subject_pronoun") or units.capital(j)
    return j if predicate and named and "clause" in takes and begins(units, j) else 0


def after_noun(units: Units, i: int, takes: Collection[str]) -> int:
    """The complement of the noun at ``i``: “fears in Velia that”, “our view is that”, “fears are growing that”."""
    if "predicate" not in takes and (at := _that_clause(units, i + 1, of_noun=True)):
        return at
    j = i + 1
    if "of" in takes and units.word(i - 1) == "on" and units.word(j) == "of":
        return j  # "held on suspicion of theft"
    if units.word(j) == ":" and units.has(i - 1, "possessive", "genitive") and begins(units, j + 1):
        return j + 1  # "Her theory: the tap was left on"
    if "clause" in takes and units.has(i - 1, "preposition", "ing", "ed", "be") and units.has(j, "determiner"):
        verb = finite_verb(units, j)
        if units.has(verb, "auxiliary") or verb and parts_of_speech.is_present(units.word(verb)):
            return j  # "amid fears the dam will burst", not "the fear the dam caused"
    verb = 0 if units.has(i - 1, "preposition") else _predicate(units, j)
    after = units.after_adverbs(verb + 1)
    if units.has(after, "arise"):  # "fears are growing that", "concerns were raised that"
        verb = after
    if units.has(verb, "arise"):
        return _that_clause(units, verb + 1)
    if not units.has(verb, "be"):
        return 0
    after = content(units, after)
    if units.word(after) == "that":
        return after if _is_said(units, after + 1) else 0
    subject = units.has(after, "determiner", "subject_pronoun") and units.word(after) not in ("a", "an")
    return after if subject and begins(units, after) else 0


def _that_clause(units: Units, j: int, of_noun: bool = False) -> int:
    """The "that" of what is said, after the place, the time, the persons, or an aside between two commas."""
    within, last = 0, min(len(units), j + REACH)
    while j < last:
        word = units.words[j]
        if word == "that's":
            return 0 if of_noun else j
        if word == "that":
            return j if units.words[j - 1] not in (*_IN_PLACE, "so") and _is_said(units, j + 1, of_noun) else 0
        if word == ",":
            if units.word(j + 1) != "that":  # else "he argues, and they believe, that"
                j = next((k for k in range(j + 1, min(j + 10, len(units))) if units.words[k] == ","), len(units))
            if units.word(j + 1) != "that":
                return 0
            j += 1
            continue
        if units.is_stop(j) and word not in QUOTES and word not in _IN_PLACE:
            return 0
        if word in ("so", "such") or of_noun and (word == "for" or units.has(j, "report")):
            return 0  # "lived in fear so long that", "a claim for dye that", "a sign at the gate says that"
        if word in _IN_PLACE:
            within = 3 if of_noun else 5  # units of its noun phrase
        elif not (is_time(units, j) or is_time(units, j + 1) or word in QUOTES or units.has(j, "adverb")):
            phrase = units.is_open(j) or units.has(j, "determiner", "genitive", "number", "object_pronoun")
            within -= 1
            if within < 0 or not phrase or units.has(j, "ing") and not units.has(j - 1, "determiner"):
                return 0
        j += 1
    return 0


def _is_said(units: Units, j: int, of_noun: bool = False) -> bool:
    """Whether after "that" it is said what is believed: not “think that way”, “the fear that gripped the town”."""
    modified, j = units.has(j, "adverb"), content(units, j)
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
    if is_verb(units, j, plural=False) and units.has(j + 1, "determiner", "object_pronoun"):
        return False  # "the theory that explains the noise"
    return not _object_missing(units, j)


def _object_missing(units: Units, j: int) -> bool:
    """Whether the clause is a relative one, its object before it: “the claims (that) he made were read out”."""
    verb = j + 1 if units.has(j, "subject_pronoun") else finite_verb(units, j)
    while units.has(verb, "auxiliary", "adverb", "negator") and (
        units.is_open(verb + 1) or units.word(verb + 1) in ("been", "have", "not")
    ):
        verb += 1
    rest = verb + 1
    ends = not units.is_word(rest) or units.has(rest, "auxiliary", "past", "ed", "preposition", "relative")
    return units.has(verb, "gap_verb") and ends


def _predicate(units: Units, j: int) -> int:
    """The finite verb of the noun phrase that goes on at ``j`` (“the fear of many *is* that”), or 0."""
    last = min(len(units), j + REACH)
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
    person = units.has(j, "object_pronoun") or units.word(j) == "you"
    if verb or person and units.has(j + 1, "preposition") and units.word(j + 1) != "to":  # "expect you at nine"
        return False
    return units.is_word(j) and not units.has(j, "preposition") and not units.any(j, j + 4, "baby")


def _thrown_in(units: Units, i: int, with_as: bool) -> bool:
    """Whether subject and verb are thrown in or follow what is believed: “…, growers fear.”, “…, it is said, …”"""
    after = i + 1
    while is_time(units, after) or units.word(after) in ("last", "on"):
        after += 1
    if units.is_word(after) or units.word(i - 1).endswith("than"):
        return False  # "two more than expected"
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
        if start > comma + 1 and units.any(comma - 3, comma, "concede"):
            return False  # "admitted that, as they alleged, he lied"
        subject = begins_noun_phrase(units, start) and not units.has(start, "adverb")
        return units.words[comma] in (",", '"', "”") and start < i and subject
    return False
