"""The tokens of a reading as offsets into its texts: a tenth of the memory that their table takes, which is made of
them when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
import pandas as pd

from sourcereading.reading.packed_table import PackedTable, texts_of
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.sentences import Sentence


class TokenOffsets:
    """The tokens of the sentences of some articles, in order."""

    def __init__(self) -> None:
        self._starts, self._ends, self._are_words = array("i"), array("i"), array("b")
        self._in_sentence = array("i")  # how many tokens each sentence has
        self.sentences: PackedTable | None = None  # whose tokens these are

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, sentences: Iterable[Sentence]) -> None:
        """Adds the tokens of an article's sentences."""
        for sentence in sentences:
            self._in_sentence.append(len(sentence.tokens))
            if sentence.tokens:
                starts, ends, _, _, are_words = zip(*sentence.tokens, strict=True)
                self._starts.extend(starts)
                self._ends.extend(ends)
                self._are_words.extend(are_words)

    def join(self, others: TokenOffsets) -> None:
        """Adds the tokens of other articles."""
        self._in_sentence.extend(others._in_sentence)
        self._starts.extend(others._starts)
        self._ends.extend(others._ends)
        self._are_words.extend(others._are_words)

    def table(self) -> pd.DataFrame:
        """The table of the tokens."""
        assert self.sentences is not None and self.sentences.articles is not None
        sentences, texts = self.sentences.table(), texts_of(self.sentences.articles)
        counts = np.array(self._in_sentence, dtype="int64")
        of_sentence = np.repeat(np.arange(len(counts)), counts)
        article_ids = sentences["article_id"].take(of_sentence).reset_index(drop=True)
        opens = (sentences["article_id"] != sentences["article_id"].shift()).to_numpy(dtype=bool)
        first_token = (counts.cumsum() - counts)[opens]  # of each article that has sentences
        numbers = np.arange(len(self)) - first_token[(opens.cumsum() - 1)[of_sentence]] + 1
        whose = article_ids.tolist()  # twice as quick to go through as what they are kept in
        spans = zip(whose, self._starts, self._ends, strict=True)
        columns = {
            "article_id": article_ids,
            "sentence_id": sentences["sentence_id"].take(of_sentence).reset_index(drop=True),
            "token_id": [f"{article}.t{number}" for article, number in zip(whose, numbers.tolist(), strict=True)],
            "start": np.array(self._starts),
            "end": np.array(self._ends),
            "text": [texts[article][start:end] for article, start, end in spans],
            "is_word": np.array(self._are_words),
        }
        return pd.DataFrame({name: pd.Series(columns[name], dtype=kind) for name, kind in SCHEMAS["tokens"].items()})
