"""Speakers: from the words that name a source to one canonical name per article.

A name is the run of capitalised words that ends a noun phrase, without titles ("U.S. Vice President J.D. Vance"
→ "J.D. Vance"); a surname is the fullest name in the article that ends with it. A pronoun is the last *speaker*
that fits it, or the subject of a sentence since, and never somebody named only later. Where two fit, the speaker
stays ``(unattributed)``: no coin is tossed.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from sourcereading.resources import lexicon
from sourcereading.segment import TEXT, Sentence, Token, tokens
from sourcereading.tables import UNATTRIBUTED, WRITER

PERSON, GROUP, ORGANIZATION, DOCUMENT, UNKNOWN = "person", "group", "organization", "document", ""
_MEMORY = 12
"""Sentences after which a speaker no longer answers to a pronoun."""
_SINGULAR = {"he": "m", "she": "f", "him": "m", "her": "f"}
_ARTICLES = ("the", "a", "an")
_POSSESSIVES = ("his", "her", "its", "their", "my", "our", "your", "whose")
_PERSONAL = tuple(word for word in _POSSESSIVES if word != "its")
_FIRST_PERSON = ("i", "we", "me", "us")
_PARTICLES = frozenset(
    ("de", "da", "di", "del", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "dos", "du")
)


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


@cache
def _words(word_class: str) -> dict[str, str]:
    """The speaker words of one class with their gender."""
    rows = lexicon("speaker_words", ("term", "class"), ("gender", "example"))
    return {row["term"]: row["gender"] for row in rows if row["class"] == word_class}


@cache
def given_names() -> dict[str, str]:
    return {row["term"]: row["gender"] for row in lexicon("given_names", ("term", "gender"))}


@cache
def _function_words() -> frozenset[str]:
    """Words that are capitalised only because they open a sentence."""
    return frozenset(row["term"] for row in lexicon("function_words", ("term", "class"), ("example",)))


def points_back(phrase: str) -> bool:
    """Whether a phrase names a speaker only by what stands before it: "she", "her director"."""
    first, _, rest = phrase.lower().partition(" ")
    pronouns = (*_SINGULAR, "they", "it", *_FIRST_PERSON, "who", "which")
    return first in _POSSESSIVES or (first in pronouns and not rest)


def is_document(phrase: str) -> bool:
    """Whether a noun phrase names something that says what is written in it: a report, a survey, a letter."""
    return any(token.lower in _words("document") for token in _core(tokens(phrase), {}))


def text_of(words: Sequence[Token]) -> str:
    """The text of neighbouring tokens, with a space where the text has white space; a closing possessive is left
    out."""
    text = ""
    for at, word in enumerate(words):
        gap = at and word.start > words[at - 1].end
        text += f"{' ' if gap else ''}{word.text}"
    return text.removesuffix("'s").removesuffix("’s").rstrip(" '’")


@cache
def _adjectives() -> frozenset[str]:
    rows = lexicon("open_words", ("term", "class"), ("example",))
    return frozenset(row["term"] for row in rows if row["class"] == "adjective")


class Speakers:
    """The speakers of one article; ``resolve`` is called once per frame, in the order of the text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        self._text = text
        self._full, self._roles, self._since, self._runs = _names(sentences)
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
        if len(words) == 1 and words[0].lower in ("who", "which"):
            return self._store(UNATTRIBUTED, UNKNOWN, "", "")
        alone = words[0].lower.partition("'")[0] if len(words) == 1 else ""  # "I've", "they've"
        if alone in (*_SINGULAR, "they", "it", *_FIRST_PERSON):
            return self._pronoun(alone, phrase, sentence)
        core = _core(words, self._full)
        name = without_titles(_name_run(core))
        after = _name_run(_core(tokens(apposition), self._full)) if apposition and not name else []
        named_after = without_titles(after)
        if name:
            before = [word for word in core if word.start < name[0].start]
            found = self._named(name, sentence, _gender(core), _title(before) or _role(apposition))
        elif (
            len(named_after) > 1
            or len(after) > len(named_after) > 0
            or (named_after and _head(core) in _words(ORGANIZATION))
        ):
            found = self._named(named_after, sentence, _gender([*core, *after]), _title(core) and text_of(core))
        else:
            found = self._described(_phrase(words))
        found.aliases[phrase] = None
        self._spoke(sentence, found)
        return found

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
                self._spoke(number, self._named(name, number, _gender(run), ""))

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
        if len(name) == 1:
            text = self._fullest(text, sentence, gender)
        person = len(text.split()) > 1 or bool(role) or bool(gender)
        gender = gender or given_names().get(text.split()[0].lower(), "")
        last = text.split()[-1].lower().removesuffix("'s").removesuffix("’s")
        kind = (
            ORGANIZATION
            if last in _words("organization") or last in _words("document") or text.endswith(("'s", "’s"))
            else PERSON
            if person
            else UNKNOWN
        )
        found = self._store(text, kind, gender, role if kind is PERSON else "")
        if len(name) == 1:
            found.aliases[name[0].text] = None
        return found

    def _fullest(self, surname: str, sentence: int, gender: str) -> str:
        """The full name a surname or given name stands for: of several, the one that spoke last, else the commonest
        of those named by then, else of those named later."""
        candidates = self._full.get(surname.lower().replace("’", "'"), {})
        fitting = [
            name for name in candidates
            if not gender or given_names().get(name.split()[0].lower(), gender) == gender
        ]  # fmt: skip
        if len(fitting) > 1:
            for _, speaker in self._before(sentence):
                if speaker.name in fitting:
                    return speaker.name
        named = [name for name in fitting if self._since[name] <= sentence] or fitting
        return max(named, key=lambda name: candidates[name], default=surname)

    def _described(self, words: list[Token]) -> Speaker:
        """The speaker of a common noun phrase: "the Ukrainian side", "officials". A role that one person of the
        article holds is that person; an institution named in full before is that institution."""
        head = _head(words)
        kind = next(
            (kind for kind in (GROUP, PERSON, DOCUMENT, ORGANIZATION) if head in _words(kind)), UNKNOWN
        )
        if kind is UNKNOWN and head in _words("title"):
            kind = PERSON
        if words[0].lower == "the" and kind is PERSON:
            holders = self._roles.get(head, {})
            if len(holders) == 1:
                return self._store(*holders, PERSON, _gender(words), head)
        if words[0].lower == "the" and len(words) == 2 and kind is ORGANIZATION:
            known = [
                other for other in self._known.values() if other.kind is ORGANIZATION and other.head == head
            ]
            if len(known) == 1:
                return known[0]
        name = text_of(words) + _own_s(words)
        opens = words[0].text[0].isupper() and (len(words[0].text) == 1 or words[0].text[1:].islower())
        first = words[0].lower
        common = first in _function_words() or first in _adjectives() or first.endswith("ly")
        single = len(words) == 1 and head in _words(GROUP) and head not in _words("proper")
        if opens and (common or single):
            name = name[0].lower() + name[1:]
        found = self._store(name, kind, _gender(words), "")
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
        key = name.casefold()
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


def _ends_one(surname: Token, names: dict[str, int]) -> bool:
    return any(name.endswith(f" {text_of([surname])}") for name in names)


_NAME_ENDS = frozenset(
    ("who", "which", "that", "for", "in", "at", "from", "with", "on", "by", "to", "about", "near")
)


def _core(words: Sequence[Token], full: dict[str, dict[str, int]]) -> list[Token]:
    """A noun phrase up to its first mark, relative clause or preposition; "of" goes on with the name of an
    institution ("Ministry of Health"), not behind a person's ("Ruiz of Halden"; ``full`` knows the surnames)."""
    core: list[Token] = []
    for at, word in enumerate(words):
        if not word.is_word and word.text not in ("&", "/", "'", "’"):
            break
        if at and word.lower in _NAME_ENDS:
            break
        if at and word.lower == "of" and core[-1].text[0].isupper() and not goes_on_with_of(core[-1].lower):
            person = core[-1].lower in full or (len(core) > 1 and core[-2].text[0].isupper())
            if person or at + 1 >= len(words) or not words[at + 1].text[0].isupper():
                break
        core.append(word)
    return core


def goes_on_with_of(word: str) -> bool:
    """Whether "of" after a capitalised word is part of the name: "Ministry of Health", not "Ruiz of Halden"."""
    return word in _words("title") or word in _words(ORGANIZATION)


def _phrase(words: Sequence[Token]) -> list[Token]:
    """A noun phrase up to its first mark or relative clause, prepositions kept: "an official familiar with it"."""
    phrase: list[Token] = []
    for word in words:
        if phrase and (
            word.lower in ("who", "which", "that") or (not word.is_word and word.text not in "&/'’")
        ):
            break
        phrase.append(word)
    return phrase


def _head(words: Sequence[Token]) -> str:
    """The head noun of a noun phrase: the last word before its first preposition."""
    for at, word in enumerate(words):
        if at and (word.lower in _NAME_ENDS or word.lower == "of"):
            return words[at - 1].lower
    return words[-1].lower


def _title(words: Sequence[Token]) -> str:
    """Words before a name as a role, without an article; a bare form of address ("Mr", "Lady") is none, nor is what
    somebody is to another ("her opposite number")."""
    first = words[0].lower if words else ""
    if first in _PERSONAL or all(word.lower in _words("address") for word in words):
        return ""
    return text_of(words[1:] if first in _ARTICLES else words)


def _role(apposition: str) -> str:
    """An apposition that says what somebody is."""
    return apposition if apposition.split(" ")[0].lower() in (*_ARTICLES, "its") else ""


def _name_run(core: Sequence[Token]) -> list[Token]:
    """The capitalised words that end a noun phrase; none where its head is a common noun."""
    for at, word in enumerate(core):
        if at and word.lower == "of" and core[at - 1].text[0].islower():
            return []  # "a friend of Ruiz" is not Ruiz
    run: list[Token] = []
    for word in reversed(core):
        capital = word.text[0].isupper() or word.text[0].isdigit()
        joins = run and (word.lower in _PARTICLES or word.text in ("&", "’", "'") or word.lower == "of")
        if not capital and not joins:
            break
        if word.lower in ("the", "a", "an"):
            break
        run.append(word)
    run.reverse()
    while run and not (run[0].text[0].isupper() or run[0].text[0].isdigit() or run[0].lower in _PARTICLES):
        run.pop(0)
    if len(run) == len(core) and run and run[0].lower in _function_words() and len(run) > 1:
        run = run[1:]
    if (
        len(run) == 1
        and run[0] is core[0]
        and (
            run[0].lower in _function_words()
            or run[0].lower in _words("group")
            or run[0].lower in _words("organization")
        )
    ):
        return []
    return run


def without_titles(run: list[Token]) -> list[Token]:
    """A name without the titles before it; titles alone are no name."""
    if run and run[-1].lower in _words(ORGANIZATION):
        return run  # "State Department": a title's word begins the name of an institution
    first = 0
    for at, word in enumerate(run):
        rest = len(run) - at - 1
        if word.lower in _words("title"):
            first = at + 1
        elif rest and word.lower.endswith("'s") and run[at + 1].lower == "of":
            break  # "Lloyd's of Halden"
        elif rest > 1 and (word.lower in _words(PERSON) or word.lower.endswith(("'s", "s'"))):
            first = at + 1  # "Applicant Ana Ruiz", "the Post's Ana Ruiz"
    return run[first:]


def _gender(words: Sequence[Token]) -> str:
    for word in words:
        gender = _words("title").get(word.lower) or _words("person").get(word.lower)
        if gender:
            return gender
    return ""


def full_names(sentences: Sequence[Sentence]) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, None]]]:
    """The full names of an article, and the roles that its people hold (see ``_names``)."""
    return _names(sentences)[:2]


def _names(
    sentences: Sequence[Sentence],
) -> tuple[
    dict[str, dict[str, int]], dict[str, dict[str, None]], dict[str, int], dict[int, list[list[Token]]]
]:
    """The full names of an article, the roles that its people hold, and where each is named first.

    Returns
    -------
    Last and first word of each full name, in lower case, to the names and their counts; and the head of each role
    ("mayor" of "Mayor Ana Ruiz" and of "Ana Ruiz, the mayor of Halden") to the names that hold it;
    each name to the number of the first sentence that gives it; and each number to the capitalised words of the
    full names in its sentence.
    """
    found: dict[str, dict[str, int]] = {}
    roles: dict[str, dict[str, None]] = {}
    since: dict[str, int] = {}
    runs: dict[int, list[list[Token]]] = {}
    for number, sentence in enumerate(sentences):
        if sentence.kind is not TEXT:
            continue
        words = sentence.tokens
        at = 0
        while at < len(words):
            run = capitals(words, at)
            if not run:
                at += 1
                continue
            name = without_titles(run)
            end = at + len(run)
            if (
                2 <= len(name) <= 4
                and not any(part.text[0].isdigit() for part in name)
                and not (name[-1].lower in _words(ORGANIZATION) or name[-1].lower in _words(DOCUMENT))
            ):
                text = " ".join(part.text for part in name).removesuffix("'s").removesuffix("’s")
                since.setdefault(text, number)
                runs.setdefault(number, []).append(run)
                for key in (name[-1].lower.removesuffix("'s"), name[0].lower):
                    counts = found.setdefault(key, {})
                    counts[text] = counts.get(text, 0) + 1
                for head in (*_titles_before(run, name), *_role_after(words[end : end + 8])):
                    roles.setdefault(head, {})[text] = None
            at = end
    return found, roles, since, runs


def capitals(words: Sequence[Token], at: int) -> list[Token]:
    """The capitalised words that begin at a token, up to a possessive; a function word that opens the sentence is
    none."""
    run: list[Token] = []
    while at < len(words) and words[at].is_word and words[at].text[0].isupper():
        if at == 0 and words[at].lower in _function_words():
            break
        run.append(words[at])
        if words[at].lower.endswith("'s"):
            break
        at += 1
    return run


def _titles_before(run: list[Token], name: list[Token]) -> list[str]:
    """The last title before a name: "minister" of "Waters Minister Ana Ruiz"."""
    before = run[: len(run) - len(name)]
    return [before[-1].lower] if before and before[-1].lower in _words("title") else []


def _role_after(words: Sequence[Token]) -> list[str]:
    """The head of an apposition that opens with an article: "mayor" of ", the mayor of Halden"."""
    if len(words) < 3 or words[0].text != "," or words[1].lower not in _ARTICLES:
        return []
    head = _head(_phrase(words[1:]))
    return [head] if head in _words(PERSON) or head in _words("title") else []
