"""Speakers: from the words that name a source to one canonical name per article.

A name is the run of capitalised words that ends a noun phrase, without titles ("U.S. Vice President J.D. Vance"
→ "J.D. Vance"); a surname is the fullest name in the article that ends with it. A pronoun is the last *speaker*
that fits it, or the subject of a sentence since, and never a person named only later. Where two fit, the speaker
stays ``(unattributed)``.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.text.names import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    POSSESSIVES,
    UNKNOWN,
    capitals,
    core_of,
    gender_of,
    given_names,
    head_of,
    head_phrase,
    joint,
    key_of_name,
    name_links,
    name_run,
    names_and_roles,
    phrase_of,
    role_keys,
    role_of,
    speaker_words,
    text_of,
    title_of,
    without_titles,
)
from sourcereading.text.sentence_words import ACRONYMS, function_words, grammar
from sourcereading.text.sentences import Sentence, Token, tokens

_MEMORY = 12
"""Sentences after which a speaker no longer answers to a pronoun."""
_SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f"}
_FIRST_PERSON = ("i", "we", "me")  # not "us", which is also the country
_NUMBER = itemgetter(0)


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

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        self._text = text
        self._full, self._roles, self._since, self._runs = names_and_roles(sentences)
        self._known: dict[str, Speaker] = {}
        self._recent: list[tuple[int, Speaker]] = []  # sentence number and speaker, in order

    def known(self) -> list[Speaker]:
        """Every speaker resolved so far, in order of first appearance."""
        return list(self._known.values())

    def resolve(self, phrase: str, sentence: int, apposition: str = "") -> Speaker:
        """The speaker that a noun phrase names.

        Parameters
        ----------
        phrase : the words of the text, such as "he" or "U.S. Vice President J.D. Vance"; "" is unattributed.
        sentence : the number of its sentence in the article.
        apposition : what stands between commas after it: a role ("the mayor") or, after a role, a name.
        """
        words = tokens(phrase)
        if not words:
            return self._store(UNATTRIBUTED, UNKNOWN, "", "")
        if phrase in ("who", "which", "Who", "Which"):
            return self._store(UNATTRIBUTED, UNKNOWN, "", "")
        single = len(words) == 1 and phrase not in ACRONYMS
        alone = words[0].lower.partition("'")[0] if single else ""  # "I've", "they've"
        if alone in (*_SINGULAR, "they", "it", *_FIRST_PERSON):
            return self._pronoun(alone, phrase, sentence)
        if len(parts := joint(words, self._full)) > 1:
            return self._together(parts, phrase, sentence)
        core = core_of(words, self._full)
        name = without_titles(name_run(core), self._full)
        after = name_run(core_of(tokens(apposition), self._full)) if apposition and not name else []
        if named_after := without_titles(after):
            # "an Israeli American", "including Vice President Harlow": who is meant is the phrase before
            kept = tokens(apposition)[0]
            named_after = named_after if kept.text[0].isupper() or kept.lower in ("the", *POSSESSIVES) else []
        if name:
            before = [word for word in core if word.start < name[0].start]
            found = self._named(name, sentence, gender_of(core), title_of(before) or role_of(apposition))
        elif (
            len(named_after) > 1
            or len(after) > len(named_after) > 0
            or (named_after and head_of(core) in speaker_words(ORGANIZATION))
        ):
            found = self._named(named_after, sentence, gender_of([*core, *after]), title_of(core) and text_of(core))
        else:
            found = self._described(phrase_of(words))
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return found

    def _together(self, parts: Sequence[list[Token]], phrase: str, sentence: int) -> Speaker:
        """Those who speak together, as one speaker."""
        names = [self.resolve(self._phrase(part), sentence).name for part in parts]
        found = self._store(f"{', '.join(names[:-1])} and {names[-1]}", GROUP, "", "")
        found.members = tuple(name for name in names if name != UNATTRIBUTED)
        found.aliases[phrase] = None
        return self.again(found, sentence)

    @staticmethod
    def _phrase(words: Sequence[Token]) -> str:
        """The text of some words of a phrase, with the spaces between them."""
        return text_of(words) + _own_s(words)

    def only_person(self, sentence: int) -> Speaker:
        """The one person whose full name the article gives, as the one who answers in an interview."""
        names = {name for names in self._full.values() for name in names}
        if len(names) != 1:
            return self._store(UNATTRIBUTED, UNKNOWN, "", "")
        found = self._store(*names, PERSON, "", "")
        return self.again(found, sentence)

    def _spoke(self, sentence: int, speaker: Speaker) -> None:
        insort(self._recent, (sentence, speaker), key=_NUMBER)

    def _before(self, sentence: int) -> Iterator[tuple[int, Speaker]]:
        """Who spoke up to a sentence, with the numbers of their sentences; the last first."""
        for at in range(bisect_right(self._recent, sentence, key=_NUMBER) - 1, -1, -1):
            yield self._recent[at]

    def people_in(self, sentence: Sentence, number: int) -> list[list[Token]]:
        """The capitalised words, titles included, of each full name in a sentence, and of a surname that opens it."""
        found = self._runs.get(number, [])
        opening = capitals(sentence.tokens, 0)
        name = without_titles(opening)
        if len(name) == 1 and _ends_one(name[0], self._full.get(text_of(name).lower(), {})):
            return [opening, *found]
        return found

    def mention(self, people: Sequence[list[Token]], number: int) -> None:
        """Notes the people named in a sentence of the narrator's, its subject first: a pronoun that follows is that
        person ("Ana Ruiz was not persuaded. “…,” she said."), or nobody's where two fit ("Ana Ruiz met Ida Holm.
        She said")."""
        for at, run in enumerate(people):
            name = without_titles(run)
            if at == 0 or name[0].lower in given_names():
                self._spoke(number, self._named(name, number, gender_of(run), ""))

    def again(self, speaker: Speaker, sentence: int) -> Speaker:
        """Notes that a speaker goes on, without words that name it."""
        if speaker.name not in (UNATTRIBUTED, WRITER):
            self._spoke(sentence, speaker)
        return speaker

    def _named(self, name: list[Token], sentence: int, gender: str, role: str) -> Speaker:
        """The speaker of a proper name: the fullest name in the article that ends or begins with it."""
        text = text_of(name)
        if text.lower() not in self._full and text not in self._since:
            text += _own_s(name)
        text = self._fullest(text, sentence, gender)
        kind = _kind_of(name, text, bool(role) or bool(gender))
        gender = gender or given_names().get(text.split()[0].lower(), "")
        if kind is ORGANIZATION and len(name) > 1:
            text = self._longer_institution(text)
        found = self._store(text, kind, gender, role if kind is PERSON else "")
        if len(name) == 1:
            found.aliases[name[0].text] = None
        return found

    def _longer_institution(self, name: str) -> str:
        """The name of the one institution that has spoken before and whose name ends with this one: "U.S. Department
        of Health" for "the Department of Health"."""
        ending = f" {name}"
        known = [other.name for other in self._known.values() if other.kind is ORGANIZATION]
        longer = [other for other in known if other.endswith(ending)]
        return longer[0] if len(longer) == 1 and name not in known else name

    def _fullest(self, surname: str, sentence: int, gender: str) -> str:
        """The full name that a surname or given name belongs to: of several, the one that spoke last, else the
        commonest of those named by then, else of those named later."""
        candidates = self._full.get(_without_suffix(surname).lower().replace("’", "'"), {})
        fitting = [
            name for name in candidates
            if not gender or given_names().get(name.split()[0].lower(), gender) == gender
        ]  # fmt: skip
        if len(fitting) > 1:
            for _, speaker in self._before(sentence):
                if speaker.name in fitting:
                    return speaker.name
        if surname in fitting or surname in self._since:
            return surname
        named = [name for name in fitting if self._since[name] <= sentence] or fitting
        return max(named, key=lambda name: candidates[name], default=surname)

    def _described(self, words: list[Token]) -> Speaker:
        """The speaker of a common noun phrase: "the Ukrainian side", "officials". A role that one person of the
        article holds is that person; an institution named in full before is that institution."""
        head = head_of(words)
        kind = next(
            (kind for kind in (GROUP, PERSON, DOCUMENT, ORGANIZATION) if head in speaker_words(kind)), UNKNOWN
        )
        if kind is UNKNOWN and head in speaker_words("title"):
            kind = PERSON
        if words[0].lower == "the" and kind is PERSON:
            holders = next((self._roles[key] for key in _role_called(words) if key in self._roles), {})
            if len(holders) == 1:
                return self._store(*holders, PERSON, gender_of(words), head)
        if words[0].lower == "the" and len(words) == 2 and kind is ORGANIZATION:
            known = [
                other for other in self._known.values() if other.kind is ORGANIZATION and other.head == head
            ]
            if len(known) == 1:
                return known[0]
        name = text_of(words) + _own_s(words)
        opens = words[0].text[0].isupper() and (len(words[0].text) == 1 or words[0].text[1:].islower())
        first = words[0].lower
        common = first in function_words() or first in _adjectives() or first.endswith("ly")
        single = len(words) == 1 and head in speaker_words(GROUP) and head not in speaker_words("proper")
        if opens and (common or single):
            name = name[0].lower() + name[1:]
        found = self._store(name, kind, gender_of(words), "")
        found.head = head
        return found

    def _pronoun(self, word: str, phrase: str, sentence: int) -> Speaker:
        """The last speaker that fits a pronoun."""
        if word in _FIRST_PERSON:
            return self._store(WRITER, UNKNOWN, "", "")
        gender = _SINGULAR.get(word, "")
        fitting: list[Speaker] = []
        nearest = None
        for number, speaker in self._before(sentence):
            if sentence - number > _MEMORY:
                break
            if speaker not in fitting and _fits(speaker, word, gender):
                if nearest is None:
                    nearest = number
                elif number < nearest:
                    break  # an older speaker does not contest the last one
                fitting.append(speaker)
        if len(fitting) != 1:
            fitting = fitting if fitting else self._only_person(gender, sentence)
        if len(fitting) != 1:
            return self._store(UNATTRIBUTED, UNKNOWN, "", "")
        found = fitting[0]
        if gender and not found.gender:
            found.gender = gender
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return found

    def _only_person(self, gender: str, sentence: int) -> list[Speaker]:
        """Without an earlier speaker: the one person named in full up to a sentence whose given name has a gender."""
        if not gender:
            return []
        named = [name for name, first in self._since.items() if first <= sentence]
        people = [name for name in named if given_names().get(name.split()[0].lower(), "") == gender]
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


def _fits(speaker: Speaker, word: str, gender: str) -> bool:
    if speaker.name in (UNATTRIBUTED, WRITER):
        return False
    if word == "they":
        return speaker.kind in (GROUP, ORGANIZATION)
    if word == "it":
        return speaker.kind in (ORGANIZATION, DOCUMENT, UNKNOWN)
    return speaker.kind in (PERSON, UNKNOWN) and speaker.gender in ("", gender)


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


def _role_called(words: Sequence[Token]) -> list[str]:
    """What the role in a description is called, without words that say whose it is ("the US vice president"), the
    longest first; of several words at least two count ("the state attorney general" is no general)."""
    head = [word for word in head_phrase(words) if word.text[0].islower() or word.start == words[-1].start]
    keys = role_keys(head) or [head_of(words)]
    return keys if len(keys) == 1 else keys[:0:-1]


def _without_suffix(name: str) -> str:
    """A name without what stands behind it: "Quint Jr." is called Quint."""
    words = name.split()
    return " ".join(words[:-1]) if words[-1].lower().rstrip(".") in speaker_words("suffix") else name


def _ends_one(surname: Token, names: dict[str, int]) -> bool:
    return any(name.endswith(f" {text_of([surname])}") for name in names)
