"""Words of a text found again by quoting them, with the words before and after where they occur twice.

This is W3C's TextQuoteSelector (Web Annotation Data Model, 4.2.4): a quotation holds while the text is edited
elsewhere, and an offset does not. What spreadsheets and office programs change on the way makes no difference: white
space, curly or straight quotation marks, dashes, "…" for "...", composed accents. A text is never changed for that:
every place is given in offsets of the text as it was read.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)


class Quotable:
    """A text whose words can be quoted."""

    def __init__(self, text: str):
        self.text = text

    @cached_property
    def _as_written(self) -> tuple[str, list[int]]:
        return _plain(self.text)

    @cached_property
    def _in_lower_case(self) -> tuple[str, list[int]]:
        return _plain(self.text, fold=True)

    def places(self, quote: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
        """Where whole words that are quoted stand: (start, end) of each place, in order.

        Parameters
        ----------
        quote : the words; where the text has them in other case only (a spreadsheet may put a capital), those count.
        prefix : words that must stand right before, "" for any.
        suffix : words that must stand right after, "" for any.

        >>> Quotable("It may rain in May. It may not.").places("may", suffix="not")
        [(23, 26)]
        """
        return self._places(self._as_written, (quote, prefix, suffix), False) or self._places(
            self._in_lower_case, (quote, prefix, suffix), True
        )

    def quotation(self, start: int, end: int) -> tuple[str, str, str]:
        """What finds a stretch again: its words, and as few words before and after it as tell it from the others."""
        quote, words = self.text[start:end], 0
        before, after = self.text[:start].split(), self.text[end:].split()
        while True:
            prefix = " ".join(before[len(before) - min(words, len(before)) :])
            suffix = " ".join(after[:words])
            if len(self.places(quote, prefix, suffix)) < 2 or words > len(before) + len(after):
                return quote, prefix, suffix
            words = max(2, 2 * words)

    @staticmethod
    def _places(form: tuple[str, list[int]], quotation: tuple[str, str, str], fold: bool) -> list[tuple[int, int]]:
        text, places = form
        quote, prefix, suffix = (_plain(part, fold)[0].strip() for part in quotation)
        found = []
        at = text.find(quote) if quote else -1
        while at >= 0:
            end = at + len(quote)
            before, after = text[max(0, at - len(prefix) - 1) : at], text[end : end + len(suffix) + 1]
            if (
                _parts(text, at)
                and _parts(text, end)
                and before.rstrip().endswith(prefix)
                and after.lstrip().startswith(suffix)
            ):
                found.append((places[at], places[end - 1] + 1))
            at = text.find(quote, at + 1)
        return found


def _plain(text: str, fold: bool = False) -> tuple[str, list[int]]:
    """A text in the form in which it is compared, and for each of its characters its offset in the text."""
    plain: list[str] = []
    places: list[int] = []
    for at, written in enumerate(text):
        if written.isspace():
            signs = " "
        elif written.isascii():
            signs = "'" if written == "`" else written
        elif unicodedata.category(written) == "Cf":
            continue  # soft hyphens and the like cannot be seen
        else:
            signs = unicodedata.normalize("NFD", written).translate(_ALIKE)
        for sign in signs.casefold() if fold else signs:
            if sign in " -" and plain and plain[-1] == sign:
                continue
            plain.append(sign)
            places.append(at)
    return "".join(plain), places


def _parts(text: str, at: int) -> bool:
    """Whether a word may begin or end here: not between two letters or figures."""
    return not (0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.combining(sign) > 0
