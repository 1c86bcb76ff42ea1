"""Which kind of source a speaker is, and whether the text names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.positions import (
    ANONYMOUS,
    BODIES,
    COUNTRY,
    DOCUMENT,
    FEW,
    MEDIUM,
    PERSON,
    POSITIONS,
    Match,
    matches,
    measured,
    role_in,
)
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import DOCUMENT as A_DOCUMENT
from sourcereading.text.name_words import (
    GROUP,
    ORGANIZATION,
    given_names,
    is_article,
    is_capital,
    is_possessive,
    speaker_words,
    text_of,
)
from sourcereading.text.parts_of_speech import is_participle, is_plural, is_proper_adjective
from sourcereading.text.phrases import head_phrase, is_a_people
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.sentences import Token, tokens

PERSON_KIND, GROUP_KIND, ORGANISATION, DOCUMENT_KIND = "person", "group", "organisation", "document"
MEDIUM_KIND, UNNAMED = "medium", "unnamed"
KINDS = (PERSON_KIND, GROUP_KIND, ORGANISATION, DOCUMENT_KIND, MEDIUM_KIND, UNNAMED)

_FEW_OF = ("one", "two", "three", "four", "five", "couple", "pair", "trio", "few")
_MANY = 20
_BEFORE_CAPITALS = ("Mc", "Mac", "De", "O", "Fitz", "La")
"""These begin surnames with a second capital."""
_ENDS_OF_PEOPLE = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "eer", "ster", "ese")


class Kind(NamedTuple):
    """The kind of a source: whether its name stands in the text, why, and the word that shows which body it is."""

    kind: str
    named: bool
    why: str
    body: Match | None = None
    body_text: str = ""


class Evidence(NamedTuple):
    """How the text speaks of a source: by which pronouns, with a form of address or not, and only as it speaks of texts
    ("according to")."""

    pronouns: tuple[str, ...] = ()
    titled: bool = False
    as_text: bool = False
    described: bool = False  # a noun for people stands beside the name
    labelled: bool = False  # the name is the label of a turn in a transcript


def kind_of_source(speaker: Speaker, evidence: Evidence, bearers: Bearers) -> Kind:
    """The kind of a speaker as the reading found it."""
    words = tokens(speaker.name)
    if speaker.name.startswith("@"):
        return Kind(PERSON_KIND, True, "the name of an account")
    if not words:
        return Kind("", False, "no words")
    if speaker.head or not any(is_capital(word) or word.text[0].isdigit() for word in words[:1]):
        return _described(speaker, words, evidence.pronouns)
    return _named(speaker, words, evidence, bearers)


# -- names ----------------------------------------------------------------------------------------------------


def _named(speaker: Speaker, words: Sequence[Token], evidence: Evidence, bearers: Bearers) -> Kind:
    whole = words[1:] if len(words) > 1 and is_article(words[0].lower) else words
    name = f"“{speaker.name}”"
    found = matches(whole)
    if found and PERSON in found[0].classes and whole[found[0].last - 1 : found[0].last + 1][-1].lower == "of":
        return _people(whole[: found[0].last], whole[found[0].last - 1].lower)  # "Friends of Ruiz"
    known = whole[-1].lower in bearers.full or whole[-1].lower in bearers.titled() or whole[-1].lower in given_names()
    if not (known or speaker.gender) and (_is_role(whole, found) or _is_any(speaker)):
        return _people(whole, whole[-1].lower)  # "Lawmaker said", "an American said"
    person = evidence.titled or bool({"he", "she"} & {*evidence.pronouns}) or bool(speaker.gender)
    surname = whole[-1].lower in bearers.full
    body = _of_name(whole, found)
    if body is not None and not person and _ends_with(whole, body):
        return _body(name, whole, body)
    last = found[-1].classes if found and found[-1].last == len(whole) else frozenset()
    paper = len(whole) > 1 and whole[-1].lower in speaker_words("newspaper") and not person
    text = not paper and (whole[-1].lower in speaker_words(A_DOCUMENT) or DOCUMENT in last)
    if speaker.kind == A_DOCUMENT or (text and not (person or surname)):
        return Kind(DOCUMENT_KIND, len(whole) > 1, f"“{whole[-1].text}” is a text")
    people = _is_people(whole) and not (evidence.titled or speaker.gender)
    if people or (speaker.kind == GROUP and not speaker.gender):
        return Kind(GROUP_KIND, False, f"{name} are many")
    if paper:
        return Kind(MEDIUM_KIND, True, f"{name} ends as the name of a newspaper")
    if speaker.kind == ORGANIZATION and not (surname and len(whole) == 1):
        return _body(name, whole, body)
    if not person and _is_thing(whole, speaker, evidence, bearers):
        return Kind(ORGANISATION, True, f"{name} is no person’s name")
    return Kind(PERSON_KIND, True, f"{name} is a person’s name")


def _is_role(words: Sequence[Token], found: Sequence[Match]) -> bool:
    return bool(found) and PERSON in found[0].classes and found[0].first == 0 and found[0].last == len(words)


def _is_any(speaker: Speaker) -> bool:
    """Whether a name of one or two words stands behind "a" or "another", as no person's does."""
    small = {alias.removesuffix(f" {speaker.name}").lower() for alias in speaker.aliases}
    return bool(small & {"a", "an", "another"}) and speaker.kind not in (A_DOCUMENT, GROUP)


def _ends_with(words: Sequence[Token], body: Match) -> bool:
    """Whether a noun for a body ends a name, or its part before "of", "for" or a number, and is no surname."""
    surname = len(words) == 2 and words[0].lower in given_names() and body.last - body.first == 1  # "Joan House"
    behind = words[body.last].lower if body.last < len(words) else "of"
    return not surname and (behind in ("of", "for") or behind.isdigit())


def _body(name: str, words: Sequence[Token], body: Match | None) -> Kind:
    kind = MEDIUM_KIND if body is not None and MEDIUM in body.classes else ORGANISATION
    return Kind(kind, True, f"{name} is the name of a body", body, _text(words, body) if body else "")


def _of_name(words: Sequence[Token], found: Sequence[Match]) -> Match | None:
    """The noun that says which body a name is of: the last before "of" or "for", else the last."""
    bodies = [match for match in found if match.classes & BODIES and match.position != POSITIONS["resident"]]
    end = next((at for at, word in enumerate(words) if word.lower in ("of", "for", "on")), len(words))
    head = [match for match in bodies if match.last <= end]
    return next(reversed(head or bodies), None)


def _text(words: Sequence[Token], match: Match) -> str:
    return text_of(words[match.first : match.last])


def _is_people(words: Sequence[Token]) -> bool:
    """Whether a name is that of a people or a party's members: "Norwegians", "House Republicans"."""
    last = words[-1].lower
    if last in speaker_words(GROUP):
        return True
    return is_a_people(last) and not (len(words) > 1 and words[0].lower in given_names())


def _is_thing(words: Sequence[Token], speaker: Speaker, evidence: Evidence, bearers: Bearers) -> bool:
    name = text_of(words)
    if evidence.labelled and len(words) < 3:
        return False  # "WALLACE:"
    if len(words) == 1:
        known = name.lower() in bearers.full or name.lower() in bearers.titled() or name.lower() in given_names()
        if known or speaker.role:
            return False
        acronym = name.isupper() and len(name.replace(".", "")) > 1
        inner = any(letter.isupper() for letter in name[1:]) and not name.startswith(_BEFORE_CAPITALS)
        the = any(alias.lower().startswith("the ") for alias in speaker.aliases)
        return acronym or inner or the or "." in name or "it" in map(str.lower, speaker.aliases) or evidence.as_text
    if words[0].lower in given_names() or speaker.role:
        return False
    if evidence.described:
        return False
    return bearers.is_thing(name) or "it" in speaker.aliases or "It" in speaker.aliases


# -- descriptions ---------------------------------------------------------------------------------------------


def _described(speaker: Speaker, words: Sequence[Token], pronouns: Sequence[str]) -> Kind:
    part, behind = _part_of(words), measured(words)
    if part is None and 0 < behind < len(words):
        words = words[behind:]  # "one of *her ads*"
    head = _head(words)
    noun = head[-1].lower
    found = matches(head)
    last = found[-1] if found and found[-1].last == len(head) else None
    if last is None and (role := role_in(head, found)) is not None:
        head, last = head[: role.last], role  # "*protesters* marching"
        noun = head[-1].lower
    named = _has_name(words)
    anonymous = next((one for one in matches(words) if ANONYMOUS in one.classes), None)
    if anonymous is not None and anonymous.first <= len(head):
        return Kind(UNNAMED, False, f"“{_text(words, anonymous)}” without a name")
    if part is not None:
        return part
    if words[0].lower == "those":
        return Kind(GROUP_KIND, False, "“those” are many")
    classes = last.classes if last is not None else frozenset()
    if PERSON in classes:
        return _people(head, noun)
    owners = (word for word in words[:-1] if is_possessive(word.lower) or word.lower.endswith(("'s", "’s")))
    owned = noun in speaker_words(A_DOCUMENT) and any(owners)  # "its website"
    if DOCUMENT in classes or owned:
        return Kind(DOCUMENT_KIND, named, f"“{noun}” is a text")
    if MEDIUM in classes:
        return Kind(MEDIUM_KIND, named, f"“{noun}” is a medium", last, noun)
    if noun in speaker_words(A_DOCUMENT) or speaker.kind == A_DOCUMENT:
        return Kind(DOCUMENT_KIND, named, f"“{noun}” is a text")
    if (last is not None and last.position == POSITIONS["resident"]) or noun == "families":
        return Kind(GROUP_KIND, False, f"“{noun}” are several people", last, noun)
    if classes & BODIES:
        many = is_plural(noun) and COUNTRY not in classes and noun != singular(noun)
        return Kind(ORGANISATION, named and not many, f"“{noun}” is a body", last, noun)
    if noun in speaker_words(GROUP) or noun in speaker_words("person") or noun in speaker_words("title"):
        return _people(head, noun)
    if noun in speaker_words(ORGANIZATION):
        return Kind(ORGANISATION, named, f"“{noun}” is a body")
    human = "he" in pronouns or "she" in pronouns or singular(noun).endswith(_ENDS_OF_PEOPLE)
    if human or noun in ("%", "percent", "those", "who", "others", "many", "some", "most"):
        return _people(head, noun)
    if is_plural(noun) or FEW in classes:
        return _people(head, noun)
    return Kind("", named, f"what “{noun}” is, the text does not say")


def _head(words: Sequence[Token]) -> Sequence[Token]:
    """The words up to the noun that a description is about: "*a poll* last week", "*the people* who left"."""
    head = head_phrase(words)
    if len(head) > 2 and "time" in classes_of(head[-1].lower) and not is_capital(head[-1]):
        head = head[: len(head) - 2 - is_participle(head[-3].lower)] or head
    end = next((at for at, word in enumerate(head) if at and word.lower in ("who", "that", "which")), len(head))
    return head[:end] or words


def _part_of(words: Sequence[Token]) -> Kind | None:
    """Some of many: "half of voters", "a group of residents", "one of the authors"."""
    behind = measured(words)
    if not behind:
        return None
    if behind == len(words):
        return Kind(GROUP_KIND, False, f"“{text_of(words)}” many")  # "nine in ten"
    head = _head(words[behind:])
    head = head[: next((at for at, word in enumerate(head) if at and word.lower == "and"), len(head))]
    found = matches(head)
    last = found[-1].classes if found and found[-1].last == len(head) else frozenset()
    those = head[0].lower in ("those", "people", "them", "us", "you", "whom")
    unknown = not last and is_plural(head[-1].lower) and head[-1].lower not in speaker_words(A_DOCUMENT)
    if not (PERSON in last or those or head[-1].lower in speaker_words(GROUP) or _is_people(head) or unknown):
        return None
    measure = text_of(words[:behind])
    if behind > 1 and words[behind - 2].lower in _FEW_OF:
        return Kind(UNNAMED, False, f"“{measure}” several without a name")
    return Kind(GROUP_KIND, False, f"“{measure}” many")


def _people(head: Sequence[Token], noun: str) -> Kind:
    """One or a few people without a name, or many."""
    many = noun != singular(noun) or noun in speaker_words(GROUP) or is_plural(noun)
    if not many or _counted(head):
        return Kind(UNNAMED, False, f"“{text_of(head)}” without a name")
    return Kind(GROUP_KIND, False, f"“{noun}” are many")


def _counted(head: Sequence[Token]) -> bool:
    """Whether a phrase counts a few: "two aides", "the four contenders", "a couple of"."""
    for word in head[:3]:
        small = word.lower
        if small.isdigit():
            return int(small) <= _MANY if len(small) < 5 else False
        if small in ("both", "couple", "pair", "few", "duo", "trio"):
            return True
        if "number" in classes_of(small) and small not in ("many", "several", "hundreds", "thousands", "dozens"):
            return not small.startswith(("hundred", "thousand", "million", "dozen"))
    return False


def _has_name(words: Sequence[Token]) -> bool:
    """Whether a description of a body or a text has the name of whose it is: "the *Ruiz* campaign"."""
    for at, word in enumerate(words):
        small = word.lower
        if not is_capital(word) or is_article(small) or "time" in classes_of(small) or "month" in classes_of(small):
            continue
        if is_proper_adjective(word.text) or small in ("republican", "democratic", "i") or (at == 0 and len(words) > 9):
            continue
        return True
    return False
