"""Stops a command at random moments, and looks whether its folder is whole.

    python benchmarks/faults.py COMMAND [SIGNAL] [TIMES]

COMMAND is tables, reports or archive; SIGNAL is SIGKILL (default) or SIGINT (Ctrl-C). After each stop the folder must
have the former files or the new ones, or none that pass for whole; the next run must succeed, and no process stay.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
OWN = (".sourcereading-lock", ".sourcereading-new")
SIGN = {"tables": "manifest.json", "reports": "index.html", "archive": "_SUCCESS"}


def files(folder):
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith(OWN)}


def environ(folder):
    """The environment of a process: those that a run began have its mark, whatever their session and parent."""
    try:
        return (folder / "environ").read_text(errors="replace")
    except OSError:
        return ""  # it has ended


def run(command, source, out, number=0, after=None):
    """The status of a run, how long it took, and whether all its processes have ended."""
    line = [sys.executable, "-m", "sourcereading", command, str(source), "--out", str(out)]
    begun = time.monotonic()
    mark = uuid4().hex
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lib"), "FAULTS_RUN": mark}
    process = subprocess.Popen(line, start_new_session=True, stderr=subprocess.DEVNULL, env=environment)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
        process.wait()
    took, until = time.monotonic() - begun, time.monotonic() + 20
    while left := any(mark in environ(folder) for folder in Path("/proc").glob("[0-9]*")):
        if time.monotonic() > until:
            break
        time.sleep(0.2)
    return process.returncode, took, not left


def main(command, number="SIGKILL", times="10"):
    if command not in SIGN or number not in ("SIGKILL", "SIGINT") or not times.isdecimal():
        sys.exit(__doc__)
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    old, new = folder / "old.csv", folder / "new.csv"
    old.write_text("text\nIt may rain says Ana Ruiz.\nBen Holm said no.\n")
    new.write_text("text\nIda Holm said that it may snow.\nBen Holm said yes.\nNobody left.\n")
    out, bad = folder / "out", 0
    _, took, _ = run(command, new, folder / "whole")
    whole = files(folder / "whole")
    for _ in range(int(times)):
        run(command, old, out)
        former, moment = files(out), random.uniform(0, took)
        status, _, ended = run(command, new, out, getattr(signal, number), moment)
        now = files(out)
        said = "old" if now == former else "new" if now == whole else "unfinished"
        if said == "unfinished" and SIGN[command] in now and now[SIGN[command]] == whole[SIGN[command]]:
            said = "PASSES FOR WHOLE"
        again = run(command, new, out)[0] == 0 and files(out) == whole
        bad += said.isupper() or not ended or not again
        print(f"{moment:5.1f} s, status {status}: {said}; {'next run whole' if again else 'NEXT RUN NOT WHOLE'}"
              f"{'' if ended else '; PROCESSES LEFT'}", flush=True)  # fmt: skip
    shutil.rmtree(folder)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
