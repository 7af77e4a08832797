// Puts the pieces of a list into another order: by dragging their handles, or with Alt and the arrow keys. The buttons
// of each piece do the same.

const HANDLE = "handle";
let dragged = null;
let next = "";

const list = () => document.querySelector("[data-order]");
const pieces = () => [...list().querySelectorAll("[data-piece]")];

function addHandles() {
  if (!list() || pieces().length < 2) return;
  for (const piece of pieces()) {
    if (piece.querySelector(`.${HANDLE}`)) continue;
    const handle = document.createElement("span");
    Object.assign(handle, { className: HANDLE, draggable: true, title: list().dataset.handle, textContent: "⠿" });
    handle.ariaHidden = "true";
    piece.prepend(handle);
  }
}

function send() {
  const order = pieces().map((piece) => piece.dataset.piece);
  const source = document.querySelector("#draft");
  window.htmx.ajax("POST", list().dataset.order, {
    source,
    target: "#evidence",
    swap: "outerHTML",
    values: { order: order.join(",") },
  });
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.classList?.contains(HANDLE) ? event.target.closest("[data-piece]") : null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setDragImage(dragged, 0, 0);
});

document.addEventListener("dragover", (event) => {
  const over = dragged && event.target.closest?.("[data-piece]");
  if (!dragged || !event.target.closest?.("[data-order]")) return;
  event.preventDefault();
  if (!over || over === dragged) return;
  const box = over.getBoundingClientRect();
  const isBelow = event.clientY > box.top + box.height / 2;
  over[isBelow ? "after" : "before"](dragged);
});

document.addEventListener("drop", (event) => {
  if (!dragged) return;
  event.preventDefault();
  send();
});

document.addEventListener("keydown", (event) => {
  const step = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const piece = event.target.closest?.("[data-piece]");
  if (!step || !event.altKey || !piece) return;
  event.preventDefault();
  next = piece.dataset.piece;
  piece.querySelector(`[data-step="${step}"]`)?.click();
});

document.addEventListener("htmx:afterSettle", () => {
  addHandles();
  document.querySelector(`[data-piece="${CSS.escape(next)}"] [data-step]`)?.focus();
  next = "";
});

addHandles();
