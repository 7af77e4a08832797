"""A part of a page is written once, and anew where what it shows is another thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import override

from factcheck.claims.models.topics import TopicLink
from factcheck.public.kept_parts import forget_parts, kept_part
from factcheck.public.verdict_rows import VerdictRow
from tests.factories import ClaimFactory

ROW = VerdictRow(
    slug="he-left",
    claim_text="He left <early>.",
    kind="published",
    published_at=datetime(2019, 2, 14, 12, tzinfo=UTC),
    was_corrected=False,
    conclusion="He stayed.",
    rating_label="False",
    rating_colour="#aa0000",
    positions="[]",
    strips=None,
)


@pytest.fixture(autouse=True)
def anew():
    forget_parts()


def written(row):
    return kept_part("public/verdicts/row.html", {"row": row})


def test_the_same_row_is_written_once():
    assert written(ROW) is written(replace(ROW))


@pytest.mark.parametrize(
    "change",
    [{"claim_text": "He went."}, {"rating_label": "True"}, {"was_corrected": True}, {"kind": "retracted"}],
)
def test_a_row_that_says_another_thing_is_written_anew(change):
    before = written(ROW)

    assert written(replace(ROW, **change)) != before
    assert written(ROW) == before


def test_what_a_part_shows_is_escaped():
    assert "He left &lt;early&gt;." in written(ROW)


def test_a_part_is_written_in_each_language():
    english = written(ROW)

    with override("es"):
        assert written(ROW) is not english


def test_values_that_are_equal_and_say_another_thing_are_told_apart():
    assert kept_part("public/links.html", {"at": 1}) is not kept_part("public/links.html", {"at": True})


def test_a_part_is_not_kept_by_a_row_of_the_database(db):
    with pytest.raises(TypeError, match="A part is not kept by a Claim"):
        kept_part("public/links.html", {"value": ClaimFactory()})


def test_what_is_marked_as_safe_is_escaped_as_what_equals_it():
    topics = (TopicLink("a", "A"),)

    safe = kept_part("public/topics/chips.html", {"topics": topics, "beside": mark_safe("<b>")})

    assert safe is kept_part("public/topics/chips.html", {"topics": topics, "beside": "<b>"})


def test_whoever_works_on_the_templates_sees_each_change(settings):
    settings.KEEPS_PAGES = False

    assert written(ROW) is not written(ROW)
