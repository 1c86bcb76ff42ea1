"""The tokens of a reading as offsets into its texts: a tenth of the memory that their table takes, which is made of
them when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from sourcereading.reading.packed_table import PackedTable
from sourcereading.reading.rows import texts_of
from sourcereading.reading.schema import SCHEMAS
from sourcereading.text.sentences import Sentence

_SENTENCES = 400
"""So many sentences' tokens are a piece of the table."""


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
        return pd.concat(self.pieces(), ignore_index=True)

    def pieces(self, columns: Sequence[str] = tuple(SCHEMAS["tokens"])) -> Iterator[pd.DataFrame]:
        """The table, or some columns of it, in pieces, one at least."""
        assert self.sentences is not None and self.sentences.articles is not None
        sentences, texts = self.sentences.table(), texts_of(self.sentences.articles)
        counts = np.array(self._in_sentence, dtype="int64")
        begins = np.append(0, counts.cumsum())
        opens = (sentences["article_id"] != sentences["article_id"].shift()).to_numpy(dtype=bool)
        before = begins[:-1][opens][opens.cumsum() - 1]  # the tokens before a sentence's article
        ids = sentences[["article_id", "sentence_id"]]
        for first in range(0, len(counts) or 1, _SENTENCES):
            last = min(first + _SENTENCES, len(counts))
            of_sentence = np.repeat(np.arange(first, last), counts[first:last])
            tokens = slice(begins[first], begins[last])
            article_ids, sentence_ids = (ids[name].take(of_sentence).tolist() for name in ids)
            starts, stops = self._starts[tokens], self._ends[tokens]
            cells: dict[str, Any] = {
                "article_id": article_ids,
                "sentence_id": sentence_ids,
                "start": np.array(starts),
                "end": np.array(stops),
                "is_word": np.array(self._are_words[tokens]),
            }
            if "token_id" in columns:
                numbers = np.arange(begins[first], begins[last]) - before[of_sentence] + 1
                ids_and_numbers = zip(article_ids, numbers, strict=True)
                cells["token_id"] = [f"{article}.t{number}" for article, number in ids_and_numbers]
            if "text" in columns:
                spans = zip(article_ids, starts, stops, strict=True)
                cells["text"] = [texts[article][start:end] for article, start, end in spans]
            yield pd.DataFrame({name: pd.Series(cells[name], dtype=SCHEMAS["tokens"][name]) for name in columns})
