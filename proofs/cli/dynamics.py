"""``dynamics``: certified fixed points, stability, cycles and limit for parameters typed in."""

import json
from typing import Any

import click

from proofs.cli.console import console


@click.command("dynamics")
@click.option("--p-ref", required=True, metavar="R", help="Probability of success of the reference, in (0, 1].")
@click.option("--beta", required=True, metavar="B", help="Weight of the KL term, > 0.")
@click.option("--eps", required=True, metavar="E", help="Smoothing, ≥ 0.")
@click.option("--digits", type=int, default=20, show_default=True, metavar="N", help="Certified digits of each number.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def command(p_ref: str, beta: str, eps: str, digits: int, as_json: bool) -> int:
    """Certified dynamics of p_n = h(p_{n-1}) from p_0 = p_ref.

    Decimals are exact rationals; 1/3 is read too.  Every digit printed is certain.
    """
    from numeric_checks.dynamics.logit_map import ParameterError
    from proofs.dynamics import dynamics

    try:
        found = dynamics(p_ref, beta, eps, digits)
    except ParameterError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(found, indent=1))
    else:
        _write(found)
    return 0


def _write(found: dict[str, Any]) -> None:
    out = console()

    def line(text: str) -> None:
        out.print(text, highlight=False, markup=False, soft_wrap=True)

    line(f"p_ref = {found['p_ref']}, beta = {found['beta']}, epsilon = {found['eps']}")
    fixed, cycles, limit = found["fixed_points"], found["cycles"], found["limit"]
    line("fixed points: undecided (a saddle-node?)" if fixed is None else f"fixed points: {len(fixed)}")
    for f in fixed or []:
        line(f"  {_place(f)}  multiplier {f['multiplier']}  {f['stability']}")
    line("cycles of period 2: undecided" if cycles is None else f"cycles of period 2: {len(cycles)}")
    for c in cycles or []:
        line(f"  multiplier {c['multiplier']}  {c['stability']}")
        for point in c["points"]:
            line(f"    {_place(point)}")
    line(f"limit of p_n from p_0 = p_ref: {limit['kind']}: {limit['reason']}")
    if limit["kind"] == "fixed-point":
        line(f"  {_place(limit)}")
    gain = found["amplification"]
    line(f"amplification: p_n >= {gain['success_at_least']} for n >= 1; odds at least times {gain['odds_at_least']}")


def _place(point: dict[str, Any]) -> str:
    return f"p = {point['p']}  (1 - p = {point['q']}, logit {point['logit']})"
