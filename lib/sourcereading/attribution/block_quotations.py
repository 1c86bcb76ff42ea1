"""Paragraphs that are somebody's words as a whole, without quotation marks: block quotations, letters, posts.

Whose they are, in this order: the name behind them ("— Ana Ruiz (@anaruiz) May 3"), the one whom a colon announces
("Ruiz wrote:"), else nobody. They are never the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sourcereading.attribution.clause_words import MARK, QUOTE, Item, Window
from sourcereading.attribution.content_ends import has_clause
from sourcereading.attribution.quoted_items import is_credit
from sourcereading.attribution.spans import Statement
from sourcereading.attribution.speakers import Speakers
from sourcereading.attribution.voices import DIRECT, UNATTRIBUTED
from sourcereading.text.paragraph_kinds import BULLET, ITEM, QUOTATION
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.sentences import TEXT, Sentence
from sourcereading.text.turn_labels import is_talk
from sourcereading.text.verbs import verbs

BLOCK = "paragraph"
LIST = "list"
"""Where a rule says that the words come that a colon announces without quotation marks: the latter are paraphrased."""
_LONGEST_CREDIT = 120
# "— Ana Ruiz (@anaruiz) May 3, 2024": so ends a post that a page shows.
_POST = re.compile(
    r"\s?(?:―|—|–|-{1,2})\s?(?P<name>[^\W\d_][^()\n@—–]{1,60}?)\s\(@\w{1,40}\)(?:\s(?=\D{0,12}\d)[\w., ]{4,20})?$"
)
# "Sir – Your report …", and the name below: "Ana Ruiz, Velia".
_SALUTATION = re.compile(r"(?:Dear )?(?:Sirs?|SIR|Editor|To the [Ee]ditor)(?: or Madam)?(?:\s?[–—:,]|\s-)(?=\s|$)")
_SIGNED = re.compile(r"(?:[–—]\s?)?(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,4})(?:[,(\n][^.!?:]{0,60})?$")
_LONGEST_LETTER = 12
_THINGS = frozenset(("np", "amount"))
"""Verbs that announce things, too: "announced three steps"."""
_POSTED = frozenset((
    "bluesky", "facebook", "instagram", "mastodon", "post", "posted", "posts", "telegram", "tiktok", "tweet", "tweeted",
    "tweets", "twitter", "x", "youtube", "video",
))  # fmt: skip

Span = tuple[int, int]


@dataclass(slots=True)
class BlockQuotations:
    """The paragraphs of an article that are somebody's words as a whole."""

    _text: str
    _sentences: Sequence[Sentence]
    _items: Sequence[Sequence[Item]]
    _tells: Callable[[int], bool]  # whether a sentence has a reporting clause
    _speakers: Speakers
    _statements: list[Statement]  # those found so far; new ones are added
    _of_paragraph: dict[int, list[int]] = field(default_factory=dict)
    _credits: dict[int, tuple[Span, Span]] = field(default_factory=dict)
    """Paragraph to the name behind it, and the credit as a whole."""
    _made: dict[Span, Statement] = field(default_factory=dict)  # credit to its statement

    def __post_init__(self) -> None:
        for number, sentence in enumerate(self._sentences):
            self._of_paragraph.setdefault(sentence.paragraph, []).append(number)
        self._find_credits()
        self._find_letters()

    def statement(self, turn: Statement | None, pending: Statement | None, number: int) -> Statement | None:
        """The statement whose words the paragraph is that begins with a sentence; None where it is running text.

        Parameters
        ----------
        turn : the statement whose words the paragraph before is.
        pending : the one that a colon announces.
        number : the sentence.
        """
        if credit := self._credits.get(self._sentences[number].paragraph):
            return self._credited(*credit, pending, number)
        if self._sentences[number].set_off == ITEM:
            return turn if pending is None else pending if self._introduces_list(pending, number) else None
        opened = pending or (turn if turn is not None and turn.rule.endswith(BLOCK) else None)
        items = self._items[number]
        set_off = self._is_set_off(number) or (bool(items) and items[0].text == ">")
        if any(item.kind is QUOTE for item in items) and not (set_off and not self._narrates(number)):
            return None
        if set_off:
            return opened or self._add(Statement(
                UNATTRIBUTED, None, None, "",
                f"words set off as a quotation, for which the text names no source, in a {BLOCK}", [], voice=DIRECT,
            ))  # fmt: skip
        if opened is None:
            return None
        announced = opened is pending and not self._tells(number) and self._is_of_words(opened)
        return opened if announced or self._is_in_first_person(number) else None

    def said(self, pieces: Sequence[Span], number: int) -> list[Span]:
        """Stretches of a sentence without the name behind the block, or the bullet before the point of a list."""
        if self._sentences[number].set_off == ITEM and (bullet := BULLET.match(self._text, pieces[0][0])):
            pieces = [(bullet.end() - 1, pieces[0][1]), *pieces[1:]]
        _, (start, end) = self._credits.get(self._sentences[number].paragraph, (None, (0, 0)))
        inside = [(first, min(last, start) if start < last <= end else last) for first, last in pieces]
        return [(first, last) for first, last in inside if first < last]

    def _find_credits(self) -> None:
        run: list[int] = []  # a block's paragraphs so far
        for paragraph, numbers in self._of_paragraph.items():
            set_off = self._is_set_off(numbers[0])
            begins = not set_off or not run or not self._is_set_off(self._of_paragraph[run[0]][0])
            run = [paragraph] if begins else [*run, paragraph]
            start, end = self._sentences[numbers[0]].start, self._sentences[numbers[-1]].end
            if credit := self._credit(numbers[0], start, end, set_off):
                before = self._of_paragraph.get(paragraph - 1, ())
                if credit[1][0] <= start and not set_off and before and self._is_post(before):
                    run.insert(0, paragraph - 1)
                self._credits.update(dict.fromkeys(run, credit))
                run = []

    def _find_letters(self) -> None:
        """Letters to the editor: from "Sir –" to the line with the name of who wrote it."""
        paragraphs = [*self._of_paragraph.items()]
        for at, (_, numbers) in enumerate(paragraphs):
            if not _SALUTATION.match(self._text, self._sentences[numbers[0]].start):
                continue
            for end in range(at, min(at + _LONGEST_LETTER, len(paragraphs))):
                first, last = self._sentences[paragraphs[end][1][0]].start, self._sentences[paragraphs[end][1][-1]].end
                if end > at and _SALUTATION.match(self._text, first):
                    break
                ends = [match.end() for match in re.finditer("\n", self._text[first:last])][-2:]
                lines = [*[first] * (end > at), *(first + one for one in ends)]
                if signed := next((one for line in lines if (one := _SIGNED.match(self._text, line, last))), None):
                    credit = (signed.span("name"), (signed.start(), last))
                    self._credits.update((paragraph, credit) for paragraph, _ in paragraphs[at : end + 1])
                    break

    def _is_post(self, numbers: Sequence[int]) -> bool:
        """Whether a paragraph before the name of who posted something is what they posted: talk, and no report."""
        first, last = self._sentences[numbers[0]], self._sentences[numbers[-1]]
        told = any(map(self._narrates, numbers))
        return first.kind == TEXT and not told and is_talk(self._text[first.start : last.end])

    def _credit(self, number: int, start: int, end: int, set_off: bool) -> tuple[Span, Span] | None:
        """The name behind a block in a paragraph's end, and all that stands with it."""
        if post := _POST.search(self._text, max(start, end - _LONGEST_CREDIT), end):
            return post.span("name"), post.span()
        items = self._items[number]
        if set_off and items and is_credit(items, 0):
            comma = next((at for at in range(1, len(items)) if items[at].kind is MARK), len(items))
            return (items[1].start, items[comma - 1].end), (start, end)
        return None

    def _credited(self, name: Span, credit: Span, pending: Statement | None, number: int) -> Statement:
        """The statement of a block with a name behind it; that of a colon before it if it has the same speaker."""
        made = self._made.get(credit)
        if made is None:
            phrase = self._text[slice(*name)]
            speaker, basis = self._speakers.resolve(phrase, number)
            if pending is not None and pending.speaker == speaker.name:
                made = pending
            else:
                rule = f"name behind the {BLOCK}: “{phrase}”"
                made = self._add(Statement(speaker.name, name, None, "", rule, [], voice=DIRECT, basis=basis))
            made.clause.append(credit)
            self._made[credit] = made
        return made

    def _add(self, statement: Statement) -> Statement:
        self._statements.append(statement)
        return statement

    def _is_set_off(self, number: int) -> bool:
        return self._sentences[number].set_off == QUOTATION

    def _narrates(self, number: int) -> bool:
        """Whether a sentence quotes somebody in a reporting clause: then it is running text, whatever its looks."""
        return self._tells(number) and any(item.kind is QUOTE for item in self._items[number])

    def _introduces_list(self, statement: Statement, number: int) -> bool:
        """Whether what is said goes on with the point that a sentence is: it breaks off ("said the town should:"), or
        the point is a clause; or only words are announced ("also said:")."""
        before, point = Window(self._items[number - 1]), Window(self._items[number])
        clause = has_clause(point, 0 if point.is_word(0) else 1, point.size)
        if statement.pieces:
            return clause or before.has(before.size - 2, "auxiliary", "preposition")
        return self._is_of_words(statement, frozenset() if clause else _THINGS)

    def _is_in_first_person(self, number: int) -> bool:
        numbers = self._of_paragraph[self._sentences[number].paragraph]
        words = (token.lower for k in numbers for token in self._sentences[k].tokens)
        return any("first_person" in classes_of(word) for word in words)

    def _is_of_words(self, statement: Statement, things: frozenset[str] = _THINGS) -> bool:
        """Whether a statement announces words, and not ``things``: "wrote:", not "announced:"; nor a post, which a
        saved page may have lost, so that what stands behind it is the writer's."""
        cue = self._text[slice(*statement.cue)].lower().split() if statement.cue else []
        clause = " ".join(self._text[start:end] for start, end in statement.clause).lower()
        if not _POSTED.isdisjoint(re.findall(r"\w+", clause)):
            return False
        found = [verb for word in cue if (verb := verbs().get(word)) is not None]
        told = [verb for verb in found if "say" in verb.classes or "past" in verb.form]
        return any(verb.classes & {"say", "clause", "doc"} and not verb.classes & things for verb in told)
