// A button that offers words puts them into the field of its form that it names.

document.addEventListener("click", (event) => {
  const offer = event.target.closest("[data-fill]");
  if (!offer) return;
  const field = offer.form.elements[offer.dataset.fill];
  field.value = offer.textContent.trim();
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true })); // what is looked up as one types is looked up now
});
