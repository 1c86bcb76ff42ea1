"""Affiliations of sources: the body that a description gives for somebody, in the words of the text: "a *Stanford*
economist", "a spokesman for the *foreign ministry*", "*Microsoft*'s president"."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence

from sourcereading.attribution.positions import (
    APART,
    BODY,
    BY_BODY,
    COUNTRY,
    FORMER,
    MEDIUM,
    PERSON,
    PLACE,
    POSITIONS,
    PROPER,
    SHADOW,
    Match,
    matches,
    measured,
)
from sourcereading.text.inflection import singular
from sourcereading.text.institutions import name_links
from sourcereading.text.name_words import given_names, is_article, is_capital, is_possessive, speaker_words, text_of
from sourcereading.text.parts_of_speech import is_noun, is_past, is_plain, is_proper_adjective
from sourcereading.text.phrases import core_of, name_run
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Token

_ELECTED = POSITIONS["politician"]
_WRITES = {POSITIONS["journalist"], POSITIONS["expert"]}
LINKS = ("of", "for", "at", "with", "from", "in", "by")
_BEFORE_PLACES = ("head_of_state", "official", "politician", "police_court", "resident", "other")
_OF_PLACES = {POSITIONS[one] for one in _BEFORE_PLACES}
"""Those of these positions have a place beside them, not a body: "Norland Gov. Ana Ruiz", "a resident of Halden"."""


def affiliation(
    words: Sequence[Token], found: Sequence[Match], role: Match | None, people: Collection[str], places: Container[str]
) -> str:
    """The body in a description; "" where it gives none.

    Parameters
    ----------
    words, found, role : the description without the name, its terms (``positions.matches``), and who somebody is.
    people : people's full names and surnames, in lower case; nobody is a body.
    places : names that stand behind "in" or "at".
    """
    if role is None:
        return _owner(words, found)
    if APART in role.classes:
        return ""  # "an Orme customer"
    behind = _behind(words, found, role, people, places)
    return behind or _before(words, found, role, people, places)


def body_behind(words: Sequence[Token], people: Collection[str], places: Container[str], sure: bool) -> str:
    """The body that begins some words behind a preposition; one that no word shows to be a body only if ``sure``."""
    core = to_its_end(core_of(words, {}))
    titled = bool(core) and core[0].text == "The"  # "Ana Ruiz of *The Tide*"
    one_of_many = bool(core) and core[0].lower in ("a", "an") and not is_capital(core[-1])
    while core and (is_article(core[0].lower) or is_possessive(core[0].lower)):
        core = core[1:]
    if not core or core[0].lower in speaker_words("address") or one_of_many:
        return ""  # "a founder of *a charity*"
    found = [match for match in matches(core) if _is_body(match)]
    if found and found[-1].last == len(core):
        capital = next((at for at, word in enumerate(core) if is_capital(word)), 0)
        return _trimmed(core[capital:])  # "the progressive *Halden Institute*"
    run = name_run(core)
    named = text_of(run) if run else ""
    if not run or run[-1] is not core[-1] or (named in places and not sure) or is_person(run, people):
        return ""
    shown = any(match.last > len(core) - len(run) for match in found) or _is_body_name(run)
    common = len(run) == 1 and not titled and is_plain(run[0].lower) and not run[0].text.isupper()
    return named if shown or (sure and not common and not _is_country(run)) else ""


def to_its_end(core: Sequence[Token]) -> Sequence[Token]:
    """A noun phrase up to a verb or an "and" that goes on with something else, and without a place behind "in"."""
    links = name_links(core)
    for at, word in enumerate(core):
        joins = word.lower == "and" and at not in links
        verb = at > 0 and word.text[0].islower() and (is_past(word.lower) or word.lower in ("says", "is"))
        if joins or verb or (at > 1 and word.lower == "in"):
            return core[:at]
    return core


def is_person(run: Sequence[Token], people: Collection[str]) -> bool:
    """Whether a capitalised run is somebody's name, not that of a body."""
    if _is_body_name(run):
        return False
    name = text_of(run).lower()
    return name in people or any(word.lower in given_names() for word in run[:-1])


def _is_body_name(run: Sequence[Token]) -> bool:
    last = run[-1].lower.removesuffix("'s").rstrip(".")
    acronym = last.isalpha() and len(last) > 2 and run[-1].text.removesuffix("'s").isupper()
    acronym = acronym and (len(run) == 1 or not run[0].text.isupper())  # "Priorities USA", not "ANA RUIZ"
    noun = any(word.lower in speaker_words("organization") for word in run)
    return acronym or noun or last in speaker_words("company")


def _is_body(match: Match) -> bool:
    people = match.position == POSITIONS["resident"]  # "the family"
    return bool(match.classes & {BODY, MEDIUM}) and not people and PLACE not in match.classes


def _is_country(run: Sequence[Token]) -> bool:
    return any(COUNTRY in match.classes and match.last - match.first == len(run) for match in matches(run))


def _behind(
    words: Sequence[Token], found: Sequence[Match], role: Match, people: Collection[str], places: Container[str]
) -> str:
    """The body behind a role: "an economist at the *Halden Institute*", "a spokesman for the *ministry*"."""
    at, text = role.last, not role.classes
    while at < len(words) and words[at].lower not in LINKS:
        if words[at].lower == "and" and (other := next((one for one in found if _joins(words, at, one)), None)):
            return _behind(words, found, other, people, places)  # "a historian and *professor at* the university"
        if not words[at].is_word or words[at].lower in ("and", "who", "that"):
            return ""
        if text and words[at].lower == "to":  # "a letter *to the court* from the mayor"
            at = next((k for k in range(at, len(words)) if words[k].lower in ("from", "by")), len(words)) - 1
        at += 1
    if at + 1 >= len(words):
        return ""
    link = words[at].lower
    if role.position == POSITIONS["resident"] and at > role.last:
        return ""  # "the daughter who lost her mother at the Halden school"
    sure = link in ("for", "at", "with") or (link == "of" and role.position not in _OF_PLACES)
    seat = role.position == _ELECTED and BY_BODY not in role.classes and link == "for"  # "MP for Halden North"
    sure = sure and role.position != POSITIONS["resident"] and not seat
    here = body_behind(words[at + 1 :], people, places, sure)
    field = BY_BODY not in role.classes and PERSON in role.classes and words[at + 1].text.islower()
    if field and not is_article(words[at + 1].lower) and here.islower():
        here = ""  # "undersecretary for management"
    if here and any(letter.isupper() for letter in here):
        return here
    # "professor of law at the University of Halden"
    further = next((k for k in range(at + 1, len(words)) if words[k].lower in ("at", "for", "with")), None)
    there = body_behind(words[further + 1 :], people, places, sure=True) if further is not None else ""
    return there or (here if link != "of" or role.position != POSITIONS["expert"] else "")


def _joins(words: Sequence[Token], at: int, other: Match) -> bool:
    """Whether an "and" at a place joins another role, of which at most an adjective is before it."""
    return PERSON in other.classes and at < other.first <= at + 2


def _inside(words: Sequence[Token], role: Match) -> str:
    """The body that a role of several words begins with: "*FBI* director", "*Ohio Democratic Party* chairman"."""
    body = next((one for one in matches(words[role.first : role.last - 1]) if _is_body(one)), None)
    if body is None or body.first or (MEDIUM in body.classes and PROPER not in body.classes):
        return ""  # "Ruiz's *press* secretary"
    first = role.first
    while first and is_capital(words[first - 1]) and not is_article(words[first - 1].lower):
        first -= 1
    if first + 1 == role.first + body.last and PROPER not in body.classes:
        return ""  # "*Party* chairman"
    if first + body.last >= role.last - 1 and PROPER not in body.classes and _only_changed(words[first : role.first]):
        return ""  # "Shadow *business* secretary", "*Trade union* organiser"
    name = _trimmed(words[first : role.first + body.last])
    return name if any(is_capital(word) for word in words[first : role.first + body.last]) else ""


def _names_body(name: Sequence[Token], body: Match, role: Match) -> bool:
    """Whether words before a role name its body or are those of whom it is of: "*Senate* leader", "the *club*'s
    captain", not "a *bakery* owner", "*Energy* minister"."""
    if not role.classes or BY_BODY in role.classes or PROPER in body.classes or name[-1].lower.endswith(("'s", "s'")):
        return True
    capitals = all(map(is_capital, name))
    same = body.position == role.position != POSITIONS["company"]
    return len(name) > body.last - body.first or (capitals and (len(name) > 1 or same))


def _only_changed(words: Sequence[Token]) -> bool:
    """Whether words before an office only say that it is another or was: "former", "shadow"; or there are none."""
    return all(any(one.classes & {FORMER, SHADOW} for one in matches([word])) for word in words)


def _before(
    words: Sequence[Token], found: Sequence[Match], role: Match, people: Collection[str], places: Container[str]
) -> str:
    """The body before a role: "*Stanford* economist", "*Clinton campaign* manager", "*Microsoft*'s president"."""
    if inside := _inside(words, role):
        return inside
    begun = measured(words)
    bodies = [match for match in found if begun <= match.first and match.last <= role.first and _is_body(match)]
    if role.position == _ELECTED:  # not "*White House* hopeful"
        bodies = [match for match in bodies if match.position == _ELECTED]
    if bodies:
        first = bodies[-1].first
        while first and (is_capital(words[first - 1]) and not is_article(words[first - 1].lower)):
            first -= 1
        name = words[first : bodies[-1].last]
        return _trimmed(name) if _names_body(name, bodies[-1], role) else ""
    end = _modified(words, role)
    first = end
    while first and is_capital(words[first - 1]) and not is_article(words[first - 1].lower):
        first -= 1
    run = words[first:end]
    small = first > 0 and BY_BODY in role.classes and words[role.last - 1].text.islower()  # "a *Tinder* spokeswoman"
    paper = len(run) > 1 and run[-1].lower in speaker_words("newspaper")  # "*Daily* News"
    if run and run[0].lower in speaker_words("place") and not (paper or _is_body_name(run)):
        return ""  # "a *New York* economist"
    while run and _says_no_body(run[0], small) and not paper:
        run = run[1:]
    firm = len(run) > 1 and role.position == POSITIONS["company"] and not is_plain(run[0].lower)  # "Orme Water"
    said = run and _says_no_body(run[-1], small) and not (paper or firm)
    works = len(run) == 1 and role.position == POSITIONS["company"] and words[role.last - 1].text.islower()
    person = bool(run) and not works and is_person(run, people)  # "*Orme* executives"
    if not run or said or person or text_of(run) in places or _is_country(run):
        return ""
    owned = run[-1].lower.endswith(("'s", "s'"))
    if _is_body_name(run) or paper:
        return text_of(run)
    return text_of(run) if role.position not in _OF_PLACES and (owned or BY_BODY not in role.classes or run) else ""


def _modified(words: Sequence[Token], role: Match) -> int:
    """Where the words that tell of a role begin, of journalists and scholars only: "Halden Post *opinion* editor"."""
    at = role.first
    if role.position in _WRITES:
        while at and role.first - at < 2 and words[at - 1].text.islower() and is_noun(words[at - 1].lower):
            at -= 1
    return at if at and is_capital(words[at - 1]) else role.first


def _says_no_body(word: Token, small_role: bool) -> bool:
    """Whether a capitalised word before a role is a party's, a people's or a title's: "Democratic", "Former"."""
    small = word.lower.removesuffix("'s")
    kinds = classes_of(small)
    return (
        is_proper_adjective(word.text)
        or word.lower in speaker_words("address")
        or small.endswith(("-area", "-based", "-born", "-old"))
        or (small in function_words() and not word.text.isupper())
        or small in speaker_words("title")
        or bool(kinds & {"time", "month", "number"})
        or (not small_role and is_plain(small) and singular(small) == small and word.text[1:].islower())
    )


def _owner(words: Sequence[Token], found: Sequence[Match]) -> str:
    """The body that owns whoever stands behind: "*MSNBC*'s", "the *FBI*'s"."""
    if not words or not words[-1].lower.endswith(("'s", "s'")):
        return ""
    bodies = [match for match in found if match.classes & {BODY, MEDIUM} and match.last == len(words)]
    if not bodies:
        return ""
    first = bodies[-1].first
    while first and is_capital(words[first - 1]) and not is_article(words[first - 1].lower):
        first -= 1
    return _trimmed(words[first:])


def _trimmed(words: Sequence[Token]) -> str:
    """The text of a body without what stands before it and is no part of it: "former", an article, a number."""
    based = max((at + 1 for at, word in enumerate(words[:-1]) if word.lower.endswith("-based")), default=0)
    words = [*words[based:]]  # "the New York-based *Halden Fund*"
    while len(words) > 1 and (
        is_article(words[0].lower)
        or words[0].lower in speaker_words("address")
        or is_possessive(words[0].lower)
        or any(FORMER in match.classes and match.first == 0 and match.last == 1 for match in matches(words[:1]))
    ):
        words = words[1:]
    text = text_of(words)
    return text[3:] if text.lower().startswith("ex-") else text
