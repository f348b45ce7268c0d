"""What the paper says: notation, statements, derivations, and the exact languages that decide them."""
