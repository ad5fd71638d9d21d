"""Stage: articles."""
