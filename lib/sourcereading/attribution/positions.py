"""Positions of sources: what a description says that somebody is or speaks for, by ``data/lexicons/source_words.csv``.

"a Stanford economist" is an expert; a spokesperson, an aide or a director has the position of the body they belong
to: "a spokesman for the ministry" is an official, "a spokesman for the airline" of a company.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.text.inflection import singular
from sourcereading.text.lexicon import lexicon
from sourcereading.text.name_words import given_names, is_possessive, speaker_words
from sourcereading.text.phrases import ends_head
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Token
from sourcereading.text.tokens import Word

POSITIONS = {
    "head_of_state": "head of state or government", "official": "official", "politician": "politician",
    "police_court": "police and court", "military": "military", "expert": "expert or scholar", "company": "company",
    "organisation": "organisation", "resident": "witness or resident", "journalist": "journalist", "other": "other",
}  # fmt: skip
"""The classes of the lexicon that are positions, each with the word in the tables."""
PERSON, BODY, MEDIUM, COUNTRY, DOCUMENT, VERB = "person", "body", "medium", "country", "document", "verb"
EXPERT = "expert"
BY_BODY, ANONYMOUS, FEW, FORMER, PROPER, PLACE = "by_body", "anonymous", "few", "former", "name", "place"
APART = "apart"
"""Who is no part of what stands beside the word: "customer", "critic"."""
SHADOW, TITLE, SPORT, END = "shadow", "title", "sport", "end"
RULES = "rules"
"""A role that is the head of the state where it is of a country: "leader"."""
BODIES = frozenset((BODY, MEDIUM, COUNTRY))
_NEXT = 2
"""Words between a role and the country that it is of: "president *of the* U.S."."""
_COURTESY = ("mr", "mrs", "ms", "miss", "dr")
_PREFIXES = ("co", "ex", "then", "vice")
"""Before a hyphen and a role: "*co*-moderator", "*then*-mayor"."""
_SCIENCES = re.compile(
    r"^(?:agro|archaeo|astro|bio|climato|eco|electro|ethno|geo|hydro|immuno|macro|micro|nano|neuro|palaeo|paleo|psycho|"
    r"radio|socio|zoo)+(?=\w{5})"
)
WEAK = ("witness or resident", "other")


class Match(NamedTuple):
    """A term of the lexicon in a phrase: the places of its first word and behind its last, and its classes."""

    first: int
    last: int
    classes: frozenset[str]

    @property
    def position(self) -> str:
        """Its position in the words of the table; "" for none."""
        return next((POSITIONS[one] for one in self.classes if one in POSITIONS), "")


class Position(NamedTuple):
    """What a description says of somebody's position: the term for it, the term for the body that decides, or ""."""

    position: str
    term: str
    body: str = ""
    former: bool = False
    open: bool = False  # the position of those somebody speaks for, of whom the description alone says nothing
    beside: bool = True  # said by a noun for people beside the name

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """The greater, the more it says: what somebody is before what somebody was, an office before a witness."""
        return (not self.former, self.position not in ("", *WEAK), self.beside * len(self.term.split()))


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """The terms by their last words, longest first, each with its classes."""
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for row in lexicon("source_words", ("term", "class"), ("example", "source")):
        words = tuple(map(plain, row["term"].split()))
        found.setdefault(words[-1], []).append((words, frozenset(row["class"].split())))
    for terms in found.values():
        terms.sort(key=lambda term: -len(term[0]))
    return found


@cache
def plain(word: str) -> str:
    """A word in lower case as the lexicon has it: without a possessive."""
    return word.removesuffix("'s").removesuffix("'")


def matches(words: Sequence[Word]) -> list[Match]:
    """The terms in a phrase, the longest at each place, in order."""
    forms = [plain(word.lower) for word in words]
    found: list[Match] = []
    last = len(forms)
    while last:
        term = None
        for one in _ending_in(forms[last - 1]):
            if _stands(one[0], forms, last) and not _is_name(words, one, last):
                term = one
                break
        if term is not None:
            found.append(Match(last - len(term[0]), last, term[1]))
        last -= len(term[0]) if term is not None else 1
    return found[::-1]


def _is_name(words: Sequence[Word], term: tuple[tuple[str, ...], frozenset[str]], last: int) -> bool:
    """Whether a term that ends before ``last`` is a name there: "Mr. *King*"; or is one that needs a capital, or the
    end of a phrase: not "a *junior* minister"."""
    if PROPER in term[1] and not words[last - 1].text[0].isupper():
        return True
    if END in term[1] and last < len(words) and words[last].is_word and words[last].lower not in function_words():
        return True
    first = last - len(term[0])
    return first > 0 and words[first - 1].lower.rstrip(".") in _COURTESY and words[first].text[0].isupper()


@cache
def is_of_people(word: str) -> bool:
    """Whether a noun is a word for a person: "a plumber"."""
    known = _terms().get(word) or _of_science(word)
    return any(words == (word,) and PERSON in classes for words, classes in known)


@cache
def _ending_in(word: str) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """The terms that end in a word or in its singular."""
    one = singular(word)
    found = _terms().get(word, []) + (_terms().get(one, []) if one != word else [])
    found = found or _of_science(one)
    prefix, mark, rest = word.partition("-")
    return found or (_ending_in(rest) if mark and prefix in _PREFIXES else [])


def _of_science(word: str) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """A term for somebody of a science, by the word's form: "glaciologist", "biogeochemist" like "chemist"."""
    rest = _SCIENCES.sub("", word)
    like = [classes for words, classes in _terms().get(rest, ()) if words == (rest,) and EXPERT in classes]
    if word.endswith("ologist") and word != "apologist":
        like = [frozenset((EXPERT, PERSON))]
    return [((word,), classes) for classes in like]


def _stands(term: tuple[str, ...], forms: Sequence[str], last: int) -> bool:
    first = last - len(term)
    return first >= 0 and tuple(forms[first : last - 1]) == term[:-1]


def role_in(words: Sequence[Token], found: Sequence[Match]) -> Match | None:
    """The noun that says who somebody is: of neighbouring terms for people the last, before any preposition or "and":
    "law *professor*", "a *screenwriter* and former executive"."""
    role, begun = None, measured(words)
    for match in found:
        if PERSON not in match.classes or words[match.last - 1].lower.endswith(("'s", "s'")):
            continue
        if any(_ends(word) for word in words[role.last if role else begun : match.first]):
            break  # "a critic of the *president*" is no president
        role = match
    return role


def measured(words: Sequence[Token]) -> int:
    """How many words say how many or which of several: "one of", "about half of", "four out of ten"; 0 for none."""
    for at, word in enumerate(words[:8]):
        before = words[at - 1].lower if at else ""
        if word.lower == "in" and _is_number(before) and at + 1 < len(words) and _is_number(words[at + 1].lower):
            return at + 2  # "one in four voters"
        if word.lower == "of" and (before in MEASURES or before == "out" or _is_number(before)):
            behind = at + 1
            while behind < len(words) and _is_number(words[behind].lower):
                behind += 1
            return behind
    return 0


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in ("%", "percent", "one") or "number" in classes_of(word)


MEASURES = (
    "half", "majority", "majorities", "number", "dozens", "hundreds", "thousands", "percent", "cent", "rest", "handful",
    "group", "groups", "crowds", "panel", "range", "third", "quarter", "plurality", "share", "scores", "lot", "bunch",
    "one", "couple", "pair", "trio", "few", "array", "variety", "string", "host", "chorus", "slew", "wave", "some",
    "many", "most", "several", "all", "two-thirds", "%", "percentage", "fraction",
)  # fmt: skip
"""What stands before "of" and some of many."""


def _ends(word: Token) -> bool:
    if is_possessive(word.lower):
        return False
    mark = not word.is_word and word.text not in "-/&.'’"
    return mark or word.lower in ("and", "or", "of") or (ends_head(word) and not word.text.isupper())


def position_of(words: Sequence[Token], found: Sequence[Match], sport: bool = False) -> Position | None:
    """What a description says of somebody's position; None where no term in it is about people.

    In an article about ``sport``, its captains and managers are those of teams."""
    role = role_in(words, found)
    if role is None:
        titles = (Position(one.position, _text(words, one), beside=False) for one in found if TITLE in one.classes)
        return next(titles, None)  # "Dr"
    term = _text(words, role)
    if any(SHADOW in match.classes and match.last == role.first for match in found):
        return Position(POSITIONS["politician"], f"shadow {term}")
    former = any(FORMER in match.classes and match.last <= role.first for match in found)
    former = former or any(word.lower.startswith("ex-") for word in words[: role.last])
    if sport and SPORT in role.classes:
        return Position(POSITIONS["other"], term, "", former)
    if APART in role.classes and (inside := _inside_of(words, found, role)):
        return Position(inside.position, term, _text(words, inside), former)
    if BY_BODY not in role.classes:
        return Position(role.position, term, "", former)
    body = _body(words, found, role)
    vague = role.position in ("", POSITIONS["head_of_state"]) or term.lower() == "vice president"
    if body is None and vague and PERSON in role.classes and _of_unknown_body(words, role):
        return Position(POSITIONS["organisation"], term, "", former)  # "the president of Orme Lines"
    if body is not None and COUNTRY in body.classes and RULES in role.classes:
        return Position(POSITIONS["head_of_state"], term, _text(words, body), former)  # "the *Norland leader*"
    # "the state's governor"
    seat = body is not None and PLACE in body.classes and role.position == POSITIONS["politician"]
    if body is None or (COUNTRY in body.classes and role.position) or seat:
        return Position(role.position, term, "", former, not role.position)
    head = body.position == POSITIONS["head_of_state"]  # who speaks for one is an official
    return Position(POSITIONS["official"] if head else body.position, term, _text(words, body), former)


def _inside_of(words: Sequence[Token], found: Sequence[Match], role: Match) -> Match | None:
    """The body that those are in whom a role sets apart: "critics in *Congress*"."""
    if role.last >= len(words) or words[role.last].lower not in ("in", "inside", "within"):
        return None
    body = next((one for one in found if one.first > role.last and one.classes & {BODY, MEDIUM}), None)
    return body if body and PLACE not in body.classes and body.first <= role.last + 1 + _NEXT else None


def _text(words: Sequence[Token], match: Match) -> str:
    return " ".join(word.text for word in words[match.first : match.last])


def _body(words: Sequence[Token], found: Sequence[Match], role: Match) -> Match | None:
    """The body that somebody belongs to or speaks for: the first behind the role, else the last before it; also who,
    as in "an adviser to the *minister*"."""
    behind = [match for match in found if match.first >= role.last and _is_linked(words, role, match)]
    behind = [match for match in behind if COUNTRY not in match.classes or match.first - role.last <= _NEXT]
    to_whom = [match for match in behind if _can_decide(words, match) or _is_served(words, role, match)]
    if to_whom:
        body = to_whom[0]
        for match in to_whom[1:]:  # "the City *Police*"
            if match.first - body.last > 1 or any(_ends(word) for word in words[body.last : match.first]):
                break
            body = match if match.classes & BODIES else body
        if COUNTRY not in body.classes or not any(match.classes & {BODY} for match in to_whom):
            return body
        return next(match for match in to_whom if BODY in match.classes)
    elsewhere = any(word.text[0].isupper() for word in words[role.last :])  # "state director of *Halden First*"
    before = [match for match in found if match.last <= role.first and not (elsewhere and PLACE in match.classes)]
    owners = [match for match in before if PERSON in match.classes and match.position not in ("", *WEAK)]
    owners = [match for match in owners if words[match.last - 1].lower.endswith(("'s", "s'"))]
    of_body = [match for match in before if COUNTRY not in match.classes and _can_decide(words, match)] or owners or [
        match for match in before if COUNTRY in match.classes
    ]
    return of_body[-1] if of_body else None


def _can_decide(words: Sequence[Token], match: Match) -> bool:
    """Whether a term is that of a body whose people have its position: not "public", nor the country in "Norland
    Veterans"."""
    goes_on = match.last < len(words) and (words[match.last].text[0].isupper() or words[match.last].lower == "and")
    if match.position in WEAK or (COUNTRY in match.classes and goes_on):
        return False
    return bool(match.classes & BODIES)


def _is_linked(words: Sequence[Token], role: Match, match: Match) -> bool:
    """Whether the preposition before a body ties somebody to it: "adviser *to* the ministry", not "*on* it"."""
    between = [word.lower for word in words[role.last : match.first] if ends_head(word) or word.lower == "of"]
    return bool(between) and between[-1] in ("of", "for", "to", "at", "with", "from", "in")


def _is_served(words: Sequence[Token], role: Match, match: Match) -> bool:
    """Whether a role behind another is that of who is served: "an adviser *to the minister*"."""
    between = [word.lower for word in words[role.last : match.first]]
    office = PERSON in match.classes and match.position not in ("", *WEAK)
    named = words[match.last - 1].text[0].isupper()  # "director of Norland *Nurses* United"
    served = "to" in between or "for" in between or ("of" in between and not named)
    return office and served and "and" not in between


def _of_unknown_body(words: Sequence[Token], role: Match) -> bool:
    """Whether a name of several words, or capital letters, none of them a country's, stand beside a role: "president of
    *Orme Lines*", "*OLC* president"."""
    if any(word.text.isupper() and word.text.isalpha() and len(word.text) > 2 for word in words[: role.first]):
        return True
    behind = words[role.last :]
    if len(behind) > 2 and behind[0].lower == "and":  # "the president and publisher of Orme Lines"
        behind = behind[next((at for at, word in enumerate(behind[:5]) if word.lower in ("of", "at", "for")), 0) :]
    if not behind or behind[0].lower not in ("of", "at", "for"):
        return False
    names = [word for word in behind[1:4] if word.text[0].isupper()]
    first = names[0].lower if names else ""
    person = first in speaker_words("title") or first in given_names()
    several = len(names) > 1 or (names and names[0].text.isupper() and len(names[0].text) > 2)
    return bool(several) and not (person or first in speaker_words("place"))
