"""Sources: for each speaker of an article what kind of source it is, whether the text names it, which position and
affiliation the text gives, and by which pronouns and titles it goes. Nothing is known from outside the text, and
nothing is guessed from a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sourcereading.attribution.affiliations import affiliation, body_behind, to_its_end
from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.bearers import Bearers
from sourcereading.attribution.candidacies import (
    may_show,
    shown_by_name,
    shown_by_words,
    speaks_of_elections,
    speaks_of_sport,
)
from sourcereading.attribution.described import APART_OF, BESIDE, CLAUSE, OF, Description, descriptions_at, is_now
from sourcereading.attribution.positions import (
    BODIES,
    BODY,
    BY_BODY,
    DOCUMENT,
    MEDIUM,
    PLACE,
    POSITIONS,
    VERB,
    WEAK,
    Match,
    Position,
    matches,
    plain,
    position_of,
    role_in,
)
from sourcereading.attribution.source_kinds import (
    DOCUMENT_KIND,
    GROUP_KIND,
    MEDIUM_KIND,
    ORGANISATION,
    Evidence,
    Kind,
    kind_of_source,
)
from sourcereading.attribution.spans import Row
from sourcereading.attribution.speakers import points_back
from sourcereading.attribution.transcripts import LABELLED
from sourcereading.attribution.voices import INDIRECT, UNATTRIBUTED
from sourcereading.text.name_words import ORGANIZATION, is_capital, speaker_words, text_of
from sourcereading.text.phrases import core_of, head_phrase, without_titles
from sourcereading.text.sentences import Token, tokens

_WORK_FOR_BODIES = {POSITIONS[one] for one in ("expert", "company", "organisation", "journalist")}
_PRONOUNS = ("she", "he", "they")
_CUES_OF_TEXTS = {
    "according to", "reported", "reports", "found", "finds", "estimates", "estimated", "shows", "showed", "rated",
}  # fmt: skip
"""By these words of one word alone a name is rather that of a body: "according to *Statista*"."""
_PARTY_SEAT = re.compile(r"\(?\b[DRI]-[A-Z]")
"""Behind the name of a member of Congress: "Ruiz (D-Norland)"."""


class Source(NamedTuple):
    """What the text says of a speaker; the fields are columns of the table ``speakers``."""

    kind: str = ""
    named: bool = False
    position: str = ""
    affiliation: str = ""
    referred_as: str = ""
    first_mention: float = float("nan")
    rule: str = "no source named"


@dataclass(slots=True)
class _Said:
    """What an article says of one speaker, as it is gathered."""

    speaker: Speaker
    first: int
    descriptions: list[Description] = field(default_factory=list)
    known: set[tuple[str, ...]] = field(default_factory=set)  # descriptions that are gathered already
    titles: dict[str, None] = field(default_factory=dict)
    pronouns: dict[str, None] = field(default_factory=dict)
    seat: str = ""
    candidacy: str = ""
    cues: set[str] = field(default_factory=set)
    labelled: bool = False


def sources(
    text: str, rows: Sequence[Row], speakers: Iterable[Speaker], names: Collection[str], bearers: Bearers
) -> dict[str, Source]:
    """What the text says of each of some speakers.

    Parameters
    ----------
    text, rows : of the article and its statements.
    speakers : all that the reading knows.
    names : of those who speak, each of several who speak together by itself.
    bearers : who bears which name.
    """
    known = {speaker.name: speaker for speaker in speakers}
    said = {name: _Said(known.get(name) or Speaker(name, "", ""), len(text)) for name in names if name != UNATTRIBUTED}
    election = speaks_of_elections(text)
    _by_rows(text, rows, said, election)
    cues = {row.cue[0] for row in rows if row.cue}
    others = _by_names(text, bearers, said, cues, election)
    kinds = {name: _kind(one, bearers) for name, one in said.items()}
    positions = _all_positions(said, kinds, bearers, others, speaks_of_sport(text))
    people = {one.speaker.name.lower() for one in said.values() if one.speaker.gender} | bearers.surnames_and_people()
    names_of = (people, bearers.places())
    found = {UNATTRIBUTED: Source()} if UNATTRIBUTED in names else {}
    for name, one in said.items():
        body = next(_affiliations(one, kinds[name], positions[name], *names_of), "")
        found[name] = _source(one, kinds[name], positions[name], body, len(text))
    return found


def _all_positions(
    said: Mapping[str, _Said], kinds: Mapping[str, Kind], bearers: Bearers, candidates: Iterable[str], sport: bool
) -> dict[str, Position | None]:
    """The position of each source; of an aide or a spokesperson of somebody whom the article says more of, that of
    whom they speak for."""
    best = {name: max(_positions(one, kinds[name], sport), key=_rank, default=None) for name, one in said.items()}
    if not any(position is not None and position.open for position in best.values()):
        return best
    served = dict.fromkeys(candidates, POSITIONS["politician"])
    served |= {surname: _position_of_role(role) for surname, role in bearers.roles.held_by_surnames().items()}
    named = ((name, found) for name, found in best.items() if found is not None and kinds[name].named)
    served |= {name.split()[-1].lower(): found.position for name, found in named}
    return {
        name: _of_whom(position, said[name], served) if position is not None and position.open else position
        for name, position in best.items()
    }


def _rank(position: Position) -> tuple[bool, bool, int]:
    return position.rank


def _kind(said: _Said, bearers: Bearers) -> Kind:
    human = bool(said.titles or said.pronouns or said.speaker.gender or said.speaker.head)
    noun = human or any(form == BESIDE and _is_of_person(words) for form, words, _ in said.descriptions)
    evidence = Evidence(tuple(said.pronouns), bool(said.titles), said.cues <= _CUES_OF_TEXTS, noun, said.labelled)
    return kind_of_source(said.speaker, evidence, bearers)


def _is_of_person(words: Sequence[Token]) -> bool:
    """Whether a description has a noun for people that is none for bodies: "brother", not "partner"."""
    role = role_in(words, matches(words))
    return role is not None and not role.classes & {BODY, MEDIUM}


def _by_rows(text: str, rows: Iterable[Row], said: Mapping[str, _Said], election: bool) -> None:
    """Gathers from the words that name speakers in reporting clauses: pronouns, and descriptions; and from their own
    words, in an article about an election."""
    for row in rows:
        one = said.get(row.speaker)
        if one is not None and election and not one.candidacy:
            one.candidacy = shown_by_words(text, row.start, row.end, row.voice != INDIRECT)
        if one is None or row.speaker_span is None:
            continue
        one.first = min(one.first, row.speaker_span[0])
        one.labelled = one.labelled or row.rule.startswith(LABELLED)
        one.cues.add(text[slice(*row.cue)].lower() if row.cue else "")
        word = text[slice(*row.speaker_span)].lower().replace("’", "'").partition("'")[0]
        if word in _PRONOUNS:
            one.pronouns[word] = None
    for one in said.values():
        phrases = (one.speaker.name,) if one.speaker.head else (one.speaker.role, *one.speaker.aliases)
        for phrase in phrases:
            if phrase and not points_back(phrase) and (words := _without_name(tokens(phrase), one.speaker)):
                now = is_now(words)  # what it is, the words around the name say
                one.descriptions.append(Description(BESIDE, words[: now - 1] if now else words, past=now > 0))


def _without_name(words: Sequence[Token], speaker: Speaker) -> Sequence[Token]:
    """A phrase for a speaker without the name that ends it; all of a description, and of the name of a body."""
    last = speaker.name.split()[-1].lower()
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k].lower.removesuffix("'s") == last), None)
    if at is None or speaker.head:
        return words
    name = speaker.name.lower().split()
    begin = at + 1
    while begin and name and words[begin - 1].lower.removesuffix("'s") == name[-1]:
        begin, name = begin - 1, name[:-1]
    return words[:begin]


def _by_names(text: str, bearers: Bearers, said: Mapping[str, _Said], cues: Container[int], election: bool) -> set[str]:
    """Gathers from every place where the article names a speaker: titles, and what stands around the name. The surnames
    of those who run for an office and do not speak."""
    others: set[str] = set()
    by_last: dict[str, list[_Said]] = {}
    for one in said.values():
        if not one.speaker.head:
            last_word = one.speaker.name.split()[-1].lower().replace("’", "'")
            by_last.setdefault(last_word, []).append(one)
            by_last.setdefault(f"{last_word}'s", []).append(one)
    for _, words, at, run in bearers.runs():
        candidates = by_last.get(run[-1].lower)
        candidacy = _candidacy(text, words, at, at + len(run)) if election else ""
        if not candidates:
            if candidacy:
                others.add(plain(run[-1].lower))
            continue
        name = without_titles(run)
        called = text_of(name)
        fitting = [one for one in candidates if _is_called(one.speaker, called)]
        if len(fitting) != 1:
            continue
        one = fitting[0]
        first, last = at + len(run) - len(name), at + len(run)
        one.first = min(one.first, run[0].start)
        title = words[first - 1] if first else None
        if title is not None and title.start >= run[0].start and _is_form_of_address(title):
            one.titles[title.text] = None
        for form, phrase, past in descriptions_at(words, first, last):
            clause = next((at for at, word in enumerate(phrase) if at and word.start in cues), None)
            key = (form, *(word.lower for word in phrase[:clause]))  # "of the Halden Times *points out*"
            if key not in one.known:
                one.known.add(key)
                one.descriptions.append(Description(form, phrase[:clause], past))
        if seat := _PARTY_SEAT.match(text[run[-1].end : run[-1].end + 5].lstrip(" ,")):
            one.seat = seat[0]
        one.candidacy = one.candidacy or candidacy
    return others


def _candidacy(text: str, words: Sequence[Token], first: int, last: int) -> str:
    """The words around a name that show that its bearer runs for an office."""
    before, after = words[first - 1].lower if first else "", words[last].lower if last < len(words) else ""
    return shown_by_name(text, words[first].start, words[last - 1].end) if may_show(before, after) else ""


def _is_called(speaker: Speaker, called: str) -> bool:
    return called == speaker.name or speaker.name.endswith(f" {called}") or called in speaker.aliases


def _is_form_of_address(word: Token) -> bool:
    return word.lower in speaker_words("address") or (word.lower in speaker_words("title") and word.text.endswith("."))


def _position_of_role(role: str) -> str:
    words = tokens(role)
    found = position_of(words, matches(words))
    return found.position if found else ""


def _of_whom(position: Position, said: _Said, served: Mapping[str, str]) -> Position:
    """The position of an aide or a spokesperson by that of the person they speak for: "a spokesman for *Ruiz*"."""
    for form, words, _ in said.descriptions:
        for word in words if form == BESIDE else ():
            whose = served.get(word.lower.removesuffix("'s").removesuffix("'"), "") if is_capital(word) else ""
            if whose and word.lower not in said.speaker.name.lower():
                head = whose == POSITIONS["head_of_state"]
                return position._replace(position=POSITIONS["official"] if head else whose, body=word.text)
    return position


def _source(said: _Said, kind: Kind, best: Position | None, body: str, length: int) -> Source:
    referred = "; ".join([*said.pronouns, *said.titles])
    share = round(said.first / length, 4) if length and said.first < length else float("nan")
    reasons = [f"{kind.kind}: {kind.why}"]
    if best is not None and best.position:
        of = f" of “{best.body}”" if best.body else ""
        reasons.append(f"{best.position}: {'formerly ' * best.former}“{best.term}”{of}")
    if body:
        reasons.append(f"affiliation: “{body}”")
    if referred:
        reasons.append(f"called “{'”, “'.join(referred.split('; '))}”")
    position = best.position if best is not None else ""
    return Source(kind.kind, kind.named, position, body, referred, share, "; ".join(reasons))


def _positions(said: _Said, kind: Kind, sport: bool) -> Iterator[Position]:
    """What the text says of somebody's position, in each place."""
    if kind.kind == DOCUMENT_KIND:
        return
    if kind.kind == MEDIUM_KIND:
        yield Position(POSITIONS["journalist"], said.speaker.name)
        return
    if kind.body is not None:
        yield Position(kind.body.position, kind.body_text, open=BY_BODY in kind.body.classes)
        return
    if kind.kind == ORGANISATION:
        for form, words, _ in said.descriptions:
            if form == BODY:
                yield Position(matches(words)[-1].position, text_of(words))
        if said.speaker.kind == ORGANIZATION and not said.speaker.head:
            yield Position(POSITIONS["organisation"], said.speaker.name)
        return
    own = [] if kind.named else [Description(BESIDE, tokens(said.speaker.name))]
    for form, words, past in own + said.descriptions:
        if words and words[0].lower == "my":
            continue  # "my father" is the writer's
        found = matches(words)
        if form == BESIDE:
            position = position_of(words, found, sport)
            position = position and position._replace(former=position.former or past)
            if position is None and words and words[-1].lower.endswith(("'s", "s'")):  # "the FBI's Ana Ruiz"
                owner = next((one for one in found if one.last == len(words) and one.classes & {BODY, MEDIUM}), None)
                position = owner and Position(owner.position, text_of(words[owner.first :]))
            if position is not None:
                yield position
        elif form in (OF, APART_OF) and words[0].lower == "of" and (body := _of_body(words[1:], form)):
            yield body
        elif form == CLAUSE and found and VERB in found[0].classes and found[0].first == 0:
            yield from (one._replace(former=past) for one in _of_clause(words, found[0]))
    behind = tokens(said.speaker.name)[2:]
    for words in (behind[-1:], *map(tokens, said.titles)) if kind.named else ():  # "Ana Ruiz *KC*", "*Dr* Ruiz"
        if position := position_of(words, matches(words)):
            yield position._replace(beside=False)
    if said.seat:
        yield Position(POSITIONS["politician"], said.seat)
    if said.candidacy:
        yield Position(POSITIONS["politician"], said.candidacy, beside=False)


def _makers(said: _Said, people: Collection[str], places: Container[str]) -> Iterator[str]:
    """Who made a text: "a *Halden Institute* study", "a report by the *ministry*"."""
    for phrase in (said.speaker.name, *said.speaker.aliases):
        words = tokens(phrase)
        found = matches(words)
        head = len(head_phrase(words))
        nouns = [at for at, word in enumerate(words) if word.lower in speaker_words(DOCUMENT)]
        nouns += [match.last - 1 for match in found if DOCUMENT in match.classes]
        # "a Halden Post *poll*", not its first noun
        at = max((at for at in nouns if at < head), default=min(nouns, default=None))
        if at is not None and (body := affiliation(words, found, Match(at, at + 1, frozenset()), people, places)):
            yield body


def _is_elsewhere(one: Description, position: Position | None, once: Sequence[str]) -> bool:
    """Whether a description says where somebody was who is something else now."""
    if position is None or position.former or position.position in ("", *WEAK):
        return False
    found = position_of(one.words, matches(one.words))
    past = one.past or any(text_of(one.words) in words for words in once) or (found is not None and found.former)
    return past and (found is None or found.position != position.position)


def _of_body(words: Sequence[Token], form: str) -> Position | None:
    """The position of somebody of a body: "Ana Ruiz of the *Halden Ministry*", "Ana Ruiz, of the *union*"."""
    core = to_its_end(core_of(words, {}))
    body = next((one for one in matches(core) if one.last == len(core) and one.classes & {BODY, MEDIUM}), None)
    if body is None or PLACE in body.classes or core[-1].lower.endswith(("'s", "s'")) or body.position in WEAK:
        return None
    if not any(map(is_capital, core)) and (form == OF or core[0].lower != "the"):
        return None
    return Position(body.position, text_of(core), beside=False)


def _of_clause(words: Sequence[Token], verb: Match) -> Iterator[Position]:
    """The position of somebody by what they do: "who *teaches* law", "who *leads* the union"."""
    if BY_BODY not in verb.classes:
        yield Position(verb.position, words[0].text)
        return
    core = to_its_end(core_of(words[1 + (len(words) > 2 and words[1].lower in ("at", "for", "with", "on")) :], {}))
    bodies = [match for match in matches(core) if match.classes & BODIES and match.last == len(core)]
    if bodies:
        yield Position(bodies[0].position, words[0].text, text_of(core[bodies[0].first :]))


def _affiliations(
    said: _Said, kind: Kind, position: Position | None, people: Collection[str], places: Container[str]
) -> Iterator[str]:
    """The bodies that the text gives for somebody, in each place."""
    if kind.kind in (ORGANISATION, MEDIUM_KIND) or (kind.body is not None and kind.kind != GROUP_KIND):
        return
    if kind.kind == DOCUMENT_KIND:
        yield from _makers(said, people, places)
        return
    works = position is not None and position.position in _WORK_FOR_BODIES and not said.seat
    once = [text_of(words) for _, words, past in said.descriptions if past]
    others = [_is_elsewhere(one, position, once) for one in said.descriptions]
    for form, words, _ in (one for one, other in zip(said.descriptions, others, strict=True) if not other):
        if form in (OF, APART_OF):
            sure = works or (len(words) > 1 and words[1].text == "The")  # "Ana Ruiz of *The Tide*"
            links = ("of", "with", "at") if works else ("of", "with")
            body = body_behind(words[1:], people, places, sure) if words[0].lower in links else ""
            apart = form == APART_OF and words[1:] and words[1].text == "the"
            body = body if apart or any(letter.isupper() for letter in body) else ""  # not "Ana Ruiz *of the army*"
        elif form == CLAUSE:
            verb = next(iter(matches(words)), None)
            is_verb = verb is not None and verb.first == 0 and VERB in verb.classes
            at = next((k + 1 for k, word in enumerate(words) if word.lower in ("at", "for", "with")), 1)
            body = body_behind(words[at:], people, places, sure=at > 1) if is_verb else ""
            the = at < len(words) and words[at].lower == "the"
            body = body if the or any(letter.isupper() for letter in body) else ""
        else:
            found = matches(words)
            body = affiliation(words, found, role_in(words, found), people, places)
        if body and body != said.speaker.name:
            yield body
