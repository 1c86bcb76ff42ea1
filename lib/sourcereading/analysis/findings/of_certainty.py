"""How surely things are said: marks, hedges, probabilities and levels."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.counts import counts_by, without_reporting_clauses
from sourcereading.analysis.findings.counted import (
    denied_ids,
    hedges_of,
    levels_of_statements,
    own_words,
    quoted_beside_paraphrased,
    words_by_voice,
)
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.names import several_sources
from sourcereading.analysis.probabilities import phrases
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES, WRITER
from sourcereading.certainty.in_numbers import has_number, in_numbers
from sourcereading.certainty.labels import DIRECTION_WORDS, LEVELS, hedging, raising
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import RATE_FROM, amount, count, listing, sentence, short, times, verb, who

_NAMED = 4
_COMPARED = 2
"""Speakers whose two voices are compared in the sentence; the table has all."""


@question("How surely is it said?", "03-how-sure")
def how_sure(reading: Reading) -> str:
    """How many words say how sure something is, and what do they do to it?"""
    marks, words = reading.certainty, int(reading.articles["words"].sum())
    if marks.empty:
        return "No word or phrase of the lexicon says how sure something is."
    counts = marks["direction"].value_counts()
    numbers = [(int(counts.get(name, 0)), words) for name, words in DIRECTION_WORDS.items()]
    parts = [f"{number:,} {verb(number, words.one, words.many)}" for number, words in numbers if number]
    if len(marks) == 1:
        parts = [f"it {DIRECTION_WORDS[counts.index[0]].one}"]
    elif len(parts) == 1:
        parts = [f"{'both' if len(marks) == 2 else 'all'} {DIRECTION_WORDS[counts.index[0]].many}"]
    rate = f" ({1000 * len(marks) / words:.0f} per 1,000 words)" if words >= RATE_FROM else ""
    found = sentence(amount(len(marks), "mark"))
    return (
        f"{found}{rate} {verb(len(marks), 'says', 'say')} how sure something is: {listing(parts, most=len(parts))}. "
        f"{_hedges_and_certainty(marks)}"
    )


def _hedges_and_certainty(marks: pd.DataFrame) -> str:
    """How many of the marks are hedges and how many express certainty, as charts count them."""
    hedges, certain = int(hedging(marks).sum()), int(raising(marks).sum())
    if len(marks) == 1:
        return "It is a hedge." if hedges else "It expresses certainty." if certain else "It is no hedge."
    if hedges == len(marks):
        return "All of them are hedges, and none expresses certainty."
    text = (
        f"{f'{hedges:,}' if hedges else 'None'} of them {verb(hedges or 1, 'is a hedge', 'are hedges')}, and "
        f"{f'{certain:,}' if certain else 'none'} {verb(certain or 1, 'expresses', 'express')} certainty"
    )
    nearly = int((raising(marks) & (marks["direction"] == "scale")).sum())
    if not nearly:
        return f"{text}."
    return (
        f"{text} ({'all' if 1 < nearly == certain else f'{nearly:,}'} by a probability that is nearly certain, for or "
        "against)."
    )


@question("Who hedges?", "03-how-sure", 2)
def who_hedges(reading: Reading) -> str:
    """Who hedges, and how often for the words they have?"""
    hedges = hedges_of(reading)
    inside = without_reporting_clauses(hedges, reading.statements)
    introducing = len(hedges) - len(inside)
    if hedges.empty:
        return "The text has no hedge."
    clauses = f"in {verb(introducing, 'a reporting clause', 'reporting clauses')}"
    if inside.empty:
        return f"{sentence(amount(introducing, 'hedge'))}, {clauses} and so the writer’s; no others."
    parts = _by_whom(reading, inside)
    if introducing:
        parts.append((introducing, f"{who(WRITER, len(reading.articles))} {clauses}"))
    denied = int(hedges["statement_id"].isin(denied_ids(reading.statements)).sum())
    note = f" {_some(denied, len(hedges))} in what the speaker denies." if denied else ""
    if others := int(hedges["others_view"].sum()):
        note += f" {_some(others, len(hedges))} a view or a doubt of somebody else, which is only reported."
    text = sentence(amount(len(hedges), "hedge"))
    if len(parts) == 1:
        every = {1: "", 2: "both "}.get(len(hedges), "all ")
        return f"{text}, {every}by {parts[0][1]}.{note}"
    said = [f"{number:,} by {whose}" for number, whose in parts]
    return f"{text}: {listing(said, most=len(said))}.{note}"


def _by_whom(reading: Reading, hedges: pd.DataFrame) -> list[tuple[int, str]]:
    """How many hedges are by whom, with a rate where there are words enough; what several articles call alike is
    another source in each, and not named."""
    words = own_words(reading, ["speaker"]).set_index("speaker")["words"]
    alike = hedges["speaker"].isin(several_sources(reading.speakers))
    parts = []
    counts = counts_by(hedges[~alike], ["speaker"])
    rest = pd.concat([counts[_NAMED:], counts_by(hedges[alike], ["article_id", "speaker"])])
    for row in counts[:_NAMED].itertuples():
        has = int(words.get(row.speaker, 0))
        rate = f" ({1000 * row.mentions / has:.0f} per 1,000 words)" if has >= RATE_FROM else ""
        parts.append((int(row.mentions), f"{who(row.speaker, len(reading.articles))}{rate}"))
    if len(rest):
        parts.append((int(rest["mentions"].sum()), amount(len(rest), "other")))
    return parts


def _some(number: int, every: int) -> str:
    """ "12 of them are", "It is"."""
    which = "It" if every == 1 else "All of them" if number == every else f"{number:,} of them"
    return f"{which} {verb(number, 'is', 'are')}"


def _or_none(number: int) -> str:
    return f"{number:,}" if number else "none"


@question("Quoted or paraphrased?", "03-how-sure", 3)
def quoted_or_paraphrased(reading: Reading) -> str:
    """Does a speaker hedge in their own words, or in the writer's paraphrase of them?"""
    words = words_by_voice(reading)
    if not words[DIRECT] + words[INDIRECT]:
        return "No speaker is quoted or paraphrased, so the two cannot be compared."
    if not words[DIRECT] or not words[INDIRECT]:
        only, voice = max((number, voice) for voice, number in words.items())
        return f"All words of speakers ({only:,}) are {VOICES[voice]}, so the two cannot be compared."
    hedges = hedges_of(reading)
    counts = hedges.loc[hedges["speaker"] != WRITER, "voice"].value_counts()
    parts = [
        f"{who(row.speaker)}: {amount(row.quoted_hedges, 'hedge')} in {amount(row.quoted_words, 'quoted word')}, "
        f"{_or_none(row.paraphrased_hedges)} in {amount(row.paraphrased_words, 'word')} of the writer’s paraphrase"
        for row in quoted_beside_paraphrased(reading).head(_COMPARED).itertuples()
    ]
    together = (
        f"all speakers together: {amount(int(counts.get(DIRECT, 0)), 'hedge')} in "
        f"{amount(words[DIRECT], 'quoted word')}, {_or_none(int(counts.get(INDIRECT, 0)))} in "
        f"{amount(words[INDIRECT], 'word')} of paraphrase"
    )
    marks = reading.certainty
    given = marks.loc[(marks["type"] == "probability") & (marks["speaker"] != WRITER), "voice"]
    probabilities = _voice_of_probabilities(int((given == DIRECT).sum()), len(given))
    return f"{sentence('; '.join([*parts, together]))}.{probabilities}"


def _voice_of_probabilities(quoted: int, every: int) -> str:
    """How many of the speakers' probabilities are in their own words."""
    if every < 2:
        where = "in quotation marks" if quoted else "in paraphrase"
        return f" The one phrase of a speaker that gives a probability is {where}." if every else ""
    some = "all are" if quoted == every else f"{quoted:,} {verb(quoted, 'is', 'are')}" if quoted else "none is"
    return f" Of the {every:,} phrases of speakers that give a probability, {some} in quotation marks."


@question("Which probabilities are given?", "03-how-sure", 4)
def which_probabilities(reading: Reading) -> str:
    """Which probabilities are given, and what do readers say of the words?"""
    rows = phrases(reading.certainty)
    given, possible = rows[rows["type"] == "probability"], rows[rows["type"] != "probability"]
    number, others = int(given["times"].sum()), int(possible["times"].sum())
    text = "No word or phrase gives a probability"
    if number:
        several = f" ({len(given):,} different)" if 1 < len(given) < number else ""
        gives = verb(number, DIRECTION_WORDS["scale"].one, DIRECTION_WORDS["scale"].many)
        text = f"{sentence(amount(number, 'phrase'))}{several} {gives}: {_most_frequent(given, 5)}"
    if others:
        only = f"{count(others, 'word')} {verb(others, 'says', 'say')} only that something is possible"
        text += f". {only}: {_most_frequent(possible, 2)}"
    return f"{text}."


def _most_frequent(rows: pd.DataFrame, most: int) -> str:
    """The most frequent phrases with what they are in numbers, those with a number first."""
    order = pd.DataFrame({"without": ~has_number(rows), "times": -rows["times"]})
    rows = rows.loc[order.sort_values(["without", "times"], kind="stable").index]
    named = rows if len(rows) <= most else rows[: most - 1]
    said = [
        f"“{short(row.text, 60)}”{f' {times(row.times)}' if row.times > 1 else ''} ({in_numbers(row)})"
        for row in named.itertuples()
    ]
    others = int(rows["times"].sum() - named["times"].sum())
    return listing([*said, f"{others:,} more"] if others else said, "; ", most)


@question("How sure is each statement?", "03-how-sure", 5)
def how_sure_statements(reading: Reading) -> str:
    """How many statements are at each level of certainty: low, middle, unmarked, high?"""
    every = levels_of_statements(reading)
    levels = every["certainty_level"].value_counts()
    parts = [f"{levels[level]:,} {level}" for level in LEVELS if levels.get(level, 0)]
    denied = int(reported(reading.statements, reading.articles)["denied"].sum())
    if not parts:
        return "Every statement is denied, and has no level of certainty." if denied else "The text has no statement."
    own, writer = int((every["speaker"] == WRITER).sum()), who(WRITER, len(reading.articles))
    if own in (0, len(every)):
        whose = f"{'all ' if len(every) > 1 else ''}of {writer if own else verb(len(every), 'a speaker', 'speakers')}"
    else:
        whose = f"{len(every) - own:,} of {verb(len(every) - own, 'a speaker', 'speakers')} and {own:,} of {writer}"
    others = f" {denied:,} more {verb(denied, 'is denied and has', 'are denied and have')} no level." if denied else ""
    return f"Certainty of {amount(len(every), 'statement')} ({whose}): {listing(parts, most=len(parts))}.{others}"
