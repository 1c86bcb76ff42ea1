"""The reading compared with the project's own answer keys: counts by article, and every disagreement with its words.

``evaluate`` gives the figures that are compared between programs; this gives what a reader wants to see: how many of
how many, and which ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pandas as pd

from sourcereading import issues
from sourcereading.analysis.statements import in_one_line
from sourcereading.attribution.voices import DIRECT, INDIRECT, MIXED, VOICES
from sourcereading.reading.wording import short, times
from sourcereading.text.lexicon import read_csv_rows
from sourcereading.text.paths import data_path
from sourcereading.text.sentences import TEXT, sentences
from sourcereading_evaluation import evaluate
from sourcereading_evaluation.gold_files import keys
from sourcereading_evaluation.matching import Row, Said, marks_touch, pairs, plain, quoted, said, same_source
from sourcereading_evaluation.scoring import KINDS

CORPUS, PAGES = "PolNeAR, development part", "13 saved news pages"
"""The sets in ``data/measured.csv`` by which who says what is judged."""
_LONGEST = 120
MISSED, EXTRA, OTHER_SPEAKER, OTHER_OWNER = "missed", "extra", "another speaker", "another owner"
"""What a disagreement is: in the key and not found; found and not in the key; found, but read as something else."""
_DISAGREEMENT = ["article", "what", "words", "key", "reading"]


@cache
def _predictions(name: str) -> tuple[Row, ...]:
    return tuple(getattr(evaluate, name)(keys(name))[1])


def files() -> pd.DataFrame:
    """The articles that have a key: ``article`` (its id in the keys) and ``sha256`` (of its file)."""
    return pd.DataFrame([(row["id"], row["sha256"]) for row in keys("attribution")], columns=["article", "sha256"])


def measured(measure: str) -> pd.DataFrame:
    """How the reading scored on texts annotated by others (``data/measured.csv``), measured before and not in this run.
    ``measure`` is "attribution", "certainty", "sentiment", "marks" or "sources"; one that was not measured has no
    rows."""
    columns = ("measure", "set", "texts", "date", "command", "row", "gold", "first_measured", "times", "seen")
    figures = ("precision", "recall", "f1", "correlation", "right")
    rows = read_csv_rows(data_path("measured.csv"), columns, figures)
    table = pd.DataFrame(rows).query("measure == @measure").drop(columns=["measure", "line"])
    if table.empty:
        return table
    table = table[[column for column in table.columns if (table[column] != "").any()]].reset_index(drop=True)
    numbers = [column for column in ("texts", "gold", *figures) if column in table]
    table = table.replace(dict.fromkeys(numbers, ""), float("nan")).astype(dict.fromkeys(numbers, "float64"))
    return table.astype({"texts": "int64", "gold": "int64", "times": "int64"})


def measured_statements() -> str:
    """How often who says what is right on articles by others, best and worst kind, how unseen they were; and on saved
    news pages."""
    table = measured("attribution")
    rows = table[table["set"] == CORPUS].set_index("row")
    every, speech, kinds = rows.loc["all"], rows.loc["speech"], rows.loc[[DIRECT, MIXED, INDIRECT], "recall"]
    looked = "Their texts were" if speech["seen"] == "texts" else "Only their figures were"
    page = table[table["set"] == PAGES].set_index("row").loc["canonical"]
    return (
        f"On {speech['texts']} articles that others annotated ({speech['set']}), {every['recall']:.0f} of 100 "
        "statements are found with the right words (half of their letters or more) and speaker, and "
        f"{every['precision']:.0f} of 100 found are right; of reported speech alone, {speech['recall']:.0f} and "
        f"{speech['precision']:.0f}. Least is found of what is {VOICES[kinds.idxmin()]}, beliefs and wishes included: "
        f"{kinds.min():.0f} of 100. {looked} looked at while the program was made, and the figures recorded "
        f"{times(speech['times'])} from {speech['first_measured']} to {speech['date']}: expect less on articles from "
        f"elsewhere. On {page['texts']} saved news pages, marked by an AI assistant, {page['recall']:.0f} of 100 "
        f"statements are found with the right words and the speaker's full name, and {page['precision']:.0f} of 100 "
        "found are right; since they were marked, only the figures were looked at."
    )


def statements() -> pd.DataFrame:
    """Statements by article and kind: how many the key has, the reading finds, and gives the right speaker."""
    rows = []
    for key in keys("attribution"):
        table = evaluate.attribution([key])[0]["statements"]
        for kind in KINDS:
            figures = table[kind]
            marked = int(figures["gold"])
            if marked:
                found, right = (round(marked * figures[f"{name} R"] / 100) for name in ("overlap", "attributed"))
                rows.append((key["id"], kind, marked, found, right))
    return pd.DataFrame(
        rows, columns=["article", "kind", "in the key", "found by the reading", "words and speaker right"]
    )


def statement_disagreements() -> pd.DataFrame:
    """Every statement on which key and reading differ: ``article``, ``what``, ``words``, ``key``, ``reading`` (the
    speaker by either)."""
    rows: list[tuple[str, ...]] = []
    for key, prediction in zip(keys("attribution"), _predictions("attribution"), strict=True):
        text, marked = key["text"], key["attributions"]
        inside, found = quoted(text), prediction["attributions"]
        wanted = [said(text, item, inside, item["kind"], uncued=False) for item in marked]
        given = [said(text, item, inside, None, uncued=True) for item in found]
        met = pairs(wanted, given)
        for item, one in zip(marked, wanted, strict=True):
            other = next((second for _, first, second in met if first is one), None)
            if other is None:
                rows.append((key["id"], MISSED, _words(text, item), _names(one), ""))
            elif not same_source(one, other) or not same_name(_names(one), _names(other), key["id"]):
                rows.append((key["id"], OTHER_SPEAKER, _words(text, item), _names(one), _names(other)))
        for item, other in zip(found, given, strict=True):
            if not any(second is other for _, _, second in met):
                rows.append((key["id"], EXTRA, _words(text, item), "", _names(other)))
    return pd.DataFrame(rows, columns=_DISAGREEMENT)


def _names(one: Said) -> str:
    return " and ".join(one.speakers)


def _words(text: str, item: Row) -> str:
    return short(in_one_line(text, item["content"]), _LONGEST)


def marks() -> pd.DataFrame:
    """Marks of certainty by type: how many the keys have, are found at their place, and have the right owner."""
    rows: dict[str, list[int]] = {}
    for key, prediction in zip(keys("certainty"), _predictions("certainty"), strict=True):
        for mark in key["marks"]:
            row = rows.setdefault(mark["type"], [0, 0, 0])
            same = [
                other
                for other in prediction["marks"]
                if marks_touch(mark, other) and other["type"] == mark["type"]
            ]
            row[0] += 1
            row[1] += bool(same)
            row[2] += any(same_name(mark["owner"], other["owner"], key["id"]) for other in same)
    table = pd.DataFrame(
        [(name, *counts) for name, counts in sorted(rows.items())],
        columns=["type", "in the key", "place and type right", "owner right"],
    )
    return table.sort_values(["in the key", "type"], ascending=[False, True], ignore_index=True)


def mark_disagreements() -> pd.DataFrame:
    """Every mark on which key and reading differ: ``article``, ``what``, ``words``, ``key``, ``reading``. A borderline
    mark of the key says so."""
    both = zip(keys("certainty"), _predictions("certainty"), strict=True)
    rows = [row for key, read in both for row in _differing(key["id"], key["marks"], read["marks"], "type")]
    return pd.DataFrame(rows, columns=_DISAGREEMENT)


def _differing(article: str, key: list[Row], found: list[Row], label: str) -> Iterator[tuple[str, ...]]:
    """Where the marks or mentions of a key differ from those that are found: in place, in what they are called in
    ``label``, or in their owner."""
    for mark in key:
        met = [other for other in found if marks_touch(mark, other)]
        same = [other for other in met if other[label] == mark[label]]
        named = mark[label] + (", borderline" if mark["borderline"] else "")
        if not met:
            yield article, MISSED, mark["text"], named, ""
        elif not same:
            yield article, f"another {label}", mark["text"], named, met[0][label]
        elif "owner" in mark and not any(same_name(mark["owner"], other["owner"], article) for other in same):
            yield article, OTHER_OWNER, mark["text"], mark["owner"], same[0]["owner"]
    for other in found:
        if not any(marks_touch(mark, other) for mark in key):
            yield article, EXTRA, other["text"], "", other[label]


def issue_disagreements() -> pd.DataFrame:
    """Every mention of an issue on which they differ: ``article``, ``what``, ``words``, ``key``, ``reading``."""
    rows = [row for key in keys("issues") for row in _differing(key["id"], key["mentions"], _mentions(key), "issue")]
    return pd.DataFrame(rows, columns=_DISAGREEMENT)


def issue_counts() -> tuple[int, int, int]:
    """How many mentions of issues the keys have, how many the reading finds, and how many of the key's it finds."""
    marked = found = right = 0
    for key in keys("issues"):
        given = _mentions(key)
        marked, found = marked + len(key["mentions"]), found + len(given)
        right += sum(
            any(marks_touch(mention, other) and other["issue"] == mention["issue"] for other in given)
            for mention in key["mentions"]
        )
    return marked, found, right


def _mentions(key: Row) -> list[Row]:
    """What the reading finds in the article of a key."""
    text = key["text"]
    body = [sentence.tokens for sentence in sentences(text, key.get("title", "")) if sentence.kind is TEXT]
    return [
        {"start": one.start, "end": one.end, "text": text[one.start : one.end], "issue": one.issue}
        for of_sentence in issues.mentions_in(body, issues.codebook())
        for one in of_sentence
    ]


def same_name(name: str, other: str, article: str) -> bool:
    """Whether two names are of one speaker: an alias in the key, or one the other with words more ("a senior official
    who has worked on the plan")."""
    forms = {plain(form) for form in (name, *_aliases(article).get(name, ()))}
    found = plain(other)
    return any(f" {form} " in f" {found} " or f" {found} " in f" {form} " for form in forms)


@cache
def _aliases(article: str) -> dict[str, tuple[str, ...]]:
    row = next(row for row in keys("attribution") if row["id"] == article)
    return {who["speaker"]: (who["speaker"], *who["aliases"]) for who in row["speakers"]}
