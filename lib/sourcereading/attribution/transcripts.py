"""Interviews and transcripts: paragraphs that begin with who speaks ("Q:", "A:", "Ana Ruiz:").

Such a label is a reporting clause; what follows it is the speaker's words, with or without quotation marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from sourcereading.attribution.clause_words import QUOTE, WORD, Item
from sourcereading.text.lexicon import lexicon
from sourcereading.text.names import particles
from sourcereading.text.sentences import TEXT, Sentence

QUESTION, ANSWER = "question", "answer"
INTERVIEWER = "the interviewer"
_LABEL_LIMIT = 5
"""Words of a label."""
_TRANSCRIPT = 3
"""Labelled paragraphs that make a text a transcript, where names as labels need no quotation marks behind them."""


def labelled(sentences: Sequence[Sentence], items: Sequence[Sequence[Item]]) -> dict[int, int]:
    """The sentences that begin with a label, each with the number of its items that are the label.

    Parameters
    ----------
    sentences : the sentences of an article.
    items : their items, quotations folded.
    """
    found: dict[int, int] = {}
    for number, sentence in enumerate(sentences):
        opens = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
        if sentence.kind is TEXT and opens and (length := _label(items[number])):
            found[number] = length
    labels = Counter(_text(items[number], length) for number, length in found.items())
    transcript = len(found) >= _TRANSCRIPT and max(labels.values()) > 1
    return {
        number: length
        for number, length in found.items()
        if (transcript and labels[_text(items[number], length)] > 1)
        or kind(items[number])
        and len(found) > 1
        or items[number][length].kind is QUOTE
    }


def kind(items: Sequence[Item]) -> str:
    """Whether a label announces a question or an answer; "" where it is a name."""
    return _kinds().get(items[0].lower, "")


@cache
def _kinds() -> dict[str, str]:
    return {row["term"]: row["class"] for row in lexicon("transcript_labels", ("term", "class", "example"))}


def _label(items: Sequence[Item]) -> int:
    """How many items of a sentence are a label and its colon; 0 where it has none."""
    for at, item in enumerate(items[: _LABEL_LIMIT + 1]):
        if item.lower == ":":
            return at + 1 if 0 < at < len(items) - 1 else 0
        if item.kind is not WORD or not (item.text[0].isupper() or item.lower in particles()):
            return 0
    return 0


def _text(items: Sequence[Item], length: int) -> str:
    return " ".join(item.lower for item in items[:length])
