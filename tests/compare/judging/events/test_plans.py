"""What the comparison says where a deed of one text is still to come in the other."""

import pytest

from factcheck.compare import EditKind, Severity
from tests.compare.judging.telling import told


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The guild will also open a ferry in Tarn.", "The guild also opened a ferry in Tarn."),
        ("Four boats were running between Tarn and Dove.", "Four boats will run between Tarn and Dove."),
        ("Renn outlined the levy on Monday in Tarn.", "Renn was to outline the levy in Tarn on Monday."),
        ("Two sailors will testify Thursday in Tarn.", "In Tarn on Thursday two sailors testified."),
        ("The guild did not sell the ferry.", "The guild will not sell the ferry."),
        ("The guild said it will close the pier.", "The guild said it closed the pier."),
        ("Ten guards were dispatched to search the pier.", "Ten guards will be sent to Tarn to search the pier."),
        ("The envoys will be alone in the tower.", "The envoys met alone in the tower."),
        ("The boats plan to set sail on Monday.", "The boats set sail on Monday."),
        ("The guild won approval to reopen the ferry.", "The guild reopened the ferry."),
    ],
)
def test_a_deed_that_is_still_to_come_in_the_other_text_is_another_fact(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.FACT in kinds
        assert severity is Severity.SUBSTANTIVE


@pytest.mark.parametrize(
    ("original", "version"),
    [
        ("The ferry will leave on Monday.", "The ferry leaves on Monday."),
        ("The guild plans to sell the pier.", "The guild will sell the pier."),
        ("The ferry will leave on Monday.", "The ferry is going to leave on Monday."),
        (
            "The pier will cost nine crowns, which Dask would pay.",
            "The pier will cost nine crowns and be paid by Dask.",
        ),
        ("Crowds prepared to weather the storm.", "Crowds braced for the storm."),
        ("He would later sell the pier.", "He later sold the pier."),
        ("It was to look for his son that he left.", "He left and looked for his son."),
        ("By May the guild will have sold ten boats.", "By May the guild has sold ten boats."),
        ("The guild will not discuss the pier.", "The guild declined to discuss the pier."),
        ("The guild, which will close the pier, sold ten boats.", "The guild sold ten boats and will close the pier."),
        ("The bridge will be closed for a week.", "The bridge is closed for a week."),
        ("Once repaired, the ferry will sail in May.", "The ferry will sail in May when it is repaired."),
    ],
)
def test_what_is_to_come_in_both_texts_or_done_in_both_is_no_other_fact(original, version):
    for pair in ((original, version), (version, original)):
        kinds, severity = told(*pair)

        assert EditKind.FACT not in kinds
        assert severity is not Severity.SUBSTANTIVE
