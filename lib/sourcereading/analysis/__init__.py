"""Tables and sentences made from the tables of a reading.

In all modules of this room ``reading`` is a Reading, and a parameter called as one of its tables (``issues``) is that
table. “Table: NAME” at the end of a docstring is the section of ``data/data-dictionary.md`` that says what each column
of the result means.
"""

from sourcereading.analysis import codebook_changes, codebook_gaps, findings, probabilities, scales, try_sentences
from sourcereading.analysis.claims import told_twice
from sourcereading.analysis.compare import by_article, shared_passages
from sourcereading.analysis.counts import (
    counts_by,
    matrix,
    outside_names,
    sentences_without,
    without_reporting_clauses,
    words_by,
)
from sourcereading.analysis.evaluative_words import evaluative_words
from sourcereading.analysis.heard import (
    audit,
    by_channel,
    by_own_columns,
    first_and_last,
    heard_across,
    heard_sources,
    statements_of_sources,
)
from sourcereading.analysis.independence import independent_sources, one_source_claims
from sourcereading.analysis.issues import first_mentions, issue_pairs
from sourcereading.analysis.names import article_names
from sourcereading.analysis.sentiment import scorers_side_by_side, tone_by, tone_by_target, whole_stretches
from sourcereading.analysis.sources import in_a_line, voices_by
from sourcereading.analysis.sourcing import no_answers, unnamed_sources
from sourcereading.analysis.statements import in_body, joined, reported, with_denials
from sourcereading.analysis.words import kwic, word_frequencies

__all__ = [
    "article_names", "audit", "by_article", "by_channel", "by_own_columns", "codebook_changes", "codebook_gaps",
    "counts_by", "evaluative_words", "findings", "first_and_last", "first_mentions", "heard_across",
    "heard_sources", "in_a_line", "in_body", "independent_sources", "issue_pairs", "joined", "kwic", "matrix",
    "no_answers", "one_source_claims", "outside_names", "probabilities", "reported", "scales",
    "scorers_side_by_side", "sentences_without", "shared_passages", "statements_of_sources", "told_twice",
    "tone_by", "tone_by_target", "try_sentences", "unnamed_sources", "voices_by", "whole_stretches", "with_denials",
    "without_reporting_clauses", "word_frequencies", "words_by",
]  # fmt: skip
