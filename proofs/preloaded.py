"""Reads the claims and the deciders' libraries as it is imported: by the server from which workers are forked, and by nothing else."""

from contextlib import suppress
from importlib import import_module

from proofs.catalogue import load

for name in ("symbolic.algebra", "symbolic.smt", "numeric_checks.confirm", "numeric_checks.falsify", "numeric_checks.high_precision"):
    with suppress(ImportError):  # a family whose library is not here is reported as not run
        import_module(name)
load()
