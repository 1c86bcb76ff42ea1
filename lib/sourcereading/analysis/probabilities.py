"""The marks that give a probability, and those of mere possibility that readers were asked about.

The chart, its table and its finding all take their rows and their counts from here, so that their numbers agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from sourcereading.certainty.in_numbers import has_number
from sourcereading.reading.wording import count, who

_NAMED = 2
_SAME = ["type", "basis", "low", "high"]


def marks(certainty: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``certainty`` that give a probability or have a range, those that say most first.

    The order: probabilities with a number, from low to high; probabilities without one ("the chances are growing");
    marks of possibility that readers were asked about ("maybe"); last the verbs that have a wide range only ("could").
    """
    rows = certainty[(certainty["type"] == "probability") | has_number(certainty)]
    gives, numbered = rows["type"] == "probability", has_number(rows)
    place = (gives & ~numbered) + 2 * ~gives + (~gives & (rows["basis"] == "proxy"))
    middle = rows["median"].fillna((rows["low"].fillna(0) + rows["high"].fillna(100)) / 2).where(numbered)
    order = pd.DataFrame({"place": place, "middle": middle}).sort_values(["place", "middle"], kind="stable")
    return rows.loc[order.index].reset_index(drop=True)


def phrases(certainty: pd.DataFrame) -> pd.DataFrame:
    """The same with one row per phrase and number, in the same order: its first mark, with ``times``, ``said_by`` and
    in how many ``articles``."""
    rows = marks(certainty)
    groups: dict[tuple, list[int]] = {}
    for place, (text, *same) in enumerate(rows[["text", *_SAME]].itertuples(index=False, name=None)):
        key = (" ".join(text.lower().split()), *(None if cell != cell else cell for cell in same))
        groups.setdefault(key, []).append(place)
    speakers, articles = rows["speaker"].tolist(), rows["article_id"].tolist()
    first = rows.iloc[[places[0] for places in groups.values()]].reset_index(drop=True)
    more = {
        "times": [len(places) for places in groups.values()],
        "said_by": [_said_by([speakers[at] for at in places]) for places in groups.values()],
        "articles": [len({articles[at] for at in places}) for places in groups.values()],
    }
    return first.assign(**more).astype({"times": "int64", "said_by": "str", "articles": "int64"})


def counted(certainty: pd.DataFrame) -> list[str]:
    """How many marks :func:`marks` has, in words, each part with what it counts."""
    rows = marks(certainty)
    if rows.empty:
        return ["Phrases that give a probability"]
    gives = rows["type"] == "probability"
    given, possible, none = int(gives.sum()), int((~gives).sum()), int((gives & ~has_number(rows)).sum())
    parts = [count(given, "phrase that gives a probability", "phrases that give a probability")] if given else []
    if none:
        parts[0] += f" ({none:,} without a number)"
    if possible:
        parts.append(f"{count(possible, 'word')} of possibility that readers were asked about")
    return parts


def _said_by(speakers: Sequence[str]) -> str:
    """Whose phrase it is: "Ana Ruiz"; of several, how often each: "Ana Ruiz (3), the writer"."""
    found = Counter(speakers).most_common()  # of a tie, who comes first
    if len(found) == 1:
        return who(found[0][0])
    named = [f"{who(speaker)}\xa0({number:,})" if number > 1 else who(speaker) for speaker, number in found[:_NAMED]]
    others = len(found) - len(named)
    return ", ".join([*named, *([count(others, "other")] if others else [])])
