"""The product's main way, walked once from end to end: articles in, statements, claim, verdict, the public page.

With the five real documents where they lie beside the project, otherwise with the demonstration's articles.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.hands import tick_all
from tests.browser.selecting import drag_over

SEEDS = sorted(Path(__file__).parents[3].glob("shared/seeds/*.txt"))
COMPARE = re.compile("^compare with ")
CONCLUSION = "Four people spoke of such plans; a Russian lawmaker denied them, and the reprint leaves that out."
UNKNOWN_FIELD = {"model": "articles.outlet", "fields": {"name": "The Lantern", "colour": "blue"}}
TWO_ROWS = [
    {"model": "articles.outlet", "fields": {"name": "The Lantern", "domain": "lantern.example"}},
    {"model": "articles.outlet", "fields": {"name": "The Beacon", "domain": "beacon.example"}},
]


@dataclass(frozen=True)
class Case:
    """What the journey reads: an original and its reprint, and the words it marks in the original."""

    headline: str
    plans: str
    denial: str
    own_word: str
    claim: str


REAL = Case(
    headline="As Maduro Digs in",
    plans="contingency plans are being drawn up",
    denial="He is not planning to go anywhere",
    own_word="insisted publicly he's going nowhere",
    claim="Contingency plans were being drawn up for Maduro to leave Venezuela.",
)
DEMONSTRATION = Case(
    headline="Where Could Maduro Run? The People Around Him Are Asking",
    plans="plans for a hurried departure",
    denial="not planning to go anywhere",
    own_word="says he will stay",
    claim="Maduro's aides were preparing a hurried departure.",
)


@pytest.fixture(scope="module")
def case(site):
    """The case to walk; importing the real documents twice changes nothing the second time."""
    if not SEEDS:
        return DEMONSTRATION
    site.manage("import_articles", *map(str, SEEDS))
    assert site.manage("import_articles", *map(str, SEEDS)).count(": unchanged") == len(SEEDS)
    return REAL


def mark(page, words, *, source, kind, people=1, stance, claim):
    drag_over(page, "[data-article-text]", words)
    expect(page.locator("[data-selection]")).to_have_text(words)
    page.get_by_label("Who says so").fill(source)
    page.get_by_text("More:").click()
    page.get_by_label("What kind of source").select_option(kind)
    if kind == "anonymous":
        page.get_by_label("How many people").fill(str(people))
    page.get_by_label("The statement").select_option(stance)
    page.get_by_label("Claim", exact=True).fill(claim)
    page.get_by_role("button", name="Mark as statement").click()
    expect(page.get_by_label("Who says so")).to_have_value("")
    expect(page.locator("mark", has_text=words).first).to_be_visible()


@pytest.mark.browser_on_both
def test_from_imported_articles_to_a_verdict_that_anyone_can_read(case, site, page, page_without_javascript):
    site.sign_in(page, "editor")
    mark_who_said_what(case, site, page)
    see_what_the_reprint_left_out(case, page)
    see_both_sides_of_the_claim(case, site, page)
    draft_a_verdict(page)
    sign_out(page, site)

    site.sign_in(page, "reviewer")
    publish_it(case, site, page)

    read_it_without_an_account(case, site, page_without_javascript)


def mark_who_said_what(case, site, page):
    page.goto(f"{site.url}/desk/articles/")
    page.get_by_label("Words").fill(case.denial)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=case.headline).first.click()
    article = page.url
    correct_the_record(page, "Published on", "2019-02-14")
    page.goto(article)
    mark(page, case.plans, source="four people", kind="anonymous", people=4, stance="supports", claim=case.claim)
    mark(page, case.denial, source="Andrey Klimov", kind="person", stance="denies", claim=case.claim)
    mark(page, case.own_word, source="Nicolás Maduro", kind="person", stance="qualifies", claim=case.claim)


def correct_the_record(page, label, value):
    """Nothing is said to be left out where a day or a paper is not known."""
    page.get_by_role("link", name="original text").click()
    page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Correct the record").click()
    expect(page.get_by_role("status")).to_contain_text("The record is corrected.")


def see_what_the_reprint_left_out(case, page):
    page.get_by_role("link", name="its story and versions").click()
    story = page.url
    versions = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=COMPARE))
    versions.first.get_by_role("link").first.click()
    correct_the_record(page, "Paper", "The Reprinting Post")
    page.goto(story)
    matrix = page.get_by_role("region", name="Statements by versions")
    denied = matrix.get_by_role("row").filter(has_text=case.denial).first
    expect(denied.get_by_text("left out").first).to_be_visible()
    own = matrix.get_by_role("row").filter(has_text=case.own_word).first
    expect(own.get_by_text(re.compile("altered|reworded", re.IGNORECASE)).first).to_be_visible()
    page.get_by_role("link", name=COMPARE).first.click()
    told = re.compile(r"\d+ sentences? kept, \d+ edited, .*\d+ (cut|not in the version)")
    expect(page.locator("#summary")).to_contain_text(told)


def see_both_sides_of_the_claim(case, site, page):
    page.goto(f"{site.url}/desk/claims/")
    page.get_by_role("link", name=case.claim).click()
    expect(page.locator(".side.supports").last).to_contain_text("1 story · 4 anonymous people")
    expect(page.locator(".side.denies").last).to_contain_text("Andrey Klimov")
    expect(page.get_by_text("contested")).to_be_visible()


def draft_a_verdict(page):
    page.get_by_role("button", name="Begin a verdict").click()
    page.get_by_label("Rating").select_option(label="Disputed")
    page.get_by_label("Conclusion").fill(CONCLUSION)
    page.get_by_label("Reasoning").fill("The *reprint* stops before the denial.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Rest on this").first.click()
    expect(page.locator("[data-piece]")).to_have_count(1)
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("Somebody else has to approve it")).to_be_visible()
    expect(page.get_by_role("button", name="Approve and publish")).to_have_count(0)


def publish_it(case, site, page):
    page.get_by_role("link", name=case.claim).click()
    expect(page.locator("#checklist").get_by_text("Andrey Klimov").first).to_be_visible()
    tick_all(page)
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_text("Readers see it now")).to_be_visible()
    page.goto(f"{site.url}/desk/ledger/?verify=1")
    expect(page.get_by_text("and so do the revisions and imports they vouch for")).to_be_visible()


def read_it_without_an_account(case, site, reader):
    reader.goto(site.url)
    reader.get_by_role("link", name=case.claim).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(case.claim)
    expect(reader.get_by_text(CONCLUSION).first).to_be_visible()
    expect(reader.get_by_text(case.denial).first).to_be_visible()
    markup = json.loads(reader.locator('script[type="application/ld+json"]').first.text_content())
    assert (markup["@type"], markup["claimReviewed"]) == ("ClaimReview", case.claim)
    assert markup["reviewRating"]["alternateName"] == "Disputed"
    assert not reader.context.cookies()


def test_an_administrator_imports_a_file_of_rows_or_is_told_what_is_wrong_with_it(site, page, tmp_path):
    site.sign_in(page, "administrator")

    upload(page, site, tmp_path, [*TWO_ROWS, UNKNOWN_FIELD])
    refused = page.get_by_role("row").filter(has_text="colour").first
    expect(refused).to_contain_text("3")
    expect(page.get_by_role("button", name="Import all rows")).to_have_count(0)
    page.get_by_role("button", name="Discard the file").click()
    page.goto(f"{site.url}/admin/articles/outlet/?q=Lantern")
    expect(page.get_by_text("0 outlets")).to_be_visible()

    upload(page, site, tmp_path, TWO_ROWS)
    expect(page.get_by_role("heading", name="2 created")).to_be_visible()
    page.get_by_role("button", name="Import all rows").click()
    page.goto(f"{site.url}/admin/articles/outlet/?q=Lantern")
    expect(page.get_by_role("link", name="The Lantern")).to_be_visible()


def upload(page, site, folder, rows):
    path = folder / "outlets.json"
    path.write_text(json.dumps(rows))
    page.goto(f"{site.url}/admin/articles/importbatch/")
    page.get_by_role("link", name="Import a file").first.click()
    page.get_by_label("File").set_input_files(path)
    page.get_by_role("button", name="Preview").click()


def sign_out(page, site):
    page.goto(f"{site.url}/desk/")
    page.get_by_role("banner").locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{site.url}/")
