"""Where a phrase may stand to be a mark: its slot, a row of ``data/lexicons/certainty_slots.csv``.

"The bid is a long shot" says how probable it is, "scored with a long shot" does not: the phrase has a slot
"predicate". A phrase without a row may stand anywhere; of several slots one is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentence_words import SentenceWords


def _predicate(words: SentenceWords, i: int) -> bool:
    """"is a long shot", "remains up in the air", "seen as a long shot"; not "was a long shot from the left"."""
    at = i - 1
    while words.has(at, "article", "adverb", "degree", "possessive", "near", "negator"):
        at -= 1
    said = words.has(at, "be", "open", "seem", "look_like", "hang") or words.word(at) in ("as", "like")
    return said and not words.has(i + 1, "way_from")


def _before_noun(words: SentenceWords, i: int) -> bool:
    """"her long shot bid"; not "his long shot hit the bar"."""
    return words.is_open(i + 1) and not words.is_finite(i + 1)


def _asks(words: SentenceWords, i: int) -> bool:
    """"Who knows?", "who knows what follows"; not "a man who knows the answer"."""
    begins = not words.is_word(i - 1) or words.has(i - 1, "coordinator", "clause_break")
    return begins and (not words.is_word(i + 1) or words.has(i + 1, "interrogative"))


def _inserted(words: SentenceWords, i: int) -> bool:
    """"Of course they knew", "was of course late"; not "a change of course"."""
    before = i - 1
    noun = words.is_open(before) and not words.is_finite(before, surely=True) and not words.has(before, "adverb")
    return not noun and not words.has(before, "article", "possessive")


def _no_noun(words: SentenceWords, i: int) -> bool:
    """"know for certain", "for sure that"; not "for certain crimes"."""
    return not words.is_open(i + 1) or words.has(i + 1, "adverb")


def _before_cause(words: SentenceWords, i: int) -> bool:
    """"in part because it rained", "in part by law"; not "in part of the town"."""
    return words.has(i + 1, "clause_break", "subordinator", "preposition") and words.word(i + 1) != "of"


def _degree(words: SentenceWords, i: int) -> bool:
    """"fairly calm"; not "decided fairly", "pays fairly for it"."""
    return words.is_open(i + 1) or words.has(i + 1, "adverb")


def _after_aux(words: SentenceWords, i: int) -> bool:
    """"it will hopefully rain"; not "waved hopefully"."""
    return words.has(i - 1, "auxiliary")


def _ends(words: SentenceWords, i: int) -> bool:
    """"or so they say", "it is, in a way, a loss"; not "so they say they will go"."""
    return not words.is_word(i + 1)


def _starts(words: SentenceWords, i: int) -> bool:
    """"In a way they lost", "and hopefully it ends"; not "done in a way few know", "waved hopefully"."""
    begins = not words.is_word(i - 1) or words.has(i - 1, "coordinator")
    return begins and words.word(i + 1) not in ("of", "that", "to")


def _stated(words: SentenceWords, i: int) -> bool:
    """"there is no question", "no question that he ran"; not "they asked no question"."""
    return words.has(i - 1, "be", "seem", "modal") or words.word(i + 1) in ("that", "about") or not words.is_word(i - 1)


def _adjunct(words: SentenceWords, i: int) -> bool:
    """"they disagreed at times"; not "at times of crisis", "a degree in theory and form"."""
    goes_on = words.word(i + 1) in ("of", "that", "and", "to") or words.has(i + 1, "interrogative")
    return not goes_on and not words.has(i - 1, "article", "possessive")


def _of_question(words: SentenceWords, i: int) -> bool:
    """"the jury is still out on the plan"; not "the jury is out in the trial of a builder"."""
    return not words.is_word(i + 1) or words.word(i + 1) in ("on", "about", "over", "as", "whether")


_SLOTS: dict[str, Callable[[SentenceWords, int], bool]] = {
    "predicate": _predicate, "before_noun": _before_noun, "asks": _asks, "inserted": _inserted,
    "no_noun": _no_noun, "after_aux": _after_aux, "ends": _ends, "starts": _starts, "stated": _stated,
    "adjunct": _adjunct, "before_cause": _before_cause, "degree_of": _degree,
    "of_question": _of_question,
}  # fmt: skip


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
