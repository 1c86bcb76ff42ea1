"""How far a negator or limiter reaches, and what it does to the word of certainty it meets there.

"Cannot yet guarantee", "nobody at the ministry was prepared to say for certain", "stopped short of
promising", "declined to rule out": no phrase of this kind is listed. From the negator the reading walks on,
over the small words and over verbs that hand the negation on ("say", "want", "offer": class ``bridge``), until
it meets a head of certainty, a word that ends the reach, or its limit. What the meeting means follows from
the head and from how often the sense was turned (double negation):

============================ ==================== =============================
head                         turned once          turned twice
============================ ==================== =============================
certain, guarantee, confirm  negated_confidence   booster ("nobody refused to promise")
doubt, uncertain             booster              negated_confidence
rule out                     negated_confidence   nothing
============================ ==================== =============================
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sourcereading.certainty.words import STOPS, Units

Rule = Callable[[Units, int], "Found | None"]
"""What a rule is: from a sentence and a place in it to a candidate mark."""

REACH = 16
"""Units a negator reaches over at most; keeps the walk linear in the sentence."""

_QUOTES = frozenset("\"“”'‘’")
_PASSING = ("pron", "adv", "aux", "be", "modal", "open", "wh", "genitive")
_SURE = ("sure", "settled", "entailed", "sure_adv", "sure_noun", "commit", "commit_noun", "establish")


class Found(NamedTuple):
    """A candidate mark over units ``lo:hi``: its type, its kind (the weight it has in the score) and the rule."""

    lo: int
    hi: int
    type: str
    kind: str
    rule: str


def one(i: int, type: str, kind: str, rule: str) -> Found:
    """A candidate mark over unit ``i`` alone."""
    return Found(i, i + 1, type, kind, rule)


def binds(units: Units, i: int) -> bool:
    """Whether the “promising” at ``i`` is the verb, before what is promised; not "the data are promising"."""
    after = units.word(i + 1)
    if not units.is_word(i + 1) or after in ("and", "enough", "yet"):
        return False
    what = after in ("to", "that") or not units.has(i + 1, "prep", "stop", "wh", "be", "adv")
    return what and units.has(i - 1, "be", "adv", "subj")


def clause_end(units: Units, i: int, limit: int = REACH) -> int:
    """The first unit from ``i`` on that ends the clause, a comma included, or ``i + limit``."""
    end = min(len(units), i + limit)
    while i < end and not units.is_stop(i) and units.word(i) != ",":
        i += 1
    return i


def negation(units: Units, i: int) -> Found | None:
    """What the negator, limiter or "hard to …" at unit ``i`` does to a head of certainty in its reach."""
    mode = _mode(units, i)
    if not mode:
        return None
    start = i + 1
    if units.has(i, "short"):
        return _short_of(units, i)
    if mode == "difficulty":
        start = _infinitive(units, i)
        if not start:
            return None
    return _walk(units, i, start, mode)


def _short_of(units: Units, i: int) -> Found | None:
    """“stopped short of promising”, “stopped short of calling it murder”: the step that was not taken is a word.

    Short of any other act ("of the border", "of crossing it") nothing is said of how sure somebody is.
    """
    step = units.after_adverbs(i + 1)
    if units.has(step, "speech"):
        what = f"“{units.words[i]}” limits “{units.words[step]}”: it was not said"
        return Found(i, step + 1, "negated_confidence", "negated", what)
    return _walk(units, i, i + 1, "limiter")


def _mode(units: Units, i: int) -> str:
    """How the word at ``i`` negates: "verb", "no", "subject", "limiter", "difficulty", or "" if it does not."""
    word, before, after = units.word(i), units.word(i - 1), units.word(i + 1)
    if units.has(i, "difficulty"):
        return "difficulty"
    if units.has(i, "limiter", "short"):
        return "limiter"
    if word in ("few", "little") and (
        units.has(i - 1, "article", "poss") or before in ("very", "these", "those")
    ):
        return "no" if before == "very" else ""
    if units.has(i, "neg_subject"):
        return "" if after in ("but", "except", "less") else "subject"
    if units.has(i, "neg_det"):
        if after in (",", ".", "matter", "fewer", "less", "more", "sooner") or units.has(i + 1, "number"):
            return ""
        opens = (
            i == 0
            or not units.is_word(i - 1)
            or units.has(i - 1, "stop", "rel", "tell")
            or before in ("and", "that")
        )
        return "subject" if opens else "no"
    if units.has(i, "negator"):
        if units.has(i + 1, "not_tail") and word == "not":
            return ""
        if word == "not" and (before in ("if", "why", "or", "whether") or not units.is_word(i + 1)):
            return ""
        return "verb"
    return ""


def _infinitive(units: Units, i: int) -> int:
    """The unit after the "to" that "hard", "too early", "premature" govern ("hard for anyone to know"), or 0."""
    if units.word(i) in ("early", "soon") and units.word(i - 1) not in ("too", "so"):
        return 0
    for j in range(i + 1, min(i + 7, len(units))):
        if units.word(j) == "to":
            return j + 1
        if j == i + 1 and units.word(j) not in ("for", "yet", "now", "enough", "at", "even", ",", "as", "in"):
            return 0
        if units.is_stop(j):
            return 0
    return i + 2 if units.word(i + 1) == "for" else 0


def _walk(units: Units, i: int, j: int, mode: str) -> Found | None:
    """From the negator at ``i`` walk on from unit ``j`` to a head of certainty."""
    room = {"subject": 7, "no": 3}.get(
        mode, 0
    )  # unknown words that may be passed: a noun phrase, no main verb
    flips, last = 1, min(len(units), i + REACH)
    while j < last:
        word = units.words[j]
        if word == ",":
            j = _after_aside(units, j)
            if not j:
                return None
            continue
        if mode == "subject" and word in ("who", "that", "which") and (verb := _main_verb(units, j)):
            j, room, last = verb, 0, min(len(units), verb + REACH)
            continue
        if (word in STOPS and word not in _QUOTES) or _ends_reach(units, j, mode):
            return None
        if head := _head(units, i, j, mode):
            return _outcome(units, i, j, head, flips)
        turned = j > i + 1 and units.has(j, "negator") and (mode != "subject" or " " in word)
        if turned or units.has(j, "limiter", "short"):
            flips += 1
            room = 0
        elif units.has(j, "bridge", "tell", "know"):
            room = max(room, 2)
        elif word == "to":
            room = 0
        elif units.has(j, "article", "poss", "prep") or (units.has(j, "det") and not units.has(j, "rel")):
            room = max(room, 3)
        elif units.has(j, "be", "aux", "modal"):
            room = 0
        elif units.has(j, *_PASSING) or word in _QUOTES or word in ("and", "or"):
            pass
        elif room:
            room -= 1
        else:
            return None
        j += 1
    return None


def _main_verb(units: Units, i: int) -> int:
    """The verb after the relative clause at ``i`` ("no minister who spoke after the vote *was* ready"), 0 if none."""
    j = units.after_adverbs(i + 1)
    while units.has(j, "be", "aux", "modal", "adv", "negator", "past", "ed"):
        j += 1  # the clause's own verb
    for k in range(j + 1, min(i + REACH, len(units))):
        if not units.is_word(k):
            return 0
        if units.has(k, "be", "aux", "modal") and not units.has(k - 1, "rel", "wh", "subj", "stop"):
            return k
    return 0


def _after_aside(units: Units, comma: int) -> int:
    """The unit after an aside between two commas ("cannot, at this point, promise"), or 0 if none closes."""
    for j in range(comma + 1, min(comma + 9, len(units))):
        if units.is_stop(j):
            return 0
        if units.words[j] == ",":
            return j + 1
    return 0


def _ends_reach(units: Units, j: int, mode: str) -> bool:
    """Whether unit ``j`` begins something the negation does not govern."""
    word = units.words[j]
    if units.has(j, "stop"):
        return True
    if word in ("that", "which", "who") and mode != "subject":  # a relative clause, not a complement
        return not (
            units.has(j - 1, "bridge", "tell", "know", "belief", "be", "adv", "pron_obj") or word == "who"
        )
    if word == "and":
        return (
            units.has(j + 1, "subj", "ed", "past", "modal", "be", "neg_subject", "neg_det")
            or units.word(j + 1) == "then"
        )
    return False


def _head(units: Units, i: int, j: int, mode: str) -> str:
    """The class of the head of certainty at ``j``, "" where there is none or a guard says it is none."""
    if units.has(j, "tell", "know") and (found := _telling(units, i, j, mode)):
        return found
    if units.has(j, "close_out"):
        alone = units.word(j).startswith("rul") and " " not in units.word(j)
        return "" if alone and "out" not in units.words[j + 1 : j + 6] else "close_out"
    if units.has(j, "doubt", "qualm") and not units.has(j, "limiter", "bridge"):
        return "doubt"
    if units.has(j, "far_as"):  # "would not go so far as to call it murder"
        return "sure" if mode == "verb" and units.has(j + 1, "speech", *_SURE) else ""
    if units.has(j, "speech") and (mode == "difficulty" or units.has(i, "wary")):
        return "sure"  # "too early to blame anybody", "resisted calling it a coup"
    if units.word(i - 1) == "need" and units.words[j] in ("mean", "imply", "follow"):
        return "sure"  # "it need not mean that he knew"
    if units.words[i] == "nothing" and units.has(j, "evidence", "show") and units.word(j + 1) == "that":
        return "sure"
    if not units.has(j, *_SURE) or not _is_certain(units, i, j, mode):
        return ""
    return "sure"


def _telling(units: Units, i: int, j: int, mode: str) -> str:
    """“say”, “tell”, “know” are heads where what they would say is left open (“cannot say who”, “hard to tell”)."""
    after, open_after = units.word(j + 1), units.has(j + 1, "wh")
    at_end = (
        not units.is_word(j + 1)
        or units.has(j + 1, "stop")
        or after in ("yet", "now", "exactly", "precisely")
    )
    if mode == "difficulty":
        return (
            "sure"
            if open_after or at_end or after in ("the", "a", "its", "at", "this", "that", "what")
            else ""
        )
    if units.word(j).startswith("underst"):
        return "sure" if open_after else ""
    if units.has(j, "know"):
        if after in ("as", "for", "to") or units.has(j + 1, "prep") and after not in ("of", "about"):
            return "sure" if units.has(j + 1, "sure_adv") else ""
        return "sure" if open_after or at_end or after in ("that", "of", "the", "about", "anything") else ""
    able = any(
        units.has(k, "can", "could") or units.word(k) in ("able", "cannot", "way", "position")
        for k in range(i, j)
    )
    able = able or (mode == "limiter" and units.words[i].endswith(" to"))
    left_open = open_after or (at_end and not units.has(j, "read")) or (units.words[j] == "say" and after == "that")
    return "sure" if able and left_open and units.has(j, "tell") else ""


def _is_certain(units: Units, i: int, j: int, mode: str) -> bool:
    """Guards for words of certainty that are none here."""
    word, before, after = units.words[j], units.word(j - 1), units.word(j + 1)
    done = units.has(i, "aux") or (units.words[i] == "not" and units.has(i - 1, "aux"))
    if before == "more" and units.any(i, j, "could") or after in ("less", "more", "better"):
        return False  # "couldn't be more clear", "none has known less"
    if word.startswith("conviction") and j > i + 1 and not units.has(i, "neg_det"):
        return False  # a court's
    if word == "clear" and done and not any(units.has(k, "be") for k in range(i, j)):
        return False  # "did not clear the hurdle"
    if units.has(j, "ed") and units.has(j - 1, "det", "poss", "genitive", "prep") and units.is_word(j + 1):
        return not units.has(j, "commit")  # "among pledged delegates"
    if word in ("evident", "obvious") and after != "that" and not units.has(j + 1, "wh"):
        return False  # visible, not certain
    if word in ("explained", "known", "determined", "decided") and (
        after == "by" or mode == "limiter" and word == "known"
    ):
        return False
    if (
        word in ("clear", "definite", "positive", "definitive", "final")
        and units.has(j - 1, "neg_det")
        and units.is_word(j + 1)
    ):
        return units.has(
            j + 1, "wh", "prep"
        )  # "no clear path" is no doubt, "no clear answer" is: its noun decides
    if units.has(j, "needs_on"):  # "stake their careers on it", "bet my house"
        return "on" in units.words[j + 1 : j + 7] or (word == "bet" and units.has(j + 1, "poss"))
    if word.startswith("follow"):
        return after == "that"
    if word == "sure" and units.has(j - 1, "making"):
        return False
    if word == "confidence" and (
        after in ("in", "vote", "votes", "motion", "motions") or units.word(i - 1) == "of"
    ):
        return False  # trust in somebody, not certainty
    if word.startswith("committ") or word in ("commit", "commits"):
        return (
            not units.has(j + 1, "crime") and not units.has(j + 2, "crime") and not units.has(j + 3, "crime")
        )
    if word.startswith("swor") or word.startswith("swear"):
        return after not in ("in", "at")
    if word == "promising":  # an adjective after a determiner
        return mode == "limiter" or units.has(j - 1, "prep") or binds(units, j)
    if word in ("known", "knew") and after in ("as", "for"):
        return False
    if word in ("certain", "definite", "final") and not units.has(j, "sure_adv") and done and mode == "verb":
        return any(units.has(k, "be", "open", "bridge") for k in range(i, j))
    if units.has(j, "sure_noun") and not units.has(j, "sure", "commit"):
        return _open_noun(units, i, j, mode)
    return not (units.has(j, "establish") and word.endswith("ing") and before in ("the", "a"))


def _open_noun(units: Units, i: int, j: int, mode: str) -> bool:
    """“no confirmation”, “no idea who”, “no way to know”: nouns whose absence leaves something open."""
    word, after = units.words[j], units.word(j + 1)
    if word in ("way", "knowing", "telling", "idea", "clue"):
        if word == "way":
            return False  # "no way to know": "know" is the head
        return units.word(i) in ("no", "not", "without", "little") or mode == "verb"
    if units.has(j, "trace"):
        if word.startswith("sign") and not units.has(i - 1, "be"):
            return False  # "he showed no sign that he was tired": what was seen, not what is known
        open_after = units.has(j + 1, "wh") or units.has(j + 2, "wh")
        return after == "that" or (mode == "no" and (open_after or units.words[i].endswith(" of")))
    if word in ("decision", "answer", "answers", "word", "confirmation"):
        near = j - i <= 3 and (mode in ("no", "subject") or units.has(j - 1, "det"))
        if word == "decision":  # "no decision had been taken" states a fact
            what = j + 2 if after == "yet" else j + 1
            return near and (units.has(what, "wh") or units.word(what) in ("on", "about", "over", "regarding", "as"))
        return near and (word != "word" or after in ("on", "about", "of", "from", "yet"))
    return True


def _outcome(units: Units, i: int, j: int, head: str, flips: int) -> Found | None:
    """The mark for a negator at ``i`` that meets a head at ``j``, the sense turned ``flips`` times."""
    lowers = flips % 2 == (0 if head == "doubt" else 1)
    lo, hi = _left_edge(units, i), j + 1
    if head == "close_out" and units.word(j).startswith("rul") and " " not in units.word(j):
        hi = j + 1 + units.words[j + 1 : j + 6].index("out") + 1
    if hi - lo > 10:  # the negator is far: mark the chain of the head alone
        lo = j
        while lo > i + 1 and units.has(
            lo - 1, "modal", "aux", "be", "adv", "bridge", "tell", "prep", "negator", "difficulty"
        ):
            lo -= 1
    if lowers and units.has(hi, "whether") and hi < len(units):
        hi += 1
    negator, met = units.words[i], units.words[j]
    if head == "close_out":
        if not lowers:
            return None
        return Found(
            lo,
            hi,
            "negated_confidence",
            "not_excluded",
            f"“{negator}” reaches “{met}”: the possibility stays open",
        )
    if lowers:
        how = "negates" if flips == 1 and units.has(i, "negator", "neg_subject", "neg_det") else "limits"
        how = "leaves open" if units.has(i, "difficulty") else how
        if flips > 1:
            how = "with a second negation takes back"
        weak = units.has(j, "trace", "evidence", "show") or met == "necessarily"
        kind = "no_sign" if weak else "negated"
        return Found(lo, hi, "negated_confidence", kind, f"“{negator}” {how} “{met}”")
    if head == "doubt":
        return Found(lo, hi, "booster", "no_doubt", f"“{negator}” negates the doubt in “{met}”")
    return Found(lo, hi, "booster", "double", f"double negation from “{negator}” to “{met}”")


def _left_edge(units: Units, i: int) -> int:
    """Where the mark of a negator begins: with the verb it stands at ("has yet to", "is not", "remains hard")."""
    lo = i
    if units.has(i, "difficulty") and units.word(i - 1) in (
        "too",
        "so",
        "very",
        "still",
        "extremely",
        "almost",
    ):
        lo -= 1
        if units.word(lo - 1) in ("far", "much", "still", "way"):
            lo -= 1
    plain = units.words[i] in ("not", "never", "no longer", "not yet", "hardly", "yet to", "neither")
    if plain and units.has(lo - 1, "modal", "aux", "be") and not units.has(lo - 1, "subj"):
        lo -= 1
    return lo
