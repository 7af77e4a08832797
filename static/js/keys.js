// Keys belong to whoever is typing first, and do nothing for somebody who turned them off.

const SETTING = "keys";

export function areOn() {
  return localStorage.getItem(SETTING) !== "off";
}

export function turn(on) {
  localStorage.setItem(SETTING, on ? "on" : "off");
}

export function isTyping(target) {
  return !areOn() || Boolean(target.closest?.("input, select, textarea, dialog, [contenteditable]"));
}
