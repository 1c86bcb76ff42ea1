"""Which codebook finds the issues, what it misses, and what an edit of it changes."""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.codebook_changes import ADDED, GAINED, as_shipped, mentions_changed, rows_changed
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.issues import issue_pairs
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, listing, times, verb


@question("By which codebook?", "04-which-issues", 5)
def which_codebook(reading: Reading) -> str:
    """Which codebook found the issues, and what does it find that the project's does not?"""
    book = reading.codebook
    topics = len({issue.topic for issue in book.issues})
    size = f"{amount(len(book.issues), 'issue')} in {amount(topics, 'topic')}, {amount(book.rows, 'row')}"
    if as_shipped(book):
        return f"The codebook is {book.file}, as shipped: {size}."
    changed = rows_changed(book)["change"]
    if changed.empty:  # the project's own file was edited
        return f"The codebook is {book.file}, edited since it was shipped: {size}."
    added = int((changed == ADDED).sum())
    out = len(changed) - added
    return (
        f"The codebook is {book.file}: {size}. Compared with the project’s codebook, {amount(added, 'row')} "
        f"{verb(added, 'is', 'are')} added and {out:,} removed; {_mentions_changed(reading)}."
    )


def _mentions_changed(reading: Reading) -> str:
    changed = mentions_changed(reading)
    if changed.empty:
        return "it finds the same mentions"
    gained = int((changed["change"] == GAINED).sum())
    return (
        f"{amount(gained, 'mention')} {verb(gained, 'is', 'are')} gained and {len(changed) - gained:,} lost, of "
        f"{amount(changed['issue'].nunique(), 'issue')}"
    )


def spoken_together(reading: Reading) -> str:
    """Which issues are named together?"""
    pairs = issue_pairs(reading.issues, reading.statements)
    pairs = pairs[pairs["statements"] > 0]
    if pairs.empty:
        return "No statement names two issues."
    most = int(pairs["statements"].max())
    top = pairs[pairs["statements"] == most]
    text = f"{amount(len(pairs), 'pair')} of issues {verb(len(pairs), 'is', 'are')} named in the same statement. "
    if len(top) > 1:
        return f"{text}None is the most frequent: {amount(len(top), 'pair')} have {amount(most, 'statement')} each."
    row = top.iloc[0]
    return (
        f"{text}“{row['issue']}” and “{row['other']}” are named together most: in {most:,} of the "
        f"{amount(int(row['either']), 'statement')} that name one or both."
    )


def left_to_name(found: pd.DataFrame) -> str:
    """Which repeated phrases and names have no issue? ``found`` is what ``candidates`` gives."""
    if found.empty:
        return "There is no repeated phrase or name that could be an issue and has none."
    best = [f"“{phrase}” ({times(number)})" for phrase, number in found[["phrase", "count"]].head(3).to_numpy()]
    if len(found) == 1:
        return f"One repeated phrase or name has no issue: {best[0]}."
    some = f"{len(found):,} repeated phrases and names have no issue"
    return f"{some}: {listing(best)}." if len(found) <= len(best) else f"{some}; the first are {listing(best)}."
