"""Which words a text uses most, and each place of a word with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pandas as pd

from sourcereading.reading.reading import Reading
from sourcereading.reading.rows import cells_of, texts_of
from sourcereading.text.lexicon import lexicon
from sourcereading.text.sentences import TEXT

_COUNTED = ("article_id", "sentence_id", "text", "is_word")


@cache
def stopwords(*classes: str) -> frozenset[str]:
    """The words of ``data/lexicons/stopwords.csv``, in lower case; all of them, or only those of some
    classes."""
    return terms("stopwords", *classes)


def one_case(words: pd.Series) -> pd.Series:
    """Words with one spelling for those that differ only in capitals: "If" at the head of a sentence is "if"."""
    one: dict[str, str] = {}
    for word in sorted(words.unique(), key=str.swapcase):  # small letters first
        one.setdefault(word.lower(), word)
    return words.map(lambda word: one[word.lower()])


def spelt(words: pd.Series) -> pd.Series:
    """Words without a capital that may be that of a sentence: "soldiers" for "Soldiers", but "NATO"."""
    return one_case(words.where(words.str[1:] != words.str[1:].str.lower(), words.str.lower()))


@cache
def terms(name: str, *classes: str) -> frozenset[str]:
    """The terms of a lexicon in lower case; only those of some classes, where classes are named."""
    rows = lexicon(name, ("term", "class"), ("gender", "example"))
    return frozenset(row["term"].lower() for row in rows if not classes or row["class"] in classes)


def tokens_in_body(reading: Reading, columns: Sequence[str]) -> Iterator[pd.DataFrame]:
    """Some columns of the tokens that are in sentences of the text, some sentences at a time: the table of all tokens
    takes sixty times the memory of the text."""
    sentences = reading.sentences
    body = pd.Series((sentences["kind"] == TEXT).to_numpy(), sentences["sentence_id"])
    for piece in reading.tokens_in_pieces([*dict.fromkeys(("sentence_id", *columns))]):
        yield piece.loc[piece["sentence_id"].map(body).to_numpy(dtype=bool), [*columns]]


def frequencies_in_body(reading: Reading) -> pd.DataFrame:
    """How often each word occurs in the text of a reading, as :func:`word_frequencies` has it: with numbers in the
    place of ids, as all tokens together weigh much."""
    ids = {"sentence_id": reading.sentences["sentence_id"], "article_id": reading.articles["article_id"]}
    numbers = {name: pd.Series(range(len(column)), column) for name, column in ids.items()}
    pieces = (
        piece.assign(**{name: piece[name].map(number) for name, number in numbers.items()})
        for piece in tokens_in_body(reading, _COUNTED)
    )
    return word_frequencies(pd.concat(pieces, ignore_index=True))


def word_frequencies(tokens: pd.DataFrame, leave_out: Iterable[str] | None = None) -> pd.DataFrame:
    """How often each word occurs, most frequent first. Table: word frequencies.

    Words are compared in lower case and without "'s" ("Vance's" is "vance"); numbers are left out.

    Parameters
    ----------
    tokens : the table ``tokens``, or a part of it.
    leave_out : words not to list, in lower case; :func:`stopwords` when not given, ``()`` for none.
    """
    leave_out = stopwords() if leave_out is None else frozenset(leave_out)
    said = tokens.loc[tokens["is_word"], [*_COUNTED[:3]]]
    which, texts = pd.factorize(said["text"].astype("str"))
    text = pd.Series(texts, dtype="str")
    word = text.str.lower().str.replace("’", "'", regex=False)
    shown = ~word.isin(leave_out)
    word = word.str.removesuffix("'s")
    shown &= ~word.isin(leave_out) & word.str.contains(r"[^\W\d_]", regex=True)
    written = text.str.removesuffix("'s").str.removesuffix("’s")
    forms = pd.DataFrame({"word": word, "written": written}).astype("category")
    listed = forms.take(which).set_axis(said.index).assign(
        sentence=pd.factorize(said["sentence_id"])[0], article=pd.factorize(said["article_id"])[0]
    )[shown.to_numpy()[which]]
    table = listed.groupby("word", observed=True).agg(
        count=("sentence", "size"), sentences=("sentence", "nunique"), articles=("article", "nunique")
    )
    spelling = listed.groupby(["word", "written"], observed=True).size().rename("times").reset_index()
    spelling = spelling.astype({"word": "str", "written": "str"})
    spelling = spelling.sort_values(["times", "written"], ascending=[False, True]).drop_duplicates("word")
    table = table.reset_index().astype({"word": "str"})
    table = table.merge(spelling[["word", "written"]], on="word").assign(words=len(said))
    table["per_1000"] = 1000 * table["count"] / table["words"]
    order = ["word", "written", "count", "sentences", "articles", "words", "per_1000"]
    return table[order].sort_values(["count", "word"], ascending=[False, True], ignore_index=True)


def kwic(frame: pd.DataFrame, articles: pd.DataFrame, width: int = 60) -> pd.DataFrame:
    """Each row of a table of spans with the text around it (keyword in context): the rows of ``frame`` in order with
    two more columns, ``before`` and ``after``.

    Parameters
    ----------
    frame : a table with ``article_id``, ``start``, ``end``, such as ``issues`` or a part of it.
    width : how many characters to show on either side; cut at whole words, line ends shown as spaces.
    """
    texts = texts_of(articles)
    before, after = [], []
    for article, start, end in cells_of(frame, "article_id", "start", "end"):
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
