"""The news scorer: the tone of a stretch of news, or toward a name in it, with the words that decide.

A logistic regression over ``features``: every word at its place adds its weight (``weights``) to "bad" and to "good",
against "neutral". Where a verb of judgement says who does what to whom (``judgements``), that decides. A verdict is
given where a tone is as likely as ``SURE`` says and a word that readers call good or bad shows it, in the target's own
clause; else the scorer abstains. It sees neither irony nor the world.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from sourcereading.sentiment.features import TARGET, Terms, negated, parted, terms_of
from sourcereading.sentiment.judgements import judged, told
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE, Score, signed
from sourcereading.sentiment.weights import weights
from sourcereading.text.remembered import remembered
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import Token

NEWS = "news"
"""The scorer's name in the table ``sentiment``."""

TOWARD, STRETCH = "toward", "stretch"
SURE = {TOWARD: 0.55, STRETCH: 0.5}
"""How likely a tone must be to be given. ``data/measured.csv`` has how many texts get one and how many are right. A
whole stretch has no marked texts of its own: held-out training sentences answer to it in 69 of 100 from here on, and
70 of these are right."""

_AROUND = 60
"""Words on either side of a target that are looked at: more than nearly any sentence has, and it keeps the time linear
in a list of names without an end."""
_NAMED = 5  # deciding words that are named
_WORTH_NAMING = 0.1
_COLOURS = 1.0
"""What a word must add, either way, for a stretch not to be called neutral: of the training sentences called neutral
without such a word 73 in 100 are, with one 57."""
_SHOWS = 0.3
"""What an evaluative word must add to a verdict that stands on it."""
_JUDGED = 1.0
"""What a verb of judgement counts for at least, toward the one whom it judges."""


class Tone(NamedTuple):
    """How likely each tone is; whether a content word has a weight; what each adds to "good" less "bad", by its token,
    of those that may decide; and the sign that a verb of judgement gives."""

    bad: float
    neutral: float
    good: float
    known: bool
    by_token: Mapping[int, float]
    judged: int = 0


def toward(tokens: Sequence[Token], targets: Sequence[tuple[int, int]]) -> Score:
    """The tone toward a target named in a stretch: the mean over the places that name it.

    Parameters
    ----------
    tokens : the tokens of the stretch.
    targets : the spans of the target in code points, as the tokens count them, at least one.
    """
    found = [_tone_around(tokens, target) for target in targets]
    by_token: dict[int, float] = {}
    for one in found:
        for token, share in one.by_token.items():
            by_token[token] = by_token.get(token, 0.0) + share / len(found)
    bad, neutral, good = (sum(parts) / len(found) for parts in zip(*(one[:3] for one in found), strict=True))
    signs = {one.judged for one in found} - {0}
    known = any(one.known for one in found)
    return _score(TOWARD, Tone(bad, neutral, good, known, by_token, signs.pop() if len(signs) == 1 else 0), tokens)


def stretch(tokens: Sequence[Token]) -> Score:
    """The tone of a stretch as a whole; no evidence where it has no content word with a weight. What is only asked
    decides nothing: "Was that the best way?" praises no way."""
    terms = terms_of(tokens, None, _known())
    return _score(STRETCH, _tone(STRETCH, terms, told(terms.words)), tokens)


def _tone_around(tokens: Sequence[Token], target: tuple[int, int]) -> Tone:
    first = max(0, bisect_left(tokens, target[0], key=attrgetter("start")) - _AROUND)
    terms = terms_of(tokens[first : first + 2 * _AROUND], target, _known())
    words = terms.words
    found = judged(words, words.index(TARGET), negated(words), _is_owner(tokens, target[1]))
    tone = _tone(TOWARD, terms, found.own)
    by_token = dict(tone.by_token)
    for at in found.by:
        share = by_token.get(terms.tokens[at], 0.0)
        by_token[terms.tokens[at]] = found.sign * max(_JUDGED, found.sign * share)
    return tone._replace(judged=found.sign, by_token={first + token: share for token, share in by_token.items()})


def _is_owner(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name that ends at a place stands as the owner of something: "Ruiz's", "Ruiz’s" or "Holms’"."""
    at = bisect_left(tokens, end, key=attrgetter("end"))
    if tokens[at].lower.endswith("'s"):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return after.text in ("'", "’") and after.start == end and tokens[at].lower.endswith("s")


def _tone(scorer: str, terms: Terms, own: Collection[int]) -> Tone:
    """The tone of the terms; ``own`` are the places of those that may decide. What function words and names add belongs
    to no word that a reader would look at: it only moves where the scorer begins."""
    bad, good = weights().bases[scorer]
    words, tokens = terms
    content = [at for at, word in enumerate(words) if _is_content(word)]
    known = {tokens[at] for at in content}
    deciding = known if len(own) == len(words) else {tokens[at] for at in content if at in own}
    adds = weights().adds[scorer]
    has_evidence = False
    by_token: dict[int, float] = {}
    shared, others = parted(terms)
    for place, norm, parts in shared:
        here = adds[place]
        for at, size in parts:
            if (weight := here[words[at]]) is None:
                continue
            amount, token, (to_bad, to_good) = size / norm, tokens[at], weight
            bad += amount * to_bad
            good += amount * to_good
            has_evidence = has_evidence or token in known
            if token in deciding:
                by_token[token] = by_token.get(token, 0.0) + amount * (to_good - to_bad)
    for place, term, amount, ats in others:
        if (weight := adds[place][term]) is None:
            continue
        to_bad, to_good = weight
        bad += amount * to_bad
        good += amount * to_good
        has_evidence = has_evidence or not known.isdisjoint(ats)
        to = [token for token in ats if token in deciding]
        for token in to:
            by_token[token] = by_token.get(token, 0.0) + amount * (to_good - to_bad) / len(to)
    top = max(bad, good, 0.0)
    powers = [math.exp(bad - top), math.exp(-top), math.exp(good - top)]
    whole = sum(powers)
    bad, neutral, good = (power / whole for power in powers)
    return Tone(bad, neutral, good, has_evidence, by_token)


@remembered
def _is_content(term: str) -> bool:
    return term[0].isalpha() and term not in function_words()


def _score(scorer: str, tone: Tone, tokens: Sequence[Token]) -> Score:
    if not tone.known:
        return Score(NEWS, math.nan, math.nan, False, "", "")
    surest = max(tone.bad, tone.neutral, tone.good)
    sign = tone.judged or (-1 if tone.bad == surest else 1 if tone.good == surest else 0)
    named = _deciding(tone)
    shows = weights().judges if scorer == TOWARD else weights().is_evaluative
    if sign:
        shown = any(share * sign >= _SHOWS and shows(tokens[at].lower) for at, share in named)
    else:
        shown = scorer == TOWARD or all(abs(share) < _COLOURS for _, share in named)
    sure = bool(tone.judged) or (surest >= SURE[scorer] and shown)
    strength = max(SURE[scorer], abs(tone.good - tone.bad)) if tone.judged else abs(tone.good - tone.bad)
    words = "; ".join(f"{tokens[at].text} {signed(share)}" for at, share in named)
    verdict = (NEUTRAL, POSITIVE, NEGATIVE)[sign]
    return Score(NEWS, sign * strength if sure else math.nan, math.nan, sure, verdict, words)


def _deciding(tone: Tone) -> list[tuple[int, float]]:
    """The tokens that add most, either way, in the order of the text."""
    strong = [item for item in tone.by_token.items() if abs(item[1]) >= _WORTH_NAMING]
    return sorted(sorted(strong, key=lambda item: (-abs(item[1]), item[0]))[:_NAMED])


@cache
def _known() -> frozenset[str]:
    """Words seen in lower case in the training sentences, more than once: no names."""
    return weights().words_seen(2)
