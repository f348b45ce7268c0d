"""One claim: its section on the page of its statement, and its card in a chapter."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import indent

from proofs.pages.derivation import derivation
from proofs.pages.formula import concluded, display, hypotheses, latex
from proofs.pages.myst import anchored, code, div, fold, heading, html, link, links, on_site, span, text
from proofs.pages.reported import Account, Found, Reported
from proofs.pages.rocq import place
from proofs.pages.words import BADGES, badge, sentence, standing
from proofs.printed import SAID, reading
from symbolic.claim import Claim, Remark
from symbolic.derivation import Argument, Chain
from symbolic.obligations import obligations
from symbolic.statement import Statement


def section(r: Reported, account: Account, source: str) -> str:
    """The claim in full, under a heading of its own; ``source`` is the label of its file's listing on the page."""
    c = r.claim
    says = [
        f"{badge(r.verdict)} {span('place', html(c.source.place))} {span('label', html(c.label))}\n",
        *_printed(c),
        *_content(r),
    ]
    body = [
        anchored(c.label, c.title, "\n".join(says)),
        div("told", f"{sentence(r)} {_rests(r)}"),
        *_erratum(r),
        *([text(c.note) + "\n"] if c.note else []),
        *([fold("Derivation, each step decided on its own", derivation(r, account))] if isinstance(c.content, Chain | Argument) else []),
        *_evidence(r),
        *_relations(r, account, source),
    ]
    return f"## {heading(named(c))}\n\n" + div(f"claim claim-{r.verdict or 'remark'}", "\n".join(body))


def named(c: Claim) -> str:
    """Place and title, so that a search for either finds it."""
    return c.title if c.title.startswith(c.source.place) else f"{c.source.place}: {c.title}"


def card(r: Reported) -> str:
    """The claim as a chapter shows it: what it says, how it stands, and where to read on."""
    c = r.claim
    body = [
        f"{badge(r.verdict)} **{text(c.title)}** {link(c.label, html(c.source.place))}\n",
        *(_printed(c) if r.verdict == "refuted" or isinstance(c.content, Remark) else []),
        *([] if r.verdict == "refuted" and not c.source.by_hand else _content(r)),
        *_erratum(r),
        div("told", f"{sentence(r)} {_rests(r)} {link(c.label, 'Evidence')}"),
    ]
    return div(f"claim card claim-{r.verdict or 'remark'}", "\n".join(body))


def several(found: Sequence[Reported]) -> str:
    """Claims of a group as a chapter lists them, a line each; folded away where there are many."""
    listed = "\n".join(f"- {badge(r.verdict)} {link(r.claim.label, text(r.claim.title))}" for r in found) + "\n"
    counts = Counter(BADGES[r.verdict][1] for r in found)
    told = ", ".join(f"{count} {word}" for word, count in counts.items())
    return listed if len(found) <= _FEW else fold(f"{len(found)} claims: {told}", listed, "group")


_FEW = 3


def steps(r: Reported, account: Account) -> str:
    """The claim's derivation as a chapter shows it, open."""
    c = r.claim
    body = [
        f"{badge(r.verdict)} **{text(c.title)}** {link(c.label, html(c.source.place))}\n",
        derivation(r, account),
        div("told", f"{sentence(r)} {_rests(r)} {link(c.label, 'Evidence')}"),
    ]
    return div(f"claim card steps claim-{r.verdict or 'remark'}", "\n".join(body))


def _printed(c: Claim) -> Iterator[str]:
    if c.source.printed:
        number = c.label.removeprefix("equation-")
        tag = rf" \tag{{{number}}}" if number.isdigit() and number != c.label else ""
        yield f"{span('head', 'The paper prints')}\n\n{display(c.source.printed + tag)}"
        found = reading(c)
        if SAID[found.agreement]:
            yield div("reading", text(SAID[found.agreement] + found.detail))


def _content(r: Reported) -> Iterator[str]:
    match r.claim.content:
        case Remark(reason=reason, corrected=corrected):
            yield text(reason) + "\n"
            if corrected:
                yield f"{span('head', 'Instead')} {text(corrected)}\n"
        case Statement() as s:
            yield _statement(s, "What is checked" if r.claim.source.printed else "Statement")
        case Chain() | Argument() as content:
            yield f"{span('head', 'Concluded')}\n\n{concluded(content.conclusion)}"


def _statement(s: Statement, head: str) -> str:
    names = ", ".join(f"${latex(v)}$" for v in s.symbols)
    lead = f"for all real {names}" + (f" with {hypotheses(s.given)}" if s.given else "") if names else ""
    short, whole = latex(s.holds), latex(s.holds, named=False)
    more = fold("Written out, with the domain conditions", _whole(s, whole)) if short != whole or obligations(s) else ""
    return f"{span('head', head)} {lead}\n\n{display(short)}\n{more}"


def _whole(s: Statement, whole: str) -> str:
    owed = [_owed(o.what.partition(" in ")[0], latex(o.statement.holds, named=False)) for o in obligations(s)]
    listed = "Each of these was proved from the hypotheses too:\n\n" + "\n".join(owed) if owed else ""
    return display(whole) + f"\n{listed}\n"


def _owed(what: str, tex: str) -> str:
    if len(tex) < _LONG:
        return f"- {text(what)}: ${tex}$"
    return f"- {text(what)}:\n\n" + indent(display(tex), "  ")


_LONG = 200
"""Characters of TeX from which a formula stands on a line of its own."""


def _rests(r: Reported) -> str:
    if r.verdict != "proved":
        return ""
    named = [link(a) if a.startswith("solver.") else link(f"theorem.{a}", a) for a in r.assumptions]
    return f"Rests on {', '.join(named)}." if named else "Rests on nothing but the deciders."


def _erratum(r: Reported) -> Iterator[str]:
    c = r.claim
    if r.witness:
        yield f"{span('head', 'Fails at')} {text(r.witness)}\n"
    if c.erratum:
        yield f"{span('head', 'Erratum')} {c.erratum.fault.value}, {c.erratum.severity.value}. {text(c.erratum.note)}\n"
    if c.correction:
        yield f"{span('head', 'Corrected')} {link(c.correction)}\n"
    if c.superseded_by:
        yield f"{span('head', 'Sharper')} {link(c.superseded_by)}\n"


def _evidence(r: Reported) -> Iterator[str]:
    if not r.findings:
        return
    if isinstance(r.claim.content, Statement):
        rows = [finding(f) for f in r.findings]
    else:
        places = dict.fromkeys(f.where for f in r.findings)
        shown = list(places)[:_PARTS] if r.verdict == "proved" else list(places)
        rows = [
            div("where", f"*{text(where or 'the whole')}*\n\n" + "\n".join(finding(f) for f in r.findings if f.where == where))
            for where in shown
        ]
        if more := len(places) - len(shown):
            rows.append(f"Of {more} further parts `grpo-companion show {r.claim.label}` prints what was found.\n")
    yield on_site(fold(f"Evidence: {len(r.findings)} findings, {r.seconds:.2f} s", "\n".join(rows), "evidence"))


_PARTS = 24
"""Parts of a proved derivation whose evidence stands on the page: some have hundreds, all alike."""


def finding(f: Found) -> str:
    """What one decider found, with its evidence; of the kernel's, where its theorem is shown."""
    lines = "\n".join((f.detail, *(f"  {line}" for line in f.evidence)))
    lemmas = f", by {links(f.assumptions)}" if f.assumptions else ""
    at = place(f.detail) if f.family == "kernel" else ""
    head = f"{badge(f.verdict)} {code(f.decider)} ({f.family}), {f.seconds:.3f} s{lemmas}{at and f': {at}'}"
    return f"{head}\n\n```text\n{lines}\n```\n"


def _relations(r: Reported, account: Account, source: str) -> Iterator[str]:
    c = r.claim
    line = c.declared_at.rpartition(":")[2]
    rows = [
        ("Uses", links(r.uses)),
        ("Used by", links(account.used_by[c.label])),
        ("With all it uses", standing(c.label, account)[1]),
        ("Mutants", f"{len(c.mutants)}, each refuted by the tests" if c.mutants else ""),
        ("Source", f"[line {line} of its file](#{source})"),
        ("Check it again", f"`grpo-companion check {c.label} --fresh`"),
    ]
    yield div("relations", "\n".join(f"- {span('head', head)} {words}" for head, words in rows if words))
