"""Keywords in context: each place of a word with the words around it."""

from __future__ import annotations

import pandas as pd


def kwic(frame: pd.DataFrame, articles: pd.DataFrame, width: int = 60) -> pd.DataFrame:
    """Each row of a table of spans with the text around it (keyword in context): the rows of ``frame`` in order with
    two more columns, ``before`` and ``after``.

    Parameters
    ----------
    frame : a table with ``article_id``, ``start``, ``end``, such as ``issues`` or a part of it.
    width : how many characters to show on either side; cut at whole words, line ends shown as spaces.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    before, after = [], []
    for article, start, end in zip(frame["article_id"], frame["start"], frame["end"], strict=True):
        text = texts[article]
        opens, closes = max(0, start - width), min(len(text), end + width)
        while 0 < opens < start and not text[opens - 1].isspace() and not text[opens].isspace():
            opens += 1
        while end < closes < len(text) and not text[closes].isspace() and not text[closes - 1].isspace():
            closes -= 1
        before.append(" ".join(text[opens:start].split()))
        after.append(" ".join(text[end:closes].split()))
    return frame.assign(
        before=pd.Series(before, index=frame.index, dtype="str"),
        after=pd.Series(after, index=frame.index, dtype="str"),
    )
