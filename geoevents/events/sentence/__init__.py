"""Words and clauses of a sentence: what every question about it is asked of."""
