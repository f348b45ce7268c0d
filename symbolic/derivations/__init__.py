"""The re-derivations that the paper needs, as data: one file for each numbered statement or display."""
