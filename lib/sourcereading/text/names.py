"""Proper names: where they are in a sentence.

A name is a run of capitalised words, with the small words that join them ("Ana de Ruiz", "Ministry of Health").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from sourcereading.text.institutions import goes_on_with_of
from sourcereading.text.name_words import capital_places, given_names, is_capital, particles, speaker_words, text_of
from sourcereading.text.parts_of_speech import is_adverb, is_base, is_listed
from sourcereading.text.sentence_words import ACRONYMS, classes_of, function_words
from sourcereading.text.sentences import TEXT, Sentence, Token

OPENERS = frozenset("\"“‘'«([:—–")
"""After these a capital may be that of a sentence's first word."""


_I_AM = frozenset(("i'm", "i'd", "i'll", "i've"))
"""Words with a capital that are no part of the name behind them: "I'm Ana Ruiz"."""


def plain_letters(name: str) -> str:
    """A name without accents: "Jose Ruiz" for "José Ruíz"."""
    if name.isascii():
        return name
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


@lru_cache(maxsize=1 << 12)
def key_of_name(name: str) -> str:
    """What spellings of one name have in common: case, accents, full stops and middle initials aside ("J.R. Oost" and
    "J. R. Oost", "Ana M. Ruiz" and "Ana Ruiz")."""
    parts = plain_letters(name).casefold().replace("’", "'").replace(".", ". ").split()
    first = next((at for at, part in enumerate(parts) if len(part.rstrip(".")) > 1), 0)
    inner = [part for part in parts[first + 1 : -1] if len(part) > 2 or not part.endswith(".")]
    return " ".join(part.rstrip(".") for part in (*parts[: first + 1], *inner, *parts[first + 1 :][-1:]))


def name_runs(words: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The runs of capitalised words of a sentence, each with the place of its first word, titles included;
    "Ministry of Health", "Ana de Ruiz" and "Netmakers' Quay" are one run each."""
    behind = 0
    for at in capital_places(words):
        if at < behind or not (run := capitals(words, at)):
            continue
        while more := _linked(words, at + len(run), run):
            run.extend(more)
        yield at, run
        behind = at + len(run)


def people_named(words: Sequence[Token]) -> list[str]:
    """The full names with a known given name, also in a title: "A talk with *Ana Ruiz*"."""
    found = []
    for _, run in name_runs(words):
        given = next((at for at, word in enumerate(run[:-1]) if word.lower in given_names()), None)
        if given is not None and len(run) - given < 5:
            found.append(text_of(run[given:]))
    return found


def _linked(words: Sequence[Token], at: int, run: Sequence[Token]) -> list[Token]:
    """The link at a place and the capitalised words behind it, where they go on with the name before it."""
    last = run[-1]
    if at >= len(words) or last.lower.endswith("'s"):
        return []
    link = at
    while link < len(words) and words[link].lower in particles():
        link += 1  # "van der"
    if link == at:
        if words[at].text in ("'", "’") and last.lower.endswith("s") and words[at].start == last.end:
            goes_on = at + 1 < len(words) and words[at + 1].start > words[at].end  # "Netmakers' Quay"
        else:
            goes_on = words[at].lower == "of" and goes_on_with_of(run)
        if not goes_on:
            return []
        link = at + 1
    more = capitals(words, link)
    return more and [*words[at:link], *more]


def without_of(at: int, run: list[Token]) -> Iterator[tuple[int, list[Token]]]:
    """A run of capitalised words, cut at "of": of "Secretary of State Ana Ruiz" the words behind it name the person."""
    first = 0
    for place in (*(number for number, word in enumerate(run) if word.lower == "of"), len(run)):
        if place > first:
            yield at + first, run[first:place]
        first = place + 1


def runs_of(sentences: Iterable[Sentence]) -> Iterator[tuple[int, Sequence[Token], int, list[Token]]]:
    """The runs of capitalised words of a text without its headings and captions: the number of each one's sentence, its
    words, and the place of the run in them."""
    for number, sentence in enumerate(sentences):
        if sentence.kind is TEXT:
            first = _behind_heading(sentence.tokens)
            yield from ((number, sentence.tokens, at, run) for at, run in name_runs(sentence.tokens) if at >= first)


_HEADING = 12
"""Words of a heading that begins a paragraph."""


def _behind_heading(words: Sequence[Token]) -> int:
    """The place behind a heading that begins a sentence, of common words with capitals: "*Tools to Fight Crime:* The
    board met"."""
    end = next((at for at, word in enumerate(words[:_HEADING]) if not word.is_word), 0)
    if end < 2 or words[end].text != ":":
        return 0
    long = [word for word in words[:end] if word.lower not in function_words()]
    common = all(is_listed(word.lower) and word.lower not in given_names() for word in long)
    return end + 1 if len(long) > 1 and common and all(map(is_capital, long)) else 0


def capitalised_inside(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words, in lower case, that are written with a capital behind another word: not because a sentence begins."""
    return frozenset(
        token.lower.removesuffix("'s")
        for sentence in sentences
        if sentence.kind is TEXT
        for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False)
        if token.is_word and token.text[0].isupper() and before.is_word
    )


def capitals(words: Sequence[Token], at: int) -> list[Token]:
    """The capitalised words that begin at a token, up to a possessive; a function word that opens the sentence,
    or a quotation in it, is none."""
    run: list[Token] = []
    while at < len(words) and is_capital(words[at]):
        last = at + 1 == len(words) or not is_capital(words[at + 1])
        letters = last and len(run) > 1 and words[at].lower in speaker_words("letters")  # "Ana Ruiz *KC*"
        if letters or words[at].lower in _I_AM or (not run and _only_opens(words, at)):
            break
        run.append(words[at])
        if words[at].lower.endswith("'s"):
            break
        at += 1
    return run


def _only_opens(words: Sequence[Token], at: int) -> bool:
    """Whether a word has its capital only because a sentence or a quotation begins with it: "Now Hamas must agree"."""
    if at and words[at - 1].text not in OPENERS:
        return False
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else word
    if is_capital(behind) and is_base(behind.lower) and "adverb" in classes_of(word.lower):
        return False  # "Just Stop Oil"
    small = word.lower in function_words() or (word.lower.endswith("ly") and is_adverb(word.lower))
    if not small or word.text in ACRONYMS:
        return False
    return not (word.lower in given_names() and behind is not word and is_capital(behind))
