"""The index of the paper: its numbered items, displays and sections, by digest, and the claims that stand for each.

The paper's text is not shipped.  A digest tells whether a formula is one that was found in the text when the index was made.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from symbolic.claim import Claim

INDEX = Path(__file__).with_name("paper_index.json")
_LAYOUT = re.compile(r"\s|\\(?:left|right|[bB]igg?|displaystyle|quad|,|;|!)(?![a-zA-Z])|\\ |\\\\|[&$~]|\\begin\{[a-z*]+\}|\\end\{[a-z*]+\}")
_LETTERS = {"π": "pi", "ε": "varepsilon", "ϵ": "epsilon", "β": "beta", "μ": "mu", "ω": "omega", "θ": "theta", "δ": "delta", "σ": "sigma"}
_GREEK = str.maketrans({letter: f"\\{name}" for letter, name in _LETTERS.items()})
_HEAD = re.compile(
    r"Proof of (?:Theorem|Lemma|Proposition) \d|(?:Theorem|Lemma|Proposition|Remark|Assumption|Algorithm|Figure) \d|Section \d(?:\.\d)?"
    r"|Appendix [A-C]|Equations? \(\d\)|\(GRPO[^)]*\)|Abstract|Conclusion"
)


@dataclass(frozen=True)
class Row:
    """One place of the paper: ``names`` are what claims may call it, ``printed`` the digests of the claims' formulas found there."""

    place: str
    kind: str
    names: tuple[str, ...]
    digest: str
    printed: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    """The index, in the order of the paper."""
    found = json.loads(INDEX.read_text(encoding="utf-8"))["rows"]
    return tuple(Row(r["place"], r["kind"], tuple(r["names"]), r["digest"], tuple(r["printed"])) for r in found)


@cache
def restored() -> Mapping[str, str]:
    """Labels of claims whose formula does not stand in the text letter by letter, and why; after the display's place where it is one."""
    found: dict[str, str] = json.loads(INDEX.read_text(encoding="utf-8"))["restored"]
    return found


def normal(latex: str) -> str:
    """A formula without layout: spaces, sizes of brackets, alignment, fonts, a full stop at the end; Greek letters and ≤ by one name."""
    plain = re.sub(r"\\tag\{.*?\}", "", latex.translate(_GREEK))
    plain = re.sub(r"\\(?:text|mathrm|mathsf|operatorname)\*?\{([^{}]*)\}|\\rm ", r"\1", plain)
    return _LAYOUT.sub("", re.sub(r"\\(le|ge)q(?![a-zA-Z])", r"\\\1", plain)).rstrip(".,;:")


@cache
def digest(latex: str) -> str:
    """The digest of a formula, whatever its layout."""
    return sha256(normal(latex).encode()).hexdigest()


@cache
def heads(place: str) -> tuple[str, ...]:
    """The names that a claim's place mentions: ``Theorem 2``, ``Section 2.1``, ``Equation (9)``."""
    return tuple(dict.fromkeys(head.replace("Equations", "Equation") for head in _HEAD.findall(place)))


def located(claim: Claim) -> tuple[Row, ...]:
    """The rows in which the claim's printed formula was found and whose names its place mentions."""
    mark, at = digest(claim.source.printed)[:16], set(heads(claim.source.place))
    return tuple(r for r in rows() if mark in r.printed and at & set(r.names))


def entries(row: Row, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The labels of the claims that stand for the row.

    Of a display those whose formula is found there; of an item or a proof also those that name it; of a section whatever stands in it.
    """
    if row.kind == "section":
        inside = [r for r in rows() if row.place in r.names]
        named, held = {r.place for r in inside}, {mark for r in inside for mark in r.printed}
    else:
        named, held = ({row.place} if row.kind != "display" else set()), set(row.printed)
    found = []
    for c in claims:
        at = set(heads(c.source.place))
        prints = bool(c.source.printed) and digest(c.source.printed)[:16] in held and bool(at & set(row.names))
        if prints or at & named or restored().get(c.label, "").startswith(f"{row.place}: "):
            found.append(c.label)
    return tuple(found)
