"""Asking for a page by its address: a background task fetches it, keeps it as received, and takes its article in.

The row tells how far it has come, and why it ended where it did.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.formats.page import read_page
from factcheck.articles.intake.batches import import_article
from factcheck.articles.intake.report import in_a_sentence
from factcheck.articles.models import Page
from factcheck.articles.reading.findings import CONTROL
from factcheck.articles.web.connection import FetchRefused
from factcheck.articles.web.fetch import PLAIN, Fetched, fetch
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record

FETCHED = noted("the page was fetched from there")
BROKEN = noted(
    "Something broke here while the page was taken in. Try again; if it happens again, tell an administrator."
)


def ask_for(url: str, *, editor: User) -> Page:
    """Have the page at an address fetched and its article taken in, now or as soon as a worker is free."""
    page = Page.objects.create(url=url, fetched_by=editor)
    fetch_page.enqueue(page.pk)
    page.refresh_from_db()
    return page


@task
def fetch_page(key: int) -> None:
    """Fetch a page that waits. One that does not is left alone, so that a task done twice does nothing twice."""
    page = Page.objects.select_related("fetched_by").get(pk=key)
    if not page.is_waiting:
        return
    try:
        fetched = fetch(page.url)
        _keep(page, fetched)
        _take_in(page, fetched)
    except (FetchRefused, ImportRefused) as refusal:
        _refuse(page, str(refusal))
    except Exception:
        _refuse(page, BROKEN)
        raise


@transaction.atomic
def _keep(page: Page, fetched: Fetched) -> None:
    page.final_url, page.status, page.headers = fetched.url, fetched.status, fetched.headers
    page.body, page.sha256, page.robots = fetched.body, fetched.sha256, fetched.robots
    page.state, page.fetched_at = Page.State.FETCHED, timezone.now()
    page.save()
    record("page.fetched", actor=page.fetched_by, on=page, address=fetched.url, sha256=fetched.sha256)


@transaction.atomic
def _take_in(page: Page, fetched: Fetched) -> None:
    row = import_article(_incoming(fetched), actor=page.fetched_by)
    page.article, page.outcome, page.state = row.article, in_a_sentence(row), Page.State.IMPORTED
    page.save(update_fields=["article", "outcome", "state"])


def _refuse(page: Page, sentence: str) -> None:
    page.state, page.error = Page.State.REFUSED, CONTROL.sub("", sentence)
    page.save(update_fields=["state", "error"])


def _incoming(fetched: Fetched) -> Incoming:
    if fetched.kind != PLAIN:
        return read_page(fetched.body, address=fetched.url, charset=fetched.charset, because=FETCHED)
    text, encoding = decode(fetched.body)
    return Incoming(received=text, url=fetched.url, encoding=encoding, is_page=True, because={"url": FETCHED})
