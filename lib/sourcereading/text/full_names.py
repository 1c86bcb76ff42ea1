"""The full names of an article and the roles that its people hold: who is meant by "Ruiz" and by "the mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sourcereading.text.name_words import (
    DOCUMENT,
    ORGANIZATION,
    PERSON,
    given_names,
    is_article,
    is_capital,
    particles,
    speaker_words,
)
from sourcereading.text.names import OPENERS, key_of_name, plain_letters, runs_of, without_of
from sourcereading.text.parts_of_speech import is_adjective, is_noun, is_proper_adjective, is_verb
from sourcereading.text.phrases import head_phrase, phrase_of, without_titles
from sourcereading.text.sentence_words import classes_of, function_words
from sourcereading.text.sentences import Sentence, Token


def full_names(sentences: Sequence[Sentence]) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, set[str]]]]:
    """The full names of an article, and the roles that its people hold (see ``_names``)."""
    return names_and_roles(runs_of(sentences))[:2]


def names_and_roles(
    placed_runs: Iterable[tuple[int, Sequence[Token], int, list[Token]]],
) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, set[str]]], dict[str, int], dict[int, list[list[Token]]]]:
    """The full names of an article, the roles that its people hold, and where each is named first; from its runs of
    capitalised words (``names.runs_of``).

    Returns
    -------
    Last and first word of each full name, in lower case, to the names and their counts; and the head of each role
    ("mayor" of "Mayor Ana Ruiz" and of "Ana Ruiz, the mayor of Halden") to the names that hold it, each with all words
    that are said of it there;
    each name to the number of the first sentence that gives it; and each number to the capitalised words of the
    full names in its sentence.
    """
    found: dict[str, dict[str, int]] = {}
    roles: dict[str, dict[str, set[str]]] = {}
    since: dict[str, int] = {}
    runs: dict[int, list[list[Token]]] = {}
    spelling: dict[str, str] = {}
    for number, words, start, capitals in placed_runs:
        for at, run in without_of(start, capitals):
            name = without_titles(run)
            late = name and _begins_late(name[0], words[at - 1] if at else name[0], len(name))
            name = name[1:] if late else name
            name = _person_behind_place(words, at, name)
            end = at + len(run)
            nickname, surname = _nickname(words, end)
            name = [*name, *surname]
            model = end < len(words) and words[end].text[0].isdigit() and not run[-1].lower.endswith("'s")
            if _is_full_name(name) and not model:  # "Orme Model 3", not "Ana Ruiz's 2019 plan"
                text = " ".join(part.text for part in name).removesuffix("'s").removesuffix("’s")
                text = spelling.setdefault(key_of_name(text), text)
                since.setdefault(text, number)
                runs.setdefault(number, []).append(run)
                for key in (*_parts(text), *nickname):
                    counts = found.setdefault(key, {})
                    counts[text] = counts.get(text, 0) + 1
                titles, before = run[: len(run) - len(name)], _before_name(words, at)
                for key, said in _roles_of(before, titles, words[end : end + 8]):
                    roles.setdefault(key, {}).setdefault(text, set()).update(said)
    for short in [text for text in since if _longer(text, found, since)]:  # "Van den Brink" beside "Eva van den Brink"
        del since[short]
        for key in _parts(short):
            found[key].pop(short, None)
    return found, roles, since, runs


def _is_full_name(name: Sequence[Token]) -> bool:
    """Whether capitalised words without their titles can be the full name of a person, or of a body like one."""
    if not 2 <= len(name) <= 4 or (len(name) == 2 and is_proper_adjective(name[0].text)):  # "British Orme"
        return False
    last = name[-1].lower
    return (
        not (last in speaker_words(ORGANIZATION) or last in speaker_words(DOCUMENT))
        and not any(part.text[0].isdigit() or "number" in classes_of(part.lower) for part in name)
        and not all(part.text.isupper() and len(part.text) > 2 for part in name)  # "FULL TEXT", "SEE MORE"
    )


def _person_behind_place(words: Sequence[Token], at: int, name: list[Token]) -> list[Token]:
    """The name of a person from the run of capitals at a place, without the country that the office goes to: "envoy to
    Norland *Li Holm*"."""
    if len(name) != 3 or at < 2:
        return name
    to = words[at - 1].lower == "to" and words[at - 2].lower in speaker_words("title")
    return name[1:] if to and name[-1].lower not in speaker_words(ORGANIZATION) else name


def _nickname(words: Sequence[Token], at: int) -> tuple[list[str], list[Token]]:
    """What somebody is called, in quotation marks or brackets at a place, and the surname behind it ("Luis *“Flaco”
    Herrera*"), or what they are known as: "Luis Herrera, who goes by *Lucho*,"."""
    if at + 3 >= len(words):
        return [], []
    called = next((k for k in range(at, min(at + _MOST_OF_ROLE + 2, len(words))) if is_capital(words[k])), at)
    if called > at and _CALLED.fullmatch(" ".join(word.lower for word in words[at:called])):
        return [words[called].lower], []
    if words[at].text not in _OPEN_NICKNAME or not is_capital(words[at + 1]):
        return [], []
    close = next((k for k in range(at + 2, min(len(words) - 1, at + 4)) if words[k].text in _CLOSE_NICKNAME), 0)
    if not close:
        return [], []
    last = close + 1
    while last < len(words) and is_capital(words[last]):
        last += 1
    nickname = " ".join(word.lower for word in words[at + 1 : close])
    return ([nickname], [*words[close + 1 : last]]) if last > close + 1 else ([], [])


_CALLED = re.compile(
    r"(?:, )?(?:who goes by|(?:who (?:is|was) )?(?:(?:also|better|widely|popularly|locally) )?"
    r"(?:known (?:to \w+ )?(?:as|by)|nicknamed))(?: the)?(?: [“\"‘'])?"
)
_OPEN_NICKNAME, _CLOSE_NICKNAME = ("“", '"', "‘", "'", "("), ("”", '"', "’", "'", ")")


def _begins_late(first: Token, before: Token, length: int) -> bool:
    """Whether a capitalised word is no part of the person's name behind it: an article, a day, or a month, also one
    that is a given name ("*In May* Ana Ruiz said")."""
    named = first.lower in given_names() and "preposition" not in classes_of(before.lower)
    opens = length == 2 and (before is first or before.text in OPENERS)
    other = is_verb(first.lower) or is_adjective(first.lower)
    if opens and other and first.lower not in (*given_names(), *speaker_words("place")):
        return True  # "Say Norland asks", "Poor Norland!"
    return is_article(first.lower) or (not named and bool(classes_of(first.lower) & {"time", "month"}))


def _parts(name: str) -> list[str]:
    """What a full name is called by later: its last words, without "Jr.", and its first word, if that is no
    abbreviation."""
    words = [word for word in name.split() if word.lower().rstrip(".") not in speaker_words("suffix")] or name.split()
    last = [" ".join(words[at:]).lower().replace("’", "'") for at in range(1, len(words))]
    parts = [*last, *([] if words[0].isupper() and len(words[0]) > 1 else [words[0].lower()])]
    return list(dict.fromkeys([*parts, *map(plain_letters, parts)]))


def _longer(name: str, full: Mapping[str, Mapping[str, int]], since: Mapping[str, int]) -> bool:
    """Whether the article has, before this name or with a given name, a longer one that ends with it."""
    longer = full.get(name.lower().replace("’", "'"), {})
    if name.split()[0].lower() in particles():
        return bool(longer)
    return any(other.split()[0].lower() in given_names() or since[other] < since[name] for other in longer)


SHORT_TITLES = {"sen.": "senator", "gov.": "governor", "rep.": "representative", "prof.": "professor"}
_IS = ("is", "remains", "became")
_MOST_OF_ROLE = 6
"""Words of a role at most; keeps the work linear."""


def role_keys(words: Sequence[Token]) -> list[str]:
    """What a role that ends some words is called: by its head ("minister"), and with the titles' words before it
    ("foreign minister"). A vice president is no president."""
    if not words or not (words[-1].lower in speaker_words("title") or words[-1].lower in speaker_words(PERSON)):
        return []
    first = len(words) - 1
    while first > len(words) - _MOST_OF_ROLE and first and words[first - 1].lower in speaker_words("title"):
        first -= 1
    last = SHORT_TITLES.get(words[-1].lower, words[-1].lower)
    keys = [" ".join([*(word.lower for word in words[at:-1]), last]) for at in range(len(words) - 1, first - 1, -1)]
    if last == "justice" and first < len(words) - 1 and words[-2].lower in speaker_words("address"):
        return ["judge"]  # "Mrs Justice Ruiz"
    return [key for key in keys if not keys[-1].startswith(("vice ", "deputy ", "former ")) or key == keys[-1]]


def _before_name(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The words before a name that can say who it is: three, and more as long as they are no small words or verbs."""
    first = max(0, at - 3)
    while first and at - first < _MOST_OF_ROLE and _goes_on(words[first - 1]) and _goes_on(words[first]):
        first -= 1
    return words[first:at]


def _goes_on(word: Token) -> bool:
    small = word.lower
    small_word = not word.is_word or small in function_words()
    return not small_word and (is_noun(small) or is_adjective(small) or is_capital(word))


def _roles_of(
    before: Sequence[Token], titles: Sequence[Token], behind: Sequence[Token]
) -> Iterator[tuple[str, set[str]]]:
    """The roles that stand before a name, in capitals or not, and in an apposition behind it ("Ana Ruiz, the mayor of
    Halden"): what each is called, with all words that are said of it there."""
    to = len(before) > 1 and before[-1].lower == "to" and not titles  # "the envoy to Norland Li Holm"
    phrases = [[*before[:-1]] if to else [*before, *titles]]
    if len(behind) > 2 and behind[1].text.isdigit() and behind[0].text == behind[2].text == ",":
        behind = behind[2:]  # "Ana Ruiz, 34, a baker,"
    if len(behind) > 2 and (is_article(behind[1].lower) or not is_capital(behind[1])):
        beside = phrase_of(behind[1:])
        closed = beside and (is_article(behind[1].lower) or not is_capital(head_phrase(beside)[-1]))
        if closed and (behind[0].text == "," or (behind[0].lower in _IS and is_article(behind[1].lower))):
            phrases.append(beside)
    for phrase, head in zip(phrases, (phrases[0], head_phrase(phrases[-1])), strict=False):
        for key in role_keys(head):
            yield key, {word.text for word in phrase}
