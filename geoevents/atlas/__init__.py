"""Stage: atlas."""
