"""Descriptions of those who speak: "some Tories", "*l*ocal officials", "another critic"."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import cache
from itertools import dropwhile, pairwise

from sourcereading.text.inflection import singular
from sourcereading.text.name_words import GROUP, given_names, is_capital, speaker_words, text_of
from sourcereading.text.parts_of_speech import is_adjective, is_listed, is_noun, is_plain, is_plural, is_proper
from sourcereading.text.phrases import head_phrase, is_people
from sourcereading.text.sentence_words import classes_of, function_words, grammar
from sourcereading.text.sentences import TEXT, Sentence, Token

_NEAR = 1
"""Sentences behind "one critic" in which "another" is another critic."""
_FAR = 3
"""Sentences behind "two nurses" in which "one" is a nurse."""
_MOST = 100
"""Words of such a sentence that are looked at."""
_ONE = ("one", "another")
_SINGLE = ("one", "another", "each", "every", "either", "neither", "any", "no")
_OF_PARTIES = ("liberal", "social", "christian", "labour", "labor")
"""Words that begin the names of parties."""


_FORCES = ("police", "prosecutors")
_OF_STATES = ("federal", "state", "county", "city", "military", "special")
"""What says whose a force is, beside a name."""


def only_force(sentences: Sequence[Sentence], word: str) -> str:
    """The one police, or the prosecutors, of an article, where it says whose they are when it first names them, and
    names no other: "federal prosecutors", "Port Halden police"; "" elsewhere."""
    found: dict[str, Sequence[Token]] = {}
    for words in (sentence.tokens for sentence in sentences if sentence.kind is TEXT) if word in _FORCES else ():
        for at, token in enumerate(words):
            if token.lower != word or (at + 1 < len(words) and is_noun(words[at + 1].lower)):
                continue  # "police officers"
            first = at
            while first and _says_whose(words[first - 1]):
                first -= 1
            if first == at and not found:
                return ""
            if first < at:
                found.setdefault(text_of(words[first:at]).lower(), words[first : at + 1])
    named = next(iter(found.values()), [])
    whose = named[0].lower if named else ""
    if len(found) != 1 or not (whose in _OF_STATES or (is_capital(named[0]) and not is_listed(whose))):
        return ""
    return f"{whose} {text_of(named[1:])}" if whose in _OF_STATES else text_of(named)


def _says_whose(word: Token) -> bool:
    """Whether a word before a force goes with it: a name, an adjective or a noun."""
    small = word.lower
    kinds = classes_of(small)
    if not word.is_word or small in function_words() or "time" in kinds or "month" in kinds:
        return False
    return is_capital(word) or is_adjective(small) or is_noun(small)


def _is_some(word: str) -> bool:
    kinds = classes_of(word)
    return word != "one" and ("number" in kinds or word in ("some", "several", "few", "many"))


class Others:
    """Whom "one", "the other", "another" and "others" stand for: "One critic left; *another* said", "Critics left.
    *One* said"."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._noun: dict[str, tuple[int, str]] = {}  # each of two to a sentence and a noun

    def note(self, words: Sequence[Token], sentence: int) -> None:
        """Notes a description of one or some of several."""
        head = head_phrase(words)
        first = words[0].lower
        noun = text_of(head if len(head) == 1 else head[1:])
        if noun and first in ("a", "an", "one", "another"):
            self._noun["another"] = (sentence, f"another {noun}")
            if first == "one":
                self._noun["the other"] = (sentence, f"the other {noun}")
        elif noun.lower() not in ("", first) and first in ("some", "many", "most", "several"):
            self._noun["others"] = (sentence, f"other {noun}")
        if len(head) == 1 or first in ("the", "some", "many", "most", "several"):
            one = singular(noun.lower())
            if one != noun.lower() and is_people(one):  # "*Whips* insist … *one* told me"
                named = one in speaker_words("proper") or (is_proper(one.capitalize()) and not is_listed(one))
                self._noun["one"] = (sentence, f"one {one.capitalize() if named else one}")

    def described(self, phrase: str, sentence: int) -> str:
        """A phrase, with the noun that "one", "another" and "others" stand for."""
        small = phrase.lower()
        at, whole = self._noun.get(small, (-1, ""))
        if whole and sentence - at <= _NEAR:
            return whole
        noun = self._counted(sentence, "one" if small == "another" else "") if small in _ONE else ""
        if noun:
            self._noun["the other"] = (sentence, f"the other {singular(noun)}")
        return f"{small} {singular(noun)}" if noun else phrase

    def _counted(self, sentence: int, first: str) -> str:
        """The noun for people of whom the last sentences count some, where they count no others: "two *nurses*"; before
        "another" the ``first`` of them comes, too."""
        for number in range(sentence - 1, max(-1, sentence - _FAR - 1), -1):
            words = self._sentences[number].tokens[:_MOST]
            first = "" if words[0].lower == first else first
            rests = (words[at:] for at, word in enumerate(words[:-1], 1) if word.text.isdigit() or _is_some(word.lower))
            behind = (next(dropwhile(lambda word: is_adjective(word.text), rest), rest[0]) for rest in rests)
            nouns = {one.text for one in behind if is_plural(one.text) and is_people(singular(one.text))}
            other = any(word.lower in ("one", "another") and is_noun(after.lower) for word, after in pairwise(words))
            if nouns or other:
                return nouns.pop() if len(nouns) == 1 and not (first or other) else ""
        return ""


def is_anybody(words: Sequence[str]) -> bool:
    """Whether words in lower case name nobody by themselves: "their", "those", "the other", "the older one"."""
    if len(words) > 1:
        counted = words[-1] in speaker_words("anybody") or (words[-1] == "one" and len(words) == 3)
        return "article" in classes_of(words[0]) and len(words) < 4 and counted
    word = words[0].partition("'")[0]
    open_to_all = ("article", "possessive", "demonstrative", "relative", "indefinite_pronoun")
    known = not classes_of(word).isdisjoint(open_to_all) or word in speaker_words("anybody")
    return words[0] not in ("her", "his") and known


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(term for term, kinds in grammar().items() if "adjective" in kinds)


def _is_small(word: Token) -> bool:
    return word.text[0].islower() or word.lower in speaker_words("proper")


def is_part_of_group(core: Sequence[Token], name: Sequence[Token]) -> bool:
    """Whether a phrase is about some of a group, or a kind of it, that has a name: "*some* Tories", "*two young*
    Norwegians", "*right-wing* Tories"; not "Liberal Democrats", "Five Rivers"."""
    before = [word for word in core if word.start < name[-1].start]
    last = name[-1].lower
    one = last.removesuffix("s")
    if not before or one == last or last in given_names():
        return False
    people = is_proper(one.capitalize()) and not is_listed(one) and one not in given_names()  # "Norwegians"
    group = people or last in speaker_words(GROUP)
    first, word = before[0], before[-1]
    kinds = classes_of(first.lower)
    some = "determiner" in kinds and not kinds & {"article", "possessive", "demonstrative"}
    if group and (some or "number" in kinds):
        return first.lower not in _SINGLE
    proper = is_capital(word) and (word is not first or word.lower in _OF_PARTIES)
    return group and is_adjective(word.lower) and not proper and word.lower not in speaker_words("title")


def only_opens(words: Sequence[Token], capitals: Callable[[], Container[str]] | None) -> bool:
    """Whether a description has its first capital only because a sentence or a quotation begins with it.

    ``capitals`` gives the words that the text has with a capital elsewhere, where the first word opens a sentence.
    """
    first = words[0]
    if not first.text[0].isupper() or (len(first.text) > 1 and not first.text[1:].islower()):
        return False
    small = first.lower
    if small in speaker_words("place") and len(words) > 1 and is_capital(words[1]):
        return False  # "New Hampshire Union Leader"
    if small in function_words() or small in _adjectives() or small.endswith("ly"):
        return True
    alone = len(words) == 1 or not words[1].is_word  # "Doctors, nurses and porters"
    if small in speaker_words("proper") or small in _OF_PARTIES or not (alone or _is_small(words[1])):
        return False
    if small in speaker_words(GROUP) or (is_adjective(small) and not is_proper(first.text)):
        return True
    common = is_plural(small) if alone else is_plain(small)
    return capitals is not None and common and small not in capitals()
