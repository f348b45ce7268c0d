"""The paper's figures, computed again from certified numbers, and a phase diagram; ``python -m proofs.figures DIR`` writes them all."""
