"""Reads the claims and the deciders' libraries as it is imported: by the server from which workers are forked, and by nothing else."""

import signal
from contextlib import suppress
from importlib import import_module

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the main process; and before the long imports
with suppress(AttributeError):
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

from proofs.catalogue import load  # noqa: E402 - see above

for name in (
    "symbolic.algebra",
    "symbolic.smt",
    "numeric_checks.confirm",
    "numeric_checks.falsification.falsify",
    "numeric_checks.high_precision.corroboration",
):
    with suppress(ImportError):  # a family whose library is not here is reported as not run
        import_module(name)
load()
