"""How far a reading is, as one line of a notebook that is drawn again."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from sourcereading.reading.wording import count
from sourcereading.report.markup import escape
from sourcereading.report.show import Shown

_SOON_READ = 3
"""So few articles are read so soon that no line of progress is needed."""
_BETWEEN = 0.2
"""Seconds between two signs of progress: a browser need not draw thousands."""


def progress() -> Callable[[int, int, str], None]:
    """How far a reading is, as one line of a notebook: ``read(folder, progress=progress())``.

    The line is drawn again as articles are read, and ends as a plain sentence that is the same in every run. For up to
    three articles, for tables read before (as while reports are made), and where no HTML is shown there is no line.
    """
    return _ProgressLine()


class _ProgressLine:
    def __init__(self) -> None:
        self._line: Any = None
        self._drawn = 0.0

    def __call__(self, done: int, total: int, file: str) -> None:
        ipython = sys.modules.get("IPython")  # a notebook has it loaded
        shell = ipython.get_ipython() if ipython else None
        if ipython is None or shell is None or total <= _SOON_READ:
            return
        if "text/html" not in shell.display_formatter.active_types:
            return
        if done == total:
            said = f"{count(total, 'article')} read."
            markup = f"<p>{said}</p>"
        elif self._line is None or time.monotonic() - self._drawn >= _BETWEEN:
            said = f"{done:,} of {count(total, 'article')} read: {file}"
            markup = f'<p><label><progress value="{done}" max="{total}"></progress> {escape(said)}</label></p>'
        else:
            return
        shown = Shown("progress", markup, said)
        if self._line is None:
            self._line = ipython.display.display(shown, display_id=True)
        else:
            self._line.update(shown)
        self._drawn = time.monotonic()
        if done == total:
            self._line = None  # the next reading has a line of its own
