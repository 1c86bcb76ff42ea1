"""One text in, what is found in it out: for tests that compare it with expected rows."""

from sourcereading.attribution.statements import Attribution, attribute
from sourcereading.certainty.marks import marks
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import Sentence, sentences, tokens


def attributed(text: str) -> tuple[list[Sentence], Attribution]:
    """The sentences of a text, and who says what in it."""
    found = sentences(text)
    return found, attribute(text, found, quotations(text, found))


def types_of_marks(text: str) -> list[tuple[str, str]]:
    """(type, marked words) of one sentence."""
    return [(mark.type, text[mark.start : mark.end]) for mark in marks(tokens(text))]


def kinds_of_marks(text: str) -> list[tuple[str, str]]:
    """(kind, marked words) of one sentence."""
    return [(mark.kind, text[mark.start : mark.end]) for mark in marks(tokens(text))]
