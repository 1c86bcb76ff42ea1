"""Those who speak together and are named one after the other: "*Mia Holm, Jon Abel and Ana Ruiz* said", "*Sen. Ana
Ruiz, R-Norland, and Rep. Ben Holm*, D-Halden, said", "*doctors, nurses and porters* said"."""

from __future__ import annotations

from sourcereading.attribution.clause_words import QUOTE, Span, Window, heads
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import GROUP, speaker_words
from sourcereading.text.parts_of_speech import is_plain, is_plural
from sourcereading.text.phrases import is_people

_STEPS = 4
"""Words set off between a name and the "and" behind it: "Ana Ruiz, *56*, *of Halden*, and Ben Holm"."""
_BRACKETS = {")": "(", "]": "["}
_LONGEST = 12
"""Words of what is set off."""


def with_those_before(w: Window, phrase: Span) -> Span:
    """A phrase that ends a list of names, from the first of them; else the phrase as it is."""
    first, joined = phrase.first, w.any(*phrase, "coordinator")
    named = first + w.has(first, "determiner")
    based = w.word(first).endswith("-based")  # "the Halden, Norland-based maker of chips and soap"
    if based:
        return phrase
    names = w.capital(named) or w.word(first) == "others" or _goes_with_name(w, first)
    before = _name_before if names else _people_before
    while True:
        end = first - 1
        if w.word(end) == "and" and (w.word(end - 1) == "," or w.word(end - 1) in _BRACKETS):
            end, joined = end - 1, True
        elif w.word(end) != "," or not joined:
            break
        begun = before(w, end)
        if begun is None:
            break
        first = begun
    opens = first == 0 or w.is_break(first - 1) or w.kind(first - 1) is QUOTE
    return Span(first, phrase.last) if opens else phrase


def with_those_behind(w: Window, phrase: Span) -> tuple[Span, int]:
    """A name with those that follow it in a list, up to the one behind "and", and the item behind them and what is set
    off there; else the phrase as it is. Nouns for people make lists, too: "according to *doctors, nurses and porters*".
    """
    if _is_people(w, phrase.last - 1):
        return _people_behind(w, phrase)
    k = _behind_asides(w, phrase.last)
    while w.capital(phrase.first) and w.capital(phrase.last - 1):
        first = k + (w.word(k) == ",")
        joined = w.word(first) == "and"
        first += joined
        last = first
        while w.capital(last) or (w.word(last) == "of" and last > first and w.capital(last + 1)):
            last += 1
        if first == k or last - first < 2:
            break
        k = _behind_asides(w, last)
        if joined:
            return Span(phrase.first, last), k
    return phrase, phrase.last


def _people_behind(w: Window, phrase: Span) -> tuple[Span, int]:
    """A noun for people with those that follow it in a list, as above."""
    at, joined = phrase.last, False
    while not joined and (w.word(at) == "," or (w.word(at) == "and" and at > phrase.last)):
        at += 1 + (w.word(at + 1) == "and")
        joined = w.word(at - 1) == "and"
        first = at
        while at < first + _STEPS and not w.capital(at) and (w.is_open(at) or w.has(at, "determiner", "number")):
            at += 1
        if at == first or not (_is_people(w, at - 1) or is_plural(w.word(at - 1))):
            return phrase, phrase.last
    return (Span(phrase.first, at), at) if joined else (phrase, phrase.last)


def _is_people(w: Window, at: int) -> bool:
    """Whether a noun for people or bodies, no name, stands at an item."""
    return not w.capital(at) and (w.word(at) in heads() or is_people(singular(w.word(at))))


def opens_with_name(w: Window, at: int) -> bool:
    """Whether a name or a group begins a clause: "*Police* and nurses said", "*Ana Ruiz* and other residents said"; not
    a role alone, which goes with the name behind it: "*Cyclist* and father Ben Holm said"."""
    last = at
    while w.capital(at - 1):
        at -= 1
    word = w.word(at)
    several = is_plural(word) or word in speaker_words(GROUP) or w.is_adjective(at)
    role = at == last and is_plain(word) and not several
    return w.capital(at) and (at == 0 or w.kind(at - 1) is QUOTE) and not (role or w.has(at, "time"))


def _goes_with_name(w: Window, at: int) -> bool:
    """Whether a role goes with a name that is set off at the beginning of a sentence: "The mayor, Ana Ruiz, and *her
    deputy* said"; not "He met the mayor, Ana Ruiz, and *her deputy* said"."""
    if not (w.has(at, "determiner") and w.word(at - 1) == "and" and w.word(at - 2) == ","):
        return False
    return not any(w.has(k, "auxiliary") or w.is_finite(k, surely=True) or w.has(k, "ing") for k in range(at - 2))


def _behind_asides(w: Window, at: int) -> int:
    """The item behind what is set off after a name: at the comma or the end that closes it."""
    while w.word(at) in ("(", ","):
        close = next((k for k in range(at + 1, min(w.size, at + _LONGEST)) if not w.is_word(k)), w.size)
        if w.word(at) == "(" and w.word(close) == ")":
            at = close + 1
        elif close > at + 1 and w.word(at) == "," and _is_set_off(w, at + 1, close):
            at = close
        else:
            break
    return at


def _name_before(w: Window, end: int) -> int | None:
    """Where the full name begins before a comma or a bracket, and before the party, age, place or role set off behind
    it."""
    for _ in range(_STEPS):
        end -= w.word(end) == "," and w.word(end - 1) in _BRACKETS
        opening = _BRACKETS.get(w.word(end), ",")
        last = end
        while opening != "," and w.word(last) != opening:
            last -= 1
            if end - last > _LONGEST or last < 1:
                return None
        first = last
        while _is_in_name(w, first - 1, last):
            first -= 1
        the = w.word(first - 1) == "the"
        if (last - first > 1 or the) and w.capital(first) and w.word(first) not in speaker_words("place"):
            return first - the
        comma = next((k for k in range(last - 1, max(-1, last - _LONGEST), -1) if not w.is_word(k)), -1)
        if w.word(comma) != "," or not _is_set_off(w, comma + 1, last):
            return None
        end = comma
    return None


def _people_before(w: Window, end: int) -> int | None:
    """Where a noun for people or bodies begins before a comma: "*Doctors*, nurses and porters said", "*the unions*, the
    employers and the ministry said"."""
    first = end
    while first > max(0, end - _STEPS) and (w.is_open(first - 1) or w.has(first - 1, "determiner", "number")):
        first -= 1
        if w.has(first, "determiner"):
            break
    known = first < end and (_is_people(w, end - 1) or (end == 1 and is_people(singular(w.word(0)))))
    verb = w.any(first, end, "auxiliary", "ed", "past") or any(w.is_finite(k, True) for k in range(first, end))
    return first if known and not (verb or w.any(first, end, "adverb", "time", "preposition")) else None


def _is_in_name(w: Window, at: int, last: int) -> bool:
    """Whether an item can be in a name that ends before ``last``: "Mayor Ana Ruiz *of* Halden"."""
    if w.word(at) == "of":
        return at + 1 < last and w.capital(at - 1) and w.capital(at + 1)
    return w.capital(at) and not w.has(at, "preposition", "coordinator", "adverb", "time", "article")


def _is_set_off(w: Window, first: int, last: int) -> bool:
    """Whether words between commas say who somebody is: "R-Norland", "56", "the mayor of Halden", "of Halden"."""
    if last - first == 1:
        return is_credential(w.items[first].text) or w.word(first).isdigit()
    role = w.has(first, "determiner") or w.word(first) in ("of", "from")
    verb = w.any(first, last, "auxiliary", "subject_pronoun") or any(w.is_finite(k, True) for k in range(first, last))
    return role and not verb


def is_credential(text: str) -> bool:
    """Whether a word says what somebody holds, stands for or lives in: "MD", "PhD", "R-Halden", "Md."."""
    party = text[1:2] == "-" and text[2:3].isupper()
    return party or text.endswith(".") or text == "PhD" or (len(text) < 5 and text.isupper())
