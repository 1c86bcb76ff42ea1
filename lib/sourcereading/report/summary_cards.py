"""An article at a glance: who speaks and how much, how sure, about what, in what tone. Four cards, one screen."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from sourcereading.analysis.counts import outside_names, words_by
from sourcereading.analysis.evaluative_words import evaluative_words, most_evaluative, worded
from sourcereading.analysis.probabilities import phrases
from sourcereading.analysis.sentiment import NO_CLEAR_TONE, mean_in_words, tone_by, tones_of_stretches, whole_stretches
from sourcereading.analysis.statements import in_body
from sourcereading.attribution.voices import DIRECT, INDIRECT, VOICES, WRITER, WRITERS, speaker_name, voiced
from sourcereading.certainty.in_numbers import in_numbers
from sourcereading.certainty.labels import DIRECTION_WORDS, LEVELS, LOW, hedging, raising
from sourcereading.reading.rows import rows_of
from sourcereading.reading.wording import amount, count, sentence, short, verb
from sourcereading.report.annotated_text import Article, claim_anchor
from sourcereading.report.markup import escape, shown
from sourcereading.sentiment.news_scorer import NEWS
from sourcereading.text.paragraph_kinds import TEXT

_SHOWN = 4
_ISSUES = 8
_PROBABILITIES = 2


def glance(reading: Any, article: Article) -> str:
    """The cards of an article as HTML; the reading has this article alone."""
    body = in_body(reading.statements, reading.sentences)
    cards = (
        ("Who speaks", _who(body)),
        ("How sure", _how_sure(reading, article)),
        ("About what", _about(reading)),
        ("In what tone", _tone(reading)),
    )
    return '<div class="a-glance">' + "".join(
        f"<section><h3>{title}</h3>{card}</section>" for title, card in cards
    ) + "</div>\n"  # fmt: skip


def _who(body: pd.DataFrame) -> str:
    words = words_by(body)
    clauses = int(body.loc[body["reporting_clause_of"] != "", "words"].sum())
    everything = int(words["words"].sum()) + clauses
    if not everything:
        return "<p>The text has no words.</p>"
    totals: dict[str, dict[str, int]] = {}
    for row in rows_of(words):
        totals.setdefault(row.speaker, {DIRECT: 0, INDIRECT: 0})[row.voice] = row.words
    own = totals.pop(WRITER, {}).get(WRITERS, 0)
    ranked = sorted(totals.items(), key=lambda item: -sum(item[1].values()))
    bars = "".join(
        _bar(speaker_name(name), numbers, _voices(*numbers.values()), everything) for name, numbers in ranked[:_SHOWN]
    )
    said = f"{f'{clauses} of them' if own else 'all'} in reporting clauses" if clauses else ""
    bars += _bar(speaker_name(WRITER), {WRITERS: own + clauses}, said, everything)
    rest = ranked[_SHOWN:]
    of_rest = sum(sum(numbers.values()) for _, numbers in rest)
    others = f"{count(len(rest), 'more speaker')} with {count(of_rest, 'word')}"
    more = f"<p>And {others}.</p>" if len(rest) else ""
    nobody = "<p>No speaker is quoted or paraphrased.</p>" if not len(totals) else ""
    return f'{nobody}<ul class="a-bars">{bars}</ul>{more}'


def _voices(direct: int, indirect: int) -> str:
    numbers = ((DIRECT, direct), (INDIRECT, indirect))
    return ", ".join(f"{number} {VOICES[voice]}" for voice, number in numbers if number)


def _bar(name: str, words: dict[str, int], said: str, whole: int) -> str:
    total = count(sum(words.values()), "word")
    return (
        f"<li><b><bdi>{shown(short(name, 60))}</bdi></b> {': '.join(filter(None, (total, said)))}"
        f"{_bar_of(words, whole)}</li>"
    )


def _bar_of(numbers: dict[str, int], whole: int) -> str:
    """A bar whose pieces are shares of ``whole``; the words beside it say the same."""
    pieces = "".join(
        f'<span class="a-bar-{kind}" style="width:{100 * number / whole:.1f}%"></span>'
        for kind, number in numbers.items()
        if number
    )
    return f'<span class="a-bar" aria-hidden="true">{pieces}</span>'


def _how_sure(reading: Any, article: Article) -> str:
    marks = reading.certainty
    if not len(marks):
        none = "<p>The text has no word of certainty that is in the lexicon.</p>"
        return none + _levels(article)
    hedges = int(hedging(marks).sum())
    raises = int(raising(marks).sum())
    counts = Counter(marks["direction"])
    items = "".join(
        f'<li><span class="a-sign a-{direction}">{words.sign}</span> {counts[direction]} '
        f"{verb(counts[direction], words.one, words.many)}</li>"
        for direction, words in DIRECTION_WORDS.items()
        if direction in counts
    )
    lead = f"<p>{sentence(amount(hedges, 'hedge'))}, {amount(raises, 'expression')} of certainty.</p>"
    return f'{lead}{_levels(article)}{_probabilities(marks)}<ul class="a-line">{items}</ul>'


def _levels(article: Article) -> str:
    """How many statements of speakers are at each level of certainty, with a bar."""
    body = {row.sentence_id for row in article.sentences if row.kind == TEXT}
    claims = [row for row in article.claims.values() if row.sentence_id in body]
    denied = sum(row.denied for row in claims)
    claims = [row for row in claims if row.certainty_level]
    if not claims:
        return f"<p>{count(denied, 'statement')}, denied and so without a level.</p>" if denied else ""
    numbers = Counter(row.certainty_level for row in claims)
    said = {level: f"{numbers[level]} {level}" for level in LEVELS if numbers[level]}
    low = [row for row in claims if row.certainty_level == LOW]
    if low:
        anchor = claim_anchor(article.numbers[min(low, key=lambda row: row.certainty_score).statement_id])
        said[LOW] += f' (<a href="#{anchor}">the least certain</a>)'
    bar = _bar_of({level: numbers[level] for level in LEVELS}, len(claims))
    others = f" ({denied} more {verb(denied, 'is', 'are')} denied)" if denied else ""
    whose = count(len(claims), "statement of a speaker", "statements of speakers")
    return f"<p>Certainty of {whose}{others}: {', '.join(said.values())}.{bar}</p>"


def _probabilities(marks: pd.DataFrame) -> str:
    """The phrases that give a probability with what they are in numbers, as notebook 03 lists them."""
    given = marks[marks["type"] == "probability"]
    if given.empty:
        return ""
    given = phrases(given)
    found = [
        f"“{short(row.text, 40)}” [{in_numbers(row)}]"
        for row in given.head(_PROBABILITIES).itertuples(index=False)
    ]
    more = f" and {len(given) - _PROBABILITIES} more" if len(given) > _PROBABILITIES else ""
    return f"<p>Probability: <bdi>{shown('; '.join(found))}</bdi>{more}.</p>"


def _about(reading: Any) -> str:
    issues, book = outside_names(reading.issues), escape(reading.codebook.file)
    counts = issues["issue"].value_counts(sort=False)
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not found:
        return f"<p>The text names no issue of the codebook {book}.</p>"
    named, rest = found[:_ISSUES], found[_ISSUES:]
    items = "".join(f"<li><b>{escape(issue)}</b> {number}</li>" for issue, number in named)
    lead = f"<p>{count(len(issues), 'mention')} of {count(len(found), 'issue')} (codebook {book}):</p>"
    total = sum(number for _, number in rest)
    more = f"<p>And {count(len(rest), 'more issue')} with {count(total, 'mention')}.</p>" if rest else ""
    return f'{lead}<ul class="a-line">{items}</ul>{more}'


def _tone(reading: Any) -> str:
    scored = whole_stretches(reading.sentiment)
    scored = scored[scored["scorer"] == NEWS]
    tone = tone_by(scored)
    if tone.empty:
        return "<p>There is nothing to score.</p>"
    rest = ", which does not mean “neutral”" if tone["with_evidence"].sum() < tone["stretches"].sum() else ""
    basis = f"{tones_of_stretches(scored)}{rest}. How often it is wrong on whole stretches is not measured."
    basis = f'<p class="soft">{basis}</p>'
    words = _evaluative(reading)
    means = [row for row in rows_of(tone) if row.mean == row.mean and row.tone != NO_CLEAR_TONE]
    if not means:
        return f"{words}{basis}"
    items = "".join(_of(row.speaker, row.voice, mean_in_words(row)) for row in means[:_SHOWN])
    return f"{words}<ul>{items}</ul>{basis}"


def _of(speaker: str, voice: str, said: str) -> str:
    return f"<li>{voiced(f'<b><bdi>{shown(short(speaker_name(speaker), 60))}</bdi></b>', voice)}: {said}</li>"


def _evaluative(reading: Any) -> str:
    """The strongest evaluative words of each speaker, with what they are said of."""
    groups = most_evaluative(evaluative_words(reading.sentiment))
    if not groups:
        return "<p>No word that readers call good or bad by itself is said of anything that could be found.</p>"
    items = "".join(
        _of(*whose, shown(", ".join(worded(row) for row in rows_of(rows.head(_SHOWN)))))
        for whose, rows in groups[:_SHOWN]
    )
    return f"<p>Words that readers call good or bad by themselves, with what they are said of:</p><ul>{items}</ul>"
