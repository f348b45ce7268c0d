"""A derivation for the terminal, step by step, with each step's reason and what the deciders found of it."""

from collections.abc import Iterator, Mapping

from rich.text import Text

from proofs.cli.formula import SIGNS, conclusion, formula, line, prose, statement
from proofs.cli.table import STYLES
from proofs.finding import Finding, detail, name
from proofs.outline import Cited, Concluded, Earlier, Entry, Given, Item, Line, Shown, Start, Stated, Terms, outline
from proofs.result import Result
from symbolic.claim import Claim
from symbolic.derivation import Argument, Chain
from symbolic.statement import text
from symbolic.verdict import Refuted


class Steps:
    """The lines of one claim's derivation."""

    def __init__(self, result: Result, claims: Mapping[str, Claim]) -> None:
        self.content = result.claim.content
        self.entries = tuple(outline(result.claim, claims))
        self.findings = result.findings

    def lines(self) -> Iterator[Text]:
        """All lines, and at the end what the cited theorems say."""
        for entry in self.entries:
            yield from self._entry(entry)
        if isinstance(self.content, Chain | Argument) and self.content.theorems:
            yield Text("")
            yield Text("Cited theorems", "bold")
            for theorem in self.content.theorems:
                yield Text(prose(f"{theorem.name}: {theorem.says}"))

    def _entry(self, entry: Entry) -> Iterator[Text]:
        match entry:
            case Item(number=k, reason=reason):
                yield Text("")
                yield Text(prose(f"{k}. {reason}"), "italic")
            case Given(hypotheses=given):
                yield Text(prose("for " + ", ".join(line(g) for g in given), 4))
            case Start(expression=e):
                yield Text(formula(e, 8))
            case Line(number=k, relation=relation, expression=e, reason=reason):
                yield Text.assemble("  ", (f"{k:>2} {SIGNS[relation]}", "bold"), "   ", (reason, "italic"))
                yield Text(formula(e, 8))
            case Stated(statement=s):
                yield from map(Text, statement(s, 4))
            case Cited(theorem=theorem, conditions=conditions):
                yield Text(prose(f"by the theorem {theorem.name}" + ("; its conditions:" if conditions else ""), 6), "dim")
            case Concluded(conclusion=c):
                yield Text("      so")
                yield from map(Text, conclusion(c, 6))
            case Terms():
                yield Text("     and each term is defined, under all these hypotheses together:", "italic")
            case Earlier():
                yield Text(prose("shown by an earlier item", 6), "dim")
            case Shown():
                yield from self._shown(entry)

    def _shown(self, shown: Shown) -> Iterator[Text]:
        """A line a part: who proved it, or how far they got; of a theorem's condition, what it says before that."""
        if shown.condition:
            yield Text(prose(f"{text(shown.statement.holds)}", 8))
        if shown.claim:
            yield Text(prose(f"is claim {shown.claim}", 6), STYLES["proved"])
        else:
            yield from spoken([f for f in self.findings if f.where == shown.where])


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
