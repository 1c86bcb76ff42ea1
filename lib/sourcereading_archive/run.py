"""From a source to an archive: partitions go to the workers of a Dask cluster, their parts come out.

A run that was stopped goes on where it was when it is started again: a part that is there, of the same articles read by
the same program, codebook and lexicons, is not made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcereading import issues
from sourcereading.reading.corrections import NONE, parsed
from sourcereading.reading.in_order import Manner
from sourcereading.report.software import library_version
from sourcereading.text.articles import NothingToRead, Source, stream
from sourcereading.text.companions import Companion
from sourcereading.text.folders import COMPANIONS
from sourcereading.text.paths import ReaderError, data_path, source_path
from sourcereading.text.safe_files import LOCK, only_writer, said_of
from sourcereading.text.table_files import table_kind
from sourcereading.text.writable import PlaceError, usable_folder
from sourcereading_archive import partitions as cut
from sourcereading_archive.finish import MARKER, SUCCESS, Summary, finish, finished
from sourcereading_archive.parts import Counts, counts_of, remove_others
from sourcereading_archive.reader import Job
from sourcereading_archive.watched import read_watched

if TYPE_CHECKING:
    from distributed import Client, Future, LocalCluster

Progress = Callable[[int, int], None]
"""Called after each part with how many articles are done, and about how many there are; 0 where that is not known."""

Say = Callable[[str], None]
_LOOK_AFTER, _WAIT_FOR_A_WORKER = 10.0, 300.0
"""Seconds in which no part ends until one looks for a worker, and those in which one may come."""
_ALLOWED_FAILURES = 10
"""Workers that may die over a part: it is read by a process of its own, so none dies of an article."""


def write_archive(
    source: str | Path,
    out: str | Path,
    codebook: str | Path | issues.Codebook | None = None,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
    articles: int = cut.ARTICLES,
    say: Say = lambda _: None,
) -> Summary:
    """Reads a source of any size and writes its tables as Parquet, in parts.

    Parameters
    ----------
    source : a folder, a file, or a table of articles, as ``sr.read`` takes it.
    out : the folder of the archive; a new or empty one, or one that was begun with this function.
    codebook : as ``sr.read`` takes it.
    workers : processes of a cluster on this machine; as many as it has cores by default. Not with ``scheduler``.
    scheduler : the address of a running Dask scheduler, whose workers have this library and see the folder ``out``.
    articles : how many make a part.
    say : gets the address of the cluster's dashboard, where there is one, and word of what is waited for.

    Raises
    ------
    ReaderError : Dask is missing; there is no such scheduler, or it is lost; it has no worker for five minutes.
    PlaceError : the folder is somebody else's, or another run writes there; the disk is full, or may not be written.
        What is done stays, and the next run goes on from there.
    NothingToRead : there is no source.
    """
    path = source_path(source)
    place = usable_folder(out, path)
    book = issues.codebook(codebook)
    stamp = {"source": _stamp(path), "version": _version(book)}
    if finished(place, stamp):
        return Summary.of(place)
    with only_writer(place, "sourcereading archive"), said_of(place):
        _check_ours(place)
        own = source_path(codebook) if isinstance(codebook, str | Path) else None
        with _client(workers, scheduler, say) as client:
            _begin(place, stamp)
            found, target = stream(path, own, any_size=True), _Target(place, stamp, book)
            return _write(_Cluster(client, say), found, target, articles, _Meter(path, progress))


@dataclass(frozen=True)
class _Target:
    """Where an archive is written, what it was begun with, and the codebook."""

    place: Path
    stamp: dict[str, Any]
    codebook: issues.Codebook


def _write(cluster: _Cluster, found: Iterable[Any], target: _Target, articles: int, meter: _Meter) -> Summary:
    """Cuts what a stream has found into partitions, has them read, and finishes the archive."""
    companions: list[Companion] = []
    refused: list[tuple[str, str, str]] = []
    sources = _sources(found, companions, refused)
    first = next(sources, None)  # corrections come before all sources
    if first is None:
        reasons = "; ".join(reason for *_, reason in refused)
        raise NothingToRead(f"{target.stamp['source'][0]}: no article; {reasons}")
    corrections, faults = parsed(companions)
    version = target.stamp["version"] + (repr(corrections) if corrections != NONE else "")
    pieces = cut.partitions(chain([first], sources), version, articles)
    jobs = (Job(target.place, piece, Manner(target.codebook, corrections)) for piece in pieces)
    counts = _read(cluster, jobs, meter)
    remove_others(target.place, set(counts))
    problems = [*refused, *faults]
    return finish(target.place, target.stamp, counts, target.codebook, corrections, problems)


def _read(cluster: _Cluster, jobs: Iterable[Job], meter: _Meter) -> dict[str, Counts]:
    """Has the workers read partitions; the counts of each part by its name, in the order of the source."""
    from distributed import KilledWorker

    counts: dict[str, Counts] = {}
    running: dict[Future, Job] = {}
    lost: list[Job] = []

    def take() -> None:
        for future in cluster.ended(running):
            job = running.pop(future)
            try:
                future.result()
            except KilledWorker:
                lost.append(job)
            else:
                counts[job.partition.name] = _seen(job)
                meter.add(job)

    for job in jobs:
        name = job.partition.name
        counts[name] = Counts(0, 0, 0, 0, {})  # keeps the order
        if (known := counts_of(job.archive, name)) is not None:
            counts[name] = known
            meter.add(job)
            continue
        running[cluster.client.submit(read_watched, job.packed(), key=name, pure=False)] = job
        if len(running) >= 2 * max(1, cluster.threads()):
            take()
    while running:
        take()
    for job in lost:  # what no worker came through, this process tries
        counts[job.partition.name] = read_watched(job.packed())
    return counts


def _seen(job: Job) -> Counts:
    """The counts of a part as they are in the folder of the archive."""
    there = counts_of(job.archive, job.partition.name)
    if there is None:
        raise ReaderError(
            f"{job.archive}: a worker has written {job.partition.name}, and it is not here; name a folder that all "
            "workers share"
        )
    return there


def _sources(
    found: Iterable[Any], companions: list[Companion], refused: list[tuple[str, str, str]]
) -> Iterator[Source]:
    """The sources of a stream; what else it has goes into the two lists."""
    for entry in found:
        if isinstance(entry, Source):
            yield entry
        elif isinstance(entry, Companion):
            companions.append(entry)
        else:
            refused.append((entry.file, entry.outcome, entry.reason))


# -- the folder ------------------------------------------------------------------------------------------------


def _check_ours(place: Path) -> None:
    if {entry.name for entry in place.iterdir()} - {LOCK} and not (place / MARKER).is_file():
        raise PlaceError(f"{place} is not empty, and no archive; name a new folder with --out")


def _begin(place: Path, stamp: dict[str, Any]) -> None:
    """From here on the archive counts as unfinished."""
    place.mkdir(parents=True, exist_ok=True)
    (place / SUCCESS).unlink(missing_ok=True)
    (place / MARKER).write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def _stamp(path: Path) -> list[Any]:
    """By what a source is known again without reading it: name, size and time of change; of a folder, of its files."""
    files = sorted(entry for entry in path.rglob("*") if entry.is_file()) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in files:
        status = file.stat()
        digest.update(os.fsencode(file.relative_to(path.parent)))
        digest.update(f" {status.st_size} {status.st_mtime_ns}\n".encode())
    return [str(path), len(files), digest.hexdigest()]


def _version(codebook: issues.Codebook) -> str:
    """What the tables depend on besides the articles: the program, its data files and the codebook."""
    digest = hashlib.sha256(f"{library_version()} {codebook.sha256}".encode())
    for folder in ("lexicons", "parameters", "probability"):
        for file in sorted(data_path(folder).iterdir()):
            if file.is_file():
                digest.update(file.read_bytes())
    return digest.hexdigest()


# -- the cluster -----------------------------------------------------------------------------------------------


@contextmanager
def _client(workers: int | None, scheduler: str | None, say: Say) -> Iterator[Client]:
    try:
        import distributed  # noqa: F401
    except ImportError:
        raise ReaderError("an archive needs Dask: pip install 'sourcereading[archive]'") from None
    with _running(scheduler) if scheduler else _local(workers or os.cpu_count() or 1) as client:
        if scheduler or find_spec("bokeh"):
            with suppress(KeyError):  # the scheduler has no dashboard
                say(f"The cluster's dashboard: {client.dashboard_link}")
        yield client


@contextmanager
def _running(scheduler: str) -> Iterator[Client]:
    from distributed import Client
    from distributed.utils import silence_logging_cmgr

    try:
        client = Client(scheduler, timeout="5s")
    except (OSError, ValueError, TimeoutError) as error:
        raise ReaderError(
            f"no Dask scheduler answers at {scheduler} ({error}); start one with `dask scheduler`, or leave "
            "--scheduler out"
        ) from None
    with silence_logging_cmgr("CRITICAL", root="distributed"), client:  # that it is lost is said below
        yield client


@contextmanager
def _local(workers: int) -> Iterator[Client]:
    import dask
    from distributed import Client

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": _ALLOWED_FAILURES}),
        _started(workers) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _started(workers: int, tries: int = 3) -> LocalCluster:
    """A cluster on this machine. Where a worker is lost while it starts, which Dask does not survive, a new one."""
    from distributed import LocalCluster

    try:
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=":0",  # any free port
            silence_logs="CRITICAL",
        )
    except RuntimeError as error:
        if tries == 1:
            remedy = "close other programs, or ask for fewer workers"
            raise ReaderError(f"the {workers} workers cannot be started ({error}); {remedy}") from None
    return _started(workers, tries - 1)


@dataclass(frozen=True)
class _Cluster:
    """A running cluster, and what is told of it."""

    client: Client
    say: Say

    def ended(self, running: Iterable[Future]) -> Iterable[Future]:
        """Those of some tasks that have ended, at least one."""
        from distributed import wait

        while True:
            self._need_a_worker()
            with suppress(TimeoutError), _said_where_lost():
                return wait([*running], timeout=_LOOK_AFTER, return_when="FIRST_COMPLETED").done

    def threads(self) -> int:
        """Those of all workers."""
        with _said_where_lost():
            return sum(self.client.nthreads().values())

    def _need_a_worker(self) -> None:
        if self.threads():
            return
        address = self.client.scheduler_info()["address"]
        remedy = f"start one with `dask worker {address}`"
        self.say(f"{address} has no worker; {remedy}. Waiting for one for {_WAIT_FOR_A_WORKER:.0f} s")
        try:
            self.client.wait_for_workers(1, timeout=_WAIT_FOR_A_WORKER)
        except TimeoutError:
            raise ReaderError(f"{address} has no worker; {remedy}, and run again: what is done stays") from None


@contextmanager
def _said_where_lost() -> Iterator[None]:
    from distributed.client import FuturesCancelledError
    from distributed.comm import CommClosedError

    try:
        yield
    except (CommClosedError, FuturesCancelledError):
        remedy = "start it and its workers, and run again: what is done stays"
        raise ReaderError(f"the Dask scheduler has ended, or cannot be reached any more; {remedy}") from None


# -- how far it is ---------------------------------------------------------------------------------------------


class _Meter:
    """Counts articles, and says how many there are; of CSV a guess, from its size and the articles read so far."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._path, self._progress, self._counted = path, progress, _counted(path)
        self._done = self._characters = 0

    def add(self, job: Job) -> None:
        """A part is done."""
        self._done += job.partition.sources
        self._characters += sum(len(article.text) for article in job.partition.articles)
        if self._progress:
            self._progress(self._done, max(self._done, self._total()))

    def _total(self) -> int:
        return self._counted or round(self._path.stat().st_size * self._done / max(self._characters, 1))


def _counted(path: Path) -> int:
    """How many sources there are, where that is quickly counted; else 0."""
    if path.is_dir():
        return max(1, sum(1 for entry in path.rglob("*") if entry.is_file() and entry.name not in COMPANIONS))
    if not (kind := table_kind(path)):
        return 1
    if kind == ".parquet":
        from pyarrow.parquet import read_metadata

        with path.open("rb") as file:
            return int(read_metadata(file).num_rows)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        with path.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    return 0
