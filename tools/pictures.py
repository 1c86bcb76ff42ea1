"""Makes the README's pictures from the sample: ``python tools/pictures.py`` after ``python tools/sample.py``.

Needs the ``dev`` extra and a Chromium on the machine. Each picture is a screenshot of a page of ``docs/sample``, cut to
what it is to show and reduced to 256 colours, so that the repository stays small.
"""

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 1180
PICTURES = {
    # name: page, CSS selector of what it begins at and is as wide as, height in CSS pixels
    "article": ("articles/halden-1-wire-86ec39270662.html", "h2:has-text('The text, annotated')", 1040),
    "how-sure": ("03-how-sure.html", "img[alt*='readers' i]", 730),
}


def main(reports: Path) -> None:
    """Writes ``docs/NAME.png`` for every picture."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser_path is None:
        sys.exit("no Chromium found; install Debian's package chromium, or Chrome")
    (ROOT / "docs").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        for name, (file, selector, height) in PICTURES.items():
            page.goto((reports / file).resolve().as_uri())
            box = page.locator(selector).first.bounding_box()
            clip = {"x": box["x"] - 16, "y": box["y"] - 12, "width": box["width"] + 32, "height": height}
            shot = page.screenshot(full_page=True, clip=clip)
            picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(256)
            picture.save(ROOT / "docs" / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs" / "sample"))
