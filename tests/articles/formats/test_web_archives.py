import gzip

import pytest

from factcheck.articles.formats.incoming import ImportRefused
from tests.articles.formats.reading_files import rows_of

TEXT = "The lock at Brennow was closed on Tuesday, the canal board said."
MORE = "Its head, Mira Tolv, denied that a barge had struck the gate, and said that divers would look at it."
PAGE = f"<!doctype html><html><head><title>Lock</title></head><body><p>{TEXT}</p><p>{MORE}</p></body></html>"
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()


def warc(*answers, address="https://courier.example/lock"):
    line = f"WARC-Target-URI: {address}\r\n" if address else ""
    head = "WARC/1.0\r\nWARC-Type: response\r\n%sContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    return b"".join((head % (line, len(answer))).encode() + answer + b"\r\n\r\n" for answer in answers)


def arc(address):
    about = b"1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    first = b"filedesc://a.arc 0.0.0.0 20310603081500 text/plain %d\n" % len(about) + about
    record = f"{address} 192.0.2.7 20310603081500 text/html {len(ANSWER)}\n".encode() + ANSWER + b"\n"
    return first + b"\n" + record


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_page_of_an_arc_file_is_read_with_its_address_spaces_and_all(pack, tmp_path):
    [row] = rows_of(tmp_path, "crawl.arc.gz", pack(arc("https://courier.example/the lock")))

    assert row.received == f"{TEXT}\n\n{MORE}"
    assert row.url == "https://courier.example/the%20lock"


@pytest.mark.parametrize("address", ["", "courier", "urn:uuid:1", "https://courier.example/" + "x" * 1000])
def test_a_record_without_a_whole_address_is_read_without_one(address, tmp_path):
    [row] = rows_of(tmp_path, "crawl.warc", warc(ANSWER, address=address))

    assert (row.url, row.received) == ("", f"{TEXT}\n\n{MORE}")


def test_records_in_one_piece_of_gzip_or_in_many_are_read_alike(tmp_path):
    one, many = gzip.compress(warc(ANSWER, ANSWER)), gzip.compress(warc(ANSWER)) * 2

    assert len(rows_of(tmp_path, "one.warc.gz", one)) == len(rows_of(tmp_path, "many.warc.gz", many)) == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (gzip.compress(warc(b"HTTP/1.1 200 OK\r\n\r\n" + bytes(60_000_000))), "times when unpacked, as no text does"),
        (gzip.compress(b"WARC/1.0\r\nX: " + bytes(60_000_000)), "It has a head without an end."),
        (b"WARC/1.0\r\nX: " + b"ab" * 1_000_000, "It has a head without an end."),
        (gzip.compress(warc(ANSWER))[:40] + bytes(200), "Its compression is broken."),
    ],
    ids=["body", "head", "plain head", "broken"],
)
def test_what_swells_or_does_not_end_is_refused_in_a_sentence(content, sentence, tmp_path):
    *_, refusal = rows_of(tmp_path, "crawl.warc.gz", content)

    assert isinstance(refusal, ImportRefused)
    assert sentence in str(refusal)


def test_a_page_that_its_server_packed_to_swell_is_refused_and_the_next_read(tmp_path):
    bomb = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        bytes(50_000_000)
    )

    refusal, row = rows_of(tmp_path, "crawl.warc", warc(bomb, ANSWER))

    assert "The page holds more than 10 MB." in str(refusal)
    assert row.received.startswith(TEXT)
