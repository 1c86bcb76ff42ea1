"""The names that labels of a transcript give: a short one joins the long one, and capitals are written as names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sourcereading.text.name_words import given_names, particles, speaker_words
from sourcereading.text.parts_of_speech import is_listed
from sourcereading.text.turn_labels import Label

_WORDS = re.compile(r"[^\W\d_][\w.'’-]*")
_INITIALS = (2, 3)
"""Letters of initials that stand for a name."""

Named = tuple[str, bool]
"""A name, and whether the label has all of it."""


def label_names(
    text: str, labels: Sequence[Label], full: Iterable[str], outlet: str = ""
) -> dict[tuple[int, int], Named]:
    """The name for the place of each label. "" where a short label belongs to two longer ones.

    Parameters
    ----------
    text : the article's text.
    labels : its labels.
    full : the full names in running text; a label may have their initials.
    outlet : who published the article; a label may have a part of its name: "Dispatch" of "Savannah Dispatch".
    """
    shown = {label.name: text[slice(*label.name)] for label in labels}
    roles = {shown[label.name] for label in labels if label.role[1] > label.role[0]}
    written = _written(text)
    spelled = {name: _spelled(name, written, name in roles) for name in set(shown.values())}
    longer: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys(shown.values()):
        words = _without_titles(spelled[name].split())
        if len(words) > 1 and not words[-1].isdigit():
            for key in (words[-1].lower(), _initials(words)):
                longer.setdefault(key, {})[" ".join(words)] = None
    by_initials: dict[str, dict[str, None]] = {}
    for name in full:
        by_initials.setdefault(_initials(name.split()), {})[name] = None
    if outlet:
        for key in (outlet.split()[-1].lower(), outlet.lower()):
            longer.setdefault(key, {})[outlet] = None
    names = {name: _joined(name, spelled[name], longer, by_initials) for name in spelled}
    return {place: names[name] for place, name in shown.items()}


def role_in_words(role: str) -> str:
    """A role as it stands, but words in capitals in small letters, unless no list has them: "NATO secretary"."""
    words = role.lstrip("0123456789, ").split()  # "34, nurse"
    if not role.isupper():
        return " ".join(words)
    return " ".join(word.lower() if is_listed(word.lower()) else _cased(word) for word in words)


def _joined(
    name: str, spelled: str, longer: dict[str, dict[str, None]], by_initials: dict[str, dict[str, None]]
) -> Named:
    """The name of a label and whether the label has all of it."""
    words = _without_titles(name.split())
    key = " ".join(words).lower()
    if " " in key and key not in longer:
        return spelled, True
    bearers = longer.get(key, {})
    if not bearers and words[0].isupper() and len(key) in _INITIALS:
        bearers = by_initials.get(key, {})
        bearers = bearers if len(bearers) == 1 else {}
    if len(bearers) > 1:
        return "", False
    return (next(iter(bearers)), False) if bearers else (spelled, True)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words).lower()


def _without_titles(words: Sequence[str]) -> list[str]:
    """A name without the titles, and "the", before it; one word stays."""
    first = 0
    while first < len(words) - 1 and words[first].lower() in ("the", *speaker_words("title")):
        first += 1
    return list(words[first:])


def _written(text: str) -> set[str]:
    """Words, and pairs of neighbouring words, as the text has them."""
    words = _WORDS.findall(text)
    bare = [word.removesuffix("'s").removesuffix("’s").rstrip(".") for word in words]
    return {*bare, *(f"{one} {two}" for one, two in pairwise(bare))}


def _spelled(name: str, written: set[str], has_role: bool) -> str:
    """A name in capitals as the text has it elsewhere, or as a full name is written; else as it stands."""
    if not name.isupper():
        return name
    words = name.split()
    cased = [_cased(word) if at == 0 or word.lower() not in particles() else word.lower()
             for at, word in enumerate(words)]  # fmt: skip
    own = _without_titles(words)
    titles = cased[: len(words) - len(own)]
    bare = cased[len(titles) :]
    known = " ".join(bare[-2:]) in written
    full = len(own) > 1 and (has_role or bool(titles) or own[0].lower() in given_names())
    return " ".join([*titles, *(bare if known or full else own)])


def _cased(word: str) -> str:
    """A word in capitals with the capitals of a name: "O'BRIEN", "MCKAY", "OOST-VALE"; initials as they are."""
    if len(word.strip(".")) == 1 or re.fullmatch(r"(?:\w\.){2,}", word):
        return word
    parts = [part.capitalize() for part in re.split(r"(['’‑-])", word)]
    return re.sub(r"^Mc(\w)", lambda match: f"Mc{match[1].upper()}", "".join(parts))
