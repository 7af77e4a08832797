"""A verdict on its way between people: sent back and mended, corrected in public, rated by a second editor unseen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.hands import tick_all

DRAFTS = """
from django.contrib.auth.models import Group, User
from factcheck.claims.take_position import state_claim
from factcheck.verdicts.draft_verdict import Draft, add_evidence, draft, revise
from factcheck.verdicts.models import Evidence, Rating
editor = User.objects.get(username="editor")
second = User.objects.create_user("second", password="demo", first_name="Sana", last_name="Ode")
second.groups.add(Group.objects.get(name="Editors"))
for number in range(6):
    verdict = draft(state_claim(f"Bridge {number} is closed.", editor=editor), author=editor)
    text = Draft(Rating.objects.get(slug="false"), "It is open, says the city.", "The report says so.")
    revise(verdict, editor=editor, base=Draft(None, "", ""), draft=text)
    report = Evidence(title="Report", url="https://city.example/r", archive_url="https://archive.example/r")
    add_evidence(verdict, report, editor=editor)
    print(verdict.slug)
"""


@pytest.fixture(scope="module")
def drafts(site):
    return iter(site.manage("shell", "-v0", "-c", DRAFTS).split())


@pytest.fixture
def slug(drafts):
    """A draft that no other journey touches."""
    return next(drafts)


@pytest.fixture(params=["page", "page_without_javascript"])
def browsing(request):
    return request.getfixturevalue(request.param)


class Desk:
    """One browser, in which one person after the other works on one verdict."""

    def __init__(self, site, page, slug):
        self.site, self.page, self.slug = site, page, slug

    def work_as(self, person, path=""):
        self.page.context.clear_cookies()
        self.site.sign_in(self.page, person)
        self.page.goto(path or f"{self.site.url}/desk/verdicts/{self.slug}/")

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def told(self, words):
        expect(self.page.get_by_text(words).first).to_be_visible()

    def write(self, label, text):
        self.page.get_by_label(label).first.fill(text)

    def submit(self):
        self.press("Submit for review")
        self.told("Somebody else has to approve it")

    def publish(self):
        tick_all(self.page)
        self.press("Approve and publish")
        self.told("Published. Readers see it now.")


@pytest.fixture
def desk(site, browsing, slug):
    return Desk(site, browsing, slug)


def test_what_a_reviewer_sends_back_is_mended_by_its_author_and_published(desk):
    desk.work_as("editor")
    desk.submit()

    desk.work_as("reviewer")
    desk.write("What is to be done", "Name the engineer.")
    desk.press("Send back with this note")
    desk.told("Sent back.")

    desk.work_as("editor")
    desk.told("Name the engineer.")
    desk.write("Reasoning", "The report of the engineer Ada Brun says so.")
    desk.submit()

    desk.work_as("reviewer")
    desk.told("Ada Brun")
    desk.publish()


def test_a_correction_shows_reviewer_and_readers_the_words_that_changed(desk):
    desk.work_as("editor")
    desk.submit()
    desk.work_as("reviewer")
    desk.publish()

    desk.work_as("editor")
    desk.write("Conclusion", "It is open to pedestrians, says the city.")
    desk.press("Save")
    desk.told("draft of a correction")
    desk.page.get_by_text("What readers are to be told of the change").click()
    desk.page.get_by_label("This revision is").select_option("corrected")
    desk.write("What changed and why", "Cars may not use it.")
    desk.submit()

    desk.work_as("reviewer")
    expect(desk.page.locator("ins", has_text="to pedestrians").first).to_be_visible()
    desk.publish()

    desk.page.context.clear_cookies()
    desk.page.goto(f"{desk.site.url}/verdicts/{desk.slug}/")
    desk.told("Cars may not use it.")
    desk.page.get_by_role("link", name="What changed").first.click()
    expect(desk.page.locator("ins", has_text="to pedestrians").first).to_be_visible()


def test_a_second_editor_rates_the_claim_unseen_and_what_differs_is_settled(desk):
    desk.work_as("editor")
    desk.press("Ask another editor, who has not seen it, how they rate the claim")
    desk.page.get_by_label("Ask").select_option(label="Sana Ode")
    desk.press("Ask them")
    desk.told("awaited")

    desk.work_as("second")
    expect(desk.page.get_by_text("It is open, says the city.")).to_have_count(0)
    desk.page.get_by_label("How do you rate the claim?").select_option(label="Mostly false")
    desk.write("Why, in a sentence", "Only cars are kept out.")
    desk.press("Give this rating")
    desk.told("It is open, says the city.")

    desk.work_as("editor")
    desk.submit()
    desk.work_as("reviewer")
    tick_all(desk.page)
    desk.press("Approve and publish")
    expect(desk.page.get_by_text("Published. Readers see it now.")).to_have_count(0)
    desk.write("Why the verdict keeps its rating", "The claim speaks of everybody.")
    desk.press("Settle it with this sentence")
    desk.told("rated otherwise, settled")
    desk.publish()
