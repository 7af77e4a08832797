// Puts the words that a reader selects in an article into the statement form: the words, what stands before and
// after them, and where they begin, counted in code points like the server does.

const CONTEXT = 32;
const points = (text) => [...text].length;

function paragraphOf(node) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");
}

function offsetIn(paragraph, node, offset) {
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + points(before.toString());
}

function selectedWords(article) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const paragraphs = [...article.querySelectorAll("[data-start]")].filter((p) => range.intersectsNode(p));
  const parts = paragraphs.map((p) => partOf(range, p)).filter((part) => part.text.trim());
  if (!parts.length) return null;
  const first = parts[0];
  const last = parts.at(-1);
  return {
    exact: parts.map((part) => part.text).join("\n\n"),
    start: first.start,
    prefix: [...first.before].slice(-CONTEXT).join(""),
    suffix: [...last.after].slice(0, CONTEXT).join(""),
  };
}

function partOf(range, paragraph) {
  const inside = document.createRange();
  inside.selectNodeContents(paragraph);
  if (paragraphOf(range.startContainer) === paragraph) inside.setStart(range.startContainer, range.startOffset);
  if (paragraphOf(range.endContainer) === paragraph) inside.setEnd(range.endContainer, range.endOffset);
  const whole = paragraph.textContent;
  const start = offsetIn(paragraph, inside.startContainer, inside.startOffset);
  const text = inside.toString();
  const units = [...whole].slice(0, start - Number(paragraph.dataset.start)).join("").length;
  return { start, text, before: whole.slice(0, units), after: whole.slice(units + text.length) };
}

function show(form, words) {
  for (const name of ["exact", "prefix", "suffix", "start"]) form.elements[name].value = words[name];
  const quote = form.querySelector("[data-selection]");
  quote.textContent = words.exact;
  quote.hidden = false;
  form.querySelector("[data-no-selection]").hidden = true;
}

document.addEventListener("selectionchange", () => {
  const article = document.querySelector("[data-article-text]");
  const form = document.querySelector("#statement-form");
  const words = article && form && selectedWords(article);
  if (words) show(form, words);
});
