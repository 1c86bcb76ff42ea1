"""What stands in an article's text and is no part of the article: links to other stories, buttons, appeals, notes on
copyright and corrections.

The words are in ``data/lexicons/furniture.csv``; "…" in a term is up to six words, "…@" an address. A paragraph that
reports somebody's words is none, whatever its first words are: "Read more books, the minister said."
"""

from __future__ import annotations

import re
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.verbs import verbs

_LONGEST, _HEAD = 400, 800
_QUOTED = re.compile(r"[\"“”„«»]")
_WORD = re.compile(r"[^\W\d_]+")


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is furniture.

    >>> [is_furniture(line) for line in ("Read more: Dam holds", "Read more books, the minister said.")]
    [True, False]
    """
    if len(paragraph) > _LONGEST:
        return False
    if found := _at_head().match(paragraph):
        if found.lastgroup in ("whole", "label"):
            return True
        rest = paragraph[found.end() :]
        return _are_makers(rest) if found.lastgroup == "credit" else not _reports(rest)
    if _is_stamp(paragraph):
        return True
    lower = paragraph.lower()
    if any(words in lower for words in _further_on()) and _within().search(paragraph):
        return not _reports(paragraph)
    return _has_buttons(paragraph) and _buttons().fullmatch(paragraph) is not None


def buttons_end(text: str, start: int, end: int) -> int | None:
    """Where a row of buttons ends that stands at or near the head of a text, with the menu, the date and the names
    before it: "2 May Share Facebook Email The dam held."; None where there is none."""
    head = text[start : min(end, start + _HEAD)]
    found = _buttons().search(head) if _has_buttons(head) else None
    return start + found.end() if found else None


def _is_stamp(text: str) -> bool:
    """Whether a text is a date or a time alone: "Published Monday, 3 May 2024, 05:39 GMT"."""
    words = _WORD.findall(text.lower()) if len(text) <= 80 and any(sign.isdigit() for sign in text) else []
    return bool(words) and set(words) <= _stamp_words() and not _QUOTED.search(text)


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(_terms("stamp"))


def _are_makers(text: str) -> bool:
    """Whether a text is names and what joins them: "Ana Ruiz in Halden; editing by Ben Holm"."""
    words = _WORD.findall(text)
    joining = {"in", "and", "of", "the", "for", "with", *" ".join(_terms("credit")).split()}
    return bool(words) and all(word[0].isupper() or word in joining for word in words)


def _reports(text: str) -> bool:
    """Whether a text quotes, or has a verb of saying in a finite form."""
    said = (word.lower() for word in _WORD.findall(text))
    return bool(_QUOTED.search(text)) or any(word in verbs() and word.endswith(("s", "d")) for word in said)


@cache
def _terms(kind: str) -> tuple[str, ...]:
    rows = lexicon("furniture", ("term", "class", "example"))
    return tuple(sorted((row["term"] for row in rows if row["class"] == kind), key=len, reverse=True))


def _any_of(kind: str) -> str:
    """A pattern for the terms of a class."""
    made = []
    for term in _terms(kind):
        words = re.escape(term).replace("…@", r"\S{1,80}@\S+").replace("…\\ ", r"(?:\S+\s+){1,6}?")
        made.append(words.replace("\\ ", r"\s+").replace("'", "['’]"))
    return "|".join(made) or "(?!)"


@cache
def _at_head() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[^\w©]|_)*+(?:(?P<whole>(?:{_any_of('whole')})[\W_]*+$)|(?P<label>(?:{_any_of('label')})(?:\s\([^()]{{1,40}}\))?\s?:)"
        rf"|(?P<credit>(?:{_any_of('credit')})(?!\w))|(?P<begins>(?:{_any_of('begins')})(?!\w)))",
        re.IGNORECASE,
    )


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{_any_of('within')})(?!\w)|(?:{_any_of('ends')})\W*$)", re.IGNORECASE)


@cache
def _further_on() -> tuple[str, ...]:
    """Of each term that may stand further on in a paragraph, the words before its gap: a quick look comes first."""
    return tuple(term.partition(" …")[0] for term in (*_terms("within"), *_terms("ends")))


@cache
def _buttons() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?:{_any_of('button')})(?!\w)[\s|·•]*){{3,}}")


def _has_buttons(text: str) -> bool:
    return sum(name in text for name in _terms("button")) >= 3
