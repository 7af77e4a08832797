"""Whatever stands in a text, a name or a file, no page runs it, loads what it names or takes it for markup."""

from __future__ import annotations

import json

import pytest

from scripts.serving import serve
from tests.browser import hostile_texts
from tests.browser.conftest import RETRIES, opened, watch

ADDRESSES = "from tests.browser.addresses import all_addresses; print(all_addresses())"
LOAD = "from tests.browser import hostile_texts; hostile_texts.load()"
ARTICLES = "from factcheck.articles.models import Article; print(*Article.objects.values_list('pk', flat=True))"
REPORTS = "from factcheck.operation.models import PolicyReport; print(PolicyReport.objects.count())"
RAN = f"window.ran || document.querySelectorAll('.{hostile_texts.MARK}').length"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    fill = ("shell", "-v0", "-c", LOAD)
    with serve(folder, f"sqlite:///{folder}/site.sqlite3", settings="tests.browser.settings", fill=fill) as site:
        yield site


def test_nothing_that_a_text_or_a_file_holds_is_run(site, browser, tmp_path):
    files = [str(path) for path in hostile_texts.files(tmp_path)]
    site.manage("import_articles", "--keep-going", "--outlet", "The Lock Courier", *files)
    articles = [f"/desk/articles/{key}/" for key in site.manage("shell", "-v0", "-c", ARTICLES).split()]

    with opened(browser) as page:
        dialogs = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        site.sign_in(page, "administrator")
        told = json.loads(site.manage("shell", "-v0", "-c", ADDRESSES))
        reported = site.manage("shell", "-v0", "-c", REPORTS)  # some stand behind a page that shows them
        ran = [address for address in [*articles, *told["of_the_desk"]] if runs(page, site.url + address)]
        page.goto("about:blank")  # or a picture of the last page is asked for without its cookies
        page.context.clear_cookies()
        ran += [address for address in told["of_readers"] if runs(page, site.url + address)]

    assert not ran
    assert not dialogs
    assert site.manage("shell", "-v0", "-c", REPORTS) == reported


def runs(page, url):
    """Whether a payload ran on the page, or became an element of it."""
    answer = page.request.get(url, max_retries=RETRIES)
    if not answer.headers.get("content-type", "").startswith("text/html") or not answer.body():
        return False
    page.goto(url)
    return bool(page.evaluate(RAN))


def test_what_would_run_is_seen(browser):
    with browser.new_context() as context:
        page = context.new_page()
        watch(page)
        page.set_content(f"<p>{hostile_texts.PAYLOADS[3]}</p>")
        page.wait_for_function("window.ran")

        assert page.evaluate(RAN)
