"""Who says what: in whose words, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.findings.counted import chains, own_words, speaker_words, words_by_voice
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, VOICES
from sourcereading.reading.wording import amount, listing, percent, sentence, verb, who

if TYPE_CHECKING:
    import pandas as pd

    from sourcereading.reading.reading import Reading


@question("Who speaks, and how much?", "02-who-says-what")
def who_speaks(reading: Reading) -> str:
    """Who speaks, and how much?"""
    sums = speaker_words(reading)
    named = sums[sums["speaker"] != UNATTRIBUTED]
    loose = sums[sums["speaker"] == UNATTRIBUTED].sum(numeric_only=True)
    most = int(named["words"].max()) if len(named) else 0
    if named.empty:
        text = "No speaker is quoted or paraphrased."
    elif len(named) == 1:
        row = named.iloc[0]
        text = (
            f"One speaker, {who(row['speaker'])}: {amount(row['statements'], 'statement')} with "
            f"{amount(row['words'], 'word')}, {row['direct_words'] or 'none'} of them in quotation marks."
        )
    else:
        text = f"{sentence(amount(len(named), 'speaker'))}. {_most_said(reading, named[named['words'] == most])}"
    if number := int(loose["statements"]):
        words = amount(int(loose["words"]), "word")
        more = ", more than any speaker has" if most and loose["words"] > most else ""
        text += f" {amount(number, 'statement')} ({words}{more}) {verb(number, 'has', 'have')} an unknown speaker."
    return text


def _most_said(reading: Reading, top: pd.DataFrame) -> str:
    """Who of those that are known says most, of all words outside reporting clauses."""
    most = int(top["words"].iloc[0])
    if len(top) > 1:
        names = listing([who(name) for name in top["speaker"]])
        return f"Most is said by {names}: {amount(most, 'word')} each."
    row, articles = top.iloc[0], len(reading.articles)
    some = "all" if row["articles"] == articles else f"{row['articles']:,} of the"
    place = f", in {some} {articles:,} articles" if articles > 1 else ""
    whole = int(own_words(reading, ["speaker"])["words"].sum())
    return (
        f"Most is said by {who(row['speaker'])}{place}: {most:,} of the {whole:,} words outside reporting clauses "
        f"({percent(most, whole)}), {row['direct_words'] or 'none'} of them in quotation marks."
    )


@question("In whose words?", "02-who-says-what", 2)
def in_whose_words(reading: Reading) -> str:
    """In whose words: quoted, or the writer's paraphrase?"""
    said = reported(reading.statements, reading.articles)
    if said.empty:
        return "No speaker is quoted or paraphrased."
    voices = said["voice"].value_counts()
    parts = [f"{voices[voice]:,} {VOICES[voice]}" for voice in (DIRECT, MIXED, INDIRECT) if voices.get(voice, 0)]
    words = words_by_voice(reading)
    total = words[DIRECT] + words[INDIRECT]
    return (
        f"{amount(len(said), 'statement')} of speakers: {listing(parts)}. Of their {amount(total, 'word')}, "
        f"{words[DIRECT]:,} ({percent(words[DIRECT], total)}) {verb(words[DIRECT], 'is', 'are')} in quotation marks."
    )


@question("Through whom?", "02-who-says-what", 3)
def through_whom(reading: Reading) -> str:
    """Through whom: who reports what another speaker said?"""
    nested = chains(reading)
    if nested.empty:
        return "No speaker reports what another speaker said."
    pairs = nested[["speaker", "reported_by"]].drop_duplicates()
    examples = [f"{who(row.speaker)}, reported by {who(row.reported_by)}" for row in pairs.itertuples()]
    come = verb(len(nested), "comes", "come")
    return f"{sentence(amount(len(nested), 'statement'))} {come} through another speaker: {listing(examples, '; ')}."
