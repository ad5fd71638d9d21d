"""Where: which named place belongs to which trigger."""
