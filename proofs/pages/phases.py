"""The data of the phase diagram that a page carries: a certified answer a cell, computed once and kept."""

import json
from collections.abc import Callable
from fractions import Fraction

from numeric_checks.dynamics.diagram import phase_diagram
from numeric_checks.dynamics.phase import Cell, Grid, Regime, logarithmic
from proofs.places import cache

GRID = Grid(
    logarithmic(Fraction(1, 2), Fraction(100), 120),
    logarithmic(Fraction(1, 10**6), Fraction(1, 2), 80) + tuple(1 - Fraction(1, 2) * Fraction(4, 5) ** k for k in range(1, 21)),
    Fraction(1, 10**5),
)
"""β from 1/2 to 100; p_ref from 10⁻⁶ to 1/2 evenly in the logarithm, then towards 1."""

LOOKS = {
    Regime.CONTRACTING: ("p_n tends to the one fixed point, from every start", "#2b8a3e"),
    Regime.MONOTONE: ("p_n is monotone from n = 1 on, and converges", "#74b816"),
    Regime.ESCAPING: ("p_n increases, past 1 − p_ref", "#1c7ed6"),
    Regime.DESCENDING: ("p_n, n ≥ 1, decreases to a fixed point in [1/2, 1 − p_ref]", "#66d9e8"),
    Regime.SETTLING: ("p_n stays below 1/2 and tends to the left fixed point", "#fab005"),
    Regime.CYCLING: ("p_n tends to a 2-cycle below 1/2, unless it hits the repelling fixed point exactly", "#e8590c"),
    Regime.TRAPPED: ("p_n, n ≥ 1, stays below 1 − p_ref; where it tends is not decided on the whole cell", "#ffe8cc"),
    Regime.UNDECIDED: ("not decided on the whole cell", "#868e96"),
}
"""What each regime says, and its colour."""


def page() -> str:
    """The data, to be included in a page."""
    cache().mkdir(parents=True, exist_ok=True)
    columns = phase_diagram(GRID, save=cache() / "phases.json")
    data = {
        "eps": str(float(GRID.eps)),
        "betas": [float(b) for b in GRID.betas],
        "p_refs": [float(r) for r in GRID.p_refs],
        "regimes": [{"name": regime.value, "says": says, "colour": colour} for regime, (says, colour) in LOOKS.items()],
        "cells": _rows(columns, lambda cell: chr(97 + list(LOOKS).index(cell.regime))),
        "counts": _rows(columns, lambda cell: "?" if cell.fixed_points is None else str(cell.fixed_points)),
    }
    decided = sum(cell.regime is not Regime.UNDECIDED for column in columns for cell in column)
    whole = sum(map(len, columns))
    script = f'<script type="application/json" id="phase-data">{json.dumps(data, separators=(",", ":"))}</script>'
    return f"Of {whole} cells {decided} are decided.\n\n```{{raw}} html\n{script}\n```\n"


def _rows(columns: tuple[tuple[Cell, ...], ...], letter: Callable[[Cell], str]) -> list[str]:
    """A string for each p_ref, a letter for each β."""
    return ["".join(letter(column[j]) for column in columns) for j in range(len(columns[0]))]
