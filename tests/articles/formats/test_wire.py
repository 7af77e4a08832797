from datetime import date

import pytest

from factcheck.articles.formats.incoming import NotAnArticle
from tests.articles.formats.reading_files import rows_of

IPTC = (
    b"\x16\x16\x01AFP0412 3 POL 62 Canal-lock\r\n\x02\r\nBrennow lock closed\r\n\r\n"
    b"   BRENNOW, June 3 (AFP) - The lock at Brennow was closed on\r\nTuesday, the canal board said in a statement.\r\n"
    b"   Its head, Mira Tolv, denied that a barge had struck the gate.\r\n\x03\r\n031015 JUN 31\r\n\x04"
)
ANPA = (
    b"\x16\x16\x01a0412\x1fdds--\r\nr i \x13BC-Canal-Lock 06-03 0062\r\n\x02\x14\x12^Brennow lock closed<\r\n"
    b"^By JON ASKE<\r\n^Associated Press Writer<\r\n"
    b"   BRENNOW (AP) _ The lock at Brennow was closed on Tuesday, the\r\ncanal board said in a long statement.<\r\n"
    b"   Its head, Mira Tolv, denied that a barge had struck the gate.<\r\n\x03\r\nAP-NY-06-03-31 1015EDT<\r\n\x04"
)


def test_iptc_7901_gives_paragraphs_the_agency_and_the_day(tmp_path):
    [row] = rows_of(tmp_path, "wire.txt", IPTC)

    assert row.received == (
        "Brennow lock closed\n\n"
        "BRENNOW, June 3 (AFP) - The lock at Brennow was closed on Tuesday, the canal board said in a statement.\n\n"
        "Its head, Mira Tolv, denied that a barge had struck the gate."
    )
    assert (row.agency, row.published_on, row.is_page) == ("AFP", date(2031, 6, 3), True)


def test_anpa_1312_gives_headline_byline_paragraphs_the_agency_and_the_day(tmp_path):
    [row] = rows_of(tmp_path, "wire.txt", ANPA)

    assert (row.headline, row.byline) == ("Brennow lock closed", "JON ASKE")
    assert row.received == (
        "BRENNOW (AP) _ The lock at Brennow was closed on Tuesday, the canal board said in a long statement.\n\n"
        "Its head, Mira Tolv, denied that a barge had struck the gate."
    )
    assert (row.agency, row.published_on) == ("AP", date(2031, 6, 3))


def test_messages_one_after_the_other_are_rows_and_a_killed_one_is_refused(tmp_path):
    first, killed, last = rows_of(tmp_path, "wire.txt", IPTC + ANPA.replace(b"BC-Canal-Lock", b"BC-Canal-KILL") + ANPA)

    assert (first.row, last.row) == (1, 3)
    assert isinstance(killed, NotAnArticle)


@pytest.mark.parametrize("foot", [b"", b"\x03", b"\x03\r\n321015 JUN 31\r\n\x04", b"\x03\r\n031015\r\n\x04"])
def test_a_message_without_a_whole_foot_has_no_day(foot, tmp_path):
    [row] = rows_of(tmp_path, "wire.txt", IPTC.partition(b"\x03")[0] + foot)

    assert row.published_on is None
