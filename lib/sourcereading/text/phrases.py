"""Noun phrases: the name or the head in them, without titles, roles and what only stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from types import MappingProxyType

from sourcereading.text.inflection import singular
from sourcereading.text.institutions import goes_on_with_of, list_marks, name_links
from sourcereading.text.name_words import (
    DOCUMENT,
    GROUP,
    ORGANIZATION,
    PERSON,
    given_names,
    is_article,
    is_capital,
    is_possessive,
    particles,
    speaker_words,
    text_of,
)
from sourcereading.text.parts_of_speech import (
    is_adjective,
    is_adverb,
    is_base,
    is_noun,
    is_participle,
    is_past,
    is_plain,
    is_proper,
    is_proper_adjective,
)
from sourcereading.text.sentence_words import ACRONYMS, classes_of, function_words
from sourcereading.text.sentences import Token

_CLAUSE_LIMIT = 10
"""Words of "those who …" that are shown."""


def joint(words: Sequence[Token], full: Mapping[str, object]) -> list[list[Token]]:
    """The names of those who speak together: "Mary Oost", "Jon Abel" and "her aunt" of "Mary Oost, Jon Abel and her
    aunt". One part where it is not so: "Food and Drug Administration", "a spokesman for Oost and Abel". ``full`` knows
    the surnames."""
    whole, both = words, bool(words) and words[0].lower == "both"
    words = _without_asides(words[both:])
    surnames = any(word.lower in full for word in words)
    links = set() if both or (surnames and len(words) == 3) else name_links(words) | list_marks(words)
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
        if not is_capital(parts[0][1]):
            return [list(whole)]  # "Officials in New York and North Velia"
        del parts[0][0]  # "Prosecutors Ana Ruiz and Jon Abel"
    one = len(parts) < 2 or not all(_is_one_of_several(part) for part in parts)
    pronoun = len(parts) > 1 and parts[0][0].lower in ("he", "she", "they")
    given = all(len(part) == 1 and part[0].lower in given_names() for part in parts)  # "Amy and Beth"
    named = both or surnames or pronoun or given or any(len(name_run(core_of(part, {}))) > 1 for part in parts)
    return [list(whole)] if one or not named else parts


def _without_asides(words: Sequence[Token]) -> list[Token]:
    """A phrase without what is set off behind names in it: a party and seat, an age, a role."""
    kept: list[Token] = []
    at = 0
    while at < len(words):
        mark = words[at].text
        close = {",": ",", "(": ")"}.get(mark, "")
        end = next((k for k in range(at + 1, len(words)) if words[k].text == close), 0) if close else 0
        if end and (mark == "(" or _is_aside(words[at + 1 : end])):
            at = end + (mark == "(")
        else:
            kept.append(words[at])
            at += 1
    return kept


def _is_aside(words: Sequence[Token]) -> bool:
    """Whether words between commas say more of the name before them: "R-Norland", "56", "the mayor of Halden"."""
    first = words[0].text if words else ""
    if len(words) > 1 and words[0].lower in ("of", "from"):
        return all(map(is_capital, words[1:]))
    if len(words) == 1:
        return first.isdigit() or (first[1:2] == "-" and first[2:3].isupper())
    role = bool(words) and is_article(words[0].lower) and not is_capital(words[1])
    return role and (words[0].lower != "the" or is_people(head_of(words[1:])))


def _is_one_of_several(part: Sequence[Token]) -> bool:
    """Whether a phrase is a name, with its titles and place, or a description with an article or possessive."""
    core = core_of(part, {})
    if len(part) == 1 and part[0].lower in ("he", "she", "they"):
        return True
    if is_article(part[0].lower) or is_possessive(part[0].lower):
        named = len(core) == len(part) == len(name_run(core)) + 1  # "the Times of Halden"
        return named or not any(word.lower == "of" or ends_head(word) for word in part)
    return bool(without_titles(name_run(core))) and (len(core) == len(part) or is_capital(core[-1]))


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
        if at and word.lower == "of" and (named := _behind_children(words, at)):
            return named
        if at and word.text not in ACRONYMS and (ends_head(word) or _is_time(word, core[-1])):
            core.extend(_ends_with_person(words, at))
            break
        if at and word.lower == "of" and core[-1].text[0].isupper() and not goes_on_with_of(core):
            person = core[-1].lower in full or (len(core) > 1 and core[-2].text[0].isupper())
            common = len(core) == 1 and is_noun(core[0].lower) and core[0].lower not in full  # "Dozens of people"
            if common and not is_capital(words[at + 1]):
                return []
            if person or at + 1 >= len(words) or not words[at + 1].text[0].isupper():
                break
        core.append(word)
    return core


def _behind_children(words: Sequence[Token], of: int) -> list[Token]:
    """The name behind somebody's children: "father of three *Dev Ruiz*"; not "head of three Catholic schools"."""
    name = [*takewhile(lambda word: word.is_word, words[of + 2 :])]
    counted = len(name) > 1 and "number" in classes_of(words[of + 1].lower) and not is_capital(words[of + 1])
    return name if counted and all(map(is_capital, name)) and is_people(words[of - 1].lower) else []


def _ends_with_person(words: Sequence[Token], at: int) -> list[Token]:
    """The name behind a title and its place: "Special envoy to Norland *Ana Ruiz*"; not "a spokesman for Ana Ruiz"."""
    title = words[at - 1].lower
    wants = title in speaker_words("candidate")
    known = wants or title in speaker_words("title") or title in speaker_words(PERSON)
    if words[0].lower in ("a", "an") or not known:
        return []
    doctor = next((k for k in range(at, len(words)) if words[k].lower in speaker_words("address")), at)
    field = [word.lower for word in words[at + 1 : doctor] if word.lower != "and"]
    if field and all(is_plain(word) for word in field):
        return [*takewhile(is_capital, words[doctor + 1 :])]  # "Spokesperson on Health and Sport Dr Alva Holm"
    end = next((place for place in range(at, len(words)) if not words[place].is_word), len(words))
    first = end
    while first > at and is_capital(words[first - 1]):
        first -= 1
    given = _given_name(words[first:end], 0)
    if wants and given == 0 and first - at > 1 and end - first > 1:
        return [*words[first:end]]  # "Candidate for governor *Ana Ruiz*"
    place = first == at + 1 and end - first == 3 and words[end - 1].lower not in speaker_words(ORGANIZATION)
    return [*words[first + (given or 1) : end]] if given or place else []


def _is_time(word: Token, before: Token) -> bool:
    """Whether a word is a day behind a common noun: "a report Friday"."""
    common = before.text[0].islower() and (before.lower not in function_words() or before.lower in ("on", "in"))
    return is_capital(word) and common and "time" in classes_of(word.lower)


def phrase_of(words: Sequence[Token]) -> list[Token]:
    """A noun phrase up to its first mark or relative clause, prepositions kept: "an official familiar with it"."""
    phrase: list[Token] = []
    links = name_links(words)
    for at, word in enumerate(words):
        if phrase and at not in links and (
            (word.lower in ("who", "which", "that") and word.text not in ACRONYMS)
            or (not word.is_word and word.text not in "&/'’%$")
            or _is_time(word, phrase[-1])
        ):
            break
        phrase.append(word)
    while 2 < len(phrase) < len(words) and (ends_head(phrase[-1]) or phrase[-1].lower in speaker_words("behind")):
        phrase.pop()  # "a report by the board late on Thursday"
    return phrase


def short_phrase(words: Sequence[Token]) -> list[Token]:
    """A description without what only stands around its noun: "*the draft* adopted on Friday", "even *critics*", "*the
    ministers* all". What a person is or does stays: "officials briefed on the plan"."""
    if any(word.lower == "those" and after.lower == "who" for word, after in pairwise(words)):
        return _with_clause(words)
    phrase = [*words] if _is_row(words) else phrase_of(words)
    while len(phrase) > 1 and phrase[0].lower in speaker_words("before"):
        phrase = phrase[1:]
    while len(phrase) > 1 and (
        _only_stresses(phrase[-1])
        or "coordinator" in classes_of(phrase[-1].lower)
        or (phrase[-1].lower == "those" and phrase[-2].lower == "and")
    ):
        phrase = phrase[:-1]
    for at in range(1, len(phrase)):
        word, before = phrase[at].lower, phrase[at - 1]
        if before.lower.endswith(("'s", "s'")) or before.lower in function_words():
            continue  # "Ruiz's thinking", "the left"
        noun = is_noun(before.lower) or before.lower in speaker_words(DOCUMENT) or is_capital(before)
        last = at + 1 == len(phrase)
        more = not last and bool(classes_of(phrase[at + 1].lower) & {"preposition", "adverb", "article", "determiner"})
        if is_capital(phrase[at]) and is_capital(before):
            continue  # "Manchester United"
        modifies = is_participle(word) or (word.endswith("ed") and is_past(word)) or word.endswith("ing")
        if modifies and noun and not is_noun(word) and (last or (more and not is_people(before.lower))):
            phrase = phrase[:at]
            clause = at - len(name_run(phrase))
            if 1 < clause < at and is_noun(phrase[clause - 1].lower) and is_article(phrase[0].lower):
                phrase = phrase[:clause]  # "a speech Ruiz gave"
            break
    return phrase


def _is_row(words: Sequence[Token]) -> bool:
    """Whether a phrase is a row of nouns: "doctors, nurses and porters", "officials in Velia, Norland and Halden"."""
    marks = [at for at, word in enumerate(words) if not word.is_word]
    joined = next((at for at, word in enumerate(words) if word.lower == "and"), 0)
    if not marks or marks[-1] > joined or joined + 1 >= len(words) or len(words) > _CLAUSE_LIMIT:
        return False
    clause = any(word.lower in ("who", "which", "that") for word in words)
    return not clause and all(words[at].text == "," for at in marks) and marks[0] > 0


def _with_clause(words: Sequence[Token]) -> list[Token]:
    """ "Those" with the clause that says who they are, up to a mark; of a long clause what stands before a small
    word."""
    phrase = [*takewhile(lambda word: word.is_word or word.text in "'’&$%", words)]
    if len(phrase) > _CLAUSE_LIMIT:
        small = (at for at in range(_CLAUSE_LIMIT, 3, -1) if phrase[at].lower in function_words())
        phrase = phrase[: next(small, _CLAUSE_LIMIT)]
    while len(phrase) > 1 and (phrase[-1].lower in function_words() or is_adverb(phrase[-1].lower)):
        phrase.pop()
    return phrase


def _only_stresses(word: Token) -> bool:
    return word.lower in speaker_words("behind") or (is_adverb(word.lower) and not is_capital(word))


def ends_head(word: Token) -> bool:
    """Whether what goes before a word is the head of its phrase: a preposition but "of", or a relative pronoun."""
    return word.lower != "of" and not classes_of(word.lower).isdisjoint(("preposition", "relative"))


def head_of(words: Sequence[Token]) -> str:
    """The head noun of a noun phrase: the last word before its first preposition."""
    return head_phrase(words)[-1].lower


def head_phrase(words: Sequence[Token]) -> Sequence[Token]:
    """A noun phrase up to its first preposition, or to an adjective before that: "*a source* close to Ruiz"."""
    for at, word in enumerate(words):
        if at and (word.lower == "of" or ends_head(word)):
            while at > 1 and _says_more(words[at - 1]) and is_people(words[at - 2].lower):
                at -= 1
            return words[:at]
    return words


def is_a_people(word: str) -> bool:
    """Whether a word in lower case is the name of a people: "norwegians", "europeans"."""
    one = singular(word)
    people = is_proper_adjective(one.capitalize()) or (one.endswith(("an", "i", "ese")) and is_proper(one.capitalize()))
    return one != word and people and one not in given_names()


def is_people(word: str) -> bool:
    """Whether a noun is one for people: "spokesman", "officials", "mayor"."""
    return any(word in speaker_words(kind) for kind in (PERSON, GROUP, "title"))


def _says_more(word: Token) -> bool:
    """Whether a word behind a noun is an adjective or a participle: "officials *familiar* with it"."""
    small = word.lower
    listed = is_noun(small) or small in speaker_words("title")  # "attorney general"
    return word.text[0].islower() and not listed and (is_adjective(small) or is_participle(small))


def title_of(words: Sequence[Token]) -> str:
    """Words before a name as a role, without an article; a bare form of address ("Mr", "Lady") is none, nor is what
    a person is to another ("her opposite number")."""
    first = words[0].lower if words else ""
    if (is_possessive(first) and first != "its") or all(word.lower in speaker_words("address") for word in words):
        return ""
    while words and ((words[-1].lower in speaker_words("address") and gender_of(words[-1:])) or not words[-1].is_word):
        words = words[:-1]  # "Former minister Sir"
    while words and is_participle(words[-1].lower):
        words = words[:-1]  # "a member named"
    while words and (words[0].lower in function_words() or not words[0].is_word):
        words = words[1:]  # "the", "with", "both"
    last = words[-1].lower if words else ""
    clause = any("auxiliary" in classes_of(word.lower) or is_past(word.lower) for word in words)
    return "" if clause or last in speaker_words(DOCUMENT) or last in function_words() else text_of(words)


def role_of(apposition: str) -> str:
    """An apposition that says what a person is."""
    words = apposition.split(" ")
    if not is_article(words[0].lower()) and words[0].lower() != "its":
        return ""
    verb = next((at for at, word in enumerate(words) if is_past(word) and at > 1), len(words))
    if not {"who", "which", "that", "whose"} & {*words[:verb]}:
        words = words[:verb]  # where no comma closes it: "a former minister wrote"
    while words and words[-1].lower() in function_words():
        words.pop()  # where a long one is cut: "a writer at the"
    return " ".join(words)


def name_run(core: Sequence[Token]) -> list[Token]:
    """The capitalised words that end a noun phrase; none where its head is a common noun."""
    links = name_links(core)
    for at, word in enumerate(core):
        whose = at and word.lower == "of" and at not in links and at + 1 < len(core)
        if whose and (core[at - 1].text[0].islower() or is_article(core[at + 1].lower)):
            return []  # "a friend of Ruiz" is not Ruiz, nor "the Chairman of the Board" the board
    run: list[Token] = []
    for at, word in reversed([*enumerate(core)]):
        capital = is_capital(word) or word.text[0].isdigit()
        joins = run and (word.lower in particles() or word.text in ("&", "’", "'") or word.lower == "of")
        if at not in links and (is_article(word.lower) or not (capital or joins)):
            break
        run.append(word)
    run.reverse()
    while len(run) > 2 and run[-1].lower in speaker_words("letters"):
        run.pop()  # "Ana Ruiz KC"
    if not any(part.isupper() for word in run for part in word.text):
        return []  # a number is no name
    while run and not (is_capital(run[0]) or run[0].text[0].isdigit() or run[0].lower in particles()):
        run.pop(0)
    opens = len(run) == len(core) > 1 and run[0].lower in function_words()
    opens = opens and not is_base(run[1].lower)  # "Just Stop Oil"
    if opens and run[0].lower not in given_names() and run[0].text not in ACRONYMS:
        run = run[1:]
        if run[0].lower == "of":
            return []  # "Half of Norland Democrats"
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
    if len(run) == 1 and last not in speaker_words("title"):
        return run
    office = bool(run) and run[0].lower in speaker_words("title") and run[0].lower not in speaker_words("office")
    if office and run[1:] and run[1].lower == "of" and last in speaker_words(GROUP):
        return []  # "Superintendent of Police"
    if last in speaker_words(ORGANIZATION) or (len(run) > 1 and last in speaker_words(GROUP)):
        return run  # "State Department", "Liberal Democrats": a title's word begins the name of an institution
    links = name_links(run)
    first = 0
    for at, word in enumerate(run):
        rest = len(run) - at - 1
        if at - 1 in links:
            continue
        if not rest and at and (run[at - 1].lower in given_names() or (word.text.isupper() and first < at)):
            break  # "Joan Judge", "Age UK"
        if not rest and word.lower in full:
            break
        if rest == 1 and first == at and word.lower in given_names():
            break  # "Dean Holm"
        after = run[at + 1].lower if rest else ""
        body = after in speaker_words(ORGANIZATION) or after in speaker_words("company")
        if is_capital(word) and body and not _ends_with_one(run[at + 1 :]):
            break  # "House Committee on Ferries", "Children's Hospital of Halden"
        if _is_country_of_body(word, run[at + 1 : at + 3]) or (at and _is_office_of_body(run, at)):
            break
        if (word.lower in speaker_words("title") and at + 1 not in links) or (rest and word.lower.endswith("-old")):
            first = at + 1
        elif word.lower.endswith("'s") and after == "of":
            break  # "Lloyd's of Halden"
        elif word.lower.endswith(("'s", "s'")) and after in full:
            first = at + 1  # "Orme's Ruiz"
        elif rest > 1 and (word.lower in speaker_words(PERSON) or word.lower.endswith(("'s", "s'"))):
            first = at + 1  # "Applicant Ana Ruiz", "the Post's Ana Ruiz"
    name = run[_given_name(run, first) :]
    return [] if name and name[0].lower == "of" else name  # "CEO of Orme Lines"


def _is_country_of_body(word: Token, behind: Sequence[Token]) -> bool:
    """Whether a country in capitals begins the name of a body: "*US* Soccer", "*U.S.* Steel"; not "US Senator"."""
    if not word.text.isupper() or len(behind) != 1:
        return False
    after = behind[0].lower
    return is_plain(after) and after not in given_names() and after not in speaker_words("title")


def _is_office_of_body(run: Sequence[Token], at: int) -> bool:
    """Whether a word that is part of an office stands without one: "Public *Health* England", not "Norland Health
    Minister"."""
    if run[at].lower not in speaker_words("office") or run[at - 1].lower == "of":
        return False
    return not any(word.lower in speaker_words("title") or word.lower in given_names() for word in run[at + 1 :])


def _ends_with_one(words: Sequence[Token]) -> bool:
    """Whether what begins with an institution ends with a person: "Committee Chairman Ruiz", "Party's Holm"."""
    small = next((at for at, word in enumerate(words) if not is_capital(word)), len(words))
    titled = any(word.lower in speaker_words("title") for word in words[1:small])
    return titled or any(word.lower in given_names() or word.lower.endswith(("'s", "s'")) for word in words)


def _given_name(run: Sequence[Token], first: int) -> int:
    """Where a name begins behind a word that no list has: "Surgeon *Ana* Ruiz", but "San Francisco Bridge"."""
    given = next((at for at in range(first, len(run) - 1) if run[at].lower in given_names()), first)
    for word in run[first:given]:
        opens = word.lower in particles() or word.lower in speaker_words("place") or len(word.text.rstrip(".")) == 1
        if opens or is_article(word.lower) or not is_capital(word):
            return first
    return given


def gender_of(words: Sequence[Token]) -> str:
    """The gender that the first title or word for a person among some words has ("Mrs.", "chairman"); "" for none."""
    for word in words:
        gender = speaker_words("title").get(word.lower) or speaker_words("person").get(word.lower)
        if gender:
            return gender
    return ""
