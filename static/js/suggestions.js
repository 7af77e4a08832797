// Goes from suggestion to suggestion on an article's page; accepts or dismisses one and goes on, or takes it into the
// form.

import { isTyping } from "./keys.js";

let current = 0;
let isSettled = false;

const itemOf = (number) => document.querySelector(`#spotted-${number}`);

function goTo(number) {
  const item = itemOf(number);
  if (!item) return;
  current = number;
  for (const piece of document.querySelectorAll("[data-spotted]")) {
    piece.classList.toggle("current", piece.dataset.spotted === String(number));
  }
  document.querySelector(`[data-spotted="${number}"]`)?.scrollIntoView({ block: "center" });
  item.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "n") goTo(current + 1);
  if (event.key === "p") goTo(current - 1);
  if (event.key === "a") itemOf(current)?.querySelector("[data-accept]")?.click();
  if (event.key === "e") itemOf(current)?.querySelector("[data-edit]")?.click();
  if (event.key === "x") itemOf(current)?.querySelector("[data-dismiss]")?.click();
});

document.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-spotted]");
  if (piece && document.getSelection().isCollapsed) goTo(Number(piece.dataset.spotted));
  const settled = event.target.closest("[data-accept], [data-dismiss]");
  if (!settled) return;
  isSettled = true;
  current = Number(settled.closest("li").id.split("-")[1]);
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.requestConfig.elt.matches("[data-edit]")) {
    document.querySelector("#chosen")?.scrollIntoView({ block: "center" });
  }
  if (isSettled && detail.target.id === "workspace") goTo(itemOf(current) ? current : current - 1);
  isSettled = false;
});

function reveal() {
  for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
}

document.addEventListener("htmx:load", reveal);
reveal();
