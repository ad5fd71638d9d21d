"""Stage 4: events become tables, built and checked here and nowhere else."""
