"""The command ``sourcereading``: what it can do is in ``parser``.

Exit status 0: done, every file accepted. 1: a notebook failed. 2: nothing could be done, or the call was
wrong. 3: done, but some files were refused. 130: interrupted. 141: the program that read the output stopped.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

from sourcereading.cli.parser import make_parser
from sourcereading.cli.terminal import DONE, INTERRUPTED, NOTHING_DONE, UNREAD, message, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (those of the process by default); returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    parser = make_parser()
    options, more = parser.parse_known_args(arguments)
    if more:
        several = "; several files are read from a folder: put them into one, and name it"
        parser.error(f"unrecognized arguments: {' '.join(more)}{several * all(map(os.path.exists, more))}")
    if options.version:
        from sourcereading.report.software import library_version

        print(f"sourcereading {library_version()}")
        return DONE
    if options.command is None:
        parser.print_help(sys.stderr)
        return NOTHING_DONE
    if options.debug:
        logging.basicConfig(format="%(message)s")  # to stderr
        logging.getLogger("sourcereading").setLevel(logging.DEBUG)
    try:
        return _done(options, arguments)
    except BrokenPipeError:  # as in `sourcereading evaluate … | head -1`
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at exit
        return UNREAD
    except KeyboardInterrupt:
        of_archive = "what is done stays; run again, and the rest is done"
        others = "tables and reports of an earlier run are as they were, or the new ones are whole"
        say(f"\nInterrupted; {of_archive if options.command == 'archive' else others}.")
        return INTERRUPTED
    except Exception as error:
        if options.debug:
            traceback.print_exc()
        say(f"sourcereading: {message(error)}")
        return NOTHING_DONE


def _done(options: argparse.Namespace, arguments: Sequence[str] | None) -> int:
    """Does what the options ask for; returns the exit status."""
    # The memory that Arrow keeps for itself is a quarter of what a process has.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    with _kernels_ahead(arguments) if options.do == "reports" else nullcontext() as options.process:
        # Neither ``--help`` nor a wrong call needs what this imports.
        from sourcereading.cli import commands

        status: int = getattr(commands, options.do)(options)
    sys.stdout.flush()
    return status


def _kernels_ahead(arguments: Sequence[str] | None) -> AbstractContextManager[Any]:
    """The process from which kernels start. It is a copy of this one, which begins anew where its hashes are not those
    that kernels have."""
    if arguments is None and sys.platform == "linux" and os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], os.environ | {"PYTHONHASHSEED": "0"})
    from sourcereading.report.warm_start import ahead

    return ahead()
