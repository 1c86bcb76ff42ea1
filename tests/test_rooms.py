"""The order of the rooms: a module imports only its own room and those below it, never in a circle."""

import ast
import importlib
from graphlib import TopologicalSorter

import pytest

import sourcereading as sr
from sourcereading.text.paths import ROOT

LIB = ROOT / "lib"
ROOMS = ["text", "attribution", "certainty", "issues", "sentiment", "reading", "analysis", "report"]
"""From bottom to top."""
BESIDE = {"attribution", "certainty", "issues", "sentiment"}
"""Each answers one question about the sentences of an article."""
OURS = {"sourcereading", "sourcereading_archive", "sourcereading_evaluation", "sourcereading_lessons"}
MAY_ASK = {("sentiment", "attribution")}
"""The names of speakers are targets of tone."""


def modules():
    return {
        ".".join(path.relative_to(LIB).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(LIB.rglob("*.py"))
    }


def imports(tree):
    """The modules of ours that some code imports, those for type checking and within functions included."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in names}
    return {name for name in found if name.partition(".")[0] in OURS}


MODULES = modules()
IMPORTS = {name: imports(ast.parse(path.read_text(encoding="utf-8"))) for name, path in MODULES.items()}


def room(name):
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "sourcereading" else ""


def rises(importer, imported):
    """Whether an import goes to a room above, or to the side where that is not allowed."""
    one, other = room(importer), room(imported)
    if one in BESIDE and other in BESIDE:
        return one != other and (one, other) not in MAY_ASK
    return other not in ROOMS or ROOMS.index(other) > ROOMS.index(one)


def test_every_module_is_in_a_room_or_on_top():
    outside = {name.split(".")[1] for name in MODULES if name.startswith("sourcereading.")} - {*ROOMS}
    assert outside == {"__main__", "cli"}


def test_a_room_imports_only_rooms_below_it():
    up = [
        f"{name} imports {other}"
        for name, others in IMPORTS.items()
        if room(name) in ROOMS
        for other in sorted(others)
        if rises(name, other)
    ]
    assert up == []


def test_the_rule_would_find_an_import_upwards():
    assert rises("sourcereading.text.articles", "sourcereading.reading.schema")
    assert rises("sourcereading.certainty.marks", "sourcereading.attribution.speakers")
    assert rises("sourcereading.report.run", "sourcereading.cli")
    assert rises("sourcereading.analysis.counts", "sourcereading_evaluation.agreement")
    assert not rises("sourcereading.sentiment.targets", "sourcereading.attribution.speakers")


def test_no_modules_import_each_other_in_a_circle():
    own = {name: {other for other in others if not name.startswith(f"{other}.")} for name, others in IMPORTS.items()}
    TopologicalSorter(own).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_lists_what_is_public(name):
    room = importlib.import_module(f"sourcereading.{name}")
    assert room.__all__ and [public for public in room.__all__ if not hasattr(room, public)] == []


def test_the_library_offers_what_it_lists():
    assert [name for name in sr.__all__ if getattr(sr, name, None) is None] == []
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        sr.raed  # noqa: B018
