"""Which issues are named, by whom and where, and how much of the text names none.

What is counted are words of the codebook, outside longer names. An issue that is named often need not be what an
article is about: that is said only where ``lede`` has evidence for it.
"""

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.counts import (
    counts_by,
    outside_names,
    sentences_naming,
    sentences_without,
    without_reporting_clauses,
)
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import in_body
from sourcereading.analysis.words import spelt
from sourcereading.attribution.voices import DIRECT, INDIRECT, WRITER
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, listing, of_the, percent, sentence, short, verb

_NO_ISSUE = "No sentence names an issue of the codebook, which may have no words for what the text is about."


@question("Which issues are named?", "04-which-issues")
def which_issues(reading: Reading) -> str:
    """How many sentences name an issue, and which issue is named in most of them?"""
    total, without = sentences_without(reading.sentences, reading.issues)
    if without == total:
        return _NO_ISSUE
    issues = outside_names(reading.issues)
    found = counts_by(sentences_naming(issues), ["issue"], name="sentences")
    most = int(found["sentences"].max())
    top = found[found["sentences"] == most]["issue"].tolist()
    names = listing([f"“{issue}”" for issue in top])
    naming, of = total - without, amount(total, "sentence")
    number = verb(len(found), "one issue is named", f"{len(found):,} issues are named")
    if without > naming:
        others = verb(naming, "the other one", f"the other {naming:,}")
        text = f"{without:,} of {of} {verb(without, 'names', 'name')} no issue of the codebook; in {others}, {number}"
    else:
        text = f"{sentence(number)}, in {naming:,} of {of}"
    if len(found) == 1:
        return f"{text}: {names}{_by_the_words(issues, top[0])}."
    text += ". "
    if len(top) == 1:
        of = f"“{top[0]}”{_by_the_words(issues, top[0])}"
        return f"{text}The one in most sentences, {most:,}, is {of}."
    if len(top) == len(found):
        return f"{text}Each is in {amount(most, 'sentence')}."
    return f"{text}No issue leads: {names} are in {amount(most, 'sentence')} each."


def _by_the_words(issues: pd.DataFrame, issue: str) -> str:
    """The words that name an issue, most frequent first: what a count of them is about shows in them."""
    words = spelt(issues.loc[issues["issue"] == issue, "text"]).value_counts(sort=False)
    words = sorted(words.index, key=lambda word: (-words[word], word.lower()))
    return f" (by {listing([f'“{short(word, 40)}”' for word in words], most=4)})"


@question("Who names the issues?", "04-which-issues", 2)
def who_raises(reading: Reading) -> str:
    """Who names the issues: the speakers, or the writer?"""
    issues = outside_names(reading.issues)
    if issues.empty:
        return _NO_ISSUE
    own = without_reporting_clauses(issues, reading.statements)
    voices = own["voice"].where(own["speaker"] != WRITER, WRITER).value_counts()
    words = {
        DIRECT: "in quoted words of speakers",
        INDIRECT: "in the writer’s paraphrase of speakers",
        WRITER: "in the writer’s own words",
    }
    parts = [(int(voices[voice]), where) for voice, where in words.items() if voice in voices]
    if clauses := len(issues) - len(own):
        parts.append((clauses, "in reporting clauses such as “she said”"))
    if len(parts) == 1:
        number, where = parts[0]
        every = {1: "The only mention of an issue is", 2: "Both mentions of issues are"}
        return f"{every.get(number, f'All {number:,} mentions of issues are')} {where}."
    counted = [f"{number:,} {where}" for number, where in parts]
    return f"Of {len(issues):,} mentions of issues: {listing(counted, most=len(counted))}."


@question("Where in the text?", "04-which-issues", 3)
def where_issues(reading: Reading) -> str:
    """Where in the text are the issues named?"""
    issues, articles = outside_names(reading.issues), len(reading.articles)
    if issues.empty:
        return _NO_ISSUE
    if articles > 1:
        spread = issues.groupby("issue")["article_id"].nunique()
        if len(spread) == 1:
            return f"The only issue named, “{spread.index[0]}”, is in {of_the(spread.iloc[0], articles, 'article')}."
        every, one = int((spread == articles).sum()), int((spread == 1).sum())
        return (
            f"Of {amount(len(spread), 'issue')}, {every or 'none'} {verb(every or 1, 'is', 'are')} named in "
            f"{of_the(articles, articles, 'article')}, and {one or 'none'} in one only."
        )
    body = in_body(reading.sentences, reading.sentences)["sentence_id"].tolist()
    placed = issues.sort_values("start", kind="stable")
    first, last = placed["issue"].iloc[0], placed["issue"].iloc[-1]
    begin, end = (body.index(placed["sentence_id"].iloc[at]) + 1 for at in (0, -1))
    if begin == end:
        return f"Only one sentence names issues: sentence {begin:,} of {len(body):,}."
    if first == last:
        return f"“{first}” is the first issue named, in sentence {begin:,} of {len(body):,}, and the last, in {end:,}."
    return (
        f"The first issue named is “{first}”, in sentence {begin:,} of {len(body):,}; the last is “{last}”, in "
        f"sentence {end:,}."
    )


@question("What does the codebook miss?", "04-which-issues", 4)
def left_without_issue(reading: Reading) -> str:
    """How much of the text names no issue of the codebook?"""
    total, without = sentences_without(reading.sentences, reading.issues)
    if not total:
        return "There is no sentence of running text."
    if without == total:
        return _NO_ISSUE
    if not without:
        every = f"{sentence(of_the(total, total, 'sentence'))} name" if total > 1 else "The one sentence names"
        return f"{every} an issue of the codebook."
    share = f"{without:,} of {amount(total, 'sentence')} ({percent(without, total)})"
    return f"{share} {verb(without, 'names', 'name')} no issue of the codebook."
