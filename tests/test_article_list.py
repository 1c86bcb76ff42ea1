"""The list of articles on the index: what was found in each, and groups that can be scanned."""

import re
from dataclasses import replace

import pytest

import sourcereading as sr
from sourcereading.analysis.article_groups import in_order
from sourcereading.report import charts
from sourcereading.report.article_list import article_list
from sourcereading.report.index_page import Entry, Group, index_page
from sourcereading.report.page import Anchors

OUTLETS = ("Meridian Wire (invented)", "The Morning Gull (invented)", "Tide (invented)", "")


def text(number):
    return f"Ana Ruiz said the bridge could close. “It is likely to hold,” said Otto Falk. {number} boats passed."


@pytest.fixture(scope="module")
def many():
    return sr.read([text(number) for number in range(60)])


def changed(reading, **columns):
    """A reading whose articles have other cells: a list, or a function of the article's number."""
    numbers = range(len(reading.articles))
    cells = {name: [value(number) for number in numbers] for name, value in columns.items()}
    return replace(reading, articles=reading.articles.assign(**cells).astype(reading.articles.dtypes.to_dict()))


def listed(reading):
    return article_list(reading, "invented", Anchors())


def groups(markup):
    return re.findall(r"<h3[^>]*><bdi>([^<]*)</bdi></h3>", markup)


def test_each_article_has_a_line_that_says_what_was_found():
    reading = sr.read(["It rained.", "“It may rain,” said Ana Ruiz."])
    markup = listed(reading)
    found = re.findall(r"</th><td>([^<]*)</td>", markup)
    assert sorted(found) == [
        "No speaker is quoted or paraphrased. No word that says how sure something is was found.",
        "One speaker, Ana Ruiz: 3 of 3 words. Possibility named by Ana Ruiz: “It may rain” (quoted).",
    ]
    assert "Words are those outside reporting clauses." in markup
    assert "Outlet and date not known." in markup and not groups(markup)


def test_the_index_begins_with_what_a_reader_would_say_and_says_nothing_twice(seed):
    said = sr.findings.at_a_glance(seed)
    tone = "Of 28 stretches of text, the news scorer gives a tone to 26. Mean tone of somebody: +0.10."
    short = "2 speakers. Most is said by J.D. Vance: 272 of 279 words of speakers. And more."
    entries = [Entry("08", "Your own article", said), Entry("05", "Tone", tone), Entry("02", "Who", short)]
    page = index_page([Group("seeds", seed, "tables")], entries)
    text = re.sub(r"<[^>]*>", "", page.replace("&quot;", '"').replace("&#x27;", "'"))
    assert text.count(said) == 1 and "Mean tone" not in text and "And more" not in text
    assert "2 speakers. Most is said by J.D. Vance" in text
    assert "Your own articleWhat the head of this page says, with the figures it stands on." in text
    places = [page.index(f'<h2 id="{name}">') for name in ("articles", "notebooks", "what-this-cannot-show")]
    assert page.index('<p class="lead">') < places[0] and places == sorted(places)


def test_files_refused_come_before_the_articles_and_warnings_after_them(tmp_path):
    (tmp_path / "a.txt").write_text("“It may rain,” said Ana Ruiz. “It rains.", encoding="utf-8")
    warned = index_page([Group("invented", sr.read(tmp_path), "tables")], [])
    assert warned.index('id="articles"') < warned.index('id="warnings"')
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    refused = index_page([Group("invented", sr.read(tmp_path), "tables")], [])
    assert refused.index('id="problems"') < refused.index('id="articles"')


def test_an_article_without_a_title_is_called_by_how_it_begins_and_its_file():
    reading = changed(sr.read(["It rained all day.\n\nIt stopped."]), file=lambda _: "rain.txt")
    markup = listed(reading)
    assert ">“It rained all day.”</bdi></a>" in markup and '<bdi class="file">rain.txt</bdi>' in markup
    titled = listed(changed(reading, title=lambda _: "Rain"))
    assert ">Rain</bdi></a>" in titled and "rain.txt" not in titled


def test_an_article_with_a_warning_has_a_sign_in_the_list(tmp_path):
    (tmp_path / "a.txt").write_text("“It may rain,” said Ana Ruiz. “It rains.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("“It may rain,” said Ana Ruiz.", encoding="utf-8")
    rows = re.findall('<th scope="row">.*?</th>', listed(sr.read(tmp_path)))
    assert ["read with a warning" in row for row in rows] == [True, False]


def test_the_bars_of_a_chart_are_in_the_order_of_the_list(many):
    known = {"outlet": lambda number: OUTLETS[number % 4], "date": lambda number: f"2025-05-{number % 28 + 1:02}"}
    for reading in (changed(many, **known), changed(many, title=lambda number: f"{99 - number} boats")):
        links = re.findall(r'href="articles/([^"]*)\.html"', listed(reading))
        assert links == [*in_order(reading.articles)["article_id"]] != [*reading.articles["article_id"]]
    few = changed(sr.read(["Ana Ruiz said no. Ben Holm said: “It rained.”", "Ana Ruiz said yes. Ben Holm said no."]),
                  title=lambda number: "BA"[number])  # fmt: skip
    foot = " ".join(text.get_text() for text in charts.speakers_by_article(few).figure.texts)
    assert "1 A; 2 B" in foot


def test_each_number_of_the_pages_can_be_counted_again_in_a_table():
    text = "The ballot was long, said Ana Ruiz and Ben Holm. “The judge left. The court sat.” The Court Gazette wrote."
    reading = sr.read([text, "The jury left, Ana Ruiz said."])
    page = re.sub(r"<[^>]*>", "", index_page([Group("invented", reading, "tables")], []))
    said, speakers, issues = reading.statements, reading.speakers, reading.issues
    rows = said[(said["speaker"] != "(writer)") & (said["reporting_clause_of"] == "")]
    body = reading.sentences.loc[reading.sentences["kind"] == "text", "sentence_id"]
    counted = issues[issues["within"] == ""]
    assert f"{rows['statement_id'].nunique()} statements of speakers: statements.csv, each statement_id once" in page
    assert f"{(speakers['speaker'] != '(unattributed)').sum()} speakers or sources: speakers.csv" in page
    assert f"{len(counted)} mentions of issues: issues.csv, rows whose column within is empty" in page
    assert f"{len({*counted['sentence_id']} & {*body})} sentences that name an issue: issues.csv" in page


def test_many_articles_are_grouped_by_outlet_the_unknown_last(many):
    known = {"outlet": lambda number: OUTLETS[number % 4], "date": lambda number: f"2025-05-{number % 28 + 1:02}"}
    markup = listed(changed(many, **known))
    assert groups(markup) == [*OUTLETS[:3], "Outlet not known"]
    assert "<caption>15 articles</caption>" in markup, "the heading says of which outlet"
    assert markup.count("<summary>5 more articles</summary>") == 4
    assert '<th scope="col">Outlet</th>' not in markup, "the heading says it"
    first = markup[: markup.index("<details")]
    dates = re.findall(r'<td><span class="date"><bdi>([^<]*)</bdi>', first)
    assert len(dates) == 10 and dates == sorted(dates)


@pytest.mark.slow
def test_without_outlets_they_are_grouped_by_month_and_over_many_years_by_year(many):
    months = changed(many, date=lambda number: f"202{4 + number % 2}-{number % 8 + 1:02}-09" if number % 5 else "")
    names = groups(listed(months))
    assert names[0] == "January 2024" and names[-2:] == ["August 2025", "Date not known"]
    years = changed(many, date=lambda number: f"{1940 + number % 10}-{number % 12 + 1:02}-09")
    assert groups(listed(years))[:2] == ["1940", "1941"]


def test_articles_of_which_nothing_is_known_are_one_folded_list(many):
    markup = listed(changed(many, date=lambda number: ("", "spring", "2025-13-01")[number % 3]))
    assert not groups(markup) and "<summary>36 more articles</summary>" in markup


def test_one_outlet_is_no_group(many):
    assert not groups(listed(changed(many, outlet=lambda _: "Tide (invented)")))


@pytest.mark.slow
def test_the_index_of_200_articles_is_light_and_lists_every_page():
    many = sr.read([text(number) for number in range(200)])
    reading = changed(many, outlet=lambda number: OUTLETS[number % 4])
    page = index_page([Group("invented", reading, "tables")], [])
    assert len(page.encode()) < 300_000
    links = re.findall(r'href="articles/([^"]*)\.html"', page)
    assert sorted(links) == sorted(many.articles["article_id"])
    assert page == index_page([Group("invented", reading, "tables")], [])
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids)) and set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_titles_and_outlets_are_text(many):
    hostile = "</table></style><script>ran()</script>\u202e$x$"
    reading = changed(many, title=lambda _: hostile, outlet=lambda number: f"{hostile}{number % 3}")
    markup = listed(reading)
    assert "<script" not in markup and markup.count("</table>") == markup.count("<table")
    assert "&lt;/table&gt;&lt;/style&gt;&lt;script&gt;ran()&lt;/script&gt;" in markup
    assert '<bdi class="a-turn" data-name="RLO">\u202e</bdi>$x$' in markup
