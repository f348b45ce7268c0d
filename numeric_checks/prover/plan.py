"""The plan of a proof: the certificate's tree with its terms spelled out, for people and for JSON."""

from typing import Any

from numeric_checks.replay.terms import Terms

MOST_SHOWN = 400
_PARTS: dict[str, tuple[str, ...]] = {
    "enclosure": (),
    "mean value": (),
    "outside": (),
    "identity": (),
    "root": (),
    "hypothesis": (),
    "split": ("variable", "at", "proof", "proof"),
    "cases": ("term", "proof", "proof"),
    "some": ("part", "proof"),
    "suppose": ("proof",),
    "at": ("bits", "proof"),
    "sign": ("relation", "proof"),
    "squeeze": ("proof", "proof"),
    "absurd": ("hypothesis", "proof"),
    "rewrite": ("term", "proof"),
    "times": ("term", "proof", "proof"),
    "squares": ("term", "term", "proof", "proof", "proof"),
    "logarithms": ("term", "term", "proof", "proof", "proof"),
    "powers": ("term", "term", "proof", "proof", "proof"),
    "exponential": ("term", "proof"),
    "monotone": ("variable", "way", "proof", "proof", "strictly"),
    "taylor": ("variable", "at", "order", "proof"),
    "section": ("variable", "term", "proof", "proof", "proof", "proof", "proof"),
    "substitute": ("variable", "new", "term", "term", "proof"),
    "solve": ("variable", "term", "term", "proof"),
}
_SAYS = {
    "enclosure": "by enclosure",
    "mean value": "by mean value form",
    "outside": "no point here satisfies the hypotheses",
    "identity": "equal to 0 by normal form",
    "hypothesis": "a multiple of a hypothesis",
    "split": "split",
    "cases": "by cases of the sign of",
    "suppose": "suppose the hypothesis of the implication",
    "at": "in higher precision",
    "squeeze": "at least 0 and at most 0",
    "absurd": "a hypothesis cannot hold here",
    "rewrite": "equal to",
    "times": "times a positive term",
    "root": "a root, which is at least 0",
    "squares": "compare the squares",
    "logarithms": "logarithms: compare their arguments",
    "powers": "compare the logarithms",
    "exponential": "exp(u) − 1 has the sign of u",
    "monotone": "monotone",
    "taylor": "contact: lower derivatives vanish",
    "section": "least on a section",
    "substitute": "new variable",
    "solve": "solve an equation among the hypotheses",
    "factor": "product of",
    "sum": "sum of",
}


def plan(proof: Any, terms: Terms) -> dict[str, Any]:
    """The tree of a proof: ``step``, what it is applied to, and ``parts``; a long cover by boxes is summed up."""
    leaves, depth = measure(proof)
    if leaves > MOST_SHOWN and proof[0] == "split":
        return {"step": "cover by boxes", "leaves": leaves, "depth": depth}
    kind, *rest = proof
    shown: dict[str, Any] = {"step": _SAYS.get(kind, kind)}
    parts: list[dict[str, Any]] = []
    if kind == "factor":
        shown["constant"] = rest[0]
        for number, power, relation, inner in rest[1]:
            entry = {"factor": terms.text(number), "power": power, "sign": relation}
            parts.append(entry if inner is None else {**entry, **plan(inner, terms)})
    elif kind == "sum":
        parts += [{"term": terms.text(number), "sign": relation, **plan(inner, terms)} for number, relation, inner in rest[0]]
    elif kind in ("all", "either"):
        parts += [plan(inner, terms) for inner in rest]
    else:
        for role, value in zip(_PARTS[kind], rest, strict=False):
            if role == "proof":
                parts += [] if value is None else [plan(value, terms)]
            elif role == "term":
                shown.setdefault("terms", []).append(terms.text(value))
            else:
                shown[role] = value
    return {**shown, "parts": parts} if parts else shown


def measure(proof: Any) -> tuple[int, int]:
    """The number of leaves and the depth of a proof."""
    inner = [p for p in _inner(proof) if p is not None]
    if not inner:
        return 1, 1
    measured = [measure(p) for p in inner]
    return sum(leaves for leaves, _ in measured), 1 + max(depth for _, depth in measured)


def _inner(proof: Any) -> list[Any]:
    kind, *rest = proof
    if kind == "factor":
        return [entry[3] for entry in rest[1]]
    if kind == "sum":
        return [entry[2] for entry in rest[0]]
    if kind in ("all", "either"):
        return list(rest)
    return [value for role, value in zip(_PARTS[kind], rest, strict=False) if role == "proof"]


def renumbered(proof: Any, new: dict[int, int]) -> Any:
    """The proof with its terms renumbered; ``new`` is asked for each of them and may grow as it is."""
    if proof is None:
        return None
    kind, *rest = proof
    if kind == "factor":
        return [kind, rest[0], [[new[t], power, relation, renumbered(inner, new)] for t, power, relation, inner in rest[1]]]
    if kind == "sum":
        return [kind, [[new[t], relation, renumbered(inner, new)] for t, relation, inner in rest[0]]]
    if kind in ("all", "either"):
        return [kind, *(renumbered(inner, new) for inner in rest)]
    made = []
    for role, value in zip(_PARTS[kind], rest, strict=False):
        made.append(renumbered(value, new) if role == "proof" else new[value] if role == "term" else value)
    return [kind, *made]
