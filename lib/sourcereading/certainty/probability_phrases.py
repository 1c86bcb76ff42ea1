"""Rules for probability phrases: "very unlikely", "a slim chance", "a 60 percent chance", "roughly equal".

They find the longest phrase and leave its number to ``probability``. A phrase for an even chance ("equal", "50-50",
"a toss-up") is one only where chances are mentioned, or where it is said of something ("the race is a toss-up").
Which nouns need a size, and which words beside them say that no probability is meant, are classes of the lexicon.
"""

from __future__ import annotations

import re

from sourcereading.certainty.negation import Found, Rule
from sourcereading.certainty.words import Units

_QUOTED_ODDS = re.compile(r"[\d,]+(-|/|–|-to-)\d+")  # as bookmakers quote them: "100-1", "5/2"
_SEPARATORS = frozenset(("to", "-", "–", "or", "and"))
_BEFORE, _AFTER = 14, 8
"""Units before and after a word for an even chance in which chances must be mentioned."""


def _phrase(lo: int, hi: int, kind: str, rule: str) -> Found:
    return Found(lo, hi, "probability", kind, rule)


# --- Likely --------------------------------------------------------------------------------------------------


def likely(units: Units, i: int) -> Found | None:
    """“likely”, “very unlikely”, “more likely than not”: not the category “likely voters”."""
    conceded = units.word(i - 1) == "not" and units.word(i - 2).endswith("if")  # "possible, if not probable"
    if conceded or _is_category(units, i) or _is_unexpected(units, i):
        return None
    lo, hi = _degrees(units, i), i + 1
    if units.text(hi, hi + 2) == "than not":
        hi += 2
    if lo == i and (number := _number_before(units, i)) < i:
        return _phrase(number, hi, "numeric", f"number with “{units.words[i]}”")
    phrase = units.text(lo, hi)
    if units.any(lo, i + 1, "comparing") and hi == i + 1:
        return _phrase(lo, hi, "comparative", f"“{phrase}” compares probabilities and gives no number")
    denied = units.has(lo, "contracted") or "not" in units.words[lo:i]
    kind = "unlikely" if denied or units.has(i, "improbable") else "likely"
    return _phrase(lo, hi, kind, f"probability phrase “{phrase}”")


def _is_category(units: Units, i: int) -> bool:
    """Whether the "likely" at ``i`` names a part of a group: "likely voters", "Voters, likely and registered"."""
    if units.any(i - 2, i + 3, "survey_word"):
        return True
    goes_on = units.has(i + 1, "preposition", "determiner") or units.word(i + 1) == "to"
    group = units.has(i + 1, "agents") or (units.any(i + 1, i + 4, "agent_end") and not goes_on)
    return group and not units.has(i - 1, "article", "possessive", "be", "genitive")


def _is_unexpected(units: Units, i: int) -> bool:
    """Whether "unlikely" says only that something is unexpected: "an unlikely hero", not "an unlikely event"."""
    before_noun = units.has(i, "improbable") and units.has(i - 1, "article") and units.is_word(i + 1)
    return before_noun and not units.has(i + 1, "event_noun", "preposition")


def likely_adverb(units: Units, i: int) -> Found:
    """“probably”, “in all likelihood”, with the words beside it: “most probably”, “probably not”."""
    lo = _degrees(units, i)
    hi = i + 2 if units.word(i + 1) == "not" else i + 1
    return _phrase(lo, hi, "likely", f"probability phrase “{units.text(lo, hi)}”")


def _degrees(units: Units, i: int) -> int:
    """The first unit of the degree words before ``i`` ("far less", "not very", "isn't")."""
    lo = i
    while lo > max(0, i - 4) and units.has(lo - 1, "degree", "near"):
        lo -= 1
    if units.has(lo - 1, "contracted") and units.has(lo - 1, "be"):
        lo -= 1
    adds_nothing = units.word(lo) in ("so", "as", "still", "only", "about", "no") and lo < i
    return lo + 1 if adds_nothing and units.word(lo + 1) not in ("more", "less") else lo


# --- Numbers -------------------------------------------------------------------------------------------------


def _share_after(units: Units, i: int) -> int:
    """The unit after "one in five", "four out of five" or "5 to 1" that begins at ``i``; 0 if none does."""
    of = i + 2 if units.text(i + 1, i + 3) == "out of" else i + 1
    is_share = units.has(i, "number") and units.word(of) in ("in", "to", "of") and units.has(of + 1, "number")
    return of + 2 if is_share and (of > i + 1 or units.word(of) != "of") else 0


def _number_before(units: Units, i: int) -> int:
    """The first unit of "60 percent", "60 to 70 percent", "one in five" that ends before ``i``; ``i`` if none."""
    last = i - 1
    if units.has(last, "percent"):
        return _range_before(units, last - 1) if units.has(last - 1, "number") else i
    if units.has(last, "ratio"):
        return last
    if not units.has(last, "number"):
        return i
    if units.word(last).endswith("percent") or _QUOTED_ODDS.fullmatch(units.word(last)):
        return last
    return next((lo for lo in (i - 3, i - 4) if _share_after(units, lo) == i), i)


def _range_before(units: Units, last: int) -> int:
    """The first number of a range that ends with the number at ``last``."""
    first = last - 2 - units.has(last - 2, "percent")
    return first if units.word(last - 1) in _SEPARATORS and units.has(first, "number") else last


def _range_after(units: Units, first: int) -> int:
    """The unit after the number at ``first``, or after the range that begins with it ("60% to 70")."""
    mark = first + 1 + units.has(first + 1, "percent")
    return mark + 2 if units.word(mark) in _SEPARATORS and units.has(mark + 1, "number") else first + 1


def _bound_before(units: Units, lo: int) -> int:
    """``lo``, or the word before it that makes the number a bound ("less than a one in ten chance")."""
    at = lo - 1 if units.has(lo - 1, "article") else lo
    return at - 1 if units.has(at - 1, "upper", "lower") else lo


def _number_after(units: Units, i: int) -> tuple[int, int] | None:
    """The span of a percentage or ratio that the chance at ``i`` is put at ("chances of rain at 60 percent")."""
    for lo in range(i + 1, min(i + 11, len(units))):
        if units.is_stop(lo) or units.word(lo) == ",":
            return None
        if units.has(lo, "ratio") or units.has(lo, "number") and _is_quoted(units, i, lo):
            return lo, lo + 1
        hi = _share_after(units, lo)
        if not hi and units.has(lo, "number") and units.has(_range_after(units, lo), "percent"):
            hi = _range_after(units, lo)
        if hi:
            return lo, hi + units.has(hi, "percent")
    return None


def _is_quoted(units: Units, i: int, number: int) -> bool:
    """Whether a number is one as bookmakers quote odds: "5/2"; "5-2" only after "odds"."""
    word = units.word(number)
    return ("/" in word or "-" in word and units.has(i, "odds_noun")) and not units.has(number + 1, "percent")


def sure_number(units: Units, i: int) -> Found | None:
    """“90 percent certain”."""
    lo = _number_before(units, i)
    if lo == i:
        return None
    return _phrase(_bound_before(units, lo), i + 1, "numeric", f"number with “{units.words[i]}”")


def outsider(units: Units, i: int) -> Found | None:
    """“100-1 outsiders”, “the 5-2 favourite”: odds before those on whom they are laid."""
    lo = _number_before(units, i)
    return _phrase(lo, i, "numeric", f"odds before “{units.words[i]}”") if lo < i else None


def guess(units: Units, i: int) -> Found | None:
    """“I'd say one in three”: a chance where it is a share of nothing; not “I'd say one in three pupils”."""
    lo = i + 2 if units.has(i + 1, "quantity", "adverb") else i + 1
    hi = lo + 1 if units.has(lo, "ratio", "even") else _share_after(units, lo)
    if not hi or units.is_word(hi):
        return None
    if units.has(lo, "even"):
        return _phrase(lo, hi, "even", f"an even chance after “{units.words[i]}”")
    return _phrase(lo, hi, "numeric", f"number after “{units.words[i]}”")


# --- Chances -------------------------------------------------------------------------------------------------


def chance(units: Units, i: int) -> Found | None:
    """“a slim chance”, “chances are”, “odds of five to one”: not “a second chance”, “by chance”, “at odds”."""
    if found := _with_number(units, i) or _compared(units, i):
        return found
    none = units.word(i - 1) == "no" and units.has(i - 2, "near")  # "next to no chance"
    if none or _is_sized(units, i):
        return _with_size(units, i, i - 2 if none else _degrees(units, i - 1))
    if found := _predicate(units, i):
        return found
    if any(units.has(k, "even", "coin") and even_or_coin(units, k) for k in range(i + 1, min(i + 14, len(units)))):
        return None  # its size is found by the rule for an even chance
    if units.has(i, "needs_size") or units.has(i - 1, "chance_not", "chance_frame"):
        return None
    if units.has(i, "long_shot"):
        return _phrase(i, i + 1, "small_chance", f"“{units.words[i]}”: a small chance")
    return _without_size(units, i)


def _with_number(units: Units, i: int) -> Found | None:
    """“a 60 percent chance”, “a chance of 60 percent”."""
    noun = i - 1 if units.has(i - 1, "chance_good") else i
    lo = _number_before(units, noun)
    if lo < noun:
        return _phrase(_bound_before(units, lo), i + 1, "numeric", f"number with “{units.words[i]}”")
    if number := _number_after(units, i):
        lo, hi = number
        return _phrase(_bound_before(units, lo), hi, "numeric", f"number given for “{units.words[i]}”")
    return None


def _compared(units: Units, i: int) -> Found | None:
    """“a better than even chance”."""
    if units.has(i - 1, "even") and units.has(i - 2, "upper", "lower"):
        return _phrase(i - 2, i + 1, "chance", "compared with an even chance: no number")
    return None


def _is_sized(units: Units, i: int) -> bool:
    """Whether the size of the chance at ``i`` is before it; "high hopes" are no size."""
    plain = units.has(i, "needs_size") and units.has(i - 1, "plain_size")
    return units.has(i - 1, "chance_good", "even") and not plain


def _with_size(units: Units, i: int, lo: int) -> Found | None:
    """“a slim chance”; “a fair hope” only before what is hoped for, “an outside shot” only before its aim."""
    after = units.word(i + 1)
    if units.has(i, "needs_of") and after not in ("of", "that", "for") or units.has(i, "needs_at") and after != "at":
        return None
    kind = "small_chance" if units.has(i - 1, "chance_small") else "chance"
    return _phrase(lo, i + 1, kind, f"probability phrase “{units.text(lo, i + 1)}”")


def _without_size(units: Units, i: int) -> Found | None:
    """“the chance of rain”, “the odds favour her”: not “a chance to win”, “a professor of probability”."""
    after = units.word(i + 1)
    if units.has(i, "bare_of"):
        if after not in ("of", "that", "are", "is") or units.any(i - 3, i, "chance_frame"):
            return None
    elif units.has(i, "odds_noun"):
        if not units.has(i + 1, "odds_tail"):
            return None
    elif units.word(i - 1) == "of" and after not in ("of", "that"):
        return None
    return _phrase(i, i + 1, "bare", f"“{units.words[i]}” without a size: no number")


def _predicate(units: Units, i: int) -> Found | None:
    """The size that is said of the chances at ``i``: "the chances … remain slim", "the odds are against"."""
    if units.has(i, "needs_at"):
        return None
    for j in range(i + 1, min(i + 12, len(units))):
        if units.is_stop(j) or units.word(j) == ",":
            return None
        if not units.has(j, "be", "open", "seem", "bridge"):
            continue
        k = j + 1
        while units.has(k, "adverb", "degree", "near") and not units.has(k, "chance_good", "even") and k < j + 5:
            k += 1
        if units.has(k, "even"):
            return None
        if units.has(k, "odds_against") and units.has(i, "odds_noun"):
            said = f"“{units.words[i]} … {units.words[k]}”: a small chance, no number"
            return _phrase(i, k + 1, "small_chance", said)
        if units.has(k, "chance_good") and units.word(k) not in ("no", "more"):
            return _size_after(units, i, j, k)
        if not units.has(j, "bridge"):
            return None
    return None


def _size_after(units: Units, i: int, verb: int, size: int) -> Found | None:
    """“Chances are slim”; “hopes are slim”, but not “hopes are high”."""
    small = units.has(size, "chance_small")
    if units.has(i, "needs_of") and not small:
        return None
    lo = i if verb == i + 1 and size == verb + 1 else _degrees(units, size)
    kind = "small_chance" if small else "chance"
    return _phrase(lo, size + 1, kind, f"size of the chances: “{units.text(lo, size + 1)}”")


def real_possibility(units: Units, i: int) -> Found | None:
    """“a realistic possibility”, “a strong possibility”: with a size, so a probability phrase."""
    if not units.has(i, "sized_possibility") or not units.has(i - 1, "chance_good") or units.word(i - 1) == "no":
        return None
    lo = _degrees(units, i - 1)
    return _phrase(lo, i + 1, "chance", f"probability phrase “{units.text(lo, i + 1)}”")


# --- An even chance ------------------------------------------------------------------------------------------


def even_or_coin(units: Units, i: int) -> Found | None:
    """The mark of an even chance at ``i``."""
    return even(units, i) if units.has(i, "even") else coin(units, i)


def even(units: Units, i: int) -> Found | None:
    """“roughly equal”, “50-50”, “even”: an even chance only where chances are mentioned."""
    mentioned = units.any(i - _BEFORE, i + _AFTER, "chance")
    if not mentioned and not _is_said_of_outcome(units, i):
        return None
    if units.has(i + 1, "chance"):
        return None  # "an even chance": found with the noun
    if units.has(i, "even_adjective") and not _is_predicate(units, i):
        return None
    if units.has(i - 1, "upper", "lower"):
        return _phrase(i - 1, i + 1, "chance", "compared with an even chance: no number")
    lo = i
    while units.has(lo - 1, "degree", "quantity"):
        lo -= 1
    return _phrase(lo, i + 1, "even", "an even chance, because chances are mentioned; may also mean “no idea”")


def _is_said_of_outcome(units: Units, i: int) -> bool:
    """“It is 50-50”, “a fifty-fifty call”, where chances are not mentioned."""
    share = units.has(i, "number") and units.has(i - 1, "be", "open", "adverb", "preposition")
    ends = not units.is_word(i + 1) or units.has(i + 1, "preposition", "interrogative", "even_noun")
    return ends and (share or units.has(i - 1, "article"))


def _is_predicate(units: Units, i: int) -> bool:
    """Whether “even” or “equal” says how the chances are: not “even the chances”, “equal pay”."""
    before = units.has(i - 1, "upper", "lower", "be", "open", "adverb", "degree", "seem", "bridge")
    return before and (not units.is_word(i + 1) or units.has(i + 1, "preposition", "clause_break", "interrogative"))


def coin(units: Units, i: int) -> Found | None:
    """“the race is a toss-up”: not “won the coin toss”."""
    if units.word(i - 1) == "the" and not units.has(i + 1, "whether") or units.any(i - 3, i, "toss_head"):
        return None
    said = f"“{units.words[i]}” said of an outcome: an even chance; may also mean “no idea”"
    return _phrase(i, i + 1, "even", said)


# --- Almost certain ------------------------------------------------------------------------------------------


def near_certain(units: Units, i: int) -> Found | None:
    """“almost certain”, “all but guaranteed”, “virtually impossible”."""
    at = i + 2 if units.has(i + 1, "article") else i + 1
    if not units.has(at, "extreme"):
        return None
    return _phrase(i, at + 1, "near_certain", f"“{units.text(i, at + 1)}”: nearly certain")


def near_certain_word(units: Units, i: int) -> Found:
    """“near-certain”."""
    return _phrase(i, i + 1, "near_certain", f"“{units.words[i]}”: nearly certain")


PROBABILITIES: dict[str, Rule] = {
    "likely": likely, "likely_adv": likely_adverb, "chance": chance, "even": even, "coin": coin,
    "outsider": outsider, "guess": guess, "sure": sure_number,
    "near": near_certain, "near_certain": near_certain_word, "possibility": real_possibility,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
