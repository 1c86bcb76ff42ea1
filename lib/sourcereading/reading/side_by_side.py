"""Many articles read by several processes side by side: the same tables, whatever the number of processes.

This process and others each take part after part of the articles, and what is found in the parts is put together in
order. The others are programs of their own that talk through pipes, on every system alike: nothing of the caller's
program is run again or copied, so that a script needs no ``if __name__ == "__main__"`` and a notebook with threads is
safe. While they begin, this process reads.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Any

from sourcereading.reading.in_order import LOG, Found, Manner, Progress, found_in, nothing_found
from sourcereading.reading.schema import Cells
from sourcereading.text.other_process import begun, copies, serve_with, shared_out
from sourcereading.text.paths import ReaderError

WORTH_IT, WORTH_A_COPY = 300_000, 20_000
"""Characters of text from which on several processes are quicker: three seconds' work for one. Another needs a second
to begin; a copy of this one begins at once."""
PART, LEAST = 100_000, 10_000
"""Characters of the articles that a process takes at once: a second's work; towards the end less, so that all end at
about the same time."""
_PROGRAM = "from sourcereading.reading.side_by_side import serve; serve()"

_Articles = Sequence[dict[str, Any]]
_Answer = tuple[Found, list[Cells]]


class ProcessEnded(ReaderError):
    """A process that read articles was stopped from outside, or had no memory left; the message says at which."""


def workers_for(articles: _Articles, workers: int | None) -> int:
    """How many processes read some articles: as many as are asked for, else one per core that this process may use
    where there is enough to read; never more than there are articles. A ValueError for fewer than one."""
    if workers is not None and workers < 1:
        raise ValueError(f"workers={workers}: use 1 or more, or None for all cores")
    size = sum(len(article["text"]) for article in articles)
    if workers is None:
        workers = cores() if size >= (WORTH_A_COPY if copies() else WORTH_IT) else 1
    return min(workers, len(articles)) or 1


def found_side_by_side(
    articles: _Articles, manner: Manner, workers: int, progress: Progress | None, problems: list[Cells]
) -> Found:
    """The same as :func:`in_order.found_in`, by several processes. A ProcessEnded says that one of them is gone."""
    packed, tokens = nothing_found(manner)
    done = 0
    with closing(_answered([*_parts(articles, workers)], manner, workers)) as answered:
        for part, ((tables, offsets), found) in answered:
            tokens.join(offsets)
            problems.extend(found)
            for name, rows in tables.items():
                packed[name].join(rows)
            for article in part:
                done += 1
                if progress:
                    progress(done, len(articles), article["file"])
    return packed, tokens


def _answered(parts: list[_Articles], manner: Manner, workers: int) -> Generator[tuple[_Articles, _Answer]]:
    """The parts in order, each with what this process or another found in it."""
    reads = not copies()  # whether this one reads, too
    processes = [begun(serve, _PROGRAM) for _ in range(min(workers, len(parts)) - reads)]
    first = LOG.getEffectiveLevel(), manner
    answers: dict[int, _Answer] = {}
    with closing(shared_out(parts, lambda part: _found(part, manner), processes, reads, first, _ended)) as coming:
        for number, part in enumerate(parts):
            while number not in answers:
                answers.update((next(coming),))
            yield part, answers.pop(number)


def serve() -> None:
    """What such a process does: it answers each part of the articles with its tables and problems, or an error."""
    serve_with(_begun)


def _begun(first: tuple[int, Manner]) -> Callable[[_Articles], _Answer]:
    level, manner = first
    LOG.setLevel(level)
    return lambda part: _found(part, manner)


def _found(part: _Articles, manner: Manner) -> _Answer:
    problems: list[Cells] = []
    return found_in(part, manner, problems=problems), problems


def _ended(part: _Articles, status: int) -> ProcessEnded:
    first, last = part[0]["file"], part[-1]["file"]
    return ProcessEnded(
        f"the process that read {first} to {last} has ended (exit status {status}), perhaps for want of memory; read "
        "fewer articles at once, or with workers=1"
    )


def _parts(articles: _Articles, workers: int) -> Iterator[_Articles]:
    """The articles in parts of about PART characters, and of fewer where little is left."""
    left = sum(len(article["text"]) for article in articles)
    part: list[dict[str, Any]] = []
    filled = 0
    for article in articles:
        part.append(article)
        filled += len(article["text"])
        if filled >= min(PART, max(LEAST, left // (3 * workers))):
            yield part
            left -= filled
            part, filled = [], 0
    if part:
        yield part


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
