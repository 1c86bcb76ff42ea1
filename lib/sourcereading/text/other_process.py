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
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread, active_count
from typing import Any, BinaryIO, NoReturn, Protocol, cast

from sourcereading.text.paths import FOLDER, ROOT, ReaderError


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


def serve_with(begin: Callable[[Any], Callable[[Any], object]]) -> None:
    """What such a process does: of what comes first it makes its work, and it answers each part that comes then with
    what that makes of it, or with an error that a reader can mend."""
    coming, answers = asked()
    with suppress(EOFError, pickle.UnpicklingError, BrokenPipeError):  # who asks has ended, or was killed
        work = begin(pickle.load(coming))
        while True:
            part = pickle.load(coming)
            try:
                answer = work(part)
            except ReaderError as error:
                answer = error
            send(answers, answer)


_Part = tuple[int, Any]
_Ended = Callable[[Any, int], Exception]


def shared_out(
    parts: Iterable[Any], work: Callable[[Any], Any], processes: Sequence[OtherProcess], joins: bool,
    first: object = None, ended: _Ended | None = None,
) -> Generator[_Part]:  # fmt: skip
    """The number of each part and what is made of it, as it comes; then the processes are ended.

    Parameters
    ----------
    work : what is made of a part here; the processes, which get ``first`` before all parts, do the same.
    joins : whether this process works, too; else it does so only where no other is left.
    ended : the error of a process that has ended, from its part and exit status; without it others take the part.
    """
    waiting, arriving = deque(enumerate(parts)), SimpleQueue[_Part]()
    del parts  # each is let go of when it is done
    threads = [Thread(target=_ask_on, args=(one, first, waiting, arriving, ended)) for one in processes]
    left, asking = len(waiting), len(threads)
    try:
        for thread in threads:
            thread.start()
        while left:
            if (joins or not asking) and (mine := _next_of(waiting)):
                arriving.put((mine[0], work(mine[1])))
            for number, answer in _arrived(arriving):
                if isinstance(answer, Exception):
                    raise answer
                if number < 0:
                    asking -= 1
                    continue
                left -= 1
                yield number, answer
    finally:
        waiting.clear()
        for process in processes:
            process.kill()
        for thread in filter(Thread.is_alive, threads):
            thread.join()
        for process in processes:
            process.close()


def _next_of(waiting: deque[_Part]) -> _Part | None:
    """The part that is to be worked on next; None where another has taken the last."""
    try:
        return waiting.popleft()
    except IndexError:
        return None


def _arrived(arriving: SimpleQueue[_Part]) -> Iterator[_Part]:
    """Waits for an answer, and takes all that are there."""
    yield arriving.get()
    while not arriving.empty():
        yield arriving.get()


def _ask_on(
    process: OtherProcess, first: object, waiting: deque[_Part], arriving: SimpleQueue[_Part], ended: _Ended | None
) -> None:
    """Asks a process for part after part, until none is waiting or it has ended; then says that it asks no more."""
    with suppress(OSError):  # it has ended: who asks it for a part finds out
        process.ask(first)
    while found := _next_of(waiting):
        try:
            process.ask(found[1])
            arriving.put((found[0], process.answer()))
        except Exception as error:
            gone = isinstance(error, OSError | EOFError | pickle.UnpicklingError)
            if gone and not ended:
                waiting.append(found)
            else:  # for the thread that waits
                arriving.put((found[0], ended(found[1], process.wait()) if gone and ended else error))
            break
    arriving.put((-1, None))


def send(to: BinaryIO, what: object) -> None:
    """Sends something at once."""
    pickle.dump(what, to, pickle.HIGHEST_PROTOCOL)
    to.flush()
