"""A page opened in the real Chromium without any network, and everything it asked for or complained about."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


@dataclass
class Opened:
    """The page, requests it made beside its own file, and messages on its console."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@contextmanager
def opened(
    path: Path,
    chromium: str,
    *,
    width: int = 1280,
    height: int = 800,
    fragment: str = "",
    ready: str = "html[data-ready]",
) -> Iterator[Opened]:
    """The page at ``path`` once it is ready."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        context = browser.new_context(offline=True, viewport={"width": width, "height": height}, accept_downloads=True)
        seen = Opened(context.new_page())
        seen.page.on("request", lambda r: seen.requests.append(r.url))
        seen.page.on("console", lambda m: seen.messages.append(m.text))
        seen.page.on("pageerror", lambda e: seen.messages.append(str(e)))
        seen.page.on("dialog", lambda d: (seen.messages.append(f"dialog: {d.message}"), d.dismiss()))
        seen.page.goto(path.resolve().as_uri() + fragment)
        seen.page.wait_for_selector(ready, timeout=60_000)
        yield seen
        browser.close()
