"""The small words and commas within the name of an institution: "Ministry *of* Agriculture*,* Fisheries *and* Food".

An institution is known by its noun ("Office", "Fund"), or by a common noun that no person's name ends in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sourcereading.text.inflection import singular
from sourcereading.text.name_words import (
    GROUP,
    ORGANIZATION,
    PERSON,
    capital_places,
    given_names,
    is_article,
    is_capital,
    speaker_words,
    text_of,
)
from sourcereading.text.parts_of_speech import is_base, is_noun, is_plain
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.tokens import Token, Word


def name_links(words: Sequence[Word]) -> set[int]:
    """The places of what is within the name of an institution and has no capital: "Office *for* National Statistics",
    "Friends *of the* Earth", "the Food *and* Drug Administration", "Save *the* Children"."""
    found: set[int] = set()
    for at in range(1, len(words) - 1):
        word = words[at].lower
        if at in found or not is_capital(words[at - 1]):
            continue
        after = at + 1 + is_article(words[at + 1].lower)
        if after >= len(words) or not is_capital(words[after]) or "time" in classes_of(words[after].lower):
            continue
        if is_capital(words[at]) and "preposition" in classes_of(word) and after == at + 1:
            found.add(at)  # "Doctors *Without* Borders"
        elif words[at].text == "," and at > 1 and is_article(words[at - 2].lower):
            found |= _listed_office(words, at - 1)
        elif word in _JOINS and _joins(words, at, after, bool(found)):
            found.update(range(at, after))
            found.update(_list(words, after))
        elif (word == "and" and after == at + 1 and _one_name(words, at, found)) or (
            word == "the" and is_base(words[at - 1].lower) and after == at + 1
        ):
            found.add(at)
    return found


_JOINS = ("of", "for", "on", "in", "to", "at")


def institutions_in(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The capitalised runs of at least three capitals in a sentence, with what links them."""
    if len(capital_places(words)) < 2:
        return
    links = name_links(words)
    at = 0
    while at < len(words):
        first = at
        while at < len(words) and (is_capital(words[at]) or (at in links and at > first)):
            at += 1
        while first < at and is_article(words[first].lower):
            first += 1
        if at - first > 2:
            yield words[first:at]
        at = max(at, first) + (at == first)


class Bodies(NamedTuple):
    """The names of the institutions of an article, each with the number of its first sentence.

    by_initials : "WHO" to the names with these first letters.
    by_end : "Harbour Board" to the longer names that end with it.
    """

    by_initials: dict[str, dict[str, int]]
    by_end: dict[str, dict[str, int]]


def bodies_of(sentences: Iterable[tuple[int, Sequence[Token]]]) -> Bodies:
    """The names of the institutions in some sentences, each given with its number."""
    found = Bodies({}, {})
    for number, words in sentences:
        for run in institutions_in(words):
            name = text_of(run)
            bare = next((at for at, word in enumerate(run) if not word.text.isupper()), 0)
            found.by_initials.setdefault(initials(run), {}).setdefault(text_of(run[bare:]), number)
            opens = run[0] is words[0] and is_plain(run[0].lower)
            for at in range(1 + opens, len(run) - 1):
                if not _says_which(run[at - 1]):
                    break
                if is_capital(run[at]):
                    found.by_end.setdefault(text_of(run[at:]), {}).setdefault(name, number)
    return found


def _says_which(word: Token) -> bool:
    """Whether a word can begin the name of one institution, and not stand before it: "Halden", not "President"."""
    kinds = classes_of(word.lower) & {"time", "month", "article", "preposition"}
    title = _is_title(word.lower) and not word.text.isupper()  # "U.S."
    return is_capital(word) and not (kinds or title or word.lower in given_names())


def initials(words: Sequence[Token]) -> str:
    """The first letters of the capitalised words of a name, of both parts of a hyphenated one; without a leading
    "U.S."."""
    first = next((at for at, word in enumerate(words) if not word.text.isupper()), len(words))
    words = words[first:]
    return "".join(part[0] for word in words if is_capital(word) for part in word.text.split("-") if part[:1].isupper())


def _joins(words: Sequence[Word], at: int, after: int, linked: bool) -> bool:
    """Whether a preposition between capitalised words is part of the name of an institution."""
    word, before = words[at].lower, words[at - 1].lower
    institution = before in speaker_words(ORGANIZATION)
    if word == "in":
        return linked
    if word == "at":  # "University of Halden at Velia"
        return at > 2 and words[at - 2].lower == "of" and words[at - 3].lower in speaker_words(ORGANIZATION)
    run = _run_before(words, at)
    alone = len(run) == 1 and not before.endswith("s") and (_is_common(before) or is_base(before))
    alone = alone and before not in speaker_words(PERSON) and words[after].lower not in given_names()
    if word == "to":  # "Committee to Protect Walkers", "Norland Access to Medical Care Commission"
        last = after
        while last + 1 < len(words) and is_capital(words[last + 1]):
            last += 1
        within = last > after and words[last].lower in speaker_words(ORGANIZATION) and _is_common(before)
        return (institution and is_base(words[after].lower)) or (within and not linked)
    if word == "of":
        return institution or linked or _is_body(run)
    if word == "for":  # "Mothers for Peace"
        people = _is_plural_or_mass(before) and not (before in speaker_words(GROUP) or _is_title(before))
        return institution or alone or (people and is_plain(words[after].lower.removesuffix("'s")))
    return institution or (alone and (is_noun(words[after].lower) or is_base(words[after].lower)))  # "Action on Sugar"


def _run_before(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The capitalised words right before a place."""
    first = at
    while first and is_capital(words[first - 1]) and not is_article(words[first - 1].lower):
        first -= 1
    return words[first:at]


def list_marks(words: Sequence[Token]) -> set[int]:
    """The commas and the "and" of lists behind an office or an institution: "the Minister for Roads*,* Bridges *and*
    Tolls"."""
    found: set[int] = set()
    for at in range(1, len(words) - 1):
        before = words[at - 1].lower
        if words[at].lower in ("of", "for") and (before in speaker_words(ORGANIZATION) or _is_title(before)):
            found |= _list(words, at + 1)
    return found


def _listed_office(words: Sequence[Word], at: int) -> set[int]:
    """The commas and the "and" of a list that ends with an institution, from its first word: "the Roads, Bridges and
    Tolls Office"."""
    found = _list(words, at) if is_plain(words[at].lower) else set()
    last = max(found, default=len(words)) + 1
    while last + 1 < len(words) and is_capital(words[last + 1]):
        last += 1
    return found if last < len(words) and words[last].lower in speaker_words(ORGANIZATION) else set()


def _list(words: Sequence[Word], at: int) -> set[int]:
    """The commas and the "and" of a list that is part of a name, from its first word: "Agriculture, Fisheries and
    Food". All but the first word are common nouns or adjectives; none where it is no such list."""
    found: set[int] = set()
    at += 1
    while at + 1 < len(words):
        if words[at].text == "," and not words[at - 1].lower.endswith("'s"):
            found.add(at)
        elif found and words[at].lower in ("and", "&"):
            return {*found, at}
        elif not is_capital(words[at]):
            break
        if found and not (is_capital(words[at + 1]) and is_plain(words[at + 1].lower)):
            break
        at += 1 + (words[at].text == ",")
    return set()


def goes_on_with_of(run: Sequence[Token]) -> bool:
    """Whether "of" behind capitalised words is part of the name: "Ministry of Health", "Norland Conference of Mayors",
    not "Ruiz of Halden"."""
    word = run[-1].lower
    return _is_title(word) or word in speaker_words(ORGANIZATION) or _is_body(run)


def _is_body(run: Sequence[Word]) -> bool:
    """Whether capitalised words end in a common noun and begin as no person's name does: "Norland Conference"."""
    words = [word.lower for word in run if is_capital(word)]
    if len(words) < 2 or not _is_common(words[-1]) or words[-1] in speaker_words(PERSON):
        return False
    return not any(word in given_names() or _is_title(word) for word in words)


def _is_title(word: str) -> bool:
    return word in speaker_words("title")


def _is_common(word: str) -> bool:
    return is_noun(word) and word not in given_names() and not _is_title(word)


def _is_plural_or_mass(word: str) -> bool:
    return word.endswith("s") and word not in given_names()


def _one_name(words: Sequence[Word], at: int, links: set[int]) -> bool:
    """Whether "and" between capitalised words joins parts of one name, not two names."""
    first, last = at, at + 1
    while first > 0 and is_capital(words[first - 1]) and not is_article(words[first - 1].lower):
        first -= 1
    while last < len(words) and is_capital(words[last]):
        last += 1
    before, after = words[first:at], words[at + 1 : last]
    institution = after[-1].lower in speaker_words(ORGANIZATION)
    if first - 1 in links:  # "Department of Health and Human Services"
        return not (after[0].lower in given_names() or after[0].lower in speaker_words("title"))
    article = first > 0 and words[first - 1].lower == "the"
    first_word = before[0].lower
    if len(before) == 1 < len(after) and all(is_noun(word.lower) for word in (*before, *after)):
        kinds = (GROUP, PERSON, ORGANIZATION, "title")
        if not any(word in speaker_words(kind) for word in (first_word, singular(first_word)) for kind in kinds):
            return True  # "Wildlife and Countryside Link"
    if len(before) == len(after) == 1 and first == article and last == len(words):
        return first_word not in given_names()  # "Marks and Spencer"
    capitals = before[0].text.isupper() and _is_title(before[0].lower)  # "U.S. Citizenship and Immigration Services"
    state = len(before) == (2 if capitals else 3) and (capitals or before[0].lower in speaker_words("state"))
    state = state and is_plain(before[-1].lower) and is_plain(after[0].lower)
    office = first_word in speaker_words("office")  # "House Ways and Means Committee"
    parts = [word.lower for word in before[-1 if state else int(office) :]]
    other = any(word in speaker_words(ORGANIZATION) or _is_title(word) for word in parts)
    return (article or state) and institution and len(after) > 1 and not other
