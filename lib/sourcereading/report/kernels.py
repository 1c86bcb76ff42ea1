"""Runs notebooks, each in a fresh Jupyter kernel of its own, several at a time.

The kernels run on this very interpreter, whatever kernels are installed, and without the user's IPython
profile, so that a notebook says the same everywhere. A kernel is started while the notebooks before it still
run.
"""

from __future__ import annotations

import asyncio
import os
import queue
import re
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# jsonschema tries this parser of international URLs when it is imported, and building its grammar takes over
# a second. Notebooks have no such URLs to check: leave it out while nbformat is imported.
_ABSENT = "rfc3987_syntax" not in sys.modules
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
import nbformat  # noqa: E402

if _ABSENT:
    del sys.modules["rfc3987_syntax"]

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager  # noqa: E402
from jupyter_client.manager import AsyncKernelManager  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import (  # noqa: E402
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)

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


class NotebookRun:
    """Executes notebooks in place, in a thread of its own, so that this one can read and write meanwhile.

    Parameters
    ----------
    notebooks : (file, notebook). A notebook runs in its file's folder, as in JupyterLab.
    environment : variables for the kernels on top of this process's own.

    Example
    -------
    >>> with NotebookRun(notebooks, {}) as run:      # the first kernels start
    ...     prepare()
    ...     run.begin()
    ...     ended = list(run.results())
    """

    def __init__(self, notebooks: Sequence[tuple[Path, Any]], environment: dict[str, str]) -> None:
        self._notebooks = notebooks
        self._environment = environment
        self._ended: queue.Queue[tuple[int, Failure | None] | BaseException] = queue.Queue()
        self._started = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._work, name="notebooks")

    def __enter__(self) -> NotebookRun:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, *exception: object) -> None:
        self._tell(lambda: self._task.cancel())
        self._thread.join()

    def begin(self) -> None:
        """Lets the notebooks begin: what they need is there."""
        self._tell(lambda: self._ready.set())

    def results(self) -> Iterator[tuple[int, Failure | None]]:
        """The position of each notebook as it ends, and its failure, if it failed."""
        left = len(self._notebooks)
        while left:
            try:
                result = self._ended.get(timeout=1)
            except queue.Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            left -= 1
            yield result

    def _tell(self, action: Callable[[], object]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the thread has ended; ``results`` says why
                self._loop.call_soon_threadsafe(action)

    def _work(self) -> None:
        # zmq needs a selector loop, which is not the default on Windows.
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            try:
                runner.run(self._all())
            except asyncio.CancelledError:
                pass
            except BaseException as error:
                self._ended.put(error)
            finally:
                self._started.set()

    async def _all(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        self._ready = asyncio.Event()
        self._started.set()
        pending = iter(range(len(self._notebooks)))
        async with _kernels(self._environment) as pool:
            tasks = [asyncio.create_task(self._some(pool, pending)) for _ in range(workers())]
            try:
                await asyncio.gather(*tasks)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def _some(self, pool: _Kernels, pending: Iterator[int]) -> None:
        """One worker: takes notebooks as long as there are any, with the next kernel starting meanwhile."""

        def start() -> tuple[int, asyncio.Task[_Kernel]] | None:
            position = next(pending, None)
            if position is None:
                return None
            return position, asyncio.create_task(pool.start(self._notebooks[position][0].parent))

        following = start()
        try:
            while following is not None:
                position, starting = following
                await self._ready.wait()
                following = start()
                try:
                    kernel = await starting
                    failure = await _execute(self._notebooks[position][1], kernel)
                    await pool.stop(kernel)
                except _KernelError as error:
                    failure = Failure(0, str(error))
                self._ended.put((position, failure))
        finally:
            if following is not None:
                following[1].cancel()
                await asyncio.gather(following[1], return_exceptions=True)


class _KernelError(Exception):
    """A kernel did not start; the message says what it said."""


@dataclass(frozen=True)
class _Kernel:
    manager: AsyncKernelManager
    client: Any


class _OwnInterpreter(KernelSpecManager):
    """Knows one kernel: ipykernel on the interpreter that runs this."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=[
                sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3",
            language="python",
        )  # fmt: skip


@asynccontextmanager
async def _kernels(environment: dict[str, str]) -> AsyncIterator[_Kernels]:
    """Starts kernels, and ends those still running when the block is left, however it is left."""
    with tempfile.TemporaryDirectory(prefix="sr-", ignore_cleanup_errors=True) as folder:
        pool = _Kernels(Path(folder), environment)
        try:
            yield pool
        finally:
            await pool.stop_all()


class _Kernels:
    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder = folder
        self._log = folder / "kernels.log"
        self._running: list[AsyncKernelManager] = []
        self._started = 0
        path = [str(_LIBRARY), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._environment = {
            **os.environ,
            "PYTHONHASHSEED": "0",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
            "IPYTHONDIR": str(folder / "ipython"),
            "PYTHONPATH": os.pathsep.join(path),
            **environment,
        }
        # Sockets of the file system are quicker and closed to others; their path must be short.
        self._transport = "ipc" if os.name == "posix" and len(str(folder)) < 80 else "tcp"

    async def start(self, folder: Path) -> _Kernel:
        """A kernel that works in ``folder``, ready; what every notebook needs is being imported."""
        self._started += 1
        manager = AsyncKernelManager(
            transport=self._transport,
            connection_file=str(self._folder / f"k{self._started}"),
            kernel_spec_manager=_OwnInterpreter(),
        )
        self._running.append(manager)
        try:
            with self._log.open("ab") as log:
                await manager.start_kernel(cwd=str(folder), env=self._environment, stdout=log, stderr=log)
            client = manager.client()
            client.start_channels()
            await client.wait_for_ready(timeout=_START_SECONDS)
        except (RuntimeError, OSError) as error:
            said = f"the notebook's kernel did not start: {error}. {self._last_words()}"
            raise _KernelError(said) from error
        client.allow_stdin = False
        client.execute("from sourcereading import read, show_table", silent=True)
        return _Kernel(manager, client)

    async def stop(self, kernel: _Kernel) -> None:
        """Ends a kernel. What it knows is in its notebook, so it is not asked to take its time."""
        kernel.client.stop_channels()
        await self._end(kernel.manager)

    async def stop_all(self) -> None:
        for manager in list(self._running):
            await self._end(manager)

    async def _end(self, manager: AsyncKernelManager) -> None:
        self._running.remove(manager)
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)

    def _last_words(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return f"It said: {lines[-1][:300]}" if lines else "Does `python -m ipykernel --version` work?"


async def _execute(notebook: Any, kernel: _Kernel) -> Failure | None:
    """Runs the cells in order, up to the first that fails."""
    client = NotebookClient(notebook, km=kernel.manager, timeout=CELL_SECONDS, record_timing=False)
    client.kc = kernel.client
    for index, cell in enumerate(notebook.cells):
        reason = ""
        try:
            await client.async_execute_cell(cell, index)
        except CellExecutionError as error:
            reason = _error_shown(cell) or f"{error.ename}: {error.evalue}"
        except CellTimeoutError:
            reason = f"did not end within {CELL_SECONDS // 60} minutes; give it fewer articles"
        except DeadKernelError:
            # nbclient reports a cancelled run as a dead kernel.
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise asyncio.CancelledError from None
            reason = "the notebook's Python process ended; it may have run out of memory"
        if reason:
            line = cell.source.strip().splitlines()[0]
            return Failure(index + 1, reason, line if len(line) <= 60 else f"{line[:59]}…")
    return None


def _error_shown(cell: Any) -> str:
    """The error that a cell shows, or "". Where a chart or a table fails as it is displayed, the kernel's reply has
    no error ("NoneType: None"), and only the cell's output has it."""
    for output in cell.outputs:
        if output.output_type == "error":
            return f"{output.ename}: {output.evalue}"
    return ""
