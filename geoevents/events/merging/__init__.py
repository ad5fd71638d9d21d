"""Tellings of one event become one row, inside an article and across articles."""
