"""The figures are drawn from certified numbers: what they show is what the dynamics certify, and nothing is drawn that is not known."""

import json
import subprocess
import sys
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from flint import arb, ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric_checks.dynamics.condition import holds, left_side, right_side
from numeric_checks.dynamics.fixed_points import fixed_points
from numeric_checks.dynamics.logit_map import Parameters, ball, success
from numeric_checks.dynamics.phase import Regime, logarithmic

pytest.importorskip("matplotlib", reason="the optional dependency for figures is not installed")

from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from proofs.figures.bound import figure_4
from proofs.figures.certified import TooWideError, curve, drawn
from proofs.figures.condition import figure_3
from proofs.figures.fixed_points import figure_2
from proofs.figures.orbits import figure_5, orbit
from proofs.figures.phase import COUNTS, REGIMES, grid, phase_figure
from proofs.figures.style import spelled
from proofs.figures.weights import figure_1

ROOT = Path(__file__).parent.parent
EPS = Fraction(1, 100000)


def across(line: Line2D) -> list[float]:
    """Where its points stand."""
    return [float(x) for x in np.asarray(line.get_xdata())]


def heights(line: Line2D) -> list[float]:
    """How high they stand."""
    return [float(y) for y in np.asarray(line.get_ydata())]


def marks(axes: Axes) -> list[float]:
    """The heights of the single points that are drawn."""
    return [heights(line)[0] for line in axes.lines if len(heights(line)) == 1]


def test_a_number_that_is_not_known_is_not_drawn() -> None:
    with pytest.raises(TooWideError):
        drawn(lambda: arb(0, 1e-3))
    with pytest.raises(TooWideError):
        drawn(arb.nan)


def test_a_number_is_computed_with_as_many_bits_as_it_takes() -> None:
    assert drawn(lambda: (arb(2) ** 300 + 1) - arb(2) ** 300) == 1


def test_a_curve_goes_through_exact_places() -> None:
    assert curve(lambda x: 3 * x, [Fraction(1, 3), Fraction(2)]) == [1.0, 6.0]


def test_figure_1_s_weights_cross_at_one_half() -> None:
    success_, failure, *_ = figure_1().axes[0].lines
    middle = across(success_).index(0.5)
    assert heights(success_)[middle] == heights(failure)[middle] == 1
    assert all(s > f for s, f in zip(heights(success_)[:middle], heights(failure)[:middle], strict=True))


def test_figure_2_marks_every_fixed_point_and_none_else() -> None:
    figure = figure_2((Fraction(1, 1000),), (Fraction(5),))
    found = fixed_points(Parameters(Fraction(1, 1000), Fraction(5), EPS))
    assert found is not None
    assert marks(figure.axes[0]) == [drawn(partial(success, f.logit)) for f in found]
    assert "3 fixed points" in figure.axes[0].get_title()


def cells(axes: Axes) -> list[float]:
    (mesh,) = (c for c in axes.collections if isinstance(c, QuadMesh))
    return [float(v) for v in np.ravel(np.asarray(mesh.get_array()))]


def test_figure_3_shows_where_the_condition_holds_fails_and_changes() -> None:
    figure = figure_3(EPS, 40)
    for axes in figure.axes:
        assert set(cells(axes)) == {0, 1, 2}
    assert cells(figure.axes[0]).count(1) > 0.9 * 1600


BETAS = logarithmic(Fraction(1, 20), Fraction(200), 60)
P_REFS = tuple(sorted({Fraction(1, 2), Fraction(9, 10), *(1 - q for q in logarithmic(EPS / 100, Fraction(1, 20), 60))}))
ANSWERS = holds(BETAS, P_REFS, EPS)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.data())
def test_what_is_said_of_the_condition_on_a_cell_holds_at_points_inside(data: st.DataObject) -> None:
    k, j = data.draw(st.integers(0, len(BETAS) - 2)), data.draw(st.integers(0, len(P_REFS) - 2))
    u, v = (data.draw(st.fractions(0, 1, max_denominator=16)) for _ in range(2))
    beta = BETAS[k] + u * (BETAS[k + 1] - BETAS[k])
    p_ref = P_REFS[j] + v * (P_REFS[j + 1] - P_REFS[j])
    with ctx.workprec(128):
        left, right = left_side(ball(beta), EPS), right_side(ball(p_ref), EPS)
        match ANSWERS[k][j]:
            case True:
                assert not left < right
            case False:
                assert left < right


def test_few_cells_of_the_condition_are_undecided() -> None:
    flat = [answer for column in ANSWERS for answer in column]
    assert flat.count(None) < len(flat) / 15
    assert {True, False} <= set(flat)


@pytest.mark.parametrize(
    ("betas", "p_refs", "eps"),
    [((2, 1), (Fraction(1, 2), 1), 1), ((0, 1), (Fraction(1, 2), 1), 1), ((1, 2), (0, 1), 1), ((1, 2), (Fraction(1, 2), 1), 0)],
    ids=["order", "β", "p_ref", "ε"],
)
def test_a_grid_outside_the_domain_of_the_condition_is_refused(betas: tuple[int, ...], p_refs: tuple[Fraction, ...], eps: int) -> None:
    with pytest.raises(ValueError, match=r"boundaries|condition"):
        holds(tuple(map(Fraction, betas)), tuple(map(Fraction, p_refs)), Fraction(eps))


def test_figure_4_s_dashed_line_is_the_peak() -> None:
    _, right = figure_4((EPS,)).axes
    bound, peak = (max(heights(line)) for line in right.lines)
    assert 0.999 * peak < bound <= peak


def test_figure_5_s_panel_alternates_between_the_points_of_the_two_cycle() -> None:
    points = orbit(Parameters(Fraction(1, 1000), Fraction(5), EPS), 200)
    assert points[-2:] == pytest.approx([0.0587157611757, 0.00233804184357], abs=1e-9)
    figure = figure_5((Fraction(1, 1000),), (Fraction(5),))
    assert marks(figure.axes[0]) == pytest.approx([0.00233804184357, 0.0587157611757])
    legend = figure.axes[0].get_legend()
    assert legend is not None
    assert "2-cycle" in legend.texts[0].get_text()


def test_every_regime_and_count_has_a_colour() -> None:
    assert set(REGIMES) == set(Regime)
    assert set(COUNTS) == {1, 3, None}


def test_the_phase_diagram_shows_undecided_cells_as_such(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    save = tmp_path / "phase.json"
    figure = phase_figure(grid(12), save=save, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (12, 12)
    stored = [c["regime"] for column in json.loads(save.read_text())["columns"].values() for c in column]
    assert cells(figure.axes[0]).count(list(REGIMES).index(Regime.UNDECIDED)) == stored.count("undecided") > 0
    assert f"{stored.count('undecided')} regimes undecided" in figure.get_supxlabel()


@pytest.mark.parametrize(
    ("value", "text"), [("5", "5"), ("1/1000", "0.001"), ("1/100000", "$10^{-5}$"), ("3/100000", "3e-05"), ("1/2", "0.5")]
)
def test_parameters_are_spelled_as_readers_write_them(value: str, text: str) -> None:
    assert spelled(Fraction(value)) == text


@pytest.mark.slow
def test_one_command_writes_every_figure(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "proofs.figures", str(tmp_path), "--cells", "10"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    names = {f"figure-{k}" for k in range(1, 6)} | {"phase-diagram"}
    assert {f.name for f in tmp_path.iterdir()} == {f"{n}.{e}" for n in names for e in ("png", "svg")} | {"phase-diagram.json"}


def test_a_figure_belongs_to_nobody_but_its_caller() -> None:
    assert isinstance(figure_1(), Figure)
    assert "matplotlib.pyplot" not in sys.modules
