"""What is worked out for a word once and remembered: in half the memory that ``lru_cache`` takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

_Found = TypeVar("_Found")

_MOST = 1 << 16
"""Words that are remembered: the first that are met, nearly all words of any later text among them."""


@cache
def as_one(classes: frozenset[str]) -> frozenset[str]:
    """The classes of a word, which many words share, as one object."""
    return classes


class _Remembered(dict[str, _Found]):
    def __init__(self, of: Callable[[str], _Found]) -> None:
        self._of = of

    def __missing__(self, word: str) -> _Found:
        found = self._of(word)
        if len(self) < _MOST:
            self[word] = found
        return found


def remembered(of: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """A function of a word as one that remembers what it gave.

    >>> small = remembered(str.lower)
    >>> small("Ana"), small.__self__
    ('ana', {'Ana': 'ana'})
    """
    return _Remembered(of).__getitem__
