"""Labels of interviews and transcripts: who speaks, before the words ("VALE:", "Q.", "[00:12] Ana Ruiz:").

Much else has this form: a dateline, a note, a fact box, a list of scores. A text has labels of speakers where they
alternate and what they label is talk: a question, or words of a first or second person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sourcereading.text.lexicon import lexicon
from sourcereading.text.name_words import given_names, speaker_words
from sourcereading.text.parts_of_speech import is_listed
from sourcereading.text.sentence_words import classes_of
from sourcereading.text.verbs import verbs

QUESTION, ANSWER, ROLE, UNKNOWN, NOTE = "question", "answer", "role", "unknown", "note"
BY = "by"
DIRECTION, CLIP, INTERVIEW, EDITED, PROMPT = "direction", "clip", "interview", "edited", "prompt"
_I = frozenset(("i", "me", "my", "mine", "myself"))
FIRST_PERSON = _I | frozenset(("we", "us", "our", "ours"))
SECOND_PERSON = frozenset(("you", "your", "yours", "yourself"))
ARTICLES = frozenset(("the", "a", "an", "some"))
"""Words before the role of a speaker: "The Chair", "An hon. member"."""
_TO_AND_FRO = SECOND_PERSON | {"me", "us"}

_STAMP = r"[(\[]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[)\]]?"
_WORD = r"[^\W\d_][\w.'’‑-]{0,30}"
_OPENS = rf"[\"“*_>•\s–—-]{{0,6}}(?P<stamp>{_STAMP}[\s|–—-]{{0,3}})?[*_]{{0,3}}"
_LABEL = re.compile(
    rf"{_OPENS}(?P<open>[(\[])?(?P<name>{_WORD}(?:\s{_WORD}){{0,5}}(?:\s?#?\d{{1,3}}(?!\d|:\d))?)"
    r"(?:(?:,|\s--)\s(?P<role>[^:?!\n“”\"()\[\]]{1,70}))?(?P<close>[)\]])?"
    rf"(?:\s?[(\[][^()\[\]\n]{{1,60}}[)\]]){{0,2}}(?P<late>\s{{0,3}}{_STAMP})?[*_]{{0,3}}\s?(?P<colon>:)?"
    r"[*_]{0,3}(?=[\s\"“‘'«]|$)\s*"
)
# "**Ana Ruiz** What worries me is …", or the same without its bold print.
_RUN_IN = re.compile(
    r"(?P<bold>\*\*)?(?P<name>[A-ZÀ-Ž][\w'’-]+\s[A-ZÀ-Ž][\w'’-]+)(?(bold)[:.]?\*\*)\s+(?=[\"“]?[A-ZÀ-Ž])"
)
_DOTTED = re.compile(rf"{_OPENS}(?P<name>[QA]\d{{0,3}})[.:)][*_]{{0,3}}(?=\s|$)\s*")
_REPLY = re.compile(
    r"(?:yes|no|yeah|right|exactly|true|absolutely|definitely|indeed|(?:i|you|s?he|it|we|they|there|that)\s"
    r"(?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must)(?:n['’]t|\snot)?)[.,!—–]",
    re.IGNORECASE,
)
_BARE_Q = re.compile(r"(?P<name>Q)\s+(?=[A-Z\"“(\[])")
"""The label of a question in a briefing: "Q Will you close it?"; such a text has several that end so."""
_MARKED = re.compile(r"\d:\d|[:)\]]|--")
"""What shows that words on a line of their own are a label: a colon, a time, brackets or two dashes."""
# "It may. VALE: When?": turns that have lost the ends of their lines.
_GLUED = re.compile(
    r"(?<=[.?!…”\"')\]—–-]\s)(?P<name>[A-Z][A-Z.'’ -]{0,30}[A-Z])(?:,\s[A-Z][A-Z .-]{1,40})?(?:\s\([^()\n]{1,40}\))?:\s"
)
_DASHED = re.compile(rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,3}})\s?(?:[–—|>]|--|(?<=[A-Z]{{2}})\.)\s")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_PAIR = re.compile(r"(?=\b([^\W\d_]+)\s([^\W\d_][\w'’-]*))[A-ZÀ-Ž]")
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_DIRECTED = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST = 200
"""Characters at the start of a paragraph that are looked at."""
_PARTICLE = 3
"""Letters of a small word within a name: "van", "of"."""
_ENDS = tuple(".?!…—–-")
"""How the words of a turn end, and those of a headline do not."""
_OPENING = "“\"‘'"
_SHORT_DIRECTION = 3
"""Words of a stage direction in small letters."""
_QUESTION_WORDS = 70
"""Words of a paragraph that is a question."""


class Label(NamedTuple):
    """Who speaks, at the start of a paragraph: its span with the white space behind it, the span of the name, that of a
    role behind the name (empty where there is none) and the kind of label: question, answer, role, "by" ("BY MR.
    HOLM:", before questions of Holm's), or "" for a name."""

    start: int
    end: int
    name: tuple[int, int]
    role: tuple[int, int]
    kind: str


class _Candidate(NamedTuple):
    """What has the form of a label, in a paragraph."""

    paragraph: int
    label: Label
    name: str  # in small letters
    key: str  # what the short and the long form of a label have in common: the last word of the name
    common: bool  # the words are ordinary ones
    capitals: bool
    empty: bool  # what it labels is in the next paragraph
    bare: bool  # it stands alone, without a colon
    turn: str  # the words that it labels


@cache
def label_terms(kind: str) -> frozenset[str]:
    """The terms of one class of ``data/lexicons/transcript_labels.csv``."""
    rows = lexicon("transcript_labels", ("term", "class", "example"))
    return frozenset(row["term"] for row in rows if row["class"] == kind)


@cache
def _roles() -> frozenset[str]:
    """Words that say what a person is, as labels do: "Moderator", "the President"."""
    return label_terms(ROLE) | label_terms(UNKNOWN) | {*speaker_words("title"), *speaker_words("person"), *ARTICLES}


@cache
def _bodies() -> frozenset[str]:
    """Words in which the name of an outlet or an office ends: "Lake County News"."""
    return frozenset((*speaker_words("newspaper"), *speaker_words("organization"), *speaker_words("company")))


def words_of(text: str) -> set[str]:
    """The words of a text outside quotation marks, in lower case; "I'm" is "i"."""
    words = (word.replace("’", "'").lower() for word in _WORDS.findall(_QUOTED.sub(" ", text)))
    return {word.partition("'")[0] for word in words}


def is_question(text: str) -> bool:
    """Whether a paragraph is a question to somebody, also one like "Tell us of your work."."""
    bare = text.strip("*_ ")
    words = bare.split()
    if not words or len(words) > _QUESTION_WORDS:
        return False
    return bare[-1] == "?" or (words[0].lower() in label_terms(PROMPT) and not words_of(bare).isdisjoint(_TO_AND_FRO))


def is_talk(text: str) -> bool:
    """Whether words are a question, or name who speaks or is spoken to."""
    return "?" in text or not words_of(text).isdisjoint(FIRST_PERSON | SECOND_PERSON)


def is_reply(text: str) -> bool:
    """Whether words agree to what somebody else has said, or not: "There is.", "Yes, …", "She does, though …"."""
    return _REPLY.match(text) is not None


def directions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of stage directions: "(LAUGHTER)", "[crosstalk]", "(END VIDEO CLIP)"."""
    return [match.span() for match in _BRACKETS.finditer(text, start, end) if _is_direction(match[1])]


def _is_direction(words: str) -> bool:
    inside = _DIRECTED.findall(words.lower())
    short = len(inside) <= _SHORT_DIRECTION or words.isupper()  # but "(there is a break in the wall)"
    return short and not (label_terms(DIRECTION) | label_terms(CLIP)).isdisjoint(inside)


def turn_labels(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, Label]:
    """The labels of a text's speakers, each with the number of its paragraph; none where it is no transcript."""
    candidates = [*_candidates(text, tuple(paragraphs))]
    if len(candidates) > 1 and _is_headline(*candidates[:2]):
        del candidates[0]
    turns = [one for one in candidates if one.label.kind in (QUESTION, ANSWER)]
    names = [one for one in candidates if one.label.kind not in (QUESTION, ANSWER)]
    asked = sum(one.label.kind == QUESTION for one in turns)
    options = any(one.key in ("b", "c", "d") for one in names)  # of a quiz
    if options or not asked or len(candidates) < 2:
        turns = []
    names = _names(text, names, bool(turns), paragraphs) or _people(text, names, paragraphs)
    return {one.paragraph: one.label for one in sorted([*turns, *names])}


def unread(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[str]:
    """The labels, if they are such, of a text that looks like a transcript and is not read as one."""
    found: list[tuple[str, str]] = [
        (text[slice(*one.label.name)], one.turn) for one in _candidates(text, tuple(paragraphs)) if one.common
    ]
    for start, end in paragraphs:
        match = _DASHED.match(text, start, min(end, start + _LONGEST))
        if match and all(word[0].isupper() for word in match["name"].split()):
            found.append((match["name"], text[match.end() : end]))
    count = Counter(name for name, _ in found)
    turns = [(name, turn) for name, turn in found if count[name] > 1]
    return [name for name, _ in turns] if sum(is_talk(turn) for _, turn in turns) > 2 else []


def opens_turn(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a label in capitals, or "Q:"."""
    limit = min(end, start + _LONGEST)
    match = _DOTTED.match(text, start, limit) or _LABEL.match(text, start, limit)
    if match is None or not (match.re is _DOTTED or match["colon"]):
        return False
    return match["name"].isupper() and match["name"].lower() not in label_terms(NOTE)


def glued_turns(text: str, start: int, end: int) -> list[int]:
    """Where turns with labels in capitals begin within a paragraph; none where it has none, or no two speakers of whom
    one speaks again."""
    if text.find(":", start, end) < 0:
        return []
    found = [match for match in _GLUED.finditer(text, start, end) if not is_note(match["name"].lower())]
    keys = [match["name"].split()[-1] for match in found]
    return [match.start() for match in found] if 1 < len(set(keys)) < len(keys) else []


@lru_cache(maxsize=2)
def _candidates(text: str, paragraphs: tuple[tuple[int, int], ...]) -> list[_Candidate]:
    found = []
    briefing = sum(text[end - 1] == "?" and bool(_BARE_Q.match(text, start, end)) for start, end in paragraphs) > 1
    names = _run_in(text, paragraphs)
    for number, (start, end) in enumerate(paragraphs):
        label = _label(text, start, end, briefing, names)
        if label is None:
            continue
        name = text[slice(*label.name)]
        after = paragraphs[number + 1] if label.end >= end and number + 1 < len(paragraphs) else (label.end, end)
        words = name.lower().split()
        key = words[-1].strip(".")
        common = not label.kind and all(map(is_listed, words))
        empty = label.end >= end
        bare = not _MARKED.search(text, start, label.end)
        turn = text[slice(*after)]
        found.append(_Candidate(number, label, name.lower(), key, common, name.isupper(), empty, bare, turn))
    return found


def _run_in(text: str, paragraphs: Sequence[tuple[int, int]]) -> set[str]:
    """Names that run into the words of a paragraph ("Ana Ruiz What worries me is …"), of two people or more, one of
    them with a known given name, each of whom begins two paragraphs so."""
    opening = (_RUN_IN.match(text, start, min(end, start + _LONGEST)) for start, end in paragraphs)
    count = Counter(match["name"] for match in opening if match)
    names = {name for name in count if count[name] > 1}
    known = any(name.split()[0].lower() in given_names() for name in names)
    return names if len(names) > 1 and known else set()


def _label(text: str, start: int, end: int, briefing: bool, names: set[str]) -> Label | None:
    """What has the form of a label at the start of a paragraph; "Q" alone is one in a briefing, and so are names that
    run into the words behind them."""
    limit = min(end, start + _LONGEST)
    if match := _DOTTED.match(text, start, limit) or (briefing and _BARE_Q.match(text, start, limit)):
        kind = QUESTION if match["name"][0] == "Q" else ANSWER
        return Label(match.start("name"), match.end(), match.span("name"), (0, 0), kind)
    match = _LABEL.match(text, start, limit)
    if names and not (match and (match["colon"] or match["close"])):
        run_in = _RUN_IN.match(text, start, limit)
        if run_in and run_in["name"] in names:
            return Label(run_in.start("name"), run_in.end(), run_in.span("name"), (0, 0), "")
    if match is None:
        return None
    bracketed = match["close"]
    reports = (match["role"] or "").lower().split()[-1:]
    if not (match["colon"] or bracketed or match.end() == end) or not verbs().keys().isdisjoint(reports):
        return None  # "Orme Rail, the operator, has tweeted:"
    name = match["name"]
    words = name.split()
    lower = name.lower().replace("’", "'")
    bare = lower.rstrip(" #0123456789").rstrip(".")
    kinds = (kind for kind in (QUESTION, ANSWER) if bare in label_terms(kind))
    kind = next(kinds, ROLE if all(word.rstrip(".") in _roles() for word in bare.split()) else "")
    inner = [word for word in words[1:-1] if len(word) > _PARTICLE]
    named = [words[0]] if kind == ROLE else [words[0], *inner, words[-1]]
    capitals = all(word[0].isupper() or word[0].isdigit() for word in named)
    if not capitals or (bracketed and _is_direction(name)) or is_note(lower):
        return None
    first, last = match.span("name")
    if words[0] == "BY" and len(words) > 1 and match.end() == end:
        first, kind = first + len("BY "), BY
    return Label(first, match.end(), (first, last), match.span("role"), kind)


def is_note(label: str) -> bool:
    """Whether a label says what kind of words follow, or when: "Editor's note", "Update 2", "Monday"."""
    words = label.split()
    note = {label, words[0], words[-1], label.rstrip(" 0123456789")} & label_terms(NOTE)
    return bool(note) or not classes_of(words[-1]).isdisjoint(("time", "month"))


def _names(
    text: str, names: Sequence[_Candidate], interview: bool, paragraphs: Sequence[tuple[int, int]]
) -> list[_Candidate]:
    """Of candidates those that name speakers: all or none but for single ones that may be a note."""
    count = Counter(one.key for one in names)
    apart = any(one.empty and not one.bare for one in names)  # labels have lines of their own
    names = [one for one in names if not one.bare or count[one.key] > 1 or (apart and one.label.kind == ROLE)]
    if _asks_alone(names):
        return [*names]
    if _are_places(text, names):
        return []
    surnames = _surnames(text) if any(one.common for one in names) else set()
    known = {one.key for one in names if not one.common or one.key in surnames}
    if not known:
        return []
    exchanged = {
        number
        for one, other in pairwise(names)
        if _exchange(one, other)
        for number in (one.paragraph, other.paragraph)
    }
    before = [text[slice(*paragraphs[one.paragraph - 1])] if one.paragraph else "" for one in names]
    answers = len(names) > 1 and all(map(is_question, before))
    if not (interview or exchanged or answers or _alternate(names)):
        return []
    again = {number for number in count if count[number] > 1} | known
    roles = len(exchanged) > 2  # "Madam Speaker: Order.", once, in a report of a parliament
    return [
        one for one in names
        if one.key in again or one.paragraph in exchanged or (roles and one.label.kind == ROLE and not one.empty)
    ]  # fmt: skip


def _people(text: str, names: Sequence[_Candidate], paragraphs: Sequence[tuple[int, int]]) -> list[_Candidate]:
    """The labels of people who are asked one after the other and speak once each: "Ana Ruiz, 34, nurse" on a line of
    its own. All that stands among them is their own words."""
    found = [one for one in names if one.label.role[1] > one.label.role[0] and not one.common and not one.label.kind]
    if len({one.name for one in found}) < 2 or all(not one.empty and one.turn[0] in _OPENING for one in found):
        return []
    first, last = found[0].paragraph, found[-1].paragraph + found[-1].empty
    own = {one.paragraph for one in found if one.empty or _is_own(one.turn)}
    if last >= len(paragraphs) or (first and _is_own(text[slice(*paragraphs[first - 1])], _I)):
        return []  # "“We lost.” / Ana Ruiz, nurse": the name stands behind the words
    return found if all(n in own or _is_own(text[slice(*paragraphs[n])]) for n in range(first, last + 1)) else []


def _is_own(words: str, person: frozenset[str] = FIRST_PERSON) -> bool:
    """Whether words are quoted as a whole, or in the first person."""
    return (words[0] in _OPENING and words[-1] in "”\"’'") or not words_of(words).isdisjoint(person)


def _asks_alone(names: Sequence[_Candidate]) -> bool:
    """Whether all labels are of one who asks somebody, and answers without a label stand between them."""
    apart = all(one.key == other.key and other.paragraph > one.paragraph + 1 for one, other in pairwise(names))
    asks = all(
        (one.capitals or not one.common) and is_question(one.turn) and not words_of(one.turn).isdisjoint(SECOND_PERSON)
        for one in names
    )
    return len(names) > 1 and apart and asks


def _are_places(text: str, names: Sequence[_Candidate]) -> bool:
    """Whether labels say where something is, as in a round-up: one is a place by its words ("Port Halden"), or the text
    is "in" most of them."""
    shown = {text[slice(*one.label.name)] for one in names if not one.label.kind}
    in_it = sum(f" in {name}" in text for name in shown)
    return any(map(_is_place, shown)) or 2 * in_it > len(shown)


def _is_place(name: str) -> bool:
    first, *rest = name.lower().split()
    return first in speaker_words("place") and bool(rest) and rest[-1] not in _bodies()


def _exchange(one: _Candidate, other: _Candidate) -> bool:
    """Whether one asks and the other speaks next."""
    return other.paragraph - one.paragraph < 3 and _differ(one, other) and is_question(one.turn)


def _alternate(names: Sequence[_Candidate]) -> bool:
    """Whether labels come again, and what they label is talk."""
    talk = sum(is_talk(one.turn) for one in names)
    full = {one.name: one.key for one in names if " " in one.name}  # "BEN HOLM" and "IDA HOLM" are two
    again = len({one.key for one in names}) + len(full) - len(set(full.values())) < len(names)
    ended = sum(one.turn.rstrip("*_ \"”’)]")[-1:] in _ENDS for one in names)
    return len(names) > 2 and again and talk >= max(2, len(names) / 3) and 2 * ended >= len(names)


def _differ(one: _Candidate, other: _Candidate) -> bool:
    """Whether two labels are of two speakers: "BEN HOLM" and "IDA HOLM" are, "BEN HOLM" and "HOLM" may be one."""
    return one.key != other.key or (one.name != other.name and " " in one.name and " " in other.name)


def _is_headline(one: _Candidate, following: _Candidate) -> bool:
    """Whether the first label of a text is that of its headline: "Ruiz: The Wall Is Safe"."""
    return one.paragraph == 0 and following.paragraph > 1 and not one.empty and not is_talk(one.turn)


def _surnames(text: str) -> set[str]:
    """The words that a text has behind known given names, in lower case: "Ana *Stone*"."""
    return {match[2].lower() for match in _PAIR.finditer(text) if match[1].lower() in given_names()}
