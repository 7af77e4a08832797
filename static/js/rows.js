// j and k go to the next and the previous row or card of the page's lists; c and d settle a conflict of the one in focus.
// Where a swap takes a row away, the next one gets the focus.

import { isTyping } from "./keys.js";

const ROWS = "main .rows > li, main article.card";

function rows() {
  const items = [...document.querySelectorAll(ROWS)];
  const first = (item) => item.querySelector("[data-row-key]") ?? item.querySelector("a[href], button");
  return items.map(first).filter((control) => control?.checkVisibility());
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const step = { j: 1, k: -1 }[event.key];
  const all = step ? rows() : [];
  const here = document.activeElement.closest(ROWS);
  const at = all.findIndex((control) => control.closest(ROWS) === here);
  all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  document.activeElement.closest(ROWS)?.querySelector(`[data-row-key="${CSS.escape(event.key)}"]`)?.click();
});

let settled = -1;

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const row = detail.elt.querySelector("[data-row-key]")?.closest(ROWS);
  settled = row ? rows().findIndex((control) => control.closest(ROWS) === row) : -1;
});

document.addEventListener("htmx:afterSettle", () => {
  if (settled < 0 || document.activeElement !== document.body) return;
  rows().at(Math.min(settled, rows().length - 1))?.focus();
  settled = -1;
});
