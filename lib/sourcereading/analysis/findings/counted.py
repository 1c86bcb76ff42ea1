"""The tables that findings count in; they can be used for other charts and tables, too."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sourcereading.analysis.counts import words_by
from sourcereading.analysis.names import several_sources
from sourcereading.analysis.statements import in_body, joined, reported
from sourcereading.attribution.voices import DIRECT, INDIRECT, UNATTRIBUTED, VOICES, WRITER
from sourcereading.certainty.labels import hedging
from sourcereading.reading.reading import Reading


def speaker_words(reading: Reading) -> pd.DataFrame:
    """The speakers of all articles together, most words first; the same name in two articles counts as one speaker.
    Table: speaker words."""
    columns = ["statements", "direct_words", "indirect_words"]
    grouped = reading.speakers.groupby("speaker", sort=False)
    table = grouped[columns].sum().assign(articles=grouped["article_id"].nunique()).reset_index()
    table["words"] = table["direct_words"] + table["indirect_words"]
    table = table.sort_values(["words", "speaker"], ascending=[False, True], ignore_index=True)
    return table[["speaker", "articles", "statements", "words", "direct_words", "indirect_words"]]


def chains(reading: Reading) -> pd.DataFrame:
    """The nested statements, each with the one around it. Table: chains."""
    first = reported(reading.statements, reading.articles)
    outer = first[["statement_id", "speaker", "text"]]
    outer = outer.rename(columns={"statement_id": "parent_id", "speaker": "reported_by", "text": "around"})
    nested = first[first["parent_id"] != ""].merge(outer, on="parent_id", how="inner")
    return nested[["article_id", "statement_id", "start", "speaker", "reported_by", "text", "around"]]


def denied_ids(statements: pd.DataFrame) -> set[str]:
    """The statements that their speaker denies, and those inside them: a mark there is no doubt of the speaker's."""
    denied: set[str] = set()
    inside = set(statements.loc[statements["denied"], "statement_id"])
    while not inside <= denied:
        denied |= inside
        inside = set(statements.loc[statements["parent_id"].isin(denied), "statement_id"])
    return denied


def hedges_of(reading: Reading) -> pd.DataFrame:
    """The marks that are hedges (``certainty.labels.hedging``)."""
    return reading.certainty[hedging(reading.certainty)]


def levels_of_statements(reading: Reading) -> pd.DataFrame:
    """The statements of the text that have a level of certainty, the writer's included: one row per statement, with its
    parts joined in ``text``, in order of the text."""
    rows = reading.statements[reading.statements["certainty_level"] != ""]
    return joined(rows, reading.articles)


def own_words(reading: Reading, by: Sequence[str] = ("speaker", "voice")) -> pd.DataFrame:
    """How many words each speaker has in each voice, to divide counts by; reporting clauses, headings and
    bylines are left out."""
    return words_by(in_body(reading.statements, reading.sentences), by)


def words_by_voice(reading: Reading) -> dict[str, int]:
    """The words of speakers in quotation marks and in paraphrase."""
    words = own_words(reading, ["voice"]).set_index("voice")["words"]
    return {voice: int(words.get(voice, 0)) for voice in (DIRECT, INDIRECT)}


def quoted_beside_paraphrased(reading: Reading) -> pd.DataFrame:
    """The quoted words of each speaker beside the writer's paraphrase of the same speaker, most words first. Table:
    voices.

    Speakers who have words in one voice only are left out (there is nothing to compare), and so are unknown speakers,
    and what several articles call alike (they need not be one).
    """
    words = own_words(reading)
    several = [WRITER, UNATTRIBUTED, *several_sources(reading.speakers)]
    words = words[~words["speaker"].isin(several)].set_index(["speaker", "voice"])["words"]
    hedges = hedges_of(reading)
    probabilities = reading.certainty[reading.certainty["type"] == "probability"]
    counted = {
        "words": words,
        "hedges": hedges.groupby(["speaker", "voice"]).size(),
        "probabilities": probabilities.groupby(["speaker", "voice"]).size(),
    }
    names = {voice: VOICES[voice] for voice in (DIRECT, INDIRECT)}
    columns = {
        f"{name}_{what}": values.unstack("voice").reindex(columns=list(names))[voice]
        for voice, name in names.items()
        for what, values in counted.items()
    }
    table = pd.DataFrame(columns).reindex(words.index.get_level_values("speaker").unique())
    words_of_both = [f"{name}_words" for name in names.values()]
    table = table[table[words_of_both].notna().all(axis=1)]
    table = table.fillna(0).astype("int64").rename_axis("speaker").reset_index()
    size = table[words_of_both].sum(axis=1)
    return table.loc[size.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)
