"""The reading compared with texts annotated by hand: the rows of gold files in, predictions and figures out.

How figures are made is in ``scoring``; here the texts are read, by the same stages as in ``reading``, and what was
read is put in the gold file's format (``gold_files``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from sourcereading import certainty as certainty_marks
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import WRITER
from sourcereading.certainty.levels import NEARLY_CERTAIN, kind_of
from sourcereading.reading.reading import analyse
from sourcereading.reading.schema import SCHEMAS
from sourcereading.sentiment import news_scorer
from sourcereading.sentiment import scores as tone
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences, tokens
from sourcereading_evaluation import scoring
from sourcereading_evaluation.gold_files import checked
from sourcereading_evaluation.matching import Row
from sourcereading_evaluation.scoring import Figures

_RAISES = "raises"
_GAP = re.compile(r"[^\w\n]*")


# -- attribution -----------------------------------------------------------------------------------------------


def attribution(gold: Sequence[Row], flat: bool = False) -> tuple[Figures, list[Row]]:
    """Reads the texts of gold rows and scores who says what.

    Returns the figures of ``scoring.attribution``, where ``flat`` of outermost statements only, and the predictions in
    the gold file's format: nested statements too (with the id of the one around them as "parent"), the source in the
    words of the text, the resolved name as "speaker"; the article's own voice and reporting clauses are no predictions.
    """
    checked(gold, "attribution", "attributions")
    predictions, words = [], 0
    for row in gold:
        found, count = _attributions(row["text"], *(str(row.get(key) or "") for key in ("title", "outlet", "layout")))
        predictions.append({"id": row["id"], "attributions": found})
        words += count
    figures = scoring.attribution(gold, {row["id"]: row["attributions"] for row in predictions}, flat)
    figures["n"]["words"] = words
    return figures, predictions


def _attributions(text: str, title: str, outlet: str, layout: str) -> tuple[list[Row], int]:
    """The statements of a text in the gold format, and its words."""
    found = sentences(text, title, layout)
    made: dict[int, Row] = {}
    read = attribute(text, found, quotations(text, found), title=title, outlet=outlet)
    together = {speaker.name: list(speaker.members) for speaker in read.speakers if speaker.members}
    for row in read.rows:
        if row.reporting_clause_of >= 0 or row.speaker == WRITER:
            continue
        source = list(row.speaker_span) if row.speaker_span else None
        item = made.setdefault(
            row.statement,
            {
                "id": f"q{row.statement + 1}",
                "source": source,
                "source_text": text[slice(*source)] if source else None,
                "cue": list(row.cue) if row.cue else None,
                "content": [],
                "kind": row.voice,
                "speaker": together.get(row.speaker, row.speaker),
                "parent": f"q{row.parent + 1}" if row.parent >= 0 else None,
            },
        )
        content = item["content"]
        if content and _GAP.fullmatch(text, content[-1][1], row.start):
            content[-1][1] = row.end  # the next sentence of the same quotation: one span
        else:
            content.append([row.start, row.end])
    return list(made.values()), sum(token.is_word for sentence in found for token in sentence.tokens)


# -- certainty -------------------------------------------------------------------------------------------------


def certainty(gold: Sequence[Row], approximators: bool = False) -> tuple[Figures, list[Row]]:
    """Reads the texts of gold rows and scores how surely things are said.

    Returns the figures of ``scoring.certainty`` and the predictions: in "cues" the marks that lower, suspend,
    shift, scale or blur, with "types" and "directions"; in "raises" the spans of the others; "score" from 0 to
    1, higher is more certain. For a row with "marks" (an article of the project's keys) they come from the
    whole reading, with "marks" that have an owner and a voice. With ``approximators`` a text counts as hedged also when
    its marks are approximations only.
    """
    checked(gold, "certainty", "label", "cues", "score", "marks")
    predictions = [_certainty(row, approximators) for row in gold]
    figures = scoring.certainty(gold, {row["id"]: row for row in predictions})
    if approximators:
        figures["measured"] += ", approximators counted as hedges"
    return figures, predictions


def _certainty(row: Row, approximators: bool) -> Row:
    text, title = row["text"], str(row.get("title") or "")
    cut = sentences(text, title)
    found = [(mark, sentence.tokens) for sentence in cut for mark in certainty_marks.marks(sentence.tokens)]
    owned = _owned_marks(row["id"], text, title) if "marks" in row else None
    if owned is not None:  # an article: its headings and bylines have no marks
        kept = {(mark["start"], mark["end"]) for mark in owned}
        found = [(mark, tokens) for mark, tokens in found if (mark.start, mark.end) in kept]
    sure = [mark for mark, tokens in found if mark.direction == _RAISES or kind_of(mark, tokens) == NEARLY_CERTAIN]
    cues = [mark for mark, _ in found if mark not in sure]
    prediction = {
        "id": row["id"],
        "label": "hedged" if certainty_marks.hedged(cues, approximators) else "certain",
        "cues": [[mark.start, mark.end] for mark in cues],
        "types": [mark.type for mark in cues],
        "directions": [mark.direction for mark in cues],
        "raises": [[mark.start, mark.end] for mark in sure],
        "score": certainty_marks.score(certainty_marks.weight(mark, tokens) for mark, tokens in found),
    }
    return prediction if owned is None else prediction | {"marks": owned}


def _owned_marks(name: Any, text: str, title: str) -> list[Row]:
    """The rows of the table ``certainty``, which knows whose a mark is, as the keys write them."""
    about = dict.fromkeys(SCHEMAS["articles"], "") | {"article_id": str(name), "title": title, "text": text}
    found = analyse(pd.DataFrame([about]), scorers=())["certainty"].rename(columns={"speaker": "owner"})
    return found[["start", "end", "text", "type", "direction", "owner", "voice"]].to_dict("records")


# -- sentiment -------------------------------------------------------------------------------------------------


def sentiment(gold: Sequence[Row]) -> tuple[Figures, list[Row]]:
    """Scores the tone that the news scorer finds toward the target of each row (of the whole text, where the row has
    none), beside TextBlob's of the whole text. The rows have "text", "label" -1, 0 or 1 (``gold_rows``), and any of
    them "target" [start, end].

    Returns the figures of ``scoring.sentiment`` for the news scorer ("tones") and for TextBlob ("textblob"), and how
    often the news scorer gives a verdict and is right with it, in all and where it is not neutral ("sure"); and the
    predictions with "label" -1, 0 or 1 (the likeliest tone, also where it abstains), "sure", "words", and "textblob",
    the label by the sign of the polarity rounded to 0.00. A text without a word that a scorer knows is neutral. A wider
    band of neutral for TextBlob was tried on NewsMTSC's training part (8,673 sentences): macro-F1 falls from 42.9 to
    42.2 at 0.05, 40.7 at 0.1.
    """
    checked(gold, "sentiment", "label")
    predictions = [_tones(row) for row in gold]
    figures = scoring.sentiment(gold, {row["id"]: row["label"] for row in predictions})
    sure = {row["id"]: row["label"] for row in predictions if row["sure"]}
    right = sum(sure.get(row["id"]) == row["label"] for row in gold)
    shown = [row for row in gold if sure.get(row["id"])]
    agreed = sum(sure[row["id"]] == row["label"] for row in shown)
    figures["sure"] = {
        "answered": {"texts": len(sure), "share": scoring.percent(len(sure), len(gold))},
        "right": {"texts": right, "share": scoring.percent(right, len(sure))},
        "positive or negative": {"texts": len(shown), "share": scoring.percent(len(shown), len(gold))},
        "right of these": {"texts": agreed, "share": scoring.percent(agreed, len(shown))},
    }
    by_textblob = scoring.sentiment(gold, {row["id"]: row["textblob"] for row in predictions})
    figures["textblob"] = by_textblob["tones"]
    return figures, predictions


_LABEL_OF = {tone.NEGATIVE: -1, tone.NEUTRAL: 0, tone.POSITIVE: 1, "": 0}


def _tones(row: Row) -> Row:
    words, target = tokens(row["text"]), row.get("target")
    if target and not any(word.end > target[0] and word.start < target[1] for word in words):
        where = f"{getattr(row, 'where', '')}row {row['id']!r}"
        raise ValueError(f"{where}: there is no word at the target {target!r}; correct it")
    score = news_scorer.toward(words, [tuple(target)]) if target else news_scorer.stretch(words)
    return {
        "id": row["id"],
        "label": _LABEL_OF[score.tone],
        "sure": score.evidence,
        "words": score.words,
        "textblob": _LABEL_OF[tone.textblob(row["text"]).tone],
    }


# -- figures as lines ------------------------------------------------------------------------------------------

_CORRELATIONS = ("pearson", "spearman")
_TRIPLE = (" P", " R", " F1")


def lines(figures: Figures, source: str) -> Iterator[str]:
    """Figures as aligned lines: what was measured on what and how many, then each table."""
    counts = [
        f"{count:,} {name.removesuffix('s') if count == 1 else name}"
        for name, count in figures["n"].items()
        if count
    ]
    yield f"{figures['measured']}. Gold: {source} ({', '.join(counts)})"
    for name, table in figures.items():
        if name in ("measured", "n"):
            continue
        yield ""
        yield from _aligned(name, table)
    yield ""
    yield "Figures are in percent, except counts and correlations."


def _aligned(name: str, table: dict[str, dict[str, float]]) -> Iterator[str]:
    """A table; columns "exact P", "exact R", "exact F1" share one heading on the line above."""
    rows = [{column: _cell(column, value) for column, value in row.items()} for row in table.values()]
    frame = pd.DataFrame(rows, index=list(table)).fillna("")
    heads = [column.rpartition(" ")[::2] if column.endswith(_TRIPLE) else ("", column) for column in frame]
    frame.columns = pd.MultiIndex.from_tuples(heads, names=["", name])
    found = [line.rstrip() for line in frame.to_string(col_space=6).splitlines()]
    yield from found if any(group for group, _ in heads) else found[1:]


def _cell(column: str, value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if column in _CORRELATIONS else f"{value:.1f}"
