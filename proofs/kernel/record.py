"""The audit of the project's own development, and what is remembered of it: an entry that does not fit is computed again."""

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache as memo
from pathlib import Path

import proofs
from proofs.catalogue import load
from proofs.kernel import audit
from proofs.kernel.audit import Audited, Development
from proofs.kernel.coq import CoqError
from proofs.kernel.development import DevelopmentError
from proofs.kernel.pins import Pinned, pinned
from proofs.kernel.printer import PrinterError
from proofs.kernel.table import PINS, adaptor
from proofs.places import cache, read, write

DEVELOPMENT = Development(
    Path(proofs.__file__).parent / "rocq",
    {"ZInterval.v": "829f63fe8741a3bfe44ba6879b5c3d1307ea8df126374b1d9612e97d98e11f4d"},
)
"""coqchk does not get through the functor of the interval tactic in minutes; the eight lines that apply it are pinned instead."""


def recorded(jobs: int = 1, fresh: bool = False) -> Audited:
    """The audit of the development with the pins of all claims; done anew if ``fresh``, or if what is remembered does not fit."""
    try:
        pins = pinned(load().claims, PINS)
    except (PrinterError, TypeError) as error:
        return Audited("", f"a pin cannot be printed: {error}")
    if not fresh and (known := _known(pins)) is not None:
        return known
    done = _audited(pins, jobs)
    if not done.failure:
        write(_file(), asdict(done))
    return done


@memo
def _audited(pins: tuple[Pinned, ...], jobs: int) -> Audited:
    return audit.audit(DEVELOPMENT, pins, adaptor(), jobs)


@memo
def current() -> str:
    """The key that a fitting audit has; empty where there can be none."""
    try:
        return audit.key(DEVELOPMENT, pinned(load().claims, PINS), adaptor())
    except (CoqError, DevelopmentError, PrinterError, TypeError):
        return ""


def _known(pins: tuple[Pinned, ...]) -> Audited | None:
    entry = read(_file())
    if not isinstance(entry, Mapping) or not current() or entry.get("key") != current() or entry.get("failure") != "":
        return None
    try:
        axioms, unchecked, seconds = tuple(map(str, entry["axioms"])), tuple(map(str, entry["unchecked"])), float(entry["seconds"])
    except (KeyError, TypeError, ValueError):
        return None
    return Audited(current(), "", axioms, audit.said(pins), unchecked, seconds)


def _file() -> Path:
    return cache() / "kernel.json"
