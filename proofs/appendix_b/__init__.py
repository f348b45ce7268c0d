"""Appendix B: proofs of Section 4, line by line."""
