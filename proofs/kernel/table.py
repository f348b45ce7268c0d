"""All pins, by the label of their claim, and the tactics their proofs share."""

from functools import cache
from pathlib import Path

from proofs.kernel import (
    appendix_c,
    beyond,
    beyond_steps,
    dynamics,
    errata,
    figures,
    lemmas,
    lines,
    outside,
    penalties,
    section_2,
    section_3,
    section_4,
    solver_lemmas,
    steps,
    sums,
    theorem_1,
    theorem_3,
    thresholds,
    turning,
    written,
    written_figures,
    written_limits,
    written_local,
    written_logits,
    written_orbits,
    written_outside,
    written_steps,
)
from proofs.kernel.pins import Pin

TABLES = (
    section_2,
    section_3,
    section_4,
    lemmas,
    lines,
    appendix_c,
    beyond,
    beyond_steps,
    dynamics,
    errata,
    figures,
    solver_lemmas,
    steps,
    outside,
    penalties,
    sums,
    theorem_1,
    theorem_3,
    thresholds,
    turning,
    written,
    written_figures,
    written_limits,
    written_local,
    written_logits,
    written_orbits,
    written_outside,
    written_steps,
)
PINS: dict[str, Pin] = {label: pin for table in TABLES for label, pin in table.PINS.items()}
"""Label → pin: what makes the kernel one of a claim's families."""


@cache
def adaptor() -> str:
    """The tactics, as Rocq source, read once."""
    return (Path(__file__).parent / "adaptor.v").read_text(encoding="utf-8")
