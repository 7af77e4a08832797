import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdicts.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("typed", "iso", "shown"),
    [
        ("2019-02-14", "2019-02-14", "14 February 2019"),
        ("14 February 2019", "2019-02-14", "14 February 2019"),
        ("4.2.2019", "2019-02-04", "4 February 2019"),
        (" 2019-02 ", "2019-02", "February 2019"),
        ("Feb 2019", "2019-02", "February 2019"),
        ("2019", "2019", "2019"),
    ],
)
def test_as_much_of_a_date_is_kept_as_is_known(typed, iso, shown):
    read = PartialDate.read(typed)

    assert (read.iso, str(read)) == (iso, shown)


@pytest.mark.parametrize("typed", ["", "soon", "2019-13", "30 February 2019", "02/14/2019", "19"])
def test_what_is_no_date_is_refused_with_a_way_to_write_one(typed):
    with pytest.raises(ValueError, match=r"is no date\. Write it as 2019-02-14"):
        PartialDate.read(typed)


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_date_is_read_back_as_it_was_shown(day, length):
    kept = PartialDate(day.isoformat()[:length])

    assert PartialDate.read(kept.iso) == kept
    assert PartialDate.read(str(kept)) == kept or day.year < 1000
