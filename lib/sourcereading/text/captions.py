"""Captions and credits of pictures, which come with an article's text and are no sentences of it.

The words are in ``data/lexicons/captions.csv``. A credit is told by its form: a label ("Photo: Ana Ruiz", "Image by
Norland Press"), or names alone that are joined as credits join them ("Ana Ruiz/Norland Press", "Ana Ruiz via Norland
Press"). Anything else is text: "The photo by the door was old."
"""

from __future__ import annotations

import re
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.one_of import in_small, one_of
from sourcereading.text.verbs import verbs

_LONGEST_CREDIT, _LONGEST_CAPTION = 140, 300
_AGENCY = re.compile(r"FILE(?: (?:PHOTO|PHOTOGRAPH|IMAGE|PICTURE))?\s?[:–—-]\s")  # "FILE - The gate at noon, May 3."
_WORD = re.compile(r"[^\s/,&|]+")
_JOINING = frozenset(("and", "at", "by", "de", "for", "from", "la", "of", "the", "van", "via", "von"))
_JOINED = re.compile(r"\w\s?/\s?[^\W\d_]|\w\svia\s\w")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,140})\)\.?$")
_SENTENCE_END = re.compile(r"[.!?…](?=[\"”’»)\]\s]|$)")
_QUOTATION_MARK = re.compile(r"[\"“”„«»]")


def credit_from(paragraph: str) -> int | None:
    """Where the caption or credit in a paragraph begins, which goes on to its end: 0 where it is all of the paragraph,
    None where there is none.

    >>> credit_from("Image: The gate at noon"), credit_from("The gate at noon. Photo: Ana Ruiz")
    (0, 18)
    >>> credit_from("The photo by the door was old.")
    """
    bare = paragraph.strip("()[]. ")
    whole = _AGENCY.match(paragraph) or (len(bare) <= _LONGEST_CAPTION and _is_labelled(bare))
    if whole or (len(bare) <= _LONGEST_CREDIT and _is_names_of_makers(bare)):
        return 0
    first = max(1, len(paragraph) - _LONGEST_CREDIT)
    if bracket := _IN_BRACKETS.search(paragraph, first):
        inside = bracket[1].strip(". ")
        alone = _after_sentence(paragraph, bracket.start()) and _is_names_of_makers(inside)
        return bracket.start() if alone or _is_labelled(inside) else None
    for label in _label().finditer(in_small(paragraph), first):
        at, rest = label.start(), paragraph[label.end() :].rstrip(". ")
        set_off = label["colon"] or _after_sentence(paragraph, at)
        if set_off and paragraph[at].isupper() and paragraph[at - 1].isspace() and _are_names(rest):
            return at
    return None


def tells_a_picture(text: str) -> bool:
    """Whether what stands before a credit is short and reports nobody's words: then it is a caption."""
    short = len(text) <= _LONGEST_CAPTION and len(_SENTENCE_END.findall(text)) <= 2
    reports = _QUOTATION_MARK.search(text) or any(word.lower() in verbs() for word in re.findall(r"\w+", text))
    return short and not reports


def _is_labelled(text: str) -> bool:
    """Whether a text is a label with what it labels: "Image: The gate at noon", "Photos by Ana Ruiz", "File photo"."""
    match = _label().match(in_small(text))
    if not match:
        first, _, second = text.lower().partition(" ")
        return first in _terms("before") and second in _terms("picture")
    rest = text[match.end() :]
    if match["by"] or match[0].startswith(tuple(_terms("credit"))):  # "Credit: the bank lends less" is text
        return _are_names(rest)
    return rest.lstrip("@©“\"‘'(")[:1].isupper() or rest[:1].isdigit()


def _is_names_of_makers(text: str) -> bool:
    """Whether a text is only names, joined as in a credit or with the word for a picture at the end:
    "Ana Ruiz/Norland Press", "Halden Images"."""
    words = _WORD.findall(text)
    joined = len(words) <= 7 and _JOINED.search(text)
    return _are_names(text) and bool(joined or (1 < len(words) < 5 and words[-1].lower() in _terms("picture")))


def _are_names(text: str) -> bool:
    """Whether every word has a capital, or joins words that have one."""
    named = [word for word in _WORD.findall(text) if word.lower() not in _JOINING]
    return 0 < len(named) <= 10 and all(word.lstrip("@©'’-")[:1].isupper() for word in named)


def _after_sentence(text: str, at: int) -> bool:
    """Whether a sentence has ended before a place, or a slash parts it from what it stands behind."""
    return text[max(0, at - 9) : at].rstrip(" \"”’»)]").endswith((".", "!", "?", "…", "/"))


@cache
def _terms(kind: str) -> frozenset[str]:
    return frozenset(row["term"] for row in lexicon("captions", ("term", "class", "example")) if row["class"] == kind)


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon, or with the words before who made it: "main image credit:", "photo courtesy of"."""
    kinds = ("before", "picture", "credit", "after")
    before, picture, credit, after = (one_of(_terms(kind)) for kind in kinds)
    labelled = rf"(?:{before}\s)?{picture}(?:\s{credit})?|{credit}"
    made = r"(?P<by>\s(?:by|via|courtesy(?:\sof)?)\s)"
    noted = rf"{picture}\s{after}(?:\s?[:,])?\s"  # "Image caption The gate at noon"
    return re.compile(rf"\b(?:{noted}|(?:{labelled})(?:(?P<colon>\s?:\s)|{made}))")
