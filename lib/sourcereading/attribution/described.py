"""What an article says beside the name of somebody: "former *ambassador* Ana Ruiz", "Ana Ruiz, *the mayor of Halden*,",
"Ana Ruiz *of the Halden Institute*", "Ana Ruiz, *who leads the union*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcereading.attribution.affiliations import LINKS
from sourcereading.attribution.positions import BODIES, BODY, PERSON, matches, measured, role_in
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import is_article, is_capital, is_possessive, speaker_words
from sourcereading.text.parts_of_speech import is_adjective, is_adverb, is_noun, is_verb
from sourcereading.text.phrases import head_phrase
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Token

_LONGEST = 16
"""Words of a description that are looked at."""
_AROUND_VERBS = ("has", "had", "also", "now", "once", "currently", "been", "previously")
_IS = ("is", "was", "became", "remains")
_HOLDS = {
    *(("was", chosen) for chosen in ("elected", "re-elected", "reelected", "named", "appointed")),
    *((serves, "as") for serves in ("serves", "served", "works", "worked")),
}
BESIDE, CLAUSE, OF = "beside", "clause", "of"


class Description(NamedTuple):
    """Words about somebody: beside the name, in a clause with "who", or behind a preposition after the name."""

    form: str
    words: Sequence[Token]


def descriptions_at(words: Sequence[Token], first: int, last: int) -> Iterator[Description]:
    """The descriptions around a name, which is ``words[first:last]``."""
    begin = first
    while begin and first - begin < _LONGEST:
        if not _goes_with(words[begin - 1], words[begin]) and not _in_term(words, begin - 1):
            break
        begin -= 1
    if begin < first:
        yield Description(BESIDE, words[begin:first])
    elif first > 1 and words[first - 1].text == "," and last < len(words) and words[last].text == ",":
        begin = first - 1
        while begin and words[begin - 1].is_word and first - begin < _LONGEST:
            begin -= 1
            if _opens(words[begin]):
                break
        if _opens(words[begin]):
            yield from _with_role(words[begin : first - 1])
    elif listed := _before_list(words, first):
        yield Description(BESIDE, listed)
    yield from _behind(words, last, words[first - 1].lower if first else "")


def _before_list(words: Sequence[Token], first: int) -> Sequence[Token]:
    """What stands before the first of several names, of which one is at a place, where it is a noun for many: "the
    *candidates* Ana Ruiz, Ben Holm and Ida Holm"."""
    at = first
    while at > 1 and (words[at - 1].lower in ("and", "or") or words[at - 1].text == ","):
        end = at - 1 - (words[at - 2].text == ",")
        if words[end - 1].text == ")":  # "Reps. Ana Ruiz (D) and Ben Holm"
            end = next((k for k in range(end - 2, 0, -1) if words[k].text == "("), end)
        at = end
        while at and is_capital(words[at - 1]):
            at -= 1
        if at == end:
            return ()
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
    rest = words[at : at + _LONGEST + 3]
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
            yield Description(OF, phrase)
        else:
            yield from _with_role(phrase)
    elif rest[0].lower in LINKS:
        yield Description(OF, _phrase(rest))
    elif rest[0].lower == "who":
        yield from _clause(_phrase(rest[1:]))
    elif rest[0].lower in _IS and len(rest) > 2 and (is_article(rest[1].lower) or rest[1].lower == "one"):
        yield from _with_role(_phrase(rest[1:]))
    elif len(rest) > 2 and (rest[0].lower, rest[1].lower) in _HOLDS and before not in ("if", "unless", "should"):
        yield from _with_role(_phrase(rest[2 + (rest[2].lower == "as") :]))  # "was *elected* mayor"


def _clause(phrase: Sequence[Token]) -> Iterator[Description]:
    """What a clause with "who" says: "who *is the mayor*", "who *leads the union*"."""
    while len(phrase) > 1 and phrase[0].lower in _AROUND_VERBS:
        phrase = phrase[1:]
    if len(phrase) > 2 and phrase[0].lower in ("is", "was"):
        yield from _with_role(phrase[1:])
        return
    as_what = next((at for at, word in enumerate(phrase[:5]) if word.lower == "as"), 0)
    if as_what and as_what + 1 < len(phrase):
        yield from _with_role(phrase[as_what + 1 :])  # "who *served as* ambassador"
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
    determiner = is_article(small) or is_possessive(small)
    return not (determiner or is_adjective(small) or is_adverb(small) or small in speaker_words("title"))


def _with_role(phrase: Sequence[Token]) -> Iterator[Description]:
    """A phrase as a description, where the noun that it begins with is one for people: "the *mayor* of Halden", not
    "the storm hit the mayor"."""
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
