"""Spatial relations: from words to geometry."""
