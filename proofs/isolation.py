"""Runs one piece of work in a process of its own, limited in time and memory, and keeps what it sent before it ended."""

import multiprocessing
import os
import signal
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

MEMORY = 4 << 30
"""Bytes of address space that the process may use."""
_SAVING = 3.0
"""Seconds that an interrupted process has to put its work in order."""
_WATCH = 0.2
"""Seconds between two looks whether the parent is still there."""

Q = TypeVar("Q")


@dataclass(frozen=True, slots=True)
class Ended:
    """The work did not come to its end, and why."""

    reason: str


def messages(work: Callable[[Q], Iterator[Any]], question: Q, seconds: float) -> Iterator[Any]:
    """What ``work(question)`` yields, as it comes; after it an `Ended` if the process ran out of time, crashed or was killed."""
    deadline = time.monotonic() + seconds
    context = _context()
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, question, sending, seconds, os.getpid()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a fork of a process in which a library keeps threads that idle
        process.start()
    sending.close()
    try:
        while True:
            if not receiving.poll(max(deadline - time.monotonic(), 0)):
                yield Ended(f"time-out after {seconds:g} s")
                return
            try:
                message = receiving.recv()
            except EOFError:
                process.join(_SAVING)
                if process.exitcode != 0:
                    yield Ended(f"its process ended with exit code {process.exitcode}")
                return
            yield message
    except KeyboardInterrupt:  # Ctrl-C reaches this process alone
        _tell(process, signal.SIGINT)
        process.join(_SAVING)
        raise
    finally:
        receiving.close()
        _tell(process, signal.SIGKILL)
        process.join()


def _context() -> Any:  # a context of any method; the common type does not know Process
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


def _work(work: Callable[[Q], Iterator[Any]], question: Q, sending: Connection, seconds: float, parent: int) -> None:
    with suppress(AttributeError, OSError):
        os.setpgid(0, 0)  # its own children go with it
    with suppress(AttributeError):
        signal.setitimer(signal.ITIMER_REAL, seconds + 2 * _SAVING)  # ends it even where its parent was killed
    signal.signal(signal.SIGINT, _interrupted)
    threading.Thread(target=_end_without, args=(parent,), daemon=True).start()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    limit_memory(MEMORY)
    try:
        for message in work(question):
            sending.send(message)
    except KeyboardInterrupt:
        os._exit(128 + signal.SIGINT)
    except BrokenPipeError:
        os._exit(1)
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that waits says it in a line
        sending.send(Ended(f"it crashed: {type(error).__name__}: {str(error).strip().partition(chr(10))[0][:200]}"))


def _end_without(parent: int) -> None:
    """Interrupt this process, and end it soon after, when its parent was killed: nobody waits for its answer."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(_SAVING)
    with suppress(AttributeError, OSError):
        if os.getpgid(0) == os.getpid():
            os.killpg(0, signal.SIGKILL)
    os._exit(128 + signal.SIGKILL)


def _interrupted(*_: object) -> None:
    """Stop, and let no library that is interrupted at work complain on the user's terminal."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    raise KeyboardInterrupt


def limit_memory(most: int) -> None:
    """Let this process use at most so many bytes of address space, where the system can."""
    try:
        import resource
    except ImportError:  # not on this system: the solvers' own limits remain
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _tell(process: BaseProcess, sign: signal.Signals) -> None:
    """Send the signal to the process and to its children."""
    if process.pid is None:
        return
    with suppress(OSError):
        if os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, sign)
            return
    with suppress(OSError):
        os.kill(process.pid, sign)
