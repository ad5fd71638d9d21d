"""Who: actors, and whose word it is."""
