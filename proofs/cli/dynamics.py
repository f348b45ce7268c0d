"""``dynamics``: certified fixed points, stability, cycles and limit for parameters typed in."""

import json
import textwrap
from collections.abc import Callable
from typing import Any

import click

from proofs.cli.console import console


@click.command("dynamics")
@click.option("--p-ref", required=True, metavar="R", help="Probability of success of the reference, in (0, 1].")
@click.option("--beta", required=True, metavar="B", help="Weight of the KL term, > 0.")
@click.option("--eps", required=True, metavar="E", help="Smoothing, ≥ 0.")
@click.option("--digits", type=int, default=20, show_default=True, metavar="N", help="Certified digits of each number.")
@click.option(
    "--period",
    "periods",
    type=int,
    multiple=True,
    default=(2,),
    show_default=True,
    metavar="K",
    help="Minimal period of the cycles sought; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def command(p_ref: str, beta: str, eps: str, digits: int, periods: tuple[int, ...], as_json: bool) -> int:
    """Certified dynamics of p_n = h(p_{n-1}) from p_0 = p_ref.

    Decimals are exact rationals; 1/3 is read too.  Every digit printed is certain.
    """
    from numeric_checks.dynamics.logit_map import ParameterError
    from proofs.dynamics import dynamics

    try:
        found = dynamics(p_ref, beta, eps, digits, periods)
    except ParameterError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(found, indent=1))
    else:
        _write(found, periods)
    return 0


def _write(found: dict[str, Any], periods: tuple[int, ...]) -> None:
    out = console()

    def line(text: str) -> None:
        pad = " " * (len(text) - len(text.lstrip()))
        told = textwrap.fill(text.strip(), out.width, initial_indent=pad, subsequent_indent=f"{pad}    ", break_long_words=False)
        out.print(told, highlight=False, markup=False, soft_wrap=True)

    line(f"p_ref = {found['p_ref']}, beta = {found['beta']}, epsilon = {found['eps']}")
    fixed, cycles, limit = found["fixed_points"], found["cycles"], found["limit"]
    line("fixed points: undecided (a saddle-node?)" if fixed is None else f"fixed points: {len(fixed)}")
    for f in fixed or []:
        line(f"  {_place(f)}  multiplier {_told(f['multiplier'])}  {f['stability']}")
    sought = f"cycles of period {', '.join(str(k) for k in sorted(set(periods)))}"
    line(f"{sought}: undecided" if cycles is None else f"{sought}: {len(cycles)}")
    for c in cycles or []:
        line(f"  period {c['period']}  multiplier {_told(c['multiplier'])}  {c['stability']}")
        for point in c["points"]:
            line(f"    {_place(point)}")
    line(f"limit of p_n from p_0 = p_ref: {limit['kind']}: {limit['reason']}")
    if limit["kind"] == "fixed-point":
        line(f"  {_place(limit)}")
    _write_bifurcations(line, found["bifurcations"])
    gain = found["amplification"]
    line(f"amplification: p_n >= {_told(gain['success_at_least'])} (1 - p_n <= {_told(gain['failure_at_most'])}) for n >= 1")
    if gain["odds_at_least"]:
        below = f", and less than {gain['odds_below']} times" if gain["odds_below"] else ""
        line(f"  a fixed point below 1 has at least {gain['odds_at_least']} times the odds of p_ref{below}")


def _write_bifurcations(line: Callable[[str], None], found: dict[str, Any]) -> None:
    for kind, meaning in (
        ("saddle_nodes", "the number of fixed points changes"),
        ("period_doublings", "the left fixed point turns unstable"),
    ):
        across, along = found["p_ref"][kind], found["beta"][kind]
        line(f"{kind.replace('_', ' ').replace('saddle ', 'saddle-')} ({meaning}):")
        line("  at this beta: " + _several("p_ref", across if across is None else [x["p"] for x in across]))
        line("  at this p_ref: " + _several("beta", along))


def _several(name: str, values: list[str | None] | None) -> str:
    if values is None:
        return "undecided"
    return f"{name} = " + " and ".join(map(_told, values)) if values else "none"


def _place(point: dict[str, Any]) -> str:
    return f"p = {_told(point['p'])}  (1 - p = {_told(point['q'])}, logit {_told(point['logit'])})"


def _told(number: str | None) -> str:
    return "not determined" if number is None else number
