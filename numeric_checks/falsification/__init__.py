"""The search for a point that refutes a statement: drawn, walked to, shrunk; each is judged in ball arithmetic."""
