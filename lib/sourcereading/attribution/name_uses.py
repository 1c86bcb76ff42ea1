"""How an article uses names: alone, behind "in" or "the", and with "his" or "her" behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sourcereading.text.name_words import given_names, speaker_words, text_of
from sourcereading.text.names import runs_of
from sourcereading.text.phrases import without_titles
from sourcereading.text.sentences import Sentence, Token

BEFORE_PLACE = ("in", "at", "across", "near", "outside", "throughout")
_POSSESSIVES = {"his": "m", "himself": "m", "her": "f", "herself": "f"}


class NameUses:
    """The uses of the names of one article; headings and captions do not count.

    runs : the number of each sentence with its words, and the place of each run of capitalised words in them.
    first : each run to its first sentence.
    of_sentence : the runs of each sentence, each with the word before it, if there is one.
    alone : each name of one word, in lower case, to the first sentence that has it by itself: "Ruiz", "Mr Ruiz".
    placed : how often "in" or "at" stands before a name.
    behind_the : the names behind "the".
    titles : each name of one word, in lower case, to the titles that stand before it: "mr", "president".
    bare : the names of one word, in lower case, that stand without a title before any stands with one.
    victims : the names of those whose death is told of: "the murder of *Ben Holm*", "*Ben Holm's* murder".
    genders : each name of one word, in lower case, to the sentences in which a possessive follows it without another
        name between ("Ruiz left with *her* aunt"), with its gender.
    """

    def __init__(self, sentences: Sequence[Sentence]):
        self.first: dict[str, int] = {}
        self.of_sentence: dict[int, list[tuple[str, list[Token]]]] = {}
        self.alone: dict[str, int] = {}
        self.placed: Counter[str] = Counter()
        self.behind_the: set[str] = set()
        self.titles: dict[str, set[str]] = {}
        self.bare: set[str] = set()
        self.victims: set[str] = set()
        self.genders: dict[str, dict[int, str]] = {}
        self.runs = [*runs_of(sentences)]
        for place, (number, words, at, run) in enumerate(self.runs):
            before = words[at - 1].lower if at else ""
            self.first.setdefault(text_of(run), number)
            self.of_sentence.setdefault(number, []).append((before, run))
            if before in BEFORE_PLACE:
                self.placed[text_of(run)] += 1
            elif before == "the":
                self.behind_the.add(text_of(run))
            name = without_titles(run)
            if name and _tells_of_death(words, at, at + len(run)):
                self.victims.add(text_of(name))
            if len(name) != 1:
                continue
            key = text_of(name).lower().replace("’", "'")
            self.alone.setdefault(key, number)
            if len(run) > 1:
                self.titles.setdefault(key, set()).add(run[-2].lower)
            elif key not in self.titles:
                self.bare.add(key)
            after = self.runs[place + 1] if place + 1 < len(self.runs) else None
            between = words[at + len(run) : after[2] if after and after[0] == number else len(words)]
            gender = next((_POSSESSIVES[word.lower] for word in between if word.lower in _POSSESSIVES), "")
            if gender:
                self.genders.setdefault(key, {})[number] = gender

    def is_other(self, key: str, name: str) -> bool:
        """Whether a name is not that of who is called by a word of it: Mr Ruiz is not Ana Ruiz, who may be Ruiz."""
        genders = {speaker_words("title").get(title, "") for title in self.titles.get(key, ())} - {""}
        gender = given_names().get(name.split()[0].lower(), "")
        return bool(gender and genders) and gender not in genders and key not in self.bare


def _tells_of_death(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words beside a name tell of its bearer's death."""
    *_, noun, before = ("", "", *(word.lower for word in words[max(0, first - 2) : first]))
    owns = last < len(words) and words[last - 1].lower.endswith(("'s", "’s"))
    noun = noun if before == "of" else words[last].lower if owns else ""
    return noun in speaker_words("death") or before in speaker_words("killing")
