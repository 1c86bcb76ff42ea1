"""Proper names: where they are in a sentence, and where in a noun phrase, without titles and roles.

A name is a run of capitalised words, with the small words that join them ("Ana de Ruiz", "Ministry of Health").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentence_words import function_words
from sourcereading.text.sentences import TEXT, Sentence, Token

PERSON, GROUP, ORGANIZATION, DOCUMENT, UNKNOWN = "person", "group", "organization", "document", ""
OPENERS = frozenset("\"“‘'«([:—–")
"""After these a capital may be that of a sentence's first word."""
_ARTICLES = ("the", "a", "an")
POSSESSIVES = ("his", "her", "its", "their", "my", "our", "your", "whose")
_PERSONAL = tuple(word for word in POSSESSIVES if word != "its")
_NAME_ENDS = frozenset(
    ("who", "which", "that", "for", "in", "at", "from", "with", "on", "by", "to", "about", "near")
)


@cache
def speaker_words(word_class: str) -> dict[str, str]:
    """The speaker words of one class with their gender."""
    rows = lexicon("speaker_words", ("term", "class"), ("gender", "example"))
    return {row["term"]: row["gender"] for row in rows if row["class"] == word_class}


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, each with its gender, "f" or "m"."""
    return {row["term"]: row["gender"] for row in lexicon("given_names", ("term", "gender"))}


@cache
def particles() -> frozenset[str]:
    """Small words within a person's name: "de" of "Ana de Ruiz"."""
    return frozenset(speaker_words("particle"))


def text_of(words: Sequence[Token]) -> str:
    """The text of neighbouring tokens, with a space where the text has white space; a closing possessive is left
    out."""
    text = ""
    for at, word in enumerate(words):
        gap = at and word.start > words[at - 1].end
        text += f"{' ' if gap else ''}{word.text}"
    return text.removesuffix("'s").removesuffix("’s").rstrip(" '’")


def core_of(words: Sequence[Token], full: dict[str, dict[str, int]]) -> list[Token]:
    """A noun phrase up to its first mark, relative clause or preposition; "of" goes on with the name of an
    institution ("Ministry of Health"), not behind a person's ("Ruiz of Halden"; ``full`` knows the surnames)."""
    core: list[Token] = []
    for at, word in enumerate(words):
        if not word.is_word and word.text not in ("&", "/", "'", "’"):
            break
        if at and word.lower in _NAME_ENDS:
            break
        if at and word.lower == "of" and core[-1].text[0].isupper() and not goes_on_with_of(core[-1].lower):
            person = core[-1].lower in full or (len(core) > 1 and core[-2].text[0].isupper())
            if person or at + 1 >= len(words) or not words[at + 1].text[0].isupper():
                break
        core.append(word)
    return core


def goes_on_with_of(word: str) -> bool:
    """Whether "of" after a capitalised word is part of the name: "Ministry of Health", not "Ruiz of Halden"."""
    return word in speaker_words("title") or word in speaker_words(ORGANIZATION)


def phrase_of(words: Sequence[Token]) -> list[Token]:
    """A noun phrase up to its first mark or relative clause, prepositions kept: "an official familiar with it"."""
    phrase: list[Token] = []
    for word in words:
        if phrase and (
            word.lower in ("who", "which", "that") or (not word.is_word and word.text not in "&/'’")
        ):
            break
        phrase.append(word)
    return phrase


def head_of(words: Sequence[Token]) -> str:
    """The head noun of a noun phrase: the last word before its first preposition."""
    for at, word in enumerate(words):
        if at and (word.lower in _NAME_ENDS or word.lower == "of"):
            return words[at - 1].lower
    return words[-1].lower


def title_of(words: Sequence[Token]) -> str:
    """Words before a name as a role, without an article; a bare form of address ("Mr", "Lady") is none, nor is what
    a person is to another ("her opposite number")."""
    first = words[0].lower if words else ""
    if first in _PERSONAL or all(word.lower in speaker_words("address") for word in words):
        return ""
    return text_of(words[1:] if first in _ARTICLES else words)


def role_of(apposition: str) -> str:
    """An apposition that says what a person is."""
    return apposition if apposition.split(" ")[0].lower() in (*_ARTICLES, "its") else ""


def name_run(core: Sequence[Token]) -> list[Token]:
    """The capitalised words that end a noun phrase; none where its head is a common noun."""
    for at, word in enumerate(core):
        if at and word.lower == "of" and core[at - 1].text[0].islower():
            return []  # "a friend of Ruiz" is not Ruiz
    run: list[Token] = []
    for word in reversed(core):
        capital = word.text[0].isupper() or word.text[0].isdigit()
        joins = run and (word.lower in particles() or word.text in ("&", "’", "'") or word.lower == "of")
        if not capital and not joins:
            break
        if word.lower in _ARTICLES:
            break
        run.append(word)
    run.reverse()
    while run and not (run[0].text[0].isupper() or run[0].text[0].isdigit() or run[0].lower in particles()):
        run.pop(0)
    if len(run) == len(core) and run and run[0].lower in function_words() and len(run) > 1:
        run = run[1:]
    if (
        len(run) == 1
        and run[0] is core[0]
        and (
            run[0].lower in function_words()
            or run[0].lower in speaker_words("group")
            or run[0].lower in speaker_words("organization")
        )
    ):
        return []
    return run


def without_titles(run: list[Token]) -> list[Token]:
    """A name without the titles before it; titles alone are no name."""
    if run and run[-1].lower in speaker_words(ORGANIZATION):
        return run  # "State Department": a title's word begins the name of an institution
    first = 0
    for at, word in enumerate(run):
        rest = len(run) - at - 1
        if word.lower in speaker_words("title"):
            first = at + 1
        elif rest and word.lower.endswith("'s") and run[at + 1].lower == "of":
            break  # "Lloyd's of Halden"
        elif rest > 1 and (word.lower in speaker_words(PERSON) or word.lower.endswith(("'s", "s'"))):
            first = at + 1  # "Applicant Ana Ruiz", "the Post's Ana Ruiz"
    return run[first:]


def gender_of(words: Sequence[Token]) -> str:
    """The gender that the first title or word for a person among some words has ("Mrs.", "chairman"); "" for none."""
    for word in words:
        gender = speaker_words("title").get(word.lower) or speaker_words("person").get(word.lower)
        if gender:
            return gender
    return ""


def full_names(sentences: Sequence[Sentence]) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, None]]]:
    """The full names of an article, and the roles that its people hold (see ``_names``)."""
    return names_and_roles(sentences)[:2]


def names_and_roles(
    sentences: Sequence[Sentence],
) -> tuple[
    dict[str, dict[str, int]], dict[str, dict[str, None]], dict[str, int], dict[int, list[list[Token]]]
]:
    """The full names of an article, the roles that its people hold, and where each is named first.

    Returns
    -------
    Last and first word of each full name, in lower case, to the names and their counts; and the head of each role
    ("mayor" of "Mayor Ana Ruiz" and of "Ana Ruiz, the mayor of Halden") to the names that hold it;
    each name to the number of the first sentence that gives it; and each number to the capitalised words of the
    full names in its sentence.
    """
    found: dict[str, dict[str, int]] = {}
    roles: dict[str, dict[str, None]] = {}
    since: dict[str, int] = {}
    runs: dict[int, list[list[Token]]] = {}
    for number, sentence in enumerate(sentences):
        if sentence.kind is not TEXT:
            continue
        words = sentence.tokens
        for at, run in _without_of(name_runs(words)):
            name = without_titles(run)
            end = at + len(run)
            if (
                2 <= len(name) <= 4
                and not any(part.text[0].isdigit() for part in name)
                and not (name[-1].lower in speaker_words(ORGANIZATION) or name[-1].lower in speaker_words(DOCUMENT))
            ):
                text = " ".join(part.text for part in name).removesuffix("'s").removesuffix("’s")
                since.setdefault(text, number)
                runs.setdefault(number, []).append(run)
                for key in (name[-1].lower.removesuffix("'s"), name[0].lower):
                    counts = found.setdefault(key, {})
                    counts[text] = counts.get(text, 0) + 1
                for head in (*_titles_before(run, name), *_role_after(words[end : end + 8])):
                    roles.setdefault(head, {})[text] = None
    return found, roles, since, runs


def name_runs(words: Sequence[Token]) -> Iterator[tuple[int, list[Token]]]:
    """The runs of capitalised words of a sentence, each with the place of its first word, titles included;
    "Ministry of Health", "Ana de Ruiz" and "Netmakers' Quay" are one run each."""
    at = 0
    while at < len(words):
        run = capitals(words, at)
        if not run:
            at += 1
            continue
        while more := _linked(words, at + len(run), run[-1]):
            run.extend(more)
        yield at, run
        at += len(run)


def _linked(words: Sequence[Token], at: int, last: Token) -> list[Token]:
    """The link at a place and the capitalised words behind it, where they go on with the name that ends in ``last``."""
    if at >= len(words) or last.lower.endswith("'s"):
        return []
    link = at
    while link < len(words) and words[link].lower in particles():
        link += 1  # "van der"
    if link == at:
        if words[at].text in ("'", "’") and last.lower.endswith("s") and words[at].start == last.end:
            goes_on = at + 1 < len(words) and words[at + 1].start > words[at].end  # "Netmakers' Quay"
        else:
            goes_on = words[at].lower == "of" and goes_on_with_of(last.lower)
        if not goes_on:
            return []
        link = at + 1
    more = capitals(words, link)
    return more and [*words[at:link], *more]


def _without_of(runs: Iterable[tuple[int, list[Token]]]) -> Iterator[tuple[int, list[Token]]]:
    """Runs cut at "of": of "Secretary of State Ana Ruiz" the words behind it name the person."""
    for at, run in runs:
        first = 0
        for place in (*(number for number, word in enumerate(run) if word.lower == "of"), len(run)):
            if place > first:
                yield at + first, run[first:place]
            first = place + 1


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
    """The capitalised words that begin at a token, up to a possessive; a function word that opens the sentence is
    none."""
    run: list[Token] = []
    while at < len(words) and words[at].is_word and words[at].text[0].isupper():
        if at == 0 and words[at].lower in function_words():
            break
        run.append(words[at])
        if words[at].lower.endswith("'s"):
            break
        at += 1
    return run


def _titles_before(run: list[Token], name: list[Token]) -> list[str]:
    """The last title before a name: "minister" of "Waters Minister Ana Ruiz"."""
    before = run[: len(run) - len(name)]
    return [before[-1].lower] if before and before[-1].lower in speaker_words("title") else []


def _role_after(words: Sequence[Token]) -> list[str]:
    """The head of an apposition that opens with an article: "mayor" of ", the mayor of Halden"."""
    if len(words) < 3 or words[0].text != "," or words[1].lower not in _ARTICLES:
        return []
    head = head_of(phrase_of(words[1:]))
    return [head] if head in speaker_words(PERSON) or head in speaker_words("title") else []
