"""Stage 1: text comes in.  Articles are read, dated and cut into sections and sentences."""
