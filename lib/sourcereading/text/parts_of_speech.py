"""The part of speech that a word mostly has, from TextBlob's list of 94,000 English words: where our own lists of
function words and reporting verbs cannot tell an adjective from a noun ("international calls", "the critic calls").
"""

from __future__ import annotations

import warnings
from functools import cache

from sourcereading.text.sentence_words import grammar


@cache
def _tags() -> dict[str, str]:
    from textblob.en import parser  # a quarter of a second: only who reads statements pays

    with warnings.catch_warnings():  # it leaves its file open
        warnings.simplefilter("ignore", ResourceWarning)
        return dict(parser.lexicon.items())


def is_noun(word: str) -> bool:
    """Whether a word in small letters is mostly a noun: "calls", not "insists"."""
    return _tags().get(word, "").startswith("NN")


def is_present(word: str) -> bool:
    """Whether a word in small letters is mostly a verb in the present: "seeks", "believe"."""
    return _tags().get(word, "") in ("VBZ", "VBP")


def is_past(word: str) -> bool:
    """Whether a word in small letters is mostly a finite verb in the past: "chose", not "chosen"."""
    return _tags().get(word, "") == "VBD"


def is_adverb(word: str) -> bool:
    """Whether a word in small letters is mostly an adverb: "interestingly", not "Italy"."""
    return _tags().get(word, "") == "RB"


def is_adjective(word: str) -> bool:
    """Whether a word in lower case is mostly an adjective or a participle.

    >>> is_adjective("international"), is_adjective("renewed"), is_adjective("critic"), is_adjective("several")
    (True, True, False, False)
    """
    own = grammar().get(word)
    tag = _tags().get(word, "")
    return "adjective" in own and "determiner" not in own if own else tag.startswith("JJ") or tag == "VBN"
