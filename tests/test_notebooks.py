"""The notebooks as they are stored: stripped, alike in form, and short in every cell."""

import ast
import json
import re

import nbformat
import pandas as pd
import pytest

from sourcereading.analysis import findings
from sourcereading.certainty.labels import DIRECTION_WORDS
from sourcereading.reading.column_help import meanings
from sourcereading.text.paths import ROOT

NAMES = [
    "00-start-here",
    "01-read-an-article",
    "02-who-says-what",
    "03-how-sure",
    "04-which-issues",
    "05-sentiment-by-speaker",
    "06-compare-articles",
    "07-how-good-is-this",
    "08-your-own-article",
    "09-who-is-heard",
]
LONGEST_CELL = 12
ABOUT = ("You will be able to", "Minutes", "Needs")
NOTEBOOK_ONLY = {"tags": ["notebook-only"]}


def load(name):
    return json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))


def cells(name, kind):
    return [cell for cell in load(name)["cells"] if cell["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def prose(name):
    return "\n\n".join(source(cell) for cell in cells(name, "markdown"))


TELLINGS = {"Wire report": "halden_1_wire", "Tabloid": "halden_2_tabloid", "Long read": "halden_3_longread"}
GLOSSARY = dict(re.findall(r"^### (.+)\n((?:(?!#).+\n?)+)", prose("00-start-here"), re.MULTILINE))


def test_the_public_notebooks_are_these():
    stored = {path.stem for path in (ROOT / "notebooks").glob("0*.ipynb")}
    assert stored == set(NAMES)


def test_the_first_notebook_leads_to_all_others():
    text = prose("00-start-here")
    assert all(f"({name}.ipynb)" in text for name in NAMES[1:])


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_valid_and_has_fixed_ids(name):
    notebook = load(name)
    nbformat.validate(nbformat.from_dict(notebook))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(ids) == len(set(ids))
    # A name somebody chose, not the eight hexadecimal digits that Jupyter makes up.
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", id) for id in ids), ids


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_stored_without_outputs(name):
    for cell in cells(name, "code"):
        assert cell["outputs"] == [] and cell["execution_count"] is None
        assert set(cell["metadata"]) <= {"tags"}
    assert set(load(name)["metadata"]) <= {"kernelspec", "language_info", "sourcereading"}


@pytest.mark.parametrize("name", NAMES)
def test_the_first_code_cell_sets_what_is_read_and_nothing_else(name):
    tagged = [cell for cell in cells(name, "code") if "parameters" in cell["metadata"].get("tags", [])]
    assert tagged == cells(name, "code")[:1]
    default = "data/practice" if name == "06-compare-articles" else "seeds"
    about_issues = name in ("04-which-issues", "08-your-own-article")
    codebook = '\nCODEBOOK = ""' if about_issues else ""
    assert source(tagged[0]) == f'ARTICLES = "{default}"{codebook}'
    asked = "ARTICLES, codebook=CODEBOOK" if about_issues else "ARTICLES"
    assert f"sr.read({asked}, progress=sr.progress())" in source(cells(name, "code")[1])


def test_comparing_asks_for_two_articles():
    assert load("06-compare-articles")["metadata"]["sourcereading"] == {"min_articles": 2}
    others = [load(name)["metadata"] for name in NAMES if name != "06-compare-articles"]
    assert all("sourcereading" not in metadata for metadata in others)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opens_with_its_title_and_its_question(name):
    first, about = load(name)["cells"][:2]
    assert first["cell_type"] == about["cell_type"] == "markdown"
    assert re.fullmatch(r"# \S.*\n\n\S.*\?", source(first))
    assert [re.match(r"- \*\*(.+?):\*\* \S", line)[1] for line in source(about).splitlines()] == list(ABOUT)
    assert about["metadata"] == NOTEBOOK_ONLY
    assert len(re.findall(r"^# ", prose(name), re.MULTILINE)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_says_where_it_fails_sets_exercises_and_shows_what_ran(name):
    headings = re.findall(r"^## (.+)$", prose(name), re.MULTILINE)
    assert "Where this fails" in headings and headings[-2:] == ["Try it yourself", "What ran"]
    assert len(headings) == len(set(headings))
    code = "\n".join(source(cell) for cell in cells(name, "code"))
    assert "sr.versions()" in code and re.search(r"\btry_sentences\.\w+\(|told_twice\(pair\)", code)
    assert "<details><summary>" in prose(name)


@pytest.mark.parametrize("name", NAMES)
def test_exercises_and_what_ran_are_for_the_notebook_only(name):
    """A report has them nowhere, or once: its index says what ran."""
    stored = load(name)["cells"]
    start = next(number for number, cell in enumerate(stored) if source(cell).startswith("## Try it yourself"))
    assert [cell["metadata"] for cell in stored[start:]] == [NOTEBOOK_ONLY] * len(stored[start:])


@pytest.mark.parametrize("name", NAMES)
def test_a_report_needs_nothing_of_what_is_for_the_notebook_only(name):
    made, used = set(), set()
    for cell in cells(name, "code"):
        names = [node for node in ast.walk(ast.parse(source(cell))) if isinstance(node, ast.Name)]
        here = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        if cell["metadata"] == NOTEBOOK_ONLY:
            made |= here
        else:
            used |= {node.id for node in names if isinstance(node.ctx, ast.Load)} - here
    assert not made & used


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_asks_a_fixed_question_and_answers_with_a_finding(name):
    stored = load(name)["cells"]
    answers = [number for number, cell in enumerate(stored) if source(cell).startswith("sr.finding(")]
    assert answers
    for number in answers:
        assert stored[number]["cell_type"] == "code" and "\n" not in source(stored[number])
        assert re.match(r"## .+\?$", source(stored[number - 1]), re.MULTILINE), source(stored[number - 1])


def test_every_finding_stands_in_its_notebook_under_its_question_in_order():
    places = []
    for asked in findings.QUESTIONS:
        stored = load(asked.notebook)["cells"]
        call = f"findings.{asked.answer.__name__}("
        at = next(number for number, cell in enumerate(stored) if call in source(cell))
        assert source(stored[at - 1]).startswith(f"## {asked.heading}"), asked.heading
        places.append((asked.notebook, at))
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short_and_define_nothing(name):
    lengths = []
    for cell in cells(name, "code"):
        lines = [line for line in source(cell).splitlines() if line.strip()]
        lengths.append(len(lines))
        assert len(lines) <= LONGEST_CELL, cell["id"]
        defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
        assert not any(isinstance(node, defined) for node in ast.walk(ast.parse(source(cell)))), cell["id"]
    assert sorted(lengths)[len(lengths) // 2] <= 4


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_an_article_goes_through_markup(name):
    code = "\n".join(source(cell) for cell in cells(name, "code"))
    assert not re.search(r"\b(?:HTML|Markdown|Latex|display\()", code)
    assert not re.search(r"^\s*[!%]", code, re.MULTILINE), "no shell, no magic"
    assert "to_html" not in code and ".style" not in code


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_the_meaning_of_its_columns(name):
    for cell in cells(name, "code"):
        for call in ast.walk(ast.parse(source(cell))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "sr.show_table":
                described = len(call.args) > 3 or any(keyword.arg == "descriptions" for keyword in call.keywords)
                assert described or cell["id"] == "versions", cell["id"]


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_read_and_doubted(name):
    stored = load(name)["cells"]
    for number, cell in enumerate(stored):
        if cell["cell_type"] == "code" and source(cell).startswith("charts."):
            following = (source(other) for other in stored[number + 1 :] if other["cell_type"] == "markdown")
            assert "**Doubt it" in next(following) or name == "08-your-own-article", cell["id"]


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_to_notebooks_that_are_there(name):
    for target in re.findall(r"\]\(([^)]+)\)", prose(name)):
        notebook, _, heading = target.partition("#")
        assert (notebook or f"{name}.ipynb").removesuffix(".ipynb") in NAMES, target
        term = heading.replace("-", " ")
        assert not heading or notebook in ("", "00-start-here.ipynb") and term in {*GLOSSARY, "Glossary"}, target


def test_the_glossary_is_in_order_and_has_one_example_of_each_term():
    assert [*GLOSSARY] == sorted(GLOSSARY, key=str.lower)
    for term, entry in GLOSSARY.items():
        assert len(re.findall(rf"\*(?:{'|'.join(TELLINGS)}):\*\s\S", entry)) == 1, term


# How a term stands in a sentence, where it is not the term itself with or without an s.
FORMS = {
    "Mark": r"(?<!quotation )\bmarks?\b", "n": r"\*n\*", "Denied": r"\bdenie[sd]\b", "Nested": r"\bnest(?:s|ed)?\b",
    "Direct": r"\bdirect\b", "Indirect": r"\bindirect\b", "Mixed": r"\bmixed\b",
    "Probability": r"\bprobabilit(?:y|ies)\b", "Stretch": r"\bstretch(?:es)?\b",
}  # fmt: skip
# Headings, code, the names of folds, and links to other notebooks and what they lead to.
NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`|^#[^\n]*$|<summary>.*?</summary>|\[[^]]*\]\([\w-]+\.ipynb\)", re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_use_of_each_term_leads_to_the_glossary(name):
    """In the notebook, and in its report, which leaves some cells out."""
    told = [cell for cell in cells(name, "markdown") if cell["id"] not in ("title", "about", "glossary")]
    for part in (told, [cell for cell in told if cell["metadata"] != NOTEBOOK_ONLY]):
        text = NOT_PROSE.sub("", "\n\n".join(map(source, part)))
        for term in GLOSSARY:
            form = FORMS.get(term) or rf"\b{term}s?\b"
            used = re.search(rf"({form})(?:\]\([^)]*#([^)]*)\))?", text, re.IGNORECASE)
            leads_to = used and (used[2] or "").replace("-", " ")
            assert leads_to in (None, term), (term, text[used.start() - 40 : used.end()])


def test_the_directions_are_worded_as_in_the_table_of_labels():
    intro = next(source(cell) for cell in cells("03-how-sure", "markdown") if cell["id"] == "intro")
    rows = dict(re.findall(r"^\| (\S) \| ([^|]+) \|", re.sub(r"\[(.+?)\]\(.+?\)", r"\1", intro), re.MULTILINE))
    assert rows == {words.sign: words.one for words in DIRECTION_WORDS.values()}


def test_what_is_listed_can_be_counted_where_there_are_many_articles():
    for notebook in NAMES:
        for cell in cells(notebook, "code"):
            tree, given = ast.parse(source(cell)), {}
            for one in ast.walk(tree):
                if isinstance(one, ast.Assign):
                    to = one.targets[0]
                    both = isinstance(to, ast.Tuple) and isinstance(one.value, ast.Tuple)
                    pairs = zip(to.elts, one.value.elts, strict=True) if both else [(to, one.value)]
                    given |= {ast.unparse(name): value for name, value in pairs}
            for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call)):
                if ast.unparse(call.func) == "sr.listed":
                    kinds, noun = (ast.literal_eval(given.get(ast.unparse(one), one)) for one in call.args[2:4])
                    meanings(pd.DataFrame(columns=[*kinds, noun]), "counts")  # an error where it does not know one
