"""Antecedents: whom "he", "she", "they" and "it" can mean at a place of an article.

Who was just asked answers; else it is the subject of the pronoun's own sentence; else the last *speaker* that fits, or
the subject of a sentence since; and never somebody named only later. Where two fit, nobody is meant for certain.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice, takewhile
from operator import itemgetter
from typing import NamedTuple, Protocol

from sourcereading.attribution.bearers import MEMORY, Bearers
from sourcereading.attribution.positions import is_of_people
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import DOCUMENT, GROUP, ORGANIZATION, PERSON, UNKNOWN, given_names
from sourcereading.text.phrases import without_titles
from sourcereading.text.sentences import Sentence, Token

GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_NUMBER = itemgetter(0)
_STAMP = re.compile(r"(?:[\w,]+ ){0,4}?\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?")
_STAMP_LIMIT = 8
_NEARBY = 12
"""Speakers before a pronoun whose gender is looked at."""


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


class People(NamedTuple):
    """Whom a clause names outside quotation marks: the people, as runs of capitalised words, first the one that is its
    subject, if one is; the words of a subject that is no person's name; the pronouns in it; and whether two names are
    its subject together."""

    runs: Sequence[list[Token]] = ()
    of_subject: bool = False
    subject: Sequence[Token] = ()
    pronouns: Sequence[str] = ()
    together: bool = False


class Names(Protocol):
    """What is asked of the names of the article; nobody who is only looked at is kept as a speaker."""

    def person(self, name: list[Token], titles: Sequence[Token], number: int, gender: str = "") -> Speaker | None:
        """The one person that a name in a sentence is; None where two bear it."""

    def subject(self, words: Sequence[Token], number: int) -> Speaker | None:
        """Who or what the subject of a sentence is, where it is no person's name."""

    def only_person(self, gender: str, sentence: int) -> list[Speaker]:
        """The one person named in full up to a sentence who has a gender."""


class Antecedents:
    """Those who have spoken in an article, and those whom its sentences name."""

    def __init__(
        self, names: Names, people_in: Callable[[int], People], posts: Sequence[int], opening: Container[int],
        bearers: Bearers,
    ):  # fmt: skip
        self._names = names
        self._opening = opening  # the sentences that open a paragraph
        self._bearers = bearers
        self._posts = posts  # the first sentences of a live blog's posts: a pronoun means nobody of another
        self.people_in = cache(people_in)
        self._recent: list[tuple[int, Speaker]] = []  # sentence number and speaker, in order
        self._spoke: set[str] = set()
        self._asked: tuple[int, Speaker | None, Speaker] | None = None  # sentence, who was asked, who asked

    def heard(self, sentence: int, speaker: Speaker) -> None:
        """Notes that somebody has spoken in a sentence."""
        insort(self._recent, (sentence, speaker), key=_NUMBER)
        self._spoke.add(speaker.name)

    def asked(self, sentence: int, person: Speaker | None, asker: Speaker) -> None:
        """Notes who was asked: a pronoun in the next sentence is that person, and not the one who asked."""
        self._asked = (sentence, person, asker)

    def fitting(self, word: str, sentence: int, before: People, told: Speaker | None) -> list[Speaker]:
        """Whom a pronoun means: the first of the candidates that fit it, several where they are equally near.

        Parameters
        ----------
        word : the pronoun, in lower case.
        sentence : the number of its sentence.
        before : whom its own sentence names before it.
        told : who is addressed, and so does not speak.
        """
        gender = GENDERS.get(word, "")
        asked, asker = self._asked[1:] if self._asked and sentence - self._asked[0] == 1 else (None, None)
        if asked is not None and not (_fits(asked, word, gender) and (not gender or _is_person(asked))):
            asked = asker = None  # "She asked Orme whether it rained. She said she had to know."
        candidates = chain([[asked] if asked else []], self._candidates(sentence, before, word, gender))
        for each in candidates:
            found = list({id(one): one for one in each if _fits(one, word, gender) and not _is(one, told)}.values())
            if found and found != [asker]:  # who has just asked does not answer
                return [one for one in found if one is not asker]
        goes_on = asker is not None and asked is None and asker.name[:1].isupper()  # not "a reporter"
        # "“Who will pay?” he asked. He said it was late.", where nobody else can be meant
        return [asker] if asker and goes_on and _fits(asker, word, gender) and not _is(asker, told) else []

    def _candidates(self, sentence: int, before: People, word: str, gender: str) -> Iterator[list[Speaker]]:
        """Whom a pronoun can mean, in order: the first of these that has anybody who fits decides."""
        yield self._subject(before, sentence, word, gender, own=True)
        begun = bisect_right(self._posts, sentence)
        post = self._posts[begun - 1] if begun else 0
        first = max(post, sentence - MEMORY)
        spoken: dict[int, list[Speaker]] = {}
        for number, speaker in takewhile(lambda spoke: spoke[0] >= first, self._before(sentence)):
            spoken.setdefault(number, []).append(speaker)
        numbers = range(sentence, first - 1, -1)
        sure = False  # whether only those are meant whose gender is known
        new: list[Speaker] = []  # who came in since: older ones are not certain any more
        near = True  # whether there is nothing but "he" since
        for number in numbers:
            if number in spoken:
                # "*She* was told by a tutor to leave. *She* said": not the tutor
                told = bool(gender) and [one.lower for one in self.people_in(number).subject] == [word]
                sure = sure or (number < sentence and self._tells_other(number, gender))
                yield _beside(new, (one for one in spoken[number] if one.gender or not (sure or (told and one.head))))
            elif number < sentence:
                last = number == sentence - 1
                opens = last and number in self._opening and sentence not in self._opening
                yield _beside(new, self._subject(self.people_in(number), number, word, gender, opens=opens, near=last))
            if number < sentence:
                new = new or (self._come_in(number, word, gender) if near else [])
                near = near and [one.lower for one in self.people_in(number).subject] == [word]
            if gender and number == sentence - 1 >= first:
                yield self._only_named(number, word, gender)
        if gender:
            for number in numbers[1:]:
                found = self._persons(self.people_in(number).runs, number, gender, surely=True)
                yield _beside(new, self._alive(found))
            if not post:
                yield _beside(new, self._alive(self._names.only_person(gender, sentence)))
            yield new

    def _come_in(self, number: int, word: str, gender: str) -> list[Speaker]:
        """Who is new and only described, as the subject of a sentence ("*A sergeant* came in. He said"); nobody where
        the sentence goes on about an older one: "A nurse let him in". For "they", two who are named together."""
        people = self.people_in(number)
        if word == "they" and people.together:
            return [Speaker(UNATTRIBUTED, GROUP, "")]
        if not gender or people.of_subject or not people.subject or "him" in people.pronouns:
            return []
        first = people.subject[0].lower
        found = self._names.subject(people.subject, number) if first in ("a", "an", "another", "my", "our") else None
        person = found is not None and (found.kind is PERSON or is_of_people(found.head))
        return [found] if found is not None and person and _fits(found, word, gender) else []

    def _tells_other(self, number: int, gender: str) -> bool:
        """Whether the pronouns of a sentence tell that who speaks in it is not of a gender: "Reto Imhof said that *he*
        would go. *She* said"; not where they can mean somebody else."""
        people = self.people_in(number)
        genders = {GENDERS[word] for word in people.pronouns}
        if not gender or len(genders) != 1 or gender in genders:
            return False
        nearby = list(takewhile(lambda spoke: spoke[0] >= number - MEMORY, islice(self._before(number), _NEARBY)))
        spoke = {one.name for at, one in nearby if at == number}
        named = (self._persons([run], number, gender) for run in people.runs)
        others = [one for found in named for one in found if one.name not in spoke]
        return all(one.gender == gender for one in others) and not any(one.gender in genders for _, one in nearby)

    def _before(self, sentence: int) -> Iterator[tuple[int, Speaker]]:
        """Who spoke up to a sentence, with the numbers of their sentences; the last first."""
        for at in range(bisect_right(self._recent, sentence, key=_NUMBER) - 1, -1, -1):
            yield self._recent[at]

    def spoke_in(self, sentence: int) -> list[Speaker]:
        """The people who spoke in a sentence."""
        spoke = takewhile(lambda one: one[0] == sentence, self._before(sentence))
        return [one for _, one in spoke if one.kind is PERSON and one.name != UNATTRIBUTED]

    def _subject(
        self, people: People, number: int, word: str, gender: str, own: bool = False, opens: bool = False,
        near: bool = False,
    ) -> list[Speaker]:
        """Who is the subject of a clause; for "he" and "she" with the people in it. A person who is only described is
        meant where the words tell the gender, in the pronoun's ``own`` sentence ("a senator was ill, but he said"),
        or right behind a sentence that ``opens`` its paragraph."""
        if people.of_subject:
            named = self._persons(people.runs, number, gender) if gender else []
            spoke = bool(named) and named[0].name in self._spoke
            others = self._alive(named[1:])
            return [*named[:1], *(one for one in others if not (spoke and self._bearers.is_passing(one.name)))]
        if own and gender and people.runs:
            other = GENDERS.get(people.subject[0].lower) not in ("", gender)
            return self._persons(people.runs, number, gender) if other else []
        if gender and people.subject and people.subject[0].lower in ("i", "we"):  # "I asked *Ruiz* if it rained"
            named = self._persons(people.runs, number, gender)
            return named if len(named) == len(people.runs) == 1 else []
        found = self._names.subject(people.subject, number) if people.subject else None
        if found is None:
            return []
        if gender:  # "the senator" is mostly one who was named before
            first = people.subject[0].lower
            if opens and first == "the" and len(people.subject) == 2 and not found.gender:
                return doubtful(gender) if found.kind is PERSON else []  # "the clerk" may be one who was named before
            new = (own and first != "the") or not found.head or opens
            alone = len(people.subject) == 1 or people.subject[-1].lower == "them"
            if alone and first in ("one", "another") and found.name.lower() != first:
                group = any(singular(one.head) == found.head != one.head for _, one in self._recent[-MEMORY:])
                return [found] if group else doubtful(gender)  # one of those who speak together
            return [found] if found.kind is PERSON and (new or found.gender) else []
        body = found.kind is ORGANIZATION or (near and found.kind is DOCUMENT)
        body = body or (found.kind is UNKNOWN and not found.head)  # "Lumen fell. It said …"
        return [found] if (body if word == "it" else found.kind is GROUP) else []

    def _only_named(self, number: int, word: str, gender: str) -> list[Speaker]:
        """The one person who is named in a sentence and fits a pronoun: "Look at Ben Holm. He said …"; nobody where the
        sentence has a person as its subject who is not named, or goes on about an older one."""
        people = self.people_in(number)
        subject = self._names.subject(people.subject, number) if people.subject else None
        if not people.runs or word in people.pronouns or (subject is not None and subject.kind is PERSON):
            return []
        if any(GENDERS.get(other) == gender for other in people.pronouns):
            named = self._persons(people.runs, number, gender, surely=True)
        else:
            named = [one for run in people.runs for one in self._persons([run], number, gender)]
        other = self._tells_other(number, gender)
        found = {one.name: one for one in self._alive(named) if _fits(one, word, gender) and (one.gender or not other)}
        new = [one for one in found.values() if self._bearers.is_introduced(one.name, number)]
        # "What is bad for Ben Holm worries *Tom Orme*, head of the port. He said"
        new = new if len(new) == 1 else [*found.values()]
        return new if len(new) == 1 else []

    def _alive(self, people: Iterable[Speaker]) -> list[Speaker]:
        """People without those whose death the article tells: "charged with the murder of *Ben Holm*. He said"."""
        return [one for one in people if one.name not in self._bearers.victims]

    def _persons(self, runs: Iterable[list[Token]], number: int, gender: str, surely: bool = False) -> list[Speaker]:
        """The people of some runs of capitalised words; of those behind the first only full names with a known given
        name. ``surely`` asks that of the first, too, unless it has a title."""
        found = []
        for at, run in enumerate(runs):
            name = without_titles(run)
            titled = at == 0 and (len(run) > len(name) or not surely)
            if titled or (len(name) > 1 and name[0].lower in given_names()):
                person = self._names.person(name, run[: len(run) - len(name)], number, gender)
                found.extend([person] if person else [])
        return found


def _beside(new: list[Speaker], older: Iterable[Speaker]) -> list[Speaker]:
    """Older candidates, each with who is as likely; only these, where there are any."""
    return [*found, *new] if (found := list(older)) else []


def _is(one: Speaker, other: Speaker | None) -> bool:
    """Whether two speakers are one, or one of them speaks for the other, too."""
    return other is not None and (one.name == other.name or other.name in one.members)


def _is_person(speaker: Speaker) -> bool:
    """Whether "he" can be asked: "the clerk", not "the meeting"."""
    return speaker.kind is PERSON or is_of_people(speaker.head)


def _fits(speaker: Speaker, word: str, gender: str) -> bool:
    """Whether a speaker fits a pronoun in number and gender."""
    if speaker.name == WRITER:
        return False
    several = speaker.kind is GROUP or (speaker.head.endswith("s") and not speaker.head.endswith("ss"))
    if word == "they":
        return several or speaker.kind is ORGANIZATION
    if word == "it":
        thing = speaker.kind in (ORGANIZATION, DOCUMENT) or (speaker.kind is UNKNOWN and not is_of_people(speaker.head))
        return not several and not speaker.gender and thing
    return not several and speaker.kind in (PERSON, UNKNOWN) and speaker.gender in ("", gender)


def posts(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The numbers of the sentences that are the time stamps of a live blog's posts, where there are several."""
    found = []
    for number, sentence in enumerate(sentences):
        beside = (sentences[k].paragraph for k in (number - 1, number + 1) if 0 <= k < len(sentences))
        stamp = len(sentence.tokens) <= _STAMP_LIMIT and _STAMP.fullmatch(text, sentence.start, sentence.end)
        if stamp and sentence.paragraph not in beside:
            found.append(number)
    return found if len(found) > 1 else []


def doubtful(gender: str) -> list[Speaker]:
    """Who stands for somebody in doubt: a pronoun that follows may be that person, and is nobody older."""
    return [Speaker(UNATTRIBUTED, PERSON, gender)] if gender else []
