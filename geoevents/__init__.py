"""Articles come in, names become places, sentences become events, events become tables, tables become maps."""

__version__ = "0.1.0"
