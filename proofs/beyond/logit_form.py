"""The logit form: in y = logit p the map h is T, even, smooth and bounded."""

import sympy as sp

from symbolic.claim import Claim, Kind, Source
from symbolic.derivations.logit_form import LOGIT
from symbolic.notation import PARAMETERS, PROBABILITY, T, beta, eps, h, logit, p, sigma
from symbolic.statement import Statement, eq, le, lt, real

y = real("y")
"""The logit of p."""

_form = Statement((*PARAMETERS, *PROBABILITY), eq(logit(h()), T(logit(p))))
_back = Statement(PARAMETERS, eq(h(sigma(y)), sigma(T(y))))
_least = Statement(PARAMETERS, le(T(sp.Integer(0)), T(y)))
_bounded = Statement(PARAMETERS, lt(T(y), logit(sp.Symbol("p_ref", real=True)) + 1 / (beta * sp.sqrt(eps))))


def _claim(label: str, title: str, content: Statement, *mutants: Statement, uses: tuple[str, ...] = ()) -> Claim:
    return Claim(
        label=label, kind=Kind.EXTENSION, title=title, source=Source("Theorem 2, in logits"), content=content, mutants=mutants, uses=uses
    )


CLAIMS = (
    _claim("beyond.logit-form", "logit h(p) = T(logit p)", _form, _form.but(eq(logit(h()), T(2 * logit(p)))), uses=("theorem-2",)),
    Claim(
        label="beyond.logit-form.derivation",
        kind=Kind.EXTENSION,
        title="The logit form, step by step",
        source=Source("Theorem 2, in logits"),
        content=LOGIT,
        mutants=(LOGIT.but(end=T(2 * logit(p))),),
        uses=("lemma-4.identity",),
    ),
    _claim("beyond.logit-form.back", "h(σ(y)) = σ(T(y))", _back, _back.but(eq(h(sigma(y)), sigma(T(y / 2))))),
    _claim("beyond.logit-form.least", "T is least at 0", _least, _least.but(le(T(sp.Integer(0)) + sp.Rational(1, 1000), T(y)))),
    _claim(
        "beyond.logit-form.bounded",
        "T stays below logit p_ref + 1/(β√ε)",
        _bounded,
        _bounded.but(lt(T(y), logit(sp.Symbol("p_ref", real=True)) + 1 / (2 * beta * sp.sqrt(eps)))),
    ),
)
