"""Sees to it that no claim rests on itself: which claims are established before which, and which proofs would close a circle."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

Routes: TypeAlias = Sequence[Sequence[frozenset[str]]]
"""For each part of a claim, its proofs; for each proof, the claims that it rests on."""


def ranks(uses: Mapping[str, Collection[str]], routes: Mapping[str, Routes]) -> dict[str, int]:
    """When each claim is established: it ranks above all that it uses, and above all that some proof of each of its parts rests on.

    A part without any proof is nothing to wait for.  Claims that can only be established by way of one another share a rank.
    """
    rank: dict[str, int] = {}
    level = 0
    while len(rank) < len(uses):
        ready = [label for label in uses if label not in rank and not _awaited(label, uses, routes, rank)]
        rank.update(dict.fromkeys(ready or _circle(uses, routes, rank), level))
        level += 1
    return rank


def _awaited(label: str, uses: Mapping[str, Collection[str]], routes: Mapping[str, Routes], rank: Mapping[str, int]) -> list[str]:
    """What stands between a claim and its being established."""
    missing = [used for used in uses[label] if used not in rank]
    for proofs in routes[label]:
        if proofs and not any(route <= rank.keys() for route in proofs):
            missing += sorted(set().union(*proofs) - rank.keys())
    return missing


def _circle(uses: Mapping[str, Collection[str]], routes: Mapping[str, Routes], rank: Mapping[str, int]) -> list[str]:
    """Claims each of which awaits the next, and the last the first; there is such a circle where none is ready."""
    path = [next(label for label in uses if label not in rank)]
    while (step := _awaited(path[-1], uses, routes, rank)[0]) not in path:
        path.append(step)
    return path[path.index(step) :]


def closes_circle(
    label: str, rests_on: Iterable[str], rank: Mapping[str, int], uses: Mapping[str, Collection[str]], routes: Mapping[str, Routes]
) -> str | None:
    """The first claim of ``rests_on`` by which a proof of ``label`` would rest on itself; None where there is none.

    What ranks lower was established without ``label``.  Anything else counts as circular if any of its proofs leads back.
    """
    for other in sorted(rests_on):
        if rank[other] >= rank[label] and label in _reached(other, uses, routes):
            return other
    return None


def _reached(start: str, uses: Mapping[str, Collection[str]], routes: Mapping[str, Routes]) -> set[str]:
    seen, todo = set[str](), [start]
    while todo:
        label = todo.pop()
        if label not in seen:
            seen.add(label)
            todo += uses[label]
            todo += [other for proofs in routes[label] for route in proofs for other in route]
    return seen
