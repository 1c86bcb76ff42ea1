"""Who says what: the statements of an article, their speakers and the reporting clauses that introduce them."""

from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.spans import Statement
from sourcereading.attribution.statements import Attribution, attribute
from sourcereading.attribution.voices import (
    DIRECT,
    INDIRECT,
    MIXED,
    SPEAKERS,
    UNATTRIBUTED,
    VOICES,
    WRITER,
    WRITERS,
    denying,
    in_words,
    speaker_name,
    voiced,
)

__all__ = [
    "DIRECT", "INDIRECT", "MIXED", "SPEAKERS", "UNATTRIBUTED", "VOICES", "WRITER", "WRITERS", "Attribution",
    "Speaker", "Statement", "attribute", "denying", "in_words", "speaker_name", "voiced",
]  # fmt: skip
