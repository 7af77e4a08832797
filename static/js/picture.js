// A picture for new evidence, dropped or pasted anywhere on the page: it is put into the field for it, which sends it.

const adding = () => document.querySelector("[data-adding]");
const field = () => document.querySelector("[data-picture] [type=file]");
const holdsFiles = (transfer) => Boolean(field()) && transfer.types.includes("Files");

function take(file) {
  const medium = adding().querySelector("[name=medium]");
  const carrier = new DataTransfer();
  carrier.items.add(file);
  adding().open = true;
  if (medium.value === "document") medium.value = "screenshot";
  field().files = carrier.files;
  field().dispatchEvent(new Event("change", { bubbles: true }));
  field().scrollIntoView({ block: "nearest" });
}

// Words that were copied with a picture of them are meant as words where somebody types.
document.addEventListener("paste", (event) => {
  const { clipboardData: copied, target } = event;
  const picture = [...copied.files].find(({ type }) => type.startsWith("image/"));
  const isForText = copied.types.includes("text/plain") && target.matches("input, textarea");
  if (!picture || !field() || isForText) return;
  event.preventDefault();
  take(picture);
});

// Without this a browser would leave the page for a file that is dropped beside the field.
document.addEventListener("dragover", (event) => {
  if (holdsFiles(event.dataTransfer)) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  if (!holdsFiles(event.dataTransfer)) return;
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) take(file);
});

// What is kept while somebody writes follows what they type, and nobody typed this.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (!target.matches?.("[data-picture]")) return;
  target.querySelector("[name=picture]").dispatchEvent(new Event("input", { bubbles: true }));
});

function reveal() {
  for (const hint of document.querySelectorAll("[data-paste-hint]")) hint.hidden = false;
}

document.addEventListener("htmx:load", reveal);
reveal();
