"""Pages of a real browser on a real server. A script error, a broken policy or a failing server fails the test.

The server has a database of its own and keeps what a journey did: journeys use their own claims and verdicts.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from scripts.browser import launch
from scripts.postgres import own_database
from scripts.serving import serve
from tests.browser.hands import WAYS

HERE = Path(__file__).parent
PATIENCE = 60_000  # ms: a journey waits for what it needs, and a busy machine is no fault of the product
RETRIES = 3  # of an address asked for by itself: a server ends connections that were idle, and both sides may be right
NEVER_MISSING = {"stylesheet", "script", "image", "font", "manifest"}


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: HERE not in item.path.parents)  # the slow ones first, while both processes have work
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    """The demonstration, served: `site.url`, `site.manage("command", …)`, `site.sign_in(page, "editor")`."""
    folder = tmp_path_factory.mktemp("site")
    with ExitStack() as stack:
        database = os.environ.get("DATABASE_URL", "")
        if database.startswith("postgres"):
            database = stack.enter_context(own_database(database, f"factcheck_journeys_{os.getpid()}"))
        else:
            database = f"sqlite:///{folder}/site.sqlite3"
        yield stack.enter_context(serve(folder, database, settings="tests.browser.settings"))


@pytest.fixture(scope="package")
def browser():
    # A package's, not the session's: while Playwright runs, Django refuses this thread its database.
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, site):
    with opened(browser, viewport={"width": 1280, "height": 900}) as page:
        yield page


@pytest.fixture
def editing(site, page):
    """A page on which the editor is signed in."""
    site.sign_in(page, "editor")
    return page


@pytest.fixture
def phone(browser, site):
    with opened(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        yield page


@pytest.fixture
def page_without_javascript(browser, site):
    with opened(browser, viewport={"width": 1280, "height": 900}, java_script_enabled=False) as page:
        yield page


@pytest.fixture(params=WAYS)
def hand(request):
    """A hand on a page, in each of the ways in which people work: its `page` and its count of `acts`."""
    kind, browsing = WAYS[request.param]
    return kind(request.getfixturevalue(browsing), has_scripts=browsing == "page")


@contextmanager
def opened(browser, **options):
    """A page in a context of its own; ends with a failure that names all that went wrong in it."""
    context = browser.new_context(locale="en-GB", timezone_id="UTC", **options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    faults = watch(page)
    try:
        yield page
    finally:
        context.close()
    assert not faults, "\n".join(faults)


def watch(page):
    """A list that fills with what goes wrong in the page: policy violations are console errors too."""
    faults = []

    def on_console(message):
        is_of_response = "the server responded with a status of" in message.text  # on_response judges these
        if message.type == "error" and not is_of_response:
            faults.append(f"console: {message.text}")

    def on_response(response):
        is_missing = response.status >= 400 and response.request.resource_type in NEVER_MISSING
        if response.status >= 500 or is_missing:
            faults.append(f"{response.status} from {response.url}")

    page.on("console", on_console)
    page.on("response", on_response)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    return faults
