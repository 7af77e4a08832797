// Asks before a page is left with words in it that were typed and not saved.

let isUnsaved = false;

const isWatched = (target) => (target.form ?? target).matches?.("[data-unsaved]") || target.closest("[data-unsaved]");

document.addEventListener("input", (event) => {
  if (isWatched(event.target)) isUnsaved = true;
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-unsaved]") && !event.submitter?.formTarget) isUnsaved = false;
});

window.addEventListener("beforeunload", (event) => {
  if (isUnsaved) event.preventDefault();
});
