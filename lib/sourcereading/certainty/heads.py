"""What a negation meets: a word of certainty, a word of doubt, or one that only looks like it.

“Cannot say who called” leaves open who called; “did not know the man” and “the final debate” leave nothing open. Every
look-alike is a function of the place ``i`` of the negator, the place ``j`` of the word and how the negator negates (see
``negation``); the words are classes of ``data/lexicons/certainty_guards.csv``.
"""

from __future__ import annotations

from sourcereading.certainty.words import Units
from sourcereading.text.parts_of_speech import is_adjective, is_noun

SURE = ("sure", "settled", "entailed", "sure_adv", "undoubted", "sure_noun", "commit", "commit_noun", "establish")
_ADJECTIVES = ("sure", "settled")
_PREDICATED = (
    "be", "seem", "open", "appear", "look", "making", "object_pronoun", "subject_pronoun", "reflexive_pronoun",
)  # fmt: skip
"""What stands before an adjective that is a predicate: "does not seem certain", "did not make clear"."""


_TOPICS = frozenset(("on", "about", "of", "over", "as", "from", "that"))


def binds(units: Units, i: int) -> bool:
    """Whether the “promising” at ``i`` is the verb, before what is promised; not "the data are promising"."""
    if not units.is_word(i + 1) or not units.has(i - 1, "be", "adverb"):
        return False
    return units.word(i + 1) == "to" or not units.has(i + 1, "preposition", "clause_break", "adverb", "coordinator")


def stands_before(units: Units, i: int, *names: str) -> bool:
    """Whether a unit of these classes stands at ``i``, or before the adverbs and degrees that end there."""
    while units.has(i, "adverb", "degree") and not units.has(i, *names):
        i -= 1
    return units.has(i, *names)


_PEOPLE = ("agents", "group", "person_noun", "human")
_HEADS = (
    *SURE, "tell", "know", "close_out", "closes_with_out", "doubt", "qualm", "far_as", "speech", "entail", "evidence",
    "show", "gainsay",
)  # fmt: skip


def head(units: Units, i: int, j: int, mode: str) -> str:
    """"sure", "doubt" or "close_out" for a head at ``j``, "" where there is none or it only looks like one."""
    if not units.has(j, *_HEADS):
        return ""
    if units.has(j, "tell", "know") and _left_open(units, i, j, mode):
        return "sure"
    if units.has(j, "close_out") or out_after(units, j):
        return "" if _set_aside(units, i, j, mode) else "close_out"
    if units.has(j, "doubt", "qualm"):
        return "" if units.has(j + 1, "reflexive_pronoun") else "doubt"  # "did not doubt themselves"
    if units.has(j, "far_as"):  # "would not go so far as to call it murder"
        return "sure" if mode == "verb" and units.has(j + 1, "speech", *SURE) else ""
    if units.has(j, "speech") and (mode == "difficulty" or units.has(i, "wary")):
        # "too early to blame anybody", "resisted calling it a coup", not "resisted calls"
        verb = units.has(j, "ing") or mode == "difficulty" or units.words[i].endswith((" to", " about", " of"))
        return "sure" if verb else ""
    if units.has(j, "entail") and units.has(i - 1, "need_not"):
        return "sure"  # "it need not mean that they knew"
    shows = units.has(j, "evidence", "show") and not units.has(j - 1, "article")
    source = units.word(i) == "nothing" or mode == "subject" and units.any(i + 1, j, "evidence_noun")
    if source and shows and units.word(j + 1) == "that":
        return "sure"
    if mode == "subject" and units.has(j, "gainsay") and not units.has(i, "scarce"):
        return "doubt"  # "nobody disputes that it fell"
    if not units.has(j, *SURE) or any(guard(units, i, j, mode) for guard in _LOOK_ALIKES):
        return ""
    return "sure"


def out_after(units: Units, j: int) -> int:
    """The "out" of a “rule” that stands apart from it ("cannot rule anybody out"), or 0."""
    if not units.has(j, "closes_with_out"):
        return 0
    return next((k for k in range(j + 1, j + 6) if units.word(k) == "out"), 0)


def _set_aside(units: Units, i: int, j: int, mode: str) -> bool:
    """“did not dismiss the case”, “did not exclude women”; not “could not exclude arson”, “cannot rule out”."""
    if not units.has(j, "needs_able"):
        return False
    passive = units.has(j - 1, "be")
    whom = units.has(i - 1, *_PEOPLE) and not units.has(i - 2, "preposition")
    if whom if passive else units.any(j + 1, j + 4, *_PEOPLE):
        return True
    able = mode in ("limiter", "difficulty") or units.any(i - 1, j, "modal", "able", "letting", "bridge")
    return not able and not units.any(j + 1, j + 4, "possibility", "risk", "chance", "likely", "possible")


def _left_open(units: Units, i: int, j: int, mode: str) -> bool:
    """Whether “say”, “tell”, “know” leave open what they would say: “cannot say who”, “hard to tell”."""
    rest, after = units.after_adverbs(j + 1), units.word(j + 1)
    if units.has(j, "tell") and (units.has(rest, "object_pronoun") or after == "you"):
        rest = units.after_adverbs(rest + 1)  # "could not tell us what he ate"
        many = units.word(rest) == "how" and (is_adjective(units.word(rest + 1)) or units.has(rest + 1, "adverb"))
        if after == "you" and (many or units.any(rest + 1, rest + 4, "entail")):
            return False  # "I cannot tell you how glad I am", "what it means to me"
    if units.has(j, "only_with_question") and units.word(rest) in ("on", "over", "about"):
        rest += 1  # "could not agree on who fired"
    question = units.has(rest, "interrogative") and not _knack(units, i, rest)
    own = "i" in units.words[max(0, i - 2) : i] and units.any(i - 1, i + 1, "have_do")
    if vows(units, j) and "if" in units.words[:i]:
        return False
    if own and units.has(j, "reproach") and units.word(rest) == "why":
        return False  # "I don't understand why you smile": you do
    ends = not units.is_word(rest) or units.has(rest, "clause_break")
    if units.has(j, "only_with_question"):  # also "the cause is still not understood"
        asked = units.has(0, "interrogative") or units.any(i - 8, i, "asked_noun")  # "Why it fell is not understood"
        return question or ends and asked and units.any(i - 3, j, "be")
    if mode == "difficulty":
        return question or ends
    if units.has(j, "know"):
        if units.any(i + 1, j, "wish"):
            return False  # "does not want to know what it costs"
        ends = ends and (not units.has(j, "ing") or mode != "limiter")  # not "without her knowing"
        return question or ends and not _of_it(units, i) or _unknown(units, i, j)
    able = units.any(i, j, "can", "could", "able") or units.has(i - 1, "could") and not units.has(j - 1, "be")
    said = able and after == "that" and units.is_word(j + 2) and not units.has(j + 2, "clause_break")
    refused = mode == "limiter" and units.words[i].endswith(" to") or units.word(i - 1) == "would"
    avoided = able or refused and (question or mode == "limiter")  # "refused to say who", "would not say who"
    return said or avoided and (question or ends)


def vows(units: Units, j: int) -> bool:
    """“If that is not a crisis I don't know *what is*.”: it is one."""
    return units.has(j, "know") and units.word(j + 1) == "what" and units.has(j + 2, "be") and not units.is_word(j + 3)


def _of_it(units: Units, i: int) -> bool:
    """“stories that nobody knows”, “anything they do not know”: what is not known to somebody, not an open question."""
    return units.has(i - 1, "relative") or units.any(i - 3, i - 1, "indefinite_pronoun")


def _knack(units: Units, i: int, asks: int) -> bool:
    """“does not know how to swim”, “no idea what they're doing”: of what somebody can do, nothing is left open."""
    if units.word(asks + 1) == "to" and not units.has(asks + 2, "belief"):
        return True  # "does not know where to turn"; "what to expect" is open
    busy = units.word(asks) == "what" and units.any(asks + 2, asks + 5, "at_it")
    return busy and ("talking" in units.words[asks + 2 : asks + 5] or not units.has(i - 1, "first_person"))


def _unknown(units: Units, i: int, j: int) -> bool:
    """“I do not know that it works”, “little is known about it”, “they do not know the cause”.

    Not “did not know that she had left” (she had) nor “few knew of the leak” (there was one).
    """
    if units.word(j + 1) == "about" and units.word(j + 2) in ("you", "that"):
        return False  # "I don't know about you, but"
    after, own = units.word(j + 1), units.any(i - 2, i, "first_person") and not units.any(i - 1, i + 1, "past")
    if after == "that" and units.any(i - 3, i - 1, "belief") and not units.any(i - 4, i - 2, "first_person"):
        return False  # "he thinks I don't know that he left": he did
    if after in ("that", "of", "about"):
        return own or after != "that" and units.words[j] == "known"
    return units.word(j + 1) == "the" and units.any(j + 2, j + 5, "asked_noun", "sure_noun")


# Words of certainty that are none: one function for each kind, and the classes that name the words


def _measured(units: Units, i: int, j: int, mode: str) -> bool:
    """“couldn't be more clear”, “less than forecast”, “cannot be explained by the storm”; not “less than certain”."""
    beyond = units.has(j - 1, "comparing") and units.any(i, j, "could")
    below = units.has(i, "upper") and units.has(j, "establish", "commit")
    return beyond or below or units.has(j, "with_cause") and units.word(j + 1) == "by"


def _other_verb(units: Units, i: int, j: int, mode: str) -> bool:
    """“did not clear the hurdle”, “never went to clear it”; not “did not seem clear”, “did not make clear”."""
    done = units.has(i, "have_do") or units.has(i - 1, "have_do") or units.word(j - 1) == "to"
    return units.has(j, "verb_too") and done and not units.any(i, j, "be", "open", "seem", "making")


def _no_clause(units: Units, i: int, j: int, mode: str) -> bool:
    """“did not follow him”, “not satisfied with it”; not “it is not obvious that”, “spoke without conviction”."""
    if units.has(j, "held_with") and mode == "limiter" and units.has(i - 1, "speaking"):
        return False
    return units.has(j, "needs_clause") and units.word(j + 1) != "that" and not units.has(j + 1, "interrogative")


def _attributive(units: Units, i: int, j: int, mode: str) -> bool:
    """“no clear path”, “their final debate”, “no confirmed cases”; not “is not sure people care”.

    Of “no clear answer” the noun is the head.
    """
    participle = units.has(j, "ed") and units.has(j, "establish", "commit") and j == i + 1
    if not (participle or units.has(j, *_ADJECTIVES)) or not units.is_open(j + 1) or units.has(j, "held_with"):
        return False
    if units.any(j + 1, j + 3, "asked_noun") or mode != "no" and units.any(j + 1, j + 3, "trace"):
        return False  # "no known motive", "did not give definitive evidence"
    if participle and mode in ("no", "limiter"):
        return is_noun(units.word(j + 1))
    if stands_before(units, j - 1, "determiner", "possessive", "genitive", "preposition", "neg_det"):
        return True
    if not units.has(j, "sure"):  # "are not certified experts"; "is not sure people care"
        return True
    return not stands_before(units, j - 1, *_PREDICATED) and not units.has(j - 1, "negator")


def _unforeseen(units: Units, i: int, j: int, mode: str) -> bool:
    """“no one forecast the storm”, “could have forecast it”: it came; not “no one can forecast it”."""
    open_still = units.any(i - 1, j, "modal", "bridge") and units.word(j - 1) != "have"
    return units.has(j, "foreseen") and mode in ("verb", "subject") and not open_still


def _trust(units: Units, i: int, j: int, mode: str) -> bool:
    """“no confidence in the board”, “a vote of no confidence”."""
    noun = units.has(j, "trust") and units.has(j, "sure_noun")
    return noun and (units.word(j + 1) in ("in", "to") or units.word(i - 1) == "of")


def _crime(units: Units, i: int, j: int, mode: str) -> bool:
    """“did not commit the murder”, “crimes they did not commit”."""
    return units.has(j, "crime_verb") and (units.any(j + 1, j + 4, "crime") or units.any(i - 6, i, "crime"))


def _called(units: Units, i: int, j: int, mode: str) -> bool:
    """“not known for haste”, “nobody has known less”, “a lake nobody knew was there”."""
    fame = units.word(j + 1) in ("outside", "beyond") and (j == i + 1 or mode != "subject")
    called = fame or units.word(j + 1) in ("as", "for") or units.has(j + 1, "comparing")
    there = units.has(i - 1, "relative") and units.has(j + 1, "be")
    return (called or there) and units.has(j, "know")


def _not_awaited(units: Units, i: int, j: int, mode: str) -> bool:
    """“no decision had been taken”, “would not answer”; not “no decision on the sale”, “no word yet of them”."""
    if not units.has(j, "awaited"):
        return False
    topic = units.after_adverbs(j + 1)
    about = units.has(topic, "interrogative") or units.word(topic) in _TOPICS
    if units.word(topic) == "to" and units.any(i - 1, j, "be"):  # "is not the answer to crime"
        return True
    near = j - i <= 3 and (mode in ("no", "subject") or units.has(j - 1, "determiner"))
    return not near or (units.has(j, "needs_topic") and not about)


def _no_trace(units: Units, i: int, j: int, mode: str) -> bool:
    """“gave no sign”; not “no sign that they knew”, “no hint of when”, “in the absence of firm evidence”."""
    if not units.has(j, "trace") or units.word(j + 1) == "that":
        return False
    return mode != "no" or not (units.any(j + 1, j + 3, "interrogative") or units.words[i].endswith(" of"))


def _no_notion(units: Units, i: int, j: int, mode: str) -> bool:
    """“is not a bad idea”, “no idea how to swim”; not “no idea who”, “does not have a clue”."""
    if not units.has(j, "notion"):
        return False
    if units.word(j + 1) in (".", "!") and not units.any(i - 3, i + 1, "first_person", "neg_subject"):
        return True  # "they do not have a clue."
    had = units.any(i + 1, j, "have_do", "bridge") and not units.any(i + 1, j, "be")
    held = had or mode in ("no", "subject", "limiter")
    return not held or _knack(units, i, j + 1)


def _detached(units: Units, i: int, j: int, mode: str) -> bool:
    """“did not come and inevitably lost”: an adverb is negated only where the negator is next to it."""
    if not units.has(j, "sure_adv", "undoubted") or units.has(j, *_ADJECTIVES) or mode == "limiter":
        return False
    if units.has(j - 1, "tell", "know"):
        return False  # "nobody was prepared to say with any certainty"
    between = ["adverb", "degree", "auxiliary", "tell", "know", "negator"]
    if units.any(i + 1, j, "tell"):
        between += ["relative", "subject_pronoun"]  # "not saying that he will definitely lose"
    return not all(units.has(k, *between) for k in range(i + 1, j))


def _gerund(units: Units, i: int, j: int, mode: str) -> bool:
    """“without them knowing”, “not knowing that it fell”, “is not telling others”; not “no way of knowing”."""
    if not (units.has(j, "sure_noun") and units.has(j, "ing")):
        return False
    asks = units.has(units.after_adverbs(j + 1), "interrogative")
    return not asks and not (units.word(j - 1) == "of" or mode == "no" and j == i + 1)


def _no_right(units: Units, i: int, j: int, mode: str) -> bool:
    """“no business deciding”, “nothing to prove”, “did not let her decide”, “told them not to certify it”.

    Not “did not let us conclude that”, “not to know”.
    """
    if units.any(i + 1, j, "entitled") or units.word(i) == "nothing" and units.word(i + 1) == "to":
        return True
    said = units.word(j + 1) in ("that", "the") or units.has(j + 1, "interrogative")
    return units.any(i + 1, j, "letting") and not said


def _appointed(units: Units, i: int, j: int, mode: str) -> bool:
    """“would not be confirmed by the Senate”, “did not confirm the nominee”, “did not confirm their address”."""
    if not units.has(j, "appoint"):
        return False
    if units.has(j + 1, "possessive") and units.any(j + 2, j + 4, "own_matter"):
        return True
    passive = units.any(i - 1, j, "be")
    return units.any(j - 8, j + 9, "office_holder") if passive else units.any(j + 1, j + 4, "office_holder")


_LOOK_ALIKES = (
    _measured, _other_verb, _no_clause, _attributive, _trust, _crime, _gerund, _called, _not_awaited, _no_trace,
    _no_notion, _detached, _no_right, _appointed, _unforeseen,
)  # fmt: skip
