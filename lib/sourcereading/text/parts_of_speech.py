"""The part of speech that a word mostly has, from TextBlob's list of 94,000 English words: where our own lists of
function words and reporting verbs cannot tell an adjective from a noun ("international calls", "the critic calls").
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from sys import intern

from sourcereading.text.sentence_words import grammar


@cache
def word_tags() -> dict[str, str]:
    """Each word with its tag. The file is read as it is: importing TextBlob takes ten times as long."""
    package = find_spec("textblob")
    assert package is not None and package.origin is not None
    lines = (Path(package.origin).parent / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith(";;;") and line.count(" ") == 1)
    return {word: intern(tag) for word, tag in pairs}


def is_listed(word: str) -> bool:
    """Whether a word in small letters is in the list: "price", not "ruiz"."""
    return word in word_tags()


def is_noun(word: str) -> bool:
    """Whether a word in small letters is mostly a noun: "calls", not "insists"."""
    return word_tags().get(word, "").startswith("NN")


def is_present(word: str) -> bool:
    """Whether a word in small letters is mostly a verb in the present: "seeks", "believe"."""
    return word_tags().get(word, "") in ("VBZ", "VBP")


def is_base(word: str) -> bool:
    """Whether a word in small letters is mostly the base form of a verb: "save", "remain"."""
    return word_tags().get(word, "") == "VB"


def is_verb(word: str) -> bool:
    """Whether a word in small letters is mostly a verb: "say", "said", "gone"."""
    return word_tags().get(word, "").startswith("VB")


def is_plural(word: str) -> bool:
    """Whether a word is mostly a noun in the plural: "growers", "people"; a name is none."""
    return word_tags().get(word, "") == "NNS"


def is_plain(word: str) -> bool:
    """Whether a word in small letters is mostly a noun or an adjective: "tobacco", "rural"; a name is none."""
    return word_tags().get(word, "").startswith(("NN", "JJ"))


def is_past(word: str) -> bool:
    """Whether a word in small letters is mostly a finite verb in the past: "chose", not "chosen"."""
    return word_tags().get(word, "") == "VBD"


def is_participle(word: str) -> bool:
    """Whether a word in small letters is mostly a participle of the past: "obtained", "gone"."""
    return word_tags().get(word, "") == "VBN"


def is_proper(word: str) -> bool:
    """Whether a word with a capital can be a name or an adjective from one: "French", "Republican", not "Unnamed"."""
    return word_tags().get(word, "") in ("NNP", "NNPS", "JJ")


def is_proper_adjective(word: str) -> bool:
    """Whether a word with a capital is mostly an adjective: "British", "Norwegian"."""
    return word[:1].isupper() and word_tags().get(word, "") == "JJ"


def is_adverb(word: str) -> bool:
    """Whether a word in small letters is mostly an adverb: "interestingly", not "Italy"."""
    return word_tags().get(word, "") == "RB"


def is_adjective(word: str) -> bool:
    """Whether a word in lower case is mostly an adjective or a participle.

    >>> is_adjective("international"), is_adjective("renewed"), is_adjective("critic"), is_adjective("several")
    (True, True, False, False)
    """
    own = grammar().get(word)
    tag = word_tags().get(word, "")
    return "adjective" in own and "determiner" not in own if own else tag.startswith("JJ") or tag == "VBN"
