"""Reading sources closely: who says what, how surely, about which issues, in what tone.

>>> import sourcereading as sr
>>> reading = sr.read("seeds")
>>> sorted(set(reading.statements["voice"]))
['direct', 'indirect', 'mixed', 'writer']
"""

from importlib import import_module
from typing import Any

# What a notebook needs: each name with the module it comes from, or "" where the name is itself a module of the room
# before it. Loaded on first use, so that the command line starts quickly.
_PUBLIC = {
    "reading.reading": "Reading analyse load read",
    "reading.column_help": "meanings",
    "analysis": "codebook_changes codebook_gaps findings scales try_sentences",
    "analysis.compare": "by_article shared_passages",
    "analysis.counts": "counts_by matrix sentences_without without_frames words_by",
    "analysis.issues": "first_mentions issue_pairs",
    "analysis.kwic": "kwic",
    "analysis.names": "article_names",
    "analysis.sentiment": "scorers_side_by_side tone_by tone_by_target whole_stretches",
    "analysis.statements": "in_body joined reported",
    "analysis.words": "word_frequencies",
    "report": "charts",
    "report.show": "finding listed progress show_figure show_table versions",
}
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names.split()}

__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'sourcereading' has no attribute {name!r}")
    module = import_module(f"sourcereading.{_MODULE_OF[name]}")
    return getattr(module, name) if hasattr(module, name) else import_module(f"{module.__name__}.{name}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
