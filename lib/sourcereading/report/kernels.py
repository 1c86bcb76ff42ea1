"""Runs notebooks, each in a fresh Jupyter kernel of its own, several at a time.

The kernels run on this very interpreter, whatever kernels are installed, and without the user's IPython
profile, so that a notebook says the same everywhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from time import monotonic
from typing import Any

# jsonschema tries this parser of international URLs when it is imported, and building its grammar takes over
# a second. Notebooks have no such URLs to check: leave it out while nbformat is imported.
_ABSENT = "rfc3987_syntax" not in sys.modules
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
import nbformat  # noqa: E402

if _ABSENT:
    del sys.modules["rfc3987_syntax"]

from jupyter_client.asynchronous import AsyncKernelClient  # noqa: E402
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager  # noqa: E402
from jupyter_client.manager import AsyncKernelManager  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError  # noqa: E402

from sourcereading.report.warm_start import POSSIBLE, WarmProvisioner, WarmStart  # noqa: E402

CELL_SECONDS = 900
"""How long one cell may run before its notebook is given up."""

_TITLE = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_MARKUP = re.compile(r"[*`]|\[([^\]]*)\]\([^)]*\)|<[^<>]*>")
_START_SECONDS = 120
_LIBRARY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Failure:
    """Why a notebook did not run to its end.

    ``cell`` counts all cells from 1, 0 is the notebook itself; ``source`` is the cell's first line.
    """

    cell: int
    reason: str
    source: str = ""

    @property
    def where(self) -> str:
        """The place for a message: ``cell 5 (reading.speaker)``, or "" for the notebook itself."""
        return f"cell {self.cell} ({self.source})" if self.cell else ""


def read_notebook(path: Path) -> Any:
    """The notebook in a file. A ValueError says what is wrong with a file that holds none."""
    try:
        return nbformat.read(path, as_version=4)
    except (ValueError, AttributeError, nbformat.ValidationError) as error:
        first = (str(error).splitlines() or [type(error).__name__])[0][:200]
        raise ValueError(f"not a Jupyter notebook ({first}); save it again in JupyterLab") from None


def title_of(notebook: Any, fallback: str) -> str:
    """The notebook's first first-level heading as plain text, else the name ``fallback`` in words."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := _TITLE.search(cell.source)):
            return _MARKUP.sub(r"\1", found[1]).strip()
    return re.sub(r"[-_]+", " ", fallback).strip().capitalize()


def workers() -> int:
    """How many notebooks run at a time: one per processor, at least two and at most four."""
    return max(2, min(4, os.cpu_count() or 2))


class _OwnInterpreter(KernelSpecManager):
    """Knows one kernel: ipykernel on the interpreter that runs this."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name="Python 3", language="python")


class _Client(AsyncKernelClient):
    """Takes a kernel for ready as soon as it has answered and said that it is idle. Jupyter's own client waits until it
    has been silent for a fifth of a second."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Waits at most ``timeout`` seconds; a RuntimeError says that the kernel has ended, or does not answer."""
        timeout = timeout or _START_SECONDS
        until = monotonic() + timeout
        while not await self._answers():
            if not await self.is_alive():
                raise RuntimeError("it ended before it answered")
            if monotonic() > until:
                raise RuntimeError(f"it did not answer in {timeout} seconds")

    async def _answers(self) -> bool:
        """Whether it answers a question within a second, and what it publishes about it arrives: else it is to be asked
        again, because nothing arrives before the connection is made."""
        question = self.kernel_info()
        try:
            while (await self.get_shell_msg(timeout=1))["msg_type"] != "kernel_info_reply":
                pass
            while not _idle_after(question, await self.get_iopub_msg(timeout=0.2)):
                pass
        except Empty:
            return False
        return True


def _idle_after(question: str, message: dict[str, Any]) -> bool:
    """Whether a kernel says that it has done with a question."""
    of_it = message["parent_header"].get("msg_id") == question
    return of_it and message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


def _environment() -> dict[str, str]:
    """The variables of this process, with those that every kernel needs."""
    return {
        "ARROW_DEFAULT_MEMORY_POOL": "system",
        **os.environ,
        "PYTHONHASHSEED": "0",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(_LIBRARY), os.environ.get("PYTHONPATH")])),
    }


def warm_start(notebooks: int, folder: str, process: Any = None) -> AbstractContextManager[WarmStart | None]:
    """A process from which the kernels of so many notebooks start; it makes itself ready meanwhile, if it was not begun
    ahead as ``process``, and removes the temporary ``folder`` where this one is killed. None where it is not possible
    or not worth while."""
    return WarmStart(_environment(), folder, process) if POSSIBLE and notebooks > 1 else nullcontext()


class NotebookRun:
    """Executes notebooks in place, in threads of their own, so that this one can read and write meanwhile.

    Leaving the block ends what still runs, the kernels included. Each of ``notebooks``, (file, notebook), runs in its
    file's folder, as in JupyterLab, with the variables ``environment`` on top of this process's own. ``warm`` is a
    process from which kernels start, where there is one; what they need on the disk is in the temporary ``folder``.
    """

    def __init__(
        self, notebooks: Sequence[tuple[Path, Any]], environment: dict[str, str], warm: WarmStart | None, folder: str
    ) -> None:
        self._notebooks = notebooks
        self._folder = Path(folder)
        self._environment = {**_environment(), "IPYTHONDIR": str(self._folder / "ipython"), **environment}
        self._warm = warm
        self._running: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []
        self._stopped = False

    def __enter__(self) -> NotebookRun:
        self._threads = ThreadPoolExecutor(workers(), thread_name_prefix="notebook")
        longest_first = sorted(range(len(self._notebooks)), key=self._cells, reverse=True)  # else it ends alone
        self._positions = {self._threads.submit(self._run, i): i for i in longest_first}
        return self

    def __exit__(self, *exception: object) -> None:
        self._stopped = True
        for loop, task in self._running:
            with suppress(RuntimeError):  # the loop is closed: its notebook has ended
                loop.call_soon_threadsafe(task.cancel)
        self._threads.shutdown(cancel_futures=True)

    def results(self) -> Iterator[tuple[int, Failure | None]]:
        """The position of each notebook as it ends, and its failure, if it failed."""
        pending = set(self._positions)
        while pending:
            # With a timeout, because Windows does not let Ctrl-C interrupt a wait without one.
            ended, pending = wait(pending, timeout=1, return_when=FIRST_COMPLETED)
            for future in ended:
                yield self._positions[future], future.result()

    def _cells(self, position: int) -> int:
        return sum(cell.cell_type == "code" for cell in self._notebooks[position][1].cells)

    def _run(self, position: int) -> Failure | None:
        # zmq needs a selector loop, which is not the default on Windows.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            return runner.run(self._execute(position))

    async def _execute(self, position: int) -> Failure | None:
        """Runs a notebook's cells in order, up to the first that fails, in a kernel that ends with them."""
        task = asyncio.current_task()
        assert task is not None  # a coroutine runs in a task
        self._running.append((asyncio.get_running_loop(), task))
        if self._stopped:
            raise asyncio.CancelledError
        path, notebook = self._notebooks[position]
        manager = AsyncKernelManager(
            # Sockets of the file system are quicker and closed to others; their path must be short.
            transport="ipc" if os.name == "posix" and len(str(self._folder)) < 80 else "tcp",
            connection_file=str(self._folder / f"k{position}"),
            kernel_spec_manager=_OwnInterpreter(),
            client_factory=_Client,
        )
        if self._warm:
            provisioner = WarmProvisioner(
                kernel_id=manager.kernel_id, kernel_spec=manager.kernel_spec, parent=manager
            )
            provisioner.warm = self._warm
            manager.provisioner = provisioner
        client = NotebookClient(
            notebook, km=manager, timeout=CELL_SECONDS, startup_timeout=_START_SECONDS, record_timing=False
        )
        try:
            if reason := await self._start(client, path.parent, self._folder / f"{position}.log"):
                return Failure(0, reason)
            for index, cell in enumerate(notebook.cells):
                if reason := await _failure_of(client, cell, index):
                    line = cell.source.strip().splitlines()[0]
                    return Failure(index + 1, reason, line if len(line) <= 60 else f"{line[:59]}…")
            return None
        finally:
            if client.kc is not None:
                client.kc.stop_channels()
            # What the kernel knows is in its notebook, so it is not asked to take its time.
            if manager.has_kernel:
                await manager.shutdown_kernel(now=True)

    async def _start(self, client: NotebookClient, folder: Path, log: Path) -> str:
        """Starts the kernel of a notebook, and says why it does not start, or "". The log gets what it prints."""
        try:
            with log.open("wb") as output:
                streams = {"stdout": output, "stderr": output}
                await client.async_start_new_kernel(cwd=str(folder), env=self._environment, **streams)
            await client.async_start_new_kernel_client()
        except (RuntimeError, OSError) as error:
            lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            hint = f"It said: {lines[-1][:300]}" if lines else "Does `python -m ipykernel --version` work?"
            return f"the notebook's kernel did not start: {error}. {hint}"
        return ""


async def _failure_of(client: NotebookClient, cell: Any, index: int) -> str:
    """Runs a cell, and says why it failed, or ""."""
    try:
        await client.async_execute_cell(cell, index)
    except CellExecutionError as error:
        return _error_shown(cell) or f"{error.ename}: {error.evalue}"
    except CellTimeoutError:
        return f"did not end within {CELL_SECONDS // 60} minutes; give it fewer articles"
    except DeadKernelError:
        # nbclient reports a cancelled run as a dead kernel.
        if (task := asyncio.current_task()) is not None and task.cancelling():
            raise asyncio.CancelledError from None
        return "the notebook's Python process ended; it may have run out of memory"
    return ""


def _error_shown(cell: Any) -> str:
    """The error that a cell shows, or "". Where a chart or a table fails as it is displayed, the kernel's reply has
    no error ("NoneType: None"), and only the cell's output has it."""
    for output in cell.outputs:
        if output.output_type == "error":
            return f"{output.ename}: {output.evalue}"
    return ""
