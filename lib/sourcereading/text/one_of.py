"""Many words as one regular expression that is quick: for a text in small letters, so that no sign is looked for in two
sizes, and with what several words begin with once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

_SIGNS = {" ": r"\s+", "'": "['’]"}
_Tree: TypeAlias = dict[str, "_Tree"]


@lru_cache(maxsize=1)
def in_small(text: str) -> str:
    """An article's text in small letters, each in its place."""
    return text.replace("İ", "I").lower()


def one_of(words: Iterable[str]) -> str:
    """A regular expression for one of some words and phrases, longer ones first, with either apostrophe; what several
    begin with is written once, so that it is looked for once."""
    tree: _Tree = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        branch = tree
        for sign in word:
            branch = branch.setdefault(sign, {})
        branch[""] = {}  # a word ends here
    return f"(?:{_branches(tree)})"


def _branches(tree: _Tree) -> str:
    found = [(_SIGNS.get(sign) or re.escape(sign)) + _branches(rest) if sign else "" for sign, rest in tree.items()]
    return f"(?:{'|'.join(found)})" if len(found) > 1 else "".join(found)
