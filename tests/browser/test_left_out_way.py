"""From two files to what the reprint left out, in ten acts at most."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.hands import Mouse

ORIGINAL = """Quarry at {place} to be flooded, engineers say

By Ada Lind | May 3, 2019

Engineers are preparing to flood the old quarry at {place} before the winter, three people who know the plans said.

The town has paid for pumps since the mine closed in 1998, and the water has risen by two metres in a year.

“The quarry is not going to be flooded,” said Otto Brenner, who speaks for the owners. “Nobody has decided anything.”

The council meets on Monday to hear what a dam would cost, and the pumps are to run until then at the least.
"""
REPRINT = ORIGINAL.split("“The quarry", maxsplit=1)[0].replace("May 3", "May 4")
DENIAL = "The quarry is not going to be flooded"


def test_what_a_reprint_left_out_is_seen_within_ten_acts(site, page, tmp_path):
    site.sign_in(page, "editor")
    page.set_viewport_size({"width": 1280, "height": 800})
    mouse = Mouse(page)

    page.get_by_label("Files").set_input_files(files(tmp_path, "Arden"))
    mouse.acts += 1  # both dropped at once
    see_what_was_left_out(mouse, page, "Arden")

    assert mouse.acts <= 10
    expect(page.get_by_text(DENIAL).first).to_be_in_viewport()


def files(folder, place):
    for name, text in (("original.txt", ORIGINAL), ("reprint.txt", REPRINT)):
        (folder / name).write_text(text.format(place=place), "utf-8")
    return [folder / "original.txt", folder / "reprint.txt"]


def see_what_was_left_out(mouse, page, place):
    mouse.click(page.get_by_role("button", name="Store 2 articles"))
    for name in ("The {} Wire", "The {} Post"):
        mouse.write(page.get_by_label("Paper not known: which?").first, name.format(place))
        mouse.click(page.get_by_role("button", name="Save").first)
        expect(page.get_by_role("status")).to_contain_text(name.format(place))
    expect(page.get_by_text("left out:")).to_be_visible()
    expect(page.get_by_text("Otto Brenner:").first).to_be_visible()
