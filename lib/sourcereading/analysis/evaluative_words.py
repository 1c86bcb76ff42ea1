"""The evaluative words of each speaker, and of what they are said: the tone as a reader can check it, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from sourcereading.analysis.sentiment import whole_stretches
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.wording import short
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.weights import weights
from sourcereading.text.parts_of_speech import is_adjective, is_adverb, is_noun, is_plain
from sourcereading.text.sentence_words import STOPS, classes_of, function_words
from sourcereading.text.sentences import Token, tokens

GOOD, BAD = "good", "bad"
"""What readers call a word by itself."""

_LONGEST = 4  # words of what it is said of
_NEAR = 3  # words between a verb and what it is said of
_KEPT = ["article_id", "start", "text", "speaker", "voice"]


def evaluative_words(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The words that readers call good or bad by themselves, in the stretches of each speaker.

    Parameters
    ----------
    sentiment : the table ``sentiment``; what a speaker denies is left out.

    Returns
    -------
    One row per word and stretch, the strongest first and last those said of nothing that is found: ``article_id``,
    ``start``, ``text``, ``speaker``, ``voice`` of the stretch; ``word``; ``called``, good or bad, whatever a negation
    makes of it; ``rating`` from -4 to 4; and ``said_of``, the words beside it that it is said of, "" where none are
    found.
    """
    whole = whole_stretches(sentiment)
    rows = []
    for row in whole[(whole["scorer"] == NEWS) & (whole["words"] != "")].itertuples():
        words = tokens(row.text)
        for at, word in enumerate(words):
            if word.text.islower() and weights().is_evaluative(word.text) and word.text not in function_words():
                rating = weights().rating(word.text)
                about = (row.article_id, row.start, row.text, row.speaker, row.voice)
                rows.append((*about, word.lower, GOOD if rating > 0 else BAD, round(rating, 1), said_of(words, at)))
    rows.sort(key=lambda row: (row[-1] == "", -abs(row[-2])))
    return pd.DataFrame(rows, columns=[*_KEPT, "word", "called", "rating", "said_of"])


def most_evaluative(found: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    """The rows of :func:`evaluative_words` by speaker and voice that say of what, each word once: the strongest first;
    the speaker with most words first, the writer last."""
    groups = []
    for whose, rows in found[found["said_of"] != ""].groupby(["speaker", "voice"], sort=False):
        groups.append((whose, rows.drop_duplicates("word")))
    return sorted(groups, key=lambda group: (group[0][0] == WRITER, -len(group[1]), group[0]))


def worded(row: Any) -> str:
    """An evaluative word with what it is said of: "“terrible” (territorial concession)"."""
    return f"“{row.word}” ({short(row.said_of, 40)})"


def said_of(words: Sequence[Token], at: int) -> str:
    """What an evaluative word is said of: the noun behind an adjective, the subject of "is", what a verb is done to.

    >>> from sourcereading.text.sentences import tokens
    >>> said_of(tokens("a terrible territorial concession to them"), 1)
    'territorial concession'
    >>> said_of(tokens("The plan is a great success for Halden"), 5), said_of(tokens("The new plan is bad"), 4)
    ('plan', 'new plan')
    >>> said_of(tokens("He praised the brave crew"), 1), said_of(tokens("the collapse of the dam"), 1)
    ('brave crew', 'dam')
    """
    if behind := _phrase(words, at + 1):
        return behind
    link = _back_over_phrase(words, at - 1)
    if link >= 0 and "be" in classes_of(words[link].lower):
        return _phrase_before(words, link)
    after = at + 1
    if is_noun(words[at].lower) and not (after < len(words) and words[after].lower in ("of", "for", "against", "on")):
        return ""
    for place in range(after, min(len(words), after + _NEAR)):
        if words[place].text in STOPS or words[place].text == ",":
            break
        if found := _phrase(words, place):
            return found
    return ""


def _is_part(word: Token) -> bool:
    """Whether a word can be part of a noun phrase behind its determiner."""
    lower = word.lower
    if not word.is_word or lower in function_words():
        return False
    return word.text[0].isupper() or is_plain(lower.removesuffix("'s")) or is_adjective(lower)


def _phrase(words: Sequence[Token], at: int) -> str:
    """The nouns with their adjectives that begin at a place."""
    end = at
    while end < len(words) and end < at + _LONGEST and _is_part(words[end]):
        end += 1
    while end > at and not (words[end - 1].text[0].isupper() or is_noun(words[end - 1].lower)):
        end -= 1  # "difficult *and used*"
    return " ".join(word.text for word in words[at:end])


def _phrase_before(words: Sequence[Token], at: int) -> str:
    """The nouns with their adjectives that end before a place; a pronoun alone."""
    first = at
    while first and first > at - _LONGEST and _is_part(words[first - 1]):
        first -= 1
    before = classes_of(words[at - 1].lower) if first == at and at else frozenset()
    if before & {"subject_pronoun", "demonstrative"}:
        return words[at - 1].text
    return " ".join(word.text for word in words[first:at])


def _back_over_phrase(words: Sequence[Token], at: int) -> int:
    """The place before a determiner, adverbs and "not" that stand before an evaluative word: that of "is"."""
    while at >= 0 and words[at].is_word:
        classes = classes_of(words[at].lower)
        small = not classes.isdisjoint(("article", "determiner", "adverb", "negative", "intensifier"))
        if "be" in classes or not (small or is_adverb(words[at].lower) or is_adjective(words[at].lower)):
            break
        at -= 1
    return at
