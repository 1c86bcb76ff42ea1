"""Noun phrases around a reporting verb: the source. Their words are read from the verb outwards; what cannot be part of
a phrase ends it."""

from __future__ import annotations

from unicodedata import category

from sourcereading.attribution.clause_words import MARK, QUOTE, WORD, Span, Window, heads
from sourcereading.attribution.joins import SEASONS, is_doer, is_head, is_quantity, joins
from sourcereading.attribution.lists_of_names import is_credential, with_those_before
from sourcereading.attribution.plausible import is_plausible, is_within_phrase
from sourcereading.text.inflection import singular
from sourcereading.text.name_words import DOCUMENT, ORGANIZATION, given_names, speaker_words
from sourcereading.text.parts_of_speech import (
    is_adverb,
    is_noun,
    is_participle,
    is_past,
    is_plain,
    is_plural,
    is_present,
)

_SUBJECT_LIMIT = 30
"""Items looked at to the left of a verb for its subject; longer subjects are cut there."""
_RELATIVE_LIMIT = 14
"""Items looked at to the left for a relative pronoun."""

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
    if w.word(end) == "!" and w.capital(end - 1) and w.items[end].start == w.items[end - 1].end:
        end -= 1  # "Yahoo! said"
    if w.word(end) in _BRACKETS:
        opened, opening = end, _BRACKETS[w.word(end)]
        while opened > max(-1, end - _SUBJECT_LIMIT) and w.word(opened) != opening:
            opened -= 1
        return noun_phrase(w, opened - 1, appositions) if w.word(opened) == opening else None
    last = last_before_time(w, end) + 1
    return _phrase_in(w, _first_joined(w, last), last)


def _first_joined(w: Window, last: int) -> int:
    """The first of the items that can be one phrase with the one before ``last``."""
    first = last
    limit = max(0, last - _SUBJECT_LIMIT)
    while first > limit and joins(w, first - 1, last):
        first -= 1
        if w.has(first, "subject_pronoun"):
            break
        if w.items[first].text == "The" and w.is_open(first - 1) and not w.capital(first - 1):
            break
    return first


def _phrase_in(w: Window, first: int, last: int) -> Span | None:
    """The speaker's phrase in a row of items that join: all of it, or what is behind or before a clause in it."""
    pronoun = w.has(first, "subject_pronoun") and w.word(first) != "who"
    if pronoun and last - first > 1 and not _is_with_pronoun(w, first + 1):
        if w.is_open(first - 1) and not w.is_adjective(first - 1, sure=True) and w.verb[first - 1] is None:
            return noun_phrase(w, first - 1, appositions=False)  # "a brochure she got about her car"
        return _trimmed(w, Span(first + 2, last)) if is_present(w.word(first + 1)) else None  # "I think most people"
    for k in range(last - 2, first, -1):
        whose = w.has(k, "possessive") and w.is_open(k - 1) and is_noun(w.word(k - 1))
        if whose or (w.has(k, "article") and w.has(k - 1, "indefinite_pronoun")):
            return _trimmed(w, Span(k, last))  # "something *a caller* said", "a choice *its author* says"
    if (clause := _contact_clause(w, first, last)) > first:
        return noun_phrase(w, clause - 1, appositions=False)
    relative = _relative(w, first - (w.word(first) not in _RELATIVES), pronoun)
    if relative is not None and last - relative > 1:
        # "In an interview that was broadcast on Monday *the minister* said"
        opened = w.has(relative - 1, "occasion") or w.word(relative - 1) in speaker_words(DOCUMENT)
        within = range(last - 1, relative if opened and w.has(0, "preposition") else last, -1)
        behind = next((k for k in within if _opens_behind_time(w, k, last)), 0)
        return Span(behind, last) if behind else noun_phrase(w, relative - 1, appositions=False)
    if w.word(first) == "who" and last - first > 1:
        # "the clerk, who *Hale* said had left", "the men, who *police* say are armed"; not "Hale, who in 2012 added"
        named = w.capital(first + 1) or w.has(first + 1, "determiner") or w.word(first + 1) in heads()
        return _trimmed(w, Span(first + 1, last)) if named else None
    phrase = _trimmed(w, Span(first, last))
    if phrase is None or (phrase.first == first and is_within_phrase(w, first - 1)):
        return None  # "a voice from somewhere near *the door* said"
    return _named_before(w, phrase) or _before_places(w, phrase) or with_those_before(w, _list_of_nouns(w, phrase))


def _opens_behind_time(w: Window, at: int, last: int) -> bool:
    """Whether a subject opens behind a time, without a comma: "on Monday *the minister*", "on Monday *Ana Ruiz*"."""
    named = all(w.capital(k) and not w.has(k, "time") for k in range(at, last))
    return w.has(at - 1, "time") and (w.has(at, "determiner", "subject_pronoun") or named)


def _before_places(w: Window, phrase: Span) -> Span | None:
    """The phrase with what stands before a list of places or names that it ends: "*voters in Norland*, Velia and
    Halden", "*lawyers for Holm*, Ana Ruiz and Bo Orme"."""
    last_of_row = w.word(phrase.first - 1) == "and"
    at = phrase.first - 1 - last_of_row
    if w.word(at) != "," or not w.capital(phrase.first) or not (last_of_row or w.any(*phrase, "coordinator")):
        return None
    while w.capital(at) or (w.word(at) == "," and w.capital(at - 1)):
        at -= 1
    at -= w.word(at) == "the"
    of_several = w.word(at) in ("of", "for", "to") and is_plural(w.word(at - 1)) and singular(w.word(at - 1)) in heads()
    placed = w.word(at) in ("in", "from", "across", "near") or of_several
    head = noun_phrase(w, at - 1, appositions=False) if placed else None
    return Span(head.first, phrase.last) if head else None


def _named_before(w: Window, phrase: Span) -> Span | None:
    """The name that a role explains, where the comma behind the role is missing: "and *Ana Ruiz*, a former minister
    wrote that"."""
    if w.word(phrase.first) not in ("a", "an") or w.word(phrase.first - 1) != ",":
        return None
    first = last = phrase.first - 1
    while w.capital(first - 1):
        first -= 1
    begins = first == 0 or w.has(first - 1, "coordinator", "subordinator") or w.kind(first - 1) is not WORD
    named = last - first > 1 and w.word(first) in given_names()
    return Span(first, last) if named and begins and w.word(phrase.last + 1) != "," else None


def _contact_clause(w: Window, first: int, last: int) -> int:
    """Where a clause without a pronoun begins in a phrase: "a speech *Holm gave* in May"; 0 where none does."""
    for verb in range(first + 2, last):
        if w.has(verb, "past", "ed") and w.capital(verb - 1) and (is_past(w.word(verb)) or w.verb[verb] is not None):
            name = verb - 1
            while name > first and w.capital(name - 1):
                name -= 1
            if is_noun(w.word(name - 1)) and w.word(name - 1) not in speaker_words("title"):
                return name
    return 0


def _list_of_nouns(w: Window, phrase: Span) -> Span:
    """A phrase that ends a list in a name, from the beginning of the name: "the Ministry of Farming, *Ferries and
    Food*", "the Minister for Roads, *Bridges and Tolls*"."""
    if not w.any(*phrase, "coordinator"):
        return phrase
    at = phrase.first
    while w.word(at - 1) == "," and w.capital(at) and is_plain(w.word(at)):
        at -= 2
        while w.capital(at) and w.capital(at - 1):
            at -= 1
        if w.has(at - 1, "article") and is_plain(w.word(at)) and w.word(phrase.last - 1) in speaker_words(ORGANIZATION):
            return Span(at - 1, phrase.last)
        head = w.word(at - 2)
        if w.word(at - 1) in ("of", "for") and (head in speaker_words("title") or head in speaker_words(ORGANIZATION)):
            office = noun_phrase(w, at - 2, appositions=False)
            return Span(office.first, phrase.last) if office else phrase
    return phrase


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
        dated = w.word(at)[:1].isdigit() and "-" not in w.word(at) and (timed or w.has(at - 1, "time"))
        leads_up = timed and (w.has(at, "before_time") or w.word(at) in ("on", "in", "by", "since"))
        herself = w.has(at, "reflexive_pronoun") and not w.has(at - 1, "subject_pronoun")
        within = w.capital(at) and w.capital(at - 1)  # "Earth First"
        if not (is_time or dated or (w.is_adverb(at) and not within) or leads_up or herself):
            break
        timed = timed or is_time or dated
        at -= 1
    return at


def _relative(w: Window, at: int, pronoun: bool) -> int | None:
    """The relative pronoun of the clause that a phrase, or a ``pronoun``, ends: "supporters *who* have heard from the
    campaign", "the council *that* pays for it"."""
    for k in range(at, max(0, at - _RELATIVE_LIMIT), -1):
        if w.is_break(k) or w.kind(k) is QUOTE or w.has(k, "coordinator"):
            return None
        if w.word(k) in _RELATIVES:
            verb_follows = w.has(k + 1, "auxiliary", "past") or w.is_finite(k + 1) or w.word(k) == "who"
            verb_follows = verb_follows or (pronoun and is_present(w.word(k + 1)))
            return k if verb_follows and w.kind(k - 1) is WORD and w.verb[k - 1] is None else None
    return None


def can_speak(w: Window, phrase: Span, surely: bool = False) -> bool:
    """Whether a noun phrase names a person or thing that speaks: a pronoun, a name, a role, a document; where it is to
    be one ``surely``, a capital that only opens the sentence is no sign of a name ("Other measures")."""
    pronoun = w.has(phrase.first, "subject_pronoun", "determiner")
    if w.word(phrase.first) == "@" or (pronoun and phrase.last - phrase.first == 1):
        return True
    opens = surely and w.has(phrase.first, "determiner", "adjective")
    named = any(is_head(w, k) for k in range(phrase.first + opens, phrase.last))
    last = w.word(phrase.last - 1)  # "a third cautioned that"
    return named or (pronoun and (last in speaker_words("title") or last in speaker_words("anybody")))


def only_opens(w: Window, phrase: Span) -> bool:
    """Whether a plural alone has its capital because a sentence begins so, and names nobody: "*Replays* suggested"."""
    word = w.word(phrase.first)
    return phrase.last == 1 and is_plural(word) and is_noun(word) and word not in heads() and not is_doer(word)


def _trimmed(w: Window, span: Span) -> Span | None:
    """A noun phrase without what opens its clause: conjunctions, adverbs, "In Halden"."""
    first, last = span
    first = behind_time(w, first, last)
    while first < last and _opens_clause(w, first, last):
        first += 1
    clause = next((k for k in range(last - 2, first, -1) if w.has(k, "clause_break") and w.has(k + 1, "article")), 0)
    if clause and first and w.kind(first - 1) is WORD and w.any(first - 1, first + 1, "preposition"):
        return _trimmed(w, Span(clause + 1, last))  # "called for talks after *a clerk* said"
    if last - first > 1 and w.has(first, "preposition") and is_quantity(w, first + 1):
        first += 1  # "about four out of ten voters"
    elif first < last and w.has(first, "preposition"):
        behind = _behind_adjunct(w, first, last)
        begins = behind == last and w.has(first, "clause_break") and w.is_break(first - 1)
        # "After the mayor said it was late, the crews left"
        first = first + 1 if begins and "," in w.words[last:] and is_head(w, last - 1) else behind
    elif w.has(first - 1, "preposition"):
        named = next((k for k in range(last, first, -1) if not w.capital(k - 1)), last)
        paper = next((k + 1 for k in range(last - 2, named, -1) if w.word(k) in speaker_words("newspaper")), 0)
        if first < named - 1 and named < last and is_noun(w.word(named - 1)) and w.word(named - 1) not in heads():
            first = named  # "In an interview *Ruiz*"
        elif paper and not _is_of_body(w, paper, last) and _opens_with_preposition(w, first):
            first = paper  # "In an interview with the Halden Post *Ruiz*"
    first = _behind_verb(w, first, last)
    if first >= last or (last - first == 1 and _never_source(w, first)):
        return None
    if is_plausible(w, first, last):
        return Span(first, last)
    # "A judge fined a man *after* the man said"
    clause = next((k for k in range(last - 2, first, -1) if w.has(k, "clause_break")), 0)
    return _trimmed(w, Span(clause + 1, last)) if clause else None


def _is_of_body(w: Window, first: int, last: int) -> bool:
    """Whether capitalised words go on with the name of a body: "Halden News *Service*"."""
    return any(w.word(k) in speaker_words(kind) for k in range(first, last) for kind in (ORGANIZATION, "newspaper"))


def _opens_with_preposition(w: Window, at: int) -> bool:
    """Whether the clause that an item is in begins with a preposition: "*In* an interview with"."""
    while at > 0 and w.is_word(at - 1):
        at -= 1
    return w.has(at, "preposition")


def _behind_verb(w: Window, first: int, last: int) -> int:
    """Where the object of a verb begins, whose words the phrase holds: "has included *members of the board*"."""
    if w.word(first) == "to" and first + 2 < last and not w.capital(first + 1) and w.is_open(first + 1):
        return first + 2
    auxiliary = first - 1
    while w.is_adverb(auxiliary) or w.has(auxiliary, "negative"):
        auxiliary -= 1
    if not w.has(auxiliary, "have_do", "be") or w.capital(first):
        return first
    if not (w.has(first, "ed", "past") or is_participle(w.word(first))):
        return first
    first += 1
    while first < last and (is_adverb(w.word(first)) or w.has(first, "preposition", "time")):
        first += 1
    return first


def behind_time(w: Window, first: int, last: int) -> int:
    """Where a subject begins behind a time without a comma: "Late on Friday *Ruiz*", "On 5 March *the board*"."""
    at, timed = first, False
    while at < last - 1:
        year = w.word(at)[:2] in ("19", "20") and len(w.word(at)) == 4 and w.word(at - 1) == "in"
        dated = w.word(at)[:1].isdigit() and (timed or year or w.has(at + 1, "time"))
        if w.has(at, "time") or dated or (w.word(at) in SEASONS and at > first and w.has(at - 1, "before_time")):
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


def _opens_clause(w: Window, first: int, last: int) -> bool:
    """Whether the first item of a phrase opens its clause: "and", "later", "Monday", a mark."""
    if w.is_adverb(first):
        return not w.has(first, "determiner") and w.word(first + 1) != "of" and not is_quantity(w, first + 1)
    if w.has(first, "time"):
        return not w.capital(first + 1) and first + 1 < last
    account = w.word(first) == "@" and w.items[first].end == w.items[first + 1].start
    return w.has(first, "coordinator") or (w.kind(first) is MARK and not account)


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
    return closed or w.word(at) in ("there", "there's", "it's", "this")


def appositive(w: Window, comma: int) -> Span | None:
    """The noun phrase before an apposition that a comma or dash closes: "Ana Ruiz, the mayor, said"."""
    close = comma
    for _ in range(5):
        named = close
        while w.capital(named - 1) and named > close - 5:
            named -= 1
        title = named - 1 - (w.word(named - 1) == ",")
        if close - named > 1 and w.word(named) in given_names() and w.kind(title) is QUOTE and not _is_long(w, title):
            return Span(named, close)  # "the director of “Late Rain,” *Ana Ruiz*, said"
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
        subordinator = w.has(after, "subordinator") and w.word(after) not in ("whose", "which", "whom")
        # "Hale, when asked, said", "Hale, as part of a row of posts, said"
        subordinator = subordinator and any(
            (k > after + 1 and (w.has(k, "auxiliary") or w.is_finite(k, surely=True)))
            or (w.has(k, "subject_pronoun") and k + 1 < close)
            for k in range(after + 1, close)
        )
        and_who = w.has(after, "coordinator") and w.word(after + 1) in _RELATIVES
        if pronoun or subordinator or (w.has(after, "coordinator") and not and_who):
            return None
        if and_who and any(w.word(k) == "," and w.word(k + 1) in _RELATIVES for k in range(opened)):
            close = opened  # "Hale, who left, *and who lives in Velia*, said"
            continue
        phrase = noun_phrase(w, opened - 1, appositions=False)
        row = w.capital(after) and "and" in w.words[after:close]  # "the owners, Ana Ruiz, *Bo Orme and Ben Holm*, said"
        within = row and phrase is not None and w.capital(phrase.first) and w.word(phrase.first - 1) == ","
        if phrase is not None and not (within or _is_origin(w, phrase) or _inside_apposition(w, phrase)):
            return phrase
        close = opened
    return None


def _is_origin(w: Window, phrase: Span) -> bool:
    """Whether a phrase ends words set off by commas: "Hale, 18, from *Halden*, *Norland*", "the firm, based in
    *Halden*", "Hale, facing a vote in *Halden*"."""
    at = phrase.first - 1
    if not w.capital(phrase.first) or (w.word(at) == "," and w.has(at - 1, "time")):
        return False  # "In the film, shown on Monday, *Hale*, a nurse, said"
    if w.word(at) == ",":
        at -= 1
        while w.capital(at):
            at -= 1
    opens = at
    while opens > 0 and w.kind(opens - 1) is WORD and not w.has(opens, "clause_break"):
        opens -= 1
    return w.has(at, "preposition") and w.word(opens - 1) == "," and (opens == at or w.has(opens, "ed", "ing"))


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
        state = w.word(phrase.first + 1) == "."  # "Jackson, Miss."
        return state or (phrase.last - phrase.first == 1 and is_credential(w.items[phrase.first].text))
    before = noun_phrase(w, phrase.first - 2, appositions=False)
    # With an article the phrase may be the subject itself: "On the way to Halden, the mayor, a baker, said".
    opens = before is not None and (before.first == 0 or w.has(before.first - 1, "coordinator"))
    return (
        before is not None
        and (opens or not w.has(phrase.first, "determiner"))
        and all(w.capital(k) for k in range(*before))
    )
