"""Charts of a reading: each says what it shows, from which articles, and what it leaves out.

Every function takes a reading and returns a :class:`Chart`, which shows itself in a notebook and in a report.
Titles and text alternatives are computed from the data; nothing to draw gives a chart that says so.
"""

from sourcereading.report.charts.across import issues_by_article, positions_by_article, speakers_by_article
from sourcereading.report.charts.certainty import certainty_marks, hedges_by_speaker
from sourcereading.report.charts.compare import compare_articles
from sourcereading.report.charts.issues import issue_counts, issue_strip, issues_together
from sourcereading.report.charts.ladder import certainty_ladder
from sourcereading.report.charts.probability import probability_ranges
from sourcereading.report.charts.sentiment import sentiment_by_speaker
from sourcereading.report.charts.sentiment_by_target import tone_toward
from sourcereading.report.charts.sources import sources_by_kind, words_by_position
from sourcereading.report.charts.speakers import statements_by_voice, words_by_speaker
from sourcereading.report.charts.style import Chart
from sourcereading.report.charts.words import word_frequencies

__all__ = [
    "Chart", "certainty_ladder", "certainty_marks", "compare_articles", "hedges_by_speaker", "issue_counts",
    "issue_strip", "issues_by_article", "issues_together", "positions_by_article", "probability_ranges",
    "sentiment_by_speaker", "sources_by_kind", "speakers_by_article", "statements_by_voice", "tone_toward",
    "word_frequencies", "words_by_position", "words_by_speaker",
]  # fmt: skip
