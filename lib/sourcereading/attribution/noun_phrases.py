"""Noun phrases around a reporting verb: the source and the person addressed.

The words of a phrase are read from the verb outwards; what cannot be part of a phrase ends it.
"""

from __future__ import annotations

from unicodedata import category

from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Span, Window, heads
from sourcereading.text.names import speaker_words
from sourcereading.text.parts_of_speech import is_adverb, is_noun, is_past, is_present
from sourcereading.text.sentence_words import NONE, grammar

_SUBJECT_LIMIT = 30
"""Items looked at to the left of a verb for its subject; longer subjects are cut there."""
_ADDRESSED_LIMIT = 14
"""Items of the phrase that names the person addressed."""

OBJECTS = ("me", "him", "her", "them", "us", "you", "it")
"""Pronouns that can name the person addressed."""
_BRACKETS = {")": "(", "]": "["}
_RELATIVES = ("who", "which", "that")


def noun_phrase(w: Window, end: int, appositions: bool = True) -> Span | None:
    """The noun phrase that ends at an item, or None where no phrase can be a speaker there."""
    if end < 0 or w.kind(end) is QUOTE:
        return None
    if appositions and (w.word(end) == "," or w.is_dash(end)):
        return appositive(w, end)
    while w.kind(end) is MARK and category(w.word(end)[:1] or ".") == "So":
        end -= 1  # 🚒
    if w.word(end) in _BRACKETS:
        opened, opening = end, _BRACKETS[w.word(end)]
        while opened > max(-1, end - _SUBJECT_LIMIT) and w.word(opened) != opening:
            opened -= 1
        return noun_phrase(w, opened - 1, appositions) if w.word(opened) == opening else None
    at = last_before_time(w, end)
    last = at + 1
    limit = max(-1, at - _SUBJECT_LIMIT)
    while at > limit and _joins(w, at, last):
        at -= 1
        if w.has(at + 1, "subject_pronoun"):
            break
    pronoun = w.has(at + 1, "subject_pronoun") and w.word(at + 1) != "who"
    if pronoun and last - at > 2 and not _is_with_pronoun(w, at + 2):
        if w.is_open(at) and not w.is_adjective(at, sure=True) and w.verb[at] is None:
            return noun_phrase(w, at, appositions=False)  # "a brochure she got about her car"
        return _trimmed(w, Span(at + 3, last)) if is_present(w.word(at + 2)) else None  # "I think most people"
    relative = _relative(w, at if w.word(at + 1) not in _RELATIVES else at + 1)
    if relative is not None and last - relative > 1:
        return noun_phrase(w, relative - 1, appositions=False)
    if w.word(at + 1) == "who" and last - at > 2:
        # "the clerk, who *Hale* said had left", "the men, who *police* say are armed"; not "Hale, who in 2012 added"
        named = w.capital(at + 2) or w.has(at + 2, "determiner") or w.word(at + 2) in heads()
        return _trimmed(w, Span(at + 2, last)) if named else None
    return _listed(w, _trimmed(w, Span(at + 1, last)))


def _listed(w: Window, phrase: Span | None) -> Span | None:
    """A phrase of two people with those before it in a list: "*Mia Holm*, Jon Abel and Ana Ruiz said"."""
    if phrase is None or w.word(phrase.first - 1) != "," or not w.any(*phrase, "coordinator"):
        return phrase
    first = phrase.first
    while w.word(first - 1) == "," and w.capital(first):
        at = first - 1
        while w.capital(at - 1) and not w.has(at - 1, "preposition", "coordinator", "adverb", "time"):
            at -= 1
        if first - 1 - at < 2:
            break
        first = at
    opens = first == 0 or w.is_break(first - 1) or w.kind(first - 1) is QUOTE
    return Span(first, phrase.last) if opens else phrase


def _is_with_pronoun(w: Window, at: int) -> bool:
    """Whether a word goes with the pronoun before it: "he himself", "they both", "she and her aunt"."""
    return w.has(at, "reflexive_pronoun", "coordinator", "number") or w.word(at) in ("all", "both", "each", "two")


def last_before_time(w: Window, end: int) -> int:
    """The last item of a phrase without adverbs and times behind it: "Hale later", "officials Monday", "the mayor
    late on Monday", "the bank last week", "police on 5 March", "Hale herself"."""
    at = end
    timed = False  # whether a time has been passed
    while at >= 0 and w.kind(at) is WORD:
        is_time = w.has(at, "time")
        dated = w.word(at)[:1].isdigit() and (timed or w.has(at - 1, "time"))
        leads_up = timed and (w.has(at, "before_time") or w.word(at) in ("on", "in", "by", "since"))
        herself = w.has(at, "reflexive_pronoun") and not w.has(at - 1, "subject_pronoun")
        if not (is_time or dated or w.is_adverb(at) or leads_up or herself):
            break
        timed = timed or is_time or dated
        at -= 1
    return at


def _relative(w: Window, at: int) -> int | None:
    """The relative pronoun of the clause that a phrase ends: "supporters *who* have heard from the campaign"."""
    for k in range(at, max(0, at - _ADDRESSED_LIMIT), -1):
        if w.is_break(k) or w.kind(k) is QUOTE or w.has(k, "coordinator"):
            return None
        if w.word(k) in _RELATIVES:
            verb_follows = w.has(k + 1, "auxiliary", "past") or w.is_finite(k + 1) or w.word(k) == "who"
            return k if verb_follows and w.kind(k - 1) is WORD and w.verb[k - 1] is None else None
    return None


def _joins(w: Window, at: int, last: int) -> bool:
    """Whether an item can be part of a noun phrase whose right end is known."""
    item = w.items[at]
    if item.kind is QUOTE:
        return False
    if item.kind is MARK:
        return item.lower in ("'", "’", "&", "/", ".", "$", "%", "#", "@")
    if w.has(at, "auxiliary") or w.has(at, "negative"):
        return False
    if w.has(at, "subordinator") and item.lower not in ("as", "once", "than"):
        return False
    if item.lower in ("and", "or"):
        if w.has(at + 1, "determiner") and w.is_adjective(at - 1, sure=True):
            return False  # "was fine and the army said"
        return (
            at + 1 < last
            and (
                (w.capital(at - 1) and w.capital(at + 1))
                or _opens_with_role(w, at - 1)
                or w.has(at + 1, "determiner")
                or not (w.capital(at - 1) or w.capital(at + 1))
            )
            and not w.has(at + 1, "subject_pronoun")
        )
    if w.has(at, "coordinator"):
        return False
    if w.has(at, "preposition") and item.lower != "of":
        if w.has(at, "clause_break") and (is_present(w.word(at - 1)) or is_past(w.word(at - 1))):
            return False  # "this comes after police said"
        return _is_head(w, at - 1) or not w.capital(last - 1)
    verb = w.verb[at]
    return verb is None or item.text[0].isupper() or w.is_noun(at, verb)


def _opens_with_role(w: Window, at: int) -> bool:
    """Whether a role alone begins a clause: "*The mayor* and Ana Ruiz said"."""
    first = at - 1
    return w.has(first, "determiner") and w.word(at) in heads() and (first == 0 or w.kind(first - 1) is QUOTE)


def _is_quantity(w: Window, at: int) -> bool:
    """Whether an item is a number: "nearly half of callers", "about four out of ten"."""
    return w.word(at)[:1].isdigit() or w.has(at, "number")


def _is_head(w: Window, at: int) -> bool:
    """Whether a word can be the head of a phrase that goes on with a preposition and a name: "a spokesman for
    Hale", "Ruiz of Halden", but not "it was steep for Hale"."""
    word = w.word(at)
    if w.has(at, "time", "coordinator") or is_adverb(word):
        return False
    return (
        w.capital(at)
        or word in heads()
        or word.endswith(("er", "ers", "or", "ors", "ist", "ists", "man", "men"))
    )


def can_speak(w: Window, phrase: Span) -> bool:
    """Whether a noun phrase names a person or thing that speaks: a pronoun, a name, a role, a document."""
    if phrase.last - phrase.first == 1 and (
        w.has(phrase.first, "subject_pronoun") or w.has(phrase.first, "determiner")
    ):
        return True
    return any(_is_head(w, k) for k in range(phrase.first, phrase.last))


def _trimmed(w: Window, span: Span) -> Span | None:
    """A noun phrase without what opens its clause: conjunctions, adverbs, "In Halden"."""
    first, last = span
    first = _behind_time(w, first, last)
    while first < last and _opens_clause(w, first, last):
        first += 1
    if last - first > 1 and w.has(first, "preposition") and _is_quantity(w, first + 1):
        first += 1  # "about four out of ten voters"
    elif first < last and w.has(first, "preposition"):
        first = _behind_adjunct(w, first, last)
    if first >= last or (last - first == 1 and _never_source(w, first)):
        return None
    return Span(first, last) if _is_plausible(w, first, last) else None


def _behind_time(w: Window, first: int, last: int) -> int:
    """Where a subject begins behind a time without a comma: "Late on Friday *Ruiz*", "On 5 March *the board*"."""
    at, timed = first, False
    while at < last - 1:
        dated = w.word(at)[:1].isdigit() and (timed or w.has(at + 1, "time"))
        if w.has(at, "time") or dated:
            timed = True
        elif not (
            w.has(at, "before_time")
            or (w.word(at) == "early" and w.has(at + 1, "preposition"))
            or (w.has(at, "preposition") and (w.has(at + 1, "time", "before_time") or w.word(at + 1)[:1].isdigit()))
        ):
            break
        at += 1
    named = at == first + 1 and w.capital(first) and w.capital(at)  # "Sunday Times"
    named = named and w.word(first) != "yesterday" and not w.has(first, "adverb")
    return at if timed and (w.has(first - 1, "preposition") or not named) else first


def _is_plausible(w: Window, first: int, last: int) -> bool:
    """Whether words can be a noun phrase: they hold no clause of their own ("Orme reached out"), do not begin with a
    verb ("help the inquiry", "opened by the mayor"), and do not end in an adjective or an article ("these new")."""
    behind = (k for k in range(first + 1, last) if w.has(k, "preposition") or w.word(k) in _RELATIVES)
    end = next(behind, last)
    if any(w.has(k, "negative") for k in range(first, end)):
        return False
    if w.has(last - 1, "article", "possessive", "coordinator") or w.word(last - 1) in ("to", "of"):
        return False
    if any(_is_verb(w, k) for k in range(first, last)) and not w.any(first + 1, last, "relative", "subject_pronoun"):
        return False
    end_word = w.word(last - 1)
    if w.has(last - 1, "genitive") and grammar().get(end_word[:-2], NONE) & {"time"}:
        return False  # "today's"
    if end_word[:1].isdigit() and "-" in end_word and end_word[-1].isalpha() and not end_word.endswith("old"):
        return False  # "benchmark 10-year notes"
    alone = last - first == 1 and not w.capital(first) and w.word(first) not in heads()
    if alone and not w.has(first, "determiner", "number") and (w.has(first, "ing") or is_adverb(w.word(first))):
        return False
    if last - first == 2 and w.has(first, "demonstrative") and w.has(last - 1, "adjective"):
        return False
    verb = w.verb[last] if last < w.size else None
    surely = verb is not None and not is_noun(w.word(last))  # "the Republican incumbent said"
    surely = surely or w.word(last - 1) in speaker_words("title")  # "said the cardinal"
    if last - first > 1 and w.is_adjective(last - 1, sure=True) and not surely:
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
    while named and at < end and w.is_adverb(at):
        at += 1
    return not (named and at < end and w.has(at, "ed", "past"))


def _is_verb(w: Window, at: int) -> bool:
    """Whether a word in small letters can only be the finite verb of a clause: "seek", "chose", "prohibits"."""
    word = w.word(at)
    if w.capital(at) or not w.is_open(at) or "-" in word or w.has(at, "determiner") or word in heads():
        return False
    return is_present(word) or (w.has(at, "past") and is_past(word))


def _opens_clause(w: Window, first: int, last: int) -> bool:
    """Whether the first item of a phrase opens its clause: "and", "later", "Monday", a mark."""
    if w.is_adverb(first):
        return not w.has(first, "determiner") and not _is_quantity(w, first + 1)
    if w.has(first, "time"):
        return not w.capital(first + 1) and first + 1 < last
    return w.has(first, "coordinator") or w.kind(first) is MARK


def _behind_adjunct(w: Window, first: int, last: int) -> int:
    """Where the subject begins behind an adjunct without a comma, at a determiner or a pronoun: "In a statement the
    ministry"; the end of the phrase where it has none."""
    for k in range(first + 2, last):
        if w.has(k, "determiner") and not w.has(k - 1, "preposition"):
            return k
    for k in range(first + 1, last):
        if w.has(k, "subject_pronoun"):
            return k
    # "As the mayor said", but not "as a child".
    the = w.has(first + 1, "determiner") and w.word(first + 1) not in ("a", "an")
    return first + 1 if w.word(first) == "as" and the else last


def _never_source(w: Window, at: int) -> bool:
    """Whether a word alone never names a source."""
    closed = any(w.has(at, name) for name in ("preposition", "time", "subordinator"))
    return closed or w.word(at) in ("there", "it's", "this")


def appositive(w: Window, comma: int) -> Span | None:
    """The noun phrase before an apposition that a comma or dash closes: "Ana Ruiz, the mayor, said"."""
    close = comma
    for _ in range(5):
        opened = close - 1
        limit = max(-1, close - _SUBJECT_LIMIT)
        while (
            opened > limit
            and not (w.word(opened) == "," or w.is_dash(opened))
            and not (w.kind(opened) is QUOTE and _is_long(w, opened))
        ):
            if w.word(opened) in (";", ":"):
                return None
            opened -= 1
        if opened <= 0 or w.kind(opened) is QUOTE or opened == close - 1:
            return None
        after = opened + 1
        pronoun = w.has(after, "subject_pronoun") and w.word(after) != "who" and not w.capital(after)
        subordinator = w.has(after, "subordinator") and w.word(after) not in ("whose", "which")
        # "Hale, when asked, said", "Hale, as part of a row of posts, said"
        subordinator = subordinator and any(
            w.has(k, "auxiliary") or w.is_finite(k, surely=True) or (w.has(k, "subject_pronoun") and k + 1 < close)
            for k in range(after + 1, close)
            if w.verb[k] is None or k > after + 1
        )
        if pronoun or subordinator or w.has(after, "coordinator"):
            return None
        phrase = noun_phrase(w, opened - 1, appositions=False)
        if phrase is not None and not _is_origin(w, phrase) and not _inside_apposition(w, phrase):
            return phrase
        close = opened
    return None


def _is_origin(w: Window, phrase: Span) -> bool:
    """Whether a phrase is where somebody is from: "Hale, 18, from *Halden*, *Norland*", "the firm, based in
    *Halden*"."""
    at = phrase.first - 1
    if not w.capital(phrase.first):
        return False
    if w.word(at) == ",":
        at -= 1
        while w.capital(at):
            at -= 1
    return w.has(at, "preposition") and (w.word(at - 1) == "," or (w.has(at - 1, "ed") and w.word(at - 2) == ","))


def _is_long(w: Window, quotation: int) -> bool:
    """Whether a quotation is more than a title ("the author of “Going Far”")."""
    return len(w.items[quotation].text.split()) > 8


def _inside_apposition(w: Window, phrase: Span) -> bool:
    """Whether a phrase is itself one of a row of appositions ("Hale, 45, a baker, said", "Hale, known as Bo, said",
    "Ana Ruiz, head of Halden Water, a utility, said")."""
    if w.word(phrase.first - 1) != ",":
        return False
    number = w.items[phrase.first].text[0].isdigit()
    if number or (w.word(phrase.first).endswith("ed") and not w.capital(phrase.first)):
        return True
    if w.capital(phrase.first):
        return phrase.last - phrase.first == 1 and _is_credential(w.items[phrase.first].text)
    before = noun_phrase(w, phrase.first - 2, appositions=False)
    # With an article the phrase may be the subject itself: "On the way to Halden, the mayor, a baker, said".
    opens = before is not None and (before.first == 0 or w.has(before.first - 1, "coordinator"))
    return (
        before is not None
        and (opens or not w.has(phrase.first, "determiner"))
        and all(w.capital(k) for k in range(*before))
    )


def _is_credential(text: str) -> bool:
    """Whether a word says what somebody holds or stands for: "MD", "PhD", "R-Halden"."""
    return text[1:2] == "-" and text[2:3].isupper() or text == "PhD" or (len(text) < 5 and text.isupper())


def inverted_subject(w: Window, k: int) -> Span | None:
    """The subject after an inverted verb: "said Ana Ruiz, the mayor"."""
    first = last = k
    while last < w.size and w.kind(last) is WORD:
        if (
            (w.has(last, "subject_pronoun") and last > first)
            or w.has(last, "subordinator")
            or w.has(last, "auxiliary")
            or (w.is_adverb(last) and last > first)
        ):
            break
        if w.has(last, "time") and last > first:
            break
        if w.has(last, "preposition") and w.word(last) not in ("of", "for"):
            break
        last += 1
    if last == first or w.has(first, "preposition") or w.is_adverb(first) or w.has(first, "time"):
        return None
    if w.word(first) == "there" or _is_time_phrase(w, first) or not _is_plausible(w, first, last):
        return None
    return Span(first, last)


def _is_time_phrase(w: Window, k: int) -> bool:
    """Whether a time without a preposition begins at an item: "last week", "this month", "two years ago"."""
    if w.has(k, "before_time") and (w.has(k + 1, "time") or w.has(k + 1, "preposition")):
        return True
    return any(w.word(j) == "ago" for j in range(k + 1, k + 4))


def first_subject(w: Window, end: int) -> Span | None:
    """The subject of the clause before a participle: "Hale spoke for an hour, saying …"."""
    at = 0
    while at < end and (w.has(at, "coordinator") or w.is_adverb(at) or w.word(at) == ","):
        at += 1
    opens = (
        w.has(at, "preposition")
        or w.has(at, "subordinator")
        or (w.word(at).endswith("ing") and not w.capital(at + 1))
    )
    if opens:  # "Walking home, Hale said": the subject comes after the comma
        comma = next((k for k in range(at, min(end, at + 25)) if w.word(k) == ","), None)
        if comma is None:
            return None
        at = comma + 1
    verb = next((k for k in range(at + 1, end) if w.has(k, "auxiliary") or w.is_finite(k, surely=True)), None)
    if verb is None:
        verb = next((k for k in range(at + 1, end) if w.is_finite(k)), None)
    if verb is None:
        return None
    last = w.group_start(verb) - 1
    if w.word(last) in ("who", "which") and w.word(last - 1) == ",":
        return noun_phrase(w, last - 2, appositions=False)  # "Hale, who is 40, left, saying"
    return noun_phrase(w, last)


def addressed(w: Window, k: int) -> Span | None:
    """The noun phrase of the person addressed: a pronoun, or words up to the content or a mark."""
    first = k
    while w.is_adverb(first):
        first += 1
    if w.word(first) in OBJECTS and not (w.word(first) == "her" and _is_noun_after(w, first + 1)):
        return Span(first, first + 1)
    last = first
    limit = min(w.size, first + _ADDRESSED_LIMIT)
    while last < limit and (w.kind(last) is WORD or w.word(last) in ("'", "’")) and not _ends_addressed(w, first, last):
        last += 1
    return Span(first, last) if last > first else None


def _is_noun_after(w: Window, at: int) -> bool:
    """Whether "her" before an item is a possessive: a word follows that can only be a noun or adjective."""
    return w.is_open(at) and not w.is_adverb(at)


def _ends_addressed(w: Window, first: int, at: int) -> bool:
    """Whether an item ends the phrase that names the person addressed."""
    word = w.word(at)
    if any(w.has(at, name) for name in ("subordinator", "subject_pronoun", "auxiliary", "negative")):
        return True
    if word == "there" or (w.has(at, "preposition") and (word != "of" or at == first)):
        return True
    if at == first:
        return w.has(at, "coordinator")
    if w.has(at, "coordinator"):
        return w.kind(at + 1) is not WORD
    if w.has(at, "time"):
        return True
    if w.has(at, "determiner") and not w.has(at - 1, "determiner") and w.word(at - 1) not in ("of", "and"):
        # "told “Face the Nation”" without its marks
        named = word == "the" and w.capital(at - 1) and w.capital(at + 1)
        return not named or any(w.has(k, "auxiliary") or w.is_finite(k) for k in range(at + 2, at + 4))
    # "told reporters Hale was ready": a name after a plural begins what is said.
    plural = w.word(at - 1).endswith("s") and not w.capital(at - 1) and not w.has(at - 1, "determiner")
    return w.capital(at) and plural
