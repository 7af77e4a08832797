"""Marking statements in a real browser: any selection is anchored where it stands, by mouse, key or suggestion."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from tests.browser.selecting import drag_over

TEXT = (
    "The bridge 🌉 is safe, the mayor said. The bridge 🌉 is safe, the engineer said.\n\n"
    "قال الوزير إن الجسر آمن تماما.\n\n"
    "Ana Torres, who chairs the committee, said the repairs took too long. Nobody else spoke about them."
)


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    """Where the article with all that is hard to select is read."""
    file = tmp_path_factory.mktemp("marking") / "bridge.jsonl"
    row = {"url": "https://bridge.example/marked", "outlet": "Bridge News", "headline": "A bridge", "text": TEXT}
    file.write_text(json.dumps(row) + "\n")
    site.manage("import_articles", str(file))
    found = f"from factcheck.articles.models import Article; print(Article.objects.get(url='{row['url']}').pk)"
    return f"{site.url}/desk/articles/{site.manage('shell', '-v0', '-c', found).strip()}/"


@pytest.fixture
def reading(site, page, address):
    site.sign_in(page, "editor")
    page.goto(address)
    return page


def save(page, source):
    page.get_by_label("Who says so").fill(source)
    page.get_by_role("button", name="Mark as statement").click()


@pytest.mark.parametrize("words", ["the engineer said", "إن الجسر آمن", "Nobody else spoke"])
def test_words_selected_by_mouse_are_marked_where_they_stand(reading, words):
    drag_over(reading, "[data-article-text]", words)
    save(reading, "Somebody")

    expect(reading.locator("mark", has_text=words)).to_have_count(1)


def test_a_selection_over_two_paragraphs_is_marked_in_both(reading):
    reading.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll("[data-article-text] p");
          const range = document.createRange();
          range.selectNodeContents(second);
          range.setStart(first, first.childNodes.length - 1);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    save(reading, "Two voices")

    expect(reading.locator("[data-article-text] .passage:nth-child(1) mark").last).to_be_visible()
    expect(reading.locator("[data-article-text] .passage:nth-child(2) mark").first).to_be_visible()


def test_sentences_are_selected_with_arrow_keys_alone(reading):
    reading.locator("[data-article-text]").focus()
    reading.keyboard.press("ArrowDown")
    reading.keyboard.press("ArrowDown")

    expect(reading.locator("[data-selection]")).to_have_text("The bridge 🌉 is safe, the engineer said.")
    reading.keyboard.press("Shift+ArrowUp")
    expect(reading.locator("[data-selection]")).to_contain_text("the mayor said. The bridge")
    reading.keyboard.press("Enter")
    expect(reading.get_by_label("Who says so")).to_be_focused()


@pytest.mark.parametrize(
    ("sentence", "keys", "words"),
    [
        (2, ["ArrowRight"] * 3 + ["Shift+ArrowLeft"] * 3, "safe, the"),
        (3, ["Shift+ArrowLeft"] * 2 + ["ArrowRight"], "الوزير إن الجسر آمن"),
        (4, ["Shift+ArrowLeft"] * 12 + ["Shift+ArrowRight"], "Ana Torres"),
    ],
)
def test_words_of_a_sentence_are_selected_with_arrow_keys_alone(reading, sentence, keys, words):
    reading.keyboard.press("t")
    for key in ["ArrowDown"] * sentence + keys:
        reading.keyboard.press(key)

    expect(reading.locator("[data-selection]")).to_have_text(words)


def test_marking_by_key_goes_on_in_the_text_and_is_undone_by_key(reading):
    marked = reading.get_by_role("listitem").filter(has_text="The minister")
    for key in ["t", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"]:
        reading.keyboard.press(key)
    reading.keyboard.type("The minister")
    reading.keyboard.press("Enter")
    expect(marked).to_have_count(1)
    expect(reading.locator("[data-article-text]")).to_be_focused()
    reading.keyboard.press("ArrowDown")
    expect(reading.locator("[data-selection]")).to_contain_text("Ana Torres")

    reading.keyboard.press("u")

    expect(reading.get_by_text("Undone.")).to_be_visible()
    expect(marked).to_have_count(0)


def test_a_field_that_is_wrong_is_where_the_keyboard_goes_on(reading):
    for key in ["t", "ArrowDown", "ArrowDown", "Enter", "Tab"]:
        reading.keyboard.press(key)
    expect(reading.get_by_label("Claim", exact=True)).to_be_focused()

    reading.keyboard.press("Enter")

    expect(reading.get_by_text("Say who speaks")).to_be_visible()
    expect(reading.get_by_label("Who says so")).to_be_focused()
    expect(reading.locator("[data-selection]")).to_have_text("The bridge 🌉 is safe, the engineer said.")


def test_what_is_typed_stays_while_a_suggestion_is_accepted(reading):
    drag_over(reading, "[data-article-text]", "spoke about them")
    reading.get_by_label("Who says so").fill("Somebody else")
    reading.locator("#spotted-1").get_by_role("button", name="Accept").click()

    expect(reading.get_by_text("Marked as a statement.")).to_be_visible()
    expect(reading.get_by_label("Who says so")).to_have_value("Somebody else")
    expect(reading.locator("[data-selection]")).to_have_text("spoke about them")


def test_a_suggestion_is_accepted_with_one_key(reading):
    before = reading.locator("[data-article-text] mark").count()
    reading.locator("h1").click()
    reading.keyboard.press("n")
    suggested = reading.locator("#spotted-1 .words").text_content()
    reading.keyboard.press("a")

    expect(reading.get_by_text("Marked as a statement.")).to_be_visible()
    expect(reading.locator("mark", has_text=suggested.strip()).first).to_be_visible()
    assert reading.locator("[data-article-text] mark").count() > before


def test_a_suggestion_is_dismissed_with_one_key_for_good(reading):
    reading.locator("h1").click()
    reading.keyboard.press("n")
    suggested = reading.locator("#spotted-1 .words").text_content()
    reading.keyboard.press("x")

    expect(reading.get_by_text("It is not suggested again.")).to_be_visible()
    reading.reload()
    expect(reading.locator("[id^=spotted-] .words", has_text=suggested.strip())).to_have_count(0)


def test_words_that_are_edited_first_come_into_sight_in_the_article(site, page):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/articles/2/")
    page.locator("[id^=spotted-]").last.get_by_role("link", name="Edit first").click()

    expect(page.locator("#chosen")).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_button_that_marks_is_in_sight_once_words_are_chosen(reading):
    reading.set_viewport_size({"width": 390, "height": 700})
    drag_over(reading, "[data-article-text]", "spoke about them")

    expect(reading.get_by_role("button", name="Mark as statement")).to_be_in_viewport(ratio=1)


def test_selecting_what_a_suggestion_covers_takes_over_what_it_knows(site, page):
    site.sign_in(page, "editor")
    page.goto(f"{site.url}/desk/articles/2/")
    known = page.locator("[data-suggestion]:has([name=source]:not([value='']))").first
    words, source = (known.locator(f"[name={name}]").input_value() for name in ("exact", "source"))

    drag_over(page, "[data-article-text]", words)

    expect(page.get_by_label("Who says so")).to_have_value(source)
    drag_over(page, "[data-article-text]", "a ruined economy")
    expect(page.get_by_label("Who says so")).to_have_value("")


def test_the_reading_page_fits_a_phone(site, phone, address):
    site.sign_in(phone, "editor")
    phone.goto(address)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
