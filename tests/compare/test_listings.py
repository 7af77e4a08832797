"""Lists in two texts: under which heading and with which number an item stands."""

import pytest

from factcheck.compare import EditKind, Severity, compare


def severities(original, version):
    return {row.severity for row in compare(original, version).rows}


@pytest.mark.parametrize(
    ("original", "version"),
    [
        (
            "Saved:\nOrla Dask, 31\nIvo Renn, 44\nLost:\nPer Hale, 52",
            "Saved:\nOrla Dask, 31\nLost:\nIvo Renn, 44\nPer Hale, 52",
        ),
        ("Against:\n• Tarn\n• Orvia\nFor:\n• Norland", "For:\n• Tarn\n• Orvia\nAgainst:\n• Norland"),
        ("1. Tarn\n2. Orvia\n3. Norland", "1. Orvia\n2. Tarn\n3. Norland"),
    ],
    ids=["item", "headings", "ranks"],
)
def test_an_item_under_another_heading_is_another_fact(original, version):
    for one, other in ((original, version), (version, original)):
        rows = compare(one, other).rows

        assert {row.kinds for row in rows if row.severity is Severity.SUBSTANTIVE} == {frozenset({EditKind.FACT})}
        assert all(row.moved for row in rows if row.severity is Severity.SUBSTANTIVE)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Saved:\nOrla Dask, 31\nIvo Renn, 44", "Saved:\nIvo Renn, 44\nOrla Dask, 31"),
        ("• Tarn\n• Orvia", "– Tarn\n– Orvia"),
        ("1. Tarn\n2. Orvia", "Tarn\nOrvia"),
        ("Lost:\nPer Hale, 52\n\nThe guild mourns.", "The guild mourns.\n\nLost:\nPer Hale, 52"),
    ],
    ids=["order", "marks", "numbers", "moved whole"],
)
def test_a_list_in_another_lay_out_is_not(original, version):
    assert severities(original, version) <= {None, Severity.STYLE}
    assert severities(version, original) <= {None, Severity.STYLE}


def test_a_sentence_that_begins_like_a_stamp_is_none():
    original, version = (f"Updated: the count is now {count}, the guild says." for count in (12, 15))

    assert severities(original, version) == {Severity.SUBSTANTIVE}
