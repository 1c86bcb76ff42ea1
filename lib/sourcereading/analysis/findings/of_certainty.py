"""How surely things are said: marks, hedges, probabilities and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.counts import counts_by, without_reporting_clauses
from sourcereading.analysis.findings.counted import (
    hedges_of,
    levels_of_statements,
    own_words,
    quoted_beside_paraphrased,
    words_by_voice,
)
from sourcereading.analysis.findings.questions import question
from sourcereading.attribution.voices import DIRECT, INDIRECT, WRITER
from sourcereading.certainty.labels import DIRECTION_WORDS, HEDGES_ARE, LEVELS
from sourcereading.reading.wording import RATE_FROM, amount, listing, sentence, short, verb, who

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

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
    rate = f" ({1000 * len(marks) / words:.0f} per 1,000 words)" if words >= RATE_FROM else ""
    found = sentence(amount(len(marks), "mark"))
    return f"{found}{rate} {verb(len(marks), 'says', 'say')} how sure something is: {listing(parts, most=len(parts))}."


@question("Who hedges?", "03-how-sure", 2)
def who_hedges(reading: Reading) -> str:
    """Who hedges, and how often for the words they have?"""
    hedges = hedges_of(reading)
    inside = without_reporting_clauses(hedges, reading.statements)
    introducing = len(hedges) - len(inside)
    if hedges.empty:
        return f"No hedge: the text has no {HEDGES_ARE}."
    clauses = verb(introducing, "a reporting clause", "reporting clauses")
    if inside.empty:
        return f"{sentence(amount(introducing, 'hedge'))}, in {clauses} and so the writer’s; no others."
    words = own_words(reading, ["speaker"]).set_index("speaker")["words"]
    counts = counts_by(inside, ["speaker"])
    parts, rest = [], counts[_NAMED:]
    for row in counts[:_NAMED].itertuples():
        has = int(words.get(row.speaker, 0))
        rate = f" ({1000 * row.mentions / has:.0f} per 1,000 words)" if has >= RATE_FROM else ""
        parts.append(f"{row.mentions:,} by {who(row.speaker)}{rate}")
    if len(rest):
        parts.append(f"{rest['mentions'].sum():,} by {amount(len(rest), 'other')}")
    text = f"{sentence(amount(len(inside), 'hedge'))}: {listing(parts, most=len(parts))}."
    more = f" {amount(introducing, 'more hedge')} {verb(introducing, 'is', 'are')} in {clauses}, and so the writer’s."
    return text + (more if introducing else "")


@question("Quoted or paraphrased?", "03-how-sure", 3)
def quoted_or_paraphrased(reading: Reading) -> str:
    """Does a speaker hedge in their own words, or in the writer's paraphrase of them?"""
    words = words_by_voice(reading)
    if not words[DIRECT] + words[INDIRECT]:
        return "No speaker is quoted or paraphrased, so the two cannot be compared."
    hedges = hedges_of(reading)
    hedges = hedges[hedges["speaker"] != WRITER]
    counts = hedges["voice"].value_counts()
    parts = [
        f"{who(row.speaker)}: {amount(row.quoted_hedges, 'hedge')} in {amount(row.quoted_words, 'quoted word')}, "
        f"{row.paraphrased_hedges:,} in {amount(row.paraphrased_words, 'word')} of the writer’s paraphrase"
        for row in quoted_beside_paraphrased(reading).head(_COMPARED).itertuples()
    ]
    together = (
        f"all speakers together: {amount(int(counts.get(DIRECT, 0)), 'hedge')} in "
        f"{amount(words[DIRECT], 'quoted word')}, {int(counts.get(INDIRECT, 0)):,} in "
        f"{amount(words[INDIRECT], 'word')} of paraphrase"
    )
    text = sentence("; ".join([*parts, together])) + "."
    numbers = hedges[(hedges["type"] == "probability") & hedges["median"].notna()]
    if len(numbers) == 1:
        quoted = numbers["voice"].iloc[0] == DIRECT
        text += f" The one probability with a number is in {'quotation marks' if quoted else 'paraphrase'}."
    elif len(numbers):
        quoted = int((numbers["voice"] == DIRECT).sum())
        some = f"{quoted:,} {verb(quoted, 'is', 'are')}" if quoted else "none is"
        text += f" Of their {len(numbers):,} probabilities with a number, {some} in quotation marks."
    return text


@question("Which probabilities are given?", "03-how-sure", 4)
def which_probabilities(reading: Reading) -> str:
    """Which probabilities are given, and what do readers understand by the words?"""
    marks = reading.certainty
    given = marks[marks["type"] == "probability"]
    if given.empty:
        return "No word or phrase gives a probability."
    seen: dict[str, str] = {}
    for row in given.itertuples():
        seen.setdefault(row.text.lower(), f"“{short(row.text, 60)}” ({_range(row)})")
    several = f" ({len(seen):,} different)" if 1 < len(seen) < len(given) else ""
    phrases = listing(list(seen.values()), "; ", 5)
    gives = verb(len(given), DIRECTION_WORDS["scale"].one, DIRECTION_WORDS["scale"].many)
    return f"{sentence(amount(len(given), 'phrase'))}{several} {gives}: {phrases}."


def _range(row: object) -> str:
    """What a probability means in numbers, in a few words."""
    low, median, high = (
        f"{value:.0f}" if value == value else "" for value in (row.low, row.median, row.high)
    )
    if row.basis == "numeric" and median:
        return f"{low} to {high}\xa0%" if low and high and low != high else f"{median}\xa0%"
    if median:
        return f"readers: about {median}\xa0%, 9 in 10 between {low} and {high}\xa0%"
    if low and high:
        return f"somewhere between {low} and {high}\xa0%"
    return "no number"


@question("How sure is each statement?", "03-how-sure", 5)
def how_sure_statements(reading: Reading) -> str:
    """How many statements are at each level of certainty: low, middle, unmarked, high?"""
    every = levels_of_statements(reading)
    levels = every["certainty_level"].value_counts()
    parts = [f"{levels[level]:,} {level}" for level in LEVELS if levels.get(level, 0)]
    if not parts:
        return "The text has no statement."
    own = int((every["speaker"] == WRITER).sum())
    whose = f"{len(every) - own:,} of speakers and {own:,} of the writer"
    return f"Certainty of {amount(len(every), 'statement')} ({whose}): {listing(parts)}."
