"""Reading sources closely: who says what, how surely, about which issues, in what tone.

>>> import sourcereading as sr
>>> reading = sr.read("seeds")
>>> sorted(set(reading.statements["voice"]))
['direct', 'indirect', 'mixed', 'writer']
"""

from importlib import import_module
from typing import Any

# What notebooks need, by the room it comes from; loaded on first use, so that the command line starts quickly.
_PUBLIC = {
    "reading": "Reading analyse in_words load meanings read",
    "analysis": "article_names audit by_article by_channel by_own_columns codebook_changes codebook_gaps "
    "counts_by evaluative_words findings first_and_last first_mentions heard_across heard_sources "
    "in_a_line in_body independent_sources issue_pairs joined kwic matrix no_answers "
    "one_source_claims outside_names probabilities reported scales scorers_side_by_side "
    "sentences_without shared_passages statements_of_sources told_twice tone_by tone_by_target try_sentences "
    "unnamed_sources voices_by whole_stretches with_denials without_reporting_clauses "
    "word_frequencies words_by",
    "report": "charts finding listed progress show_answers show_archive show_article show_download show_figure "
    "show_poll show_sheet show_table show_tellings show_told_twice versions",
}
_ROOM_OF = {name: room for room, names in _PUBLIC.items() for name in names.split()}

__all__ = sorted(_ROOM_OF)


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'sourcereading' has no attribute {name!r}")
    room = import_module(f"sourcereading.{_ROOM_OF[name]}")
    return getattr(room, name) if name in room.__all__ else import_module(f"{room.__name__}.{name}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
