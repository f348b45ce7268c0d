// The weights ω⁺ on successes and ω⁻ on failures, equation (4), against the success probability of the old policy.
(function () {
  "use strict";
  const { weights } = GRPO;
  const { element, shown, slider, LINEAR, PARAMETERS, frame, sample, register } = GRPODraw;

  register("weights", (place) => {
    const state = { eps: 1e-2, p: 0.2 };
    const drawing = element("div");
    const said = element("p", { role: "status", class: "explorer-said" });
    const redraw = () => {
      const x = { low: 0, high: 1, scale: LINEAR, ticks: [0, 0.25, 0.5, 0.75, 1], title: "p, success of the old policy" };
      const top = Math.min(1.05 * Math.max(...sample({ low: 0, high: 1, scale: LINEAR }, 200).map((p) => weights(p, state.eps).success)), 10);
      const ticks = [0, 0.25, 0.5, 0.75, 1].map((t) => Number((t * top).toPrecision(2)));
      const plot = frame({ x, y: { low: 0, high: top, scale: LINEAR, ticks, title: "weight" }, title: "The weights of successes and failures" });
      const ps = sample({ low: 0, high: 1, scale: LINEAR }, 1000);
      plot.path(ps.map((p) => [p, weights(p, state.eps).success]), "explorer-success");
      plot.path(ps.map((p) => [p, weights(p, state.eps).failure]), "explorer-failure");
      const here = weights(state.p, state.eps);
      plot.dot(state.p, Math.min(here.success, top), "explorer-success", `ω⁺ = ${shown(here.success)}`);
      plot.dot(state.p, Math.min(here.failure, top), "explorer-failure", `ω⁻ = ${shown(here.failure)}`);
      drawing.replaceChildren(plot.svg);
      const more = here.success > here.failure ? "successes weigh more" : here.success < here.failure ? "failures weigh more" : "both weigh the same";
      said.textContent = `at p = ${shown(state.p)}: ω⁺ = ${shown(here.success)} on successes (solid), ω⁻ = ${shown(here.failure)} on failures (dashed); ${more}`;
      place.setAttribute("data-success", here.success);
      place.setAttribute("data-failure", here.failure);
    };
    const p = slider({ name: "p", label: "p", value: state.p, scale: LINEAR, from: 0, to: 1, valid: (v) => v >= 0 && v <= 1, hint: "p lies between 0 and 1" },
      (v) => { state.p = v; redraw(); });
    const eps = slider({ ...PARAMETERS.eps, value: state.eps }, (v) => { state.eps = v; redraw(); });
    place.append(p.box, eps.box, drawing, said);
    redraw();
  });
})();
