"""An article's statements and marks as W3C Web Annotations (JSON-LD), for other annotation tools.

One ``AnnotationPage`` per article, after https://www.w3.org/TR/annotation-model/. A statement has a target for each
of its stretches; the writer's own words and reporting clauses ("Vance said") have no annotations. What a row
of the tables says is in tags such as ``speaker: Ana Ruiz``, the rule by which it was read in a description.

A target names the words twice: as a quotation with the text around it, and by the offsets of the tables, which
count in the text as it was read. Where an article has a web address, that is the source, and its state says that the
offsets hold for the copy that was read: a page on the web has other text around the article's.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import pandas as pd

from sourcereading.analysis.names import article_name
from sourcereading.attribution.voices import WRITER, denying
from sourcereading.certainty.in_numbers import range_lines
from sourcereading.reading.rows import rows_of
from sourcereading.report.markup import escape
from sourcereading.report.software import library_version

AROUND = 32
"""Characters of the text on either side of a quotation that distinguish it from the same words elsewhere."""

_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20\x7f]+")


def annotation_page(reading: Any, article_id: str) -> dict[str, Any]:
    """The annotations of one article as an AnnotationPage, ready for ``json.dumps``: its statements, then its marks.
    Without any ``items`` is empty, which the model does not allow in a page: :func:`as_text` gives "" then."""
    article = next(rows_of(reading.articles[reading.articles["article_id"] == article_id]))
    items = [*_statements(reading, article), *_marks(reading, article)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _iri(article, "page"),
        "type": "AnnotationPage",
        "partOf": {
            "id": _iri(article, "collection"),
            "type": "AnnotationCollection",
            "label": article_name(article),
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }


def as_text(reading: Any, article_id: str) -> str:
    """The annotations of one article as the text of a JSON-LD file; "" where there are none."""
    found = annotation_page(reading, article_id)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n" if found["items"] else ""


def file_name(article_id: str) -> str:
    """The name of an article's file of annotations."""
    return f"{article_id}.jsonld"


def link(reading: Any, article_id: str) -> str:
    """A line for the article's page that leads to its file of annotations; "" where there are none."""
    if not len(_said(reading, article_id)) and not (reading.certainty["article_id"] == article_id).any():
        return ""
    return (
        f'<p class="small"><a type="application/ld+json" href="../annotations/{escape(file_name(article_id))}">'
        "Statements and marks as Web Annotations</a> (JSON-LD for other tools; a file in the folder annotations)</p>\n"
    )


def _said(reading: Any, article_id: str) -> pd.DataFrame:
    """The rows of an article's statements, without the writer's own words."""
    rows = reading.statements
    return rows[(rows["article_id"] == article_id) & (rows["speaker"] != WRITER) & (rows["reporting_clause_of"] == "")]


def _statements(reading: Any, article: Any) -> Iterator[dict[str, Any]]:
    statements: dict[str, list[Any]] = {}
    for row in rows_of(_said(reading, article.article_id)):
        statements.setdefault(row.statement_id, []).append(row)
    for statement_id, parts in statements.items():
        parts.sort(key=attrgetter("part"))
        first = parts[0]
        tags = ["statement", f"speaker: {first.speaker}", f"voice: {first.voice}"]
        tags += [f"denied: {denying(first.text)}"] if first.denied else []
        tags += [f"certainty: {first.certainty_level}"] if first.certainty_level else []
        yield _annotation(article, statement_id, parts, tags, _why(first.rule, first.corrected))


def _marks(reading: Any, article: Any) -> Iterator[dict[str, Any]]:
    rows = reading.certainty
    for row in rows_of(rows[rows["article_id"] == article.article_id]):
        tags = ["mark", f"type: {row.type}", f"direction: {row.direction}"]
        tags += [f"speaker: {row.speaker}", f"voice: {row.voice}"]
        numbers = f"; {'; '.join(range_lines(row))}" if row.basis else ""
        yield _annotation(article, row.mark_id, [row], tags, _why(f"{row.rule}{numbers}", row.corrected))


def _why(rule: str, corrected: str) -> str:
    """The reason of an annotation, and who has corrected it."""
    return f"{rule}; corrected by {corrected}" if corrected else rule


def _annotation(article: Any, row_id: str, spans: Iterable[Any], tags: list[str], why: str) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in [*tags, f"id: {row_id}"]]
    described = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": why}
    return {
        "id": _iri(article, row_id),
        "type": "Annotation",
        "motivation": ["tagging", "describing"],
        "generator": {"type": "Software", "name": f"sourcereading {library_version()}"},
        "body": [*bodies, described],
        "target": [_target(article, span.start, span.end) for span in spans],
    }


def _target(article: Any, start: int, end: int) -> dict[str, Any]:
    text, copy = article.text, f"urn:sha256:{article.sha256}"
    found: dict[str, Any] = {"type": "SpecificResource", "source": copy}
    if _WEB.fullmatch(article.url):
        found["source"] = article.url
        found["state"] = {"type": "TimeState", "cached": copy}
    quotation = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    found["selector"] = [quotation, {"type": "TextPositionSelector", "start": start, "end": end}]
    return found


def _iri(article: Any, name: str) -> str:
    """An IRI that is the same wherever and whenever this text is read."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:sha256:{article.sha256}#{name}").urn
