"""Statements put to SMT solvers: exp, log and their kin are unknown numbers, of which only named lemmas tell anything."""

from symbolic.smt.query import Solvers, query, smtlib

__all__ = ["Solvers", "query", "smtlib"]
