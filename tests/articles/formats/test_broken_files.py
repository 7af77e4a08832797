"""Whatever a file holds, it is read or refused in a sentence: no reader fails in another way."""

import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.articles import formats
from factcheck.articles.formats.incoming import ImportRefused
from tests.articles.formats.reading_files import rows_of
from tests.articles.formats.test_agencies import NINJS_1, NITF, TEXT, in_data, news_item, news_ml_1
from tests.articles.formats.test_claim_review import CHECK
from tests.articles.formats.test_documents import FIRST_PAGE, SECOND_PAGE, docx, pdf
from tests.articles.formats.test_feeds import feed, item, post
from tests.articles.formats.test_mail import mail
from tests.articles.formats.test_web_archives import ANSWER, arc, warc
from tests.articles.formats.test_wire import ANPA, IPTC

PAGE = f"<!doctype html><html><head><title>Lock</title></head><body><p>{TEXT}</p></body></html>"


def a_mail():
    message = mail()
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="release.pdf")
    return message.as_bytes()


SOUND = {
    "text": ("text.txt", TEXT.encode()),
    "page": ("page.html", PAGE.encode()),
    "csv": ("rows.csv", f'text,url\n"{TEXT}",https://paper.example/1\n'.encode()),
    "json": ("rows.json", json.dumps({"articles": [{"text": TEXT, "headline": "A"}, CHECK]}).encode()),
    "jsonl": ("rows.jsonl", (json.dumps({"text": TEXT}) + "\n" + json.dumps({**NINJS_1, "body_html": TEXT})).encode()),
    "ninjs": ("item.json", json.dumps({**NINJS_1, "bodies": [{"contentType": "nitf", "value": NITF}]}).encode()),
    "newsml": ("item.xml", news_item(in_data(TEXT, "text/html") + f"<inlineXML><p>{TEXT}</p></inlineXML>").encode()),
    "newsml1": (
        "item.xml",
        news_ml_1(f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>").encode(),
    ),
    "nitf": ("item.xml", NITF.encode()),
    "wire": ("wire.txt", IPTC + ANPA),
    "feed": ("feed.xml", feed(item("<title>A &amp; B</title><link>/1</link>"), post(), post(status="draft")).encode()),
    "warc": ("crawl.warc", warc(ANSWER, ANSWER)),
    "packed warc": ("crawl.warc.gz", gzip.compress(warc(ANSWER))),
    "arc": ("crawl.arc", arc("https://paper.example/1")),
    "mail": ("mail.eml", a_mail()),
    "pdf": ("release.pdf", pdf(FIRST_PAGE, SECOND_PAGE)),
    "docx": ("release.docx", docx(lambda document: document.add_paragraph(TEXT))),
}
KINDS = pytest.mark.parametrize("kind", SOUND)
SCRATCH = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@KINDS
def test_a_sound_file_of_each_kind_is_read(kind, tmp_path):
    assert [row for row in rows_of(tmp_path, *SOUND[kind]) if not isinstance(row, ImportRefused)]


@KINDS
@SCRATCH
@given(data=st.data())
def test_a_file_that_is_cut_anywhere_is_read_or_refused(kind, tmp_path, data):
    name, content = SOUND[kind]

    rows_of(tmp_path, name, content[: data.draw(st.integers(0, len(content)))])


@KINDS
@SCRATCH
@given(data=st.data())
def test_a_file_with_other_bytes_anywhere_is_read_or_refused(kind, tmp_path, data):
    name, content = SOUND[kind]
    at = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.integers(0, 12))

    rows_of(tmp_path, name, content[:at] + data.draw(st.binary(max_size=12)) + content[at + length :])


@KINDS
@SCRATCH
@given(content=st.binary(max_size=300))
def test_any_bytes_that_are_said_to_be_of_a_kind_are_read_or_refused(kind, tmp_path, content):
    name, _ = SOUND[kind]

    rows_of(tmp_path, name, content, shape=kind if kind in formats.READERS else "warc")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "cp037", "shift_jis"])
@pytest.mark.parametrize("kind", [kind for kind, (_, content) in SOUND.items() if content.isascii()])
def test_a_file_in_another_encoding_is_read_or_refused(kind, encoding, tmp_path):
    name, content = SOUND[kind]

    rows_of(tmp_path, name, content.decode("ascii").encode(encoding, "replace"))
