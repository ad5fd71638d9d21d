"""One Chromium for all tests of a run; each opens its page in a context of its own."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.outputs.browser import FLAGS


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()
