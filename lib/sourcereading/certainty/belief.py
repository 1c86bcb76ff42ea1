"""Whose view it is: belief, seeming, evidence, and hearsay that the writer does not vouch for.

The guards tell "police believe he fled" from "she believes in God", "appears to have fled" from "appeared in
court", "the data suggest" from "he suggested a walk", "claimed that he won" from "claimed responsibility".
"""

from __future__ import annotations

from sourcereading.certainty.negation import Found, Rule, one
from sourcereading.certainty.words import Units


def seem(units: Units, i: int) -> Found | None:
    """“seems”: how it looks to whoever speaks."""
    return one(i, "own_view", "seem", "how it seems, not how it is")


def appear(units: Units, i: int) -> Found | None:
    """“appears to have fled”, not “appeared in court”."""
    j = units.after_adverbs(i + 1)
    if units.word(j) == "to":
        if units.has(j + 1, "det", "poss", "pron_obj") or not units.is_word(j + 1):
            return None
        return Found(i, i + 1, "own_view", "seem", "“appear to” with a verb: how it seems")
    if units.word(i - 1) == "it" and units.has_clause(i + 1) and not units.has(i + 1, "adv", "prep"):
        return one(i, "own_view", "seem", "“it appears” with a clause: how it seems")
    if (
        units.has(i - 1, "article", "poss")
        or units.has(i + 1, "appear_place")
        or units.has(j, "prep", "number", "det")
    ):
        return one(i, "own_view", "seem", "“appear that”: how it seems") if units.word(j) == "that" else None
    if not units.is_word(j) or units.has(j, "appear_place", "stop") or units.has(j, "month"):
        return None
    return one(i, "own_view", "seem", "“appear” with a predicate: how it seems, not “came into view”")


def look(units: Units, i: int) -> Found | None:
    """“looks like they failed”, “looks set to”, not “looks like his father”."""
    word = units.words[i]
    if word.endswith(("like", "as if")) and "look" not in word and "feel" not in word and "sound" not in word:
        return None
    if word.endswith("like") and not units.has_clause(i + 1, 6):
        return None
    return one(i, "own_view", "seem", f"“{word}”: how it looks")


def view_adverb(units: Units, i: int) -> Found:
    """“apparently”, “presumably”, “to my mind”."""
    return one(i, "own_view", "view_adverb", f"“{units.words[i]}”: inferred, not established")


def apparent(units: Units, i: int) -> Found | None:
    """“an apparent attempt”, not “it became apparent”."""
    if (
        units.has(i - 1, "be", "open", "adv")
        or not units.is_word(i + 1)
        or units.has(i + 1, "prep", "stop", "be")
    ):
        return None
    return one(i, "own_view", "view_adverb", f"“{units.words[i]}” before a noun: what it looks like")


def as_far_as(units: Units, i: int) -> Found | None:
    """“as far as we know”."""
    for j in range(i + 2, min(i + 6, len(units))):
        if units.has(j, "as_far"):
            return Found(
                i, j + 1, "own_view", "view", f"“{units.text(i, j + 1)}”: within what its owner knows"
            )
    return None


def view_noun(units: Units, i: int) -> Found | None:
    """“in his assessment”, “in the view of the court”: a preposition, an owner and a noun of judgement."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if units.word(k) in ("in", "by", "from", "to"):
            if k + 1 >= i or units.has(k - 1, "belief", "trust"):
                return None
            if units.word(i + 1) in ("of", "on") and units.word(k + 1) != "the":
                return None  # "in his assessment of the plan": he assessed it
            if units.word(k) == "to" and units.words[i] not in ("mind", "minds", "eyes"):
                return None
            owner = units.has(k + 1, "poss") or units.any(k + 1, i, "genitive")
            if owner or (
                units.word(k + 1) == "the"
                and units.word(i + 1) == "of"
                and units.words[i] in ("view", "opinion")
            ):
                if units.words[i] in ("mind", "minds", "eyes", "book") and units.word(k) != "to":
                    return None
                return Found(
                    k,
                    i + 1,
                    "own_view",
                    "view",
                    f"“{units.text(k, i + 1)}”: said to be a judgement of its owner",
                )
            return None
        if units.is_stop(k) or units.has(k, "modal", "be"):
            return None
    return None


def belief(units: Units, i: int) -> Found | None:
    """“believe”, “think”, “suspect”, “expect”, “hope”, “fear” with what is believed; passive too."""
    word, before, after = units.words[i], units.word(i - 1), units.word(i + 1)
    participle = units.has(i, "ed") or word in ("thought", "understood", "felt", "forecast")
    if units.capital(i) and units.capital(i + 1) and not units.has(i + 1, "subj"):
        return None  # a name: "Hope Springs"
    unable = units.any(i - 2, i, "can", "could") and units.any(i - 2, i, "negator")
    if word == "believe" and (unable or before == "cannot"):
        return None  # "I can't believe it": surprise
    be_before = any(units.has(k, "be") for k in range(max(0, i - 2), i))
    if participle and be_before:
        if units.words[max(0, i - 2)] == "it" and not units.is_word(i + 1):
            return one(i, "own_view", "believed", f"“it is {word}”: by whom is left open")
        meant = word == "understood" and units.any(i - 3, i, "modal")  # "must be understood to help"
        if units.has(i + 1, "believed_tail") and not word.startswith("suppos") and not meant:
            return one(
                i, "own_view", "believed", f"“{word}” in the passive: taken to be so, by whom is left open"
            )
        return None
    if word in ("understood", "tipped"):
        return None  # a belief only in the passive
    if word in ("suspected", "presumed") and (i == 0 or units.noun_use(i) or units.has(i - 1, "number")):
        bare = units.is_word(i + 1) and not units.has(i + 1, "prep", "subj", "be")
        return one(i, "own_view", "believed", f"“{word}” before a noun: held to be so") if bare else None
    if word in ("suspect", "suspects") and units.has(i + 1, "be", "aux", "modal"):
        return None  # the person
    if word == "thought" and after in ("which", "who") or word.startswith("assum") and units.has(i + 1, "office"):
        return None  # "Islamic thought which", "assumed control of"
    if before in ("as", "than", "i'd", "better-than") or units.has(i - 1, "wh") and before in ("how",):
        return None
    if units.noun_use(i) or (i and units.has(i, "agents")):
        return (
            _belief_noun(units, i)
            if units.has(i, "belief_noun") or word in ("hopes", "fears", "hope", "fear")
            else None
        )
    clause = after == "that" or (units.has(i + 1, "subj") and units.has_clause(i + 1))
    finite = units.has(i - 1, "be", "adv") and word not in ("hoping", "thinking", "feeling")
    if word.endswith("ing") and not (clause or finite):
        return None
    nxt = i + 1
    named = units.has(i - 1, "subj", "agents", "group", "evidence_noun", "adv", "aux", "modal", "person_noun")
    if word.startswith(("project", "figur", "estimat", "forecast", "bet")) and not (
        named or units.capital(i - 1)
    ):
        return None
    if after in ("so", "not") and units.has(i - 1, "subj"):
        return one(i, "own_view", "belief", f"“{word}”: held to be so by whoever speaks")
    if (
        not units.is_word(nxt)
        and units.has(i - 1, "subj", "agents", "group")
        and units.has(i, "parenthetical")
    ):
        return one(i, "own_view", "belief", f"“{word}” thrown in: held to be so by whoever speaks")
    if (
        units.has(nxt, "pron_obj")
        and after not in ("her", "it", "you")
        or i == 0
        and word == "imagine"
        or units.text(nxt, nxt + 2) == "that way"
    ):
        return None
    if units.has(nxt, "think_stop") and word.startswith(("think", "thought", "feel", "felt")):
        return None
    if word.startswith("expect"):
        person = units.has(nxt, "pron_obj") and "to" not in units.words[nxt : nxt + 4]
        if (
            not units.is_word(nxt)
            or person
            or units.any(nxt, nxt + 4, "baby")
            or units.has(nxt, "prep")
            and after != "to"
        ):
            return None
        return one(i, "own_view", "belief", f"“{word}”: expected, not yet so")
    if (
        word.startswith(("suspect", "believ", "anticipat"))
        and units.is_word(nxt)
        and not units.has(nxt, "prep", "pron_obj")
    ):
        if word.startswith("suspect") or units.has_clause(nxt):
            return one(i, "own_view", "belief", f"“{word}”: held to be so, not known")
        return None
    if word.startswith("feel") or word == "felt":
        return (
            one(i, "own_view", "belief", "“feel that”: held to be so")
            if after == "that" or units.has(nxt, "subj")
            else None
        )
    return (
        one(i, "own_view", "belief", f"“{word}” with a clause: held to be so, not known")
        if units.has_content(nxt)
        else None
    )


def _belief_noun(units: Units, i: int) -> Found | None:
    """“the suspicion that he fled”, “my guess is that”, “hopes that”."""
    if units.word(i + 1) == "that" and units.has(i + 2, "be", "aux", "modal"):
        return None  # a relative clause
    if units.word(i + 1) == "that" or units.word(i + 1) == "is" and units.word(i + 2) == "that":
        return one(i, "own_view", "belief_noun", f"“{units.words[i]} that”: held to be so, not known")
    return None


def belief_noun(units: Units, i: int) -> Found | None:
    """Nouns of belief before "that"."""
    return None if units.has(i, "belief") else _belief_noun(units, i)


def evidence(units: Units, i: int) -> Found | None:
    """“the data suggest”, “he hinted that he would go”, not “he suggested a walk”."""
    word, nxt = units.words[i], i + 1
    if (
        units.has(i, "ed")
        and units.has(i - 1, "be")
        or units.has(i - 1, "article", "poss", "prep")
        or "that" in word
    ):
        return None
    if word in ("signal", "signals", "hint", "hints") and units.noun_use(i):
        return None
    if (
        units.has(i - 1, "negator")
        or units.word(i - 1) in ("did", "does", "do")
        and units.has(i - 2, "negator")
    ):
        return None  # "did not suggest that he would": nothing was suggested
    source = units.any(i - 5, i, "evidence_noun")
    clause = units.has_content(nxt)
    hinted = word.startswith("hint") and units.word(nxt) == "at"
    subjunctive = (
        units.word(nxt) == "that"
        and units.has(nxt + 1, "subj")
        and not units.any(nxt + 2, nxt + 6, "modal", "be", "aux", "past", "ed", "contracted")
        and not units.word(nxt + 2).endswith("s")
    )
    if units.has(nxt, "ing") and not source:
        return None  # "he suggested raising taxes"
    if word.startswith("point") and not source:
        return None
    if word.endswith("ing") and not clause and not source:
        return None
    if (source and units.is_word(nxt)) or (clause and not subjunctive) or hinted:
        return one(
            i,
            "own_view",
            "indicate" if word.startswith("indicat") else "evidence",
            f"“{word}” with a finding or a clause: a sign of it, no proof",
        )
    return None


def claim(units: Units, i: int) -> Found | None:
    """“claimed that he won”: not the noun, not “claimed responsibility”, not “claimed lives”."""
    word = units.words[i]
    if units.noun_use(i) or units.has(i - 1, "agents") and units.word(i + 1) == "for":
        return (
            one(i, "attribution", "claim", f"“{word} that”: said with distance")
            if units.word(i + 1) == "that"
            else None
        )
    if units.has(i, "ed") and any(units.has(k, "be") for k in range(max(0, i - 2), i)):
        to = units.word(i + 1) in ("to", "that") or units.word(i - 2) in ("it", "as")
        return one(i, "attribution", "claim", f"“{word}” in the passive: said with distance") if to else None
    if (
        units.has(i + 1, "court_noun")
        or units.has(i + 2, "court_noun")
        and units.has(i + 1, "det", "poss", "number")
    ):
        return None
    if (
        word == "claims"
        and i
        and not units.capital(i - 1)
        and not units.has(i - 1, "subj", "adv", "wh")
        and not units.has_clause(i + 1)
    ):
        return None
    if units.word(i + 1) in ("to", ":", ",", '"', "“") or units.has_content(i + 1):
        return one(i, "attribution", "claim", f"“{word}” with what is claimed: the writer keeps a distance")
    return None


def hearsay(units: Units, i: int) -> Found | None:
    """“reportedly”, “allegedly”, “the alleged leak”, “rumours that”."""
    word = units.words[i]
    if units.any(i - 3, i, "dispel"):
        return None  # "put an end to the rumours"
    if word == "alleged" and not units.has(i - 1, "det", "poss", "prep", "be", "genitive"):
        return None
    if word in ("supposed", "presumed", "reputed") and (
        units.has(i - 1, "be", "adv") or units.word(i + 1) in ("to", "that")
    ):
        return None
    if (
        word.startswith("supposed")
        and word != "supposedly"
        and not units.has(i - 1, "det", "poss", "genitive")
    ):
        return None
    return one(i, "attribution", "hearsay", f"“{word}”: passed on, not vouched for")


def account(units: Units, i: int) -> Found | None:
    """“by some accounts”, “on most estimates”: whose they are is left open."""
    if not units.has(i - 1, "quantity_of") or units.word(i - 2) not in ("by", "on", "in", "from"):
        return None
    what = f"“{units.text(i - 2, i + 1)}”: whose they are is left open"
    return Found(i - 2, i + 1, "attribution", "hearsay", what)


def has_it(units: Units, i: int) -> Found | None:
    """“legend has it that he left”: passed on by nobody."""
    if not units.is_word(i - 1) or units.has(i - 1, "subj") or not (i == 1 or units.has_clause(i + 1)):
        return None
    what = f"“{units.text(i - 1, i + 1)}”: passed on by nobody in particular"
    return Found(i - 1, i + 1, "attribution", "hearsay", what)


def consistent(units: Units, i: int) -> Found | None:
    """“consistent with a lightning strike”: it may have been one; not “consistent with the treaty”."""
    if units.word(i + 1) not in ("a", "an") or not units.has(i - 1, "be", "adv", "open", "seem"):
        return None
    return one(i, "own_view", "evidence", f"“{units.words[i]}” what may be behind it: a sign, no proof")


def murmur(units: Units, i: int) -> Found | None:
    """“there is talk of a split”: not “the talk of the town”, not “talk about it”."""
    there = units.has(i - 1, "be") and units.word(i - 2) == "there" or units.word(i - 1) == "amid"
    if not there or units.word(i + 1) not in ("of", "that", "about"):
        return None
    return one(i, "attribution", "hearsay", f"“{units.words[i]}”: passed on, not vouched for")


def evidence_of(units: Units, i: int) -> Found | None:
    """“bore all the hallmarks of an inside job”: a sign, no proof."""
    if units.word(i + 1) != "of" or "all" not in units.words[max(0, i - 2) : i]:
        return None  # "the hallmarks of three London makers": marks on silver
    return one(i, "own_view", "evidence", f"“{units.words[i]} of”: a sign of it, no proof")


def someone(units: Units, i: int) -> Found | None:
    """“some say”, “critics claim”: said by nobody in particular."""
    j = i + 1
    while j < i + 4 and (units.has(j, "adv", "modal", "agents", "group") or units.word(j) == "have"):
        j += 1
    if units.word(j) in ("in", "at", "on", "inside", "within"):  # "some in the party say"
        place = range(j + 1, min(j + 5, len(units)))
        j = next((k for k in place if units.has(k, "report") and not units.has(k - 1, "det", "prep")), j)
    if (
        not units.has(j, "report")
        or units.has(j, "ing")
        or not units.is_word(j + 1)
        or units.has(j + 1, "greeting")
    ):
        return None
    if units.has(i, "role") and units.words[j] in ("say", "said"):
        return None  # "critics say": a source, though a vague one
    return Found(i, j + 1, "attribution", "some", f"“{units.text(i, j + 1)}”: said by nobody in particular")


def said_to(units: Units, i: int) -> Found | None:
    """“is said to have fled”: passed on by nobody in particular."""
    if units.words[i] in ("said", "reported") and units.has(i - 1, "be") and units.word(i + 1) == "to":
        return one(i, "attribution", "hearsay", f"“{units.words[i]} to” in the passive: by whom is left open")
    return None


VIEWS: dict[str, Rule] = {
    "seem": seem, "appear": appear, "look": look, "view_adv": view_adverb, "as_far_as": as_far_as,
    "apparent": apparent, "view_noun": view_noun, "belief": belief, "belief_noun": belief_noun,
    "evidence": evidence, "claim": claim, "hearsay": hearsay, "someone": someone, "report": said_to,
    "account": account, "has_it": has_it, "murmur": murmur, "evidence_of": evidence_of, "consistent": consistent,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
