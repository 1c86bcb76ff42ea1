#!/usr/bin/env python3
"""Sets the project up and runs it. Needs Python and nothing else.

    python bootstrap.py reports [ARTICLES] [--out DIR]   sets up, writes the reports into reports/
    python bootstrap.py test    [pytest's options]       sets up, runs the tests
    python bootstrap.py lab     [JupyterLab's options]   sets up, opens JupyterLab on the notebooks
    python bootstrap.py setup                            sets up only

Relative paths start at the project's folder. "Sets up" means: builds the virtual environment .venv beside
this file and installs into it exactly what requirements.lock lists, each package checked against its hash.
That takes a minute or two and about 800 MB, once; later runs see that it is done and start at once. Nothing
outside this folder is changed, except that pip and matplotlib keep their usual caches.

pip's own settings (a proxy, a mirror, a certificate) are respected.
"""

# This file must be readable by Python 3.7 and later, so that one too old for the project gets a sentence and not
# a syntax error.
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import textwrap
import time
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
# Written empty before .venv is filled and in full after, so that an interrupted set-up is seen as one.
STAMP = VENV / "bootstrap.json"
SUPPORTED = ((3, 11), (3, 15))  # from, up to but without; as requires-python in pyproject.toml
COMMANDS = ("reports", "test", "lab", "setup")
NOTHING_DONE = 2  # exit status, as that of the `sourcereading` command

# What pip says, what it means, what helps. The first that is found counts: a machine without network also
# says "No matching distribution", and a full disk can look like anything.
PIP_FAILURES = (
    (
        r"No space left on device|not enough space",
        "the disk is full",
        "Free about 1 GB and run the same command again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "a downloaded package is not the one that requirements.lock names",
        "Try again, as a download may have been cut short. If it stays so, do not go round it: the place\n"
        "that your pip downloads from gives out a package that differs from the one this project was tested with.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "the secure connection to the package index was refused",
        "Behind a company's proxy, point pip at its certificate: pip config set global.cert FILE",
    ),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure in name|Max retries|ProxyError"
        r"|ConnectTimeout|Connection (?:refused|reset|aborted)|timed out",
        "the package index could not be reached",
        "Check the network connection and the proxy (environment variable HTTPS_PROXY), then run the same\n"
        "command again.",
    ),
    (
        r"No matching distribution found|is not a supported wheel",
        "where pip looks, there is no ready-made package for this Python and this machine",
        "Check that the package index can be reached, and that pip's settings do not name an incomplete\n"
        "one (python -m pip config list). The project needs a 64-bit Python 3.11 to 3.14 on Linux, macOS or\n"
        "Windows; elsewhere conda may have the packages: conda env create -f environment.yml",
    ),
)


class Problem(Exception):
    """Something the user can mend; its text is the whole message."""


def say(text):
    print(text, flush=True)


def check_python(version=None):
    version = version or sys.version_info[:3]
    if not SUPPORTED[0] <= tuple(version[:2]) < SUPPORTED[1]:
        raise Problem(
            "This is Python {} ({}); the project needs Python 3.11, 3.12, 3.13 or 3.14.\n"
            "Install one of these, then name it in the call:\n"
            "  Linux, macOS:  make PYTHON=python3.13 reports    or    python3.13 bootstrap.py reports\n"
            "  Windows:       py -3.13 bootstrap.py reports".format(
                ".".join(map(str, version)), sys.executable
            )
        )


def venv_python():
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint():
    """What .venv was built from: if any of it differs, .venv is not the right one."""
    for path in (LOCK, PROJECT):
        if not path.is_file():
            raise Problem(
                f"{path.name} is missing in {ROOT}.\n"
                "Fetch the whole project again; it cannot be set up in part."
            )
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256(PROJECT.read_bytes()).hexdigest(),
        "python": f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}",
        "place": str(ROOT),
    }


def read_stamp():
    """The fingerprint of .venv; {} if it was never finished; None if there is no .venv, or it is not ours."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp):
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def set_up():
    """Makes .venv what the lock file says. Quick when it is so already."""
    wanted, found = fingerprint(), read_stamp()
    usable = venv_python().exists()
    if found == wanted and usable:
        return
    if os.path.lexists(str(VENV)) and not VENV.is_dir():
        raise Problem(
            f"{VENV} is a file or a link, not a folder, so no environment can be made there.\n"
            "If it is not needed, delete it; otherwise give it another name.\n"
            "Then run the same command again."
        )
    if found is None and VENV.is_dir() and any(VENV.iterdir()):
        raise Problem(
            f"{VENV} is there, but was not made by bootstrap.py, so it is left alone.\n"
            "If it is not needed, delete that folder; otherwise give it another name.\n"
            "Then run the same command again."
        )
    differs = [key for key in wanted if (found or {}).get(key) != wanted[key]]
    if usable and differs == ["project"]:
        say("pyproject.toml has changed: installing the project anew.")
        install_project()
        write_stamp(wanted)
        return

    started = time.monotonic()
    say(f"Setting up in {VENV} with Python {platform.python_version()} ({why(found, differs)}).")
    say("This is done once. It takes a minute or two, longer on a slow network, and about 800 MB.")
    make_venv()
    install_packages()
    compile_packages()
    install_project()
    settle_in()
    write_stamp(wanted)
    say(f"Set up in {time.monotonic() - started:.0f} s.")


def why(found, differs):
    if found is None:
        return "first time"
    if not found:
        return "an earlier set-up was not finished"
    names = {
        "lock": "requirements.lock has changed",
        "project": "pyproject.toml has changed",
        "python": "it was made with {}".format(found.get("python")),
        "place": "the folder has moved",
    }
    return "; ".join(names[key] for key in differs) or "its Python is gone"


def make_venv():
    say("1 of 4  making the virtual environment")
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Problem(
            f"This Python ({sys.executable}) lacks its parts for virtual environments (venv, ensurepip).\n"
            "On Debian or Ubuntu install them with: sudo apt install python3-venv\n"
            "Elsewhere install a complete Python 3.11 to 3.14. Then run the same command again."
        )
    try:
        # The stamp stays, empty, while the rest goes: an interruption leaves a folder known to be ours.
        VENV.mkdir(exist_ok=True)
        write_stamp({})
        for entry in VENV.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry != STAMP:
                entry.unlink()
    except OSError as error:
        raise Problem(
            f"The virtual environment could not be made anew: {error}.\n"
            f"Close what uses it (JupyterLab, an editor, a terminal where it is active), check that you may\n"
            f"write in {ROOT}, then run the same command again."
        ) from None
    # When this runs inside a virtual environment, perhaps the one being replaced, build on the Python below it.
    base = getattr(sys, "_base_executable", None) or sys.executable
    done = call([base, "-I", "-m", "venv", str(VENV)])
    if done.returncode:
        raise Problem(
            f"The virtual environment could not be made (python -m venv: status {done.returncode}):\n"
            f"{indent(done.stdout)}\n"
            "On Debian or Ubuntu this helps: sudo apt install python3-venv"
        )


def install_packages():
    say("2 of 4  fetching and installing the packages of requirements.lock")
    # Compiling is left to the next step, which uses every core and leaves the packages' own tests out.
    pip("install", "--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-compile", "-r", str(LOCK))


def compile_packages():
    say("3 of 4  compiling them, so that every later start is quick")
    # Run for its effect only: some packages carry files that are not meant to compile. `-I` also sets aside a
    # PYTHONDONTWRITEBYTECODE in the environment, without which each start of pandas would cost seconds.
    call(
        [str(venv_python()), "-I", "-m", "compileall", "-q", "-j", "0", "-x", r"[/\\]tests?[/\\]", str(VENV)]
    )


def install_project():
    # Editable, and without network: setuptools is in the lock file for this.
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))


def settle_in():
    say("4 of 4  last touches")
    # JupyterLab asks at first start whether to fetch news and looks for updates; here nothing goes out.
    settings = VENV / "share" / "jupyter" / "lab" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    quiet = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}
    (settings / "overrides.json").write_text(json.dumps(quiet, indent=1) + "\n", encoding="utf-8")
    # matplotlib lists the machine's fonts on first use, and says so; better here than in somebody's notebook.
    call([str(venv_python()), "-I", "-c", "import matplotlib.pyplot"], MPLBACKEND="Agg")


def pip(*arguments):
    """Runs the environment's pip, shows how far it is on a terminal, and explains a failure."""
    command = [str(venv_python()), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    # A `user = true` in somebody's pip settings makes no sense in a virtual environment, and pip refuses it.
    process = subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=dict(os.environ, PIP_USER="0"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    shows, count, last = sys.stdout.isatty(), 0, deque(maxlen=400)
    for line in process.stdout:
        last.append(line.rstrip())
        if shows and line.startswith(("Collecting ", "Installing collected")):
            count += line.startswith("Collecting ")
            package = re.match(r"Collecting ([\w.-]+)", line)
            say_over(f"        {count:3}  {package.group(1)}" if package else "        unpacking")
    if shows:
        say_over("")
    status = process.wait()
    if status:
        raise Problem(explain_pip(status, last))


def explain_pip(status, lines):
    text = "\n".join(lines)
    told = [line for line in lines if line.startswith("ERROR:")][-3:] or list(lines)[-5:]
    unknown = ("", "see its words", "Run the same command again; if it stays so, report these lines.")
    _, reason, remedy = next((known for known in PIP_FAILURES if re.search(known[0], text)), unknown)
    told = indent("\n".join(textwrap.shorten(line, 200, placeholder=" …") for line in told))
    return f"pip could not install what the project needs (status {status}): {reason}.\n{told}\n{remedy}"


def say_over(text):
    sys.stdout.write("\r" + text.ljust(60)[:60] + ("" if text else "\r"))
    sys.stdout.flush()


def indent(text):
    return textwrap.indent(text.strip(), "    ")


def call(command, **environment):
    """Runs a command to its end and keeps what it says."""
    return subprocess.run(
        command,
        cwd=str(ROOT),
        env=dict(os.environ, **environment),
        stdin=subprocess.DEVNULL,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def at_home(argument):
    """An argument with a leading ~ replaced by the home folder; that of an unknown user stays."""
    try:
        return str(Path(argument).expanduser()) if argument.startswith("~") else argument
    except RuntimeError:
        return argument


def command_line(command, arguments):
    python = str(venv_python())
    # Not every shell expands the ~ of `make reports ARTICLES=~/articles`.
    arguments = [at_home(argument) for argument in arguments]
    if command == "reports":
        return [python, "-m", "sourcereading", "reports", *arguments]
    if command == "test":
        return [python, "-m", "pytest", *arguments]
    # The file browser starts among the notebooks and can go up to the articles and word lists beside them.
    return [
        python,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={ROOT}",
        "--LabApp.default_url=/lab/tree/notebooks",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        *arguments,
    ]


def hand_over(command):
    """Runs the command in our place and returns its exit status."""
    os.chdir(str(ROOT))
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # becomes the command: signals and exit status need no passing on
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the command got the Ctrl-C too, and decides what it means


def main(arguments):
    if arguments in (["-h"], ["--help"], ["help"]):
        say(__doc__.rstrip())
        return 0
    if not arguments or arguments[0] not in COMMANDS or (arguments[0] == "setup" and len(arguments) > 1):
        print("usage: python bootstrap.py reports|test|lab|setup [arguments passed on]", file=sys.stderr)
        print("       python bootstrap.py --help says what each does", file=sys.stderr)
        return NOTHING_DONE
    try:
        check_python()
        set_up()
    except Problem as problem:
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
    if hasattr(sys.stdout, "reconfigure"):  # not before Python 3.7
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # a folder's name may not fit the console's encoding
    sys.exit(main(sys.argv[1:]))
