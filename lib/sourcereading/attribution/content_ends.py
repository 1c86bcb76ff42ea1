"""Where what is said ends, because its sentence goes on with what the speaker does, or others do: "warned that the pier
could close *and fined two tenants*", "agreed to lend money*, and the union stepped in*"."""

from __future__ import annotations

from sourcereading.attribution.clause_words import QUOTE, WORD, Span, Window
from sourcereading.attribution.word_patterns import terms
from sourcereading.text.inflection import only_pasts
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_base, is_noun, is_plural, is_present
from sourcereading.text.sentence_words import DASHES

_LIMIT = 60
"""Items of content looked at, so that a flood of conjunctions takes linear time."""
JOINING = ("and", "but", "yet")
"""Words before a second verb of the same subject."""
ASKED = ("asked", "pressed", "questioned", "quizzed")
"""Participles of whom a question is put to."""
_REACH = 12
"""Items looked at for the verb of a clause that begins."""


def clause_end(w: Window, span: Span, past: bool) -> int:
    """Where a clause ends that is said to be so: before "and" with a verb that cannot go on with it but with the
    reporting verb, because it is past and the clause has "would" or "could" with a base form.

    Parameters
    ----------
    w : the window.
    span : the content.
    past : whether the reporting verb is past.
    """
    modal = False
    for at in range(span.first, min(span.last - 2, span.first + _LIMIT)):
        word = w.words[at]
        if is_asked(w, at) or (word in JOINING and leaves_unsaid(w, at + 1)):
            return at - (w.word(at - 1) == ",")
        if at > span.first and word == "while" and _turns_to_other(w, at):
            return at - (w.word(at - 1) == ",")
        if past and word == "and" and w.kind(at - 1 - (w.word(at - 1) == ",")) is QUOTE and _is_past(w, at + 1):
            if w.verb[at + 1] is None and not w.has(at + 2, "object_pronoun"):
                continue  # "said it was “a mess” and needed work"
            return at  # "told her it was “late” and jailed her"
        told = past and "had" in w.words[span.first : at]  # "said it had been late, but the board had left"
        if word == "," and (_opens_remark(w, at + 1, span.last) or _opens_contrast(w, at + 1, span.last, told)):
            return at
        if past and word == "," and _turns_present(w, span.first, at, span.last):
            return at
        if w.has(at, "modal"):
            modal = True
        elif w.has(at, "auxiliary", "past", "subordinator") or (w.is_break(at) and word != ","):
            modal = False  # "would be fined and fenced in"
        elif past and modal and word == "and" and _is_past(w, at + 1):
            return at - (w.word(at - 1) == ",")
        elif word == ",":
            modal = modal and w.word(at + 1) == "and"  # "would open, left and closed"
    return span.last


def is_asked(w: Window, at: int) -> bool:
    """Whether a clause begins that says what the speaker was asked: "*when pressed* by reporters"."""
    return w.word(at) in ("when", "if") and w.word(at + 1) in ASKED


def leaves_unsaid(w: Window, at: int) -> bool:
    """Whether a predicate begins that says what the speaker of the clause did not say: "said it leaks but *did not say*
    where", "… and *declined* to comment"."""
    at = w.after_adverbs(at)
    first, negative = at, False
    while w.has(at, "auxiliary", "negative") or (at > first and w.is_adverb(at)):
        negative = negative or w.has(at, "negative") or w.word(at).endswith(("n't", "n’t"))
        at += 1
    verb = w.verb[at] if at < w.size else None
    asked = negative and w.has(at + 1, "interrogative")  # "said it leaks but *would not say where*"
    if verb is None or (w.has(first, "modal") and not asked):
        return False
    if at == first:
        said = w.verb[at + 2] if at + 2 < w.size else None
        withholds = "withhold" in verb.classes and verb.form != "base" and w.word(at + 1) == "to"
        return withholds and (said is not None or w.word(at + 2) in terms("comment", "withhold"))
    return negative and not verb.classes.isdisjoint(("say", "clause", "wh", "tell"))


def _opens_remark(w: Window, at: int, last: int) -> bool:
    """Whether the writer's own words on what is said begin behind a comma: "*which she called* a farce", "*referring
    to* the vote"; not "…, which she called a farce, would go on"."""
    if w.word(at) == "which" and w.has(at + 1, "subject_pronoun"):
        verb = w.verb[at + 2] if at + 2 < w.size else None
        goes_on = any(
            w.word(k) == "," and (w.has(k + 1, "auxiliary") or w.is_finite(k + 1, surely=True))
            for k in range(at + 3, min(last - 1, at + _LIMIT))
        )
        return verb is not None and not w.is_noun(at + 2, verb) and not goes_on
    said = w.verb[at] if w.has(at, "ing") else None
    if said is not None and not said.classes.isdisjoint(("accuse", "blame", "as", "call")):
        return True  # "*blaming* the weather"
    of_what = w.word(at + 1) == "to" or w.has(at + 1, "determiner", "number") or w.capital(at + 1)
    return w.has(at, "aside") and (of_what or is_plural(w.word(at + 1)))


def _opens_contrast(w: Window, at: int, last: int, told: bool) -> bool:
    """Whether a clause with a subject of its own, or a relative clause, follows "but": "…, *but the bank paid*"; not
    "…, but that the bank paid", "…, but left", "…, but only in May", nor a second past perfect of what is ``told``."""
    if w.word(at) != "but" or w.word(at + 1) == "that" or w.is_adverb(at + 1) or w.has(at + 1, "auxiliary"):
        return False
    verb = _finite(w, at + 1, last) if told else None
    if verb is not None and w.word(verb) == "had":
        return False
    return w.has(at + 1, "subject_pronoun", "relative") or _has_subject(w, at + 1)


def _turns_present(w: Window, first: int, comma: int, last: int) -> bool:
    """Whether a clause in the present follows content in the past, so that the writer goes on: "said one was Orvane,
    *which is looking for land*"."""
    if not w.has(comma + 1, "relative", "contrast") and w.word(comma + 1) not in ("when", "where"):
        return False
    verb = _finite(w, comma + 2, last)
    said = _finite(w, first, comma)
    if verb is None or said is None or not _is_present(w, verb) or _is_present(w, said):
        return False
    return not any(w.word(k) == "," and w.is_finite(k + 1, surely=True) for k in range(verb, last - 1))


def _finite(w: Window, first: int, last: int) -> int | None:
    """The first finite verb of a stretch."""
    stretch = range(first, min(last, first + _LIMIT))
    return next((at for at in stretch if w.has(at, "auxiliary") or _is_verb(w, at)), None)


def _is_present(w: Window, at: int) -> bool:
    """Whether a finite verb is in the present or the future."""
    return w.word(at) in _PRESENT or is_present(w.word(at))


_PRESENT = ("is", "are", "has", "have", "does", "do", "will", "can", "isn't", "aren't", "won't", "can't")


def phrase_end(w: Window, span: Span) -> int:
    """Where a noun phrase or an infinitive ends that tells what is said: before "and" with a past verb, and at a comma
    before a clause of its own, a relative clause or an -ing form."""
    passive = listed = False
    for at in range(span.first, min(span.last - 1, span.first + _LIMIT)):
        word = w.words[at]
        passive = passive or w.has(at, "be")
        # "accused her of lying, cheating and stealing"
        listed = listed or (w.has(at, "ing") and (at == span.first or w.has(at - 1, "preposition")))
        series = "," in w.words[span.first : at] and is_noun(w.word(at + 2))  # "noise, dust and *cracked walls*"
        if word == "and" and not passive and not series and _is_past(w, at + 1):
            return at
        other = at > span.first and word in ("but", "while")
        if other and (_is_predicate(w, at + 1) if word == "but" else _turns_to_other(w, at)):
            return at
        if w.kind(at - 1) is QUOTE and at > span.first and _is_circumstance(w, at):
            return at
        told = w.has(at, "clause_break") and at > span.first and "to" not in w.words[span.first : at]
        told = told and w.has(at + 1, "article")
        if told and any((verb := w.verb[k]) and "say" in verb.classes for k in range(at + 3, min(at + 7, span.last))):
            return at  # "called for talks *after a clerk said*"
        if word == "," and opens_other(w, at + 1) and not (listed and w.has(at + 1, "ing")):
            return at
    return span.last


def ends_at_once(w: Window, content: Span) -> bool:
    """Whether what is said is the quotation that begins it: "said, “We'll see,” *when asked*", "… *adding* that"."""
    at = content.first + 1
    if w.kind(content.first) is QUOTE and w.word(at) in ("as", "when", "while") and has_verb(w, at + 1, content.last):
        return True  # "chanted “Out” *as the mayor left*"
    if at >= content.last or w.kind(content.first) is not QUOTE or w.items[at - 1].text[-2:-1] not in tuple(",.!?"):
        return False
    return w.has(at, "subordinator", "circumstance", "ing", "coordinator") and QUOTE not in (
        w.kind(k) for k in range(at, content.last)
    )


def has_verb(w: Window, first: int, last: int) -> bool:
    """Whether a stretch of words has a finite verb."""
    return any(w.has(at, "auxiliary") or w.is_finite(at, surely=True) for at in range(first, last))


def is_without_verb(w: Window, end: int) -> bool:
    """Whether the words of a clause before an item are only its subject: "told her that *the call* that"."""
    first = next((k for k in range(end - 1, -1, -1) if not w.is_word(k) or w.word(k) == "that"), -1)
    if (first >= 0 and w.word(first) != "that") or w.has(first + 1, "preposition"):
        return False
    verbs = (k for k in range(first + 1, end) if w.has(k, "auxiliary", "ing") or w.is_finite(k, surely=True))
    return all(w.has(k - 1, "determiner") for k in verbs)  # "a *failed* bid"


def _is_counted(w: Window, at: int) -> bool:
    """Whether what may be a verb is a noun behind its number: "wrote forty *plays*", not "2020 *brings*"."""
    number = w.word(at - 1)
    return w.word(at).endswith("s") and number.isalpha() and number != "one" and w.has(at - 1, "number")


def has_clause(w: Window, k: int, end: int) -> bool:
    """Whether a clause without "that" begins: a subject with a finite verb of its own ("a man who fled *was* dead"); a
    noun phrase of which only a relative clause has one ("an amendment that *was* vetoed") is a topic."""
    opens = w.has(k, "auxiliary") or is_present(w.word(k))  # "who they claim *was* armed"
    if opens and w.any(max(0, k - _REACH), k - 1, "relative") or ("'" in w.word(k) and w.is_finite(k)):
        return True
    inner = seen = False  # in a relative clause, before its verb; behind the beginning of one
    at = k
    while (at := at + 1) < end:
        if w.kind(at) is QUOTE:
            return True
        verb = w.verb[at] if w.word(at - 1) == "," else None
        if verb is not None and "say" in verb.classes:
            return False  # "a clerk, who feared reprisals, *said* it leaks"
        if w.word(at) == "," and opens_other(w, at + 1):
            closing = (j for j in range(at + 2, end - 1) if w.word(j) == "," and not w.has(j + 1, "coordinator", "ing"))
            at = next(closing, end) if w.has(at + 1, "relative") else end
        elif w.has(at, "relative", "interrogative") or _opens_contact(w, at):
            inner = seen = True
        elif w.has(at, "subordinator") or w.word(at) in ("but", "yet"):
            return False
        elif w.word(at - 1) == "," and w.word(at) == "and" and "," not in w.words[k : at - 1] and not seen:
            return False  # "repeated his habit of tweeting, and both rivals joined"
        elif w.has(at, "coordinator"):
            if _is_verb(w, at + 1) and not seen and w.has(at + 1, "past", "ed"):
                return False  # "wrote the sentence on a card and kept it"
            inner = seen and _is_verb(w, at + 1)  # "a man who fled and *hid* was found"
        elif w.word(at + 1) == "of" and is_noun(w.word(at)):
            continue  # "the high cost of"
        elif w.has(at, "auxiliary") or (_is_verb(w, at) and not _is_passive(w, at) and not _is_counted(w, at)):
            if not inner:
                return True
            inner = w.has(at, "auxiliary") and (w.has(at + 1, "auxiliary") or w.is_finite(at + 1, surely=True))
    return False


def _is_verb(w: Window, at: int) -> bool:
    """Whether a word is a finite verb, also one in the present: "the deal *remains* open"."""
    if w.has(at - 1, "article", "possessive"):
        return False  # "the cost"
    return w.is_finite(at, surely=True) or (is_present(w.word(at)) and w.is_open(at - 1) and not w.capital(at))


def _is_passive(w: Window, at: int) -> bool:
    """Whether somebody did it to what is before: "a deal *signed by* both"; not "prices *fell by* a tenth"."""
    return w.word(at + 1) == "by" and w.word(at) not in only_pasts()


def _opens_contact(w: Window, at: int) -> bool:
    """Whether a clause begins without a word that opens it: "the deal *they* made", "over fear *their* boats sink"."""
    if w.has(at, "possessive") and w.is_open(at - 1) and w.has(at - 2, "preposition"):
        return True
    return w.has(at, "subject_pronoun") and w.is_open(at - 1) and not (w.has(at - 1, "time") or w.capital(at - 1))


def _is_past(w: Window, at: int) -> bool:
    """Whether a past verb begins a predicate: "and fined two tenants", not "and worried"."""
    at = w.after_adverbs(at)
    verb = w.verb[at] if at < w.size else None
    finite = w.has(at, "past") and w.word(at) not in _ALSO_BASE
    finite = finite or (w.has(at, "ed") and not w.capital(at)) or (verb is not None and "past" in verb.form)
    return finite and w.kind(at) is WORD and (w.kind(at + 1) in (WORD, QUOTE)) and not w.has(at, "adjective")


_ALSO_BASE = frozenset((
    "bet", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shut", "split", "spread",
))  # fmt: skip
"""Past forms that are base forms, too: "would sign it and *let* them know"."""


def _is_predicate(w: Window, at: int) -> bool:
    """Whether a predicate or a clause of its own begins: "but *did not name any*", "but *Hale did*"."""
    return w.has(at, "auxiliary") or _is_past(w, at) or w.has(at, "subject_pronoun") or _has_subject(w, at)


def _turns_to_other(w: Window, at: int) -> bool:
    """Whether a "while" opens what somebody else says: "demands a review *while others warned* of it"."""
    verb = next((k for k in range(at + 2, min(w.size, at + _REACH)) if w.has(k, "auxiliary") or w.is_finite(k)), at)
    while w.has(verb, "auxiliary"):
        verb += 1
    return verb > at and w.verb[verb if verb < w.size else at] is not None


def _is_circumstance(w: Window, at: int) -> bool:
    """Whether words begin that say when or where something was said: "*during* a visit", "*on Monday*", "*in an
    interview*"."""
    if w.has(at, "circumstance"):
        return True
    if not w.has(at, "preposition"):
        return False
    noun = next((k for k in range(at + 1, at + 5) if not w.has(k, "determiner", "adjective")), at + 1)
    return w.has(noun, "time", "before_time", "occasion") or w.word(noun) in speaker_words("document")


def opens_other(w: Window, at: int) -> bool:
    """Whether a clause or a remark begins behind a comma that is not part of a phrase."""
    if w.word(at) in ("who", "which", "whose", "where") or (w.has(at, "ing") and not w.capital(at)):
        return True
    if not (w.word(at) in ("and", "yet", "so", "then") or w.has(at, "contrast")):
        return False
    return _is_past(w, at + 1) or w.has(at + 1, "subject_pronoun") or _has_subject(w, at + 1)


def _has_subject(w: Window, at: int) -> bool:
    """Whether a noun phrase with a finite verb begins: "the union stepped in", not "a need to cut costs"."""
    for k in range(at, min(w.size, at + _REACH)):
        if w.is_break(k) or w.has(k, "subordinator") or w.word(k) == "to":
            return False
        if k > at and (w.has(k, "auxiliary") or w.is_finite(k, surely=True)):
            return True
    return False


def relative_end(w: Window, first: int, end: int, seen: bool = False) -> int:
    """Where a clause inside another ends: before the second finite verb that nothing joins to the first, which may be
    ``seen`` already."""
    for at in range(first, min(end, first + _LIMIT)):
        finite = w.has(at, "auxiliary") and not w.has(at, "ing") or _is_verb(w, at)
        if not finite or w.has(at - 1, "article", "possessive"):
            continue  # "an armed robbery"
        group = at > first and (w.has(at - 1, "auxiliary", "negative") or w.is_adverb(at - 1))
        joined = w.has(at - 1, "coordinator", "relative", "subject_pronoun")
        demanded = at > first + 1 and is_base(w.word(at - 1)) and not is_noun(w.word(at - 1))
        seen = seen or demanded  # "his demand that Holm *resign* was rejected"
        if seen and not group and not joined:
            return at - (w.word(at - 1) == ",")
        seen = True
    return end


def subordinate_end(w: Window, content: Span) -> Span:
    """What is said in a clause with "while" or "although" ends where the main clause begins: "While she says she
    will not, she applauds", "When he said it leaked – it does not – she left"."""
    if w.kind(content.first) is QUOTE and w.items[content.first].text[-2:-1] in tuple(",!?"):
        return Span(content.first, content.first + 1)  # "When a man shouted, “Go,” the crews left"
    dashes, whole = 0, False  # whether a whole clause stands before the first dash
    for k in range(content.first + 1, content.last - 1):
        if w.is_dash(k):
            whole = whole if dashes else has_verb(w, content.first, k)
            dashes += 1
            if dashes > 1 and whole and _opens_main(w, k + 1):
                return Span(content.first, k)
        if w.word(k) == "," and _opens_main(w, k + 1) and not _is_opened(w, content.first, k):
            return Span(content.first, k)
    return content


def _opens_main(w: Window, at: int) -> bool:
    """Whether the main clause can begin at an item: with a noun only where its verb follows ("*shots rang* out")."""
    named = w.has(at, "subject_pronoun", "determiner") or w.capital(at) or w.word(at)[:1].isdigit()
    return named or (is_noun(w.word(at)) and w.is_finite(at + 1, surely=True))


def _is_opened(w: Window, first: int, comma: int) -> bool:
    """Whether a comma stands behind what opens a further clause: "and that *so far,* hackers have had little"."""
    that = next((j for j in range(comma - 1, first, -1) if w.word(j) == "that"), None)
    return that is not None and not has_verb(w, that + 1, comma)


def set_off_end(w: Window, content: Span, set_off: bool) -> Span:
    """What is said in a relative clause ends with it: at the dash that closes it, or before the main verb."""
    comma = False
    for k in range(content.first + 1, content.last - 1):
        if set_off and w.is_dash(k):
            return Span(content.first, k)
        if w.word(k) != ",":
            continue
        main = w.has(k + 1, "auxiliary") or w.is_finite(k + 1)
        # Not "who said that the port, now shut, would open"; but "Hale, who first reported the leak, said".
        if main and (has_verb(w, content.first, k) or (set_off and not comma)):
            return Span(content.first, k)
        comma = True
    return content


def remark_start(w: Window, content: Span) -> int:
    """Where the writer's remark on what is said begins, else where the content ends: "“…,” *which is not quite to
    say*", "said it was safe*, a claim that experts reject*"."""
    first, last = content
    for at in [at for at, word in enumerate(w.words[first : max(first, last - 2)], first) if word in _BEFORE_REMARK]:
        dash = w.is_dash(at) and not any(w.is_dash(k) for k in range(at + 1, last))  # no parenthesis
        if not (dash or w.ends_in_comma(at)):
            continue
        quoted = w.kind(at) is QUOTE and w.word(at + 1) == "which"
        if dash and (w.word(at + 1) in _CONCEDING or _is_what(w, first, at)):
            return at
        noun = at + 2 + (w.is_adjective(at + 2) and not w.has(at + 2, "remark"))
        remark = w.word(at + 1) == "something" or (w.word(at + 1) in ("a", "an") and w.has(noun, "remark"))
        remark = remark and (dash or w.word(at) == ",")
        if quoted or remark or (not dash and _turns_away(w, at, last)):
            return at + 1 if w.kind(at) is QUOTE else at
    return last


_BEFORE_REMARK = DASHES | {",", ""}
"""The marks behind which a remark may begin, and a quotation, which may end in one."""
_CONCEDING = ("though", "although", "even", "except")
"""Words behind a dash that open the writer's own words: "said it was safe *– though it was never tested*"."""


def _is_what(w: Window, first: int, dash: int) -> bool:
    """Whether the writer says behind the only dash what that is: "promised to drill *– not quite what Holm wanted*"."""
    k = dash + 1
    while w.has(k, "adverb", "negative") and k < dash + 5:
        k += 1
    return w.word(k) == "what" and k > dash + 1 and not any(w.is_dash(j) for j in range(first, dash))


def _turns_away(w: Window, comma: int, last: int) -> bool:
    """Whether a comma opens the writer's clause on what is said, up to its end: "…, as a leaked memo suggested",
    "…, as she again said", "…, even as water poured in"; not "…, as it did last year"."""
    opens = comma + 1 + (w.word(comma + 1) == "even")
    if w.word(opens) != "as":
        return False
    if opens > comma + 1 or (w.has(opens + 1, "auxiliary") and not w.has(opens + 1, "modal")):
        return True  # "…, as did Holm"
    if w.has(opens + 1, "subject_pronoun"):
        said = w.verb[min(w.size - 1, w.after_adverbs(opens + 2))]
        return said is not None and "clause" in said.classes
    if w.has(opens + 1, "adverb", "modal", "after_as") or any(w.is_break(k) for k in range(opens + 2, last)):
        return False
    return any(w.is_finite(k, surely=True) or w.has(k, "auxiliary") for k in range(opens + 2, last))
