"""Charts, tables on screen, pages of articles and notebooks, and the folder of reports.

``run.write_reports`` makes the reports; it is not imported here, because notebooks need charts and tables, not the
machinery that runs notebooks; nor are ``charts``, because it needs none, nor what draws them.
"""

from sourcereading.report.claims_tables import show_tellings, show_told_twice
from sourcereading.report.predict import show_answers, show_sheet
from sourcereading.report.progress_line import progress
from sourcereading.report.show import finding, listed, show_download, show_figure, show_table
from sourcereading.report.show_archive import show_archive
from sourcereading.report.show_article import show_article
from sourcereading.report.show_poll import show_poll
from sourcereading.report.software import versions

__all__ = [
    "finding", "listed", "progress", "show_answers", "show_archive", "show_article", "show_download",
    "show_figure", "show_poll", "show_sheet", "show_table", "show_tellings", "show_told_twice", "versions",
]  # fmt: skip
