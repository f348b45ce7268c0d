"""The facts on which the solvers may rely: each a claim, proved without them."""
