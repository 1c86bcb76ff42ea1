"""The watch over a process that reads: which article it is at, and what happens when it dies there.

An article that kills the process twice is refused by name; the first time may have been an accident, such as memory
that ran short. An article at which nothing happens for too long counts as one that kills.

A worker only passes jobs on, packed: it imports none of what reads, and stays small.
"""

from __future__ import annotations

import atexit
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcereading_archive.parts import Counts

PATIENCE = 300.0
"""Seconds after which an article that is still being read is given up. The longest that is accepted, 1.5 million
characters, takes some twenty."""
COMMAND = (sys.executable, "-m", "sourcereading_archive.reader")
_TRIES = 2
_START = 120.0
"""Seconds for the process to start: on a busy machine with a slow disk the import alone may take many."""

Killers = Mapping[int, str]
"""Articles that killed the process, by their position in the partition, and how."""
NO_KILLERS: Killers = {}


@dataclass(frozen=True)
class Packed:
    """A job for the process, pickled: the name of the part, and how many articles are to be read."""

    name: str
    articles: int
    job: bytes


class ReaderProcess:
    """One process of ``sourcereading_archive.reader``, started again where it has died."""

    def __init__(self, patience: float = PATIENCE, command: Sequence[str] = COMMAND) -> None:
        self._patience, self._command = patience, command
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        atexit.register(self.stop)

    def read(self, job: Packed) -> Counts:
        """Has a partition read and its part written; returns its counts. An OSError where the part cannot be written, a
        DataError where the project's own data cannot be used, a ChildProcessError where the process dies without being
        at an article."""
        deaths: dict[int, list[str]] = {}
        while True:
            killers = {at: reasons[-1] for at, reasons in deaths.items() if len(reasons) >= _TRIES}
            outcome = self._try(job, killers)
            if isinstance(outcome, Counts):
                return outcome
            done, reason = outcome
            left = [n for n in range(job.articles) if n not in killers]
            at = left[done] if 0 <= done < len(left) else -1  # -1: before the first article, or when writing
            deaths.setdefault(at, []).append(reason)
            if len(deaths.get(-1, ())) > _TRIES:
                raise ChildProcessError(f"{job.name} cannot be read or written: {reason}")

    def stop(self) -> None:
        """Ends the process."""
        if self._process:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]
            self._process = None

    def _try(self, job: Packed, killers: Killers) -> Counts | tuple[int, str]:
        """The counts; or how many of the articles were done when the process died, -1 before it began, and why."""
        process = self._started()
        done, reason = -1, ""
        try:
            pickle.dump((job, killers), process.stdin)  # type: ignore[arg-type]
            process.stdin.flush()  # type: ignore[union-attr]
            while True:
                kind, value = self._answers.get(timeout=_START if done < 0 else self._patience)
                if kind == "done":
                    done = value
                elif kind == "counts":
                    return value
                elif kind == "error":
                    raise value
                else:
                    break  # its output has ended
        except queue.Empty:
            reason = f"it was not read within {self._patience:.0f} seconds" if done >= 0 else "it does not start"
        except BrokenPipeError:
            pass
        if not reason:
            reason = f"the program died on this text ({_how(process.wait())}); please report it"
        self.stop()
        return done, reason

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            paths = os.pathsep.join(filter(None, sys.path))
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": paths},
                start_new_session=True,  # Ctrl-C is for the process that began the run; this one ends with its input
            )
            self._answers = queue.SimpleQueue()
            threading.Thread(target=_pass_on, args=(self._process.stdout, self._answers), daemon=True).start()
        return self._process


def _pass_on(answers: Any, to: queue.SimpleQueue[Any]) -> None:
    """Puts the answers of a process into a queue, where one can wait for them for a limited time."""
    try:
        while True:
            to.put(pickle.load(answers))
    except (EOFError, OSError, pickle.UnpicklingError, ValueError):  # it died, perhaps within an answer
        pass
    finally:
        to.put(("end", None))


def _how(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    with suppress(ValueError):
        return signal.Signals(-status).name
    return f"signal {-status}"


@cache
def _process_of(thread: int) -> ReaderProcess:
    """The process of a worker's thread: it is kept, as starting one takes a second."""
    return ReaderProcess()


def read_watched(job: Packed) -> Counts:
    """Has a partition read and its part written; returns its counts. This is what an engine runs for each partition."""
    return _process_of(threading.get_ident()).read(job)
