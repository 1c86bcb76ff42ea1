"""The reading compared with texts annotated by hand ("gold"): gold files in, predictions and figures out.

A gold file has one JSON object per line with ``id``, ``text`` and marks. The project's own answer keys in
``data/gold`` hold no text but name its file. How figures are made is in ``scoring``; here the
texts are read, by the same stages as in ``reading``, and what was read is put in the gold file's format.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from sourcereading import certainty as certainty_marks
from sourcereading.attribution.statements import attribute
from sourcereading.attribution.voices import WRITER
from sourcereading.reading.reading import analyse
from sourcereading.reading.schema import SCHEMAS
from sourcereading.sentiment import news_scorer
from sourcereading.sentiment import scores as tone
from sourcereading.text.articles import read_articles
from sourcereading.text.paths import ROOT, data_path, expanded
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import sentences, tokens
from sourcereading_evaluation import scoring
from sourcereading_evaluation.scoring import Figures, Row

_LABELS: dict[str, tuple[Any, ...]] = {"certainty": ("hedged", "certain"), "sentiment": scoring.TONES}
_MARK = frozenset(("start", "end", "type", "owner", "voice", "borderline"))
_RAISES = "raises"
_GAP = re.compile(r"[^\w\n]*")


class _GoldRow(dict):
    """A row of a gold file that knows its file and line."""

    where = ""


# -- gold files ------------------------------------------------------------------------------------------------


def gold_rows(path: str | Path) -> list[Row]:
    """The rows of a gold file, each with its text.

    A row without "text" but with "file" gets the text of that file (and its "title", where the folder's
    ``sources.csv`` gives one); the path is taken from the project's folder, and the file must have the row's
    "sha256" where there is one.

    Raises
    ------
    ValueError : the file is not UTF-8 or has a row that cannot be used; the message names file, line and remedy.
    """
    path = expanded(path)
    if path.is_dir():
        raise ValueError(f"{path} is a folder; name a gold file (.jsonl)")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{path}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        ) from None
    rows: list[Row] = []
    lines: dict[Any, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError(f"{where}: not JSON ({error}); one object per line") from None
        if not isinstance(row, dict) or "id" not in row or not {"text", "file"} & row.keys():
            raise ValueError(f"{where}: needs an object with id and text (or id and file)")
        if not isinstance(row["id"], str | int):
            raise ValueError(f"{where}: the id {row['id']!r} is neither text nor a whole number; write one")
        if row["id"] in lines:
            raise ValueError(
                f"{where}: the id {row['id']!r} is on line {lines[row['id']]}, too; make it unique"
            )
        lines[row["id"]] = number
        if "text" not in row:
            row |= _text_of(row, where)
        if not isinstance(row["text"], str):
            raise ValueError(f"{where}: the text of {row['id']!r} is not text; write it between double quotes")
        row = _GoldRow(row)
        row.where = f"{where}, "
        rows.append(row)
    if not rows:
        raise ValueError(f"{path}: no rows; one JSON object per line, with id and text")
    return rows


def _text_of(row: Row, where: str) -> Row:
    """Text and title of the article that a row names."""
    file = ROOT / str(row["file"])
    if not file.is_file():
        raise ValueError(f"{where}: no file {file}; restore it, or put the text into the row")
    if row.get("sha256") and hashlib.sha256(file.read_bytes()).hexdigest() != row["sha256"]:
        raise ValueError(f"{where}: {file} is not the file that was annotated (its sha256 is different); restore it")
    intake = read_articles(file)
    if not intake.articles:
        raise ValueError(f"{where}: {file} cannot be read: {intake.problems[0].reason}")
    return {"text": intake.articles[0].text, "title": intake.articles[0].title}


def keys(name: str) -> list[Row]:
    """The project's own answer key ``data/gold/NAME.jsonl``: "attribution", "certainty" or "issues"."""
    return gold_rows(data_path("gold", f"{name}.jsonl"))


def _checked(gold: Sequence[Row], what: str, *names: str) -> None:
    """Stops at the first row that has none of the marks that are to be scored, or has one that cannot be."""
    for row in gold:
        name = f"{getattr(row, 'where', '')}row {row['id']!r}"
        if not any(mark in row for mark in names):
            raise ValueError(f"{name}: no {' or '.join(names)}; {what} is compared with that")
        _text(row, "title", name)
        spans = [*_list(row, "cues", name), *_attribution_spans(row, name)]
        spans += [row["target"]] if row.get("target") is not None else []
        _check_speakers(row, name)
        _check_spans(row, [*spans, *_mark_spans(row, name)], name)
        score = row.get("score", 0)
        if isinstance(score, bool) or not isinstance(score, int | float) or not math.isfinite(score):
            raise ValueError(f"{name}: the score {score!r} is not a number; write one")
        if not isinstance(row.get("pair", ""), str | int):
            raise ValueError(
                f"{name}: the pair {row['pair']!r} is neither text nor a whole number; write one"
            )
        _check_label(row, _LABELS.get(what), name)


def _attribution_spans(row: Row, name: str) -> list[Any]:
    """All spans of the attributions of a row, after a look at what else they hold."""
    spans: list[Any] = []
    for item in _list(row, "attributions", name):
        if not isinstance(item, dict) or not _list(item, "content", name):
            raise ValueError(f"{name}: an attribution without content; give its spans as [[start, end], …]")
        for key in ("source_text", "speaker"):
            _text(item, key, name)
        if item.get("kind") is not None and item["kind"] not in scoring.KINDS:
            kinds = ", ".join(scoring.KINDS)
            raise ValueError(f"{name}: the kind {item['kind']!r} is not one of {kinds}; write one of these")
        spans += [*item["content"], *_list(item, "cue_spans", name)]
        spans += [item[key] for key in ("source", "cue") if item.get(key) is not None]
    return spans


def _check_speakers(row: Row, name: str) -> None:
    for who in _list(row, "speakers", name):
        if not isinstance(who, dict) or not isinstance(who.get("speaker"), str):
            raise ValueError(f"{name}: one of its speakers has no “speaker”; write the name as text")
        if not all(isinstance(alias, str) for alias in _list(who, "aliases", name)):
            raise ValueError(f"{name}: an alias of {who['speaker']!r} is not text; write it as text")


def _mark_spans(row: Row, name: str) -> list[Any]:
    """The spans of the marks of a row, after a look at what else they hold."""
    marks = _list(row, "marks", name)
    for mark in marks:
        if not isinstance(mark, dict) or _MARK - mark.keys():
            raise ValueError(f"{name}: a mark needs {', '.join(sorted(_MARK))}; add what is missing")
        for key in ("type", "owner", "voice"):
            _text(mark, key, name, needed=True)
        if not isinstance(mark["borderline"], bool):
            raise ValueError(f"{name}: borderline is {mark['borderline']!r}; write true or false")
    return [[mark["start"], mark["end"]] for mark in marks]


def _check_spans(row: Row, spans: Sequence[Any], name: str) -> None:
    length = len(row["text"])
    for span in spans:
        whole = isinstance(span, list) and [type(point) for point in span] == [int, int]
        if not whole or not 0 <= span[0] <= span[1] <= length:
            raise ValueError(
                f"{name}: {span!r} is not a [start, end] within the text of {length:,} characters; correct it"
            )


def _check_label(row: Row, allowed: tuple[Any, ...] | None, name: str) -> None:
    if allowed and "label" in row and (isinstance(row["label"], bool) or row["label"] not in allowed):
        labels = ", ".join(map(str, allowed))
        raise ValueError(f"{name}: the label {row['label']!r} is not one of {labels}; write one of these")


def _text(row: Row, key: str, name: str, needed: bool = False) -> None:
    if not isinstance(row.get(key), str) and (needed or row.get(key) is not None):
        raise ValueError(f"{name}: {key} is {row.get(key)!r}, not text; write it between double quotes")


def _list(row: Row, key: str, name: str) -> list[Any]:
    value = row.get(key) or []
    if not isinstance(value, list):
        raise ValueError(f"{name}: {key} is {value!r}; write a list")
    return value


# -- attribution -----------------------------------------------------------------------------------------------


def attribution(gold: Sequence[Row], flat: bool = False) -> tuple[Figures, list[Row]]:
    """Reads the texts of gold rows and scores who says what.

    Returns the figures of ``scoring.attribution`` and the predictions in the gold file's format: nested
    statements too (with the id of the one around them as "parent"), the source in the words of the text, the
    resolved name as "speaker"; the article's own voice and reporting clauses are no predictions.

    Parameters
    ----------
    gold : rows with "text" and "attributions" (``gold_rows``).
    flat : score outermost statements only; the predictions stay the same.
    """
    _checked(gold, "attribution", "attributions")
    predictions, words = [], 0
    for row in gold:
        found, count = _attributions(row["text"], str(row.get("title") or ""))
        predictions.append({"id": row["id"], "attributions": found})
        words += count
    figures = scoring.attribution(gold, {row["id"]: row["attributions"] for row in predictions}, flat)
    figures["n"]["words"] = words
    return figures, predictions


def _attributions(text: str, title: str) -> tuple[list[Row], int]:
    """The statements of a text in the gold format, and its words."""
    found = sentences(text, title)
    made: dict[int, Row] = {}
    for row in attribute(text, found, quotations(text, found)).rows:
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
                "speaker": row.speaker,
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
    whole reading, with "marks" that have an owner and a voice.

    Parameters
    ----------
    gold : rows with "text" and any of "label", "cues", "score", "marks" (``gold_rows``).
    approximators : count a text as hedged also when its marks are approximations only.
    """
    _checked(gold, "certainty", "label", "cues", "score", "marks")
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
    marks = [mark for mark, _ in found]
    cues = [mark for mark in marks if mark.direction != _RAISES]
    prediction = {
        "id": row["id"],
        "label": "hedged" if certainty_marks.hedged(marks, approximators) else "certain",
        "cues": [[mark.start, mark.end] for mark in cues],
        "types": [mark.type for mark in cues],
        "directions": [mark.direction for mark in cues],
        "raises": [[mark.start, mark.end] for mark in marks if mark.direction == _RAISES],
        "score": certainty_marks.score(certainty_marks.weight(mark, tokens) for mark, tokens in found),
    }
    return prediction if owned is None else prediction | {"marks": owned}


def _owned_marks(name: Any, text: str, title: str) -> list[Row]:
    """The rows of the table ``certainty``, which knows whose a mark is, as the keys write them."""
    about = dict.fromkeys(SCHEMAS["articles"], "") | {
        "article_id": str(name),
        "title": title,
        "text": text,
    }
    found = analyse(pd.DataFrame([about]))["certainty"].rename(columns={"speaker": "owner"})
    return found[["start", "end", "text", "type", "direction", "owner", "voice"]].to_dict("records")


# -- sentiment -------------------------------------------------------------------------------------------------


def sentiment(gold: Sequence[Row]) -> tuple[Figures, list[Row]]:
    """Scores the tone that the news scorer finds toward the target of each row (of the whole text, where the row has
    none), beside TextBlob's of the whole text.

    Returns the figures of ``scoring.sentiment`` for the news scorer ("tones") and for TextBlob ("textblob"), and how
    often the news scorer is right where it does not abstain ("sure"); and the predictions with "label" -1, 0 or 1 (the
    likeliest tone, also where it abstains), "sure", "words", and "textblob", the label by the sign of the polarity
    rounded to 0.00. A text without a word that a scorer knows is neutral. A wider band of neutral for TextBlob was
    tried on NewsMTSC's training part (8,673 sentences): macro-F1 falls from 42.9 to 42.2 at 0.05, 40.7 at 0.1.

    Parameters
    ----------
    gold : rows with "text" and "label" -1, 0 or 1 (``gold_rows``), and any with "target" [start, end].
    """
    _checked(gold, "sentiment", "label")
    predictions = [_tones(row) for row in gold]
    figures = scoring.sentiment(gold, {row["id"]: row["label"] for row in predictions})
    sure = {row["id"]: row["label"] for row in predictions if row["sure"]}
    right = sum(sure.get(row["id"]) == row["label"] for row in gold)
    figures["sure"] = {
        "answered": {"texts": len(sure), "share": scoring.percent(len(sure), len(gold))},
        "right": {"texts": right, "share": scoring.percent(right, len(sure))},
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
    """Figures as aligned lines: what was measured on what and how many, then each table.

    Parameters
    ----------
    figures : as the functions above return them.
    source : the gold file's name.
    """
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
    columns = list(dict.fromkeys(column for row in table.values() for column in row))
    groups = [column.rpartition(" ")[0] if column.endswith(_TRIPLE) else "" for column in columns]
    heads = [column.removeprefix(f"{group} ") for column, group in zip(columns, groups, strict=True)]
    body = [[_cell(column, row.get(column)) for column in columns] for row in table.values()]
    widths = [max(6, *map(len, cells)) for cells in zip(heads, *body, strict=True)]
    first = max(map(len, (name, *table)))
    above, place, before = "", first, ""
    for group, width in zip(groups, widths, strict=True):
        above = above.ljust(place + 3) + group if group != before else above
        place, before = place + 2 + width, group
    if above.strip():
        yield above.rstrip()
    for key, cells in zip((name, *table), (heads, *body), strict=True):
        yield (
            key.ljust(first) + "".join(f"  {cell:>{w}}" for cell, w in zip(cells, widths, strict=True))
        ).rstrip()


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3f}" if column in _CORRELATIONS else f"{value:.1f}"
