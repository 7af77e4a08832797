// Keys belong to whoever is typing first.

export function isTyping(target) {
  return Boolean(target.closest?.("input, select, textarea, [contenteditable]"));
}
