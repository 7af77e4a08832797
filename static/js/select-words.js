// Puts the words that a reader selects in an article into the statement form: the words, what stands before and
// after them, and where they begin, counted in code points like the server does. Arrow keys select sentences and words.
// What exactly a suggestion covers takes over what the suggestion knows.

import { isTyping } from "./keys.js";

const CONTEXT = 32;
const BEFORE = /^[\s,;:.\-–—"'“”‘’«»„]+/u;
const AROUND = /^[\s,;:.\-–—"'“”‘’«»„]+|[\s,;:.\-–—"'“”‘’«»„]+$/gu;
const USUAL = { source: "", role: "", kind: "person", people: "1", manner: "indirect", stance: "supports" };

let chosen = null; // the words that are selected
let anchor = null; // the number of the sentence that extending began with, and of the one that it came to
let focus = null;

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
  form.querySelector("[data-clear]").hidden = false;
  takeOver(form, words);
}

// What a suggestion knows of the words, as long as nobody typed who says them

function suggestionFor(words) {
  const bare = words.exact.replace(AROUND, "");
  const start = words.start + points(words.exact.match(BEFORE)?.[0] ?? "");
  return [...document.querySelectorAll("[data-suggestion]")].find(
    ({ elements }) => Number(elements.start.value) === start && elements.exact.value.replace(AROUND, "") === bare,
  );
}

function takeOver(form, words) {
  const known = suggestionFor(words)?.elements;
  const { source, is_on_record } = form.elements;
  const taken = form.dataset.taken;
  if (source.value !== taken || (!known && !taken)) return;
  for (const [name, usual] of Object.entries(USUAL)) form.elements[name].value = known ? known[name].value : usual;
  is_on_record.checked = known ? Boolean(known.is_on_record) : true;
  form.dataset.taken = source.value;
  if (source.value !== taken) source.dispatchEvent(new Event("input", { bubbles: true }));
}

function take() {
  const article = theArticle();
  const form = theForm();
  const words = article && form && selectedWords(article);
  if (!words) return;
  show(form, words);
  if (words.start === chosen?.start && words.exact === chosen.exact) return;
  chosen = words;
  anchor = focus = sentences().findLastIndex((sentence) => sentence.start <= words.start);
}

document.addEventListener("selectionchange", take);

// Selecting by key: whole sentences, then a word more or less at either end

function sentences() {
  return [...theArticle().querySelectorAll("[data-sentences]")].flatMap((paragraph) =>
    paragraph.dataset.sentences.trim().split(" ").map((pair) => {
      const [start, end] = pair.split("-").map(Number);
      return { start, end };
    }),
  );
}

function words() {
  const segmenter = new Intl.Segmenter(theArticle().lang || undefined, { granularity: "word" });
  return [...theArticle().querySelectorAll("[data-start]")].flatMap((paragraph) => {
    let end = Number(paragraph.dataset.start);
    const segments = [...segmenter.segment(paragraph.textContent)].map(({ segment, isWordLike }) => {
      const start = end;
      end += points(segment);
      return { start, end, isWordLike };
    });
    return segments.filter((segment) => segment.isWordLike);
  });
}

function placeOf(offset) {
  const paragraphs = [...theArticle().querySelectorAll("[data-start]")];
  const paragraph = paragraphs.findLast((one) => Number(one.dataset.start) <= offset);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset - Number(paragraph.dataset.start);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = points(node.data);
    if (left <= length) return [node, [...node.data].slice(0, left).join("").length];
    left -= length;
  }
  return [paragraph, paragraph.childNodes.length];
}

function select(start, end) {
  document.getSelection().setBaseAndExtent(...placeOf(start), ...placeOf(end));
  chosen = { ...selectedWords(theArticle()), end };
  show(theForm(), chosen); // selectionchange comes later, and a quick Enter has moved the selection to the form by then
  document.getSelection().focusNode.parentElement.scrollIntoView({ block: "nearest" });
}

function moveBySentence(step, isExtending) {
  const all = sentences();
  focus = focus === null ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, focus + step));
  if (!isExtending || anchor === null) anchor = focus;
  select(all[Math.min(anchor, focus)].start, all[Math.max(anchor, focus)].end);
}

function moveByWord(step, isEnd) {
  if (!chosen) return moveBySentence(step, false);
  const end = chosen.end ?? chosen.start + points(chosen.exact);
  const edges = words().map((word) => (isEnd ? word.end : word.start));
  const from = isEnd ? end : chosen.start;
  const to = step > 0 ? edges.find((edge) => edge > from) : edges.findLast((edge) => edge < from);
  if (to !== undefined && (isEnd ? to > chosen.start : to < end)) select(isEnd ? chosen.start : to, isEnd ? to : end);
}

const KEYS = {
  ArrowDown: (isShift) => moveBySentence(1, isShift),
  ArrowUp: (isShift) => moveBySentence(-1, isShift),
  ArrowRight: (isShift) => moveByWord(1, isShift),
  ArrowLeft: (isShift) => moveByWord(-1, isShift),
  Enter: () => theForm().elements.source.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "t" && !isTyping(event.target)) theArticle().focus();
  if (event.target !== theArticle() || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key](event.shiftKey);
});

// What an address chose is gone on with at once, at what is still missing

function goOn() {
  if (document.querySelector("#chosen")) theForm().querySelector("[data-focus]")?.focus({ preventScroll: true });
}

window.addEventListener("load", () => setTimeout(goOn)); // going to #chosen takes the focus away
