"""What is wrong with a text as it was saved, and what the reading does about it, as warnings."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcereading.text.paragraph_kinds import TEXT, parts_of
from sourcereading.text.repeats import repeated
from sourcereading.text.sentences import paragraphs, sentences

_GLUED = re.compile(r"[.!?](?<=[^\W\d_].)[”»]?[^\W\d_]")
_BROKEN = re.compile(r"[^\W\d_]{1,30}-\n[^\S\n]*[^\W\d_]{1,30}")
_SHOWN = 60


def text_faults(text: str, title: str = "", layout: str = "") -> list[str]:
    """Warnings of paragraphs that stand there twice, of sentences without a blank between them, and of words that are
    broken at the ends of lines.

    >>> text_faults("It may not hold.Engineers said so.")
    ['1 sentence begins without a blank before it (“hold.Engineers”); it is read as a sentence of its own']
    """
    return [*_repeats(text, title, layout), *_glued(text), *_broken(text)]


def _repeats(text: str, title: str, layout: str) -> list[str]:
    spans = paragraphs(text)
    twice = sorted(repeated(text, spans))
    parts = parts_of(text, spans, title, layout) if twice else []
    again = [number for number in twice if parts[number].kind == TEXT]  # a heading may repeat what is said
    if not again:
        return []
    start, end = spans[again[0]]
    first = f"“{_short(text[start:end])}”"
    if len(again) == 1:
        return [f"1 of {len(spans)} paragraphs repeats words of another ({first}); they are counted once"]
    return [
        f"{len(again)} of {len(spans)} paragraphs repeat words of others (the first: {first}); what stands there twice "
        "or more is counted once"
    ]


def _glued(text: str) -> list[str]:
    chunks = [chunk for chunk in text.split() if _GLUED.search(chunk)] if _GLUED.search(text) else []
    found = [(chunk, parts) for chunk in chunks if (parts := _parts(chunk) - 1)]
    number = sum(parts for _, parts in found)
    if not number:
        return []
    example = f"(“{_short(found[0][0])}”)"
    if number == 1:
        return [f"1 sentence begins without a blank before it {example}; it is read as a sentence of its own"]
    return [f"{number} sentences begin without a blank before them {example}; each is read as a sentence of its own"]


@lru_cache(maxsize=1 << 12)
def _parts(chunk: str) -> int:
    """How many sentences a piece of text without a blank is read as: "U.S." is one."""
    return len(sentences(chunk))


def _broken(text: str) -> list[str]:
    first = _BROKEN.search(text) if "-\n" in text else None
    if first is None:
        return []
    number = sum(len(_BROKEN.findall(text, start, end)) for start, end in paragraphs(text))
    if not number:
        return []
    words = "1 word is" if number == 1 else f"{number} words are"
    return [f"{words} broken at the end of a line (“{_short(first[0])}”); its parts are read as one word"]


def _short(words: str) -> str:
    words = " ".join(words.split()).strip("“”\"")
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
