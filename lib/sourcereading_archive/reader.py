"""The process that reads partitions: ``python -m sourcereading_archive.reader``, started and watched by ``watched``.

It takes jobs on its standard input, one after the other, and says on its standard output when it begins, how many
articles are done, and how the job ended. It ends with its input, so that it never outlives its worker.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from sourcereading.reading.in_order import Manner, Progress, analysed
from sourcereading.reading.schema import Cells, table
from sourcereading.text.articles import Problem
from sourcereading_archive.partitions import Partition
from sourcereading_archive.parts import Counts, write_part
from sourcereading_archive.watched import NO_KILLERS, Killers, Packed

_MEMORY = 3 << 30
"""Bytes of address space. An article that wants more is refused for lack of memory; without a limit it could stop the
machine."""


@dataclass(frozen=True)
class Job:
    """What the process is asked to do: to read a partition and write its part into the folder of the archive."""

    archive: Path
    partition: Partition
    manner: Manner

    def packed(self) -> Packed:
        """The job as a worker passes it on."""
        return Packed(self.partition.name, len(self.partition.articles), pickle.dumps(self))


def read_part(job: Job, killers: Killers = NO_KILLERS, progress: Progress | None = None) -> Counts:
    """Reads a partition and writes its part. The ``killers`` are articles that killed the process before, by position;
    they are refused for the reason given."""
    partition = job.partition
    articles = [asdict(article) for n, article in enumerate(partition.articles) if n not in killers]
    killed = [Problem(partition.articles[n].file, "refused", reason) for n, reason in killers.items()]
    failed: list[Cells] = []
    tables = analysed(articles, job.manner, progress, failed)
    known = [(p.file, p.outcome, p.reason) for p in (*partition.problems, *killed)]
    tables["problems"] = table("problems", [*known, *failed])
    counts = Counts(
        sources=partition.sources,
        articles=len(tables["articles"]),
        refused=int((tables["problems"]["outcome"] == "refused").sum()),
        read_once=partition.read_once,
        rows={name: len(frame) for name, frame in tables.items()},
    )
    write_part(job.archive, partition.name, tables, counts)
    return counts


def main() -> None:
    """Takes jobs until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    _limit_memory()
    with suppress(BrokenPipeError, EOFError):  # the worker is gone
        while True:
            packed, killers = pickle.load(sys.stdin.buffer)
            _do(pickle.loads(packed.job), killers, answers)


def _do(job: Job, killers: Killers, answers: BinaryIO) -> None:
    """Does a job and answers: ("done", number of articles), then ("counts", Counts) or ("error", the exception)."""

    def answer(*what: object) -> None:
        pickle.dump(what, answers)
        answers.flush()

    answer("done", 0)
    try:
        counts = read_part(job, killers, lambda done, total, file: answer("done", done))
    except BrokenPipeError:
        raise
    except Exception as error:  # of the disk or of the project's own data: the worker must hear of it
        answer("error", error)
    else:
        answer("counts", counts)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


if __name__ == "__main__":
    main()
