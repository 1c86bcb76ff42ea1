"""The words of one sentence as units with classes: what the rules of certainty look at.

A unit is a word, or a phrase of the lexicon merged into one ("no longer", "rule out"). To its classes of grammar
(``text/sentence_words.py``) come those of ``data/lexicons/certainty_*.csv`` and a few of its shape ("un-" before a word
of certainty takes it back, "-ers" is a group of people). A phrase is matched by its first word, the longest first, so
the work is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.certainty.attitudes import attitudes
from sourcereading.certainty.slots import slots, stands
from sourcereading.text import sentence_words
from sourcereading.text.inflection import inflected
from sourcereading.text.lexicon import lexicon
from sourcereading.text.name_words import GROUP, ORGANIZATION, PERSON, speaker_words
from sourcereading.text.remembered import as_one, remembered
from sourcereading.text.sentence_words import NONE, SentenceWords, contraction
from sourcereading.text.sentences import Token

_FILES = ("certainty_guards", "certainty_scope", "certainty_marks")
_AGENTS = ("ers", "ors", "ists", "ees", "ents", "ants", "izens", "ians")
QUOTES = frozenset("\"“”'‘’")
_HUMAN = (PERSON, GROUP, ORGANIZATION, "company")
_CERTAIN = frozenset(("sure", "settled", "establish", "know"))


class _Phrase(NamedTuple):
    """A phrase of the lexicon: its words, the same as one text, and its classes."""

    words: list[str]
    text: str
    classes: frozenset[str]


@cache
def lexicon_terms() -> tuple[dict[str, frozenset[str]], dict[str, list[_Phrase]]]:
    """The terms of the certainty lexicons in every form: single words to their classes, and first words to the phrases
    that they begin, longest first."""
    classes: dict[str, set[str]] = {}
    for name in _FILES:
        for row in lexicon(name, ("term", "class", "example", "source"), ("forms",)):
            for form in inflected(row["term"].lower(), row["forms"].lower()):
                classes.setdefault(form, set()).add(row["class"])
    for form, readings in attitudes().items():
        classes.setdefault(form, set()).update(reading.kind for reading in readings.values())
    words = {term: frozenset(found) for term, found in classes.items() if " " not in term}
    phrases: dict[str, list[_Phrase]] = {}
    for term, found in classes.items():
        if " " in term:
            parts = term.split()
            phrases.setdefault(parts[0], []).append(_Phrase(parts, term, frozenset(found)))
    for listed in phrases.values():
        listed.sort(key=lambda phrase: -len(phrase.words))
    return words, phrases


@remembered
def classes_of(word: str) -> frozenset[str]:
    """The classes of one lower-case word: those of its grammar, of the lexicon, and those its shape gives it."""
    words, _ = lexicon_terms()
    found = set(sentence_words.classes_of(word) | words.get(word, NONE))
    for part in contraction(word):
        found |= words.get(part, NONE)
    if "-" in word:
        parts = word.split("-")
        numbers = ["number" in classes_of(part) for part in parts]
        if all(numbers):
            found.add("number")
        elif parts[-1] in ("odd", "ish") and numbers[0]:
            found.add("odd")
        elif len(parts) == 3 and parts[1] in ("in", "to") and numbers[0] and numbers[2]:
            found.add("ratio")
    if word.endswith(_AGENTS) and len(word) > 5:
        found.add("agents")
    if any(word in speaker_words(kind) for kind in _HUMAN):
        found.add("human")
    if word[:2] in ("un", "in") and len(word) > 5:
        rest = word[2:]
        if _CERTAIN & words.get(rest, NONE) and (word[0] == "u" or len(rest) > 6):  # "inconclusive", not "insure"
            found.add("doubt")
    return as_one(frozenset(found))


class Units(SentenceWords):
    """One sentence whose phrases of the lexicon are one item each; unit ``i`` has the tokens ``lo[i]:hi[i]``."""

    __slots__ = ("hi", "lo")

    FINITE = (*SentenceWords.FINITE, "open", "seem")
    NOMINAL = (*SentenceWords.NOMINAL, "someone")

    def __init__(self, tokens: Sequence[Token]) -> None:
        _, phrases = lexicon_terms()
        _, _, texts, lower, are_words = map(list, zip(*tokens, strict=True)) if tokens else ([],) * 5
        merged: dict[int, _Phrase] = {}
        inner: set[int] = set()  # tokens of a phrase behind its first
        for at in [at for at, word in enumerate(lower) if word in phrases]:
            if at not in inner:
                for phrase in phrases[lower[at]]:
                    if lower[at : at + len(phrase.words)] == phrase.words:
                        merged[at] = phrase
                        inner.update(range(at + 1, at + len(phrase.words)))
                        break
        found = list(map(classes_of, lower))
        for at, phrase in merged.items():
            lower[at], found[at] = phrase.text, phrase.classes
        self.lo = [at for at in range(len(lower)) if at not in inner]
        if merged:
            lower, found = [lower[at] for at in self.lo], [found[at] for at in self.lo]
            texts, are_words = [texts[at] for at in self.lo], [are_words[at] for at in self.lo]
        self.hi = [*self.lo[1:], len(tokens)]
        super().__init__(lower, texts, are_words, found)
        slotted = slots()
        for i in [i for i, word in enumerate(lower) if word in slotted]:
            if not stands(self, i):
                self.classes[i] = NONE

    def text(self, i: int, j: int) -> str:
        """Units ``i:j`` as they are looked up, for the words of a rule."""
        return " ".join(self.words[max(i, 0) : j])

    def noun_use(self, i: int) -> bool:
        """Whether a word that is a noun or a verb stands as a noun: after a determiner, possessive or preposition."""
        return self.has(i - 1, "determiner", "genitive", "preposition") and not self.has(
            i - 1, "subject_pronoun", "demonstrative", "someone", "interrogative"
        )


def in_names(units: Units) -> set[int]:
    """The units of names and titles: “the novel *Perhaps the Sea*”, “sang “*Maybe Tomorrow*”; and of a word only
    mentioned: “the word “*maybe*””. No names in a heading, whose nouns and verbs all have capital letters."""
    alone = [i for i in range(2, len(units) - 1) if units.word(i - 1) in QUOTES and units.word(i + 1) in QUOTES]
    called = {i for i in alone if units.word(i - 2) in ("called", "named") and units.capital(i)}  # "called “Doubt”"
    mentioned = called | {i for i in alone if units.has(i - 2, "word_or_work")}  # "the word “maybe”"
    capital = [i for i in range(1, len(units)) if units.capital(i) and not units.has(i, "first_person")]
    capital = [i for i in capital if not units.texts[i].isupper()]  # "WHAT COULD HALT IT A drug may help"
    if not capital or not any(units.is_open(i) and not units.capital(i) for i in range(len(units))):
        return mentioned
    named = {i for i in capital if units.word(i - 1) == "," or units.is_word(i - 1) and units.word(i - 1)[-1] != "."}
    named = {i for i in named if " " not in units.words[i] or units.capital(i + 1)}  # "They reap in May, God willing"
    for opening in (i for i in range(len(units)) if units.word(i) in QUOTES):
        work = units.word(opening - 1) == "," and units.any(opening - 4, opening, "word_or_work")
        if not work and not units.is_word(opening - 1):
            continue  # "her novel, “If It Rains”, sold well"; not "he said, “Maybe Holm”"
        closing = next((i for i in range(opening + 1, len(units)) if not units.is_word(i)), opening)
        title = [i for i in range(opening + 1, closing) if units.is_open(i) or units.capital(i)]
        if len(title) > 1 and units.word(closing) in QUOTES and all(map(units.capital, title)):
            named.update(title)
    return named | mentioned
