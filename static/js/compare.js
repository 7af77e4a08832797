// Next and previous change by key, marking the one that is focused, and copying the summary. Without this module the
// links on the page do the same.

import { isTyping } from "./keys.js";

const changes = () => [...document.querySelectorAll("[data-change]")];

function current() {
  return changes().findIndex((change) => `#${change.id}` === location.hash);
}

function goTo(change) {
  change.closest("details")?.setAttribute("open", "");
  location.hash = change.id;
  change.focus({ preventScroll: true });
}

function step(by) {
  const all = changes();
  const at = current();
  const next = all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  if (next) goTo(next);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "n" || event.key === "j") step(1);
  if (event.key === "p" || event.key === "k") step(-1);
  if (event.key === "m") document.activeElement.closest("[data-change]")?.querySelector("[data-mark]")?.click();
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
  button.textContent = button.dataset.copied;
});

function reveal() {
  for (const hidden of document.querySelectorAll("[data-copy], .keys")) hidden.hidden = false;
  const target = document.getElementById(location.hash.slice(1));
  target?.closest("details")?.setAttribute("open", "");
}

document.addEventListener("htmx:load", reveal);
window.addEventListener("hashchange", reveal);
reveal();
