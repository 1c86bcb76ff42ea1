"""Kernels that start at once: a process that has what notebooks need, and divides for each of them.

Half of the work for a short article was that every kernel imported the same, and read the same word lists, and all had
them in memory. Each is still a process of its own and knows nothing of the notebooks before it. Only on Linux:
elsewhere a process that has imported much cannot divide safely, and each kernel starts by itself.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import pickle
import random
import select
import shutil
import signal
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import IO, Any, NoReturn, cast

import numpy
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from sourcereading.reading.reading import SAVED, read, saved
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.memory import give_back
from sourcereading.text.other_process import OtherProcess, asked, copied, copying, send, started


def _possible() -> bool:
    if sys.platform != "linux" or not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:  # the system has no such call, or forbids it
        return False
    return True


POSSIBLE = _possible()
_PATIENCE = 60
"""Seconds for the process to import what it needs, or to divide."""
_PROGRAM = "from sourcereading.report.warm_start import serve; serve()"
_INLINE = "module://matplotlib_inline.backend_inline"
"""Where a kernel draws; it says so itself where matplotlib is not imported yet. The module must not be imported before
there is a kernel: it asks for one, and shows figures at the end of each cell only where it finds it."""
_NEEDED = (
    "sourcereading.reading", "sourcereading.analysis.findings", "sourcereading.report.charts",
    "sourcereading.report.svg", "sourcereading", "sourcereading_evaluation", "ipykernel.kernelapp",
    "ipykernel.debugger", "sqlite3", "pdb",
)  # fmt: skip
_TRIED = "Rain\n\n“It may rain in Velia,” said Ana Ruiz, a minister of Norland, on Monday. The mayor was likely wrong."


class WarmStart:
    """A process from which kernels start; ``process`` is it itself, where it was begun ahead. At its end it removes the
    temporary ``folder``, however the process that started it has ended."""

    def __init__(self, environment: dict[str, str], folder: str, process: OtherProcess | None) -> None:
        self._lock = Lock()
        self._process = process or started(_PROGRAM, environment, quiet=True)
        with suppress(OSError):  # it has ended: so much is said when a kernel is asked for
            self._process.ask(folder)

    def __enter__(self) -> WarmStart:
        return self

    def __exit__(self, *exception: object) -> None:
        """Ends the process, and with it what kernels are left: within a second they see that they have no parent."""
        self._process.end()

    def kernel(self, arguments: list[str], folder: str, log: str, environment: dict[str, str]) -> Divided:
        """Starts a kernel; a RuntimeError says that the process has ended, or does not answer."""
        with self._lock:
            try:
                self._process.ask((arguments, folder, log, environment))
                if select.select([self._process.answers], [], [], _PATIENCE)[0]:
                    return Divided(self._process.answer())
                self._process.kill()
            except (OSError, EOFError, pickle.UnpicklingError):
                pass
            raise RuntimeError("the process from which kernels start has ended or does not answer")


@contextmanager
def ahead() -> Iterator[OtherProcess | None]:
    """The process as a copy of this one, when that has what both need, and no other thread yet. None where kernels do
    not start so, or would have other hashes each time."""
    if not POSSIBLE or sys.flags.hash_randomization:
        yield None
        return
    read([_TRIED])  # and with it the word lists
    gc.freeze()  # what is not looked through is not copied
    with copied(_serve_as_copy, quiet=True) as process, copying():
        yield process


class Divided:
    """A process that is no child of this one, with the methods of ``subprocess.Popen`` that a kernel's owner uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        try:
            self._file: int | None = os.pidfd_open(pid)
        except ProcessLookupError:  # it has ended already
            self._file = None

    def poll(self) -> int | None:
        """None while it runs; how it ended is not known."""
        if self._file is not None and select.select([self._file], [], [], 0)[0]:
            os.close(self._file)
            self._file = None
        return None if self._file is not None else 0

    def wait(self) -> int:
        """Waits for its end."""
        if self._file is not None:
            select.select([self._file], [], [])
        return self.poll() or 0

    async def ended(self) -> None:
        """Waits for its end, while other tasks go on."""
        if self.poll() is None and self._file is not None:
            end, loop = asyncio.Event(), asyncio.get_running_loop()
            loop.add_reader(self._file, end.set)
            try:
                await end.wait()
            finally:
                loop.remove_reader(self._file)

    def send_signal(self, number: int) -> None:
        """Sends it a signal, unless it has ended."""
        if self.poll() is None and self._file is not None:
            signal.pidfd_send_signal(self._file, number)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Asks it to end."""
        self.send_signal(signal.SIGTERM)


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel from a WarmStart; its ``stdout`` is the file that gets what the kernel prints."""

    warm: WarmStart

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Starts the kernel; the command, which is that of every kernel here, is run only where that fails."""
        try:
            arguments = cmd[cmd.index("-f") :]
            kernel = self.warm.kernel(arguments, kwargs["cwd"], kwargs["stdout"].name, kwargs["env"])
        except RuntimeError:
            return await super().launch_kernel(cmd, **kwargs)
        self.process = cast("Any", kernel)
        self.pid = self.pgid = kernel.pid
        self.cwd = kwargs["cwd"]
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """Ends the kernel, and waits for that: its owner would look ten times a second whether it has ended."""
        await super().kill(restart)
        if isinstance(self.process, Divided):
            await self.process.ended()


def serve() -> None:
    """What the process does: it makes itself ready, then divides for each kernel that it is asked for, and answers with
    the new id. What it is asked first is the folder to be removed at the end."""
    coming, answers = asked()
    os.environ.setdefault("MPLBACKEND", _INLINE)
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # nobody debugs a report, and it takes 10 MB
    _practise()
    signal.signal(signal.SIGCHLD, _clear_away)
    temporary = ""
    with suppress(EOFError, BrokenPipeError, pickle.UnpicklingError):  # no more is asked
        temporary = pickle.load(coming)
        while True:
            arguments, folder, log, environment = pickle.load(coming)
            _share(environment)
            owner, (ready, tell) = os.getpid(), os.pipe()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)  # idle threads of numpy, which does not mind
                pid = os.fork()
            if not pid:
                coming.close()
                answers.close()
                os.close(ready)
                os.environ.clear()
                os.environ.update({"MPLBACKEND": _INLINE} | environment)
                _kernel(owner, arguments, folder, log, tell)
            os.close(tell)
            os.read(ready, 1)  # it can be reached, or has ended: who connects before that waits a tenth of a second
            os.close(ready)
            send(answers, pid)
    if temporary:
        shutil.rmtree(temporary, ignore_errors=True)


def _serve_as_copy() -> None:
    if not sys.flags.safe_path:
        del sys.path[0]  # where the command was found, or began
    serve()


def _practise() -> None:
    """Imports what notebooks import, and reads and draws a little: so word lists and fonts are there, too."""
    modules = [import_module(name) for name in _NEEDED]
    reading, findings, charts, drawn = modules[:4]
    tried = reading.read([_TRIED])
    findings.in_brief(tried)
    drawn.svg(charts.words_by_speaker(tried).narrow)


def _share(environment: dict[str, str]) -> None:
    """Loads what was read before, and makes its tables, once for all kernels; what all share is not looked through, and
    so not copied."""
    for file in json.loads(environment.get(SAVED, "{}")).values():
        reading = saved(file)
        for name in SCHEMAS.keys() - {"tokens"}:  # their table is not kept
            getattr(reading, name)
    gc.collect()
    gc.freeze()
    give_back()


def _clear_away(*_: object) -> None:
    """Takes note of the kernels that have ended, so that the system forgets them."""
    with suppress(ChildProcessError):  # there is none
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _kernel(owner: int, arguments: list[str], folder: str, log: str, tell: int) -> NoReturn:
    """Becomes a kernel, as ``python -m ipykernel_launcher`` is one. Once it can be reached, it closes ``tell``."""
    status = 1
    try:
        os.setsid()
        with Path(os.devnull).open("rb") as nothing, Path(log).open("ab") as said:
            _reopen(nothing, 0)
            _reopen(said, 1, 2)
        os.chdir(folder)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        random.seed()
        numpy.random.seed()
        from ipykernel.kernelapp import IPKernelApp

        kernel = IPKernelApp.instance()
        kernel.initialize([*arguments, f"--IPKernelApp.parent_handle={owner}"])
        os.close(tell)
        assert kernel.shell is not None  # it has been made now
        kernel.shell.events.register("post_run_cell", lambda _: give_back())
        kernel.start()
        status = 0
    except BaseException:  # it goes to the log
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _reopen(file: IO[bytes], *numbers: int) -> None:
    for number in numbers:
        os.dup2(file.fileno(), number)
