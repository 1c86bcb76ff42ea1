"""One text in, what is found in it out: for tests that compare it with expected rows."""

from sourcereading.attribution.statements import Attribution, attribute
from sourcereading.certainty.marks import marks
from sourcereading.text.quotation_marks import quotations
from sourcereading.text.sentences import Sentence, sentences, tokens


def attributed(text: str) -> tuple[list[Sentence], Attribution]:
    """The sentences of a text, and who says what in it."""
    found = sentences(text)
    return found, attribute(text, found, quotations(text, found))


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, voice and words of each statement that is somebody's: the words of its parts joined by " / "."""
    _, attribution = attributed(text)
    made = {}
    for row in attribution.rows:
        if row.reporting_clause_of < 0 and row.speaker != "(writer)":
            made.setdefault(row.statement, (row.speaker, row.voice, []))[2].append(text[row.start : row.end])
    return [(speaker, voice, " / ".join(words)) for speaker, voice, words in made.values()]


def who_said(text: str) -> list[tuple[str, str]]:
    """Speaker and words of each statement that is somebody's."""
    return [(speaker, words) for speaker, _, words in said(text)]


def types_of_marks(text: str) -> list[tuple[str, str]]:
    """(type, marked words) of one sentence."""
    return [(mark.type, text[mark.start : mark.end]) for mark in marks(tokens(text))]


def kinds_of_marks(text: str) -> list[tuple[str, str]]:
    """(kind, marked words) of one sentence."""
    return [(mark.kind, text[mark.start : mark.end]) for mark in marks(tokens(text))]
