import io
import json
import stat
import zipfile
from pathlib import Path

import pytest

from factcheck.articles import formats
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article, Outcome

SAMPLES = Path(__file__).parents[1] / "samples"
ADDRESS = "https://kelmarpost.example/2019/10/island-ferry"
FERRY = {
    "headline": "Island ferry stops for the winter",
    "byline": "Tove Lind",
    "outlet": "Kelmar Post",
    "published_on": "2019-10-18",
    "language": "en",
}


def texts_in(name, content):
    """What a file of this name and content holds: texts, and refusals as sentences."""
    path = Path(name)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with IncomingFile(path) as source:
        return [str(row) if isinstance(row, ImportRefused) else row.received for row in formats.rows(source)]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("articles.csv", "csv"),
        ("articles-windows.csv", "csv"),
        ("articles.json", "json"),
        ("articles.jsonl", "jsonl"),
        ("ninjs2.json", "json"),
        ("ninjs3.json", "json"),
        ("newsml.xml", "newsml"),
        ("feed.rss", "feed"),
        ("feed.atom", "feed"),
        ("crawl.warc", "warc"),
        ("crawl.warc.gz", "warc"),
        ("articles.zip", "zip"),
    ],
)
def test_every_format_is_told_by_its_content_and_gives_the_article_with_its_record(name, shape):
    outcomes = []

    import_file(SAMPLES / name, actor=None, tell=outcomes.append)

    article = Article.objects.get(url=ADDRESS)
    assert {row.outcome for row in outcomes} == {Outcome.CREATED}
    assert len(outcomes) == (1 if name == "ninjs3.json" else 2)
    assert {field: str(getattr(article, field)) for field in FERRY} == FERRY
    assert article.text.startswith("The ferry to the outer islands will not sail")
    assert "“Nobody will be cut off,” its director" in article.text
    assert article.text.endswith("according to the harbour log.")
    assert len(article.text.split("\n\n")) == 3
    with IncomingFile(SAMPLES / name) as source:
        assert formats.shape_of(source) == shape


@pytest.mark.django_db
def test_the_formats_agree_on_the_text():
    for name in ("articles.csv", "ninjs2.json", "newsml.xml", "feed.rss", "feed.atom"):
        import_file(SAMPLES / name, actor=None)

    assert Article.objects.count() == 2


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["rows.csv", "rows.json", "rows.jsonl", "page.txt"])
def test_a_byte_order_mark_tells_the_encoding(name, mark):
    text = "Größe und Übermaß"
    row = json.dumps({"text": text}, ensure_ascii=False)
    content = {"rows.csv": f"text,url\n{text},\n", "rows.json": f"[{row}]", "rows.jsonl": f"{row}\n"}.get(name, text)

    assert texts_in(name, content.encode(mark)) == [text]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Городской совет закрыл старый мост на рассвете: река поднялась на два метра. " * 3),
        ("cp1253", "Το δημοτικό συμβούλιο έκλεισε την παλιά γέφυρα τα ξημερώματα της Δευτέρας. " * 3),
        ("cp932", "市議会は夜明けに古い橋を閉鎖した。川の水位が一晩で二メートル上昇したためである。" * 3),
        ("gb18030", "市议会在黎明时分关闭了旧桥，因为河水一夜之间上涨了两米。工程师说桥墩经受住了考验。" * 3),
    ],
)
def test_an_encoding_that_a_long_text_makes_likely_is_used_and_told(encoding, text):
    Path("page.txt").write_bytes(text.encode(encoding))

    with IncomingFile(Path("page.txt")) as source:
        [row] = formats.rows(source)

    assert row.received == text
    assert row.encoding


def test_an_encoding_that_a_person_names_is_used():
    Path("page.txt").write_bytes("Мост закрыт".encode("koi8-r"))

    with IncomingFile(Path("page.txt"), encoding="koi8-r") as source:
        assert [row.received for row in formats.rows(source)] == ["Мост закрыт"]


def test_one_broken_line_does_not_make_a_file_another_encoding():
    lines = [b'{"text": "Gr\xc3\xb6\xc3\x9fe"}', b'{"text": "Gr\xf6\xdfe"}', '{"text": "Über"}'.encode()]

    told = texts_in("rows.jsonl", b"\n".join(lines))

    assert told == ["Größe", "row 2: The line is not UTF-8. Save the file as UTF-8.", "Über"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("rows.csv", "text,url,text\nA,,B\n", "row 1, text: Two columns have this name."),
        ("rows.csv", "text,colour\nA,red\n", "row 1, colour: There is no such field. The fields are text, url,"),
        ("rows.csv", "headline,url\nA,\n", "row 1: Its first line names no column “text”."),
        ("rows.csv", "text,url\nA,b,c\n", "row 2: It has 3 values, and there are 2 columns."),
        ("rows.csv", "text,findings\nA,[\n", "row 2, findings: The value is not JSON."),
        ("rows.json", '[{"text": "A", "findings": [5]}]', "row 1, findings: Finding 1 has not the parts"),
        ("rows.json", '[{"text": "A", "chosen": "maybe"}]', "row 1, chosen: The value is neither true nor false."),
        ("rows.json", '[{"text": "A", "relation": "aunt"}]', "row 1, relation: “aunt” is no relation."),
        ("rows.json", '[{"text": "A", "story": "a b"}]', "row 1, story: “a b” cannot be the short name of a story."),
        ("rows.json", '[{"text": "A"}', "A “,” is missing"),
        ("rows.json", '[{"text": "A}]', "It is not JSON at character 2"),
        ("rows.json", '[{"text": "A"}] x', "More stands after the end of its JSON"),
        ("rows.json", '{"articles": [{"text": "A"}', "A “,” is missing"),
        ("item.json", '{"type": "picture", "headlines": []}', "row 1, type: The item is of the type “picture”"),
        ("item.json", '{"pubstatus": "canceled", "bodies": []}', "row 1, pubstatus: Its publisher says that it is"),
        ("item.json", '{"embargoed": "2999-01-01T00:00:00Z", "bodies": []}', "row 1, embargoed: It is under embargo"),
        ("item.json", '{"versioncreated": "2019-01-01"}', "row 1, bodies: The item has no body of text."),
        ("feed.xml", "<rss><channel><item><description>Short.</description></item></channel></rss>", "a summary of 6"),
        ("feed.xml", "<rss><channel><item></channel></rss>", "It is not XML at line 1"),
        ("data.xml", "<?xml version='1.0'?><table/>", "It is XML of an unknown kind."),
        ("crawl.warc", (SAMPLES / "crawl.warc").read_bytes() + b"\r\n\r\nrubbish", "After page 2 it is no web archive"),
        ("crawl.warc", (SAMPLES / "crawl.warc").read_bytes()[:1000], "The file ends in the middle of a record"),
        ("crawl.warc.gz", (SAMPLES / "crawl.warc.gz").read_bytes()[:-100], "The file ends in the middle of a record"),
        ("broken.zip", b"PK\x03\x04rubbish", "It is a broken ZIP archive"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(name, content, sentence):
    try:
        told = texts_in(name, content)
    except ImportRefused as refusal:
        told = [str(refusal)]

    assert any(sentence in one for one in told), told


BOMB = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<rss><channel><item><title>&c;</title></item></channel></rss>"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>A</title><description>&secret;</description></item></channel></rss>"""


@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["swelling", "outside"])
def test_xml_that_declares_entities_is_refused(content):
    with pytest.raises(ImportRefused, match="It declares XML entities"):
        texts_in("feed.xml", content)


def zipped(name, content=b"A text.", *, mode=0, compression=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        member.compress_type = compression
        archive.writestr(member, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped("../evil.txt"), "leads out of the archive"),
        (zipped("/etc/evil.txt"), "leads out of the archive"),
        (zipped("..\\evil.txt"), "leads out of the archive"),
        (zipped("C:/evil.txt"), "leads out of the archive"),
        (zipped("link.txt", b"/etc/passwd", mode=stat.S_IFLNK | 0o777), "is a link to another file"),
        (zipped("big.txt", b"a" * 20_000_000), "would swell"),
        (zipped("inner.zip", zipped("a.txt")), "inner.zip: It is an archive inside an archive."),
        (zipped("rows.json", b'[{"model": "articles.outlet"}]'), "rows.json: It is a fixture."),
    ],
    ids=["up", "root", "backslash", "drive", "link", "bomb", "nested", "fixture"],
)
def test_a_dangerous_archive_is_refused(content, sentence):
    try:
        told = texts_in("files.zip", content)
    except ImportRefused as refusal:
        told = [str(refusal)]

    assert any(sentence in one for one in told), told


def test_an_archive_that_understates_what_it_holds_is_refused():
    content = zipped("a.txt", b"a" * 5_000, compression=zipfile.ZIP_STORED)
    size, less = (5_000).to_bytes(4, "little"), (50).to_bytes(4, "little")

    with pytest.raises(ImportRefused, match="broken ZIP archive"):
        texts_in("files.zip", content.replace(size, less))


def test_long_json_is_read_row_by_row():
    path = Path("rows.json")
    path.write_text(json.dumps({"articles": [{"text": "word " * 2_000} for _ in range(200)]}))

    with IncomingFile(path) as source:
        rows = formats.rows(source)
        next(rows)

        assert source.at < path.stat().st_size / 5
