"""Reads the axioms that ``Print Assumptions`` shows, and compares them by name and type with the four classical ones."""

import re

CLASSICAL = {
    "Coq.Reals.ClassicalDedekindReals.sig_not_dec": "forall P : Prop, {~ ~ P} + {~ P}",
    "Coq.Reals.ClassicalDedekindReals.sig_forall_dec": (
        "forall P : nat -> Prop, (forall n : nat, {P n} + {~ P n}) -> {n : nat | ~ P n} + {forall n : nat, P n}"
    ),
    "Coq.Logic.FunctionalExtensionality.functional_extensionality_dep": (
        "forall (A : Type) (B : A -> Type) (f g : forall x : A, B x), (forall x : A, f x = g x) -> f = g"
    ),
    "Coq.Logic.Classical_Prop.classic": "forall P : Prop, P \\/ ~ P",
}
"""Full name in the kernel → type, as Rocq 8.16 prints it, spaces collapsed."""
_CLOSED = "Closed under the global context"


def used(output: str) -> tuple[str, ...] | str:
    """The axioms of ``CLASSICAL`` that the output of one ``Print Assumptions`` lists, by full name; or what speaks against it."""
    text = output.strip()
    if text == _CLOSED:
        return ()
    head, _, body = text.partition("\n")
    if head.strip() != "Axioms:":
        return f"Print Assumptions answered {text[:200]!r}"
    found: dict[str, None] = {}
    for entry in re.split(r"\n(?=\S)", body):  # an entry begins in the first column, its further lines are indented
        name, colon, kind = " ".join(entry.split()).partition(" : ")
        full = [f for f, t in CLASSICAL.items() if t == kind and (f == name or f.endswith(f".{name}"))]
        if not colon or len(full) != 1:
            return f"rests on {' '.join(entry.split())[:200]}"
        found[full[0]] = None
    return tuple(found)
