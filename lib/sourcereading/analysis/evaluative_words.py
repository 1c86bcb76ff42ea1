"""The evaluative words of each speaker, and of what they are said: the tone as a reader can check it, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from sourcereading.analysis.sentiment import whole_stretches
from sourcereading.attribution.clause_words import MARK, WORD, Item, Window
from sourcereading.attribution.noun_phrases import noun_phrase
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.rows import rows_of
from sourcereading.reading.wording import inner_quotes, short
from sourcereading.sentiment.features import negated, without_toneless
from sourcereading.sentiment.judgements import is_judging
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.weights import weights
from sourcereading.text.parts_of_speech import (
    is_adjective,
    is_adverb,
    is_noun,
    is_participle,
    is_past,
    is_plain,
    is_present,
)
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Token, tokens

GOOD, BAD = "good", "bad"
"""What readers call a word by itself."""

_FIRST = ("i", "we")
_GRANTED = 9  # words after "love" in which ", but" takes it back
_NEAR = 80  # characters
_LONGEST = 4  # words of what it is said of
_BEFORE_NOUN = ("article", "determiner")
_ADVERBS_TOO, _SUBJECTS = ("better", "best", "worse", "worst"), ("subject_pronoun", "first_person", "modal")
_EMPTY = ("it", "this", "that", "there", "which", "what", "who")
_KEPT = ["article_id", "start", "text", "speaker", "voice"]


def evaluative_words(sentiment: pd.DataFrame) -> pd.DataFrame:
    """The judging words that readers call good or bad by themselves, in the stretches of each speaker: a row per word
    and stretch, the strongest first and last those said of nothing that is found. What a speaker denies is left out.
    Table: evaluative words."""
    whole = whole_stretches(sentiment)
    rows = []
    for row in rows_of(whole[(whole["scorer"] == NEWS) & (whole["words"] != "")]):
        words = tokens(row.text)
        meant = _meant([word.lower for word in words])
        for at, word in enumerate(words):
            if word.text.islower() and weights().judges(word.text) and word.text not in function_words():
                rating = weights().rating(word.text)
                about = (row.article_id, row.start, row.text, row.speaker, row.voice)
                called, of = GOOD if rating > 0 else BAD, said_of(words, at)
                shown = _shown(row.text, word, of) if meant[at] else ""
                rows.append((*about, word.lower, called, round(rating, 1), of, shown))
    rows.sort(key=lambda row: (row[-2] == "", -abs(row[-3])))
    return pd.DataFrame(rows, columns=[*_KEPT, "word", "called", "rating", "said_of", "shown"])


def _meant(lower: list[str]) -> list[bool]:
    """Whether each word says what readers hear in it: not where it is negated ("no good"), in a fixed phrase ("a hell
    of a lot", "great grandma"), or only granted ("I love him, but")."""
    turned = negated(["not" if word.endswith(("n't", "n’t")) else word for word in lower])
    plain = without_toneless(lower)
    granted = [word == "," and lower[at + 1 : at + 2] == ["but"] for at, word in enumerate(lower)]
    return [
        not turned[at] and plain[at] == word and not (lower[at - 1] in _FIRST and any(granted[at : at + _GRANTED]))
        for at, word in enumerate(lower)
    ]


def _shown(text: str, word: Token, of: str) -> str:
    """A word with what it is said of, as the text has them; "" where the second is not near."""
    behind, before = text.find(of, word.end, word.end + _NEAR), text.rfind(of, max(0, word.start - _NEAR), word.start)
    if not of or behind < 0 > before:
        return ""
    return text[word.start : behind + len(of)] if behind >= 0 else text[before : word.end]


def most_evaluative(found: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    """The rows of :func:`evaluative_words` by speaker and voice that say of what and mean it, each word once: the
    strongest first; the speaker with most words first, unknown speakers and the writer last."""
    by_speaker = found[found["shown"] != ""].groupby(["speaker", "voice"], sort=False)
    groups = [(whose, rows.drop_duplicates("word")) for whose, rows in by_speaker]
    last = {UNATTRIBUTED: 1, WRITER: 2}
    return sorted(groups, key=lambda group: (last.get(group[0][0], 0), -len(group[1]), group[0]))


def worded(row: Any) -> str:
    """An evaluative word with what it is said of: "“terrible” (territorial concession)"; where these do not follow it,
    with the words between them: "“success” (“plan is a great success”)"."""
    follows = row.shown[len(row.word) :].strip() == row.said_of
    return f"“{row.word}” ({short(row.said_of, 40) if follows else f'“{short(inner_quotes(row.shown), 60)}”'})"


def said_of(words: Sequence[Token], at: int) -> str:
    """What an evaluative word is said of, "" where that is not clear: the noun behind an adjective, the subject of "is"
    before an adjective or a noun, whom or what a verb of judgement is about.

    >>> from sourcereading.text.sentences import tokens
    >>> said_of(tokens("a terrible territorial concession to them"), 1)
    'territorial concession'
    >>> said_of(tokens("The plan is a great success for Halden"), 5), said_of(tokens("The new plan is bad"), 4)
    ('plan', 'new plan')
    >>> said_of(tokens("He praised the brave crew"), 1), said_of(tokens("the collapse of the dam"), 1)
    ('brave crew', '')
    >>> said_of(tokens("Voters are rejecting him"), 2), said_of(tokens("Holm was rejected"), 2)
    ('', 'Holm')
    >>> said_of(tokens("How can we better share gifts"), 3), said_of(tokens("They need a better plan"), 3)
    ('', 'plan')
    """
    lower = [word.lower for word in words]
    verb = is_judging(lower, at)
    adverb = lower[at] in _ADVERBS_TOO and at and not classes_of(lower[at - 1]).isdisjoint(_SUBJECTS)
    adjective = is_adjective(lower[at]) and not is_participle(lower[at])  # "terrible"; "broken" may be part of a verb
    if adverb or not (verb or is_noun(lower[at]) or adjective):
        return ""  # "how we *better* share the quay"
    link = _back_over_phrase(words, at - 1)
    finite = link >= 0 and "be" in classes_of(lower[link]) and (is_present(lower[link]) or is_past(lower[link]))
    if finite and not _phrase(words, at + 1):
        return "" if verb and lower[at].endswith("ing") else _subject(words, link)  # "voters are *rejecting* him"
    behind = at + 1
    while verb and behind < len(words) and not classes_of(lower[behind]).isdisjoint(_BEFORE_NOUN):
        behind += 1
    return _phrase(words, behind) if verb or not is_noun(lower[at]) else ""


def _subject(words: Sequence[Token], link: int) -> str:
    """The subject of "is" without its article; "" where it is a pronoun that may mean anything, or is none."""
    items = [Item(word.start, word.end, word.lower, word.text, WORD if word.is_word else MARK) for word in words]
    found = noun_phrase(Window(items), link - 1, appositions=False)
    if found is None or words[found.first].lower in _EMPTY:
        return ""
    first = found.first + (not classes_of(words[found.first].lower).isdisjoint(_BEFORE_NOUN))
    inner = found.first and "preposition" in classes_of(words[found.first - 1].lower)  # "the rain in *Halden* is bad"
    if inner or not 0 < found.last - first <= _LONGEST or words[found.last - 1].lower.endswith("'s"):
        return ""
    return " ".join(word.text for word in words[first : found.last])


def _is_part(word: Token) -> bool:
    """Whether a word can be part of a noun phrase behind its determiner."""
    lower = word.lower
    if not word.is_word or lower in function_words():
        return False
    return word.text[0].isupper() or is_plain(lower.removesuffix("'s")) or is_adjective(lower)


def _phrase(words: Sequence[Token], at: int) -> str:
    """The nouns with their adjectives that begin at a place, if the last of them is no owner of something else."""
    end = at
    while end < len(words) and end < at + _LONGEST and _is_part(words[end]):
        end += 1
    while end > at and not (words[end - 1].text[0].isupper() or is_noun(words[end - 1].lower)):
        end -= 1  # "difficult *and used*"
    return "" if end > at and words[end - 1].lower.endswith("'s") else " ".join(word.text for word in words[at:end])


def _back_over_phrase(words: Sequence[Token], at: int) -> int:
    """The place before a determiner, adverbs and "not" that stand before an evaluative word: that of "is"."""
    while at >= 0 and words[at].is_word:
        classes = classes_of(words[at].lower)
        small = not classes.isdisjoint(("article", "determiner", "adverb", "negative", "intensifier"))
        if "be" in classes or not (small or is_adverb(words[at].lower) or is_adjective(words[at].lower)):
            break
        at -= 1
    return at
