"""What a cell of the phase diagram says holds at every point of it, and a run that was cut off goes on from its file."""

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from fractions import Fraction
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest
from flint import ctx
from hypothesis import given, settings
from hypothesis import strategies as st

from numeric_checks.dynamics.diagram import phase_diagram
from numeric_checks.dynamics.fixed_points import count, fixed_points
from numeric_checks.dynamics.logit_map import LogitMap, Parameters
from numeric_checks.dynamics.orbit import limit
from numeric_checks.dynamics.phase import Cell, Grid, Regime, column, logarithmic

EPS = Fraction(1, 100000)
COARSE = Grid(logarithmic(Fraction(1, 10), Fraction(200), 12), logarithmic(Fraction(1, 10**5), Fraction(999, 1000), 12), EPS)
FINE = Grid(logarithmic(Fraction(3), Fraction(9), 40), logarithmic(Fraction(1, 10**4), Fraction(1, 100), 40), EPS)


@pytest.fixture(scope="module")
def diagrams() -> dict[Grid, tuple[tuple[Cell, ...], ...]]:
    return {grid: phase_diagram(grid) for grid in (COARSE, FINE)}


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.sampled_from([COARSE, FINE]), st.data())
def test_the_count_and_regime_of_a_cell_hold_at_points_inside(
    diagrams: dict[Grid, tuple[tuple[Cell, ...], ...]], grid: Grid, data: st.DataObject
) -> None:
    k = data.draw(st.integers(0, len(grid.betas) - 2))
    j = data.draw(st.integers(0, len(grid.p_refs) - 2))
    u, v = (data.draw(st.fractions(0, 1, max_denominator=16)) for _ in range(2))
    beta = grid.betas[k] + u * (grid.betas[k + 1] - grid.betas[k])
    p_ref = grid.p_refs[j] + v * (grid.p_refs[j + 1] - grid.p_refs[j])
    cell, q = diagrams[grid][k][j], Parameters(p_ref, beta, EPS)
    assert cell.fixed_points in (None, count(q))
    _agrees(cell.regime, q)


def _agrees(regime: Regime, q: Parameters) -> None:
    fixed = fixed_points(q)
    assert fixed is not None
    found, t = limit(q, fixed), LogitMap(q)
    with ctx.workprec(128):
        orbit = t.orbit(t.reference, 12)
        match regime:
            case Regime.CONTRACTING:
                assert len(fixed) == 1
                assert found.kind in ("fixed-point", "undecided")
            case Regime.MONOTONE:
                rises = [b - a for a, b in pairwise(orbit[1:])]
                assert not (any(d > 0 for d in rises) and any(d < 0 for d in rises))
            case Regime.ESCAPING:
                assert orbit[1] > -t.reference
                assert found.kind == "fixed-point"
            case Regime.SETTLING:
                assert all(x < 0 or n for n, x in enumerate(orbit))
                assert not abs(fixed[0].multiplier) > 1
                assert found.kind in ("fixed-point", "undecided")
            case Regime.CYCLING:
                assert abs(fixed[0].multiplier) > 1
                assert found.kind in ("cycle", "undecided")
            case Regime.DESCENDING:
                assert not any(b > a for a, b in pairwise(orbit[1:]))
            case Regime.TRAPPED:
                assert not any(x > orbit[1] or x < t.low for x in orbit[1:])
                assert orbit[1] < -t.reference
            case Regime.UNDECIDED:
                pass


def test_every_regime_but_the_rarest_occurs(diagrams: dict[Grid, tuple[tuple[Cell, ...], ...]]) -> None:
    seen = {c.regime for diagram in diagrams.values() for cells in diagram for c in cells}
    assert seen >= set(Regime) - {Regime.DESCENDING}


def test_a_run_that_was_cut_off_goes_on_from_its_file(tmp_path: Path) -> None:
    save, seen = tmp_path / "phase.json", list[tuple[int, int]]()
    whole = phase_diagram(COARSE, save=save)
    kept = save.read_text()
    assert phase_diagram(COARSE, save=save, progress=lambda done, of: seen.append((done, of))) == whole
    assert seen == []
    save.write_text(kept[: len(kept) // 2])
    assert phase_diagram(COARSE, save=save) == whole


def test_the_file_of_another_grid_is_not_used(tmp_path: Path) -> None:
    save = tmp_path / "phase.json"
    phase_diagram(COARSE, save=save)
    assert phase_diagram(FINE, save=save)[0] == column(FINE, 0)


def test_the_file_of_another_version_of_the_program_is_not_used(tmp_path: Path) -> None:
    save, seen = tmp_path / "phase.json", list[int]()
    phase_diagram(COARSE, save=save)
    stored = json.loads(save.read_text())
    save.write_text(json.dumps({**stored, "version": "another"}))
    phase_diagram(COARSE, save=save, progress=lambda done, _: seen.append(done))
    assert len(seen) == len(COARSE.betas) - 1


def test_a_column_of_the_wrong_length_is_computed_anew(tmp_path: Path) -> None:
    save = tmp_path / "phase.json"
    whole = phase_diagram(COARSE, save=save)
    stored = json.loads(save.read_text())
    stored["columns"]["3"].pop()
    save.write_text(json.dumps(stored))
    assert phase_diagram(COARSE, save=save) == whole


def test_any_executor_gives_the_same_diagram(diagrams: dict[Grid, tuple[tuple[Cell, ...], ...]]) -> None:
    # One thread: the working precision of the ball arithmetic is shared by the threads of a process.
    with ThreadPoolExecutor(1) as executor:
        assert phase_diagram(COARSE, executor=executor) == diagrams[COARSE]


@pytest.mark.parametrize(
    "boundaries",
    [((1, 1), (Fraction(1, 3), Fraction(1, 2))), ((1, 2), (Fraction(1, 2), Fraction(1))), ((0, 2), (Fraction(1, 3), Fraction(1, 2)))],
)
def test_a_grid_outside_the_domain_is_refused(boundaries: tuple[tuple[int, int], tuple[Fraction, Fraction]]) -> None:
    betas, p_refs = boundaries
    with pytest.raises(Exception, match=r"grid|p_ref|beta|phase"):
        Grid(tuple(map(Fraction, betas)), p_refs, EPS)


@pytest.mark.slow
def test_worker_processes_give_the_same_diagram(diagrams: dict[Grid, tuple[tuple[Cell, ...], ...]]) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert phase_diagram(COARSE, executor=executor) == diagrams[COARSE]


@pytest.mark.slow
def test_the_workers_of_a_cluster_give_the_same_diagram(diagrams: dict[Grid, tuple[tuple[Cell, ...], ...]]) -> None:
    distributed = pytest.importorskip("distributed", reason="the optional dependency for clusters is not installed")
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
        client.get_executor() as executor,
    ):
        assert phase_diagram(COARSE, executor=executor) == diagrams[COARSE]
