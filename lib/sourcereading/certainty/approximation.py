"""What is so only roughly: “about 300”, “nearly all”, “somewhat”, “often”.

One function for each class of ``data/lexicons/certainty_marks.csv``, as in ``modality``.
"""

from __future__ import annotations

from sourcereading.certainty.found import Found, Rule, one
from sourcereading.certainty.words import Units


def quantity(units: Units, i: int) -> Found | None:
    """“about 300”, “nearly half”: a word of approximation before an amount, not “spoke about 300 people”."""
    if units.has(i, "place_too") and units.has(i - 1, "around_head"):
        return None  # "sat around two tables"
    if units.has(i, "topic_too") and _topic(units, i) or units.word(i - 1) == "not":
        return None  # "not nearly as good"
    compared = units.has(i + 1, "even") and not units.has(i, "place_too", "topic_too")  # "roughly equal"
    many = units.has(i, "before_quantifier") and units.has(i + 1, "quantifier") and units.word(i + 1) != "one"
    if not compared and not many and not _amount(units, i + 1):
        return None
    what = "a comparison" if compared else "an amount"
    return one(i, "approximator", "quantity", f"“{units.words[i]}” before {what}: approximate")


def some_number(units: Units, i: int) -> Found | None:
    """“some 300 people”."""
    what = units.word(i + 1).rpartition("-")
    if not units.has(i + 1, "number") or what[0][:1].isdigit() and what[2].isalpha() and what[2] != "odd":
        return None  # "some 20th-century plays"
    return one(i, "approximator", "quantity", "“some” before a number: approximate")


def quantity_after(units: Units, i: int) -> Found | None:
    """“300 or so”, “300, give or take”; “or so the captain claims” is hearsay."""
    amount = units.any(i - 3, i, "number", "epistemic_time")
    if not amount and units.any(i + 2, i + 5, "report", "claim", "tell", "belief"):
        return one(i, "attribution", "hearsay", f"“{units.words[i]}” with a clause: hearsay")
    if not amount and units.word(i - 2) not in ("a", "an"):  # "an hour or so"
        return None
    return one(i, "approximator", "quantity", f"“{units.words[i]}” after an amount: approximate")


def _amount(units: Units, i: int) -> bool:
    """Whether an amount begins at ``i``: a number, a currency sign before one, "a third", "the same", "one in ten"."""
    if units.has(i, "currency"):
        i += 1
    if units.word(i).endswith("-old") or units.word(i + 1).endswith("-old"):
        return False  # "put their arms around a 6-year-old"
    if units.has(i, "quantifier", "article") and units.has(i + 1, "number", "quantifier"):
        return units.word(i) != "all"  # "heard about all the time"
    if units.word(i) == "one" and units.is_word(i + 1):  # "nearly one metre"; not "nearly one of us", "one myself"
        return units.is_open(i + 1) or units.has(i + 1, "number", "percent") or units.word(i + 1) in ("in", "and", "or")
    return units.has(i, "number", "clock_time")


def _topic(units: Units, i: int) -> bool:
    """Whether "about" names a topic: after a verb or noun of talking, or of a work ("the film is about three …")."""
    if units.word(i + 1) == "the" and units.has(i + 2, "number"):
        return True  # "about the 30 complaints"
    return not units.has(i - 1, "preposition", "relative") and units.any(i - 3, i, "about_head")


def odd(units: Units, i: int) -> Found:
    """“300-odd”."""
    return one(i, "approximator", "quantity", "“-odd” or “-ish” after a number: approximate")


def sort_of(units: Units, i: int) -> Found | None:
    """“sort of”, “kind of” before what they soften, not “what kind of car”."""
    if units.has(i - 1, "determiner", "interrogative", "number") and not units.has(i - 1, "be"):
        return None
    if (
        not units.has(i - 1, "be", "subject_pronoun", "demonstrative", "object_pronoun", "adverb", "modal")
        and units.word(i + 1) != "a"
    ):
        return None
    return one(i, "approximator", "vague", f"“{units.words[i]}” softens what is said")


def some_time(units: Units, i: int) -> Found | None:
    """“sometime next year”, “at some point”: not “the sometime head of the bar”."""
    if units.has(i - 1, "article", "possessive", "genitive"):
        return None
    return one(i, "approximator", "quantity", f"“{units.words[i]}”: when is left open")


def vague(units: Units, i: int) -> Found | None:
    """“somewhat”, “largely”: not “got more or less than another”, “More broadly, …”."""
    if _manner(units, i) or units.word(i + 1) == "than" or units.has(i - 1, "comparing"):
        return None
    return one(i, "approximator", "vague", f"“{units.words[i]}”: true only in part")


def often(units: Units, i: int) -> Found | None:
    """“often”, “usually”, “tends to”: not “how often”."""
    if units.has(i - 1, "how_often") or _manner(units, i):
        return None
    owes = units.words[i] == "liable to" and units.word(i + 1) == "pay"
    if owes or units.words[i].startswith(("tend", "liable")) and units.has(i + 1, "number", "determiner", "possessive"):
        return None  # "tend to 4,000 sheep", "liable to a fine"
    return one(i, "approximator", "frequency", f"“{units.words[i]}”: not always")


def _manner(units: Units, i: int) -> bool:
    """“running normally again”, “met virtually”: how it is done."""
    after_verb = units.has(i - 1, "ed", "ing", "past") and not units.has(i - 1, "be", "have_do")
    last = not units.is_word(i + 1) or units.has(i + 1, "adverb", "preposition", "clause_break", "coordinator")
    return units.has(i, "manner_too") and after_verb and last


ROUGHLY: dict[str, Rule] = {
    "quantity": quantity, "some_number": some_number, "quantity_after": quantity_after, "odd": odd,
    "sort_of": sort_of, "vague": vague, "often": often,
    "some_time": some_time,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
