"""Section 3: the dynamics of the probability of success."""
