// What the explorers share: elements, axes on any scale, sliders with an exact number beside them, numbers as people read them.
(function (root) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  /** An element with attributes and children; `svg:` before the name makes it one of SVG's. */
  function element(name, attributes = {}, ...children) {
    const made = name.startsWith("svg:") ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  }

  /** A number to `digits` significant digits; far from 1 as a power of ten. */
  function shown(value, digits = 4) {
    if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "–";
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e5) return String(Number(value.toPrecision(digits))).replace("-", "−");
    const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
    const raised = [...String(Number(exponent))].map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"["0123456789".indexOf(c)] ?? "⁻").join("");
    return `${String(Number(mantissa)).replace("-", "−")}·10${raised}`;
  }

  /** A success probability, by its distance from 1 where it is nearer than a thousandth. */
  const probability = (p, q) => (q < 1e-3 ? `1 − ${shown(q)}` : shown(p));

  /** One parameter: a slider on `scale`, and a field that takes the exact number; `changed` is called with each valid value. */
  function slider({ name, label, value, scale, from, to, valid, hint }, changed) {
    const id = `explorer-${name}-${Math.random().toString(36).slice(2, 8)}`;
    const range = element("input", { type: "range", id, min: from, max: to, step: (to - from) / 400, "aria-describedby": `${id}-v` });
    const field = element("input", { type: "text", inputmode: "decimal", "aria-label": `${label}, exact value`, size: 9, id: `${id}-v` });
    const box = element("div", { class: "explorer-slider", "data-parameter": name }, element("label", { for: id }, label), range, field);
    const set = (v, source) => {
      if (source !== range) range.value = scale.to(v);
      if (source !== field) field.value = String(Number(v.toPrecision(4)));
      range.setAttribute("aria-valuetext", shown(v));
      field.removeAttribute("aria-invalid");
      field.title = "";
    };
    range.addEventListener("input", () => {
      const v = Number(scale.from(Number(range.value)).toPrecision(4));
      set(v, range);
      changed(v);
    });
    field.addEventListener("change", () => {
      const v = Number(field.value);
      if (field.value.trim() !== "" && valid(v)) {
        set(v, field);
        changed(v);
      } else {
        field.setAttribute("aria-invalid", "true");
        field.title = hint;
      }
    });
    set(value);
    return { box, set };
  }

  const LOG = { to: Math.log10, from: (t) => Math.pow(10, t) };
  const ODDS = { to: (p) => Math.log(p / (1 - p)), from: (t) => 1 / (1 + Math.exp(-t)) };
  const LINEAR = { to: (t) => t, from: (t) => t };
  /** Linear near 0 and logarithmic far away, for logits. */
  const ASINH = { to: (t) => Math.asinh(t / 4), from: (t) => 4 * Math.sinh(t) };

  const PARAMETERS = {
    beta: { name: "beta", label: "β", scale: LOG, from: -1, to: 3, valid: (v) => v > 0 && v <= 1e6, hint: "β is a number above 0" },
    pRef: { name: "p-ref", label: "p_ref", scale: ODDS, from: -14, to: 14, valid: (v) => v > 0 && v < 1, hint: "p_ref lies between 0 and 1" },
    eps: { name: "eps", label: "ε", scale: LOG, from: -8, to: 0, valid: (v) => v >= 1e-12 && v <= 10, hint: "ε is a number above 0" },
  };

  /** A drawing with axes: `x` and `y` give the domain, scale, ticks and title of each. */
  function frame({ x, y, width = 460, height = 400, title }) {
    const margin = { left: 52, right: 12, top: 12, bottom: 42 };
    const unit = (axis, v) => (axis.scale.to(v) - axis.scale.to(axis.low)) / (axis.scale.to(axis.high) - axis.scale.to(axis.low));
    const px = (v) => margin.left + unit(x, v) * (width - margin.left - margin.right);
    const py = (v) => height - margin.bottom - unit(y, v) * (height - margin.top - margin.bottom);
    const svg = element("svg:svg", { viewBox: `0 0 ${width} ${height}`, class: "explorer-plot", role: "img", "aria-label": title });
    const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
    const grid = element("svg:g", { class: "explorer-grid" });
    for (const t of x.ticks) {
      grid.append(element("svg:line", { x1: px(t), x2: px(t), y1: top, y2: bottom }));
      grid.append(element("svg:text", { x: px(t), y: bottom + 16, "text-anchor": "middle" }, x.name ? x.name(t) : shown(t)));
    }
    for (const t of y.ticks) {
      grid.append(element("svg:line", { x1: left, x2: right, y1: py(t), y2: py(t) }));
      grid.append(element("svg:text", { x: left - 6, y: py(t) + 4, "text-anchor": "end" }, y.name ? y.name(t) : shown(t)));
    }
    grid.append(element("svg:text", { x: (left + right) / 2, y: height - 6, "text-anchor": "middle", class: "explorer-title" }, x.title));
    const turned = `translate(14 ${(top + bottom) / 2}) rotate(-90)`;
    grid.append(element("svg:text", { transform: turned, "text-anchor": "middle", class: "explorer-title" }, y.title));
    svg.append(grid);
    const inside = (v, low, high) => Math.max(low - 1, Math.min(high + 1, v));
    const path = (points, kind) => {
      const d = points.map(([a, b], k) => `${k ? "L" : "M"}${px(a).toFixed(2)} ${inside(py(b), top, bottom).toFixed(2)}`).join("");
      svg.append(element("svg:path", { d, class: kind, fill: "none" }));
    };
    const dot = (a, b, kind, name) =>
      svg.append(element("svg:circle", { cx: px(a), cy: py(b), r: 5, class: kind }, element("svg:title", {}, name)));
    return { svg, path, dot, px, py };
  }

  /** `count` + 1 numbers from low to high, evenly spaced on the axis. */
  const sample = (axis, count) => {
    const [low, high] = [axis.scale.to(axis.low), axis.scale.to(axis.high)];
    return Array.from({ length: count + 1 }, (_, k) => axis.scale.from(low + ((high - low) * k) / count));
  };

  /** Ticks of a scale of logits between low and high. */
  const logitTicks = (low, high) => {
    const near = [-10, -5, 0, 5, 10].filter((t) => t >= low && t <= high);
    const far = [-1000, -100, -30, 30, 100, 300, 1000, 3000, 10000].filter((t) => t >= low && t <= high);
    return [...far.filter((t) => t < 0), ...near, ...far.filter((t) => t > 0)];
  };

  /** Run `make(container)` for each container of the explorer of that name. */
  function register(name, make) {
    const start = () => document.querySelectorAll(`[data-explorer="${name}"]`).forEach((place) => {
      place.replaceChildren();
      make(place);
      place.setAttribute("data-ready", "true");
    });
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
  }

  root.GRPODraw = { element, shown, probability, slider, LOG, ODDS, LINEAR, ASINH, PARAMETERS, frame, sample, logitTicks, register };
})(globalThis);
