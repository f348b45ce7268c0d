"""Evaluation in ball arithmetic (Arb): expressions compiled once, values exact where they can be, truth where it is certain."""
