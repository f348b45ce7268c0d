"""``prove``: decides a statement typed in."""

import hashlib
import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from proofs.cli.seconds import Seconds

if TYPE_CHECKING:
    from proofs.proving import Proof, Question

EXIT = {"proved": 0, "refuted": 1, "undecided": 3, "corroborated": 3}


@click.command("prove", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("statement")
@click.option("--given", multiple=True, metavar="CONDITIONS", help="Conditions joined by and or commas; may be repeated.")
@click.option("--timeout", type=Seconds(), default=20.0, show_default=True, metavar="S", help="Seconds to try for.")
@click.option("--certificate", type=click.Path(dir_okay=False), metavar="FILE", help="Write a certificate, which verify replays.")
@click.option("--scheduler", metavar="ADDRESS", help="Search on the Dask cluster of this scheduler.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
def command(statement: str, given: tuple[str, ...], timeout: float, certificate: str | None, scheduler: str | None, as_json: bool) -> int:
    """Decide STATEMENT for all real values of its variables that satisfy the conditions.

    \b
    Operations + - * / **; comparisons < <= == != >= >, chained too;
    and, or, not, implies; numbers (a decimal is the exact rational it
    spells), pi, E; exp log sqrt abs min max sinh cosh tanh, and sigma
    for the logistic function. Every other name is a real variable.

    \b
    grpo-companion prove "log(x) <= x - 1" --given "x > 0"

    Exit codes: 0 proved, 1 refuted, 2 wrong input, 3 undecided.
    """
    from proofs.cluster import SchedulerError
    from proofs.proving import Question, prove
    from symbolic.language import LanguageError

    if statement == "-h":  # no option here: a statement may begin with -h, which then is a variable
        click.echo(click.get_current_context().get_help())
        return 0
    target = _target(certificate)
    frontier = _frontier(statement, given)
    question = Question(statement, given, timeout, target is not None, scheduler, frontier)
    if os.path.isfile(frontier):  # False too where the folder cannot be read, and then nothing is gone on from
        click.echo("grpo-companion: this goes on from the boxes that an interrupted search kept", err=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # kill ends it as Ctrl-C does
    try:
        proof = prove(question)
    except (LanguageError, SchedulerError) as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(report(question, proof), indent=1, ensure_ascii=False))
    else:
        from proofs.cli.proof import lines

        for line in lines(question, proof):
            click.echo(line)
    _certify(target, proof)
    return EXIT[report(question, proof)["verdict"]]


def report(question: "Question", proof: "Proof") -> dict[str, Any]:
    """The proof as JSON writes it."""
    from proofs.finding import as_json, detail, name, witness

    deciding = [f for f in proof.findings if f.verdict == proof.verdict]
    shown = witness(proof.verdict)
    return {
        "statement": question.statement,
        "given": list(question.given),
        "verdict": name(proof.verdict),
        "decider": deciding[0].decider if deciding else None,
        "detail": detail(proof.verdict),
        "witness": None if shown is None else {"point": dict(shown.point), "shows": shown.shows},
        "seconds": round(proof.seconds, 4),
        "plan": proof.plan,
        "findings": [as_json(f) for f in proof.findings],
    }


def _target(certificate: str | None) -> Path | None:
    """Where the certificate goes, found writable before any work is done."""
    if certificate is None:
        return None
    path = Path(certificate)
    if path.exists() and not path.is_file():
        raise click.ClickException(f"cannot write {certificate}: it is no regular file")
    try:
        with path.open("a", encoding="utf-8"):
            pass
    except OSError as error:
        raise click.ClickException(f"cannot write {certificate}: {error.strerror}") from error
    if not path.stat().st_size:
        path.unlink()
    return path


def _certify(target: Path | None, proof: "Proof") -> None:
    if target is None:
        return
    if proof.certificate is not None:
        from numeric_checks.prover.certificate import write

        try:
            write(target, proof.certificate)
        except OSError as error:
            raise click.ClickException(f"cannot write {target}: {error.strerror}") from error
    else:
        click.echo(f"grpo-companion: no certificate was written to {target}: {_without(proof)}", err=True)


def _without(proof: "Proof") -> str:
    """Why there is no certificate."""
    from proofs.finding import detail
    from symbolic.verdict import Proved, Refuted

    match proof.verdict:
        case Proved():
            decider = next(f.decider for f in proof.findings if f.verdict == proof.verdict)
            tried = next((detail(f.verdict) for f in proof.findings if f.family == "enclosure"), "the time was up")
            return f"the proof is by {decider}, certificates hold proofs by enclosure, and none was found ({tried})"
        case Refuted():
            return "the statement is false"
        case _:
            return "the statement is not proved"


def _frontier(statement: str, given: tuple[str, ...]) -> Path:
    """The file in which an interrupted search of this question is kept."""
    from proofs.ledger import folder

    key = hashlib.sha256(json.dumps([statement, given]).encode()).hexdigest()
    return folder().parent / "frontiers" / key[:32]
