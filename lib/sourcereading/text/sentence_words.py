"""The words of a sentence with their classes, and the questions that the rules of several rooms ask of them.

Classes come from ``data/lexicons/grammar.csv`` (pronoun, determiner, preposition, …) and, for words that are not there,
from their shape: "-ly" is an adverb, "-ed" and "-ing" are forms of verbs, "couldn't" is "could" and "not". A word
may have several: "that" is a determiner, a subordinator and a relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from sourcereading.text.inflection import irregular_pasts
from sourcereading.text.lexicon import lexicon
from sourcereading.text.remembered import as_one, remembered
from sourcereading.text.verbs import verbs

NONE: frozenset[str] = frozenset()
ACRONYMS = ("WHO", "IT", "US")
"""Names that are written as a pronoun is, in capitals."""
CLOSED = frozenset(
    (
        "subject_pronoun", "object_pronoun", "reflexive_pronoun", "indefinite_pronoun", "first_person",
        "demonstrative", "article", "possessive", "determiner", "be", "have_do", "modal", "auxiliary", "negative",
        "preposition", "coordinator", "subordinator", "relative", "interrogative", "clause_break", "adverb", "time",
        "month",
    )
)  # fmt: skip
"""Classes whose words carry grammar rather than content; those of content words that the rules must know are others."""
DASHES = frozenset(("—", "–", "―", "--", "-"))
_BREAKS = DASHES | {",", ";", ":", "(", ")", "[", "]"}
STOPS = DASHES | frozenset(';:.?!()[]…/"“”') | {"..."}
"""Punctuation that ends a clause; a comma is looked at by itself."""
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SHORTENED = {"'ll": "will", "'re": "are", "'m": "am", "'ve": "have", "'d": "had", "'s": "is"}


@cache
def grammar() -> dict[str, frozenset[str]]:
    """Each word of ``grammar.csv`` with its classes."""
    rows = lexicon("grammar", ("term", "class", "example"))
    return {row["term"]: frozenset(row["class"].split()) for row in rows}


@cache
def function_words() -> frozenset[str]:
    """The words that carry grammar rather than content: "the", "of", "however"."""
    return frozenset(term for term, classes in grammar().items() if classes & CLOSED)


def contraction(word: str) -> tuple[str, ...]:
    """The words that a contraction is short for, else none.

    >>> contraction("won't"), contraction("they're"), contraction("it's"), contraction("brown's")
    (('will', 'not'), ('they', 'are'), ('it', 'is'), ())
    """
    if word.endswith("n't"):
        return (_IRREGULAR.get(word[:-3], word[:-3]), "not")
    at = word.rfind("'")
    verb = _SHORTENED.get(word[at:]) if at >= 0 else None
    if verb is None or (verb == "is" and grammar().get(word[:at], NONE).isdisjoint(_BEFORE_IS)):
        return ()
    return (word[:at], verb)


_BEFORE_IS = ("subject_pronoun", "demonstrative", "interrogative")


def _classes_of(word: str) -> frozenset[str]:
    """The classes of one lower-case word: the lexicon's, and those its shape gives it.

    >>> sorted(classes_of("since"))
    ['clause_break', 'preposition', 'subordinator']
    >>> sorted(classes_of("couldn't"))
    ['auxiliary', 'contracted', 'modal', 'negative']
    """
    if word not in grammar() and (parts := contraction(word)):
        found = frozenset().union(*(classes_of(part) for part in parts if part))
        return as_one(found | {"contracted"} if parts[1] == "not" else found)
    if "'" in word[1:] and word not in grammar():
        return frozenset(("genitive",))
    shape = set(grammar().get(word, NONE))
    if word in irregular_pasts():
        shape.add("past")
    if word[:1].isdigit() or ("-" in word and all("number" in classes_of(part) for part in word.split("-"))):
        shape.add("number")
    if word.endswith("ly") and len(word) > 4:
        if "noun_in_ly" not in shape and word not in verbs():
            shape.add("adverb")
    elif word.endswith("ed") and len(word) > 3:
        shape.add("ed")
    elif word.endswith("ing") and len(word) > 4:
        shape.add("ing")
    return as_one(frozenset(shape))


classes_of = remembered(_classes_of)


class SentenceWords:
    """The words and punctuation marks of a sentence, or of a part of it, with their classes.

    A room may fold several into one item (a quotation, a phrase) and add classes of its own. An item outside the
    sentence has no text and no class.
    """

    __slots__ = ("are_words", "classes", "size", "texts", "words")

    FINITE: ClassVar[tuple[str, ...]] = ("auxiliary", "past")
    NOMINAL: ClassVar[tuple[str, ...]] = ("determiner", "possessive", "number", "genitive", "adverb", "month")
    """Classes of finite verbs, and of words that may begin a noun phrase; a room may add its own."""

    def __init__(
        self, words: list[str], texts: Sequence[str], are_words: Sequence[bool], classes: list[frozenset[str]]
    ) -> None:
        self.words = words
        self.texts = texts
        self.are_words = are_words
        self.classes = classes
        self.size = len(words)

    def __len__(self) -> int:
        return self.size

    def word(self, i: int) -> str:
        """Item ``i`` in lower case."""
        return self.words[i] if 0 <= i < self.size else ""

    def has(self, i: int, *names: str) -> bool:
        """Whether item ``i`` has one of the classes."""
        return 0 <= i < self.size and not self.classes[i].isdisjoint(names)

    def any(self, i: int, j: int, *names: str) -> bool:
        """Whether an item of ``i:j`` has one of the classes."""
        return any(not found.isdisjoint(names) for found in self.classes[max(i, 0) : max(j, 0)])

    def is_word(self, i: int) -> bool:
        """Whether item ``i`` is a word, not punctuation."""
        return 0 <= i < self.size and self.are_words[i]

    def is_open(self, i: int) -> bool:
        """Whether item ``i`` is a word, and no function word."""
        return self.is_word(i) and self.classes[i].isdisjoint(CLOSED)

    def capital(self, i: int) -> bool:
        """Whether item ``i`` is a word that begins with a capital letter."""
        return self.is_word(i) and self.texts[i][0].isupper()

    def is_dash(self, i: int) -> bool:
        """Whether item ``i`` is a dash."""
        return self.word(i) in DASHES

    def is_break(self, i: int) -> bool:
        """Whether a mark separates clauses at ``i``, or the sentence begins or ends there."""
        return not 0 <= i < self.size or self.words[i] in _BREAKS

    def is_stop(self, i: int) -> bool:
        """Whether item ``i`` ends a clause: punctuation other than a comma, or a word that begins another one."""
        return self.word(i) in STOPS or self.has(i, "clause_break")

    def is_adverb(self, i: int) -> bool:
        """Whether item ``i`` is an adverb; a word in -ly with a capital may be a name."""
        return self.has(i, "adverb") and (not self.capital(i) or "adverb" in grammar().get(self.words[i], NONE))

    def after_adverbs(self, i: int) -> int:
        """The first item from ``i`` on that is no adverb."""
        last = i + 6
        while i < last and self.has(i, "adverb") and not self.has(i, "preposition"):
            i += 1
        return i

    def is_finite(self, i: int, surely: bool = False) -> bool:
        """Whether item ``i`` looks like a finite verb: by its class, or in -ed or -s without a word before it that asks
        for a noun; a word in -s may be a plural, and is left out where the verb is to be one ``surely``."""
        if not self.is_word(i):
            return False
        word = self.words[i]
        if self.has(i, *self.FINITE) or ("'" in word and contraction(word)):
            return True
        if self._asks_for_noun(i - 1) or self.capital(i):
            return False
        if word.endswith("s"):
            return not surely and not word.endswith(("ss", "us", "is", "'s"))
        return self.has(i, "ed")

    def begins_clause(self, i: int, reach: int = 12) -> bool:
        """Whether a clause begins at ``i``: "that", a subject pronoun, or a noun phrase before a finite verb."""
        if self.word(i) in ("that", "that's") or self.has(i, "subject_pronoun"):
            return True
        if self.word(i) == "this" and (self.word(i + 1).endswith("s") or self.has(i + 1, *self.FINITE)):
            return True
        if not self._begins_noun_phrase(i):
            return False
        for j in range(i + 1, min(self.size, i + reach)):
            if self.is_stop(j):
                return False
            if self.is_finite(j, surely=True):
                return True
            plural = self.words[j - 1].endswith("s")
            if j > i + 1 and not plural and self.words[j].endswith("s") and not self._asks_for_noun(j - 1):
                return self.is_word(j + 1) and not self.has(j + 1, "clause_break")  # "the rebel holds the town"
        return False

    def _begins_noun_phrase(self, i: int) -> bool:
        if self.has(i, *self.NOMINAL) or self.capital(i):
            return True
        no_noun = ("preposition", "auxiliary", "interrogative", "clause_break")
        return self.is_word(i) and not self.has(i, *no_noun)

    def _asks_for_noun(self, i: int) -> bool:
        return self.has(i, "determiner", "preposition", "possessive")
