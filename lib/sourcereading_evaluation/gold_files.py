"""Gold files: texts annotated by hand, read and checked.

A gold file has one JSON object per line with ``id``, ``text`` and marks. The project's own answer keys in
``data/gold`` hold no text but name its file. Where the text is what is found on a web page, a key has the words of
a statement ("content_text") in place of offsets; ``places_of_words`` looks for them.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sourcereading.text.articles import read_articles
from sourcereading.text.paths import data_path, expanded, project_path
from sourcereading_evaluation import scoring
from sourcereading_evaluation.matching import Row, speakers_of
from sourcereading_evaluation.places_of_words import placed

_LABELS: dict[str, tuple[Any, ...]] = {"certainty": ("hedged", "certain"), "sentiment": scoring.TONES}
_MARK = frozenset(("start", "end", "type", "owner", "voice", "borderline"))


class _GoldRow(dict):
    """A row of a gold file that knows its file and line."""

    where = ""


def gold_rows(path: str | Path, absent: bool = False) -> list[Row]:
    """The rows of a gold file, each with its text.

    A row without "text" but with "file" gets the text of that file (and its "title", where the folder's ``sources.csv``
    gives one); the path is taken from the project's folder, and the file must have the row's "sha256" where there is
    one. With ``absent`` a row is left out where its file is not there. A ValueError for a file that is not UTF-8, or a
    row that cannot be used, names file, line and remedy.
    """
    path = expanded(path)
    if path.is_dir():
        raise ValueError(f"{path} is a folder; name a gold file (.jsonl)")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from None
    rows: list[Row] = []
    lines: dict[Any, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        row = _parsed(line, where)
        if row["id"] in lines:
            raise ValueError(f"{where}: the id {row['id']!r} is on line {lines[row['id']]}, too; make it unique")
        lines[row["id"]] = number
        if absent and "text" not in row and not project_path(str(row["file"])).is_file():
            continue
        if "text" not in row:
            row |= _text_of(row, where)
        if not isinstance(row["text"], str):
            raise ValueError(f"{where}: the text of {row['id']!r} is not text; write it between double quotes")
        if "attributions" in row:
            row["attributions"] = placed(row["text"], row["attributions"])
        row = _GoldRow(row)
        row.where = f"{where}, "
        rows.append(row)
    if not lines:
        raise ValueError(f"{path}: no rows; one JSON object per line, with id and text")
    return rows


def _parsed(line: str, where: str) -> Row:
    """The object in a line, with an id, and a text or a file."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: not JSON ({error}); one object per line") from None
    if not isinstance(row, dict) or "id" not in row or not {"text", "file"} & row.keys():
        raise ValueError(f"{where}: needs an object with id and text (or id and file)")
    if not isinstance(row["id"], str | int):
        raise ValueError(f"{where}: the id {row['id']!r} is neither text nor a whole number; write one")
    return row


def _text_of(row: Row, where: str) -> Row:
    """Text, title, outlet and layout of the article that a row names."""
    file = project_path(str(row["file"]))
    if not file.is_file():
        raise ValueError(f"{where}: no file {file}; restore it, or put the text into the row")
    if row.get("sha256") and hashlib.sha256(file.read_bytes()).hexdigest() != row["sha256"]:
        raise ValueError(f"{where}: {file} is not the file that was annotated (its sha256 is different); restore it")
    intake = read_articles(file)
    if not intake.articles:
        raise ValueError(f"{where}: {file} cannot be read: {intake.problems[0].reason}")
    return {name: getattr(intake.articles[0], name) for name in ("text", "title", "outlet", "layout")}


@cache
def keys(name: str) -> tuple[Row, ...]:
    """The project's own answer key ``data/gold/NAME.jsonl``: "attribution", "certainty" or "issues".

    Its rows are of articles that are here: an installed package has no seed article.
    """
    return tuple(gold_rows(data_path("gold", f"{name}.jsonl"), absent=True))


def checked(gold: Sequence[Row], what: str, *names: str) -> None:
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
            raise ValueError(f"{name}: the pair {row['pair']!r} is neither text nor a whole number; write one")
        _check_label(row, _LABELS.get(what), name)


def _attribution_spans(row: Row, name: str) -> list[Any]:
    """All spans of the attributions of a row, after a look at what else they hold."""
    spans: list[Any] = []
    for item in _list(row, "attributions", name):
        if not isinstance(item, dict) or not (_list(item, "content", name) or _list(item, "content_text", name)):
            raise ValueError(f"{name}: an attribution without content; give its spans as [[start, end], …]")
        _text(item, "source_text", name)
        if not all(isinstance(who, str) for who in speakers_of(item)):
            raise ValueError(f"{name}: speaker is {item['speaker']!r}; write a name, or a list of names")
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
