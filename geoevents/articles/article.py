"""Article: what was published, when, by whom, in which language."""

import datetime
from typing import Literal

from geoevents.values import dataclass

__all__ = ["Article", "GivenMention", "PublishedBasis"]

PublishedBasis = Literal["given", "metadata", "dateline", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMention:
    """A span of the body that the input itself names as a place (``--given-mentions``)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article.

    ``text`` is the body; every offset in this package is a Python string offset into it, end exclusive.
    ``published`` is the calendar day of publication and ``published_basis`` how it is known: ``given`` by the
    user, ``metadata`` of the input, its ``dateline``, or ``inferred`` from the text; both None if unknown.
    ``origin`` names file (and line) for error messages.
    """

    id: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    published_basis: PublishedBasis | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    given_mentions: tuple[GivenMention, ...] | None = None
    origin: str | None = None
