"""Tile servers that a page may show when its maker asks for one (``outputs.md`` 6.10)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from geoevents.errors import OutputError

__all__ = ["Tiles", "tiles_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Address with {z}, {x}, {y}, what must stand below the map, the deepest zoom; ``host`` may begin with "*."."""

    url: str
    attribution: str
    max_zoom: int
    host: str

    @property
    def warning(self) -> str:
        """What the maker of a page should know."""
        return (
            f"tiles send the viewed area to {self.host}, and OpenStreetMap and CARTO refuse pages opened from disk; "
            "use a web server"
        )


def tiles_of(name: str) -> Tiles:
    """The tiles called ``name``: a name of xyzservices ("OpenStreetMap.Mapnik") or an https address with {z}, {x}, {y}.

    OutputError for an unknown name, or an address that is not https or lacks a part.
    """
    if "://" in name:
        return _tiles(name, attribution=f"Tiles: {urlsplit(name).hostname}", max_zoom=19)
    import xyzservices.providers

    try:
        known = xyzservices.providers.query_name(name)
    except ValueError as error:
        raise OutputError(
            f"tiles {name!r} are unknown; give a name of xyzservices (OpenStreetMap.Mapnik) or an https address"
        ) from error
    url = known.build_url(fill_subdomain=False)
    return _tiles(url, attribution=known.attribution, max_zoom=int(known.get("max_zoom", 19)))


def _tiles(url: str, *, attribution: str, max_zoom: int) -> Tiles:
    parts = urlsplit(url.replace("{s}", "a"))
    if parts.scheme != "https" or not parts.hostname or not all(mark in url for mark in ("{z}", "{x}", "{y}")):
        raise OutputError(f"tiles {url!r} need an https address with {{z}}, {{x}} and {{y}}")
    # urlsplit lets through what a policy would read as more than a host.
    if any(sign in parts.netloc for sign in ";, '\"<>"):
        raise OutputError(f"tiles {url!r}: {parts.netloc!r} is not a host")
    host = "*." + parts.netloc.partition(".")[2] if "//{s}." in url else parts.netloc
    return Tiles(url=url, attribution=attribution, max_zoom=max_zoom, host=host)
