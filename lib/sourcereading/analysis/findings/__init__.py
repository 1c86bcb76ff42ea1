"""The findings: one answer per fixed question, computed from a reading and true of any articles.

A finding is plain text, a sentence or three, that stands under its question in a notebook and on the index of the
reports. It names its numbers and what they are out of; where there is nothing to say, it says that. It claims
nothing that the tables do not hold: a most frequent thing is named only where there is one, a rate only where there
are enough words, a mean only where there are enough stretches.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from sourcereading.analysis.findings.counted import (
    chains,
    hedges_of,
    own_words,
    quoted_beside_paraphrased,
    speaker_words,
)
from sourcereading.analysis.findings.of_certainty import (
    how_sure,
    how_sure_statements,
    quoted_or_paraphrased,
    which_odds,
    who_hedges,
)
from sourcereading.analysis.findings.of_codebook import (
    left_to_name,
    spoken_together,
    what_changed,
    which_codebook,
)
from sourcereading.analysis.findings.of_content import (
    about_whom,
    in_what_tone,
    left_without_issue,
    strongest_words,
    where_issues,
    which_issues,
    who_raises,
)
from sourcereading.analysis.findings.of_several import (
    how_articles_differ,
    which_passages,
    who_is_in_several,
)
from sourcereading.analysis.findings.of_speakers import in_whose_words, through_whom, who_speaks
from sourcereading.analysis.findings.of_text import (
    at_a_glance,
    how_long,
    what_was_corrected,
    what_was_read,
    which_words,
)

if TYPE_CHECKING:
    from sourcereading.reading.reading import Reading

__all__ = [
    "QUESTIONS",
    "about_whom",
    "at_a_glance",
    "chains",
    "hedges_of",
    "how_articles_differ",
    "how_long",
    "how_sure",
    "how_sure_statements",
    "in_brief",
    "in_what_tone",
    "in_whose_words",
    "left_to_name",
    "left_without_issue",
    "own_words",
    "quoted_beside_paraphrased",
    "quoted_or_paraphrased",
    "speaker_words",
    "spoken_together",
    "strongest_words",
    "through_whom",
    "what_changed",
    "what_was_corrected",
    "what_was_read",
    "where_issues",
    "which_codebook",
    "which_issues",
    "which_odds",
    "which_passages",
    "which_words",
    "who_hedges",
    "who_is_in_several",
    "who_raises",
    "who_speaks",
]

QUESTIONS: tuple[tuple[str, Callable[[Reading], str], str], ...] = (
    ("What was read?", what_was_read, "00-start-here"),
    ("How long is it, and how is it built?", how_long, "01-read-an-article"),
    ("Which words come back?", which_words, "01-read-an-article"),
    ("Who speaks, and how much?", who_speaks, "02-who-says-what"),
    ("In whose words?", in_whose_words, "02-who-says-what"),
    ("Through whom?", through_whom, "02-who-says-what"),
    ("How surely is it said?", how_sure, "03-how-sure"),
    ("Who hedges?", who_hedges, "03-how-sure"),
    ("What are the probabilities?", which_odds, "03-how-sure"),
    ("Quoted or paraphrased?", quoted_or_paraphrased, "03-how-sure"),
    ("How sure is each statement?", how_sure_statements, "03-how-sure"),
    ("By which codebook?", which_codebook, "04-which-issues"),
    ("What is it about?", which_issues, "04-which-issues"),
    ("Who raises the issues?", who_raises, "04-which-issues"),
    ("Where in the text?", where_issues, "04-which-issues"),
    ("Which issues go together?", spoken_together, "04-which-issues"),
    ("What does the codebook miss?", left_without_issue, "04-which-issues"),
    ("In what tone?", in_what_tone, "05-sentiment-by-speaker"),
    ("Who speaks how about whom?", about_whom, "05-sentiment-by-speaker"),
    ("Which words decide?", strongest_words, "05-sentiment-by-speaker"),
    ("What have readers corrected?", what_was_corrected, "08-your-own-article"),
)
"""The fixed questions that can be asked of any reading: the heading, the finding, and the notebook it stands in."""


def in_brief(reading: Reading) -> pd.DataFrame:
    """Every fixed question with its finding and the notebook that goes into it."""
    rows = [(question, answer(reading), notebook) for question, answer, notebook in QUESTIONS]
    return pd.DataFrame(rows, columns=["question", "finding", "notebook"])
