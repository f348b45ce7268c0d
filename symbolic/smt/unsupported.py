"""The error for what cannot be put to a solver."""


class UnsupportedError(Exception):
    """The statement, or a term that a lemma needs, goes beyond what can be written in the solvers' language; the message says what."""
