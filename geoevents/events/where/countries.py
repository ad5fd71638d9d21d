"""ISO 3166 codes: alpha-2 to alpha-3, from the table beside this module."""

import csv
from importlib.resources import files

__all__ = ["alpha3"]

_ROWS = csv.DictReader(files("geoevents.events.where").joinpath("countries.csv").read_text("utf-8").splitlines())
_ALPHA3: dict[str, str] = {row["alpha2"]: row["alpha3"] for row in _ROWS}


def alpha3(alpha2: str | None) -> str | None:
    """Three-letter code of a country; None for None or an unknown code."""
    return _ALPHA3.get(alpha2 or "")
