"""A Dask cluster as the executor of a search: connected to before any work is done, and asked whether its workers can do it."""

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

_ANSWER = 5.0
"""Seconds that a scheduler has to answer, and its workers after it."""


class SchedulerError(Exception):
    """The scheduler cannot be used, and why."""


@contextmanager
def executor(address: str | None) -> Iterator[Executor | None]:
    """The executor of the cluster whose scheduler has this address; None where no address is given.

    Raises:
        SchedulerError: if there is no such cluster, it has no worker that can do the work, it was lost, or Dask is not installed.
    """
    if address is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise SchedulerError("--scheduler needs Dask: install grpo-companion[distributed]") from error
    logging.disable(logging.CRITICAL)  # what Dask has to say is said here, in one line; this process does nothing else
    try:
        client = Client(address, timeout=_ANSWER)
    except Exception as error:  # a library's answer to whatever people typed
        raise SchedulerError(f"no scheduler answers at {address!r}") from error
    with client:
        try:
            client.submit(_worker, pure=False).result(timeout=_ANSWER)
        except TimeoutError as error:
            raise SchedulerError(f"no worker of the scheduler at {address} answers") from error
        except Exception as error:  # whatever a worker raises
            raise SchedulerError(f"the workers of {address} cannot do the work: {type(error).__name__}: {error}") from error
        yield client.get_executor()
        if client.status != "running":
            raise SchedulerError(f"the scheduler at {address} was lost: the same command goes on from the boxes that are kept")


def _worker() -> None:
    """Runs on a worker: can it import what it will be asked to do?"""
    import_module("numeric_checks.prover.batch")
