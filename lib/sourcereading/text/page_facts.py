"""What a web page declares of its article, cleaned: the title without the outlet's name, the outlet, the authors.

Pages declare their outlet in several places, and not all are its name: an address in pieces ("Thecrimson"), a line of
copyright ("The Halden TODAY inc."), a section ("U.S."). The one counts that goes with the page's address or account.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_PARTED = re.compile(r"\s[|·–—-]\s|\s?(?:\||::|»)\s?")
_ALNUM = re.compile(r"[\W_]+")
_NO_NAME = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights\b|\b(?:inc|ltd|llc)\b\.?|\d{4}|https?:", re.I)
_TOP_LEVELS = re.compile(r"(?:\.(?:com?|org|net|gov|edu|ac|go))?\.[a-z]{2,}$")
_LONGEST_OUTLET, _LONGEST_NAME, _SECTION_WORDS, _LONGEST_BYLINE, _LONGEST_LIFE, _LAST_LINES = 6, 5, 2, 120, 500, 5
_BY = re.compile(r"^(?:by|from|written by|posted by)\s*:?\s+", re.I)
_CAPITALS = re.compile(r"^((?:[A-Z.'’-]+ )+[A-Z'’-]{2,})(?: [A-Z][a-z]{2,})+$")
"""A name in capitals, and whom it writes for: "ANA RUIZ Norland Wire"."""
_BUTTON = re.compile(r"\s+(?:link copied|copy link|follow)$", re.I)
_TELLS = r"(?:is|was|has|writes|covers|works|reports|lives)\b"
_TWICE = re.compile(rf"^((?:[^\W\d_][\w.'’-]* ){{2,4}})(?:author |by )?\1{_TELLS}.*$", re.I)
"""A name and the first words about who bears it: "Ana Ruiz Author Ana Ruiz is a writer"."""
_REACHED = re.compile(r"\W*(?:(?:staff|contributing) )?(?:writer|reporter)s? (.{4,80}?) can be reached at\b", re.I)
_SIGNED = re.compile(r"[–—-]\s?((?:[^\W\d_a-z][\w.'’-]+ ){1,3}[^\W\d_a-z][\w'’-]+)$")
_AUTHORS = re.compile(r"\s*;\s*|\s+and\s+|\s*\|\s*|\s+&\s+")


def outlet_of(declared: Iterable[str], title: str, addresses: Sequence[str]) -> str:
    """The name of who published a page; "" where no name is declared.

    Parameters
    ----------
    declared : names as the page declares them, the best first; the last is what the extractor makes of its address.
    title : the page's title as a browser's window shows it, which may end in the outlet's name.
    addresses : its host, its account and who has its copyright.

    >>> outlet_of(["", "Thecrimson"], "Stipends rise | News | The Halden Crimson", ["thecrimson.com"])
    'The Halden Crimson'
    """
    *names, made = (" ".join(name.split()) for name in declared)
    names = [name for name in names if not _is_part_of_host(name, *addresses)]
    stems = [stem for address in addresses if (stem := _stem(address))]
    if any(_letters(made) in _letters(address) and "." not in made for address in addresses) and " " not in made:
        made = made if made in names else ""  # of the address
    names = [part for name in names for part in _part_that_goes_with(name, stems)]
    *before, end = _PARTED.split(title)
    told = [name for name in (*names, made) if _is_name(name)]
    related = [name for name in (*told, end) if _is_name(name) and any(_goes_with(name, stem) for stem in stems)]
    host = _stem(addresses[0])
    exact = (name for name in (*before[:0:-1], *addresses[2:]) if host in (_letters(name), _initials(name)))
    related += filter(_is_name, exact)
    for choice in ([name for name in related if name != name.lower()], related, told):
        if choice:
            return choice[0]
    return ""


def title_of(title: str, headings: Iterable[str], outlet: str, addresses: Sequence[str]) -> str:
    """A page's title without the outlet's name, and without the section before it.

    >>> title_of("Stipends rise | News | The Marn Post", [], "The Marn Post", [])
    'Stipends rise'
    >>> title_of("Ruiz - a life", [], "The Marn Post", [])
    'Ruiz - a life'
    """
    title = " ".join(title.split())
    for heading in headings:
        if len(heading) > 10 and title.startswith(heading) and _PARTED.match(title, len(heading)):
            return heading
    stems = [stem for address in addresses if (stem := _stem(address))]
    partings = list(_PARTED.finditer(title))
    cut = len(title)
    for parting in reversed(partings):
        last = title[parting.end() : cut]
        is_outlet = _letters(last) == _letters(outlet) or any(_goes_with(last, stem) for stem in stems)
        is_section = "|" in parting[0] and len(last.split()) <= (_SECTION_WORDS if cut < len(title) else 1)
        if not (is_section or (cut == len(title) and is_outlet)):
            break
        cut = parting.start()
    return title[:cut].strip() or title


def authors_of(declared: str, outlet: str, text: str = "") -> str:
    """The names of those who wrote a page, joined by "; ". A word that its text has behind "in" is a place.

    >>> authors_of("By Ana Ruiz and Ben Holm; ana-ruiz; The Marn Post", "The Marn Post")
    'Ana Ruiz; Ben Holm'
    """
    names: dict[str, str] = {}
    told_of = False  # whether a name is followed by who bears it
    for name in _AUTHORS.split(" ".join(declared.split())):
        if told_of and " " not in name:
            continue  # "Ana Ruiz is a writer based; *Velia*"
        told_of = told_of or _TWICE.match(name) is not None
        name = _CAPITALS.sub(r"\1", _BUTTON.sub("", _BY.sub("", _TWICE.sub(r"\1", name))).strip(" ,.-–—"))
        key = _letters(name)
        is_name = len(name.split()) <= _LONGEST_NAME and "@" not in name and not _NO_NAME.search(name)
        is_place = " " not in name and f" in {name}" in text  # of "Ana Ruiz, Velia"
        if key and is_name and not is_place and key != _letters(outlet):
            names.setdefault(key, name)
    if len(names) > 1:
        names.pop(_letters(f"{outlet} staff"), None)
    return "; ".join(names.values())


def signed_by(text: str) -> str:
    """Who is named as the writer in the last lines of a text, joined by "; "; "" where nobody is.

    >>> signed_by("It rained.\\n\\nStaff writer Ana Ruiz can be reached at ruiz@marnpost.example.")
    'Ana Ruiz'
    """
    *before, last = text.split("\n\n")
    if before and before[-1][-1:] not in "\"”’»" and (signed := _SIGNED.match(last)):
        return authors_of(signed[1], "")
    reached = filter(None, map(_REACHED.match, [*before, last][-_LAST_LINES:]))
    return authors_of("; ".join(one[1] for one in reached), "")


def lines_of(authors: str, text: str) -> list[tuple[int, int]]:
    """Where blocks of a text begin and end that only name its authors, or tell at its end who they are.

    >>> lines_of("Ana Ruiz; Ben Holm", "By ANA RUIZ\\n\\nIt rained on Ana Ruiz.\\n\\nBen Holm is a writer.")
    [(0, 11), (37, 58)]
    """
    names = {_letters(authors), *map(_letters, authors.split("; "))} - {""}
    full = "|".join(re.escape(name) for name in authors.split("; ") if " " in name)
    tells = re.compile(rf"(?:{full or '(?!)'}) {_TELLS}")
    found, start, blocks = [], 0, text.split("\n\n")
    for number, block in enumerate(blocks):
        only_names = len(block) < _LONGEST_BYLINE and _letters(_BY.sub("", block).replace(" and ", " ")) in names
        last = number and len(blocks) - _LAST_LINES <= number and len(block) < _LONGEST_LIFE
        if only_names or (last and tells.match(block)):
            found.append((start, start + len(block)))
        start += len(block) + 2
    return found


def _part_that_goes_with(name: str, stems: Sequence[str]) -> list[str]:
    """A name, or of one in two parts that which is of the address: "*Halden* | Velia, Norland"."""
    parts = name.split(" | ")
    return [part for part in parts if any(_goes_with(part, stem) for stem in stems)][:1] or [name]


def _initials(name: str) -> str:
    """The first letters of a name without "The": "ap" of "The Associated Press"."""
    return "".join(word[0] for word in name.lower().split() if word != "the")


def _is_part_of_host(name: str, host: str = "", *others: str) -> bool:
    """Whether a name is only the first part of the page's host, whose owner has an account: "Hosted" of
    hosted.wire.example and @wire."""
    first = host.removeprefix("www.").partition(".")[0]
    return _letters(name) == first and _stem(host) != first and _stem(host) in map(_stem, others)


def _is_name(name: str) -> bool:
    return len(_letters(name)) > 1 and len(name.split()) <= _LONGEST_OUTLET and not _NO_NAME.search(name)


def _letters(name: str) -> str:
    return _ALNUM.sub("", name).lower()


def _stem(address: str) -> str:
    """The letters of an address or account that name its owner: "www.marnpost.example", "@marnpost"."""
    return _letters(_TOP_LEVELS.sub("", address.lower().strip("@ ").removeprefix("www.")).rpartition(".")[2])


def _goes_with(name: str, stem: str) -> bool:
    """Whether a name and an address are of one owner: "The Marn Post" and "marnpost", "The Halden Crimson" and
    "thecrimson"."""
    letters = _letters(name)
    if min(len(letters), len(stem)) < 3:
        return letters == stem
    rest = stem
    for word in name.lower().split():
        rest = rest.removeprefix(_letters(word))
    return letters in stem or stem in letters or not rest
