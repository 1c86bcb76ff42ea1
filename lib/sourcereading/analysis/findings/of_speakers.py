"""Who says what: in whose words, and through whom."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.findings.counted import chains, own_words, speaker_words, words_by_voice
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.names import how_many_speakers, loose_names, several_sources
from sourcereading.analysis.statements import reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, UNATTRIBUTED, VOICES
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, listed, listing, of_the, percent, sentence, verb, who

_NO_SPEAKER = "No speaker is quoted or paraphrased."


@question("Who speaks, and how much?", "02-who-says-what")
def who_speaks(reading: Reading) -> str:
    """Who speaks, and how much?"""
    sums = speaker_words(reading)
    named = sums[sums["speaker"] != UNATTRIBUTED]
    loose = sums[sums["speaker"] == UNATTRIBUTED].sum(numeric_only=True)
    most = int(named["words"].max()) if len(named) else 0
    if named.empty:
        text = _NO_SPEAKER.replace("No ", "No known ") if loose["statements"] else _NO_SPEAKER
    elif len(named) == 1:
        row = named.iloc[0]
        text = (
            f"One speaker, {who(row['speaker'])}: {amount(row['statements'], 'statement')} with "
            f"{amount(row['words'], 'word')}, {_quoted(row)}."
        )
    else:
        text = f"{how_many_speakers(reading.speakers)}. {_most_said(reading, named)}"
    if number := int(loose["statements"]):
        words = amount(int(loose["words"]), "word")
        more = ", more than any speaker has" if most and loose["words"] > most else ""
        text += f" {amount(number, 'statement')} ({words}{more}) {verb(number, 'has', 'have')} an unknown speaker."
    return " ".join(filter(None, (text, loose_names(reading.speakers))))


def _most_said(reading: Reading, named: pd.DataFrame) -> str:
    """Who of those that are known says most, of all words outside reporting clauses; of several articles, who of those
    heard in more than one: most words in one say nothing of the others. Not what several articles call alike."""
    one = named[~named["speaker"].isin(several_sources(reading.speakers))]
    if len(reading.articles) > 1:
        one = one[one["articles"] > 1]
    if one.empty:
        return "Nobody is known to be heard in more than one of the articles."
    most = int(one["words"].max())
    top = one[one["words"] == most]
    if len(top) > 1:
        heard = "Of those in more than one article, those" if len(reading.articles) > 1 else "Those"
        return f"{heard} with the most words are {listed(top['speaker'])}: {amount(most, 'word')} each."
    row, articles = top.iloc[0], len(reading.articles)
    place = f", in {of_the(row['articles'], articles, 'article')}" if articles > 1 else ""
    whole = int(own_words(reading, ["speaker"])["words"].sum())
    heard = "Of those in more than one article, the one" if articles > 1 else "The one"
    return (
        f"{heard} with the most words is {who(row['speaker'])}{place}: {most:,} of the {whole:,} words outside "
        f"reporting clauses ({percent(most, whole)}), {_quoted(row)}."
    )


def _quoted(row: pd.Series) -> str:
    """How many of a speaker's words are quoted."""
    quoted = int(row["direct_words"])
    some = "all" if quoted == row["words"] else f"{quoted:,} of them" if quoted else "none"
    return f"{some} in quotation marks"


@question("In whose words?", "02-who-says-what", 2)
def in_whose_words(reading: Reading) -> str:
    """In whose words: quoted, or the writer's paraphrase?"""
    said = reported(reading.statements, reading.articles)
    if said.empty:
        return _NO_SPEAKER
    voices = said["voice"].value_counts()
    parts = [f"{voices[voice]:,} {VOICES[voice]}" for voice in (DIRECT, MIXED, INDIRECT) if voices.get(voice, 0)]
    number = amount(len(said), "statement of a speaker", "statements of speakers")
    if len(parts) == 1:
        text = f"{number}, {'all ' if len(said) > 1 else ''}{VOICES[voices.index[0]]}."
    else:
        text = f"{number}: {listing(parts)}."
    words = words_by_voice(reading)
    quoted, total = words[DIRECT], words[DIRECT] + words[INDIRECT]
    whose = verb(len(said), "its", "their")
    if quoted in (0, total):
        return f"{text} {'All' if quoted else 'None'} of {whose} words ({total:,}) are in quotation marks."
    are = verb(quoted, "is", "are")
    return f"{text} Of {whose} {total:,} words, {quoted:,} ({percent(quoted, total)}) {are} in quotation marks."


@question("Through whom?", "02-who-says-what", 3)
def through_whom(reading: Reading) -> str:
    """Through whom: who reports what another speaker said?"""
    nested = chains(reading)
    if nested.empty:
        return "No speaker reports what another speaker said." if len(reading.speakers) else _NO_SPEAKER
    known = nested[["speaker", "reported_by"]].isin([UNATTRIBUTED]).sum(axis=1)
    pairs = nested.loc[known.sort_values(kind="stable").index, ["speaker", "reported_by"]].drop_duplicates()
    examples = [f"{who(row.speaker)}, reported by {who(row.reported_by)}" for row in pairs.itertuples()]
    come = verb(len(nested), "comes", "come")
    return f"{sentence(amount(len(nested), 'statement'))} {come} through another speaker: {listing(examples, '; ')}."
