// c confirms, d dismisses, e goes to the explanation. The buttons do the same.

import { isTyping } from "./keys.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const form = document.querySelector("#settle");
  if (event.key === "e") {
    event.preventDefault();
    form.elements.explanation.focus();
  }
  form.querySelector(`[data-key="${event.key}"]`)?.click();
});

for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
