"""A derivation as MyST: every line with its reason and with what the deciders found of it."""

from collections.abc import Iterator, Sequence

from proofs.outline import Cited, Concluded, Earlier, Entry, Given, Item, Line, Shown, Start, Stated, Terms, outline
from proofs.pages.formula import SIGNS, concluded, display, hypotheses, latex
from proofs.pages.myst import div, fold, html, link, span, text
from proofs.pages.reported import Account, Found, Reported
from proofs.pages.words import BADGES


def derivation(r: Reported, account: Account) -> str:
    """All entries of the derivation, in reading order; empty for a claim that is none."""
    return "\n".join(_entries(tuple(outline(r.claim, account.claims)), r.findings))


def _entries(entries: Sequence[Entry], findings: Sequence[Found]) -> Iterator[str]:
    conditions: list[str] = []
    for k, entry in enumerate(entries):
        if isinstance(entry, Shown) and entry.condition:
            conditions.append(f"{display(latex(entry.statement.holds))}\n{_found(entry, findings)}\n")
            if not (k + 1 < len(entries) and isinstance(following := entries[k + 1], Shown) and following.condition):
                many = f"{len(conditions)} conditions, each decided" if len(conditions) > 1 else "its condition, decided"
                yield fold(many, "\n".join(conditions), "conditions")
                conditions = []
            continue
        yield from _entry(entry, findings)


def _entry(entry: Entry, findings: Sequence[Found]) -> Iterator[str]:
    match entry:
        case Item(number=k, reason=reason):
            yield div("item", f"**{k}.** {text(reason)}")
        case Given(hypotheses=given):
            yield f"For {hypotheses(given)}:\n"
        case Start(expression=e):
            yield div("line", display(latex(e)))
        case Line(number=k, relation=relation, expression=e, reason=reason):
            yield div("line", f"{span('reason', f'{k}')} {text(reason)}\n\n{display(f'{SIGNS[relation]} {latex(e)}')}")
        case Stated(statement=s):
            yield (f"For {hypotheses(s.given)}:\n\n" if s.given else "") + display(latex(s.holds))
        case Cited(theorem=theorem, conditions=conditions):
            more = ", whose conditions are checked:" if conditions else "."
            yield div("by", f"by the cited theorem {link(f'theorem.{theorem.name}', theorem.name)}{more}")
        case Concluded(conclusion=c):
            yield "Therefore\n\n" + concluded(c)
        case Terms():
            yield "Each term is defined, under all these hypotheses together:\n"
        case Earlier():
            yield div("by", "shown by an earlier item")
        case Shown():
            yield div("by", _found(entry, findings))


def _found(shown: Shown, findings: Sequence[Found]) -> str:
    if shown.claim:
        return f"this is claim {link(shown.claim)}"
    return spoken([f for f in findings if f.where == shown.where])


def spoken(findings: Sequence[Found]) -> str:
    """Who spoke of one part: its proofs, or else everything."""
    words: dict[str, list[str]] = {}
    for f in findings:
        words.setdefault(f.verdict, []).append(f.decider)
    shown = {"proved": words["proved"]} if "proved" in words and "refuted" not in words else words
    told = "; ".join(f"{span(f'word word-{word}', f'{BADGES[word][0]} {word}')} by {html(', '.join(who))}" for word, who in shown.items())
    witnesses = [f"; {text(f.detail)}" for f in findings if f.verdict == "refuted"]
    return (told or "nobody spoke") + "".join(witnesses[:1])
