"""Rows of a file, two good ones and a bad one; a command run; and all that is stored."""

import io

from django.core.management import call_command

from factcheck.articles.models import Article, Fingerprint, ImportBatch, Outlet, Story

TEXT = (
    "The river rose by two metres overnight, and the council closed the old bridge at dawn.\n\n"
    "Engineers said the pillars held. “We saw no cracks,” the chief engineer told reporters on Monday."
)
GOOD = {"text": TEXT, "outlet": "The Herald", "url": "https://herald.example/bridge"}
OTHER = {"text": "Snow fell on the pass in June, the first in forty years.", "outlet": "The Courier"}
BAD = {"text": "A note from nowhere.", "published_on": "2019-02-30", "headline": "Note\ud800"}


def run(command, *words):
    target = io.StringIO()
    call_command(command, *map(str, words), stdout=target)
    return target.getvalue()


def everything():
    return [list(model.objects.order_by("pk").values()) for model in (Article, Story, Outlet, Fingerprint, ImportBatch)]
