"""What may be so: possibility.

One function for each class of ``data/lexicons/certainty_marks.csv``. It is given the sentence and the place of the
word, and returns what it found there, or None where the word is no mark ("12 May", "visitors may not enter",
"she could speak four languages"). The words that decide this are classes of
``data/lexicons/certainty_guards.csv``.
"""

from __future__ import annotations

from sourcereading.certainty.clauses import can_be_verb, in_past, is_infinitive
from sourcereading.certainty.found import Found, Rule, one
from sourcereading.certainty.words import Units
from sourcereading.text.parts_of_speech import is_adjective, is_listed, is_noun, is_participle, is_present

_SENTENCE = 60
"""Units of a sentence that are looked through for a sign of permission or ability; keeps the work linear."""
_UNDER = ("by", "under")


# The modal verbs


def may(units: Units, i: int) -> Found | None:
    """“may”: not the month, not a name, not permission."""
    if units.capital(i) and not _headline(units, i) or _is_month(units, i):
        return None
    if any(rule(units, i) for rule in (_permission, _asks_leave, _granted_anyway, _purpose)):
        return None
    if units.has(i + 1, "determiner", "subject_pronoun") or units.capital(i + 1) and not units.capital(i):
        return None  # "may the best team win", "may God help them"
    return one(i, "possibility", "modal", "modal verb: possibility, not permission or the month")


def _headline(units: Units, i: int) -> bool:
    """Whether the capital of "May" is a headline's ("Talks May Resume"), not a month's or a name's."""
    around = all(units.capital(k) or not units.is_word(k) for k in (i - 1, i + 1, i + 2))
    return i > 0 and units.is_word(i + 1) and around and not units.has(i - 1, "preposition", "before_name")


def _is_month(units: Units, i: int) -> bool:
    """“in may when”, “early may”, “since may of last year”; not “the house they live in may fall”."""
    if not units.has(i - 1, "preposition", "part_of_month") or units.word(i + 1) in ("be", "have"):
        return False
    return not units.is_word(i + 1) or units.has(
        i + 1, "preposition", "interrogative", "coordinator", "clause_break", "determiner", "auxiliary", "number"
    )


def _asks_leave(units: Units, i: int) -> bool:
    """“if I may”, “if we might add a word”, “Might I add a word”: politeness."""
    asks = not units.is_word(i - 1) and units.has(i + 1, "first_person")
    return asks or units.word(i - 2) == "if" and units.has(i - 1, "first_person")


def _granted_anyway(units: Units, i: int) -> bool:
    """“You may not like it, but”, “whatever you may think”, “as one might expect”: granted, not doubted."""
    main = units.after_adverbs(i + 2 if units.word(i + 1) == "not" else i + 1)
    done = main + 1 if units.word(main) in ("have", "be") else main
    reader = units.word(i - 1) == "you" and not units.has(i, "could")
    reader = reader or "as" in (units.word(i - 1), units.word(i - 2))
    return _whatever(units, i) or reader and (units.has(done, "reader_does") or units.word(done) == "expected")


def _able_then(units: Units, i: int) -> bool:
    """“a street in which cars could turn”, “tents where families could wash”, “so fast that they could leave”."""
    people = units.has(i - 1, "human", "agents", "group", "people", "person_subj", "indefinite_pronoun")
    result = units.word(i - 2) == "that" and (units.word(i - 3) == "so" or units.word(i - 4) == "so")
    place = units.word(i - 2) == "where" or units.word(i - 3) == "in" and units.word(i - 2) == "which"
    told = units.any(0, i - 2, "report", "speech", "belief", "modal")
    return people and (result or place) and not told and in_past(units, range(0, i - 2))


def _purpose(units: Units, i: int) -> bool:
    """“so that he could leave”, “moved so women might vote”, “before they could be treated”, “the only one who could”.

    What was made possible, or what did not happen; not “it leaks, so it could fall”.
    """
    first = i - 1
    if units.has(i, "could") and units.word(i - 2) in ("where", "which", "that") and _able_then(units, i):
        return True
    if units.has(first, "relative"):
        return any(units.word(k) == "only" and units.has(k - 1, "article") for k in range(first - 2, first - 5, -1))
    while first > max(0, i - 6) and units.is_word(first) and not units.has(first, "not_yet"):
        if units.has(first, "auxiliary", "relative", "interrogative", "preposition"):
            return units.word(first) == "that" and units.word(first - 1) == "so"
        first -= 1
    led = units.has(first, "not_yet") and (units.word(first) == "so" or units.has(i, "could"))
    return led and first < i - 1 and units.is_word(first - 1) and not units.has(first - 1, "be", "coordinator")


def _permission(units: Units, i: int) -> bool:
    """Permission where two of three speak for it: who, doing what, under which rule; in the passive doing what is one
    of them ("may not be filmed", "may be typed if necessary"). "No boarder may" allows nobody."""
    apart = units.word(i + 1) == "not"
    verb = units.after_adverbs(i + 2 if apart else i + 1)
    if passive := units.word(verb) == "be" and units.has(units.after_adverbs(verb + 1), "doable"):
        verb = units.after_adverbs(verb + 1)
    if units.has(verb, "epistemic_verb") or units.has(i + 1, "epistemic_adverb"):
        return False
    if _nobody(units, i):
        return True
    subject = apart if passive else _may_be_allowed(units, i)
    ruled = units.any(0, _SENTENCE, "permit_cue") or units.has(i + 1, "permit_word")
    ruled = ruled or passive and units.any(verb, verb + 12, "permit_sign")
    if ruled and (units.word(i + 1) in _UNDER or units.word(i + 1) == "," and units.word(i + 2) in _UNDER):
        return True  # "may, under the act, close any road"
    return subject + units.has(verb, "doable") + ruled >= 2


def _may_be_allowed(units: Units, i: int) -> bool:
    """Whether people who can be allowed something are the subject of the modal at ``i``: “members”, “members who pay
    the fee”, “holders of a press card”."""
    near = next((k + 1 for k in range(i - 1, i - 5, -1) if not units.is_word(k)), i - 4)
    if units.any(near, i, "agents", "group", "role"):
        return True
    start = i
    ends = ("clause_break", "coordinator")
    while start > max(0, i - 14) and units.is_word(start - 1) and not units.has(start - 1, *ends):
        start -= 1
    later = next((k for k in range(start + 1, i) if units.word(k) == "who" or units.has(k, "preposition")), i)
    return units.any(start, min(later, start + 4), "agents", "group", "role", "allowed")


def _whatever(units: Units, i: int) -> bool:
    """“whatever help they could get”, “however small it may be”; not “However, it may rain”, “whoever wins may”."""
    subject = units.has(i - 1, "subject_pronoun", "demonstrative") or units.has(i - 2, "determiner", "possessive")
    near = (k for k in range(i - 2, i - 6, -1) if not units.is_word(k) or units.has(k, "auxiliary", "whatever"))
    return (subject or units.capital(i - 1)) and units.has(next(near, -1), "whatever")


def might(units: Units, i: int) -> Found | None:
    """“might”: not the noun (“showed its might”, “military might is”, “all that might could not move it”)."""
    noun = units.has(i - 1, "article", "possessive", "genitive") or _ends_noun_phrase(units, i + 1)
    if noun or any(rule(units, i) for rule in (_asks_leave, _granted_anyway, _purpose)):
        return None
    after = units.after_adverbs(i + 1)
    aside = units.word(after) == "," and "," in units.words[after + 1 : after + 9]  # "it might, they fear, be so"
    bare = not units.is_word(after) and not aside or units.has(after, "preposition", "coordinator")
    if bare and not units.has(i - 1, "subject_pronoun", "object_pronoun", "indefinite_pronoun", "determiner"):
        return None
    return one(i, "possibility", "modal", "modal verb, not the noun “might”")


def _ends_noun_phrase(units: Units, i: int) -> bool:
    """Whether a finite verb, which no modal has after it, comes at ``i``: "might alone will", "might is"."""
    verb = units.after_adverbs(i)
    word = units.word(verb)
    if is_adjective(units.word(i - 2)) and not can_be_verb(word) and not units.has(verb, "auxiliary", "negator"):
        return True  # "its military might abroad", not "four might need help"
    if units.has(verb, "modal") or units.has(verb, "be", "have_do") and word not in ("be", "have", "do"):
        return True
    return units.is_open(verb) and word.endswith("s") and is_present(word)


def could(units: Units, i: int) -> Found | None:
    """“could”: not ability (“could speak four languages”), not what could not be done, not a request."""
    apart = units.has(i + 1, "negator")
    main = units.after_adverbs(i + 2 if apart else i + 1)
    negated = apart or units.has(i, "contracted") or units.has(i - 1, "negator") or _nobody(units, i)
    person = units.has(i - 1, "person_subj", "first_person")
    certain = (
        negated and not _could_not_be(units, main)
        or units.word(i - 1) == "how"  # "how could they"
        or units.has(i + 1, "ability_adverb")  # "could only watch"
        or person and ("how" in units.words[max(0, i - 5) : i] or units.has(i - 2, "all_one_could"))  # "all he could"
        or units.has(i - 2, "if") and (units.capital(i - 1) or person and units.is_word(main))  # "if he could find it"
        or units.has(i - 1, "subject_pronoun") and units.has(i - 2, "indefinite_pronoun")  # "something it could build"
        or units.word(main) == "be" and _settled(units, i, main + 1)
        or units.any(i - 4, i, "wish")
        or any(rule(units, i) for rule in (_asks_favour, _whatever, _utmost, _purpose, _granted_anyway))
        or any(rule(units, i, main) for rule in (_unreal, _entitled, _granted))
        or _ability(units, i, main) and not units.has(i + 1, "epistemic_adverb")
    )
    return None if certain else one(i, "possibility", "could", "modal verb: possibility, not ability")


def _asks_favour(units: Units, i: int) -> bool:
    """“Could you close the door?”, “Could everyone please sit down?”."""
    rest = units.words[i : i + _SENTENCE]
    return not units.is_word(i - 1) and (units.word(i + 1) == "you" or "please" in rest) and "?" in rest


def _unreal(units: Units, i: int, main: int) -> bool:
    """“I could have left earlier”, “she could have kissed him”: nobody did; not “we could have been wrong”."""
    done = units.after_adverbs(main + 1)
    own = units.has(i - 1, "first_person") and not units.any(done, done + 4, "slip")
    perfect = units.word(main) == "have" and (_participle(units, done) or units.has(done, "be"))
    but = next((k for k in range(done, min(done + 12, len(units))) if units.word(k) == "but"), -2)
    but += units.has(but + 1, "subject_pronoun")  # "but he fell"
    other = units.has(but + 1, "past", "ed") and not units.has(but + 1, "have_do", "be")  # "could have won but fell"
    return perfect and (own or other or units.has(done, "impulse"))


def _granted(units: Units, i: int, main: int) -> bool:
    """“promised her that she could run it”, “ruled that they could enter”: leave that is given."""
    told = next((k for k in range(i - 1, max(-1, i - 9), -1) if units.has(k, "grants")), -1)
    to_person = units.has(told + 1, "object_pronoun") or units.capital(told + 1)
    own = to_person and units.has(i - 1, "person_subj", "first_person", "subject_pronoun")
    return told >= 0 and (own and units.has(told, "promises") or units.has(main, "doable", "open"))


def _entitled(units: Units, i: int, main: int) -> bool:
    """“others could purchase a plan”, “residents could apply”: what a rule lets people do; not “could buy the firm”."""
    people = units.has(i - 1, "human", "agents", "group", "people") or units.word(i - 1) in ("others", "people", "who")
    plural = units.word(i - 1).endswith("s") or units.word(i - 1) in ("people", "who")
    return people and plural and (i == 1 or not units.capital(i - 1)) and units.any(i + 1, main + 1, "claimable")


def _nobody(units: Units, i: int) -> bool:
    """“no one at the ministry could”, “no mayor could”: nobody is the subject of the modal at ``i``.

    “Only an outsider could” says the same of all others.
    """
    for k in range(i - 1, max(-1, i - 8), -1):
        if units.has(k, "neg_subject", "neg_det") or units.word(k) == "only" and units.has(k + 1, "article"):
            return True
        verb = units.has(k, "auxiliary", "relative") or k < i - 1 and units.is_finite(k, surely=True)
        if verb or not units.is_word(k) or units.has(k, "clause_break", "interrogative"):
            return False
    return False


def _utmost(units: Units, i: int) -> bool:
    """“the longest test you could find”, “as high as it could go”, “more than they could have thought”."""
    have = units.after_adverbs(i + 1)
    if units.word(have) == "have" and units.has(have + 1, "thought"):
        return "than" in units.words[max(0, i - 5) : i]
    first = i - 1
    while units.capital(first - 1) and units.capital(first):
        first -= 1
    if not (units.has(first, "subject_pronoun", "agents", "first_person") or units.capital(first)):
        return False
    if units.word(first - 1) == "as":
        return "as" in units.words[max(0, i - 5) : first - 1]
    at = first - 2 if units.word(first - 1) == "that" else first - 1
    if units.word(at) in ("best", "least", "most") and units.has(first, "subject_pronoun", "first_person"):
        return True  # "the best they could do"
    most = (k for k in range(at - 1, max(-1, at - 4), -1) if units.word(k).endswith("est") or units.word(k) == "most")
    return is_noun(units.word(at)) and any(units.word(k) == "most" or is_adjective(units.word(k)) for k in most)


def _could_not_be(units: Units, main: int) -> bool:
    """“could not be true”; not “could not find it”, “could not be reached”, “could not be clearer”."""
    compared = units.has(main + 1, "comparing") or units.word(main + 1).endswith("er")
    return units.word(main) == "be" and not _participle(units, main + 1) and not compared


def _participle(units: Units, i: int) -> bool:
    return units.has(i, "ed", "past", "participle") or units.word(i).endswith(("en", "rn", "wn"))


def _settled(units: Units, i: int, what: int) -> bool:
    """Whether “could be” leaves nothing open: “could be no doubt”, “he could be kind” (at times), “could be heard”."""
    if units.has(what, "perceived") and units.word(what + 1) != "as":
        return True
    if units.has(what, "undoubted") or units.has(what, "neg_det") and units.has(what + 1, "doubt"):
        return True
    while units.has(what, "adverb", "degree"):
        what += 1
    return units.has(i - 1, "person_subj") and units.has(what, "temper")


def _ability(units: Units, i: int, main: int) -> bool:
    """Whether the verb at ``main`` says what a person or thing can do: “could hear it”, “could seat 300”."""
    person = units.has(i - 1, "person_subj", "first_person")
    return (
        units.has(main, "sense") or _capacity(units, i, main)
        or person and units.has(main, "ability_of_person")
        and not (units.has(main + 1, "comparing") or units.word(main + 2) == "lot")  # "we could see a lot of rain"
        or units.has(i - 1, "relative") and units.has(i - 2, "gift")  # "a voice that could fill a hall"
        or any(units.has(k, "not_yet") and units.has(k + 2, "could") for k in range(main + 1, main + 8))
        or units.has(main + 1, "neg_det", "neg_subject") and human_subject(units, i)  # "they could find no trace"
        or units.has(main, "doable")
        and units.any(0, _SENTENCE, "ability_cue", *(("permit_cue",) if human_subject(units, i) else ()))
    )


def _capacity(units: Units, i: int, main: int) -> bool:
    """“Each lorry could carry forty pigs”: a measure; not “the party could hold 40 seats”."""
    amount = main + 2 if units.has(main + 1, "quantity", "upper", "lower") else main + 1
    counted = units.has(amount, "number") and not units.has(amount + 1, "time", "epistemic_time")
    people = units.any(amount + 1, amount + 3, "group", "human", "agents")  # "the hall could seat 900 people"
    return units.has(main, "capacity") and counted and (people or not human_subject(units, i))


def human_subject(units: Units, i: int) -> bool:
    """Whether a person, a group or an institution is the subject of the modal at ``i``."""
    word, first = units.word(i - 1), i - 1
    while units.capital(first - 1):
        first -= 1
    common = i == 1 and (is_listed(word) or word.endswith("s"))  # "Hailstones can break"
    name = units.capital(i - 1) and not common and not units.has(first - 1, "preposition")  # "the ferry from Velia"
    return name or units.any(i - 3, i, "human", "agents", "group", "first_person", "person_subj")


def must(units: Units, i: int) -> Found | None:
    """“must have” with a participle, “must be” with a state: a conclusion; otherwise a duty, which is no mark."""
    main = units.after_adverbs(i + 1)
    if units.word(main) == "have":
        participle = _participle(units, main + 1) or units.has(main + 1, "be", "adverb")
        duty = units.any(i - 12, i, "deontic_subject", "agents") and not units.has(
            i - 1, "subject_pronoun", "demonstrative"
        )
        concluded = participle and not duty  # "applicants must have worked here" is a duty
    else:
        state = main + 2 if units.has(main + 1, "article") else main + 1
        concluded = units.word(main) == "be" and units.has(state, "concluded")
    what = f"“must {units.word(main)}”: a conclusion, not a duty"
    return Found(i, main + 1, "possibility", "must", what) if concluded else None


def should(units: Units, i: int) -> Found | None:
    """“should” as an expectation (“the rain should stop by noon”) or as an inverted condition; not a duty."""
    if _inverted(units, i):
        return one(i, "conditional", "if", "“should” before its subject: a condition")
    main = units.after_adverbs(i + 2 if units.word(i + 1) == "not" else i + 1)
    if units.word(main) == "have":  # "should have arrived by now"; else a reproach
        expected = units.has(main + 1, "arrival") and "by now" in units.text(main, main + 8)
        expected = expected and not human_subject(units, i)
    else:
        stays = units.word(main) == "be" and units.any(main + 1, main + 3, "no_matter") and not human_subject(units, i)
        timely = units.has(main, "epistemic_should") and _time_ahead(units, main)
        expected = units.has(main, "effect") or stays or timely  # "should not be a problem"
        expected = expected and not _must_act(units, i, main)
    if not expected:
        return None
    return one(i, "possibility", "should", "“should” of what happens by itself: an expectation, not advice")


def _must_act(units: Units, i: int, main: int) -> bool:
    """Whether somebody is to do it: “the firm should pay by June”, “the fine should be paid by June”."""
    passive = units.word(main) == "be" and (is_participle(units.word(main + 1)) or units.has(main + 1, "ed"))
    if passive and not units.has(main + 1, "outcome"):
        return True
    arrives = units.has(main, "arrival") and not units.any(i - 3, i, "deontic_subject", "agents", "person_noun")
    return human_subject(units, i) and not arrives


def _time_ahead(units: Units, main: int) -> bool:
    """Whether it is said by when: “by noon”, “in May”, “within weeks”, “by ten”."""
    for k in range(main + 1, min(main + 12, len(units))):
        if units.has(k, "epistemic_time") or units.has(k - 1, "preposition") and units.has(k, "month"):
            return True
        if units.word(k - 1) == "by" and units.has(k, "number"):
            return True
    return False


def _inverted(units: Units, i: int) -> bool:
    """“Should talks break down, …”, “that should the dam fail, …”; not “Should we go?”."""
    turned = units.has(i - 1, "interrogative", "negator", "adverb", "coordinator", "preposition")  # "nor should they"
    behind = not turned and units.has(i + 1, "article", "possessive", "subject_pronoun")  # "it lapses should he fail"
    if "?" in units.words[-2:] or units.is_word(i - 1) and units.word(i - 1) != "that" and not behind:
        return False
    plural = i == 0 and units.word(i + 1).endswith("s") and "," in units.words[i : i + 16]
    return units.has(i + 1, "determiner", "subject_pronoun", "demonstrative") or units.capital(i + 1) or plural


def can(units: Units, i: int) -> Found | None:
    """“can say with confidence” raises as a whole; “storms can kill” says what happens at times."""
    for j in range(i + 1, min(i + 5, len(units))):
        if units.has(j, "sure_adv"):
            return Found(i, j + 1, "booster", "sure_adverb", "stated as certain") if j > i + 1 else None
        if not units.has(j, "tell", "know", "adverb"):
            break
    main = units.after_adverbs(i + 1)
    if units.word(main) == "be":
        happens = units.has(main + 1, "harmful") or units.has(units.after_adverbs(main + 1), "harmful")
    else:
        happens = units.has(main, "effect", "occur")
    by_itself = units.is_word(i - 1) and not human_subject(units, i) and units.word(i - 1) not in ("you", "that")
    if not happens or not by_itself:
        return None
    return one(i, "approximator", "frequency", "“can” of what happens by itself: at times, not always")


# Adjectives, adverbs and nouns


def possible(units: Units, i: int) -> Found | None:
    """“possible”, “potential”: not “as soon as possible”, not “made it possible”, not the noun “potential”."""
    if units.capital(i) and units.capital(i + 1) and i:
        return None  # a name
    if units.has(i, "noun_too") and (units.word(i + 1) == "for" or is_infinitive(units, i + 1)):
        return one(i, "possibility", "noun", f"“{units.words[i]} {units.word(i + 1)}”: named as what may happen")
    if (_noun if units.has(i, "noun_too") else _of_degree)(units, i) or units.any(i - 6, i, "making"):
        return None
    if units.any(i - 3, i, "negator") or _able(units, i):
        return None
    return one(i, "possibility", "adjective", f"“{units.words[i]}” says that something may be so")


def _of_degree(units: Units, i: int) -> bool:
    """“as soon as possible”, “every possible route”, “the lowest possible price”, “40 out of a possible 60”."""
    superlative = any(
        units.word(k).endswith("est") and units.has(k - 1, "article", "possessive") for k in (i - 1, i - 2)
    )
    compared = "than" in units.words[max(0, i - 5) : i]  # "more complex than they thought possible"
    return superlative or compared or units.has(i - 1, "possible_head") or units.has(i + 1, "number")


def _able(units: Units, i: int) -> bool:
    """“it is possible to swim here”; not “it may be possible to swim here”."""
    return units.word(i + 1) == "to" and units.any(i - 3, i, "be", "open") and not units.any(i - 3, i, "modal")


def _noun(units: Units, i: int) -> bool:
    """Whether "potential" is the noun: nothing follows that it could describe."""
    if not units.is_word(i + 1):
        return not units.has(i - 1, "be")
    goes_on = ("auxiliary", "preposition", "clause_break", "coordinator", "determiner", "subject_pronoun")
    return units.has(i + 1, *goes_on, "demonstrative")


def ruled_out(units: Units, i: int) -> Found | None:
    """“it is inconceivable that he knew” raises; “not impossible” leaves it open; not “not impossible to swim”."""
    at = i - 1
    while units.has(at, "adverb", "degree") and not units.has(at, "negator"):
        at -= 1
    predicate = units.has(at, "be", "seem")
    if units.word(at) == "be":
        at -= 1  # "would not be impossible"
    if units.has(at, "negator"):
        if units.has(at - 1, "if") or units.word(i + 1) == "to":
            return None
        return Found(at, i + 1, "possibility", "adjective", f"“{units.text(at, i + 1)}”: it may be so")
    if units.word(i + 1) == "that" and predicate:
        return one(i, "booster", "sure_adjective", f"“{units.words[i]} that”: said to be certainly not so")
    return None


def possible_adverb(units: Units, i: int) -> Found | None:
    """“perhaps”, “possibly”: not “cannot possibly”."""
    modal = i + 1 if units.has(i + 1, "can", "could") else i - 1
    able = units.has(modal, "negator", "can") or units.has(modal, "could") and not could(units, modal)
    if able and units.has(i, "stresses_can"):  # "as far as she possibly can", "anything they could possibly want"
        return None
    return one(i, "possibility", "adverb", f"“{units.words[i]}” leaves it open")


def possibility(units: Units, i: int) -> Found | None:
    """“the possibility of a strike”: not “no possibility”, “not the slightest possibility”."""
    if units.any(i - 2, i, "neg_det", "negator") or (units.has(i - 1, "slightest") and units.any(i - 5, i, "negator")):
        return None
    return one(i, "possibility", "noun", "named as a possibility")


def risk(units: Units, i: int) -> Found | None:
    """“a risk that it fails”, “risks losing”, “the row threatens to split them”: not “a risk that comes with it”."""
    thing = is_noun(units.word(i - 1)) and not human_subject(units, i) or units.word(i - 1) in ("that", "which", "it")
    if units.has(i + 1, "risked") or thing and units.has(i, "threat") and units.word(i + 1) == "to":
        return one(i, "possibility", "noun", f"“{units.words[i]}”: named as what may happen")
    at = i + 2 if units.word(i + 1) == "is" else i + 1  # "the risk is that it fails"
    clause = units.has(at + 1, "determiner", "subject_pronoun", "demonstrative")
    clause = clause or (units.has(i - 1, "chance_good") and units.begins_clause(at + 1))
    if units.word(at) != "that" or not clause or "such" in units.words[max(0, i - 3) : i]:
        return None
    return one(i, "possibility", "noun", f"“{units.words[i]} that”: named as what may happen")


def prospect(units: Units, i: int) -> Found | None:
    """“on track to win”, “on the verge of collapse”: not “on track to the north”, “set to open on Monday”."""
    verb = units.after_adverbs(i + 1)
    if units.words[i].endswith(" to") and not (can_be_verb(units.word(verb)) and not units.capital(verb)):
        return None
    if units.words[i] == "set to" and not units.has(verb, "unfixed"):
        return None
    return one(i, "possibility", "noun", f"“{units.words[i]}”: near, but not so yet")


POSSIBLE: dict[str, Rule] = {
    "may": may, "might": might, "could": could, "must": must, "should": should, "can": can, "possible":
    possible, "possible_adv": possible_adverb, "possibility": possibility, "risk": risk, "threat": risk,
    "prospect": prospect,
    "ruled_out": ruled_out,
}  # fmt: skip
"""Class of the lexicon to the rule that decides about its words."""
