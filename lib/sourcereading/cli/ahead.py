"""The process from which the kernels of notebooks start, begun before what makes reports is imported: each takes over a
second to be ready, and both can at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

_PROGRAM = "import sys; sys.path[:] = filter(None, sys.path); from sourcereading.report.warm_start import *; serve()"
_LIBRARY = str(Path(__file__).resolve().parents[2])


@contextmanager
def kernels_ahead() -> Iterator[Popen[str] | None]:
    """The process, which ends with the block; None where kernels do not start so."""
    if sys.platform != "linux":
        yield None
        return
    variables = os.environ | {
        "PYTHONHASHSEED": "0", "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [_LIBRARY, os.environ.get("PYTHONPATH")])),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    }  # fmt: skip
    command = [sys.executable, "-c", _PROGRAM]
    with Popen(
        command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=variables, start_new_session=True, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()
