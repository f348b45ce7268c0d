"""Certified dynamics of p_n = h(p_{n−1}): fixed points, cycles and limits, each in a verified interval of the logit coordinate."""
