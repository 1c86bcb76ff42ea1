"""A window of a sentence, and what the grammar of reporting clauses asks of it.

A window is a list of items: words and marks, each quotation folded into one item. Classes of words come
from ``grammar.csv`` and ``clause_words.csv`` in ``data/lexicons/``, verbs from ``reporting_verbs.csv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sourcereading.text.lexicon import lexicon
from sourcereading.text.name_words import given_names, speaker_words
from sourcereading.text.parts_of_speech import (
    is_adjective,
    is_base,
    is_noun,
    is_participle,
    is_plural,
    is_present,
    is_proper,
    is_proper_adjective,
)
from sourcereading.text.remembered import as_one, remembered
from sourcereading.text.sentence_words import ACRONYMS, NONE, SentenceWords, classes_of, contraction, grammar
from sourcereading.text.verbs import Verb, verbs

WORD, MARK, QUOTE = "word", "mark", "quote"


class Item(NamedTuple):
    """A word, a punctuation mark or a whole quotation; ``quote`` is its number, else -1."""

    start: int
    end: int
    lower: str
    text: str
    kind: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        return self.kind is WORD


class Span(NamedTuple):
    """A span of items: from the first to before the last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A reporting clause found in a window; all spans count items of the window.

    ``subject`` is None where the speaker is that of the reporting clause before it ("…, adding that") or is not given.
    ``region`` holds the reporting clause's own words, which are the writer's. ``inherits`` says that the speaker is
    that of the clause before; ``of_document`` that the verb says something only of a document ("the survey shows");
    ``antecedent`` is the person that a relative pronoun as subject refers to ("Hale, who said"); ``denied`` says that
    the subject denies the content, or refuses to say it; ``owned`` that the subject owns the cue ("Hale's warning").
    """

    cue: Span
    subject: Span | None
    contents: tuple[Span, ...]
    region: tuple[Span, ...]
    addressee: Span | None
    inherits: bool
    rule: str
    of_document: bool = False
    antecedent: Span | None = None
    denied: bool = False
    owned: bool = False


@cache
def _own_classes() -> dict[str, frozenset[str]]:
    """The classes that only the rules for reporting clauses know: those of ``data/lexicons/clause_words.csv``."""
    found: dict[str, frozenset[str]] = {}
    for row in lexicon("clause_words", ("term", "class", "example")):
        found[row["term"]] = found.get(row["term"], NONE) | {row["class"]}
    return found


def words_of_class(*names: str) -> list[str]:
    """The words that only the rules for reporting clauses know by one of some classes."""
    return [word for word, classes in _own_classes().items() if not classes.isdisjoint(names)]


@cache
def heads() -> frozenset[str]:
    """Nouns for people, groups, institutions and documents."""
    rows = lexicon("speaker_words", ("term", "class"), ("gender", "example"))
    return frozenset(row["term"] for row in rows if row["class"] not in _NO_HEADS)


@remembered
def _classes_of(word: str) -> frozenset[str]:
    """The classes of a word. A pronoun with its verb ("I've", "they're") counts as the pronoun."""
    parts = contraction(word)
    known = classes_of(parts[0] if parts and "subject_pronoun" in classes_of(parts[0]) else word)
    return as_one(known | _own_classes().get(word, NONE))


class Window(SentenceWords):
    """A window and the questions asked of its items; an item outside it is a mark without text."""

    __slots__ = ("items", "kinds", "verb")

    def __init__(self, items: Sequence[Item]):
        self.items = items
        forms = verbs()
        _, _, words, texts, self.kinds, _ = map(list, zip(*items, strict=True)) if items else ([],) * 6
        if not _ACRONYMS.isdisjoint(texts):
            words = _words(items)
        are_words = [kind is WORD for kind in self.kinds]
        classes = [_classes_of(word) if is_word else NONE for word, is_word in zip(words, are_words, strict=True)]
        super().__init__(words, texts, are_words, classes)
        self.verb = [forms.get(word) if is_word else None for word, is_word in zip(words, are_words, strict=True)]
        if not _NAMES_TOO.isdisjoint(texts):
            for at, text in enumerate(texts):
                if text in _NAMES_TOO:
                    self.classes[at] = self._named(at)

    def _named(self, at: int) -> frozenset[str]:
        """The classes of a capitalised word that is a name, month or modal: "Will Holm", "April March", "in May"."""
        dated = self.word(at + 1)[:1].isdigit() or self.has(at - 1, "preposition")
        before = self.capital(at - 1) and not self.has(at - 1, "time", "preposition")
        given = self.words[at] in given_names() and self.capital(at + 1) and self.word(self.size - 1) != "?"
        if (before or given) and not dated:
            return NONE
        return classes_of("june") if at and self.words[at] == "may" else self.classes[at]

    def kind(self, at: int) -> str:
        """WORD, MARK or QUOTE; outside the window MARK."""
        return self.kinds[at] if 0 <= at < self.size else MARK

    def phrase(self, span: Span | None) -> str:
        """The items of a span as text, with spaces between them; "" for None."""
        return " ".join(item.text for item in self.items[span.first : span.last]) if span else ""

    def is_adverb(self, i: int) -> bool:
        """Whether item ``i`` is an adverb, and does not begin the name of a body: "Just Stop Oil"."""
        if not self.has(i, "adverb") or not super().is_adverb(i):
            return False
        return not (self.capital(i) and self.capital(i + 1) and is_base(self.word(i + 1)))

    def ends_in_comma(self, at: int) -> bool:
        """Whether a comma stands at an item, also as the last sign of a quotation ("“…,” saying")."""
        return self.word(at) == "," or (self.kind(at) is QUOTE and self.items[at].text[-2:-1] == ",")

    def content_end(self) -> int:
        """The item after the last one that is no closing punctuation."""
        end = self.size
        if self.size > 2 and self.word(0) in ("(", "[") and self.word(end - 1) in (")", "]"):
            end -= 1  # a sentence in brackets
        while end > 0 and self.kind(end - 1) is MARK and self.word(end - 1) in (".", "!", "?", "…", "..."):
            end -= 1
        return end

    def group_start(self, at: int) -> int:
        """The first item of the verb group: auxiliaries, "not", adverbs and a floating "both" before the verb."""
        first = at
        while first > 0 and (
            self.has(first - 1, "auxiliary")
            or self.has(first - 1, "negative")
            or self.is_adverb(first - 1)
            or self._floats(first - 1)
            or (self.word(first - 1) == "since" and self.has(first - 2, "have_do"))
            or self._is_set_off(first - 3)
        ):
            first -= 3 if self._is_set_off(first - 3) else 1
        while first < at and self.is_adverb(first) and self.items[first].text[0].isupper():
            first += 1  # "However said" opens a clause
        return first

    def _is_set_off(self, at: int) -> bool:
        """Whether an adverb is set off in a verb group: "did*, however,* say"."""
        adverb = self.is_adverb(at + 1) or self.word(at + 1) == "though"
        return adverb and self.word(at) == "," == self.word(at + 2) and self.has(at - 1, "auxiliary")

    def joined_from(self, at: int) -> int:
        """The start of the conjunction, comma and adverbs that lead up to a verb without a subject."""
        while at > 0 and (
            self.is_adverb(at - 1)
            or self.has(at - 1, "coordinator")
            or self.word(at - 1) == ","
            or self.is_dash(at - 1)
        ):
            at -= 1
        return at

    def _floats(self, at: int) -> bool:
        """Whether "both", "all" or "each" stands between a subject and its verb, or "since" inside it."""
        if self.word(at) == "since":
            return self.has(at - 1, "auxiliary")
        return self.word(at) in ("both", "all", "each") and (
            self.has(at - 1, "auxiliary") or self.capital(at - 1) or self.word(at - 1) == ")"
        )

    def is_passive(self, at: int, first: int, verb: Verb) -> bool:
        """Whether a past form is the participle of a passive."""
        if "past" not in verb.form and "participle" not in verb.form:
            return False
        shortened = contraction(self.word(first - 1))[1:] in (("am",), ("are",))  # "I'm told"
        return shortened or any(self.word(k) in _BE for k in range(first, at))

    def is_noun(self, at: int, verb: Verb) -> bool:
        """Whether a form that can be a noun ("the claim", "his reports") or a modifier is one here, and not the
        verb of a clause."""
        previous = at - 1
        while previous >= 0 and self.is_adverb(previous) and self.words[previous] not in grammar():
            previous -= 1
        before = self.word(previous)
        if self.capital(at) and self.capital(previous):
            return True  # "the United States"
        if verb.form == "ing":
            return self.has(previous, "determiner") and not self.has(previous, "subject_pronoun")
        if verb.form == "participle" and not any(self.word(k) in _HAVE for k in range(self.group_start(at), at)):
            return True  # "written and directed by"
        if self.has(previous, "determiner") and before not in _PRONOMINAL:
            return True
        if self._has_own_verb(at, verb):
            return True
        if "past" in verb.form:
            dated = before[:1].isdigit() and "say" not in verb.classes  # but "3M said"
            if before.endswith(("'s", "s'")) and "say" not in verb.classes and self.is_open(at + 1):
                return True  # "Hale's repeated emphasis"
            # Nor "the 56-year-old argued", "in 2010 argued".
            counted = dated and not before.endswith("-old") and not self.has(previous - 1, "preposition")
            return counted or (self.has(previous, "preposition") and before in _BEFORE_NOUNS)
        if before in _BEFORE_NOUNS or (before.endswith(("'s", "s'")) and "say" not in verb.classes):
            return True
        if verb.form == "s":
            return self._s_is_noun(at, previous, verb)
        return self._base_is_noun(at, previous, before, verb)

    def is_adjective(self, at: int, sure: bool = False) -> bool:
        """Whether a word in small letters is mostly an adjective, or, unless it is to be one ``sure``, a participle;
        words that name who speaks are none ("the cardinal")."""
        word = self.word(at)
        if not self.is_word(at) or self.capital(at) or word in heads():
            return False
        if not sure and self.has(at, "adjective"):
            return True
        return is_adjective(word) and not (sure and self.has(at, "ed", "past", "number"))

    def _has_own_verb(self, at: int, verb: Verb) -> bool:
        """Whether a form is the subject of the verb behind it: "The weak sales report *has* cleared the way"; not in
        "a bridge that critics claim is old"."""
        open_verb = self.is_open(at + 1) and is_present(self.word(at + 1))
        own = open_verb or (self.has(at + 1, "auxiliary") and self.word(at + 1) != "having") or self._reports(at + 1)
        if verb.form not in ("s", "base") or "say" in verb.classes or not own:
            return False
        return not any(self.word(k) in _RELATIVES for k in range(at - 6, at))

    def _reports(self, at: int) -> bool:
        """Whether a form of a reporting verb is one by what follows: "media reports *suggested the* bank was sold", not
        "denies *alleged* ties", "denies *claims* that"."""
        verb = self.verb[at] if self.is_word(at) else None
        if verb is None or verb.form in ("s", "ing") or is_noun(self.word(at)):
            return False
        opens = self.has(at + 1, "determiner", "subject_pronoun") or self.capital(at + 1) or self.word(at + 1) == "that"
        return opens or "say" in verb.classes

    def _s_is_noun(self, at: int, previous: int, verb: Verb) -> bool:
        """A plural ("key states such as", "states that have"), not a verb in the third person."""
        if "say" in verb.classes:
            return False  # "says of Hale", "The mother of two says"
        after = self.word(at + 1)
        if after in ("by", "from", "are", "were", "have", "and", "such"):
            return True
        if self.word(at + 2) == "by" and (is_participle(after) or self.has(at + 1, "ed")):
            return True  # "reports seen by the Halden Post show that"
        if after in ("for", "of") and after not in verb.classes:
            return True  # "insurance claims for lost parcels", not "warns of"
        before = self.word(previous)
        opens = previous == 0 and is_adjective(before) and not is_proper(self.texts[0])
        if opens or before in _MANY or before.count("-") > 1 or self.word(previous - 1) in _MANY:
            return True  # "Initial estimates", "many questions", "over-the-top comments", "many Republican claims"
        whose = self.is_open(previous - 1) and not self.capital(previous - 1)
        if is_proper_adjective(self.texts[previous]) and whose:
            return True  # "renewed Norwegian calls"
        crossed = self.has(previous, "ed") and self.has(previous - 1, "preposition")  # "a story of crossed signals"
        if crossed or self.is_adjective(previous) or self._is_count(previous):
            return True
        return after == "that" and self.has(at + 2, "auxiliary")

    def _is_count(self, at: int) -> bool:
        """Whether a number counts what follows ("18 states", "twenty-two questions") and ends no name ("Area 51")."""
        first = self.word(at).split("-")[0]
        return (first.isdigit() or "number" in classes_of(first)) and not self.capital(at - 1)

    def _base_is_noun(self, at: int, previous: int, before: str, verb: Verb) -> bool:
        """A base form is a verb after a plural or pronoun subject, a modal or "to"; "say" is hardly ever a noun."""
        if self.word(previous - 1) in ("a", "an") and (self.is_adjective(previous, sure=True) or before == "news"):
            return True  # "a larger say", "a news report": no verb of one subject
        if "say" in verb.classes or is_present(self.word(at)):
            return False  # "some who advocate free speech argue"
        if self.has(previous, "auxiliary") or self.has(previous, "negative") or before == "to":
            return False
        if self.has(previous, "subject_pronoun") and before not in ("he", "she", "it"):
            return False
        if before in _PRONOMINAL:
            # "most state parties": a noun of its own follows what would be the verb.
            return self.is_open(at + 1) and not self.capital(at + 1)
        known = self.capital(previous) and self.has(at + 1, "article") and not self.capital(at + 1)
        if self.kind(previous) is MARK and self.word(at + 1) == "that" and not self.has(at + 2, "auxiliary"):
            return False  # "Ruiz and her aide, Ben Holm, propose that"
        if "doc" in verb.classes and (known or self.word(at + 1) == "that" or self._of_papers(previous)):
            return False  # "Papers seen by the Halden Post show that", "… show the firm knew"
        plural = before.endswith("s") and not self.is_adjective(previous)  # not "cautious"
        plural = plural or self.has(previous, "plural") or before in ("who", "that", "and")
        return not (self.kind(previous) is WORD and plural)

    def _of_papers(self, at: int) -> bool:
        """Whether a phrase begins with several documents and says whose they are: "*Figures from* the ministry"."""
        of = next((k for k in range(at, max(0, at - 6), -1) if self.has(k, "preposition") or not self.is_word(k)), 0)
        papers = self.word(of - 1)
        return self.has(of, "preposition") and papers in speaker_words("document") and is_plural(papers)

    def is_finite(self, i: int, surely: bool = False) -> bool:
        """Whether a word looks like a finite verb: also a reporting verb, any word after a pronoun, any in -ed."""
        if self.has(i - 1, "subject_pronoun") and self.is_word(i) and not self.has(i, "preposition"):
            return True
        verb = self.verb[i] if self.is_word(i) else None
        if verb is not None and verb.form != "ing" and not self.is_noun(i, verb) and self.word(i - 1) != "to":
            return True
        of_whom = self.word(i - 1).endswith(("'s", "s'")) and self.has(i - 1, "genitive")
        if of_whom and verb is None and not self.has(i, "auxiliary"):
            return False  # "one of the family's *attorneys*"
        return super().is_finite(i, surely) or (self.has(i, "ed") and not self.capital(i))


def why(w: Window, where: str, cue: Span, subject: Span | None) -> str:
    """What makes words a statement, for the column ``rule``: "reporting clause after the statement: “Hale said”\".

    Parameters
    ----------
    w : the window.
    where : before, inside or after the statement.
    cue : the reporting verb or "according to".
    subject : the source, if it is named.
    """
    first, *second = sorted(span for span in (cue, subject) if span)
    words = w.phrase(first)
    for span in second:
        words += (" " if span.first == first.last else " … ") + w.phrase(span)
    return f"reporting clause {where} the statement: “{words}”"


def _words(items: Sequence[Item]) -> list[str]:
    """The words in lower case, but "WHO" and "IT" as they stand among words in small letters: those are names."""
    words = [item.lower for item in items]
    for at, item in enumerate(items):
        if item.text in ACRONYMS and not all(other.text.isupper() for other in items[max(0, at - 1) : at + 2]):
            words[at] = item.text
    return words


_NO_HEADS = (
    "title", "address", "particle", "suffix", "place", "company", "newspaper", "before", "behind", "anybody", "office",
    "death", "killing", "dies",
)  # fmt: skip
_ACRONYMS = frozenset(ACRONYMS)
_NAMES_TOO = frozenset(("Will", "May", "March", "April", "June", "August", "Can"))
"""Names that are months or modals, too."""
_RELATIVES = ("who", "which", "that", "what", "whom")
_BE = ("is", "are", "was", "were", "be", "been", "being", "am")
_HAVE = ("have", "has", "had", "having", "'ve")
_PRONOMINAL = (
    "all", "both", "many", "some", "most", "few", "this", "that", "one", "another", "each", "neither", "either",
)  # fmt: skip
_MANY = ("many", "most", "both", "these", "those")
_BEFORE_NOUNS = ("of", "for", "by", "with", "from", "at", "on", "about", "in", "as", "into", "per")
