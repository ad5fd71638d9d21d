"""Articles from the web: saved pages, and the entries of RSS and Atom feeds.  The network is never touched.

trafilatura finds the text of the article among menus, comments and lists of other stories, and its title, day and
publisher in the page's metadata; feedparser reads the feeds.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geoevents.articles.article import Article
from geoevents.articles.records import article_of
from geoevents.errors import ArticleError

__all__ = ["article_of_page", "entries_of_feed"]

# The day stands in the metadata or in a <time>; a day found anywhere in the text may be that of another story.
_DAY = {"original_date": True, "extensive_search": False}


def article_of_page(data: bytes, name: str, origin: str) -> Article:
    """The article of a web page.  ArticleError where it has none."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(data)
    language = (tree.get("lang") or "") if tree is not None else ""  # before the extraction takes the tree apart
    page = None
    if tree is not None:
        for broken in tree.iter("br"):
            broken.tail = _BREAK + (broken.tail or "")
        page = bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=_DAY)
    if page is None or isinstance(page, dict) or page.body is None:
        raise ArticleError(f"{origin}: no article was found in this page")
    fields = {
        "title": page.title, "published": page.date, "source": page.sitename, "url": page.url, "language": language[:2] or None,
    }  # fmt: skip
    return article_of(fields, _text_of(page.body), name, origin)


def _text_of(body: Any) -> str:
    """Headings, paragraphs and items of lists as blocks, parted by empty lines."""
    return "\n\n".join(block for element in body for block in _blocks(element))


_HOLDERS = frozenset({"list", "quote", "table", "row", "div"})


def _blocks(element: Any) -> Iterator[str]:
    if element.tag in _HOLDERS and len(element):
        yield from _paragraphs(element.text or "")
        for inner in element:
            yield from _blocks(inner)
            yield from _paragraphs(inner.tail or "")
    else:
        yield from _paragraphs("".join(element.itertext()))


_BREAK = "\ue000"  # stands for a <br>, which the extraction would lose
_PARAGRAPH = re.compile(rf"{_BREAK}\s*{_BREAK}|\n\n")


def _paragraphs(text: str) -> Iterator[str]:
    """Two breaks of a line end a paragraph, a single one does not."""
    for paragraph in _PARAGRAPH.split(text):
        if words := " ".join(paragraph.replace(_BREAK, " ").split()):
            yield words


def entries_of_feed(data: bytes, path: Path) -> Iterator[Article | ArticleError]:
    """The entries of an RSS or Atom feed.  ArticleError where the file is none."""
    import feedparser

    feed = feedparser.parse(io.BytesIO(data))  # bytes alone may be taken for the name of a file
    if not feed.version:
        raise ArticleError(f"{path}: not an RSS or Atom feed")
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _entry(entry, feed.feed, path, number)
        except ArticleError as error:
            yield error


def _entry(entry: Any, feed: Any, path: Path, number: int) -> Article:
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    content = entry.content[0].value if entry.get("content") else entry.get("summary", "")
    fields = {
        "id": entry.get("id") or entry.get("link"), "title": entry.get("title"), "url": entry.get("link"),
        "published": f"{day.tm_year:04}-{day.tm_mon:02}-{day.tm_mday:02}" if day else None,
        "source": feed.get("title"), "language": (feed.get("language") or "")[:2] or None,
    }  # fmt: skip
    return article_of(fields, _text_of_fragment(content), f"{path.stem}:{number}", f"{path}: entry {number}")


_BLOCKS = ("p", "div", "li", "blockquote", "h1", "h2", "h3", "h4")


def _text_of_fragment(content: str) -> str:
    """The text of an entry, which is plain or a piece of HTML."""
    from lxml.html import fromstring

    tree = fromstring(f"<div>{content}</div>")
    for block in tree.iter(*_BLOCKS):
        block.tail = "\n\n" + (block.tail or "")
    return "\n\n".join(_paragraphs(tree.text_content()))
