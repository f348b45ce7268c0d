"""A group: claims that share a place of the paper, a kind and the beginning of their labels."""

from dataclasses import dataclass

import sympy as sp

from symbolic.claim import Claim, Declared, Erratum, Kind, Remark, Source
from symbolic.derivation import Derivation
from symbolic.statement import Statement


@dataclass(frozen=True)
class Group:
    """What several claims of one file share; its methods make them, one declaration each.

    ``label`` begins their labels: ``part`` follows after a dot, and the empty part is the group's own label.  ``line`` follows the
    ``place`` after a comma, ``letters`` are those of a Source, and ``families`` are asked where a claim does not name its own.

    Raises:
        DeclarationError: from each method, naming the line of its call, where the claim does not fit together.
    """

    label: str
    kind: Kind
    place: str
    letters: tuple[tuple[sp.Symbol, sp.Expr], ...] = ()
    families: tuple[str, ...] = Claim.families

    def proved(
        self,
        part: str,
        title: str,
        content: Statement | Derivation,
        *mutants: Statement | Derivation,
        line: str = "",
        printed: str = "",
        by_hand: str = "",
        uses: tuple[str, ...] = (),
        families: tuple[str, ...] | None = None,
        superseded_by: str | None = None,
        note: str = "",
    ) -> Claim:
        """A claim declared proved, with its mutants."""
        return Claim(
            label=self._label(part),
            kind=self.kind,
            title=title,
            source=self._source(line, printed, by_hand),
            content=content,
            mutants=mutants,
            uses=uses,
            families=self.families if families is None else families,
            superseded_by=superseded_by,
            note=note,
        )

    def refuted(
        self,
        part: str,
        title: str,
        content: Statement | Derivation,
        erratum: Erratum,
        *,
        correction: str,
        line: str = "",
        printed: str = "",
        by_hand: str = "",
        uses: tuple[str, ...] = (),
        families: tuple[str, ...] | None = None,
        superseded_by: str | None = None,
    ) -> Claim:
        """A formula of the paper declared refuted; ``correction`` is the whole label of the claim that puts it right."""
        return Claim(
            label=self._label(part),
            kind=self.kind,
            title=title,
            source=self._source(line, printed, by_hand),
            content=content,
            declared=Declared.REFUTED,
            erratum=erratum,
            correction=correction,
            uses=uses,
            families=self.families if families is None else families,
            superseded_by=superseded_by,
        )

    def remark(
        self,
        part: str,
        title: str,
        remark: Remark,
        erratum: Erratum | None = None,
        *,
        line: str = "",
        printed: str = "",
        uses: tuple[str, ...] = (),
        superseded_by: str | None = None,
    ) -> Claim:
        """A remark, which is of that kind whatever the kind of the group; an erratum where the paper is wrong there."""
        return Claim(
            label=self._label(part),
            kind=Kind.REMARK,
            title=title,
            source=self._source(line, printed),
            content=remark,
            declared=None,
            erratum=erratum,
            uses=uses,
            superseded_by=superseded_by,
        )

    def _label(self, part: str) -> str:
        return f"{self.label}.{part}" if part else self.label

    def _source(self, line: str, printed: str, by_hand: str = "") -> Source:
        return Source(f"{self.place}, {line}" if line else self.place, printed, self.letters, by_hand)
