"""Mending what was joined or marked wrongly, in a real browser: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.hands import Keyboard, Mouse

MATTERS = {  # by the last word of a test: a text, words of it, and more of them
    "mouse": (
        (
            "The harbour board will close both ferry lines from October, its chairwoman told residents on Tuesday.\n\n"
            "The older of the two vessels failed its inspection in August, and no yard nearby has a dock before spring."
        ),
        "both ferry lines",
        "will close both ferry lines from October",
    ),
    "keyboard": (
        (
            "The school board is to shut two schools by Easter, as its chairwoman wrote to all parents.\n\n"
            "Fewer than ninety children were enrolled in either building, whose roofs have leaked since the great hail."
        ),
        "two schools",
        "is to shut two schools by Easter",
    ),
    "javascript": (
        (
            "Its owners want to sell the old mill this year, as their chairwoman told the heritage office.\n\n"
            "Nobody has ground corn there since the flood, though the wheel was mended twice at the town's expense."
        ),
        "the old mill",
        "want to sell the old mill this year",
    ),
}
FIND = "from factcheck.articles.models import Article; print(Article.objects.get(headline={!r}).{})"


@pytest.fixture
def matter(request):
    return request.node.name.split("_")[-1]


@pytest.fixture
def family(site, tmp_path, matter):
    """A story of two papers, which an import joined; what its texts, papers and headlines are called after."""
    rows = [
        {"outlet": f"{matter} Herald", "headline": f"First told by {matter}", "published_on": "2026-03-01"},
        {"outlet": f"{matter} Courier", "headline": f"Told again by {matter}", "published_on": "2026-03-02"},
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row | {"text": MATTERS[matter][0]}) + "\n" for row in rows))
    site.manage("import_articles", str(file))
    return matter


def told(site, headline, field):
    return site.manage("shell", "-v0", "-c", FIND.format(headline, field)).strip()


def open_story(site, page, town):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/stories/{told(site, f'First told by {town}', 'story.slug')}/")


def mend_link(page, town):
    return page.get_by_role("link", name=f"Mend the version of {town} Courier")


def stands_alone(site, town):
    headlines = (f"First told by {town}", f"Told again by {town}")
    slugs = {told(site, headline, "story.slug") for headline in headlines}
    return len(slugs) > 1


def test_a_wrong_join_is_mended_by_mouse(site, page, family):
    open_story(site, page, family)
    hand = Mouse(page)

    hand.click(mend_link(page, family))
    hand.click(page.get_by_role("button", name="Not a version of this"))

    expect(page.get_by_role("heading", level=1)).to_have_text(f"Told again by {family}")
    expect(page.locator("#messages")).to_contain_text("A story of its own")
    assert hand.acts == 2
    assert stands_alone(site, family)
    hand.click(page.locator("#messages").get_by_role("button", name="Undo"))
    expect(page.locator("#messages")).to_contain_text("Undone")
    assert not stands_alone(site, family)


def test_a_wrong_join_is_mended_by_keyboard(site, page, family):
    open_story(site, page, family)
    hand = Keyboard(page)

    hand.go_to(mend_link(page, family), most=90)
    hand.press("Enter")
    button = page.get_by_role("button", name="Not a version of this")
    hand.go_to(button, most=12)
    hand.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(f"Told again by {family}")
    assert stands_alone(site, family)


def test_a_wrong_join_is_mended_without_javascript(site, page_without_javascript, family):
    page = page_without_javascript
    open_story(site, page, family)

    mend_link(page, family).click()
    page.get_by_role("button", name="Not a version of this").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Told again by {family}")
    page.get_by_role("link", name="Join or split").click()
    page.get_by_label("Another story, by words in it").fill(f"told {family}")
    page.get_by_role("button", name="Find the story").click()
    page.get_by_role("button", name=f"Join with this story “First told by {family}”").click()

    expect(page.locator("#messages")).to_contain_text("Joined")
    assert not stands_alone(site, family)


@pytest.fixture
def statement(site, family):
    """The address of a statement that was marked a day ago, by an editor who misspelt who said it."""
    mark = f"""
from datetime import timedelta
from django.utils import timezone
from django.contrib.auth.models import User
from factcheck.articles.models import Article
from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Statement
from factcheck.claims.name_source import name_source
from factcheck.compare import Span
article = Article.objects.get(headline="First told by {family}")
editor = User.objects.get(username="editor")
who = name_source("Chair of {family}", kind="person", story=article.story, editor=editor)
start = article.text.index("{MATTERS[family][1]}")
one = mark(article, span=Span(start, start + {len(MATTERS[family][1])}), manner="indirect", source=who, editor=editor)
Statement.objects.filter(pk=one.pk).update(created_at=timezone.now() - timedelta(days=1))
print(one.pk)
"""
    return f"{site.url}/desk/statements/{site.manage('shell', '-v0', '-c', mark).strip()}/"


def must_be_corrected(page, town):
    expect(page.locator("#messages")).to_contain_text("Corrected")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Chairwoman of {town}")
    expect(page.locator("blockquote mark").first).to_have_text(MATTERS[town][2])


def test_a_statement_is_corrected_after_a_day_by_mouse(site, page, family, statement):
    site.sign_in(page, "reviewer")
    page.goto(statement)
    hand = Mouse(page)

    hand.click(page.get_by_role("link", name="Correct"))
    page.get_by_label("The words").clear()
    hand.write(page.get_by_label("The words"), MATTERS[family][2])
    page.get_by_label("Who says so").clear()
    hand.write(page.get_by_label("Who says so"), f"Chairwoman of {family}")
    hand.click(page.get_by_role("button", name="Save the correction"))

    must_be_corrected(page, family)
    hand.click(page.locator("#messages").get_by_role("button", name="Undo"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Chair of {family}")


def test_a_statement_is_corrected_after_a_day_by_keyboard(site, page, family, statement):
    site.sign_in(page, "reviewer")
    page.goto(statement)
    hand = Keyboard(page)

    hand.go_to(page.get_by_role("link", name="Correct"), most=60)
    hand.press("Enter")
    hand.go_to(page.get_by_label("The words"), most=40)
    hand.press("ControlOrMeta+a")
    hand.write(MATTERS[family][2])
    hand.go_to(page.get_by_label("Who says so"), most=4)
    hand.press("ControlOrMeta+a")
    hand.write(f"Chairwoman of {family}")
    hand.press("Enter")

    must_be_corrected(page, family)


def test_a_statement_is_corrected_after_a_day_without_javascript(site, page_without_javascript, family, statement):
    page = page_without_javascript
    site.sign_in(page, "reviewer")
    page.goto(statement)

    page.get_by_role("link", name="Correct").click()
    page.get_by_label("The words").fill(MATTERS[family][2])
    page.get_by_label("Who says so").fill(f"Chairwoman of {family}")
    page.get_by_role("button", name="Save the correction").click()

    must_be_corrected(page, family)
