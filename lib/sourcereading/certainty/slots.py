"""Where a phrase may stand to be a mark: its slot, a row of ``data/lexicons/certainty_slots.csv``.

"The bid is a long shot" says how probable it is, "scored with a long shot" does not: the phrase has a slot
"predicate". A phrase without a row may stand anywhere; of several slots one is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentence_words import SentenceWords

_CAUSES = ("clause_break", "subordinator", "preposition")
_OF_QUESTIONS = ("on", "about", "over", "as", "whether")


def _predicate(words: SentenceWords, i: int) -> bool:
    at = i - 1
    while words.has(at, "article", "adverb", "degree", "possessive", "near", "negator"):
        at -= 1
    said = words.has(at, "be", "open", "seem", "look_like", "hang") or words.word(at) in ("as", "like")
    subject = at - 1
    while words.has(subject, "auxiliary"):
        subject -= 1
    return said and not words.has(i + 1, "way_from") and not words.has(subject, "aloft")  # "planes up in the air"


def _asks(words: SentenceWords, i: int) -> bool:
    begins = not words.is_word(i - 1) or words.has(i - 1, "coordinator", "clause_break")
    return begins and (not words.is_word(i + 1) or words.has(i + 1, "interrogative"))


def _inserted(words: SentenceWords, i: int) -> bool:
    before = i - 1
    noun = words.is_open(before) and not words.is_finite(before, surely=True) and not words.has(before, "adverb")
    return not noun and not words.has(before, "article", "possessive")


def _starts(words: SentenceWords, i: int) -> bool:
    begins = not words.is_word(i - 1) or words.has(i - 1, "coordinator")
    return begins and words.word(i + 1) not in ("of", "that", "to")


def _stated(words: SentenceWords, i: int) -> bool:
    return words.has(i - 1, "be", "seem", "modal") or words.word(i + 1) in ("that", "about") or not words.is_word(i - 1)


def _adjunct(words: SentenceWords, i: int) -> bool:
    goes_on = words.word(i + 1) in ("of", "that", "and", "to") or words.has(i + 1, "interrogative")
    return not goes_on and not words.has(i - 1, "article", "possessive")


_SLOTS: dict[str, Callable[[SentenceWords, int], bool]] = {
    # "is a long shot", "remains up in the air", "seen as a long shot"; not "was a long shot from the left"
    "predicate": _predicate,
    # "her long shot bid"; not "his long shot hit the bar"
    "before_noun": lambda words, i: words.is_open(i + 1) and not words.is_finite(i + 1),
    # "Who knows?", "who knows what follows"; not "a man who knows the answer"
    "asks": _asks,
    # "Of course they knew", "was of course late"; not "a change of course"
    "inserted": _inserted,
    # "know for certain", "for sure that"; not "for certain crimes"
    "no_noun": lambda words, i: not words.is_open(i + 1) or words.has(i + 1, "adverb"),
    # "in part because it rained", "in part by law"; not "in part of the town"
    "before_cause": lambda words, i: words.has(i + 1, *_CAUSES) and words.word(i + 1) != "of",
    # "fairly calm"; not "decided fairly", "pays fairly for it"
    "degree_of": lambda words, i: words.is_open(i + 1) or words.has(i + 1, "adverb"),
    # "it will hopefully rain"; not "waved hopefully"
    "after_aux": lambda words, i: words.has(i - 1, "auxiliary"),
    # "or so they say", "it is, in a way, a loss"; not "so they say they will go"
    "ends": lambda words, i: not words.is_word(i + 1),
    # "In a way they lost", "and hopefully it ends"; not "done in a way few know", "waved hopefully"
    "starts": _starts,
    # "there is no question", "no question that he ran"; not "they asked no question"
    "stated": _stated,
    # "they disagreed at times"; not "at times of crisis", "a degree in theory and form"
    "adjunct": _adjunct,
    # "the jury is still out on the plan"; not "the jury is out in the trial of a builder"
    "of_question": lambda words, i: not words.is_word(i + 1) or words.word(i + 1) in _OF_QUESTIONS,
}
"""Class of a slot to whether the phrase at ``i`` stands in it."""


@cache
def slots() -> dict[str, tuple[str, ...]]:
    """The phrases that may stand only in certain slots, with these."""
    found: dict[str, list[str]] = {}
    for row in lexicon("certainty_slots", ("term", "class", "example", "source")):
        found.setdefault(row["term"], []).append(row["class"])
    return {term: tuple(classes) for term, classes in found.items()}


def stands(words: SentenceWords, i: int) -> bool:
    """Whether the phrase at ``i`` stands where it may be a mark."""
    allowed = slots().get(words.words[i])
    return not allowed or any(_SLOTS[slot](words, i) for slot in allowed)
