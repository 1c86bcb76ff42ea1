"""Makes the README's pictures: ``python tools/pictures.py REPORTS`` after ``make reports``.

Needs the ``dev`` extra and a Chromium on the machine. Each picture is a screenshot of a page of REPORTS, cut to
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
    # name: page, CSS selector it begins at, height in CSS pixels
    "article": ("articles/halden-1-wire-86ec3927.html", "h2:has-text('The text, annotated')", 1080),
    "how-sure": ("03-how-sure.html", "figure:has(img[alt*='readers' i])", 480),
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
            top = page.locator(selector).first.bounding_box()["y"] - 24
            clip = {"x": 0, "y": max(0, top), "width": WIDTH, "height": height}
            shot = page.screenshot(full_page=True, clip=clip)
            picture = Image.open(io.BytesIO(shot)).convert("RGB").quantize(256)
            picture.save(ROOT / "docs" / f"{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "reports"))
