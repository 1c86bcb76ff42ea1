"""The page of an article: what a reader would say of it, its text annotated in place, and what was found in it."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.counts import outside_names, without_reporting_clauses
from sourcereading.analysis.findings import at_a_glance
from sourcereading.analysis.names import heading
from sourcereading.analysis.statements import how_many, through
from sourcereading.analysis.words import kwic
from sourcereading.attribution.voices import (
    DIRECT,
    INDIRECT,
    INFERRED,
    INFERRED_SIGN,
    MIXED,
    VOICES,
    WRITERS,
    speaker_name,
    voiced,
)
from sourcereading.certainty.in_numbers import range_lines
from sourcereading.certainty.labels import DIRECTION_WORDS, TYPES, level_words, sign, strength
from sourcereading.reading.rows import cells_of, rows_of
from sourcereading.reading.wording import count, listing
from sourcereading.report.annotated_text import CLAIM_ROWS, Article, annotated_text, has_asides
from sourcereading.report.bibliography import citation, downloads, entry, metadata
from sourcereading.report.corrections_section import CORRECTED, corrections_note, corrections_table
from sourcereading.report.group import RIGHTS_UNKNOWN, made_by, source_facts, window_title
from sourcereading.report.heard_line import heard_line
from sourcereading.report.markup import Markup, escape, markup_cells, shown
from sourcereading.report.page import page
from sourcereading.report.show import Shown, show_table
from sourcereading.report.styles import style
from sourcereading.report.summary_cards import glance
from sourcereading.report.web_annotation import link
from sourcereading.sentiment.scores import signed

_CONTENTS = (
    ("text", "The text, annotated"),
    ("glance", "At a glance"),
    ("claims", "Who says what"),
    ("marks", "Marks of certainty"),
    ("issues", "Issues in context"),
    ("about", "About this page"),
)


class Known(NamedTuple):
    """What is quicker to find in many articles at once: what ``reported`` and ``heard_sources`` give of the article;
    and what ``at_a_glance`` says."""

    claims: pd.DataFrame
    heard: pd.DataFrame
    found: str


def article_page(reading: Any, known: Known | None = None) -> str:
    """The whole HTML page of an article: self-contained, without script, to be kept in ``articles/``. A ValueError
    where the reading is not of this article alone, as ``Reading.split`` gives it."""
    if len(reading.articles) != 1:
        raise ValueError(f"a page is of one article, not of {len(reading.articles)}; split the reading")
    claims, heard, found = known or (None, None, at_a_glance(reading))
    article = Article.of(reading, reading.articles["article_id"].iloc[0], claims)
    title = heading(article.about)
    corrected = _corrected(reading)
    body = (
        f"<h1><bdi>{shown(title)}</bdi></h1>\n{_source(article.about)}{corrections_note(reading.changes)}"
        f'<p class="lead">{shown(found)}</p>\n{heard_line(reading, article, heard)}'
        f'<h2 id="text">The text, annotated</h2>\n{_legend(article)}{annotated_text(article)}'
        f'<h2 id="glance">At a glance</h2>\n{glance(reading, article)}'
        f'<h2 id="claims">Who says what</h2>\n{_claims(reading, article)}'
        f'<h2 id="marks">Marks of certainty</h2>\n{_marks(reading, article)}'
        f'<h2 id="issues">Issues in context</h2>\n{_issues(reading)}{corrected}'
        f'<h2 id="about">About this page</h2>\n{_about(article.about, reading)}'
        f"{link(reading, article.about.article_id)}"
    )
    contents = (*_CONTENTS, ("corrections", CORRECTED)) if corrected else _CONTENTS
    return page(
        window_title("", reading.articles, ""),
        body,
        contents,
        home="../index.html",
        extra_style=style("annotated", "article"),
        description=found,
        head=metadata(entry(reading)),
        kind="a-page",
    )


def _corrected(reading: Any) -> str:
    """The corrections of the article, with its heading; "" where there are none."""
    if not len(reading.changes):
        return ""
    table = corrections_table(reading.changes, f"{reading.articles['article_id'].iloc[0]}-corrections")
    return f'<h2 id="corrections">{CORRECTED}</h2>\n{table}'


def _source(about: Any) -> str:
    """Where the text is from, in a line or two, and what is not known of it."""
    length = f"{count(about.words, 'word')} in {count(about.sentences, 'sentence')}"
    facts = source_facts(about, ("outlet", "date", "url"), [length])
    if about.author:
        facts.insert(0, f"by <bdi>{shown(listing(about.author.split('; ')))}</bdi>")
    return f'<p class="a-source">{" · ".join(facts)}</p>\n'


def _about(about: Any, reading: Any) -> str:
    """Copyright, file and checksum of the text, how to cite the page, and what it cannot show."""
    facts = [
        ("Copyright", shown(about.rights) or RIGHTS_UNKNOWN),
        ("File", shown(about.file) or '<span class="soft">not known</span>'),
        ("Checksum (SHA-256)", f"<code>{escape(about.sha256)}</code>"),
        ("Cite as", f"{shown(citation(reading))} {downloads(entry(reading))}"),
    ]
    items = "".join(f"<dt>{name}</dt><dd><bdi>{value}</bdi></dd>" for name, value in facts)
    return (
        f"<p>{escape(made_by(reading.changes))} It misses some statements and gives some to the wrong speaker. "
        f"The annotations show how things are said, not whether they are true.</p>\n"
        f'<dl class="facts">{items}</dl>\n'
    )


# --- The legend --------------------------------------------------------------------------------------------


def legend_rows(article: Article) -> list[tuple[str, str, str]]:
    """How to read the text: (key, heading, list items as HTML); only what this text has."""
    used = {row.voice for row in article.statements if row.reporting_clause_of == ""}
    voices = "".join(
        f'<li><span class="a-{voice}">{VOICES[voice]}</span></li>'
        for voice in (DIRECT, MIXED, INDIRECT)
        if voice in used
    )
    voices += '<li><span class="a-clause">reporting clause</span></li>' if article.reporting_clauses else ""
    if any(row.speaker_basis in INFERRED for row in article.claims.values()):
        voices += f"<li>{INFERRED_SIGN} speaker concluded from what stands before</li>"
    voices += f"<li>no colour: {VOICES[WRITERS]}</li>"
    if has_asides(article):
        voices += '<li><small class="soft">small</small>: captions and what is no part of the article; not counted</li>'
    found = (_signs(article, direction) for direction in DIRECTION_WORDS)
    marks = "".join(f"<li>{signs}</li>" for signs in found if signs)
    rows = [("voices", "Voices", voices), ("certainty", "Certainty", marks)]
    if article.issues:
        rows.append(("issues", "Issues", '<li><span class="a-issue">named here</span>, listed beside or below</li>'))
    return [row for row in rows if row[2]]


def click_note(article: Article) -> str:
    """What a click on the numbers and signs in the text opens; "" where it has none."""
    click = ["a number for the speaker and the chain of sources"] if article.claims else []
    click += ["a sign for the reason of a mark"] if article.marks else []
    return f'<p class="a-press">Click {", ".join(click)}.</p>' if click else ""


def _legend(article: Article) -> str:
    """How to read the text, and switches that hide what a reader does not want to see."""
    switches = "".join(
        f'<div><label><input type="checkbox" class="show-{key}" checked> {label}</label><ul>{said}</ul></div>'
        for key, label, said in legend_rows(article)
    )
    click = click_note(article)
    tables = ["The numbers are those of the table of statements below."] if article.claims else []
    tables += ["The marks of certainty have a table below."] if article.marks else []
    paper = " ".join(tables)
    notes = f'{click}<p class="a-paper">{paper}</p>' if click else ""
    notes += '<p class="a-press">Switch all off to print the text alone.</p>'
    return f'<fieldset class="a-legend"><legend>Show</legend>{switches}{notes}</fieldset>\n'


def _signs(article: Article, direction: str) -> str:
    """What the signs of a direction mean, as many as the text has; "" where it has none."""
    found = {strength(row.weight): sign(row) for row in article.marks if row.direction == direction}
    if not found:
        return ""
    words = DIRECTION_WORDS[direction]
    degrees = (("slight", "slightly"), ("strong", "strongly"))
    shown = [(found[name], said) for name, said in degrees if found.get(name, words.sign) != words.sign]
    other = [f"{_sign(symbol, direction)} {said}" for symbol, said in shown]
    said = f"{_sign(words.sign, direction)} {words.name} (“{words.example}”)"
    return ", ".join([said, *other])


def _sign(symbol: str, direction: str) -> str:
    return f'<span class="a-sign a-{direction}">{symbol}</span>'


# --- The tables --------------------------------------------------------------------------------------------


_CLAIM_COLUMNS = {
    "no.": "the number in the text, where the statement begins",
    "speaker": "whose statement it is, by the fullest name that the article gives",
    "chain of sources": "to whom it was said, who reports it, and whether the writer quotes or paraphrases it",
    "statement": "what is said, in the words of the text; … where other words come between",
    "how sure": "low, middle or high, the score from 0 to 1, and its marks; unmarked: no mark moves the score; what is "
    "denied has no level",
    "issues": "the issues that its own words name",
    "introduced by": "its reporting clause",
}


def _claims(reading: Any, article: Article) -> str:
    claims = article.claims
    if not claims:
        return "<p>No speaker is quoted or paraphrased: every word is the writer’s own.</p>\n"
    signs: dict[str, list[str]] = {}
    for row in rows_of(without_reporting_clauses(reading.certainty, reading.statements)):
        signs.setdefault(row.statement_id, []).append(f"{sign(row)} {' '.join(row.text.split())}")
    issues: dict[str, dict[str, None]] = {}
    for row in rows_of(without_reporting_clauses(outside_names(reading.issues), reading.statements)):
        issues.setdefault(row.statement_id, {})[row.issue] = None
    rows = [
        (
            speaker_name(row.speaker),
            ", ".join(through(row, claims)),
            row.text,
            _how_sure(row, signs.get(row.statement_id, [])),
            ", ".join(issues.get(row.statement_id, {})),
            _why(article.reporting_clauses.get(row.statement_id, ""), row.corrected),
        )
        for row in claims.values()
    ]
    numbers = markup_cells(
        Markup(
            str(number), f'<a id="claim-{number}" href="#words-{number}">{number}</a> '
            f'<a href="#claim-{number}" aria-label="Link to {number}">#</a>',  # to be copied where it is cited
        )
        for number in range(1, len(claims) + 1)
    )  # fmt: skip
    number, *columns = _CLAIM_COLUMNS
    frame = pd.DataFrame(rows, columns=columns, index=numbers.rename(number))
    lead = f"<p>{how_many(article.reported, reading.speakers)}, in the order of the text.</p>\n"
    name = f"{article.about.article_id}-claims"
    return lead + _table("a-claims", show_table(frame, name, "All statements", _CLAIM_COLUMNS, CLAIM_ROWS))


def _how_sure(claim: Any, signs: list[str]) -> str:
    """ "low (0.24): ▼▼ remains uncertain; ▼ could"; only the words, where it has no level."""
    level = level_words(claim.certainty_level, claim.certainty_score)
    return ": ".join(filter(None, [level, "; ".join(signs)]))


def _why(rule: str, corrected: str) -> str:
    """Why something was read as it was, and who has corrected it."""
    return f"{rule} (corrected by {corrected})" if corrected else rule


def _marks(reading: Any, article: Article) -> str:
    marks = reading.certainty
    if not len(marks):
        return "<p>The text has no word of certainty that is in the lexicon.</p>\n"
    frame = kwic(marks, reading.articles, 40)
    table = pd.DataFrame(
        {
            "no.": [str(article.numbers.get(name, "")) for name in marks["statement_id"]],
            "mark": [f"{sign(row)} {' '.join(row.text.split())}" for row in rows_of(marks)],
            "kind": [TYPES[kind] for kind in marks["type"]],
            "weight": [signed(weight) for weight in marks["weight"]],
            "speaker": _voiced(marks),
            "in context": [_in_context(row, article.about.text) for row in rows_of(frame)],
            "in numbers": ["; ".join(range_lines(row)) if row.basis else "" for row in rows_of(marks)],
            "rule": [_why(*pair) for pair in cells_of(marks, "rule", "corrected")],
        }
    )
    meanings = {
        "no.": "the statement it is in, or introduces; none in the writer’s own words",
        "mark": "the words, after the sign of their direction: ▽ slight, ▼ clear, ▼▼ strong",
        "weight": "how far it moves the certainty score, from 0 to 1; any but the strongest of a statement counts half",
        "speaker": "whose word it is; a mark in a reporting clause, such as “claimed”, is the writer’s",
        "in numbers": "what readers say of the words, or of the phrase that is named, which in our judgement means "
        "the same; then the band of an official scale, with the scale’s own word",
        "rule": "why these words are a mark",
    }
    name, caption = f"{article.about.article_id}-certainty", "Marks of certainty, in the order of the text"
    return _table("a-marks", show_table(table, name, caption, meanings)) + _sources(marks)


def _sources(marks: pd.DataFrame) -> str:
    """Where the numbers of the probabilities come from, each source once."""
    found = marks.loc[marks["source"] != "", ["source", "n"]].drop_duplicates()
    items = "".join(
        f"<li>{escape(row.source)}{f', {row.n:,.0f} readers' if row.n == row.n else ''}</li>"
        for row in rows_of(found)
    )
    lead = '<p class="small">What readers say is from:</p>'
    return f'{lead}\n<ul class="small">{items}</ul>\n' if items else ""


def _in_context(row: Any, text: str) -> str:
    """The words of a row between those before and after it, with or without spaces as in the text."""
    left = " " if text[row.start - 1 : row.start].isspace() else ""
    right = " " if text[row.end : row.end + 1].isspace() else ""
    return f"{row.before}{left}{' '.join(row.text.split())}{right}{row.after}"


def _issues(reading: Any) -> str:
    counted = outside_names(reading.issues)
    if counted.empty:
        return "<p>The text names no issue of the codebook.</p>\n"
    frame = kwic(counted, reading.articles, 45).reset_index(drop=True)
    table = pd.DataFrame(
        {
            "issue": frame["issue"],
            "topic": frame["topic"],
            "before": frame["before"],
            "words": [" ".join(text.split()) for text in frame["text"]],
            "after": frame["after"],
            "speaker": _voiced(frame),
            "pattern": [_why(*pair) for pair in cells_of(frame, "pattern", "corrected")],
        }
    )
    meanings = {
        "issue": "the issue of the codebook",
        "before": "the text before the words",
        "words": "the words that name the issue",
        "pattern": "the row of the codebook that found them",
    }
    name, caption = f"{reading.articles['article_id'].iloc[0]}-issues", "Mentions of issues, in the order of the text"
    return _table("a-issues", show_table(table, name, caption, meanings))


def _table(kind: str, table: Shown) -> str:
    return f'<div class="a-table {kind}">{table.markup}</div>\n'


def _voiced(frame: pd.DataFrame) -> list[str]:
    """The speaker and the voice of each row."""
    return [voiced(speaker_name(name), voice) for name, voice in cells_of(frame, "speaker", "voice")]
