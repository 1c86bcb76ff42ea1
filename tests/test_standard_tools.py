"""The notebooks with Jupyter's own tools: executed by nbconvert from another folder, and turned into other formats."""

import base64
import os
import subprocess
import sys

import nbformat
import pytest
from nbconvert.exporters import MarkdownExporter, SlidesExporter

from sourcereading.text.paths import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Notebook 02, executed by nbconvert in a folder that is not the project's."""
    out = tmp_path_factory.mktemp("nbconvert")
    source = ROOT / "notebooks" / "02-who-says-what.ipynb"
    call = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", str(out)]
    path = os.pathsep.join(filter(None, [str(ROOT / "lib"), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run([*call, str(source)], cwd=out, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return nbformat.read(out / source.name, as_version=4)


def shown(notebook, kind):
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", []))
    return [output for output in outputs if output.get("metadata", {}).get("sourcereading", {}).get("kind") == kind]


def test_each_output_has_text_and_each_chart_a_picture_beside_its_html(executed):
    figures, tables = shown(executed, "figure"), shown(executed, "table")
    assert len(figures) == 2 and len(tables) > 5 and shown(executed, "finding")
    for output in figures + tables + shown(executed, "finding"):
        assert output.data["text/plain"].strip() and "text/html" in output.data
    for output in figures:
        assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
    assert not any("image/png" in output.data for output in tables)


@pytest.mark.parametrize("exporter", [MarkdownExporter, SlidesExporter])
def test_other_formats_keep_findings_tables_and_charts(executed, exporter):
    text, _ = exporter().from_notebook_node(executed)
    assert text.count('class="sr-finding"') == len(shown(executed, "finding"))
    assert text.count('<figure class="sr-figure">') == 2
    assert text.count('<div class="sr-table">') == len(shown(executed, "table")) + len(shown(executed, "empty"))
    assert "2 speakers" in text
