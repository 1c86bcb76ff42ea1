"""The tone of a stretch of text, by a scorer that names the words it stands on.

TextBlob's lexicon was made for reviews: it knows few of the words that carry tone in news. So a score comes
with its deciding words, and a text without any word the scorer knows has no score: no evidence is not
neutral.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from sourcereading.text.remembered import remembered

TEXTBLOB = "textblob"

NEGATIVE, NEUTRAL, POSITIVE, UNSURE = "negative", "neutral", "positive", "unsure"
TONES = (NEGATIVE, NEUTRAL, POSITIVE, UNSURE)
"""What a scorer makes of a stretch, in the words that readers see; "" where it knows nothing of it."""

SCRAP = 4
"""Fewer words than these have no tone of their own: "a disgrace"."""

_DECIDING = re.compile(r"(.+?) ([+−]?\d+\.\d\d)(?:; |$)")

_NOT = re.compile(r"(?i)(?<=[a-z])n't\b")
_A_NAME = "x"  # as often as the name is long, so that places stay

_NOTHING = "xxx"
"""Stands for all words that say nothing to TextBlob."""
_SILENCE = [(_NOTHING, True)]
_FACE = re.compile(
    r"[:;=*>°]\s*(?:[-'^()\[\]{}<>/\\|.*°]|[DPpbcosSO3](?!\w))|[xX8]\s*-?\s*(?:D(?!\w)|\))"
    r"|o\s*[._]\s*O|<\s*3|♥|\(\s*!"
)
"""What may be or become one of TextBlob's emoticons, which may have blanks in them."""
_PIECE = re.compile(r'[a-z]{5,}(?=[.,?)]?(?:[\s“”"]|\Z))|[^\W\d_]+(?=[,?)]?(?:[\s“”"]|\Z))|[“”"]|[^\s“”"]+')
"""What TextBlob makes words of by itself: what stands between blanks and quotation marks, less a mark behind a word."""

_LONGEST_RUN = 40
# TextBlob peels punctuation from a token one sign at a time and copies the rest each time: quadratic in a run
# of signs. A "!" adds a quarter to the word before it, up to 1, so that of a longer run nothing more comes.
# Blanks between the signs make no difference: a flood of ":) " is a run, too.
_SIGN = r"(?:[^\w\s]|_)\s?"
_SIGNS = re.compile(r"[^A-Za-z0-9\s](?:\s?[^A-Za-z0-9\s]){3}")  # a quick look
_RUN = re.compile(rf"((?:{_SIGN}){{{_LONGEST_RUN}}})(?:{_SIGN})+")


class Score(NamedTuple):
    """What a scorer says of a text.

    ``polarity`` from -1 (bad) to 1 (good) and ``subjectivity`` from 0 (factual) to 1 (personal), NaN where the scorer
    gives none. ``evidence`` is False where it gives no polarity: no word of the text is known to it, or it abstains.
    ``tone`` is its verdict, NEGATIVE, NEUTRAL or POSITIVE, also where it abstains; "" where it knows no word.
    ``words`` names the deciding words in order with what each adds: "terrible −1.00; significant +0.38".
    """

    scorer: str
    polarity: float
    subjectivity: float
    evidence: bool
    tone: str
    words: str

    @property
    def verdict(self) -> str:
        """The tone, UNSURE where the scorer abstains, "" where it knows nothing."""
        return self.tone if self.evidence or not self.tone else UNSURE


def withheld(score: Score) -> Score:
    """The score of words that their speaker denies: none, as they are not in the speaker's tone."""
    return score._replace(polarity=math.nan, subjectivity=math.nan, evidence=False, words="")


def unscored(scorer: str) -> Score:
    """No evidence: what is too short to have a tone, or has no word that the scorer knows."""
    return Score(scorer, math.nan, math.nan, False, "", "")


def textblob(text: str, names: Iterable[tuple[int, int]] = ()) -> Score:
    """TextBlob's score (``PatternAnalyzer``; needs no NLTK data), with the words that it comes from.

    TextBlob is given the text with straight apostrophes, with "isn't" as "is not", without names, and with runs of more
    than 40 punctuation marks cut to 40, which keeps the time linear in the text. It takes "significant holdup" for
    praise, and reads "8)" as a smile; ``words`` shows it.

    Parameters
    ----------
    text : the stretch.
    names : the spans of the names in it, which are no praise: "*Great* Britain".
    """
    from textblob.en import sentiment  # half a second, nearly all of it NLTK: only who scores pays

    for start, end in names:
        text = f"{text[:start]}{_A_NAME * (end - start)}{text[end:]}"
    heard = _heard(prepared(text))
    found = sentiment(heard) if heard else None
    if found is None or not found.assessments:
        return unscored(TEXTBLOB)
    polarity, subjectivity = found
    words = "; ".join(f"{' '.join(chunk)} {signed(value)}" for chunk, value, _, _ in found.assessments)
    rounded = round(polarity, 2)
    tone = NEGATIVE if rounded < 0 else POSITIVE if rounded > 0 else NEUTRAL
    return Score(TEXTBLOB, float(polarity), float(subjectivity), True, tone, words)


def _heard(text: str) -> list[str]:
    """The words that TextBlob makes of a text, without most of those that say nothing to it; none where all do. This is
    scored in about half the time, once its words have been met."""
    heard = [_NOTHING]
    for found in [_words_heard(text)] if _FACE.search(text) else map(_heard_in_chunk, text.split()):
        for word, silent in found:
            if not silent or heard[-1] != _NOTHING:
                heard.append(word)
    return heard if len(heard) > 1 else []


def _words_heard(piece: str) -> list[tuple[str, bool]]:
    """The words that TextBlob makes of a text, each with whether it says nothing to it. One that besides ends what
    came before, so that "not" and "very" do not reach over it, is ``_NOTHING``."""
    from textblob.en import sentiment

    words: list[str] = [piece] if piece.isalpha() else " ".join(sentiment.tokenizer(piece)).split()
    found = []
    for word in map(str.lower, words):
        silent = not (word in sentiment or word in sentiment.negations or word == "!")
        silent = silent and (word.isalpha() or not sentiment([word]).assessments)
        found.append((_NOTHING if silent and len(word.strip("'")) > 2 else word, silent))
    return found


@remembered
def _heard_in_chunk(chunk: str) -> list[tuple[str, bool]]:
    """The same of what stands between blanks, without what says nothing behind ``_NOTHING``."""
    found: list[tuple[str, bool]] = []
    for word, silent in [word for piece in _PIECE.findall(chunk) for word in _words_heard(piece)]:
        if not silent or found[-1:] != _SILENCE:
            found.append((word, silent))
    return _SILENCE if found == _SILENCE else found


def deciding_words(words: str) -> list[tuple[str, float]]:
    """Deciding words with their values, as a score names them.

    >>> deciding_words("terrible −1.00; significant +0.38")
    [('terrible', -1.0), ('significant', 0.38)]
    """
    return [(word, float(value.replace("−", "-"))) for word, value in _DECIDING.findall(words)]


def prepared(text: str) -> str:
    """The text as the scorer is given it."""
    text = text.replace("’", "'")
    text = _NOT.sub(" not", text) if "'" in text else text
    return _RUN.sub(r"\1", text) if _SIGNS.search(text) else text


def signed(value: float) -> str:
    """A polarity as it is printed: "+0.38", "−1.00" (with a minus sign, not a hyphen), "0.00".

    >>> signed(-0.5)
    '−0.50'
    """
    text = f"{value:+.2f}"
    return "0.00" if text[1:] == "0.00" else text.replace("-", "−")
