"""Who does what to whom: whether a clause judges the target, and which words of a sentence are about somebody else.

"Ruiz accused Holm of fraud" tells something bad of Holm and nothing of Ruiz. The verbs of judgement are in
``data/lexicons/judgement_verbs.csv``, each with a sign for who does it (the agent) and for whom it is done to (the
patient). In the passive they change places. Under a negation or a modal ("did not betray", "must stop accusing") a verb
judges nobody, and nothing that it says decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.sentiment.weights import tone_words
from sourcereading.text.inflection import verb_forms
from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.parts_of_speech import is_adjective, is_past, is_plain
from sourcereading.text.paths import data_path
from sourcereading.text.sentence_words import STOPS, classes_of

_STOPS = STOPS - frozenset('“”"')  # "described him as “a liar”" goes on
_SIGNS = {"-": -1, "": 0, "+": 1}
_SUBJECT, _OBJECT, _BY = 8, 4, 6
"""Within how many words before a verb its subject is looked for, behind it its object, and "by"."""
_PEOPLE = frozenset(("<T>", "<N>", "he", "she", "they", "him", "her", "them", "i", "we", "you", "me", "us"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "get", "got", "gets", "getting"))
_BEFORE_BASE = ("modal", "auxiliary", "subject_pronoun")
_AT = frozenset(("to", "toward", "towards", "against", "on", "about"))
_TITLES = 3  # words between a preposition and a name
_HAD = 3  # words behind an owner, or before a preposition, that are about what it has or gets
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


def is_judging(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb by which somebody is judged: "praised" and "to praise", not "the praise"."""
    verb = judgement_verbs().get(words[at])
    return verb is not None and bool(verb.patient) and (not verb.like_noun or _is_verb(words, at))


def judged(words: Sequence[str], target: int, negated: Sequence[bool], has: bool = False) -> Judged:
    """What the verbs of judgement in a sentence make of a target.

    Parameters
    ----------
    words : in lower case, with the target as "<T>" and other names as "<N>"; "isn't" is "is", "not".
    target : its number.
    negated : for each word whether a negation reaches it.
    has : whether the target is named as the owner of something, "Ruiz's".
    """
    signs: dict[int, int] = {}
    first, last = own_clause(words, target)
    supposed = any(words[at] in tone_words("supposes") for at in range(max(0, first - 1), target))
    supposed = supposed or words[last : last + 1] == ["?"]
    about = set() if supposed else {*_about(words, target, has, (first, last))}
    verbs = judgement_verbs()
    for at in [at for at, word in enumerate(words) if word in verbs]:
        verb = verbs[words[at]]
        about.discard(at)  # whom it judges its grammar says, not that it is near
        if verb.like_noun and not _is_verb(words, at):
            continue
        agent, patient = _agent_and_patient(words, at)
        if target not in (agent, patient):
            continue
        sign = verb.agent if target == agent else verb.patient
        if sign and not (supposed or negated[at] or _is_modal(words, at)):
            signs[at] = sign
        if target == agent and not verb.agent:
            end = next((k for k in range(at, len(words)) if words[k] in _STOPS), len(words))
            about.difference_update(range(at, end))
    agreed = set(signs.values())
    if len(agreed) != 1:
        return Judged(0, frozenset(), frozenset(about))
    return Judged(agreed.pop(), frozenset(signs), frozenset(about | signs.keys()))


def told(words: Sequence[str]) -> list[int]:
    """The places of the words that tell something: none of a question, none behind "whether"."""
    found: list[int] = []
    clause: list[int] = []
    tells = True
    for at, word in enumerate((*words, ".")):
        if word in _STOPS:
            found += () if word == "?" else clause
            clause, tells = [], True
        elif tells or word == ",":
            clause.append(at)
            tells = word != "whether"
    return found


def _about(words: Sequence[str], target: int, has: bool, clause: tuple[int, int]) -> Iterator[int]:
    """The places of the words that may tell something of the target: in its clause those beside it and what it is or
    does, up to a preposition; not what is only feared, hoped or planned."""
    first, last = clause
    if _is_sufferer(words, target, has):
        return
    if has:  # "Ruiz's rash nature", not "hostile spies had Ruiz's letters"
        first, last = target, min(last, target + 1 + _HAD)
    elif (to := _preposition_before(words, target)) >= 0:  # "a cruel blow to Ruiz", not "aides of Ruiz were cruel"
        first, last = max(first, to - _HAD) if words[to] in _AT else to, to
    else:
        edges = (at for at in range(target - 1, first, -1) if _is_edge(words, at))
        first = max(target - 1 - _TITLES, next(edges, first))
    tells = True
    for at in range(first, last):
        if at > target:
            other = words[at] in _PEOPLE and any(_is_finite(word) for word in words[target:at])
            victim = words[at] == "of" and words[at - 1] in tone_words("sufferer")  # "was the victim of a cruel hoax"
            if other or victim or words[at] in tone_words("supposes"):
                return
            tells = _is_finite(words[at]) or (tells and not _leads_away(words[at]))
        if tells and not _is_unreal(words, at):
            yield at


def _is_sufferer(words: Sequence[str], target: int, has: bool) -> bool:
    """Whether the target is named as the one to whom something is done: "the ugly attack on Ruiz", "Ruiz's killer"."""
    if has:
        return any(word in tone_words("done_to") for word in words[target + 1 : target + 1 + _HAD])
    to = _preposition_before(words, target)
    return to > 0 and words[to - 1] in tone_words("done_to")


def _leads_away(word: str) -> bool:
    """Whether a word is a preposition behind which somebody else's things come: "lied in a cruel war"."""
    return "preposition" in classes_of(word) and word not in ("of", "as")


def _is_edge(words: Sequence[str], at: int) -> bool:
    """Whether what is before a word is not about the name behind it: a comma, "and", a verb."""
    joins = words[at] in (",", "and", "or") or (words[at].endswith("ing") and not is_adjective(words[at]))
    return joins or _is_finite(words[at]) or _is_unreal(words, at)


def _preposition_before(words: Sequence[str], target: int) -> int:
    """The place of a preposition before a name, -1 for none: "to Ida Holm and Mayor Ana Ruiz", not "by"."""
    for at in range(target - 1, max(-1, target - 1 - _SUBJECT), -1):
        if "preposition" in classes_of(words[at]) and words[at] != "by":
            return at
        if words[at] in _STOPS or (_is_edge(words, at) and words[max(0, at - 1)] != "<N>"):
            break
    return -1


def _is_unreal(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of what may be, or shall be: "could lose", "to win", not "would be terrible"."""
    before = _before_adverbs(words, at)
    if before > 0 and words[before] in ("be", "have"):
        before = _before_adverbs(words, before)
    if before < 0 or is_adjective(words[at]):
        return False
    return words[before] == "to" or "modal" in classes_of(words[before])


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
    after = words[at + 1] if at + 1 < len(words) else ""
    does = words[at].endswith("s") and ("determiner" in classes_of(after) or is_plain(after))  # "Ruiz blames the mayor"
    named = before in _PEOPLE and (after in _PEOPLE or does)
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
    beside = subject >= 0 and before - subject <= (words[before] == ",")  # not "defended people accused of"
    reduced = found < 0 and beside and (after == "," or "preposition" in classes_of(after))  # "Ruiz, accused of fraud,"
    if reduced and before == subject and _follows_relative(words, subject):
        return subject, -1  # "the attacks which Ruiz blamed on them"
    if (passive or reduced) and not (words[at].endswith("ing") or judgement_verbs()[words[at]].like_noun):
        return _by(words, at), subject
    does = found >= 0 or "determiner" in classes_of(after) or is_plain(after)  # "accused the mayor"
    return (subject if does else -1), found


def _follows_relative(words: Sequence[str], subject: int) -> bool:
    """Whether "which" or "that" is before a subject and its titles, so that it is the object of the verb behind."""
    return any("relative" in classes_of(word) for word in words[max(0, subject - 1 - _TITLES) : subject])


def _before_adverbs(words: Sequence[str], at: int) -> int:
    """The place before a verb and its adverbs, -1 for none."""
    before = at - 1
    while before >= 0 and (words[before] == "not" or "adverb" in classes_of(words[before])):
        before -= 1
    return before


def _subject(words: Sequence[str], at: int) -> int:
    for place in range(at - 1, max(-1, at - 1 - _SUBJECT), -1):
        if words[place] in _PEOPLE:
            return -1 if "of" in words[max(0, place - 2) : place] else place  # "the killer of Ruiz was jailed"
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
