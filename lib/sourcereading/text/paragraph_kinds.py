"""What a paragraph is: running text, or a heading, a byline, a caption or furniture around it.

What the page says of it (the column ``layout`` of an article) counts first; else its form decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from typing import NamedTuple

from sourcereading.text.captions import credit_from, tells_a_picture
from sourcereading.text.furniture import is_furniture, is_note

TEXT, HEADING, BYLINE, DATELINE, CAPTION, FURNITURE = "text", "heading", "byline", "dateline", "caption", "furniture"
"""Kinds of a sentence. Rates count only ``TEXT``; nothing else speaks or names anybody."""

QUOTATION, BOLD, ITEM = "quotation", "bold", "item"
"""How a page sets off running text: as a quotation, in bold as a whole, or as a point of a list below a colon."""

OPENERS, CLOSERS = "\"'`“‘«([—–-", "\"'”’»)]"
_CREDIT = re.compile(r"[.!?,][\"”»]\s?[―—–-]{1,2}\s?[^\W\d_]")  # "“We lost.” ― Ana Ruiz"
_BYLINE_WORDS = frozenset(("and", "in", "for", "of", "the", "&", "|", "/", "at"))
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+\S")
_PART = re.compile(r"(\d{1,9})-(\d{1,9}) (heading|byline|caption|furniture|quotation|bold|item)")
BULLET = re.compile(r"(?:[•·▪◦‣●*–—-]|\(?\d{1,2}[.)])\s+\S")
_JOINED = re.compile(r"[;,](?: (?:and|or))?$")
"""So ends a point of a list that is one sentence: "close the wall; and"."""


_FEW, _LINE = 4, 14
"""Words of the longest line behind an article that is one by itself, and of one among others."""
_SHORT_POINT, _LONGEST_POINT = 4, 40
"""Words of a point of a list that no bullet and no page shows to be one."""


class Layout:
    """What a page says of the parts of its article's text.

    Parameters
    ----------
    text : the text.
    parts : "0-76 heading; 90-120 furniture": where a part begins and ends, and its kind. A part that is no block of
        the text (it has been changed since) does not count.
    """

    def __init__(self, text: str, parts: str = "") -> None:
        found = [(int(start), int(end), kind) for start, end, kind in _PART.findall(parts)]
        self._parts = sorted(
            (start, end, kind)
            for start, end, kind in found
            if end <= len(text) and text[:start][-1:] in ("", "\n") and text[end : end + 1] in ("", "\n")
        )

    def kind(self, start: int, end: int) -> str:
        """The kind of the part in which a paragraph stands; "" where the page does not say."""
        at = bisect_right(self._parts, (start, float("inf"), "")) - 1
        return self._parts[at][2] if at >= 0 and end <= self._parts[at][1] else ""


class Part(NamedTuple):
    """What a paragraph is: its kind, how it is set off (``QUOTATION``, ``BOLD``, ``ITEM`` or ""), and where in it a
    caption or credit begins, if it has one."""

    kind: str
    set_off: str
    credit: int | None


def parts_of(
    text: str, spans: Sequence[tuple[int, int]], title: str = "", layout: str = "", turns: Container[int] = ()
) -> list[Part]:
    """What each paragraph of a text is.

    Parameters
    ----------
    text, spans : the text and its paragraphs.
    title : the article's title where known; a paragraph that repeats it is a heading.
    layout : what the page says of its parts (``Layout``).
    turns : the numbers of the paragraphs in which somebody speaks behind a label.
    """
    told, found, pages, above = Layout(text, layout), list[Part](), list[str](), True
    for number, (start, end) in enumerate(spans):
        page, paragraph = told.kind(start, end), text[start:end]
        pages.append(page)
        said = page.replace(ITEM, "")
        set_off = said if said in (QUOTATION, BOLD) else ""
        credit = credit_from(paragraph) if set_off != QUOTATION else None
        if set_off == BOLD or (said == HEADING and number and number not in turns):
            said = FURNITURE if len(spans) > 1 and is_furniture(paragraph) else said.replace(BOLD, TEXT)
        elif set_off:
            said = TEXT
        if number in turns and said in ("", TEXT, HEADING):
            said = TEXT
        above = number == 0 or (above and found[-1].kind != TEXT)
        found.append(Part(said or _kind_of(paragraph, number, len(spans), title, credit, above), set_off, credit))
    paragraphs = [text[start:end] for start, end in spans]
    for number in _points(paragraphs, found, pages, turns):
        found[number] = Part(TEXT, ITEM, None)
    for number in [*_rest_of_notes(paragraphs, found), *_tail(paragraphs, found, turns)]:
        found[number] = found[number]._replace(kind=FURNITURE)
    return found


def _rest_of_notes(paragraphs: Sequence[str], parts: Sequence[Part]) -> list[int]:
    """The lines in which a note goes on that the ends of lines have cut: "Editor's note: the dam", "is 40 metres high".
    A line that goes on with the text before the note is none."""
    rest: list[int] = []
    for number in range(1, len(paragraphs)):
        before, here = paragraphs[number - 1], paragraphs[number]
        opens = parts[number - 1].kind is FURNITURE and is_note(before)
        opens = opens and (number == 1 or _is_ended(paragraphs[number - 2]))
        goes_on = (opens or number - 1 in rest[-1:]) and (before[-1] in ",;" or not _is_ended(before))
        if goes_on and here[0].islower() and not parts[number].set_off:
            rest.append(number)
    return rest


def _points(
    paragraphs: Sequence[str], parts: Sequence[Part], told: Sequence[str], turns: Container[int]
) -> list[int]:
    """The points of lists that a colon introduces: what the page or a bullet shows to be one, and lines that end as no
    sentence does, where there are several."""
    points: list[int] = []
    for number, part in enumerate(parts):
        if part.kind != TEXT or paragraphs[number][-1] != ":" or number in turns:
            continue
        if points and number <= points[-1]:
            continue  # a point that has points of its own
        run: list[int] = []
        for k in range(number + 1, len(parts)):
            if parts[k].kind in (FURNITURE, CAPTION) and told[k] != ITEM:
                continue
            open_kind = parts[k].kind in (TEXT, HEADING) and told[k] in ("", ITEM) and k not in turns
            marked = told[k] == ITEM or BULLET.match(paragraphs[k])
            if not open_kind or not (marked or _is_point(paragraphs[k], paragraphs[run[-1]] if run else "")):
                break
            run.append(k)
        if len(run) > 1:
            points += run
    return points


def _is_point(paragraph: str, before: str) -> bool:
    """Whether a line may be a point of a list, or be the last of one whose points are one sentence."""
    size = len(paragraph.split())
    fits = _SHORT_POINT <= size <= _LONGEST_POINT and paragraph[-1] not in CLOSERS
    return fits and (_JOINED.search(paragraph) is not None or not _is_ended(paragraph) or bool(_JOINED.search(before)))


def _tail(paragraphs: Sequence[str], parts: Sequence[Part], turns: Container[int]) -> list[int]:
    """The lines behind the last sentence of an article: topics, links, the name of who wrote it. A list that a colon
    introduces is none, nor is a single line that may be a sentence cut short."""
    loose: list[int] = []
    number = len(parts)
    while number and (parts[number - 1].kind in (FURNITURE, CAPTION) or is_loose(paragraphs[number - 1])):
        number -= 1
        if parts[number].set_off in (QUOTATION, ITEM) or number in turns:
            return []
        if parts[number].kind in (TEXT, HEADING):
            loose.append(number)
    before = sum(parts[k].kind is TEXT and not is_loose(paragraphs[k]) for k in range(number))
    if before < 2 or len(loose) > 2 * before or paragraphs[number - 1][-1] in f":{CLOSERS}":
        return []
    return loose if len(loose) > 1 or any(len(paragraphs[k].split()) <= _FEW for k in loose) else []


def is_loose(paragraph: str) -> bool:
    """Whether a line is short and no sentence."""
    return len(paragraph.split()) <= _LINE and not _is_ended(paragraph)


def _kind_of(paragraph: str, number: int, count: int, title: str, credit: int | None, above: bool) -> str:
    """What a paragraph is by its form; ``count`` is how many there are, and ``above`` says that it stands above the
    first sentence of text."""
    if title and paragraph == title:
        return HEADING
    words = paragraph.split()
    if count > 1 and number < 4 and len(words) <= 14 and _is_byline(words):
        return BYLINE
    if count > 1 and is_furniture(paragraph):
        return FURNITURE
    if credit is not None:
        about_it = credit == 0 or (count > 1 and tells_a_picture(paragraph[:credit]))
        return CAPTION if about_it else TEXT
    if count == 1 or len(paragraph) > 200:
        return TEXT
    if _HEADING_MARK.match(paragraph) and "\n" not in paragraph:  # "## What comes next", in Markdown
        return HEADING
    if paragraph[0] in OPENERS and _CREDIT.search(paragraph):
        return TEXT
    ended = _is_ended(paragraph)
    if above and len(words) <= 30 and (not ended or (number == 0 and _title_case(words))):
        return HEADING
    if not ended and len(words) <= 30 and paragraph.lstrip("\"'“‘«")[:1].isupper() and _title_case(words):
        return HEADING
    if not ended and len(words) <= 10 and number < count - 1 and words[0][:1].isupper():
        return HEADING
    return TEXT


def _is_ended(paragraph: str) -> bool:
    """Whether a paragraph ends as a sentence does."""
    return paragraph.rstrip(CLOSERS)[-1:] in set(".!?:;,…") or paragraph[-1] in CLOSERS


def _is_byline(words: list[str]) -> bool:
    """Whether a line is "By" and names."""
    named = all(word[0].isupper() or word[0].isdigit() or word.lower() in _BYLINE_WORDS for word in words[1:])
    return words[0].lower() in ("by", "byline", "byline:", "by:") and len(words) > 1 and named


def _title_case(words: list[str]) -> bool:
    """Whether a line is set in headline capitals: of its longer words, four in five begin with one."""
    longer = [word.lstrip(OPENERS) for word in words if len(word.strip("\"'“”‘’.,:;?!")) > 3]
    return len(longer) > 2 and sum(word[:1].isupper() for word in longer) >= 0.8 * len(longer)
