"""Who bears a name or holds a role in an article: "Ruiz", "the mayor", "the company", "the 56-year-old".

A part of a name belongs to the one person or body that the article names in full with it; where two bear it, to the
one who was called by it before the other came, and else to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from sourcereading.text.names import (
    ORGANIZATION,
    given_names,
    goes_on_with_of,
    head_of,
    head_phrase,
    name_runs,
    names_and_roles,
    phrase_of,
    role_keys,
    speaker_words,
    text_of,
    without_titles,
)
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import TEXT, Sentence, Token

MEMORY = 12
"""Sentences after which a speaker no longer answers to a pronoun, or to a name that another bears, too."""

_ARTICLES = ("the", "a", "an")
_BEFORE_PLACE = ("in", "at", "across", "near", "outside", "throughout")
_MOST = 20
"""Of more people of one name the commonest are looked at; more with one role are nobody in particular."""
_POSSESSIVES = {"his": "m", "himself": "m", "her": "f", "herself": "f"}
_OFTEN = 2
"""A person who is named in full more often than this is called by the surname, too."""
_APPOSITION = 8
"""Words of an apposition behind a name that are looked at."""


class Bearers:
    """The names of one article."""

    def __init__(self, sentences: Sequence[Sentence]):
        self._sentences = sentences
        self.full, self._roles, self._since, self._runs = names_and_roles(sentences)
        self._titled = {name for holders in self._roles.values() for name in holders}
        self._surnames = {_without_suffix(name).rpartition(" ")[2] for name in self._since}
        self._found: dict[str, list[str]] = {}  # part of a name to its bearers
        self._alone: dict[str, int] | None = None  # part of a name to the first sentence with it alone
        self._shown: dict[str, dict[int, str]] | None = None  # surname to sentences with a gender
        self._placed: dict[str, int] = {}  # name to how often "in" stands before it; also "the Name"
        self._kinds: dict[str, dict[str, int]] | None = None  # kind of institution, or age, to names with sentences

    def is_full(self, name: str) -> bool:
        """Whether the article has a name of two to four words."""
        return name in self._since

    def named_by(self, sentence: int) -> list[str]:
        """The full names up to a sentence."""
        return [name for name, first in self._since.items() if first <= sentence]

    def bearers(
        self, part: str, sentence: int, title: str, fits: Callable[[str], bool], spoke: Mapping[str, int]
    ) -> list[str]:
        """The full name that a part of a name belongs to, or several where it is in doubt; the part itself where nobody
        bears it.

        Parameters
        ----------
        part : a surname or a given name.
        sentence : the number of the sentence it is in.
        title : the last title before it, in lower case.
        fits : whether a full name can be meant, by gender.
        spoke : the names of those who have spoken, each with its last sentence.
        """
        if part in self._since:
            return [part]
        key = _without_suffix(part).lower().replace("’", "'")
        bearers = self._people([name for name in self._bearers(key) if fits(name)], spoke)
        named = [name for name in bearers if self._since[name] <= sentence]
        if not named:
            return bearers if len(bearers) == 1 else [part]
        if len(named) > 1:
            named = [name for name in named if name in self._roles.get(title, ())] or named
        return named if len(named) == 1 else self._meant(key, named, sentence, spoke)

    def _bearers(self, key: str) -> list[str]:
        """The names of which a word is the last, else those of which it is the given name, in order of the text."""
        if key not in self._found:
            names = [name for name in self.full.get(key, {}) if name.split()[0].lower() not in function_words()]
            last = [name for name in names if not name.lower().startswith(f"{key} ")]
            # "Halden" alone is neither "Halden Bay" nor "Halden Hills"
            given = names if len(names) == 1 or key in given_names() else []
            commonest = sorted(_one_each(last or given), key=lambda name: -self.full[key][name])[:_MOST]
            self._found[key] = sorted(commonest, key=self._since.__getitem__)
        return self._found[key]

    def _meant(self, key: str, bearers: Sequence[str], sentence: int, spoke: Mapping[str, int]) -> list[str]:
        """Which of several bearers a part of a name means: the one whose gender the text shows ("Ruiz left with her
        aunt"); the one who spoke shortly before, where no other is named there; the one who was called by it before
        any other came; else all."""
        if agreeing := self._agreeing(key, bearers, sentence):
            return [agreeing]
        near = [name for name in bearers if self._named_near(name, sentence)]
        if len(near) == 1 and sentence - spoke.get(near[0], -MEMORY - 1) <= MEMORY:
            return near
        second = self._since[bearers[1]]
        return [*bearers[:1]] if self._first_alone().get(key, second) < second else [*bearers]

    def _agreeing(self, key: str, bearers: Sequence[str], sentence: int) -> str:
        """The one bearer of a name with the gender of the "his" or "her" that follows it, in this sentence or, if it is
        never the other, in any."""
        found = self._genders().get(key, {})
        shown = found.get(sentence) or (set(found.values()) if found else set())
        genders = {shown} if isinstance(shown, str) else shown
        fitting = [name for name in bearers if given_names().get(name.split()[0].lower(), "") in ("", *genders)]
        return fitting[0] if len(fitting) == len(genders) == 1 else ""

    def _genders(self) -> dict[str, dict[int, str]]:
        """Each surname to the sentences that have it by itself, with the gender of the first possessive that follows
        without another name between: "Ruiz left with *her* aunt"."""
        if self._shown is None:
            self._shown = {}
            for number, sentence in enumerate(self._sentences):
                runs = [*name_runs(sentence.tokens)] if sentence.kind is TEXT else []
                for (at, run), (after, _) in zip(runs, [*runs[1:], (len(sentence.tokens), [])], strict=False):
                    name = without_titles(run)
                    if len(name) != 1 or name[0].text not in self._surnames:
                        continue
                    between = sentence.tokens[at + len(run) : after]
                    gender = next((_POSSESSIVES[word.lower] for word in between if word.lower in _POSSESSIVES), "")
                    if gender:
                        self._shown.setdefault(text_of(name).lower(), {})[number] = gender
        return self._shown

    def _named_near(self, name: str, sentence: int) -> bool:
        """Whether a name stands in full in one of the sentences up to this one that a reader still has in mind."""
        return any(
            text_of(without_titles(run)) == name
            for number in range(max(0, sentence - MEMORY), sentence + 1)
            for run in self._runs.get(number, ())
        )

    def _people(self, names: Sequence[str], spoke: Mapping[str, int]) -> list[str]:
        """Of several names those that are surely a person's: who has spoken, has a known given name or a title."""
        sure = [n for n in names if n in spoke or n in self._titled or n.split()[0].lower() in given_names()]
        return list(sure or names)

    def people_in(self, words: Sequence[Token], spoke: Container[str]) -> list[list[Token]]:
        """The capitalised words, titles included, of each person's full name, of each surname of a full name and of
        each name in ``spoke``, in a sentence."""
        found = []
        for at, run in name_runs(words):
            name = without_titles(run)
            text = text_of(name) if name else ""
            person = text in self._since if len(name) > 1 else text in self._surnames or text in spoke
            article = at and words[at - 1].lower in _ARTICLES or run[0].lower in _ARTICLES
            thing = article and len(name) == len(run) and name[0].lower not in given_names()
            small = any(word.lower in function_words() for word in name)
            if person and not (thing or small or self.is_thing(text)):
                found.append(run)
        return found

    def is_thing(self, name: str) -> bool:
        """Whether a name is no person's: nobody is called by its first or last word, and "in" or "at" stands before it
        ("in Port Halden"), it ends in capitals ("Holm USA") or is given in full again and again."""
        first, last = name.split()[0].lower(), _without_suffix(name).split()[-1]
        alone = self._first_alone()
        if name in self._titled:
            return False
        if first == last.lower():
            return last not in self._surnames and self._placed.get(name, 0) > 0
        given = first in given_names()
        if not given and f"the {name}" in self._placed:
            return True  # "the United States"
        if last.lower() in alone or first in alone:
            return False
        often = self.full.get(last.lower(), {}).get(name, 0)
        capitals = len(last) > 2 and last.isupper()
        return capitals or self._placed.get(name, 0) > given or often > (_OFTEN + 2 if given else _OFTEN)

    # -- roles -----------------------------------------------------------------------------------------------

    def holder(self, words: Sequence[Token]) -> str:
        """The one person who has a role ("the mayor of Halden"); "" where none or several have, or where the article
        does not say all that the words say of it."""
        called = _called(words)
        role = next((key for key in called if key in self._roles), "")
        whose = {_plain(word.text) for word in words if word.text[0].isupper() and word.lower not in _ARTICLES}
        holders = self._roles.get(role, {})
        behind = any(word.lower == "of" for word in words)
        fitting = []
        for name, said in holders.items() if len(holders) <= _MOST else ():
            own = {_plain(word) for word in said if word[0].isupper()} - set(role.split())
            if not whose or whose & own or not (own or behind):
                fitting.append(name)
        return fitting[0] if len(fitting) == 1 else ""

    def institution(self, kind: str, sentence: int) -> str:
        """The one name up to a sentence that belongs to a kind of institution ("company") or to an age."""
        if self._kinds is None:
            self._kinds = {}
            for key, name, number in self._all_kinds():
                self._kinds.setdefault(key, {}).setdefault(name, number)
        named = [name for name, first in self._kinds.get(kind, {}).items() if first <= sentence]
        return named[0] if len(named) == 1 else ""

    def _all_kinds(self) -> Iterator[tuple[str, str, int]]:
        """Every kind of institution that a name says or an apposition gives, and every age, with the name and the
        number of the sentence: "Halden Bank", "Ministry of Health", "Orme Lines, a company", "Ben Holm, 56,"."""
        for number, sentence in enumerate(self._sentences):
            if sentence.kind is not TEXT:
                continue
            for at, run in name_runs(sentence.tokens):
                text = text_of(run)
                of = next((k for k, word in enumerate(run) if word.lower in ("of", "for")), len(run))
                head = run[of - 1].lower if of else ""
                if len(run) > 1 and head in speaker_words(ORGANIZATION) and (of == len(run) or goes_on_with_of(head)):
                    yield head, text, number
                behind = sentence.tokens[at + len(run) : at + len(run) + _APPOSITION]
                if len(behind) < 3 or behind[0].text != ",":
                    continue
                if behind[1].text.isdigit() and behind[2].text == ",":
                    yield behind[1].text, text_of(without_titles(run)), number
                if behind[1].lower in _ARTICLES:
                    yield head_of(phrase_of(behind[1:])), text, number

    def _first_alone(self) -> dict[str, int]:
        """Each part of a full name to the first sentence that has it by itself: "Ruiz", "Mr Ruiz"."""
        if self._alone is None:
            self._alone = {}
            for number, sentence in enumerate(self._sentences):
                for at, run in name_runs(sentence.tokens) if sentence.kind is TEXT else ():
                    name = without_titles(run)
                    before = sentence.tokens[at - 1].lower if at else ""
                    if before in _BEFORE_PLACE or before == "the":
                        text = f"the {text_of(run)}" if before == "the" else text_of(run)
                        self._placed[text] = self._placed.get(text, 0) + 1
                    if len(name) == 1:
                        self._alone.setdefault(text_of(name).lower().replace("’", "'"), number)
        return self._alone


def _called(words: Sequence[Token]) -> list[str]:
    """What the role in a description is called, without words that say whose it is ("the US vice president"), the
    longest first; of several words at least two count ("the state attorney general" is no general)."""
    head = [word for word in head_phrase(words) if word.text[0].islower() or word.start == words[-1].start]
    keys = role_keys(head) or [head_of(words)]
    return keys if len(keys) == 1 else keys[:0:-1]


def _plain(word: str) -> str:
    return word.lower().replace(".", "")


def _without_suffix(name: str) -> str:
    """A name without what stands behind it: "Quint Jr." is called Quint."""
    words = name.split()
    return " ".join(words[:-1]) if words[-1].lower().rstrip(".") in speaker_words("suffix") else name


def _one_each(names: Sequence[str]) -> list[str]:
    """One name for each bearer: "Ana Ruiz" and "Ana M. Ruiz" are one, and so are "Ana Ruiz" and "Norland Ana Ruiz"."""
    known = set(names)
    found: dict[tuple[str, str], str] = {}
    for name in names:
        parts = name.split()
        shorter = next((end for at in range(1, len(parts) - 1) if (end := " ".join(parts[at:])) in known), name)
        words = shorter.lower().split()
        found.setdefault((words[0], words[-1]), shorter)
    return list(found.values())
