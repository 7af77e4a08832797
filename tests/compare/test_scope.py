"""What a changed word bears on: a hedge, a negation or a credit counts where it is said of what both texts say."""

import pytest

from factcheck.compare import EditKind, Severity, compare

SUBSTANTIVE, MINOR = Severity.SUBSTANTIVE, Severity.MINOR


def judged(original, version):
    rows = compare(original, version).rows
    kinds = {kind for row in rows for kind in row.kinds}
    return kinds, max((row.severity for row in rows if row.severity), key=lambda severity: severity.rank)


@pytest.mark.parametrize(
    ("original", "version", "kind"),
    [
        (
            "Orla Dask sold the ferry.",
            "Though the port keeps silent about names, reports say Orla Dask sold the ferry.",
            EditKind.HEDGE,
        ),
        (
            "The pub burned when a sailor on leave from Lowmere threw a lamp.",
            "The pub burned after he reportedly threw a lamp.",
            EditKind.HEDGE,
        ),
        ("The town was full of news that the ferry sank.", "The ferry sank.", EditKind.ATTRIBUTION),
        (
            "Orla Dask was moved to sell it after the mayor said it leaked.",
            "Orla Dask claims she was moved to sell it after the mayor said it leaked.",
            EditKind.ATTRIBUTION,
        ),
    ],
)
def test_a_hedge_or_a_credit_at_the_end_of_new_words_bears_on_the_kept_ones(original, version, kind):
    kinds, severity = judged(original, version)

    assert severity is SUBSTANTIVE
    assert kind in kinds


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The crew let him go.", "The crew did nothing and let him go."),
        ("The wall is unclear to sailors.", "The wall is not clear to sailors."),
        ("The pilot was cleared of theft.", "The pilot, who did not testify, was cleared of theft."),
        ("Sailors can be seen on the quay.", "Sailors stand on the quay."),
    ],
)
def test_a_hedge_or_a_negation_that_bears_on_nothing_kept_raises_no_alarm(original, version):
    _, severity = judged(original, version)

    assert severity is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "expected"),
    [
        (
            "Port spokeswoman Orla Dask said in a letter the ferry leaks.",
            "A port spokesman said the ferry leaks.",
            SUBSTANTIVE,
        ),
        ("Prosecutors said the sale was a fraud.", "Documents said the sale was a fraud.", SUBSTANTIVE),
        ("A lawyer said the ferry leaks.", "An attorney said the ferry leaks.", MINOR),
        ("The council estimated that the work takes a year.", "The council said that the work takes a year.", MINOR),
        ("The union reached a deal with the port.", "The union announced a deal with the port.", MINOR),
    ],
)
def test_a_speaker_is_another_where_the_name_goes_or_the_sort_of_source_changes(original, version, expected):
    kinds, severity = judged(original, version)

    assert severity is expected
    assert (EditKind.ATTRIBUTION in kinds) == (expected is SUBSTANTIVE)


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("Envoys left this month.", "Envoys left in the last week of May."),
        (
            "John Wolf, who served in Egypt, leads.",
            "John Wolf, an assistant secretary of state, who served in Egypt, leads.",
        ),
        ("Aside from meeting envoys, Dask saw the port.", "Dask saw the port."),
        ("The Senate Majority Leader spoke.", "The Senate Leader spoke."),
        ("Washington agreed to let the envoys in.", "The United States agreed to let the envoys in."),
        ("The ship docks at 0240 GMT.", "The ship docks at 2:40 a.m. GMT."),
        ("The wharf isnt safe.", "The wharf isn't safe."),
        ("“We feel it is right,” Dask said.", "“We felt it is right,” Dask said."),
    ],
)
def test_what_only_looks_like_another_fact_figure_or_name_is_none(original, version):
    _, severity = judged(original, version)

    assert severity is not SUBSTANTIVE
