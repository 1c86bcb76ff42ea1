"""Whose view it is: belief, seeming, evidence, and hearsay.

One function for each class of words (the table at the end). It is given the sentence and the place of the word, and
returns a mark or None. It separates "police believe he fled" from "she believes in God", "appears to have fled" from
"appeared in court", "the data suggest" from "he suggested a walk", "claimed that he won" from "claimed responsibility".
Words with a clause are rows of ``data/lexicons/certainty_attitudes.csv``, and ``complements`` finds the clause; what
else decides is a class of ``data/lexicons/certainty_guards.csv``.
"""

from __future__ import annotations

from sourcereading.certainty.attitudes import attitudes
from sourcereading.certainty.clauses import before_adverbs, begins, is_infinitive
from sourcereading.certainty.complements import after_adjective, after_noun, after_passive, after_verb, is_reckoned
from sourcereading.certainty.found import Found, Rule, one
from sourcereading.certainty.if_clauses import provided
from sourcereading.certainty.modality import human_subject
from sourcereading.certainty.words import QUOTES, Units, classes_of
from sourcereading.text.parts_of_speech import is_adjective, is_noun, is_plural, is_present

_SENTENCE = 60
"""Units of a sentence that are looked through for a time by which something is due; keeps the work linear."""


def seem(units: Units, i: int) -> Found | None:
    """“seems”."""
    return one(i, "own_view", "seem", f"“{units.words[i]}”: how it looks to the speaker")


def appear(units: Units, i: int) -> Found | None:
    """“appears to have fled”, “it appears that”, “appears calm”: not “appeared in court”, “appears 114 times”."""
    after = units.after_adverbs(i + 1)
    shown = units.has(i + 1, "appear_place") or units.has(after, "preposition", "number", "determiner")
    calm = units.is_word(after) and not shown
    aside = not units.is_word(i + 1) and not units.is_word(i - 2)  # "the bank, it appears, knew"
    before = before_adverbs(units, i)
    before -= units.has(before, "modal")  # "it would appear that"
    clause = units.word(before) == "it" and (begins(units, i + 1) or aside)
    if calm or clause or is_infinitive(units, after) or units.word(after) == "that":
        return seem(units, i)
    return None


def look(units: Units, i: int) -> Found | None:
    """“looks set to”, “looks like they failed”: not “looks like his father”."""
    if units.has(i, "look_like") and not begins(units, i + 1) and not units.has(i + 1, "ing"):
        return None
    return seem(units, i)


def view_adverb(units: Units, i: int) -> Found:
    """“apparently”, “presumably”, “to my mind”."""
    return one(i, "own_view", "view_adverb", f"“{units.words[i]}”: inferred, not established")


def apparent(units: Units, i: int) -> Found | None:
    """“an apparent attempt”: not “it became apparent that”."""
    noun_follows = units.is_word(i + 1) and not units.has(i + 1, "preposition", "clause_break", "relative")
    if not noun_follows or units.has(i - 1, "be", "open", "adverb"):
        return None
    return view_adverb(units, i)


def as_far_as(units: Units, i: int) -> Found | None:
    """“as far as we know”."""
    for j in range(i + 2, min(i + 6, len(units))):
        if units.has(j, "as_far"):
            return Found(i, j + 1, "own_view", "view", f"“{units.text(i, j + 1)}”: only as far as the speaker knows")
    return None


def view_noun(units: Units, i: int) -> Found | None:
    """“in his assessment”, “in the view of the court”, “to my mind”: not “in his assessment of the plan”."""
    at = next((k for k in range(i - 1, max(-1, i - 6), -1) if units.word(k) in ("in", "by", "from", "to")), i)
    if at + 1 >= i or (units.word(at) == "to") != units.has(i, "after_to") or units.has(at - 1, "belief", "trust"):
        return None
    if units.has(at + 1, "relative") or units.word(at) == "from" and not units.has(i, "after_from"):
        return None  # "cases in which a man's judgement", "down from the bank's estimate"
    defined = units.word(at + 1) == "the"
    owner_before = units.has(at + 1, "possessive") or units.any(at + 1, i, "genitive")
    owner_after = defined and units.has(i, "view_of") and units.word(i + 1) == "of"
    topic_after = not defined and units.word(i + 1) in ("of", "on")
    if not owner_after and (topic_after or not owner_before):
        return None
    what = f"“{units.text(at, i + 1)}”: marked as the speaker's own judgement"
    return Found(at, i + 1, "own_view", "view", what)


def attitude(units: Units, i: int) -> Found | None:
    """“police believe he fled”, “worried the bus stops”, “the claim that he won”: an attitude with its clause."""
    if _is_name(units, i) or _is_disbelief(units, i):
        return None
    for part, (kind, takes) in attitudes().get(units.words[i], {}).items():
        if part == "verb" and (units.has(i - 1, "be") or "passive" in takes):
            at = "passive" in takes and after_passive(units, i, takes) or _active(units, i, takes)
        else:
            at = _FINDERS[part](units, i, takes)
        if at and not (kind in _DENIABLE and _is_denied(units, i, at)):
            return _attitude_mark(units, i, kind, part)
    return None


def _active(units: Units, i: int, takes: frozenset[str]) -> int:
    """The complement of a verb in the active, as far as the word is one here: not “amid fears”, “an old guess”."""
    no_verb = (
        units.has(i - 1, "be") and not units.has(i, "ing") or _is_noun(units, i)
        or i == 0 and not units.has(i, "ing") or units.word(i - 1) == "what"  # "Imagine a town", "what worries her"
        or units.has(i, "unless") and not units.is_word(i - 1)
        or units.has(i, "provided") and provided(units, i) is not None  # "it will work, assuming the firm pays"
        or is_noun(units.word(i)) and _no_subject(units, i - 1)  # "offering parents of colour hope"
        or "subject" in takes and not _is_subject(units, i - 1)  # "the tunnel projects he led"
    )
    if no_verb:
        return 0
    if units.word(i - 1) == "to":
        takes = takes - {"object", "infinitive", "ahead"}  # "to expect rain"
        if "quote" in takes:
            takes = takes - {"clause"}  # "to claim the seat he wanted"
    if "quote" in takes and units.word(i + 1) in (":", *QUOTES):
        return i + 1
    return after_verb(units, i, takes)


def _is_subject(units: Units, i: int) -> bool:
    """Whether the word at ``i`` shows that the next one, mostly a noun, is a verb: “the firm's analysts estimate”,
    “the ministry estimates that it fell”."""
    if units.word(i + 2) == "that" and after_noun(units, i + 1, ()):
        return True
    if units.has(i, "human") and (units.has(i + 2, "article") or is_reckoned(units, i + 2, ("amount", "subject"))):
        return True  # "the bank projects a deficit", "forecasts growth of 2 percent"
    named = units.capital(i) and not units.has(i, "determiner")
    return named or is_plural(units.word(i)) or units.has(i, *_SUBJECT)


def _no_subject(units: Units, i: int) -> bool:
    """Whether a word in the singular can be no subject of a verb without an -s: “this project”, “gives a boy hope”."""
    if units.words[i + 1].endswith(("s", "ed", "ing")) or i < 0:
        return False
    single = units.is_open(i) and is_noun(units.word(i)) and not is_plural(units.word(i)) and not units.capital(i)
    return units.word(i) == "this" or single and not units.has(i, "group", "human", "agents", "role", "ed", "past")


def _is_noun(units: Units, i: int) -> bool:
    """Whether a word that is a noun or a verb stands as a noun: “the hope”, “voiced fears”, “there is concern”."""
    noun = "noun" in attitudes()[units.words[i]] and not units.has(i, "ed")
    if units.word(i - 2) in ("a", "an") and is_adjective(units.word(i - 1)):
        return True  # "told a federal judge that"
    if units.noun_use(i):
        return units.word(i - 1) != "to" and (noun or units.word(i - 1) not in _FLOATING)
    if not noun:
        return False
    adjective = is_adjective(units.word(i - 1)) and not units.capital(i - 1)
    verb = units.has(i - 1, "be", "ed", "ing", "past") or is_present(units.word(i - 1))  # "puts fear in them"
    return adjective or verb or units.has(i - 1, "demonstrative")


def _noun(units: Units, i: int, takes: frozenset[str]) -> int:
    """The complement of a noun: of a word that is a verb, too, only where it stands as a noun."""
    if units.any(i - 6, i, "giving") or units.word(i - 1) == "any":
        return 0  # "gives them hope that it ends": what is given, nobody's view; "any suggestion that he lied"
    verb = "verb" in attitudes()[units.words[i]] and i > 0 and not (_is_noun(units, i) or _no_subject(units, i - 1))
    return 0 if verb else after_noun(units, i, takes)


def _adjective(units: Units, i: int, takes: frozenset[str]) -> int:
    """The complement of an adjective; “I'm afraid the shop is shut” says with regret that it is."""
    first = units.word(i - 1) in ("am", "i'm") and not units.has(i - 1, "negator")
    polite = units.word(i) == "afraid" and first and (units.word(i - 1) == "i'm" or units.word(i - 2) == "i")
    return 0 if polite else after_adjective(units, i, takes)


_FINDERS = {"verb": _active, "noun": _noun, "adjective": _adjective, "passive": after_passive}
"""Part of speech to the function that finds the complement."""
_SUBJECT = (
    "subject_pronoun", "demonstrative", "agents", "group", "someone", "interrogative", "adverb", "have_do", "modal",
)  # fmt: skip
"""What stands before a verb that is mostly a noun ("estimate", "figure")."""
_FLOATING = ("that", "all", "both", "each", "few", "most", "several")
"""Determiners that stand alone before a verb: “that implies”, “few expect”, “they both suspected”."""
_DENIABLE = ("claim", "evidence", "sign", "indicate", "passed_on")
"""Kinds of which a negation leaves nothing: “never claimed to bake”; “did not believe that” is still a belief."""


def _is_denied(units: Units, i: int, at: int) -> bool:
    """Whether nothing is claimed (“never claimed to”), or something proposed rather than suggested (“that they go”)."""
    return units.any(i - 2, i, "negator", "neg_subject") or units.has(i, "evidence") and _is_proposal(units, at)


_WHAT = {
    "belief": "says what is believed, not known", "emotive": "says what is hoped or feared, not known",
    "evidence": "a sign, not a proof", "sign": "a sign, not a proof", "indicate": "a sign, not a proof",
    "claim": "keeps distance from the source", "passed_on": "in the passive: hearsay, the source is left open",
}  # fmt: skip


def _attitude_mark(units: Units, i: int, kind: str, part: str) -> Found:
    what = f"“{units.words[i]}”: {_WHAT[kind]}" if kind != "passed_on" else f"“{units.words[i]}” {_WHAT[kind]}"
    if kind in ("claim", "passed_on"):
        return one(i, "attribution", "claim" if kind == "claim" else "hearsay", what)
    if kind in ("evidence", "sign", "indicate"):
        return one(i, "own_view", "evidence" if kind == "sign" else kind, what)
    passive = part == "passive" or part == "verb" and units.any(i - 3, i, "be") and units.has(i, "ed", "past")
    return one(i, "own_view", "believed" if passive else "belief" if part == "verb" else "belief_noun", what)


def _is_name(units: Units, i: int) -> bool:
    """“Hope Lane”."""
    return units.capital(i) and units.capital(i + 1) and not units.has(i + 1, "subject_pronoun", "demonstrative")


def _is_disbelief(units: Units, i: int) -> bool:
    """“I can't believe it”, “hard to believe that”: surprise."""
    if not units.has(i, "disbelief"):
        return False
    unable = units.any(i - 2, i, "can", "could") or units.any(i - 3, i, "generic")  # "you wouldn't believe it"
    unable = unable and units.any(i - 2, i, "negator")
    return unable or units.word(i - 1) == "cannot" or units.has(i - 2, "difficulty")


def suspected(units: Units, i: int) -> Found | None:
    """“a suspected leak”: not “Suspected of theft, he fled”."""
    if not units.is_word(i + 1) or units.has(i + 1, "preposition"):
        return None
    if i and not units.noun_use(i) and not units.has(i - 1, "number"):
        return None
    return one(i, "own_view", "believed", f"“{units.words[i]}” before a noun: believed, not known")


def evidence(units: Units, i: int) -> Found | None:
    """“the data suggest”, “he hinted that he would go”: not “he suggested a walk”, “did not suggest that”."""
    if units.has(i - 1, "article", "possessive", "preposition", "negator"):
        return None
    if units.has(i, "indicate") and units.any(i - 2, i, "letter"):
        return None  # "the cable indicated 13 guards were needed": it says so
    if not units.any(i - 5, i, "evidence_noun") and not _from_clause(units, i) and not _from_thing(units, i):
        return None if units.has(i + 1, "ing") else attitude(units, i)
    kind = "indicate" if units.has(i, "indicate") else "evidence"
    return _attitude_mark(units, i, kind, "verb") if units.is_word(i + 1) else None


def _from_clause(units: Units, i: int) -> bool:
    """Whether a whole clause is the sign: “it fell, suggesting a fault”, “this suggests a fault”."""
    if units.has(i, "indicate") or not units.has(i + 1, "determiner"):
        return False
    if units.has(i, "ing"):
        return units.word(i - 1) == "," and not units.has(i - 2, "tell", "report")  # "he said, suggesting a walk"
    return units.any(i - 3, i, "demonstrative") or units.word(i - 1) == "which"


def _from_thing(units: Units, i: int) -> bool:
    """Whether a thing is the sign: “the symptoms suggest a stroke”; persons suggest a walk."""
    near = range(i - 2, max(0, i - 8), -1)
    relative = next((k for k in near if units.has(k, "relative") or not units.is_word(k)), 0)
    if units.has(relative, "relative") and units.has(relative + 1, "ed", "past") | is_present(units.word(relative + 1)):
        i = relative  # "the firm that runs it suggested a walk"
    subject = units.word(i - 1)
    person = human_subject(units, i) or units.has(i - 1, "role") or "agents" in classes_of(f"{subject}s")
    walk = units.has(i + 1, "ing", "preposition") or units.any(i - 3, i, "number")  # "2 points to 9 percent"
    return is_noun(subject) and not person and not walk


def _is_proposal(units: Units, i: int) -> bool:
    """Whether a proposal begins at ``i`` (“that they walk”): its verb has no tense."""
    subject = i + 1 if units.word(i) == "that" else i
    if units.any(subject + 1, subject + 4, "proposing"):
        return True  # "suggested they should leave"
    if not units.has(i + 1, "subject_pronoun", "demonstrative") or units.word(i + 2).endswith("s"):
        return False
    return not units.any(i + 2, i + 6, "auxiliary", "past", "ed")


def hearsay(units: Units, i: int) -> Found | None:
    """“reportedly”, “the alleged leak”, “rumours that”: not “an end to the rumours”, “is supposed to pay”."""
    if units.any(i - 3, i, "dispel") or units.has(i, "rejects") and units.any(i - 6, i, "calls"):
        return None  # "called the charges unsubstantiated": a denial
    denied = units.after_adverbs(i + 2 if units.has(i + 1, "be") else i + 1)
    if units.word(i).startswith("rumo") and units.has(denied, "refuted"):
        return None  # "the rumour was false"
    noun = units.has(i - 1, "determiner", "preposition", "genitive")
    if units.has(i, "needs_determiner") and not noun and not _said_to_be(units, i):
        return None
    return one(i, "attribution", "hearsay", f"“{units.words[i]}”: hearsay")


def _said_to_be(units: Units, i: int) -> bool:
    """“is supposed to hold gold”, “is supposed to have fled”; a person is supposed to do something, a duty.

    “Was supposed to have left”, “are supposed to have chosen by now”: what was expected.
    """
    verb = units.after_adverbs(i + 2)
    if units.word(i + 1) != "to" or not units.has(verb, "holding") or not units.has(i - 1, "be"):
        return False
    if units.word(verb) == "have":
        near = range(min(len(units), _SENTENCE))
        due = units.has(i - 1, "past") or any(units.word(k) == "by" and units.has(k + 1, "due_by") for k in near)
        return not due and units.has(verb + 1, "ed", "past", "participle", "be")
    return not human_subject(units, i - 1)


def account(units: Units, i: int) -> Found | None:
    """“by some accounts”, “on most estimates”."""
    if not units.has(i - 1, "quantity_of") or units.word(i - 2) not in ("by", "on"):
        return None
    what = f"“{units.text(i - 2, i + 1)}”: hearsay, the source is left open"
    return Found(i - 2, i + 1, "attribution", "hearsay", what)


def has_it(units: Units, i: int) -> Found | None:
    """“legend has it that he left”."""
    if (
        not units.is_word(i - 1)
        or units.has(i - 1, "subject_pronoun", "demonstrative")
        or not (i == 1 or units.begins_clause(i + 1))
    ):
        return None
    return Found(i - 1, i + 1, "attribution", "hearsay", f"“{units.text(i - 1, i + 1)}”: the source is left open")


def consistent(units: Units, i: int) -> Found | None:
    """“consistent with a lightning strike”: not “consistent with the treaty”."""
    if units.word(i + 1) not in ("a", "an") or not units.has(i - 1, "be", "adverb", "open", "seem"):
        return None
    return one(i, "own_view", "evidence", f"“{units.words[i]}” a cause: a sign, not a proof")


def murmur(units: Units, i: int) -> Found | None:
    """“there is talk of a split”: not “the talk of the town”, “talk about it”."""
    there = units.has(i - 1, "be") and units.word(i - 2) == "there" or units.word(i - 1) == "amid"
    if not there or units.word(i + 1) not in ("of", "that", "about"):
        return None
    return one(i, "attribution", "hearsay", f"“{units.words[i]}”: hearsay")


def evidence_of(units: Units, i: int) -> Found | None:
    """“bore the hallmarks of an inside job”: not “the hallmarks of three London makers” on silver."""
    whole = "all" in units.words[max(0, i - 2) : i] or units.word(i + 2) in ("a", "an")
    if units.word(i + 1) != "of" or not whole:
        return None
    return one(i, "own_view", "evidence", f"“{units.words[i]} of”: a sign, not a proof")


def someone(units: Units, i: int) -> Found | None:
    """“some say”, “many in the party believe”, “critics claim”: not “critics say”, “have some say in it”."""
    j = i + 1
    while j < i + 4 and (units.has(j, "adverb", "modal", "agents", "group") or units.word(j) == "have"):
        j += 1
    if units.word(j) in ("in", "at", "on", "inside", "within"):
        j = next((k for k in range(j + 1, min(j + 5, len(units))) if units.has(k, "report")), j)
    says = units.has(j, "report") and not units.has(j, "ing")
    if not says or not units.is_word(j + 1) or units.has(j + 1, "greeting"):
        return None
    if units.has(i, "role") and units.has(j, "plain_say"):
        return None  # "critics say": a source, though a vague one
    return Found(i, j + 1, "attribution", "some", f"“{units.text(i, j + 1)}”: no particular source is named")


VIEWS: dict[str, Rule] = {
    "seem": seem, "appear": appear, "look": look, "look_like": look, "view_adv": view_adverb, "as_far_as": as_far_as,
    "apparent": apparent, "view_noun": view_noun, "suspected": suspected, "belief": attitude, "emotive": attitude,
    "evidence": evidence, "indicate": evidence, "sign": attitude, "claim": attitude, "passed_on": attitude,
    "hearsay": hearsay, "someone": someone, "account": account, "has_it": has_it, "murmur": murmur,
    "evidence_of": evidence_of, "consistent": consistent,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
