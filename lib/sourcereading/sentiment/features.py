"""What the news scorer looks at: the words of a stretch of text and their places around a target.

A *feature* is a word (or two or three beside the target) at a *place*, with an amount. The places:

========= ==================================================================================================
place     which words
========= ==================================================================================================
whole     all of the stretch
near      all, the nearer to the target the more (by e every 3 words)
left      those before the target, back to the next other name or person's pronoun
right     those after it, up to the next one
negated   those that a negation reaches, or that are said to fall ("*crime* fell")
before4   each of the 4 words before the target; ``before12``, ``after4`` and ``after12`` likewise
beside    the words that touch the target, with the target as ``<T>``: "criticised <T>", "<T> , who"
========= ==================================================================================================

The amounts of whole, near, left, right and negated are divided by the root of their sum, so that a long sentence
does not shout; a negated word counts backwards in the first four. Names are never features: every name is ``<N>``,
and the target ``<T>``. A scorer that knows who is written of would say whom the papers like, not how they write.

``tools/fit_sentiment.py`` fits its weights to these very features.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sourcereading.sentiment.weights import tone_words
from sourcereading.text.remembered import remembered
from sourcereading.text.sentence_words import CLOSED, NONE, grammar
from sourcereading.text.sentences import Token

TARGET, NAME, NUMBER = "<T>", "<N>", "<number>"
SPREAD = ("whole", "near", "left", "right", "negated")
"""Places whose amounts are shared out among their words."""
WINDOWS = ("before4", "before12", "after4", "after12")
"""Places where a word counts in full."""
BESIDE = "beside"

_NEAR, _SIDE = 3.0, 8.0  # words in which nearness falls by e
_REACH = 4  # words that a negation reaches
_BESIDE = 3  # words on either side of the target that are read together
_FUNCTION_WORD = 0.25  # what a function word counts for, against 1
_IRREGULAR = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_PEOPLE = frozenset(("he", "she", "they", "him", "her", "them", "his", "their", "i", "we", "you"))
_SENTENCE_ENDS = frozenset(".!?:\"“”(")
_CLAUSE_ENDS = frozenset((*".,;:", "but"))
_FALLS = 3  # words before a verb of falling that it turns
_TONELESS_TERM = "<->"


Feature = tuple[str, str, float, tuple[int, ...]]
"""A place; the word or words there; the amount of them; and the numbers of the tokens that they come from."""
Shared = tuple[str, float, list[tuple[int, float]]]
"""A place whose amounts are shared out; what they are divided by; the numbers of its terms, each with what it counts
for."""


class Terms(NamedTuple):
    """What the tokens of a stretch are to the scorer: words, and the number of the token that each comes from; "isn't"
    is two, "is" and "not"."""

    words: list[str]
    tokens: list[int]


def features(terms: Terms) -> list[Feature]:
    """The features of a stretch of text from its terms; without a target it has ``whole`` and ``negated`` only."""
    shared, others = parted(terms)
    words, tokens = terms
    return [
        *((place, words[at], size / norm, (tokens[at],)) for place, norm, parts in shared for at, size in parts),
        *others,
    ]


def parted(terms: Terms) -> tuple[list[Shared], list[Feature]]:
    """The features of a stretch as they are made: the places that are shared out, and the others."""
    words = terms.words
    center = words.index(TARGET) if TARGET in words else None
    reached = negated(words)
    others = [] if center is None else _windows(terms, center, reached) + _beside(terms, center)
    return _spread(words, center, reached), others


def terms_of(tokens: Sequence[Token], target: tuple[int, int] | None, known: Collection[str]) -> Terms:
    """The terms of a stretch of text.

    Parameters
    ----------
    tokens : the tokens of the stretch.
    target : the span of the target in code points, as the tokens count them; None for the stretch as a whole.
    known : the words that are known in lower case; any other that opens a sentence with a capital is taken for a name.
    """
    terms = _terms(tokens, target or (sys.maxsize, sys.maxsize), known)
    if target is not None and TARGET not in terms.words:
        raise ValueError(f"no token stands at the target {target}; give a span within the tokens")
    return Terms(without_toneless(terms.words), terms.tokens)


def _terms(tokens: Sequence[Token], target: tuple[int, int], known: Collection[str]) -> Terms:
    words: list[str] = []
    numbers: list[int] = []
    opens, inside = True, False
    begin, close = target
    for number, (start, end, text, lower, is_word) in enumerate(tokens):
        if end > begin and start < close:
            if not inside:
                words.append(TARGET)
                numbers.append(number)
            opens, inside = False, True
            continue
        inside = False
        if not is_word:
            words.append(text)
            numbers.append(number)
            opens = opens or text in _SENTENCE_ENDS
            continue
        first, second = _words_of(lower)
        if text[0].isupper() and first != "i" and not (opens and first in known):
            first = NAME
        if first:
            words.append(first)
            numbers.append(number)
        if second:
            words.append(second)
            numbers.append(number)
        opens = False
    return Terms(words, numbers)


@remembered
def _words_of(lower: str) -> tuple[str, str]:
    """A word of the text as the scorer's, and the "not" in it."""
    if lower[0].isdigit():
        return NUMBER, ""
    if lower == "cannot":
        return "can", "not"
    if lower.endswith("n't"):
        return _IRREGULAR.get(lower, lower[:-3]), "not"
    return lower.removesuffix("'s"), ""


def without_toneless(words: list[str]) -> list[str]:
    """The words with each phrase that has no tone in news, "without a doubt" or "tested positive", made silent."""
    toneless = _toneless()
    kept = words
    for at in [at for at, word in enumerate(words) if word in toneless]:
        for phrase in toneless[words[at]]:
            if words[at : at + len(phrase)] == phrase:
                kept = list(words) if kept is words else kept
                kept[at : at + len(phrase)] = [_TONELESS_TERM] * len(phrase)
    return kept


def negated(words: Sequence[str]) -> list[bool]:
    """For each word whether a negation reaches it: the four after a negator, to the end of its clause, and the three
    before a verb of falling."""
    reached = [False] * len(words)
    negators, falls = tone_words("turns_after"), tone_words("turns_before")
    if negators.isdisjoint(words) and falls.isdisjoint(words):
        return reached
    for number in [number for number, word in enumerate(words) if word in negators or word in falls]:
        if words[number] in negators:
            for after in range(number + 1, min(number + 1 + _REACH, len(words))):
                if words[after] in _CLAUSE_ENDS:
                    break
                reached[after] = words[after] not in negators and not _surpasses(words, number, after)
        else:
            for before in range(number - 1, max(-1, number - 1 - _FALLS), -1):
                if words[before] in _CLAUSE_ENDS or words[before] in (TARGET, NAME):
                    break
                reached[before] = words[before] not in negators
    return reached


def _surpasses(words: Sequence[str], negator: int, at: int) -> bool:
    """Whether a comparative says with a negator that a thing is the best or the worst: "nothing better", "could not be
    worse", "has never been happier"."""
    if words[at] not in tone_words("compares"):
        return False
    before = words[negator - 1] if negator else ""
    degree = words[at - 1] in ("be", "been") and (words[negator] == "never" or before in ("could", "can"))
    return degree or words[negator] in ("nothing", "nobody", "none")


def _spread(words: Sequence[str], center: int | None, negated: Sequence[bool]) -> list[Shared]:
    """The places whose amounts are shared out."""
    shares = [(at, size) for at, word in enumerate(words) if (size := _size(word))]
    turned = [pair for pair in shares if negated[pair[0]]] if True in negated else []
    if turned:
        shares = [(at, -size if negated[at] else size) for at, size in shares]
    amounts = [("whole", shares)]
    if center is not None:
        first, last = _own_ground(words, center)
        near, beside = _falls(len(words))
        amounts.append(("near", [(at, size * near[abs(at - center)]) for at, size in shares]))
        aside = [(at, size * beside[abs(at - center)]) for at, size in shares if first <= at < last]
        amounts.append(("left", [pair for pair in aside if pair[0] < center]))
        amounts.append(("right", [pair for pair in aside if pair[0] >= center]))
    amounts.append(("negated", turned))
    return [(place, math.sqrt(sum([abs(size) for _, size in parts])) or 1.0, parts) for place, parts in amounts]


@lru_cache(maxsize=1 << 8)
def _falls(size: int) -> tuple[list[float], list[float]]:
    """How much a word counts by its distance from the target, for nearness and beside it."""
    near, beside = ([math.exp(-distance / by) for distance in range(size)] for by in (_NEAR, _SIDE))
    return near, beside


@remembered
def _size(word: str) -> float:
    """What a word counts for at the places that are shared out: a mark nothing, a function word little."""
    return 0.0 if not word[0].isalpha() else _FUNCTION_WORD if is_function_word(word) else 1.0


def _own_ground(words: Sequence[str], center: int) -> tuple[int, int]:
    """The words around the target up to the next other name or person's pronoun on either side."""
    others = [at for at, word in enumerate(words) if word == NAME or word in _PEOPLE]
    return (
        max((at + 1 for at in others if at < center), default=0),
        min((at for at in others if at > center), default=len(words)),
    )


def _windows(terms: Terms, center: int, negated: Sequence[bool]) -> list[Feature]:
    """The words up to twelve from the target, each word once at a place: said twice is not twice as much."""
    words, tokens = terms
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for at in range(min(len(words), center + 13) - 1, max(0, center - 12) - 1, -1):
        if at == center:
            continue
        word = f"not {words[at]}" if negated[at] and words[at][0].isalpha() else words[at]
        near, far = WINDOWS[:2] if at < center else WINDOWS[2:]
        found[far, word] = (tokens[at],)
        if abs(at - center) <= 4:
            found[near, word] = (tokens[at],)
    return [(place, word, 1.0, at) for (place, word), at in reversed(found.items())]


def _beside(terms: Terms, center: int) -> list[Feature]:
    """The runs of words that touch the target, up to three on one side, and one on each."""
    spans = [(center - size, center + 1) for size in range(1, _BESIDE + 1)]
    spans += [(center, center + 1 + size) for size in range(1, _BESIDE + 1)]
    spans.append((center - 1, center + 2))
    words, tokens = terms
    return [
        (BESIDE, " ".join(words[first:last]), 1.0, tuple(tokens[at] for at in range(first, last) if at != center))
        for first, last in spans
        if first >= 0 and last <= len(words)
    ]


_TONELESS = CLOSED - {"object_pronoun", "reflexive_pronoun", "indefinite_pronoun"}
"""The classes whose words counted as function words when the scorer's weights were fitted."""


def is_function_word(word: str) -> bool:
    """Whether a word in lower case, or a punctuation mark, carries no tone of its own: "the", "is", "isn't", ",", but
    not an intensifier such as "very"."""
    classes = grammar().get(word, NONE)
    if not classes.isdisjoint(_TONELESS):
        return "intensifier" not in classes
    return word.endswith("n't") or not word[0].isalpha()


@cache
def _toneless() -> dict[str, list[list[str]]]:
    """The phrases without a tone as their words, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(tone_words("toneless")):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found
