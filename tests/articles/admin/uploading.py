"""Giving a file to the administrators' pages, and reading what they say of it."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.articles.models import ImportBatch

UPLOAD = reverse("admin:articles_importbatch_upload")
CHANGELIST = reverse("admin:articles_importbatch_changelist")


def upload(client, rows, name="rows.json"):
    content = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)}, follow=True)


def shown(response, kind):
    """The rows of one kind that the page of a batch shows."""
    return next((group.rows for group in response.context["page"].groups if group.outcome == kind), [])


def outcomes(response):
    rows = [(row.place, group.outcome, row.field) for group in response.context["page"].groups for row in group.rows]
    return [(int(place.removeprefix("row ")), kind, field) for place, kind, field in rows]


def decide(client, decision):
    batch = ImportBatch.objects.latest("pk")
    address = reverse("admin:articles_importbatch_preview", args=[batch.pk])
    return client.post(address, {decision: "yes"}, follow=True)
