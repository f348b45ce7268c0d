"""The tree of evidence: who decided a claim, and what each proof rests on."""

from collections.abc import Mapping

from rich.text import Text
from rich.tree import Tree

from proofs.checking import rests
from proofs.cli.derivation import spoken
from proofs.cli.table import STYLES
from proofs.finding import Finding, detail, name
from proofs.report import verdict_name
from proofs.result import Result
from symbolic.claim import Remark
from symbolic.derivation import Argument, Chain
from symbolic.verdict import Proved


def tree(label: str, results: Mapping[str, Result]) -> Tree:
    """The evidence of the claim; what was shown once is not shown again."""
    root = Tree(_head(results[label]))
    _grow(root, label, results, {label})
    return root


def _head(r: Result) -> Text:
    word = verdict_name(r)
    return Text.assemble((r.claim.label, "bold"), "  ", (word.replace("_", " "), STYLES[word]), f"  {r.claim.title}")


def _grow(node: Tree, label: str, results: Mapping[str, Result], seen: set[str]) -> None:
    r = results[label]
    content = r.claim.content
    if isinstance(content, Remark):
        node.add(Text(content.reason))
    if isinstance(content, Chain | Argument):
        for theorem in content.theorems:
            node.add(Text(f"cited theorem {theorem.name}: {theorem.says}"))
        for where, other in rests(r.claim, {k: v.claim for k, v in results.items()}).items():
            node.add(Text(f"{where}: is claim {other}"))
    for where in dict.fromkeys(f.where for f in r.findings):
        here = [f for f in r.findings if f.where == where]
        if not where:
            for f in here:
                node.add(_finding(f))
        elif any(isinstance(f.verdict, Proved) for f in here):
            lemmas = dict.fromkeys(a for f in here if isinstance(f.verdict, Proved) for a in f.verdict.assumptions)
            by = f", by {', '.join(lemmas)}" if lemmas else ""
            node.add(Text(f"{where}: {next(spoken(here)).plain.strip()}{by}"))
        else:
            branch = node.add(Text(where))
            for f in here:
                branch.add(_finding(f))
    for lemma in sorted(_lemmas(r) - results.keys()):
        node.add(Text(f"assumption {lemma}: no claim here proves it", "magenta"))
    for used in r.uses:
        if used in seen:
            node.add(Text.assemble(_head(results[used]), " (above)"))
            continue
        seen.add(used)
        _grow(node.add(_head(results[used])), used, results, seen)


def _lemmas(r: Result) -> set[str]:
    named = {a for f in r.findings if isinstance(f.verdict, Proved) for a in f.verdict.assumptions}
    return {a for a in named if a.startswith("solver.")}


def _finding(f: Finding) -> Text:
    word = name(f.verdict)
    lemmas = f"; by {', '.join(f.verdict.assumptions)}" if isinstance(f.verdict, Proved) and f.verdict.assumptions else ""
    return Text.assemble(f"{f.decider}: ", (word, STYLES[word]), f" ({detail(f.verdict)}){lemmas}")
