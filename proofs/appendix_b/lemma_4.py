"""Lemma 4: a(p_ref) > 0 and cosh²(a/2) = 1/(4 p_ref (1 − p_ref)), with each line of the printed proof."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Erratum, Fault, Kind, Severity, Source
from symbolic.derivations.lemma_4 import IDENTITY
from symbolic.group import Group
from symbolic.notation import REFERENCE, UPPER, a_of, p_ref
from symbolic.statement import Statement, eq, gt, real

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

_LEMMA = Group("lemma-4", Kind.LEMMA, "Lemma 4")
_STEP = Group("lemma-4.proof", Kind.STEP, "Proof of Lemma 4", letters=_LETTERS)

CLAIMS = (
    _LEMMA.proved(
        "positive",
        "a(p_ref) > 0 for p_ref > 1/2",
        _positive,
        _positive.but(given=REFERENCE),
        _positive.but(gt(a_of(), sp.Rational(1, 100))),
        printed=r"a(p_{\text{ref}}) = -\log(\frac{1-p_{\text{ref}}}{p_{\text{ref}}}) > 0",
        families=INEQUALITY,
        note="p_ref < 1 is needed for the logarithm, and assumed in Theorem 3. The printed proof says nothing of this part.",
    ),
    _LEMMA.proved(
        "identity",
        "cosh²(a(p_ref)/2) = 1/(4 p_ref (1 − p_ref))",
        _identity,
        _identity.but(eq(sp.cosh(a_of()) ** 2, 1 / (4 * _variance))),
        _identity.but(eq(sp.cosh(_x) ** 2, 1 / (2 * _variance))),
        printed=r"\cosh^2(\frac{a(p_{\text{ref}})}{2}) = \frac{1}{4p_{\text{ref}}(1-p_{\text{ref}})}",
        note="For all 0 < p_ref < 1.",
    ),
    Claim(
        label="lemma-4.derivation",
        kind=Kind.LEMMA,
        title="Lemma 4 by its proof, put right",
        source=Source("Proof of Lemma 4"),
        content=IDENTITY,
        mutants=(IDENTITY.but(end=1 / (2 * _variance)),),
    ),
    _STEP.proved(
        "1",
        "Half the log-odds is the logarithm of a root",
        _log,
        _log.but(eq(_x, sp.log(sp.sqrt(_against)))),
        printed=r"x = \frac{a(p_{\text{ref}})}{2} = \log(\sqrt{\frac{p_{\text{ref}}}{1-p_{\text{ref}}}})",
    ),
    _STEP.proved(
        "2",
        "cosh by exponentials",
        _cosh,
        _cosh.but(eq(sp.cosh(_x), sp.exp(_x, evaluate=False))),
        printed=r"\cosh(x) = \frac{1}{2}(e^x + e^{-x})",
    ),
    _STEP.refuted(
        "3",
        "cosh x by squares of the odds",
        Statement(UPPER, eq(_cosh.holds.rhs, _quarter * (_against**2 + _odds**2 + 2))),
        Erratum(
            Fault.FORMULA,
            Severity.STEP,
            "The middle term is cosh² of a, not cosh of a/2: false at every p_ref ≠ 1/2. The term after it is right, and the proof goes "
            "on from there.",
        ),
        printed=r"\frac{1}{2}(e^x + e^{-x}) = \frac{1}{4}(\frac{(1-p_{\text{ref}})^2}{p_{\text{ref}}^2} + "
        r"\frac{p_{\text{ref}}^2}{(1-p_{\text{ref}})^2} + 2)",
        correction="lemma-4.proof.4",
    ),
    _STEP.proved(
        "4",
        "cosh x by roots of the odds",
        _by_roots,
        _by_roots.but(eq(sp.cosh(_x), _roots / 2)),
        printed=r"\frac{1}{2}(\sqrt{\frac{p_{\text{ref}}}{1-p_{\text{ref}}}} + \sqrt{\frac{1-p_{\text{ref}}}{p_{\text{ref}}}})",
    ),
    _STEP.proved(
        "5",
        "The square",
        _squared,
        _squared.but(eq(sp.cosh(_x) ** 2, _quarter * (_odds + _against - 2))),
        printed=r"\frac{1}{4} \left(\frac{p_{\text{ref}}}{1 - p_{\text{ref}}} + \frac{1 - p_{\text{ref}}}{p_{\text{ref}}} + 2 \right)",
    ),
    _STEP.proved(
        "6",
        "A common denominator",
        _over_common,
        _over_common.but(eq(_square, _quarter * (p_ref**2 + (1 - p_ref) ** 2 + _variance) / _variance)),
        printed=r"\frac{1}{4} \frac{p_{\text{ref}}^{2} + (1 - p_{\text{ref}})^{2} + 2p_{\text{ref}}(1 - p_{\text{ref}})}"
        r"{p_{\text{ref}}(1 - p_{\text{ref}})}",
    ),
    _STEP.proved(
        "7",
        "A square in the numerator",
        _binomial,
        _binomial.but(eq(_common, _quarter * (2 * p_ref - 1) ** 2 / _variance)),
        printed=r"\frac{1}{4} \frac{(p_{\text{ref}} + 1 - p_{\text{ref}})^{2}}{p_{\text{ref}}(1 - p_{\text{ref}})}",
    ),
    _STEP.proved(
        "8",
        "The numerator is 1",
        _reduced,
        _reduced.but(eq(_whole, 1 / (2 * _variance))),
        printed=r"\frac{1}{4p_{\text{ref}}(1 - p_{\text{ref}})}",
    ),
)
