"""An archive of many articles, with a worker killed on the way: how fast, how much memory and disk; run by hand.

    python benchmarks/archive.py [ARTICLES] [FOLDER] [CHARACTERS]

Writes ARTICLES (100,000) invented articles of some CHARACTERS (2,100), made like those of ``speed.py``, into
FOLDER/articles.jsonl, reads them with two workers into FOLDER/archive, kills a reading process after a third of the
parts and a worker after two thirds, checks the counts, and prints a table. The memory is that of all processes of a
worker together: the one that Dask runs and the one that reads for it.
"""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "lib"))
# What reads is imported where it is used: Dask imports this module in each worker, which should stay small.
WORKERS = 2
_BATCH = 2_000
_READER, _WORKER = "sourcereading_archive.reader", "spawn_main"


def machine(*packages: str) -> str:
    """When and on what a measurement is made, in a line."""
    known = ", ".join(f"{name} {version(name)}" for name in packages)
    where = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {known}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {where}; load {os.getloadavg()[0]:.1f}"


def write_articles(number: int, file: Path, size: int) -> int:
    """Writes invented articles as JSON Lines; returns how many characters of text they have."""
    from speed import varied

    characters = 0
    with file.open("w", encoding="utf-8") as lines:
        for first in range(0, number, _BATCH):
            for n, text in enumerate(varied(min(_BATCH, number - first), first, size), first):
                year, month = divmod(n % 240, 12)
                date = f"{2005 + year}-{month + 1:02}-01"
                row = {"text": text, "file": f"{n}.txt", "outlet": f"Paper {n % 7}", "date": date}
                lines.write(json.dumps(row) + "\n")
                characters += len(text)
    return characters


def children(words: str) -> dict[int, int]:
    """The processes below this one whose command has these words: id to resident memory in bytes."""
    parents, found = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_text(errors="replace")
            pages = int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue  # it has ended
        parents[int(folder.name)] = int(state[1])
        if words in command:
            found[int(folder.name)] = pages * os.sysconf("SC_PAGE_SIZE")
    return {pid: memory for pid, memory in found.items() if os.getpid() in _ancestors(pid, parents)}


def _ancestors(pid: int, parents: dict[int, int]) -> list[int]:
    line = []
    while pid := parents.get(pid, 0):
        line.append(pid)
    return line


class Watch:
    """Looks at the processes while they work, and kills one of each kind on the way."""

    def __init__(self, archive: Path, parts: int) -> None:
        self.archive, self.parts = archive, parts
        self.memory, self.killed = 0, 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        from sourcereading_archive.parts import part_names

        kills = [(self.parts // 3, _READER), (2 * self.parts // 3, _WORKER)]
        while not self._end.wait(1):
            readers, workers = children(_READER), children(_WORKER)
            if readers and workers:
                self.memory = max(self.memory, max(readers.values()) + max(workers.values()))
            if kills and len(part_names(self.archive)) >= kills[0][0]:
                _, words = kills.pop(0)
                os.kill(max(children(words)), signal.SIGKILL)
                self.killed += 1


def say(done: int, total: int) -> None:
    """Says after every five thousand articles or so how far it is."""
    if done % 5_000 < 250:
        print(f"{done:,} of {total:,}", file=sys.stderr, flush=True)


def main() -> None:
    """Makes the articles, reads them, prints the table."""
    from sourcereading_archive.finish import Summary
    from sourcereading_archive.run import write_archive

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    source, archive = folder / "articles.jsonl", folder / "archive"
    characters = write_articles(number, source, int(sys.argv[3]) if len(sys.argv) > 3 else 2_100)
    print(machine("pandas", "pyarrow", "dask"), flush=True)
    begun, before = time.monotonic(), os.times()
    with Watch(archive, characters // 500_000) as watch:
        made = write_archive(source, archive, workers=WORKERS, progress=say)
    seconds, after = time.monotonic() - begun, os.times()
    assert made.sources == number == made.articles + made.refused + made.read_once
    disk = int(subprocess.run(["du", "-sk", archive], capture_output=True, text=True, check=True).stdout.split()[0])
    rows: list[tuple[str, str]] = [
        ("articles, of characters", f"{number:,}, {characters / number:,.0f}"),
        ("articles, refused, read once already", f"{made.articles:,}, {made.refused}, {made.read_once}"),
        ("parts; processes killed on the way", f"{made.parts}; {watch.killed}"),
        ("time", f"{seconds:,.0f} s, {number / seconds:.0f} articles/s with {WORKERS} workers"),
        ("this process and those that have ended, processor time", f"{sum(after[:4]) - sum(before[:4]):,.0f} s"),
        ("memory of a worker, at most", f"{watch.memory / 1e6:,.0f} MB"),
        ("archive on disk", f"{disk / 1e3:,.0f} MB, {disk / number:.1f} kB an article"),
    ]
    for name, value in rows:
        print(f"{name:56}{value}")
    assert made == Summary.of(archive)


if __name__ == "__main__":
    main()
