"""Stage 5: tables become things people open: a map page, GeoJSON, GeoPackage with a QGIS project, CSV."""
