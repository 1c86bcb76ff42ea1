"""Every example in a docstring gives what it says; ``reading`` is that of the seed article."""

import doctest
import importlib
import pkgutil

import pytest

import sourcereading
import sourcereading_evaluation
import sourcereading_lessons

PACKAGES = (sourcereading, sourcereading_evaluation, sourcereading_lessons)
MODULES = sorted(
    found.name
    for package in PACKAGES
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not found.name.endswith(("__main__", "web_page_worker"))  # these run when they are imported
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name, seed):
    result = doctest.testmod(importlib.import_module(name), extraglobs={"reading": seed})
    assert result.failed == 0


def test_there_are_examples():
    found = [doctest.DocTestFinder().find(importlib.import_module(name)) for name in MODULES]
    assert sum(bool(test.examples) for tests in found for test in tests) > 20
