"""What is it about: the issues that are named, by whom and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.counts import counts_by, sentences_without
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import DIRECT, INDIRECT, WRITER
from sourcereading.reading.wording import amount, listing, percent, sentence, times, verb

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading


@question("What is it about?", "04-which-issues")
def which_issues(reading: Reading) -> str:
    """Which issues are named, and which most?"""
    counts = counts_by(reading.issues, ["issue"])
    if counts.empty:
        return "The text names no issue of the codebook."
    total, most = len(reading.issues), int(counts["mentions"].max())
    top = counts[counts["mentions"] == most]["issue"].tolist()
    text = f"{sentence(amount(len(counts), 'issue'))} {verb(len(counts), 'is', 'are')} named, {times(total)} in all. "
    if len(counts) == 1:
        return f"One issue is named, “{top[0]}”, {times(total)}."
    if len(top) == 1:
        sentences = reading.issues[reading.issues["issue"] == top[0]]["sentence_id"].nunique()
        return f"{text}“{sentence(top[0])}” is named most: {times(most)}, in {amount(sentences, 'sentence')}."
    if len(top) == len(counts):
        return f"{text}Each is named {times(most)}."
    return f"{text}{listing([f'“{issue}”' for issue in top])} are named most: {times(most)} each."


@question("Who names the issues?", "04-which-issues", 3)
def who_raises(reading: Reading) -> str:
    """Who names the issues: the speakers, or the writer?"""
    issues = reading.issues
    if issues.empty:
        return "The text names no issue of the codebook."
    writers = int((issues["speaker"] == WRITER).sum())
    voices = issues[issues["speaker"] != WRITER]["voice"].value_counts()
    parts = [
        f"{voices.get(DIRECT, 0):,} in quoted words of speakers",
        f"{voices.get(INDIRECT, 0):,} in the writer’s paraphrase of them",
        f"{writers:,} in the writer’s own words",
    ]
    return f"Of {amount(len(issues), 'mention')} of issues: {listing(parts)}."


@question("Where in the text?", "04-which-issues", 4)
def where_issues(reading: Reading) -> str:
    """Where in the text are the issues named?"""
    counts = counts_by(reading.issues, ["issue"])
    if counts.empty:
        return "The text names no issue of the codebook."
    top = counts["issue"].iloc[0]
    tied = int((counts["mentions"] == counts["mentions"].iloc[0]).sum()) > 1
    which = f"“{sentence(top)}”, {'one of the issues' if tied else 'the issue'} named most,"
    mentions = reading.issues[reading.issues["issue"] == top]
    if len(reading.articles) > 1:
        return f"{which} is named in {mentions['article_id'].nunique():,} of the {len(reading.articles):,} articles."
    body = in_body(reading.sentences, reading.sentences)["sentence_id"].tolist()
    places = sorted({body.index(sentence) + 1 for sentence in mentions["sentence_id"]})
    if len(places) == 1:
        return f"{which} is named in sentence {places[0]:,} of {len(body):,} only."
    return (
        f"{which} is named first in sentence {places[0]:,} and last in sentence {places[-1]:,} of {len(body):,}; "
        f"{amount(len(places), 'sentence')} name it."
    )


@question("What does the codebook miss?", "04-which-issues", 6)
def left_without_issue(reading: Reading) -> str:
    """How much of the text names no issue of the codebook?"""
    row = sentences_without(reading.sentences, reading.issues).iloc[0]
    total, without = int(row["sentences"]), int(row["without"])
    if not total:
        return "There is no sentence of running text."
    share = f"{without:,} of {amount(total, 'sentence')} ({percent(without, total)})"
    return f"{share} {verb(without, 'names', 'name')} no issue of the codebook."
