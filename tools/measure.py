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
COLUMNS = ("measure", "set", "texts", "date", "command", "row", "figure", "value")


def rows(measure: str, gold: Path, name: str) -> list[dict[str, str]]:
    """One row per figure."""
    texts = evaluate.gold_rows(gold)
    options = ""
    if measure == "attribution":
        options = " --flat"
        figures, _ = evaluate.attribution(texts, flat=True)
        wanted = {
            (row, figure): figures["statements"][row][figure]
            for row in ("all", "quoted", "direct", "mixed", "indirect", "speech")
            for figure in ("gold", "attributed P", "attributed R", "attributed F1")
        }
    elif measure == "certainty":
        figures, _ = evaluate.certainty(texts)
        wanted = {
            (row, figure): value
            for row, values in figures.items()
            if isinstance(values, dict) and row != "n"
            for figure, value in values.items()
        }
    else:
        figures, _ = evaluate.sentiment(texts)
        wanted = {("labels", figure): value for figure, value in figures["labels"].items() if figure != "table"}
    about = {
        "measure": measure,
        "set": name,
        "texts": str(len(texts)),
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "command": f"sourcereading evaluate {measure} {gold.name}{options}",
    }
    return [
        about | {"row": row, "figure": figure, "value": f"{value:.1f}" if value > 1 else f"{value:.3f}"}
        for (row, figure), value in wanted.items()
        if isinstance(value, int | float)
    ]


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
