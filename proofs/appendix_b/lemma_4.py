"""Lemma 4: a(p_ref) > 0 and cosh²(a/2) = 1/(4 p_ref (1 − p_ref)), with each line of the printed proof."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.derivations.lemma_4 import IDENTITY
from symbolic.notation import REFERENCE, UPPER, a_of, p_ref
from symbolic.statement import Statement, eq, gt, real

_PLACE = "Proof of Lemma 4"
_quarter = sp.Rational(1, 4)
_odds, _against = p_ref / (1 - p_ref), (1 - p_ref) / p_ref
_x = a_of() / 2
_roots = (sp.sqrt(_odds) + sp.sqrt(_against)) / 2
_square = _quarter * (_odds + _against + 2)
_variance = p_ref * (1 - p_ref)
_common = _quarter * (p_ref**2 + (1 - p_ref) ** 2 + 2 * p_ref * (1 - p_ref)) / _variance
_one = sp.Add(p_ref, 1, -p_ref, evaluate=False)
"""p_ref + 1 − p_ref as printed, not yet 1."""
_whole = _quarter * _one**2 / _variance

_positive = Statement(UPPER, gt(a_of(), 0))
_identity = Statement(REFERENCE, eq(sp.cosh(_x) ** 2, 1 / (4 * _variance)))
_log = Statement(REFERENCE, eq(_x, sp.log(sp.sqrt(_odds))))
_cosh = Statement(REFERENCE, eq(sp.cosh(_x), (sp.exp(_x, evaluate=False) + sp.exp(-_x, evaluate=False)) / 2))
_by_roots = Statement(REFERENCE, eq(sp.cosh(_x), _roots))
_squared = Statement(REFERENCE, eq(sp.cosh(_x) ** 2, _square))
_over_common = Statement(REFERENCE, eq(_square, _common))
_binomial = Statement(REFERENCE, eq(_common, _whole))
_reduced = Statement(REFERENCE, eq(_whole, 1 / (4 * _variance)))


_LETTERS = ((real("x"), _x),)
"""The proof's x is a(p_ref)/2."""


def _line(number: str, title: str, printed: str, content: Statement, mutant: Statement) -> Claim:
    label = f"lemma-4.proof.{number}"
    return Claim(label=label, kind=Kind.STEP, title=title, source=Source(_PLACE, printed, _LETTERS), content=content, mutants=(mutant,))


CLAIMS = (
    Claim(
        label="lemma-4.positive",
        kind=Kind.LEMMA,
        title="a(p_ref) > 0 for p_ref > 1/2",
        source=Source("Lemma 4", r"a(p_{\text{ref}}) = -\log(\frac{1-p_{\text{ref}}}{p_{\text{ref}}}) > 0"),
        content=_positive,
        mutants=(_positive.but(given=REFERENCE), _positive.but(gt(a_of(), sp.Rational(1, 100)))),
        families=INEQUALITY,
        note="p_ref < 1 is needed for the logarithm, and assumed in Theorem 3. The printed proof says nothing of this part.",
    ),
    Claim(
        label="lemma-4.identity",
        kind=Kind.LEMMA,
        title="cosh²(a(p_ref)/2) = 1/(4 p_ref (1 − p_ref))",
        source=Source("Lemma 4", r"\cosh^2(\frac{a(p_{\text{ref}})}{2}) = \frac{1}{4p_{\text{ref}}(1-p_{\text{ref}})}"),
        content=_identity,
        mutants=(_identity.but(eq(sp.cosh(a_of()) ** 2, 1 / (4 * _variance))), _identity.but(eq(sp.cosh(_x) ** 2, 1 / (2 * _variance)))),
        note="For all 0 < p_ref < 1.",
    ),
    Claim(
        label="lemma-4.derivation",
        kind=Kind.LEMMA,
        title="Lemma 4 by its proof, put right",
        source=Source(_PLACE),
        content=IDENTITY,
        mutants=(IDENTITY.but(end=1 / (2 * _variance)),),
    ),
    _line(
        "1",
        "Half the log-odds is the logarithm of a root",
        r"x = \frac{a(p_{\text{ref}})}{2} = \log(\sqrt{\frac{p_{\text{ref}}}{1-p_{\text{ref}}}})",
        _log,
        _log.but(eq(_x, sp.log(sp.sqrt(_against)))),
    ),
    _line(
        "2", "cosh by exponentials", r"\cosh(x) = \frac{1}{2}(e^x + e^{-x})", _cosh, _cosh.but(eq(sp.cosh(_x), sp.exp(_x, evaluate=False)))
    ),
    Claim(
        label="lemma-4.proof.3",
        kind=Kind.STEP,
        title="cosh x by squares of the odds",
        source=Source(
            _PLACE,
            r"\frac{1}{2}(e^x + e^{-x}) = \frac{1}{4}(\frac{(1-p_{\text{ref}})^2}{p_{\text{ref}}^2} + "
            r"\frac{p_{\text{ref}}^2}{(1-p_{\text{ref}})^2} + 2)",
            _LETTERS,
        ),
        content=Statement(UPPER, eq(_cosh.holds.rhs, _quarter * (_against**2 + _odds**2 + 2))),
        declared=Declared.REFUTED,
        erratum=Erratum(
            Fault.FORMULA,
            Severity.STEP,
            "The middle term is cosh² of a, not cosh of a/2: false at every p_ref ≠ 1/2. The term after it is right, and the proof goes "
            "on from there.",
        ),
        correction="lemma-4.proof.4",
    ),
    _line(
        "4",
        "cosh x by roots of the odds",
        r"\frac{1}{2}(\sqrt{\frac{p_{\text{ref}}}{1-p_{\text{ref}}}} + \sqrt{\frac{1-p_{\text{ref}}}{p_{\text{ref}}}})",
        _by_roots,
        _by_roots.but(eq(sp.cosh(_x), _roots / 2)),
    ),
    _line(
        "5",
        "The square",
        r"\frac{1}{4} \left(\frac{p_{\text{ref}}}{1 - p_{\text{ref}}} + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} + 2 \right)",
        _squared,
        _squared.but(eq(sp.cosh(_x) ** 2, _quarter * (_odds + _against - 2))),
    ),
    _line(
        "6",
        "A common denominator",
        r"\frac{1}{4} \frac{p_{\text{ref}}^{2} + (1 - p_{\text{ref}})^{2} + 2p_{\text{ref}}(1 - p_{\text{ref}})}{p_{\text{ref}}(1 - "
        r"p_{\text{ref}})}",
        _over_common,
        _over_common.but(eq(_square, _quarter * (p_ref**2 + (1 - p_ref) ** 2 + _variance) / _variance)),
    ),
    _line(
        "7",
        "A square in the numerator",
        r"\frac{1}{4} \frac{(p_{\text{ref}} + 1 - p_{\text{ref}})^{2}}{p_{\text{ref}}(1 - p_{\text{ref}})}",
        _binomial,
        _binomial.but(eq(_common, _quarter * (2 * p_ref - 1) ** 2 / _variance)),
    ),
    _line(
        "8", "The numerator is 1", r"\frac{1}{4p_{\text{ref}}(1 - p_{\text{ref}})}", _reduced, _reduced.but(eq(_whole, 1 / (2 * _variance)))
    ),
)
