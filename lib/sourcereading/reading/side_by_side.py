"""Many articles read by several processes side by side: the same tables, whatever the number of processes.

Each process gets part after part of the articles, and the tables of the parts are put together in order. The processes
are programs of their own that talk through pipes, on every system alike: nothing of the caller's program is run again
or copied, so that a script needs no ``if __name__ == "__main__"`` and a notebook with threads is safe.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

from sourcereading.reading.in_order import LOG, Found, Manner, Progress, found_in, nothing_found
from sourcereading.reading.schema import Cells
from sourcereading.text.paths import FOLDER, ROOT, ReaderError

WORTH_IT = 1_000_000
"""Characters of text from which on several processes are quicker: each needs two seconds to begin."""
PART = 100_000
"""Characters of the articles that a process gets at once: a second's work."""
_PROGRAM = "from sourcereading.reading.side_by_side import serve; serve()"

_Articles = Sequence[dict[str, Any]]
_Answer = tuple[Found, list[Cells]]


class ProcessEnded(ReaderError):
    """A process that read articles was stopped from outside, or had no memory left; the message says at which."""


def workers_for(articles: _Articles, workers: int | None) -> int:
    """How many processes read some articles: as many as are asked for, else one per core that this process may use
    where there is enough to read; never more than there are parts.

    Raises
    ------
    ValueError : fewer than one is asked for.
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers={workers}: use 1 or more, or None for all cores")
    size = sum(len(article["text"]) for article in articles)
    if workers is None:
        workers = _cores() if size >= WORTH_IT else 1
    return min(workers, len(articles)) or 1


def found_side_by_side(
    articles: _Articles, manner: Manner, workers: int, progress: Progress | None, problems: list[Cells]
) -> Found:
    """The same as :func:`in_order.found_in`, by several processes. A ProcessEnded says that one of them is gone."""
    packed, tokens = nothing_found(manner)
    parts = [*_parts(articles, workers)]
    processes = [_started(manner) for _ in range(workers)]
    free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    for process in processes:
        free.put(process)
    pool = ThreadPoolExecutor(workers)
    try:
        done = 0
        for part, answer in [(part, pool.submit(_ask, free, part)) for part in parts]:
            (tables, offsets), found = answer.result()
            tokens.join(offsets)
            problems.extend(found)
            for name, rows in tables.items():
                packed[name].join(rows)
            for article in part:
                done += 1
                if progress:
                    progress(done, len(articles), article["file"])
    finally:
        for process in processes:
            process.kill()
        pool.shutdown(cancel_futures=True)
        for process in processes:
            process.communicate()
    return packed, tokens


def serve() -> None:
    """What such a process does: it answers each part of the articles with its tables and problems, or an error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks ends this one
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever prints does not disturb the answers
    level, manner = pickle.load(asked)
    LOG.setLevel(level)
    while True:
        try:
            part = pickle.load(asked)
        except EOFError:
            return
        problems: list[Cells] = []
        answer: _Answer | ReaderError
        try:
            answer = found_in(part, manner, problems=problems), problems
        except ReaderError as error:
            answer = error
        _send(answers, answer)


def _started(manner: Manner) -> subprocess.Popen[bytes]:
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), FOLDER: str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _PROGRAM],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | paths,
    )  # fmt: skip
    with suppress(OSError):  # it has ended: who asks it finds out
        _send(_pipe(process.stdin), (LOG.getEffectiveLevel(), manner))
    return process


def _ask(free: SimpleQueue[subprocess.Popen[bytes]], part: _Articles) -> _Answer:
    process = free.get()
    try:
        _send(_pipe(process.stdin), part)
        answer = pickle.load(_pipe(process.stdout))
    except (OSError, EOFError, pickle.UnpicklingError):
        first, last = part[0]["file"], part[-1]["file"]
        raise ProcessEnded(
            f"the process that read {first} to {last} has ended (exit status {process.wait()}), perhaps for want of "
            "memory; read fewer articles at once, or with workers=1"
        ) from None
    finally:
        free.put(process)
    if isinstance(answer, ReaderError):
        raise answer
    return answer


def _parts(articles: _Articles, workers: int) -> Iterator[_Articles]:
    """The articles in parts of about PART characters, and of fewer where each process else had less than one."""
    size = min(PART, sum(len(article["text"]) for article in articles) // workers)
    part: list[dict[str, Any]] = []
    filled = 0
    for article in articles:
        part.append(article)
        filled += len(article["text"])
        if filled >= size:
            yield part
            part, filled = [], 0
    if part:
        yield part


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _send(to: IO[bytes], what: object) -> None:
    pickle.dump(what, to, protocol=pickle.HIGHEST_PROTOCOL)
    to.flush()


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    """An end of a pipe to a process, which has one in and one out."""
    assert end is not None
    return end
