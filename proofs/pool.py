"""Decides claims in separate processes, so that one that hangs, crashes or eats memory spoils no other."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as Timeout
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker

from pebble import ProcessExpired, ProcessPool

from proofs.catalogue import load
from proofs.checking import decide, decide_whole, unfinished
from proofs.finding import CHANGED, Finding
from proofs.isolation import limit_memory
from proofs.kernel.audit import Audited
from proofs.ledger import code_now, key, stated

_MEMORY = 2 << 30
"""Bytes of address space that a worker may use; a claim needs less than a quarter of it."""


def decide_all(
    keys: Mapping[str, str], jobs: int, seconds: float, audited: Audited | None = None
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings of each claim as they come; a claim that takes more than ``seconds`` is cut off.

    Those of the Rocq kernel where an audit is given, else those of all other families.  Only labels, their keys (`proofs.ledger.stated`
    for the kernel, else `proofs.ledger.key`), and the strings of an audit, travel to the workers: unpickling would let sympy evaluate the
    relations.  Workers read the files of claims themselves, later; a claim whose key is another there is undecided.
    """
    claims = load().claims
    context = _context()
    pool = ProcessPool(max_workers=min(jobs, len(keys)), context=context, initializer=_prepare)
    try:
        _warm(context)
        with _deaf():  # a pool that is stopped while it starts leaves a worker without its locks
            futures: dict[Future[tuple[Finding, ...] | None], str] = {
                pool.schedule(work, args=(label, expected, audited), timeout=seconds): label for label, expected in keys.items()
            }
        for future in as_completed(futures):
            label = futures[future]
            try:
                found = future.result()
                yield label, unfinished(claims[label], CHANGED, whole=audited is not None) if found is None else found
            except Timeout:
                yield label, unfinished(claims[label], f"time-out after {seconds:g} s", whole=audited is not None)
            except ProcessExpired as error:
                yield label, unfinished(claims[label], f"its process ended with exit code {error.exitcode}", whole=audited is not None)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def work(label: str, expected: str, audited: Audited | None = None) -> tuple[Finding, ...] | None:
    """Decide one claim; runs in a worker.  None where the claim, or the code that decides, is not the one with the key ``expected``.

    The key is made after the findings: by then all that they depend on has been imported.
    """
    claims = load().claims
    if (claim := claims.get(label)) is None:  # its file no longer imports
        return None
    found = decide(claim, claims) if audited is None else decide_whole(claim, audited)
    own = key(claim, claims, code_now()) if audited is None else stated(claim, now=True)
    return found if own == expected else None


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


def _warm(context: multiprocessing.context.BaseContext) -> None:
    """Return once the server from which workers are forked has read the claims; until then Ctrl-C may end all without a trace."""
    if not isinstance(context, multiprocessing.context.ForkServerContext):
        return
    resource_tracker.ensure_running()  # first, because it ends by letting Ctrl-C through
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # the server inherits it, and lifts it in `proofs.preloaded`
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    first = context.Process(target=_idle)
    first.start()
    first.join()


def _idle() -> None:
    """What a process does that shows that processes can be had."""


@contextmanager
def _deaf() -> Iterator[None]:
    """Let Ctrl-C wait until the end of the block."""
    if threading.current_thread() is not threading.main_thread():  # which alone hears it
        yield
        return
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


def _prepare() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the main process, which stops its workers
    limit_memory(_MEMORY)
