"""Selecting words in a page as a person does: with the mouse, from where they begin to where they end."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PLACE = """([selector, words]) => {
  const holder = [...document.querySelectorAll(`${selector} p`)].find((p) => p.textContent.includes(words));
  holder.scrollIntoView({ block: "center" });
  const range = document.createRange();
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  const start = holder.textContent.indexOf(words);
  let [before, isBegun] = [0, false];
  for (let node; (node = walker.nextNode()); before += node.length) {
    if (!isBegun && start < before + node.length) {
      range.setStart(node, start - before);
      isBegun = true;
    }
    if (isBegun && start + words.length <= before + node.length) {
      range.setEnd(node, start + words.length - before);
      break;
    }
  }
  const boxes = [...range.getClientRects()].filter((box) => box.width);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const middle = (box) => box.top + box.height / 2;
  return [first.left + 0.5, middle(first), last.right - 0.5, middle(last)];
}"""


def drag_over(page: Page, selector: str, words: str) -> None:
    """Drag the mouse over `words`, which stand in one paragraph below `selector`."""
    expect(page.locator(f"{selector} p", has_text=words).first).to_be_visible()
    page.wait_for_load_state()
    x, y, to_x, to_y = page.evaluate(PLACE, [selector, words])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
    page.mouse.move(to_x, to_y)
    page.mouse.up()
