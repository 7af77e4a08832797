"""The ways in which a person works a page, each counting its acts: the mouse, and the keyboard alone.

An act is what a person would count: a click or a key that does something, files dropped, a field filled in. The
keyboard's every stop must be seen: what is focused has an outline, stands in the window and is not covered.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.selecting import drag_over

SEEN = """(target) => {
  const focused = document.activeElement;
  const style = getComputedStyle(focused);
  const box = [...focused.getClientRects()].find((one) => one.width && one.height);
  const isThere = focused === target;
  if (focused === document.body) return [isThere, "the end of the page"];
  if (!box) return [isThere, "nothing that can be seen"];
  const told = `${focused.localName} “${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 60)}”`;
  const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth);
  if (!isOutlined) return [isThere, `${told} without an outline`];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  if (top >= bottom) return [isThere, `${told} outside the window`];
  const onTop = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
  const isSeen = focused.contains(onTop) || onTop?.contains(focused);
  return [isThere, isSeen ? "" : `${told} behind ${onTop?.localName}`];
}"""
COMES_BEFORE = """(target) => Boolean(
  document.activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING
)"""
DROP = """([files, target]) => {
  const carrier = new DataTransfer();
  for (const [name, text] of files) carrier.items.add(new File([text], name));
  for (const kind of ["dragover", "drop"]) {
    target.dispatchEvent(new DragEvent(kind, { dataTransfer: carrier, bubbles: true, cancelable: true }));
  }
}"""
END = "the end of the page"
MOST_STOPS = 200  # of the Tab key on one page


class Mouse:
    """Points, clicks and drags; the keyboard only writes, in the field that was clicked."""

    def __init__(self, page, *, has_scripts=True):
        self.page = page
        self.has_scripts = has_scripts
        self.acts = 0

    def click(self, target):
        target.click()
        self.acts += 1

    def drag_over(self, words):
        drag_over(self.page, "[data-article-text]", words)
        self.acts += 1

    def write(self, field, words):
        field.click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(words)
        self.acts += 1

    def write_on(self, field, words):
        """Write behind what stands in a field."""
        field.click()
        self.page.keyboard.press("ControlOrMeta+End")
        self.page.keyboard.insert_text(words)
        self.acts += 1

    def fill_in_day(self, field, day):
        field.fill(day)
        self.acts += 1

    def choose(self, field, option):
        field.select_option(label=option)
        self.acts += 1

    def tick(self, box):
        box.check()
        self.acts += 1

    def hand_over(self, files: list[Path]):
        """Drop files on the page, or without its scripts choose them and send them."""
        if self.has_scripts:
            names_and_texts = [[file.name, file.read_text("utf-8")] for file in files]
            self.page.wait_for_load_state()
            self.page.locator("main").evaluate("(target, files) => (" + DROP + ")([files, target])", names_and_texts)
            self.acts += 1
        else:
            self.page.get_by_label("Files").set_input_files(files)
            self.acts += 1
            self.click(self.page.get_by_role("button", name="Add", exact=True))


class Keyboard:
    """Presses keys and looks where they lead; nothing is clicked, filled or focused in another way.

    `pressed` counts every key and all that is written at one go, those too that only lead somewhere.
    """

    def __init__(self, page, *, has_scripts=True):
        self.page = page
        self.has_scripts = has_scripts
        self.acts = self.pressed = 0

    def press(self, key, times=1):
        self.page.wait_for_load_state()  # before it the page's scripts may not hear a key yet
        for _ in range(times):
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, words):
        is_text = self.page.evaluate("document.activeElement.matches(':is(textarea, input:not([type=date]))')")
        typed = self.page.keyboard.insert_text if is_text else self.page.keyboard.type  # at one go: looked up once
        typed(words)
        self.pressed += 1

    def must_be_at(self, target):
        expect(target).to_be_focused()
        _, fault = target.evaluate(SEEN)
        assert not fault, f"The focus is on {fault}."

    def go_to(self, target, *, by="Tab", most=MOST_STOPS):
        """Press a key until the target is focused, `most` times at most, and at most once past the end of the page."""
        expect(target).to_be_visible()
        allowed = ["", END]
        for _ in range(most):
            self.press(by)
            is_there, fault = target.evaluate(SEEN)
            assert fault in allowed, f"{by} leads to {fault}."
            if is_there:
                return
            if fault == END:
                allowed.remove(END)
        raise AssertionError(f"{most} times {by} do not lead to {target}.")

    def reach(self, target):
        """Have the focus on the target, where it may be already."""
        expect(target).to_be_visible()
        if target.evaluate(SEEN) != [True, ""]:
            self.go_to(target, by="Shift+Tab" if target.evaluate(COMES_BEFORE) else "Tab")

    def click(self, target):
        self.reach(target)
        self.press("Enter")
        self.acts += 1

    def write(self, field, words):
        self.reach(field)
        self.press("ControlOrMeta+A")
        self.type(words)
        self.acts += 1

    def write_on(self, field, words):
        """Write behind what stands in a field."""
        self.reach(field)
        self.press("ControlOrMeta+End")
        self.type(words)
        self.acts += 1

    def fill_in_day(self, field, day):
        """Give a day whose number is its month's too, since browsers differ in which comes first."""
        self.reach(field)
        self.type("".join(reversed(day.split("-"))))
        expect(field).to_have_value(day)
        self.acts += 1

    def choose(self, field, option):
        self.reach(field)
        self.type(option)
        self.acts += 1

    def tick(self, box):
        self.reach(box)
        self.press("Space")
        self.acts += 1

    def hand_over(self, files: list[Path]):
        """Choose files, and without the page's scripts send them."""
        with self.page.expect_file_chooser() as chooser:  # asked for well before the key that opens it
            self.reach(self.page.get_by_label("Files"))
            self.press("Enter")
        chooser.value.set_files(files)
        self.acts += 1
        if not self.has_scripts:
            self.click(self.page.get_by_role("button", name="Add", exact=True))


WAYS = {
    "mouse": (Mouse, "page"),
    "mouse without JavaScript": (Mouse, "page_without_javascript"),
    "keyboard": (Keyboard, "page"),
    "keyboard without JavaScript": (Keyboard, "page_without_javascript"),
}


def tick_all(hand):
    """Tick, as a reviewer who has looked at it, everything that the checklist asks; a tick stays through other acts."""
    expect(hand.page.locator("#checklist")).to_be_visible()
    for seen in hand.page.locator("#checklist").get_by_role("checkbox").all():
        if not seen.is_checked():
            hand.tick(seen)


def must_be_on_one_screen(page, *found, screens=1):
    """All that was found stands in the window of a page that nobody scrolled, or in as many windows from its top."""
    assert page.evaluate("scrollY") == 0
    for one in found:
        expect(one).to_be_visible()
        box = one.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= screens * page.viewport_size["height"], f"{one} stands at {box}."
