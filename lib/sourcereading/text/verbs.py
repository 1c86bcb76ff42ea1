"""Reporting verbs: every form of every verb in ``data/lexicons/reporting_verbs.csv``, with its classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import data_path

# One short syllable, then one consonant: quip, quipped.
_DOUBLES = re.compile(r"[^aeiou]*u?[aeiou][bdgmnprt]")


@dataclass(frozen=True, slots=True)
class Verb:
    classes: frozenset[str]
    form: str  # "base", "s", "past", "participle", "past participle" or "ing"
    more: tuple[str, ...] = ()  # the words behind the first: ("on",) of "went on"

    @property
    def size(self) -> int:
        """How many words the verb has."""
        return 1 + len(self.more)


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb of one word."""
    return {words[0]: verb for words, verb in _every_form().items() if len(words) == 1}


@cache
def longer_verbs() -> dict[str, tuple[Verb, ...]]:
    """Every reporting verb of several words ("go on", "put it"), by every form of its first word; longest first."""
    found: dict[str, list[Verb]] = {}
    for (first, *more), verb in _every_form().items():
        if more:
            found.setdefault(first, []).append(verb)
    return {first: tuple(sorted(those, key=lambda verb: -verb.size)) for first, those in found.items()}


@cache
def _every_form() -> dict[tuple[str, ...], Verb]:
    """Every form of every reporting verb, as its words. Of two verbs with one form, classes are joined."""
    found: dict[tuple[str, ...], Verb] = {}
    for row in lexicon("reporting_verbs", ("term", "class", "example"), ("forms",)):
        for form, words in forms(row):
            known = found.get(words)
            classes = frozenset(row["class"].split()) | (known.classes if known else frozenset())
            both = form if known is None or known.form == form else f"{known.form} {form}"
            found[words] = Verb(classes, both, words[1:])
    return found


def forms(row: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """The forms of a verb (base, s, past, participle, ing) as its words, from its row in ``reporting_verbs.csv``: the
    first word takes those that the row gives, else the regular ones; the others stay."""
    lemma, *more = row["term"].split()
    names = ("base", "s", "past", "participle", "ing")
    given = row["forms"].split()
    if len(given) not in (0, 4):
        path = data_path("lexicons", "reporting_verbs.csv")
        raise DataError(
            f"{path}, line {row['line']}: {row['term']!r} has {len(given)} forms; give four (says said said saying), "
            "or none where the verb is regular"
        )
    every = (lemma, *(given or _regular(lemma)))
    return [(name, (first, *more)) for name, first in zip(names, every, strict=True)]


def _regular(lemma: str) -> tuple[str, str, str, str]:
    """The third person, past, participle and ing-form of a regular verb."""
    y = lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
    sibilant = lemma.endswith(("s", "sh", "ch", "x", "z"))
    s = lemma[:-1] + "ies" if y else lemma + ("es" if sibilant else "s")
    stem = lemma + lemma[-1] if _DOUBLES.fullmatch(lemma) else lemma
    past = lemma[:-1] + "ied" if y else stem + ("d" if lemma.endswith("e") else "ed")
    ing = (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else stem) + "ing"
    return s, past, past, ing
