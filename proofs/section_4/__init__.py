"""Section 4: fixed points, convergence and amplification."""
