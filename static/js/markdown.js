// Marks for the Markdown of a text: buttons and Ctrl+B, Ctrl+I, Ctrl+K; puts a reference to a quotation where the
// cursor is; counts the words.

const toolbar = document.querySelector("[data-markdown]");
const field = toolbar && document.getElementById(toolbar.dataset.markdown);
const count = document.querySelector("[data-words]");
const KEYS = { b: "bold", i: "italic", k: "link" };

const lines = (start) => (words) => (words || "…").replace(/^/gm, start);
const MARKS = {
  bold: { put: (words) => `**${words || toolbar.dataset.example}**`, selects: [2, 2] },
  italic: { put: (words) => `*${words || toolbar.dataset.example}*`, selects: [1, 1] },
  link: { put: (words) => `[${words || toolbar.dataset.example}](https://)`, selects: [0, 1], selectsLast: "https://".length },
  quotation: { put: lines("> "), isBlock: true },
  list: { put: lines("- "), isBlock: true },
};

// The browser's own way of typing keeps its undo; where it is gone the words are put in all the same.
function type(words) {
  field.focus();
  if (document.execCommand("insertText", false, words)) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function startOfBlock() {
  const before = field.value.slice(0, field.selectionStart);
  if (!before || before.endsWith("\n\n")) return "";
  return before.endsWith("\n") ? "\n" : "\n\n";
}

function mark(name) {
  const { put, selects, selectsLast, isBlock } = MARKS[name];
  const words = put(field.value.slice(field.selectionStart, field.selectionEnd));
  type(isBlock ? startOfBlock() + words : words);
  const end = field.selectionEnd;
  if (selectsLast) field.setSelectionRange(end - 1 - selectsLast, end - 1);
  else if (selects) field.setSelectionRange(end - words.length + selects[0], end - selects[1]);
}

function tellWords() {
  const words = field.value.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  count.textContent = words === 1 ? count.dataset.one : count.dataset.many.replace("{}", words);
}

function reveal() {
  for (const button of document.querySelectorAll("[data-insert]")) button.hidden = false;
  for (const reference of document.querySelectorAll("[data-reference]")) reference.hidden = true;
}

if (field) {
  toolbar.hidden = false;
  toolbar.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-mark]");
    if (button) mark(button.dataset.mark);
  });
  field.addEventListener("keydown", (event) => {
    const name = KEYS[event.key.toLowerCase()];
    if (!name || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    mark(name);
  });
  field.addEventListener("input", tellWords);
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-insert]");
    if (button) type(button.dataset.insert);
  });
  document.addEventListener("htmx:load", reveal);
  tellWords();
  reveal();
}
