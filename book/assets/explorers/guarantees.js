// "Your β": what the theorems say for given p_ref, β and ε, each sentence with the claim that it rests on.
(function () {
  "use strict";
  const { guarantees, sigma } = GRPO;
  const { element, shown, probability, slider, PARAMETERS, register } = GRPODraw;

  /** Sentences with the label of their claim; the numbers in them are computed in double precision. */
  function sentences({ pRef, beta, eps }) {
    const g = guarantees({ pRef, beta, eps });
    const odds = (power) => (power < 600 ? shown(Math.exp(power)) : `e^${shown(power)}`);
    const found = [
      ["beyond.n1-amplification", `From the first step on the success probability is at least h(1/2) = ${probability(g.floor, g.floorFailure)}, above p_ref = ${shown(pRef)}; no condition on β is needed.`],
      ["beyond.n1-amplification", `At every fixed point the odds of success are those of the reference times at least ${odds(g.leastFactor)} and less than ${odds(g.mostFactor)}.`],
      ["theorem-3", g.paperCondition
        ? "Theorem 3 of the paper applies to these parameters too: its condition on β holds, or is not asked for."
        : "Theorem 3 of the paper says nothing here, as its condition on β fails; amplification holds all the same."],
      ["beyond.n6-count", `There ${g.count === 1 ? "is one fixed point" : `are ${["no", "one", "two", "three"][g.count]} fixed points`} in (0, 1).`],
    ];
    if (g.contracts) {
      found.push(["beyond.n4-contraction", `β exceeds B_max = ${shown(g.threshold)}: from any start p_n tends to the one fixed point, each step shrinking the distance in logits at least by the factor ${shown(g.rate)}.`]);
    } else {
      found.push(["beyond.n3-threshold", `β is not above B_max = ${shown(g.threshold)}, so convergence from every start is not guaranteed by contraction.`]);
      if (g.monotone) found.push(["beyond.n5-monotone", "h(1/2) ≥ 1/2: from n = 1 on the sequence is monotone and converges, from any start."]);
      else if (g.escapes) found.push(["beyond.n8-transition", `β is below β_esc = ${shown(g.escape)}: from p_0 = p_ref the sequence increases to a fixed point above 1 − p_ref.`]);
      else found.push(["beyond.n8-transition", `β is at least β_esc = ${shown(g.escape)}: from p_0 = p_ref the sequence stays between h(1/2) = ${probability(g.floor, g.floorFailure)} and 1 − p_ref; it may converge, or cycle.`]);
    }
    return found;
  }

  register("guarantees", (place) => {
    const state = { beta: 0.04, pRef: 0.3, eps: 1e-4 };
    const list = element("ul", { role: "status", class: "explorer-said" });
    const link = place.getAttribute("data-claims") ?? "";
    const redraw = () => {
      list.replaceChildren(...sentences(state).map(([label, text]) => element("li", { "data-claim": label }, `${text} `,
        link ? element("a", { href: `${link}#${label}` }, label) : element("code", {}, label))));
    };
    const boxes = Object.entries(PARAMETERS).map(([key, parameter]) => {
      const wide = key === "beta" ? { ...parameter, from: -3 } : parameter;
      return slider({ ...wide, value: state[key] }, (v) => { state[key] = v; redraw(); }).box;
    });
    place.append(...boxes, list);
    redraw();
  });

  if (typeof module !== "undefined") module.exports = { sentences, sigma };
})();
