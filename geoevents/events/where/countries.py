"""ISO 3166 codes and English names of countries, from the table beside this module."""

import csv
from importlib.resources import files

__all__ = ["alpha3", "country_name"]

_ROWS = list(csv.DictReader(files("geoevents.events.where").joinpath("countries.csv").read_text("utf-8").splitlines()))
_ALPHA3: dict[str, str] = {row["alpha2"]: row["alpha3"] for row in _ROWS}
_NAMES: dict[str, str] = {row["alpha3"]: row["name"] for row in _ROWS if row["name"]}


def alpha3(alpha2: str | None) -> str | None:
    """Three-letter code of a country; None for None or an unknown code."""
    return _ALPHA3.get(alpha2 or "")


def country_name(code: str | None) -> str | None:
    """English name of a country by its three-letter code; None for None or an unknown code."""
    return _NAMES.get(code or "")
