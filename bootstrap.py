#!/usr/bin/env python3
"""Sets the project up and runs it. Needs Python and nothing else.

    python bootstrap.py reports [ARTICLES] [--out DIR]   sets up, writes the reports into reports/
    python bootstrap.py test    [pytest's options]       sets up, runs the tests
    python bootstrap.py lab     [JupyterLab's options]   sets up, opens JupyterLab on the first notebook
    python bootstrap.py setup                            sets up only

Relative paths start at the project's folder. "Sets up" means: builds the virtual environment .venv beside
this file and installs into it exactly what requirements.lock lists, each package checked against its hash.
That takes a minute or two and about 800 MB, once; later runs see that it is done and start at once. Nothing
outside this folder is changed, except that pip and matplotlib keep their usual caches.

pip's own settings (a proxy, a mirror, a certificate) are respected.
"""

# Python 3.7 must be able to read this file, so that a Python too old for the project gets a sentence and not a
# syntax error.
import hashlib
import importlib.util
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# Says what .venv was made from; empty as long as .venv is being made, so that an interrupted set-up is seen as one.
STAMP = VENV / "bootstrap.json"
SUPPORTED = ((3, 11), (3, 15))  # from, up to but without; as requires-python in pyproject.toml
COMMANDS = ("reports", "test", "lab", "setup")
# The tests run in a process per core, those of a file in one of them. `-n 0` after it, or --pdb, takes it back.
IN_PROCESSES = ("-n", "auto", "--maxprocesses", "8", "--dist", "loadfile", "--no-loadscope-reorder")
NOTHING_DONE = 2  # exit status, as that of the `sourcereading` command


class Problem(Exception):
    """Something the user can put right; its text is the whole message."""


def say(text):
    print(text, flush=True)


def check_python(version=sys.version_info[:3]):
    if not SUPPORTED[0] <= version[:2] < SUPPORTED[1]:
        raise Problem(
            "This is Python {} ({}); the project needs Python 3.11, 3.12, 3.13 or 3.14.\n"
            "Install one of these, then name it in the call:\n"
            "  Linux, macOS:  make PYTHON=python3.13 reports    or    python3.13 bootstrap.py reports\n"
            "  Windows:       py -3.13 bootstrap.py reports".format(".".join(map(str, version)), sys.executable)
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Problem(
            f"This Python ({sys.executable}) lacks its modules for virtual environments (venv, ensurepip).\n"
            "On Debian or Ubuntu install them with: sudo apt install python3-venv\n"
            "Elsewhere install a complete Python 3.11 to 3.14. Then run the same command again."
        )


def venv_python():
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def sources():
    """What .venv is made from: when any of it changes, .venv is made again."""
    made_from = {"python": f"{sys.implementation.name} {platform.python_version()} {platform.machine()}"}
    made_from["folder"] = str(ROOT)
    for name in ("requirements.lock", "pyproject.toml"):
        if not (ROOT / name).is_file():
            raise Problem(f"{name} is missing in {ROOT}. Fetch the whole project again.")
        made_from[name] = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
    return json.dumps(made_from, indent=1)


def set_up():
    """Makes .venv what the lock file says. Quick when it is so already."""
    made_from = sources()
    if venv_python().exists() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == made_from:
        return
    check_python()
    say(f"Setting up in {VENV} with Python {platform.python_version()}.")
    say("This is done once. It takes a minute or two, longer on a slow network, and about 800 MB.")
    if os.path.lexists(str(VENV)) and not STAMP.is_file():
        raise Problem(
            f"{VENV} is there, but was not made by bootstrap.py, so it is left alone.\n"
            "Delete it if it is not needed, or else rename it. Then run the same command again."
        )
    # The empty stamp stays while the rest goes: an interruption leaves a folder known to be ours and unfinished.
    VENV.mkdir(exist_ok=True)
    STAMP.write_text("", encoding="utf-8")
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(str(entry))
        elif entry != STAMP:
            entry.unlink()
    import venv  # not before check_python has found it

    venv.create(str(VENV), symlinks=os.name != "nt", with_pip=True)
    pip("--require-hashes", "--only-binary", ":all:", "--requirement", ROOT / "requirements.lock")
    # Editable, and without network: setuptools is in the lock file for this.
    pip("--no-build-isolation", "--no-index", "--editable", ROOT)
    # JupyterLab asks at first start whether to fetch news and looks for updates; here nothing goes out.
    settings = VENV / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    quiet = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
    settings.write_text(json.dumps(quiet, indent=1), encoding="utf-8")
    # matplotlib lists the machine's fonts on first use, and says so; better here than in a notebook.
    in_venv("-c", "import matplotlib; matplotlib.use('Agg'); import matplotlib.pyplot")
    STAMP.write_text(made_from, encoding="utf-8")


def pip(*arguments):
    # `user = true` in the user's pip settings makes no sense in a virtual environment, and pip refuses it.
    options = ("-qq", "--disable-pip-version-check", "--no-input", "--no-deps")
    in_venv("-m", "pip", "install", *options, *arguments, PIP_USER="0")


def in_venv(*arguments, **environment):
    """Runs .venv's Python, apart from what the user's environment sets for Python."""
    command = [str(venv_python()), "-I", *map(str, arguments)]
    status = subprocess.call(command, cwd=str(ROOT), env=dict(os.environ, **environment), stdin=subprocess.DEVNULL)
    if status:
        raise Problem(
            f"This step of the set-up failed (status {status}); the lines above say why:\n"
            f"  {' '.join(command[1:])}\n"
            "Check the network and the proxy (HTTPS_PROXY), that 1 GB is free on the disk and that no program\n"
            "uses .venv. Then run the same command again."
        )


def command_line(command, arguments):
    python = str(venv_python())
    if command == "reports":
        return [python, "-m", "sourcereading", "reports", *arguments]
    if command == "test":
        return [python, "-m", "pytest", *IN_PROCESSES, *arguments]
    # The first notebook is opened. The file browser starts beside it and can go up to the articles and word lists.
    quiet = ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    first = "notebooks/00-start-here.ipynb" if (ROOT / "notebooks" / "00-start-here.ipynb").is_file() else "notebooks"
    places = [f"--ServerApp.root_dir={ROOT}", f"--LabApp.default_url=/lab/tree/{first}"]
    return [python, "-m", "jupyterlab", *places, *quiet, *arguments]


def hand_over(command):
    """Runs the command in our place and returns its exit status."""
    os.chdir(str(ROOT))
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # becomes the command: signals and exit status need no passing on
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command gets the Ctrl-C too, and decides what it means
    return subprocess.call(command)


def main(arguments):
    if arguments in (["-h"], ["--help"], ["help"]):
        say(__doc__.rstrip())
        return 0
    if not arguments or arguments[0] not in COMMANDS or (arguments[0] == "setup" and len(arguments) > 1):
        print("usage: python bootstrap.py reports|test|lab|setup [arguments passed on]", file=sys.stderr)
        print("       python bootstrap.py --help says what each does", file=sys.stderr)
        return NOTHING_DONE
    try:
        set_up()
    except (Problem, OSError, subprocess.SubprocessError) as problem:
        print(f"\nbootstrap.py: {problem}", file=sys.stderr)
        return NOTHING_DONE
    except KeyboardInterrupt:
        print("\nbootstrap.py: stopped. Run the same command again; it will start afresh.", file=sys.stderr)
        return 130
    if arguments[0] == "setup":
        say(f"Ready: {VENV}")
        return 0
    return hand_over(command_line(arguments[0], arguments[1:]))


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # a folder's name may not fit the console's encoding
    sys.exit(main(sys.argv[1:]))
