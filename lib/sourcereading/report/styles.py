"""The style sheets of pages and of what notebooks show, without what only their readers need."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"

# Comments, and white space at the braces, semicolons and commas of a style sheet and behind the colon of a property:
# every page carries the whole of it.
_NOT_NEEDED = re.compile(r"/\*.*?\*/|(?<=[{};,])\s+|\s+(?=[{}])|(?<=[a-z]:)\s+", re.DOTALL)


@cache
def style(*names: str) -> str:
    """The style sheets ``templates/NAME.css`` one after the other."""
    sheets = (TEMPLATES / f"{name}.css" for name in names)
    return "".join(_NOT_NEEDED.sub("", sheet.read_text(encoding="utf-8")) for sheet in sheets)
