"""The Rocq kernel as a decider: pins printed from the claims' own statements, and the audit of the development that proves them."""
