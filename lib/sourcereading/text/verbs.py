"""Reporting verbs: every form of every verb in ``data/lexicons/reporting_verbs.csv``, with its classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sourcereading.text.inflection import VerbForms, verb_forms
from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import data_path


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
            names = known.form.split() if known else []
            found[words] = Verb(classes, " ".join(dict.fromkeys((*names, form))), words[1:])
    return found


def forms(row: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    """The forms of a verb (base, s, past, participle, ing) as its words, from its row in ``reporting_verbs.csv``: the
    first word takes the four that the row gives, else those of the inflector; the others stay."""
    lemma, *more = row["term"].split()
    given = row["forms"].split()
    if len(given) not in (0, 4):
        path = data_path("lexicons", "reporting_verbs.csv")
        raise DataError(
            f"{path}, line {row['line']}: {row['term']!r} has {len(given)} forms; give four (says said said saying), "
            "or none where the inflector knows them"
        )
    every = VerbForms((lemma,), *((form,) for form in given)) if given else verb_forms(lemma)
    return [(name, (first, *more)) for name, spellings in zip(every._fields, every, strict=True) for first in spellings]
