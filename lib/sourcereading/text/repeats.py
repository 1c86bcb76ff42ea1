"""Paragraphs whose words stand in the text a second time: a text that was saved twice over, a pull quote.

The words count once: of equal paragraphs the first is read, and a pull quote is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_LONG, _PULLED, _LONGEST_PULLED = 10, 6, 60
"""Words of a paragraph that nobody writes twice; of the shortest and the longest pull quote."""
_SEARCHED = 300_000_000
"""Characters that are searched for pull quotes; a text that would need more has too many paragraphs for an article."""


def repeated(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the paragraphs whose words stand in another one.

    A short paragraph may be written twice ("“No,” he said."): it repeats another only in a run of paragraphs that do.

    Parameters
    ----------
    text : an article's text.
    spans : its paragraphs.
    """
    if len(spans) < 2:
        return frozenset()
    words = [" ".join(_WORD.findall(text[start:end].lower())) for start, end in spans]
    first: dict[str, int] = {}
    again = {number: at for number, line in enumerate(words) if (at := first.setdefault(line, number)) != number}
    sizes = [line.count(" ") + 1 if line else 0 for line in words]
    found = {number for number, at in again.items() if sizes[number] >= _LONG or _goes_on(again, number, at)}
    found.update(_pulled(words, sizes, again))
    return frozenset(number for number in found if sizes[number])


def _goes_on(again: dict[int, int], number: int, at: int) -> bool:
    """Whether the paragraph before or behind one repeats what stands before or behind the first one."""
    return again.get(number - 1, -2) == at - 1 or again.get(number + 1, -2) == at + 1


def _pulled(words: list[str], sizes: list[int], again: dict[int, int]) -> list[int]:
    """The paragraphs whose words are a part of another one's."""
    short = [number for number, size in enumerate(sizes) if _PULLED <= size <= _LONGEST_PULLED and number not in again]
    whole = "\n".join(f" {line} " for line in words)
    if len(short) * len(whole) > _SEARCHED:
        return []
    as_often = Counter(words)  # how often the words are a paragraph by themselves
    return [number for number in short if whole.count(f" {words[number]} ") > as_often[words[number]]]
