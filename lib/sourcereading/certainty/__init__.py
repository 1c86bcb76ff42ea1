"""How sure: the words that lower, suspend, shift, scale, blur or raise certainty, and what they weigh together."""

from sourcereading.certainty.marks import *  # noqa: F403
