"""Measures the reading on marked texts and writes the figures to ``data/measured.csv``, with date and command.

    python tools/measure.py attribution polnear_dev.jsonl "PolNeAR, development part"

The figures of a measure on a set replace its former ones. The marked texts themselves are not in the repository:
some of them may not be passed on.
"""

import csv
import datetime
import sys
from pathlib import Path

from sourcereading import evaluate

OUT = Path(__file__).resolve().parents[1] / "data" / "measured.csv"
COLUMNS = ("measure", "set", "texts", "date", "command", "row", "gold", "precision", "recall", "f1", "correlation")
ROWS = ("all", "quoted", "direct", "mixed", "indirect", "speech")


def rows(measure: str, gold: Path, name: str) -> list[dict[str, str]]:
    """One row per kind of statement, or per score."""
    texts = evaluate.gold_rows(gold)
    options = " --flat" if measure == "attribution" else ""
    if measure == "attribution":
        table = evaluate.attribution(texts, flat=True)[0]["statements"]
        found = [
            {
                "row": row,
                "gold": str(int(table[row]["gold"])),
                "precision": f"{table[row]['attributed P']:.1f}",
                "recall": f"{table[row]['attributed R']:.1f}",
                "f1": f"{table[row]['attributed F1']:.1f}",
            }
            for row in ROWS
        ]
    elif measure == "certainty":
        score = evaluate.certainty(texts)[0]["correlation"]["score"]
        found = [{"row": "score", "gold": str(score["n"]), "correlation": f"{score['pearson']:.2f}"}]
    elif measure == "sentiment":
        mean = evaluate.sentiment(texts)[0]["tones"]["mean"]
        figures = {"precision": f"{mean['P']:.1f}", "recall": f"{mean['R']:.1f}", "f1": f"{mean['F1']:.1f}"}
        found = [{"row": "tones", "gold": str(len(texts)), **figures}]
    else:
        sys.exit(f"{measure}: measure attribution, certainty or sentiment")
    about = {
        "measure": measure,
        "set": name,
        "texts": str(len(texts)),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "command": f"sourcereading evaluate {measure} {gold.name}{options}",
    }
    return [about | row for row in found]


def main(measure: str, gold: str, name: str) -> None:
    """Replaces the figures of one measure on one set."""
    known = list(csv.DictReader(OUT.open(encoding="utf-8"))) if OUT.exists() else []
    kept = [row for row in known if (row["measure"], row["set"]) != (measure, name)]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*kept, *rows(measure, Path(gold), name)])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
