"""Who bears a name in an article: "Ruiz", "Ana".

A part of a name belongs to the one person or body that the article names in full with it; where two bear it, to the
one who was called by it before the other came, and else to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence, Set

from sourcereading.attribution.name_uses import NameUses
from sourcereading.attribution.roles import Roles, is_titled
from sourcereading.text.full_names import names_and_roles
from sourcereading.text.institutions import Bodies, bodies_of
from sourcereading.text.name_words import given_names, is_article, speaker_words, text_of
from sourcereading.text.names import plain_letters
from sourcereading.text.parts_of_speech import is_listed, is_past, is_present, is_proper
from sourcereading.text.phrases import without_titles
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Sentence, Token

MEMORY = 12
"""Sentences after which a speaker no longer answers to a pronoun, or to a name that another bears, too."""

_MOST = 20
"""Of more people of one name the commonest are looked at."""
_OFTEN = 2
"""A person who is named in full more often than this is called by the surname, too."""


class Bearers:
    """The names of one article."""

    def __init__(self, sentences: Sequence[Sentence], given: Mapping[str, str] | None = None):
        self._given = given or {}  # what readers say that a part of a name, in lower case, means
        self.overruled: dict[str, str] = {}
        """The parts of names that mean another by what readers say than by the text."""
        self._uses = NameUses(sentences)
        self.victims = self._uses.victims
        self.full, roles, self._since, self._runs = names_and_roles(self._uses.runs)
        self._surnames = {_without_suffix(name).rpartition(" ")[2] for name in self._since}
        self.roles = Roles(self._uses, self.full, roles)
        self._titled = {name for holders in roles.values() for name in holders}
        self._things: dict[str, bool] = {}
        self._found: dict[str, list[str]] = {}  # part of a name to its bearers
        self._sentences = sentences
        self._found_bodies: Bodies | None = None
        self._firsts: dict[str, set[str]] | None = None

    def runs(self) -> list[tuple[int, Sequence[Token], int, list[Token]]]:
        """Every run of capitalised words with the number and the words of its sentence, and its place in them."""
        return self._uses.runs

    def places(self) -> Container[str]:
        """The names that "in" or "at" stands before."""
        return self._uses.placed

    def surnames_and_people(self) -> Set[str]:
        """The parts of full names, the names behind titles, and the full names of those who are called by their last
        word alone, in lower case."""
        called = {name.lower() for name in self._since if self.is_called(name)}
        return called | self.full.keys() | self.titled()

    def titled(self) -> Set[str]:
        """The names of one word, in lower case, that a title stands before: "President *Ruiz*"."""
        return self._uses.titles.keys()

    def is_full(self, name: str) -> bool:
        """Whether the article has a name of two to four words."""
        return name in self._since

    def since(self, name: str) -> int:
        """The number of the first sentence that gives a full name; -1 for none."""
        return self._since.get(name, -1)

    def is_introduced(self, name: str, sentence: int) -> bool:
        """Whether a sentence is the first to name somebody, and the article says who that is."""
        return self.since(name) == sentence and bool(self.roles.said_of(name))

    def named_by(self, sentence: int) -> list[str]:
        """The full names up to a sentence."""
        return [name for name, first in self._since.items() if first <= sentence]

    def is_called(self, name: str) -> bool:
        """Whether the article calls the bearer of a full name by its last word alone, and nobody by its first."""
        first, last = name.split()[0].lower(), _without_suffix(name).split()[-1].lower()
        return last in self._uses.alone and first not in self._uses.alone

    def is_passing(self, name: str) -> bool:
        """Whether the article names somebody only once, in full: "a statue of *Ben Holm*"."""
        last = _without_suffix(name).rpartition(" ")[2].lower()
        return last not in self._uses.alone and sum(self.full.get(last, {}).values()) == 1

    def only_person(self, sentence: int) -> str:
        """The one person named in full up to a sentence; "" for none or several."""
        people = self._people([name for name in self.named_by(sentence) if not self.is_thing(name)], ())
        return people[0] if len(people) == 1 else ""

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
        found = self._borne_by(part, sentence, title, fits, spoke)
        meant = self._given.get(part.casefold().replace("’", "'"), "") if self._given else ""
        if meant and found != [meant] and fits(meant):
            self.overruled[part] = meant
            return [meant]
        return found

    def _borne_by(
        self, part: str, sentence: int, title: str, fits: Callable[[str], bool], spoke: Mapping[str, int]
    ) -> list[str]:
        if part in self._since:
            return [part]
        key = _without_suffix(part).lower().replace("’", "'")
        key = key if key in self.full else plain_letters(key)
        fitting = [name for name in self._bearers(key) if fits(name) and not self._uses.is_other(key, name)]
        bearers = self._people(fitting, spoke)
        named = [name for name in bearers if self._since[name] <= sentence]
        if not named:
            return bearers if len(bearers) == 1 else [part]
        if len(named) > 1:
            named = [name for name in named if self.roles.holds(name, title)] or named
        return named if len(named) == 1 else self._meant(key, named, sentence, spoke)

    def _bearers(self, key: str) -> list[str]:
        """The names of which a word is the last, else those of which it is the given name, in order of the text."""
        if key not in self._found:
            full = self.full.get(key) or self._by_middle_name(key)
            names = [name for name in full if name.split()[0].lower() not in function_words()]
            last = [name for name in names if not name.lower().startswith(f"{key} ")]
            # "Halden" alone is neither "Halden Bay" nor "Halden Hills"
            given = names if len(names) == 1 or key in given_names() else []
            commonest = sorted(_one_each(last or given), key=lambda name: -full[name])[:_MOST]
            self._found[key] = sorted(commonest, key=self._since.__getitem__)
        return self._found[key]

    def _by_middle_name(self, key: str) -> dict[str, int]:
        """The names of people whose last word but one is a word, and is their surname, too: "Ana Ruiz Febo"."""
        names = [name for name in self._since if len(name.split()) > 2 and _is_surname(name.split()[-2], key)]
        return {name: 1 for name in names if not (self.is_thing(name) or name in self._uses.behind_the)}

    def _meant(self, key: str, bearers: Sequence[str], sentence: int, spoke: Mapping[str, int]) -> list[str]:
        """Which of several bearers a part of a name means: the one whose gender the text shows ("Ruiz left with her
        aunt"); the one who spoke shortly before, where no other is named there; the one who was called by it before
        any other came; the first, who alone has spoken, where no other was named since; else all."""
        if agreeing := self._agreeing(key, bearers, sentence):
            return [agreeing]
        second = self._since[bearers[1]]
        owned = self._uses.alone.get(key, second) < second
        near = [name for name in bearers if self._named_near(name, sentence)]
        if len(near) == 1 and sentence - spoke.get(near[0], -MEMORY - 1) <= MEMORY:
            return [*bearers] if owned and near != [bearers[0]] else near
        if self._goes_on(bearers, sentence, spoke):
            return [bearers[0]]
        return [*bearers[:1]] if owned else [*bearers]

    def _goes_on(self, bearers: Sequence[str], sentence: int, spoke: Mapping[str, int]) -> bool:
        """Whether the first of several bearers of a name speaks on: shortly before, and no other since or ever."""
        first, *others = bearers
        last = spoke.get(first, -MEMORY - 1)
        if sentence - last > MEMORY or any(other in spoke for other in others):
            return False
        named = {text_of(without_titles(run)) for at in range(last, sentence + 1) for run in self._runs.get(at, ())}
        return named.isdisjoint(others)

    def _agreeing(self, key: str, bearers: Sequence[str], sentence: int) -> str:
        """The one bearer of a name with the gender of the "his" or "her" that follows it, in this sentence or, if it is
        never the other, in any."""
        found = self._uses.genders.get(key, {})
        shown = found.get(sentence) or (set(found.values()) if found else set())
        genders = {shown} if isinstance(shown, str) else shown
        fitting = [name for name in bearers if given_names().get(name.split()[0].lower(), "") in ("", *genders)]
        return fitting[0] if len(fitting) == len(genders) == 1 else ""

    def _named_near(self, name: str, sentence: int) -> bool:
        """Whether a name stands in full in one of the sentences up to this one that a reader still has in mind."""
        return any(
            text_of(without_titles(run)) == name
            for number in range(max(0, sentence - MEMORY), sentence + 1)
            for run in self._runs.get(number, ())
        )

    def _people(self, names: Sequence[str], spoke: Container[str]) -> list[str]:
        """Of several names those that are surely a person's: who has spoken, has a known given name or a title."""
        sure = [n for n in names if n in spoke or n in self._titled or n.split()[0].lower() in given_names()]
        return list(sure or names)

    def people_in(self, sentence: int, starts: Container[int], spoke: Container[str]) -> list[list[Token]]:
        """The capitalised words, titles included, of each person's full name, of each surname of a full name or behind
        a title, and of each name in ``spoke``, that begin in a sentence at some places."""
        found = []
        for before, run in self._uses.of_sentence.get(sentence, ()):
            if run[0].start not in starts:
                continue
            name = without_titles(run)
            text = text_of(name) if name else ""
            if len(name) > 1:
                person = text in self._since
            else:
                person = text in self._surnames or text in spoke or is_titled(run) or self._is_given(run, sentence)
                person = person or (before.lower() in ("called", "named") and run[0].lower in given_names())
            article = is_article(before) or is_article(run[0].lower)
            thing = article and len(name) == len(run) and name[0].lower not in given_names()
            small = any(word.lower in function_words() for word in name)
            if person and not (thing or small or self.is_thing(text)):
                found.append(run)
        return found

    def _is_given(self, run: Sequence[Token], sentence: int) -> bool:
        """Whether a sentence begins with a given name alone, which acts: "*Marta* stirs the pot", not "Florence is"."""
        words = self._sentences[sentence].tokens[:2]
        acts = run[0] == words[0] and len(words) > 1 and (is_present(words[1].lower) or is_past(words[1].lower))
        known = acts and bool(given_names().get(run[0].lower)) and not is_listed(run[0].lower)
        return known and words[1].lower not in function_words() and not self._uses.placed[run[0].text]

    def is_thing(self, name: str) -> bool:
        """Whether a name is no person's: nobody is called by its first or last word, and "in" or "at" stands before it
        ("in Port Halden"), it ends in capitals ("Holm USA") or is given in full again and again."""
        if name not in self._things:
            self._things[name] = self._is_thing(name)
        return self._things[name]

    def _is_thing(self, name: str) -> bool:
        first, last = name.split()[0].lower(), _without_suffix(name).split()[-1]
        alone = self._uses.alone
        if name in self._titled:
            return False
        if first == last.lower():
            return last not in self._surnames and self._uses.placed[name] > 0
        given = first in given_names()
        if not given and name in self._uses.behind_the:
            return True  # "the United States"
        if last.lower() in alone or first in alone:
            return False
        if not given and all(is_listed(word.lower()) for word in name.split()):
            return True  # "Gender Equality"
        often = self.full.get(last.lower(), {}).get(name, 0)
        capitals = len(last) > 2 and last.isupper()
        return capitals or self._uses.placed[name] > given or often > (_OFTEN + 2 if given else _OFTEN)

    def spelled_out(self, letters: str) -> str:
        """The one name in the article that some capital letters stand for ("World Health Organization" for "WHO"), or
        that begins with a word: "Alder Foundation" for "Alder"; "" where none or several do."""
        name, letters = letters, letters.replace(".", "").replace("-", "")
        begun = self._shortened().get(name, set())
        if len(begun) == 1 and not (name in self._uses.placed or is_proper(name)):
            return next(iter(begun))
        if not (letters.isupper() and letters.isalpha() and len(letters) > 2):
            return ""
        names = self._bodies().by_initials.get(letters, {})
        return next(iter(names)) if len(names) == 1 else ""

    def _shortened(self) -> dict[str, set[str]]:
        """The first words of bodies' names that can stand alone: "Alder" of "Alder Foundation"."""
        if self._firsts is None:
            self._firsts = {}
            for _, _, _, run in self._uses.runs:
                if 1 < len(run) < 4 and run[-1].lower in speaker_words("shortened"):
                    self._firsts.setdefault(run[0].text, set()).add(text_of(run))
        return self._firsts

    def fuller(self, name: str, sentence: int) -> str:
        """The one longer name of a body that the article gives before it uses a shorter one: "Halden Harbour Board" for
        "the Harbour Board"; the name itself where it has none or several."""
        longer = {other: first for other, first in self._bodies().by_end.get(name, {}).items() if first <= sentence}
        longest = max(longer, key=len, default=name)
        one = all(longest.endswith(other) for other in longer)
        return longest if one and self._uses.first.get(name, sentence) >= longer.get(longest, 0) else name

    def _bodies(self) -> Bodies:
        if self._found_bodies is None:
            runs = self._uses.of_sentence
            long = [n for n, found in runs.items() if sum(len(run) for _, run in found) > 2]
            self._found_bodies = bodies_of((number, self._sentences[number].tokens) for number in long)
        return self._found_bodies


def _is_surname(word: str, key: str) -> bool:
    return word.lower() == key and not word.isupper()


def _without_suffix(name: str) -> str:
    """A name without what stands behind it: "Quint Jr." is called Quint; "Jr." alone is all there is."""
    before, _, last = name.rpartition(" ")
    return before if before and last.lower().rstrip(".") in speaker_words("suffix") else name


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
