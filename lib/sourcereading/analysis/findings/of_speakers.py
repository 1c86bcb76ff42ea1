"""Who says what: in whose words, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.findings.counted import chains, speaker_words, words_by_voice
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, VOICES
from sourcereading.reading.wording import amount, listing, percent, sentence, verb, who

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading


@question("Who speaks, and how much?", "02-who-says-what")
def who_speaks(reading: Reading) -> str:
    """Who speaks, and how much?"""
    sums = speaker_words(reading)
    named = sums[sums["speaker"] != UNATTRIBUTED]
    loose = sums[sums["speaker"] == UNATTRIBUTED]
    if named.empty:
        text = "No speaker is quoted or paraphrased."
    elif len(named) == 1:
        row = named.iloc[0]
        text = (
            f"One speaker, {who(row['speaker'])}: {amount(row['statements'], 'statement')} with "
            f"{amount(row['words'], 'word')}, {row['direct_words'] or 'none'} of them in quotation marks."
        )
    else:
        total, most = int(sums["words"].sum()), int(named["words"].max())
        top = named[named["words"] == most]
        text = f"{sentence(amount(len(named), 'speaker'))}. "
        if len(top) == 1:
            quoted = int(top["direct_words"].iloc[0])
            text += (
                f"Most is said by {who(top['speaker'].iloc[0])}: {most:,} of {total:,} words of speakers "
                f"({percent(most, total)}), {quoted or 'none'} of them in quotation marks."
            )
        else:
            names = listing([who(name) for name in top["speaker"]])
            text += f"Most is said by {names}: {amount(most, 'word')} each."
    if not loose.empty:
        number = int(loose["statements"].sum())
        text += f" {sentence(amount(number, 'statement'))} {verb(number, 'has', 'have')} an unknown speaker."
    return text


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
