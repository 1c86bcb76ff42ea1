"""Predict first: the plain text as numbered sentences to answer a question about, and the program's answers, folded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sourcereading.analysis.claims import told_twice
from sourcereading.analysis.counts import outside_names
from sourcereading.analysis.names import article_labels, quoted_heading
from sourcereading.analysis.statements import for_each, in_body
from sourcereading.analysis.words import word_frequencies
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER, speaker_name, voiced
from sourcereading.certainty.labels import DIRECTION_WORDS
from sourcereading.reading.wording import count, listing
from sourcereading.report.annotated_text import Article
from sourcereading.report.show import Shown, table_markup
from sourcereading.text.paths import ReaderError
from sourcereading.text.sentences import TEXT

_BLANK = "\N{NO-BREAK SPACE}"
_ANSWER = re.compile(r"\s*(\d+)\b[\s.:)]*(.*)")
_WORDS = 5


@dataclass(frozen=True)
class _Question:
    """What is asked of each sentence, and how the program answers: from the reading and the article to one answer per
    sentence of the text. ``of_text``: the answers are about the text as a whole and have numbers of their own."""

    ask: str
    answers: Callable[[Any, Article], list[str]]
    of_text: bool = False


def show_sheet(reading: Any, question: str, article_id: str | None = None, first: int = 10) -> Shown:
    """The ``first`` sentences of an article without marks and numbered, with room for answers to a question: "words",
    "who", "heard", "sure", "issues", "tone" or, of several articles, "told". It is the first article, where no other
    ``article_id`` is given. A ReaderError where there is no such question or article."""
    asked, article, body = _asked(reading, question, article_id)
    shown = body[:first]
    which = f"The first {len(shown)} of {count(len(body), 'sentence')}" if len(shown) < len(body) else "All sentences"
    sheet = pd.DataFrame({"no.": range(1, len(shown) + 1), "sentence": shown})
    if not asked.of_text:
        sheet[asked.ask] = _BLANK
    parts = [table_markup(sheet, f"{which} of {quoted_heading(article.about)}, without marks")]
    if asked.of_text:
        blank = pd.DataFrame({"no.": range(1, _WORDS + 1), asked.ask: _BLANK})
        parts.append(table_markup(blank, "Your sheet"))
    return Shown("table", f'<div class="sr-table">{"".join(parts)}</div>', "\n".join(_numbered(shown)))


def show_answers(
    reading: Any, question: str, written: str = "", article_id: str | None = None, first: int = 10
) -> Shown:
    """What the program answers to the question of a ``show_sheet``, folded until a click, beside what a reader wrote:
    one answer a line with its number, ``"2: Ana Ruiz, quoted"``; none need be there. A ReaderError where a line has no
    number of the sheet."""
    asked, article, body = _asked(reading, question, article_id)
    answers = asked.answers(reading, article)
    if not asked.of_text:
        answers = answers[:first]
    mine = _written(written, len(answers))
    table = pd.DataFrame({"no.": range(1, len(answers) + 1)})
    if not asked.of_text:
        table["sentence"] = body[:first]
    table["you"] = [mine.get(number) or _BLANK for number in table["no."]]
    table["the program"] = answers
    markup = (
        '<div class="sr-table"><details class="sr-more"><summary>Open when you have written down yours: what the '
        f"program answers</summary>{table_markup(table, asked.ask)}</details></div>"
    )
    return Shown("table", markup, "\n".join(_numbered(answers)))


def _asked(reading: Any, question: str, article_id: str | None) -> tuple[_Question, Article, list[str]]:
    """The question, the article, and the sentences of its text, each in one line."""
    if question not in _QUESTIONS:
        raise ReaderError(f"no sheet asks {question!r}; ask one of {listing([*_QUESTIONS], most=9)}")
    article = Article.of(reading, article_id)
    return _QUESTIONS[question], article, [" ".join(row.text.split()) for row in _body(article)]


def _body(article: Article) -> list[Any]:
    return [row for row in article.sentences if row.kind == TEXT]


def _numbered(lines: list[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def _written(text: str, numbers: int) -> dict[int, str]:
    """A reader's answers by their numbers."""
    answers = {}
    for line in filter(str.strip, text.splitlines()):
        found = _ANSWER.fullmatch(line)
        if found and not found[2]:
            continue  # left empty: a notebook has three such lines, a text may have two sentences
        if not found or not 1 <= int(found[1]) <= numbers:
            begins = f"does not begin with a number of the sheet, 1 to {numbers}"
            raise ReaderError(f"{line.strip()!r} {begins}: “2: my answer”")
        answers[int(found[1])] = found[2].strip()
    return answers


def _by_sentence(article: Article, said: list[tuple[str, str]], none: str) -> list[str]:
    """For each sentence of the text what is said of it, in order and once; ``none`` where nothing is."""
    found: dict[str, dict[str, None]] = {}
    for sentence, words in said:
        found.setdefault(sentence, {})[words] = None
    return ["; ".join(found.get(row.sentence_id, {none: None})) for row in _body(article)]


def _own(table: pd.DataFrame, article: Article) -> pd.DataFrame:
    """The rows of an article."""
    return table[table["article_id"] == article.about.article_id]


def _frequent(reading: Any, article: Article) -> list[str]:
    words = word_frequencies(in_body(_own(reading.tokens, article), reading.sentences)).head(_WORDS)
    return [f"{row.written} ({count(row.count, 'time')})" for row in words.itertuples()]


def _who(reading: Any, article: Article) -> list[str]:
    """Whose words a sentence has; the words that introduce a speaker are left out, being the writer's in all."""
    outer = {row.statement_id: row.speaker for row in article.statements}
    said = []
    for row in article.statements:
        if not row.reporting_clause_of:
            through = outer.get(row.parent_id, WRITER)
            told = f", told by {speaker_name(through)}" if through != WRITER else ""
            said.append((row.sentence_id, voiced(speaker_name(row.speaker), row.voice) + told))
    return _by_sentence(article, said, "")


def _heard(reading: Any, article: Article) -> list[str]:
    """The known sources of a sentence: each with its kind, its position where the text says it, and whether it is
    named."""
    facts = {
        row.speaker: ", ".join(filter(None, (row.kind, row.position, "named" if row.named else "not named")))
        for row in _own(reading.speakers, article).itertuples()
    }
    rows = _own(reading.statements, article)
    said = for_each(rows[rows["reporting_clause_of"] == ""], reading.speakers)
    known = [
        (row.sentence_id, f"{speaker_name(row.speaker)}: {facts[row.speaker]}")
        for row in said.itertuples()
        if row.speaker in facts and row.speaker != UNATTRIBUTED
    ]
    return _by_sentence(article, known, "no known source")


def _sure(reading: Any, article: Article) -> list[str]:
    said = [(mark.sentence_id, f"{DIRECTION_WORDS[mark.direction].sign} {mark.text}") for mark in article.marks]
    return _by_sentence(article, said, "no mark")


def _issues(reading: Any, article: Article) -> list[str]:
    """The issues of a sentence, each with the words that name it; words within longer names do not count."""
    named: dict[tuple[str, str], dict[str, None]] = {}
    for row in outside_names(_own(reading.issues, article)).itertuples():
        named.setdefault((row.sentence_id, row.issue), {})[row.text] = None
    said = [(sentence, f"{issue}: {', '.join(words)}") for (sentence, issue), words in named.items()]
    return _by_sentence(article, said, "no issue")


def _tone(reading: Any, article: Article) -> list[str]:
    """The tones of the stretches of a sentence by the news scorer, each with the words that decide it."""
    rows = _own(reading.sentiment, article)
    rows = rows[(rows["scorer"] == "news") & (rows["target"] == "") & (rows["polarity"].fillna(0) != 0)]
    said = [
        (row.sentence_id, f"{'good' if row.polarity > 0 else 'bad'}: {row.words}")
        for row in rows.sort_values("start", kind="stable").itertuples()
    ]
    return _by_sentence(article, said, "neither, or unsure")


def _told(reading: Any, article: Article) -> list[str]:
    """Which other articles tell what a sentence tells, and in which words."""
    names, (_, told) = article_labels(reading.articles), told_twice(reading)
    own = _own(told, article)
    both = own.merge(told.drop(index=own.index), on="claim", suffixes=("", "_other"))
    said = [
        (sentence.sentence_id, f"{names[row.article_id_other]}: {row.text_other}")
        for row in both.itertuples()
        for sentence in article.sentences
        if sentence.start <= row.start < sentence.end
    ]
    return _by_sentence(article, said, "not found in another article")


_QUESTIONS = {
    "words": _Question("Which five words come most often?", _frequent, of_text=True),
    "who": _Question("Whose words? Quoted, or paraphrased?", _who),
    "heard": _Question("Who is the source? Of which kind and position? Named?", _heard),
    "sure": _Question("Which words say how sure it is?", _sure),
    "issues": _Question("Which issues does it name?", _issues),
    "tone": _Question("Good, bad, or neither? Which words decide?", _tone),
    "told": _Question("Is it in another article, too? What is different there?", _told),
}
