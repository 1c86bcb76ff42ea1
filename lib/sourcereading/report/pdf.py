"""Pages as a PDF file, printed by a Chromium that is already on the machine; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sourcereading.report.one_file import MADE, one_file
from sourcereading.text.paths import ReaderError
from sourcereading.text.safe_files import whole
from sourcereading.text.writable import PlaceError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_SECONDS = 300
_ONE_FILE = (
    "Use --single FILE.html instead, open the file in any browser, and print the pages you want with the browser's own "
    "Print, Save as PDF"
)


class NoBrowser(ReaderError):
    """There is no Chromium to print with; the message says what to do instead."""


def browser(instead: str = _ONE_FILE) -> str:
    """The path of a Chromium; a NoBrowser where there is none says what can be done ``instead``."""
    if found := next(filter(None, map(shutil.which, _BROWSERS)), None):
        return found
    raise NoBrowser(f"A PDF needs Chromium or Chrome, and there is none here. {instead}")


def write_pdf(folder: Path, pages: Sequence[str], file: Path) -> Path:
    """Prints the pages of a folder of reports, one after the other, with the index as the cover; errors as of
    ``print_page``."""
    return print_page(one_file(folder, pages, "printed"), file, _ONE_FILE)


def print_page(page: str, file: Path, instead: str, mark: bytes = MADE) -> Path:
    """Prints one HTML page; ``mark`` is the last line of the PDF, a comment. A NoBrowser where there is no Chromium, or
    a PlaceError where it could not print, says what can be done ``instead``."""
    program = browser(instead)
    with tempfile.TemporaryDirectory(prefix="sr-", ignore_cleanup_errors=True) as made:
        html, printed = Path(made, "page.html"), Path(made, "page.pdf")
        html.write_text(page, encoding="utf-8", newline="\n")
        command = [
            program, "--headless", "--disable-gpu", f"--user-data-dir={made}/profile", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", f"--print-to-pdf={printed}", html.as_uri(),
        ]  # fmt: skip
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to start for root with it
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PlaceError(f"{file}: {program} could not print ({type(error).__name__}). {instead}") from None
        if done.returncode or not printed.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it gave no reason"]
            raise PlaceError(f"{file}: {program} could not print ({said[0][:200]}). {instead}")
        with whole(file, "sourcereading") as new:
            new.write_bytes(printed.read_bytes() + mark)
    return file
