"""A derivation for the terminal, step by step, with each step's reason and what the deciders found of it."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from proofs.cli.formula import SIGNS, conclusion, formula, prose, statement
from proofs.cli.table import STYLES
from proofs.finding import Finding, detail, name
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement, text
from symbolic.theorems import Application
from symbolic.verdict import Refuted


def steps(derivation: Chain | Argument, findings: Sequence[Finding], uses: Sequence[str]) -> Iterator[Text]:
    """The derivation's lines; a part without findings of its own rests on a claim in ``uses`` or on an earlier item."""
    match derivation:
        case Chain():
            yield from _chain(derivation, findings, "")
        case Argument():
            for k, (item, reason) in enumerate(zip(derivation.items, derivation.reasons, strict=True), 1):
                yield Text("")
                yield Text(f"  {k}. {reason}", "italic")
                match item:
                    case Chain():
                        yield from _chain(item, findings, f"item {k}, ")
                    case Statement():
                        yield from map(Text, statement(item, 4))
                        yield from _found(findings, f"item {k}", uses)
                    case Application():
                        yield from _application(item, findings, f"item {k}, condition of {item.theorem.name}", uses)


def _chain(chain: Chain, findings: Sequence[Finding], prefix: str) -> Iterator[Text]:
    if chain.given:
        yield Text(prose("for " + ", ".join(text(g) for g in chain.given), 4))
    yield Text(formula(chain.start, 6))
    for k, step in enumerate(chain.steps, 1):
        yield Text.assemble("  ", (f"{k:>2} {SIGNS[step.relation]}", "bold"), ("   ", ""), (step.reason, "italic"))
        yield Text(formula(step.to, 6))
        if step.by is None:
            yield from _found(findings, f"{prefix}step {k}", ())
        else:
            yield from _application(step.by, findings, f"{prefix}step {k}, condition of {step.by.theorem.name}", (), conclude=False)


def _application(a: Application, findings: Sequence[Finding], where: str, uses: Sequence[str], *, conclude: bool = True) -> Iterator[Text]:
    yield Text(prose(f"by the theorem {a.theorem.name}: {a.theorem.says}", 8), "dim")
    if a.conditions:
        yield from _found(findings, where, uses)
    if conclude:
        yield Text("      so")
        yield from map(Text, conclusion(a.conclusion, 6))


def _found(findings: Sequence[Finding], where: str, uses: Sequence[str]) -> Iterator[Text]:
    """One line a place: who found what; in full where a part fails."""
    here = [f for f in findings if f.where == where or f.where.startswith(f"{where} (")]
    if not here:
        yield Text(prose(f"rests on an earlier item{f' or on {chr(44).join(uses)}' if uses else ''}", 8), "dim")
    for place in dict.fromkeys(f.where for f in here):
        spoken = [f for f in here if f.where == place]
        line = Text("        ")
        for f in spoken:
            line.append(f"{f.decider}: ").append(name(f.verdict), STYLES[name(f.verdict)]).append("  ")
        line.append(place.removeprefix(where).strip())
        yield line
        for f in spoken:
            if isinstance(f.verdict, Refuted):
                yield Text(prose(detail(f.verdict), 10), "yellow")
