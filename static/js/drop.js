// Files dropped anywhere on the page go into its form; words and files that are pasted outside a field do too.
// A form that only takes things in is sent at once; one with more fields is left for whoever fills them in.

const form = () => document.querySelector("[data-drop]");
const field = () => form()?.querySelector("[type=file]");
const words = () => form()?.elements.words;
const holdsFiles = (transfer) => Boolean(field()) && transfer.types.includes("Files");

function send() {
  if (form().dataset.drop !== "fields") form().requestSubmit();
}

function take(files) {
  const carrier = new DataTransfer();
  for (const file of files) carrier.items.add(file);
  field().files = carrier.files;
  send();
}

document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event.dataTransfer)) return;
  event.preventDefault();
  form().classList.add("over");
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form()?.classList.remove("over");
});

document.addEventListener("drop", (event) => {
  if (!holdsFiles(event.dataTransfer)) return;
  event.preventDefault();
  form().classList.remove("over");
  if (event.dataTransfer.files.length) take(event.dataTransfer.files);
});

document.addEventListener("paste", (event) => {
  if (!form() || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const { files } = event.clipboardData;
  const text = event.clipboardData.getData("text/plain");
  if (!files.length && !text.trim()) return;
  event.preventDefault();
  if (files.length) return take(files);
  words().value = text;
  words().focus();
});

document.addEventListener("change", (event) => {
  if (event.target === field() && event.target.files.length) send();
});

for (const hint of document.querySelectorAll("[data-drop-hint]")) hint.hidden = false;
