"""How surely things are said: marks, hedges, odds and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.counts import counts_by, without_reporting_clauses
from sourcereading.analysis.findings.counted import (
    hedges_of,
    own_words,
    quoted_beside_paraphrased,
    words_by_voice,
)
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.wording import RATE_FROM, amount, listing, sentence, short, stands, who

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

_NAMED = 4
_COMPARED = 2
"""Speakers whose two voices a sentence can hold; the table has all."""
_LEVELS = ("low", "middle", "high")
_DIRECTIONS = {
    "lowers": ("lowers certainty", "lower certainty"),
    "scale": ("puts odds on something", "put odds on something"),
    "suspends": ("sets a condition", "set a condition"),
    "shifts": ("leaves a claim to somebody else", "leave a claim to somebody else"),
    "blurs": ("blurs a number or a frequency", "blur a number or a frequency"),
    "raises": ("raises certainty", "raise certainty"),
}


@question("How surely is it said?", "03-how-sure")
def how_sure(reading: Reading) -> str:
    """How many words say how sure something is, and what do they do to it?"""
    marks, words = reading.certainty, int(reading.articles["words"].sum())
    if marks.empty:
        return "No word or phrase that the reading knows says how sure something is."
    counts = marks["direction"].value_counts()
    numbers = [(int(counts.get(name, 0)), verbs) for name, verbs in _DIRECTIONS.items()]
    parts = [f"{number:,} {verbs[number != 1]}" for number, verbs in numbers if number]
    rate = f" ({1000 * len(marks) / words:.0f} per 1,000 words)" if words >= RATE_FROM else ""
    verb = "says" if len(marks) == 1 else "say"
    found = sentence(amount(len(marks), "mark"))
    return f"{found}{rate} {verb} how sure something is: {listing(parts, most=len(parts))}."


@question("Who hedges?", "03-how-sure", 2)
def who_hedges(reading: Reading) -> str:
    """Who hedges, and how often for the words he has?"""
    hedges = hedges_of(reading)
    inside = without_reporting_clauses(hedges, reading.statements)
    frames = len(hedges) - len(inside)
    if hedges.empty:
        return "Nobody hedges: no mark lowers, suspends, shifts or puts odds on anything."
    beside = f"{amount(frames, 'hedge')} {'stands' if frames == 1 else 'stand'} in the words that introduce a statement"
    if inside.empty:
        return f"{sentence(beside)}, and so are the writer’s; there is no other."
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
    return text + (
        f" Besides, {beside}: {'that one is' if frames == 1 else 'those are'} the writer’s." if frames else ""
    )


@question("Quoted or paraphrased?", "03-how-sure", 3)
def quoted_or_paraphrased(reading: Reading) -> str:
    """Does a speaker hedge in his own words, or in the writer's paraphrase of him?"""
    words = words_by_voice(reading)
    if not words["direct"] + words["indirect"]:
        return "No words are reported, so quotation and paraphrase cannot be compared."
    hedges = hedges_of(reading)
    hedges = hedges[hedges["speaker"] != WRITER]
    counts = hedges["voice"].value_counts()
    parts = [
        f"{who(row.speaker)}: {amount(row.quoted_hedges, 'hedge')} in {amount(row.quoted_words, 'quoted word')}, "
        f"{row.paraphrased_hedges:,} in {amount(row.paraphrased_words, 'word')} of the writer’s paraphrase"
        for row in quoted_beside_paraphrased(reading).head(_COMPARED).itertuples()
    ]
    together = (
        f"all speakers together: {amount(int(counts.get('direct', 0)), 'hedge')} in "
        f"{amount(words['direct'], 'quoted word')}, {int(counts.get('indirect', 0)):,} in "
        f"{amount(words['indirect'], 'word')} of paraphrase"
    )
    text = sentence("; ".join([*parts, together])) + "."
    numbers = hedges[(hedges["type"] == "probability") & hedges["median"].notna()]
    if len(numbers) == 1:
        quoted = numbers["voice"].iloc[0] == "direct"
        text += f" The one probability with a number stands in {'quotation marks' if quoted else 'the paraphrase'}."
    elif len(numbers):
        quoted = int((numbers["voice"] == "direct").sum())
        some = f"{quoted:,} {stands(quoted)}" if quoted else "none stands"
        text += f" Of their {len(numbers):,} probabilities with a number, {some} in quotation marks."
    return text


@question("What are the probabilities?", "03-how-sure", 4)
def which_odds(reading: Reading) -> str:
    """What are the odds, and what do readers make of the words for them?"""
    marks = reading.certainty
    odds = marks[marks["type"] == "probability"]
    if odds.empty:
        return "No word or phrase puts odds on anything."
    seen: dict[str, str] = {}
    for row in odds.itertuples():
        seen.setdefault(row.text.lower(), f"“{short(row.text, 60)}” ({_range(row)})")
    verb = "puts" if len(odds) == 1 else "put"
    several = f", {amount(len(seen), 'different one')}" if 1 < len(seen) < len(odds) else ""
    phrases = listing(list(seen.values()), "; ", 5)
    return f"{sentence(amount(len(odds), 'phrase'))} {verb} odds on something{several}: {phrases}."


def _range(row: object) -> str:
    """What a probability mark stands for, in a few words."""
    low, median, high = (
        f"{value:.0f}" if value == value else "" for value in (row.low, row.median, row.high)
    )
    if row.basis == "numeric" and median:
        return f"{low} to {high}\xa0%" if low and high and low != high else f"{median}\xa0%"
    if median:
        return f"readers: about {median}\xa0%, nine in ten between {low} and {high}"
    if low and high:
        return f"somewhere between {low} and {high}\xa0%"
    return "no number"


@question("How sure is each statement?", "03-how-sure", 5)
def how_sure_statements(reading: Reading) -> str:
    """How sure is each statement put: low, middle or high?"""
    said = reported(reading.statements, reading.articles)
    levels = said["certainty_level"].value_counts()
    parts = [f"{levels.get(level, 0):,} {level}" for level in _LEVELS if levels.get(level, 0)]
    if not parts:
        return "No statement is reported, so there is none to put on the scale from low to high."
    scored = int(levels.reindex(_LEVELS, fill_value=0).sum())
    return f"Certainty of {amount(scored, 'reported statement')}: {listing(parts)}."
