"""What is it about, and in what tone: issues and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcereading.analysis.counts import counts_by, sentences_without
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.sentiment import (
    ENOUGH,
    SCORERS,
    TONES,
    scorers_side_by_side,
    tone_by,
    tone_by_target,
    whole_stretches,
)
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import DIRECT, INDIRECT, WRITER
from sourcereading.reading.wording import (
    amount,
    listing,
    percent,
    sentence,
    short,
    times,
    verb,
    who,
    who_in,
)
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.sentiment.scores import TEXTBLOB, signed

if TYPE_CHECKING:
    import pandas as pd

    from sourcereading.reading.reading import Reading

_PAIRS = 2
_MARKS = ' "“”'


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


@question("In what tone?", "05-sentiment-by-speaker")
def in_what_tone(reading: Reading) -> str:
    """In what tone does each speaker speak, and is there enough to say so?"""
    scored = whole_stretches(reading.sentiment)
    if scored.empty:
        return "There is no stretch of text to score."
    compared = scorers_side_by_side(scored)
    known = scored.groupby("scorer")["evidence"].sum()
    text = (
        f"Of {amount(len(compared), 'stretch', 'stretches')} of text, the news scorer gives a tone to "
        f"{int(known[NEWS]):,} and TextBlob to {int(known[TEXTBLOB]):,}"
    )
    opposed = int(compared["opposed"].sum())
    text += f"; on {opposed:,} they have opposite signs. " if opposed else "; they never have opposite signs. "
    groups = tone_by(scored[scored["scorer"] == NEWS])
    enough = groups[groups["with_evidence"] >= ENOUGH]
    if enough.empty:
        return f"{text}No speaker has {ENOUGH} such stretches in one voice, so no mean is given."
    parts = [
        f"{who_in(row.speaker, row.voice)}: {signed(row.mean)} ({signed(row.low)} to {signed(row.high)})"
        for row in enough.itertuples()
    ]
    return (
        f"{text}Mean tone by the news scorer with 95\xa0% interval (speakers with {ENOUGH} or more scored stretches): "
        f"{listing(parts, '; ')}."
    )


@question("In what tone about whom?", "05-sentiment-by-speaker", 2)
def about_whom(reading: Reading) -> str:
    """In what tone does each speaker speak about whom?"""
    table = tone_by_target(reading.sentiment)
    if table.empty:
        return "No statement names a person, place or organisation, so there is no tone toward any of them."
    pairs = [
        f"{who(row.speaker)} on {short(row.target, 60)}, {amount(row.stretches, 'stretch', 'stretches')}: "
        + listing([f"{getattr(row, tone):,} {tone}" for tone in TONES if getattr(row, tone)], most=len(TONES))
        for row in table.head(_PAIRS).itertuples()
    ]
    rest = len(table) - len(pairs)
    text = f"{sentence('; '.join(pairs))}."
    more = f"{sentence(amount(rest, 'more pair'))} of speaker and target {verb(rest, 'is', 'are')} in the table."
    return f"{text} {more}" if rest else text


@question("Which words decide?", "05-sentiment-by-speaker", 3)
def strongest_words(reading: Reading) -> str:
    """Which words decide the scores?"""
    whole = whole_stretches(reading.sentiment)
    parts = [_strongest(whole[whole["scorer"] == scorer], SCORERS[scorer]) for scorer in (NEWS, TEXTBLOB)]
    return " ".join(parts)


def _strongest(scored: pd.DataFrame, scorer: str) -> str:
    scored = scored[scored["evidence"]]
    if scored.empty:
        return f"{sentence(scorer)} gives no stretch of the text a tone."
    away = scored["polarity"].abs()
    if not away.max():
        return f"Every stretch that {scorer} scores is at 0.00: it knows the words, and they have no tone."
    top = scored[away == away.max()]
    row = top.iloc[0]
    words = listing(row["words"].split("; "), "; ", most=4)
    stretch = short(row["text"].strip(_MARKS))
    which = f"One of {len(top):,} stretches furthest from zero" if len(top) > 1 else "The stretch furthest from zero"
    return f"{which} by {scorer} is “{stretch}” at {signed(row['polarity'])}; the words that decide: {words}."
