"""What the library makes of single sentences: for trying out, and for seeing where it fails.

Each function takes sentences and returns a table with a row for each thing found in each, or one row that says
there is nothing. They run the stages of the reading that they show, and no others. Table: probes.

>>> said("“It may rain,” said Ana Ruiz.")[["speaker", "voice", "words"]].values.tolist()
[['Ana Ruiz', 'direct', '“It may rain,”']]
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from sourcereading import certainty, issues, sentiment
from sourcereading.analysis.heard import heard_sources
from sourcereading.analysis.sourcing import no_answers
from sourcereading.analysis.statements import in_one_line, reported
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER, WRITERS, in_words
from sourcereading.reading.corrections import Correction, Corrections
from sourcereading.reading.reading import analyse, read
from sourcereading.text.companions import CORRECTIONS
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences, tokens

NOTHING = "(nothing found)"


def split(*texts: str) -> pd.DataFrame:
    """How each text is cut into sentences, paragraph by paragraph."""
    rows = []
    for text in texts:
        found = [text[part.start : part.end] for part in sentences(text)]
        rows.append((text, len(found), " | ".join(found)))
    return pd.DataFrame(rows, columns=["text", "sentences", "cut"])


def said(*texts: str) -> pd.DataFrame:
    """Who says what in each text; one in which no speaker is quoted or paraphrased has one row, the writer's."""
    rows = [row for text in texts for row in _said(text)]
    return pd.DataFrame(rows, columns=["text", "speaker", "voice", "words", "rule"])


def _said(text: str) -> Iterator[tuple[str, ...]]:
    parts = sentences(text)
    found: dict[int, list] = {}
    for row in attribute(text, parts, quotations(text, parts)).rows:
        if row.reporting_clause_of < 0 and row.speaker != WRITER:
            found.setdefault(row.statement, []).append(row)
    for rows in found.values():
        words = in_words(in_one_line(text, [(row.start, row.end) for row in rows]), rows[0].denied)
        yield text, rows[0].speaker or UNATTRIBUTED, rows[0].voice, words, rows[0].rule
    if not found:
        yield text, WRITER, WRITERS, text, "no speaker is quoted or paraphrased"


def heard(*texts: str) -> pd.DataFrame:
    """Who is heard in each text, and who gives no answer."""
    rows = [row for text in texts for row in _heard(text)]
    columns = ["text", "speaker", "kind", "named", "position", "channel", "declined"]
    return pd.DataFrame(rows, columns=columns).astype({"named": "boolean"})


def _heard(text: str) -> Iterator[tuple]:
    reading = read([text])
    told, silent = heard_sources(reading), no_answers(reading.statements)["speaker"]
    for row in told.itertuples():
        yield text, row.speaker, row.kind, row.named, row.position, row.channels, False
    for name in dict.fromkeys(silent):
        yield text, name, "", None, "", "", True
    if told.empty and silent.empty:
        yield text, NOTHING, "", None, "", "", False


def corrected(text: str, **correction: str) -> pd.DataFrame:
    """The statements of speakers in a text as they are read, and again as a row of ``corrections.csv`` makes them, of
    which the cells are given by their columns: quote, change, value, by, why, …"""
    articles = read([text]).articles
    rows = Corrections((Correction(CORRECTIONS, 2, **correction),))
    found = [analyse(articles, corrections=known)["statements"] for known in (Corrections(), rows)]
    statements = pd.concat([reported(frame, articles) for frame in found], ignore_index=True)
    return statements[["text", "speaker", "voice", "corrected"]].rename(columns={"text": "words"})


def marked(*texts: str) -> pd.DataFrame:
    """The marks of certainty in each text."""
    rows: list[tuple] = []
    none = (float("nan"),) * 3
    for text in texts:
        words = tokens(text)
        marks = certainty.marks(words)
        for mark in marks:
            found = certainty.range_of(mark, words)
            band = (found.low, found.median, found.high) if found else none
            rows.append((text, text[mark.start : mark.end], mark.type, mark.direction, *band, mark.rule))
        if not marks:
            rows.append((text, NOTHING, "", "", *none, ""))
    return pd.DataFrame(rows, columns=["text", "mark", "type", "direction", "low", "median", "high", "rule"])


def about(*texts: str) -> pd.DataFrame:
    """The issues named in each text, with the row of the codebook that finds them."""
    book = issues.codebook()
    rows = []
    for text in texts:
        found = issues.mentions(tokens(text), book)
        rows += [(text, text[named.start : named.end], named.issue, named.pattern) for named in found]
        if not found:
            rows.append((text, NOTHING, "", ""))
    return pd.DataFrame(rows, columns=["text", "words", "issue", "pattern"])


def toned(*texts: str) -> pd.DataFrame:
    """The tone of each text by both scorers, with the words that decide."""
    rows = []
    for text in texts:
        blob, news = sentiment.textblob(text), sentiment.news(tokens(text))
        rows.append((text, blob.polarity, blob.words or NOTHING, news.polarity, news.words or NOTHING))
    return pd.DataFrame(rows, columns=["text", "textblob", "textblob_words", "news", "news_words"])


def toned_toward(*texts: str) -> pd.DataFrame:
    """The tone toward each person, place or organisation that a text names, by the news scorer."""
    rows: list[tuple] = []
    for text in texts:
        parts = sentences(text)
        named = sentiment.targets(parts, [])
        found = [(part.tokens, target) for part, those in zip(parts, named, strict=True) for target in those]
        for words, target in found:
            score = sentiment.toward(words, [(target.start, target.end)])
            rows.append((text, target.name, score.verdict, score.words))
        if not found:
            rows.append((text, NOTHING, "", ""))
    return pd.DataFrame(rows, columns=["text", "target", "tone", "words"])
