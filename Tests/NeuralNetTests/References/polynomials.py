"""The coefficients in Sources/Kernels/functions.h and Sources/NeuralNet/Math.

Weighted Remez fits in high precision. Away from zero the coefficients are rounded one by one, from
the lowest power up, and the remaining ones fitted again, which repairs most of the rounding.

Run with: python polynomials.py          (mpmath 1.3, numpy 2.4; about a minute)
"""

import numpy
from mpmath import mp, mpf

mp.dps = 60


def remez(target, weight, low, high, powers, iterations=12):
    """Minimises max |weight (target - sum c_k x^k)| over [low, high]; the coefficients and the error."""
    count = len(powers) + 1
    nodes = [
        (low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * count))
        for i in range(count)
    ]
    grid = [low + (high - low) * (mpf(i) + mpf("0.37")) / 1500 for i in range(1500)]
    grid = [low] + grid[:-1] + [high]
    targets = [target(x) for x in grid]
    weights = [weight(x) for x in grid]
    for _ in range(iterations):
        rows = mp.matrix(count, count)
        right = mp.matrix(count, 1)
        for i, x in enumerate(nodes):
            for j, power in enumerate(powers):
                rows[i, j] = x**power
            rows[i, count - 1] = (-1) ** i / weight(x)
            right[i] = target(x)
        solution = mp.lu_solve(rows, right)
        coefficients = [solution[i] for i in range(count - 1)]
        errors = [
            w * (t - sum(c * x**p for c, p in zip(coefficients, powers)))
            for x, t, w in zip(grid, targets, weights)
        ]
        extrema = []
        for i, error in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (error > 0):
                if abs(error) > abs(errors[extrema[-1]]):
                    extrema[-1] = i
            else:
                extrema.append(i)
        while len(extrema) > count:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < count:
            break
        nodes = [grid[i] for i in extrema]
    return coefficients, max(abs(e) for e in errors)


def fit(name, target, low, high, degree, rounding, weight=lambda x: mpf(1)):
    """Prints the coefficients c_0 … c_degree of a fit to `target`, rounded to the format."""
    low, high = mpf(low), mpf(high)
    coefficients, _ = remez(target, weight, low, high, list(range(degree + 1)))
    fixed = []
    for k in range(degree + 1):
        fixed.append(mpf(float(rounding(float(coefficients[0])))))
        if k == degree:
            break
        if low > 0:  # the remaining powers still interpolate anything there
            rest = lambda x: target(x) - sum(c * x**i for i, c in enumerate(fixed))
            coefficients, _ = remez(rest, weight, low, high, list(range(k + 1, degree + 1)))
        else:
            coefficients = coefficients[1:]
    worst = mpf(0)
    for i in range(2001):
        x = low + (high - low) * i / 2000 + mpf("1e-30")
        worst = max(worst, abs(weight(x) * (target(x) - sum(c * x**k for k, c in enumerate(fixed)))))
    print(f"{name}: weighted error 2^{float(mp.log(worst, 2)):.1f}")
    for k, c in enumerate(fixed):
        print(f"  c{k} = {shortest(c, rounding)}")
    print()
    return fixed


def shortest(value, rounding):
    return str(rounding(float(value))) if rounding is numpy.float32 else repr(float(value))


def exponential(r):
    """q in exp r = 1 + r + r² q(r)."""
    if abs(r) < mpf("1e-12"):
        return mpf(1) / 2 + r / 6
    return (mp.exp(r) - 1 - r) / r**2


def logarithm(z):
    """L in log((1 + s) / (1 - s)) = 2 s + s z L(z) with z = s²."""
    if z < mpf("1e-20"):
        return mpf(2) / 3 + mpf(2) / 5 * z
    s = mp.sqrt(z)
    return (mp.log((1 + s) / (1 - s)) - 2 * s) / (s * z)


def logarithm_tail(z):
    """T in L(z) = 2/3 + z T(z)."""
    if z < mpf("1e-14"):
        return mpf(2) / 5 + mpf(2) / 7 * z
    return (logarithm(z) - mpf(2) / 3) / z


def hyperbolic_tangent(z):
    """P in tanh x = x + x z P(z) with z = x²."""
    if z < mpf("1e-20"):
        return -mpf(1) / 3 + mpf(2) / 15 * z
    x = mp.sqrt(z)
    return (mp.tanh(x) - x) / (x * z)


def sine(z):
    """S in sin x = x + x z S(z) with z = x²."""
    if z < mpf("1e-20"):
        return -mpf(1) / 6 + z / 120
    x = mp.sqrt(z)
    return (mp.sin(x) - x) / (x * z)


def cosine(z):
    """C in cos x = 1 - z/2 + z² C(z)."""
    if z < mpf("1e-14"):
        return mpf(1) / 24 - z / 720
    return (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2


def error_function(z):
    """P in erf x = x + x P(z)."""
    if z < mpf("1e-20"):
        return 2 / mp.sqrt(mp.pi) * (1 - z / 3) - 1
    x = mp.sqrt(z)
    return mp.erf(x) / x - 1


def log_complement(a):
    """log erfc a, a >= 0."""
    return mp.log(mp.erfc(a))


half = mp.log(2) / 2 * (1 + mpf(2) ** -20)
seam = (3 - 2 * mp.sqrt(2)) ** 2 * (1 + mpf(2) ** -20)
quarter = (mp.pi / 4) ** 2 * (1 + mpf(2) ** -20)

if __name__ == "__main__":
    single, double = numpy.float32, float
    fit("exp, Float", exponential, -half, half, 4, single, lambda r: r**2)
    fit("log, Float", logarithm, 0, seam, 3, single, lambda z: mp.sqrt(z) * z + mpf("1e-9"))
    fit("tanh small, Float", hyperbolic_tangent, 0, mpf("0.09"), 2, single, lambda z: z)
    fit("sin, Float (in Double)", sine, 0, quarter, 3, double, lambda z: z)
    fit("cos, Float (in Double)", cosine, 0, quarter, 3, double, lambda z: z**2 + mpf("1e-9"))
    fit("erf small, Float", error_function, 0, mpf("0.875") ** 2, 5, single)
    fit("log erfc, Float", log_complement, "0.875", "4.0", 7, single, mp.erfc)
    fit("exp, Double", exponential, -half, half, 10, double, lambda r: r**2)
    fit("log, Double", logarithm, 0, seam, 7, double, lambda z: mp.sqrt(z) * z + mpf("1e-9"))
    fit("log tail, Double", logarithm_tail, 0, seam, 7, double, lambda z: mp.sqrt(z) * z**2 + mpf("1e-9"))
    fit("tanh small, Double", hyperbolic_tangent, 0, mpf("0.09"), 7, double, lambda z: z)
    fit("erf small, Double", error_function, 0, mpf("0.875") ** 2, 11, double)
    fit("log erfc, Double", log_complement, "0.875", "6.0", 18, double, mp.erfc)
    fit("sin, Double", sine, 0, quarter, 6, double, lambda z: z)
    fit("cos, Double", cosine, 0, quarter, 6, double, lambda z: z**2 + mpf("1e-9"))
