"""From files to articles, sentences, tokens and quotation marks: the small library that all other rooms import.

Imports no other room. Spans are code points into the text as read: ``text[start:end]`` is what was found.

>>> [token.text for token in tokens("It may rain.") if token.is_word]
['It', 'may', 'rain']
>>> [sentence.start for sentence in sentences("It rained. We stayed.")]
[0, 11]
"""

from sourcereading.text.articles import Article, Intake, NothingToRead, read_articles
from sourcereading.text.lexicon import DataError, lexicon
from sourcereading.text.paths import ReaderError
from sourcereading.text.quotation_marks import Quotation, quotations
from sourcereading.text.sentences import Sentence, Token, sentences, tokens
from sourcereading.text.writable import PlaceError

__all__ = [
    "Article", "DataError", "Intake", "NothingToRead", "PlaceError", "Quotation", "ReaderError", "Sentence",
    "Token", "lexicon", "quotations", "read_articles", "sentences", "tokens",
]  # fmt: skip
