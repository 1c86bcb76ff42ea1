"""How sure: the words that lower, suspend, shift, scale, blur or raise certainty, and what they weigh together."""

from sourcereading.certainty.levels import level, score, usual_kind, weight
from sourcereading.certainty.marks import DIRECTIONS, Mark, hedged, marks
from sourcereading.certainty.probability import Range
from sourcereading.certainty.probability import reading as range_of

__all__ = [
    "DIRECTIONS", "Mark", "Range", "hedged", "level", "marks", "range_of", "score", "usual_kind", "weight",
]  # fmt: skip
