"""How time grows with the text: for tests that hold every stage, and the whole, to linear time."""

import gc
import time
from collections.abc import Callable
from typing import Any

import pytest

QUICK = 1
"""How many units of a flood are tried in the quick run; the others are slow."""


def units(every: list) -> list:
    """The parameters of a test of time, those behind the first few marked slow."""
    return [*every[:QUICK], *(pytest.param(unit, marks=pytest.mark.slow) for unit in every[QUICK:])]


ALLOWED = 4**1.35
"""The largest ratio of the times for a text and for a quarter of it: linear is 4, quadratic is 16."""


def growth(
    prepare: Callable[[str], Any],
    run: Callable[[Any], object],
    make: str | Callable[[int], str],
    size: int = 40_000,
) -> float:
    """The ratio of the times for a text of ``size`` characters and for one of a quarter of it; 1.0 where both are too
    short to be timed.

    Parameters
    ----------
    prepare : what is done with the text before the clock starts.
    run : what is timed.
    make : a unit that is repeated, or a function from a number of characters to a text.
    size : characters of the longer text.
    """
    if isinstance(make, str):
        unit = make
        make = lambda length: unit * (length // len(unit))  # noqa: E731
    small, large = prepare(make(size // 4)), prepare(make(size))
    run(prepare(make(size // 40)))  # loads lexicons
    times = [float("inf"), float("inf")]
    for _ in range(4):  # again only where it seems to take too long: noise makes times longer, never shorter
        times = [min(times[0], _seconds(run, small)), min(times[1], _seconds(run, large))]
        if times[1] < 0.02:
            return 1.0
        if times[1] < ALLOWED * times[0]:
            break
    return times[1] / times[0]


def _seconds(run: Callable[[Any], object], prepared: Any) -> float:
    """Processor time of one run. The garbage collector rests, so that it is the code that is timed."""
    gc.freeze()  # what the tests before have left is nobody's rubbish, and need not be looked through again
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        run(prepared)
        return time.process_time() - start
    finally:
        gc.enable()
