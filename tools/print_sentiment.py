"""Prints the weights of the news scorer as CSV: ``tools/print_sentiment.py words``, ``places`` or ``bases``."""

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "lib"))

from sourcereading.sentiment.weights import BASES, PLACES, WORDS, tables


def main(table: str) -> None:
    """Prints one table, its columns named."""
    held = tables()
    terms, columns = (held[f"{table}_{part}"].tobytes().decode("utf-8").split("\n") for part in ("terms", "columns"))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["term", *columns])
    numbers = held[f"{table}_numbers"] * held[f"{table}_scales"]
    writer.writerows([term, *(f"{value:.2f}" for value in row)] for term, row in zip(terms, numbers, strict=True))


if __name__ == "__main__":
    if sys.argv[1:] not in ([WORDS], [PLACES], [BASES]):
        sys.exit(__doc__)
    main(sys.argv[1])
