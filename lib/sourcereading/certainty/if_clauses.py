"""Conditions: what is said for one case only, where it is left open whether that case occurs.

"If" alone does not make a condition. What is said of everybody and always is a rule ("a patient is discharged if two
tests are clear"), what the reader is told to do is advice ("if you drive, park behind the mill"), what was so is the
past ("if she was late, nobody minded"). So the rule asks what the other clause says: something to come or only thought
of ("will", "would", "may", "is likely to"), or the present of somebody in particular ("if Ruiz loses, Holm leaves").
"""

from __future__ import annotations

from typing import NamedTuple

from sourcereading.certainty.clauses import begins, in_past
from sourcereading.certainty.found import Found, clause_end, one
from sourcereading.certainty.heads import vows
from sourcereading.certainty.words import Units
from sourcereading.text.parts_of_speech import is_base, is_listed, is_participle, is_present
from sourcereading.text.sentence_words import DASHES, STOPS

_REACH = 40
"""Units of a sentence that are looked through for what belongs to a condition; keeps the work linear."""
_ASKING = frozenset(("if", "whether", "whether or not"))
_CLOSING = frozenset("\"”’'")
_ENDS = STOPS - DASHES - frozenset("\"“”")
"""What ends the clauses of a condition; quotation marks and dashes may stand inside."""
_BEFORE_OPENING = ("coordinator", "clause_break", "subordinator", "relative", "tell")
"""What stands before an if-clause whose main clause comes behind its comma: "that if it rains, they stay"."""


class _Clauses(NamedTuple):
    """The units of an if-clause and of the clause it belongs to, and whether it comes first."""

    inner: range
    main: list[int]
    opens: bool


def if_(units: Units, i: int) -> Found | None:
    """“if”: a condition; after “ask”, “know”, “unclear” an open question; not “dozens, if not hundreds”."""
    if units.words[i] == "even if":
        inner, main, _ = _clauses(units, i)
        was = in_past(units, inner) and in_past(units, main) and not any(units.has(k, "modal") for k in main)
        return None if was or _is_elliptic(units, range(i + 1, clause_end(units, i + 1))) else _condition(units, i)
    if units.words[i] == "if":
        if any(vows(units, j) for j in range(i + 3, min(i + _REACH, len(units)))):
            return None
        if _is_fixed_if(units, i) or units.has(i - 1, "concession") and not units.has(i - 1, "inquire"):
            return None
        if (would := _surprise(units, i)) >= 0:
            own, what = not units.any(would - 1, i, "negator"), f"“{units.text(would, i + 1)}”"
            kind = ("own_view", "view") if own else ("possibility", "adverb")
            return Found(would, i + 1, *kind, f"{what}: {'not expected' if own else 'it may be so'}")
        if asks := asking_before(units, i):
            return one(i, "negated_confidence", "whether", f"“if” after “{asks}”: a question left open")
    return _condition(units, i) if _suspends(units, i) else None


def _surprise(units: Units, i: int) -> int:
    """Where “would be surprised if” begins, which says how far something is expected, and sets no condition; or -1."""
    if not units.has(i - 1, "surprised"):
        return -1
    would = (k for k in range(i - 2, i - 6, -1) if units.word(k).startswith("would") or units.word(k).endswith("'d"))
    return next(would, -1)


def _condition(units: Units, i: int) -> Found:
    hi = i + 2 if units.has(i + 1, "whether") else i + 1
    return Found(i, hi, "conditional", "if", f"“{units.words[i]}”: said for one case only")


def _is_fixed_if(units: Units, i: int) -> bool:
    """“as if”, “if so”, “if not hundreds”, “if you will,”; not “if nothing is built”, “if any bank fails”."""
    after = units.word(i + 1)
    like = units.word(i - 1) == "like" and units.has(i - 2, "be")
    if units.word(i - 1) == "as" or like or not units.is_word(i + 1) and after not in (",", '"', "“"):
        return True
    if _is_polite(units, i):
        return True
    reach = i + 6 if after in ("any", "only") else i + 3
    verb = units.word(i + 2) != "," and units.any(i + 2, reach, "auxiliary")  # not "which, if any, it holds"
    clause = verb or after == "not" and units.word(i + 2) == "for"
    return units.has(i + 1, "if_tail") and not clause


def _is_polite(units: Units, i: int) -> bool:
    """“if I may,”, “if you please,”, “if I may say so”, “if you'll pardon the phrase”."""
    if not units.has(i + 1, "first_person") and not units.word(i + 1).startswith("you"):
        return False
    if units.has(i + 2, "pardon"):
        return True
    return units.has(i + 2, "polite") and (not units.is_word(i + 3) or units.has(i + 3, "tell"))


def asking_before(units: Units, i: int) -> str:
    """The word of asking before the “if” at ``i``, a person asked between them or not (“asked them if”), or "".

    “Unclear if it rained or if it snowed” asks twice.
    """
    if units.word(i - 1) == "or":
        first = next((k for k in range(i - 2, max(0, i - _REACH), -1) if units.words[k] in _ASKING), 0)
        return asking_before(units, first) if first else ""
    person = units.has(i - 1, "object_pronoun", "reflexive_pronoun") or units.capital(i - 1)
    person = person or units.word(i - 1) == "you"
    for k in (i - 1, i - 2) if person else (i - 1,):
        noun = units.has(k - 1, "determiner") and not units.has(k, "open_noun", "ed")  # "the debate if she stays"
        if units.has(k, "inquire") and not noun and (not units.has(k, "tell") or _tells(units, k, i)):
            return units.words[k]
    return ""


def _tells(units: Units, k: int, i: int) -> bool:
    """“tell me if it holds”, “to see if it holds”, “would not say if it holds”: not “they say if it rains they stay”.
    """
    negators = ("negator", "neg_subject", "limiter", "difficulty")
    waits = units.has(k, "waits_to") and units.word(k - 1) == "to"
    return waits or units.word(i - 1) in ("me", "us") or units.any(k - 5, k, *negators)


# Which "if" suspends


def _suspends(units: Units, i: int) -> bool:
    """Whether the “if” at ``i`` says its clause for one case: see the head of this module."""
    inner, main, opens = _clauses(units, i)
    if _viewing(units, i) or opens and _told(units, main) or _advised(units, main):
        return False
    anybody_asked = opens and main and _asks(units, main[0]) and units.word(i + 1) == "you"
    if anybody_asked or _is_rule(units, main):
        return False  # "if you don't measure it, how are you going to know?"
    if _is_elliptic(units, inner) and not (len(inner) < 2 or _reduced(units, inner.start)):
        return False  # "a sturdy if draughty barn"; "if elected" is a clause before what will be
    if _to_come(units, main) or not opens and _to_do(units, main) or _thought_of(units, inner):
        return True
    if _is_elliptic(units, inner) or opens and main and _asks(units, main[0]):
        return False
    anything = main and _anything(units, main[0])
    return not (anything or in_past(units, inner) or _anybody(units, inner.start))


def _is_rule(units: Units, main: list[int]) -> bool:
    """“Under the rules, a letter is secret if it names a source”, “the law allows a strike if …”: of every case.

    Not of a law that is not made yet (“would”), nor of somebody who is named.
    """
    source = next((k for k in main if units.has(k, "rule_source")), -1)
    if source < 0 or any(units.has(k, "would_be") for k in main):
        return False
    if any(units.capital(k) for k in main if k > 0 and k != main[0]):
        return False
    first = next((k for k in main if units.is_word(k)), 0)
    under = any(units.word(k) in ("under", "by", "according to") for k in range(source - 3, source))
    under = under or units.word(source).startswith("under ")
    return under or source - first < 3 and not units.has(source + 1, "preposition")


def _clauses(units: Units, i: int) -> _Clauses:
    """The clause of the “if” at ``i`` and the one it belongs to: behind its comma or, without one, before it."""
    start = i
    while start > 0 and i - start < _REACH and units.words[start - 1] not in _ENDS:
        start -= 1
    end = i + 1
    while end < len(units) and end - i < _REACH and units.words[end] not in _ENDS:
        end += 1
    comma = next((k for k in range(i + 1, end) if units.words[k] == ","), end)
    closed = units.word(i - 1) in _CLOSING and units.is_word(i - 2) and not units.capital(i)
    closed = closed and units.words[: i - 1].count('"') % 2 == (units.word(i - 1) == '"')  # "would be “smart” if"
    opens = not (units.is_word(i - 1) or closed) or units.has(i - 1, *_BEFORE_OPENING)
    if comma < end and opens:  # "If it rains, they stay", "Holm, if elected, will stay"
        aside = range(start, i) if units.word(i - 1) == "," else ()
        return _Clauses(range(i + 1, comma), [*range(comma + 1, end), *aside], True)
    inner = range(i + 1, end)
    return _Clauses(inner, [*range(start, i), *(inner[2:] if opens else ())], False)  # "If it rains they stay"


def _viewing(units: Units, i: int) -> bool:
    """“if you look at it”, “if there is one thing”: how to see it, not when it is so."""
    if units.word(i + 1).startswith("there") and "one" in units.words[i + 2 : i + 4]:
        return True
    anybody = units.has(i + 1, "generic") or units.word(i + 1) == "we"
    return anybody and units.has(units.after_adverbs(i + 2), "viewing")


def _asks(units: Units, i: int) -> bool:
    """“If it is so clear, why did he leave?”."""
    return units.has(i, "interrogative") and units.word(i) not in _ASKING


def _told(units: Units, main: list[int]) -> bool:
    """Whether the reader is told what to do: “…, park behind the mill”, “…, you should leave”."""
    k = next((k for k in main if units.is_word(k) and not units.has(k, "adverb")), -1)
    if units.has(k, "generic"):
        return units.has(units.after_adverbs(k + 1), "advice")
    has_verb = units.any(k + 1, k + 3, "auxiliary", "past", "ed")  # "aid would come"
    orders = units.is_open(k) and not units.capital(k) and is_base(units.word(k)) and not has_verb
    return orders or units.word(k) in ("do", "don't")


def _advised(units: Units, main: list[int]) -> bool:
    """“Residents are urged to call if they see it”: advice; not “were asked to leave if it rises”."""
    return any(units.has(k, "advised") and units.word(k - 1) in ("is", "are") for k in main)


def _to_come(units: Units, main: list[int]) -> bool:
    """Whether a clause says what will, would or may be."""
    for k in main:
        if units.has(k, "to_come", "likely", "likely_adv", "possible_adv", "sure_adv", "going_to"):
            return True
        if units.has(k, "modal") and not units.has(k, "advice"):
            return True
        if units.word(k).endswith("'d") and not units.has(units.after_adverbs(k + 1), "ed", "past"):  # "they'd stay"
            return True
    return False


def _to_do(units: Units, main: list[int]) -> bool:
    """“has funds to rebuild if the dam fails”."""
    late = main[-6:]
    return any(units.word(k) == "to" and units.is_open(k + 1) and k + 1 in late for k in late)


def _thought_of(units: Units, inner: range) -> bool:
    """“if it were”: a case that is only thought of."""
    plural = ("we", "you", "they")
    return any(
        units.word(k) == "were" and not units.word(k - 1).endswith("s") and units.word(k - 1) not in plural
        for k in inner[:6]
    )


def _is_elliptic(units: Units, inner: range) -> bool:
    """“a sturdy if draughty barn”, “if elected”: no verb of its own."""
    first = units.after_adverbs(inner.start)
    if units.has(first, "subject_pronoun", "demonstrative", "determiner", "number", "generic") or units.capital(first):
        return False
    return not any(units.is_finite(k) or is_present(units.word(k)) or is_base(units.word(k)) for k in inner[:12])


def _reduced(units: Units, i: int) -> bool:
    """“if elected”, “if given the chance”, “if not for the rescue”."""
    return units.has(i, "ed", "past", "negative") or is_participle(units.word(i))


def _anybody(units: Units, i: int) -> bool:
    """Whether the subject at ``i`` is nobody in particular: “you”, “a patient”, “two tests”, “states”."""
    if _anything(units, i):
        return True
    if not units.is_open(i) or units.has(i, "neg_subject", "indefinite_pronoun"):
        return False
    return not units.capital(i)


def _anything(units: Units, i: int) -> bool:
    """“you”, “a patient”, “two tests”, “most parties”."""
    return units.has(i, "generic", "number") or units.word(i) in ("a", "an", "any", "most", "many")


# Conditions without "if"


def unless(units: Units, i: int) -> Found | None:
    """“unless”, “, barring a strike”: not “as long as three years”, “an order barring him”, “the law provided that”."""
    if units.has(i - 1, "article", "possessive"):
        return None  # "the contingent on the border"
    if units.has(i, "needs_clause") and (not _clause_after(units, i) or _lasted(units, i)):
        return None
    if units.has(i, "needs_comma") and i and units.word(i - 1) != ",":
        return None
    if units.has(i, "needs_more") and not units.is_word(i + 1):
        return None
    if units.has(i, "provides") and not _on_terms(units, i) or units.word(i) == "unless" and _always(units, i):
        return None
    return _condition(units, i)


def _always(units: Units, i: int) -> bool:
    """“A lock is useless unless it is closed”: a rule in the present of anything of the kind."""
    _, main, opens = _clauses(units, i)
    main = [k for k in main if units.is_word(k) and not units.has(k, "coordinator", "clause_break", "adverb")]
    if opens or not main or _to_come(units, main) or in_past(units, main):
        return False
    first = main[0]
    common = first == 0 and is_listed(units.word(0)) or not units.capital(first)
    return _is_rule(units, main) or _anything(units, first) or units.is_open(first) and common


def _clause_after(units: Units, i: int) -> bool:
    """Whether a clause follows; not “as long as three football fields”."""
    return units.begins_clause(i + 1) or begins(units, i + 1) and not units.has(i + 1, "number")


def _lasted(units: Units, i: int) -> bool:
    """“as long as there has been wealth”, “they stayed as long as it lasted”: a time, not a condition."""
    inner, main, _ = _clauses(units, i)
    had = any(units.has(k, "have_do") and units.has(k + 1, "past", "ed", "be") for k in range(i + 1, i + 6))
    open_still = any(units.has(k, "modal") for k in (*inner, *main)) or not in_past(units, inner)
    return had or not open_still and units.word(i).endswith("long as") and in_past(units, main)


def _on_terms(units: Units, i: int) -> bool:
    """“will stay provided that it holds”: not “the law provided that …”, “by providing that support”."""
    clause = range(i + 1, clause_end(units, i + 1))
    if units.has(i - 1, "preposition", "auxiliary", "relative", "coordinator") or _is_elliptic(units, clause):
        return False
    start = next((k + 1 for k in range(i - 1, -1, -1) if units.is_stop(k)), 0)
    main = range(start, i)
    return i == 0 or any(units.is_finite(k) or is_present(units.word(k)) or is_base(units.word(k)) for k in main)


def depend(units: Units, i: int) -> Found | None:
    """“depends on whether it rains”, “will depend on him”, “That depends.”: not “lives depend on trade”."""
    k = i + 1
    question = units.has(k, "interrogative", "whether") and not units.has(i, "varies")
    if units.has(i, "hinges"):
        return None if units.any(i - 3, i, "has_hinges") else _condition(units, i)
    if units.has(i, "literal_too"):
        decided = units.has(i, "decides_fate") and units.any(i - 6, i, "fate")  # "the outcome turns on one vote"
        settles = decided or units.has(k, "whether") or units.any(k, k + 4, "approval")  # not "rests on a block"
        return _condition(units, i) if settles else None
    alone = units.word(i - 1) in ("it", "that", "this", "much", "everything") and not units.is_open(i - 2)
    bare = not units.is_word(k) or alone  # not "goals that depend on trade"
    before = range(max(0, i - 4), i)
    if units.has(i, "varies"):  # "depending on", "dependent on": where the clause says what will or may be
        before = range(max(0, i - _REACH), min(len(units), i + _REACH))
        question = units.has(k, "whether") or units.word(k) == "what" and units.word(k + 1).startswith("happen")
    question = question or units.any(k, k + 4, "event_noun", "approval")
    question = question or units.any(i - 12, i, "whether") or units.has(0, "interrogative")  # "how long depends on"
    coming = any(units.has(j, "modal") and not units.has(j, "advice") for j in before)
    return _condition(units, i) if question or bare or coming else None


def absence(units: Units, i: int) -> Found | None:
    """“Without a licence the kiln would close”: not “without a licence since 2019 it closed”, “left without a word”."""
    opens = not units.is_word(i - 1) or units.has(i - 1, "subordinator", "coordinator", "clause_break")
    end = _phrase_end(units, i + 1)
    if not units.is_word(i + 1) or end == i + 1 or units.any(i + 1, end, "knowledge", "ing"):
        return None  # "without evidence", "without paying": how it is said or done
    if opens:
        start = end + 1 if units.word(end) == "," else end
        rest = range(start, clause_end(units, start, _REACH))
        firm = units.has(i, "condition_noun") and not in_past(units, rest)  # "in the absence of a bid, it goes"
        found = firm or any(units.has(k, "modal") and not units.has(k, "advice") for k in rest)
    else:
        found = any(units.has(k, "modal") and units.has(k + 1, "negator") for k in range(max(0, i - 5), i))
        found = found or any(units.has(k, "contracted") and units.has(k, "modal") for k in range(max(0, i - 5), i))
    why = f"“{units.words[i]}”: said for the case that it is missing"
    return Found(i, end, "conditional", "if", why) if found else None


def otherwise(units: Units, i: int) -> Found | None:
    """“Otherwise, the firm would have to sell”: not “she thought otherwise”, “an otherwise dull film”."""
    if units.is_word(i - 1):
        return None
    start = i + 2 if units.word(i + 1) == "," else i + 1
    rest = range(start, clause_end(units, start, _REACH))
    return _condition(units, i) if any(units.has(k, "modal") and not units.has(k, "advice") for k in rest) else None


def failing(units: Units, i: int) -> Found | None:
    """“Failing a deal, they leave”, “…, bar a miracle”: not “Failing an exam cost him dear”, “absent friends”."""
    if not units.has(i + 1, "article"):
        return None
    comma = clause_end(units, i + 1)
    if units.word(i - 1) == ",":
        found = not units.has(i, "ing") and units.word(i + 1) != "the" and comma < i + 6
    else:
        main = range(comma + 1, clause_end(units, comma + 1))
        found = not units.is_word(i - 1) and units.word(comma) == "," and not in_past(units, main)
    return _condition(units, i) if found else None


def _phrase_end(units: Units, i: int) -> int:
    """The end of the noun phrase at ``i``, at most three words after its determiner."""
    end = i + 1 if units.has(i, "determiner", "possessive") else i
    first, last = end, end + 3
    while end < last and units.is_open(end) and (end == first or not units.is_finite(end, surely=True)):
        end += 1
    return end


def provided(units: Units, i: int) -> Found | None:
    """“Providing the truce holds, aid goes in”, “he will play provided he signs”: not “provided aid”."""
    nominal = units.has(i + 1, "subject_pronoun", "demonstrative", "article", "possessive", "relative")
    inner, main, _ = _clauses(units, i)
    if i == 0:
        found = (nominal or _clause_after(units, 0)) and "," in units.words[:30]
    else:
        outer = [k for k in main if k not in inner]
        coming = units.any(i - _REACH, i, "modal") or _to_come(units, outer)
        coming = coming or not in_past(units, outer) and any(is_present(units.word(k)) for k in outer[1:])
        found = nominal and _clause_after(units, i) and coming
        found = found and not units.has(i - 1, "subject_pronoun", "demonstrative", "auxiliary")
    return _condition(units, i) if found else None


def awaiting(units: Units, i: int) -> Found | None:
    """“subject to approval”: not “subject to attacks”, “suspended pending an inquiry”."""
    before_noun = units.has(i - 1, "preposition", "determiner", "genitive")  # "on pending decisions"
    if any(units.word(k) in ("any", "every", "each", "all") for k in range(i - 8, i)):
        return None  # "any sale is subject to approval": a rule
    return _condition(units, i) if units.any(i + 1, i + 4, "approval") and not before_noun else None


def inverted(units: Units, i: int) -> Found | None:
    """“Had they known, …”, “Were the talks to fail, …”: not “, had the leadership to run it”."""
    if units.words[i] not in ("had", "were") or not (i == 0 or units.word(i - 1) == "," or _unreal_before(units, i)):
        return None
    if not (units.has(i + 1, "subject_pronoun", "demonstrative", "article", "possessive") or units.capital(i + 1)):
        return None
    if i == 0 and units.word(clause_end(units, 1, 14)) != ",":
        return None
    if units.words[i] == "had" and not any(_is_participle(units, k) for k in range(i + 2, min(i + 6, len(units)))):
        return None
    return one(i, "conditional", "if", f"inverted condition: “{units.words[i]}” before its subject")


def _unreal_before(units: Units, i: int) -> bool:
    """“It would have held had they known”: not “would have thought they had it mended”."""
    subject = units.has(i - 1, "subject_pronoun", "coordinator", "auxiliary", "relative") or units.capital(i - 1)
    return not subject and any(units.has(k, "modal") and units.word(k + 1) == "have" for k in range(i - 12, i))


def _is_participle(units: Units, i: int) -> bool:
    """“known”, “failed”, “gone”, “taken”: not “to run”."""
    shape = units.has(i, "ed", "past", "be", "know", "participle") or units.words[i].endswith("en")
    return shape and units.word(i - 1) != "to"
