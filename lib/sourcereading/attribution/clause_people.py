"""Whom a clause names: its subject and the people in it, where a pronoun may mean one of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from sourcereading.attribution.antecedents import GENDERS, People
from sourcereading.attribution.clause_subjects import inverted_subject
from sourcereading.attribution.clause_words import MARK, QUOTE, Item, ReportingClause, Span, Window, heads
from sourcereading.attribution.first_subjects import first_subject
from sourcereading.attribution.noun_phrases import noun_phrase
from sourcereading.attribution.speakers import Speakers
from sourcereading.text.name_words import speaker_words
from sourcereading.text.parts_of_speech import is_noun
from sourcereading.text.phrases import is_people
from sourcereading.text.sentences import Sentence, Token, starting_in

_BEFORE_LIMIT = 60
"""Items of a sentence before a pronoun in which its subject is looked for."""
_OPENING = 12
"""Items of a sentence in which the end of its subject is looked for that does not stand before a verb."""


class ClausePeople:
    """The people of the clauses of one article."""

    def __init__(self, sentences: Sequence[Sentence], items: Sequence[Sequence[Item]], speakers: Speakers):
        self._sentences = sentences
        self._items = items
        self._speakers = speakers

    def of_sentence(self, number: int) -> People:
        """Whom a sentence names outside quotation marks."""
        items = self._items[number]
        return self._named_in(items, number, {item.start for item in items if item.kind is not QUOTE})

    def before(self, items: Sequence[Item], clause: ReportingClause, number: int) -> People:
        """Whom a sentence names before the pronoun of a reporting clause: "Orme welcomed the “new dawn”, he said". Whom
        unquoted content names is somebody else: "Orme had left, he said"."""
        subject = clause.subject
        if subject is None or not 0 < subject.first <= _BEFORE_LIMIT:
            return People()
        opening = items[: subject.first]
        said: set[int] = set()
        for first, last in clause.contents:
            if not any(item.kind is QUOTE for item in items[first:last]):
                said.update(item.start for item in opening[first:last])
        found = self._named_in(opening, number, {item.start for item in opening if item.kind is not QUOTE} - said)
        if maker := characters(items, _made_by(Window(items), subject.first)):
            return People([[*starting_in(self._sentences[number].tokens, *maker)]], True)
        if found.of_subject:
            return found._replace(runs=found.runs[:1])
        # "She met Ben Holm; he said", "I asked Ben Holm and he said"
        pronoun = len(found.subject) == 1 and found.subject[0].lower in (*GENDERS, "i", "we")
        return People(found.runs if pronoun else (), subject=found.subject)

    def _named_in(self, items: Sequence[Item], number: int, starts: set[int]) -> People:
        """Whom a clause names in the words that begin at some places, first the one that is its subject: "The health
        minister, Ana Ruiz, met Ida Holm"."""
        if not starts:
            return People()
        pronouns = [item.lower for item in items if item.lower in GENDERS]
        people = self._speakers.bearers.people_in(number, starts, self._speakers.spoke)
        opens = bool(people) and people[0][0].start == items[0].start
        if opens and not people[0][-1].lower.endswith("'s"):
            return People(people, True, pronouns=pronouns, together=_are_joined(items, people))
        w = Window(items)
        subject = _subject(w)
        if subject is None or items[subject.first].start not in starts:
            return People(people, opens, pronouns=pronouns)
        first = next((at for at, name in enumerate(people) if _is_subject(w, subject, name)), None)
        if first is not None:
            return People([*people[first:], *people[:first]], True, pronouns=pronouns)
        if relative := self._relative(w, subject, number):
            return People([[*relative], *people], True, pronouns=pronouns)
        span = None if _dies(w, subject.last) else characters(items, subject)
        words = starting_in(self._sentences[number].tokens, *span) if span else ()
        return People(people, False, words, pronouns)

    def _relative(self, w: Window, subject: Span, number: int) -> list[Token]:
        """The given name behind whose relative a subject is: "Her husband, *Bo*, left", "Ana Ruiz's son *Ben* left"."""
        whose = next((k for k in range(*subject) if w.has(k, "possessive") or w.word(k).endswith("'s")), -1)
        first = next((k for k in range(*subject) if w.capital(k) and k > whose), subject.last)
        person = speaker_words("person").get(w.word(first - 1), "")
        at = first + (w.word(first) == "," and w.capital(first + 1) and w.word(first + 2) == ",")
        if not person or whose < 0 or not w.capital(at) or w.capital(at + 1):
            return []
        return list(starting_in(self._sentences[number].tokens, w.items[at].start, w.items[at].end))


def _made_by(w: Window, pronoun: int) -> Span | None:
    """The name of who made the thing in which a pronoun speaks: "a speech *Ben Holm* gave in May, in which he said"."""
    if w.word(pronoun - 1) != "which" or not w.has(pronoun - 2, "preposition"):
        return None
    for verb in range(pronoun - 3, max(1, pronoun - _OPENING), -1):
        if w.is_break(verb) and verb < pronoun - 3:
            break  # "On the day Holm left, the mayor sent a letter, in which he said"
        if w.capital(verb - 1) and (w.has(verb, "past", "ed") or w.verb[verb] is not None) and not w.capital(verb):
            first = verb - 1
            while w.capital(first - 1):
                first -= 1
            if is_noun(w.word(first - 1)) or w.word(first - 1) == "that":
                return Span(first, verb)
    return None


def _are_joined(items: Sequence[Item], people: Sequence[list[Token]]) -> bool:
    """Whether only "and" stands between the first two names: "Ana Ruiz *and* Ben Holm"."""
    last, following = people[0][-1].end, people[1][0].start if len(people) > 1 else -1
    return [item.lower for item in items if last <= item.start < following] == ["and"]


def _subject(w: Window) -> Span | None:
    """The subject of a sentence, also before a comma that no name stands behind, and behind its verb: "*A sergeant*,
    wet and tired, left", "There was *a man* at the door", "In the hall stood *a man*"."""
    if w.word(0) == "there" and w.has(1, "be"):
        return inverted_subject(w, 2)
    subject = first_subject(w, w.content_end())
    if subject is not None and w.word(subject.first - 1) == "whom":
        subject = None  # "The mayor, whom *a critic* calls a fox, left"
    if subject is None and w.has(0, "article"):
        comma = next((k for k in range(1, min(w.size, _OPENING)) if w.word(k) == ","), 0)
        found = noun_phrase(w, comma - 1, appositions=False)
        return found if found is not None and found.first == 0 else None
    if subject is None and w.has(0, "preposition"):
        at = next((k for k in range(2, min(w.size, _OPENING)) if w.word(k) in ("a", "an") and w.is_finite(k - 1)), 0)
        return inverted_subject(w, at) if at else None
    return subject


def _dies(w: Window, verb: int) -> bool:
    """Whether the verb of a subject tells of its death: "A man *was killed*", not "A man killed a bear"."""
    for k in range(verb, min(w.size, verb + 4)):
        if w.word(k) in speaker_words("dies"):
            return not w.has(k + 1, "determiner", "number", "object_pronoun") and not w.capital(k + 1)
    return False


def _is_subject(w: Window, subject: Span, name: Sequence[Token]) -> bool:
    """Whether a name ends a subject, with no preposition before it, is an apposition right behind it, or has what the
    subject is: "*Ben Holm's* plan"."""
    behind = subject.last + 1
    if w.word(behind - 1) == ",":
        while w.has(behind, "determiner") or w.word(behind) in heads() or _goes_before_name(w, behind):
            behind += 1  # "Holm's deputy, *19-year-old* Ana Ruiz", "the guard, *a bearded man called* Bo"
        if behind < w.size and w.items[behind].start == name[0].start:
            return True
    if name[0].start == w.items[subject.first].start and name[-1].lower.endswith("'s"):
        return not is_people(w.word(subject.last - 1))
    before = takewhile(lambda k: w.items[k].start < name[0].start, range(*subject))
    return name[-1].end == w.items[subject.last - 1].end and not any(w.has(k, "preposition") for k in before)


def _goes_before_name(w: Window, at: int) -> bool:
    """Whether a word can stand before the name in an apposition: an age, an adjective, "called"."""
    return w.word(at).endswith("-old") or w.word(at) in ("called", "named") or w.is_adjective(at)


def characters(items: Sequence[Item], span: Span | None) -> tuple[int, int] | None:
    """The code points of a span of items, without marks that only separate it from its surroundings."""
    if span is None or span.last <= span.first:
        return None
    first, last = span
    while first < last and items[first].kind is MARK and items[first].lower in ",;:.—–-":
        first += 1
    while last > first and items[last - 1].kind is MARK and items[last - 1].lower in ",;:—–-":
        last -= 1
    return (items[first].start, items[last - 1].end) if first < last else None
