"""Proper names: where they are in a sentence, and where in a noun phrase, without titles and roles.

A name is a run of capitalised words, with the small words that join them ("Ana de Ruiz", "Ministry of Health").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from sourcereading.text.lexicon import lexicon
from sourcereading.text.parts_of_speech import is_adverb
from sourcereading.text.sentence_words import ACRONYMS, classes_of, function_words
from sourcereading.text.sentences import TEXT, Sentence, Token

PERSON, GROUP, ORGANIZATION, DOCUMENT, UNKNOWN = "person", "group", "organization", "document", ""
OPENERS = frozenset("\"“‘'«([:—–")
"""After these a capital may be that of a sentence's first word."""
_ARTICLES = ("the", "a", "an")
_BEFORE_TIME = ("on", "in", "late", "early", "released")
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


def key_of_name(name: str) -> str:
    """What spellings of one name have in common: case, full stops and middle initials aside ("J.R. Oost" and "J. R.
    Oost", "Ana M. Ruiz" and "Ana Ruiz")."""
    parts = name.casefold().replace("’", "'").replace(".", ". ").split()
    first = next((at for at, part in enumerate(parts) if len(part.rstrip(".")) > 1), 0)
    inner = [part for part in parts[first + 1 : -1] if len(part) > 2 or not part.endswith(".")]
    return " ".join(part.rstrip(".") for part in (*parts[: first + 1], *inner, *parts[first + 1 :][-1:]))


def name_links(words: Sequence[Token]) -> set[int]:
    """The places of small words within the name of an institution: "Office *for* National Statistics", "Friends *of
    the* Earth", "the Food *and* Drug Administration"."""
    found: set[int] = set()
    for at in range(1, len(words) - 1):
        word = words[at].lower
        after = at + 1 + (words[at + 1].lower == "the")
        named = after < len(words) and _capital(words[after]) and "time" not in classes_of(words[after].lower)
        if not named or not _capital(words[at - 1]):
            continue
        if word in ("of", "for", "on", "in"):
            institution = words[at - 1].lower in speaker_words(ORGANIZATION)
            if (institution and word != "in") or (found and word in ("of", "in")):
                found.update(range(at, after))
        elif word == "and" and after == at + 1 and _one_name(words, at, found):
            found.add(at)
    return found


def _one_name(words: Sequence[Token], at: int, links: set[int]) -> bool:
    """Whether "and" between capitalised words joins parts of one name, not two names."""
    first, last = at, at + 1
    while first > 0 and _capital(words[first - 1]) and words[first - 1].lower not in _ARTICLES:
        first -= 1
    while last < len(words) and _capital(words[last]):
        last += 1
    before, after = words[first:at], words[at + 1 : last]
    institution = after[-1].lower in speaker_words(ORGANIZATION)
    if first - 1 in links:  # "Department of Health and Human Services"
        return not (after[0].lower in given_names() or after[0].lower in speaker_words("title"))
    article = first > 0 and words[first - 1].lower == "the"
    if len(before) == len(after) == 1 and first == article and last == len(words):
        return before[0].lower not in given_names()  # "Marks and Spencer"
    other = any(word.lower in speaker_words(ORGANIZATION) or word.lower in speaker_words("title") for word in before)
    return article and institution and len(after) > 1 and not other


def joint(words: Sequence[Token], full: Mapping[str, object]) -> list[list[Token]]:
    """The names of those who speak together: "Mary Oost", "Jon Abel" and "her aunt" of "Mary Oost, Jon Abel and her
    aunt". One part where it is not so: "Food and Drug Administration", "a spokesman for Oost and Abel". ``full`` knows
    the surnames."""
    surnames = any(word.lower in full for word in words)
    links = set() if surnames and len(words) == 3 else name_links(words)
    parts: list[list[Token]] = [[]]
    for at, word in enumerate(words):
        if at not in links and (word.lower == "and" or word.text == ","):
            if parts[-1]:
                parts.append([])
        elif not word.is_word and word.text not in "&/'’.-":
            break
        else:
            parts[-1].append(word)
    parts = [part for part in parts if part]
    if len(parts) > 1 and parts[0][0].lower in speaker_words(GROUP) and len(parts[0]) > 2:
        del parts[0][0]  # "Prosecutors Ana Ruiz and Jon Abel"
    whole = len(parts) < 2 or not all(_is_one_of_several(part) for part in parts)
    named = surnames or any(len(name_run(core_of(part, {}))) > 1 for part in parts)
    return [list(words)] if whole or not named else parts


def _is_one_of_several(part: Sequence[Token]) -> bool:
    """Whether a phrase is a name, with its titles and place, or a description with an article or possessive."""
    core = core_of(part, {})
    if part[0].lower in _ARTICLES or part[0].lower in POSSESSIVES:
        return not any(word.lower in _NAME_ENDS or word.lower == "of" for word in part)
    return bool(without_titles(name_run(core))) and (len(core) == len(part) or _capital(core[-1]))


def _capital(word: Token) -> bool:
    return word.is_word and word.text[0].isupper()


def core_of(words: Sequence[Token], full: dict[str, dict[str, int]]) -> list[Token]:
    """A noun phrase up to its first mark, relative clause or preposition; "of" goes on with the name of an
    institution ("Ministry of Health"), not behind a person's ("Ruiz of Halden"; ``full`` knows the surnames)."""
    core: list[Token] = []
    links = name_links(words)
    for at, word in enumerate(words):
        if at in links:
            core.append(word)
            continue
        if not word.is_word and word.text not in ("&", "/", "'", "’"):
            break
        if at and word.text not in ACRONYMS and (word.lower in _NAME_ENDS or _is_time(word, core[-1])):
            core.extend(_ends_with_person(words, at))
            break
        if at and word.lower == "of" and core[-1].text[0].isupper() and not goes_on_with_of(core[-1].lower):
            person = core[-1].lower in full or (len(core) > 1 and core[-2].text[0].isupper())
            if person or at + 1 >= len(words) or not words[at + 1].text[0].isupper():
                break
        core.append(word)
    return core


def _ends_with_person(words: Sequence[Token], at: int) -> list[Token]:
    """The name behind a title and its place: "Special envoy to Norland *Ana Ruiz*"; not "a spokesman for Ana Ruiz"."""
    title = words[at - 1].lower
    if words[0].lower in ("a", "an") or not (title in speaker_words("title") or title in speaker_words(PERSON)):
        return []
    end = next((place for place in range(at, len(words)) if not words[place].is_word), len(words))
    first = end
    while first > at and _capital(words[first - 1]):
        first -= 1
    given = _given_name(words[first:end], 0)
    return [*words[first + given : end]] if given else []


def _is_time(word: Token, before: Token) -> bool:
    """Whether a word is a day behind a common noun: "a report Friday"."""
    common = before.text[0].islower() and (before.lower not in function_words() or before.lower in ("on", "in"))
    return _capital(word) and common and "time" in classes_of(word.lower)


def goes_on_with_of(word: str) -> bool:
    """Whether "of" after a capitalised word is part of the name: "Ministry of Health", not "Ruiz of Halden"."""
    return word in speaker_words("title") or word in speaker_words(ORGANIZATION)


def phrase_of(words: Sequence[Token]) -> list[Token]:
    """A noun phrase up to its first mark or relative clause, prepositions kept: "an official familiar with it"."""
    phrase: list[Token] = []
    for word in words:
        if phrase and (
            (word.lower in ("who", "which", "that") and word.text not in ACRONYMS)
            or (not word.is_word and word.text not in "&/'’")
            or _is_time(word, phrase[-1])
        ):
            break
        phrase.append(word)
    while 2 < len(phrase) < len(words) and phrase[-1].lower in _BEFORE_TIME:
        phrase.pop()  # "a report by the board late on Thursday"
    return phrase


def head_of(words: Sequence[Token]) -> str:
    """The head noun of a noun phrase: the last word before its first preposition."""
    return head_phrase(words)[-1].lower


def head_phrase(words: Sequence[Token]) -> Sequence[Token]:
    """A noun phrase up to its first preposition."""
    for at, word in enumerate(words):
        if at and (word.lower in _NAME_ENDS or word.lower == "of"):
            return words[:at]
    return words


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
    links = name_links(core)
    for at, word in enumerate(core):
        if at and word.lower == "of" and core[at - 1].text[0].islower():
            return []  # "a friend of Ruiz" is not Ruiz
    run: list[Token] = []
    for at, word in reversed([*enumerate(core)]):
        capital = word.text[0].isupper() or word.text[0].isdigit()
        joins = run and (word.lower in particles() or word.text in ("&", "’", "'") or word.lower == "of")
        if at not in links and (word.lower in _ARTICLES or not (capital or joins)):
            break
        run.append(word)
    run.reverse()
    if not any(part.isupper() for word in run for part in word.text):
        return []  # a number is no name
    while run and not (run[0].text[0].isupper() or run[0].text[0].isdigit() or run[0].lower in particles()):
        run.pop(0)
    opens = len(run) == len(core) > 1 and run[0].lower in function_words()
    if opens and run[0].lower not in given_names() and run[0].text not in ACRONYMS:
        run = run[1:]
    if (
        len(run) == 1
        and run[0] is core[0]
        and run[0].text not in ACRONYMS
        and (
            run[0].lower in function_words()
            or run[0].lower in speaker_words("group")
            or run[0].lower in speaker_words("organization")
        )
    ):
        return []
    return run


def without_titles(run: list[Token], full: Mapping[str, object] = MappingProxyType({})) -> list[Token]:
    """A name without the titles before it; titles alone are no name, but a surname may be a title's word ("Joan
    Judge", and "Judge" where ``full`` has it)."""
    last = run[-1].lower if run else ""
    if last in speaker_words(ORGANIZATION) or (len(run) > 1 and last in speaker_words(GROUP)):
        return run  # "State Department", "Liberal Democrats": a title's word begins the name of an institution
    links = name_links(run)
    first = 0
    for at, word in enumerate(run):
        rest = len(run) - at - 1
        if at - 1 in links:
            continue
        if not rest and ((at and run[at - 1].lower in given_names()) or word.lower in full):
            break
        if word.lower in speaker_words("title") and at + 1 not in links:
            first = at + 1
        elif rest and word.lower.endswith("'s") and run[at + 1].lower == "of":
            break  # "Lloyd's of Halden"
        elif rest > 1 and (word.lower in speaker_words(PERSON) or word.lower.endswith(("'s", "s'"))):
            first = at + 1  # "Applicant Ana Ruiz", "the Post's Ana Ruiz"
    return run[_given_name(run, first) :]


def _given_name(run: Sequence[Token], first: int) -> int:
    """Where a name begins behind a word that no list has: "Surgeon *Ana* Ruiz", but "San Francisco Bridge"."""
    given = next((at for at in range(first, len(run) - 1) if run[at].lower in given_names()), first)
    for word in run[first:given]:
        opens = word.lower in particles() or word.lower in speaker_words("place") or len(word.text.rstrip(".")) == 1
        if opens or word.lower in _ARTICLES or not _capital(word):
            return first
    return given


def gender_of(words: Sequence[Token]) -> str:
    """The gender that the first title or word for a person among some words has ("Mrs.", "chairman"); "" for none."""
    for word in words:
        gender = speaker_words("title").get(word.lower) or speaker_words("person").get(word.lower)
        if gender:
            return gender
    return ""


def full_names(sentences: Sequence[Sentence]) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, set[str]]]]:
    """The full names of an article, and the roles that its people hold (see ``_names``)."""
    return names_and_roles(sentences)[:2]


def names_and_roles(
    sentences: Sequence[Sentence],
) -> tuple[
    dict[str, dict[str, int]], dict[str, dict[str, set[str]]], dict[str, int], dict[int, list[list[Token]]]
]:
    """The full names of an article, the roles that its people hold, and where each is named first.

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
    for number, sentence in enumerate(sentences):
        if sentence.kind is not TEXT:
            continue
        words = sentence.tokens
        for at, run in _without_of(name_runs(words)):
            name = without_titles(run)
            name = name[1:] if name and _begins_late(name[0], words[at - 1] if at else name[0]) else name
            end = at + len(run)
            if (
                2 <= len(name) <= 4
                and not any(part.text[0].isdigit() for part in name)
                and not all(part.text.isupper() and len(part.text) > 2 for part in name)  # "FULL TEXT", "SEE MORE"
                and not (name[-1].lower in speaker_words(ORGANIZATION) or name[-1].lower in speaker_words(DOCUMENT))
            ):
                text = " ".join(part.text for part in name).removesuffix("'s").removesuffix("’s")
                text = spelling.setdefault(key_of_name(text), text)
                since.setdefault(text, number)
                runs.setdefault(number, []).append(run)
                for key in _parts(text):
                    counts = found.setdefault(key, {})
                    counts[text] = counts.get(text, 0) + 1
                titles, before = run[: len(run) - len(name)], words[max(0, at - 3) : at]
                for key, said in _roles_of(before, titles, words[end : end + 8]):
                    roles.setdefault(key, {}).setdefault(text, set()).update(said)
    for short in [text for text in since if _longer(text, found, since)]:  # "Van den Brink" beside "Eva van den Brink"
        del since[short]
        for key in _parts(short):
            found[key].pop(short, None)
    return found, roles, since, runs


def _begins_late(first: Token, before: Token) -> bool:
    """Whether a capitalised word is no part of the person's name behind it: an article, a day, or a month, also one
    that is a given name ("*In May* Ana Ruiz said")."""
    named = first.lower in given_names() and "preposition" not in classes_of(before.lower)
    return first.lower in _ARTICLES or (not named and bool(classes_of(first.lower) & {"time", "month"}))


def _parts(name: str) -> list[str]:
    """What a full name is called by later: its last words, without "Jr.", and its first word, if that is no
    abbreviation."""
    words = [word for word in name.split() if word.lower().rstrip(".") not in speaker_words("suffix")]
    last = [" ".join(words[at:]).lower().replace("’", "'") for at in range(1, len(words))]
    return list(dict.fromkeys([*last, *([] if words[0].isupper() and len(words[0]) > 1 else [words[0].lower()])]))


def _longer(name: str, full: Mapping[str, Mapping[str, int]], since: Mapping[str, int]) -> bool:
    """Whether the article has, before this name or with a given name, a longer one that ends with it."""
    longer = full.get(name.lower().replace("’", "'"), {})
    if name.split()[0].lower() in particles():
        return bool(longer)
    return any(other.split()[0].lower() in given_names() or since[other] < since[name] for other in longer)


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


def people_named(words: Sequence[Token]) -> list[str]:
    """The full names with a known given name, also in a title: "A talk with *Ana Ruiz*"."""
    found = []
    for _, run in name_runs(words):
        given = next((at for at, word in enumerate(run[:-1]) if word.lower in given_names()), None)
        if given is not None and len(run) - given < 5:
            found.append(text_of(run[given:]))
    return found


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
    """The capitalised words that begin at a token, up to a possessive; a function word that opens the sentence,
    or a quotation in it, is none."""
    run: list[Token] = []
    while at < len(words) and words[at].is_word and words[at].text[0].isupper():
        if not run and _only_opens(words, at):
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
    small = word.lower in function_words() or (word.lower.endswith("ly") and is_adverb(word.lower))
    if not small or word.text in ACRONYMS:
        return False
    named = word.lower in given_names() and at + 1 < len(words) and _capital(words[at + 1])
    return not named


def role_keys(words: Sequence[Token]) -> list[str]:
    """What a role that ends some words is called: by its head ("minister"), and with the titles' words before it
    ("foreign minister"). A vice president is no president."""
    if not words or not (words[-1].lower in speaker_words("title") or words[-1].lower in speaker_words(PERSON)):
        return []
    first = len(words) - 1
    while first and words[first - 1].lower in speaker_words("title"):
        first -= 1
    keys = [" ".join(word.lower for word in words[at:]) for at in range(len(words) - 1, first - 1, -1)]
    return [key for key in keys if not keys[-1].startswith(("vice ", "deputy ", "former ")) or key == keys[-1]]


def _roles_of(
    before: Sequence[Token], titles: Sequence[Token], behind: Sequence[Token]
) -> Iterator[tuple[str, set[str]]]:
    """The roles that stand before a name, in capitals or not, and in an apposition behind it ("Ana Ruiz, the mayor of
    Halden"): what each is called, with all words that are said of it there."""
    phrases = [[*before, *titles]]
    if len(behind) > 2 and behind[0].text == "," and behind[1].lower in _ARTICLES:
        phrases.append(phrase_of(behind[1:]))
    for phrase, head in zip(phrases, (phrases[0], head_phrase(phrases[-1])), strict=False):
        for key in role_keys(head):
            yield key, {word.text for word in phrase}
