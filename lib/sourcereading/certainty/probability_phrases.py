"""Rules for probability phrases: "very unlikely", "a slim chance", "a 60 percent chance", "roughly equal".

They find the longest phrase and leave its number to ``probability``. A phrase for even odds ("equal", "50-50",
"a toss-up") is one only where chances are spoken of, or where it is said of something ("the race is a toss-up").
"""

from __future__ import annotations

import re

from sourcereading.certainty.negation import Found, Rule
from sourcereading.certainty.words import Units

_QUOTED = re.compile(r"[\d,]+(-|/|–|-to-)\d+")  # odds as bookmakers quote them: "100-1", "5/2"
_SEPARATORS = frozenset(("to", "-", "–", "or", "and"))


def _degrees(units: Units, i: int) -> int:
    """The first unit of the degree words before ``i`` ("far less", "not very", "isn't")."""
    lo = i
    while lo > max(0, i - 4) and units.has(lo - 1, "degree", "near"):
        lo -= 1
    if units.has(lo - 1, "contracted") and units.has(lo - 1, "be"):
        lo -= 1
    if (
        units.word(lo) in ("so", "as", "still", "only", "about", "no")
        and lo < i
        and units.word(lo + 1) not in ("more", "less")
    ):
        lo += 1
    return lo


def likely(units: Units, i: int) -> Found | None:
    """“likely”, “very unlikely”, “more likely than not”: not the category “likely voters”."""
    if units.text(i - 2, i) in ("if not", "even if not"):
        return None  # "possible, if not probable": perhaps even that
    voters = units.any(i + 1, i + 4, "agent_end") and not units.has(i + 1, "prep", "to", "det")
    category = voters or units.has(i + 1, "agents")
    if category and not units.has(i - 1, "article", "poss", "be", "genitive"):
        return None
    if any(units.has(k, "survey_word") for k in range(max(0, i - 2), min(i + 3, len(units)))):
        return None
    surprising = units.words[i] == "unlikely" and units.has(i - 1, "article") and units.is_word(i + 1)
    if surprising and not units.has(i + 1, "event_noun", "prep"):
        return None  # "an unlikely hero"
    lo, hi = _degrees(units, i), i + 1
    if units.text(hi, hi + 2) in ("than not", "as not"):
        hi += 2
    lo = _number_before(units, lo) if units.word(lo) == units.word(i) else lo
    phrase = units.text(lo, hi)
    if units.has(lo, "number"):
        return Found(lo, hi, "probability", "numeric", f"number with “{units.words[i]}”")
    compared = any(units.has(k, "comparing") for k in range(lo, hi)) and "most" not in units.words[lo:hi]
    if compared and "than not" not in phrase:
        return Found(lo, hi, "probability", "comparative", f"“{phrase}” compares chances and gives none")
    kind = (
        "unlikely"
        if units.words[i].startswith(("un", "im"))
        or units.has(lo, "contracted")
        or "not" in units.words[lo:i]
        else "likely"
    )
    return Found(lo, hi, "probability", kind, f"probability phrase “{phrase}”, longest match")


def likely_adverb(units: Units, i: int) -> Found:
    """“probably”, “in all likelihood”, with what stands before: “most probably”, “probably not”."""
    lo = i - 1 if units.word(i - 1) in ("most", "very", "quite") else i
    hi = i + 2 if units.word(i + 1) == "not" else i + 1
    return Found(lo, hi, "probability", "likely", f"probability phrase “{units.text(lo, hi)}”")


def _number_before(units: Units, i: int) -> int:
    """The first unit of "60 percent", "60 to 70 percent", "one in five" that ends before ``i``; ``i`` if none."""
    j = i
    if units.has(j - 1, "percent") or units.word(j - 1) == "%":
        j -= 1
        if units.has(j - 1, "number"):
            return _range_before(units, j - 1)
        return i
    if (
        units.has(j - 1, "ratio")
        or units.word(j - 1).endswith(("%", "percent"))
        and units.has(j - 1, "number")
    ):
        return j - 1
    if units.has(j - 1, "number") and units.word(j - 1).endswith("-percent"):
        return j - 1
    if (
        units.has(j - 1, "number")
        and units.word(j - 2) in ("in", "to", "out of", "-in-")
        and units.has(j - 3, "number")
    ):
        return j - 3
    if (
        units.has(j - 1, "number")
        and units.word(j - 2) == "of"
        and units.word(j - 3) == "out"
        and units.has(j - 4, "number")
    ):
        return j - 4
    if units.has(j - 1, "number") and _QUOTED.fullmatch(units.word(j - 1)):
        return j - 1
    return i


def _bound_before(units: Units, lo: int) -> int:
    """``lo``, or the word before it that makes the number a bound ("less than a one in ten chance")."""
    at = lo - 1 if units.has(lo - 1, "article") else lo
    return at - 1 if units.has(at - 1, "upper", "lower") else lo


def sure_number(units: Units, i: int) -> Found | None:
    """“90 percent certain”."""
    lo = _number_before(units, i)
    return (
        Found(_bound_before(units, lo), i + 1, "probability", "numeric", f"number with “{units.words[i]}”")
        if lo < i
        else None
    )


def outsider(units: Units, i: int) -> Found | None:
    """“100-1 outsiders”, “the 5-2 favourite”: odds before whom they are laid on."""
    lo = _number_before(units, i)
    return Found(lo, i, "probability", "numeric", f"odds before “{units.words[i]}”") if lo < i else None


def guess(units: Units, i: int) -> Found | None:
    """“I'd say one in three”: a chance where a share of nothing is given; not “I'd say one in three pupils”."""
    lo = i + 2 if units.has(i + 1, "quantity", "adv") else i + 1
    if units.has(lo, "ratio", "even") and units.words[lo] != "even":
        hi = lo + 1
    elif units.has(lo, "number") and units.word(lo + 1) in ("in", "out of") and units.has(lo + 2, "number"):
        hi = lo + 3
    else:
        return None
    if units.is_word(hi):
        return None
    if units.has(lo, "even"):
        return Found(lo, hi, "probability", "even", f"even odds after “{units.words[i]}”")
    return Found(lo, hi, "probability", "numeric", f"number after “{units.words[i]}”")


def _range_before(units: Units, j: int) -> int:
    """The first number of a range that ends with the number at ``j``."""
    if units.word(j - 1) == "%":
        j -= 1
    if units.word(j - 1) in _SEPARATORS:
        k = j - 2
        if units.word(k) == "%" or units.has(k, "percent"):
            k -= 1
        if units.has(k, "number"):
            return k
    return j


def _number_after(units: Units, i: int) -> tuple[int, int] | None:
    """The span of a percentage or ratio that the chance at ``i`` is put at ("chances of rain at 60 percent")."""
    for j in range(i + 1, min(i + 11, len(units))):
        if units.is_stop(j) and not units.has(j, "percent") or units.word(j) == ",":
            return None
        if units.has(j, "ratio"):
            return j, j + 1
        if not units.has(j, "number"):
            continue
        quoted = "/" in units.word(j) or ("-" in units.word(j) and units.word(i) == "odds")
        if quoted and not (units.has(j + 1, "percent") or units.word(j + 1) == "%"):
            return j, j + 1
        hi = j + 1
        if units.word(hi) in ("in", "to", "out of") and units.has(hi + 1, "number"):
            hi += 2
            if units.has(hi, "percent") or units.word(hi) == "%":
                hi += 1
            return j, hi
        if units.word(hi) == "%" and units.word(hi + 1) in _SEPARATORS and units.has(hi + 2, "number"):
            hi += 3
        elif units.word(hi) in _SEPARATORS and units.has(hi + 1, "number"):
            hi += 2
        if units.has(hi, "percent") or units.word(hi) == "%":
            return j, hi + 1
    return None


def chance(units: Units, i: int) -> Found | None:
    """“a slim chance”, “chances are”, “odds of five to one”: not “a second chance”, “by chance”, “at odds”."""
    word, after = units.words[i], units.word(i + 1)
    noun_lo = i - 1 if units.has(i - 1, "chance_good") else i
    lo = _number_before(units, noun_lo)
    if lo < noun_lo:
        lo = _bound_before(units, lo)
        return Found(lo, i + 1, "probability", "numeric", f"number with “{word}”")
    near_no = units.words[i - 1 : i] == ["no"] and units.has(i - 2, "near")
    if (
        word in ("odds",)
        and units.word(i - 1) in ("at", "all", "against")
        or units.text(i - 2, i) == "against the"
    ):
        return None
    if number := _number_after(units, i):
        lo, hi = number
        lo = _bound_before(units, lo)
        return Found(lo, hi, "probability", "numeric", f"number that “{word}” is put at")
    if units.word(i - 1) == "even" and units.word(i - 2) in ("less than", "more than", "better than"):
        return Found(i - 2, i + 1, "probability", "chance", "odds compared with even")
    vague = word in ("prospect", "prospects", "hope", "hopes", "shot")
    quality = units.has(i - 1, "chance_good", "even") and not (vague and units.has(i - 1, "plain_size"))
    if quality or near_no:
        if (
            word in ("shot", "shots")
            and after not in ("at",)
            or word in ("hope", "hopes")
            and after not in ("of", "that", "for")
        ):
            return None
        lo = _degrees(units, i - 1) if not near_no else i - 2
        kind = "small_chance" if units.has(i - 1, "chance_small") else "chance"
        return Found(lo, i + 1, "probability", kind, f"probability phrase “{units.text(lo, i + 1)}”")
    if word not in ("hope", "hopes", "shot") and (predicate := _predicate(units, i)):
        return predicate
    if any(
        units.has(k, "even", "coin") and even_or_coin(units, k) for k in range(i + 1, min(i + 14, len(units)))
    ):
        return None  # their size is found by the rule for even odds
    if vague or units.has(i - 1, "chance_not") or units.has(i - 1, "chance_frame") or word == "long shot":
        return _long_shot(units, i) if word == "long shot" else None
    if word in ("chance", "chances"):
        taken = any(units.has(k, "chance_frame") for k in range(max(0, i - 3), i))
        if taken or after in ("to", "for") or after not in ("of", "that", "are", "is"):
            return None
        return Found(i, i + 1, "probability", "bare", f"“{word}” without a size: no number")
    if word == "odds" and not units.has(i + 1, "odds_tail"):
        return None
    if word in ("probability", "likelihood") and units.word(i - 1) == "of" and after not in ("of", "that"):
        return None  # "a professor of probability"
    return Found(i, i + 1, "probability", "bare", f"“{word}” without a size: no number")


def even_or_coin(units: Units, i: int) -> Found | None:
    """The mark of even odds at ``i``."""
    return even(units, i) if units.has(i, "even") else coin(units, i)


def _long_shot(units: Units, i: int) -> Found:
    return Found(i, i + 1, "probability", "small_chance", "“long shot”: a small chance")


def _predicate(units: Units, i: int) -> Found | None:
    """The size that is said of the chances at ``i``: "the chances … remain roughly equal", "the odds are against"."""
    for j in range(i + 1, min(i + 12, len(units))):
        if units.is_stop(j) or units.word(j) == ",":
            return None
        if not units.has(j, "be", "open", "seem", "bridge"):
            continue
        k = j + 1
        while units.has(k, "adv", "degree", "near") and not units.has(k, "chance_good", "even") and k < j + 5:
            k += 1
        if units.has(k, "even"):
            return None
        if units.word(k) in ("against", "stacked") and units.word(i) == "odds":
            return Found(i, k + 1, "probability", "small_chance", "odds against: no number")
        if units.has(k, "chance_good") and units.word(k) not in ("no", "more", "real"):
            lo = i if j == i + 1 and k == j + 1 else _degrees(units, k)
            kind = "small_chance" if units.has(k, "chance_small") else "chance"
            return Found(lo, k + 1, "probability", kind, f"size of the chances: “{units.text(lo, k + 1)}”")
        if not units.has(j, "bridge"):
            return None
    return None


def even(units: Units, i: int) -> Found | None:
    """“roughly equal”, “50-50”, “even”: even odds only where chances are spoken of."""
    word = units.words[i]
    spoken = any("chance" in classes for classes in units.classes[max(0, i - 14) : i + 8])
    spoken = spoken and not any(
        units.text(k, k + 2) in ("at odds", "second chance") for k in range(max(0, i - 14), i + 8)
    )
    if not spoken:
        share = word in ("50-50", "50/50", "fifty-fifty") and units.has(i - 1, "be", "open", "adv", "prep")
        if (
            not (share or units.has(i - 1, "article"))
            or units.is_word(i + 1)
            and not units.has(i + 1, "prep", "wh", "even_noun")
        ):
            return None
        if units.word(i + 1) in ("in", "between", "on") or units.word(i - 1) == "split":
            return None
    if units.has(i + 1, "chance"):
        return None  # "an even chance": found with the noun
    if word in ("even", "equal") and not (
        units.has(i - 1, "upper", "lower", "be", "open", "adv", "degree", "seem", "bridge")
    ):
        return None
    if word in ("even", "equal") and units.is_word(i + 1) and not units.has(i + 1, "prep", "stop", "wh"):
        return None
    if units.word(i - 1) in ("less than", "more than", "better than"):
        return Found(i - 1, i + 1, "probability", "chance", "odds compared with even")
    lo = i
    while units.has(lo - 1, "degree", "quantity") or units.word(lo - 1) in ("evenly", "approximately"):
        lo -= 1
    if units.word(lo) in ("still", "so", "as") and lo < i:
        lo += 1
    return Found(
        lo, i + 1, "probability", "even", "even odds, for chances are spoken of; may also mean “no idea”"
    )


def coin(units: Units, i: int) -> Found | None:
    """“the race is a toss-up”: not “won the coin toss”."""
    if units.has(i - 1, "toss_head") and not units.has(i + 1, "whether"):
        return None
    if units.words[i].startswith("coin") and any(
        units.word(k) in ("won", "lost", "win", "decided", "by") for k in range(max(0, i - 3), i)
    ):
        return None
    return Found(
        i,
        i + 1,
        "probability",
        "even",
        f"“{units.words[i]}” said of an outcome: even odds; may also mean “no idea”",
    )


def near_certain(units: Units, i: int) -> Found | None:
    """“almost certain”, “all but guaranteed”, “virtually impossible”."""
    j = i + 1
    if units.word(j) in ("a", "an"):
        j += 1
    if units.has(j, "extreme"):
        return Found(
            i, j + 1, "probability", "near_certain", f"“{units.text(i, j + 1)}”: just short of certain"
        )
    return None


def near_certain_word(units: Units, i: int) -> Found:
    """“near-certain”."""
    return Found(i, i + 1, "probability", "near_certain", f"“{units.words[i]}”: just short of certain")


def real_possibility(units: Units, i: int) -> Found | None:
    """“a realistic possibility”, “a strong possibility”: sized, so a probability phrase."""
    if (
        units.words[i] == "possibility"
        and units.has(i - 1, "chance_good")
        and units.word(i - 1) not in ("no", "only", "another", "new")
    ):
        lo = _degrees(units, i - 1)
        return Found(lo, i + 1, "probability", "chance", f"probability phrase “{units.text(lo, i + 1)}”")
    return None


ODDS: dict[str, Rule] = {
    "likely": likely, "likely_adv": likely_adverb, "chance": chance, "even": even, "coin": coin,
    "outsider": outsider, "guess": guess, "sure": sure_number,
    "near": near_certain, "near_certain": near_certain_word, "possibility": real_possibility,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
