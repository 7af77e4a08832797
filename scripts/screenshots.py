"""Pictures of the demonstration's main pages, on a phone and on a desk, for people to look at.

python -m scripts.screenshots [FOLDER] [--dark]     every page, into .build/screenshots if no folder is named
python -m scripts.screenshots --readme              docs/compare.png, the one picture of README
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import launch
from scripts.serving import ROOT, Site, serve

STORY = "where-could-maduro-run"
CLAIM = "in-february-2019-plans-were-being-made-for-maduro-to-leave-venezuela"
IN_REVIEW = "turkey-offered-to-take-in-nicolas-maduro-as-a-last-recourse"
COMPARE = f"/desk/stories/{STORY}/compare/?original=2&version=3"
PAGES = [  # name, path, and who looks at it (nobody: a reader without an account)
    ("home", "/", None),
    ("verdict", f"/verdicts/{CLAIM}/", None),
    ("verdict-first-revision", f"/verdicts/{CLAIM}/revisions/1/", None),
    ("verdict-changes", f"/verdicts/{CLAIM}/revisions/2/changes/", None),
    ("claims", "/claims/", None),
    ("claim", f"/claims/{CLAIM}/", None),
    ("story", f"/stories/{STORY}/", None),
    ("source", "/sources/andrey-klimov/", None),
    ("corrections", "/corrections/", None),
    ("methodology", "/methodology/", None),
    ("not-found", "/no-such-page/", None),
    ("login", "/login/", None),
    ("desk", "/desk/", "reviewer"),
    ("desk-articles", "/desk/articles/", "editor"),
    ("desk-article", "/desk/articles/2/", "editor"),
    ("desk-story", f"/desk/stories/{STORY}/", "editor"),
    ("desk-compare", COMPARE, "editor"),
    ("desk-claims", "/desk/claims/", "editor"),
    ("desk-claim", f"/desk/claims/{CLAIM}/", "editor"),
    ("desk-verdicts", "/desk/verdicts/", "editor"),
    ("desk-verdict", f"/desk/verdicts/{IN_REVIEW}/", "editor"),
    ("desk-verdict-review", f"/desk/verdicts/{IN_REVIEW}/", "reviewer"),
    ("desk-account", "/desk/account/", "editor"),
    ("desk-second-step", "/desk/account/second-step/", "editor"),
    ("desk-people", "/desk/people/", "administrator"),
    ("desk-messages", "/desk/messages/", "editor"),
    ("desk-messages-preferences", "/desk/messages/preferences/", "editor"),
    ("desk-ledger", "/desk/ledger/", "reviewer"),
    ("admin", "/admin/", "administrator"),
    ("admin-articles", "/admin/articles/article/", "administrator"),
]
SIZES = [(390, 844), (1280, 900)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / ".build" / "screenshots")
    parser.add_argument("--dark", action="store_true", help="as a reader with a dark screen sees them")
    parser.add_argument("--readme", action="store_true", help="the picture of README only")
    options = parser.parse_args()
    with demonstration() as (site, browser):
        if options.readme:
            picture_for_readme(site, browser)
        else:
            picture_all(site, browser, options.folder, "dark" if options.dark else "light")


@contextmanager
def demonstration() -> Iterator[tuple[Site, Browser]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder), f"sqlite:///{folder}/site.sqlite3") as site,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        yield site, browser
        browser.close()


def picture_all(site: Site, browser: Browser, folder: Path, scheme: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for role in dict.fromkeys(role for _, _, role in PAGES):
        page = open_page(site, browser, role, scheme)
        for name, path, _ in (one for one in PAGES if one[2] == role):
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                status = page.goto(site.url + path).status
                file = folder / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                print(f"{status} {path}  {overflow(page, width)} {file}")
        page.context.close()


def picture_for_readme(site: Site, browser: Browser) -> None:
    page = open_page(site, browser, "editor", "light")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.url + COMPARE)
    file = ROOT / "docs" / "compare.png"
    file.parent.mkdir(exist_ok=True)
    page.screenshot(path=file)
    page.context.close()
    print(f"{file} ({file.stat().st_size // 1000} kB)")


def open_page(site: Site, browser: Browser, role: str | None, scheme: str) -> Page:
    page = browser.new_context(color_scheme=scheme, locale="en-GB", timezone_id="UTC").new_page()
    if role:
        site.sign_in(page, role)
    return page


def overflow(page: Page, width: int) -> str:
    """A warning where the page is wider than its window."""
    actual = page.evaluate("document.documentElement.scrollWidth")
    return f"WIDER THAN THE WINDOW: {actual} px of {width}" if actual > width else ""


if __name__ == "__main__":
    main()
