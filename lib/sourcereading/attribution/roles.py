"""Who holds a role, or is of a kind, in an article: "the mayor", "the company", "the 56-year-old"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from sourcereading.attribution.name_uses import BEFORE_PLACE, NameUses
from sourcereading.text.full_names import SHORT_TITLES, role_keys
from sourcereading.text.institutions import name_links
from sourcereading.text.name_words import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    UNKNOWN,
    given_names,
    is_article,
    is_capital,
    speaker_words,
    text_of,
)
from sourcereading.text.parts_of_speech import is_adjective
from sourcereading.text.phrases import head_of, head_phrase, is_a_people, phrase_of, without_titles
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Token

_SITE = re.compile(r"[a-z\d]\.(?:com|org|net|info|co\.uk)$")
_KINDS = ("company", "newspaper", "force", "club", "lender", "charity", "airline", "agency")
_SHORT = {short.rstrip(".") for short in SHORT_TITLES}
_RANKS = {"vice", "deputy"}
_SAME = {"gop": "republican", "democrat": "democratic", "tory": "conservative"}
_MOST = 20
"""More people with one role are nobody in particular."""
_APPOSITION = 8
"""Words of an apposition beside a name that are looked at."""


class Roles:
    """The roles of an article's people, and the kinds of its institutions.

    Parameters
    ----------
    uses : how the article uses names.
    full : last and first word of each full name to the names.
    held : each role to the names that hold it, with all words that are said of it; roles found here are added.
    """

    def __init__(self, uses: NameUses, full: Mapping[str, Mapping[str, int]], held: dict[str, dict[str, set[str]]]):
        self._uses = uses
        self._full = full
        self._held = held
        self._said: dict[str, set[str]] = {}
        self._kinds: dict[str, dict[str, int]] | None = None  # kind of institution, or age, to names with sentences
        for name, role in self._appositions():
            for key in role_keys(head_phrase(role)):
                held.setdefault(key, {}).setdefault(name, set()).update(word.text for word in role)

    def holds(self, name: str, role: str) -> bool:
        """Whether somebody has a role."""
        return name in self._held.get(role, ())

    def may_hold(self, name: str, role: str) -> bool:
        """Whether nobody else has a role, or somebody has it, too."""
        return name in self._held.get(role, (name,))

    def said_of(self, name: str) -> set[str]:
        """All words that are said of somebody in a role."""
        if not self._said:
            for holders in self._held.values():
                for holder, said in holders.items():
                    self._said.setdefault(holder, set()).update(said)
        return self._said.get(name, set())

    def held_by_surnames(self) -> dict[str, str]:
        """The last word of each name that holds a role, in lower case, with the longest role."""
        found: dict[str, str] = {}
        for role, holders in self._held.items():
            for name in filter(None, holders):
                key = name.split()[-1].lower()
                found[key] = max(role, found.get(key, ""), key=len)
        return found

    def holder(self, words: Sequence[Token]) -> str:
        """The one person who has a role ("the mayor of Halden"); "" where none or several have, or where the article
        does not say all that the words say of it."""
        called = _called(words)
        role = next((key for key in called if key in self._held), "")
        whose = {_plain(word.text) for word in words if word.text[0].isupper() and not is_article(word.lower)}
        whose -= set(role.split())  # "the *Minister* for Roads"
        rank, served = {word.lower for word in words} & _RANKS, _served(word.text for word in words)
        holders = self._held.get(role, {})
        behind = any(word.lower == "of" for word in words)
        fitting = []
        for name, said in holders.items() if len(holders) <= _MOST else ():
            own = {_plain(word) for word in said if word[0].isupper()} - set(role.split()) - function_words() - _SHORT
            said_rank = {word.lower() for word in said} & _RANKS if role not in speaker_words("title") else rank
            other = served and (serves := _served(said)) and served.isdisjoint(serves)
            if said_rank == rank and not other and (not whose or whose & own or not (own or behind)):
                fitting.append(name)
        return fitting[0] if len(fitting) == 1 else ""

    def _appositions(self) -> Iterator[tuple[str, list[Token]]]:
        """People with what stands beside them between commas: "*Ruiz*, the mayor of Halden,", "the mayor, *Ana Ruiz*,",
        "Norland's mayor, *Ana Ruiz*,", or before a surname without a full name: "Mayor *Ruiz*"; "Ana Ruiz, the mayor"
        and "Mayor Ana Ruiz" are known already."""
        for _, words, at, run in self._uses.runs:
            end = at + len(run)
            if is_titled(run) and run[-2].lower not in speaker_words("address"):
                bearers = self._called_so(text_of(run[-1:]))
                if len(bearers) == 1:
                    yield bearers[0], run[:-1]
            beside = at > 1 and words[at - 1].text == ","
            if not beside and not (end < len(words) and words[end].text == ","):
                continue
            name, behind = text_of(without_titles(run)), words[end : end + _APPOSITION]
            place = at and words[at - 1].lower in BEFORE_PLACE  # "In Halden, the head of the league,"
            role = len(behind) > 2 and behind[0].text == "," and is_article(behind[1].lower)
            if len(run) == 1 and role and not place:
                bearers = self._called_so(name)
                if len(bearers) == 1:
                    yield bearers[0], phrase_of(behind[1:])
            elif beside and name in self._full.get(run[-1].lower, ()):
                before = range(at - 2, max(-1, at - _APPOSITION), -1)
                first = next((k for k in before if _opens_role(words[k])), at)
                if first < at and all(word.is_word or word.text in "'’" for word in words[first : at - 1]):
                    yield name, [*words[first : at - 1]]

    def _called_so(self, surname: str) -> list[str]:
        """The full names that end with a surname and can be meant by its titles; the surname itself where none does."""
        full = (name for name in self._full.get(surname.lower(), {}) if name.endswith(f" {surname}"))
        return [name for name in full if not self._uses.is_other(surname.lower(), name)] or [surname]

    def institution(self, kind: str, sentence: int, spoke: Container[str] = ()) -> str:
        """The one name up to a sentence that belongs to a kind of institution ("company") or to an age; of several
        newspapers the one that has spoken."""
        kinds = self._by_kind()
        found = [name for name, first in (kinds.get(kind) or kinds.get(kind_of(kind), {})).items() if first <= sentence]
        bare = dict.fromkeys(name[4:] if name.startswith("The ") else name for name in found)
        named = [name for name in bare if not any(other.endswith(f" {name}") for other in bare)]
        if len(named) > 1 and kind_of(kind) == "newspaper":
            named = [name for name in named if name in spoke]
        return named[0] if len(named) == 1 else ""

    def has_age(self, name: str) -> bool:
        """Whether the article gives the age of somebody: "Ben Holm, 56,"."""
        return any(name in names for kind, names in self._by_kind().items() if kind.isdigit())

    def _by_kind(self) -> dict[str, dict[str, int]]:
        if self._kinds is None:
            self._kinds = {}
            for key, name, number in self._all_kinds():
                for kind in {kind_of(key), key if kind_of(key) not in _KINDS[:2] else kind_of(key)}:
                    self._kinds.setdefault(kind, {}).setdefault(name, number)
        return self._kinds

    def named_in(self, words: Sequence[Token]) -> str:
        """The institution that a description names in full: "the *Halden News* outlet"; "" for a place's."""
        run = words[1:-1]
        text = text_of(run) if run else ""
        named = kind_of(words[-1].lower) in _KINDS and all(word.text[0].isupper() for word in run)
        return text if text and named and not self._uses.placed[text] and run[0].lower not in given_names() else ""

    def _all_kinds(self) -> Iterator[tuple[str, str, int]]:
        """Every kind of institution that a name says or an apposition gives, and every age, with the name and the
        number of the sentence: "Halden Bank", "Ministry of Health", "Orme Lines, a company", "Ben Holm, 56,"."""
        for number, words, at, run in self._uses.runs:
            text = text_of(run)
            of = next((k for k, word in enumerate(run) if word.lower in ("of", "for")), len(run))
            head = run[of - 1].lower.removesuffix("'s") if of else ""
            if len(run) > 1 and head in speaker_words(ORGANIZATION):
                yield head, text, number
            noun = words[at - 1] if at else run[0]
            named = self._is_person(run) or head in speaker_words(ORGANIZATION)  # "the state Senate"
            if not named and any(noun.text in speaker_words(kind) for kind in _KINDS):
                yield noun.text, text, number  # "the firm *Orme*"
            behind = words[at + len(run) : at + len(run) + _APPOSITION]
            if body := _body_on(run, behind):
                yield run[0].lower, text_of(body), number
            for kind in self._kinds_of(run, behind):
                yield kind, text, number
            if document := _document_of(run, behind):
                yield document[-1].lower, text_of(document), number
            if len(behind) < 3 or behind[0].text != ",":
                continue
            if behind[1].text.isdigit() and behind[2].text in (",", ".", ";"):
                yield behind[1].text, text_of(without_titles(run)), number
            if is_article(behind[1].lower):
                head = head_of(phrase_of(behind[1:]))
                of_whom = next((k + 1 for k, word in enumerate(behind[:-1]) if word.lower == "of"), 0)
                owned = head in speaker_words("subsidiary") and is_capital(behind[of_whom])  # "a unit of Orme Lines"
                yield ("company" if owned else head), text, number

    def _is_person(self, run: Sequence[Token]) -> bool:
        """Whether capitalised words are a person's name, or begin with one: "the firm *Ruiz* left"."""
        return run[-1].lower.removesuffix("'s") in self._full or run[0].lower in given_names() or is_titled(run)

    def _kinds_of(self, run: Sequence[Token], behind: Sequence[Token]) -> list[str]:
        """The kinds of institution that the end of a name and a common noun right behind it tell of: "Orme Lines
        *Ltd*", "the Halden News *outlet*"."""
        if len(run) < 2 or run[0].lower in given_names() or self._uses.placed[text_of(run)]:
            return []
        noun = behind[0].lower if behind and behind[0].text[0].islower() else ""
        ending = noun in speaker_words("company") and noun not in speaker_words(ORGANIZATION)  # "Halden Bank plc"
        first = run[0].lower if run[0].text.isupper() else ""  # "FC Halden"
        noun = noun if ending or text_of(run) in self._uses.behind_the else ""
        words = (first, run[-1].lower.rstrip("."), noun)
        return [kind_of(word) for word in words if kind_of(word) != word or word in speaker_words(ORGANIZATION)]


def _body_on(run: Sequence[Token], behind: Sequence[Token]) -> list[Token]:
    """The body whose name goes on behind a preposition: "*Commission* on Roads"."""
    if len(run) > 1 or run[0].lower not in speaker_words(ORGANIZATION):
        return []
    words = [*run, *behind]
    links = name_links(words)
    end = next((at for at in range(1, len(words)) if at not in links and not is_capital(words[at])), len(words))
    return words[:end] if 1 in links else []


def _document_of(run: Sequence[Token], behind: Sequence[Token]) -> list[Token]:
    """The document that a name and a noun right behind it, or behind an adjective, name: "Halden Institute final
    report"."""
    last = next((at for at, word in enumerate(behind[:2]) if word.lower in speaker_words(DOCUMENT)), None)
    if last is None or len(run) < 2 or run[0].lower in given_names() or run[-1].lower.endswith("'s"):
        return []
    return [*run, *behind[: last + 1]] if not last or is_adjective(behind[0].lower) else []


def _called(words: Sequence[Token]) -> list[str]:
    """What the role in a description is called, without words that say whose it is ("the US vice president"), the
    longest first; of several words at least two count ("the state attorney general" is no general)."""
    head = [word for word in head_phrase(words) if word.text[0].islower() or word.start == words[-1].start]
    keys = role_keys(head) or [head_of(words)]
    return keys if len(keys) == 1 else keys[:0:-1]


def _served(words: Iterable[str]) -> set[str]:
    """Whose a role is, by its words: "the *union's* spokesman", "a *company* spokesman"."""
    small = (word.lower().replace("’", "'") for word in words)
    bodies = speaker_words(ORGANIZATION), speaker_words(GROUP)
    return {word.partition("'")[0] for word in small if "'" in word or any(word in kind for kind in bodies)}


def kind_of(word: str) -> str:
    """The kind of institution that a word tells of: a firm is a company, and so is "Orme Lines *Ltd*"."""
    return next((kind for kind in _KINDS if word in speaker_words(kind)), word)


def is_titled(run: Sequence[Token]) -> bool:
    """Whether capitalised words are one name behind a title: "Mr Ruiz", not "former Norland senator", "Justice
    Department's"."""
    title = run[-2].lower if len(without_titles([*run])) == 1 < len(run) else ""
    named = text_of(run[-1:]).lower() not in speaker_words(ORGANIZATION)
    return named and title in speaker_words("title") and title not in ("former", "acting", "deputy", "vice")


def _opens_role(word: Token) -> bool:
    return is_article(word.lower) or word.lower == "its" or word.lower.endswith(("'s", "’s"))


def _plain(word: str) -> str:
    small = word.lower().replace(".", "")
    return _SAME.get(small, small)


def kind_of_name(name: Sequence[Token], text: str, person: bool) -> str:
    """What kind of speaker a name is of; ``person`` says whether something else tells of a person."""
    last = text.split()[-1].lower().removesuffix("'s").removesuffix("’s")
    if _SITE.search(last):
        return ORGANIZATION  # "Halden.org"
    if last in speaker_words(ORGANIZATION) or last in speaker_words(DOCUMENT) or text.endswith(("'s", "’s")):
        return ORGANIZATION
    if name_links(name) or (" " in text and kind_of(last.rstrip(".")) != last.rstrip(".")):
        return ORGANIZATION
    if last in speaker_words(GROUP) or (" " not in text and is_a_people(last)):
        return GROUP
    return PERSON if person or len(text.split()) > 1 else UNKNOWN
