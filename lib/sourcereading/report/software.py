"""Which software runs: this library and the parts it stands on."""

from __future__ import annotations

import importlib.metadata
import platform
import tomllib
from functools import cache

import pandas as pd

from sourcereading.text.paths import SHIPPED


def versions() -> pd.DataFrame:
    """Software versions: one row per part."""
    parts = ["pandas", "matplotlib", "textblob", "jupyterlab"]
    rows = [("Python", platform.python_version()), *((part, _version(part)) for part in parts)]
    return pd.DataFrame([("sourcereading", library_version()), *rows], columns=["part", "version"])


@cache
def library_version() -> str:
    """The version of this library, as its pyproject.toml has it."""
    try:
        return tomllib.loads((SHIPPED / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return _version("sourcereading")


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
