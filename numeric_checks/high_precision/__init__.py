"""Corroboration to fifty digits and more in mpmath, which shares no code with the balls."""
