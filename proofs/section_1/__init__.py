"""The abstract and Section 1: what the paper says it shows."""
