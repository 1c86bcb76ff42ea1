"""In what tone: TextBlob and a news scorer of our own, for stretches of text and toward those named in them."""

from sourcereading.sentiment.news_scorer import NEWS, toward
from sourcereading.sentiment.news_scorer import stretch as news
from sourcereading.sentiment.scores import (
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    SCRAP,
    TEXTBLOB,
    UNSURE,
    Score,
    textblob,
    unscored,
    withheld,
)
from sourcereading.sentiment.targets import Target, names_in, targets

SCORERS = (TEXTBLOB, NEWS)
"""The scorers of tone, in the order of their rows."""

__all__ = [
    "NEGATIVE", "NEUTRAL", "NEWS", "POSITIVE", "SCORERS", "SCRAP", "TEXTBLOB", "UNSURE", "Score", "Target",
    "names_in", "news", "targets", "textblob", "toward", "unscored", "withheld",
]  # fmt: skip
