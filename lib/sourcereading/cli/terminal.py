"""What the command says on the terminal, and the status it ends with."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

DONE, NOTEBOOK_FAILED, NOTHING_DONE, SOME_REFUSED, INTERRUPTED, UNREAD = 0, 1, 2, 3, 130, 141


def say(text: str) -> None:
    """Writes a line to stderr; what a command answers goes to stdout."""
    print(text, file=sys.stderr, flush=True)


def message(error: Exception) -> str:
    """The message of an error. One of the operating system names its file."""
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


class Pace:
    """Says how fast a run is and how long it will take.

    >>> clock = iter([0.0, 10.0])
    >>> Pace(lambda: next(clock)).words(500, 2000)
    '50 articles a second, about 30 s left'
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._begun = clock, clock()

    def words(self, done: int, total: int) -> str:
        """What is said when ``done`` of ``total`` articles are done."""
        rate = done / max(self._clock() - self._begun, 1e-9)
        return f"{rate:,.{rate < 10:d}f} articles a second, about {_time((total - done) / rate)} left"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
