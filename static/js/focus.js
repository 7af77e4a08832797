// A page that gives a form back begins at what is wrong there. When a swap took away what was focused, goes on from the new part of the page: from what is wrong there, else from
// where it says; never away from where somebody types.

document.querySelector('main [aria-invalid="true"]')?.focus();

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.shouldSwap && detail.target.contains(document.activeElement)) document.activeElement.blur();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement !== document.body || !event.target.querySelector) return;
  const next = event.target.querySelector('[aria-invalid="true"]') ?? event.target.querySelector("[data-focus]");
  next?.focus({ preventScroll: isInView(next) });
});

function isInView(element) {
  const box = element.getBoundingClientRect();
  return box.top < innerHeight && box.bottom > 0;
}
