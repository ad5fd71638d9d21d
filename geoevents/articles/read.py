"""Reads articles: text and Markdown files, HTML pages, JSON Lines, CSV, folders, standard input."""

import csv
import datetime
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from geoevents.articles.article import Article, GivenMention
from geoevents.articles.published import infer_published, parse_day
from geoevents.articles.segments import segment
from geoevents.errors import ArticleError
from geoevents.values import replace

__all__ = ["SUFFIXES", "read_articles"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".csv")
_HEADER = re.compile(r"^(Title|Date|Source|Url|URL|Language):[ \t]*(.*)$")
MAX_LETTERS = 2_000_000  # an article is no book: a longer one is refused before any pattern sees it


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
        Keep the ``mentions`` of JSON Lines as spans to be placed.
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
    day, basis = infer_published(article.text, segments, title=article.title)
    return replace(article, published=day, published_basis=basis if day else None)


def _from_path(path: str | Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    if str(path) == "-":
        yield from _guarded(_text_article, sys.stdin.read(), "stdin", "standard input")
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
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        yield ArticleError(f"{path} does not exist")
        return
    except OSError as error:
        yield ArticleError(f"{path} cannot be read: {error.strerror}")
        return
    except UnicodeDecodeError as error:
        yield ArticleError(f"{path}: byte {error.start} is not UTF-8; convert the file to UTF-8")
        return
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from _json_lines(text, path, given_mentions=given_mentions)
    elif suffix == ".csv":
        yield from _csv_rows(text, path)
    elif suffix in {".html", ".htm"}:
        yield from _guarded(_html_article, text, path.stem, str(path))
    else:
        yield from _guarded(_text_article, text, path.stem, str(path))


def _guarded(
    make: Callable[[str, str, str], Article], text: str, name: str, origin: str
) -> Iterator[Article | ArticleError]:
    try:
        yield make(text, name, origin)
    except ArticleError as error:
        yield error


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
    return _article(fields, text.rstrip("\n"), name, origin)


def _article(fields: Mapping[str, Any], text: str, name: str, origin: str) -> Article:
    """An article from named fields.  ArticleError on an empty body, one too long, or a date that is none."""
    if not text.strip():
        raise ArticleError(f"{origin}: the text is empty")
    if len(text) > MAX_LETTERS:
        raise ArticleError(f"{origin}: the text has {len(text)} letters; at most {MAX_LETTERS} are read as one article")
    written = str(fields.get("published") or fields.get("date") or "").strip()
    published = parse_day(written) if written else None
    if written and published is None:
        raise ArticleError(f"{origin}: published={written!r} is not a date (YYYY-MM-DD)")
    return Article(
        id=str(fields.get("id") or name),
        text=text,
        title=_text(fields, "title"),
        published=published,
        published_basis="metadata" if published else None,
        publisher=_text(fields, "source"),
        url=_text(fields, "url"),
        language=_text(fields, "language"),
        origin=origin,
    )


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return str(value).strip() or None if value is not None else None


def _json_lines(text: str, path: Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            origin = f"{path}:{number}"
            try:
                yield _json_article(line, origin, default=f"{path.stem}:{number}", given_mentions=given_mentions)
            except ArticleError as error:
                yield error


def _json_article(line: str, origin: str, *, default: str, given_mentions: bool) -> Article:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ArticleError(f"{origin}: not a JSON object: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ArticleError(f"{origin}: wants an object with a text in 'text'")
    article = _article(record, record["text"], default, origin)
    if given_mentions and record.get("mentions") is not None:
        article = replace(article, given_mentions=_spans(record["mentions"], article.text, origin))
    return article


def _spans(mentions: Any, text: str, origin: str) -> tuple[GivenMention, ...]:
    found = []
    for m in mentions:
        try:
            start, end = int(m["start"]), int(m["end"])
        except (KeyError, TypeError, ValueError) as error:
            raise ArticleError(f"{origin}: a mention wants whole numbers in 'start' and 'end', not {m!r}") from error
        if not 0 <= start < end <= len(text):
            raise ArticleError(f"{origin}: mention {start}..{end} lies outside the text (0..{len(text)})")
        found.append(GivenMention(start=start, end=end, text=text[start:end]))
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _csv_rows(text: str, path: Path) -> Iterator[Article | ArticleError]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "text" not in (reader.fieldnames or ()):
        yield ArticleError(f"{path}:1: no column 'text'; the columns are {', '.join(reader.fieldnames or ())}")
        return
    for row in reader:
        origin = f"{path}:{reader.line_num}"
        try:
            yield _article(row, row["text"] or "", f"{path.stem}:{reader.line_num}", origin)
        except ArticleError as error:
            yield error


class _Page(HTMLParser):
    """Title, date, language and paragraphs of a web page; scripts, navigation and captions are left out."""

    BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "blockquote"})
    SKIPPED = frozenset({"script", "style", "nav", "footer", "header", "aside", "figure", "form", "noscript"})
    DATES = frozenset({"article:published_time", "date", "dc.date", "pubdate", "datepublished", "publish-date"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, str] = {}
        self.blocks: list[str] = []
        self._skip, self._open, self._in_title = 0, "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes metadata and opens blocks."""
        given = {k: v or "" for k, v in attrs}
        if tag in self.SKIPPED:
            self._skip += 1
        if tag == "html" and given.get("lang"):
            self.fields["language"] = given["lang"][:2]
        if tag == "meta":
            self._meta(given)
        if tag == "time" and given.get("datetime"):
            self.fields.setdefault("published", given["datetime"])
        if tag in self.BLOCKS and not self._skip:
            self._open = tag
            self.blocks.append("")
        self._in_title = tag == "title"

    def _meta(self, given: Mapping[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name in self.DATES:
            self.fields["published"] = given.get("content", "")
        if name in {"og:title", "og:site_name", "og:url"}:
            self.fields[{"og:title": "title", "og:site_name": "source", "og:url": "url"}[name]] = given.get(
                "content", ""
            )

    def handle_endtag(self, tag: str) -> None:
        """Closes blocks."""
        if tag in self.SKIPPED and self._skip:
            self._skip -= 1
        if tag == self._open:
            self._open = ""
        self._in_title = False

    def handle_data(self, data: str) -> None:
        """Adds text to the open block or the title."""
        if self._in_title:
            self.fields.setdefault("title", data.strip())
        elif self._open and not self._skip:
            self.blocks[-1] += data


def _html_article(text: str, name: str, origin: str) -> Article:
    page = _Page()
    page.feed(text)
    blocks = [" ".join(b.split()) for b in page.blocks]
    return _article(page.fields, "\n\n".join(b for b in blocks if b), name, origin)
