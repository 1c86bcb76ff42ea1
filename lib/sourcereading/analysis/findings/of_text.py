"""What was read, and how the text is built."""

from __future__ import annotations

from sourcereading.analysis.counts import outside_names
from sourcereading.analysis.findings.questions import question
from sourcereading.analysis.statements import in_body, reported
from sourcereading.analysis.words import frequencies_in_body
from sourcereading.reading.corrections import corrected_by
from sourcereading.reading.reading import Reading
from sourcereading.reading.wording import amount, listing, of_the, sentence, the_articles, times, verb


@question("What was read?", "00-start-here")
def what_was_read(reading: Reading) -> str:
    """What was read, and how much the reading found in it?"""
    articles, said = reading.articles, reported(reading.statements, reading.articles)
    words, sentences = int(articles["words"].sum()), int(articles["sentences"].sum())
    refused = int((reading.problems["outcome"] == "refused").sum())
    text = f"{amount(len(articles), 'article')} {verb(len(articles), 'was', 'were')} read: "
    text += f"{amount(words, 'word')} in {amount(sentences, 'sentence')}. "
    marks, issues = len(reading.certainty), len(outside_names(reading.issues))
    text += (
        f"The reading found {amount(len(said), 'statement of a speaker', 'statements of speakers')}, "
        f"{amount(marks, 'mark')} of certainty and {amount(issues, 'mention')} of issues."
    )
    if refused:
        text += f" {amount(refused, 'file')} could not be read; the table of problems says why."
    return sentence(" ".join(filter(None, [text, corrected_by(reading.changes)])))


@question("What have readers corrected?", "08-your-own-article")
def what_was_corrected(reading: Reading) -> str:
    """What have readers corrected?"""
    return corrected_by(reading.changes) or "No reader has corrected anything: all tables are as the program made them."


@question("How long is it, and how is it built?", "01-read-an-article")
def how_long(reading: Reading) -> str:
    """How long is the text, and how is it built?"""
    articles = reading.articles
    body = in_body(reading.sentences, reading.sentences)
    if body.empty:
        return f"{the_articles(len(articles))} {verb(len(articles), 'has', 'have')} no sentence of running text."
    words, paragraphs = int(articles["words"].sum()), len(body[["article_id", "paragraph"]].drop_duplicates())
    text = f"{the_articles(len(articles))} {verb(len(articles), 'has', 'have')} {amount(words, 'word')} in "
    text += f"{amount(len(body), 'sentence')} and {amount(paragraphs, 'paragraph')}."
    if len(body) > 1:
        lengths = body["words"].sort_values(ignore_index=True)
        middle, longest = int(lengths[(len(lengths) - 1) // 2]), int(lengths.iloc[-1])
        text += f" At least half of the sentences have {amount(middle, 'word')} or fewer; the longest has {longest:,}."
    return text


@question("Which words are frequent?", "01-read-an-article", 2)
def which_words(reading: Reading) -> str:
    """Which words occur most often?"""
    counts = frequencies_in_body(reading)
    if counts.empty:
        return "Without function words such as “the” and “of”, there is no word to count."
    most = int(counts["count"].max())
    top = counts[counts["count"] == most]
    if most == 1:
        return "Without function words such as “the” and “of”, no word occurs more than once."
    names = listing([f"“{word}”" for word in top["written"]])
    if len(top) > 1:
        return (f"Without function words such as “the” and “of”, {names} occur most often: {times(most)} each.")
    spread = f"in {amount(int(top['sentences'].iloc[0]), 'sentence')}"
    if len(reading.articles) > 1:
        spread += f" and {of_the(int(top['articles'].iloc[0]), len(reading.articles), 'article')}"
    return (f"Without function words such as “the” and “of”, {names} occurs most often: {times(most)}, {spread}.")
