"""Lemma 3: σ(1 − σ) as a hyperbolic cosine, a bound on it for sums, and each line of the printed proof."""

import sympy as sp

from symbolic.claim import INEQUALITY, Claim, Declared, Erratum, Fault, Kind, Severity, Source
from symbolic.derivations.lemma_3 import LOGISTIC, PRODUCT
from symbolic.notation import a, sigma, x, z
from symbolic.statement import Statement, conj, eq, ge, gt, le, lt, ne

_cosh, _sinh, _exp = sp.cosh, sp.sinh, sp.exp
_quarter = sp.Rational(1, 4)
_spread = sigma(z) * (1 - sigma(z))
_spread_sum = sigma(z + a) * (1 - sigma(z + a))
_double = sigma(2 * x) * (1 - sigma(2 * x))
_product = 4 * _cosh(z / 2) ** 2 * _cosh(a / 2) ** 2
_POSITIVE = (gt(z, 0), gt(a, 0))
_ONE, _TWO = "Proof of Lemma 3 (1)", "Proof of Lemma 3 (2)"
_PART_1 = r"\sigma(z)(1 - \sigma(z)) = \frac{1}{4\cosh^2(z/2)}"
_PART_2 = r"\sigma(z+a)(1 - \sigma(z+a)) \le \frac{1}{4\cosh^2(z/2)\cosh^2(a/2)}"
_ADDITION = (
    r"\cosh\left(\frac{z+a}{2}\right) = \cosh\left(\frac{z}{2}\right)\cosh\left(\frac{a}{2}\right) + "
    r"\sinh\left(\frac{z}{2}\right)\sinh\left(\frac{a}{2}\right)"
)

_first = Statement((), eq(_spread, 1 / (4 * _cosh(z / 2) ** 2)))
_second = Statement(_POSITIVE, le(_spread_sum, 1 / _product))
_cosh_1 = Statement((), eq(_cosh(x), (_exp(x) + _exp(-x)) / 2))
_cosh_2 = Statement((), eq(_cosh(x) ** 2, (_exp(2 * x) + _exp(-2 * x) + 2) / 4))
_cosh_3 = Statement((), eq(_cosh_2.holds.rhs, _quarter * _exp(2 * x) * (1 + _exp(-4 * x) + 2 * _exp(-2 * x))))
_cosh_4 = Statement((), eq(_cosh_3.holds.rhs, _quarter * (1 + _exp(-2 * x)) ** 2 * _exp(2 * x)))
_plus = Statement((), eq(_spread, _exp(-z) / (1 + _exp(-z)) ** 2))
_inverse = Statement((), eq(_cosh(x) ** 2, 1 / (4 * _double)))
_addition = Statement((), eq(_cosh((z + a) / 2), _cosh(z / 2) * _cosh(a / 2) + _sinh(z / 2) * _sinh(a / 2)))
_drop = Statement(_POSITIVE, ge(_addition.holds.rhs, _cosh(z / 2) * _cosh(a / 2)))
_signs = Statement(_POSITIVE, conj(ge(_sinh(z / 2), 0), ge(_sinh(a / 2), 0)))
_by_1 = Statement(_POSITIVE, eq(_spread_sum, 1 / (4 * _cosh((z + a) / 2) ** 2)))
_last = Statement(_POSITIVE, le(1 / (4 * _cosh((z + a) / 2) ** 2), 1 / _product))


def _line(number: str, title: str, place: str, printed: str, content: Statement, mutant: Statement, *uses: str) -> Claim:
    return Claim(
        label=f"lemma-3.proof.{number}",
        kind=Kind.STEP,
        title=title,
        source=Source(place, printed),
        content=content,
        mutants=(mutant,),
        uses=uses,
        families=Claim.families if isinstance(content.holds, sp.Eq) else INEQUALITY,
    )


def _wrong(number: str, title: str, printed: str, content: Statement, erratum: Erratum) -> Claim:
    label = f"lemma-3.proof.{number}"
    return Claim(
        label=label,
        kind=Kind.STEP,
        title=title,
        source=Source(_ONE, printed),
        content=content,
        declared=Declared.REFUTED,
        erratum=erratum,
        correction=f"{label}.corrected",
    )


CLAIMS = (
    Claim(
        label="lemma-3.1",
        kind=Kind.LEMMA,
        title="σ(z)(1 − σ(z)) = 1/(4 cosh²(z/2))",
        source=Source("Lemma 3 (1)", _PART_1),
        content=_first,
        mutants=(_first.but(eq(_spread, 1 / (4 * _cosh(z) ** 2))), _first.but(eq(_spread, 1 / (2 * _cosh(z / 2) ** 2)))),
    ),
    Claim(
        label="lemma-3.1.derivation",
        kind=Kind.LEMMA,
        title="Lemma 3 (1) by its proof, put right",
        source=Source("Lemma 3 (1)", _PART_1),
        content=LOGISTIC,
        mutants=(LOGISTIC.but(end=1 / (4 * _cosh(z) ** 2)),),
        uses=("lemma-3.proof.5.corrected",),
    ),
    Claim(
        label="lemma-3.2",
        kind=Kind.LEMMA,
        title="σ(z+a)(1 − σ(z+a)) ≤ 1/(4 cosh²(z/2) cosh²(a/2)) for z, a > 0",
        source=Source("Lemma 3 (2)", _PART_2),
        content=_second,
        mutants=(
            _second.but(given=(gt(z, 0),)),
            _second.but(le(_spread_sum, sp.Rational(99, 100) / _product)),
            _second.but(ge(_spread_sum, 1 / _product)),
        ),
        families=INEQUALITY,
        note="It holds wherever za ≥ 0, and strictly for z, a > 0.",
    ),
    Claim(
        label="lemma-3.2.derivation",
        kind=Kind.LEMMA,
        title="Lemma 3 (2) by its proof",
        source=Source("Lemma 3 (2)", _PART_2),
        content=PRODUCT,
        mutants=(PRODUCT.but(end=1 / (2 * _product)),),
        families=INEQUALITY,
        uses=("lemma-3.proof.11",),
    ),
    _line(
        "1",
        "cosh by exponentials",
        _ONE,
        r"\cosh(x) = \frac{1}{2}(e^x + e^{-x})",
        _cosh_1,
        _cosh_1.but(eq(_cosh(x), (_exp(x) - _exp(-x)) / 2)),
    ),
    _line(
        "2",
        "Its square",
        _ONE,
        r"\cosh^2(x) = \frac{1}{4}(e^{2x} + e^{-2x} + 2)",
        _cosh_2,
        _cosh_2.but(eq(_cosh(x) ** 2, (_exp(2 * x) + _exp(-2 * x) - 2) / 4)),
    ),
    _line(
        "3",
        "e^{2x} taken out",
        _ONE,
        r"\frac{1}{4}e^{2x}(1 + e^{-4x} + 2e^{-2x})",
        _cosh_3,
        _cosh_3.but(eq(_cosh_3.holds.lhs, _quarter * _exp(2 * x) * (1 + _exp(-4 * x) + _exp(-2 * x)))),
    ),
    _line(
        "4",
        "A square in brackets",
        _ONE,
        r"\frac{1}{4}(1 + e^{-2x})^2e^{2x}",
        _cosh_4,
        _cosh_4.but(eq(_cosh_4.holds.lhs, _quarter * (1 - _exp(-2 * x)) ** 2 * _exp(2 * x))),
    ),
    _wrong(
        "5",
        "σ(1 − σ) with 1 − e^{−z} in its denominator",
        r"\sigma(z)(1 - \sigma(z)) = \frac{e^{-z}}{(1 - e^{-z})^2}",
        Statement((ne(z, 0),), eq(_spread, _exp(-z) / (1 - _exp(-z)) ** 2)),
        Erratum(
            Fault.SIGN, Severity.STEP, "The sign in the denominator is +. As printed it is false at every z ≠ 0; with + the lemma follows."
        ),
    ),
    _line("5.corrected", "σ(1 − σ) with 1 + e^{−z} in its denominator", _ONE, "", _plus, _plus.but(eq(_spread, _exp(-z) / (1 + _exp(-z))))),
    _wrong(
        "6",
        "cosh² as a multiple of σ(1 − σ)",
        r"\cosh^2(x) = \frac{1}{4}\sigma(2z)(1-\sigma(2z))",
        Statement((), eq(_cosh(x) ** 2, _quarter * sigma(2 * z) * (1 - sigma(2 * z)))),
        Erratum(
            Fault.FORMULA,
            Severity.STEP,
            "It should be the reciprocal, and x on both sides: the left side is at least 1, the right at most 1/16, whatever x and z "
            "are. The line after it is right.",
        ),
    ),
    _line("6.corrected", "cosh² as a reciprocal of σ(1 − σ)", _ONE, "", _inverse, _inverse.but(eq(_cosh(x) ** 2, 1 / (2 * _double)))),
    _line(
        "7",
        "Part (1), concluded",
        _ONE,
        r"\sigma(z)(1 - \sigma(z)) = \frac{1}{4\cosh^2(\frac{z}{2})}",
        _first,
        _first.but(eq(_spread, 1 / _cosh(z / 2) ** 2)),
    ),
    _line(
        "8",
        "The addition formula",
        _TWO,
        _ADDITION,
        _addition,
        _addition.but(eq(_addition.holds.lhs, _cosh(z / 2) * _cosh(a / 2) - _sinh(z / 2) * _sinh(a / 2))),
    ),
    _line(
        "9",
        "The product of sinh is dropped",
        _TWO,
        r"\ge \cosh\left(\frac{z}{2}\right)\cosh\left(\frac{a}{2}\right)",
        _drop,
        _drop.but(given=(gt(z, 0),)),
        "lemma-3.proof.10",
    ),
    _line(
        "10",
        "sinh of a positive number is not negative",
        _TWO,
        r"\sinh\left(\frac{z}{2}\right) \ge 0",
        _signs,
        _signs.but(given=(gt(z + a, 0),)),
    ),
    _line(
        "11",
        "Part (1) at z + a",
        _TWO,
        r"\sigma(z+a)(1-\sigma(z+a)) = \frac{1}{4\cosh^2((z+a)/2)}",
        _by_1,
        _by_1.but(eq(_spread_sum, 1 / (4 * _cosh(z + a) ** 2))),
    ),
    _line(
        "12",
        "Part (2), concluded",
        _TWO,
        r"\frac{1}{4\cosh^2((z+a)/2)} \le \frac{1}{4}\frac{1}{\cosh^2(\frac{a}{2})\cosh^2(\frac{z}{2})}",
        _last,
        _last.but(lt(_last.holds.lhs, sp.Rational(99, 100) / _product)),
        "lemma-3.proof.9",
    ),
)
