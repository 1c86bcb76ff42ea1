"""Who does what to whom: whether a clause judges the target, and which words of a sentence are about somebody else.

"Ruiz accused Holm of fraud" tells something bad of Holm and nothing of Ruiz. The verbs of judgement are in
``data/lexicons/judgement_verbs.csv``, each with a sign for who does it (the agent) and for whom it is done to (the
patient). In the passive they change places. Under a negation or a modal ("did not betray", "must stop accusing") a verb
judges nobody, and nothing that it says decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.text.inflection import verb_forms
from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.parts_of_speech import is_past
from sourcereading.text.paths import data_path
from sourcereading.text.sentence_words import STOPS, classes_of

_STOPS = STOPS - frozenset('“”"')  # "described him as “a liar”" goes on
_SIGNS = {"-": -1, "": 0, "+": 1}
_SUBJECT, _OBJECT, _BY = 8, 4, 6
"""Within how many words before a verb its subject is looked for, behind it its object, and "by"."""
_PEOPLE = frozenset(("<T>", "<N>", "he", "she", "they", "him", "her", "them", "i", "we", "you", "me", "us"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets", "getting"))
_BEFORE_BASE = ("modal", "auxiliary", "subject_pronoun")
_NOT_IN_OBJECT = ("preposition", "subordinator", "coordinator", "auxiliary", "relative")


class Verb(NamedTuple):
    """A form of a verb of judgement, with its signs (-1, 0, 1); ``like_noun`` where a noun may be written so, too."""

    agent: int
    patient: int
    like_noun: bool


class Judged(NamedTuple):
    """What a sentence's verbs of judgement make of a target: its sign, -1, 0 or 1; the verbs that give it; and the
    words that may decide the tone toward the target, since they tell of nobody else."""

    sign: int
    by: frozenset[int]
    own: frozenset[int]


@cache
def judgement_verbs() -> dict[str, Verb]:
    """Every form of every verb of judgement."""
    found: dict[str, Verb] = {}
    for row in lexicon("judgement_verbs", ("term", "example"), ("agent", "patient", "source")):
        if wrong := {row["agent"], row["patient"]} - _SIGNS.keys():
            path = data_path("lexicons", "judgement_verbs.csv")
            raise DataError(f"{path}, line {row['line']}: {min(wrong)!r} is no sign; write + or -, or nothing")
        forms = verb_forms(row["term"])
        for form in (form for same in forms for form in same):
            like_noun = form in forms.base + forms.s
            found[form] = Verb(_SIGNS[row["agent"]], _SIGNS[row["patient"]], like_noun)
    return found


def judged(words: Sequence[str], target: int, negated: Sequence[bool]) -> Judged:
    """What the verbs of judgement in a sentence make of a target.

    Parameters
    ----------
    words : in lower case, with the target as "<T>" and other names as "<N>"; "isn't" is "is", "not".
    target : its number.
    negated : for each word whether a negation reaches it.
    """
    first, last = own_clause(words, target)
    own = {*range(first, last)}
    signs: dict[int, int] = {}
    for at, word in enumerate(words):
        verb = judgement_verbs().get(word)
        if verb is None or (verb.like_noun and not _is_verb(words, at)):
            continue
        agent, patient = _agent_and_patient(words, at)
        if target not in (agent, patient):
            continue
        sign = verb.agent if target == agent else verb.patient
        if sign and not (negated[at] or _is_modal(words, at)):
            signs[at] = sign
        else:
            own.discard(at)  # it tells nothing of the target, or does not say that it is so
        if target == agent and not verb.agent:
            end = next((k for k in range(at, len(words)) if words[k] in _STOPS), len(words))
            own.difference_update(range(at, end))
    agreed = set(signs.values())
    if len(agreed) != 1:
        return Judged(0, frozenset(), frozenset(own))
    return Judged(agreed.pop(), frozenset(signs), frozenset(own | signs.keys()))


def own_clause(words: Sequence[str], target: int) -> tuple[int, int]:
    """The clause that the target is in, from its first word to before its last."""
    first = target
    while first and not _ends(words, first - 1):
        if words[first - 1] in ("and", "or") and first < target and _is_finite(words[first]):
            break  # "cheered Holm and | booed Ruiz"
        first -= 1
    is_object = any(_is_finite(word) for word in words[first:target])
    last = target + 1
    while last < len(words):
        relative = words[last] in ("who", "whose", "whom") and last <= target + 2
        if _ends(words, last) and not relative:
            break
        if words[last] in ("and", "or") and _begins_another(words, last + 1, is_object):
            break
        last += 1
    return first, last


def _begins_another(words: Sequence[str], at: int, is_object: bool) -> bool:
    """Whether a clause of somebody else begins behind "and": "Holm and booed Ruiz", "Holm left and Ruiz stayed"."""
    if at >= len(words):
        return False
    subject = words[at] in _PEOPLE and at + 1 < len(words) and _is_finite(words[at + 1])
    return subject or (is_object and _is_finite(words[at]))


def _ends(words: Sequence[str], at: int) -> bool:
    """Whether a clause ends at a word: a mark, or a conjunction; "after" is one before somebody who does something."""
    classes = classes_of(words[at])
    if words[at] in _STOPS or classes.isdisjoint(("clause_break", "subordinator", "relative")):
        return words[at] in _STOPS
    return "preposition" not in classes or (at + 1 < len(words) and words[at + 1] in _PEOPLE)


def _is_finite(word: str) -> bool:
    verb = judgement_verbs().get(word)
    return "auxiliary" in classes_of(word) or is_past(word) or (verb is not None and not verb.like_noun)


def _is_verb(words: Sequence[str], at: int) -> bool:
    """Whether a form that is a noun's, too, is a verb here: "to praise", "they attack", "Holm praises Ruiz"."""
    back = _before_adverbs(words, at)
    before = words[back] if back >= 0 else ""
    named = before in _PEOPLE and at + 1 < len(words) and words[at + 1] in _PEOPLE
    return named or before == "to" or not classes_of(before).isdisjoint(_BEFORE_BASE)


def _is_modal(words: Sequence[str], at: int) -> bool:
    """Whether the verb stands under "could", "must", "to" or "stop"."""
    before = words[max(0, at - 3) : at]
    return any(word in ("to", "stop", "if") or "modal" in classes_of(word) for word in before if word not in _PEOPLE)


def _agent_and_patient(words: Sequence[str], at: int) -> tuple[int, int]:
    """The places of the agent and the patient of a verb, each -1 where no person is named there."""
    before, subject, found = _before_adverbs(words, at), _subject(words, at), _object(words, at)
    after = words[at + 1] if at + 1 < len(words) else ""
    passive = before >= 0 and words[before] in _BE
    reduced = found < 0 and (after == "," or "preposition" in classes_of(after))  # "Ruiz, accused of fraud, left"
    if (passive or reduced) and not (words[at].endswith("ing") or judgement_verbs()[words[at]].like_noun):
        return _by(words, at), subject
    return (subject if found >= 0 or "determiner" in classes_of(after) else -1), found  # "accused the mayor"


def _before_adverbs(words: Sequence[str], at: int) -> int:
    """The place before a verb and its adverbs, -1 for none."""
    before = at - 1
    while before >= 0 and (words[before] == "not" or "adverb" in classes_of(words[before])):
        before -= 1
    return before


def _subject(words: Sequence[str], at: int) -> int:
    for place in range(at - 1, max(-1, at - 1 - _SUBJECT), -1):
        if words[place] in _PEOPLE:
            return place
        if words[place] in _STOPS or (_ends(words, place) and words[place] != "who"):
            break
    return -1


def _object(words: Sequence[str], at: int) -> int:
    for place in range(at + 1, min(len(words), at + 1 + _OBJECT)):
        if words[place] in _PEOPLE:
            while place + 1 < len(words) and words[place + 1] in ("<N>", "<T>"):
                place += 1  # "Ben *Holm*"
            return place
        if words[place] in _STOPS or not classes_of(words[place]).isdisjoint(_NOT_IN_OBJECT):
            break
    return -1


def _by(words: Sequence[str], at: int) -> int:
    for place in range(at + 1, min(len(words), at + 1 + _BY)):
        if words[place] == "by":
            return _object(words, place)
        if words[place] in _STOPS:
            break
    return -1
