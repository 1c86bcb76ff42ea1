"""The project's own papers agree with each other and hold nothing they must not; bootstrap.py works."""

import ast
import importlib.util
import json
import os
import platform
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")

# Where conda-forge's name for a package is not the one in pyproject.toml; environment.yml says why.
CONDA_NAMES = {"dask": "dask-core", "nbconvert": "nbconvert-core", "playwright": "playwright-python"}


def project_files():
    """The files that are, or would be, committed."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def requirements():
    """Everything that pyproject.toml asks for, extras included, by name."""
    lines = [*PROJECT["dependencies"], *chain.from_iterable(PROJECT["optional-dependencies"].values())]
    wanted = [line for line in map(Requirement, lines) if line.name != PROJECT["name"]]  # an extra with another
    found = {canonicalize_name(line.name): line for line in wanted}
    assert len(found) == len(wanted), "pyproject.toml asks for a package twice"
    return found


def locked():
    """The entries of the lock file: (name, version, marker, number of hashes)."""
    entries = []
    for entry in re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE).strip()):
        head, *hashes = re.split(r" \\\n\s+", entry.strip())
        wanted = Requirement(head)
        (pin,) = wanted.specifier
        assert pin.operator == "=="
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), head
        entries.append((canonicalize_name(wanted.name), pin.version, wanted.marker, len(hashes)))
    return entries


# --- pyproject.toml, environment.yml, requirements.lock -----------------------------------------------------


def test_conda_gives_what_pyproject_asks_for():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    assert environment["name"] == PROJECT["name"]
    assert environment["channels"] == ["conda-forge"]

    *plain, last = environment["dependencies"]
    *from_pip, editable = last["pip"]
    assert editable == "-e ."
    assert "pip" in plain
    lines = [line for line in plain if line != "pip" and not line.startswith("python=")] + from_pip
    found = {canonicalize_name(line.name): line.specifier for line in map(Requirement, lines)}
    assert len(found) == len(lines), "environment.yml names a package twice"
    wanted = {
        canonicalize_name(CONDA_NAMES.get(name, name)): requirement.specifier
        for name, requirement in requirements().items()
    }
    assert found == wanted


def test_binder_gets_what_the_notebooks_need_and_no_tools_for_tests():
    whole = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    slim = yaml.safe_load((ROOT / ".binder" / "environment.yml").read_text(encoding="utf-8"))
    extras = map(PROJECT["optional-dependencies"].get, ("dev", "parquet", "archive"))
    names = [canonicalize_name(Requirement(line).name) for line in chain.from_iterable(extras)]
    left_out = {canonicalize_name(CONDA_NAMES.get(name, name)) for name in names}

    def kept(lines):
        return [line for line in lines if line == "-e ." or canonicalize_name(Requirement(line).name) not in left_out]

    *plain, last = whole["dependencies"]
    *slim_plain, slim_last = slim["dependencies"]
    python = [line for line in plain if line.startswith("python=")]
    assert slim_plain == python + kept(line for line in plain if line not in python)
    assert slim_last["pip"] == kept(last["pip"])


def test_conda_takes_a_python_that_the_project_supports():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    (python,) = [entry for entry in environment["dependencies"] if str(entry).startswith("python=")]
    version = re.fullmatch(r"python=(3\.\d+)", python).group(1)
    assert SpecifierSet(PROJECT["requires-python"]).contains(version)
    assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]


def test_every_bound_is_a_lower_one():
    for name, wanted in requirements().items():
        assert [bound.operator for bound in wanted.specifier] == [">="], name


def test_building_and_installing_ask_for_the_same_setuptools():
    (build,) = PYPROJECT["build-system"]["requires"]
    assert Requirement(build).specifier == requirements()["setuptools"].specifier


def test_the_lock_has_hashes_and_no_addresses():
    entries = locked()
    assert len(entries) > 50
    assert all(hashes for *_, hashes in entries)
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]
    assert not [line for line in lines if "/" in line or " @ " in line]
    assert not [line for line in lines if line.strip().startswith("-") and "--hash=" not in line]


def test_the_lock_holds_what_pyproject_asks_for():
    versions = {}
    for name, version, *_ in locked():
        versions.setdefault(name, []).append(version)
    for name, wanted in requirements().items():
        assert name in versions, f"{name} is not in requirements.lock: make lock"
        for version in versions[name]:
            assert wanted.specifier.contains(version), f"{name} {version} is locked: make lock"


@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_lock_names_one_version_for_each_system(python, system):
    here = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system,
        "platform_system": {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[system],
        "os_name": "nt" if system == "win32" else "posix",
    }
    names = [name for name, _, marker, _ in locked() if marker is None or marker.evaluate(here)]
    assert len(names) == len(set(names))
    assert set(requirements()) <= set(names)


def test_what_the_library_imports_is_asked_for():
    """A package that only happens to come along with another may stop doing so."""
    sources = sorted((ROOT / "lib").rglob("*.py"))
    modules = {name for path in sources for name in imported(path)} - {path.name for path in (ROOT / "lib").iterdir()}
    providers = packages_distributions()
    for module in modules - set(sys.stdlib_module_names):
        names = {canonicalize_name(name) for name in providers.get(module, [module])}
        assert names & set(requirements()), f"lib/ imports {module}, which pyproject.toml does not ask for"


# --- What may and may not stand in the files ----------------------------------------------------------------

# Written so that this file does not hold what it looks for.
REGISTRIES = r"py[p]i[.]org|python[h]osted[.]org|np[m]js[.]|registry[.]np[m]|deb[.]deb[i]an|ana[c]onda[.]org"
MACHINE_PATHS = r"(?<![\w.~-])/(?:home|root|work|workspace|Users)/|\b[A-Z]:\\+Users\b"


def text_files():
    for path in project_files():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(ROOT).as_posix(), content.decode("utf-8", errors="replace")


def test_no_file_names_a_package_registry():
    assert [name for name, text in text_files() if re.search(REGISTRIES, text)] == []


def test_no_file_holds_a_path_of_somebodys_machine():
    assert [name for name, text in text_files() if re.search(MACHINE_PATHS, text) or f"{ROOT}{os.sep}" in text] == []


def test_the_patterns_find_what_they_are_for():
    assert re.search(REGISTRIES, "https://py" + "pi.org/simple")
    assert re.search(MACHINE_PATHS, 'open("/ho' + 'me/ada/x")')
    assert re.search(MACHINE_PATHS, "C:" + "\\Users\\ada")
    assert not re.search(MACHINE_PATHS, "https://example.org/work/1, ~/articles, lib/home/x")


def test_the_citation_is_valid_and_of_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= set(citation)  # the keys that the format requires
    assert all(set(author) == {"name"} for author in citation["authors"])
    assert str(citation["version"]) == PROJECT["version"]
    assert citation["license"] == PROJECT["license"]


def test_the_changelog_knows_this_version():
    assert f"\n## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
@pytest.mark.parametrize("name", ["bootstrap.py", ".ci/run"])
def test_scripts_can_be_run(name):
    assert os.access(ROOT / name, os.X_OK)


def test_ruff_finds_nothing():
    found = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format=concise", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_mypy_finds_nothing():
    found = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr


# --- bootstrap.py -------------------------------------------------------------------------------------------


def imported(path):
    """The top-level modules that a source file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """bootstrap.py as a module, at work in an empty project, with every command recorded instead of run."""
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    root = tmp_path / "a project"
    root.mkdir()
    (root / "requirements.lock").write_text("a==1\n")
    (root / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "VENV", root / ".venv")
    monkeypatch.setattr(module, "STAMP", root / ".venv/bootstrap.json")
    module.ran, module.fails, module.real_hand_over = [], "", module.hand_over

    def create(place, **_):
        module.ran.append(["venv"])
        module.venv_python().parent.mkdir(parents=True)
        module.venv_python().touch()

    def call(command, **_):
        module.ran.append(command)
        return 1 if module.fails in command else 0

    monkeypatch.setattr("venv.create", create)
    monkeypatch.setattr(module.subprocess, "call", call)
    monkeypatch.setattr(module, "hand_over", lambda command: module.ran.append(command) or 7)
    return module


def steps(ran):
    """The recorded commands, by the word that tells them apart."""
    words = {"venv": "venv", "--requirement": "packages", "--editable": "project", "-c": "fonts"}
    return [words[part] for command in ran for part in command if part in words]


def test_bootstrap_needs_nothing_but_an_old_python():
    ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    assert set(imported(ROOT / "bootstrap.py")) <= set(sys.stdlib_module_names)


def test_bootstrap_supports_what_pyproject_says(bootstrap):
    (low, high) = bootstrap.SUPPORTED
    bounds = SpecifierSet(f">={low[0]}.{low[1]},<{high[0]}.{high[1]}")
    assert SpecifierSet(PROJECT["requires-python"]) == bounds
    bootstrap.check_python((3, 11, 0))
    bootstrap.check_python((3, 14, 9))


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 15, 0)])
def test_an_unsupported_python_is_refused_with_the_remedy(bootstrap, version):
    with pytest.raises(bootstrap.Problem, match=r"python3\.13 bootstrap\.py(.|\n)*py -3\.13") as refused:
        bootstrap.check_python(version)
    assert ".".join(map(str, version)) in str(refused.value)


def test_a_python_without_ensurepip_is_refused_with_the_remedy(bootstrap, monkeypatch, capsys):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name))
    assert bootstrap.main(["setup"]) == 2
    assert "apt install python3-venv" in capsys.readouterr().err
    assert not bootstrap.ran


@pytest.mark.parametrize("arguments", [[], ["report"], ["setup", "now"], ["--out", "reports"]])
def test_an_unknown_command_is_answered_with_the_usage(bootstrap, capsys, arguments):
    assert bootstrap.main(arguments) == 2
    assert "usage: python bootstrap.py reports|test|lab|setup" in capsys.readouterr().err
    assert bootstrap.ran == []


def test_help_explains_every_command(bootstrap, capsys):
    assert bootstrap.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"bootstrap.py {command} " in said for command in bootstrap.COMMANDS)


def test_the_first_run_builds_and_the_second_does_not(bootstrap):
    assert bootstrap.main(["setup"]) == 0
    assert steps(bootstrap.ran) == ["venv", "packages", "project", "fonts"]
    _, packages, project, _ = bootstrap.ran
    assert {"--no-deps", "--require-hashes"} < set(packages)
    assert packages[packages.index("--only-binary") + 1] == ":all:"
    assert {"--no-deps", "--no-build-isolation", "--no-index"} < set(project)
    assert bootstrap.main(["setup"]) == 0
    assert len(bootstrap.ran) == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda b: (b.ROOT / "requirements.lock").write_text("a==2\n"),
        lambda b: (b.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n"),
        lambda b: b.venv_python().unlink(),
        lambda b: b.STAMP.write_text(""),
        lambda b: b.STAMP.write_text(b.STAMP.read_text().replace(str(b.ROOT), "elsewhere")),
        lambda b: b.STAMP.write_text(b.STAMP.read_text().replace(platform.python_version(), "3.11.0rc1")),
    ],
    ids=["lock", "pyproject", "no Python", "unfinished", "moved folder", "other Python"],
)
def test_what_makes_it_build_again(bootstrap, change):
    bootstrap.main(["setup"])
    left_over = bootstrap.VENV / "left-over"
    left_over.touch()
    change(bootstrap)
    assert bootstrap.main(["setup"]) == 0
    assert steps(bootstrap.ran) == ["venv", "packages", "project", "fonts"] * 2
    assert not left_over.exists()
    assert bootstrap.main(["setup"]) == 0
    assert len(bootstrap.ran) == 8


def test_an_interrupted_set_up_is_made_again(bootstrap, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(bootstrap, "pip", interrupted)
        assert bootstrap.main(["reports"]) == 130
    assert "start afresh" in capsys.readouterr().err
    bootstrap.ran.clear()
    assert bootstrap.main(["setup"]) == 0
    assert steps(bootstrap.ran) == ["venv", "packages", "project", "fonts"]


@pytest.mark.parametrize("step", ["--requirement", "--editable"])
def test_a_step_that_fails_is_named_and_made_again(bootstrap, capsys, step):
    bootstrap.fails = step
    assert bootstrap.main(["reports"]) == 2
    assert step in bootstrap.ran[-1]
    said = capsys.readouterr().err
    assert f"{step} " in said and "status 1" in said and "HTTPS_PROXY" in said
    bootstrap.fails = ""
    assert bootstrap.main(["reports"]) == 7


@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_a_venv_of_the_user_is_left_alone(bootstrap, capsys, kind):
    if kind == "folder":
        bootstrap.VENV.mkdir()
    elif kind == "file":
        bootstrap.VENV.write_text("mine")
    else:
        bootstrap.VENV.symlink_to("nowhere")
    assert bootstrap.main(["setup"]) == 2
    assert os.path.lexists(bootstrap.VENV) and not bootstrap.ran
    assert "left alone" in capsys.readouterr().err


def test_a_missing_lock_is_named(bootstrap, capsys):
    (bootstrap.ROOT / "requirements.lock").unlink()
    assert bootstrap.main(["setup"]) == 2
    assert "requirements.lock is missing" in capsys.readouterr().err


def test_commands_run_in_the_environment_and_pass_their_arguments_on(bootstrap):
    python = str(bootstrap.venv_python())
    assert bootstrap.main(["reports", "my articles", "--out", "x"]) == 7
    assert bootstrap.ran[-1] == [python, "-m", "sourcereading", "reports", "my articles", "--out", "x"]
    assert bootstrap.main(["test", "-k", "quotes"]) == 7
    assert bootstrap.ran[-1] == [python, "-m", "pytest", *bootstrap.IN_PROCESSES, "-k", "quotes"]


@pytest.mark.skipif(os.name == "nt", reason="there is no exec on Windows")
def test_a_command_replaces_bootstrap_in_the_projects_folder(bootstrap, monkeypatch, tmp_path):
    def execv(*call):
        bootstrap.ran.append((*call, Path.cwd()))
        raise SystemExit

    monkeypatch.setattr(os, "execv", execv)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        bootstrap.real_hand_over(["python", "-m", "pytest"])
    assert bootstrap.ran == [("python", ["python", "-m", "pytest"], bootstrap.ROOT)]


def test_jupyterlab_opens_the_first_notebook_and_asks_the_network_nothing(bootstrap):
    bootstrap.main(["lab"])
    assert "--LabApp.default_url=/lab/tree/notebooks" in bootstrap.ran[-1], "it was deleted"
    first = bootstrap.ROOT / "notebooks" / "00-start-here.ipynb"
    first.parent.mkdir()
    first.touch()
    bootstrap.main(["lab", "--no-browser"])
    command = bootstrap.ran[-1]
    assert command[1:3] == ["-m", "jupyterlab"]
    assert "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb" in command
    assert "--LabApp.news_url=None" in command  # "null" would be an address called null
    assert command[-1] == "--no-browser"
    settings = json.loads((bootstrap.VENV / "share/jupyter/lab/settings/overrides.json").read_text())
    assert settings["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}


def test_the_makefile_calls_bootstrap_for_each_command(bootstrap):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {name for line in re.findall(r"^([a-z ]+):", makefile, flags=re.MULTILINE) for name in line.split()}
    assert set(bootstrap.COMMANDS) <= targets
