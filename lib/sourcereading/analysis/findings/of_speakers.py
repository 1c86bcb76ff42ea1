"""Who says what: in whose words, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.findings.counted import chains, speaker_words, words_by_voice
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.reading.wording import amount, listing, percent, sentence, stands, who

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading


@question("Who speaks, and how much?", "02-who-says-what")
def who_speaks(reading: Reading) -> str:
    """Who speaks, and how much?"""
    sums = speaker_words(reading)
    named = sums[sums["speaker"] != UNATTRIBUTED]
    loose = sums[sums["speaker"] == UNATTRIBUTED]
    if named.empty:
        text = "No speaker is reported."
    elif len(named) == 1:
        row = named.iloc[0]
        text = (
            f"One speaker is reported, {who(row['speaker'])}: {amount(row['statements'], 'statement')} with "
            f"{amount(row['words'], 'word')}, {row['direct_words'] or 'none'} of them in quotation marks."
        )
    else:
        total, most = int(sums["words"].sum()), int(named["words"].max())
        top = named[named["words"] == most]
        text = f"{sentence(amount(len(named), 'speaker'))} are reported. "
        if len(top) == 1:
            quoted = int(top["direct_words"].iloc[0])
            text += (
                f"{sentence(who(top['speaker'].iloc[0]))} has the most reported words: {most:,} of {total:,} "
                f"({percent(most, total)}), {quoted or 'none'} of them in quotation marks."
            )
        else:
            names = listing([who(name) for name in top["speaker"]])
            text += f"{sentence(names)} have the most reported words, {most:,} each."
    if not loose.empty:
        number = int(loose["statements"].sum())
        text += f" For {amount(number, 'statement')} the reading finds no speaker in the text."
    return text


@question("In whose words?", "02-who-says-what", 2)
def in_whose_words(reading: Reading) -> str:
    """In whose words: quoted, or the writer's paraphrase?"""
    said = reported(reading.statements, reading.articles)
    if said.empty:
        return "No statement is reported, so there is nothing to quote or to paraphrase."
    voices = said["voice"].value_counts()
    kinds = (("direct", "quoted"), ("mixed", "partly quoted"), ("indirect", "paraphrased"))
    parts = [f"{voices.get(voice, 0):,} {name}" for voice, name in kinds if voices.get(voice, 0)]
    words = words_by_voice(reading)
    total = words["direct"] + words["indirect"]
    return (
        f"{amount(len(said), 'reported statement')}: {listing(parts)}. Of the {amount(total, 'reported word')}, "
        f"{words['direct']:,} ({percent(words['direct'], total)}) {stands(words['direct'])} in quotation marks."
    )


@question("Through whom?", "02-who-says-what", 3)
def through_whom(reading: Reading) -> str:
    """Through whom: who tells what somebody else said?"""
    nested = chains(reading)
    if nested.empty:
        return "No statement is reported at second hand, by another speaker."
    pairs = nested[["speaker", "told_by"]].drop_duplicates()
    examples = [f"{who(row.speaker)}, told by {who(row.told_by)}" for row in pairs.itertuples()]
    verb = "comes" if len(nested) == 1 else "come"
    return f"{sentence(amount(len(nested), 'statement'))} {verb} at second hand: {listing(examples, '; ')}."
