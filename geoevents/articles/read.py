"""Reads articles: text and Markdown files, web pages, feeds, tables, folders, standard input."""

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geoevents.articles.article import Article
from geoevents.articles.published import infer_published
from geoevents.articles.records import article_of, csv_rows, json_lines, json_objects, parquet_rows
from geoevents.articles.segments import segment
from geoevents.articles.web import article_of_page, entries_of_feed
from geoevents.errors import ArticleError
from geoevents.values import replace

__all__ = ["SUFFIXES", "read_articles"]

_PAGES = (".html", ".htm")
_FEEDS = (".rss", ".atom", ".xml")
SUFFIXES = (".txt", ".md", *_PAGES, *_FEEDS, ".jsonl", ".json", ".csv", ".parquet")
_HEADER = re.compile(r"^(Title|Date|Source|Url|URL|Language):[ \t]*(.*)$")


def read_articles(
    inputs: str | Path | Iterable[str | Path],
    *,
    date: datetime.date | None = None,
    given_mentions: bool = False,
    on_error: Callable[[ArticleError], None] | None = None,
) -> Iterator[Article]:
    """Articles of files, folders (their known files in name order) and "-" (one text from standard input).

    Parameters
    ----------
    inputs
        One path or several.
    date
        Day of publication for articles that have none of their own (basis ``given``).
    given_mentions
        Keep the ``mentions`` of JSON as spans to be placed.
    on_error
        Called with each error; the other articles still come.  None: the first error is raised.

    Raises
    ------
    ArticleError
        A file cannot be read, or a row is wrong; names file and line.
    """
    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    for path in paths:
        for item in _from_path(path, given_mentions=given_mentions):
            if isinstance(item, ArticleError):
                if on_error is None:
                    raise item
                on_error(item)
            else:
                yield _dated(item, date)


def _dated(article: Article, date: datetime.date | None) -> Article:
    """The article with its day of publication: its own, the given one, or an inferred one."""
    if article.published is not None:
        return article
    if date is not None:
        return replace(article, published=date, published_basis="given")
    segments = segment(article.text, title=article.title)
    day, basis = infer_published(article.text, segments, title=article.title, name=article.id)
    return replace(article, published=day, published_basis=basis if day else None)


def _from_path(path: str | Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    if str(path) == "-":
        try:
            yield _text_article(sys.stdin.read(), "stdin", "standard input")
        except ArticleError as error:
            yield error
        return
    path = Path(path)
    if path.is_dir():
        found = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and p.name.lower() != "readme.md")
        if not found:
            yield ArticleError(f"{path}: no articles in this folder (files ending in {', '.join(SUFFIXES)})")
        for file in found:
            yield from _from_file(file, given_mentions=given_mentions)
        return
    yield from _from_file(path, given_mentions=given_mentions)


def _from_file(path: Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    suffix = path.suffix.lower()
    try:
        data = path.read_bytes()
        if suffix == ".parquet":
            yield from parquet_rows(data, path)
        elif suffix in _PAGES:
            yield article_of_page(data, path.stem, str(path))
        elif suffix in _FEEDS:
            yield from entries_of_feed(data, path)
        else:
            yield from _from_text(data.decode("utf-8-sig"), path, given_mentions=given_mentions)
    except FileNotFoundError:
        yield ArticleError(f"{path} does not exist")
    except OSError as error:
        yield ArticleError(f"{path} cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        yield ArticleError(f"{path}: byte {error.start} is not UTF-8; convert the file to UTF-8")
    except ArticleError as error:
        yield error


def _from_text(text: str, path: Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from json_lines(text, path, given_mentions=given_mentions)
    elif suffix == ".json":
        yield from json_objects(text, path, given_mentions=given_mentions)
    elif suffix == ".csv":
        yield from csv_rows(text, path)
    else:
        yield _text_article(text, path.stem, str(path))


def _text_article(text: str, name: str, origin: str) -> Article:
    """Optional header lines, a blank line, the body; without header lines all is body."""
    text = text.replace("\r\n", "\n")
    fields: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _HEADER.match(line)
        if match:
            fields[match.group(1).lower()] = match.group(2).strip()
        elif fields and not line.strip():
            text = "\n".join(lines[number + 1 :])
            break
        else:
            fields = {}
            break
    else:
        text = "" if fields else text
    return article_of(fields, text.rstrip("\n"), name, origin)
