"""Makes the lessons in ``teach/``: ``python tools/lessons.py``, after a change of texts, keys, lessons or rules."""

from pathlib import Path

from sourcereading_lessons.command import write
from sourcereading_lessons.lesson import shipped
from sourcereading_lessons.plans import LESSONS

TEACH = Path(__file__).resolve().parents[1] / "teach"


def main() -> None:
    """Writes every page of every lesson."""
    for name in LESSONS:
        write(shipped(name), TEACH / name)


if __name__ == "__main__":
    main()
