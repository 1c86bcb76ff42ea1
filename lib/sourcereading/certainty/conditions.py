"""What is left open, and what is asserted: conditions, questions, doubt; boosters and promises.

The guards tell an open "whether" from a concession ("whether or not he appeals, he pays"), a condition from
"dozens, if not hundreds", an asserted "certain" from "a certain man", a promise from "a promising start".
"""

from __future__ import annotations

from sourcereading.certainty.negation import Found, Rule, binds, clause_end, negation, one
from sourcereading.certainty.words import STOPS, Units

_QUESTION = 40
"""Units of a sentence that are looked through for what closes it; keeps the work linear."""
_ASKING = frozenset(("if", "whether", "whether or not"))
_UNSETTLED = frozenset(("matter of", "subject of", "open to", "subject to"))


def if_(units: Units, i: int) -> Found | None:
    """“if”: a condition; after “ask”, “know”, “unclear” an open question; not “dozens, if not hundreds”."""
    word, after = units.words[i], units.word(i + 1)
    if word == "if":
        if units.text(i + 1, i + 3) == "you will" and not units.is_word(i + 3):
            return None
        if (
            units.has(i + 1, "if_tail")
            and (after != "not" or not units.has(i + 2, "for", "subj"))
            and not (after == "any" and units.any(i + 2, i + 6, "be", "modal", "aux"))
            and not units.has(i + 2, "be", "modal", "aux")
        ):
            return None
        if units.word(i - 1) in ("as", "and", "but", "no") and (
            units.word(i - 1) == "as" or not units.is_word(i + 1)
        ):
            return None
        if not units.is_word(i + 1) and units.word(i + 1) not in (",", '"'):
            return None
        for k in (i - 1, i - 2):
            noun = units.has(k - 1, "det") and units.word(k) not in ("idea", "matter", "question")
            if (
                units.has(k, "inquire")
                and not noun
                and not (
                    units.word(i - 1) not in ("me", "us")
                    and units.has(k, "tell", "matter")
                    and not _negated_before(units, k)
                )
            ):
                return one(
                    i, "negated_confidence", "whether", f"“if” after “{units.words[k]}”: a question left open"
                )
            if not units.has(i - 1, "pron_obj") and not units.capital(i - 1):
                break
    return one(i, "conditional", "if", f"“{word}”: holds only under a condition")


def _negated_before(units: Units, i: int) -> bool:
    return any(
        units.has(k, "negator", "neg_subject", "limiter", "difficulty") for k in range(max(0, i - 5), i)
    )


def framed(units: Units) -> set[int]:
    """The units of every question that somebody is asked in a frame: “asked if he would resign, he laughed”.

    Nothing inside is anybody's doubt: it is put to somebody, and what he answers stands outside. "Reporters asked
    whether", "he did not say whether" are no frames.
    """
    inside: set[int] = set()
    for i in range(len(units)):
        if i in inside or not units.has(i, "frame_ask"):
            continue
        put = not units.is_word(i - 1) or units.word(i - 1) in ("when", "being") or units.has(i - 1, "be")
        if put and (start := _question_put(units, i)):
            inside.update(range(start, _question_end(units, start)))
    return inside


def _question_put(units: Units, i: int) -> int:
    """The "if" or "whether" of the question put by the "asked" at ``i`` ("asked by reporters whether"), or 0."""
    framing = units.word(i + 1) in _ASKING or units.has(i + 1, "prep", "adv", "month")
    if units.word(i - 1) == "," and not framing:
        return 0  # "Holm, a lawyer, asked them if it was safe": he asks
    for j in range(i + 1, min(i + 7, len(units))):
        if units.word(j) in _ASKING:
            return j
        if not units.is_word(j) or units.word(j) in ("to", "for"):
            return 0  # "asked for help if the river rises"
    return 0


def _question_end(units: Units, i: int) -> int:
    end = clause_end(units, i + 1, _QUESTION)
    answers = ("ed", "past", "report", "tell", "negator")
    return next((j for j in range(i, end) if units.word(j) == "and" and units.has(j + 1, *answers)), end)


def unless(units: Units, i: int) -> Found | None:
    """“unless”, “provided that”, “depends on”: not “as long as three years”."""
    word = units.words[i]
    if word in ("as long as", "so long as") and (units.has(i + 1, "number") or not units.has_clause(i + 1)):
        return None
    if word == "barring" and i and units.word(i - 1) != ",":
        return None
    hi = i + 2 if units.has(i + 1, "whether") else i + 1
    return Found(i, hi, "conditional", "if", f"“{word}”: holds only under a condition")


def provided(units: Units, i: int) -> Found | None:
    """“provided he signs”, “subject to approval”: not “provided aid”, not “subject to attacks”."""
    word = units.words[i]
    if word in ("subject to", "pending"):
        found = units.any(i + 1, i + 4, "approval") and not units.has(i + 1, "prep")
        return one(i, "conditional", "if", f"“{word}” an approval or a change") if found else None
    opens = i == 0 or units.word(i - 1) == ","
    nominal = units.has(i + 1, "subj", "article", "poss")
    before = opens and (nominal or units.has_clause(i + 1, 6)) and "," in units.words[i : i + 30]
    promised = units.any(i - _QUESTION, i, "modal", "will") and not units.has(i - 1, "subj", "be", "aux", "modal")
    after = promised and i > 0 and nominal and units.has_clause(i + 1, 8)
    if before or after:
        return one(i, "conditional", "if", f"“{word}” with a clause: a condition")
    return None


def asked(units: Units, i: int) -> Found | None:
    """“Is the boom over?”: a question in the writer's or a speaker's words; not “Can you help?”."""
    opens = i == 0 or (not units.is_word(i - 1) and units.word(i - 1) != ",")
    if not opens or not units.is_word(i + 1) or units.word(i + 1) in ("you", "i", "we"):
        return None
    last = min(len(units), i + _QUESTION)
    if units.word(next((j for j in range(i, last) if units.word(j) in ("?", ".", "!", ";")), -1)) != "?":
        return None
    return one(i, "negated_confidence", "whether", "a question of yes or no: left open")


def aux_or_be(units: Units, i: int) -> Found | None:
    """What opens a question or an inverted condition."""
    return asked(units, i) or inverted(units, i)


def inverted(units: Units, i: int) -> Found | None:
    """“Had they known, …”, “Were the talks to fail, …”."""
    if units.words[i] not in ("had", "were") or not (i == 0 or units.word(i - 1) == ","):
        return None
    subject = units.has(i + 1, "subj") or units.has(i + 1, "article", "poss")
    if not subject or "?" in units.words[-2:]:
        return None
    comma = clause_end(units, i + 1, 14)
    if units.word(comma) != "," and i == 0:
        return None
    participle = units.any(i + 2, i + 6, "ed", "past", "be", "negator", "know")
    if units.words[i] == "had" and not (
        participle or any(word.endswith("n") for word in units.words[i + 2 : i + 5])
    ):
        return None
    return one(i, "conditional", "if", f"inverted condition: “{units.words[i]}” before its subject")


def whether(units: Units, i: int) -> Found | None:
    """“whether”: an open question; not “regardless of whether”, “whether or not” as a concession."""
    if units.has(i - 1, "concession") or units.has(i - 2, "concession") and units.word(i - 1) == "of":
        return None
    before = units.word(i - 1)
    open_before = units.any(i - 4, i, "inquire", "doubt", "negator", "open")
    concession = units.words[i] == "whether or not" or "or not" in units.text(i, i + 12)
    if (
        concession
        and not open_before
        and not units.has(i - 1, "inquire")
        and before not in ("on", "of", "about", "over")
    ):
        return None
    if (before == "," or i < 2) and not open_before and "or" in units.words[i : i + 10]:
        if i > 1 and not units.any(
            i, i + units.words[i : i + 10].index("or"), "modal", "be", "aux", "past", "ed"
        ):
            return None  # ", whether in Paris or in Rome,"
        aside = next(
            (j for j in range(i + 1, min(i + 16, len(units))) if units.words[j] in (",", "—", "–")), 0
        )
        if aside and "or" in units.words[i:aside]:
            return None  # ", whether we talk of Paris or of Rome,"
    return one(i, "negated_confidence", "whether", "embedded “whether”: a question left open")


def inquiry(units: Units, i: int) -> Found | None:
    """“more research is needed”: what is not known yet is named."""
    more = any(units.has(k, "more_of") for k in range(max(0, i - 3), i))
    if not more:
        return None
    for j in range(i + 1, min(i + 9, len(units))):
        if units.words[j] in STOPS:
            return None
        if units.has(j, "needed"):
            what = f"“{units.words[i]} … {units.words[j]}”: not established yet"
            return Found(i, j + 1, "negated_confidence", "inquiry", what)
    return None


def question(units: Units, i: int) -> Found | None:
    """“raises questions about the safety”, “questions remain”: not “answered questions about tax”."""
    raised = units.any(i - 3, i, "raise_question") and units.word(i + 1) in ("about", "over", "as", "on")
    stays = units.words[i] == "questions" and units.any(i + 1, i + 3, "open")
    if not raised and not stays:
        return None
    return one(i, "negated_confidence", "doubt", f"“{units.words[i]}” raised or remaining: not settled")


def qualm(units: Units, i: int) -> Found | None:
    """“voiced misgivings about the plan”: not “a table reservation”."""
    if units.word(i + 1) not in ("about", "over"):
        return None
    return one(i, "negated_confidence", "doubt", f"“{units.words[i]}” about it: doubt, put mildly")


def caution(units: Units, i: int) -> Found | None:
    """“should be treated with caution”: not “drove with caution”."""
    if not units.any(i - 6, i, "treat"):
        return None
    return one(i, "negated_confidence", "doubt", f"to be taken “{units.words[i]}”: not established")


def disputable(units: Units, i: int) -> Found | None:
    """“a matter of dispute”, “open to interpretation”, “in dispute”: not “a dispute over pay”."""
    lo = i - 2 if units.text(i - 2, i) in _UNSETTLED else i - 1
    disputed = units.word(lo) in ("in", "under") and units.words[i] in ("dispute", "contention")
    if lo == i - 1 and not disputed:
        return None
    what = f"“{units.text(lo, i + 1)}”: not settled"
    return Found(lo, i + 1, "negated_confidence", "doubt", what)


def wonder(units: Units, i: int) -> Found | None:
    """“wondered who paid”."""
    guessed = units.words[i].startswith("only ")
    if not guessed and not units.has(i + 1, "wh") or units.has(i + 1, "whether") or units.word(i + 1) == "if":
        return None
    return one(i, "negated_confidence", "doubt", f"“{units.words[i]}” with a question: left open")


def doubt(units: Units, i: int) -> Found | None:
    """“doubt”, “unclear”, “remains uncertain”: not “no doubt”, not “the benefit of the doubt”."""
    word = units.words[i]
    if word.startswith("doubt") and units.word(i - 1) == "the" and units.word(i - 2) == "of":
        return None
    if word in ("speculation", "conjecture", "guesswork"):
        said = units.has(i + 1, "speculation_tail") or units.has(i - 1, "be", "adv", "open")
        if not said and not units.has(i - 1, "speculation_head"):
            return None
    if units.word(i - 1) in ("once", "formerly"):
        return None  # "once disputed"
    if units.has(i, "predicate") and not units.has(i - 1, "be", "open", "adv", "seem"):
        return None  # "disputed territory": a name for a thing, no doubt about what is said
    if word == "unknown":
        state = (
            units.has(i - 1, "be", "open", "adv") or not units.is_word(i + 1) or units.word(i + 1) == "number"
        )
        if not state or units.capital(i):
            return None
    if word.startswith(("undecided", "unconvinced", "unsettl", "unpredict")) and units.has(
        i + 1, "agents", "agent_end"
    ):
        return None
    if units.capital(i) and i and units.capital(i - 1) and units.capital(i + 1):
        return None
    lo = i
    while units.has(lo - 1, "degree", "adv") and not units.has(lo - 1, "negator"):
        lo -= 1
    if units.has(lo - 1, "open"):
        lo -= 1
    hi = i + 2 if units.has(i + 1, "whether") else i + 1
    return Found(lo, hi, "negated_confidence", "doubt", f"“{word}”: certainty denied or left open")


def sure(units: Units, i: int) -> Found | None:
    """“certain”, “sure”, “clear” as predicates that assert: not “a certain man”, not “make sure”."""
    word, after = units.words[i], units.word(i + 1)
    named = units.has(i - 1, "article", "prep") and units.is_word(i + 1) and after not in ("that", "of", "to")
    if word == "certain" and (i == 0 or named):
        return None  # "a certain man"
    if units.has(i - 1, "article") or units.word(i - 1) in ("most", "more") and units.has(i - 2, "article"):
        return None  # "the most obvious change"
    if word == "bound to" and units.has(i + 1, "det", "poss"):
        return None
    goes_on = units.has(i + 1, "prep", "wh", "stop", "rel", "subj", "det", "poss", "adv")
    noun = units.is_word(i + 1) and not goes_on and after not in ("to", "and")
    if word in ("certain", "positive", "definite", "definitive") and noun:
        return None  # "certain vaccines", "no positive effect"
    predicate = any(units.has(k, "be", "seem", "bridge", "open") for k in range(max(0, i - 3), i))
    if units.has(i - 1, "making") or units.word(i - 1) in ("for", "not"):
        return None
    if word == "clear" and units.any(i - 3, i, "making"):
        return None  # "made it clear": said plainly
    if word == "clear":
        return (
            one(i, "booster", "sure_adjective", "“clear” with a clause: asserted")
            if predicate and units.has(i + 1, "wh") | (after == "that")
            else None
        )
    if (
        units.has(i + 1, "appear_place")
        and after not in ("that", "this")
        and word not in ("confident", "convinced", "sure", "bound to")
    ):
        return None  # "evident in Germany": visible
    if predicate or after in ("that",):
        return one(i, "booster", "sure_adjective", f"“{word}” as a predicate: asserted with certainty")
    return None


def sure_adverb(units: Units, i: int) -> Found | None:
    """“certainly”, “for sure”: not “clearly” of manner at the end of a clause."""
    if units.words[i] in ("clearly", "definitively", "conclusively") and (
        not units.is_word(i + 1) or units.has(i + 1, "prep")
    ):
        return None
    return one(i, "booster", "sure_adverb", f"“{units.words[i]}”: asserted with certainty")


def undoubted(units: Units, i: int) -> Found:
    """“no doubt”, “beyond question”."""
    return one(i, "booster", "no_doubt", f"“{units.words[i]}”: doubt is denied")


def commit(units: Units, i: int) -> Found | None:
    """“guarantee”, “promise”, “vow”: somebody binds himself; not “sworn in”, not “a promising start”."""
    word, after = units.words[i], units.word(i + 1)
    if word == "promise" and units.has(i - 1, "promise_head"):
        return None  # promise as a hopeful sign
    if units.has(i, "ed") and units.has(i - 1, "det", "poss", "genitive", "prep", "number"):
        return None  # "the promised aid", "among pledged delegates"
    if (
        word == "promising"
        and not binds(units, i)
        or word.startswith(("swor", "swear"))
        and after in ("in", "at")
    ):
        return None
    bound = "to" in units.words[i + 1 : i + 4] and not units.any(i + 1, i + 4, "crime")
    if word.startswith("commit") and not units.has(i, "commit_noun") and not bound:
        return None
    return one(i, "commitment", "commit", f"“{word}”: somebody binds himself to it")


def will(units: Units, i: int) -> Found | None:
    """“we will”, “I'm going to”: the speaker's own promise; another's “will” is the plain future, told as certain."""
    going = units.words[i] == "going to"
    subject = i - 2 if going and not units.has(i - 1, "first") else i - 1
    main = units.after_adverbs(i + 1)
    if not units.is_word(main) or units.has(main, "subj"):
        return None
    if units.has(i, "first") or units.has(subject, "first"):
        return _promise(units, i, main, going)
    return None if going else _future(units, i, main)


def _promise(units: Units, i: int, main: int, going: bool) -> Found | None:
    if going and (not units.has(i - 1, "be") or units.has(i - 1, "past")):
        return None
    if units.has(main, "no_promise") or any(
        units.has(k, "negator", "neg_subject") for k in range(max(0, i - 6), i)
    ):
        return None
    return one(
        i, "commitment", "will", "first person and “will” or “going to”: the speaker says what he will do"
    )


def _future(units: Units, i: int, main: int) -> Found | None:
    """Not the noun ("the will to fight"), not a question, not with a word of probability beside it."""
    if i == 0 or units.has(i - 1, "det", "poss", "genitive", "prep") or units.word(main) in ("to", "of"):
        return None
    if any(units.has(k, "likely_adv", "extreme", "no_promise") for k in range(i + 1, main)):
        return None
    return one(
        i, "commitment", "future", f"“{units.words[i]}”: told as what is going to happen, without a hedge"
    )


OPEN: dict[str, Rule] = {
    "negator": negation, "neg_subject": negation, "neg_det": negation, "limiter": negation,
    "difficulty": negation, "will": will, "if": if_, "unless": unless, "depend": unless, "provided":
    provided, "whether": whether, "wonder": wonder, "inquiry": inquiry, "question": question, "qualm": qualm,
    "caution": caution, "disputable": disputable, "short": negation, "doubt": doubt, "aux": aux_or_be,
    "be": aux_or_be, "modal": asked, "sure": sure, "sure_adv": sure_adverb, "undoubted": undoubted, "commit": commit,
    "commit_noun": commit,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
