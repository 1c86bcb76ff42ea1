"""A stream of sources, cut into partitions: the pieces that workers read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from sourcereading.text.articles import Article, Problem, Source

ARTICLES, CHARACTERS = 500, 400_000
"""A partition is full when it has so many articles or characters of text: by these a worker needs less than 400 MB."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Some sources one after the other.

    ``sources`` counts them: each is an article of ``articles``, a refusal in ``problems``, or a text that was there
    before (``read_once``). ``name`` has the number of the partition and a hash of all that its tables depend on, so
    that a part of that name is the part of this partition and of no other.
    """

    name: str
    sources: int
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    read_once: int


def partitions(
    stream: Iterable[Source], version: str, articles: int = ARTICLES, characters: int = CHARACTERS
) -> Iterator[Partition]:
    """Cuts a stream of sources into partitions, in its order; one at a time is in memory, and ends with the source that
    reaches so many articles or characters. The ``version`` is another one when the same articles would give other
    tables: by another program, codebook or corrections."""
    number, size = 0, 0
    waiting: list[Source] = []
    for source in stream:
        waiting.append(source)
        size += len(source.article.text) if source.article else 0
        if len(waiting) >= articles or size >= characters:
            yield _partition(number, waiting, version)
            number, waiting, size = number + 1, [], 0
    if waiting:
        yield _partition(number, waiting, version)


def _partition(number: int, sources: list[Source], version: str) -> Partition:
    articles = tuple(source.article for source in sources if source.article)
    problems = tuple(problem for source in sources for problem in source.problems)
    digest = hashlib.sha256(version.encode("utf-8", "surrogatepass"))
    digest.update(json.dumps([[astuple(a) for a in articles], [astuple(p) for p in problems]]).encode())
    return Partition(
        name=f"part-{number:06}-{digest.hexdigest()[:12]}",
        sources=len(sources),
        articles=articles,
        problems=problems,
        read_once=sum(source.read_once for source in sources),
    )
