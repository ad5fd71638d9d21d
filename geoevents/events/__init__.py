"""Stage 3: sentences become typed, dated, attributed events."""
