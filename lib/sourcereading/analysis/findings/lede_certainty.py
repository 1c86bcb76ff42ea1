"""The most telling thing about certainty in an article, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from sourcereading.analysis.findings.counted import denied_ids
from sourcereading.analysis.quoting import Quote, clause_around
from sourcereading.attribution.voices import REFUSES, VOICES, WRITER, denying
from sourcereading.certainty.labels import TYPES, hedging, raising, strength
from sourcereading.reading.reading import Reading
from sourcereading.reading.rows import cells_of, rows_of
from sourcereading.reading.wording import listing, of_the, sentence, times, who
from sourcereading.text.sentences import TEXT

_HEDGED = {
    "negated_confidence": TYPES["negated_confidence"],
    "probability": "probability given",
    "conditional": "condition named",
    "possibility": "possibility named",
    "attribution": "distance from the source kept",
    "own_view": "view given",
}
_RAISED = {
    "probability": "near certainty stated",
    "booster": "certainty stressed",
    "commitment": "commitment or prediction made",
}
"""The types of hedges, and of what is no hedge, with what is said of them; those first that are most often right."""
_OF_OTHERS = {
    "negated_confidence": "uncertainty of others reported",
    "own_view": "view of others reported",
    "booster": "certainty of others reported",
    "commitment": "commitment of others reported",
}
"""What is said of a view, a doubt, a certainty or a promise that is not that of the one who reports it."""

_OPEN = "question left open"
"""What is said of the writer's "whether" and of what somebody would not say: nobody says there that they are unsure."""
_SECOND = tuple(kind for kind in _HEDGED if kind != "own_view")
_FEW = 2
"""So few words are quoted only where there are no others: "… claimed" does not say what."""
_LONG = 45
"""Of so many words, the sentences about certainty give one quotation for each type."""


class _Group(NamedTuple):
    """The marks of one type that one speaker has, those to be quoted first at the front."""

    type: str
    said: str
    speaker: str
    through: str
    marks: list[Any]


class _Stretches(NamedTuple):
    """The text of an article, and its rows of the table ``statements``."""

    text: str
    rows: list[Any]


def certainty(reading: Reading) -> tuple[str, str]:
    """Who states uncertainty, gives a probability or stresses certainty, and in which words; with more than one
    quotation, and with one."""
    denied = denied_ids(reading.statements)  # what is denied is not what the speaker says
    marks = reading.certainty[~reading.certainty["statement_id"].isin(denied)]
    if len(reading.articles) > 1:
        return (_of_several(marks, len(reading.articles)),) * 2
    hedges, raised = marks[hedging(marks)], marks[raising(marks)]
    groups, more = _groups(reading, hedges, _HEDGED), _groups(reading, raised, _RAISED)
    groups = [*more[:1], *groups] if len(raised) > len(hedges) else [*groups, *more]
    if not groups:
        return (_denial(reading) or "No word that says how sure something is was found.",) * 2
    stretches = _Stretches(reading.articles["text"].iloc[0], [*rows_of(reading.statements)])
    quotes = ((group, _quotes(stretches, group, 1, ())) for group in groups)
    telling = next((group for group, found in quotes if not _is_short(found[0][0])), groups[0])
    brief = _sentences(stretches, [telling], 1)
    groups = [groups[0], *[group for group in groups[1:] if group.type in _SECOND][:1]]
    text = _sentences(stretches, groups, 2)
    return text if len(text.split()) <= _LONG else _sentences(stretches, groups, 1), brief


def _denial(reading: Reading) -> str:
    """What the first speaker who denies something denies; "" where nobody does."""
    rows = reading.statements
    denied = rows[rows["denied"]]
    if denied.empty:
        return ""
    row = denied.iloc[0]
    start = int(row["start"])
    quote = clause_around(reading.articles["text"].iloc[0], (start, int(row["end"])), (start, start + 1))
    done = "Refused" if denying(quote.words) == REFUSES else "Denied"
    return f"{done} by {who(row['speaker'])}: “{quote.words}”."


def _groups(reading: Reading, marks: pd.DataFrame, said: dict[str, str]) -> list[_Group]:
    """For each type the speaker whose marks of it weigh most, the most telling type first; uncertainty of others, and
    what is only a question left open ("whether"), comes last."""
    rows, sentences = reading.statements, reading.sentences
    body = set(sentences.loc[sentences["kind"] == TEXT, "sentence_id"])
    around = dict(cells_of(rows, "statement_id", "parent_id"))
    speakers = dict(cells_of(rows, "statement_id", "speaker"))
    unanswered = set(rows.loc[rows["declined"] != "", "sentence_id"])
    found: dict[tuple[str, str, str, str], list[Any]] = {}
    for mark in rows_of(marks[marks["type"].isin(list(said))]):
        if mark.type == "conditional" and mark.speaker == WRITER != speakers.get(mark.statement_id, WRITER):
            continue  # "Asked what happens if it leaks, Ruiz said": a question of somebody else
        through = speakers.get(around.get(mark.statement_id, ""), "") if mark.speaker != WRITER else ""
        named = _OF_OTHERS[mark.type] if mark.others_view else said[mark.type]
        asks = mark.text.lower() in ("whether", "if") or mark.sentence_id in unanswered
        if asks and mark.speaker == WRITER and mark.type == "negated_confidence":
            named = _OPEN
        found.setdefault((mark.type, mark.speaker, through, named), []).append(mark)
    best: dict[str, _Group] = {}
    for (kind, speaker, through, named), members in found.items():
        group = _Group(kind, named, speaker, through, members)
        if kind not in best or _worth(group) > _worth(best[kind]):
            best[kind] = group
    order = [kind for kind in said if kind in best and not _slight(kind, best[kind])]
    order += [kind for kind in said if kind in best and kind not in order]
    return [best[kind]._replace(marks=_in_order(best[kind].marks, body)) for kind in order]


def _slight(kind: str, group: _Group) -> bool:
    slight = all(strength(mark.weight) != "strong" for mark in group.marks)
    return kind == "negated_confidence" and (slight or group.said != TYPES[kind])


def _worth(group: _Group) -> tuple[bool, bool, float, bool]:
    """The own views of a speaker before those reported of others, and these before questions left open; then the
    weight, then speakers before the writer."""
    own = not group.marks[0].others_view
    return group.said != _OPEN, own, sum(abs(mark.weight) for mark in group.marks), group.speaker != WRITER


def _is_short(quote: Quote) -> bool:
    """Whether a quotation says too little to tell of what it is sure or unsure: “… claimed”, “Probably”."""
    return len(quote.words.replace("…", "").split()) <= _FEW


def _in_order(marks: Sequence[Any], body: set[str]) -> list[Any]:
    """Marks in the order in which they are worth quoting: those of the text (the sentences ``body``) before those of a
    heading, then what is said twice in one statement."""
    together: dict[str, float] = {}
    for mark in marks:
        key = mark.statement_id or mark.sentence_id
        together[key] = together.get(key, 0.0) + abs(mark.weight)
    return sorted(
        marks,
        key=lambda mark: (mark.sentence_id not in body, -together[mark.statement_id or mark.sentence_id], mark.start),
    )


def _sentences(stretches: _Stretches, groups: Sequence[_Group], most: int) -> str:
    """A sentence for each speaker: "Uncertainty stated by Ana Ruiz, twice: “…” (paraphrased) and “…” (quoted)."
    What is quoted already is not quoted again."""
    parts: list[str] = []
    taken: list[Quote] = []
    before = ""
    for group in groups:
        quotes = _quotes(stretches, group, 1 if parts else most, taken)
        if not quotes:
            continue
        owner = who(group.speaker) + (f" (through {who(group.through)})" if group.through else "")
        if owner == before:
            parts[-1] += f"; {group.said}{_said(group, quotes)}"
        else:
            parts.append(f"{sentence(group.said)} by {owner}{_said(group, quotes)}")
        before = owner
        taken += [quote for quote, _ in quotes]
    return f"{'. '.join(parts)}."


def _quotes(stretches: _Stretches, group: _Group, most: int, taken: Sequence[Quote]) -> list[tuple[Quote, str]]:
    """The clauses of the first marks, each with its voice; none that overlaps with another one."""
    found: list[tuple[Quote, str]] = []
    spare: list[tuple[Quote, str]] = []
    for mark in group.marks:
        quote = _quote(stretches, mark)
        if _is_short(quote):
            spare = spare or [(quote, mark.voice)]
            continue
        others = [*taken, *(quote for quote, _ in found)]
        apart = all(quote.end <= other.start or quote.start >= other.end for other in others)
        if apart and not any(_plain(quote) in _plain(other) for other in others):
            found.append((quote, mark.voice))
        if len(found) == most:
            break
    return found or spare


def _plain(quote: Quote) -> str:
    return quote.words.replace("…", "").strip().lower()


def _said(group: _Group, quotes: Sequence[tuple[Quote, str]]) -> str:
    """ ", 3 times, as in “…” (paraphrased)"; how often is not said of probabilities, as nearly certain ones are told
    apart from the others."""
    number = len(group.marks)
    often = f", {times(number)}" if number > 1 and group.type != "probability" else ""
    alike = len({voice for _, voice in quotes}) == 1
    words = [f"“{quote.words}”" + ("" if alike else f" ({VOICES[voice]})") for quote, voice in quotes]
    voice = f" ({VOICES[quotes[0][1]]})" if alike and group.speaker != WRITER else ""
    return f"{often}{', as in' if number > len(quotes) else ':'} {listing(words)}{voice}"


def _quote(stretches: _Stretches, mark: Any) -> Quote:
    """The clause of a mark within the innermost statement that has it; where that is a reporting clause before what is
    said, with that."""
    text, rows = stretches
    row = min((row for row in rows if row.start <= mark.start < row.end), key=lambda row: row.end - row.start)
    ends = [row.end, mark.end]  # a mark may begin in a reporting clause and end in what it introduces
    if row.reporting_clause_of:
        introduced = row.reporting_clause_of, row.sentence_id
        ends += [said.end for said in rows if (said.statement_id, said.sentence_id) == introduced]
    return clause_around(text, (row.start, max(ends)), (mark.start, mark.end))


def _of_several(marks: pd.DataFrame, articles: int) -> str:
    """In how many articles uncertainty is stated in words that weigh much, and a probability given."""
    told = marks[(marks["type"] != "negated_confidence") | (marks["weight"].map(strength) == "strong")]
    number = told.groupby("type")["article_id"].nunique()
    stated, given = (int(number.get(kind, 0)) for kind in ("negated_confidence", "probability"))
    some = {0: "none", articles: "all"}.get(given, f"{given:,}")
    where = of_the(stated, articles, "article")
    return f"Uncertainty is stated strongly (▼▼) in {where}, and a probability is given in {some}."
