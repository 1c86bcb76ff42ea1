"""What may be so, and what is so only roughly: possibility and approximation.

One function for each class of ``data/lexicons/certainty_marks.csv``. It is given the sentence and the place of the
word, and returns what it found there, or None where a guard decides that the word is no mark ("12 May",
"visitors may not enter", "she could speak four languages", "spoke about 300 people").
"""

from __future__ import annotations

from sourcereading.certainty.negation import Found, Rule, one
from sourcereading.certainty.words import Units


def may(units: Units, i: int) -> Found | None:
    """“may”: not the month, not a name, not permission."""
    if units.capital(i) and not _headline(units, i):
        return None
    if _permission(units, i):
        return None
    return one(i, "possibility", "modal", "modal verb: neither the month nor permission")


def _headline(units: Units, i: int) -> bool:
    """Whether the capital of "May" is a headline's ("Talks May Resume"), not a month's or a name's."""
    name = units.word(i - 1) in ("theresa", "mrs", "mr", "ms", "minister")
    around = all(units.capital(k) or not units.is_word(k) for k in (i - 1, i + 1, i + 2))
    return (
        i > 0
        and around
        and not name
        and not units.has(i - 1, "prep")
        and not units.has(i + 1, "number", "past", "prep")
    )


def _permission(units: Units, i: int) -> bool:
    """Permission where two of three speak for it: who, doing what, under which rule."""
    verb = units.after_adverbs(i + 2 if units.word(i + 1) == "not" else i + 1)
    if units.has(verb, "epistemic_verb") or units.word(i + 1) == "well":
        return False
    subject = units.any(i - 4, i, "agents", "group") and not units.has(i - 1, "it_subject")
    allowed = units.has(verb, "permit_verb")
    cue = (
        units.any(0, min(len(units), 60), "permit_cue")
        or units.has(i + 1, "permit_word")
        and units.word(i + 1) != "not"
    )
    negated = units.word(i + 1) == "not"
    ruled = units.any(0, min(len(units), 60), "permit_cue")
    return subject + allowed + cue >= 2 and (allowed or ruled or not negated)


def might(units: Units, i: int) -> Found | None:
    """“might”: not the noun (“showed its might”, “military might”)."""
    after = units.word(i + 1)
    if units.has(i - 1, "det", "poss", "genitive") and not units.has(i - 1, "pron", "subj"):
        return None
    if (
        after in ("of", "and", "against")
        or not units.is_word(i + 1)
        or units.has(i + 1, "prep", "stop", "be")
        and after != "be"
    ):
        return None
    return one(i, "possibility", "modal", "modal verb, not the noun “might”")


def could(units: Units, i: int) -> Found | None:
    """“could”: not ability (“could speak four languages”), not what could not be done, not a request."""
    if units.word(i + 1) in ("neither", "never") or units.word(i - 1) == "how":
        return None
    apart = units.has(i + 1, "negator") and units.word(i + 1).startswith("not")
    negated = units.has(i, "contracted") or apart
    main = units.after_adverbs(i + 2 if apart else i + 1)
    if (negated and units.word(main) != "be") or units.word(i - 1) == "never":
        return None
    if units.word(main) == "be" and _settled(units, i, main + 1):
        return None
    if negated and units.word(main) == "be" and units.has(main + 1, "ed", "past"):
        return None  # "could not be reached": it did not happen
    if negated and (units.word(main + 1).endswith("er") or units.word(main + 1) in ("more", "less", "worse")):
        return None  # "could not be clearer"
    if units.word(i + 1) in ("hardly", "barely", "scarcely", "only") or units.word(main) in ("afford", "n't"):
        return None
    if (
        units.word(i - 1) in ("if", "wherever", "whatever")
        or units.word(i - 1) in ("he", "she", "they", "i", "we")
        and (units.has(i - 2, "all_one_could"))
    ):
        return None
    perceived = units.word(main) == "be" and units.word(main + 1) in ("heard", "seen", "felt", "smelled")
    if perceived and units.word(main + 2) != "as":
        return None  # "could still be heard"
    if units.has(main, "ability_verb") and not units.has(i + 1, "well") and _ability(units, i, main):
        return None
    return one(i, "possibility", "could", "modal verb: what is possible, not what somebody is able to do")


def _settled(units: Units, i: int, what: int) -> bool:
    """Whether “could be” leaves nothing open: “there could be no doubt”, “he could be charming” (at times he was)."""
    if units.has(what, "undoubted") or units.has(what, "neg_det") and units.has(what + 1, "doubt"):
        return True
    while units.has(what, "adv", "degree"):
        what += 1
    return units.has(i - 1, "person_subj") and units.has(what, "temper")


def _ability(units: Units, i: int, main: int) -> bool:
    if units.has(main, "sense"):
        return True
    person = units.has(i - 1, "subj") and units.word(i - 1) not in ("it", "there", "this")
    cue = units.any(0, min(len(units), 60), "ability_cue") or units.any(i - 20, i, "number")
    return cue or (person and units.word(main) == "see")


def must(units: Units, i: int) -> Found | None:
    """“must have” with a participle: a conclusion; otherwise a duty, which is no mark."""
    main = units.after_adverbs(i + 1)
    participle = units.has(main + 1, "ed", "past", "be", "adv", "participle") or units.word(
        main + 1
    ).endswith("n")
    duty = units.any(i - 12, i, "deontic_subject", "agents") and not units.has(i - 1, "subj")
    if units.word(main) == "have" and participle and not duty:
        rule = "“must have” with a participle: a conclusion, not a duty"
        return Found(i, main + 1, "possibility", "must", rule)
    if units.word(main) == "be" and units.has(main + 1, "concluded"):
        return Found(i, main + 1, "possibility", "must", "“must be” with a state: a conclusion, not a duty")
    return None


def should(units: Units, i: int) -> Found | None:
    """“should” as an expectation with a time (“should be there by noon”), or as an inverted condition."""
    opens = i == 0 or units.word(i - 1) == "," or units.word(i - 1) in ('"', "“")
    subject = units.has(i + 1, "det", "poss", "subj", "someone", "number") or units.capital(i + 1)
    plural = units.word(i + 1).endswith("s") and "," in units.words[i : i + 16]
    subject = subject or (i == 0 and plural and not units.has(i + 1, "be", "aux"))
    if opens and subject and units.word(i + 1) not in ("we", "i") and "?" not in units.words[-2:]:
        return one(i, "conditional", "if", "inverted condition: “should” before its subject")
    if units.word(i + 1) == "have" or units.word(i + 1) == "not":
        return None
    main = units.after_adverbs(i + 1)
    timed = units.any(main, main + 12, "epistemic_time")
    if (
        units.has(main, "epistemic_should")
        and timed
        and not units.any(i - 3, i, "deontic_subject", "agents", "person_noun")
    ):
        return one(i, "possibility", "should", "expectation: “should” with a state and a time, not advice")
    return None


def can(units: Units, i: int) -> Found | None:
    """“can say with confidence”: the phrase raises as a whole."""
    for j in range(i + 1, min(i + 5, len(units))):
        if units.has(j, "sure_adv"):
            return Found(i, j + 1, "booster", "sure_adverb", "asserted with certainty") if j > i + 1 else None
        if not units.has(j, "tell", "know", "adv", "bridge"):
            return None
    return None


def possible(units: Units, i: int) -> Found | None:
    """“possible”, “potential”: not “as soon as possible”, not “made it possible”, not the noun “potential”."""
    word, before, after = units.words[i], units.word(i - 1), units.word(i + 1)
    if word == "possible":
        if units.has(i - 1, "possible_head"):
            return None
        if before == "every" or before.endswith("est"):
            return None
        if units.any(i - 6, i, "making"):
            return None
        if units.has(i - 1, "contracted") or any(units.has(k, "negator") for k in range(max(0, i - 3), i)):
            return None
        if (
            units.word(i + 1) == "to"
            and units.any(i - 3, i, "be", "open")
            and not units.any(i - 3, i, "modal")
        ):
            return None  # "it is possible to swim here": ability
    if units.capital(i) and units.capital(i + 1) and i:
        return None  # a name
    if word == "potential":
        noun = (
            not units.is_word(i + 1)
            or units.has(i + 1, "be", "prep", "stop", "modal", "aux", "past")
            or after in ("to", "and")
            or units.has(i + 1, "det", "subj")
        )
        if noun and not (units.has(i - 1, "be") and not units.is_word(i + 1)):
            return None
    if units.words[i] == "on the table":
        return None
    return one(i, "possibility", "adjective", f"“{word}” says that something may be so")


def ruled_out(units: Units, i: int) -> Found | None:
    """“it is inconceivable that he knew” raises; “not impossible” leaves it open; not “not impossible to swim”."""
    at = i - 1
    while units.has(at, "adv", "degree") and not units.has(at, "negator"):
        at -= 1
    predicate = units.has(at, "be", "seem")
    if units.word(at) == "be":
        at -= 1  # "would not be impossible"
    if units.has(at, "negator"):
        if units.word(at - 1) == "if" or units.word(i + 1) == "to":
            return None
        return Found(at, i + 1, "possibility", "adjective", f"“{units.text(at, i + 1)}”: it may be so")
    if units.word(i + 1) == "that" and predicate:
        return one(i, "booster", "sure_adjective", f"“{units.words[i]} that”: asserted not to be so")
    return None


def possible_adverb(units: Units, i: int) -> Found | None:
    """“perhaps”, “possibly”: not “cannot possibly”, not “as quickly as possibly”."""
    if units.words[i] == "possibly" and (units.has(i - 1, "negator", "can") or units.word(i + 1) == "not"):
        return None
    if units.words[i] in ("in principle", "in theory"):
        return None if units.words[i] == "in principle" else one(i, "possibility", "adverb", "only in theory")
    return one(i, "possibility", "adverb", f"“{units.words[i]}” leaves it open")


def possibility(units: Units, i: int) -> Found | None:
    """“the possibility of/that …”, “a risk that …”: what may happen is named as such."""
    word, after = units.words[i], units.word(i + 1)
    if word in ("possibility", "possibilities"):
        if units.has(i - 1, "article", "adv") or after in ("of", "that", ",", "."):
            if any(units.has(k, "neg_det", "negator") for k in range(max(0, i - 2), i)):
                return None
            return one(i, "possibility", "noun", "named as a possibility")
        return None
    clause = units.has(i + 2, "det", "subj", "poss") or (
        units.has(i - 1, "chance_good")
        and units.has_clause(i + 2)
        and not units.has(i + 3, "prep", "det", "poss")
    )
    if after == "that" and clause and word not in ("prospect", "prospects"):
        return one(i, "possibility", "noun", f"“{word} that”: named as what may happen")
    return None


def quantity(units: Units, i: int) -> Found | None:
    """“about 300”, “nearly half”: a word of approximation before an amount, not “spoke about 300 people”."""
    word, nxt = units.words[i], i + 1
    if word == "or so" and units.any(i + 2, i + 5, "report", "claim", "tell", "belief"):
        what = "“or so” with a clause: passed on, not vouched for"
        return one(i, "attribution", "hearsay", what)
    if word in ("or so", "give or take"):
        return (
            one(i, "approximator", "quantity", "rounds the amount before it")
            if units.any(i - 3, i, "number", "epistemic_time")
            else None
        )
    if word in ("estimated", "an estimated"):
        amount = _amount(units, nxt)
        return one(i, "approximator", "quantity", "“estimated” before an amount") if amount else None
    if word in ("around", "close to", "well over", "approaching") and units.has(i - 1, "around_head"):
        return None
    definite = units.word(nxt) == "the" and units.has(i + 2, "number")
    if word == "about" and (definite or _topic(units, i)):
        return None
    if word in ("roughly", "approximately", "nearly", "almost") and units.has(nxt, "even", "same"):
        return one(i, "approximator", "quantity", f"“{word}” before a comparison")
    if word in ("nearly", "almost", "more or less") and (
        units.has(nxt, "quantifier") and units.word(nxt) != "no"
    ):
        return one(i, "approximator", "quantity", f"“{word}” before an amount")
    if word == "more or less" and units.is_word(nxt) and units.word(nxt) not in ("than", "of"):
        return one(i, "approximator", "vague", "true only more or less")
    if (
        word == "some"
        and units.has(nxt, "number")
        and units.word(nxt + 1) != "of"
        and units.word(nxt) != "one"
    ):
        return one(i, "approximator", "quantity", "“some” before a number: about so many")
    if word != "some" and _amount(units, nxt):
        return one(i, "approximator", "quantity", f"“{word}” before an amount, not a place or a topic")
    return None


def _amount(units: Units, i: int) -> bool:
    """Whether an amount begins at ``i``: a number, a currency sign before one, "a third", "the same"."""
    if units.word(i) in ("$", "£", "€", "¥", "us$", "a$", "c$"):
        i += 1
    if units.word(i) in ("a", "the", "every", "all", "one", "between"):
        return (
            units.has(i + 1, "number", "quantifier") or units.word(i) == "one" and units.word(i + 1) == "in"
        )
    return units.has(i, "number") or units.word(i) in ("twice", "half", "noon", "midnight")


def _topic(units: Units, i: int) -> bool:
    """Whether "about" names a topic: after a verb or noun of talking, or of a work ("the film is about three …")."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if units.has(k, "about_head"):
            return True
        if units.has(k, "adv", "be", "pron_obj", "genitive", "aux", "open"):
            continue
        if k < i - 1 or units.has(k, "prep", "rel"):
            return False
    return False


def odd(units: Units, i: int) -> Found:
    """“300-odd”."""
    return one(i, "approximator", "quantity", "“-odd” or “-ish” after a number")


def vague(units: Units, i: int) -> Found | None:
    """“sort of”, “kind of” before what they soften, not “what kind of car”; “somewhat”, “largely”."""
    word = units.words[i]
    if word in ("sort of", "kind of"):
        classed = units.has(i - 1, "det", "wh", "poss") or units.has(i - 1, "number")
        softened = (
            units.has(i - 1, "be", "subj", "pron_obj", "adv", "modal")
            or units.word(i + 1) == "a"
            and not classed
        )
        if not softened or units.word(i - 1) in ("this", "that", "some", "any"):
            return None
        return one(i, "approximator", "vague", f"“{word}” softens a predicate, it names no class")
    if word == "effectively" and not units.is_word(i + 1) or word == "virtually" and not units.is_word(i + 1):
        return None
    return one(i, "approximator", "vague", f"“{word}” holds only in part")


def often(units: Units, i: int) -> Found | None:
    """“often”, “usually”, “tends to”."""
    word = units.words[i]
    if word.startswith("more") or units.has(i - 1, "how_often"):
        return None
    if word == "normally" and units.has(i - 1, "ed", "ing") and not units.has(i + 1, "ed", "ing"):
        return None  # "running normally": how, not how often
    return one(i, "approximator", "frequency", f"“{word}”: not always")


POSSIBLE: dict[str, Rule] = {
    "may": may, "might": might, "could": could, "must": must, "should": should, "can": can, "possible":
    possible, "possible_adv": possible_adverb, "possibility": possibility, "ruled_out": ruled_out,
    "quantity": quantity, "odd": odd, "vague": vague, "often": often,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
