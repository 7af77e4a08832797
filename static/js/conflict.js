// c confirms, d dismisses, e goes to the explanation, n to the next suggestion. Buttons and links do the same.

import { isTyping } from "./keys.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "e") {
    event.preventDefault();
    document.querySelector("#settle").elements.explanation.focus();
  }
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
