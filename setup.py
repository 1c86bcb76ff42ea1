"""How a package is made of the project: data and notebooks, which lie beside ``lib/``, go into it as ``shipped``.

Everything else about the package stands in pyproject.toml. ``pip install -e .`` copies nothing: the library then finds
the folders where they are.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

# The seed article is somebody else's text and stays out of the package.
_DATA = ("gold", "lessons", "lexicons", "parameters", "practice", "practice_ferry", "probability")
SHIPPED = (*(f"data/{name}" for name in _DATA), "notebooks")
FILES = ("data/data-dictionary.md", "data/measured.csv")


class BuildWithData(build_py):
    """Builds the modules, then copies the folders of data into the package."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        into = Path(self.build_lib, "sourcereading", "shipped")
        shutil.rmtree(into, ignore_errors=True)  # what an earlier build left there
        for name in SHIPPED:
            shutil.copytree(name, into / name, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        for name in FILES:
            shutil.copy(name, into / name)


setup(cmdclass={"build_py": BuildWithData})
