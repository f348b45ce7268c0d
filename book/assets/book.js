// Tables that sort at a click on a column's head, folds that open when a link leads into them, and displays that scroll by keyboard.
(() => {
  "use strict";

  const value = (row, k) => row.cells[k].textContent.trim();

  function sortable(table) {
    const heads = table.querySelectorAll("thead th");
    const body = table.tBodies[0];
    const order = [...body.rows];
    heads.forEach((head, k) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort") || "none"];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next !== "none") head.setAttribute("aria-sort", next);
        const sign = next === "descending" ? -1 : 1;
        const rows = next === "none" ? order : [...order].sort((a, b) => sign * value(a, k).localeCompare(value(b, k), "en", { numeric: true }));
        body.append(...rows);
      });
    });
  }

  function open() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const inside = target.closest("section");
    const listing = inside && inside.id.startsWith("source-") && inside.querySelector("details");
    if (listing) listing.open = true;
    target.scrollIntoView();
  }

  // What scrolls can be reached by the keyboard; formulas know their width only once they are set.
  function reachable() {
    document.querySelectorAll(".scroll, .math, mjx-container[display], div.highlight > pre").forEach((box) => {
      if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) box.tabIndex = 0;
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("table.sortable").forEach(sortable);
    reachable();
    open();
  });
  window.addEventListener("load", () => window.MathJax?.startup?.promise?.then(reachable));
  window.addEventListener("hashchange", open);
})();
