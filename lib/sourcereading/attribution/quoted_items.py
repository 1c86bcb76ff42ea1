"""Quotations as items: each is one item of its sentence, and so is read as a whole, until it is unfolded."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Item, Window
from sourcereading.text.quotation_marks import Quotation, inner_quotations
from sourcereading.text.sentence_words import CLOSED, classes_of
from sourcereading.text.sentences import TEXT, Sentence, Token, starting_in

_DOUBLE_MARKS = '"“”«»„‟'
_QUOTATION_MARKS = "\"'“”‘’«»‹›„‟`"
_CREDIT_DASHES = frozenset(("―", "—", "–", "-", "--"))
_CREDIT_LIMIT = 10
"""Items of a name behind a quotation, its apposition included."""


def folded(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[list[Item]]:
    """The items of every sentence; what is no text (a heading, a caption) has none."""
    found, first = [], 0
    for sentence in sentences:
        while first < len(quotations) and quotations[first].end <= sentence.start:
            first += 1
        found.append(_fold(text, sentence.tokens, quotations, first) if sentence.kind is TEXT else [])
    return found


def _fold(text: str, tokens: Sequence[Token], quotations: Sequence[Quotation], first: int) -> list[Item]:
    """The items of a sentence's tokens: those of each quotation are one item."""
    items: list[Item] = []
    ends: dict[int, int] = {}  # of the quotations among the items
    number, (opens, closes) = first, _span(quotations, first)
    made = tuple.__new__  # quicker than Item(…)
    if not tokens or opens > tokens[-1].start:
        return [
            made(Item, (start, end, lower, written, WORD if is_word else MARK, -1))
            for start, end, written, lower, is_word in tokens
        ]
    for start, end, written, lower, is_word in tokens:
        while closes <= start:
            number += 1
            opens, closes = _span(quotations, number)
        if opens > start:
            items.append(made(Item, (start, end, lower, written, WORD if is_word else MARK, -1)))
        else:
            if not items or items[-1].quote != number:
                items.append(Item(start, end, "", "", QUOTE, number))
            ends[len(items) - 1] = end
    for at, end in ends.items():
        items[at] = items[at]._replace(end=end, text=text[items[at].start : end])
        if 0 < at < len(items) - 1 and items[at - 1].text[:1].isupper() and items[at + 1].text[:1].isupper():
            inner = items[at].text.strip(_QUOTATION_MARKS)
            if inner.isalpha() and inner[0].isupper() and classes_of(items[at - 1].lower).isdisjoint(CLOSED):
                items[at] = items[at]._replace(text=inner, lower=inner.lower(), kind=WORD, quote=-1)  # Ana “Annie” Ruiz
    return items


def _span(quotations: Sequence[Quotation], number: int) -> tuple[float, float]:
    """Where a quotation begins and ends; behind the last: nowhere."""
    if number >= len(quotations):
        return inf, inf
    return quotations[number].start, quotations[number].end


def unfold(text: str, sentence: Sentence, quote: Item) -> list[Item]:
    """The words of a quotation as items, its marks left out and the quotations inside it folded."""
    inside = starting_in(sentence.tokens, quote.start, quote.end)
    inner = [token for token in inside if token.text not in _DOUBLE_MARKS]
    if not inner:
        return []
    return _fold(text, inner, inner_quotations(text, inner[0].start, inner[-1].end), 0)


def is_speech(item: Item, before: str) -> bool:
    """Whether a quotation that has narration beside it, but no reporting clause, is speech and not a title
    or a word that the writer keeps a distance from: it is long, and begins and ends as a sentence does. ``before`` is
    the item before it."""
    inner = item.text.strip(_QUOTATION_MARKS).strip()
    if not inner or inner[-1] not in ".?!…,":
        return False
    words = len(inner.split())
    return words >= 10 or (words >= 4 and inner[0].isupper() and before in ("", ":", ","))


def is_credit(items: Sequence[Item], at: int) -> bool:
    """Whether a dash and a name, with no verb, are the rest of a sentence."""
    rest = items[at + 1 :]
    named = bool(rest) and (rest[0].text[0].isupper() or rest[0].text[0] == "@" or "_" in rest[0].text)
    if not (named and len(rest) <= _CREDIT_LIMIT and items[at].lower in _CREDIT_DASHES):
        return False
    w = Window(rest)
    return not any(
        w.kind(k) is QUOTE or w.has(k, "auxiliary", "past", "subject_pronoun", "subordinator") or w.verb[k] is not None
        for k in range(w.size)
    )
