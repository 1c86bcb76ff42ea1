"""Measures the reading on marked texts and writes the figures to ``data/measured.csv``, with date and command.

    python tools/measure.py attribution polnear_dev.jsonl "PolNeAR, development part" --flat --looked-at
    python tools/measure.py certainty challenge.jsonl "50 minimal pairs, worked with" --approximators --looked-at

``--looked-at``: its texts were looked at while the program was made, not only its figures. The figures of a measure on
a set replace its former ones; how often there have been some, since when, and that they were looked at, is kept.
The marked texts themselves are not in the repository: some of them may not be passed on.
"""

import csv
import datetime
import sys
from pathlib import Path

from sourcereading_evaluation import evaluate, gold_files

OUT = Path(__file__).resolve().parents[1] / "data" / "measured.csv"
COLUMNS = (
    "measure", "set", "texts", "date", "command", "row", "gold", "precision", "recall", "f1", "correlation", "right",
    "first_measured", "times", "seen",
)  # fmt: skip
LOOKED_AT = "--looked-at"
FEWEST = 20
"""A percentage of fewer statements, sentences or pairs says little, and is left out."""


def rows(measure: str, gold: Path, name: str, options: list[str]) -> list[dict[str, str]]:
    """One row per kind of statement, per score, or for hedged sentences and pairs."""
    texts = gold_files.gold_rows(gold)
    if measure == "attribution":
        found = _attribution(evaluate.attribution(texts, flat="--flat" in options)[0])
    elif measure == "certainty":
        found = _certainty(evaluate.certainty(texts, approximators="--approximators" in options)[0])
    elif measure == "sentiment":
        figures = evaluate.sentiment(texts)[0]
        found = [
            {"row": scorer, "gold": str(len(texts)), **_prf(figures[name]["mean"])}
            for scorer, name in (("news", "tones"), ("textblob", "textblob"))
        ]
        right, answered = (f"{figures['sure'][row]['share']:.1f}" for row in ("right", "answered"))
        found.append({"row": "shown", "gold": str(len(texts)), "precision": right, "recall": answered})
    else:
        sys.exit(f"{measure}: measure attribution, certainty or sentiment")
    about = {
        "measure": measure,
        "set": name,
        "texts": str(len(texts)),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "command": " ".join(["sourcereading evaluate", measure, gold.name, *options]),
    }
    return [about | row for row in found if int(row["gold"]) >= FEWEST]


def _prf(figures: dict[str, float], prefix: str = "") -> dict[str, str]:
    names = {"precision": "P", "recall": "R", "f1": "F1"}
    return {name: f"{figures[prefix + short]:.1f}" for name, short in names.items()}


def _attribution(figures: dict) -> list[dict[str, str]]:
    """Words and speaker, by kind; where the gold file names speakers, also with the full name, and the names alone."""
    table = figures["statements"]
    found = [{"row": row, **_counted(table[row], "attributed ")} for row in table]
    if "speakers" in figures:
        found.append({"row": "canonical", **_counted(table["all"], "canonical ")})
        found.append({"row": "names", **_counted(figures["speakers"]["names"])})
    return found


def _counted(figures: dict[str, float], prefix: str = "") -> dict[str, str]:
    return {"gold": str(int(figures["gold"])), **_prf(figures, prefix)}


def _certainty(figures: dict) -> list[dict[str, str]]:
    """What the gold file's marks allow: hedged sentences, pairs, correlation."""
    found = []
    if "sentences" in figures:
        found.append({"row": "hedged", **_counted(figures["sentences"]["hedged"])})
    if "pairs" in figures:
        pairs = figures["pairs"]["both right"]
        found.append({"row": "pairs", "gold": str(int(pairs["pairs"])), "right": f"{pairs['share']:.1f}"})
    if "correlation" in figures:
        score = figures["correlation"]["score"]
        found.append({"row": "score", "gold": str(score["n"]), "correlation": f"{score['pearson']:.2f}"})
    return found


def replaced(known: list[dict[str, str]], new: list[dict[str, str]], looked_at: bool) -> list[dict[str, str]]:
    """The rows known with those of one measure on one set replaced, which are counted on from the former ones."""
    same = [(row["measure"], row["set"]) == (new[0]["measure"], new[0]["set"]) for row in known]
    former = [row for row, is_same in zip(known, same, strict=True) if is_same]
    history = {
        "first_measured": former[0]["first_measured"] if former else new[0]["date"],
        "times": str(int(former[0]["times"]) + 1 if former else 1),
        "seen": "texts" if looked_at or former and former[0]["seen"] == "texts" else "figures",
    }
    kept = [row for row, is_same in zip(known, same, strict=True) if not is_same]
    return [*kept, *(row | history for row in new)]


def main(measure: str, gold: str, name: str, *options: str) -> None:
    """Replaces the figures of one measure on one set."""
    known = list(csv.DictReader(OUT.open(encoding="utf-8"))) if OUT.exists() else []
    scoring = [option for option in options if option != LOOKED_AT]
    found = replaced(known, rows(measure, Path(gold), name, scoring), LOOKED_AT in options)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
