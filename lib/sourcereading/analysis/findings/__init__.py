"""The findings: one answer per fixed question, computed from a reading and true of any articles.

A finding is plain text, a sentence or three, that is shown under its question in a notebook and on the index of the
reports. It gives its numbers and of how many they are; where there is nothing to say, it says that. It claims
nothing that the tables do not have: a most frequent thing is named only where there is one, a rate only where there
are enough words, a mean only where there are enough stretches.
"""
# ruff: noqa: F401 - what is imported here is public

from __future__ import annotations

import pandas as pd

from sourcereading.analysis.findings.counted import (
    chains,
    hedges_of,
    own_words,
    quoted_beside_paraphrased,
    speaker_words,
)
from sourcereading.analysis.findings.lede import at_a_glance, in_short
from sourcereading.analysis.findings.of_certainty import (
    how_sure,
    how_sure_statements,
    quoted_or_paraphrased,
    which_probabilities,
    who_hedges,
)
from sourcereading.analysis.findings.of_codebook import left_to_name, spoken_together, which_codebook
from sourcereading.analysis.findings.of_issues import (
    left_without_issue,
    where_issues,
    which_issues,
    who_raises,
)
from sourcereading.analysis.findings.of_several import (
    how_articles_differ,
    what_is_told_twice,
    which_passages,
    who_is_in_several,
)
from sourcereading.analysis.findings.of_sources import (
    by_which_channel,
    how_many_sources,
    how_sources_differ,
    who_gave_no_answer,
    who_is_heard,
    who_is_named,
    who_is_quoted,
    who_speaks_first,
)
from sourcereading.analysis.findings.of_speakers import in_whose_words, through_whom, who_speaks
from sourcereading.analysis.findings.of_text import how_long, what_was_corrected, what_was_read, which_words
from sourcereading.analysis.findings.of_tone import about_whom, in_what_tone, in_which_words, strongest_words
from sourcereading.analysis.findings.questions import in_order
from sourcereading.reading.reading import Reading

QUESTIONS = in_order()
"""The fixed questions that can be asked of any reading, as each finding names its own."""


def in_brief(reading: Reading) -> pd.DataFrame:
    """Every fixed question with its finding and the notebook that goes into it; of several with the same finding, the
    first."""
    rows = [(asked.heading, asked.answer(reading), asked.notebook) for asked in QUESTIONS]
    table = pd.DataFrame(rows, columns=["question", "finding", "notebook"])
    return table.drop_duplicates("finding", ignore_index=True)
