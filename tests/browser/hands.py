"""The ways in which an editor works a page, each counting its acts: the mouse, and the keyboard alone.

The keyboard's every stop must be seen: what is focused has an outline, stands in the window and is not covered.
"""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.selecting import drag_over

SEEN = """() => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  const box = [...focused.getClientRects()].find((one) => one.width && one.height);
  if (focused === document.body || !box) return "nothing that can be seen";
  const told = `${focused.localName} “${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 60)}”`;
  if (style.outlineStyle === "none" || !parseFloat(style.outlineWidth)) return `${told} without an outline`;
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  if (top >= bottom) return `${told} outside the window`;
  const onTop = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
  return focused.contains(onTop) || onTop?.contains(focused) ? "" : `${told} behind ${onTop?.localName}`;
}"""
IS_FOCUSED = "(element) => element === document.activeElement"


class Mouse:
    """Points, clicks and drags; the keyboard only writes, in the field that was clicked."""

    def __init__(self, page):
        self.page = page
        self.acts = 0

    def click(self, target):
        target.click()
        self.acts += 1

    def drag_over(self, words):
        drag_over(self.page, "[data-article-text]", words)
        self.acts += 1

    def write(self, field, words):
        self.click(field)
        self.page.keyboard.insert_text(words)
        self.acts += 1

    def choose(self, field, option):
        field.select_option(label=option)
        self.acts += 2  # the list is opened, the option clicked


class Keyboard:
    """Presses keys and looks where they lead; nothing is clicked, filled or focused in another way."""

    def __init__(self, page):
        self.page = page
        self.acts = 0

    def press(self, key, times=1):
        self.page.wait_for_load_state()  # before it the page's scripts may not hear a key yet
        for _ in range(times):
            self.page.keyboard.press(key)
            self.acts += 1

    def write(self, words):
        is_list = self.page.evaluate("document.activeElement.localName") == "select"
        typed = self.page.keyboard.type if is_list else self.page.keyboard.insert_text  # at one go: looked up once
        typed(words)
        self.acts += 1

    def must_be_at(self, target):
        expect(target).to_be_focused()
        assert not self.page.evaluate(SEEN), f"The focus is on {self.page.evaluate(SEEN)}."

    def go_to(self, target, *, by="Tab", most):
        """Press a key until the target is focused, `most` times at most."""
        expect(target).to_be_visible()
        for _ in range(most):
            self.press(by)
            assert not self.page.evaluate(SEEN), f"{by} leads to {self.page.evaluate(SEEN)}."
            if target.evaluate(IS_FOCUSED):
                return
        raise AssertionError(f"{most} times {by} do not lead to {target}.")


def tick_all(page):
    """Tick, as a reviewer who has looked at it, everything that the checklist asks."""
    for seen in page.locator("#checklist").get_by_role("checkbox").all():
        seen.check()
