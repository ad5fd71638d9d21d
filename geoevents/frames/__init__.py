"""Stage: frames."""
