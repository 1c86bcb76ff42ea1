"""Rules for probability phrases: "very unlikely", "a slim chance", "a 60 percent chance", "roughly equal".

They find the longest phrase and leave its number to ``probability``. A phrase for an even chance ("equal", "50-50",
"a toss-up") is one only where chances are mentioned, or where it is said of something ("the race is a toss-up").
Which nouns need a size, and which words beside them say that no probability is meant, are classes of the lexicon.
"""

from __future__ import annotations

from sourcereading.certainty.clauses import in_past
from sourcereading.certainty.found import Found, Rule, after_aside, clause_end
from sourcereading.certainty.stated_numbers import Stated, stated, stated_before
from sourcereading.certainty.words import QUOTES, Units
from sourcereading.text.parts_of_speech import is_adjective

_OF_OUTCOME = ("share", "odds", "split")
"""Forms of numbers that can be said of an outcome without a word for a chance: "it is 80-20 that they settle"."""
_BEFORE, _AFTER = 14, 8
"""Units before and after a word for an even chance in which chances must be mentioned."""


def _phrase(lo: int, hi: int, kind: str, rule: str) -> Found:
    return Found(lo, hi, "probability", kind, rule)


# --- Likely --------------------------------------------------------------------------------------------------


def likely(units: Units, i: int) -> Found | None:
    """“likely”, “very unlikely”, “more likely than not”: not the category “likely voters”."""
    conceded = units.word(i - 1) == "not" and units.word(i - 2).endswith("if")  # "possible, if not probable"
    if conceded or _is_category(units, i) or _is_unexpected(units, i) or _is_share(units, i):
        return None
    lo, hi = _degrees(units, i), i + 1
    if units.word(lo) == "not" and units.has(lo + 1, "not_tail"):
        lo += 2  # "not only likely but certain"
    if units.text(hi, hi + 2) == "than not":
        hi += 2
    if lo == i and (number := stated_before(units, i)) < i:
        return _phrase(number, hi, "numeric", f"number with “{units.words[i]}”")
    compared = units.any(lo, i + 1, "comparing")
    if lo == i and units.word(i - 1) == "as":
        lo, compared = i - 1, True  # "twice *as likely* to fall ill": of which probability it does not say
    phrase = units.text(lo, hi)
    if compared and hi == i + 1:
        return _phrase(lo, hi, "comparative", f"“{phrase}” compares probabilities and gives no number")
    denied = units.has(lo, "contracted") or units.any(lo, i, "negator")
    kind = "unlikely" if denied != units.has(i, "improbable") else "likely"  # "not unlikely" is likely
    return _phrase(lo, hi, kind, f"probability phrase “{phrase}”")


def _is_category(units: Units, i: int) -> bool:
    """Whether the "likely" at ``i`` names a part of a group: "likely voters", "Voters, likely and registered"."""
    if units.any(i - 2, i + 3, "survey_word") or units.word(i - 1) == "among":
        return True
    goes_on = units.has(i + 1, "preposition", "determiner") or units.word(i + 1) == "to"
    group = units.has(i + 1, "agents") or (units.any(i + 1, i + 4, "agent_end") and not goes_on)
    return group and (units.has(i + 1, "agent_end") or not units.has(i - 1, "article", "possessive", "be", "genitive"))


def _is_share(units: Units, i: int) -> bool:
    """“Women are more likely than men to back her”, said of people and with a poll: what share of them does."""
    lo = _degrees(units, i)
    compared = units.any(lo, i + 1, "comparing") or units.word(i - 1) == "as"
    if not compared or units.text(i + 1, i + 3) == "than not":
        return False
    be = next((k for k in range(lo, max(-1, lo - 4), -1) if units.has(k, "be")), -1)
    start = be  # of the subject: "women *in the survey* were"; not "a strike *by drivers* is"
    while start > max(0, be - 7) and units.is_word(start - 1) and not units.has(start - 1, "subordinator"):
        start -= 1
    head = next((k - 1 for k in range(be - 1, start, -1) if units.has(k, "preposition")), be - 1)
    people = be > 0 and units.has(head, "agents", "group", "human", "people")
    rest = range(i + 1, min(i + 30, len(units)))
    return people and any(units.word(k) in ("than", "as", "%") or units.has(k, "percent", "survey_word") for k in rest)


def _is_unexpected(units: Units, i: int) -> bool:
    """Whether "unlikely" says only that something is unexpected: "an unlikely hero", not "an unlikely event"."""
    before_noun = units.has(i, "improbable") and units.has(_degrees(units, i) - 1, "article") and units.is_word(i + 1)
    return before_noun and not units.has(i + 1, "event_noun", "preposition")


def likely_adverb(units: Units, i: int) -> Found | None:
    """“probably”, “in all likelihood”, with the words beside it: “most probably”, “probably not”."""
    lo = _degrees(units, i)
    hi = i + 2 if units.word(i + 1) == "not" else i + 1
    return _phrase(lo, hi, "likely", f"probability phrase “{units.text(lo, hi)}”")


def _degrees(units: Units, i: int) -> int:
    """The first unit of the degree words before ``i`` ("far less", "not very", "isn't")."""
    lo = i
    while lo > max(0, i - 4) and units.has(lo - 1, "degree", "near", "negator"):
        lo -= 1
    if units.has(lo - 1, "contracted") and units.has(lo - 1, "be"):
        lo -= 1
    adds_nothing = units.word(lo) in ("so", "as", "still", "only", "even", "about", "no") and lo < i
    return lo + 1 if adds_nothing and units.word(lo + 1) not in ("more", "less") else lo


# --- Numbers -------------------------------------------------------------------------------------------------


def _bound_before(units: Units, lo: int) -> int:
    """``lo``, or the word before it that makes the number a bound ("less than a one in ten chance")."""
    at = lo - 1 if units.has(lo - 1, "article") else lo
    return at - 1 if units.has(at - 1, "upper", "lower") else lo


def _bound_after(units: Units, hi: int) -> int:
    """``hi``, or the unit behind the words after it that make the number a bound ("90 percent or more")."""
    if units.word(hi) == "or" and units.has(hi + 1, "or_more", "or_less") and not units.is_open(hi + 2):
        return hi + 2
    return hi + 1 if units.has(hi, "upper_after", "lower_after") else hi


def _number_after(units: Units, i: int) -> tuple[int, int] | None:
    """The span of a number that the chance at ``i`` is put at ("chances of rain at 60 percent")."""
    start = after_aside(units, i + 1) if units.word(i + 1) == "," else 0  # "the odds, she said, were one in five"
    start = start if start and units.has(start, "be") else i + 1
    for lo in range(start, min(start + 12, len(units))):
        if units.is_stop(lo) and units.word(lo) not in (":", *QUOTES) or units.word(lo) == ",":
            return None
        number = stated(units, lo)
        counts = number and _counts(units, number) and not (number.form == "share" and units.has(lo - 1, "be"))
        if number and _is_put(units, i, lo, number) and not counts:
            return lo, _bound_after(units, number.end)
    return None


def _is_put(units: Units, i: int, lo: int, number: Stated) -> bool:
    """Whether a chance is put at the number: "is", "at", "of" before it; not "rose by 20 percent", "from 2 percent"."""
    if number.form == "nothing" and not units.has(lo - 1, "be"):
        return False  # "virtually zero", "close to nil"
    odds, joined = units.has(i, "odds_noun"), "to" not in units.words[lo : number.end]
    if number.form == "odds" and joined and not odds and "/" not in units.word(lo):
        return False  # "their chances in the 3-1 win"
    at = lo - 1
    while at > i and (units.has(at, "quantity", "upper", "lower", "adverb", "article") or units.word(at) in QUOTES):
        at -= 1
    if units.word(at) == "of" and units.has(i, "risk"):
        return at == i + 1  # "the risk of a rise of 20 percent" gives no risk
    if units.word(at) == "from":
        return units.has(at - 1, "spread")
    return at == i or units.word(at) == ":" or units.has(at, "be", "put_at")


def _counts(units: Units, number: Stated) -> bool:
    """Whether the number counts something else: "40 percent of pupils", "30 percent higher", "0.05 dollars"."""
    after = number.end
    if number.form == "percent":
        return units.word(after) == "of" or units.has(after, "comparing") or units.word(after) in ("points", "point")
    return number.form in ("decimal", "share", "split") and units.is_open(after) and not units.has(after, "time")


def sure_number(units: Units, i: int) -> Found | None:
    """“90 percent certain”, “not 100 percent sure”: not “24 percent satisfied”, which is a mood."""
    lo = stated_before(units, i)
    if lo == i or units.has(i, "mood"):
        return None
    if units.has(lo - 1, "negator"):
        what = f"“{units.words[lo - 1]}” negates “{units.words[i]}”"
        return Found(lo - 1, i + 1, "negated_confidence", "negated", what)
    return _phrase(_bound_before(units, lo), i + 1, "numeric", f"number with “{units.words[i]}”")


def outsider(units: Units, i: int) -> Found | None:
    """“100-1 outsiders”, “the 5-2 favourite”: odds before those on whom they are laid; “the favourites to win”."""
    if (lo := stated_before(units, i)) < i:
        return _phrase(lo, i, "numeric", f"odds before “{units.words[i]}”")
    lo = i
    while units.is_open(lo - 1) and lo > i - 3 and is_adjective(units.word(lo - 1)):
        lo -= 1  # "no clear favourite to beat her"
    ahead = units.has(i, "ahead") and units.word(i + 1) == "to" and not units.has(lo - 1, "neg_det")
    return _phrase(i, i + 1, "chance", f"“{units.words[i]} to”: thought likely, no number") if ahead else None


def laid(units: Units, i: int) -> Found | None:
    """“priced at 9-4”, “went off at 5/2”: odds after a verb of betting; not “priced at 40 percent”."""
    number = stated(units, i + 1)
    if not number or number.form != "odds":
        return None
    return _phrase(i + 1, number.end, "numeric", f"odds after “{units.words[i]}”")


def guess(units: Units, i: int) -> Found | None:
    """“I'd say one in three”: a chance where it is a share of nothing; not “I'd say one in three pupils”."""
    lo = i + 2 if units.has(i + 1, "quantity", "adverb") else i + 1
    number = stated(units, lo)
    hi = lo + 1 if units.has(lo, "even") else number.end if number and number.form in _OF_OUTCOME else 0
    if not hi or units.is_word(hi) and not _that_clause(units, hi):
        return None
    if units.has(lo, "even"):
        return _phrase(lo, hi, "even", f"an even chance after “{units.words[i]}”")
    return _phrase(lo, hi, "numeric", f"number after “{units.words[i]}”")


def put_outright(units: Units, i: int) -> Found | None:
    """“it's 80-20 that they settle”, “Nine times out of ten it heals”; not “won nine times out of ten”, a record."""
    often = units.word(i + 1) == "times"
    number = stated(units, i) if often or "-" in units.word(i) or units.word(i + 1) in ("to", "in") else None
    if not number or number.form not in _OF_OUTCOME:
        return None
    if often:
        opens = not units.is_word(i - 1)
        clause = range(number.end, clause_end(units, number.end)) if opens else range(max(0, i - 12), i)
        counts = units.is_open(number.end) and not (opens and units.begins_clause(number.end))
        said = not counts and not in_past(units, clause)
    else:
        at = i - 2 if units.has(i - 1, "quantity", "adverb") else i - 1
        it = units.word(at) if "'" in units.word(at) else units.word(at - 1)
        said = _that_clause(units, number.end) and units.has(at, "be") and it.startswith("it")
    return _phrase(i, number.end, "numeric", "a number said of what happens") if said else None


def _that_clause(units: Units, i: int) -> bool:
    """"that they settle"; not "one in five that passes"."""
    return units.word(i) == "that" and units.begins_clause(i + 1)


def wager(units: Units, i: int) -> Found | None:
    """“a one-in-three proposition”, “it is a 60-40 call”; not “placed a 3-1 bet”, “a 2-1 call”."""
    lo = stated_before(units, i)
    number = stated(units, lo) if lo < i else None
    said = units.has(lo - 1, "article") and (units.has(lo - 2, "be") or units.word(lo - 2) in ("as", "like"))
    if not said or not number or number.form not in ("share", "split"):
        return None
    return _phrase(lo, i, "numeric", f"number before “{units.words[i]}”")


def no_chance(units: Units, i: int) -> Found | None:
    """“no chance that it passes”, “haven't a hope of winning”; not “no chance to rest”, “taking no chances”."""
    if units.word(i + 1) not in ("of", "that") or units.any(i - 3, i, "near", "chance_frame"):
        return None
    return _phrase(i, i + 1, "near_certain", f"“{units.words[i]}”: nearly certainly not")


# --- Chances -------------------------------------------------------------------------------------------------


def chance(units: Units, i: int) -> Found | None:
    """“a slim chance”, “chances are”, “odds of five to one”: not “a second chance”, “by chance”, “at odds”."""
    if found := _with_number(units, i) or _compared(units, i):
        return found
    if units.has(i - 1, "slightest") and units.any(i - 5, i, "negator"):
        return None  # "not the slightest chance", as "no chance"
    none = units.word(i - 1) == "no" and units.has(i - 2, "near")  # "next to no chance"
    if none or _is_sized(units, i):
        return None if _is_opening(units, i) else _with_size(units, i, i - 2 if none else _degrees(units, i - 1))
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
    """“a 60 percent chance”, “a chance of 60 percent”, “zero chance”; not “virtually zero chance”."""
    if units.has(i - 1, "naught") and not units.has(i - 2, "near", "degree", "quantity", "adverb"):
        return _phrase(i - 1, i + 1, "numeric", f"no “{units.words[i]}” at all")
    noun = i - 1 if units.has(i - 1, "chance_good") else i
    if units.word(i - 2) == "or" and units.has(i - 1, "or_more", "or_less"):
        noun = i - 2  # "a 60 percent or better chance"
    lo = stated_before(units, noun)
    if lo < noun:
        if units.has(noun, "comparing") and noun == i - 1:  # "a 30 percent higher chance"
            return _phrase(noun, i + 1, "comparative", "compares chances and gives no number")
        said = f"number with “{units.words[i]}”"
        return _phrase(_bound_before(units, lo), _bound_after(units, i + 1), "numeric", said)
    share = stated(units, i - 1)
    if share and share.end > i and not (units.is_open(share.end) or units.has(share.end, "time")):
        return _phrase(i - 1, share.end, "numeric", f"number with “{units.words[i]}”")  # "nine chances in ten"
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


def _is_opening(units: Units, i: int) -> bool:
    """Whether the chance at ``i`` is an opportunity: "gives her a great chance to tour", "missed a good chance"."""
    after = units.word(i + 1)
    if units.has(i, "odds_noun"):
        return units.has(i - 2, "chance_frame")  # "against great odds"
    if after in ("of", "that", "for", "at") or not units.has(i, "opening"):
        return False
    if units.begins_clause(i + 1) and not units.has(i + 1, "past"):  # "their best chance fell to the back"
        return False
    given = units.any(i - 6, i - 1, "chance_frame")
    if units.has(i - 1, "opening_size"):
        return given if after == "to" else not _is_had(units, i)
    return units.has(i - 2, "chance_frame")  # "taking no chances"


def _is_had(units: Units, i: int) -> bool:
    """"stands a good chance", "there is a good chance"; not "it was her big chance"."""
    return units.has(i - 3, "stand") or units.word(i - 4) == "there"


def _with_size(units: Units, i: int, lo: int) -> Found | None:
    """“a slim chance”; “a fair hope” only before what is hoped for, “an outside shot” only before its aim."""
    after = units.word(i + 2 if units.has(i + 1, "open") else i + 1)  # "a slim hope remains of"
    if units.has(i, "needs_of") and after not in ("of", "that", "for") or units.has(i, "needs_at") and after != "at":
        return None
    kind = "small_chance" if units.has(i - 1, "chance_small") else "chance"
    return _phrase(lo, i + 1, kind, f"probability phrase “{units.text(lo, i + 1)}”")


def _without_size(units: Units, i: int) -> Found | None:
    """“the chance of rain”, “the odds favour her”: not “a chance to win”, “a professor of probability”."""
    after = units.word(i + 1)
    if units.has(i, "bare_of"):
        said = after in ("of", "that", "are", "is") or _would_be(units, i + 1)
        if not said or units.any(i - 3, i, "chance_frame"):
            return None
    elif units.has(i, "odds_noun"):
        if not units.has(i + 1, "odds_tail"):
            return None
    elif units.word(i - 1) == "of" and after not in ("of", "that") or _is_studied(units, i):
        return None
    return _phrase(i, i + 1, "bare", f"“{units.words[i]}” without a size: no number")


def _is_studied(units: Units, i: int) -> bool:
    """“taught probability to nurses”, “a course in probability and statistics”, “a probability model”: a subject."""
    if units.word(i + 1) in ("of", "that") or units.has(i - 1, "determiner", "possessive", "genitive"):
        return False
    return units.has(i, "subject_of_study") and not units.has(i + 1, "be", "open")


def _would_be(units: Units, i: int) -> bool:
    """"a chance it will rain", "a chance the dam could fail"; not "the chance the others had"."""
    subject = units.has(i, "subject_pronoun", "determiner") and units.begins_clause(i)
    return subject and units.any(i, i + 5, "modal")


def _predicate(units: Units, i: int) -> Found | None:
    """The size that is said of the chances at ``i``: "the chances … remain slim", "the odds are against"."""
    for j in range(i + 1, min(i + 12, len(units))):
        if units.is_stop(j) or units.word(j) == ",":
            return None
        if not units.has(j, "be", "open", "seem", "bridge"):
            continue
        k = j + 1
        while units.has(k, "adverb", "degree", "near") and not units.has(k, "chance_good", "even") and k < j + 5:
            k += 1
        if units.has(k, "odds_against") and units.has(i, "odds_noun"):
            said = f"“{units.words[i]} … {units.words[k]}”: a small chance, no number"
            return _phrase(i, k + 1, "small_chance", said)
        sized = units.has(k, "chance_good") and units.word(k) not in ("no", "more")
        if sized and (j == i + 1 or not units.has(k, "ing")):
            return _size_after(units, i, j, k)
    return None


def _size_after(units: Units, i: int, verb: int, size: int) -> Found | None:
    """“Chances are slim”; “hopes are slim”, but not “hopes are high”."""
    small = units.has(size, "chance_small")
    if units.has(i, "needs_of") and not small:
        return None
    lo = i if verb == i + 1 and size == verb + 1 else _degrees(units, size)
    kind = "small_chance" if small else "chance"
    return _phrase(lo, size + 1, kind, f"size of the chances: “{units.text(lo, size + 1)}”")


def risk_number(units: Units, i: int) -> Found | None:
    """“a 20 percent risk of”, “the risk is one in eight”: only with its number; not “risk charges of 1 percent”."""
    follows = ("preposition", "relative", "auxiliary", "spread", "past", "ed", "clause_break", "coordinator")
    goes_on = not units.is_word(i + 1) or units.has(i + 1, *follows)
    return _with_number(units, i) if goes_on else None


def real_possibility(units: Units, i: int) -> Found | None:
    """“a realistic possibility”, “a 10 percent possibility”: with a size, so a probability phrase."""
    if found := _with_number(units, i):
        return found
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
    mentioned = mentioned or units.has(i - 1, "upper", "lower") and units.word(i + 1) == "that"  # "better than even"
    if not mentioned and not _is_said_of_outcome(units, i):
        return None
    if units.has(i, "even_adjective") and not _is_predicate(units, i):
        return None
    if units.has(i - 1, "upper", "lower"):
        return _phrase(i - 1, i + 1, "chance", "compared with an even chance: no number")
    if (hi := _bound_after(units, i + 1)) > i + 1:
        return _phrase(i, hi, "chance", "an even chance as a bound: no number")
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
    goes_on = ("preposition", "clause_break", "interrogative", "relative")
    return before and (not units.is_word(i + 1) or units.has(i + 1, *goes_on))


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
    "outsider": outsider, "laid": laid, "guess": guess, "sure": sure_number, "risk": risk_number,
    "near": near_certain, "near_certain": near_certain_word, "possibility": real_possibility,
    "number": put_outright, "wager": wager, "no_chance": no_chance,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
