"""The voices of statements, the two speakers that are no names, and how readers see both in words.

Pages, charts, findings and tables take these words from here; ``data/data-dictionary.md`` explains each.
"""

from __future__ import annotations

DIRECT, INDIRECT, MIXED, WRITERS = "direct", "indirect", "mixed", "writer"

VOICES = {DIRECT: "quoted", MIXED: "partly quoted", INDIRECT: "paraphrased", WRITERS: "the writer’s own words"}
"""Voice to its name for readers, in the order in which charts and legends list them."""

WRITER = "(writer)"
"""The article's own voice."""

UNATTRIBUTED = "(unattributed)"
"""A quotation whose speaker the text does not give."""

SPEAKERS = {WRITER: "the writer", UNATTRIBUTED: "unknown speaker"}
"""The two speakers that are no names, in words for readers."""


NAME, SURNAME, PRONOUN, ROLE = "name", "surname", "pronoun", "role"
CONTINUED, JOINT, DESCRIBED = "continued", "joint", "described"

BASES = {
    NAME: "named in the text",
    SURNAME: "by a part of the name",
    PRONOUN: "by a pronoun",
    ROLE: "by a role",
    CONTINUED: "goes on from before",
    JOINT: "named together",
    DESCRIBED: "described, not named",
}
"""How the text names a speaker, in words for readers."""

INFERRED = frozenset((PRONOUN, ROLE, CONTINUED))
"""Here the name is not in the text's own words for the speaker: it is concluded from what stands before."""

INFERRED_SIGN = "↑"
"""Stands on pages behind the number, or the name, of such a statement."""


def named_by(basis: str, words: str) -> str:
    """How the text names a speaker whose name is concluded; "" for the others.

    >>> named_by("pronoun", "she"), named_by("pronoun", "her aide"), named_by("name", "Ana Ruiz")
    ('by a pronoun: “she”', 'by a pronoun in “her aide”', '')
    """
    if basis not in INFERRED:
        return ""
    within = " in" if basis == PRONOUN and " " in words else ":"
    return f"{BASES[basis]}{within} “{words}”" if basis != CONTINUED and words else BASES[basis]


def speaker_name(name: str) -> str:
    """A speaker as charts and pages say it: "the writer" for ``(writer)``."""
    return SPEAKERS.get(name, name) or "(blank)"


DENIES, REFUSES = "denies", "refuses"


def denying(words: str) -> str:
    """What a speaker does with the words of a denied statement: "denies", or "refuses" (to say when the work ends)."""
    return REFUSES if words.lower().startswith("to ") else DENIES


def in_words(words: str, denied: bool) -> str:
    """What a speaker says, for readers: "denies: the wall leaks" where they deny it.

    >>> in_words("the wall leaks", True), in_words("to say when", True), in_words("the wall leaks", False)
    ('denies: the wall leaks', 'refuses: to say when', 'the wall leaks')
    """
    return f"{denying(words)}: {words}" if denied else words


def voiced(name: str, voice: str) -> str:
    """A speaker's name with the voice: "Ana Ruiz, quoted"; the writer has one voice only.

    Parameters
    ----------
    name : as ``speaker_name`` gives it, or shortened.
    voice : a key of ``VOICES``.
    """
    return name if voice == WRITERS else f"{name}, {VOICES[voice]}"
