"""How pages show what readers have corrected: a line that counts it, and the table of corrections."""

from __future__ import annotations

import pandas as pd

from sourcereading.reading.column_help import meanings
from sourcereading.reading.corrections import corrected_by
from sourcereading.report.markup import escape
from sourcereading.report.show import show_table

CORRECTED = "Corrections by readers"


def corrections_note(changes: pd.DataFrame) -> str:
    """How many corrections of the table ``changes`` are applied, and by whom, as a paragraph; "" where there are
    none."""
    note = corrected_by(changes)
    return f'<p class="corrections">{escape(note)}</p>\n' if note else ""


def corrections_table(changes: pd.DataFrame, name: str) -> str:
    """The corrections and whether each is applied, as HTML; ``name`` is that of the download."""
    shown = changes[["file", "line", "change", "quote", "value", "by", "why", "applied"]]
    if not changes["applied"].all():
        shown = shown.assign(reason=changes["reason"])
    return show_table(shown, name, "Corrections, and whether they are applied", meanings(shown, "changes")).markup
