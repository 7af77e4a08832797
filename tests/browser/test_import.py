"""A long file goes in through the administrators' pages: looked at, imported but for its bad rows, mended, undone."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

ROWS = 500
BAD = {  # by the row's number: what is wrong with it, and what mends it
    20: ({"published_on": "2021-02-30"}, {"published_on": "2021-02-28"}),
    77: ({"url": "ftp://gazette.example/77"}, {"url": "https://gazette.example/77"}),
    150: ({"text": ""}, {"text": "The clerk of the lower valley resigned on Friday and gave no reason."}),
    201: ({"headline": "h" * 501}, {"headline": "A shorter headline"}),
    333: ({"url": "gopher://gazette.example/333"}, {"url": "https://gazette.example/333"}),
    402: ({"colour": "blue"}, {"colour": None}),
    499: ({"language": "english-english"}, {"language": "en"}),
}
WORDS = [
    "valley",
    "mill",
    "clerk",
    "sluice",
    "grain",
    "meeting",
    "paid",
    "without",
    "seven",
    "Thursday",
    "refused",
    "the",
]


@pytest.fixture
def file(tmp_path):
    chance = random.Random(7)
    path = tmp_path / "gazette.jsonl"
    with path.open("w") as target:
        for number in range(1, ROWS + 1):
            words = " ".join(chance.choices(WORDS, k=40))
            row = {"text": f"Number {number}: {words}.", "outlet": "The Valley Gazette", "headline": f"Notice {number}"}
            target.write(json.dumps({**row, **BAD.get(number, ({},))[0]}) + "\n")
    return path


@pytest.mark.browser_on_both
def test_a_long_file_with_bad_rows_is_imported_mended_and_undone(site, page, file, tmp_path):
    site.sign_in(page, "administrator")

    upload(page, site, file)
    read_the_preview(page)
    page.get_by_role("button", name="Discard the file").click()
    page.goto(f"{site.url}/admin/articles/outlet/?q=Valley+Gazette")
    expect(page.get_by_text("0 outlets")).to_be_visible()

    upload(page, site, file)
    page.get_by_role("button", name="Import the 493 good rows").click()
    expect(page.get_by_text("Imported gazette.jsonl: 7 refused, 493 created.")).to_be_visible()
    batch = page.url
    count_articles(page, site, 493)

    page.goto(batch)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the 7 refused rows").click()
    mended = mend(download.value, tmp_path)
    upload(page, site, mended)
    page.get_by_role("button", name="Import all rows").click()
    expect(page.get_by_text("7 created.").first).to_be_visible()
    count_articles(page, site, 500)

    page.goto(batch)
    page.get_by_role("button", name="Undo this import").click()
    expect(page.get_by_text("Undone: what gazette.jsonl created is gone")).to_be_visible()
    count_articles(page, site, 7)


def upload(page, site, path):
    page.goto(f"{site.url}/admin/")
    page.get_by_role("link", name="Import a file").first.click()
    page.get_by_label("File").set_input_files(path)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()


def read_the_preview(page):
    expect(page.get_by_text("7 refused, 493 created")).to_be_visible()
    for number, field in {20: "published_on", 77: "url", 150: "text", 201: "headline", 402: "colour"}.items():
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=f"row {number}", exact=True))
        expect(row.get_by_role("cell", name=field, exact=True)).to_be_visible()
    expect(page.get_by_text("“2021-02-30” is no date that exists. Write it as YYYY-MM-DD.")).to_be_visible()
    expect(page.get_by_text("The first 100 of 493.")).to_be_visible()


def mend(download, folder):
    assert download.suggested_filename == "gazette.jsonl.refused.jsonl"
    rows = map(json.loads, Path(download.path()).read_text().splitlines())
    mended = folder / download.suggested_filename
    with mended.open("w") as target:
        for row in rows:
            number = int(re.match(r"row (\d+)", row["refused"])[1])
            changed = {**row, **BAD[number][1]}
            target.write(json.dumps({name: value for name, value in changed.items() if value is not None}) + "\n")
    return mended


def count_articles(page, site, number):
    page.goto(f"{site.url}/admin/articles/outlet/?q=Valley+Gazette")
    row = page.get_by_role("row").filter(has_text="The Valley Gazette")
    expect(row.get_by_role("cell").last).to_have_text(str(number))
