"""What a verdict means, in words that stand beside its colour."""

from proofs.pages.myst import span
from proofs.pages.reported import Account, Reported

BADGES = {
    "proved": ("✓", "proved"),
    "refuted": ("✗", "refuted"),
    "corroborated": ("≈", "corroborated, not proved"),
    "undecided": ("?", "undecided"),
    "not_run": ("–", "not run"),
    "": ("¶", "remark"),
}
"""The sign and the word for each verdict; the empty one is a remark's."""

FAMILIES = {
    "algebra": "exact algebra",
    "smt": "SMT solvers (z3, replayed by cvc5)",
    "enclosure": "enclosures whose certificate was replayed",
    "kernel": "the kernel of Rocq",
    "sampling": "sampling",
}


def badge(verdict: str) -> str:
    """The verdict as a coloured word."""
    sign, word = BADGES[verdict]
    return span(f"badge badge-{verdict or 'remark'}", f"{sign} {word}")


def sentence(r: Reported) -> str:
    """What came out and by whom, in one line of MyST."""
    match r.verdict:
        case "proved" if r.families:
            by = " and by ".join(FAMILIES[family] for family in r.families if family != "sampling")
            independent = ", independently" if len([f for f in r.families if f != "sampling"]) > 1 else ""
            return f"Proved by {by}{independent}."
        case "proved":
            return "Proved part by part, each by an exact argument."
        case "refuted":
            return "Refuted, as this companion declares: what is printed is false at the point shown."
        case "corroborated":
            return "True at every point tried; nobody has proved it."
        case "undecided":
            return "Undecided: no decider reached it."
        case "not_run":
            return "Not run on the machine that made this book."
        case _:
            return "Nothing to decide by formula: a remark is never counted as proved."


def standing(label: str, account: Account) -> tuple[str, str]:
    """How a claim stands together with all it uses: a key, and the sentence for it."""
    seen, todo = set[str](), [label]
    while todo:
        at = todo.pop()
        if at not in seen:
            seen.add(at)
            todo += account.results[at].uses
    words = {account.results[other].verdict for other in seen - {label}}
    own = account.results[label].verdict
    if own == "refuted":
        return "refuted", "refuted; see its correction"
    if own == "":
        return "remark", "a remark: nothing to prove"
    if own != "proved":
        return "open", "not proved"
    if words <= {"proved"}:
        theorems = [a for a in account.results[label].assumptions if not a.startswith("solver.")]
        if theorems:
            return "cited", f"proved, with all it uses, from {len(theorems)} cited theorem{'s' if len(theorems) > 1 else ''}"
        return "whole", "proved, with all it uses, citing nothing"
    return "partly", "proved, but something it uses is not"
