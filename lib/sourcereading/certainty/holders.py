"""Whose view it is where that is not the speaker's own: “Rao thinks it works” is Rao's, “I think it works” is not.

Of words that name a view, a hope, a doubt or a promise the subject is looked for; of nouns, the owner. What has no
holder in its clause (“is expected to”, “it is not clear”) stays with the one who says it.
"""

from __future__ import annotations

from sourcereading.certainty.found import Found
from sourcereading.certainty.words import Units
from sourcereading.text.parts_of_speech import is_adverb, is_listed

NOBODY, PRONOUN, OTHER = "", "pronoun", "other"
"""No holder is named; “he” and “they”, who may be the speaker of a paraphrase; anybody else."""

_ATTITUDES = frozenset(("belief", "belief_noun"))
_OF_PERSONS = frozenset(("doubt", "negated", "not_excluded", "commit", "evidence", "sure_adjective"))
"""Kinds of marks that have a holder only where a person or a body is the subject: not “the date is uncertain”."""
_PASSED = ("auxiliary", "be", "have_do", "modal", "adverb", "degree", "negator", "open")
_PERSON = ("human", "agents", "group", "role", "person_noun", "someone")
_THINGS = ("it", "it's", "this", "that", "which", "there", "what")
_OWN = ("my", "our", "own")
_ASIDE = 14


def subject(units: Units, i: int) -> int:
    """The last word of the subject of the verb at ``i``: auxiliaries, adverbs and an aside in commas are passed."""
    k = i - 1
    while k > i - _ASIDE and (units.has(k, *_PASSED) or is_adverb(units.word(k))):
        if units.has(k, "subject_pronoun", "first_person"):
            return k  # "they'd", "I'm"
        k -= 1
    if units.word(k) == ",":  # "Rao, a professor of law, thinks"
        k = next((j - 1 for j in range(k - 1, max(0, k - _ASIDE), -1) if units.word(j) == ","), k)
    return k


def is_person(units: Units, k: int) -> bool:
    """Whether the word that ends a subject is a person, a body, or a name that no preposition has before it; of "Ana
    Ruiz *of the University of Halden*" the words before the preposition are asked."""
    if units.has(k, "subject_pronoun", "first_person"):
        return units.word(k) not in _THINGS
    named = units.capital(k) and not units.has(k - 1, "preposition") and (k > 0 or not is_listed(units.word(k)))
    if named or units.has(k, *_PERSON) or not units.capital(k):
        return named or units.has(k, *_PERSON)
    while units.capital(k):
        k -= 1
    k -= units.has(k, "article")
    return k > 0 and units.has(k, "preposition") and is_person(units, k - 1)


def holder(units: Units, mark: Found) -> str:
    """Whether the view of a mark is somebody else's than the speaker's."""
    if mark.kind not in _ATTITUDES | _OF_PERSONS or units.has(mark.lo, "commit_noun"):
        return NOBODY
    if mark.kind == "sure_adjective" and (units.word(mark.hi) == "to" or units.word(mark.lo).endswith(" to")):
        return NOBODY  # "is certain to win": not her view
    if units.noun_use(mark.lo):
        if units.any(mark.lo - 3, mark.lo, "genitive"):
            return OTHER
        own = any(units.word(k) in _OWN for k in range(mark.lo - 3, mark.lo))
        return PRONOUN if units.any(mark.lo - 3, mark.lo, "possessive") and not own else NOBODY
    own = units.any(mark.lo, mark.hi, "kept_open") and not units.any(mark.lo, mark.hi, "be")
    if not own and units.any(mark.lo, mark.hi, "establish"):
        return NOBODY  # "The Courier could not verify it" is the paper's own doubt
    k = subject(units, mark.lo)
    if units.has(k, "first_person") or units.word(k) in ("you", "one", "we", "i", "there"):
        return NOBODY
    if units.word(k) in ("and", "but"):
        return NOBODY if units.any(k - _ASIDE, k, "first_person") else PRONOUN
    if mark.kind in _OF_PERSONS and not is_person(units, k):
        return NOBODY
    if units.has(k, "subject_pronoun"):
        return PRONOUN
    return OTHER if units.is_open(k) or units.has(k, "someone", "indefinite_pronoun") else NOBODY
