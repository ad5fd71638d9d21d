"""When: dates of a text, and which of them belongs to which trigger."""
