"""Who is heard: the sources of articles counted by any column of the table ``speakers``, the analyst's own too."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from sourcereading.attribution.voices import UNATTRIBUTED

COUNTED = ("sources", "statements", "words", "direct_words", "indirect_words")
"""What is counted for each group of sources."""


def voices_by(speakers: pd.DataFrame, by: str | Sequence[str]) -> pd.DataFrame:
    """How many sources have which value of some columns, and how much they say; those with most words first. Table:
    voices by group.

    Speakers without a value are counted under it, so that the rows add up to all; those whom the text does not give,
    ``(unattributed)``, are left out. What several say together counts for each of them. ``by`` is a column of the table
    ``speakers``, or several: "kind", ["kind", "named"], or one of the analyst's own; a ValueError where it has none.

    >>> frame = pd.DataFrame({"speaker": ["Ana Ruiz", "officials"], "kind": ["person", "group"],
    ...                       "statements": [2, 1], "direct_words": [6, 0], "indirect_words": [0, 2]})
    >>> voices_by(frame, "kind")[["kind", "sources", "words", "percent"]].values.tolist()
    [['person', 1, 6, 75.0], ['group', 1, 2, 25.0]]
    """
    columns = [by] if isinstance(by, str) else list(by)
    if missing := [column for column in columns if column not in speakers.columns]:
        known = ", ".join(column for column in speakers.columns if column not in ("article_id", *COUNTED))
        raise ValueError(f"the table has no column {', '.join(missing)}; it has {known}")
    told = known_sources(speakers)
    told = told.assign(sources=1, words=told["direct_words"] + told["indirect_words"])
    counts = told.groupby(columns, dropna=False)[list(COUNTED)].sum().astype("int64").reset_index()
    counts["percent"] = 100 * counts["words"] / (counts["words"].sum() or float("nan"))
    order = ["words", "sources", *columns]
    return counts.sort_values(order, ascending=[False, False] + [True] * len(columns), ignore_index=True)


def known_sources(speakers: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``speakers`` without those whom the text does not give."""
    return speakers[speakers["speaker"] != UNATTRIBUTED]


DOCUMENT = "document"
UNSAID, KIND_UNSAID = "position not said", "kind not said"
"""What stands for an empty position where positions are counted, and for an empty kind."""

_ONE_AND_MANY = {
    "head of state or government": ("head of state or government", "heads of state or government"),
    "official": ("from an authority", "from authorities"),
    "politician": ("from politics", "from politics"),
    "police and court": ("from police and courts", "from police and courts"),
    "military": ("from the military", "from the military"),
    "expert or scholar": ("expert", "experts"),
    "company": ("from a company", "from companies"),
    "organisation": ("from an organisation", "from organisations"),
    "witness or resident": ("witness or resident", "witnesses or residents"),
    "journalist": ("journalist or medium", "journalists or media"),
    "other": ("with another occupation", "with another occupation"),
    DOCUMENT: ("document", "documents"),
    UNSAID: ("whose position is not said", "whose position is not said"),
}
"""The groups of sources in a sentence: one source, and several."""

_FOR_BODIES_TOO = {
    "official", "politician", "police and court", "military", "company", "organisation", "journalist", DOCUMENT, UNSAID,
}  # fmt: skip
"""The groups whose words fit a body as well as a person: "from a company"."""


def grouped(speakers: pd.DataFrame) -> pd.Series:
    """The group of each row of ``speakers``: its position, "document" for a document, ``UNSAID`` where the text gives
    none."""
    rows = zip(speakers["kind"], speakers["position"], strict=True)
    groups = [DOCUMENT if kind == DOCUMENT else position or UNSAID for kind, position in rows]
    return pd.Series(groups, speakers.index, dtype="str", name="position")


def groups_of(speakers: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The known sources by their groups, each in words ("2 experts") with its rows: the largest first, those whose
    position the text does not give last."""
    told = known_sources(speakers)
    order = {group: at for at, group in enumerate(_ONE_AND_MANY)}
    places: dict[str, list[int]] = {}
    for place, group in enumerate(grouped(told)):
        places.setdefault(group, []).append(place)
    parts = [(group, told.iloc[rows]) for group, rows in places.items()]
    parts.sort(key=lambda part: (part[0] == UNSAID, -len(part[1]), order[part[0]]))
    return [(_in_words(group, rows), rows) for group, rows in parts]


def _in_words(group: str, rows: pd.DataFrame) -> str:
    """The sources of a group in words, with how many of them are no single people: "3 experts (1 institution
    and 1 group among them)"."""
    number, of_kind = len(rows), rows["kind"].tolist()
    words = f"{number:,} {_ONE_AND_MANY[group][number > 1]}"
    kinds = {"group": ("group", "groups")} if group in _FOR_BODIES_TOO else {
        "organisation": ("institution", "institutions"), "group": ("group", "groups"),
    }  # fmt: skip
    counted = [(of_kind.count(kind), names) for kind, names in kinds.items()]
    a = {"institution": "an"}
    parts = [f"{a.get(one, 'a')} {one}" if number == many == 1 else f"{many:,} {(one, more)[many > 1]}"
             for many, (one, more) in counted if many]  # fmt: skip
    among = " among them" if sum(many for many, _ in counted) < number else ""
    return f"{words} ({' and '.join(parts)}{among})" if parts else words


def group_as_subject(group: str, number: int, articles: int) -> str:
    """A group of so many sources at the start of a sentence. In several articles without their number: who is heard in
    two of them is a source of both."""
    if group in ("official", "politician") or (number == 1 and group not in _FOR_BODIES_TOO):
        many = "One source" if number == 1 else f"{number:,} sources" if articles == 1 else "Sources"
        return f"{many} of the position “{group}”"  # which may be bodies, or many people
    name = _ONE_AND_MANY[group][number > 1]
    source = "source" if number == 1 else "sources"
    text = f"{source} {name}" if name.split()[0] in ("from", "with", "whose") else name
    if number == 1:
        return f"One {text}"
    return f"{number:,} {text}" if articles == 1 else f"{text[:1].upper()}{text[1:]}"


def in_a_line(speakers: pd.DataFrame, declined: int = 0) -> str:
    """The sources of an article in a line: "4 sources: 2 from authorities, 1 expert, 1 document; 3 named, 1 not; 2 did
    not answer".

    Each source is counted once among the positions, documents by themselves, the largest group first; then how many
    are named, and how many ``declined``. It says how many there are, and never whether that is enough.

    >>> row = {"speaker": "Ana Ruiz", "kind": "person", "named": True, "position": "official"}
    >>> in_a_line(pd.DataFrame([row]))
    '1 source: from an authority; named'
    """
    told = known_sources(speakers)
    answer = f"{declined:,} did not answer" if declined else ""
    if told.empty:
        return "; ".join(filter(None, ("no source", answer)))
    named, number = int(told["named"].sum()), len(told)
    start = f"{number:,} source{'s' * (number > 1)}"
    if all(group == UNSAID for group in grouped(told)):
        start += f", whose position{'s are' if number > 1 else ' is'} not said"
    else:
        groups = ", ".join(words for words, _ in groups_of(told))
        start += f": {groups.removeprefix('1 ') if number == 1 else groups}"
    return "; ".join(filter(None, (start, _named(named, number), answer)))


def _named(named: int, sources: int) -> str:
    """How many of the sources are named: "3 named, 1 not"."""
    if sources == 1:
        return "named" if named else "not named"
    if named in (0, sources):
        return "all named" if named else "none named"
    return f"{named:,} named, {sources - named:,} not"
