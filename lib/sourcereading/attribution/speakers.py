"""Speakers: from the words that name a source to one canonical name per article.

A name is the run of capitalised words that ends a noun phrase, without titles ("U.S. Vice President J.D. Vance"
→ "J.D. Vance"); a surname or a role is the one person of the article who bears it (``bearers``). A pronoun is who was
just asked; else the subject of its own sentence; else the last *speaker* that fits it, or the subject of a sentence
since; and never a person named only later. Where two fit, the speaker stays ``(unattributed)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, takewhile
from operator import itemgetter
from typing import NamedTuple

from sourcereading.attribution.bearers import MEMORY, Bearers
from sourcereading.attribution.voices import (
    CONTINUED,
    DESCRIBED,
    JOINT,
    NAME,
    PRONOUN,
    ROLE,
    SURNAME,
    UNATTRIBUTED,
    WRITER,
)
from sourcereading.text.names import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    POSSESSIVES,
    UNKNOWN,
    core_of,
    gender_of,
    given_names,
    head_of,
    joint,
    key_of_name,
    name_links,
    name_run,
    phrase_of,
    role_of,
    speaker_words,
    text_of,
    title_of,
    without_titles,
)
from sourcereading.text.sentence_words import ACRONYMS, function_words, grammar
from sourcereading.text.sentences import Sentence, Token, tokens

_SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f"}
_FIRST_PERSON = ("i", "we", "me")  # not "us", which is also the country
_NUMBER = itemgetter(0)
_AGE = re.compile(r"(\d+)-year-old")


@dataclass(slots=True)
class Speaker:
    """A speaker of an article, with every way the text names it."""

    name: str
    kind: str
    gender: str
    aliases: dict[str, None] = field(default_factory=dict)
    role: str = ""
    head: str = ""  # the head noun of a description: "ministry" of "the ministry of waters"
    members: tuple[str, ...] = ()  # the names of those who speak together


class Found(NamedTuple):
    """A speaker with how the text names it there (``voices.BASES``)."""

    speaker: Speaker
    basis: str


class People(NamedTuple):
    """The people whom a sentence names, as runs of capitalised words: its subject first, if that is one of them."""

    runs: Sequence[list[Token]]
    of_subject: bool


_Persons = Callable[[int], People]


def points_back(phrase: str) -> bool:
    """Whether a phrase names a speaker only by what stands before it: "she", "her director"."""
    first, _, rest = phrase.lower().partition(" ")
    pronouns = (*_SINGULAR, "they", "it", *_FIRST_PERSON, "who", "which")
    return first in POSSESSIVES or (first in pronouns and not rest)


def is_document(phrase: str) -> bool:
    """Whether a noun phrase names something that says what is written in it: a report, a survey, a letter."""
    return any(token.lower in speaker_words("document") for token in core_of(tokens(phrase), {}))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(term for term, kinds in grammar().items() if "adjective" in kinds)


class Speakers:
    """The speakers of one article; ``resolve`` is called once per reporting clause, in the order of the text."""

    def __init__(self, text: str, sentences: Sequence[Sentence], people: _Persons):
        self._text = text
        self._sentences = sentences
        self._people_in = cache(people)
        self.bearers = Bearers(sentences)
        self._known: dict[str, Speaker] = {}
        self.spoke: dict[str, int] = {}  # the name of each speaker to the last sentence
        self._recent: list[tuple[int, Speaker]] = []  # sentence number and speaker, in order
        self._asked: tuple[int, Speaker | None, Speaker] | None = None  # sentence, who was asked, who asked

    def known(self) -> list[Speaker]:
        """Every speaker resolved so far, in order of first appearance."""
        return list(self._known.values())

    def resolve(
        self, phrase: str, sentence: int, apposition: str = "", before: Sequence[list[Token]] = ()
    ) -> Found:
        """The speaker that a noun phrase names.

        Parameters
        ----------
        phrase : the words of the text, such as "he" or "U.S. Vice President J.D. Vance"; "" is unattributed.
        sentence : the number of its sentence in the article.
        apposition : what stands between commas after it: a role ("the mayor") or, after a role, a name.
        before : the people whom its own sentence names before a pronoun.
        """
        words = tokens(phrase)
        if not words or phrase.lower() in ("who", "which", "you"):
            return self._nobody()
        single = len(words) == 1 and phrase not in ACRONYMS
        alone = words[0].lower.partition("'")[0] if single else ""  # "I've", "they've"
        if alone in (*_SINGULAR, "they", "it", *_FIRST_PERSON):
            return self._pronoun(alone, phrase, sentence, before)
        if len(parts := joint(words, self.bearers.full)) > 1:
            return self._together(parts, phrase, sentence)
        core = core_of(words, self.bearers.full)
        name = without_titles(name_run(core), self.bearers.full)
        after = name_run(core_of(tokens(apposition), self.bearers.full)) if apposition and not name else []
        if named_after := without_titles(after):
            # "an Israeli American", "including Vice President Harlow": who is meant is the phrase before
            kept = tokens(apposition)[0]
            named_after = named_after if kept.text[0].isupper() or kept.lower in ("the", *POSSESSIVES) else []
        if name:
            titles = [word for word in core if word.start < name[0].start]
            found = self._named(name, sentence, titles, title_of(titles) or role_of(apposition))
        elif (
            len(named_after) > 1
            or len(after) > len(named_after) > 0
            or (named_after and head_of(core) in speaker_words(ORGANIZATION))
        ):
            role = text_of(core) if title_of(core) else ""
            found = self._named(named_after, sentence, [*core, *after[: len(after) - len(named_after)]], role)
        else:
            found = self._described(phrase_of(words), sentence)
        if found.speaker.name != UNATTRIBUTED:
            found.speaker.aliases[phrase] = None
            self._spoke(sentence, found.speaker)
        return found

    def _together(self, parts: Sequence[list[Token]], phrase: str, sentence: int) -> Found:
        """Those who speak together, as one speaker."""
        names = [self.resolve(self._phrase(part), sentence).speaker.name for part in parts]
        found = self._store(f"{', '.join(names[:-1])} and {names[-1]}", GROUP, "", "")
        found.members = tuple(name for name in names if name != UNATTRIBUTED)
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return Found(found, JOINT)

    @staticmethod
    def _phrase(words: Sequence[Token]) -> str:
        """The text of some words of a phrase, with the spaces between them."""
        return text_of(words) + _own_s(words)

    def full_names_in(self, sentence: int) -> list[tuple[str, int]]:
        """The full names of people in a sentence, known by a given name or a title, each with where it begins; all full
        names where none is known so."""
        found = []
        for run in self._people_in(sentence).runs:
            name = without_titles(run)
            if len(name) > 1:
                sure = len(name) < len(run) or name[0].lower in given_names()
                found.append((text_of(name), run[0].start, sure))
        found = [one for one in found if one[2]] or found
        return [(name, start) for name, start, _ in found]

    def _doubtful(self, sentence: int, people: Iterable[Speaker]) -> Found:
        """Nobody, where one of some people is meant: a pronoun that follows may be one of them, and is nobody older."""
        for one in people:
            known = None if one.name == UNATTRIBUTED else self._known.get(key_of_name(one.name))
            insort(self._recent, (sentence, known or one), key=_NUMBER)
        return self._nobody()

    def _nobody(self) -> Found:
        return Found(self._store(UNATTRIBUTED, UNKNOWN, "", ""), "")

    def _spoke(self, sentence: int, speaker: Speaker) -> None:
        insort(self._recent, (sentence, speaker), key=_NUMBER)
        self.spoke[speaker.name] = sentence

    def _before(self, sentence: int) -> Iterator[tuple[int, Speaker]]:
        """Who spoke up to a sentence, with the numbers of their sentences; the last first."""
        for at in range(bisect_right(self._recent, sentence, key=_NUMBER) - 1, -1, -1):
            yield self._recent[at]

    def asked(self, phrase: str, speaker: Speaker, sentence: int) -> None:
        """Notes who was asked: a pronoun in the next sentence is that person, and not the one who asked."""
        words = tokens(phrase)
        name = without_titles(name_run(core_of(words, self.bearers.full)))
        person = self._person(name, words[: len(words) - len(name)], sentence) if name else None
        self._asked = (sentence, person, speaker)

    def again(self, speaker: Speaker, sentence: int) -> Found:
        """Notes that a speaker goes on, without words that name it."""
        if speaker.name in (UNATTRIBUTED, WRITER):
            return Found(speaker, "")
        self._spoke(sentence, speaker)
        return Found(speaker, CONTINUED)

    def _named(self, name: list[Token], sentence: int, titles: Sequence[Token], role: str) -> Found:
        """The speaker of a proper name: the one full name in the article that ends or begins with it."""
        gender = gender_of([*titles, *name])
        given = text_of(name)
        if not self.bearers.is_full(given) and given.lower() not in self.bearers.full:
            given += _own_s(name)
        names = self._full_names(given, sentence, gender, titles)
        if len(names) > 1:
            return self._doubtful(sentence, [Speaker(one, PERSON, gender or self._gender(one)) for one in names])
        text = names[0]
        article = len(titles) == 1 and titles[0].lower in ("the", "a", "an")
        kind = _kind_of(name, text, bool(role) or bool(gender))
        if kind is PERSON and article and not (gender or _given_gender(text)):
            kind = ORGANIZATION  # "the Long Harbour"
        if kind is ORGANIZATION and len(name) > 1:
            text = self._longer_institution(text)
        found = self._store(text, kind, gender or _given_gender(text), role if kind is PERSON else "")
        if len(name) == 1:
            found.aliases[name[0].text] = None
        return Found(found, NAME if text == given else SURNAME)

    def _gender(self, name: str) -> str:
        known = self._known.get(key_of_name(name))
        return _given_gender(name) or (known.gender if known else "")

    def _full_names(self, part: str, sentence: int, gender: str, titles: Sequence[Token]) -> list[str]:
        """The full name that a part of a name belongs to, or several where it is in doubt."""

        def fits(name: str) -> bool:
            return not gender or self._gender(name) in ("", gender)

        return self.bearers.bearers(part, sentence, titles[-1].lower if titles else "", fits, self.spoke)

    def _longer_institution(self, name: str) -> str:
        """The name of the one institution that has spoken before and whose name ends with this one: "U.S. Department
        of Health" for "the Department of Health"."""
        ending = f" {name}"
        known = [other.name for other in self._known.values() if other.kind is ORGANIZATION]
        longer = [other for other in known if other.endswith(ending)]
        return longer[0] if len(longer) == 1 and name not in known else name

    def _described(self, words: list[Token], sentence: int) -> Found:
        """The speaker of a common noun phrase: "the Ukrainian side", "officials". A role that one person of the
        article holds is that person; an institution named in full before is that institution."""
        head = head_of(words)
        kind = next(
            (kind for kind in (GROUP, PERSON, DOCUMENT, ORGANIZATION) if head in speaker_words(kind)), UNKNOWN
        )
        if kind is UNKNOWN and head in speaker_words("title"):
            kind = PERSON
        if words[0].lower == "the" and (known := self._known_as(words, head, kind, sentence)):
            return Found(known, ROLE)
        name = text_of(words) + _own_s(words)
        opens = words[0].text[0].isupper() and (len(words[0].text) == 1 or words[0].text[1:].islower())
        first = words[0].lower
        common = first in function_words() or first in _adjectives() or first.endswith("ly")
        single = len(words) == 1 and head in speaker_words(GROUP) and head not in speaker_words("proper")
        if opens and (common or single):
            name = name[0].lower() + name[1:]
        found = self._store(name, kind, gender_of(words), "")
        found.head = head
        return Found(found, DESCRIBED)

    def _known_as(self, words: list[Token], head: str, kind: str, sentence: int) -> Speaker | None:
        """Whom the article names elsewhere for "the mayor", "the ministry" or "the 56-year-old"."""
        if age := _AGE.fullmatch(head):
            name = self.bearers.institution(age[1], sentence)
            return self._store(name, PERSON, "", "") if name else None
        if kind is PERSON and (name := self.bearers.holder(words)):
            return self._store(name, PERSON, gender_of(words), head)
        if kind is ORGANIZATION and len(words) == 2:
            described = [other for other in self._known.values() if other.kind is ORGANIZATION and other.head == head]
            name = self.bearers.institution(head, sentence)
            if len(described) == 1 and not name:
                return described[0]
            return self._store(name, ORGANIZATION, "", "") if name and not described else None
        return None

    def _pronoun(self, word: str, phrase: str, sentence: int, before: Sequence[list[Token]]) -> Found:
        """The one speaker or person that fits a pronoun."""
        if word in _FIRST_PERSON:
            return Found(self._store(WRITER, UNKNOWN, "", ""), "")
        gender = _SINGULAR.get(word, "")
        person, asker = self._asked[1:] if self._asked and sentence - self._asked[0] == 1 else (None, None)
        candidates = chain([[person] if person else []], self._candidates(sentence, before, gender))
        fitting = next((fit for each in candidates if (fit := _fitting(each, word, gender, asker))), [])
        if len(fitting) != 1 or fitting[0].name == UNATTRIBUTED:
            return self._doubtful(sentence, [Speaker(UNATTRIBUTED, PERSON, gender)] if gender else [])
        found = self._known.setdefault(key_of_name(fitting[0].name), fitting[0])
        if gender and not found.gender:
            found.gender = gender
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return Found(found, PRONOUN)

    def _candidates(self, sentence: int, before: Sequence[list[Token]], gender: str) -> Iterator[list[Speaker]]:
        """Whom a pronoun can mean, in order: the first of these that has anybody who fits decides. "He" and "she"
        (with a gender) may also be somebody who has not spoken."""
        if gender:
            yield self._persons(before, sentence)
        spoken: dict[int, list[Speaker]] = {}
        for number, speaker in takewhile(lambda spoke: sentence - spoke[0] <= MEMORY, self._before(sentence)):
            spoken.setdefault(number, []).append(speaker)
        numbers = range(sentence, max(-1, sentence - MEMORY - 1), -1)
        for number in numbers:
            if number in spoken:
                yield spoken[number]
            elif gender and number < sentence and (people := self._people_in(number)).of_subject:
                yield self._persons(people.runs, number)
        if gender:
            yield from (self._persons(self._people_in(number).runs, number, surely=True) for number in numbers[1:])
            yield self._only_person(gender, sentence)

    def _persons(self, runs: Iterable[list[Token]], number: int, surely: bool = False) -> list[Speaker]:
        """The people of some runs of capitalised words; of those behind the first only full names with a known given
        name. ``surely`` asks that of the first, too, unless it has a title."""
        found = []
        for at, run in enumerate(runs):
            name = without_titles(run)
            titled = at == 0 and (len(run) > len(name) or not surely)
            if titled or (len(name) > 1 and name[0].lower in given_names()):
                person = self._person(name, run[: len(run) - len(name)], number)
                found.extend([person] if person else [])
        return found

    def _person(self, name: list[Token], titles: Sequence[Token], number: int) -> Speaker | None:
        """The speaker that a name would be, not stored yet; None where two bear the name."""
        gender = gender_of([*titles, *name])
        text = text_of(name)
        names = self._full_names(text, number, gender, titles)
        known = self._known.get(key_of_name(names[0]))
        return (known or Speaker(names[0], PERSON, gender or _given_gender(names[0]))) if len(names) == 1 else None

    def _only_person(self, gender: str, sentence: int) -> list[Speaker]:
        """The one person named in full up to a sentence whose given name has a gender."""
        people = [name for name in self.bearers.named_by(sentence) if _given_gender(name) == gender]
        return [self._store(people[0], PERSON, gender, "")] if len(people) == 1 else []

    def _store(self, name: str, kind: str, gender: str, role: str) -> Speaker:
        key = key_of_name(name)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Speaker(name, kind, gender)
        found.kind = found.kind or kind
        found.gender = found.gender or gender
        found.role = found.role or role
        return found


def _fitting(candidates: Iterable[Speaker], word: str, gender: str, asker: Speaker | None) -> list[Speaker]:
    """Those of some speakers that fit a pronoun, each once; who has just asked does not answer."""
    return list({id(one): one for one in candidates if one is not asker and _fits(one, word, gender)}.values())


def _fits(speaker: Speaker, word: str, gender: str) -> bool:
    if speaker.name == WRITER:
        return False
    several = speaker.kind is GROUP or (speaker.head.endswith("s") and not speaker.head.endswith("ss"))
    if word == "they":
        return several or speaker.kind is ORGANIZATION
    if word == "it":
        return not several and not speaker.gender and speaker.kind in (ORGANIZATION, DOCUMENT, UNKNOWN)
    return not several and speaker.kind in (PERSON, UNKNOWN) and speaker.gender in ("", gender)


def _given_gender(name: str) -> str:
    return given_names().get(name.split()[0].lower(), "") if name else ""


def _own_s(words: Sequence[Token]) -> str:
    """The "'s" that closes a phrase and is part of a name, since nothing follows that it could own: "Moody's said"."""
    last = words[-1]
    return last.text[-2:] if last.lower.endswith("'s") and last.text[0].isupper() else ""


def _kind_of(name: Sequence[Token], text: str, person: bool) -> str:
    """What kind of speaker a name is of; ``person`` says whether something else tells of a person."""
    last = text.split()[-1].lower().removesuffix("'s").removesuffix("’s")
    if last in speaker_words(ORGANIZATION) or last in speaker_words(DOCUMENT) or text.endswith(("'s", "’s")):
        return ORGANIZATION
    if name_links(name):
        return ORGANIZATION
    if last in speaker_words(GROUP):
        return GROUP
    return PERSON if person or len(text.split()) > 1 else UNKNOWN
