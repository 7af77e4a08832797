// `?` shows what the keys do, `/` goes to the search field; `o` opens what the message at the top leads to, `u` undoes
// what it says is done. The link in the footer leads to the same help.

import { areOn, isTyping, turn } from "./keys.js";

const help = document.querySelector("#keys");
const switchOfKeys = document.querySelector("#keys-on");

switchOfKeys.checked = areOn();
switchOfKeys.addEventListener("change", () => turn(switchOfKeys.checked));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "?") help.showModal();
  const search = document.querySelector("main [type=search]") ?? document.querySelector("[type=search]");
  if (event.key === "/" && search) {
    event.preventDefault();
    search.focus();
  }
  if (event.key === "o") document.querySelector("#messages a")?.click();
  if (event.key === "u") document.querySelector("#messages button")?.click();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keys-help]")) return;
  event.preventDefault();
  help.showModal();
});
