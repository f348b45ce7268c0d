"""A derivation for the terminal, step by step, with each step's reason and what the deciders found of it."""

from collections.abc import Iterator, Mapping

from rich.text import Text

from proofs.checking import parts, rests
from proofs.cli.formula import SIGNS, conclusion, formula, line, prose, statement
from proofs.cli.table import STYLES
from proofs.finding import Finding, detail, name
from proofs.result import Result
from symbolic.claim import Claim
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement, text
from symbolic.theorems import Application
from symbolic.verdict import Refuted


class Steps:
    """The lines of one claim's derivation."""

    def __init__(self, result: Result, claims: Mapping[str, Claim]) -> None:
        self.content = result.claim.content
        self.parts = {part.where: part.statement for part in parts(result.claim)}
        self.resting = rests(result.claim, claims)
        self.findings = result.findings

    def lines(self) -> Iterator[Text]:
        """All lines, and at the end what the cited theorems say."""
        match self.content:
            case Chain() as chain:
                yield from self._chain(chain, "")
            case Argument() as argument:
                for k, (item, reason) in enumerate(zip(argument.items, argument.reasons, strict=True), 1):
                    yield Text("")
                    yield Text(prose(f"{k}. {reason}"), "italic")
                    yield from self._item(item, f"item {k}")
        if isinstance(self.content, Chain | Argument) and self.content.theorems:
            yield Text("")
            yield Text("Cited theorems", "bold")
            for theorem in self.content.theorems:
                yield Text(prose(f"{theorem.name}: {theorem.says}"))

    def _item(self, item: Chain | Statement | Application, where: str) -> Iterator[Text]:
        match item:
            case Chain():
                yield from self._chain(item, f"{where}, ")
            case Statement():
                yield from map(Text, statement(item, 4))
                yield from self._found(where)
            case Application():
                yield from self._application(item, f"{where}, condition of {item.theorem.name}")
                yield Text("      so")
                yield from map(Text, conclusion(item.conclusion, 6))

    def _chain(self, chain: Chain, prefix: str) -> Iterator[Text]:
        if chain.given:
            yield Text(prose("for " + ", ".join(line(g) for g in chain.given), 4))
        yield Text(formula(chain.start, 8))
        for k, step in enumerate(chain.steps, 1):
            yield Text.assemble("  ", (f"{k:>2} {SIGNS[step.relation]}", "bold"), "   ", (step.reason, "italic"))
            yield Text(formula(step.to, 8))
            if step.by is None:
                yield from self._found(f"{prefix}step {k}")
            else:
                yield from self._application(step.by, f"{prefix}step {k}, condition of {step.by.theorem.name}")

    def _application(self, application: Application, where: str) -> Iterator[Text]:
        yield Text(prose(f"by the theorem {application.theorem.name}" + ("; its conditions:" if application.conditions else ""), 6), "dim")
        if application.conditions:
            yield from self._found(where, stated=True)

    def _found(self, where: str, *, stated: bool = False) -> Iterator[Text]:
        """A line a part: who proved it, or how far they got; with ``stated``, the part itself before it."""
        here = [place for place in self.parts if place == where or place.startswith(f"{where} (")]
        if not here:
            yield Text(prose("shown by an earlier item", 6), "dim")
        for place in here:
            if stated:
                yield Text(prose(f"{text(self.parts[place].holds)}", 8))
            if place in self.resting:
                yield Text(prose(f"is claim {self.resting[place]}", 6), STYLES["proved"])
            else:
                yield from spoken([f for f in self.findings if f.where == place])


def spoken(findings: list[Finding]) -> Iterator[Text]:
    """Who spoke of one part: its proofs, or else everything."""
    words: dict[str, list[str]] = {}
    for f in findings:
        words.setdefault(name(f.verdict), []).append(f.decider)
    shown = {"proved": words["proved"]} if "proved" in words and "refuted" not in words else words
    strongest = next((word for word in ("refuted", "proved", "corroborated", "undecided") if word in words), "undecided")
    told = "; ".join(f"{word} by {', '.join(who)}" for word, who in shown.items()) or "nobody spoke"
    yield Text(prose(told.replace("undecided by", "undecided:"), 6), STYLES[strongest])
    for f in findings:
        if isinstance(f.verdict, Refuted):
            yield Text(prose(detail(f.verdict), 8), STYLES["refuted"])
