"""Reporting verbs: every form of every verb in ``data/lexicons/reporting_verbs.csv``, with its classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sourcereading.text.lexicon import lexicon

# One short syllable, then one consonant: quip, quipped.
_DOUBLES = re.compile(r"[^aeiou]*u?[aeiou][bdgmnprt]")


@dataclass(frozen=True, slots=True)
class Verb:
    classes: frozenset[str]
    form: str  # "base", "s", "past", "participle", "past participle" or "ing"


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every one-word reporting verb. Of two verbs with one form, classes are joined."""
    found: dict[str, Verb] = {}
    for row in lexicon("reporting_verbs", ("term", "class", "example"), ("forms",)):
        if " " in row["term"]:
            continue
        for form, word in _forms(row["term"], row["forms"]):
            known = found.get(word)
            classes = frozenset(row["class"].split()) | (known.classes if known else frozenset())
            found[word] = Verb(
                classes, form if known is None or known.form == form else f"{known.form} {form}"
            )
    return found


def _forms(lemma: str, irregular: str) -> list[tuple[str, str]]:
    """The inflected forms of a verb: base, s, past, participle, ing."""
    if irregular:
        s, past, participle, ing = irregular.split()
    else:
        sibilant = lemma.endswith(("s", "sh", "ch", "x", "z"))
        y = lemma.endswith("y") and lemma[-2] not in "aeiou"
        s = lemma[:-1] + "ies" if y else lemma + ("es" if sibilant else "s")
        stem = lemma + lemma[-1] if _DOUBLES.fullmatch(lemma) else lemma
        past = lemma[:-1] + "ied" if y else stem + ("d" if lemma.endswith("e") else "ed")
        participle = past
        ing = (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else stem) + "ing"
    return [("base", lemma), ("s", s), ("past", past), ("participle", participle), ("ing", ing)]
