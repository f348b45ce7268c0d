"""Exact algebra: identities by normal form, inequalities by the signs of factors."""

from symbolic.algebra.answering import query as query
