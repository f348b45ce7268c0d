"""A process that answers lines by lines, with a limit on the time and length of each answer."""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress

MAX_ANSWER = 1 << 22
"""Bytes: more is no answer."""


class Process:
    """A Python script run by this interpreter, isolated from its settings and packages; it ends when this process does."""

    def __init__(self, command: Sequence[str]) -> None:
        self._owner = os.getpid()
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def usable(self) -> bool:
        """Whether it runs, and was started here: a fork of this process must not speak into the same pipes."""
        return self._owner == os.getpid() and self._process.poll() is None

    def exchange(self, line: str, seconds: float) -> str:
        """The line that answers ``line``.

        Raises:
            OSError: if there is none within ``seconds``, or none of bearable length; the process is then ended.
        """
        with self._lock:
            deadline = time.monotonic() + seconds
            try:
                self._write(line.encode() + b"\n", deadline)
                return self._read(deadline).decode()
            except BaseException:
                self.close()  # what it says later would be taken for the next answer
                raise

    def close(self) -> None:
        """End it, if it was started here."""
        if self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _write(self, data: bytes, deadline: float) -> None:
        assert self._process.stdin is not None
        pipe = self._process.stdin.fileno()
        os.set_blocking(pipe, False)
        while data:
            _, ready, _ = select.select([], [pipe], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError("it does not read")
            data = data[os.write(pipe, data) :]

    def _read(self, deadline: float) -> bytes:
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        said = b""
        while not said.endswith(b"\n"):
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError("it took too long")
            chunk = os.read(pipe, 1 << 16)
            if not chunk:
                raise BrokenPipeError("its process has ended")
            said += chunk
            if len(said) > MAX_ANSWER:
                raise OSError("it says too much")
        return said
