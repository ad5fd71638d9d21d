"""The errors a caller can act on: one small tree, each also the fitting builtin."""

__all__ = [
    "ArticleError",
    "CodebookError",
    "GazetteerError",
    "GeoEventsError",
    "ModelError",
    "OnlineError",
    "OutputError",
]


class GeoEventsError(Exception):
    """Base of all errors that this package raises on purpose; the text says what, where and what to do."""


class ArticleError(GeoEventsError, ValueError):
    """An input could not be read as an article; names the file and, where there is one, the line."""


class GazetteerError(GeoEventsError, OSError):
    """The atlas is missing, damaged or of another format; names the path and the command that mends it."""


class ModelError(GeoEventsError, RuntimeError):
    """Learned weights are missing or belong to another version; names the file and the command that mends it."""


class CodebookError(GeoEventsError, ValueError):
    """A codebook breaks its schema; names file and key."""


class OnlineError(GeoEventsError, ConnectionError):
    """The online geocoder could not be asked.  An outage: never "no such place", never cached."""


class OutputError(GeoEventsError, OSError):
    """A file could not be written, or may not be replaced; names the path."""
