from django.db import connection
from django.test.utils import CaptureQueriesContext


def test_no_page_that_a_reader_opens_writes_anything(corrected, client):
    addresses = [
        corrected.get_absolute_url(),
        *(revision.get_absolute_url() for revision in corrected.revisions.all()),
        f"{corrected.revisions.get(number=2).get_absolute_url()}changes/",
        corrected.claim.get_absolute_url(),
        "/stories/harbour-to-close/",
        "/sources/anna-brandt/",
        "/search/?q=harbour",
        "/record/",
        "/claimreview.json",
    ]

    with CaptureQueriesContext(connection) as asked:
        answers = {address: client.get(address).status_code for address in addresses}

    assert set(answers.values()) == {200}
    assert [q["sql"] for q in asked if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
