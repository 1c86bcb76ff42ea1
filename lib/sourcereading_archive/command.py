"""The command ``sourcereading archive``: what it takes, and how it says how far it is."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any


def add_archive(commands: Any, parents: list[argparse.ArgumentParser], do: Callable[..., int]) -> None:
    """Registers the command.

    Parameters
    ----------
    commands : what ``add_subparsers`` of the program's parser gave.
    parents : parsers with the options that the command shares with others.
    do : does it, with the parsed options; gives the exit status.
    """
    archive = commands.add_parser(
        "archive",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        help="write the tables of a corpus larger than memory",
        description="Writes the tables as Parquet, in parts of some hundred articles, on all cores of this machine or\n"
        "on a Dask cluster. A run that was stopped goes on when it is started again. At the end every source is\n"
        "accounted for in manifest.json, and _SUCCESS says that the archive is whole. Needs Dask:\n"
        "pip install 'sourcereading[archive]'.",
        epilog="examples:\n  sourcereading archive articles.parquet --out my-archive\n"
        "  sourcereading archive articles.jsonl --out /shared/my-archive --scheduler tcp://10.0.0.5:8786",
    )
    archive.add_argument("articles", metavar="SOURCE", help="a folder, or a table of articles")
    archive.add_argument("--out", required=True, metavar="DIR", help="folder of the archive")
    archive.add_argument("--workers", type=_number, metavar="N", help="processes on this machine; default: its cores")
    archive.add_argument("--scheduler", metavar="ADDRESS", help="a running Dask scheduler, in place of --workers")
    archive.set_defaults(do=do)


def _number(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; give 1 or more")
    return int(text)


class Pace:
    """Says how fast a run is and how long it will take.

    >>> clock = iter([0.0, 10.0])
    >>> Pace(lambda: next(clock)).words(500, 2000)
    '50 articles a second, about 30 s left'
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._begun = clock, clock()

    def words(self, done: int, total: int) -> str:
        """What is said when ``done`` of ``total`` articles are done."""
        rate = done / max(self._clock() - self._begun, 1e-9)
        return f"{rate:,.{rate < 10:d}f} articles a second, about {_time((total - done) / rate)} left"


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
