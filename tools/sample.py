"""Makes ``docs/sample``, what the program makes of ``data/practice``: ``python tools/sample.py``.

The index, the pages of articles and notebooks, and the notebooks with their outputs, for those who look before they
install. To stay small the notebooks show each chart in the size of the screen; the tables and annotations are left out,
and so are the links to them. The day of the run is ``DAY``, so that the same program gives the same sample.
"""

import base64
import io
import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from PIL import Image

from sourcereading.report.run import write_reports

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "docs" / "sample"
DAY = datetime(2026, 11, 26, tzinfo=UTC)
NOTE = (
    '<p class="of">A sample, made from three invented articles. The files of tables and annotations that it names are '
    "left out here; the program writes them beside the pages.</p>\n"
)
_LEFT_OUT = re.compile(r' href="(?:\.\./)?(?:tables|annotations)/[^"]*"')


def main(out: Path = SAMPLE) -> None:
    """Writes the sample into a folder; pages and notebooks that are there are replaced or removed."""
    os.environ["SOURCE_DATE_EPOCH"] = f"{DAY.timestamp():.0f}"
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "reports")
        result = write_reports(ROOT / "data" / "practice", made, keep_notebooks=True)
        if result.failed:
            sys.exit(f"a notebook failed, and the sample stays as it was: {result.failed[0].error}")
        files = {name: page((made / name).read_text(encoding="utf-8")) for name in result.pages}
        files |= {file.name: notebook(file) for file in sorted((made / "notebooks").glob("*.ipynb"))}
    for old in [*out.rglob("*.html"), *out.rglob("*.ipynb")]:
        old.unlink()
    for name, text in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def page(markup: str) -> str:
    """A page of the sample: no link to a file that is not there."""
    markup, left_out = _LEFT_OUT.subn("", markup)
    return markup.replace('<main id="main">\n', f'<main id="main">\n{NOTE}', 1) if left_out else markup


def notebook(file: Path) -> str:
    """The text of a notebook of the sample: its charts are no larger than they are shown."""
    made = nbformat.read(file, as_version=4)
    for cell in made.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                width = output.metadata.pop("image/png")["width"]
                output.data["image/png"] = _small(output.data["image/png"], width)
    return nbformat.writes(made) + "\n"


def _small(picture: str, width: int) -> str:
    large = Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB")
    small = large.resize((width, round(large.height * width / large.width)), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    few = small.quantize(24, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    few.save(written, "png", optimize=True)
    return base64.b64encode(written.getvalue()).decode("ascii")


if __name__ == "__main__":
    main()
