"""Finds the claims by folder, and says by file and line which declarations do not fit together.

A claim that is malformed, and whatever uses it, is left out; every other claim stands.  So one broken file spoils neither the check of
a lemma elsewhere nor the list.
"""

import difflib
import graphlib
import importlib
import pkgutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import ModuleType

import proofs
from proofs.kernel.table import PINS
from symbolic.claim import Claim, Declared
from symbolic.declaration import DeclarationError

SECTIONS = (
    "section_1",
    "section_2",
    "section_3",
    "section_4",
    "section_5",
    "section_6",
    "appendix_a",
    "appendix_b",
    "appendix_c",
    "solver",
    "beyond",
)
"""The folders of claims, in the order of the paper."""


class CatalogueError(Exception):
    """A label that does not exist, or declarations that do not fit together; the message is one line."""


@dataclass(frozen=True)
class Fault:
    """One malformed declaration: ``message`` begins with file and line; ``labels`` are the claims it spoils."""

    message: str
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Catalogue:
    """The claims by label, in the order of the paper, and the faults of those left out."""

    claims: Mapping[str, Claim]
    faults: tuple[Fault, ...] = ()
    spoiled: Mapping[str, Fault] = field(default_factory=dict)

    def select(self, labels: Iterable[str]) -> tuple[str, ...]:
        """The labels named, all those of a group where a label prefixes others (``lemma-3``), and whatever these use.

        Raises:
            CatalogueError: for a label that is unknown (with near ones) or spoiled.
        """
        wanted: list[str] = []
        for label in labels:
            if group := [known for known in (*self.spoiled, *self.claims) if _in_group(known, label)]:
                wanted += group
            else:
                raise CatalogueError(self._unknown(label))
        return self.closure(wanted)

    def closure(self, labels: Iterable[str]) -> tuple[str, ...]:
        """These labels and all that they use, in the order of the catalogue."""
        todo, seen = list(labels), set[str]()
        while todo:
            label = todo.pop()
            if label in self.spoiled:
                raise CatalogueError(self.spoiled[label].message)
            if label not in seen:
                seen.add(label)
                todo += self.claims[label].uses
        return tuple(label for label in self.claims if label in seen)

    def one(self, label: str) -> Claim:
        """The claim of that very label.

        Raises:
            CatalogueError: for a label that is unknown (with near ones) or spoiled.
        """
        if label in self.spoiled:
            raise CatalogueError(self.spoiled[label].message)
        if label not in self.claims:
            raise CatalogueError(self._unknown(label))
        return self.claims[label]

    def named(self, label: str) -> tuple[Claim, ...]:
        """The claim of that label; where there is none, those of the group that it names.

        Raises:
            CatalogueError: for a label that is unknown (with near ones) or spoiled.
        """
        if label in (*self.claims, *self.spoiled):
            return (self.one(label),)
        group = [known for known in (*self.spoiled, *self.claims) if _in_group(known, label)]
        return tuple(self.one(known) for known in group) or (self.one(label),)

    def _unknown(self, label: str) -> str:
        group = [known for known in self.claims if _in_group(known, label)]
        near = group[:3] or difflib.get_close_matches(label, self.claims, n=3, cutoff=0.5)
        hint = f"; did you mean {', '.join(near)}?" if near else "; `grpo-companion list` shows all labels"
        said = f"no claim has the label {label!r}"
        if broken := [f.message for f in self.faults if not f.labels]:  # its file is most likely one of these
            return f"{'; '.join(broken)}; {said}"
        return said + hint


def _in_group(label: str, prefix: str) -> bool:
    return label == prefix or label.startswith(prefix + ".")


def catalogue() -> dict[str, Claim]:
    """All claims by label, in the order of the paper.

    Raises:
        CatalogueError: naming file and line of the first malformed declaration.
    """
    found = load()
    if found.faults:
        raise CatalogueError(found.faults[0].message)
    return dict(found.claims)


@cache
def load() -> Catalogue:
    """The claims of all sections, with the faults of those left out; importing them is all the work done."""
    claims: list[Claim] = []
    broken: list[Fault] = []
    for name in _modules():
        try:
            module = importlib.import_module(name)
            claims += _claims(module)
        except Exception as error:  # noqa: BLE001 - whatever an author's file raises is reported by its file and line
            broken.append(Fault(_where(error, name)))
    return _pinned(arranged(claims, broken))


def _pinned(found: Catalogue) -> Catalogue:
    """The catalogue in which the Rocq kernel is asked of every claim to which a theorem of the development is pinned."""

    def asked(claim: Claim) -> Claim:
        if claim.label not in PINS or "kernel" in claim.families:
            return claim
        other = copy(claim)  # and not ``replace``, which would take this for the place of the declaration
        object.__setattr__(other, "families", (*claim.families, "kernel"))
        return other

    return replace(found, claims={label: asked(claim) for label, claim in found.claims.items()})


def _modules() -> Iterator[str]:
    home = Path(proofs.__file__).parent
    for section in SECTIONS:
        for info in pkgutil.iter_modules([str(home / section)], f"proofs.{section}."):
            if not info.name.rpartition(".")[2].startswith("_"):
                yield info.name


def _claims(module: ModuleType) -> tuple[Claim, ...]:
    claims = getattr(module, "CLAIMS", None)
    if not isinstance(claims, tuple) or not claims or not all(isinstance(c, Claim) for c in claims):
        raise CatalogueError(f"{shown(str(module.__file__))}:1: a file of claims defines CLAIMS, a tuple of at least one Claim")
    return claims


def arranged(claims: Iterable[Claim], broken: Iterable[Fault] = ()) -> Catalogue:
    """The catalogue of these claims: labels unique, uses acyclic, corrections and successors known and declared proved."""
    faults = list(broken)
    unread = faults[0] if faults else None
    by_label: dict[str, Claim] = {}
    spoiled: dict[str, Fault] = {}

    def spoil(claim: Claim, message: str, labels: Iterable[str] = ()) -> None:
        fault = Fault(f"{shown(claim.declared_at)}: claim {claim.label!r}: {message}", frozenset((claim.label, *labels)))
        faults.append(fault)
        spoiled.update(dict.fromkeys(fault.labels, fault))

    for claim in claims:
        first = by_label.setdefault(claim.label, claim)
        if first is not claim:
            spoil(claim, f"the label is taken by {shown(first.declared_at)}")
    for claim in by_label.values():
        if unknown := [label for label in _named(claim) if label not in by_label]:
            if unread:  # its file is most likely the one that does not import, and that has been said
                spoiled.setdefault(claim.label, unread)
            else:
                near = difflib.get_close_matches(unknown[0], by_label, n=1)
                spoil(claim, f"no claim has the label {unknown[0]!r}" + (f"; did you mean {near[0]}?" if near else ""))
        elif wrong := [
            label for label in (claim.correction, claim.superseded_by) if label and by_label[label].declared is not Declared.PROVED
        ]:
            spoil(claim, f"{wrong[0]}, its correction or successor, is not declared proved")
    for label in _order(by_label, spoil):
        for used in by_label[label].uses:
            if used in spoiled:
                spoiled.setdefault(label, spoiled[used])
    return Catalogue({label: c for label, c in by_label.items() if label not in spoiled}, tuple(faults), spoiled)


def _named(claim: Claim) -> tuple[str, ...]:
    return (*claim.uses, *(label for label in (claim.correction, claim.superseded_by) if label))


def _order(claims: Mapping[str, Claim], spoil: Callable[[Claim, str, Iterable[str]], None]) -> tuple[str, ...]:
    """The labels, each after those it uses; every circle is spoiled."""
    graph = {label: [used for used in claim.uses if used in claims] for label, claim in claims.items()}
    while True:
        try:
            return tuple(graphlib.TopologicalSorter(graph).static_order())
        except graphlib.CycleError as error:
            circle = error.args[1][:-1]
            spoil(claims[circle[0]], f"claims use one another in a circle: {' → '.join((*circle, circle[0]))}", circle)
            graph |= {label: [] for label in circle}


def _where(error: Exception, module: str) -> str:
    """``file:line: message`` for an exception raised while a file of claims was imported."""
    if isinstance(error, CatalogueError):
        return str(error)
    if isinstance(error, DeclarationError):
        return shown(str(error))
    line = str(error).strip().partition("\n")[0]
    if isinstance(error, SyntaxError) and error.filename:
        return f"{shown(error.filename)}:{error.lineno}: does not import: {error.msg}"
    root = Path(proofs.__file__).parent.parent
    homes = tuple(f"{root / layer}/" for layer in ("symbolic", "numeric_checks", "proofs"))
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(homes) and f.filename != __file__]
    place = f"{shown(frames[-1].filename)}:{frames[-1].lineno}" if frames else module
    return f"{place}: does not import: {type(error).__name__}: {line}"


def shown(place: str) -> str:
    """A path as people want to read it: relative to the working directory where it lies below."""
    here = f"{Path.cwd()}/"
    return place.removeprefix(here)
