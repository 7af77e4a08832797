// When a swap took away what was focused, goes on from the new part of the page; never away from where somebody types.

document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement === document.body) event.target.querySelector?.("[data-focus]")?.focus();
});
