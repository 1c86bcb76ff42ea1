"""Why a source has no name, in the words of the text: "who was not authorised to speak", "on condition of anonymity
because the talks go on"; and what a source is called who is not fully named: "identified only as *Tunde*".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from sourcereading.attribution.spans import Row
from sourcereading.attribution.voices import WRITER
from sourcereading.attribution.word_patterns import compiled
from sourcereading.text.one_of import in_small
from sourcereading.text.parts_of_speech import is_proper_adjective

_NAMED = re.compile(
    r"(?:^\W*|,\s+)(?:[A-Z][\w.’'-]*\s+)+[A-Z][\w.’'-]*,?\s+(?:who\s+)?(?:is|was|has been|had been)\s+$"
)
"""A name right before "not permitted to give interviews": that one has a name."""

_GOES_ON = re.compile(r"\s(?:said|says|told|tells|added|and\s+(?:is|was|has|had|said|who|spoke))\b")
"""Where the writer goes on with something else."""

_OPENS_NAMING = re.compile(r",?\s+(?=(?:who|whom|identified|known|named|giving|calling|going)\b)")
_NAME = re.compile(r",?\s+[“\"‘']?((?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+)")


def called(text: str, end: int) -> str:
    """The name that a source is given right behind the words that end at a place: "a driver *who gave his name as
    Tunde*"; "" for none."""
    opens = _OPENS_NAMING.match(text, end)
    naming = compiled("called").match(text, opens.end()) if opens else None
    name = _NAME.match(text, naming.end()) if naming else None
    return "" if name is None or is_proper_adjective(name[1]) or name[1].endswith(("'s", "’s")) else name[1]


def with_anonymity(text: str, rows: Sequence[Row]) -> list[Row]:
    """Rows of an article, those of the writer with the words that say why a source is not named.

    The words go to the end of their sentence, or up to the source, the verb or the content of its reporting clause.
    """
    noted = list(rows)
    starts = [row.start for row in rows]
    for found in compiled("anonymous").finditer(in_small(text)):
        at = bisect_right(starts, found.start()) - 1
        if at < 0 or rows[at].speaker != WRITER or noted[at].anonymity or found.start() >= rows[at].end:
            continue
        if not _NAMED.search(text[rows[at].start : found.start()]):
            noted[at] = noted[at]._replace(anonymity=_words(text, found.start(), found.end(), rows[at:]))
    return noted


def _words(text: str, start: int, behind: int, rows: Sequence[Row]) -> str:
    """The words from a place on: to what comes next behind a second one, of the sentence's rows."""
    here = list(takewhile(lambda row: row.sentence == rows[0].sentence, rows))
    places = [place[0] for row in here for place in (row.speaker_span, row.cue) if place]
    end = min((at for at in (*places, *(row.start for row in here)) if at >= behind), default=here[-1].end)
    goes_on = _GOES_ON.search(text, behind, end)
    words = " ".join(text[start : goes_on.start() if goes_on else end].split())
    return words.removesuffix(" that").rstrip(" ,.;:-—–“\"'’")
