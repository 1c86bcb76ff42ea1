"""How far a negator or limiter reaches, and what it does to the word of certainty it meets there.

"Cannot yet guarantee", "nobody at the ministry was prepared to say for certain", "stopped short of
promising", "declined to rule out": no phrase of this kind is listed. From the negator the reading walks on,
over the small words and over verbs that hand the negation on ("say", "want", "offer": class ``bridge``), until
it meets a head (a word of certainty or of doubt), a word that ends the reach, or its limit. What the two mean
together follows from the head and from how often the sense was turned (double negation):

============================ ==================== =============================
head                         turned once          turned twice
============================ ==================== =============================
certain, guarantee, confirm  negated_confidence   booster ("nobody refused to promise")
doubt, uncertain             booster              negated_confidence
rule out                     negated_confidence   nothing
============================ ==================== =============================
"""

from __future__ import annotations

from sourcereading.certainty.found import REACH, Found, after_aside
from sourcereading.certainty.heads import SURE, head, out_after, stands_before
from sourcereading.certainty.holders import is_person, subject
from sourcereading.certainty.words import QUOTES, Units
from sourcereading.text.sentence_words import STOPS

_PASSED = (
    "subject_pronoun", "object_pronoun", "reflexive_pronoun", "indefinite_pronoun", "adverb", "open",
    "interrogative", "genitive", "coordinator",
)  # fmt: skip
_QUESTION = 60
"""Units in which the question mark of “Isn't it …?” is looked for; keeps the work linear."""


def negation(units: Units, i: int) -> Found | None:
    """What the negator, limiter or "hard to …" at unit ``i`` does to the head in its reach."""
    mode = "" if _supposed(units, i) else _mode(units, i)
    if units.has(i, "short") and (unsaid := _short_of(units, i)):
        return unsaid
    start = _infinitive(units, i) if mode == "difficulty" else i + 1
    return _walk(units, i, start, mode) if mode and start else None


def _supposed(units: Units, i: int) -> bool:
    """“if you don't know”, “if it is not clear”: only a case that may occur."""
    at = next((k for k in range(i - 1, max(-1, i - 4), -1) if units.has(k, "if")), -1)
    return at >= 0 and units.words[at] == "if" and not units.has(at - 1, "inquire") and all(
        units.has(k, "subject_pronoun", "auxiliary", "generic") for k in range(at + 1, i)
    )


def _short_of(units: Units, i: int) -> Found | None:
    """“stopped short of calling it murder”: the step that was not taken is a word.

    Short of any other act ("of the border", "of crossing it") nothing is said of how sure a person is.
    """
    step = units.after_adverbs(i + 1)
    if not units.has(step, "speech"):
        return None
    what = f"“{units.words[step]}” after “{units.words[i]}”: it was not said"
    return Found(i, step + 1, "negated_confidence", "negated", what)


# How the word at hand negates


def _mode(units: Units, i: int) -> str:
    """How the word at ``i`` negates: "verb", "no", "subject", "limiter", "difficulty", or "" if it does not."""
    if units.has(i, "difficulty"):
        return "" if stands_before(units, i - 1, "negator") else "difficulty"  # "not hard to say": it can be said
    if units.has(i, "limiter"):
        return "limiter"
    if units.has(i, "scarce") and units.has(i - 1, "determiner"):
        return ""  # "a few", "the little that is left"
    if units.has(i, "neg_subject"):
        return "subject"
    if units.has(i, "neg_det"):
        if units.word(i + 1) == "to" and not units.has(i, "scarce") or not units.is_word(i + 1):
            return ""  # "No, …", "limited to"; not "little to dispel doubts"
        if units.has(i + 1, "concession", "comparing"):
            return ""  # "no matter who", "no less certain"
        first = i
        while first > i - 3 and units.has(first - 1, "degree"):  # "far too little is known"
            first -= 1
        before = ("clause_break", "relative", "tell", "coordinator")
        opens = not units.is_word(first - 1) or units.has(first - 1, *before)
        return "subject" if opens else "no"
    return "verb" if units.has(i, "negator") and not _adds(units, i) else ""


def _adds(units: Units, i: int) -> bool:
    """Whether the "not" at ``i`` adds something, ends a list or asks: “not only”, “if not”, “or not.”, “Isn't it?”"""
    turned = units.has(i, "contracted") and units.has(i + 1, "subject_pronoun", "demonstrative")
    if turned and "?" in units.words[i : i + _QUESTION]:
        return True
    if units.word(i) != "not":
        return False
    return units.has(i + 1, "not_tail") or units.has(i - 1, "if") or not units.is_word(i + 1)


def _infinitive(units: Units, i: int) -> int:
    """The unit after the "to" that "hard" or "too early" governs ("hard for anyone to know"), or 0."""
    if units.word(i + 1) not in ("to", ",") and not units.has(i + 1, "preposition", "adverb"):
        return 0
    for j in range(i + 1, min(i + 7, len(units))):
        if units.word(j) == "to":
            return j + 1
    return i + 2 if units.word(i + 1) == "for" else 0  # "too early for conclusions"


# The walk from the negator to a head


def _walk(units: Units, i: int, j: int, mode: str) -> Found | None:
    """From the negator at ``i`` walk on from unit ``j`` to a head."""
    room = {"subject": 7, "no": 3}.get(mode, 0)  # unknown words that may be passed: a noun phrase, no main verb
    flips, last, strange = 1, min(len(units), i + REACH), 0
    while j < last:
        word = units.words[j]
        if word == ",":
            j = after_aside(units, j)
            if not j:
                return None
            continue
        if mode == "subject" and units.has(j, "relative") and (verb := _main_verb(units, j)):
            j, room, last = verb, 0, min(len(units), verb + REACH)
            continue
        if (word in STOPS and word not in QUOTES) or _ends_reach(units, i, j, mode):
            return None
        if kind := head(units, i, j, mode):
            return _outcome(units, i, j, kind, flips)
        again = j > i + 1 and units.has(j, "negator") and word != "nor"
        turned = again or units.has(j, "limiter")
        flips += turned
        before, room = room, 0 if turned else _room_after(units, j, room)
        strange += room < before and not turned and units.is_open(j)
        j += 1
        if strange > (7 if mode == "subject" else 2):
            return None
        if room < 0:
            held = _held_with(units, j)
            return _outcome(units, i, held, "sure", flips) if held and mode == "verb" else None
    return None


def _held_with(units: Units, i: int) -> int:
    """The “certainty” of a verb that is none ("did not testify *with much certainty*"), or 0."""
    if units.has(i, "sure_adv") and units.word(i).startswith("with "):
        return i
    if units.word(i) != "with":
        return 0
    return next((j for j in range(i + 1, min(i + 4, len(units))) if units.has(j, "held_with")), 0)


def _room_after(units: Units, j: int, room: int) -> int:
    """How many unknown words may still be passed after unit ``j``; below 0 the reach has ended."""
    if units.has(j, "bridge", "tell", "know"):
        return max(room, 2)
    if units.word(j) == "to":
        return 0
    if units.has(j, "article", "possessive", "preposition") or (
        units.has(j, "determiner") and not units.has(j, "relative")
    ):
        return max(room, 3)
    if units.has(j, "auxiliary"):
        return 0
    return room if units.has(j, *_PASSED) or units.words[j] in QUOTES else room - 1


def _main_verb(units: Units, i: int) -> int:
    """The verb after the relative clause at ``i`` ("no minister who spoke after the vote *was* ready"), 0 if none."""
    j = i + 1
    while units.has(j, "auxiliary", "adverb", "negator", "past", "ed"):
        j += 1  # the clause's own verb
    for k in range(j + 1, min(i + REACH, len(units))):
        if not units.is_word(k):
            return 0
        if units.has(k, "auxiliary") and not units.has(
            k - 1, "relative", "interrogative", "subject_pronoun", "demonstrative", "clause_break"
        ):
            return k
    return 0


def _ends_reach(units: Units, i: int, j: int, mode: str) -> bool:
    """Whether unit ``j`` begins something the negation does not govern."""
    word = units.words[j]
    if j > i + 1 and units.has(j, "subject_pronoun") and not units.has(j, "object_pronoun", "relative"):
        asks = ("bridge", "tell", "know", "belief", "relative", "auxiliary", "interrogative", "sure", "preposition")
        return not units.has(j - 1, *asks) and not units.has(j - 1, "coordinator", "adverb")
    if word in ("that", "which") and mode != "subject":  # a relative clause, not what is said or known
        return not units.has(j - 1, "bridge", "tell", "know", "belief", "be", "adverb", "object_pronoun")
    if word == "and":
        return units.has(
            j + 1, "subject_pronoun", "demonstrative", "ed", "past", "modal", "be", "neg_subject", "neg_det"
        )
    if units.has(j, "interrogative") and mode != "subject" and units.is_open(j - 1):
        return not units.has(j - 1, "bridge", "tell", "know", "belief", *SURE)  # "few changes when trees were felled"
    return units.has(j, "clause_break")


# What the two mean together


def _outcome(units: Units, i: int, j: int, head: str, flips: int) -> Found | None:
    """The mark for a negator at ``i`` that meets a head at ``j``, the sense turned ``flips`` times."""
    lowers = flips % 2 == (0 if head == "doubt" else 1)
    lo, hi = _left_edge(units, i), (out_after(units, j) or j) + 1
    if hi - lo > 10:  # the negator is far: mark the chain of the head alone
        lo = j
        while lo > i + 1 and units.has(lo - 1, "auxiliary", "adverb", "bridge", "tell", "preposition", "negator"):
            lo -= 1
    if lowers and units.has(hi, "whether"):
        hi += 1
    negator, met = units.words[i], units.words[j]
    if head == "close_out":
        what = f"“{negator}” negates “{met}”: it remains possible"
        return Found(lo, hi, "negated_confidence", "not_excluded", what) if lowers else None
    if lowers and _unsupported(units, lo, i, j):
        return Found(lo, hi, "attribution", "claim", f"“{units.text(lo, hi)}”: the claim of another is not vouched for")
    if lowers:
        weak = units.has(j, "trace", "evidence", "show", "entailed")
        how = f"double negation from “{negator}” to “{met}”" if flips > 1 else _how(units, i, met)
        return Found(lo, hi, "negated_confidence", "no_sign" if weak else "negated", how)
    if head == "doubt":
        return Found(lo, hi, "booster", "no_doubt", f"“{negator}” negates the doubt in “{met}”")
    return Found(lo, hi, "booster", "double", f"double negation from “{negator}” to “{met}”")


def _unsupported(units: Units, lo: int, i: int, j: int) -> bool:
    """“offered no proof”, “without citing evidence”, “he had no proof of it”: another's claim has no support.

    Not “we have no proof”, “the film did not give proof”.
    """
    if not units.has(j, "knowledge") or units.any(lo - 3, j, "first_person"):
        return False
    given = next((k for k in range(i - 1, j) if units.has(k, "giving")), -1)
    if given < 0 and not (units.has(i - 1, "have_do") and units.word(j + 1) in ("of", "for")):
        return units.word(i) == "without" and j == i + 1 and any(units.has(k, "claim") for k in range(i - 8, i))
    at = subject(units, min(lo, given) if given >= 0 else i - 1)
    return units.word(i) == "without" or units.word(at) in ("and", "but") or is_person(units, at)


def _how(units: Units, i: int, met: str) -> str:
    """What the negator at ``i`` does to the word ``met``, in words."""
    if units.has(i, "difficulty"):
        return f"“{units.words[i]}” leaves open what “{met}” would settle"
    how = "negates" if units.has(i, "negator", "neg_subject", "neg_det") else "limits"
    return f"“{units.words[i]}” {how} “{met}”"


def _left_edge(units: Units, i: int) -> int:
    """Where the mark of a negator begins: with its auxiliary ("has yet to", "is not") or degree ("far too early")."""
    lo = i
    if units.has(i, "difficulty"):
        while units.has(lo - 1, "degree") and not units.has(lo - 1, "negator"):
            lo -= 1
    elif (
        units.has(i, "after_aux")
        and units.has(lo - 1, "auxiliary")
        and not units.has(lo - 1, "subject_pronoun", "demonstrative")
    ):
        lo -= 1
    return lo
