"""The words of one sentence as units with classes: what the rules of certainty look at.

A unit is a word, or a phrase of the lexicon merged into one ("no longer", "rule out"), with the set of
classes that ``data/lexicons/certainty_*.csv`` give it and those its shape gives it ("-n't" negates, "un-"
before a word of certainty takes it back, "-ers" is a group of people). The lists are data; this module only
compiles them. A phrase is matched by its first word, the longest first, so the work is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sourcereading.text.inflection import inflected
from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentences import Token

NONE: frozenset[str] = frozenset()
STOPS = frozenset(';:.?!()[]—–…/"“”') | {"--", "...", "-"}
"""Punctuation that ends a clause for a negation; a comma is looked at by itself."""
_FILES = ("certainty_grammar", "certainty_guards", "certainty_scope", "certainty_marks")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SUFFIXES = {"'ll": ("modal", "will"), "'re": ("be",), "'m": ("be",), "'ve": ("aux",), "'d": ("aux",)}
_AGENTS = ("ers", "ors", "ists", "ees", "ents", "ants", "izens", "ians")
_CERTAIN = frozenset(("sure", "settled", "establish", "know"))


@cache
def _compiled() -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]]:
    """Single words to their classes, and first words of phrases to (all words, classes), longest first."""
    classes: dict[str, set[str]] = {}
    for name in _FILES:
        for row in lexicon(name, ("term", "class", "example", "source"), ("forms",)):
            for form in inflected(row["term"].lower(), row["forms"].lower()):
                classes.setdefault(form, set()).add(row["class"])
    words = {term: frozenset(found) for term, found in classes.items() if " " not in term}
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for term, found in classes.items():
        if " " in term:
            parts = tuple(term.split())
            phrases.setdefault(parts[0], []).append((parts, frozenset(found)))
    for listed in phrases.values():
        listed.sort(key=lambda phrase: -len(phrase[0]))
    return words, phrases


@lru_cache(maxsize=1 << 16)
def classes_of(word: str) -> frozenset[str]:
    """The classes of one lower-case word: the lexicon's, and those its shape gives it."""
    words, _ = _compiled()
    found = words.get(word)
    if found is None and (apostrophe := word.rfind("'")) > 0:
        return _contraction(word, apostrophe)
    shape = set(found or ())
    if word[0].isdigit():
        shape.add("number")
        if word.endswith(("-odd", "-ish")):
            shape.add("odd")
    elif "-" in word:
        parts = word.split("-")
        if all("number" in words.get(part, NONE) for part in parts):
            shape.add("number")
        elif parts[-1] in ("odd", "ish") and "number" in words.get(parts[0], NONE):
            shape.add("odd")
        elif (
            len(parts) == 3
            and parts[1] in ("in", "to")
            and all("number" in words.get(p, NONE) for p in parts[::2])
        ):
            shape.add("ratio")
    if word.endswith("ly") and len(word) > 4:
        shape.add("adv")
    elif word.endswith("ed") and len(word) > 3:
        shape.add("ed")
    elif word.endswith("ing") and len(word) > 4:
        shape.add("ing")
    elif word.endswith(_AGENTS) and len(word) > 5:
        shape.add("agents")
    if word[:2] in ("un", "in") and len(word) > 5:
        rest = word[2:]
        known = _CERTAIN & words.get(rest, NONE) or rest in ("certainty", "certainties")
        if known and (word[0] == "u" or len(rest) > 6):  # "inconclusive", not "insure"
            shape.add("doubt")
    return frozenset(shape) if shape else NONE


def _contraction(word: str, apostrophe: int) -> frozenset[str]:
    """Classes of "wouldn't" (as "would", negated), "we're", "it's", "Brown's"."""
    if word.endswith("n't"):
        base = word[:-3]
        return classes_of(_CONTRACTED.get(base, base) or "not") | {"negator", "contracted"}
    base, suffix = word[:apostrophe], word[apostrophe:]
    if suffix in _SUFFIXES:
        return (classes_of(base) if base else NONE) | frozenset(_SUFFIXES[suffix])
    if base and suffix == "'s" and ("subj" in classes_of(base) or "wh" in classes_of(base)):
        return classes_of(base) | {"be"}
    return frozenset(("genitive",))


class Units:
    """One sentence as parallel lists: words (lower case), classes, and the token span ``lo:hi`` of each unit."""

    __slots__ = ("classes", "hi", "lo", "tokens", "words")

    def __init__(self, tokens: Sequence[Token]) -> None:
        _, phrases = _compiled()
        lower = [token.lower for token in tokens]
        self.tokens = tokens
        self.words: list[str] = []
        self.classes: list[frozenset[str]] = []
        self.lo: list[int] = []
        self.hi: list[int] = []
        at, count = 0, len(lower)
        while at < count:
            word, found, size = lower[at], None, 1
            for parts, classes in phrases.get(word, ()):
                size = len(parts)
                if all(at + k < count and lower[at + k] == parts[k] for k in range(1, size)):
                    word, found = " ".join(parts), classes
                    break
            else:
                size, found = 1, classes_of(word)
            self.words.append(word)
            self.classes.append(found)
            self.lo.append(at)
            self.hi.append(at + size)
            at += size

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The word of unit ``i``, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def has(self, i: int, *names: str) -> bool:
        """Whether unit ``i`` exists and has one of the classes."""
        return 0 <= i < len(self.words) and not self.classes[i].isdisjoint(names)

    def is_word(self, i: int) -> bool:
        """Whether unit ``i`` exists and is a word, not punctuation."""
        return 0 <= i < len(self.words) and self.tokens[self.lo[i]].is_word

    def capital(self, i: int) -> bool:
        """Whether unit ``i`` begins with a capital letter."""
        return 0 <= i < len(self.words) and self.tokens[self.lo[i]].text[:1].isupper()

    def text(self, i: int, j: int) -> str:
        """Units ``i:j`` as they are looked up, for the words of a rule."""
        return " ".join(self.words[max(i, 0) : j])

    def is_stop(self, i: int) -> bool:
        """Whether unit ``i`` ends a clause: strong punctuation or a conjunction that begins another one."""
        return self.word(i) in STOPS or self.has(i, "stop")

    def any(self, i: int, j: int, *names: str) -> bool:
        """Whether a unit of ``i:j`` has one of the classes."""
        return any(not found.isdisjoint(names) for found in self.classes[max(i, 0) : max(j, 0)])

    def after_adverbs(self, i: int) -> int:
        """The first unit from ``i`` on that is no adverb."""
        last = i + 6
        while i < last and self.has(i, "adv", "often") and not self.has(i, "prep"):
            i += 1
        return i

    def noun_use(self, i: int) -> bool:
        """Whether a word that is a noun or a verb stands as a noun: after a determiner, possessive or preposition."""
        return self.has(i - 1, "det", "poss", "genitive", "prep") and not self.has(
            i - 1, "subj", "someone", "wh"
        )

    def has_content(self, i: int) -> bool:
        """Whether a clause begins at ``i``, or "that" after the time or place of saying ("on Monday that …")."""
        if self.has_clause(i):
            return True
        if not self.has(i, "prep", "month") and not self.word(i).endswith("day"):
            return False
        for j in range(i + 1, min(i + 8, len(self.words))):
            if self.is_stop(j) or self.has(j, "be", "modal", "rel") and self.word(j) != "that":
                return False
            if self.word(j) == "that":
                return self.has_clause(j + 1)
        return False

    def has_clause(self, i: int, reach: int = 12) -> bool:
        """Whether a clause begins at ``i``: "that", a subject pronoun, or a noun phrase before a finite verb."""
        if self.word(i) == "that" or (self.has(i, "subj") and self.word(i) not in ("this", "these", "those")):
            return True
        if self.word(i) == "this" and (
            self.word(i + 1).endswith("s") or self.has(i + 1, "be", "modal", "past", "aux")
        ):
            return True
        nominal = self.has(i, "det", "poss", "number", "someone", "genitive", "adv", "month") or self.capital(
            i
        )
        if not nominal and (not self.is_word(i) or self.has(i, "prep", "be", "aux", "modal", "wh", "stop")):
            return False
        end = min(len(self.words), i + reach)
        for j in range(i + 1, end):
            if self.is_stop(j):
                return False
            if self.has(j, "modal", "be", "aux", "past", "open", "seem", "contracted"):
                return True
            if self.has(j, "ed") and not self.has(j - 1, "det", "prep", "poss"):
                return True
            word = self.words[j]
            plural = self.words[j - 1].endswith("s")
            if j > i + 1 and word.endswith("s") and not plural and not self.has(j - 1, "det", "prep", "poss"):
                return self.is_word(j + 1) and not self.has(j + 1, "stop")  # "the rebel holds the town"
        return False
