"""Targets of tone: the people that a sentence names, each under one name per article.

Whom a name means is asked of the house's finder of names (``attribution.bearers``): "Vance" is the one person whom the
article names in full with it. A person is who spoke as one, has a title or a known given name, or is called by the
surname alone later; what ``people.csv`` names is always a target, whatever it is. Places, bodies and words that only
begin a sentence are none: that something bad happens in Halden is no tone toward it. Who is only called "he" or "the
mayor" is not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.name_uses import BEFORE_PLACE
from sourcereading.text.name_words import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    given_names,
    particles,
    speaker_words,
    text_of,
)
from sourcereading.text.names import OPENERS, key_of_name, name_runs
from sourcereading.text.parts_of_speech import is_listed, is_plural
from sourcereading.text.phrases import without_titles
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Sentence, Token

_OF_SOMEBODY = (PERSON, GROUP, ORGANIZATION, DOCUMENT)
"""The classes of words behind a name that make it an adjective: "a Ruiz aide", "the Ruiz campaign"."""
_THINGS = (ORGANIZATION, DOCUMENT, GROUP, "place", "company", "newspaper")
"""The classes of words that end the names of things."""
_LONGEST = 8
"""Words of the longest full name that is looked for within a longer one."""


class Target(NamedTuple):
    """A name in a sentence: under which name the article knows it, and its span in code points."""

    name: str
    start: int
    end: int


def targets(
    sentences: Sequence[Sentence],
    speakers: Iterable[Speaker],
    given: Iterable[tuple[str, str]] = (),
    bearers: Bearers | None = None,
) -> list[list[Target]]:
    """The targets that each sentence of an article names, in order; headings and captions name none.

    Parameters
    ----------
    sentences : all of the article, as ``text.sentences`` gives them.
    speakers : its speakers.
    given : names that readers have given, each with an alias or with itself; they count before all others.
    bearers : who bears which name, where that is known (``attribution.statements.Attribution``); else it is read.
    """
    bearers = bearers or Bearers(sentences)
    people = _People(bearers, speakers, given)
    found: list[list[Target]] = [[] for _ in sentences]
    for number, words, at, run in bearers.runs():
        found[number].extend(people.named_in(number, words, at, run))
    return found


def names_in(words: Sequence[Token]) -> list[tuple[int, int]]:
    """The spans of the names in a sentence, of whatever: capitalised words, several together or one that does not only
    open a sentence or a quotation."""
    return [
        (run[0].start, run[-1].end)
        for at, run in name_runs(words)
        if len(run) > 1 or (at and words[at - 1].text not in OPENERS)
    ]


class _People:
    """The people of one article."""

    def __init__(self, bearers: Bearers, speakers: Iterable[Speaker], given: Iterable[tuple[str, str]]) -> None:
        self._bearers = bearers
        self._full = {key_of_name(name): name for names in self._bearers.full.values() for name in names}
        self._named: dict[str, str] = {}  # how somebody is written to the name; "" for what is no person
        self._spoke: dict[str, int] = {}
        for speaker in speakers:
            person = speaker.kind == PERSON and not _is_thing(speaker.name)
            if person:
                self._spoke[speaker.name] = 0
            for alias in (speaker.name, *speaker.aliases):
                if alias[:1].isupper():
                    self._named[_plain(alias)] = speaker.name if person else ""
        for name, alias in given:
            self._named[_plain(alias)] = name

    def named_in(self, number: int, words: Sequence[Token], at: int, run: list[Token]) -> Iterator[Target]:
        """The people named by a run of capitalised words at a place in a sentence of a number."""
        after = words[at + len(run)].lower if at + len(run) < len(words) else ""
        before = words[at - 1].lower if at else ""
        for name, titles in self._parts(run):
            if known := self._person(name, titles, number, before, after):
                yield Target(known, name[0].start, name[-1].end - (2 if name[-1].lower.endswith("'s") else 0))

    def _parts(self, run: list[Token]) -> Iterator[tuple[list[Token], Sequence[Token]]]:
        """A run of capitalised words as names with the titles before each: whole, or cut at "of"."""
        name = without_titles(run, self._bearers.full)
        small = next((at for at, word in enumerate(run) if word.lower == "of"), -1)
        if small >= 0 and _plain(text_of(run)) not in self._named:
            name = without_titles(run[small + 1 :], self._bearers.full)  # "Secretary of State Ana Ruiz"
            if len(name) == len(run) - small - 1:
                return  # "Ministry of Health"
        if name:
            yield name, run[: len(run) - len(name)]

    def _person(self, name: Sequence[Token], titles: Sequence[Token], number: int, before: str, after: str) -> str:
        """The name of the person that a name means; "" for none."""
        text = text_of(name)
        known = self._named.get(_plain(text))
        if known is not None:
            return known if len(name) > 1 or titles or not _describes(before, name, after) else ""
        titled = any(word.lower in speaker_words("title") for word in titles)
        if len(name) > 1:
            full = self._full.get(key_of_name(text), text)
            return self._known(full, number) if self._is_person(full, titled) else ""
        if _describes(before, name, after) and not titled:
            return ""
        title = titles[-1].lower if titles else ""
        bearers = self._bearers.bearers(text, number, title, lambda _: True, self._spoke)
        if bearers == [text]:
            bearers = []
        if bearers and all(self._is_person(one, False) for one in bearers):
            return self._known(bearers[0], number) if len(bearers) == 1 else text
        word = is_listed(text.lower()) or len(text) == 1  # "Miss Universe"
        return text if titled and not bearers and not word else ""

    def _known(self, full: str, number: int) -> str:
        """The one name of a person who is named in full in several ways: "Ana M. Ruiz" is "Ana Ruiz"."""
        if known := self._named.get(_plain(full)):
            return known
        parts = full.split()
        longer = (" ".join(parts[:size]) for size in range(2, min(len(parts), _LONGEST + 1)))
        if shorter := next(filter(self._bearers.is_full, longer), ""):
            return self._known(shorter, number)  # "Ana Ruiz Election Day"
        same = [
            one
            for one in self._bearers.bearers(parts[-1], number, "", lambda _: True, self._spoke)
            if one.split()[0] == parts[0]
        ]
        return self._named.get(_plain(same[0]), "") or same[0] if len(same) == 1 else full

    def _is_person(self, full: str, titled: bool) -> bool:
        """Whether a full name is a person's: by a title, a given name, or the surname alone elsewhere."""
        known = self._named.get(_plain(full))
        if known is not None:
            return bool(known)
        words = full.split()
        first, last = words[0].lower(), words[-1].lower()
        if first in given_names() and not (is_listed(last) or _is_thing(full)):
            return True
        if not self._bearers.is_full(full) or self._bearers.is_thing(full) or _is_thing(full):
            return False
        initials = all(len(part) == 1 for part in first.rstrip(".").split("."))  # "J.D. Vance"
        given = first in given_names()
        if not (given or initials or not is_listed(first)):
            return False  # "National Convention"
        if all(is_listed(word.lower()) for word in words):
            return False  # "Patriot Coal", which is called "Patriot"
        if titled or self._bearers.is_called(full):
            return True
        if given or initials:
            return not is_listed(last)  # "Ruby Energy"
        return not any(is_listed(word) or is_listed(word.lower()) for word in words)  # no word and no known place


def _is_thing(name: str) -> bool:
    """Whether a name of several words is no person's: "Ruiz Foundation", "North Halden", "Ruiz Is Not"."""
    words = name.lower().split()
    if len(words) < 2:
        return name.isupper() and len(name) > 2
    first, last = words[0], words[-1]
    things = any(last in speaker_words(kind) for kind in _THINGS) or "time" in classes_of(last)
    small = any(word.replace("’", "'") in function_words() - particles() for word in words[1:])
    return things or small or len(last) == 1 or first in speaker_words("place") or is_plural(last)


def _describes(before: str, name: Sequence[Token], after: str) -> bool:
    """Whether a name of one word is a place or describes what is behind it: "in Paris", "the Ruiz campaign"."""
    if name[-1].lower.endswith("'s"):
        return False
    forms = (after, after.removesuffix("s"))
    behind = any(form in speaker_words(kind) for kind in _OF_SOMEBODY for form in forms)
    return behind or before in ("the", "a", "an", "this", "that", "any", *BEFORE_PLACE)


def _plain(name: str) -> str:
    """A name in one spelling: lower case, straight apostrophes, no article."""
    return name.lower().replace("’", "'").removeprefix("the ")
