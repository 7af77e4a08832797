// Asks before a page is left with words in it that were typed and not saved.

let isUnsaved = false;

document.addEventListener("input", (event) => {
  if (event.target.closest("[data-unsaved]")) isUnsaved = true;
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-unsaved]")) isUnsaved = false;
});

window.addEventListener("beforeunload", (event) => {
  if (isUnsaved) event.preventDefault();
});
