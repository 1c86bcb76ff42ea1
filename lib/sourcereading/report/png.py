"""A matplotlib figure as a small PNG: charts have few colours, and a page has many charts."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image

DPI = 192
"""Dots per inch: twice the screen's resolution."""
_COLOURS = 24
_MANY = 1 << 15
_ROUNDS = 50


def png(figure: Any) -> bytes:
    """The figure with a palette of 24 colours. They cover all that occur: so the few dots of a rare category keep
    theirs."""
    from matplotlib import rc_context  # it is there already, where there is a figure

    drawn = io.BytesIO()
    with rc_context({"savefig.bbox": None}):  # a notebook's own "tight" gives another width
        figure.savefig(drawn, format="rgba", dpi=DPI)
    pixels = np.frombuffer(drawn.getvalue(), "<u4") & 0xFFFFFF  # red is the lowest byte; what is transparent is not
    starts = np.flatnonzero(np.diff(pixels, prepend=~pixels[:1]))  # of stretches of one colour: they are long
    lengths = np.diff(starts, append=len(pixels))
    found, places = np.unique(pixels[starts], return_inverse=True)
    if len(found) > _MANY:  # a photograph
        found, places = np.unique(pixels[starts] & 0xF8F8F8, return_inverse=True)
    colours = np.stack([found & 255, found >> 8 & 255, found >> 16], axis=1).astype(np.int64)
    palette, nearest = _palette(colours, np.bincount(places, lengths))
    width = int(figure.get_figwidth() * DPI)
    few = Image.fromarray(np.repeat(nearest.astype("u1")[places], lengths).reshape(-1, width))
    few.putpalette(palette.astype("u1").tobytes())
    made = io.BytesIO()
    few.save(made, "png", optimize=True)
    return made.getvalue()


def _palette(colours: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The colours that stand for all, and which of them stands for each: each is as far as can be from those before it,
    then they move to the middle of the pixels that they stand for, until none changes sides."""
    means = [np.rint(counts @ colours / counts.sum())]
    away = _distances(colours, means)[:, 0]
    centres: list[np.ndarray] = []
    while len(centres) < _COLOURS and away.any():
        centres.append(colours[away.argmax()])
        away = _distances(colours, centres).min(axis=1)
    palette = np.array(centres or means)
    nearest = _distances(colours, palette).argmin(axis=1)
    for _ in range(_ROUNDS):
        weights = np.bincount(nearest, counts, len(palette))
        used = weights > 0
        for channel in range(3):
            sums = np.bincount(nearest, counts * colours[:, channel], len(palette))
            palette[used, channel] = np.rint(sums[used] / weights[used])
        former, nearest = nearest, _distances(colours, palette).argmin(axis=1)
        if (former == nearest).all():
            break
    return palette, nearest


def _distances(colours: np.ndarray, others: Any) -> np.ndarray:
    return ((colours[:, None, :] - np.asarray(others)[None, :, :]) ** 2).sum(axis=2)
