"""What the command says on the terminal, and the status it ends with."""

from __future__ import annotations

import sys
from typing import TextIO

DONE, NOTEBOOK_FAILED, NOTHING_DONE, SOME_REFUSED, INTERRUPTED, UNREAD = 0, 1, 2, 3, 130, 141


def say(text: str) -> None:
    """Writes a line to stderr; what a command answers goes to stdout."""
    print(text, file=sys.stderr, flush=True)


def message(error: Exception) -> str:
    """The message of an error. One of the operating system names its file."""
    if isinstance(error, MemoryError):
        return "there is not enough memory; close other programs, or read fewer articles at a time"
    if not isinstance(error, ValueError | OSError):
        kind = type(error).__name__
        return f"{kind}: {error}. This is an error of the program; --debug shows where it happened."
    if not isinstance(error, OSError) or not error.filename:
        return str(error)
    if isinstance(error, FileNotFoundError):
        return f"{error.filename}: no such file or folder; check the name"
    remedies = {
        PermissionError: "check that you have permission to read and write there",
        IsADirectoryError: "it is a folder; name a file",
        NotADirectoryError: "a part of this path is a file; check the name",
    }
    remedy = remedies.get(type(error), "check the name, and that the disk is not full")
    return f"{error.filename}: {error.strerror}; {remedy}"


class Bar:
    """A progress bar on a terminal; elsewhere plain lines, one per step and at most one per twentieth."""

    WIDTH = 20

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._shown: tuple[int, int] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._live:
            self._write("\r\x1b[K")

    def step(self, done: int, total: int, label: str) -> None:
        """Shows that ``done`` of ``total`` steps are done, and what has ended or is being done."""
        filled = self.WIDTH * done // max(total, 1)
        of = f"{done}/{total} " if total else ""
        bar = f"[{'#' * filled}{'-' * (self.WIDTH - filled)}] {of}{label}".rstrip()
        if self._live:
            self._write(f"\r\x1b[K{bar[:78]}")
        elif self._shown != (shown := (filled if total > self.WIDTH else done, total)):
            self._shown = shown
            self._write(f"{bar}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def pace(done: int, total: int, seconds: float) -> str:
    """How fast a run is that has done so many articles in so many seconds, and how long it will take.

    >>> pace(500, 2000, 10)
    '50 articles a second, about 30 s left'
    """
    rate = done / max(seconds, 1e-9)
    left = (total - done) / rate
    time = f"{left:.0f} s" if left < 90 else f"{left / 60:.0f} min" if left < 5400 else f"{left / 3600:.1f} h"
    return f"{rate:,.{rate < 10:d}f} articles a second, about {time} left"
