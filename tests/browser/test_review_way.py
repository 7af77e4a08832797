"""A verdict on its way between people: sent back and mended, corrected in public, rated by a second editor unseen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import opened
from tests.browser.hands import Mouse, tick_all

DRAFTS = """
from django.contrib.auth.models import Group, User
from factcheck.claims.take_position import state_claim
from factcheck.verdicts.draft_verdict import Draft, add_evidence, draft, revise
from factcheck.verdicts.models import Evidence, Rating
editor = User.objects.get(username="editor")
second = User.objects.create_user("second", password="demo", first_name="Sana", last_name="Ode")
second.groups.add(Group.objects.get(name="Editors"))
for number in range(18):
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


class Desk:
    """One browser, in which one person after the other works on one verdict."""

    def __init__(self, site, hand, slug):
        self.site, self.hand, self.page, self.slug = site, hand, hand.page, slug

    def work_as(self, person, path=""):
        self.page.context.clear_cookies()
        self.site.sign_in(self.page, person)
        self.page.goto(path or f"{self.site.url}/desk/verdicts/{self.slug}/")

    def press(self, name):
        self.hand.click(self.page.get_by_role("button", name=name, exact=True).first)

    def told(self, words):
        expect(self.page.get_by_text(words).first).to_be_visible()

    def write(self, label, text):
        self.hand.write(self.page.get_by_label(label).first, text)

    def choose(self, label, option):
        self.hand.choose(self.page.get_by_label(label), option)

    def submit(self):
        self.press("Submit for review")
        self.told("Somebody else has to approve it")

    def publish(self):
        tick_all(self.hand)
        self.press("Approve and publish")
        self.told("Published. Readers see it now.")


@pytest.fixture
def desk(site, hand, slug):
    return Desk(site, hand, slug)


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
    desk.hand.click(desk.page.locator("summary", has_text="What readers are to be told of the change"))
    desk.choose("This revision is", "a correction: something was wrong")
    desk.write("What changed and why", "Cars may not use it.")
    desk.submit()

    desk.work_as("reviewer")
    expect(desk.page.locator("ins", has_text="to pedestrians").first).to_be_visible()
    desk.publish()

    desk.page.context.clear_cookies()
    desk.page.goto(f"{desk.site.url}/verdicts/{desk.slug}/")
    desk.told("Cars may not use it.")
    desk.hand.click(desk.page.get_by_role("link", name="What changed").first)
    expect(desk.page.locator("ins", has_text="to pedestrians").first).to_be_visible()


def test_a_second_editor_rates_the_claim_unseen_and_what_differs_is_settled(desk):
    desk.work_as("editor")
    desk.press("Ask another editor, who has not seen it, how they rate the claim")
    desk.choose("Ask", "Sana Ode")
    desk.press("Ask them")
    desk.told("awaited")

    desk.work_as("second")
    expect(desk.page.get_by_text("It is open, says the city.")).to_have_count(0)
    desk.choose("How do you rate the claim?", "Mostly false")
    desk.write("Why, in a sentence", "Only cars are kept out.")
    desk.press("Give this rating")
    desk.told("It is open, says the city.")

    desk.work_as("editor")
    desk.submit()
    desk.work_as("reviewer")
    tick_all(desk.hand)
    desk.press("Approve and publish")
    expect(desk.page.get_by_text("Published. Readers see it now.")).to_have_count(0)
    desk.write("Why the verdict keeps its rating", "The claim speaks of everybody.")
    desk.press("Settle it with this sentence")
    desk.told("rated otherwise, settled")
    desk.publish()


def test_of_two_who_change_the_same_words_the_second_sees_both_and_settles_them(desk, browser, site):
    desk.work_as("editor")
    with opened(browser) as other:
        colleague = Desk(site, Mouse(other), desk.slug)
        colleague.work_as("second")
        colleague.write("Conclusion", "It is half open, says the city.")
        colleague.press("Save")
        colleague.told("Saved.")

    desk.write("Conclusion", "It is open to all, says the city.")
    desk.press("Save")
    desk.told("Your text is still here; below it stands what they saved.")
    desk.told("It is half open, says the city.")
    expect(desk.page.get_by_label("Conclusion").first).to_have_value("It is open to all, says the city.")
    desk.write("Conclusion", "Half of it is open to all, says the city.")
    desk.press("Save")

    desk.told("Saved.")
    expect(desk.page.get_by_label("Conclusion").first).to_have_value("Half of it is open to all, says the city.")
