"""What is left open, and what is asserted: conditions, questions, doubt; boosters and commitments.

One function for each class of ``data/lexicons/certainty_marks.csv`` (the table at the end). It is given the sentence
and the place of the word, and returns a mark or None. It separates an open "whether" from "whether or not he appeals,
he pays", a condition from "dozens, if not hundreds", an asserted "certain" from "a certain man", a promise from "a
promising start". Which words behave how is in the lexicons: a class of ``data/lexicons/certainty_guards.csv`` names
what a word needs (``needs_clause``) or what is no mark beside it (``promise_head``).
"""

from __future__ import annotations

from sourcereading.certainty.clauses import before_adverbs
from sourcereading.certainty.found import Found, Rule, clause_end, one
from sourcereading.certainty.heads import binds
from sourcereading.certainty.holders import is_person, subject
from sourcereading.certainty.if_clauses import (
    absence,
    awaiting,
    depend,
    failing,
    if_,
    inverted,
    otherwise,
    provided,
    unless,
)
from sourcereading.certainty.negation import negation
from sourcereading.certainty.words import Units
from sourcereading.text.parts_of_speech import is_present

_QUESTION = 40
"""Units of a sentence that are looked through for what closes it; keeps the work linear."""
_ABOUT = ("about", "of", "as")
_ASKING = frozenset(("if", "whether", "whether or not"))
_ON = frozenset(("on", "over", "about", "as", "to", "at", "by", "of"))
"""What stands between a word of asking and the question: “at odds over who”, “baffled as to why”."""
_ON_GOING = (
    "preposition", "interrogative", "clause_break", "relative", "subject_pronoun", "demonstrative", "determiner",
    "adverb",
)  # fmt: skip
"""What goes on after an adjective that is no part of a noun phrase ("certain that", "sure of")."""


def framed(units: Units) -> set[int]:
    """The units of the questions that are put to a person: “asked if he would resign, he laughed”.

    Nobody's doubt is reported inside: the answer follows. “Reporters asked whether”, “he did not say whether” are no
    such questions.
    """
    inside: set[int] = set()
    for i in [i for i, classes in enumerate(units.classes) if "frame_ask" in classes]:
        if i in inside:
            continue
        put = not units.is_word(i - 1) or units.word(i - 1) == "when" or units.has(i - 1, "be")
        if put and (start := _question_put(units, i)):
            inside.update(range(start, _question_end(units, start)))
    return inside


def _question_put(units: Units, i: int) -> int:
    """The “if” or “whether” of the question put by the “asked” at ``i`` (“asked by reporters whether”), or 0."""
    if units.word(i - 1) == "," and units.word(i + 1) not in _ASKING and not units.has(i + 1, "preposition"):
        return 0  # "Holm, a lawyer, asked them if it was safe": she asks
    for j in range(i + 1, min(i + 7, len(units))):
        if units.word(j) in _ASKING:
            return j
        if not units.is_word(j) or units.word(j) in ("to", "for"):
            return 0  # "asked for help if the river rises"
    return 0


def _question_end(units: Units, i: int) -> int:
    """Where the question ends: with its clause, or before the answer (“and said that it might”)."""
    end = clause_end(units, i + 1, _QUESTION)
    return next((j for j in range(i, end) if units.word(j) == "and" and units.has(j + 1, "ed", "past")), end)


def asked(units: Units, i: int) -> Found | None:
    """“Is the boom over?”: a question of the writer or a speaker; not “Can you help?”."""
    opens = i == 0 or not units.is_word(i - 1) and units.word(i - 1) != ","
    if not opens or not units.is_word(i + 1) or units.word(i + 1) in ("you", "i", "we") or units.word(i) == "be":
        return None
    if units.has(i, "subject_pronoun", "demonstrative", "interrogative") or units.has(i + 2, "negator"):
        return None  # "It's over, right?", "What's new?", "Was that not a lie?"
    end = next((word for word in units.words[i : i + _QUESTION] if word in ("?", ".", "!", ";")), "")
    if end != "?" or units.has(i + 1, "auxiliary"):  # "who of us — and I mean all — would have believed it?"
        return None
    return one(i, "negated_confidence", "whether", "a yes-or-no question, left open")


def aux_or_be(units: Units, i: int) -> Found | None:
    """An auxiliary or a form of “be” that opens a question or an inverted condition."""
    return asked(units, i) or inverted(units, i)


def whether(units: Units, i: int) -> Found | None:
    """“whether”: an open question; not “regardless of whether”, “whether or not he appeals, he pays”."""
    if _is_conceded(units, i):
        return None
    if units.has(i - 1, "negator") and units.has(i - 2, "be"):
        return None  # "the question is not whether it rains"
    if units.word(i - 1) == "and" and units.any(i - 12, i, "varies"):
        return None  # "depending on age and whether they work"
    left_open = units.is_word(i - 1) and units.any(i - 4, i, "inquire", "negator")
    if not left_open and (_is_either_way(units, i) or _is_alternative(units, i)):
        return None
    return one(i, "negated_confidence", "whether", "“whether”: a question left open")


def _is_conceded(units: Units, i: int) -> bool:
    """“never mind whether it works, whether it lasts”, “regardless of whether it works”."""
    if units.word(i - 1) in (",", "or"):
        first = next((k for k in range(i - 2, max(0, i - 12), -1) if units.words[k] == "whether"), 0)
        return first > 0 and _is_conceded(units, first)
    return units.has(i - 1, "concession") or units.has(i - 2, "concession") and units.word(i - 1) == "of"


def _is_either_way(units: Units, i: int) -> bool:
    """“whether or not he appeals”, “whether he appeals or not”: not “depends on whether or not”."""
    return "or not" in units.text(i, i + 12) and units.word(i - 1) not in ("on", "of", "about", "over")


def _is_alternative(units: Units, i: int) -> bool:
    """“…, whether in Paris or in Rome”, “whether it rains or snows, they play”."""
    near = units.words[i : i + 20]
    apart = i > 1 and (units.word(i - 1) == "," or units.is_dash(i - 1))
    named = units.word(i + 1) in ("it", "it's", "that", "that's", "this")  # ", whether it is the dam or the weir"
    if apart and units.word(i + 1).endswith("'s") and not units.any(i - 8, i, "inquire", "negator"):
        return True  # "their help - whether it's with the rent, …"
    if "or" not in near or i > 1 and not apart:
        return False
    if apart and (named or not units.any(i, i + near.index("or"), "auxiliary", "past", "ed")):
        return True
    aside = units.words[i + 1 : i + 16]
    ends = next((k for k, word in enumerate(aside) if word in (",", "—", "–")), 0)
    return "or" in aside[:ends]


def inquiry(units: Units, i: int) -> Found | None:
    """“more research is needed”, “it warrants further study”: what is not known yet."""
    if not units.any(i - 3, i, "more_of"):
        return None
    for j in (*range(i - 2, i - 6, -1), *range(i + 1, i + 9)):
        if units.has(j, "wants" if j < i else "needed"):
            lo, hi = min(i, j), max(i, j)
            what = f"“{units.words[lo]} … {units.words[hi]}”: not established yet"
            return Found(lo, hi + 1, "negated_confidence", "inquiry", what)
    return None


def question(units: Units, i: int) -> Found | None:
    """“raises questions about the safety”, “questions remain”: not “answered questions about tax”."""
    raised = units.any(i - 3, i, "raise_question") and units.word(i + 1) in ("about", "over", "as", "on")
    verb = next((k for k in range(i - 1, i - 4, -1) if units.has(k, "raise_question")), i)
    if raised and is_person(units, subject(units, verb)):
        return None  # "the senator raised questions about the cost": she asks
    if not raised and (not units.any(i + 1, i + 3, "open") or units.any(i - 3, i, "dispel")):
        return None
    return one(i, "negated_confidence", "doubt", f"“{units.words[i]}” raised or remaining: not settled")


def qualm(units: Units, i: int) -> Found | None:
    """“voiced misgivings about the plan”: not “a table reservation”, “misgivings about Holm”, whom one dislikes."""
    if units.word(i + 1) not in ("about", "over") or units.capital(i + 2) or units.has(i + 2, "object_pronoun"):
        return None
    return one(i, "negated_confidence", "doubt", f"“{units.words[i]} {units.word(i + 1)}”: a mild doubt")


def caution(units: Units, i: int) -> Found | None:
    """“should be treated with caution”: not “drove with caution”."""
    if not units.any(i - 6, i, "treat"):
        return None
    return one(i, "negated_confidence", "doubt", f"to be taken “{units.words[i]}”: not established")


def disputable(units: Units, i: int) -> Found | None:
    """“a matter of dispute”, “open to interpretation”: not “a dispute over pay”."""
    if not units.has(i - 2, "unsettled") or units.word(i - 1) not in ("of", "to"):
        return None
    return Found(i - 2, i + 1, "negated_confidence", "doubt", f"“{units.text(i - 2, i + 1)}”: not settled")


def wonder(units: Units, i: int) -> Found | None:
    """“wondered who paid”, “at odds over when it fell”, “baffled by how”, “can only guess”: a question left open.

    “If” and “whether” after it have marks of their own; what to do, not what is so, is asked by “how to spend it”.
    """
    at = i + 1
    while units.word(at) in _ON and at < i + 3:
        at += 1
    asks = units.has(at, "interrogative") and units.word(at) not in _ASKING
    known = at > i + 1 and units.word(i + 1) != "at" and units.any(at, at + 3, "asked_noun")  # "split over the origin"
    if not asks and not known and not units.has(i, "only_guess") or "no longer" in units.words[max(0, i - 12) : i]:
        return None
    if units.has(i, "needs_topic") and at == i + 1:
        return None  # "amid confusion when it fell"
    if units.word(at + 1) == "to" or at > i + 1 and any(units.has(k, "advice") for k in range(at + 1, at + 8)):
        return None
    return Found(i, at if asks else i + 1, "negated_confidence", "doubt", f"“{units.words[i]}”: a question left open")


def doubt(units: Units, i: int) -> Found | None:
    """“doubt”, “unclear”, “remains uncertain”: not “once disputed”, “if unclear”, “undecided voters”."""
    no_doubt = (
        units.has(i - 1, "former", "if") or units.has(i + 1, "agent_end", "reflexive_pronoun")  # "if unresolved"
        or units.has(i, "rejects")  # "unsubstantiated" keeps a distance
        or units.has(i - 1, "hang") and units.any(i - 4, i, "negator")  # "was not hanging in the balance"
        or units.has(i, "predicate") and not units.has(before_adverbs(units, i), "be", "open", "seem")
        or units.has(i, "ing") and units.has(i - 1, "article", "possessive")  # "a doubting uncle"
        or units.has(i, "state") and not _has_topic(units, i)
        or units.has(i, "unidentified") and not _is_unknown(units, i)
        or units.has(i, "needs_topic") and not _is_speculation(units, i)
        or units.has(i, "blurred") and units.any(i - 6, i, "pictured") and not units.has(i + 1, *_ON_GOING)
    )
    if no_doubt or _only_rates(units, i):
        return None
    lo = i
    while units.has(lo - 1, "degree", "adverb"):
        lo -= 1
    if units.has(lo - 1, "open"):
        lo -= 1
    hi = i + 2 if units.has(i + 1, "whether") else i + 1
    return Found(lo, hi, "negated_confidence", "doubt", f"“{units.words[i]}”: doubt is stated")


def _only_rates(units: Units, i: int) -> bool:
    """Whether the adjective rates a thing and doubts no claim: “a questionable deal”, “the murky swamp”.

    “A dubious claim”, “the motive is murky”, “questionable whether” doubt what is said or asked.
    """
    doubted = units.any(i + 1, clause_end(units, i + 1, 4), "open_to_doubt")
    predicate = units.has(i - 1, "be", "open", "seem")
    if not predicate and units.is_word(i + 1) and not units.has(i + 1, *_ON_GOING, "auxiliary", "coordinator"):
        return units.has(i, "evaluative", "evaluative_before_noun") and not doubted
    topic = units.has(i + 1, "interrogative", "relative") or units.word(i + 1) in (*_ABOUT, "on", "over")
    if topic or not units.has(i, "evaluative"):
        return False
    return not doubted and not units.any(i - 9, i, "open_to_doubt")


def _has_topic(units: Units, i: int) -> bool:
    """“uncertainty about it”, “a high degree of uncertainty”; not “a decade of”, “a time of great uncertainty”."""
    of_what = units.word(i + 1) in (*_ABOUT, "over", "around", "surrounding", "on", "in")
    asked = units.has(i + 1, "interrogative", "open", "auxiliary") or units.word(i + 1) == "that"
    there = any(word in ("there", "there's") for word in units.words[max(0, i - 5) : i])
    much = units.has(i - 1, "chance_good") and units.word(i - 2) in ("with", "a") or units.has(i - 2, "quantity_noun")
    return of_what or asked or there or much or units.has(i - 1, "be", "open")


def _is_speculation(units: Units, i: int) -> bool:
    """“speculation that”, “mere speculation”, “it is speculation”: not “land speculation”."""
    before = units.has(i - 1, "be", "adverb", "open", "speculation_head")
    return before or units.has(i + 1, "speculation_tail", "hang")


def _is_unknown(units: Units, i: int) -> bool:
    """“the cause is unknown”, “an unknown number of boats”: not “the Unknown Soldier”, “an unknown poet”."""
    return units.has(i - 1, "be", "open", "adverb") or not units.is_word(i + 1) or units.has(i + 1, "quantity_noun")


def sure(units: Units, i: int) -> Found | None:
    """“certain”, “sure” as predicates: not “a certain man”, “make sure”, “stating the obvious”."""
    if _is_no_predicate(units, i):
        return None
    start = i - 8 if units.word(i - 1) == "but" and "not" in units.words[max(0, i - 8) : i] else i - 3
    said_of = units.any(start, i, "be", "seem", "bridge", "open")  # "is not merely unsafe but certain to fail"
    clause = units.word(i + 1) == "that"
    if units.has(i, "asserts_clause"):  # "it is clear who fired", not "a clear view", "made it clear that"
        asserts = said_of and (clause or units.has(i + 1, "interrogative")) and not units.any(i - 3, i, "making")
    else:
        asserts = said_of or clause
    return one(i, "booster", "sure_adjective", f"“{units.words[i]}”: stated as certain") if asserts else None


def _is_no_predicate(units: Units, i: int) -> bool:
    """Whether a word like “certain” is part of a noun phrase or otherwise asserts nothing."""
    after = i + 1
    noun_after = units.is_word(after) and not units.has(after, *_ON_GOING)
    return (
        units.has(i - 1, "article", "making", "negator")  # "the obvious", "made sure", "not evident"
        or units.word(i - 1) == "be" and units.is_word(i - 3) and units.word(i - 2) in ("must", "to")  # "must be sure"
        or units.has(i - 1, "degree") and units.has(i - 2, "article")  # "the most obvious change"
        or units.has(i, "plain_before_noun") and noun_after  # "certain vaccines", "no positive effect"
        or units.has(i, "tied_to") and units.has(after, "determiner")  # "bound to the result"
        # "evident in Germany"
        or units.has(after, "appear_place") and not units.has(after, "relative", "subject_pronoun", "demonstrative")
    )  # fmt: skip


def sure_adverb(units: Units, i: int) -> Found | None:
    """“certainly”, “for sure”, “clearly wrong”: not “spoke clearly.”."""
    opens = not units.is_word(i - 1) and units.word(i + 1) == ","  # "Clearly, they lost"
    if units.has(i, "manner") and not opens and (not units.is_word(i + 1) or units.has(i + 1, "preposition")):
        return None
    return one(i, "booster", "sure_adverb", f"“{units.words[i]}”: stated as certain")


def undoubted(units: Units, i: int) -> Found:
    """“no doubt”, “beyond question”."""
    return one(i, "booster", "no_doubt", f"“{units.words[i]}”: doubt is denied")


def commit(units: Units, i: int) -> Found | None:
    """“guarantee”, “vow”: not “a promising start”, “holds promise”, “the promised aid”, “the motto promises”."""
    noun = units.has(i, "commit_noun") or units.noun_use(i) and units.word(i - 1) not in ("to", "that")
    binding = "to" in units.words[i + 1 : i + 4] and not units.any(i + 1, i + 4, "crime")
    no_promise = (
        units.has(i - 1, "no_promiser")
        or units.has(i, "hopeful_sign")
        and (units.has(i - 1, "promise_head") or units.has(i, "ing") and not binds(units, i))
        or units.has(i, "ed") and units.has(i - 1, "determiner", "genitive", "preposition", "number")
        or not units.is_word(i - 1) and not units.word(i).endswith(("s", "d", "ing"))  # "Promise me that you stay"
        or units.has(i, "needs_to") and not binding  # "committed to a truce", not "committed a crime"
    )
    if no_promise or noun and not _given(units, i):
        return None
    return one(i, "commitment", "commit", f"“{units.words[i]}”: a commitment")


def _given(units: Units, i: int) -> bool:
    """“made a pledge to stay”, “there is the promise”: not “discussed his commitment”, “demanded that she make one”."""
    if "there" in units.words[max(0, i - 4) : i]:
        return True
    return units.any(i - 5, i, "giving", "making") and not units.any(i - 12, i, "demanding")


def will(units: Units, i: int) -> Found | None:
    """“we will”: the speaker's own promise; “it will fail”: a certain future; not “the will to fight”."""
    main = units.after_adverbs(i + 1)
    if not units.is_word(main) or units.has(main, "subject_pronoun", "demonstrative", "pardon"):
        return None
    if units.word(i) == "will" and units.capital(i - 1) and units.capital(i) and not units.capital(main):
        return None  # "Mark Will said"
    if units.has(i, "first_person") or units.has(i - 1, "first_person"):
        return _promise(units, i, main)
    if any(units.has(k, "likely_adv", "extreme", "no_promise") for k in range(i + 1, main)):
        return None
    with_subject = units.has(i, "subject_pronoun", "demonstrative")  # "it'll"
    if _of_habit(units, i, main) or _keeps_silent(units, i, main):
        return None
    if not with_subject and (i == 0 or units.has(i - 1, "determiner", "genitive", "preposition")):
        return None
    return one(i, "commitment", "future", f"“{units.words[i]}”: stated as a certain future")


def _of_habit(units: Units, i: int, main: int) -> bool:
    """“she will often walk”, “he'll tell you he's fine”, “one goal and they'll panic”, “you'll love it”.

    What happens again and again, or would happen to anybody, is no prediction.
    """
    if units.any(i - 1, main, "often") or units.word(main) == "tell" and units.word(main + 1) == "you":
        return True
    subject_at = i if units.has(i, "subject_pronoun") else i - 1
    if units.word(subject_at).startswith("you"):
        return True
    if units.word(subject_at - 1) != "and" or subject_at < i:
        return False
    start = next((k + 1 for k in range(subject_at - 1, i - _QUESTION, -1) if units.is_stop(k)), 0)
    told = units.any(start, subject_at - 1, "auxiliary", "past", "ed")
    return not told and not any(is_present(units.word(k)) for k in range(start + 1, subject_at - 1))


def _keeps_silent(units: Units, i: int, main: int) -> bool:
    """“the player will not discuss it”, “she won't say who”: a person refuses to talk; not “the book will not say”."""
    apart = units.has(main, "negator")
    verb = units.after_adverbs(main + apart)
    talks = units.has(verb, "speaking") and units.word(verb + 1) != "at"  # "will not speak at the fair"
    talks = talks or units.has(verb, "plain_say") and is_person(units, subject(units, i))
    return talks and (apart or units.has(i, "contracted"))


def going_to(units: Units, i: int) -> Found | None:
    """“we're going to”: the speaker's own promise; not “we were going to”."""
    main = units.after_adverbs(i + 1)
    goes_on = units.is_word(main) and not units.has(main, "subject_pronoun", "demonstrative")
    said = goes_on and units.has(i - 1, "be") and not units.has(i - 1, "past")
    return _promise(units, i, main) if said and units.any(i - 2, i, "first_person") else None


def _promise(units: Units, i: int, main: int) -> Found | None:
    """Not “we will see”, “nobody thinks we will”."""
    if units.has(main, "no_promise") or units.any(i - 6, i, "negator", "neg_subject"):
        return None
    return one(i, "commitment", "will", f"“{units.words[i]}” in the first person: the speaker promises to act")


OPEN: dict[str, Rule] = {
    "negator": negation, "neg_subject": negation, "neg_det": negation, "limiter": negation, "difficulty": negation,
    "will": will, "going_to": going_to, "if": if_, "unless": unless, "depend": depend, "provided": provided,
    "awaiting": awaiting, "whether": whether, "wonder": wonder, "only_guess": wonder, "inquiry": inquiry,
    "question": question, "qualm": qualm, "caution": caution, "disputable": disputable, "condition_noun": absence,
    "without": absence, "failing": failing, "short": negation, "doubt": doubt, "have_do": aux_or_be, "be": aux_or_be,
    "modal": asked, "sure": sure, "sure_adv": sure_adverb, "undoubted": undoubted, "commit": commit,
    "commit_noun": commit, "otherwise": otherwise,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
