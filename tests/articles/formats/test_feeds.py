from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.incoming import ImportRefused, NotAnArticle
from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article
from tests.articles.formats.reading_files import rows_of

FIRST = "The lock at Brennow was closed on Tuesday, the canal board said."
SECOND = "Its head denied that a barge had struck the gate."
CONTENT = f"<content:encoded xmlns:content='urn:c'><![CDATA[<p>{FIRST}</p>]]></content:encoded>"


def feed(*items, head="<link>https://courier.example/news/</link>"):
    return f"<rss version='2.0'><channel><title>Canal Courier</title>{head}{''.join(items)}</channel></rss>"


def item(inside, content=CONTENT):
    return f"<item>{inside}{content}</item>"


def post(inside="", *, status="publish", kind="post", content=f"{FIRST}\n\n{SECOND}", creator="jaske"):
    return item(
        f"<title>Brennow lock closed</title><link>https://courier.example/lock</link><dc:creator>{creator}</dc:creator>"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>{inside}",
        f"<content:encoded><![CDATA[{content}]]></content:encoded>",
    )


class TestAFeed:
    def test_with_a_prefix_that_nobody_declared_is_read(self, tmp_path):
        [row] = rows_of(tmp_path, "feed.xml", feed(item("<itunes:subtitle>x</itunes:subtitle><media:a b:c='d'/>")))

        assert row.received == FIRST

    def test_is_read_after_a_file_that_was_no_xml(self, tmp_path):
        [refusal] = rows_of(tmp_path, "broken.xml", feed(item("<a></b>")))

        [row] = rows_of(tmp_path, "feed.xml", feed(item("<itunes:subtitle>x</itunes:subtitle>")))

        assert "not XML" in refusal.reason
        assert row.received == FIRST

    @pytest.mark.parametrize(
        ("link", "url"),
        [
            ("/7.html", "https://courier.example/7.html"),
            ("7.html", "https://courier.example/news/7.html"),
            ("https://other.example/a b", "https://other.example/a%20b"),
            ("javascript:alert(1)", ""),
        ],
    )
    def test_completes_the_links_that_its_own_link_can(self, link, url, tmp_path):
        [row] = rows_of(tmp_path, "feed.xml", feed(item(f"<link>{link}</link>")))

        assert row.url == url

    def test_without_a_link_of_its_own_leaves_a_relative_one_out_and_says_so(self, tmp_path):
        [row] = rows_of(tmp_path, "feed.xml", feed(item("<link>/7.html</link>"), head=""))

        assert row.url == ""
        assert row.because["url"] == "the feed gives “/7.html”, which is no whole address"

    @pytest.mark.parametrize(
        ("title", "headline"),
        [
            ("Board &amp;amp; mayor &lt;b&gt;quarrel&lt;/b&gt;", "Board & mayor quarrel"),
            ("<![CDATA[Caf&eacute; shut]]>", "Café shut"),
            ("Caf&eacute; shut", "Café shut"),
            ("5 &lt; 7, says board", "5 < 7, says board"),
        ],
    )
    def test_gives_titles_as_words_without_markup(self, title, headline, tmp_path):
        [row] = rows_of(tmp_path, "feed.xml", feed(item(f"<title>{title}</title>")))

        assert row.headline == headline

    def test_with_a_day_that_does_not_exist_takes_the_item_without_a_day_and_says_so(self, tmp_path):
        [row] = rows_of(tmp_path, "feed.xml", feed(item("<pubDate>Thu, 00 Jan 1970 00:00:00 GMT</pubDate>")))

        assert row.published_on is None
        assert "which is no day" in row.because["published_on"]

    def test_with_control_characters_is_read_and_they_are_there_to_be_told(self, tmp_path):
        content = CONTENT.replace("canal", "canal\x07")

        [row] = rows_of(tmp_path, "feed.xml", feed(item("<title>A&#1;</title>", content)))

        assert row.received == FIRST.replace("canal", "canal\x7f")
        assert row.headline == "A"

    @pytest.mark.django_db
    def test_whose_other_items_are_summaries_is_imported_without_them(self, tmp_path):
        path = tmp_path / "feed.xml"
        path.write_text(feed(item("<title>A</title>"), item("<description>Short.</description>", "")))
        told = []

        import_file(path, actor=None, tell=told.append)

        assert Article.objects.get().text == FIRST
        assert isinstance(told[1], NotAnArticle)

    @pytest.mark.django_db
    def test_of_summaries_alone_is_refused(self, tmp_path):
        path = tmp_path / "feed.xml"
        path.write_text(feed(*[item("<description>Short.</description>", "")] * 2))

        with pytest.raises(ImportRefused, match=r"2 rows are refused(?s:.*)None is an article."):
            import_file(path, actor=None)


class TestAWordPressExport:
    def test_gives_published_posts_alone_and_names_what_the_others_are(self, tmp_path):
        states = [post(status=status) for status in ("draft", "trash", "future", "private", "pending")]
        kinds = [post(kind=kind) for kind in ("page", "attachment", "wp_template")]

        row, *refused = rows_of(tmp_path, "export.xml", feed(post(), *states, *kinds))

        assert row.received == f"{FIRST}\n\n{SECOND}"
        assert all(isinstance(refusal, NotAnArticle) for refusal in refused)
        assert [refusal.reason for refusal in refused] == [
            "The item is a draft.",
            "The item is in the bin.",
            "The item is scheduled, and not published yet.",
            "The item is private.",
            "The item is waiting for review.",
            "The item is a page of the site, not an article.",
            "The item is a file beside the articles.",
            "The item is of the site itself (wp_template).",
        ]

    def test_names_its_authors_and_takes_the_papers_own_day(self, tmp_path):
        name = "<wp:author_login>jaske</wp:author_login><wp:author_display_name>Jon Aske</wp:author_display_name>"
        days = "<pubDate>Mon, 02 Jun 2031 23:30:00 +0000</pubDate><wp:post_date>2031-06-03 01:30:00</wp:post_date>"

        [row] = rows_of(tmp_path, "export.xml", feed(post(days), head=f"<wp:author>{name}</wp:author>"))

        assert (row.byline, row.published_on) == ("Jon Aske", date(2031, 6, 3))

    def test_keeps_line_ends_lists_and_captions_apart(self, tmp_path):
        listed = "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>"
        content = f"{FIRST}\nNext line.\n\n{listed}\n\n[caption id='a']The lock.[/caption]\n{SECOND}"

        [row] = rows_of(tmp_path, "export.xml", feed(post(content=content)))

        assert row.received == f"{FIRST}\nNext line.\n\nOne\n\nTwo\n\nThe lock.\n\n{SECOND}"


class TestTheDay:
    @pytest.mark.parametrize(
        "words",
        [
            *(
                "Tue, 03 Jun 2031 23:30:00 PST",
                "Tue, 03 Jun 2031 23:30:00 GMT+7",
                "2031-06-03 12:00:33",
                "20310603T100000Z",
            ),
            *(
                "mar., 03 juin 2031 10:00:00 +0200",
                "Di, 03 Juni 2031 10:00",
                "3 de junio de 2031",
                "вт, 03 июня 2031 10:00",
            ),
            *("2031年6月3日", "June 3, 2031", "Tue, 3 Jun 31 10:00:00 GMT", "3-Jun-2031", "2031-06-03"),
        ],
    )
    def test_is_read_as_it_stands_in_many_ways(self, words):
        assert day_told(words) == date(2031, 6, 3)

    @pytest.mark.parametrize(
        "words",
        [
            *(
                "Thu, 00 Jan 1970 00:00:00 GMT",
                "Mon, 30 Nov -0001 00:00:00 +0000",
                "0000-00-00 00:00:00",
                "03/05/2025 10:00",
            ),
            *("", "yesterday", "2031-02-30", "0001-01-01T00:00:00Z"),
        ],
    )
    def test_is_not_invented(self, words):
        assert day_told(words) is None

    @given(st.text())
    def test_of_any_words_is_a_day_or_none(self, words):
        assert day_told(words) is None or day_told(words).year >= 1600
