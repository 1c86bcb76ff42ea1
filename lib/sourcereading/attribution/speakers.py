"""Speakers: from the words that name a source to one canonical name per article.

A name is the run of capitalised words that ends a noun phrase, without titles ("U.S. Vice President J.D. Vance"
→ "J.D. Vance"); a surname or a role is the one person of the article who bears it (``bearers``), a pronoun the one who
comes before it (``antecedents``). Where two fit, the speaker stays ``(unattributed)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple
from weakref import proxy

from sourcereading.attribution.antecedents import GENDERS, Antecedents, People, Speaker, doubtful, posts
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.described_again import DescribedAgain
from sourcereading.attribution.descriptions import Others, is_anybody, is_part_of_group, only_force, only_opens
from sourcereading.attribution.positions import is_of_people
from sourcereading.attribution.roles import kind_of_name
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
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    UNKNOWN,
    given_names,
    is_capital,
    is_possessive,
    speaker_words,
    text_of,
)
from sourcereading.text.names import capitalised_inside, key_of_name
from sourcereading.text.parts_of_speech import is_listed, is_participle, is_plain, is_plural, is_proper_adjective
from sourcereading.text.phrases import (
    core_of,
    gender_of,
    head_of,
    is_people,
    joint,
    name_run,
    role_of,
    short_phrase,
    title_of,
    without_titles,
)
from sourcereading.text.sentence_words import ACRONYMS, classes_of
from sourcereading.text.sentences import Sentence, Token, tokens

_FIRST_PERSON = ("i", "we", "me")  # not "us", which is also the country
_CALLED = ("name", "nickname", "pseudonym", "alias", "sign", "surname")
"""What somebody is called by stands behind these: "who gave only their first name, *Ana*, said"."""
_AGE = re.compile(r"(\d+)-year-old")


class Found(NamedTuple):
    """A speaker with how the text names it there (``voices.BASES``)."""

    speaker: Speaker
    basis: str


def points_back(phrase: str) -> bool:
    """Whether a phrase names a speaker only by what stands before it: "she", "her director"."""
    first, _, rest = phrase.lower().partition(" ")
    return is_possessive(first) or (not rest and first in (*GENDERS, "they", "it", *_FIRST_PERSON, "who", "which"))


def is_document(phrase: str) -> bool:
    """Whether a noun phrase names something that says what is written in it: a report, a survey, a letter."""
    return any(token.lower in speaker_words("document") for token in core_of(tokens(phrase), {}))


def _of_somebody(words: Sequence[str]) -> bool:
    """Whether a description ends in another person: "the lawyer for *the driver*", "father of *one of the boys*"."""
    of = next((at for at, word in enumerate(words) if word in ("of", "for", "to")), len(words))
    one = "one" in words[of + 1 : of + 2] and singular(words[-1]) != words[-1]
    return of + 1 < len(words) and (one or words[-1] in speaker_words(PERSON))


class Speakers:
    """The speakers of one article; ``resolve`` is called once per reporting clause, in the order of the text."""

    def __init__(self, text: str, sentences: Sequence[Sentence], bearers: Bearers, people: Callable[[int], People]):
        self._text = text
        self._sentences = sentences
        self.bearers = bearers
        self._known: dict[str, Speaker] = {}
        self._others = Others(sentences)
        self._force = cache(lambda word: only_force(sentences, word))
        self.spoke: dict[str, int] = {}  # the name of each speaker to the last sentence
        self._capitals = cache(lambda: capitalised_inside(sentences))
        begun = posts(text, sentences)
        opening = {n for n, one in enumerate(sentences) if not n or sentences[n - 1].paragraph != one.paragraph}
        self._antecedents = Antecedents(proxy(self), people, begun, opening, self.bearers)
        self._again = DescribedAgain(sentences, self.bearers, begun)

    def known(self) -> list[Speaker]:
        """Every speaker resolved so far, in order of first appearance."""
        return list(self._known.values())

    def resolve(
        self, phrase: str, sentence: int, apposition: str = "", before: People | None = None, told: str = "",
        called: str = "", aside: bool = False,
    ) -> Found:  # fmt: skip
        """The speaker that a noun phrase names.

        Parameters
        ----------
        phrase : the words of the text, such as "he" or "U.S. Vice President J.D. Vance"; "" is unattributed.
        sentence : the number of its sentence in the article.
        apposition : what stands between commas after it: a role ("the mayor") or, after a role, a name.
        before : whom its own sentence names before a pronoun; told : who is addressed, and so is not the speaker.
        called : the name given to whom it describes ("a driver *known as Tunde*"); aside : "whom *a critic* called".
        """
        if not (words := tokens(self._others.described(phrase, sentence))):
            return self._nobody()
        anybody = phrase not in ACRONYMS and is_anybody([word.lower for word in words])
        named = words[0].lower in ("one", "another") and apposition[:1].isupper()  # "One, *Ana Ruiz*, said"
        if anybody and not (named or (len(words) > 1 and apposition)):
            one = phrase.lower() in ("one", "another")  # of somebody: "he", right behind, is nobody older
            return self._doubtful(sentence, [Speaker(UNATTRIBUTED, PERSON, "")] if one else [])
        single = len(words) == 1 and phrase not in ACRONYMS
        alone = words[0].lower.partition("'")[0] if single else ""  # "I've", "they've"
        if alone in (*GENDERS, "they", "it", *_FIRST_PERSON):
            return self._pronoun(alone, phrase, sentence, before or People(), told)
        plural = is_plural(words[-1].lower) or (is_plural(head := head_of(words)) and is_people(head))
        row = tokens(apposition) if plural and apposition[:1].isupper() else []
        for several, of in ((words, apposition), (row, "")):  # "the owners, *Ana Ruiz and Ben Holm*, said"
            if len(parts := joint(several, self.bearers.full)) > 1:
                return self._together(parts, phrase, sentence, of)
        core = core_of(words, self.bearers.full)
        name = without_titles(name_run(core), self.bearers.full)
        if name and (is_part_of_group(core, name) or self._only_opens(name, core, sentence)):
            name = []  # "some Tories", "moderate Democrats", "Delegates"
        demonym = len(name) == 1 and len(core) == 2 == len(words) and name[0].lower not in self.bearers.full
        if demonym and (again := self._described_again(words, sentence)):
            found = Found(self._speaker(again, PERSON), ROLE)  # "the Norwegian"
        elif name:
            titles = [word for word in core if word.start < name[0].start]
            found = self._named(name, sentence, titles, title_of(titles) or role_of(apposition))
        elif called and kind_of_name(tokens(called), called, False) is not ORGANIZATION:
            self._others.note(core, sentence)
            found = self._named(tokens(called), sentence, core, text_of(core))
        elif apposition and (after := self._name_behind(words, core, phrase, apposition)):
            self._others.note(core, sentence)
            titles, named_after = after
            found = self._named(named_after, sentence, [*core, *titles], text_of(core) if title_of(core) else "")
        else:
            found = self._described_of(short_phrase(words), sentence, before)
        if found.speaker.name != UNATTRIBUTED:
            found.speaker.aliases[phrase] = None
            if not (aside and self._keep(found.speaker).head):  # "he", behind it, is the bishop
                self._spoke(sentence, found.speaker)
        return found

    def _name_behind(
        self, words: Sequence[Token], core: Sequence[Token], phrase: str, apposition: str
    ) -> tuple[list[Token], list[Token]] | None:
        """The titles and the name of an apposition that says who is meant ("a nurse, *Ana Ruiz*"); None for others."""
        after = name_run(core_of(tokens(apposition), self.bearers.full))
        if not (name := without_titles(after)):
            return None
        kept = tokens(apposition)[0]
        full = len(name) > 1 and name[0].lower in given_names() and (is_plain(kept.lower) or is_participle(kept.lower))
        if not (full or kept.text[0].isupper() or kept.lower == "the" or is_possessive(kept.lower)):
            return None  # "an Israeli American", "including Vice President Harlow"; but "former mayor Ana Ruiz"
        if _of_somebody([word.lower for word in words]):
            return None  # "the brother of the victim, Ana Ruiz": which of the two is not told
        served = any(word.lower in ("for", "from", "at") for word in words[1:]) and is_listed(after[-1].lower)
        if served and after[0].lower not in given_names():
            return None  # "a spokesman for the maker, Halden Home": the body's name
        head = head_of(core)
        titles = after[: -len(name)]
        body = head in speaker_words(ORGANIZATION) or head in _CALLED
        theirs = points_back(phrase) and gender_of(core)  # "his daughter, *Meg*"
        given = text_of(name) == apposition and apposition.lower() in given_names() and core
        people = given and (is_people(head) or is_possessive(core[0].lower))  # "our guide, *Paolo*"
        return (titles, name) if titles or len(name) > 1 or body or theirs or people else None

    def _together(self, parts: Sequence[list[Token]], phrase: str, sentence: int, apposition: str = "") -> Found:
        """Those who speak together, as one speaker; what is set off behind the phrase goes with the last of them."""
        names: list[str] = []
        for part in parts:
            one = self.resolve(self._phrase(part), sentence, apposition if part is parts[-1] else "")
            if one.speaker.name == UNATTRIBUTED and not names:
                return one
            names += [one.speaker.name] if one.speaker.name != UNATTRIBUTED else []
        if len(names) < 2:
            return self.resolve(self._phrase(parts[0]), sentence)
        found = self._speaker(f"{', '.join(names[:-1])} and {names[-1]}", GROUP)
        found.members = tuple(names)
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
        for run in self._antecedents.people_in(sentence).runs:
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
            self._antecedents.heard(sentence, known or one)
        return self._nobody()

    def _nobody(self) -> Found:
        return Found(self._keep(Speaker(UNATTRIBUTED, UNKNOWN, "")), "")

    def _spoke(self, sentence: int, speaker: Speaker) -> None:
        self._antecedents.heard(sentence, self._keep(speaker))
        self.spoke[speaker.name] = sentence

    def asked(self, phrase: str, speaker: Speaker, sentence: int) -> None:
        """Notes who was asked: a pronoun in the next sentence is that person, and not the one who asked."""
        self._antecedents.asked(sentence, self._addressed(phrase, sentence), speaker)

    def _addressed(self, phrase: str, sentence: int) -> Speaker | None:
        """Who is addressed, if they are named or described."""
        words = tokens(phrase)
        name = without_titles(name_run(core_of(words, self.bearers.full)))
        if name:
            return self.person(name, words[: len(words) - len(name)], sentence)
        return self.subject(words, sentence) if words else None

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
        if len(name) == 1 and text == given:
            text = self.bearers.spelled_out(given) or text
        article = len(titles) == 1 and titles[0].lower in ("the", "a", "an")
        kind = kind_of_name(name, text, bool(role) or bool(gender))
        if (kind in (PERSON, UNKNOWN) and article and not (gender or _given_gender(text))) or (
            kind in (PERSON, UNKNOWN) and not titles and self.bearers.is_thing(text)
        ):
            kind = ORGANIZATION  # "the Long Harbour", "Port Halden"
        if kind is ORGANIZATION and " " in text:
            text = self.bearers.fuller(text, sentence)
        found = self._speaker(text, kind, gender or _given_gender(text), role if kind is PERSON else "")
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

    def _described_of(self, words: list[Token], sentence: int, before: People | None) -> Found:
        """The speaker of a description, with the full name of the person whose aide or party it is: "*Ben Holm*'s wife"
        for "Holm's wife", and for "his wife" where he is known."""
        people = is_people(head_of(words)) or head_of(words) in speaker_words(ORGANIZATION)
        pronoun = words[0].lower if words[0].lower in ("his", "her") and people else ""
        run = words[: next((at + 1 for at, word in enumerate(words) if word.lower.endswith("'s")), 0)]
        owners: list[str] = []
        if pronoun and before is not None:
            run = words[:1]
            fitting = self._antecedents.fitting(pronoun, sentence, before, None)
            owners = [one.name for one in fitting if one.gender and not one.head and " " in one.name]
            owners *= len(fitting) == 1
        elif run and all(is_capital(word) for word in run) and (name := without_titles(run)):
            full = self._full_names(text_of(name), sentence, "", run[: len(run) - len(name)])
            owners = [one for one in full if one.endswith(f" {text_of(name[-1:])}")]
        if len(owners) != 1 or len(run) == len(words) or owners[0] == text_of(run):
            return self._described(words, sentence)
        mark = "'s" if pronoun else run[-1].text[-2:]
        found = self._described(tokens(f"{owners[0]}{mark} {text_of(words[len(run) :])}"), sentence)
        return found._replace(basis=PRONOUN) if pronoun else found

    def _described(self, words: list[Token], sentence: int) -> Found:
        """The speaker of a common noun phrase: "the Ukrainian side", "officials". A role that one person of the
        article holds is that person; an institution named in full before is that institution."""
        if not text_of(words) or (len(words) == 1 and is_participle(words[0].lower)):
            return self._nobody()
        if all("number" in classes_of(word.lower) or word.lower in ("%", "percent", "cent") for word in words):
            return self._nobody()
        head = head_of(words)
        kinds = (GROUP, PERSON, DOCUMENT, ORGANIZATION, "title")
        kind = next((kind for kind in kinds if head in speaker_words(kind)), UNKNOWN)
        kind = PERSON if kind == "title" else kind
        one = singular(head)
        several = one != head and any(one in speaker_words(kind) for kind in (PERSON, ORGANIZATION))
        if (kind is UNKNOWN and several) or head == "those":
            kind = GROUP
        bare = len(words) == 1 or (len(words) == 2 and words[0].lower == "the")
        if bare and (force := self._force(head)):
            return Found(self._speaker(force, GROUP), ROLE)
        whose = words[0].lower == "the" or words[0].lower.endswith("'s")
        if kind is PERSON and words[0].lower in ("a", "an") and (name := self._again.named_later(head, sentence)):
            return Found(self._speaker(name, PERSON, gender_of(words)), ROLE)
        if whose and (known := self._known_as(words, head, kind, sentence)):
            return Found(known, ROLE)
        if kind is ORGANIZATION and words[0].lower == "the" and (named := self.bearers.roles.named_in(words)):
            return Found(self._speaker(named, ORGANIZATION), NAME)
        name = text_of(words) + _own_s(words)
        if kind is not UNKNOWN or is_of_people(one):
            self._others.note(words, sentence)
        if only_opens(words, self._capitals if self._opens(words, sentence) else None):
            name = name[0].lower() + name[1:]
        found = self._speaker(name, kind, gender_of(words))
        found.head = head
        return Found(found, DESCRIBED)

    def _opens(self, words: Sequence[Token], sentence: int) -> bool:
        return words[0].text == self._sentences[sentence].tokens[0].text

    def _only_opens(self, name: Sequence[Token], core: Sequence[Token], sentence: int) -> bool:
        """Whether a name is a common noun or an adjective that begins its sentence: "*Delegates* asked"."""
        word, last = name[0].lower, core[-1].lower
        common = is_plural(word) or is_participle(word) or ("number" in classes_of(word) and word.isalpha())
        if len(name) > 1 or len(core) > 1 or not self._opens(core, sentence) or not common:
            return False
        return word not in self._capitals() and last not in self.bearers.full and word not in given_names()

    def _known_as(self, words: list[Token], head: str, kind: str, sentence: int) -> Speaker | None:
        """Whom the article names or describes elsewhere for "the mayor", "the ministry", "the 56-year-old" or "the
        official"."""
        if age := _AGE.fullmatch(head):
            alone = self.bearers.only_person(sentence)
            other = self.bearers.roles.has_age(alone)
            name = self.bearers.roles.institution(age[1], sentence) or ("" if other else alone)
            return self._speaker(name, PERSON) if name else None
        if head == "teenager":
            teens = {self.bearers.roles.institution(str(age), sentence) for age in range(13, 20)} - {""}
            if len(teens) == 1:
                return self._speaker(teens.pop(), PERSON)
        if kind is PERSON:
            name = self.bearers.roles.holder(words) or self._again.named_next(words, sentence)
            if name := name or self._described_again(words, sentence):
                role = words[1:] if words[0].lower == "the" else words
                return self._speaker(name, PERSON, gender_of(words), text_of(role))
        if kind not in (PERSON, ORGANIZATION, DOCUMENT) or len(words) != 2:
            return None
        described = [other for other in self._known.values() if other.kind is kind and other.head == head]
        if kind is PERSON:
            described = [one for one in described if one.name.startswith(("a ", "an ")) or "'s " in one.name]
        name = self.bearers.roles.institution(head, sentence, self.spoke) if kind is not PERSON else ""
        if len(described) == 1 and (kind is DOCUMENT or not name):
            return described[0]
        return self._speaker(name, kind) if name and not described else None

    def _described_again(self, words: Sequence[Token], sentence: int, deeper: bool = True) -> str:
        """The name of the one person whom the sentence before names and a description can mean; "" for none."""
        before = self._again.before(words, sentence)
        if before < 0:
            return ""
        people = self._antecedents.people_in(before)
        meant = [one for one in (self.about(people, before), *self._antecedents.spoke_in(before)) if one]
        if not meant and deeper and people.subject and (name := self._described_again(people.subject, before, False)):
            meant = [self._speaker(name, PERSON)]
        runs = ((run, without_titles(run)) for run in people.runs[:4])
        named = [self.person(name, run[: len(run) - len(name)], before) for run, name in runs if name]
        fitting = {
            one.name
            for one in (*meant, *named)
            if one and self._again.fits(words, one.name, one.gender or self._gender(one.name), sentence)
        }
        name = meant[0].name if meant else ""
        sure = meant and (name in self.spoke or self._gender(name) or self.bearers.roles.said_of(name))
        return name if sure and fitting == {name} else ""

    def _pronoun(self, word: str, phrase: str, sentence: int, before: People, told: str) -> Found:
        """The one speaker or person that fits a pronoun."""
        if word in _FIRST_PERSON:
            return Found(self._keep(Speaker(WRITER, UNKNOWN, "")), "")
        gender = GENDERS.get(word, "")
        fitting = self._antecedents.fitting(word, sentence, before, self._addressed(told, sentence) if told else None)
        if len(fitting) != 1 or fitting[0].name == UNATTRIBUTED:
            return self._doubtful(sentence, doubtful(gender))
        found = self._keep(fitting[0])
        if gender and not found.gender:
            found.gender = gender
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return Found(found, PRONOUN)

    # -- what pronouns can mean (``antecedents.Names``) ----------------------------------------------------------

    def person(self, name: list[Token], titles: Sequence[Token], number: int, gender: str = "") -> Speaker | None:
        """The one person that a name in a sentence is, not kept yet; None where two bear it."""
        own = gender_of([*titles, *name])
        names = self._full_names(text_of(name), number, own, titles)
        if len(names) > 1:
            names = [one for one in names if self._gender(one) == gender]
        return self._speaker(names[0], PERSON, own or _given_gender(names[0])) if len(names) == 1 else None

    def subject(self, words: Sequence[Token], number: int) -> Speaker | None:
        """Who or what the subject of a sentence is, not kept yet; None for a pronoun and for the name of a person."""
        alone = len(words) == 1 and points_back(words[0].text)
        if not words or alone or words[0].lower == "no" or [word.lower for word in words[:2]] == ["the", "two"]:
            return None  # "the two men" are those who were named before
        of_a_people = words[-1].lower.endswith(("s", "sh", "ch", "se"))
        if len(words) == 2 and words[0].lower == "the" and is_proper_adjective(words[1].text) and not of_a_people:
            again = self._described_again(words, number)  # "the Norwegian", not "the French"
            return self._speaker(again, PERSON) if again else Speaker(UNATTRIBUTED, PERSON, "")
        words = tokens(self._others.described(text_of(words), number))
        core = core_of(words, self.bearers.full)
        name = without_titles(name_run(core), self.bearers.full)
        if not name or (len(words) == 1 and words[0].lower in speaker_words(DOCUMENT)):
            return self._described(short_phrase(words), number).speaker
        if len(name) == 2 and self._opens(name, number) and is_plain(name[0].lower):
            name = name[1:] if self._may_be_body(name[1].lower) else name  # "Rival *Orvane*"
        kind = kind_of_name(name, text_of(name), False)
        if kind is PERSON or (kind is UNKNOWN and not self._may_be_body(name[-1].lower)):
            return None
        return self._speaker(self.bearers.fuller(text_of(name), number), kind)

    def _may_be_body(self, word: str) -> bool:
        """Whether a name of one word can be a body's: no given name, no surname, and no common word."""
        person = word in self.bearers.full or word in self.bearers.titled() or word in given_names()
        return not person and (word in self._capitals() or not is_listed(word))

    def about(self, people: People, number: int) -> Speaker | None:
        """The person whom a sentence is about: its subject, by name or as "he" or "she"."""
        if people.of_subject:
            run = people.runs[0]
            name = without_titles(run)
            found = self.person(name, run[: len(run) - len(name)], number)
            return found if found is not None and (found.gender or found.name in self.spoke) else None
        word = people.subject[0].lower if len(people.subject) == 1 else ""
        fitting = self._antecedents.fitting(word, number, People(), None) if word in ("he", "she") else []
        return fitting[0] if len(fitting) == 1 and fitting[0].name != UNATTRIBUTED else None

    def only_person(self, gender: str, sentence: int) -> list[Speaker]:
        """The one person named in full up to a sentence whose given name has a gender."""
        people = [name for name in self.bearers.named_by(sentence) if _given_gender(name) == gender]
        return [self._speaker(people[0], PERSON, gender)] if len(people) == 1 else []

    def _speaker(self, name: str, kind: str, gender: str = "", role: str = "") -> Speaker:
        """The speaker of a name: the one known by it, with what is new about them, or another, not kept yet."""
        found = self._known.get(key_of_name(name)) or Speaker(name, kind, gender)
        found.kind = found.kind or kind
        found.gender = found.gender or gender
        found.role = found.role or role
        return found

    def _keep(self, speaker: Speaker) -> Speaker:
        """A speaker as one of the article's."""
        return self._known.setdefault(key_of_name(speaker.name), speaker)


def _given_gender(name: str) -> str:
    return given_names().get(name.split()[0].lower(), "") if name else ""


def _own_s(words: Sequence[Token]) -> str:
    """The "'s" that closes a phrase and is part of a name, since nothing follows that it could own: "Moody's said"."""
    last = words[-1]
    return last.text[-2:] if last.lower.endswith("'s") and last.text[0].isupper() else ""
