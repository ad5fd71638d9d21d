"""Which spans of a text name a place, and in which role."""
