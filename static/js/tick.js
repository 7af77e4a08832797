// One click ticks every row of a list, or takes all ticks away.

const rows = () => [...document.querySelectorAll(".tick")];
const button = document.querySelector("[data-tick-all]");

button.hidden = !rows().length;
button.addEventListener("click", () => {
  const isToTick = rows().some((row) => !row.checked);
  for (const row of rows()) row.checked = isToTick;
});
