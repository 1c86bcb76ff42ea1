"""Running notebooks and writing the folder of reports."""

import errno
import json
import os
import re
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from html import unescape
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pytest

import sourcereading as sr
from sourcereading import cli
from sourcereading.report import kernels, run
from sourcereading.report.kept_notebook import as_text
from sourcereading.report.kernels import Failure, NotebookRun, title_of
from sourcereading.report.kernels import nbformat as nb_format
from sourcereading.report.report_folder import ReportFolder
from sourcereading.text.paths import ROOT
from sourcereading.text.writable import PlaceError

pytestmark = pytest.mark.slow  # kernels run

HOSTILE = (
    "</style></script><script>window.ran = 1</script><img src=http://evil.example/x.png onerror=ran()> "
    '[link](http://evil.example) $x$ # heading, "It is <b>sure</b>," said Ann Bell, the mayor of Foo & Bar.'
)

GOOD = [
    ("md", "# Who *says* what\n\nSee [how sure](03-sure.ipynb#odds), [a site](https://example.org/page) and "
           "[the codebook](../data/data-dictionary.md).\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
    ("parameters", 'ARTICLES = "seeds"'),
    ("code", "import sourcereading as sr\nreading = sr.read(ARTICLES)\ntext = reading.articles.text.iloc[0]"),
    ("md", "## Findings\n\n### Odds\n\n[here](06-compare.ipynb)\n\n"
           "<details><summary>Answer</summary>\n\nIt is *so*.\n\n</details>\n\n"
           "<script>window.ran = 1</script><img src='https://evil.example/y.png' onclick='x()'>\n\n# Findings"),
    ("code", "sr.finding(f'{len(reading.articles)} article, {text[:60]}')"),
    ("code", "sr.show_table(reading.articles[['title', 'text']], 'articles', text[:80])"),
    ("code", "import matplotlib.pyplot as plt\nfigure, axes = plt.subplots()\naxes.bar(['a'], [1])\n"
             "sr.show_figure(figure, 'Ann Bell speaks in 1 of 1 statements.', 'who')"),
    ("code", "import sys\nprint(object(), text)\nprint('a warning', file=sys.stderr)"),
]  # fmt: skip
FOREIGN = [
    ("code", "from IPython.display import HTML, SVG, Javascript, Markdown, display\n"
             "text = '<script>window.ran = 1</script><img src=http://evil.example/x onerror=ran()>words'\n"
             "display(HTML(text + '<a href=http://evil.example>a</a>'), Markdown('# big ' + text))\n"
             "display(Javascript('ran()'))"),
    ("code", "import pandas as pd\npd.DataFrame({'n': [1, 2], 't': [text, 'kept']})"),
    ("code", "pd.DataFrame({'n': [4321]}).style.highlight_max(color='yellow')"),
    ("code", "display(SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"><script>ran()</script></svg>'))"),
    ("code", "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"),
    ("raises", "1 / 0"),
]  # fmt: skip
FAILING = [
    ("md", "# How sure"),
    ("parameters", 'ARTICLES = "seeds"'),
    ("only", "print('for JupyterLab')"),
    ("code", "print('before')"),
    ("code", "raise KeyError('<no such speaker>')"),
    ("code", "print('never' + ' run')"),
]


def write_notebook(path: Path, cells: list[tuple[str, str]], **metadata) -> None:
    made = nb_format.v4.new_notebook(metadata=metadata)
    for number, (kind, source) in enumerate(cells):
        new = nb_format.v4.new_markdown_cell if kind == "md" else nb_format.v4.new_code_cell
        cell = new(source, id=f"c{number:02}")
        tags = {"parameters": ["parameters"], "raises": ["raises-exception"], "only": ["notebook-only"]}.get(kind)
        if tags:
            cell.metadata["tags"] = tags
        made.cells.append(cell)
    nb_format.write(made, path)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One run of the reports on a hostile article, done twice, with every kind of notebook."""
    base = tmp_path_factory.mktemp("reports")
    articles, notebooks, brought = base / "articles", base / "notebooks", base / "brought"
    for folder in (articles, notebooks, brought, notebooks / ".ipynb_checkpoints"):
        folder.mkdir()
    (articles / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (articles / "empty.txt").write_text("", encoding="utf-8")
    for number in (1, 2):
        (brought / f"{number}.txt").write_text(f"Telling {number}. “It is so,” said Carl Dean.", encoding="utf-8")
    write_notebook(notebooks / "02-who.ipynb", GOOD)
    write_notebook(notebooks / "03-sure.ipynb", FAILING)
    compare = [
        ("parameters", f"ARTICLES = {str(brought)!r}"),
        *GOOD[2:3],
        ("code", "print('read', len(reading.articles))"),
    ]
    write_notebook(notebooks / "06-compare.ipynb", compare, sourcereading={"min_articles": 2})
    write_notebook(notebooks / "07-foreign.ipynb", FOREIGN)
    (notebooks / "09-broken.ipynb").write_text("{", encoding="utf-8")
    write_notebook(notebooks / ".ipynb_checkpoints" / "02-who-checkpoint.ipynb", FAILING)
    steps = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.setenv("PATH", "/usr/bin:/bin")
        write = partial(run.write_reports, articles, notebooks=notebooks, keep_notebooks=True)
        first = write(base / "first", progress=lambda *step: steps.append(step))
        write(base / "second")
    return base, first, steps


@pytest.fixture(scope="module")
def pages(made):
    first = made[0] / "first"
    return {path.relative_to(first).as_posix(): path.read_text(encoding="utf-8") for path in first.rglob("*.html")}


def visible(markup: str) -> str:
    body = re.sub(r"<style>.*?</style>", "", markup, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_every_notebook_and_article_has_a_page(made, pages):
    names = {name for name in pages if "/" not in name}
    assert names == {"index.html", "02-who.html", "03-sure.html", "06-compare.html", "07-foreign.html"}
    assert sum(name.startswith("articles/") for name in pages) == 3
    for folder in ("tables", "tables-brought"):
        assert (made[0] / "first" / folder / "statements.csv").is_file()


def test_the_notebooks_as_they_are_stored_are_not_changed(made):
    stored = json.loads((made[0] / "notebooks" / "02-who.ipynb").read_text(encoding="utf-8"))
    assert all(not cell.get("outputs") for cell in stored["cells"])
    assert "injected" not in json.dumps(stored)


def kept(made, name):
    notebook = nb_format.read(made[0] / "first" / "notebooks" / f"{name}.ipynb", as_version=4)
    return notebook, [output for cell in notebook.cells for output in cell.get("outputs", [])]


def test_notebooks_are_kept_with_outputs_that_need_no_style(made):
    assert sorted(path.stem for path in (made[0] / "first" / "notebooks").iterdir()) == [
        "02-who", "03-sure", "06-compare", "07-foreign",
    ]  # fmt: skip
    notebook, outputs = kept(made, "02-who")
    shown = {output.get("metadata", {}).get("sourcereading", {}).get("kind"): output for output in outputs}
    assert {*shown["figure"].data} == {"image/png", "text/plain"}
    assert shown["figure"].metadata["image/png"] == {"width": 614}  # as wide as on a page, whatever the picture has
    assert "<style" not in str(outputs) and "data:" not in str(outputs) and "download" not in str(outputs)
    assert '<td style="text-align:left">' in shown["table"].data["text/html"]
    assert "1 article, " in shown["finding"].data["text/html"]
    assert next(cell.source for cell in notebook.cells if cell.id == "injected-parameters") == "ARTICLES = 'articles'"
    assert all("execution" not in cell.metadata for cell in notebook.cells)


def test_a_kept_notebook_tells_nothing_of_the_machine(made):
    _, outputs = kept(made, "03-sure")
    assert "application/javascript" not in str(kept(made, "07-foreign"))
    assert [output.get("traceback") for output in outputs] == [None, ["KeyError: '<no such speaker>'"]]
    for name in ("02-who", "03-sure", "07-foreign"):
        text = (made[0] / "first" / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
        assert str(made[0]) not in text and str(ROOT) not in text and str(Path.home()) + "/" not in text
        assert " at 0x" not in text and sys.version.split()[0] not in text


def test_an_annotated_article_that_is_kept_has_its_speakers_and_signs_raised():
    shown = sr.show_article(sr.read(["“It may rain,” said Ann Bell."]))
    data = nb_format.from_dict({"text/html": shown._repr_html_(), "text/plain": shown.text})
    output = nb_format.v4.new_output("display_data", data, metadata={"sourcereading": {"kind": "article"}})
    cell = nb_format.v4.new_code_cell(id="a", outputs=[output])
    text = as_text(nb_format.v4.new_notebook(cells=[cell]))
    markup = nb_format.reads(text, as_version=4).cells[0].outputs[0].data["text/html"]
    assert "<sup><b>1 Ann Bell, quoted</b></sup> " in markup and "<sup>▼▼</sup> may" in markup
    assert "lowers certainty" in markup and "Click" not in markup and "no colour" not in markup
    assert not re.search(r"<style|<button|popover|Rule", markup)
    assert "1 Ann Bell, quoted “It ▼▼ may rain ,” said Ann Bell. weather rain" in visible(markup)
    assert "<button" in cell.outputs[0].data["text/html"]  # the notebook itself is as it was


def test_progress_counts_every_step_to_the_end(made):
    steps = made[2]
    done = [done for done, _, _ in steps]
    assert done == sorted(done) and set(done) == set(range(8))
    assert {total for _, total, _ in steps} == {7} and steps[-1] == (7, 7, "")
    assert {"02-who", "09-broken"} <= {label for _, _, label in steps}


def tags(markup: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, dict(attributes)))
    parser.feed(markup)
    return found


def test_pages_hold_no_script_and_ask_for_nothing_outside(pages):
    for name, text in pages.items():
        assert "<script" not in text.lower(), name
        assert not re.search(r"@import|url\(", text), name
        assert "Content-Security-Policy" in text and "default-src 'none'" in text, name
        for tag, attributes in tags(text):
            assert not any(attribute.startswith("on") for attribute in attributes), (name, attributes)
            for attribute in {"src", "href", "srcset", "action"} & attributes.keys():
                assert not re.match(r"(?:\w+:)?//|javascript:", attributes[attribute]), (name, tag, attributes)
            assert tag not in ("form", "iframe", "object", "embed", "base"), name


def test_what_scrolls_has_a_name_and_is_reached_by_keyboard(pages):
    """A group, not a region: every table a landmark would leave nobody a list of landmarks to go by."""
    for name, text in pages.items():
        boxes = [attributes for _, attributes in tags(text) if "sr-scroll" in attributes.get("class", "").split()]
        assert all(box["role"] == "group" and box["aria-label"] and box["tabindex"] == "0" for box in boxes), name
        assert 'role="region"' not in text
    assert len(re.findall(r'role="group"', pages["07-foreign.html"])) == 3


def test_every_page_has_a_language_one_title_and_ids_of_its_own(pages):
    for name, text in pages.items():
        assert '<html lang="en">' in text, name
        assert len(re.findall(r"<h1[ >]", text)) == 1, name
        ids = re.findall(r'\sid="([^"]*)"', text)
        assert len(ids) == len(set(ids)), name
        targets = re.findall(r'href="#([^"]*)"', text)
        assert set(targets) <= set(ids), name


def test_every_image_has_a_text_alternative(pages):
    images = [attributes for text in pages.values() for tag, attributes in tags(text) if tag == "img"]
    assert len(images) >= 3
    assert all(image["alt"].strip() and image["src"].startswith("data:image/") for image in images)
    assert "No description has been provided" not in "".join(pages.values())


def test_the_same_articles_give_the_same_bytes(made):
    first, second = made[0] / "first", made[0] / "second"
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes(), file


def test_contents_rail_lists_the_sections(pages):
    rail = re.search(r'<nav class="rail".*?</nav>', pages["02-who.html"], re.DOTALL)[0]
    assert re.findall(r'<a href="#([^"]*)">([^<]*)</a>', rail) == [
        ("findings", "Findings"),
        ("findings-2", "Findings"),
    ]


def test_links_between_notebooks_work_and_others_are_text(pages):
    page = pages["02-who.html"]
    assert '<a href="03-sure.html#odds">how sure</a>' in page
    assert '<a href="06-compare.html">here</a>' in page, "in a cell with HTML of its own"
    assert "https://example.org/page" in visible(page) and "data/data-dictionary.md" in visible(page)


def unfolded(markup: str) -> str:
    return visible(re.sub(r"<details.*?</details>", "", markup, flags=re.DOTALL))


def test_code_and_messages_are_folded(pages):
    page = pages["02-who.html"]
    assert "subplots" in visible(page) and "subplots" not in unfolded(page)
    assert "a warning" in visible(page) and "a warning" not in unfolded(page)
    assert "<object object>" in unfolded(page)


def test_folded_answers_of_a_notebook_stay_folded(pages):
    page = pages["02-who.html"]
    assert re.search(r"<details><summary>Answer</summary>\s*<p>It is <em>so</em>.</p>\s*</details>", page)


def test_pages_tell_nothing_about_the_machine(made, pages):
    for name, text in pages.items():
        assert name == "06-compare.html" or str(made[0]) not in text, name  # its author wrote a whole path
        assert str(Path.home()) + "/" not in text, name
    assert "ARTICLES = 'articles'" in visible(pages["02-who.html"]).replace("ARTICLES  =  ", "ARTICLES = ")


def test_article_text_is_shown_as_text(pages):
    page = pages["02-who.html"]
    assert HOSTILE in " ".join(unescape(page).split())
    assert "<b>sure" not in page


def test_output_the_library_did_not_make_is_cleaned(pages):
    page = unfolded(pages["07-foreign.html"])
    assert "words a" in page, "HTML"
    assert "big <script>window.ran = 1</script>" in page, "Markdown"
    assert "Javascript object" in page and "ran()'" not in page
    assert "1 <script>window.ran" in page and "2 kept" in page and "4321" in page, "tables"
    assert "ZeroDivisionError : division by zero" in page, "an error that the notebook wants to show"
    assert "data:image/svg+xml;base64," in pages["07-foreign.html"]
    assert "data:image/png;base64," in pages["07-foreign.html"]


def test_a_failing_cell_is_shown_and_named_and_the_others_run(made, pages):
    failed = {entry.name: entry.error for entry in made[1].failed}
    assert failed["03-sure"] == "cell 5 (raise KeyError('<no such speaker>')): KeyError: '<no such speaker>'"
    assert "not a Jupyter notebook" in failed["09-broken"]
    assert set(failed) == {"03-sure", "09-broken"}
    page = visible(pages["03-sure.html"])
    assert "This notebook stopped at cell 5 (raise KeyError(" in page and "before" in page
    assert "KeyError : '<no such speaker>'" in page
    assert "never run" not in page
    assert "for JupyterLab" not in page, "a cell that is notebook-only is counted, but neither run nor shown"
    index = visible(pages["index.html"])
    assert "2 notebooks did not run to the end" in index and "<no such speaker>" in index


def run_cells(folder, environment, *sources):
    notebook = nb_format.v4.new_notebook(cells=[nb_format.v4.new_code_cell(source) for source in sources])
    with NotebookRun([(folder / "a.ipynb", notebook)], environment, None, str(folder)) as running:
        ((_, failure),) = running.results()
    return failure


@contextmanager
def several(notebooks, folder):
    """Several notebooks that run in a folder, with the process from which their kernels start."""
    files = [(folder / f"{i}.ipynb", notebook) for i, notebook in enumerate(notebooks)]
    with kernels.warm_start(len(files), "") as warm, NotebookRun(files, {}, warm, str(folder)) as running:
        yield running


@pytest.mark.parametrize("show", ["_repr_mimebundle_", "_repr_html_"])
def test_a_chart_that_fails_as_it_is_shown_says_why(tmp_path, show):
    source = f"class Chart:\n    def {show}(self, *_, **__):\n        raise ValueError('no room for 566 rows')\nChart()"
    assert run_cells(tmp_path, {}, source) == Failure(1, "ValueError: no room for 566 rows", "class Chart:")


def test_a_kernel_that_does_not_start_or_dies_is_a_failure_of_its_notebook(tmp_path):
    failure = run_cells(tmp_path, {"PYTHONHOME": "/nowhere"}, "1 + 1")
    assert failure.where == "" and "kernel did not start" in failure.reason and "It said: " in failure.reason
    failure = run_cells(tmp_path, {}, "1 + 1", "import os\nos._exit(1)")
    assert failure == Failure(2, "the notebook's Python process ended; it may have run out of memory", "import os")


def test_each_of_several_notebooks_has_a_process_of_its_own_which_knows_nothing_of_the_others(tmp_path):
    """Also where kernels start from one process, and one of them ends it all for itself."""
    source = "import os, sys\nassert 'left' not in globals() and 'this' not in sys.modules\nimport this as left"
    notebooks = [nb_format.v4.new_notebook(cells=[nb_format.v4.new_code_cell(source)]) for _ in range(5)]
    notebooks[1].cells.append(nb_format.v4.new_code_cell("os._exit(3)"))
    with several(notebooks, tmp_path) as running:
        ended = dict(running.results())
    assert [ended[i] is None for i in range(5)] == [True, False, True, True, True]
    assert "process ended" in ended[1].reason


def test_kernels_start_by_themselves_where_their_common_process_is_gone(tmp_path):
    code = [nb_format.v4.new_code_cell("import numpy\nprint(numpy.random.rand())")]
    with several([nb_format.v4.new_notebook(cells=list(code)) for _ in range(2)], tmp_path) as running:
        if running._warm:
            running._warm._process.kill()
        assert [failure for _, failure in running.results()] == [None, None]


def test_kernels_draw_other_random_numbers_and_warn_as_ever(tmp_path):
    source = "import numpy, warnings\nprint(numpy.random.rand(), len(warnings.filters) > 3)"
    notebooks = [nb_format.v4.new_notebook(cells=[nb_format.v4.new_code_cell(source)]) for _ in range(2)]
    with several(notebooks, tmp_path) as running:
        assert [failure for _, failure in running.results()] == [None, None]
    first, second = (notebook.cells[0].outputs[0].text.split() for notebook in notebooks)
    assert first[0] != second[0] and first[1] == second[1] == "True"


def test_a_cell_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(kernels, "CELL_SECONDS", 1)
    failure = run_cells(tmp_path, {}, "while True: pass")
    assert failure == Failure(1, "did not end within 0 minutes; give it fewer articles", "while True: pass")


def test_what_an_analyst_adds_or_edits_is_run_and_rendered_with_the_rest(tmp_path):
    """As JupyterLab saves it: with another path, the outputs of an earlier run, and cells of the analyst's own."""
    articles, notebooks = tmp_path / "articles", tmp_path / "notebooks"
    articles.mkdir()
    notebooks.mkdir()
    for number in range(4):
        (articles / f"{number}.txt").write_text(f"Telling {number}. “It is so,” said Carl Dean.", encoding="utf-8")
    edited = nb_format.read(ROOT / "notebooks" / "00-start-here.ipynb", as_version=4)
    settings = next(cell for cell in edited.cells if cell.id == "parameters")
    settings.source, settings.execution_count = 'ARTICLES = "~/tried before"', 7
    settings.outputs = [nb_format.v4.new_output("stream", text="said in JupyterLab")]
    own = "sr.finding(f'Counted by hand: {len(reading.articles)}.')"
    edited.cells.append(nb_format.v4.new_code_cell(own, id="my-own"))
    nb_format.write(edited, notebooks / "00-start-here.ipynb")
    read = "import sourcereading as sr\nreading = sr.read(ARTICLES, progress=sr.progress())"
    write_notebook(
        notebooks / "my-own.ipynb",
        [("md", "# My own"), ("parameters", 'ARTICLES = "seeds"'), ("code", read), ("code", own)],
    )
    before = {path.name: path.read_bytes() for path in notebooks.iterdir()}

    result = run.write_reports(articles, tmp_path / "out", notebooks=notebooks)

    assert [entry.name for entry in result.notebooks] == ["00-start-here", "my-own"] and not result.failed
    for name in ("00-start-here", "my-own"):
        page = visible((tmp_path / "out" / f"{name}.html").read_text(encoding="utf-8"))
        assert "Counted by hand: 4." in page and "said in JupyterLab" not in page
        assert "articles read" not in page, "no sign of progress in a report"
    index = visible((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert "My own" in index and "Counted by hand: 4." in index
    assert before == {path.name: path.read_bytes() for path in notebooks.iterdir()}


def test_a_reader_s_mistake_is_told_on_the_page_without_a_way_through_the_code(tmp_path):
    (tmp_path / "a.txt").write_text("“It is so,” said Carl Dean.", encoding="utf-8")
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    write_notebook(notebooks / "mine.ipynb", [("code", "import sourcereading as sr\nsr.read('no/folder')")])
    run.write_reports(tmp_path / "a.txt", tmp_path / "out", notebooks=notebooks)
    page = visible((tmp_path / "out" / "mine.html").read_text(encoding="utf-8"))
    assert "NothingToRead : no/folder: no such file or folder; give a text file" in page
    assert "Where it happened" not in page


def test_a_notebook_that_needs_more_articles_keeps_its_own(pages):
    assert "read 2" in visible(pages["06-compare.html"])
    index = visible(pages["index.html"])
    assert (
        "Also read: brought" in index
        and "1.txt" in index
        and "tables-brought/problems.csv" in pages["index.html"]
    )


def test_a_page_says_which_articles_its_notebook_read(pages):
    """The notebooks are an analyst's: one takes the articles given, one brings its own, one takes none."""
    own = re.search(r'<div class="of">.*?</div>', pages["02-who.html"])[0]
    assert visible(own).startswith("Of “</style></script><script>window.ran = 1") and "hostile.txt" in own
    brought = visible(re.search(r'<div class="of">.*?</div>', pages["06-compare.html"])[0])
    assert brought.startswith("Of 2 articles from brought, which the notebook brings along") and "1.txt" in brought
    assert "the notebook itself says what it reads" in visible(pages["07-foreign.html"])
    assert "Cite as" not in pages["07-foreign.html"]


def test_the_index_says_what_was_read_and_found(made, pages):
    index = visible(pages["index.html"])
    assert "1 article, " in index and "hostile.txt" in index and "not known" in index
    assert "1 article, </style></script>" in index, "the first finding of a notebook"
    assert "empty.txt" in index and "refused" in index
    assert "14 November 2023" in index
    for heading in ("What this cannot show", "Copyright", "How to cite", "Software versions"):
        assert heading in index
    assert (made[1].reading.problems["outcome"] == "refused").sum() == 1


def test_links_of_the_index_lead_to_files(made, pages):
    links = [link for link in re.findall(r'href="([^"#][^"]*)"', pages["index.html"]) if not link.startswith("data:")]
    assert len(links) > 20
    for link in links:
        assert (made[0] / "first" / link).is_file(), link


def run_one(tmp_path, out, cells=(("code", "1 + 1"),), name="01-one"):
    articles, notebooks = tmp_path / "articles", tmp_path / "notebooks"
    articles.mkdir(exist_ok=True)
    notebooks.mkdir(exist_ok=True)
    (articles / "a.txt").write_text("It is so, said Ann Bell.", encoding="utf-8")
    write_notebook(notebooks / f"{name}.ipynb", list(cells))
    return run.write_reports(articles, out, notebooks=notebooks)


def test_a_folder_is_cleared_of_our_own_files_only(tmp_path):
    out = tmp_path / "out"
    run_one(tmp_path, out)
    (out / "mine.html").write_text("mine")
    (out / "tables" / "mine.csv").write_text("mine")
    (tmp_path / "notebooks" / "01-one.ipynb").rename(tmp_path / "notebooks" / "01-other.ipynb")
    (tmp_path / "articles" / "a.txt").unlink()
    (tmp_path / "articles" / "b.txt").write_text("Another one.", encoding="utf-8")
    (tmp_path / "notebooks" / "01-other.ipynb").unlink()
    pages = {path.name for path in (out / "articles").iterdir()}
    run.write_reports(tmp_path / "articles" / "b.txt", out, notebooks=tmp_path / "notebooks")
    assert not (out / "01-one.html").exists()
    assert pages.isdisjoint(path.name for path in (out / "articles").iterdir())
    assert (out / "mine.html").read_text() == (out / "tables" / "mine.csv").read_text() == "mine"


def test_reports_that_are_stopped_leave_the_former_ones(tmp_path, monkeypatch):
    """By an error of the disk, or by a kill; the one who writes keeps others out."""
    out = tmp_path / "out"
    run_one(tmp_path, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert [path.name for path in out.glob(".*")] == [".sourcereading.json"]

    def index_on_a_full_disk(folder, name, text):
        raise OSError(errno.ENOSPC, "No space left on device", str(folder._new / name))

    with monkeypatch.context() as patch:
        patch.setattr(ReportFolder, "write", index_on_a_full_disk)
        with pytest.raises(PlaceError, match=r"out/articles/[^/]*\.html: the disk is full .*; make room"):
            run_one(tmp_path, out)
    assert before == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    child = os.fork()
    if not child:
        with monkeypatch.context() as patch, ReportFolder(out).writing():
            (out / ".sourcereading-new" / "index.html").write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert before.items() <= {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}.items()
    with ReportFolder(out).writing():
        said = r"out: sourcereading reports \(process \d+ on .* is writing there"
        in_a_thread = ThreadPoolExecutor().submit(run_one, tmp_path, out)
        with pytest.raises(PlaceError, match=said):
            in_a_thread.result()
    run_one(tmp_path, out)
    assert before == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_a_file_that_is_not_ours_is_never_replaced(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "01-one.html").write_text("mine")
    with pytest.raises(PlaceError, match=r"01-one\.html exists and was not written by this command"):
        run_one(tmp_path, out)
    assert [path.name for path in out.iterdir()] == ["01-one.html"]
    with pytest.raises(PlaceError, match="is a file; name a folder"):
        run_one(tmp_path, out / "01-one.html")
    with pytest.raises(PlaceError, match=r"index\.ipynb .* rename the notebook"):
        run_one(tmp_path, tmp_path / "other", name="index")


def test_a_doctored_record_removes_nothing_outside(tmp_path):
    out, precious = tmp_path / "out", tmp_path / "precious.txt"
    out.mkdir()
    precious.write_text("kept")
    (out / ".sourcereading.json").write_text(json.dumps(["../precious.txt", str(precious), 7]))
    folder = ReportFolder(out)
    with folder.writing():
        folder.write("index.html", "")
        folder.show()
    assert precious.read_text() == "kept"


def test_titles_are_plain_text():
    cells = [nb_format.v4.new_markdown_cell("text\n# A **bold** `title` with [a link](x.ipynb) #")]
    assert title_of(nb_format.v4.new_notebook(cells=cells), "x") == "A bold title with a link"
    assert title_of(nb_format.v4.new_notebook(cells=[]), "02-my_own") == "02 my own"


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_interrupting_ends_the_kernels(tmp_path, monkeypatch, capsys):
    pid, notebooks = tmp_path / "pid", tmp_path / "notebooks"
    notebooks.mkdir()
    source = f"import os, pathlib, time\npathlib.Path({str(pid)!r}).write_text(str(os.getpid()))\ntime.sleep(99)"
    write_notebook(notebooks / "01-slow.ipynb", [("code", source)])
    (tmp_path / "a.txt").write_text("It is so, said Ann Bell.", encoding="utf-8")
    monkeypatch.setattr(run, "write_reports", partial(run.write_reports, notebooks=notebooks))

    def interrupt():
        end = time.monotonic() + 60
        while not (pid.exists() and pid.read_text()) and time.monotonic() < end:
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    import_module("sourcereading.report.notebook_page")  # interrupted, an import leaves a file open
    # Where the tests run in the background, SIGINT is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    sender = threading.Thread(target=interrupt)
    sender.start()
    try:
        assert cli.main(["reports", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out")]) == 130
    finally:
        sender.join()
        signal.signal(signal.SIGINT, before)
    assert "Interrupted" in capsys.readouterr().err
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_no_temporary_folder_is_an_error_that_says_what_to_set(tmp_path, monkeypatch):
    def full(**_):
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(run, "TemporaryDirectory", full)
    with pytest.raises(PlaceError, match=r"no temporary folder can be made .*/tmp.*; set .* TMPDIR to a folder"):
        run.write_reports(ROOT / "data" / "practice", tmp_path / "out")
    assert not (tmp_path / "out").exists()
