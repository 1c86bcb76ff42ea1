"""Every page says what it is of, who made it and how to cite it."""

import re
from html import unescape

import pytest

import sourcereading as sr
from sourcereading.report.article_page import article_page
from sourcereading.report.bibliography import citation, foot
from sourcereading.report.group import Group, articles_line, called, made_by, window_title
from sourcereading.report.index_page import index_page
from sourcereading.report.page import page

HOSTILE = "</title><script>x</script> \u202eevil & “more”"


def words(markup):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def group(reading, label="folder", used_by=()):
    return Group(label, reading, "tables", used_by)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    (folder / "a.txt").write_text("It rained, said Ana Ruiz.", encoding="utf-8")
    head = "file,title,outlet,date\n"
    (folder / "sources.csv").write_text(f"{head}a.txt,{HOSTILE},<b>Velia Post</b>,2025-05-05\n", encoding="utf-8")
    return sr.read(folder)


@pytest.fixture(scope="module")
def thirty():
    texts = [f"Report number {number} of thirty. It rained, said Ana Ruiz." for number in range(1, 31)]
    return sr.read(["A long " * 12 + texts[0], *texts[1:]])


def test_one_article_is_linked_with_its_file_where_it_has_no_title_and_what_is_not_known(seed):
    line = articles_line(group(seed))
    assert words(line) == (
        "Of “In the negotiations to end Russia's war against Ukraine, the…” · 000_a0dc03ebcfbd7fe2.txt · "
        "outlet and date not known"
    )
    assert re.findall(r'href="([^"]*)"', line) == [f"articles/{seed.articles['article_id'].iloc[0]}.html"]


def test_a_few_articles_are_each_named_with_outlet_and_date(practice):
    line = articles_line(group(practice, "data/practice", used_by=("Compare articles",)))
    assert words(line).startswith(
        "Of 3 articles from data/practice, which the notebook brings along because it needs more than were given: "
        "“Invented practice article: Port Halden storm barrier goes to assembly vote” · Meridian Wire (invented) · "
        "2025-05-05 "
    )
    assert line.count('<a href="articles/') == 3
    assert "brings along" not in articles_line(group(practice, "data/practice"))


def test_of_many_articles_the_first_and_the_last_are_named(thirty):
    line = articles_line(group(thirty, "texts.jsonl"))
    assert words(line) == (
        f"Of 30 articles from texts.jsonl: first “{'A long ' * 9}A long…” , last "
        "“Report number 30 of thirty. It rained, said Ana Ruiz.” ( all of them )"
    )
    assert re.findall(r'href="([^"]*)"', line) == ["index.html"]


def test_the_windows_title_says_what_the_page_is_of(seed, practice, thirty):
    assert window_title("How sure", seed.articles, "seeds") == (
        "How sure · “In the negotiations to end Russia's war against…”"
    )
    assert window_title("How sure", practice.articles, "data/practice") == "How sure · 3 articles from data/practice"
    assert window_title("", thirty.articles[1:2], "") == "“Report number 2 of thirty. It rained, said Ana…”"


def test_index_article_page_and_notebook_are_cited_in_the_same_words(seed):
    index, article = index_page([group(seed, "seeds")], []), article_page(seed)
    cited = citation(seed).removesuffix(".")
    assert cited.startswith("Reading of “In the negotiations to end Russia's war") and "(SHA-256 " in cited
    assert f"{cited} on " in words(index) and f"{cited}." in words(article)
    notebook = words(foot(group(seed, "seeds"), "How sure"))
    assert f"Cite as: How sure: r{cited[1:]}." in notebook
    assert not re.search(r"\b20\d\d\b", notebook), "the same input gives the same page on any day"


def test_a_citation_has_outlet_and_date_where_they_are_known(practice):
    first = next(iter(practice.split().values()))
    assert "goes to assembly vote” (Meridian Wire (invented), 2025-05-05), made with sourcereading " in citation(first)
    written = sr.read(first.articles.assign(author="Ana Ruiz; Ben Holm"))
    assert "vote” (Ana Ruiz and Ben Holm, Meridian Wire (invented), 2025-05-05), made" in citation(written)
    assert citation(practice, "data/practice").startswith("Reading of 3 articles from data/practice, made with ")


def test_a_page_says_that_no_person_checked_it_and_what_readers_corrected(seed):
    assert made_by(seed.changes).endswith("without a person checking it.")
    changes = seed.changes.reindex([0]).assign(applied=True)
    assert made_by(changes).endswith("without a person checking it, apart from the corrections by readers.")
    assert made_by(changes.assign(applied=False)) == made_by(seed.changes)


def test_titles_outlets_and_folders_stay_text(hostile):
    made = group(hostile, "<i>folder</i>")
    for markup in (articles_line(made), foot(made, "<u>How</u>"), article_page(hostile), index_page([made], [])):
        assert "<script" not in markup and "<b>Velia" not in markup and "<i>folder" not in markup
        assert "<u>" not in markup
    assert called(hostile.articles, "x") == "“" + HOSTILE.replace("“", "‘").replace("”", "’") + "”"
    whole = page(window_title("How sure", hostile.articles, "x"), "<h1>T</h1>", description=HOSTILE)
    assert whole.count("<title>") == whole.count("</title>") == 1 and "<script" not in whole
    assert "\u202e" not in whole, "in the window's title no markup could keep it in"
    assert re.search(r'<meta name="description" [^>]*content="&lt;/title&gt;&lt;script&gt;x', whole)


def test_a_page_sent_alone_says_that_its_links_need_the_others(seed):
    assert "sourcereading · All pages of this reading (links to other pages work in its folder only)" in words(
        article_page(seed)
    )
