"""How many: numbers of a text, what they count, and which of them belongs to which trigger."""
