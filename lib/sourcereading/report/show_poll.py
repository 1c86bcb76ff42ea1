"""What a notebook shows of a poll: what surprised, and the chart."""

from __future__ import annotations

from sourcereading.analysis.class_poll import class_poll, surprises
from sourcereading.report.show import Shown, finding


def show_poll(file: str) -> Shown:
    """What a class hears in phrases such as "likely", beside what readers say. The file is a CSV with a row per phrase
    and a column per student, like ``teach/how-sure/poll.csv`` filled in, in the working directory or else in the
    project's folder; a SheetError names row, column and remedy."""
    from sourcereading.report.charts.poll import class_poll_chart  # reports draw nothing here

    poll = class_poll(file)
    chart = class_poll_chart(poll).shown
    said = " ".join(surprises(poll))
    return Shown("figure", finding(said)._repr_html_() + chart.markup, f"{said}\n\n{chart.text}", chart.picture)
