"""How far several people agree: Krippendorff's alpha for labels without an order.

Written here because the known package for it, krippendorff, is under the GPL, which does not go with this
project's MIT licence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

_SAMPLES = 1000
_COVERED = (0.025, 0.975)


@dataclass(frozen=True)
class Alpha:
    """What ``alpha`` finds.

    ``value`` is 1 where all agree, 0 where they agree as often as by chance, and below 0 where less often; NaN where
    chance cannot be told: no unit has two answers, or all answers are the same label. ``low`` and ``high`` are the
    ends of its 95 % interval over samples of the units; NaN where ``value`` is, or with fewer than three units.
    ``units`` and ``answers`` count what was compared: units with at least two answers, and their answers.
    """

    value: float
    low: float
    high: float
    units: int
    answers: int


def alpha(units: Iterable[Mapping[str, int]]) -> Alpha:
    """Krippendorff's alpha of some units, such as sentences, each with how often each label was given to it.

    Who gave which label does not matter, so raised hands do as well as names; people may leave units out. A unit with
    fewer than two answers has nothing to compare and is left out.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part D (nominal data, any number of
    observers, missing data); the interval: A. Zapf et al., BMC Medical Research Methodology 16:93 (2016), percentiles
    of units drawn with replacement, always the same draws.
    """
    compared = [unit for unit in units if sum(unit.values()) >= 2]
    labels = sorted({label for unit in compared for label in unit})
    counts = np.array([[unit.get(label, 0) for label in labels] for unit in compared], dtype=float)
    counts = counts.reshape(len(compared), len(labels))
    value = float(_alpha(counts, np.ones((1, len(compared))))[0])
    low = high = np.nan
    if len(compared) >= 3 and not np.isnan(value):
        drawn = np.random.default_rng(0).integers(len(compared), size=(_SAMPLES, len(compared)))
        times = np.array([np.bincount(sample, minlength=len(compared)) for sample in drawn], dtype=float)
        low, high = np.nanquantile(_alpha(counts, times), _COVERED)
    return Alpha(value, float(low), float(high), len(compared), int(counts.sum()))


def _alpha(counts: np.ndarray, times: np.ndarray) -> np.ndarray:
    """Alpha of each sample; ``counts`` is units × labels, ``times`` how often each unit is in it, samples × units. NaN
    where one label is all there is."""
    answers = counts.sum(axis=1)
    differing = times @ ((answers**2 - (counts**2).sum(axis=1)) / (answers - 1))
    of_label, total = times @ counts, times @ answers
    by_chance = total**2 - (of_label**2).sum(axis=1)
    return 1 - np.divide((total - 1) * differing, by_chance, out=np.full(len(times), np.nan), where=by_chance > 0)
