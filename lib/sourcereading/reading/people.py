"""One name per person across articles, as ``people.csv`` gives it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcereading.attribution.antecedents import Speaker
from sourcereading.attribution.speakers import PERSON, points_back
from sourcereading.attribution.voices import UNATTRIBUTED, WRITER
from sourcereading.reading.corrections import Person, is_about, key_of


@dataclass(frozen=True, slots=True)
class Renamed:
    """A speaker of an article, by the name the reading gives, and the person who that is."""

    name: str
    person: Person


def is_in(person: Person, article: Mapping[str, str]) -> bool:
    """Whether a row of ``people.csv`` is about an article."""
    return any(is_about(article, name, person.scope) for name in person.articles or ("",))


def with_names(
    speakers: Sequence[Speaker], names: Collection[str], people: Sequence[Person]
) -> tuple[list[Speaker], list[tuple[Renamed, str]]]:
    """The speakers of an article under the names and with the roles that their people have, those who are one person
    merged; and who was renamed, with the reason where that cannot be. Of the ``speakers`` those speak who have one of
    the ``names``; the rows of ``people`` are about the article.
    """
    known = {speaker.name: speaker for speaker in speakers}
    found: list[tuple[Renamed, str]] = []
    merged: dict[str, Speaker] = {}
    for name in dict.fromkeys([*known, *names]):
        speaker = known.get(name) or Speaker(name, PERSON, "")
        candidates = [] if name in (WRITER, UNATTRIBUTED) else _candidates(speaker, people)
        if len({key_of(person.name) for person in candidates}) > 1:
            names = " and ".join(f"{person.name} (line {person.line})" for person in candidates)
            reason = f"{name} could be {names}; delete a name in one row, or fill in the column article"
            found.append((Renamed(name, candidates[0]), reason))
        elif candidates:
            person = candidates[0]
            role = next((one.role for one in candidates if one.role), speaker.role)
            if (person.name, role) != (name, speaker.role):
                found.append((Renamed(name, person), ""))
            speaker = replace(speaker, name=person.name, role=role, aliases={name: None, **speaker.aliases})
        before = merged.get(speaker.name)
        if before is not None:
            aliases = {**before.aliases, **speaker.aliases}
            speaker = replace(before, aliases=aliases, role=before.role or speaker.role)
        if name in known or before is not None or candidates:
            merged[speaker.name] = speaker
    new = {one.name: one.person.name for one, reason in found if not reason}
    for speaker in merged.values():
        speaker.members = tuple(new.get(name, name) for name in speaker.members)
    return list(merged.values()), [(one, reason) for one, reason in found if one.name in names]


def _candidates(speaker: Speaker, people: Sequence[Person]) -> list[Person]:
    """The people that a speaker may be: by the name in full, else by any other name the article has; those for
    this article before those for all."""
    found = [person for person in people if key_of(speaker.name) in person.names()]
    if not found:
        others = {key_of(name) for name in speaker.aliases if not points_back(name)}
        found = [
            person
            for person in people
            if not others.isdisjoint(person.names()) and _may_be(speaker.name, person.name)
        ]
    return [person for person in found if person.articles] or found


def _may_be(name: str, other: str) -> bool:
    """Whether two names may be one person's: not two full names with one surname that begin differently, though both
    are called by that surname alone ("Ana Ruiz" and "Tom Ruiz" by "Ruiz")."""
    one, two = key_of(name).split(), key_of(other).split()
    return not (len(one) > 1 < len(two) and one[-1] == two[-1] and one[0][0] != two[0][0])
