"""The list of claims, remembered while no source file changes, so that to print it needs no sympy."""

import os
from typing import Any

from proofs.places import cache, digest, first_sources, read, write

_LAYERS = ("symbolic", "proofs")


def listing() -> dict[str, Any]:
    """``claims``: a row a claim, with label, kind, title, place and declaration; ``faults``: a line for each malformed declaration."""
    key = digest(_LAYERS)
    match None if os.environ.get("CI") else read(cache() / "list.json"):
        case {"key": kept, "claims": list(rows)} if kept == key:
            return {"claims": rows, "faults": []}
    found = _found()
    _keep(found, key)
    return found


def remember() -> None:
    """Keep the list of the claims that this process has read since it asked for `first_sources`."""
    _keep(_found(), digest(_LAYERS, files=first_sources()))


def _keep(found: dict[str, Any], key: str) -> None:
    if not found["faults"] and digest(_LAYERS) == key:  # no file changed while they were read
        write(cache() / "list.json", {"key": key, "claims": found["claims"]})


def _found() -> dict[str, Any]:
    from proofs.catalogue import load

    found = load()
    rows = [
        {
            "label": c.label,
            "kind": c.kind.value,
            "title": c.title,
            "place": c.source.place,
            "declared": c.declared.value if c.declared else None,
        }
        for c in found.claims.values()
    ]
    return {"claims": rows, "faults": [fault.message for fault in found.faults]}
