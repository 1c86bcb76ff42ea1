"""What a paragraph is: running text, or a heading, a byline, a caption or furniture around it.

What the page says of it (the column ``layout`` of an article) counts first; else its form decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from sourcereading.text.captions import tells_a_picture
from sourcereading.text.furniture import is_furniture

TEXT, HEADING, BYLINE, DATELINE, CAPTION, FURNITURE = "text", "heading", "byline", "dateline", "caption", "furniture"
"""Kinds of a sentence. Rates count only ``TEXT``; nothing else speaks or names anybody."""

QUOTATION, BOLD = "quotation", "bold"
"""How a page sets off running text: as a quotation, or in bold as a whole."""

OPENERS, CLOSERS = "\"'`“‘«([—–-", "\"'”’»)]"
_CREDIT = re.compile(r"[.!?,][\"”»]\s?[―—–-]{1,2}\s?[^\W\d_]")  # "“We lost.” ― Ana Ruiz"
_BYLINE_WORDS = frozenset(("and", "in", "for", "of", "the", "&", "|", "/", "at"))
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+\S")
_PART = re.compile(r"(\d{1,9})-(\d{1,9}) (heading|byline|caption|furniture|quotation|bold)")


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


def kind_of(paragraph: str, number: int, count: int, title: str, credit: int | None) -> str:
    """What a paragraph is by its form.

    Parameters
    ----------
    paragraph, number, count : its text, its number from 0, and how many there are.
    title : the article's title where known; a paragraph that repeats it is a heading.
    credit : where a caption or credit begins in it (``captions.credit_from``).
    """
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
    ended = paragraph.rstrip(CLOSERS)[-1:] in set(".!?:;,…") or paragraph[-1] in CLOSERS
    if number == 0 and len(words) <= 30 and (not ended or _title_case(words)):
        return HEADING
    if not ended and len(words) <= 30 and paragraph.lstrip("\"'“‘«")[:1].isupper() and _title_case(words):
        return HEADING
    if not ended and len(words) <= 10 and number < count - 1 and words[0][:1].isupper():
        return HEADING
    return TEXT


def _is_byline(words: list[str]) -> bool:
    """Whether a line is "By" and names."""
    named = all(word[0].isupper() or word[0].isdigit() or word.lower() in _BYLINE_WORDS for word in words[1:])
    return words[0].lower() in ("by", "byline", "byline:", "by:") and len(words) > 1 and named


def _title_case(words: list[str]) -> bool:
    """Whether a line is set in headline capitals: of its longer words, four in five begin with one."""
    longer = [word.lstrip(OPENERS) for word in words if len(word.strip("\"'“”‘’.,:;?!")) > 3]
    return len(longer) > 2 and sum(word[:1].isupper() for word in longer) >= 0.8 * len(longer)
