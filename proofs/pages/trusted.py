"""The page of what is taken on trust: cited theorems, solver lemmas, versions, and what was not run."""

from collections.abc import Iterator

from proofs.pages.groups import groups
from proofs.pages.myst import anchored, link, links, text
from proofs.pages.reported import Account
from proofs.pages.words import badge
from symbolic.derivation import Argument, Chain


def page(account: Account) -> str:
    """The page."""
    return "\n".join(_page(account))


def _page(account: Account) -> Iterator[str]:
    results = account.results
    yield "# What the proofs rest on\n"
    yield f"Written from the report of the run that decided everything in this book; {link('trust', 'how far to trust it')} explains it.\n"
    yield "## Cited theorems\n"
    yield (
        "A theorem of mathematics is cited, not proved here. Each has a schema that makes, from one set of data, its conditions and its "
        "conclusion; the conditions are decided like any other statement. A claim may rest on:\n"
    )
    theorems = {t.name: t for r in results.values() if isinstance(r.claim.content, Chain | Argument) for t in r.claim.content.theorems}
    named = {a for r in results.values() for a in r.assumptions if not a.startswith("solver.") and a not in results}
    for name in sorted(theorems.keys() | named):
        users = tuple(label for label, r in results.items() if name in r.assumptions)
        says = text(theorems[name].says) if name in theorems else "An assumption of the program."
        shown = links(users[:8]) + (f" and {len(users) - 8} more" if len(users) > 8 else "")
        yield f"### {name}\n\n{anchored(f'theorem.{name}', name, says)}\nOn it rest {len(users)} claims: {shown or 'none'}.\n"
    yield "## Solver lemmas\n"
    yield "Facts about exp, log and their kin on which the solvers may rely. Each is a claim of its own, proved without the solvers.\n"
    for label, r in results.items():
        if label.startswith("solver."):
            count = sum(label in other.assumptions for other in results.values())
            yield f"- {badge(r.verdict)} {link(label, text(r.claim.title))}: {count} claims rest on it."
    yield "\n## Versions\n"
    yield "The run that this book shows used " + ", ".join(f"{name} {version}" for name, version in account.environment.items()) + ".\n"
    yield "## Not run\n"
    if account.not_run:
        yield "\n".join(f"- the family {family}: {text(reason)}" for family, reason in account.not_run) + "\n"
    else:
        yield "Every family of deciders that a claim asks for was there and ran.\n"
    yield "## Not decided by formula\n"
    yield f"{account.summary['remarks']} places hold no formula to decide. They are never counted as proved:\n"
    for group in groups(account):
        for label in group.labels:
            if results[label].verdict == "":
                yield f"- {link(label, text(results[label].claim.title))} ({text(results[label].claim.source.place)})"
