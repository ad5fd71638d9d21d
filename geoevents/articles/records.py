"""Articles from records: named fields, JSON, and the rows of tables."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from geoevents.articles.article import Article, GivenMention
from geoevents.articles.published import parse_day
from geoevents.errors import ArticleError
from geoevents.values import replace

__all__ = ["article_of", "csv_rows", "json_lines", "json_objects", "parquet_rows"]

MAX_LETTERS = 2_000_000  # an article is no book: a longer one is refused before any pattern sees it


def article_of(fields: Mapping[Any, Any], text: str, name: str, origin: str) -> Article:
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


def _text(fields: Mapping[Any, Any], name: str) -> str | None:
    value = fields.get(name)
    return str(value).strip() or None if value is not None else None


def json_lines(text: str, path: Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    """One article a line: objects with ``text`` and, where known, id, title, published, source, url, language."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _json_article(line, f"{path}:{number}", f"{path.stem}:{number}", given_mentions=given_mentions)


def _json_article(line: str, origin: str, name: str, *, given_mentions: bool) -> Article | ArticleError:
    try:
        return _of_object(json.loads(line), origin, name, given_mentions=given_mentions)
    except ArticleError as error:
        return error
    except ValueError as error:
        return ArticleError(f"{origin}: not a JSON object: {error}")


def json_objects(text: str, path: Path, *, given_mentions: bool) -> Iterator[Article | ArticleError]:
    """The articles of a JSON file that is one object or a list of objects, as in ``json_lines``."""
    try:
        records = json.loads(text)
    except ValueError as error:
        yield ArticleError(f"{path}: not JSON: {error}")
        return
    for number, record in enumerate(records if isinstance(records, list) else [records], start=1):
        name = f"{path.stem}:{number}" if isinstance(records, list) else path.stem
        try:
            yield _of_object(record, f"{path}: object {number}", name, given_mentions=given_mentions)
        except ArticleError as error:
            yield error


def _of_object(record: Any, origin: str, name: str, *, given_mentions: bool) -> Article:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ArticleError(f"{origin}: wants an object with a text in 'text'")
    article = article_of(record, record["text"], name, origin)
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


_DELIMITERS = (",", ";", "\t")  # as the spreadsheets of different countries write them


def csv_rows(text: str, path: Path) -> Iterator[Article | ArticleError]:
    """One article a row, with the columns of ``json_lines``; commas, semicolons or tabs, whichever the first line has most of."""
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    csv.field_size_limit(MAX_LETTERS)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "text" not in (reader.fieldnames or ()):
        yield ArticleError(f"{path}:1: no column 'text'; the columns are {', '.join(reader.fieldnames or ())}")
        return
    try:
        for row in reader:
            yield _of_row(row, f"{path}:{reader.line_num}", f"{path.stem}:{reader.line_num}")
    except csv.Error as error:
        yield ArticleError(f"{path}:{reader.line_num}: {error}")


def _of_row(row: Mapping[Any, Any], origin: str, name: str) -> Article | ArticleError:
    try:
        return article_of(row, row["text"] or "", name, origin)
    except ArticleError as error:
        return error


def parquet_rows(data: bytes, path: Path) -> Iterator[Article | ArticleError]:
    """One article a row, with the columns of ``json_lines``; needs pyarrow."""
    import pandas as pd

    try:
        table = pd.read_parquet(io.BytesIO(data))
    except ImportError as error:
        raise ArticleError(f"{path}: Parquet files need pyarrow: pip install 'geoevents[parquet]'") from error
    except (ValueError, OSError) as error:
        raise ArticleError(f"{path}: not a Parquet file: {error}") from error
    if "text" not in table.columns:
        raise ArticleError(f"{path}: no column 'text'; the columns are {', '.join(map(str, table.columns))}")
    table = table.astype(object).where(table.notna(), None)
    for number, row in enumerate(table.to_dict("records"), start=1):
        yield _of_row(row, f"{path}: row {number}", f"{path.stem}:{number}")
