"""The words of attitude: what somebody believes, hopes, fears, claims or takes for a sign.

They are rows of ``data/lexicons/certainty_attitudes.csv``: part of speech, what the word takes beside a that-clause
and, of an emotive, whether it vouches for its clause ("surprised that he left": he left; "worried that": perhaps not).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sourcereading.text.inflection import inflected
from sourcereading.text.lexicon import lexicon

VOUCHES = "yes"


class Attitude(NamedTuple):
    """One reading of an attitude word: its class in ``classes.csv`` and the forms of complement it takes."""

    kind: str
    takes: frozenset[str]


@cache
def attitudes() -> Mapping[str, Mapping[str, Attitude]]:
    """Every form of every attitude word that leaves its clause open: for each part of speech its reading."""
    found: dict[str, dict[str, Attitude]] = {}
    columns = ("term", "class", "part", "example", "source")
    for row in lexicon("certainty_attitudes", columns, ("takes", "vouches", "forms")):
        if row["vouches"] == VOUCHES:
            continue
        forms = row["forms"] or (row["part"] if row["part"] in ("verb", "noun") else "")
        for form in inflected(row["term"].lower(), forms.lower()):
            found.setdefault(form, {})[row["part"]] = Attitude(row["class"], frozenset(row["takes"].split()))
    return found
