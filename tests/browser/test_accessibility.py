"""Every page of the site, as axe sees it in both themes and on two widths, and as somebody goes through it by Tab."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route

from scripts import npm
from scripts.serving import serve
from tests.browser.conftest import RETRIES, opened
from tests.browser.hands import SEEN

ADDRESSES = "from tests.browser.addresses import all_addresses; print(all_addresses())"
AXE = npm.MODULES / "axe-core" / "axe.min.js"
WIDE, PHONE, SMALLEST = (1280, 900), (390, 844), (320, 700)
NO_SUCH_PAGE = {"/admin/nowhere/", "/metrics", "/nowhere/"}  # the second is there for who sends a token
LOOKS = [  # beside light and wide, where every rule is asked: what another theme and another width can break
    ("dark", WIDE, ["color-contrast", "link-in-text-block"]),
    ("dark", PHONE, ["scrollable-region-focusable", "target-size"]),
]
OF_THE_FRAMEWORK = [  # rule, and where, in what Django's own templates and stylesheet lay out
    ["aria-prohibited-attr", ".help-tooltip"],  # a question mark is named by its label, and is no control
    ["target-size", "#changelist-filter"],  # the links of a filter are 20 pixels high, with as much between them
]
FIND_BROKEN_RULES = """async ([rules, exceptions]) => {
  document.getAnimations().forEach((animation) => animation.finish());
  const asked = rules ? { runOnly: rules } : {};
  const options = { ...asked, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
  const { violations } = await axe.run(document, options);
  const isExcepted = (rule, node) =>
    exceptions.some(([of, where]) => rule === of && document.querySelector(node.target[0])?.closest(where));
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isExcepted(id, node)).map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}"""
FIND_UNSEEN_STOPS = f"""() => {{
  const seen = {SEEN};
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isStop = (one) => one.checkVisibility({{ visibilityProperty: true }}) && !one.disabled && one.tabIndex >= 0;
  return [...document.querySelectorAll(stops)].filter(isStop).flatMap((stop) => {{
    stop.focus();
    return seen(stop)[1] || [];
  }});
}}"""


@dataclass(frozen=True)
class Visit:
    """What was seen of one page."""

    status: int
    broken_rules: list[str]
    unseen_stops: list[str]
    width: int  # px, in a window of the smallest width


@dataclass(frozen=True)
class Tour:
    """The pages of the site by their addresses, and what the addresses answered that hold none."""

    visits: dict[str, Visit]
    answers: dict[str, int]

    def must_have_no(self, faults):
        """Fail with a line for each of the `faults` of a visit."""
        found = [f"{address} {one}" for address, visit in self.visits.items() for one in getattr(visit, faults)]
        assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of its own: rows behind every address would be in the way of journeys."""
    folder = tmp_path_factory.mktemp("site")
    with serve(folder, f"sqlite:///{folder}/site.sqlite3", settings="tests.browser.settings") as site:
        yield site


@pytest.fixture(scope="module")
def tour(browser, site):
    npm.install()
    tour = Tour({}, {})
    with opened(browser) as page:
        page.context.add_init_script(path=AXE)
        site.sign_in(page, "administrator")
        told = json.loads(site.manage("shell", "-v0", "-c", ADDRESSES))
        for path in told["of_the_desk"]:
            call_at(site.url, path, page, tour)
        page.context.clear_cookies()
        for path in told["of_readers"]:
            call_at(site.url, path, page, tour)
        for path, words in told["faults"].items():
            page.route(site.url + path, partial(Route.fulfill, body=words, content_type="text/html"))
            tour.visits[path] = visit(page, site.url + path)
    return tour


def call_at(site, path, page, tour):
    """Visit what the address leads to, if it is a page that was not visited yet."""
    answer = page.request.get(site + path, max_retries=RETRIES)
    led_to = answer.url.removeprefix(site)
    is_page = answer.headers.get("content-type", "").startswith("text/html") and "<html" in answer.text()
    if not is_page:
        tour.answers[path] = answer.status
    elif led_to == path or urlsplit(led_to).path not in tour.visits:
        tour.visits[led_to] = visit(page, site + led_to)


def visit(page, url):
    look(page, "light", WIDE)
    status = page.goto(url).status
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    broken = page.evaluate(FIND_BROKEN_RULES, [None, OF_THE_FRAMEWORK])
    stops = page.evaluate(FIND_UNSEEN_STOPS) + unseen_parts_of_dates(page)
    for theme, size, rules in LOOKS:
        look(page, theme, size)
        broken += page.evaluate(FIND_BROKEN_RULES, [rules, OF_THE_FRAMEWORK])
    look(page, "light", SMALLEST)
    return Visit(status, broken, stops, page.evaluate("document.documentElement.scrollWidth"))


def unseen_parts_of_dates(page):
    """What a script cannot focus by itself: day, month, year and calendar of a field for a date."""
    found = []
    for field in page.locator("input[type='date'], input[type='datetime-local']").all():
        if field.is_visible():
            field.focus()
            while (seen := field.evaluate(SEEN))[0]:
                found += filter(None, seen[1:])
                page.keyboard.press("Tab")
    return found


def look(page, theme, size):
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))


def test_every_address_leads_to_a_page_that_is_visited_here_or_holds_none(tour):
    missing = {address for address, visit in tour.visits.items() if visit.status == 404}

    assert missing == NO_SUCH_PAGE, "tests/every_address.py names rows to open each page with"
    nowhere = {urlsplit(address).path for address, status in tour.answers.items() if status == 404}
    assert nowhere == {"/oembed"}, "it is asked for a page of a site at another port"
    assert set(tour.answers.values()) <= {200, 404, 405}


def test_axe_finds_nothing_on_any_page_in_both_themes_and_on_a_phone(tour):
    tour.must_have_no("broken_rules")


def test_whoever_goes_by_tab_sees_on_every_page_where_they_are(tour):
    tour.must_have_no("unseen_stops")


def test_no_page_scrolls_sideways_on_the_smallest_phone(tour):
    assert {address: visit.width for address, visit in tour.visits.items() if visit.width > SMALLEST[0]} == {}
