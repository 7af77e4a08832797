"""Selecting words in a page as a person does: with the mouse, from where they begin to where they end."""

from __future__ import annotations

from playwright.sync_api import Page

PLACE = """([selector, words]) => {
  const article = document.querySelector(selector);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at === -1) continue;
    node.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const boxes = [...range.getClientRects()];
    const [first, last] = [boxes[0], boxes.at(-1)];
    const middle = (box) => box.top + box.height / 2;
    return [first.left + 0.5, middle(first), last.right - 0.5, middle(last)];
  }
  return null;
}"""


def drag_over(page: Page, selector: str, words: str) -> None:
    """Drag the mouse over `words`, which stand in one text node below `selector`."""
    place = page.evaluate(PLACE, [selector, words])
    assert place, f"The page does not hold “{words}”."
    x, y, to_x, to_y = place
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
    page.mouse.move(to_x, to_y)
    page.mouse.up()
