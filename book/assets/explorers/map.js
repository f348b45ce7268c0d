// The map h with its cobweb, in p or in logits: sliders, fixed points with their multipliers, the orbit from p_0 = p_ref.
(function () {
  "use strict";
  const { successMap, fixedPoints, orbit, limit, sigma } = GRPO;
  const { element, shown, probability, slider, LINEAR, ASINH, PARAMETERS, frame, sample, logitTicks, register } = GRPODraw;

  const PRESETS = [
    ["Figure 5: β = 5, p_ref = 0.001", { beta: 5, pRef: 0.001, eps: 1e-5 }],
    ["β = 1, p_ref = 0.1", { beta: 1, pRef: 0.1, eps: 1e-5 }],
    ["β = 2, p_ref = 0.9", { beta: 2, pRef: 0.9, eps: 1e-5 }],
    ["β = 0.5, p_ref = 0.1: escape", { beta: 0.5, pRef: 0.1, eps: 1e-5 }],
    ["β = 7.7, p_ref = 3·10⁻⁵: no short cycle", { beta: 7.7, pRef: 3e-5, eps: 1e-5 }],
    ["β = 100, p_ref = 0.1: contraction", { beta: 100, pRef: 0.1, eps: 1e-5 }],
  ];

  function picture(map, fixed, points, inLogits) {
    const value = inLogits ? (x) => x : sigma;
    let axis;
    if (inLogits) {
      const all = [...points, ...fixed.map((f) => f.x), map.lowest, 2, -2];
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const pad = 0.06 * (ASINH.to(high) - ASINH.to(low));
      axis = { low: ASINH.from(ASINH.to(low) - pad), high: ASINH.from(ASINH.to(high) + pad), scale: ASINH };
      axis.ticks = logitTicks(axis.low, axis.high);
    } else axis = { low: 0, high: 1, scale: LINEAR, ticks: [0, 0.25, 0.5, 0.75, 1] };
    const [from, to] = inLogits ? ["logit p", "logit h(p)"] : ["p", "h(p)"];
    const plot = frame({ x: { ...axis, title: from }, y: { ...axis, title: to }, title: `The map ${to} with the orbit of p_ref` });
    const curve = inLogits
      ? sample(axis, 500).map((x) => [x, map.step(x)])
      : [...sample({ low: -40, high: 40, scale: LINEAR }, 600)].map((x) => [sigma(x), sigma(map.step(x))]);
    plot.path([[axis.low, axis.low], [axis.high, axis.high]], "explorer-diagonal");
    plot.path(curve, "explorer-curve");
    const web = [[value(points[0]), axis.low]];
    for (let k = 0; k + 1 < points.length; k++) {
      web.push([value(points[k]), value(points[k + 1])], [value(points[k + 1]), value(points[k + 1])]);
    }
    plot.path(web, "explorer-web");
    for (const f of fixed) {
      plot.dot(value(f.x), value(f.x), f.stable ? "explorer-stable" : "explorer-unstable", `p* = ${probability(f.p, f.q)}`);
    }
    return plot.svg;
  }

  function rows(fixed) {
    const head = element("tr", {}, ...["p*", "logit p*", "multiplier h′(p*)", "nearby orbits"].map((t) => element("th", { scope: "col" }, t)));
    const body = fixed.map((f) => element("tr", { "data-logit": f.x, "data-multiplier": f.multiplier },
      ...[probability(f.p, f.q), shown(f.x, 6), shown(f.multiplier, 4), f.stable ? "are attracted" : "are repelled"].map((t) => element("td", {}, t))));
    return element("table", { class: "explorer-table" }, element("caption", {}, "Fixed points"), element("thead", {}, head), element("tbody", {}, ...body));
  }

  function sentence(map, fixed) {
    const end = limit(map);
    const count = ["no fixed point", "one fixed point", "two fixed points", "three fixed points"][fixed.length];
    const list = end.points.map((x) => probability(sigma(x), sigma(-x))).join(", ");
    const tends = end.period === null ? "comes back to no point within 16 steps"
      : end.period === 1 ? `tends to ${list}` : `tends to a cycle of period ${end.period}: ${list}`;
    return `${count}; from p_0 = p_ref the orbit ${tends} (computed in double precision, not certified)`;
  }

  register("map", (place) => {
    const state = { beta: 5, pRef: 0.001, eps: 1e-5, steps: 30, inLogits: true };
    const drawing = element("div");
    const table = element("div", { class: "explorer-scroll" });
    const said = element("p", { role: "status", class: "explorer-said" });
    const redraw = () => {
      const map = successMap(state);
      const fixed = fixedPoints(map);
      drawing.replaceChildren(picture(map, fixed, orbit(map, state.steps), state.inLogits));
      table.replaceChildren(rows(fixed));
      said.textContent = sentence(map, fixed);
      place.setAttribute("data-fixed-points", fixed.length);
    };
    const sliders = Object.fromEntries(Object.entries(PARAMETERS).map(([key, parameter]) =>
      [key, slider({ ...parameter, value: state[key] }, (v) => { state[key] = v; redraw(); })]));
    const steps = slider({ name: "steps", label: "steps", value: state.steps, scale: LINEAR, from: 0, to: 200,
      valid: (v) => Number.isInteger(v) && v >= 0 && v <= 1000, hint: "a whole number up to 1000" }, (v) => { state.steps = Math.round(v); redraw(); });
    const logits = element("input", { type: "checkbox", checked: true });
    logits.addEventListener("change", () => { state.inLogits = logits.checked; redraw(); });
    const presets = PRESETS.map(([name, values]) => element("button", { type: "button", onclick: () => {
      Object.assign(state, values);
      for (const key of Object.keys(PARAMETERS)) sliders[key].set(state[key]);
      redraw();
    } }, name));
    place.append(
      element("div", { class: "explorer-presets", role: "group", "aria-label": "Examples" }, ...presets),
      ...Object.values(sliders).map((s) => s.box), steps.box,
      element("label", { class: "explorer-check" }, logits, " logit coordinates"),
      drawing, said, table);
    redraw();
  });
})();
