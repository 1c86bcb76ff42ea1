"""The same articles give the same bytes on any machine: whatever its language, time zone, home and seed of hashes."""

import os
import subprocess
import sys

import pytest

from sourcereading.text.paths import ROOT

MACHINES = (
    {"LC_ALL": "C", "HOME": "/nowhere/at/all", "PYTHONHASHSEED": "0", "TZ": "Asia/Kathmandu"},
    {"LC_ALL": "tr_TR", "PYTHONHASHSEED": "1", "TZ": "no/zone", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)  # the second has no home at all


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="variables as on POSIX")
def test_tables_are_the_same_bytes_whatever_the_machine(tmp_path):
    made = []
    for number, machine in enumerate(MACHINES):
        here, out = tmp_path / f"working {number}", tmp_path / f"é {number}"
        here.mkdir()
        command = [sys.executable, "-P", "-m", "sourcereading", "tables", ROOT / "data" / "practice", "--out", out]
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "lib"), **machine}
        done = subprocess.run(command, env=environment, cwd=here, capture_output=True)
        assert not done.returncode and b"Traceback" not in done.stderr and not [*here.iterdir()]
        made.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert made[0] == made[1]
