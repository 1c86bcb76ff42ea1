"""The voices in which a statement can stand, and the two speakers that are nobody's name."""

from __future__ import annotations

DIRECT, INDIRECT, MIXED, WRITERS = "direct", "indirect", "mixed", "writer"


WRITER = "(writer)"
"""The article's own voice."""


UNATTRIBUTED = "(unattributed)"
"""A quotation whose speaker the text does not give."""


def speaker_name(name: str) -> str:
    """A speaker as charts and pages say it: "the writer" for ``(writer)``."""
    return {WRITER: "the writer", UNATTRIBUTED: "no speaker given"}.get(name, name) or "(blank)"
