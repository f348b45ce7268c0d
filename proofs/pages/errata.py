"""The page of errata: a table to sort, and each erratum with its witness and what is true instead."""

from collections.abc import Iterator

from proofs.errata import dependents, labels
from proofs.pages.formula import display, latex, words
from proofs.pages.myst import code, columns, heading, html, link, links, span, text
from proofs.pages.reported import Account, Reported
from proofs.pages.words import badge
from symbolic.claim import Claim, Remark, Severity
from symbolic.derivation import Argument, Chain
from symbolic.statement import Statement

MEANING = {
    Severity.STATEMENT: "a numbered statement, or what the text concludes, is false as printed",
    Severity.STEP: "a step of a proof is wrong; what it proves holds, by another way",
    Severity.SLIP: "a slip of the pen; nothing hangs on it",
}
"""How much hangs on an erratum."""


def page(account: Account) -> str:
    """The page."""
    return "\n".join(_page(account))


def _page(account: Account) -> Iterator[str]:
    wrong = labels(account.claims)
    rows = sorted((account.results[label] for label in wrong), key=_weight)
    yield "# Errata\n"
    yield (
        f"{len(wrong)} places of the paper are wrong, as this companion reads it. "
        "Each was shown wrong by exact evaluation at a point, or, where there is no formula to evaluate, by the reason given; "
        "each names what is true instead. The paper's text was read optically: where that reading lost a sign, the entry says so.\n"
    )
    for severity, meaning in MEANING.items():
        count = sum(r.claim.erratum is not None and r.claim.erratum.severity is severity for r in rows)
        yield f"- {span(f'severity severity-{severity.value}', severity.value)} ({count}): {meaning}."
    yield "\nClick a column's head to sort by it.\n"
    heads = "* - " + "\n  - ".join(("Place", "What is wrong", "Kind", "Severity", "Instead"))
    yield f'<div class="scroll">\n\n{columns(4, 9, 3, 3, 3)}\n```{{list-table}}\n:header-rows: 1\n:class: sortable errata\n\n{heads}'
    for r in rows:
        e = r.claim.erratum
        assert e is not None
        instead = link(r.claim.correction, "proved") if r.claim.correction else "in words" if _reworded(r.claim) else "—"
        yield (
            f"* - {text(r.claim.source.place)}\n  - [{text(r.claim.title)}](#erratum.{r.claim.label})\n  - {e.fault.value}\n"
            f"  - {span(f'severity severity-{e.severity.value}', e.severity.value)}\n  - {instead}"
        )
    yield "```\n\n</div>\n"
    for r in rows:
        yield from _entry(r, account)


def _weight(r: Reported) -> int:
    """The gravest first."""
    return list(MEANING).index(r.claim.erratum.severity) if r.claim.erratum else len(MEANING)


def _entry(r: Reported, account: Account) -> Iterator[str]:
    c, e = r.claim, r.claim.erratum
    assert e is not None
    yield f"(erratum.{c.label})=\n\n## {heading(c.source.place)}: {heading(c.title)}\n"
    severity = span(f"severity severity-{e.severity.value}", e.severity.value)
    yield f"{badge(r.verdict)} {severity} {e.fault.value}; {link(c.label, html(c.label))}\n"
    if c.source.printed:
        yield f"{span('head', 'Printed')}\n\n{display(c.source.printed)}"
    if r.witness:
        yield f"{span('head', 'Fails at')} {text(r.witness)}\n"
    if isinstance(c.content, Remark):
        yield f"{text(c.content.reason)}\n"
    if c.correction:
        correction = account.results[c.correction]
        yield f"{span('head', 'Instead')} {badge(correction.verdict)} {link(c.correction)}\n\n{said(correction.claim)}"
    elif _reworded(c):
        yield f"{span('head', 'Instead')} {text(_reworded(c))}\n"
    yield f"{text(e.note)}\n"
    if on := dependents(c, account.claims):
        shown = links(on[:12]) + (f" and {len(on) - 12} more" if len(on) > 12 else "")
        yield f"{span('head', 'On it or its correction depend')} {shown}\n"


def _reworded(c: Claim) -> str:
    return c.content.corrected if isinstance(c.content, Remark) else ""


def said(c: Claim) -> str:
    """What a claim says, as a display or in words."""
    content = c.content
    conclusion = content.conclusion if isinstance(content, Chain | Argument) else content
    match conclusion:
        case Statement(holds=holds):
            return display(latex(holds))
        case str():
            return words(conclusion) + "\n"
        case _:
            return display(c.source.printed) if c.source.printed else code(c.label) + "\n"
