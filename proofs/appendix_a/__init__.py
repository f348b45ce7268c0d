"""Appendix A: proofs of Section 3, line by line."""
