"""Word lists: TOML files beside the modules that read them, read once, as sets of words or as parts of patterns.

Above each list a line says why it is there.  A list is a text of single words between blanks, or an array where it holds
phrases ("close to") as well.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["any_of", "cut_head", "data_of", "patterns_of", "sets_of"]


def data_of(package: str, file: str) -> dict[str, Any]:
    """What a TOML file of a package holds."""
    return tomllib.loads(files(package).joinpath(file).read_text("utf-8"))


def sets_of(package: str, file: str, table: str | None = None) -> dict[str, frozenset[str]]:
    """The lists of a table, or of a file that holds nothing else, each as a set."""
    return {name: frozenset(words) for name, words in _lists_of(package, file, table).items()}


@cache
def patterns_of(package: str, file: str, table: str | None = None) -> dict[str, str]:
    """The lists of a table, or of a file that holds nothing else, each as alternatives of a pattern."""
    return {name: any_of(words) for name, words in _lists_of(package, file, table).items()}


def any_of(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, in the order given; a blank in a phrase stands for any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def cut_head(pattern: re.Pattern[str], text: str) -> str:
    """A text without what a pattern finds at its beginning."""
    head = pattern.match(text)
    return text[head.end() :] if head is not None else text


def _lists_of(package: str, file: str, table: str | None) -> dict[str, list[str]]:
    """The words of each list by its name, in the order written."""
    data = data_of(package, file)
    lists = data if table is None else data[table]
    return {name: words.split() if isinstance(words, str) else words for name, words in lists.items()}
