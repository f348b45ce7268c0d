"""At which numbers a statement holds: rigorous evaluation in ball arithmetic, falsification, and high precision.

Nothing here proves a statement by sampling, and nothing refutes one but a point confirmed in Arb.
"""
