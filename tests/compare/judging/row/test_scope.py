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
            "The cook who sailed to Lowmere has been robbed by pirates.",
            "The cook who sailed to Lowmere before being robbed is well, it was claimed today.",
            EditKind.HEDGE,
        ),
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
        (
            "He left in May, and his absence caused speculation about his health.",
            "He left in May, when a fair was held.",
        ),
        (
            "The sailors are among the missing - with their two cooks.",
            "The sailors are among the missing, who are presumed drowned.",
        ),
        (
            "Prices in Lowmere fell in May, helping the fishing fleet.",
            "Prices in Lowmere fell in May, doing nothing to calm the fishing fleet.",
        ),
        (
            "The ferry leaks, but the owner mended the pumps.",
            "The ferry leaks, and the council promised that fares would not rise.",
        ),
        (
            "It was the largest fair since the old king came to Lowmere in May.",
            "Lowmere has not seen such a fair since the old king came in May.",
        ),
        ("He gave the lamp to his uncle in Tarn on Friday.", "He gave the lamp to his uncle, who was not hurt."),
    ],
)
def test_a_hedge_or_a_negation_that_bears_on_nothing_kept_raises_no_alarm(original, version):
    _, severity = judged(original, version)

    assert severity is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The mayor opened the fair on Friday.", "The mayor did not attend the fair on Friday."),
        ("The council has mended the pier in Tarn.", "The council failed to mend the pier in Tarn."),
        ("The prize went to sailors who had not paid.", "The prize went to sailors that paid."),
        ("The ferry leaks, but the owner welcomed it.", "The ferry leaks, but the owner said he did not expect it."),
        ("The fair was shut after the flood.", "The council did not shut the fair after the flood."),
    ],
)
def test_a_negation_counts_where_its_subject_or_its_predicate_is_kept_or_somebody_says_it(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = judged(*pair)

        assert EditKind.NEGATION in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "expected"),
    [
        (
            "Port engineer Orla Dask said in a letter the ferry leaks.",
            "A port engineer said the ferry leaks.",
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
        ("Deepening the pain for the port, prices fell.", "Rubbing salt in the wounds, prices fell."),
        ("The deal binds the food retailers of Lowmere.", "The deal binds the grocers of Lowmere."),
        ("Police had sought to question him.", "Police tried to interrogate him."),
        ("Fares rose from nine crowns last quarter.", "Fares rose from nine crowns in the first quarter."),
        ("The ship docks at 0240 GMT.", "The ship docks at 2:40 a.m. GMT."),
        ("The wharf isnt safe.", "The wharf isn't safe."),
        ("“We feel it is right,” Dask said.", "“We felt it is right,” Dask said."),
    ],
)
def test_what_only_looks_like_another_fact_figure_or_name_is_none(original, version):
    _, severity = judged(original, version)

    assert severity is not SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("A retired mayor bought the ferry.", "A retired senator bought the ferry."),
        ("The young pianist left Lowmere.", "The elderly drummer left Lowmere."),
        ("Orla Dask came last in the race.", "Orla Dask came first in the race."),
        ("The ferry sank in the last week of May.", "The ferry sank in the first week of May."),
    ],
)
def test_one_noun_or_place_in_a_row_for_another_is_another_fact(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = judged(*pair)

        assert EditKind.FACT in kinds
        assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        (
            "The ferry leaks, according to Orla T. Dask, a clerk of the port.",
            "Orla T. Dask, a clerk, said the ferry leaks.",
        ),
        ("“It leaks,” said Ronald L. Dask, a friend.", "“It leaks,” said lawyer Ron Dask, a friend."),
        (
            "Sen. Orla Dask, D-W.Va., said that part of the Senate bill leaks.",
            "Senator Orla M. Dask, Democrat of West Virginia, said that part of the Senate bill leaks.",
        ),
        ("The ferry sank in May, authorities said.", "The ferry sank in May, Lowmere County authorities said."),
        ("A clerk came in so a witness could point at him.", "A clerk came in to allow a witness to point at him."),
        (
            "Clerks fear the ease with which sailors can use the lamps.",
            "Clerks fear the ease with which the lamps could be used by sailors.",
        ),
        ("The ferry carries sailors who leave.", "The ferry carries sailors who fear for their safety."),
        ("The gas is made where salt meets the hot oil.", "The gas is made where salt is added to the oil."),
        ("The ferry sold for nearly 30 crowns.", "The ferry sold for just under 30 crowns."),
        ("Lowmere, the second-biggest port, closed.", "Lowmere, the No. 2 port, closed."),
        (
            "His band had the singer Ann Rose, the drummer J. C. Dask and the pianist Bo Lund.",
            "His band had singer Ann Rose, drummer J.C. Dask and pianist Bo Lund.",
        ),
        ("Thats why the sailors cant find the ferry.", "That's why the sailors can't find the ferry."),
        ("Dask said it at a hearing, reports The Post.", "Dask said it at a hearing, without further words."),
    ],
)
def test_what_only_looks_like_another_source_hedge_or_denial_is_not_substantive(original, version):
    _, severity = judged(original, version)

    assert severity is not SUBSTANTIVE


def test_a_quotation_with_other_words_before_its_credit_is_substantive():
    kinds, severity = judged(
        "“The ferry will reach those islands,” Dask said.", "“The ferry will reach port tomorrow,” he said."
    )

    assert EditKind.QUOTE in kinds
    assert severity is SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version", "kinds"),
    [
        ("The ferry leaks.", "The ferry leaks, reports The Lowmere Post.", {EditKind.ATTRIBUTION, EditKind.ADDED}),
        ("The ferry sank.", "Reports say the ferry sank.", {EditKind.ATTRIBUTION, EditKind.HEDGE, EditKind.ADDED}),
        ("The port will sell the ferry.", "The port will not repair the old pier.", {EditKind.NEGATION, EditKind.FACT}),
    ],
)
def test_what_a_source_or_a_denial_brings_is_told_beside_it(original, version, kinds):
    assert kinds <= judged(original, version)[0]
