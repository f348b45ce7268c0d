"""What goes past the paper: N1 to N11 sharpen its own theorems, L1 to L6 change the algorithm.

n1 amplification at every step, n2 the derivative, n3 the threshold on β, n4 contraction in logits, n5 monotone convergence, n6 how many
fixed points, n7 the Schwarzian derivative, n8 the sharp transition, n9 trapped orbits and (N9') chaos, n10 approximate policies, n11 no
smoothing; l1 the tilt, l2 rewards not standardised, l3 KL to the previous policy, l4 two penalties, l5 groups of finite size, l6 ε outside
the root.
"""
