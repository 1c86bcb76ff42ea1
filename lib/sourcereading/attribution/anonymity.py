"""Why a source has no name, in the words of the text: "who was not authorised to speak", "on condition of anonymity
because the talks go on".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcereading.attribution.spans import Row
from sourcereading.attribution.voices import WRITER
from sourcereading.attribution.word_patterns import compiled

_MAYBE = re.compile(r"anonym|\bnamed|identif|authori[sz]ed|permitted|allowed|cleared|background|withheld|by name", re.I)

_GOES_ON = re.compile(r"\s(?:said|says|told|tells|added|and\s+(?:is|was|has|had|said|who|spoke))\b")
"""Where the writer goes on with something else."""


def with_anonymity(text: str, rows: Sequence[Row]) -> list[Row]:
    """Rows of an article, those of the writer with the words that say why a source is not named.

    The words go to the end of the row, or up to the source or the verb of its reporting clause.
    """
    if not _MAYBE.search(text):
        return list(rows)
    ends: dict[int, list[int]] = {}
    for row in rows:
        spans = (row.speaker_span, row.cue) if row.reporting_clause_of < 0 else ()
        ends.setdefault(row.statement, []).extend(span[0] for span in spans if span)
    return [_noted(text, row, ends.get(row.reporting_clause_of, [])) if _may_say(text, row) else row for row in rows]


def _may_say(text: str, row: Row) -> bool:
    return row.speaker == WRITER and _MAYBE.search(text, row.start, row.end) is not None


def _noted(text: str, row: Row, ends: Sequence[int]) -> Row:
    found = compiled("anonymous").search(text, row.start, row.end)
    if found is None:
        return row
    end = min((at for at in ends if found.end() <= at < row.end), default=row.end)
    goes_on = _GOES_ON.search(text, found.end(), end)
    end = goes_on.start() if goes_on else end
    return row._replace(anonymity=" ".join(text[found.start() : end].split()).rstrip(" ,.;:-—–“\"’'"))
