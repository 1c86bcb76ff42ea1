"""Reading sources closely: who says what, how surely, about which issues, in what tone.

>>> import sourcereading as sr
>>> reading = sr.read("seeds")
>>> sorted(set(reading.statements["voice"]))
['direct', 'indirect', 'mixed', 'writer']
"""

from importlib import import_module
from typing import Any

# Name to the module it comes from; loaded on first use, so that the command line starts quickly.
_PUBLIC = {
    "Reading": "reading",
    "analyse": "reading",
    "load": "reading",
    "read": "reading",
    "finding": "display",
    "progress": "display",
    "show_figure": "display",
    "show_table": "display",
    "versions": "display",
}

__all__ = sorted(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(f"sourcereading.{_PUBLIC[name]}"), name)
    raise AttributeError(f"module 'sourcereading' has no attribute {name!r}")
