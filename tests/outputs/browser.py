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

# Text that would run or break something if any sink took it for more than text.
HOSTILE = [
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "</script><script>window.hit=1</script>",
    "<svg/onload=window.hit=1>", "javascript:window.hit=1", "`${window.hit=1}`", "{{constructor.constructor('window.hit=1')()}}",
    "'\"><b onmouseover=window.hit=1>", "<!--<script>", "]]>", "&lt;script&gt;", "\u202eevil\u202c", "A" * 3000, "🛩️" * 50,
    "\x00\x01", "\ud800".encode("utf-8", "replace").decode(), "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "<a href=javascript:window.hit=1>x</a>", "\u2028\u2029", "%3Cscript%3E", "<style>*{display:none}</style>", "</style>",
    "<base href=//evil>", "<meta http-equiv=refresh content=0>", "--><script>window.hit=1</script>", "\\u003cscript\\u003e",
    "{% for x in range(9) %}{{ x }}{% endfor %}", "{# gone #}", "${window.hit=1}", "\\", "C:\\users\\new", "'; window.hit=1; '",
    '"; window.hit=1; "', "*/ window.hit=1; /*", "data:text/html,<script>parent.hit=1</script>", "</textarea></title></dialog>",
    "\u2066\u2067\u202dmixed \u05e9\u05dc\u05d5\u05dd\u2069", "a\u0300\u0301\u0302\u0303\u0304" * 200, "=HYPERLINK(\"http://evil\")",
    "__proto__", "constructor", "line\none\r\ntwo\tthree", "\ufeff", "<math><mtext></mtext><script>window.hit=1</script></math>",
    "https://example.org/' onclick='window.hit=1", "%s %d {0} {version} {data}",
]  # fmt: skip


@dataclass
class Opened:
    """The page, requests it made beside its own file, and messages on its console."""

    page: Any
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @property
    def shown(self) -> int:
        """The number in "n of m shown"."""
        return int("".join(c for c in self.page.inner_text("#shown").split(" of ")[0] if c.isdigit()))


@contextmanager
def opened(
    path: Path, browser: Any, *, width: int = 1400, height: int = 900, fragment: str = "", ready: str = "html[data-ready='1']",
    **options: Any,
) -> Iterator[Opened]:  # fmt: skip
    """The page at ``path`` once it is ready, in a context of its own without a network."""
    context = browser.new_context(
        offline=True, viewport={"width": width, "height": height}, accept_downloads=True, **options
    )
    seen = Opened(context.new_page())
    seen.page.on("request", lambda r: seen.requests.append(r.url))
    seen.page.on("console", lambda m: seen.messages.append(m.text))
    seen.page.on("pageerror", lambda e: seen.messages.append(str(e)))
    seen.page.on("dialog", lambda d: (seen.messages.append(f"dialog: {d.message}"), d.dismiss()))
    try:
        seen.page.goto(path.resolve().as_uri() + fragment)
        seen.page.wait_for_selector(ready, state="attached", timeout=60_000)
        yield seen
    finally:
        context.close()
