"""In what tone: TextBlob and a news scorer of our own, for stretches of text and toward those named in them."""

from sourcereading.sentiment.news_scorer import stretch as news
from sourcereading.sentiment.news_scorer import toward
from sourcereading.sentiment.scores import NEGATIVE, NEUTRAL, POSITIVE, UNSURE, Score, textblob, withheld
from sourcereading.sentiment.targets import Target, names_of, targets

__all__ = [
    "NEGATIVE",
    "NEUTRAL",
    "POSITIVE",
    "UNSURE",
    "Score",
    "Target",
    "names_of",
    "news",
    "targets",
    "textblob",
    "toward",
    "withheld",
]
