"""The page of an article: what is in it at a glance, its text annotated in place, and the tables of what was found."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from sourcereading.annotation import MEANINGS, VOICES, Article, annotated_text
from sourcereading.corrected import CORRECTED, corrections_note, corrections_table
from sourcereading.display import escape, show_table
from sourcereading.page import TEMPLATES, page
from sourcereading.sentiment import signed
from sourcereading.summaries import in_context, tone_by, without_frames, words_by
from sourcereading.tables import UNATTRIBUTED, WRITER
from sourcereading.telling import (
    HEDGES,
    SYMBOLS,
    TYPES,
    article_name,
    count,
    in_body,
    joined,
    range_lines,
    reported,
    speaker_name,
)

NOT_KNOWN = '<span class="soft">not known</span>'
_SHOWN = 4
_ISSUES = 8
_ROWS = 30

_CONTENTS = (
    ("glance", "At a glance"),
    ("text", "The text, annotated"),
    ("claims", "Who says what"),
    ("marks", "Words of certainty"),
    ("issues", "Issues in their context"),
)


@cache
def _style() -> str:
    return (TEMPLATES / "article.css").read_text(encoding="utf-8")


def annotated(reading: Any, article_id: str) -> str:
    """The annotated text of an article as an HTML fragment, for a page of one's own.

    Its style is ``templates/article.css``. Everything that is not the article's own words has the class ``x``.

    Parameters
    ----------
    reading : a Reading.
    article_id : an ``article_id`` of its table ``articles``.
    """
    return annotated_text(Article.of(reading, article_id), linked=False)


def article_page(reading: Any, article_id: str) -> str:
    """The whole HTML page of an article: self-contained, without script, to be kept in ``articles/``.

    Parameters
    ----------
    reading : a Reading.
    article_id : an ``article_id`` of its table ``articles``.
    """
    article = Article.of(reading, article_id)
    part = _Part(reading, article_id)
    title = article_name(article.about)
    corrected = _corrected(part)
    body = (
        f"<h1><bdi>{escape(title)}</bdi></h1>\n{_facts(article.about)}{corrections_note(part.changes)}"
        f'<h2 id="glance">At a glance</h2>\n{_glance(part, article)}'
        f'<h2 id="text">The text, annotated</h2>\n{_legend(article)}{annotated_text(article)}'
        f'<h2 id="claims">Who says what</h2>\n{_claims(part, article)}'
        f'<h2 id="marks">Words of certainty</h2>\n{_marks(part)}'
        f'<h2 id="issues">Issues in their context</h2>\n{_issues(part)}{corrected}'
    )
    contents = (*_CONTENTS, ("corrections", CORRECTED)) if corrected else _CONTENTS
    return page(title, body, contents, home="../index.html", extra_style=_style())


class _Part:
    """The rows of one article in the tables that are summed up."""

    def __init__(self, reading: Any, article_id: str) -> None:
        def rows(table: pd.DataFrame) -> pd.DataFrame:
            return table[table["article_id"] == article_id].reset_index(drop=True)

        self.articles = rows(reading.articles)
        self.sentences = rows(reading.sentences)
        self.statements = rows(reading.statements)
        self.certainty = rows(reading.certainty)
        self.issues = rows(reading.issues)
        self.sentiment = rows(reading.sentiment)
        self.changes = rows(reading.changes)
        self.body = in_body(self.statements, self.sentences)


def _corrected(part: _Part) -> str:
    """The corrections of the article, with its heading; "" where there are none."""
    if not len(part.changes):
        return ""
    shown = corrections_table(part.changes, f"{part.articles['article_id'].iloc[0]}-corrections")
    return f'<h2 id="corrections">{CORRECTED}</h2>\n{shown}'


def _facts(about: Any) -> str:
    rights = escape(about.rights) if about.rights else f"{NOT_KNOWN}; ask before you pass the text on"
    facts = [
        ("Outlet", escape(about.outlet) or NOT_KNOWN),
        ("Date", escape(about.date) or NOT_KNOWN),
        ("Address", escape(about.url) or NOT_KNOWN),
        ("Rights", rights),
        ("File", escape(about.file) or NOT_KNOWN),
        ("Length", f"{count(about.words, 'word')} in {count(about.sentences, 'sentence')}"),
    ]
    items = "".join(f"<dt>{name}</dt><dd><bdi>{value}</bdi></dd>" for name, value in facts)
    return f'<dl class="facts">{items}</dl>\n'


# --- At a glance -------------------------------------------------------------------------------------------


def _glance(part: _Part, article: Article) -> str:
    cards = (
        ("Who speaks", _who(part)),
        ("How sure", _how_sure(part, article)),
        ("About what", _about(part)),
        ("In what tone", _tone(part)),
    )
    return '<div class="a-glance">' + "".join(
        f"<section><h3>{title}</h3>{body}</section>" for title, body in cards
    ) + "</div>\n"  # fmt: skip


def _who(part: _Part) -> str:
    words = words_by(part.body)
    frames = int(part.body.loc[part.body["frame_of"] != "", "words"].sum())
    everything = int(words["words"].sum()) + frames
    if not everything:
        return "<p>The text has no words.</p>"
    totals = words[words["speaker"] != WRITER].pivot_table(
        index="speaker", columns="voice", values="words", aggfunc="sum", fill_value=0
    )
    totals = totals.reindex(columns=["direct", "indirect"], fill_value=0).astype("int64")
    totals = totals.assign(all=totals.sum(axis=1)).sort_values("all", ascending=False, kind="stable")
    own = int(words.loc[words["speaker"] == WRITER, "words"].sum())
    bars = "".join(
        _bar(speaker_name(name), {"direct": direct, "indirect": indirect}, _voices(direct, indirect), everything)
        for name, direct, indirect, _ in totals.head(_SHOWN).itertuples()
    )
    said = f"{frames} of them in frames (“… said”)" if frames else ""
    bars += _bar("the writer", {"writer": own + frames}, said, everything)
    rest = totals.iloc[_SHOWN:]
    others = f"{count(len(rest), 'more speaker')} with {count(rest['all'].sum(), 'word')}"
    more = f"<p>And {others}.</p>" if len(rest) else ""
    nobody = "<p>Nobody is quoted or reported.</p>" if not len(totals) else ""
    return f'{nobody}<ul class="a-bars">{bars}</ul>{more}'


def _voices(direct: int, indirect: int) -> str:
    return ", ".join(f"{number} {name}" for number, name in ((direct, "quoted"), (indirect, "reported")) if number)


def _bar(name: str, words: dict[str, int], said: str, whole: int) -> str:
    pieces = "".join(
        f'<span class="a-bar-{kind}" style="width:{100 * number / whole:.1f}%"></span>'
        for kind, number in words.items()
        if number
    )
    total = count(sum(words.values()), "word")
    return (
        f"<li><b><bdi>{escape(name)}</bdi></b> {': '.join(filter(None, (total, said)))}"
        f'<span class="a-bar" aria-hidden="true">{pieces}</span></li>'
    )


def _how_sure(part: _Part, article: Article) -> str:
    marks = part.certainty
    if not len(marks):
        return "<p>No word lowers, raises or shifts certainty that the reading knows of.</p>"
    hedges = int(marks["direction"].isin(HEDGES).sum())
    raises = int((marks["direction"] == "raises").sum())
    counts = marks["direction"].value_counts()
    items = "".join(
        f'<li><span class="a-sign a-{direction}">{sign}</span> {counts[direction]} '
        f"{_meaning(direction, int(counts[direction]))}</li>"
        for direction, sign in SYMBOLS.items()
        if direction in counts
    )
    statements = joined(part.body[part.body["certainty_score"].notna()], part.articles)
    low = statements[statements["certainty_level"] == "low"]
    lead = f"<p>{count(hedges, 'mark')} that hedge{'s' if hedges == 1 else ''}, {raises} that "
    lead += f"raise{'s' if raises == 1 else ''} certainty."
    if len(low):
        number = article.numbers.get(low.sort_values("certainty_score", kind="stable")["statement_id"].iloc[0])
        link = f' (<a href="#claim-{number}">the most doubtful</a>)' if number else ""
        lead += f" {count(len(low), 'statement')} of {len(statements)} put with much doubt{link}."
    return f'{lead}</p><ul class="a-line">{items}</ul>'


def _meaning(direction: str, number: int) -> str:
    verb, _, rest = MEANINGS[direction].partition(" ")
    return f"{verb} {rest}" if number == 1 else f"{verb.removesuffix('s')} {rest}"


def _about(part: _Part) -> str:
    counts = part.issues["issue"].value_counts(sort=False)
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not found:
        return "<p>The text names no issue of the codebook.</p>"
    shown, rest = found[:_ISSUES], found[_ISSUES:]
    items = "".join(f"<li><b>{escape(issue)}</b> {number}</li>" for issue, number in shown)
    lead = f"<p>{count(len(part.issues), 'mention')} of {count(len(found), 'issue')}:</p>"
    total = sum(number for _, number in rest)
    more = f"<p>And {count(len(rest), 'more issue')} with {count(total, 'mention')}.</p>" if rest else ""
    return f'{lead}<ul class="a-line">{items}</ul>{more}'


def _tone(part: _Part) -> str:
    scored = part.sentiment[part.sentiment["target"] == ""]
    tone = tone_by(without_frames(scored, part.statements))
    stretches, known = int(tone["stretches"].sum()), int(tone["with_evidence"].sum())
    if not stretches:
        return "<p>There is nothing to score.</p>"
    verb = "holds" if known == 1 else "hold"
    lead = f"<p>{known} of {count(stretches, 'stretch', 'stretches')} {verb} a word that the scorer knows; "
    lead += "the others give no evidence, which is not neutral.</p>"
    means = tone[tone["low"].notna()]
    if not len(means):
        return f"{lead}<p>Too few of any speaker for a mean.</p>"
    items = "".join(
        f"<li><b><bdi>{escape(speaker_name(row.speaker))}</bdi></b>"
        f"{f', {VOICES[row.voice]}' if row.voice in ('direct', 'indirect') else ''}: mean {signed(row.mean)}, "
        f"95\xa0% interval {signed(row.low)} to {signed(row.high)}: {_leaning(row)}</li>"
        for row in means.head(_SHOWN).itertuples(index=False)
    )
    return f"{lead}<ul>{items}</ul>"


def _leaning(row: Any) -> str:
    if row.low <= 0 <= row.high:
        return "cannot be told from zero"
    return "leans positive" if row.low > 0 else "leans negative"


# --- The legend --------------------------------------------------------------------------------------------


def _legend(article: Article) -> str:
    """How to read the text, and switches that hide what a reader does not want to see."""
    switches = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {label}</label>'
        for key, label in (("voices", "voices"), ("certainty", "certainty"), ("issues", "issues"))
    )
    used = {row.voice for row in article.statements if row.frame_of == ""}
    voices = "".join(
        f'<li><span class="a-{voice}">{said}</span></li>'
        for voice, said in (
            ("direct", "quoted"), ("mixed", "reported, partly quoted"), ("indirect", "reported in the writer’s words"),
        )
        if voice in used
    )  # fmt: skip
    voices += '<li><span class="a-frame">“… said”: the frame</span></li><li>the writer’s own words: plain</li>'
    found = {row.direction for row in article.marks}
    marks = "".join(
        f'<li><span class="a-sign a-{direction}">{sign}</span> {MEANINGS[direction]}</li>'
        for direction, sign in SYMBOLS.items()
        if direction in found
    )
    signs = f'<ul class="a-signs">{marks}</ul>' if marks else ""
    press = " Press a sign to see whose mark it is, and why it is one." if marks else ""
    return (
        f'<fieldset class="a-switches"><legend>Show</legend>{switches}</fieldset>\n'
        f'<div class="a-legend"><ul>{voices}</ul>{signs}'
        f"<p>A label opens each statement where the speaker or the voice changes; it leads to the list of statements "
        f"below.{press} Issues stand beside the paragraph that names them.</p></div>\n"
    )


# --- The tables --------------------------------------------------------------------------------------------


def _claims(part: _Part, article: Article) -> str:
    claims = reported(part.statements, part.articles)
    if not len(claims):
        return "<p>Nobody is quoted or reported: every word is the writer’s own.</p>\n"
    speakers = claims.set_index("statement_id")["speaker"].to_dict()
    marks = without_frames(part.certainty, part.statements)
    signs: dict[str, list[str]] = {}
    for row in marks.itertuples(index=False):
        signs.setdefault(row.statement_id, []).append(f"{SYMBOLS.get(row.direction, '')} {row.text}")
    issues = part.issues.groupby("statement_id")["issue"].agg(lambda names: ", ".join(dict.fromkeys(names))).to_dict()
    rows = [
        (
            str(article.numbers[row.statement_id]),  # text, so that it is shown as the row's header
            speaker_name(row.speaker),
            _through(row, speakers),
            VOICES.get(row.voice, row.voice),
            row.text,
            "; ".join(signs.get(row.statement_id, [])),
            row.certainty_level,
            row.certainty_score,
            issues.get(row.statement_id, ""),
            _why(row.rule, row.corrected),
        )
        for row in claims.itertuples(index=False)
    ]
    columns = ["no.", "speaker", "through whom", "voice", "words", "marks", "how sure", "score", "issues", "rule"]
    frame = pd.DataFrame(rows, columns=columns).set_index("no.")
    named = {*speakers.values()} - {UNATTRIBUTED}
    lead = f"<p>{count(len(claims), 'statement')} of {count(len(named), 'speaker')}, in the order of the text.</p>\n"
    shown = show_table(
        frame, f"{article.about.article_id}-statements", "Statements, in the order of the text",
        {
            "speaker": "whose statement it is, by the name the article gives in full",
            "through whom": "who hands it on: the speaker in whose statement it stands; to whom it was said",
            "voice": "quoted: in quotation marks; reported: in the writer’s words",
            "words": "the statement as it stands; … where something else comes between",
            "marks": "its own words of certainty",
            "how sure": "low, middle or high, from the score",
            "score": "0 to 1: a base, moved by each mark",
            "issues": "the issues it names",
            "rule": "why it was read as a statement of this speaker",
        },
        max_rows=_ROWS,
    ).markup  # fmt: skip
    for number in frame.index:
        shown = shown.replace(
            f'<th scope="row">{number}</th>', f'<th scope="row" id="claim-{number}">{number}</th>', 1
        )  # fmt: skip
    return lead + shown


def _why(rule: str, corrected: str) -> str:
    """Why something was read as it was; where a reader has corrected it, that comes first."""
    return f"corrected by {corrected}" if corrected else rule


def _through(row: Any, speakers: dict[str, str]) -> str:
    """The chain of a statement: who reports it, and to whom it was said."""
    parts = []
    if row.parent_id:
        parts.append(speaker_name(speakers.get(row.parent_id, "")))
    if row.addressee:
        parts.append(f"said to {' '.join(row.addressee.split())}")
    return "; ".join(parts)


def _marks(part: _Part) -> str:
    marks = part.certainty
    if not len(marks):
        return "<p>The text has no word of certainty that the reading knows of.</p>\n"
    frame = in_context(marks, part.articles, 40)
    table = pd.DataFrame(
        {
            "mark": [f"{SYMBOLS.get(row.direction, '')} {' '.join(row.text.split())}" for row in marks.itertuples()],
            "kind": [TYPES.get(kind, kind) for kind in marks["type"]],
            "direction": marks["direction"],
            "whose": [speaker_name(name) for name in marks["speaker"]],
            "voice": [VOICES.get(voice, voice) for voice in marks["voice"]],
            "in context": [
                " ".join([*row.before.split(), *row.text.split(), *row.after.split()]) for row in frame.itertuples()
            ],
            "in numbers": ["; ".join(range_lines(row)) if row.basis else "" for row in marks.itertuples()],
            "rule": [_why(row.rule, row.corrected) for row in marks.itertuples()],
        }
    )
    meanings = {
        "mark": "the words as they stand, after the sign of their direction",
        "direction": "what they do to the certainty of what is said",
        "whose": "who puts it so; a mark in a frame, such as “claimed”, is the writer’s",
        "in numbers": "what readers understand by a probability, and the band of an official scale",
        "rule": "why these words are a mark",
    }
    name = f"{part.articles['article_id'].iloc[0]}-certainty"
    return show_table(table, name, "Words of certainty, in the order of the text", meanings, max_rows=_ROWS).markup


def _issues(part: _Part) -> str:
    if not len(part.issues):
        return "<p>The text names no issue of the codebook.</p>\n"
    frame = in_context(part.issues, part.articles, 45)
    table = pd.DataFrame(
        {
            "issue": frame["issue"],
            "topic": frame["topic"],
            "before": frame["before"],
            "words": [" ".join(text.split()) for text in frame["text"]],
            "after": frame["after"],
            "whose": [speaker_name(name) for name in frame["speaker"]],
            "voice": [VOICES.get(voice, voice) for voice in frame["voice"]],
            "pattern": [_why(row.pattern, row.corrected) for row in frame.itertuples()],
        }
    )
    meanings = {
        "issue": "the issue of the codebook",
        "before": "what stands before the words",
        "words": "the words that name the issue",
        "pattern": "the entry of the codebook (data/lexicons/issues.csv) that found them",
    }
    name = f"{part.articles['article_id'].iloc[0]}-issues"
    return show_table(table, name, "Mentions of issues, in the order of the text", meanings, max_rows=_ROWS).markup
