"""Another process of this program, which works for this one: it is asked through one pipe and answers through another.

Ctrl-C in a terminal does not reach it, not even while it begins: who asks ends it. It also ends where nothing more can
be asked, so that it never outlives the process that asks.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import active_count
from typing import Any, BinaryIO, NoReturn, Protocol, cast

from sourcereading.text.paths import FOLDER, ROOT


class _Child(Protocol):
    """What is needed of a process: ``subprocess.Popen`` has it."""

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class OtherProcess:
    """A process that works for this one; it ends with the block."""

    def __init__(self, process: _Child, to: BinaryIO, answers: BinaryIO) -> None:
        self._process, self._to, self.answers = process, to, answers
        self.kill = process.kill

    def __enter__(self) -> OtherProcess:
        return self

    def __exit__(self, *exception: object) -> None:
        self.end()

    def end(self) -> None:
        """Ends it, whatever it does."""
        self.kill()
        self.close()

    def close(self) -> None:
        """Waits for its end, and lets go of what was held for it."""
        self.wait()
        self.answers.close()
        with suppress(OSError):  # it had not read all
            self._to.close()

    def wait(self) -> int:
        """Waits for its end; the exit status."""
        return self._process.wait()

    def ask(self, what: object) -> None:
        """Sends it something. An OSError says that it has ended."""
        send(self._to, what)

    def answer(self) -> Any:
        """What it answers. An OSError, EOFError or UnpicklingError says that it has ended."""
        return pickle.load(self.answers)


def started(code: str, environment: dict[str, str] | None = None, quiet: bool = False) -> OtherProcess:
    """A process that runs some code. It finds the same modules and data as this one; what it says goes where this one
    says it, or, where it is ``quiet``, nowhere."""
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), FOLDER: str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None, env=os.environ | paths | (environment or {}),
        start_new_session=True,
    )  # fmt: skip
    return OtherProcess(process, cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout))


class _Copy:
    """A copy of this process that has an id."""

    def __init__(self, pid: int) -> None:
        self.pid, self._status = pid, -1

    def kill(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        if self.pid:
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            self.pid = 0
        return self._status


def copied(work: Callable[[], object], quiet: bool = False) -> OtherProcess:
    """A process that is a copy of this one, and does some work: what was imported and read is there, and is in memory
    once. Only on Linux, and where no other thread runs."""
    (asked, to), (answers, said) = os.pipe(), os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    if pid := os.fork():
        os.close(asked)
        os.close(said)
        return OtherProcess(_Copy(pid), os.fdopen(to, "wb"), os.fdopen(answers, "rb"))
    _work(work, asked, said, quiet)


def _work(work: Callable[[], object], asked: int, answers: int, quiet: bool) -> NoReturn:
    """What a copy does: it works with these as its input and output, has no other file open, and never returns."""
    status = 1
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for old, new in ((asked, 0), (answers, 1), *([(nothing, 2)] if quiet else [])):
            os.dup2(old, new)
        for file in {int(file.name) for file in Path("/proc/self/fd").iterdir()} - {0, 1, 2, nothing}:
            os.dup2(nothing, file)  # not closed: what thinks that it has this file could close another
        work()
        status = 0
    except BaseException:  # nobody above sees it
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


_may_copy = False


@contextmanager
def copying() -> Iterator[None]:
    """Within the block, processes are begun as copies of this one where it has no other thread."""
    global _may_copy
    _may_copy = True
    try:
        yield
    finally:
        _may_copy = False


def copies() -> bool:
    """Whether a process that is begun now is a copy of this one, so that this one need not work, and stays small."""
    return _may_copy and active_count() == 1


def begun(work: Callable[[], object], code: str, quiet: bool = False) -> OtherProcess:
    """A process that does some work, or runs the code that does the same where it cannot be a copy."""
    return copied(work, quiet) if copies() else started(code, quiet=quiet)


def asked() -> tuple[BinaryIO, BinaryIO]:
    """The ends of the pipes in such a process itself: what it is asked, and where it answers. Whatever prints does not
    disturb the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows, Ctrl-C does reach it
    coming, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return coming, answers


def send(to: BinaryIO, what: object) -> None:
    """Sends something at once."""
    pickle.dump(what, to, pickle.HIGHEST_PROTOCOL)
    to.flush()
