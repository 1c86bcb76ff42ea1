"""What a noun phrase behind a reporting verb names: a reason ("cited *rising costs*"), people ("questioned *two men*"),
an amount ("reported *906 attacks*"), a text ("wrote *a letter*")."""

from __future__ import annotations

from sourcereading.attribution.addressees import OBJECTS
from sourcereading.attribution.clause_words import Window, heads
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import given_names, speaker_words
from sourcereading.text.phrases import is_people


def is_reason(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase is a reason or a cause: "cited *rising costs*", "blamed *the weather*"; not who or what is
    quoted ("cited *a report*", "cited *Ana Ruiz*"), nor a pronoun alone, of which nothing is told."""
    if not w.is_word(k) or w.has(k, "preposition", "coordinator", "reflexive_pronoun", "subordinator", "auxiliary"):
        return False
    pronoun = w.word(k) in OBJECTS and w.word(k) != "her" or w.has(k, "subject_pronoun", "nobody", "indefinite_pronoun")
    stops = (j for j in range(k + 1, end) if not w.is_word(j) or w.has(j, "preposition", "relative", "ing"))
    last = next(stops, end) - 1
    blamed = w.word(k - 1).startswith("blam")
    quoted = w.word(last) in heads() or is_people(singular(w.word(last))) or w.capital(last) or w.has(last, "time")
    return not pronoun and (blamed or not quoted)


def names_people(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase is only whom somebody meets: "questioned *the two captains*, left", "found *three men*"."""
    while w.has(k, "determiner", "number") or w.word(k)[:1].isdigit() or w.is_adjective(k):
        k += 1
    last = k + 1
    while w.capital(k) and w.capital(last):
        last += 1
    people = w.word(k) in given_names() if last > k + 1 else is_people(singular(w.word(k)))
    people = people and w.word(k) not in speaker_words("office")  # "questioned the health of the captain"
    return people and (last >= end or w.is_break(last) or w.has(last, "coordinator", "preposition", "time"))


def says_how_many(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase tells something by an amount: "906 attacks", "growth of 1.4%"; not only a topic, as "the
    two candidates", "results on July 22"."""
    topic, behind = ("determiner", "month", "time", "preposition"), ("a", "an", "of", "between")
    return any(
        w.word(j).lstrip("$£€")[:1].isdigit() and (not w.has(j - 1, *topic) or w.word(j - 1) in behind)
        for j in range(k, end)
    )


def is_text(w: Window, k: int, end: int) -> bool:
    """Whether a noun phrase names a text and is no subject: "a long *letter* to the board", not "the *letter* was"."""
    if not w.has(k, "determiner"):
        return False
    noun = next((j for j in range(k + 1, min(end, k + 6)) if w.word(j) in speaker_words("document")), None)
    if noun is None or any(w.has(j, "preposition", "auxiliary") for j in range(k, noun)):
        return False
    behind = w.after_adverbs(noun + 1)
    return behind >= end or not (w.is_open(behind) or w.has(behind, "auxiliary", "genitive") or w.verb[behind])
