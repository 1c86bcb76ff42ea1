"""The README tells the truth: its commands exist, its index is that of the notebooks, its links lead somewhere."""

import re

import pytest

from sourcereading import cli
from sourcereading.cli.parser import make_parser
from sourcereading.text.lexicon import read_csv_rows
from sourcereading.text.paths import ROOT
from sourcereading_evaluation import agreement

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_notebook_index_is_complete_and_in_order():
    listed = re.findall(r"\(notebooks/([\w-]+)\.ipynb\)", README)
    assert listed == sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


def test_links_and_pictures_are_there_and_pictures_have_words():
    links = re.findall(r"\[([^\]]*)\]\(([^)]+)\)", README)
    links += re.findall(r"(!\[[^\]]*\]\([^)]+\))\]\(([^)]+)\)", README)  # a picture that is a link
    for text, target in links:
        assert (ROOT / target).exists(), target
        assert text
    for text, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README):
        assert len(text) > 40, target
        assert (ROOT / target).stat().st_size < 150_000, target


def test_the_map_of_the_library_names_files_that_are_there():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    library = ROOT / "lib" / "sourcereading"
    rooms = ("", *re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    assert len(rooms) == 9
    named = re.findall(r"`([\w/-]+(?:\.\w+|/))`", text)
    assert {"tests/test_lexicons.py", "statements.py", "reading/schema.py", "report/charts/"} <= {*named}
    for name in named:
        assert (ROOT / name).exists() or any((library / room / name).exists() for room in rooms), name


@pytest.mark.parametrize("room", ["attribution", "certainty"])
def test_the_map_says_what_every_module_of_the_rules_is_for(room):
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    files = {path.name for path in (ROOT / "lib" / "sourcereading" / room).glob("*.py")} - {"__init__.py"}
    assert files <= {*re.findall(r"`(?:\w+/)*(\w+\.py)`", text)}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", README))))
def test_make_knows_every_target_of_the_readme(target):
    assert re.search(rf"^(?:[\w ]* )?{target}(?: [\w ]*)?:", MAKEFILE, re.MULTILINE)


def subcommands():
    """The commands that the program has."""
    return [*next(action.choices for action in make_parser()._actions if action.dest == "command")]


def test_the_readme_has_a_row_for_every_command():
    assert re.findall(r"^\| `sourcereading (\w+)", README, re.MULTILINE) == subcommands()


@pytest.mark.parametrize("command", subcommands())
def test_the_command_line_knows_every_command_of_the_readme(command, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main([command, "--help"])
    assert left.value.code == 0
    assert "usage: sourcereading " + command in capsys.readouterr().out


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL).group(1)
    monkeypatch.chdir(ROOT)
    exec(code.replace('"tables"', repr(str(tmp_path))), {})
    assert (tmp_path / "statements.csv").is_file()


def test_every_dependency_is_named_with_its_reason():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", pyproject, re.DOTALL | re.MULTILINE).group(1)
    for name in re.findall(r'"([a-zA-Z_]+)', block):
        assert name.lower() in README.lower(), name


def test_the_figures_of_the_readme_are_the_measured_ones():
    rows = read_csv_rows(
        ROOT / "data" / "measured.csv",
        ("measure", "set", "texts", "date", "command", "row", "gold", "first_measured", "times", "seen"),
        ("precision", "recall", "f1", "correlation", "right"),
    )
    said = " ".join(README.replace("\n> ", " ").split())
    assert agreement.measured_statements() in said, "the README quotes the finding of notebook 07 and of the index"
    known = {
        (row["measure"], row["set"], row["row"]): row["f1"]
        or row["correlation"]
        or (row["measure"] != "marks" and row["right"])
        or row["precision"]
        for row in rows
    }
    read = next(row["set"] for row in rows if row["measure"] == "marks")
    table = README[README.index("## How good it is") : README.index("## Limits")]
    stated = re.findall(r"\| (?:F1 |macro-F1 )?([\d.]+)(?: %)? \|$", table, re.MULTILINE)
    assert stated == [
        known["attribution", "PolNeAR, development part", "speech"],
        known["attribution", "PolNeAR, development part", "direct"],
        known["attribution", "PolNeAR, development part", "all"],
        known["attribution", "13 saved news pages", "canonical"],
        known["attribution", "10 invented saved pages, unseen", "canonical"],
        known["attribution", "20 invented articles of 20 kinds, unseen", "canonical"],
        known["certainty", "60 invented pairs, unseen", "pairs"],
        known["certainty", "80 invented pairs in other wordings, unseen", "pairs"],
        known["certainty", "300 invented news sentences, unseen", "hedged"],
        known["certainty", "120 invented sentences with look-alikes, unseen", "hedged"],
        known["certainty", "BioScope abstracts", "hedged"],
        known["marks", read, "negated_confidence"],
        known["marks", read, "conditional"],
        known["marks", read, "possibility"],
        known["certainty", "Pei and Jurgens 2021, validation part", "score"],
        known["sentiment", "NewsMTSC, development part rw", "news"],
        known["sentiment", "NewsMTSC, development part mt", "news"],
        known["sentiment", "NewsMTSC, development part rw", "shown"],
        known["sentiment", "NewsMTSC, development part mt", "shown"],
        known["sentiment", "NewsMTSC, development part rw", "textblob"],
    ]
