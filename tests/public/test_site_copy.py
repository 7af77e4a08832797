"""The public site as files: whole, taking over what did not change, and never half of one state and half of another."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import CommandError, call_command
from lxml import html

from factcheck.claims.models import Source
from factcheck.public import site_copy
from factcheck.public.kept_pages import forget_pages
from tests.factories import ArticleFactory
from tests.public.reading import PAGE
from tests.public.test_access import ADDRESSES

SITE = "https://desk.example"
STATIC = "/static/"


@pytest.fixture
def copy(tmp_path, settings):
    """Copy the site, and say what the command says: `copy()`; `copy.folder` holds the files."""
    settings.SITE_URL, settings.ALLOWED_HOSTS, settings.STATIC_ROOT = SITE, ["desk.example"], tmp_path / "collected"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "style.css").write_text("p { color: black }")

    def run():
        call_command("export_site", str(run.folder), stdout=(said := StringIO()))
        return said.getvalue()

    run.folder = tmp_path / "copies" / "outage"
    return run


def numbers(said):
    return [int(number) for number in re.findall(r"(\d+) (?:addresses|as|no)", said)]


def file_at(folder, address):
    """The file that a plain web server answers an address with."""
    path = urlsplit(address).path
    return folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")


def test_every_page_for_readers_has_its_copy(corrected, copy, client):
    copy()

    for address in ADDRESSES:
        if "?" not in address:
            served = client.get(address, headers={"Host": "desk.example"}, secure=True)
            assert file_at(copy.folder, address).read_bytes() == served.content, address
    assert (copy.folder / "static" / "style.css").exists()


def test_whatever_a_copied_page_leads_to_is_copied_too(corrected, copy):
    copy()

    for file in copy.folder.rglob("*.html"):
        if "@" in file.name:
            continue
        base = f"{SITE}/{file.relative_to(copy.folder).parent.as_posix()}/".replace("/./", "/")
        for link in html.parse(str(file)).xpath("//a/@href"):
            address = urlsplit(urljoin(base, link))
            if (
                address.netloc == "desk.example"
                and not address.query
                and not address.path.startswith(("/desk/", "/login/"))
            ):
                assert file_at(copy.folder, address.path).is_file(), f"{file}: {link}"


def test_numbered_pages_of_lists_are_copied_and_answers_to_questions_are_not(corrected, copy, monkeypatch):
    monkeypatch.setattr("factcheck.public.views.machines.PART_OF_FEED", 1)

    copy()
    copy()  # what is the same as before names no other page in its headers

    assert (copy.folder / "claimreview.json@page=1.json").is_file()
    assert not list(copy.folder.rglob("*@q=*"))


def test_what_nobody_but_the_desk_may_see_is_not_copied(corrected, copy):
    copy()

    names = {path.name for path in copy.folder.iterdir()}
    assert not names & {"desk", "admin", "login", "logout"}


def test_a_second_copy_takes_over_what_did_not_change(corrected, copy):
    [first, _, _] = numbers(copy())
    page = file_at(copy.folder, PAGE).stat().st_ino

    [written, same, gone] = numbers(copy())

    assert (written + same, gone) == (first, 0)
    assert written < first / 4  # what is made anew at each asking gives no ETag
    assert file_at(copy.folder, PAGE).stat().st_ino == page


def test_the_next_copy_says_what_changed_and_drops_what_is_gone(corrected, copy):
    copy()
    older = copy.folder.resolve()

    Source.objects.filter(slug="anna-brandt").update(slug="anna-b-brandt")

    assert numbers(copy())[2] > 0
    assert "anna-b-brandt" in {path.name for path in (copy.folder / "sources").iterdir()}
    assert not (copy.folder / "sources" / "anna-brandt").exists()
    assert not older.exists()


def test_readers_have_the_copy_before_until_the_new_one_is_whole(corrected, copy, monkeypatch):
    copy()
    ArticleFactory()
    monkeypatch.setattr(site_copy.Copy, "lead_here", lambda *_: pytest.fail("interrupted"))

    with pytest.raises(pytest.fail.Exception):
        copy()

    assert file_at(copy.folder, PAGE).is_file()
    assert [path.name for path in copy.folder.parent.iterdir() if path.is_dir() and not path.is_symlink()] == [
        copy.folder.resolve().name
    ]


def test_a_page_that_cannot_be_made_stops_the_copy_and_is_named(corrected, copy, monkeypatch, settings):
    copy()
    settings.KEEPS_PAGES = False
    forget_pages()
    monkeypatch.setattr("factcheck.public.views.verdicts.claim_rows", lambda _: 1 / 0)

    with pytest.raises(CommandError, match="cannot answer / just now"):
        copy()

    assert file_at(copy.folder, PAGE).is_file()


def test_a_folder_that_is_no_copy_is_left_alone(corrected, copy):
    copy.folder.mkdir(parents=True)
    (copy.folder / "precious").write_text("")

    with pytest.raises(CommandError, match="is no copy of the site"):
        copy()

    assert (copy.folder / "precious").exists()


def test_without_collected_files_it_says_what_to_do(corrected, copy, settings):
    settings.STATIC_ROOT = Path(settings.STATIC_ROOT) / "nowhere"

    with pytest.raises(CommandError, match="collectstatic"):
        copy()
