"""How far predictions agree with hand-marked texts: figures from gold rows and predictions, nothing else.

A figure is in percent, unless it is a count or a correlation. P (precision) is the share of what was predicted
that is right, R (recall) the share of what was marked that was found, F1 their harmonic mean; of nothing, 0.
Gold rows are dictionaries with ``id``, ``text`` and marks; predictions are given by ``id``, and a row without
one counts as one in which nothing was found. When two marks are the same is decided in ``matching``.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from sourcereading.attribution.voices import UNATTRIBUTED
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE
from sourcereading_evaluation import matching
from sourcereading_evaluation.matching import Row, Said, marks_touch, plain, touch, trimmed

Figures = dict[str, Any]
"""``measured`` (what, in words), ``n`` (counts by name), and tables: name to row to column to value."""

# -- who says what ---------------------------------------------------------------------------------------------

KINDS = ("direct", "mixed", "indirect")
ROWS = ("all", "quoted", *KINDS, "speech", matching.IN_CONTRACT)
"""The rows of the table of statements."""


def attribution(gold: Sequence[Row], predictions: Mapping[Any, Sequence[Row]], flat: bool = False) -> Figures:
    """How well statements and their speakers were found.

    A gold statement pairs with at most one prediction, the best overlap first: *exact* when both cover the same
    letters, *overlap* from half of the letters that either covers, *attributed* when the speaker is right, too
    (``matching.same_source``). *speaker* is the share of overlapping pairs with the right speaker in the words of the
    text; *canonical*, where gold names speakers, when all who speak are named as fully as gold names them
    (``matching.full_forms``). Recall is over the gold statements of a kind, precision over the predictions of that
    kind, whatever kind they pair with. The kind of a prediction follows the quotation marks around its words.

    The row *speech* has the gold statements whose cue is a verb of saying, and the predictions with such a cue
    or with none. Which verbs those are is by our own lexicon: a verb that it lacks is not a miss in this row.
    *in contract* has those of them with quoted words, a clause or an infinitive.

    The table *speakers*, likewise: the names of an article's speakers, each counted once.

    With ``flat`` predictions inside another's content are left out, and gold statements that have a "parent".
    """
    count: Counter[tuple[str, str]] = Counter()
    named = any(matching.speakers_of(item) for row in gold for item in row["attributions"])
    names: Counter[str] = Counter()
    for row in gold:
        text = row["text"]
        inside = matching.quoted(text)
        known = {who["speaker"]: who.get("aliases", ()) for who in row.get("speakers", ())}
        marked = [item for item in row["attributions"] if not (flat and item.get("parent"))]
        found = predictions.get(row["id"], ())
        found = matching.outermost(found) if flat else found
        wanted = [matching.said(text, item, inside, item.get("kind"), uncued=False) for item in marked]
        given = [matching.said(text, item, inside, None, uncued=True) for item in found]
        wanted = [one for one, item in zip(wanted, marked, strict=True) if one.letters or "content_text" in item]
        given = [said for said in given if said.letters]
        for side, group in (("gold", wanted), ("predicted", given)):
            count.update((side, kind) for said in group for kind in said.groups)
        for shared, one, other in matching.pairs(wanted, given):
            outcomes = (["overlap"] + ["exact"] * (shared == 1) + ["attributed"] * matching.same_source(one, other))
            if one.speakers:
                forms = [matching.full_forms(name, known.get(name, ())) for name in one.speakers]
                outcomes += ["canonical"] * matching.same_speakers(forms, other.speakers)
            for outcome in outcomes:
                count.update((f"gold {outcome}", kind) for kind in one.groups)
                count.update((f"predicted {outcome}", kind) for kind in other.groups)
        names.update(_names(wanted, given, known))
    figures: Figures = {
        "measured": "Who says what" + (", outermost statements only" if flat else ""),
        "n": {"articles": len(gold), "without a prediction": _missing(gold, predictions)},
        "statements": {kind: _statement_figures(count, kind, named) for kind in ROWS},
    }
    if named:
        right, there, said = names["right"], names["gold"], names["predicted"]
        figures["speakers"] = {"names": {"gold": there, "predicted": said} | _prf(right, said, right, there)}
    return figures


def _names(wanted: Sequence[Said], given: Sequence[Said], known: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many speakers an article has, how many names are found, and how many of these name a speaker in full."""
    marked = {name for one in wanted for name in one.speakers if name != UNATTRIBUTED}
    found = {name for one in given for name in one.speakers if name != UNATTRIBUTED}
    forms = {form: name for name in sorted(marked) for form in matching.full_forms(name, known.get(name, ()))}
    right = {forms.get(plain(name)) for name in found} - {None}
    return {"gold": len(marked), "predicted": len(found), "right": len(right)}


def _statement_figures(count: Counter[tuple[str, str]], kind: str, named: bool) -> dict[str, float]:
    marked, found = count["gold", kind], count["predicted", kind]
    figures: dict[str, float] = {"gold": marked, "predicted": found}
    for outcome in ("exact", "overlap", "attributed", *["canonical"] * named):
        right, hit = count[f"predicted {outcome}", kind], count[f"gold {outcome}", kind]
        figures |= _prf(right, found, hit, marked, f"{outcome} ")
    figures["speaker"] = percent(count["gold attributed", kind], count["gold overlap", kind])
    return figures


# -- how surely ------------------------------------------------------------------------------------------------


def certainty(gold: Sequence[Row], predictions: Mapping[Any, Row]) -> Figures:
    """How well hedged sentences, the marks in them and their certainty were found.

    What is measured depends on the gold rows: *label* gives the table of sentences ("hedged" is what is
    looked for), *cues* that of the marks' spans, *score* the correlations, *pair* the share of pairs with both
    sentences right, *marks* (the project's own keys) that of marks by type with their owners.
    """
    empty: Row = {}
    found = [predictions.get(row["id"], empty) for row in gold]
    both = list(zip(gold, found, strict=True))
    figures: Figures = {
        "measured": "How surely",
        "n": {"texts": len(gold), "without a prediction": _missing(gold, predictions)},
    }
    if labelled := [(row, other) for row, other in both if "label" in row]:
        figures["sentences"] = {"hedged": _labels(labelled)}
    if any(row.get("cues") for row in gold):
        figures["cues"] = _cues([(row, other) for row, other in both if "cues" in row])
    if scored := [(row["score"], other["score"]) for row, other in both if "score" in row and "score" in other]:
        figures["correlation"] = {"score": correlations(*zip(*scored, strict=True))}
    if paired := [(row, other) for row, other in both if "pair" in row and "label" in row]:
        figures["pairs"] = {"both right": _paired(paired)}
    if marked := [(row, other) for row, other in both if "marks" in row]:
        figures["marks"] = _marks(marked)
    return figures


def is_hedged(prediction: Row) -> bool:
    """Whether a prediction says "hedged"; without a label, whether it has cues."""
    return prediction["label"] == "hedged" if "label" in prediction else bool(prediction.get("cues"))


def _labels(rows: Sequence[tuple[Row, Row]]) -> dict[str, float]:
    table = Counter((row["label"] == "hedged", is_hedged(other)) for row, other in rows)
    hit, wrong, missed = table[True, True], table[False, True], table[True, False]
    counts: dict[str, float] = {"gold": hit + missed, "predicted": hit + wrong}
    accuracy = percent(hit + table[False, False], len(rows))
    return counts | _prf(hit, hit + wrong, hit, hit + missed) | {"accuracy": accuracy}


def _cues(rows: Sequence[tuple[Row, Row]]) -> dict[str, dict[str, float]]:
    """Figures of the marks' spans, compared exactly, by overlap (one letter suffices) and by characters."""
    count: Counter[str] = Counter()
    for row, other in rows:
        wanted = {span for cue in row["cues"] if (span := trimmed(row["text"], cue))}
        given = {span for cue in other.get("cues", ()) if (span := trimmed(row["text"], cue))}
        covered = [{at for start, end in spans for at in range(start, end)} for spans in (wanted, given)]
        count.update(
            {
                "gold": len(wanted), "predicted": len(given), "exact": len(wanted & given),
                "gold overlap": sum(any(touch(one, span) for span in given) for one in wanted),
                "predicted overlap": sum(any(touch(one, span) for span in wanted) for one in given),
                "gold characters": len(covered[0]), "predicted characters": len(covered[1]),
                "characters": len(covered[0] & covered[1]),
            }
        )  # fmt: skip
    sizes: dict[str, float] = {"gold": count["gold"], "predicted": count["predicted"]}
    letters: dict[str, float] = {"gold": count["gold characters"], "predicted": count["predicted characters"]}
    exact, shared = count["exact"], count["characters"]
    hits = count["predicted overlap"], count["gold overlap"]
    return {
        "exact": sizes | _prf(exact, sizes["predicted"], exact, sizes["gold"]),
        "overlap": sizes | _prf(hits[0], sizes["predicted"], hits[1], sizes["gold"]),
        "characters": letters | _prf(shared, letters["predicted"], shared, letters["gold"]),
    }


def _paired(rows: Sequence[tuple[Row, Row]]) -> dict[str, float]:
    """Pairs of sentences that differ in one respect; a pair counts when both are right."""
    right: dict[Any, bool] = {}
    for row, other in rows:
        right[row["pair"]] = right.get(row["pair"], True) and is_hedged(other) == (row["label"] == "hedged")
    return {"pairs": len(right), "right": sum(right.values()), "share": percent(sum(right.values()), len(right))}


def _marks(rows: Sequence[tuple[Row, Row]]) -> dict[str, dict[str, float]]:
    """Marks by type, and without borderline ones."""
    types = {mark["type"] for both in rows for side in both for mark in side.get("marks", ())}
    figures = {"all": _of_marks(rows), "not borderline": _of_marks(rows, borderline=False)}
    return figures | {name: _of_marks(rows, name) for name in sorted(types)}


def _of_marks(rows: Sequence[tuple[Row, Row]], type: str = "", borderline: bool = True) -> dict[str, float]:
    """A mark is found when one of its type touches it; *exact*: with the same span; *owner* and *voice*: the share of
    those found with the right one. Without borderline marks: these are not wanted, and a prediction that touches one
    does not count as wrong."""
    count: Counter[str] = Counter()
    for row, other in rows:
        marked, given = (
            [mark for mark in side.get("marks", ()) if type in ("", mark["type"])] for side in (row, other)
        )
        wanted = [mark for mark in marked if borderline or not mark["borderline"]]
        free = [mark for mark in marked if mark not in wanted]
        for one in wanted:
            count["gold"] += 1
            if match := next((mark for mark in given if _same_mark(one, mark)), None):
                spans = [trimmed(row["text"], (mark["start"], mark["end"])) for mark in (one, match)]
                count.update(["hit", *["exact"] * (spans[0] == spans[1])])
                count.update(key for key in ("owner", "voice") if plain(one[key]) == plain(match[key]))
        for mark in given:
            right = any(_same_mark(mark, one) for one in wanted)
            if right or not any(marks_touch(mark, one) for one in free):
                count.update(["predicted", *["right"] * right])
    figures = {"gold": count["gold"], "predicted": count["predicted"]}
    shares = {key: percent(count[key], count["hit"]) for key in ("exact", "owner", "voice")}
    return figures | _prf(count["right"], count["predicted"], count["hit"], count["gold"]) | shares


def _same_mark(one: Row, other: Row) -> bool:
    return one["type"] == other["type"] and marks_touch(one, other)


def correlations(gold: Sequence[float], predicted: Sequence[float]) -> dict[str, float]:
    """Pearson's and Spearman's coefficient; 0 where one side does not vary."""
    figures: dict[str, float] = {"n": len(gold)}
    ranks = [pd.Series(side).rank().tolist() for side in (gold, predicted)]
    for name, sides in (("pearson", (gold, predicted)), ("spearman", ranks)):
        try:
            figures[name] = statistics.correlation(*sides)
        except statistics.StatisticsError:
            figures[name] = 0.0
    return figures


# -- tone ------------------------------------------------------------------------------------------------------

TONES = (-1, 0, 1)


def sentiment(gold: Sequence[Row], predictions: Mapping[Any, int]) -> Figures:
    """How well the tone of sentences was found: negative, neutral or positive; no prediction counts as neutral.

    The row of a tone has its gold count, the predictions, how the gold rows were read, and P, R and F1; the
    row *mean* their plain means (macro-F1, average recall), and *accuracy*.
    """
    table = Counter((row["label"], predictions.get(row["id"], 0)) for row in gold)
    figures: dict[str, dict[str, float]] = {}
    for tone, name in zip(TONES, (NEGATIVE, NEUTRAL, POSITIVE), strict=True):
        marked = sum(table[tone, other] for other in TONES)
        found = sum(table[other, tone] for other in TONES)
        read = {f"read as {other:+d}".replace("+0", "0"): table[tone, other] for other in TONES}
        hit = table[tone, tone]
        figures[name] = {"gold": marked, "predicted": found, **read, **_prf(hit, found, hit, marked)}
    means = {key: statistics.fmean(row[key] for row in figures.values()) for key in ("P", "R", "F1")}
    means["accuracy"] = percent(sum(table[tone, tone] for tone in TONES), len(gold))
    return {
        "measured": "Tone",
        "n": {"texts": len(gold), "without a prediction": _missing(gold, predictions)},
        "tones": figures | {"mean": means},
    }


# -- what all share --------------------------------------------------------------------------------------------


def percent(part: float, whole: float) -> float:
    """A share in percent; of nothing, 0."""
    return 100 * part / whole if whole else 0.0


def _prf(right: float, predicted: float, found: float, gold: float, prefix: str = "") -> dict[str, float]:
    """P, R and F1 from the predictions that are right and the gold marks that were found."""
    p, r = percent(right, predicted), percent(found, gold)
    return {f"{prefix}P": p, f"{prefix}R": r, f"{prefix}F1": 2 * p * r / (p + r) if p + r else 0.0}


def _missing(gold: Sequence[Row], predictions: Mapping[Any, Any]) -> int:
    return sum(row["id"] not in predictions for row in gold)
