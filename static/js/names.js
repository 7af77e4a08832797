// While somebody types @ and a name in a comment, offers the people it may mean; arrows choose, Enter or Tab takes.

const WRITTEN = /(?:^|[^\w.@+-])@([\w.+-]*)$/;
const LIST = "names-offered";

let field = null;
let asked = 0;

const list = () => document.getElementById(LIST);
const options = () => [...(list()?.children ?? [])];
const chosen = () => options().find((option) => option.ariaSelected === "true");
const begun = () => WRITTEN.exec(field.value.slice(0, field.selectionStart))?.[1];

function close() {
  asked += 1;
  list()?.remove();
  field?.removeAttribute("aria-controls");
  field?.removeAttribute("aria-activedescendant");
}

function choose(option) {
  for (const one of options()) one.ariaSelected = String(one === option);
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function show(html) {
  close();
  const offered = document.createElement("ul");
  Object.assign(offered, { id: LIST, className: "names", role: "listbox", ariaLabel: field.dataset.offered });
  offered.innerHTML = html;
  if (!offered.children.length) return;
  field.after(offered);
  field.setAttribute("aria-controls", LIST);
  field.setAttribute("aria-autocomplete", "list");
  choose(offered.children[0]);
}

async function offer(name) {
  asked += 1;
  const own = asked;
  const response = await fetch(`${field.dataset.names}?${new URLSearchParams({ name })}`);
  if (response.ok && !response.redirected && own === asked) show(await response.text());
}

function take(option) {
  const end = field.selectionStart;
  const start = end - begun().length;
  field.setSelectionRange(start, end);
  const words = `${option.dataset.name} `;
  // The browser's own way of typing keeps its undo; where it is gone the words are put in all the same.
  if (!document.execCommand("insertText", false, words)) field.setRangeText(words, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  close();
}

function step(by) {
  const all = options();
  choose(all[(all.indexOf(chosen()) + by + all.length) % all.length]);
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("textarea[data-names]")) return;
  field = target;
  const name = begun();
  if (name === undefined) close();
  else offer(name).catch(close);
});

document.addEventListener("keydown", (event) => {
  if (event.target !== field || !chosen() || event.isComposing) return;
  const act = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => take(chosen()),
    Tab: () => take(chosen()),
    Escape: close,
  }[event.key];
  if (!act || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest(`#${LIST} [data-name]`);
  if (!option) return;
  event.preventDefault(); // the field keeps the focus
  take(option);
});

document.addEventListener("focusout", ({ target }) => {
  if (target === field) close();
});
