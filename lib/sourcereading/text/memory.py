"""Memory that is no longer used."""

from __future__ import annotations

import ctypes
import sys

_TRIM = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
"""What only some C libraries have."""


def give_back() -> None:
    """Gives memory that was freed back to the system: else a process keeps a fifth of what it has, between tables."""
    if _TRIM:
        _TRIM(0)
