"""How long `sourcereading reports` takes, and how much memory and disk; run by hand, on a quiet machine with Linux.

    python benchmarks/reports.py SOURCE…

The pages of articles are those of the practice articles, too, where notebooks need more than were given. Each SOURCE
is a folder, a file or a table of articles, or the number of invented articles to make as ``speed.py`` does.
Processor time is that of all processes together. So is memory, at its peak, looked at ten times a second: that in
use, where what processes share is counted once (their "proportional set size"), and the sum of what each has in use
(its "resident set size"), where it is counted in each.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from time import perf_counter

from archive import ROOT, children, machine, write_articles


def memory() -> tuple[int, int]:
    """Bytes that the processes below this one have together: what they share counted once, and counted in each."""
    once = each = 0
    for process in children(""):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue  # it has ended
        sizes = {line.split()[0]: 1024 * int(line.split()[1]) for line in lines[1:]}
        once, each = once + sizes["Pss:"], each + sizes["Rss:"]
    return once, each


def processor_time() -> float:
    """Seconds of all processes below this one that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(source: str, out: Path) -> tuple[float, float, int, int]:
    """Makes the reports; seconds by the clock and of the processors, and the peaks of memory in bytes."""
    ended, peaks = threading.Event(), (0, 0)

    def watch() -> None:
        nonlocal peaks
        while not ended.wait(0.1):
            peaks = max(peaks[0], (now := memory())[0]), max(peaks[1], now[1])

    watching = threading.Thread(target=watch)
    watching.start()
    begun, before = perf_counter(), processor_time()
    try:
        command = [sys.executable, "-m", "sourcereading", "reports", source, "--out", str(out)]
        library = {"PYTHONPATH": str(ROOT / "lib")}
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=os.environ | library)
        return perf_counter() - begun, processor_time() - before, *peaks
    finally:
        ended.set()
        watching.join()


def main() -> None:
    """Prints the table."""
    print(f"{machine('pandas', 'matplotlib', 'ipykernel', 'nbconvert')} before\n")
    peaks = "peak, MB, shared counted once | in each"
    print(f"| articles: their pages | wall, s | processors, s | {peaks} | largest page, kB | index, kB | all, MB |")
    print("|---|---|---|---|---|---|---|---|")
    for source in sys.argv[1:] or ["seeds", "200"]:
        with tempfile.TemporaryDirectory() as folder:
            name = source
            if source.isdecimal():
                name = str(Path(folder, "articles.jsonl"))
                write_articles(int(source), Path(name), 2_100)
            out = Path(folder, "reports")
            wall, processors, once, each = measured(name, out)
            sizes = {file: file.stat().st_size for file in out.rglob("*") if file.is_file()}
            largest = max(size for file, size in sizes.items() if file.suffix == ".html")
            pages = len([*out.glob("articles/*.html")])
            label = f"{source} invented: {pages}" if source.isdecimal() else f"{Path(source).name}: {pages}"
            figures = f"{wall:.1f} | {processors:.1f} | {once / 1e6:.0f} | {each / 1e6:.0f} | {largest / 1e3:.0f}"
            whole = f"{sizes[out / 'index.html'] / 1e3:.0f} | {sum(sizes.values()) / 1e6:.1f}"
            print(f"| {label} | {figures} | {whole} |", flush=True)


if __name__ == "__main__":
    main()
