"""Whether some words before or after a verb can be one noun phrase."""

from __future__ import annotations

from sourcereading.attribution.clause_words import WORD, Window, heads
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_adverb, is_base, is_noun, is_past, is_plural, is_present
from sourcereading.text.sentence_words import NONE, grammar

_RELATIVES = ("who", "which", "that")
_OWN_TEXT = ("article", "story", "report", "post", "headline")
_CLAUSE = ("coordinator", "subordinator", "auxiliary")
"""Classes of words before which a clause, or its subject, ends."""
_REACH = 30
"""Items before a preposition that are looked at."""


def is_plausible(w: Window, first: int, last: int) -> bool:
    """Whether words can be a noun phrase: they hold no clause of their own ("Orme reached out"), do not begin with a
    verb ("help the inquiry", "opened by the mayor"), and do not end in an adjective or an article ("these new")."""
    behind = (k for k in range(first + 1, last) if w.has(k, "preposition") or w.word(k) in _RELATIVES)
    end = next(behind, last)
    if any(w.has(k, "negative") for k in range(first, end)) or not _can_end(w, first, last):
        return False
    relative = w.any(first + 1, last, "relative", "subject_pronoun")
    if not relative and (w.any(first, end, "auxiliary") or any(_is_verb(w, k, first) for k in range(first, last))):
        return False
    alone = last - first == 1 and not w.capital(first) and w.word(first) not in heads()
    if alone and not w.has(first, "determiner", "number") and (w.has(first, "ing") or is_adverb(w.word(first))):
        return False
    if not w.capital(first) and first + 1 < last and w.word(first) not in heads():
        if w.has(first, "ed", "past") and w.has(first + 1, "preposition"):
            return False
        if w.has(first + 1, "article") and w.is_open(first):
            return False
    at = first
    while at < end and w.capital(at):
        at += 1
    named = first < at < end and w.word(at - 1) not in heads() and not w.has(first, "article")
    named = named and not (at - first == 1 and is_plural(w.word(first)))  # "Mothers interviewed in Velia"
    while named and at < end and w.is_adverb(at):
        at += 1
    return not (named and at < end and w.has(at, "ed", "past"))


def _can_end(w: Window, first: int, last: int) -> bool:
    """Whether a noun phrase can end so: not in an adjective, an article or a time."""
    word = w.word(last - 1)
    if w.words[last - 3 : last - 1] == ["of", "this"] and word in _OWN_TEXT:
        return False  # "an earlier version of this article"
    if w.has(last - 1, "article", "possessive", "coordinator") or word in ("to", "of"):
        return False
    if w.has(last - 1, "genitive") and grammar().get(word[:-2], NONE) & {"time"}:
        return False  # "today's"
    unit = w.items[last - 1].text.rpartition("-")[2]
    if word[:1].isdigit() and "-" in word and unit.islower() and unit.isalpha() and unit != "old":
        return False  # "benchmark 10-year notes", not "7-Eleven"
    if last - first == 2 and w.has(first, "demonstrative") and w.has(last - 1, "adjective"):
        return False
    verb = w.verb[last] if last < w.size else None
    surely = verb is not None and not is_noun(w.word(last))  # "the Republican incumbent said"
    surely = surely or word in speaker_words("title")  # "said the cardinal"
    surely = surely or (w.has(first, "article") and word in speaker_words("anybody"))  # "said the other"
    return last - first < 2 or surely or not w.is_adjective(last - 1, sure=True)


def _is_verb(w: Window, at: int, first: int) -> bool:
    """Whether a word in small letters can only be the finite verb of a clause: "seek", "chose", "prohibits"."""
    word = w.word(at)
    if w.capital(at) or not w.is_open(at) or "-" in word or w.has(at, "determiner") or word in heads():
        return False
    noun = w.has(at - 1, "article") and at == first + 1  # "the suspect"
    if (is_present(word) and not noun) or (w.has(at, "past") and is_past(word)):
        return True
    if at == first:
        gerund = w.has(at, "ing") and not is_noun(word) and w.has(at + 1, "number", "determiner")
        titled = w.word(at + 1) in heads() and w.capital(at + 2)  # "*lead* author Ana Ruiz"
        return gerund or (is_base(word) and not titled and (w.is_open(at + 1) or w.word(at + 1) == "to"))
    # "five towns spend more", "the mayor died ten years ago", not "a report published by the board"
    before = at - 1
    while before > first and w.is_adverb(before):
        before -= 1
    if w.has(before, "article", "possessive"):
        return False  # "its lead author"
    past = w.has(at, "ed") or is_past(word)
    if w.has(before, "coordinator") and before > first:  # "his glasses and invoked the story"
        return (past and w.has(at + 1, "determiner")) or (w.has(at, "ing") and before < at - 1)
    if w.word(at + 1) == "to" and is_base(w.word(at + 2)) and not word.endswith("s"):
        return w.word(before).endswith("s") and is_noun(w.word(before))  # "firms need to grow"
    if not (w.capital(before) or is_noun(w.word(before))):
        return False
    if is_base(word) and not w.has(at, "adjective"):
        return w.capital(before) or w.word(before).endswith("s")
    with_object = w.has(at + 1, "determiner", "possessive") or w.is_adjective(at + 1, sure=True) or before < at - 1
    complement = not w.has(at + 1, "preposition", "adverb", "time", "before_time")
    return w.has(at, "ed") and complement and (is_past(word) or with_object)


def is_within_phrase(w: Window, at: int) -> bool:
    """Whether a preposition goes on with a phrase: "somewhere *near* the door", "Hale's attack *on* Holm"; not one that
    opens its clause: "*In* the end"."""
    if not w.has(at, "preposition") or w.has(at, "clause_break") or not (w.is_open(at - 1) or w.is_adverb(at - 1)):
        return False
    first = at
    while first > max(0, at - _REACH) and w.kind(first - 1) is WORD and not w.has(first - 1, *_CLAUSE):
        first -= 1
    thing = w.has(first, "determiner", "genitive") and not w.has(first, "time") and w.is_open(at - 1)
    verb = any(w.is_finite(k, surely=True) or w.has(k, "ing") for k in range(first, at))
    return w.word(at + 1) == "the" or (thing and not verb)


def is_name_behind_preposition(w: Window, at: int) -> bool:
    """Whether a name ends at an item that stands behind a preposition: "experts on *North Norland* and arms"."""
    named = w.capital(at)
    while w.capital(at):
        at -= 1
    return named and w.has(at, "preposition")
