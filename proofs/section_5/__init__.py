"""Section 5: approximate policies."""
