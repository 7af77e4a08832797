"""From five dropped files to what a reprint left out, and to a verdict that readers see it in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.serving import serve
from tests.browser.five_files import MATTERS
from tests.browser.hands import WAYS, Mouse, must_be_on_one_screen, tick_all

SEEDS = sorted(Path(__file__).parents[3].glob("shared/seeds/*.txt"))
PEOPLE = "from factcheck.verdicts.management.commands.load_demo import create_people; create_people()"
UNTIL_SEEN = 10  # acts from an empty desk
UNTIL_PUBLISHED = 20  # acts of both people


@dataclass(frozen=True)
class Case:
    """Five files, what is missing of them, and the words that the journey looks for."""

    files: list[Path]
    day: str
    paper: str
    claim: str
    plan: str
    denial: str
    speaker: str
    other_denial: str


REAL = Case(
    files=SEEDS,
    day="2019-02-14",
    paper="The Reprinting Post",
    claim="Contingency plans were being drawn up for Maduro to leave Venezuela.",
    plan="contingency plans are being drawn up",
    denial="He is not planning to go anywhere",
    speaker="Andrey Klimov",
    other_denial="Mexico hasn't offered Maduro asylum",
)


@pytest.fixture
def case(request, tmp_path):
    """Five invented files, others in each way of working: what one way stored another would find there."""
    matter = MATTERS[list(WAYS).index(request.node.callspec.params["hand"])]
    known = {name: getattr(matter, name) for name in Case.__dataclass_fields__ if name != "files"}
    return Case(matter.write(tmp_path), **known)


@pytest.fixture
def empty_desk(tmp_path):
    """A site with people and nothing else."""
    database = f"sqlite:///{tmp_path}/site.sqlite3"
    fill = ("shell", "-v0", "-c", PEOPLE)
    with serve(tmp_path, database, settings="tests.browser.settings", fill=fill) as site:
        yield site


ON_BOTH = [pytest.param("mouse", marks=pytest.mark.browser_on_both), *(way for way in WAYS if way != "mouse")]


@pytest.mark.parametrize("hand", ON_BOTH, indirect=True)
def test_from_five_files_to_a_verdict_in_twenty_acts(site, hand, phone, case):
    walk(site, hand, phone, case)


@pytest.mark.skipif(
    not SEEDS, reason="The five real documents lie beside the project, in shared/seeds, and are not there."
)
def test_the_same_with_the_five_real_documents(empty_desk, page, phone):
    walk(empty_desk, Mouse(page), phone, REAL)


def walk(site, hand, phone, case):
    hand.page.set_viewport_size({"width": 1280, "height": 800})
    more = 0 if hand.has_scripts else 1  # files that are chosen, not dropped, are sent by a button
    site.sign_in(hand.page, "editor")
    drop_and_complete(hand, case)
    see_what_was_left_out(hand.page, case)
    assert hand.acts <= UNTIL_SEEN
    mark_both_sides(hand, case)
    write_the_verdict(hand)
    hand.page.context.clear_cookies()
    site.sign_in(hand.page, "reviewer")
    publish(hand, case)
    assert hand.acts <= UNTIL_PUBLISHED + more
    hand.page.goto(f"{site.url}/desk/ledger/?verify=1")
    expect(hand.page.get_by_text("and so do the revisions and imports they vouch for")).to_be_visible()
    read_it_on_a_phone(site, phone, case)


def drop_and_complete(hand, case):
    page = hand.page
    hand.hand_over(case.files)
    hand.click(page.get_by_role("button", name="Store 5 articles"))
    hand.fill_in_day(page.get_by_label("Undated: add a date").first, case.day)
    asked = page.locator(".complete", has=page.get_by_label("Paper not known: which?")).first
    hand.write(asked.get_by_label("Paper not known: which?"), case.paper)
    hand.click(asked.get_by_role("button", name="Save"))


def see_what_was_left_out(page, case):
    left_out = page.get_by_role("listitem")
    named = left_out.filter(has_text=case.denial)
    expect(named).to_contain_text(f"{case.speaker}:")
    must_be_on_one_screen(
        page,
        page.get_by_text(f"{case.paper} left out:"),
        named,
        left_out.filter(has_text=case.other_denial),
    )


def mark_both_sides(hand, case):
    page = hand.page
    hand.click(page.get_by_role("listitem").filter(has_text=case.denial).get_by_role("link", name="Mark the denial"))
    expect(page.get_by_label("The statement")).to_have_value("denies")
    hand.write(page.get_by_label("Claim", exact=True), case.claim)
    hand.click(page.get_by_role("button", name="Mark as statement"))
    expect(page.locator("[data-article-text] mark", has_text=case.denial)).to_be_visible()
    hand.click(page.locator("[id^=spotted-]").filter(has_text=case.plan).get_by_role("link", name="Edit first"))
    expect(page.locator("[data-selection]")).to_contain_text(case.plan)
    expect(page.get_by_label("Claim", exact=True)).to_have_value(case.claim)
    hand.click(page.get_by_role("button", name="Mark as statement"))
    expect(page.locator("[data-article-text] mark", has_text=case.plan)).to_be_visible()


def write_the_verdict(hand):
    page = hand.page
    hand.click(page.get_by_role("button", name="Write the verdict"))
    expect(page.locator("[data-piece]")).to_have_count(2)
    hand.choose(page.get_by_label("Rating"), "Disputed")
    hand.write(page.get_by_label("Conclusion"), "Four people say so, one denies it, and a reprint leaves that out.")
    hand.write(page.get_by_label("Reasoning"), "The reprint ends before the denial.")
    hand.click(page.get_by_role("button", name="Submit for review"))
    expect(page.get_by_text("Somebody else has to approve it")).to_be_visible()


def publish(hand, case):
    page = hand.page
    hand.click(page.get_by_role("link", name=re.compile(f"Review it.*{case.claim}")))
    tick_all(hand)
    hand.click(page.get_by_role("button", name="Approve and publish"))
    expect(page.get_by_text("Published. Readers see it now.")).to_be_visible()


def read_it_on_a_phone(site, phone, case):
    phone.goto(site.url)
    phone.get_by_role("link", name=case.claim).first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text(case.claim)
    against = phone.get_by_text(re.compile(f"Left out by {case.paper}")).first
    must_be_on_one_screen(phone, phone.get_by_text(case.denial).first, against, screens=2)
    markup = json.loads(phone.locator('script[type="application/ld+json"]').first.text_content())
    assert (markup["@type"], markup["claimReviewed"]) == ("ClaimReview", case.claim)
    assert markup["reviewRating"]["alternateName"] == "Disputed"
    assert not phone.context.cookies()
