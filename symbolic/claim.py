"""A claim: one statement of the paper (or beyond it), as data that names no decider."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import sympy as sp
from sympy.core.relational import Relational

from symbolic.declaration import DeclarationError, place
from symbolic.derivation import Argument, Chain, Derivation
from symbolic.statement import Statement


class Kind(Enum):
    """What the entry is."""

    DEFINITION = "definition"
    EQUATION = "equation"
    THEOREM = "theorem"
    PROPOSITION = "proposition"
    LEMMA = "lemma"
    COROLLARY = "corollary"
    STEP = "step"
    TEXT = "text"
    FIGURE = "figure"
    EXTENSION = "extension"
    REMARK = "remark"


class Declared(Enum):
    """What its author declares of a claim; the deciders say whether it is so."""

    PROVED = "proved"
    REFUTED = "refuted"


class Fault(Enum):
    """The kind of an erratum."""

    FORMULA = "formula"
    SIGN = "sign"
    HYPOTHESIS = "hypothesis"
    DOMAIN = "domain"
    BOUND = "bound"
    LIMIT = "limit"
    REFERENCE = "reference"
    NOTATION = "notation"
    PROSE = "prose"


class Severity(Enum):
    """How much hangs on an erratum: nothing, one step of a proof whose theorem stands, or the statement itself."""

    SLIP = "slip"
    STEP = "step"
    STATEMENT = "statement"


@dataclass(frozen=True)
class Source:
    """The place in the paper, and the formula as printed there (LaTeX); empty for what the paper does not print.

    ``letters`` pairs a letter of that formula with what the text lets it stand for there; ``by_hand`` says why a person has to
    read the formula although it is first-order (words around it, say).
    """

    place: str
    printed: str = ""
    letters: tuple[tuple[sp.Symbol, sp.Expr], ...] = ()
    by_hand: str = ""


@dataclass(frozen=True)
class Erratum:
    """Why a place of the paper is wrong: its kind, how much hangs on it, and why what depends on it survives (if it does)."""

    fault: Fault
    severity: Severity
    note: str


@dataclass(frozen=True)
class Remark:
    """A place with no formula to decide: the reason, and the corrected wording.  It has no verdict and is never counted as proved."""

    reason: str
    corrected: str = ""


Content: TypeAlias = Statement | Chain | Argument | Remark
FAMILIES = ("algebra", "smt", "enclosure", "kernel", "sampling")
INEQUALITY = ("algebra", "smt", "enclosure", "sampling")
"""The families that an inequality asks: enclosures too."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim.

    ``content`` is what is decided; ``declared`` what should come out (None for a Remark); ``correction`` the label of the proved
    claim that puts a refuted one right; ``uses`` the labels of claims this one rests on; ``families`` the deciders to ask;
    ``mutants`` near misses of a Statement declared proved, each of which must come out refuted (a test asks both);
    ``superseded_by`` the label of a sharper claim; ``note`` a sentence for the reader.

    Raises:
        DeclarationError: naming the author's file and line, where these do not fit together.
    """

    label: str
    kind: Kind
    title: str
    source: Source
    content: Content
    declared: Declared | None = Declared.PROVED
    correction: str | None = None
    erratum: Erratum | None = None
    uses: tuple[str, ...] = ()
    families: tuple[str, ...] = ("algebra", "smt", "sampling")
    mutants: tuple[Statement | Derivation, ...] = ()
    superseded_by: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "declared_at", place())
        for fault in self._faults():
            raise DeclarationError(f"claim {self.label!r}: {fault}")

    declared_at = ""

    def _faults(self) -> list[str]:
        remark = isinstance(self.content, Remark)
        refuted = self.declared is Declared.REFUTED
        wrong = [f for f in self.families if f not in FAMILIES]
        checks = [
            (not _is_label(self.label), "a label is made of lower-case words, digits, dots and hyphens, such as lemma-3.2"),
            (remark != (self.declared is None), "a Remark has declared=None, and nothing else has"),
            (remark != (self.kind is Kind.REMARK), "kind is REMARK exactly where the content is a Remark"),
            (bool(wrong), f"no family is called {wrong[0] if wrong else ''!r}; there are {', '.join(FAMILIES)}"),
            (not remark and not self.families, "name at least one family of deciders"),
            (remark and bool(self.mutants), "a Remark has no mutants"),
            (isinstance(self.content, Remark) and not self.content.reason.strip(), "a Remark gives its reason"),
            (
                isinstance(self.content, Remark) and self.erratum is not None and not self.content.corrected.strip(),
                "a Remark that is an erratum says what should stand there (corrected=…)",
            ),
            (refuted and self.correction is None, "a refuted claim names the label of its correction"),
            (refuted and self.erratum is None, "a refuted claim says what kind of erratum it is (erratum=…)"),
            (not refuted and self.correction is not None, "only a refuted claim has a correction"),
            (self.declared is Declared.PROVED and self.erratum is not None, "a claim declared proved is no erratum"),
            (self.declared is Declared.PROVED and not self.mutants, "a claim declared proved carries at least one mutant"),
            (self.label in self.uses, "it uses itself"),
            (
                isinstance(self.content, Statement) and _says_nothing(self.content),
                "its two sides are one and the same: there is nothing to decide",
            ),
        ]
        return [message for wrong_, message in checks if wrong_]


def _says_nothing(statement: Statement) -> bool:
    return isinstance(statement.holds, Relational) and statement.holds.lhs == statement.holds.rhs


def _is_label(label: str) -> bool:
    return bool(label) and label[0].isalpha() and label[-1].isalnum() and all(c.islower() or c.isdigit() or c in ".-" for c in label)
