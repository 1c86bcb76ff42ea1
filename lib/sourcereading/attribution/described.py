"""What an article says beside the name of somebody: "former *ambassador* Ana Ruiz", "Ana Ruiz, *the mayor of Halden*,",
"Ana Ruiz *of the Halden Institute*", "Ana Ruiz, *who leads the union*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sourcereading.attribution.affiliations import LINKS
from sourcereading.attribution.positions import BODIES, BODY, BY_BODY, PERSON, VERB, WEAK, matches, measured, role_in
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import is_article, is_capital, is_possessive, speaker_words
from sourcereading.text.parts_of_speech import is_adjective, is_adverb, is_noun, is_verb
from sourcereading.text.phrases import head_phrase
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Token

_LONGEST = 16
"""Words of a description that are looked at."""
_LIST = 80
"""Words of a list of names at most; keeps the work linear."""
_AROUND_VERBS = ("has", "had", "also", "now", "once", "currently", "been", "previously")
_IS = ("is", "was", "became", "remains")
_PAST = ("was", "served", "worked")
_NOW = ("now", "currently")
_HOLDS = {
    *(("was", chosen) for chosen in ("elected", "re-elected", "reelected", "named", "appointed")),
    *((serves, "as") for serves in ("serves", "served", "works", "worked")),
}
BESIDE, CLAUSE, OF, APART_OF = "beside", "clause", "of", "apart of"
"""The last stands behind a comma: "Ana Ruiz*, of the union*"."""


class Description(NamedTuple):
    """Words about somebody: beside the name, in a clause with "who", or behind a preposition after the name."""

    form: str
    words: Sequence[Token]
    past: bool = False  # what somebody was: "who served as mayor"


def descriptions_at(words: Sequence[Token], first: int, last: int) -> Iterator[Description]:
    """The descriptions around a name, which is ``words[first:last]``."""
    begin = first
    while begin and first - begin < _LONGEST:
        for_office = words[begin - 1].lower == "for" and words[begin - 2].lower in speaker_words("candidate")
        if not (_goes_with(words[begin - 1], words[begin]) or _in_term(words, begin - 1) or for_office):
            break
        begin -= 1
    if begin < first:
        yield Description(BESIDE, words[begin:first])
    elif first > 1 and words[first - 1].text == "," and last < len(words) and words[last].text in (",", "."):
        begin = first - 1
        while begin and words[begin - 1].is_word and first - begin < _LONGEST:
            begin -= 1
            if _opens(words[begin]):
                break
        if _opens(words[begin]) or words[begin].lower == "one":  # "One local woman, Ana Ruiz,"
            yield from _with_role(words[begin : first - 1])
    elif listed := _before_list(words, first):
        yield Description(BESIDE, listed)
    if begin > 2 and words[begin - 1].lower == "by":
        yield from _by_whom(words, begin - 2)
    yield from _behind(words, last, words[first - 1].lower if first else "")


def _before_list(words: Sequence[Token], first: int) -> Sequence[Token]:
    """What stands before the first of several names, of which one is at a place, where it is a noun for many: "the
    *candidates* Ana Ruiz, Ben Holm and Ida Holm"."""
    at, furthest = first, first - _LIST
    while at > 1 and (words[at - 1].lower in ("and", "or") or words[at - 1].text == ","):
        if at < furthest:
            return ()
        end = at - 1 - (words[at - 2].text == ",")
        if words[end - 1].text == ")":  # "Reps. Ana Ruiz (D) and Ben Holm"
            end = next((k for k in range(end - 2, max(0, end - _LONGEST), -1) if words[k].text == "("), end)
        at = end
        while at and is_capital(words[at - 1]):
            at -= 1
        if at == end:
            return ()
    like = 1 if words[at - 1].lower == "like" else 2 * (at > 1 and words[at - 1].lower == "as" == words[at - 1].text)
    like *= like < 2 or words[at - 2].lower == "such"
    if like:  # "experts *such as* Ana Ruiz and Ben Holm"
        such = words[at - like - 1 : at - like]
        says = any(PERSON in one.classes and one.position not in ("", *WEAK) for one in matches(such))
        return such if says and such[0].lower != singular(such[0].lower) else ()
    if at == first:
        return ()
    begin = max(0, at - 4)
    roles = [one for one in matches(words[begin : at + 3]) if PERSON in one.classes and one.last >= at - begin]
    noun = words[begin + roles[0].last - 1] if roles else None
    many = noun.lower.rstrip(".") if noun is not None else ""
    if many == singular(many) or not is_capital(words[begin + roles[0].last]):
        return ()
    while at and at > begin and _goes_with(words[at - 1], words[at]):
        at -= 1
    return words[at : begin + roles[0].last]


def _opens(word: Token) -> bool:
    return is_article(word.lower) or is_possessive(word.lower) or word.lower.endswith(("'s", "s'"))


def _in_term(words: Sequence[Token], at: int) -> bool:
    """Whether an "of" is inside of one term: "secretary *of* state Ana Ruiz"."""
    around = words[max(0, at - 2) : at + 2]
    place = min(at, 2)
    return words[at].lower == "of" and any(one.first < place < one.last - 1 for one in matches(around))


def _goes_with(word: Token, after: Token) -> bool:
    """Whether a word can stand in a description before a name: no verb, no mark, no small word but "of"."""
    small = word.lower
    if not word.is_word and word.text not in ("-", "/", "&", "’"):
        return False
    if small in ("of", "for", "and") and is_capital(after):
        return small == "of"
    if small in function_words() and not is_possessive(small):
        return word.text.isupper()
    return is_capital(word) or not is_verb(small) or is_noun(small)


def _behind(words: Sequence[Token], at: int, before: str) -> Iterator[Description]:
    """The descriptions that begin right behind a name, which a word stands before."""
    rest = words[at : at + _LONGEST + 8]
    if not rest:
        return
    mark = rest[0].text
    if mark in (",", "(", "–", "—"):
        rest = rest[1:]
        if len(rest) > 2 and rest[0].text.isdigit() and rest[1].text == ",":
            rest = rest[2:]  # "Ana Ruiz, 56, a teacher"
        phrase = _phrase(rest)
        if not phrase:
            return
        if phrase[0].lower == "who":
            yield from _clause(phrase[1:])
        elif phrase[0].lower in LINKS:
            yield Description(APART_OF, phrase)
        else:
            yield from _with_role(phrase)
    elif rest[0].lower in LINKS:
        yield Description(OF, _phrase(rest))
    elif rest[0].lower == "who":
        yield from _clause(_phrase(rest[1:]))
    elif rest[0].lower in _IS and len(rest) > 2 and (is_article(rest[1].lower) or rest[1].lower == "one"):
        yield from _with_role(_phrase(rest[1:]))
    elif len(rest) > 2 and (rest[0].lower, rest[1].lower) in _HOLDS and before not in ("if", "unless", "should"):
        if rest[2].lower == "to":
            yield Description(CLAUSE, rest[1:2])  # "was *elected* to the council"
        else:  # "was elected *mayor*"
            yield from _once(_with_role(_phrase(rest[2 + (rest[2].lower == "as") :])), rest[0].lower in _PAST[1:])
    elif len(rest) > 2 and rest[0].lower in ("works", "worked") and rest[1].lower in ("for", "at"):
        yield Description(CLAUSE, _phrase(rest), rest[0].lower == "worked")


def _by_whom(words: Sequence[Token], verb: int) -> Iterator[Description]:
    """What is led or was founded by somebody, from the verb before "by": "*a charity founded* by Ana Ruiz"."""
    found = matches(words[verb : verb + 1])
    if found and VERB in found[0].classes and BY_BODY in found[0].classes:
        last = verb - (words[verb - 1].text == ",")
        first = last
        while first and last - first < _LONGEST and (words[first - 1].is_word and not _opens(words[first])):
            first -= 1
        yield Description(CLAUSE, [words[verb], *words[first:last]])


def _once(found: Iterable[Description], past: bool) -> Iterator[Description]:
    return (one._replace(past=past) for one in found)


def _clause(phrase: Sequence[Token]) -> Iterator[Description]:
    """What a clause with "who" says: "who *is the mayor*", "who *leads the union*"."""
    while len(phrase) > 1 and phrase[0].lower in _AROUND_VERBS:
        phrase = phrase[1:]
    if now := is_now(phrase):
        yield from _with_role(phrase[now:])  # "who served as mayor and is now *director of the institute*"
        phrase = phrase[: now - 1]
    past = phrase[0].lower in _PAST if phrase else False
    as_what = next((at for at, word in enumerate(phrase[:5]) if word.lower == "as"), 0)
    if as_what and as_what + 1 < len(phrase):
        yield from _once(_with_role(phrase[as_what + 1 :]), past)  # "who *served as* ambassador"
    elif len(phrase) > 2 and phrase[0].lower in ("is", "was"):
        yield from _once(_with_role(phrase[1:]), past)
    elif len(phrase) > 1:
        yield Description(CLAUSE, phrase)


def _phrase(words: Sequence[Token]) -> Sequence[Token]:
    """Words up to the first mark that ends a description."""
    end = next((at for at, word in enumerate(words) if not word.is_word and word.text not in "-/&’'."), len(words))
    return words[:end]


def _ends_role(word: Token) -> bool:
    """Whether a small word cannot stand before a role in one phrase: "*after* the mayor"."""
    small = word.lower
    if small not in function_words() or small in ("and", "of", "for") or word.text.isupper():
        return False
    determiner = is_article(small) or is_possessive(small) or small == "one" or "demonstrative" in classes_of(small)
    return not (determiner or is_adjective(small) or is_adverb(small) or small in speaker_words("title"))


def is_now(phrase: Sequence[Token]) -> int:
    """Where a phrase goes on with what somebody is now: "an aide in 2008 and now *director*"; 0 where it does not."""
    now = next((at + 1 for at, word in enumerate(phrase) if word.lower in (*_NOW, "who")), 0)
    if now < 2 or phrase[now - 1].lower == "who":
        return 0
    return now if role_in(phrase[now:], matches(phrase[now:])) is not None else 0


def _with_role(phrase: Sequence[Token]) -> Iterator[Description]:
    """A phrase as a description, where the noun that it begins with is one for people: "the *mayor* of Halden", not
    "the storm hit the mayor"."""
    if now := is_now(phrase):
        yield from _with_role(phrase[now:])  # "an aide in 2008 and now *director of the institute*"
        yield from _once(_with_role(phrase[: now - 1]), True)
        return
    role = role_in(phrase, matches(phrase[:_LONGEST]))
    if role is None:
        head = head_phrase(phrase)
        bodies = matches(head)
        if is_article(phrase[0].lower) and bodies and bodies[-1].last == len(head) and bodies[-1].classes & BODIES:
            yield Description(BODY, head)
        return
    another = role.last < len(phrase) and is_capital(phrase[role.last])  # "Ana Ruiz, minister Ben Holm and others"
    if another or any(map(_ends_role, phrase[measured(phrase) : role.first])):
        return
    first = phrase[0]
    verb = role.first and not is_capital(first) and is_verb(first.lower) and not is_noun(first.lower)
    if verb:
        return
    who = next((at for at, word in enumerate(phrase) if word.lower == "who"), len(phrase))
    yield Description(BESIDE, phrase[:who])
    if who + 1 < len(phrase):
        yield from _clause(phrase[who + 1 :])
