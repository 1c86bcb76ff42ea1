"""Makes the lessons in ``teach/``: ``python tools/lessons.py``, after a change of texts, keys, lessons or rules.

The PDF of each lesson is printed where the machine has Chromium or Chrome, and only where its pages have changed.
"""

import sys
from pathlib import Path

from sourcereading.report.pdf import NoBrowser
from sourcereading_lessons.lesson import shipped
from sourcereading_lessons.lesson_files import write
from sourcereading_lessons.plans import LESSONS, pdf_name, plan
from sourcereading_lessons.printing import write_pdf

TEACH = Path(__file__).resolve().parents[1] / "teach"


def main() -> int:
    """Writes every page and empty sheet of every lesson, and its PDF."""
    lessons = {name: shipped(name) for name in LESSONS}
    for name, pages in lessons.items():
        write(pages, TEACH / name, replace=True)
    try:
        for name, pages in lessons.items():
            write_pdf(plan(name), pages, TEACH / pdf_name(name))
    except NoBrowser as error:
        print(f"The PDFs in {TEACH} were not made. {error}; or install Chromium and run this again", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
