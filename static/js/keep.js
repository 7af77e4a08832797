// Keeps on the server what is typed and not saved, and says when it last did. The form's text never leaves the page for
// it: where it cannot be kept, the page says why, and what to do.

const form = document.querySelector("[data-keep]");
const keptLine = document.querySelector("[data-kept]");
const troubleLine = document.querySelector("[data-trouble]");
const AFTER = 2000;
const AGAIN = 10_000;

let isTyped = false;
let timer = 0;
let keptAt = 0;

const token = () => /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1];

// Signing in again in another tab changes the token, and the page's own would be refused.
function renewTokens() {
  const now = token();
  if (!now) return;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = now;
}

function tellWhenKept() {
  if (keptAt) keptLine.textContent = `autosaved ${Math.round((Date.now() - keptAt) / 1000)} s ago`;
}

function tellTrouble(...words) {
  if (troubleLine.textContent !== words.map((word) => word.textContent ?? word).join("")) {
    troubleLine.replaceChildren(...words);
  }
  troubleLine.hidden = !words.length;
}

function wayToSignIn() {
  const link = document.createElement("a");
  Object.assign(link, { href: form.dataset.login, target: "_blank", rel: "noopener" });
  link.textContent = "sign in in a new tab";
  return link;
}

async function tell(response) {
  if (response.ok) {
    keptAt = Date.now();
    tellWhenKept();
    return tellTrouble();
  }
  isTyped = true;
  if (response.status === 401) {
    return tellTrouble("You are signed out. Nothing you typed is lost: ", wayToSignIn(), ", then go on here.");
  }
  if (response.status === 409) {
    const { reason } = await response.json();
    return tellTrouble(`${reason} Until then what you type here is not kept; you can save it.`);
  }
  if (response.status === 413 || response.status === 400) {
    return tellTrouble("The text is too long to be kept. It is still here; shorten it before you save.");
  }
  tellTrouble("The server takes nothing from this page. What you typed is here still: ", wayToSignIn(), ", then go on.");
}

async function keep() {
  clearTimeout(timer);
  timer = 0;
  if (!isTyped) return;
  isTyped = false;
  renewTokens();
  const body = new URLSearchParams(new FormData(form));
  try {
    await tell(await fetch(form.dataset.keep, { method: "POST", body }));
  } catch {
    isTyped = true;
    tellTrouble("The server cannot be reached. What you type is still here, and is kept as soon as it can be.");
  }
  if (isTyped) wait(AGAIN);
}

function wait(time) {
  timer ||= setTimeout(keep, time);
}

document.addEventListener("input", (event) => {
  if (event.target.form !== form) return;
  isTyped = true;
  wait(AFTER);
});

// A button pressed while another one's act is on its way waits for it: overtaken, submitting would be undone by it.
const onTheirWay = new Set();
let waiting = null;

document.addEventListener("htmx:beforeSend", ({ detail }) => {
  if (form && detail.elt.form === form) onTheirWay.add(detail.xhr);
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  onTheirWay.delete(detail.xhr);
  if (onTheirWay.size || !waiting) return;
  const { submitter } = waiting;
  waiting = null;
  form.requestSubmit(submitter?.isConnected ? submitter : null);
});

window.addEventListener(
  "submit",
  (event) => {
    if (event.target !== form || !onTheirWay.size) return;
    event.preventDefault();
    event.stopPropagation();
    waiting = { submitter: event.submitter };
  },
  true,
);

document.addEventListener("visibilitychange", keep);
window.addEventListener("focus", keep);
document.addEventListener("submit", renewTokens, true);
document.addEventListener("htmx:configRequest", renewTokens);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if ("csrfmiddlewaretoken" in detail.parameters) detail.parameters.csrfmiddlewaretoken = token();
});
if (form) setInterval(tellWhenKept, 5000);
