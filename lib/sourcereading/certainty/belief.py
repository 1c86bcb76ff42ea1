"""Whose view it is: belief, seeming, evidence, and hearsay.

One function for each class of ``data/lexicons/certainty_marks.csv`` (the table at the end). It is given the sentence
and the place of the word, and returns a mark or None. It separates "police believe he fled" from "she believes in
God", "appears to have fled" from "appeared in court", "the data suggest" from "he suggested a walk", "claimed that he
won" from "claimed responsibility". Which words behave how is in the lexicons: a class of
``data/lexicons/certainty_guards.csv`` names what a verb needs (``needs_subject``) or what is no mark beside it
(``think_stop``).
"""

from __future__ import annotations

from sourcereading.certainty.negation import Found, Rule, one
from sourcereading.certainty.words import Units


def seem(units: Units, i: int) -> Found | None:
    """“seems”."""
    return one(i, "own_view", "seem", f"“{units.words[i]}”: how it looks to the speaker")


def appear(units: Units, i: int) -> Found | None:
    """“appears to have fled”, “it appears that”, “appears calm”: not “appeared in court”, “appears 114 times”."""
    after = units.after_adverbs(i + 1)
    if units.word(after) == "to":
        seems = units.is_word(after + 1) and not units.has(after + 1, "determiner", "object_pronoun")
    elif units.word(after) == "that" or units.word(i - 1) == "it" and units.begins_clause(i + 1):
        seems = True
    else:
        shown = units.has(i + 1, "appear_place") or units.has(after, "preposition", "number", "determiner")
        seems = units.is_word(after) and not shown
    return seem(units, i) if seems else None


def look(units: Units, i: int) -> Found | None:
    """“looks set to”, “looks like they failed”: not “looks like his father”."""
    if units.has(i, "look_like") and not units.begins_clause(i + 1, 6):
        return None
    return seem(units, i)


def view_adverb(units: Units, i: int) -> Found:
    """“apparently”, “presumably”, “to my mind”."""
    return one(i, "own_view", "view_adverb", f"“{units.words[i]}”: inferred, not established")


def apparent(units: Units, i: int) -> Found | None:
    """“an apparent attempt”: not “it became apparent”."""
    noun_follows = units.is_word(i + 1) and not units.has(i + 1, "preposition", "clause_break")
    if not noun_follows or units.has(i - 1, "be", "open", "adverb"):
        return None
    return view_adverb(units, i)


def as_far_as(units: Units, i: int) -> Found | None:
    """“as far as we know”."""
    for j in range(i + 2, min(i + 6, len(units))):
        if units.has(j, "as_far"):
            what = f"“{units.text(i, j + 1)}”: only as far as the speaker knows"
            return Found(i, j + 1, "own_view", "view", what)
    return None


def view_noun(units: Units, i: int) -> Found | None:
    """“in his assessment”, “in the view of the court”, “to my mind”: not “in his assessment of the plan”."""
    at = next((k for k in range(i - 1, max(-1, i - 6), -1) if units.word(k) in ("in", "by", "from", "to")), i)
    if at + 1 >= i or (units.word(at) == "to") != units.has(i, "after_to") or units.has(at - 1, "belief", "trust"):
        return None
    defined = units.word(at + 1) == "the"
    owner_before = units.has(at + 1, "possessive") or units.any(at + 1, i, "genitive")
    owner_after = defined and units.has(i, "view_of") and units.word(i + 1) == "of"
    topic_after = not defined and units.word(i + 1) in ("of", "on")
    if not owner_after and (topic_after or not owner_before):
        return None
    what = f"“{units.text(at, i + 1)}”: marked as the speaker's own judgement"
    return Found(at, i + 1, "own_view", "view", what)


def belief(units: Units, i: int) -> Found | None:
    """“police believe he fled”, “is thought to have fled”, “a suspected leak”, “the hope that he fled”."""
    if _is_name(units, i) or _is_disbelief(units, i):
        return None
    if units.has(i, "ed", "believed") and (units.has(i - 1, "be") or units.has(i - 2, "be")):
        return _passive(units, i)
    if not units.has(i, "belief"):
        return None  # "he understood his duty"
    if units.has(i, "suspected") and (i == 0 or units.noun_use(i) or units.has(i - 1, "number")):
        return _before_noun(units, i)
    if units.noun_use(i):
        return _that_clause(units, i) if units.has(i, "belief_noun") else None
    if _is_other_sense(units, i) or not _says_what(units, i):
        return None
    return one(i, "own_view", "belief", f"“{units.words[i]}”: believed, not known")


def _is_name(units: Units, i: int) -> bool:
    """“Hope Lane”."""
    return units.capital(i) and units.capital(i + 1) and not units.has(i + 1, "subject_pronoun", "demonstrative")


def _is_disbelief(units: Units, i: int) -> bool:
    """“I can't believe it”: surprise."""
    if not units.has(i, "disbelief"):
        return False
    unable = units.any(i - 2, i, "can", "could") and units.any(i - 2, i, "negator")
    return unable or units.word(i - 1) == "cannot"


def _passive(units: Units, i: int) -> Found | None:
    """“is believed to have fled”, “He fled, it is thought.”: not “is supposed to pay”."""
    aside = units.word(i - 2) == "it" and not units.is_word(i + 1)
    if not aside and not units.has(i + 1, "believed_tail") or units.has(i, "duty"):
        return None
    if units.has(i, "grasp") and units.any(i - 3, i, "modal"):
        return None  # "must be understood to help"
    return one(i, "own_view", "believed", f"“{units.words[i]}” in the passive: who believes it is left open")


def _before_noun(units: Units, i: int) -> Found | None:
    """“a suspected leak”: not “Suspected of theft, he fled”."""
    if not units.is_word(i + 1) or units.has(i + 1, "preposition"):
        return None
    return one(i, "own_view", "believed", f"“{units.words[i]}” before a noun: believed, not known")


def _is_other_sense(units: Units, i: int) -> bool:
    """Whether the verb of belief at ``i`` says something else here, or is a noun."""
    after = i + 1
    return (
        units.has(i, "needs_subject") and not _has_subject(units, i)  # "the projects he has run"
        or units.has(after, "relative") and units.word(after) != "that"  # "Islamic thought which"
        or units.has(after, "object_pronoun") and not units.has(after, "possessive")  # "believe me"
        or units.has(i, "take_on") and units.has(after, "office")  # "assumed control"
        or units.has(i, "ponder") and units.has(after, "think_stop")  # "think ahead"
        or units.has(i, "imperative") and i == 0  # "Imagine a world"
    )  # fmt: skip


def _has_subject(units: Units, i: int) -> bool:
    """Whether the word before ``i`` shows that the word at ``i`` is a verb, not a noun."""
    return units.capital(i - 1) or units.has(
        i - 1,
        "subject_pronoun",
        "demonstrative",
        "agents",
        "group",
        "interrogative",
        "adverb",
        "have_do",
        "modal",
    )


def _says_what(units: Units, i: int) -> bool:
    """Whether it is said what is believed: “believe he fled”, “suspect arson”, “hope so”, “…, they think”."""
    after, word = i + 1, units.word(i + 1)
    clause = word == "that" or units.has(after, "subject_pronoun", "demonstrative") and units.begins_clause(after)
    if units.has(i, "ing") and not clause and not units.has(i - 1, "be", "adverb"):
        return False  # "this kind of thinking"
    if _points_back(units, i) or word == "to" and units.has(i, "takes_infinitive"):
        return True
    if units.has(i, "needs_that"):
        return word == "that" or units.has(after, "subject_pronoun", "demonstrative")
    return _has_object(units, after) if units.has(i, "takes_object") else units.has_content(after)


def _points_back(units: Units, i: int) -> bool:
    """“I think so”, “I hope not”, “the plan failed, they think”."""
    if units.word(i + 1) in ("so", "not"):
        return units.has(i - 1, "subject_pronoun", "demonstrative")
    aside = units.has(i, "parenthetical") and not units.is_word(i + 1)
    return aside and units.has(i - 1, "subject_pronoun", "demonstrative", "agents", "group")


def _has_object(units: Units, i: int) -> bool:
    """“suspect arson”, “expect rain”: not “the police suspect was charged”, “expecting a baby”."""
    verb = units.has(i, "auxiliary") and not units.has(i, "subject_pronoun", "demonstrative")
    return units.is_word(i) and not verb and not units.has(i, "preposition") and not units.any(i, i + 4, "baby")


def belief_noun(units: Units, i: int) -> Found | None:
    """“the suspicion that he fled”, “my guess is that”; of words that are also verbs, ``belief`` decides."""
    return None if units.has(i, "belief") else _that_clause(units, i)


def _that_clause(units: Units, i: int) -> Found | None:
    """A noun of belief with what is believed: not with a relative clause (“theories that have come to rule”)."""
    if units.word(i + 1) == "that":
        clause = not units.has(i + 2, "auxiliary")
    else:
        clause = units.word(i + 1) == "is" and units.word(i + 2) == "that"
    if not clause:
        return None
    return one(i, "own_view", "belief_noun", f"“{units.words[i]}” with “that”: believed, not known")


def evidence(units: Units, i: int) -> Found | None:
    """“the data suggest”, “he hinted that he would go”: not “he suggested a walk”, “did not suggest that”."""
    if units.has(i - 1, "article", "possessive", "preposition", "negator"):
        return None
    after = i + 1
    if units.any(i - 5, i, "evidence_noun"):
        found = units.is_word(after)
    elif units.has(i, "hint_at"):
        found = True
    elif units.has(i, "needs_evidence") or units.has(after, "ing"):
        found = False  # "pointed to the scratches", "suggested raising taxes"
    else:
        found = units.has_content(after) and not _is_proposal(units, after)
    if not found:
        return None
    kind = "indicate" if units.has(i, "indicate") else "evidence"
    return one(i, "own_view", kind, f"“{units.words[i]}”: a sign, not a proof")


def _is_proposal(units: Units, i: int) -> bool:
    """Whether a proposal begins at ``i`` (“that they walk”, “to them that they walk”): its verb has no tense."""
    that = next((k for k in range(i, i + 6) if units.word(k) == "that"), i)
    if (
        units.word(that) != "that"
        or not units.has(that + 1, "subject_pronoun", "demonstrative")
        or units.word(that + 2).endswith("s")
    ):
        return False
    return not units.any(that + 2, that + 6, "auxiliary", "past", "ed")


def claim(units: Units, i: int) -> Found | None:
    """“claimed that he won”: not “claimed responsibility”, “claimed lives”, “the checked claims”."""
    if units.noun_use(i):
        says = units.word(i + 1) == "that"
    elif _is_won(units, i) or _is_bare_noun(units, i):
        says = False
    else:
        says = units.word(i + 1) in ("to", ":", ",", '"', "“") or units.has_content(i + 1)
    return one(i, "attribution", "claim", f"“{units.words[i]}”: keeps distance from the source") if says else None


def _is_bare_noun(units: Units, i: int) -> bool:
    """“read these as claims to be checked”."""
    return i > 0 and units.has(i, "needs_subject") and not _has_subject(units, i) and not units.begins_clause(i + 1)


def _is_won(units: Units, i: int) -> bool:
    """“claimed responsibility”, “claimed her third title”."""
    if units.has(i + 1, "court_noun"):
        return True
    return units.has(i + 2, "court_noun") and units.has(i + 1, "determiner", "number")


def hearsay(units: Units, i: int) -> Found | None:
    """“reportedly”, “the alleged leak”, “rumours that”: not “an end to the rumours”, “is supposed to pay”."""
    if units.any(i - 3, i, "dispel"):
        return None
    if units.has(i, "needs_determiner") and not units.has(i - 1, "determiner", "preposition", "genitive"):
        return None
    return one(i, "attribution", "hearsay", f"“{units.words[i]}”: hearsay")


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
    what = f"“{units.text(i - 1, i + 1)}”: hearsay, the source is left open"
    return Found(i - 1, i + 1, "attribution", "hearsay", what)


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
    """“bore all the hallmarks of an inside job”: not “the hallmarks of three London makers” on silver."""
    if units.word(i + 1) != "of" or "all" not in units.words[max(0, i - 2) : i]:
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


def said_to(units: Units, i: int) -> Found | None:
    """“is said to have fled”."""
    if not units.has(i - 1, "be") or units.word(i + 1) != "to":
        return None
    return one(i, "attribution", "hearsay", f"“{units.words[i]} to” in the passive: hearsay, the source is left open")


VIEWS: dict[str, Rule] = {
    "seem": seem, "appear": appear, "look": look, "look_like": look, "view_adv": view_adverb, "as_far_as": as_far_as,
    "apparent": apparent, "view_noun": view_noun, "belief": belief, "believed": belief, "belief_noun": belief_noun,
    "evidence": evidence, "hint_at": evidence, "claim": claim, "hearsay": hearsay, "someone": someone,
    "said_to": said_to, "account": account, "has_it": has_it, "murmur": murmur, "evidence_of": evidence_of,
    "consistent": consistent,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
