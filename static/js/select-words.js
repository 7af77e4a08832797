// Puts the words that a reader selects in an article into the statement form: the words, what stands before and
// after them, and where they begin, counted in code points like the server does. Arrow keys select whole sentences.

import { isTyping } from "./keys.js";

const CONTEXT = 32;
const points = (text) => [...text].length;

const theArticle = () => document.querySelector("[data-article-text]");
const theForm = () => document.querySelector("#statement-form");

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

function take() {
  const article = theArticle();
  const form = theForm();
  const words = article && form && selectedWords(article);
  if (words) show(form, words);
}

document.addEventListener("selectionchange", take);

// Sentence by sentence

let first = null;
let last = null;

function sentencesOf(article) {
  return [...article.querySelectorAll("[data-sentences]")].flatMap((paragraph) =>
    paragraph.dataset.sentences.trim().split(" ").map((pair) => {
      const [start, end] = pair.split("-").map((at) => Number(at) - Number(paragraph.dataset.start));
      return { paragraph, start, end };
    }),
  );
}

function placeIn(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = points(node.data);
    if (left <= length) return [node, [...node.data].slice(0, left).join("").length];
    left -= length;
  }
  return [paragraph, paragraph.childNodes.length];
}

function select(from, to) {
  document.getSelection().setBaseAndExtent(...placeIn(from.paragraph, from.start), ...placeIn(to.paragraph, to.end));
  take(); // selectionchange comes later, and a quick Enter has moved the selection to the form by then
  to.paragraph.scrollIntoView({ block: "nearest" });
}

function moveBy(step, isExtending) {
  const sentences = sentencesOf(theArticle());
  const within = (at) => Math.min(sentences.length - 1, Math.max(0, at));
  last = last === null ? (step > 0 ? 0 : sentences.length - 1) : within(last + step);
  if (!isExtending || first === null) first = last;
  select(sentences[Math.min(first, last)], sentences[Math.max(first, last)]);
}

document.addEventListener("keydown", (event) => {
  if (event.target !== theArticle() || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    moveBy(step, event.shiftKey);
  } else if (event.key === "Enter") {
    event.preventDefault();
    theForm().elements.source.focus();
  }
});

// Suggestions

let spotted = 0;

function goToSuggestion(number) {
  const item = document.querySelector(`#spotted-${number}`);
  if (!item) return;
  spotted = number;
  for (const piece of document.querySelectorAll("[data-spotted]")) {
    piece.classList.toggle("current", piece.dataset.spotted === String(number));
  }
  document.querySelector(`[data-spotted="${number}"]`)?.scrollIntoView({ block: "center" });
  item.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "n") goToSuggestion(spotted + 1);
  if (event.key === "p") goToSuggestion(spotted - 1);
  if (event.key === "a") document.querySelector(`#spotted-${spotted} button`)?.click();
});

document.addEventListener("click", (event) => {
  const piece = event.target.closest("[data-spotted]");
  if (piece && document.getSelection().isCollapsed) goToSuggestion(Number(piece.dataset.spotted));
});

document.addEventListener("htmx:afterSwap", () => {
  first = last = null;
  if (spotted) goToSuggestion(spotted);
});

function reveal() {
  for (const hint of document.querySelectorAll("[data-keys]")) hint.hidden = false;
}

document.addEventListener("htmx:load", reveal);
reveal();
