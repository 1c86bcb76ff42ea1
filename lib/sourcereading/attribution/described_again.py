"""A person who is described anew, not named: "Ana Ruiz left. *The businesswoman* said …", and one who is described
first and named in the next sentence: "*Norland's tax commissioner* said … Ana Ruiz said …".

No link where the text may speak of somebody else: the noun was used of another, a title or an adjective contradicts,
the person stands in the same sentence by name, or the sentence before has two who fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcereading.attribution.bearers import Bearers
from sourcereading.text.name_words import given_names, is_article, is_capital, is_possessive, speaker_words, text_of
from sourcereading.text.parts_of_speech import is_proper_adjective
from sourcereading.text.phrases import gender_of, is_people, without_titles
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.sentences import TEXT, Sentence, Token
from sourcereading.text.verbs import verbs

_LONGEST = 8
"""Words of a description that are looked at."""
_MOST = 200
"""Words of a sentence that is looked at."""
_FAR = 8
"""Sentences behind somebody's first description in which the name is looked for."""
_NEAR = 4
"""Words between "a" and its noun at most."""
_SAYS_WHAT_ONE_IS = ("is", "was", "as", "became", "remains", ",")


class DescribedAgain:
    """What one article calls its people without their names.

    Parameters
    ----------
    sentences : of the article.
    bearers : who bears which name in it.
    posts : the numbers of the sentences with which the posts of a live blog begin.
    """

    def __init__(self, sentences: Sequence[Sentence], bearers: Bearers, posts: Sequence[int]):
        self._sentences = sentences
        self._bearers = bearers
        self._posts = frozenset(posts)
        self._first = next((at for at, one in enumerate(sentences) if one.kind is TEXT), 0)
        self._others: dict[str, int] = {}  # a noun to the first sentence in which it is used of somebody else

    def before(self, words: Sequence[Token], sentence: int) -> int:
        """The number of the sentence that names whom a description means, if one does; -1 for none."""
        head = words[-1].lower
        named = head in speaker_words("again") or (len(words) == 2 and is_proper_adjective(words[1].text))
        named = named or (len(words) == 3 and is_capital(words[1]) and is_people(head))  # "the Halden man"
        plain = 1 < len(words) <= _LONGEST and words[0].lower == "the" and named
        if not plain or any(_sets_apart(word) for word in words):
            return -1
        if head not in self._others:
            self._others[head] = self._first_other(head)
        if self._others[head] < sentence:
            return -1
        if not sentence or any(len(one.tokens) > _MOST for one in self._sentences[sentence - 1 : sentence + 1]):
            return -1
        here = {word.lower for word in self._sentences[sentence].tokens} & speaker_words("again").keys()
        if here - {word.lower for word in words} or sentence in self._posts:
            return -1  # "The senator left after the mogul said …"
        before = self._sentences[sentence - 1].tokens
        known = any(word.lower == head for word in before)  # "Ruiz was the mayor. The mayor said …"
        return -1 if known or _has_another(before) else sentence - 1

    def fits(self, words: Sequence[Token], name: str, gender: str, sentence: int) -> bool:
        """Whether a person can be meant by a description."""
        own = gender_of(words)
        if own and gender and own != gender:
            return False
        head, texts, said = words[-1].lower, {word.text for word in words}, self._bearers.roles.said_of(name)
        if not self._bearers.roles.may_hold(name, head):
            return False  # "Ana Ruiz met Senator Ben Holm. The senator said …"
        offices = {word.lower() for word in said} & speaker_words("title").keys() - speaker_words("party").keys()
        former = "former" in map(str.lower, texts)
        if offices and head in speaker_words("title") and (head in offices) == former:
            return False  # "Mayor Ana Ruiz left. The senator said …", "… The former mayor said …"
        surname = name.split()[-1].lower()
        here = any(word.lower.removesuffix("'s") == surname for word in self._sentences[sentence].tokens)
        return not here and not any(_differ(one(texts), one(said)) for one in (_parties, _countries))

    def named_next(self, words: Sequence[Token], sentence: int) -> str:
        """The full name of the one whom the first sentence of the text, or of a post, describes, and the next begins
        with, for the first time and without a word on who that is: "Norland's tax commissioner"; "" for none."""
        opens = sentence == self._first or sentence - 1 in self._posts
        whose = is_article(words[0].lower) or any(word.lower.endswith(("'s", "’s")) for word in words)
        if not (opens and whose and words[-1].lower in speaker_words("title")) or sentence + 1 >= len(self._sentences):
            return ""
        runs = self._bearers.people_in(sentence + 1, {self._sentences[sentence + 1].tokens[0].start}, ())
        name = without_titles(runs[0]) if runs else []
        after = self._sentences[sentence + 1].tokens[len(name) :]
        verb = verbs().get(after[0].lower) if after else None  # not "Ana Ruiz denied it": who says more, is the same
        speaks = len(name) > 1 and name == runs[0] and verb is not None and "say" in verb.classes
        if not speaks or self._bearers.since(text_of(name)) != sentence + 1:
            return ""
        own, other = gender_of(words), given_names().get(name[0].lower, "")
        return text_of(name) if not own or other in ("", own) else ""

    def named_later(self, noun: str, sentence: int) -> str:
        """The full name that a later sentence gives somebody new: "*A nurse* at the clinic … The nurse, Ana Ruiz,"."""
        for number in range(sentence + 1, min(sentence + 1 + _FAR, len(self._sentences))):
            later = self._sentences[number].tokens
            for at in range(len(later) - 1):
                if later[at + 1].lower == noun and later[at].lower in ("a", "an", "another", "one", "second"):
                    return ""
                if [word.lower for word in later[at : at + 3]] == ["the", noun, ","] and at + 3 < len(later):
                    runs = self._bearers.people_in(number, {later[at + 3].start}, ())
                    name = text_of(without_titles(runs[0])) if runs else ""
                    return name if self._bearers.since(name) == number else ""
        return ""

    def _first_other(self, noun: str) -> int:
        """The first sentence in which a noun is used of somebody who is not named there: "a senator", "her rival"."""
        for number, sentence in enumerate(self._sentences):
            words = sentence.tokens
            for at in (k for k, word in enumerate(words) if word.lower == noun and sentence.kind is TEXT):
                first = next((k for k in range(at - 1, max(-1, at - _NEAR), -1) if _opens_other(words[k])), -1)
                if first >= 0 and not (first and words[first - 1].lower in _SAYS_WHAT_ONE_IS):
                    return number
        return len(self._sentences)


def _has_another(words: Sequence[Token]) -> bool:
    """Whether a sentence has somebody else who may be meant: "Ruiz met *the mogul*", "sued *the mogul's* firm"."""
    nouns = (at for at, word in enumerate(words) if word.lower.removesuffix("'s") in speaker_words("again") and at > 2)
    return any(
        words[at].lower.endswith("'s")
        or (is_article(words[at - 1].lower) and words[at - 2].is_word and not is_capital(words[at + 1]))
        for at in nouns
        if at + 1 < len(words)
    )


def _differ(some: set[str], others: set[str]) -> bool:
    return bool(some and others) and some.isdisjoint(others)


def _parties(words: Iterable[str]) -> set[str]:
    return {word.lower().removesuffix("ic") for word in words if word.lower() in speaker_words("party")}


def _countries(words: Iterable[str]) -> set[str]:
    return {word for word in words if is_proper_adjective(word) and word.lower() not in speaker_words("party")}


def _sets_apart(word: Token) -> bool:
    """Whether a word of a description says that somebody else is meant, or whose they are: "the *other* senator"."""
    small = word.lower
    return small in speaker_words("apart") or small.endswith(("'s", "s'")) or "number" in classes_of(small)


def _opens_other(word: Token) -> bool:
    small = word.lower
    return small in ("a", "an", "one", "another") or is_possessive(small) or small.endswith("'s")
