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
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from sourcereading.sentiment.weights import tone_words
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


class Feature(NamedTuple):
    """A word or words at a place: ``amount`` of it, and ``at``, the numbers of the tokens that it comes from."""

    place: str
    term: str
    amount: float
    at: tuple[int, ...]


class Term(NamedTuple):
    """What a token is to the scorer; "isn't" is two, "is" and "not"."""

    text: str
    token: int


def features(terms: Sequence[Term]) -> list[Feature]:
    """The features of a stretch of text from its terms; without a target it has ``whole`` and ``negated`` only."""
    center = next((number for number, term in enumerate(terms) if term.text == TARGET), None)
    reached = negated(terms)
    found = _spread(terms, center, reached)
    if center is not None:
        found += _windows(terms, center, reached)
        found += _beside(terms, center)
    return found


def terms_of(tokens: Sequence[Token], target: tuple[int, int] | None, known: Collection[str]) -> list[Term]:
    """The terms of a stretch of text.

    Parameters
    ----------
    tokens : the tokens of the stretch.
    target : the span of the target in code points, as the tokens count them; None for the stretch as a whole.
    known : the words that are known in lower case; any other that opens a sentence with a capital is taken for a name.
    """
    terms = _terms(tokens, target, known)
    if target is not None and not any(term.text == TARGET for term in terms):
        raise ValueError(f"no token stands at the target {target}; give a span within the tokens")
    return _without_toneless(terms)


def _terms(tokens: Sequence[Token], target: tuple[int, int] | None, known: Collection[str]) -> list[Term]:
    terms: list[Term] = []
    opens, inside = True, False
    for number, token in enumerate(tokens):
        if target is not None and token.end > target[0] and token.start < target[1]:
            if not inside:
                terms.append(Term(TARGET, number))
            opens, inside = False, True
            continue
        inside = False
        if token.is_word:
            terms += [Term(text, number) for text in _words_of(token, opens, known)]
            opens = False
        else:
            terms.append(Term(token.text, number))
            opens = opens or token.text in _SENTENCE_ENDS
    return terms


def _words_of(token: Token, opens: bool, known: Collection[str]) -> list[str]:
    lower = token.lower
    if lower[0].isdigit():
        return [NUMBER]
    if lower == "cannot":
        words = ["can", "not"]
    elif lower.endswith("n't"):
        words = [_IRREGULAR.get(lower, lower[:-3]), "not"]
    else:
        words = [lower.removesuffix("'s")]
    if token.text[0].isupper() and words[0] != "i" and not (opens and words[0] in known):
        words[0] = NAME
    return [word for word in words if word]


def _without_toneless(terms: Sequence[Term]) -> list[Term]:
    """The terms with each phrase that has no tone in news, "without a doubt" or "tested positive", made silent."""
    kept = list(terms)
    for at, term in enumerate(terms):
        for phrase in _toneless().get(term.text, ()):
            if [other.text for other in terms[at : at + len(phrase)]] == phrase:
                for place in range(at, at + len(phrase)):
                    kept[place] = terms[place]._replace(text=_TONELESS_TERM)
    return kept


def negated(terms: Sequence[Term]) -> list[bool]:
    """For each term whether a negation reaches it: the four after a negator, to the end of its clause, and the three
    before a verb of falling."""
    reached = [False] * len(terms)
    negators, falls = tone_words("turns_after"), tone_words("turns_before")
    for number, term in enumerate(terms):
        if term.text in negators:
            for after in range(number + 1, min(number + 1 + _REACH, len(terms))):
                if terms[after].text in _CLAUSE_ENDS:
                    break
                reached[after] = terms[after].text not in negators or reached[after]
        elif term.text in falls:
            for before in range(number - 1, max(-1, number - 1 - _FALLS), -1):
                if terms[before].text in _CLAUSE_ENDS or terms[before].text in (TARGET, NAME):
                    break
                reached[before] = True
    return [hit and term.text not in negators for hit, term in zip(reached, terms, strict=True)]


def _spread(terms: Sequence[Term], center: int | None, negated: Sequence[bool]) -> list[Feature]:
    """The places whose amounts are shared out."""
    amounts: dict[str, list[tuple[Term, float]]] = {place: [] for place in SPREAD}
    first, last = _own_ground(terms, center) if center is not None else (0, 0)
    for number, term in enumerate(terms):
        if not term.text[0].isalpha():
            continue
        size = _FUNCTION_WORD if is_function_word(term.text) else 1.0
        if negated[number]:
            amounts["negated"].append((term, size))
            size = -size
        amounts["whole"].append((term, size))
        if center is not None:
            distance = abs(number - center)
            amounts["near"].append((term, size * math.exp(-distance / _NEAR)))
            if first <= number < last:
                side = "left" if number < center else "right"
                amounts[side].append((term, size * math.exp(-distance / _SIDE)))
    found = []
    for place, shares in amounts.items():
        norm = math.sqrt(sum(abs(size) for _, size in shares)) or 1.0
        found += [Feature(place, term.text, size / norm, (term.token,)) for term, size in shares]
    return found


def _own_ground(terms: Sequence[Term], center: int) -> tuple[int, int]:
    """The terms around the target up to the next other name or person's pronoun on either side."""
    others = [number for number, term in enumerate(terms) if term.text == NAME or term.text in _PEOPLE]
    return (
        max((number + 1 for number in others if number < center), default=0),
        min((number for number in others if number > center), default=len(terms)),
    )


def _windows(terms: Sequence[Term], center: int, negated: Sequence[bool]) -> list[Feature]:
    found = []
    for number in range(max(0, center - 12), min(len(terms), center + 13)):
        if number == center:
            continue
        side, distance = ("before", center - number) if number < center else ("after", number - center)
        text, token = terms[number]
        mark = "not " if negated[number] and text[0].isalpha() else ""
        for reach in (4, 12):
            if distance <= reach:
                found.append(Feature(f"{side}{reach}", mark + text, 1.0, (token,)))
    return _once(found)


def _beside(terms: Sequence[Term], center: int) -> list[Feature]:
    """The runs of words that touch the target, up to three on one side, and one on each."""
    spans = [(center - size, center + 1) for size in range(1, _BESIDE + 1)]
    spans += [(center, center + 1 + size) for size in range(1, _BESIDE + 1)]
    spans.append((center - 1, center + 2))
    found = []
    for first, last in spans:
        if first >= 0 and last <= len(terms):
            run = terms[first:last]
            at = tuple(term.token for term in run if term.text != TARGET)
            found.append(Feature(BESIDE, " ".join(term.text for term in run), 1.0, at))
    return found


def _once(found: Sequence[Feature]) -> list[Feature]:
    """The first of each word at a place: said twice is not twice as much."""
    return list({(feature.place, feature.term): feature for feature in reversed(found)}.values())[::-1]


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
