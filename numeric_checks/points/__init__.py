"""Where to try a statement: its hypotheses read as a region, and exact points drawn from it."""
