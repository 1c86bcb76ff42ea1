"""Where the words of a key stand in a text that is found on a web page.

What is found on a page depends on the program that finds it, and so do offsets; the words of a statement do not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from sourcereading_evaluation.matching import Row, Span

_NEAR = 400
"""Characters from a statement within which its reporting clause stands."""


def placed(text: str, attributions: Any) -> Any:
    """Attributions with "content" where their "content_text" stands in a text, in order; what is not there gets none,
    and counts as missed. Others, and what is no list of attributions, stay as they are.

    >>> row = {"content_text": ["It is old,"], "cue_text": "she said"}
    >>> placed("“It is old.” Nobody knew. “It is old,” she said.", [row])[0]["content"]
    [[27, 37]]
    """
    if not isinstance(attributions, list):
        return attributions
    found, behind = [], 0
    for item in attributions:
        if not isinstance(item, dict) or "content" in item or not isinstance(item.get("content_text"), list):
            found.append(item)
            continue
        content = _content(text, item, behind)
        behind = content[0][0] if content else behind
        found.append(item | {"content": content})
    return found


def _content(text: str, item: Row, behind: int) -> list[list[int]]:
    """The spans of a statement's words, which begin at or behind a place; [] where they are not all there."""
    first, *others = item["content_text"]
    starts = [span for span in _spans(text, first) if span[0] >= behind]
    if not starts:
        return []
    spans = [_beside(text, starts, item.get("cue_text"))]
    for words in others:
        further = [span for span in _spans(text, words) if span[0] >= spans[-1][1]]
        if not further:
            return []
        spans.append(further[0])
    return [list(span) for span in spans]


def _beside(text: str, places: Sequence[Span], cue: str | None) -> Span:
    """The first place with the cue near it; without a cue, or with none near, the first."""
    cues = [start for start, _ in _spans(text, cue)] if cue else []
    for start, end in places:
        at = bisect_left(cues, start - _NEAR)
        if at < len(cues) and cues[at] < end + _NEAR:
            return start, end
    return places[0]


def _spans(text: str, words: str) -> list[Span]:
    """Where words stand in a text, whatever the white space between them."""
    return [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
