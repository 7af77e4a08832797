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
  if (keptAt) keptLine.textContent = keptLine.dataset.kept.replace("{}", Math.round((Date.now() - keptAt) / 1000));
}

// The page holds what there is to tell, each in a template of its name.
function tellTrouble(name, reason = "") {
  const words = name ? document.querySelector(`[data-told="${name}"]`).content.cloneNode(true) : "";
  const told = reason ? `${reason} ${words.textContent}` : words;
  if (troubleLine.textContent !== (told.textContent ?? told)) troubleLine.replaceChildren(told);
  troubleLine.hidden = !name;
}

async function tell(response) {
  if (response.ok) {
    keptAt = Date.now();
    tellWhenKept();
    return tellTrouble();
  }
  isTyped = true;
  if (response.status === 401) {
    return tellTrouble("signed-out");
  }
  if (response.status === 409) {
    const { reason } = await response.json();
    return tellTrouble("other-words", reason);
  }
  if (response.status === 413 || response.status === 400) {
    return tellTrouble("too-long");
  }
  tellTrouble("refused");
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
    tellTrouble("unreachable");
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
