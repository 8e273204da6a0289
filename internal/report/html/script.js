// Sorts tables by a click on a heading, and reads out the day under the pointer or the keys. Nothing else, and
// nothing is missing without it.
(() => {
  "use strict";

  // A cell's number, or null where there is none: unknown goes last, whichever way a table is sorted.
  const value = (row, i) => {
    const cell = row.cells[i], v = cell.dataset.v;
    const n = parseFloat(v === undefined && i > 0 ? "" : v);
    return i === 0 ? cell.textContent : Number.isNaN(n) ? null : n;
  };
  const compare = (a, b, sign) =>
    a === null || b === null ? (a === null) - (b === null)
      : sign * (typeof a === "string" ? a.localeCompare(b) : a - b);

  for (const table of document.querySelectorAll("table.sort")) {
    const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
    heads.forEach((head, i) => {
      if (i > 0 && ![...body.rows].some((row) => value(row, i) !== null)) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const was = head.getAttribute("aria-sort");
        const sign = was === "descending" ? 1 : was === "ascending" ? -1 : i === 0 || head.classList.contains("word") ? 1 : -1;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        const rows = [...body.rows].map((row) => [value(row, i), row]);
        rows.sort((a, b) => compare(a[0], b[0], sign));
        body.append(...rows.map((r) => r[1]));
      });
    });
  }

  // The grid in words, one row a day, says what a chart has no room for.
  const grid = document.getElementById("grid-table");
  const out = document.querySelector(".readout");
  if (!grid) return;
  const days = grid.tBodies[0].rows, names = grid.tHead.rows[0].cells;
  let marked = null;
  const clear = () => {
    out.hidden = true;
    if (marked) marked.classList.remove("on");
    marked = null;
  };
  const show = (chart, day) => {
    const of = 1 + Number(chart.dataset.of), title = chart.querySelectorAll(":scope > g")[day];
    const told = title.querySelector("title");
    const row = days[day].cells;
    out.textContent = told ? told.textContent : [row[0], names[of], row[of]].map((c) => c.textContent.trim()).join(", ");
    out.hidden = false;
    if (marked) marked.classList.remove("on");
    marked = title;
    marked.classList.add("on");
  };
  for (const chart of document.querySelectorAll("svg.days")) {
    let day = 0;
    const point = (e) => {
      const box = chart.getBoundingClientRect();
      day = Math.floor(((e.clientX - box.left) / box.width) * days.length);
      day = Math.min(Math.max(day, 0), days.length - 1);
      show(chart, day);
    };
    chart.tabIndex = 0;
    chart.addEventListener("pointermove", point);
    chart.addEventListener("pointerdown", point);
    chart.addEventListener("pointerleave", (e) => { if (e.pointerType === "mouse") clear(); });
    chart.addEventListener("focus", () => { if (chart.matches(":focus-visible")) show(chart, day); });
    chart.addEventListener("blur", clear);
    chart.addEventListener("keydown", (e) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, Home: -days.length, End: days.length }[e.key];
      if (e.key === "Escape") clear();
      if (!step) return;
      e.preventDefault();
      day = Math.min(Math.max(day + step, 0), days.length - 1);
      show(chart, day);
    });
  }
  document.addEventListener("pointerdown", (e) => { if (!e.target.closest("svg.days")) clear(); });
})();
