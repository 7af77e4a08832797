import base64
import json
from datetime import date

import pytest
from django.utils.html import escape

from factcheck.articles import formats
from factcheck.articles.formats.incoming import NotAnArticle
from factcheck.articles.formats.source import IncomingFile
from tests.articles.formats.reading_files import rows_of

FIRST = "The lock at Brennow was closed on Tuesday, the canal board said."
SECOND = "Its head, Mira Tolv, denied that a barge had struck the gate."
TEXT = f"{FIRST}\n\n{SECOND}"
HTML = f"<p>{FIRST}</p><p>{SECOND}</p>"
HEADLINE = "Brennow lock closed"
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf xml:lang="en"><head><title>lock</title><docdata management-status="usable"><date.issue norm="20310603T081500Z"/>
<doc.copyright holder="Canal Courier"/></docdata></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>By <person>Jon Aske</person></byline>
<distributor><org>Reuters</org></distributor></body.head>
<body.content><media><media-reference source="lock.jpg"/><media-caption>The lock.</media-caption></media>
{HTML}</body.content></body></nitf>"""
NINJS_1 = {"uri": "https://wire.example/1", "type": "text", "versioncreated": "2031-06-03T08:15:00Z"}
NINJS_1 |= {"headline": HEADLINE, "byline": "By Jon Aske", "source": "Canal Courier", "pubstatus": "usable"}


def news_item(content, *, status="usable", kind="text", about="<headline>Brennow lock closed</headline>"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:wire:2" version="1"><itemMeta>
<itemClass qcode="ninat:{kind}"/><provider literal="Canal Courier"/>
<versionCreated>2031-06-03T08:15:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta>{about}<by>By Jon Aske</by></contentMeta><contentSet>{content}</contentSet></newsItem>"""


def in_data(words, kind):
    return f"<inlineData contenttype='{kind}'>\n{escape(words)}</inlineData>"


def news_ml_1(content, *, status="Usable", media="Text"):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML><NewsEnvelope><DateAndTime>20310603T081500Z</DateAndTime></NewsEnvelope><NewsItem>
<Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20310603</DateId></NewsIdentifier>
</Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20310603T081500Z</FirstCreated>
<Status FormalName="{status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>{HEADLINE}</HeadLine>
<ByLine>By Jon Aske</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Canal Courier"/></Provider>
</AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<ContentItem><MediaType FormalName="{media}"/><DataContent>{content}</DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>"""


DELIVERIES = {
    "ninjs 1, html": ("item.json", json.dumps({**NINJS_1, "body_html": HTML})),
    "ninjs 1, xhtml": ("item.json", json.dumps({**NINJS_1, "body_xhtml": f"<div>{HTML}</div>"})),
    "ninjs 1, text": ("item.json", json.dumps({**NINJS_1, "body_text": TEXT, "body_html": "<p>Short.</p>"})),
    "NewsML-G2, html in data": ("item.xml", news_item(in_data(HTML, "text/html"))),
    "NewsML-G2, tags in plain data": (
        "item.xml",
        news_item(in_data(HTML.replace(" was", "\nwas"), "text/plain")),
    ),
    "NewsML-G2, base64": (
        "item.xml",
        news_item(f"<inlineData encoding='base64'>{base64.b64encode(TEXT.encode()).decode()}</inlineData>"),
    ),
    "NewsML-G2, plain": ("item.xml", news_item(f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>")),
    "NewsML 1, xhtml": ("item.xml", news_ml_1(f"<html><head><title>x</title></head><body>{HTML}</body></html>")),
    "NewsML 1, nitf": ("item.xml", news_ml_1(f"<nitf><body><body.content>{HTML}</body.content></body></nitf>")),
    "NewsML 1, plain": ("item.xml", news_ml_1(TEXT)),
}  # fmt: skip


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_what_an_agency_delivers_is_read_with_its_record(delivery, tmp_path):
    [row] = rows_of(tmp_path, *DELIVERIES[delivery])

    assert row.received == TEXT
    assert (row.headline, row.byline, row.outlet) == (HEADLINE, "Jon Aske", "Canal Courier")
    assert row.published_on == date(2031, 6, 3)


def test_nitf_alone_is_read_with_its_head_and_without_its_pictures_data(tmp_path):
    [row] = rows_of(tmp_path, "item.xml", NITF)

    assert row.received == f"The lock.\n\n{TEXT}"
    assert (row.headline, row.byline, row.agency, row.outlet) == (HEADLINE, "Jon Aske", "Reuters", "Canal Courier")
    assert (row.published_on, row.language) == (date(2031, 6, 3), "en")


def test_nitf_in_ninjs_3_gives_its_paragraphs_without_its_tags(tmp_path):
    body = {"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": NITF}
    item = {"uri": "urn:3", "type": "text", "versionCreated": "2031-06-03T08:15:00Z", "bodies": [body]}

    [row] = rows_of(tmp_path, "item.json", json.dumps(item))

    assert row.received == f"The lock.\n\n{TEXT}"


def test_nitf_in_newsml_g2_gives_the_headline_that_the_item_lacks(tmp_path):
    inside = NITF.split("?>", 1)[1].split(">", 1)[1].replace("<nitf ", "<nitf xmlns='' ")
    content = f"<inlineXML contenttype='application/nitf+xml'>{inside}</inlineXML>"

    [row] = rows_of(tmp_path, "item.xml", news_item(content, about=""))

    assert (row.headline, row.received) == (HEADLINE, f"The lock.\n\n{TEXT}")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("item.xml", news_item("", kind="picture"), "The item is of the type “picture”, not text."),
        ("item.xml", news_item(TEXT, status="canceled"), "Its publisher says that it is canceled."),
        ("item.xml", news_item("<inlineXML><sports-content/></inlineXML>"), "holds sports data (SportsML), not text."),
        ("item.xml", news_item("").replace("newsItem", "conceptItem"), "a concept, such as an event or a person."),
        ("item.xml", news_item("").replace("newsItem", "packageItem"), "The item is a package: a list of other items."),
        ("item.xml", news_ml_1(TEXT, status="Canceled"), "Its publisher says that it is Canceled."),
        ("item.xml", news_ml_1("", media="Photo"), "The news item holds Photo, not text."),
        ("item.xml", NITF.replace('"usable"', '"embargoed"'), "Its publisher says that it is embargoed."),
        ("item.xml", "<sports-content><standing/></sports-content>", "It is sports data (SportsML)"),
        ("item.json", json.dumps({**NINJS_1, "type": "picture"}), "The item is of the type “picture”"),
        ("item.json", json.dumps({**NINJS_1, "type": "event"}), "The item is of the type “event”"),
    ],
)
def test_what_is_no_article_is_refused_by_its_name(name, content, sentence, tmp_path):
    [refusal] = rows_of(tmp_path, name, content)

    assert isinstance(refusal, NotAnArticle)
    assert sentence in str(refusal)


def test_a_time_that_is_no_day_is_told_and_the_article_taken(tmp_path):
    [row] = rows_of(tmp_path, "item.json", json.dumps({**NINJS_1, "body_text": TEXT, "versioncreated": "0000-00-00"}))

    assert row.published_on is None
    assert row.because["published_on"] == "the ninjs item gives “0000-00-00”, which is no day"


@pytest.mark.parametrize(
    ("content", "shape"), [(NITF, "nitf"), (news_ml_1(TEXT), "newsml1"), (news_item(TEXT), "newsml")]
)
def test_each_kind_of_xml_is_told_by_its_root(content, shape, tmp_path):
    path = tmp_path / "item.xml"
    path.write_text(content)

    with IncomingFile(path) as source:
        assert formats.shape_of(source) == shape
