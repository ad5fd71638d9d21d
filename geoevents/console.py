"""What all commands share: messages on standard error, exit codes, a count of progress."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer

from geoevents.errors import GeoEventsError

__all__ = ["Run", "fail", "guard", "progress", "say", "transfer"]


class Run:
    """What one run has read and what went wrong."""

    def __init__(self) -> None:
        """Starts without errors."""
        self.errors: list[str] = []

    def wrong(self, error: Exception) -> None:
        """Names an error on standard error and goes on."""
        self.errors.append(str(error))
        say(f"error: {error}")


def say(text: str) -> None:
    """A line on standard error."""
    print(text, file=sys.stderr)


def fail(message: str, code: int) -> NoReturn:
    """Ends the command with a message and an exit code."""
    say(f"error: {message}")
    raise typer.Exit(code)


def progress(articles: Iterator[Any]) -> Iterator[Any]:
    """A count on a terminal once a second has passed; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    with Progress(
        SpinnerColumn(), TextColumn("{task.completed} articles"), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("", total=None)
        for article in articles:
            yield article
            bar.advance(task)


@contextmanager
def transfer() -> Iterator[Callable[[str], Callable[[int, int | None], None]]]:
    """A bar for each file that is brought, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _name: lambda _done, _whole: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:

        def show(name: str) -> Callable[[int, int | None], None]:
            task = bars.add_task(name, total=None)
            return lambda done, whole: bars.update(task, completed=done, total=whole)

        yield show


class guard:  # noqa: N801 - reads as a statement
    """``with guard(debug):`` turns a user's mistake into one line and exit 1; Ctrl-C into 130."""

    def __init__(self, debug: bool) -> None:
        self.debug = debug

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, KeyboardInterrupt):
            raise typer.Exit(130)
        if isinstance(error, GeoEventsError):
            if self.debug:
                traceback.print_exception(error)
            fail(str(error), 1)
