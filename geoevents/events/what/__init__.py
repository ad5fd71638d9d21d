"""What happened: triggers of the codebook, and whether they tell an event at all."""
