"""Pages in the larger letters, or with the wider spaces, that people set for themselves (WCAG 1.4.4 and 1.4.12)."""

import pytest

from tests.browser.conftest import opened

WIDE, PHONE = (1280, 900), (390, 844)
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
"""
STYLES = {"spaced": (SPACED, WIDE), "spaced on a phone": (SPACED, PHONE), "large": ("html { font-size: 200% }", WIDE)}
COMPARED = "stories/where-could-maduro-run/compare/?original=2&version=3"
FOR_READERS = ["/", "/claims/", "/search/?q=maduro", "/stories/where-could-maduro-run/", f"/{COMPARED}", "/report/"]
AT_THE_DESK = ["/desk/", "/desk/articles/2/", "/desk/claims/", f"/desk/{COMPARED}", "/desk/search/?q=maduro"]
# A sheet that a script makes is one that the policy lets in. What ends in dots by design is whole where it leads.
FIND_LOST_WORDS = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
  const { scrollWidth, clientWidth } = document.documentElement;
  const isCut = (size, room, overflow) => size > room + 1 && ["hidden", "clip"].includes(overflow);
  const holdsWords = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const cut = [...document.body.querySelectorAll("*")].filter((one) => {
    const { clipPath, overflowX, overflowY, textOverflow } = getComputedStyle(one);
    if (clipPath !== "none" || textOverflow === "ellipsis" || !one.checkVisibility() || !holdsWords(one)) return false;
    return isCut(one.scrollWidth, one.clientWidth, overflowX) || isCut(one.scrollHeight, one.clientHeight, overflowY);
  });
  const wide = scrollWidth > clientWidth ? [`${scrollWidth} pixels wide`] : [];
  return [...wide, ...cut.map((one) => `cuts ${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 40)}`)];
}"""


@pytest.fixture(scope="module")
def lost_words(browser, site):
    """What no longer fits on each page, by the way that a person looks at it."""
    lost = {name: [] for name in STYLES}
    with opened(browser) as page:
        look_at(page, site, [*FOR_READERS, *verdicts_on(page, site)], lost)
        site.sign_in(page, "editor")
        look_at(page, site, [*AT_THE_DESK, *verdicts_on(page, site, at="/desk/verdicts/")], lost)
    return lost


def verdicts_on(page, site, at="/"):
    """The address of the first verdict of a list."""
    page.goto(site.url + at)
    link = page.get_by_role("main").locator("a[href*='/verdicts/'][href$='/']:not([href$='/verdicts/'])").first
    return [link.get_attribute("href")]


def look_at(page, site, addresses, lost):
    for address in addresses:
        page.goto(site.url + address)
        for name, (rules, (width, height)) in STYLES.items():
            page.set_viewport_size({"width": width, "height": height})
            lost[name] += [f"{address} {one}" for one in page.evaluate(FIND_LOST_WORDS, rules)]


@pytest.mark.parametrize("style", STYLES)
def test_no_page_loses_words_or_scrolls_sideways(lost_words, style):
    assert not lost_words[style]
