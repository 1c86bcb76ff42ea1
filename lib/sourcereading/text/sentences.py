"""Paragraphs, sentences and tokens of an article, as spans into its text.

Nothing is normalised: a span's text is always ``text[start:end]``. No model and no NLTK data: a sentence
ends at a terminator unless the word before it is a known abbreviation (``data/lexicons/abbreviations.csv``)
or the words after it show that the sentence goes on. A sentence also ends inside a quotation; the quotation
goes on. Every pattern here is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Any, NamedTuple

from sourcereading.text.captions import credit_from
from sourcereading.text.furniture import buttons_end, glued_from
from sourcereading.text.lexicon import lexicon
from sourcereading.text.paragraph_kinds import CAPTION, CLOSERS, DATELINE, FURNITURE, OPENERS, TEXT, is_loose, parts_of
from sourcereading.text.repeats import repeated
from sourcereading.text.tokens import Token, abbreviations, begins_glued, tokens
from sourcereading.text.turn_labels import glued_turns, opens_turn, turn_labels
from sourcereading.text.verbs import longer_verbs, verbs


class Sentence(NamedTuple):
    """A sentence: its span, the number of its paragraph from 0, its kind and its tokens, and how its page sets off the
    paragraph: as a quotation, in bold, or not ("")."""

    start: int
    end: int
    paragraph: int
    kind: str
    tokens: tuple[Token, ...]
    set_off: str = ""


_LONGEST_PARTING = 8
"""Tokens of a line that parts two texts."""


def article_of(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences without captions and furniture, behind which a quotation or a list may go on. A time or a rule
    ("2:25 p.m.", "___") stays: it parts two posts."""
    return [
        one
        for one in sentences
        if one.kind not in (CAPTION, FURNITURE)
        or (len(one.tokens) <= _LONGEST_PARTING and not one.tokens[0].text[0].isalpha())
    ]


# A run of marks is tried once, from its first, and gives nothing back: else a flood of them takes quadratic time.
# French typesetting, and some pages, leave a blank before the closing mark: "« It may close. »". Marks of Markdown may
# stand behind it ("**It may close.** Then"), or the next sentence without a blank ("It may close.Then").
_TERMINATOR = re.compile(
    r"(?:(?<![!?])[!?]++|(?<!\.)\.++|[…。！？])(?:[ \xa0\u202f][”»]|[\"'”’»)\]])*+(?=[*_]{0,3}(?:\s|$)|[^\W\d_])"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"[^\n]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?$")
_CAPITALS = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞĪİŁŃŇŐŘŚŞŠŤŪŮŰŹŻŽ"
# "KYIV, Ukraine, Jan. 5 (AP) — " in capitals, or any place with its agency in brackets: "London (Reuters) - ".
_DATELINE = re.compile(
    r"(?!SIR\b)[%s][%s.'’ -]{2,40}(?:,\s[\w. ]{2,30})?(?:,\s[A-Z][\w.]{2,9}\s\d{1,2}(?:,\s\d{4})?)?\s*"
    r"(?:--\([A-Z ]{2,30}\)--|(?:\([^()\n]{1,40}\)\s*|/[\w -]{2,30}/\s*)?(?:—|–|―|--|-|:)\s)"
    r"(?:[A-Z][\w.]{2,9}\s\d{1,2},?\s\d{4}\s*(?:\([^()\n]{1,40}\)\s*)?(?:—|–|―|--|-)\s)?"
    r"|[%s][\w.'’ -]{2,40}(?:,\s[\w. ]{2,30})?\s*\([^()\n]{1,40}\)\s*(?:—|–|―|--|-)\s" % ((_CAPITALS,) * 3)
)


@cache
def _starters() -> frozenset[str]:
    """Words that, capitalised after an ambiguous abbreviation, begin a new sentence ("the U.S. He said")."""
    return frozenset(row["term"] for row in lexicon("sentence_starters", ("term",), ("example",)))


def starting_in(spans: Sequence[Any], start: int, end: int) -> Sequence[Any]:
    """Of ordered spans (tokens, items, rows) those that start from ``start`` to before ``end``."""
    if spans and start <= spans[0].start and end > spans[-1].start:
        return spans  # most are asked for as a whole
    return spans[bisect_left(spans, start, key=_START) : bisect_left(spans, end, key=_START)]


_START = attrgetter("start")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs, without the white space around them.

    Paragraphs are separated by blank lines, or by line ends where lines are not hard-wrapped: in a block whose
    lines are about equally long and at most 100 characters, only a short line ends a paragraph, and the first line of
    a speaker's turn begins one ("RUIZ: …").
    """
    spans = []
    for start, end in _blocks(text):
        lines = [match.span() for match in _LINE.finditer(text, start, end) if not match.group().isspace()]
        if len(lines) == 1:
            spans.extend(_turns(text, *lines[0]))
            continue
        width = max(stop - begin for begin, stop in lines)
        inner = sorted(stop - begin for begin, stop in lines[:-1])
        wrapped = 40 <= width <= 100 and inner[len(inner) // 2] >= 0.7 * width
        wrapped = wrapped and any(text[stop - 1] != "?" for _, stop in lines[:-1])  # answers below questions
        turns = {number for number, (begin, stop) in enumerate(lines) if wrapped and opens_turn(text, begin, stop)}
        credits = {number for number, line in enumerate(lines) if wrapped and credit_from(text[slice(*line)]) == 0}
        opened = lines[0][0]
        for number, (begin, stop) in enumerate(lines):
            last = number == len(lines) - 1 or (len(turns) > 1 and number + 1 in turns) or number in credits
            if last or not wrapped or (stop - begin < 0.6 * width and text[stop - 1] in '.!?"”’'):
                spans.extend(_turns(text, opened, stop))
                opened = lines[number + 1][0] if number + 1 < len(lines) else stop
    return spans


def _turns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the turns of speakers that are glued together in a paragraph; of any other its own."""
    return [_stripped(text, *span) for span in pairwise((start, *glued_turns(text, start, end), end))]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Spans between blank lines that hold more than white space."""
    spans, start = [], 0
    for match in _BLANK_LINE.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(begin, stop) for begin, stop in spans if not text[begin:stop].isspace() and begin < stop]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def sentences(text: str, title: str = "", layout: str = "") -> list[Sentence]:
    """The sentences of an article in order; each word of the text is in exactly one.

    Parameters
    ----------
    text : the article's text.
    title : its title where known; a paragraph that repeats it is a heading.
    layout : what its page says of its parts, where it is from one: the column ``layout`` of the table ``articles``.
    """
    spans = paragraphs(text)
    labels, again = turn_labels(text, spans), repeated(text, spans)
    titles = {number for number, (start, end) in enumerate(spans[:4]) if text[start:end] == title}  # "Rain: who knows?"
    turns = {number: label for number, label in labels.items() if number not in again | titles}
    found: list[Sentence] = []
    for number, ((start, end), part) in enumerate(zip(spans, parts_of(text, spans, title, layout, turns), strict=True)):
        if part.kind == TEXT and number in turns:
            found.extend(_split(text, start, end, number, turns[number].end))
            continue
        pulled = number in again or (number - 1 in again and is_loose(text[start:end]))  # a pull quote, or who said it
        kind = FURNITURE if part.kind == TEXT and pulled else part.kind
        if kind != TEXT:
            found.append(Sentence(start, end, number, kind, tuple(tokens(text, start, end))))
            continue
        stop, after = _closing(text, start, end, part.credit)
        if number < 4 and (opening := _opening(text, start, stop)):
            first, kind = opening
            found.append(_whole(text, start, first, number, kind))
            start = first
        split = _split(text, start, stop, number)
        found.extend(one._replace(set_off=part.set_off) for one in split) if part.set_off else found.extend(split)
        if stop < end:
            found.append(_whole(text, stop, end, number, after))
    return found


def _whole(text: str, start: int, end: int, number: int, kind: str) -> Sentence:
    """A part of a paragraph as one sentence of a kind."""
    span = _stripped(text, start, end)
    return Sentence(*span, number, kind, tuple(tokens(text, *span)))


def _closing(text: str, start: int, end: int, credit: int | None) -> tuple[int, str]:
    """Where the text of a paragraph ends, and what stands behind it there: a credit, or furniture."""
    if credit:
        return start + credit, CAPTION
    return glued_from(text, start, end) or end, FURNITURE


def _opening(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the dateline or the row of buttons ends with which a paragraph of text begins, and which it is."""
    if dateline := _DATELINE.match(text, start, min(end, start + 120)):
        return (dateline.end(), DATELINE) if dateline.end() < end else None
    buttons = buttons_end(text, start, end)
    return (buttons, FURNITURE) if buttons and buttons < end else None


def _split(text: str, start: int, end: int, paragraph: int, labelled: int = 0) -> list[Sentence]:
    """The sentences of one paragraph's text; a label of its speaker, up to ``labelled``, is part of the first."""
    found: list[Sentence] = []
    words = tokens(text, start, end)
    ends = [word.end for word in words]
    opening = [at for at, word in enumerate(words) if word.text in _OPENING and _opens_quotation(words, at)]
    first = 0  # index of the first token of the sentence being read
    at = 0  # index of the token that holds the terminator
    for match in _TERMINATOR.finditer(text, max(start, labelled), end):
        at = bisect_left(ends, match.end(), at)
        after = at + 1
        if after >= len(words):
            break
        if words[at].end != match.end() or (after == 2 and _numbers_an_item(words[0])):
            continue  # inside a word or an address
        if not text[match.end()].isspace() and text[match.end()] not in "*_" and not begins_glued(text, match):
            continue
        opened = bisect_left(opening, at)
        if _ends_sentence(words, match, after, opened > 0 and _is_introduced(words, opening[opened - 1])):
            found.append(_sentence(text, words[first:after], paragraph, found))
            first = after
    if first < len(words):
        found.append(_sentence(text, words[first:], paragraph, found))
    return found


def _numbers_an_item(word: Token) -> bool:
    """Whether a paragraph's first word is the number of an item of a list: "2. Never sign it"."""
    return len(word.text) < 3 and word.text.isdigit()


def _sentence(text: str, words: list[Token], paragraph: int, before: list[Sentence]) -> Sentence:
    """A sentence of some words, with the marks of Markdown right beside them: "**It may close.**"."""
    start, end = words[0].start, words[-1].end
    first = before[-1].end if before else 0
    while start > first and text[start - 1] in "*_":
        start -= 1
    while text[end : end + 1] in ("*", "_"):
        end += 1
    return Sentence(start, end, paragraph, TEXT, tuple(words))


_OPENING = frozenset("\"“„«")


def _opens_quotation(words: list[Token], at: int) -> bool:
    """Whether a mark of ``_OPENING`` is a double one with a blank or nothing before it and a word right behind it, or
    opens by its shape."""
    token = words[at]
    if token.text != '"':
        return True
    apart = at == 0 or words[at - 1].end < token.start
    return apart and at + 1 < len(words) and words[at + 1].start == token.end


def _is_introduced(words: list[Token], opened: int) -> bool:
    """Whether a quotation has its reporting clause before it ("Fans shouted “Shame!”"), so that the name behind it
    begins a sentence."""
    if opened < 1:
        return False
    before = words[opened - 1]
    if before.text in (",", ":"):
        return True
    return before.is_word and before.lower in verbs()


def _ends_sentence(words: list[Token], match: re.Match[str], after: int, introduced: bool) -> bool:
    """Whether a terminator ends its sentence; ``after`` is the index of the token that follows it, and ``introduced``
    says that the last quotation has its reporting clause before it."""
    mark = match.group().rstrip(CLOSERS + " \xa0\u202f")
    closed = len(mark) < len(match.group())
    following = after
    while following < len(words) - 1 and words[following].text in OPENERS:
        following += 1
    next_word = words[following]
    begins = next_word.text[0].isupper() or next_word.text[0].isdigit() or _is_brand(next_word.text)
    if not (begins or following > after):
        # A script without capitals (Arabic, Chinese) cannot show a beginning: take the mark at its word.
        return next_word.is_word and not next_word.text[0].islower() and not next_word.text[0].isdigit()
    if following > after and next_word.text[0].islower() and words[after].text in "—–-([":
        return False
    if closed and (mark[0] in "!?…" or mark.startswith("..")):
        return introduced or not _speaker_follows(words, after)
    if mark != "." or closed:
        return True
    return not _is_abbreviation(words, after, next_word)


def _is_brand(word: str) -> bool:
    """Whether a word with a small first letter has a capital or a digit further on: "eBay", "my6sense"."""
    return word[0].islower() and any(sign.isupper() or sign.isdigit() for sign in word)


def _speaker_follows(words: list[Token], at: int) -> bool:
    """Whether a name or a short phrase and a reporting verb come next: "“Who pays?” Ana Ruiz asked."."""
    limit = min(len(words), at + 6)
    first = at
    while (at < limit and words[at].is_word and (words[at].text[0].isupper() or words[at].lower in ("the", "a", "of"))):
        at += 1
    phrase = words[first].lower in ("the", "a", "an", "one", "his", "her")
    if phrase and at < limit and words[at].is_word and words[at].lower not in verbs():
        at += 1  # "The mayor asked"
    if at == first or at >= len(words):
        return False
    if words[at].text == "," and words[at - 1].text[0].isupper():  # "Ana Ruiz, a vice president at Halden Water, asked"
        limit = min(len(words), at + _APPOSITION_LIMIT)
        commas = [k for k in takewhile(lambda k: words[k].text not in _APPOSITION_ENDS, range(at + 1, limit))
                  if words[k].text == ","]
        return any(_is_reporting_verb(words, k + 1) for k in commas if k + 1 < len(words))
    return _is_reporting_verb(words, at)


_APPOSITION_LIMIT = 25
"""Tokens of an apposition that are looked at."""
_APPOSITION_ENDS = frozenset('.!?;:“”"«»')


def _is_reporting_verb(words: list[Token], at: int) -> bool:
    """Whether a reporting verb, of one word or several ("went on"), begins at a word."""
    word = words[at].lower
    longer = longer_verbs().get(word, ())
    return word in verbs() or any(
        verb.more == tuple(token.lower for token in words[at + 1 : at + verb.size]) for verb in longer
    )


def _is_abbreviation(words: list[Token], after: int, next_word: Token) -> bool:
    """Whether the full stop belongs to an abbreviation after which the sentence goes on."""
    at = after - 1
    if not words[at].is_word:  # the stop is a token of its own: the word stands before it
        at -= 1
        if at < 0 or words[at].end != words[at + 1].start:
            return False
    before = words[at]
    word = before.text.rstrip(".")
    starts_anew = next_word.lower in _starters() and next_word.text[0].isupper()
    # "the Redeemer-St. John's church"
    kind = abbreviations().get(before.lower.rstrip(".").rpartition("-")[2])
    if kind == "title":
        return True
    if kind == "number" and not (len(word) == 1 and word.isupper()):  # "p. 12", but "P. Ruiz"
        return next_word.text[0].isdigit()
    if kind == "never":
        return True
    if kind == "either" and at and words[at - 1].lower == "the":
        return False  # "celebrated the Mass. Fr Kiely said"
    if kind in ("either", "company") or (len(word) > 1 and _ACRONYM.fullmatch(before.text)):
        return not starts_anew
    # A single capital is an initial ("George W. Bush") where a name may go on; "Plan B. The" ends.
    return len(word) == 1 and word.isupper() and word != "I" and not starts_anew
