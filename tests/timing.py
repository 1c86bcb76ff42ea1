"""How time grows with the text: for tests that hold every stage to linear time."""

import gc
import time
from collections.abc import Callable
from typing import Any

ALLOWED = 4**1.35
"""The largest ratio of the times for 80,000 and 20,000 characters: linear is 4, quadratic is 16."""


def growth(prepare: Callable[[str], Any], run: Callable[[Any], object], unit: str) -> float:
    """The ratio of the times for 80,000 and for 20,000 characters of a repeated unit; 1.0 where both are too
    short to be timed. The garbage collector rests, so that it is the code that is timed."""
    times = []
    for size in (20_000, 80_000):
        prepared = prepare(unit * (size // len(unit)))
        best = float("inf")
        for _ in range(3):
            gc.collect()
            gc.disable()
            start = time.process_time()
            run(prepared)
            best = min(best, time.process_time() - start)
            gc.enable()
        times.append(best)
    return times[1] / times[0] if times[1] > 0.03 else 1.0
