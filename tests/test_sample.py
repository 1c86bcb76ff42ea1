"""The sample in docs/sample: it is what the program makes today, and can be looked at where it lies."""

import importlib.util
import json
import re
from html import unescape
from urllib.parse import unquote

import nbformat
import pytest

from sourcereading.text.paths import ROOT

SAMPLE = ROOT / "docs" / "sample"
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
REMEDY = "docs/sample is not what the program makes; run `python tools/sample.py`, and look at what has changed"


def texts(folder):
    """The text of each file of a sample, without pictures and downloads, versions of software, and sizes of charts,
    which differ between machines."""
    found = {}
    for path in [*folder.rglob("*.html"), *folder.rglob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'"(?:data:[^"]*|iVBOR[^"]*)"', '""', text)
        text = re.sub(r'(<(?:source|img) [^<>]*?) width="\d+" height="\d+"', r"\1", text)
        text = re.sub(r'<h2 id="software-versions">.*?</table>', "", text, flags=re.DOTALL)
        found[path.relative_to(folder).as_posix()] = text
    return found


def outputs(name):
    notebook = nbformat.read(SAMPLE / name, as_version=4)
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


@pytest.mark.slow
def test_the_sample_is_what_the_program_makes(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # the tool sets it; here it is put back
    spec = importlib.util.spec_from_file_location("sample", ROOT / "tools" / "sample.py")
    sample = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sample)
    sample.main(tmp_path)
    stored, made = texts(SAMPLE), texts(tmp_path)
    assert sorted(stored) == sorted(made), REMEDY
    assert [name for name in made if made[name] != stored[name]] == [], REMEDY


def test_the_sample_has_the_index_three_articles_and_every_notebook_twice():
    pages = {"index.html", *(name.replace(".ipynb", ".html") for name in NOTEBOOKS)}
    assert {path.name for path in SAMPLE.glob("*.html")} == pages
    assert [path.name for path in sorted(SAMPLE.glob("*.ipynb"))] == NOTEBOOKS
    assert len([*(SAMPLE / "articles").iterdir()]) == 3
    files = [path for path in SAMPLE.rglob("*") if path.is_file()]
    assert len(files) == len(pages) + len(NOTEBOOKS) + 3
    assert sum(path.stat().st_size for path in files) < 3_000_000


def test_every_link_of_the_sample_leads_somewhere():
    seen = 0
    for path in [*SAMPLE.rglob("*.html"), *SAMPLE.glob("*.ipynb")]:
        text = path.read_text(encoding="utf-8")
        links = re.findall(r'href="([^"]*)"', text) if path.suffix == ".html" else re.findall(r"\]\(([^)\s]+)\)", text)
        for link in links:
            address, _, target = unescape(link).partition("#")
            if address.startswith(("data:", "https://")):
                continue
            file = path.parent / unquote(address) if address else path
            assert file.is_file(), (path.name, link)
            assert not target or path.suffix != ".html" or f'id="{target}"' in file.read_text(encoding="utf-8"), link
            seen += 1
    assert seen > 300


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_of_the_sample_shows_its_results_where_no_style_is_known(name):
    stored = json.loads((SAMPLE / name).read_text(encoding="utf-8"))
    nbformat.validate(nbformat.from_dict(stored))
    shown = outputs(name)
    kinds = [output.metadata.sourcereading.kind for output in shown if "sourcereading" in output.get("metadata", {})]
    assert "finding" in kinds and {"table", "figure"} & {*kinds}
    assert "<style" not in str(shown) and "data:" not in str(shown) and "<button" not in str(shown)
    for output in shown:
        if output.get("metadata", {}).get("sourcereading", {}).get("kind") == "figure":
            assert {*output.data} == {"image/png", "text/plain"} and len(output.data["text/plain"]) > 25
    assert "execution" not in str([cell["metadata"] for cell in stored["cells"]])
    assert not [output for output in shown if output.output_type == "error" or output.get("name") == "stderr"]
