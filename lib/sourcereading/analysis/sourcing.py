"""Who was asked and did not answer, and who is not named and why, each with the words of the text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from sourcereading.analysis.statements import for_each_of
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.attribution.word_patterns import either

_PLACE = ["article_id", "statement_id", "sentence_id", "start", "end", "text"]


def no_answers(statements: pd.DataFrame) -> pd.DataFrame:
    """Who was asked and gave no answer: one row per name and place, with the sentence that says so."""
    rows = statements[statements["declined"] != ""]
    whole = statements[statements["sentence_id"].isin(rows["sentence_id"]) & (statements["parent_id"] == "")]
    rows = rows.assign(text=rows["sentence_id"].map(whole.groupby("sentence_id")["text"].agg(" ".join)))
    columns = ["article_id", "speaker", "text", "statement_id", "sentence_id", "start", "end"]
    return for_each_of(rows[columns], [names.split("; ") for names in rows["declined"]])


def unnamed_sources(statements: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Sources whom the text does not name, with the ``words`` that say so and the ``reason`` among them ("" where they
    give none), and where the writer says so.

    Whose words they are is said by their reporting clause, else by the nearest statement of the sentence, else by the
    last one before it in the paragraph; where there is none, ``speaker`` is empty.
    """
    rows = statements[statements["anonymity"] != ""]
    said = statements[~statements["speaker"].isin([WRITER]) & (statements["reporting_clause_of"] == "")]
    paragraphs = dict(zip(sentences["sentence_id"], sentences["paragraph"], strict=True))
    found = [
        (row.article_id, _whose(row, said, paragraphs), row.anonymity, reason_in(row.anonymity), *row[-4:])
        for row in rows[["article_id", "reporting_clause_of", "anonymity", *_PLACE[1:5]]].itertuples(index=False)
    ]
    columns = ["article_id", "speaker", "words", "reason", *_PLACE[1:5]]
    types = {"start": "int64", "end": "int64"}
    return pd.DataFrame(found, columns=columns).astype({name: types.get(name, "str") for name in columns})


def _whose(row: Any, said: pd.DataFrame, paragraphs: dict[str, int]) -> str:
    """The speaker whose name is withheld."""
    own = said[(said["article_id"] == row.article_id) & (said["speaker"] != UNATTRIBUTED)]
    if row.reporting_clause_of:
        own = own[own["statement_id"] == row.reporting_clause_of]
    elif (here := own["sentence_id"] == row.sentence_id).any():
        own = own[here]
    else:
        near = own["sentence_id"].map(paragraphs) == paragraphs[row.sentence_id]
        own = own[near & (own["end"] <= row.start)].iloc[-1:]
    return str(own["speaker"].iloc[0]) if len(own) else ""


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('reason')}|not\s+{either('authorized')})\b", re.IGNORECASE)


def reason_in(words: str) -> str:
    """The reason for having no name; "" where the words only say that there is none.

    >>> reason_in("on condition of anonymity because the talks go on"), reason_in("asked not to be named")
    ('because the talks go on', '')
    """
    found = _reasons().search(words)
    return words[found.start() :].strip() if found else ""
