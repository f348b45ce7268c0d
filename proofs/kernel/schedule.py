"""Carries out tasks that wait for one another, side by side, those first on which most depends."""

from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter

from proofs.kernel.development import DevelopmentError


@dataclass(frozen=True)
class Task:
    """What to do once the tasks named in ``after`` are done, and how many seconds it takes, roughly."""

    work: Callable[[], str | None]
    after: tuple[str, ...] = ()
    weight: float = 1.0


def carry_out(tasks: Mapping[str, Task], jobs: int, stop: Callable[[], None]) -> dict[str, str | None]:
    """What each task answers; the first that raises ends all, those running by ``stop``, and what it raised is raised here.

    Raises:
        DevelopmentError: where tasks wait for each other.
    """
    order = TopologicalSorter({name: task.after for name, task in tasks.items()})
    try:
        order.prepare()
    except CycleError as error:
        raise DevelopmentError(f"files require each other: {' → '.join(error.args[1])}") from error
    then: dict[str, list[str]] = {name: [] for name in tasks}
    for name, task in tasks.items():
        for before in task.after:
            then[before].append(name)

    @cache
    def depends(name: str) -> float:
        """Seconds from the beginning of this task to the end of all that waits for it."""
        return tasks[name].weight + max(map(depends, then[name]), default=0.0)

    answers: dict[str, str | None] = {}
    ready: list[str] = []
    running: dict[Future[str | None], str] = {}
    with ThreadPoolExecutor(jobs) as pool:
        while order.is_active():
            ready = sorted((*ready, *order.get_ready()), key=depends, reverse=True)
            while ready and len(running) < jobs:
                name = ready.pop(0)
                running[pool.submit(tasks[name].work)] = name
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                name = running.pop(future)
                try:
                    answers[name] = future.result()
                except BaseException:
                    stop()
                    raise
                order.done(name)
    return answers
