"""Renews maps/example.png, the picture in the README: ``python -m tests.outputs.renew_example`` after ``make map``."""

import shutil
from pathlib import Path

from tests.outputs.browser import FLAGS, opened

ROOT = Path(__file__).parents[2]
_VIEW = "#v=1&z=5.75&c=52.2,39.5"
_EVENT = "Bryansk"  # a claim about a region: the card, the area and the sum that it is part of are seen at once


def renew() -> Path:
    """Opens maps/events.html, chooses an event and writes what Chromium shows."""
    from playwright.sync_api import sync_playwright

    path = ROOT / "maps" / "example.png"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with opened(ROOT / "maps" / "events.html", browser, width=1440, height=900, fragment=_VIEW) as seen:
            seen.page.locator("#list .row", has_text=_EVENT).first.click()
            seen.page.wait_for_timeout(500)
            seen.page.screenshot(path=path)
        browser.close()
    return path


if __name__ == "__main__":
    renew()
