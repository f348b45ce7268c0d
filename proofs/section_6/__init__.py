"""Section 6: what the paper says it has shown."""
