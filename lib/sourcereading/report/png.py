"""A matplotlib figure as a small PNG: charts have few colours."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

DPI = 192
"""Dots per inch: twice the screen's resolution."""
_COLOURS = 24


def png(figure: Any) -> bytes:
    """The figure with a palette of 24 colours. They cover all that occur: so the few dots of a rare category keep
    theirs."""
    from matplotlib import rc_context  # it is there already, where there is a figure

    drawn, made = io.BytesIO(), io.BytesIO()
    with rc_context({"savefig.bbox": None}):  # a notebook's own "tight" gives another width
        figure.savefig(drawn, format="rgba", dpi=DPI)
    width = int(figure.get_figwidth() * DPI)
    size = width, len(drawn.getvalue()) // (4 * width)
    picture = Image.frombytes("RGBA", size, drawn.getvalue()).convert("RGB")
    few = picture.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(made, "png", optimize=True)
    return made.getvalue()
