// The success map of GRPO in logit coordinates, in double precision: T(x) = logit p_ref + g(x)/β with g(x) = 2c/√(1 + 4εc²), c = cosh(x/2).
// What a page shows from it is numerical; the certified values stand in the report, and a test compares the two.
(function (root) {
  "use strict";

  const sigma = (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
  const logit = (p) => Math.log(p) - Math.log1p(-p);

  // 1/cosh²(x/2), without overflow for large |x|.
  const sech2 = (x) => {
    const e = Math.exp(-Math.abs(x));
    return (4 * e) / ((1 + e) * (1 + e));
  };

  /** S(p) = 1/√(p(1 − p) + ε) at p = σ(x). */
  const gain = (x, eps) => 2 / Math.sqrt(sech2(x) + 4 * eps);

  /** g'(x); at a fixed point h'(p*) = g'(x*)/β. */
  const slope = (x, eps) => {
    const w = sech2(x);
    return (Math.tanh(x / 2) * w) / Math.pow(w + 4 * eps, 1.5);
  };

  /** The map T for one set of parameters; p_ref in (0, 1), β > 0, ε > 0. */
  function successMap({ pRef, beta, eps }) {
    const rho = logit(pRef);
    return {
      pRef, beta, eps, rho,
      step: (x) => rho + gain(x, eps) / beta,
      multiplier: (x) => slope(x, eps) / beta,
      level: (x) => x - gain(x, eps) / beta, // ψ: equals logit p_ref at a fixed point
      lowest: rho + gain(0, eps) / beta,
      ceiling: rho + 1 / (beta * Math.sqrt(eps)),
    };
  }

  /** max over p of the multiplier times β: 1/(3√3 √ε (1 + 4ε)). */
  const threshold = (eps) => 1 / (3 * Math.sqrt(3) * Math.sqrt(eps) * (1 + 4 * eps));

  /** Where f, negative at `low` and positive at `high` or the other way round, changes sign. */
  function bisect(f, low, high) {
    const sign = Math.sign(f(low));
    for (let k = 0; k < 200 && low < high; k++) {
      const middle = low + (high - low) / 2;
      if (middle === low || middle === high) break;
      if (Math.sign(f(middle)) === sign) low = middle;
      else high = middle;
    }
    return low + (high - low) / 2;
  }

  /** The positive turns x₁ < x₂ of ψ, where g' = β; none for β ≥ B_max. */
  function turns({ beta, eps }) {
    if (beta >= threshold(eps)) return [];
    const steepest = 2 * Math.asinh(Math.sqrt((1 + 4 * eps) / (8 * eps)));
    const f = (x) => slope(x, eps) - beta;
    let far = steepest + 1;
    while (f(far) > 0) far *= 2;
    return [bisect(f, 0, steepest), bisect(f, steepest, far)];
  }

  /** All fixed points, from left to right: logit, success p, failure q = 1 − p, multiplier and whether they attract. */
  function fixedPoints(map) {
    const miss = (x) => map.level(x) - map.rho;
    const ends = [map.lowest - 1e-9 * (1 + Math.abs(map.lowest)), ...turns(map), map.ceiling + 1e-9 * (1 + Math.abs(map.ceiling))];
    ends.sort((a, b) => a - b);
    const found = [];
    for (let k = 0; k + 1 < ends.length; k++) {
      const [low, high] = [ends[k], ends[k + 1]];
      if (miss(low) === 0 || Math.sign(miss(low)) === Math.sign(miss(high))) continue;
      const x = bisect(miss, low, high);
      const multiplier = map.multiplier(x);
      found.push({ x, p: sigma(x), q: sigma(-x), multiplier, stable: Math.abs(multiplier) < 1 });
    }
    return found;
  }

  /** x_0 = logit p_ref and n iterates. */
  function orbit(map, n, start = map.rho) {
    const points = [start];
    for (let k = 0; k < n; k++) points.push(map.step(points[k]));
    return points;
  }

  /** What the orbit from p_0 = p_ref does numerically: a limit point, a short cycle, or neither within the iterates tried. */
  function limit(map, tries = 4000) {
    let x = map.rho;
    for (let k = 0; k < tries; k++) x = map.step(x);
    const cycle = [x];
    for (let period = 1; period <= 16; period++) {
      const y = map.step(cycle[period - 1]);
      if (Math.abs(y - x) < 1e-9 * (1 + Math.abs(x))) return { period, points: cycle };
      cycle.push(y);
    }
    return { period: null, points: [] };
  }

  /** What the theorems beyond the paper say of these parameters; each entry names the claim it is from. */
  function guarantees({ pRef, beta, eps }) {
    const map = successMap({ pRef, beta, eps });
    const kappa = 1 / Math.sqrt(1 + 4 * eps);
    const B = threshold(eps);
    const escape = pRef < 0.5 ? gain(map.rho, eps) / (2 * -map.rho) : Infinity;
    const u = pRef * (1 - pRef);
    const paper = pRef <= 0.5 || beta * Math.cosh(kappa / beta) ** 2 >= (u * (2 * pRef - 1)) / (2 * Math.pow(u + eps, 1.5));
    return {
      floor: sigma(map.lowest), // h(1/2): every iterate n ≥ 1 is at least this
      floorFailure: sigma(-map.lowest),
      leastFactor: 2 * kappa / beta, // log of the least amplification of the odds
      mostFactor: 1 / (beta * Math.sqrt(eps)),
      threshold: B,
      contracts: beta > B,
      rate: B / beta,
      monotone: map.lowest >= 0,
      escape, // β below which p_n increases past 1 − p_ref, for p_ref < 1/2
      escapes: pRef < 0.5 && beta < escape,
      paperCondition: paper,
      count: fixedPoints(map).length,
    };
  }

  /** The weights of the contrastive loss (4). */
  const weights = (p, eps) => {
    const s = 1 / Math.sqrt(p * (1 - p) + eps);
    return { success: (1 - p) * s, failure: p * s };
  };

  const api = { sigma, logit, gain, slope, successMap, threshold, turns, fixedPoints, orbit, limit, guarantees, weights };
  if (typeof module !== "undefined" && module.exports) module.exports = api;
  else root.GRPO = api;
})(typeof globalThis !== "undefined" ? globalThis : this);
