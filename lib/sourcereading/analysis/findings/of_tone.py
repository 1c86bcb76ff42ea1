"""In what tone, about whom, by which words. On fewer than ``ENOUGH`` stretches nothing is said of anybody's tone."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sourcereading.analysis.evaluative_words import evaluative_words, most_evaluative, worded
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.sentiment import (
    ENOUGH,
    NO_CLEAR_TONE,
    SCORERS,
    mean_in_words,
    pairs_with_enough,
    scorers_side_by_side,
    tone_by,
    tone_by_target,
    tones_of,
    tones_of_stretches,
    whole_stretches,
)
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, listing, sentence, short, verb, who, who_in
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.scores import TEXTBLOB, UNSURE, deciding_words, signed

_PAIRS = 2
_MOSTLY = 2 / 3
"""Where the scorer is unsure on a greater share, this is said first."""
_SPEAKERS = 3
_STRONGEST = 3


@question("In which words?", "05-sentiment-by-speaker")
def in_which_words(reading: Reading) -> str:
    """Which evaluative words does each speaker use, and of what?"""
    groups = most_evaluative(evaluative_words(reading.sentiment))
    told = [_words_of(whose, rows, len(reading.articles)) for whose, rows in groups]
    if not told:
        return "No word that readers call good or bad by itself is said of anything that could be found."
    if len(told) > _SPEAKERS and len(groups[0][1]) == 1:
        return "No speaker stands out by words that readers call good or bad by themselves; the table has them all."
    words = "Words that readers call good or bad by themselves, with what they are said of"
    text = f"{words}: {'; '.join(told[:_SPEAKERS])}"
    more = len(told) - _SPEAKERS
    return f"{text}; and those of {amount(more, 'more speaker')}." if more > 0 else f"{text}."


def _words_of(whose: tuple[str, str], rows: pd.DataFrame, articles: int) -> str:
    """The strongest words of a speaker, each with what it is said of."""
    words = [worded(row) for row in rows.head(_STRONGEST).itertuples()]
    left = len(rows) - len(words)
    words += [f"{left:,} more"] if left else []
    return f"{who_in(*whose, articles)}: {listing(words, most=_STRONGEST + 1)}"


@question("In what tone?", "05-sentiment-by-speaker", 2)
def in_what_tone(reading: Reading) -> str:
    """In what tone does each speaker speak, and is there enough to say so?"""
    scored = whole_stretches(reading.sentiment)
    if scored.empty:
        return "There is no stretch of text to score."
    known = int(scored.loc[scored["scorer"] == TEXTBLOB, "evidence"].sum())
    opposed = int(scorers_side_by_side(scored)["opposed"].sum())
    signs = f"; on {opposed:,} of them the two have opposite signs" if opposed else ""
    means = _means(tone_by(scored[scored["scorer"] == NEWS]), len(reading.articles))
    return f"{tones_of_stretches(scored)}. TextBlob scores {f'{known:,}' if known else 'none'}{signs}. {means}"


def _means(tone: pd.DataFrame, articles: int) -> str:
    """What the means say, of those who have enough stretches."""
    enough = tone[tone["mean"].notna()]
    if enough.empty:
        return f"No speaker has {ENOUGH} scored stretches in one voice, so nothing is said of anybody’s tone."
    clear = enough[enough["tone"] != NO_CLEAR_TONE]
    parts = [f"{who_in(row.speaker, row.voice, articles)}, {mean_in_words(row)}" for row in clear.itertuples()]
    unclear = len(enough) - len(clear)
    if not parts:
        return f"Nobody with {ENOUGH} scored stretches or more in one voice has a clear tone."
    others = f" {sentence(amount(unclear, 'other'))} {verb(unclear, 'has', 'have')} no clear tone." if unclear else ""
    return f"Clear tone by the news scorer, in {ENOUGH} stretches or more: {listing(parts, '; ')}.{others}"


@question("In what tone about whom?", "05-sentiment-by-speaker", 3)
def about_whom(reading: Reading) -> str:
    """In what tone does each speaker speak about whom?"""
    table = tone_by_target(reading.sentiment)
    if table.empty:
        return "No name of a person was found in a statement, so nothing is said of the tone toward anybody."
    enough = pairs_with_enough(table)
    if enough.empty:
        return (
            f"No speaker has {ENOUGH} scored stretches about the same person, so nothing is said of the tone toward "
            "anybody."
        )
    pairs = [_pair(row, len(reading.articles)) for row in enough.head(_PAIRS).itertuples()]
    unsure, stretches = int(table[UNSURE].sum()), int(table["stretches"].sum())
    mostly = f"On {unsure:,} of {amount(stretches, 'stretch', 'stretches')} that name somebody the news scorer is "
    mostly = f"{mostly}unsure: read the words. " if unsure > _MOSTLY * stretches else ""
    text = f"{sentence(amount(len(enough), 'pair'))} of speaker and target {verb(len(enough), 'has', 'have')} {ENOUGH} "
    text = f"{mostly}{text}scored stretches or more. As the news scorer reads them, {'; '.join(pairs)}"
    return f"{text}; and {len(enough) - _PAIRS:,} more." if len(enough) > _PAIRS else f"{text}."


def _pair(row: Any, articles: int) -> str:
    stretches = amount(row.stretches, "stretch", "stretches")
    return f"{who(row.speaker, articles)} on {short(row.target, 60)}, {stretches}: {tones_of(row)}"


@question("Which words decide?", "05-sentiment-by-speaker", 4)
def strongest_words(reading: Reading) -> str:
    """Which words decide the scores?"""
    whole = whole_stretches(reading.sentiment)
    return " ".join(_strongest(whole[whole["scorer"] == scorer], SCORERS[scorer]) for scorer in (NEWS, TEXTBLOB))


def _strongest(scored: pd.DataFrame, scorer: str) -> str:
    """The words with the greatest values, each at its greatest; of equal ones all, or how many they are."""
    scored = scored[scored["evidence"]]
    if scored.empty:
        return f"{sentence(scorer)} gives no stretch of the text a tone."
    values: dict[str, float] = {}
    for word, value in (pair for words in scored["words"] for pair in deciding_words(words)):
        if abs(value) > abs(values.get(word.lower(), 0.0)):
            values[word.lower()] = value
    if not values:
        return f"No word weighs anything in the scores by {scorer}."
    ranked = sorted(values, key=lambda word: (-abs(values[word]), word))
    least = abs(values[ranked[:_STRONGEST][-1]])
    parts = [f"“{word}” ({signed(values[word])})" for word in ranked if abs(values[word]) >= least]
    word = verb(len(parts), "The word that weighs most", "The words that weigh most")
    return f"{word} in the scores by {scorer}: {listing(parts, most=_STRONGEST + 1)}."
