"""Stage 2: names are found and become places, from an atlas that needs no network."""
