"""One claim as a page for the terminal, 80 columns wide."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from proofs.cli.derivation import Steps
from proofs.cli.formula import WIDTH, conclusion, prose, statement
from proofs.cli.table import STYLES
from proofs.finding import Finding, detail, name
from proofs.printed import SAID, reading
from proofs.report import verdict_name
from proofs.result import Result
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.obligations import obligations
from symbolic.statement import Statement, text
from symbolic.verdict import Proved


def page(r: Result, claims: Mapping[str, Claim]) -> Iterator[Text]:
    """The claim: what is printed, what is checked, what came out, and how."""
    c = r.claim
    yield Text(f"{c.label}  ({c.kind.value})", "bold")
    yield Text(prose(c.title))
    yield from _section(f"Printed, {c.source.place}", [_latex(c.source.printed)] if c.source.printed else ["  (no formula)"])
    found = reading(c)
    if SAID[found.agreement]:
        yield Text(prose(SAID[found.agreement] + found.detail))
    match c.content:
        case Remark(reason=reason, corrected=corrected):
            yield from _section(
                "Remark: there is no formula to decide", [prose(reason), *([prose(f"Instead: {corrected}")] if corrected else [])]
            )
        case Statement() as s:
            yield from _section("Checked", statement(s))
            owed = [prose(f"{o.what}: {text(o.statement.holds)}") for o in obligations(s)]
            yield from _section("Domain conditions, each to follow from the hypotheses", owed) if owed else ()
        case Chain() | Argument() as derivation:
            yield from _section("Concluded", conclusion(derivation.conclusion))
            yield from _section("Derivation, each step decided on its own", ())
            yield from Steps(r, claims).lines()
    if not isinstance(c.content, Remark):
        yield from _verdict(r)
    yield from _relations(r)
    if c.note:
        yield from _section("Note", [prose(c.note)])


def _verdict(r: Result) -> Iterator[Text]:
    declared = r.claim.declared.value if r.claim.declared else ""
    word = verdict_name(r)
    agreed = "as declared" if r.as_declared else f"declared {declared}"
    yield Text("")
    yield Text.assemble(
        ("Verdict: ", "bold"), (word.replace("_", " "), STYLES[word]), f" ({agreed})" if r.verdict is not None else f" ({r.not_run})"
    )
    if r.verdict is not None and (not r.findings or not isinstance(r.claim.content, Statement) or not r.as_declared):
        yield Text(prose(detail(r.verdict)))
    yield from findings([f for f in r.findings if not f.where])  # of a derivation, what was found of it as a whole


def findings(found: Sequence[Finding], indent: int = 2) -> Iterator[Text]:
    """A line a finding, with its evidence."""
    pad = " " * indent
    for f in found:
        word = name(f.verdict)
        lead = f"{f.family:8} {f.decider:14} {word:12} {f.seconds:6.3f} s"
        yield Text.assemble(pad, (lead, STYLES[word]))
        yield Text(prose(detail(f.verdict), indent + 4))
        if isinstance(f.verdict, Proved):
            for line in f.verdict.evidence:
                yield Text(prose(line, indent + 6), "dim")


def _relations(r: Result) -> Iterator[Text]:
    c = r.claim
    rows = [
        ("Rests on", ", ".join(r.assumptions) if isinstance(r.verdict, Proved) and r.assumptions else ""),
        ("Uses", ", ".join(r.uses)),
        ("Corrected by", c.correction or ""),
        ("Erratum", f"{c.erratum.fault.value}, {c.erratum.severity.value}. {c.erratum.note}" if c.erratum else ""),
        ("Sharper", c.superseded_by or ""),
        ("Mutants", f"{len(c.mutants)}, each to be refuted by make test" if c.mutants else ""),
    ]
    kept = [(head, words) for head, words in rows if words]
    if kept:
        yield Text("")
    for head, words in kept:
        yield Text(textwrap.fill(f"{head}: {words}", WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False))


def _section(head: str, lines: Sequence[str] | Iterator[str]) -> Iterator[Text]:
    yield Text("")
    yield Text(textwrap.fill(head, WIDTH, subsequent_indent="  "), "bold")
    for line in lines:
        yield Text(line)


def _latex(printed: str) -> str:
    return textwrap.fill(printed, WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
