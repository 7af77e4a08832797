// The preview in its own tab follows the text while it is typed: the page of the text tells the tab, which asks the
// server for the page anew.

const button = document.querySelector("[data-preview]");
const shown = document.querySelector("[data-preview-of]");
const channel = new BroadcastChannel(button?.formTarget ?? shown.dataset.previewOf);
let timer = 0;

if (button) {
  document.addEventListener("input", (event) => {
    if (event.target.form !== button.form) return;
    clearTimeout(timer);
    timer = setTimeout(() => channel.postMessage(`${new URLSearchParams(new FormData(button.form))}`), 400);
  });
}

if (shown) {
  channel.addEventListener("message", async ({ data }) => {
    const response = await fetch(location.href, { method: "POST", body: new URLSearchParams(data) });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    shown.replaceChildren(...page.querySelector("main").childNodes);
  });
}
