"""Decides claims in separate processes, so that one that hangs, crashes or eats memory spoils no other."""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as Timeout

from pebble import ProcessExpired, ProcessPool

from proofs.catalogue import load
from proofs.checking import decide, decide_whole, unfinished
from proofs.finding import Finding
from proofs.isolation import limit_memory
from proofs.kernel.audit import Audited

_MEMORY = 2 << 30
"""Bytes of address space that a worker may use; a claim needs less than a quarter of it."""


def decide_all(
    labels: Sequence[str], jobs: int, seconds: float, audited: Audited | None = None
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings of each claim as they come; a claim that takes more than ``seconds`` is cut off.

    Those of the Rocq kernel where an audit is given, else those of all other families.  Only labels, and the strings of an audit, travel
    to the workers: unpickling would let sympy evaluate the relations.
    """
    claims = load().claims
    pool = ProcessPool(max_workers=min(jobs, len(labels)), context=_context(), initializer=_prepare)
    try:
        futures: dict[Future[tuple[Finding, ...]], str] = {
            pool.schedule(work, args=(label, audited), timeout=seconds): label for label in labels
        }
        for future in as_completed(futures):
            label = futures[future]
            try:
                yield label, future.result()
            except Timeout:
                yield label, unfinished(claims[label], f"time-out after {seconds:g} s", whole=audited is not None)
            except ProcessExpired as error:
                yield label, unfinished(claims[label], f"its process ended with exit code {error.exitcode}", whole=audited is not None)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def work(label: str, audited: Audited | None = None) -> tuple[Finding, ...]:
    """Decide one claim; runs in a worker."""
    claims = load().claims
    return decide(claims[label], claims) if audited is None else decide_whole(claims[label], audited)


def cores() -> int:
    """How many processes may run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _context() -> multiprocessing.context.BaseContext:
    """A server that has read the claims once and forks a worker in no time; elsewhere each worker starts afresh."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["proofs.preloaded"])
    return context


def _prepare() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the main process, which stops its workers
    limit_memory(_MEMORY)
