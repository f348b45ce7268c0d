"""Reads the claims and the deciders' languages as it is imported: by the server from which workers are forked, and by nothing else."""

from contextlib import suppress

from proofs.catalogue import load

with suppress(ImportError):  # a family whose library is not here is reported as not run
    import symbolic.algebra

    import symbolic.smt  # noqa: F401
with suppress(ImportError):
    pass


load()
