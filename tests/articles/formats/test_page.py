from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.formats import page
from factcheck.articles.formats.incoming import Given, ImportRefused
from factcheck.articles.formats.page import read_page
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.intake.batches import import_article
from factcheck.articles.models import Article, Outcome, Outlet
from tests.articles.formats.reading_files import json_ld

SAMPLES = Path(__file__).parents[1] / "samples"
JSON_LD = "the page's JSON-LD gives it"
BODY = "<p>The bridge is shut until spring, the mayor said on Monday.</p><p>Engineers said it was safe.</p>"
TEXT = "The bridge is shut until spring, the mayor said on Monday.\n\nEngineers said it was safe."


def sample(name):
    [incoming] = page.rows(IncomingFile(SAMPLES / name))
    return incoming


def with_head(head, body=BODY, **options):
    return read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), **options)


class TestTheText:
    def test_is_the_article_without_the_page_around_it(self):
        text = sample("herald.html").received

        assert text.startswith("The flood barrier at the mouth of Marlow harbour failed")
        assert text.endswith("The environment ministry said it “may open an inquiry”.")
        assert "hinges & seals" in text
        assert "\n\nWhat the minutes say\n\n" in text

    @pytest.mark.parametrize(
        "words",
        [
            *("cookies", "Subscribe", "Ferry timetable", "Advertisement", "newsletter", "wrong steel", "Most read"),
            *("googletag", "Share on", "All rights reserved", "dataLayer"),
        ],
    )
    def test_holds_no(self, words):
        assert words not in sample("herald.html").received

    def test_keeps_what_a_table_says_row_by_row(self):
        text = sample("wire.html").received

        assert "Year | Million tonnes\n\n2022 | 34.4\n\n2023 | 33.0\n\nReporting by" in text

    def test_of_a_page_laid_out_with_tables_has_its_paragraphs(self):
        paragraphs = sample("courier-2004.html").received.split("\n\n")

        assert len(paragraphs) == 4
        assert paragraphs[1].startswith("“I never said so, and I never will,” he told the Courier.")

    def test_may_be_short(self):
        assert (
            with_head("", "<nav><a href=/>Home</a></nav><p>The bridge is shut.</p>").received == "The bridge is shut."
        )


class TestWhatAPageSaysOfItself:
    def test_is_taken_from_its_json_ld_first(self):
        found = sample("herald.html")

        assert found.headline == "Harbour barrier failed its last test, engineers told council"
        assert (found.byline, found.outlet) == ("Priya Nair and Tom Okafor", "The Marlow Herald")
        assert (found.published_on, found.language) == (date(2023, 11, 9), "en")
        assert found.url == "https://www.marlow-herald.example/news/2023/11/harbour-barrier-failed-test/"
        assert {found.because[name] for name in ("headline", "byline", "outlet", "published_on")} == {JSON_LD}
        assert found.because["url"] == "the page's canonical link gives it"

    def test_an_agency_among_the_authors_is_the_credit_and_no_byline(self):
        found = sample("wire.html")

        assert (found.agency, found.byline) == ("Reuters", "")
        assert found.headline == "Minister says grain deal 'not dead', two envoys say talks stopped"
        assert (found.published_on, found.outlet) == (date(2024, 2, 28), "Continental")
        assert found.url == "https://continental.example/world/grain-deal-not-dead-2024-02-28/"

    def test_is_taken_from_its_meta_tags_else(self):
        found = sample("diario.html")

        assert (found.headline, found.byline) == ("El alcalde niega el cierre del mercado", "Lucía Peña")
        assert (found.outlet, found.published_on) == ("Diario del Valle", date(2012, 5, 18))
        assert found.because["byline"] == "the page's meta tag dc.creator gives it"
        assert (found.language, found.because["language"]) == ("es", "the page's html element gives it")

    def test_is_taken_from_the_page_itself_if_nothing_else_says_it(self):
        found = sample("courier-2004.html")

        assert found.headline == "Mayor denies that café terraces will be banned"
        assert found.because["headline"] == "it stands in the page where such things do"
        assert (found.outlet, found.because["outlet"]) == ("The Valley Courier", "the page's title ends with it")

    def test_a_headline_does_not_end_with_the_outlet_s_name(self):
        title = '<meta property="og:title" content="Bridge shut | The Herald">'

        found = with_head(f'{title}<meta property="og:site_name" content="The Herald">')

        assert (found.headline, found.outlet) == ("Bridge shut", "The Herald")

    @pytest.mark.parametrize("day", ["2024-02-30", "0000-00-00", "yesterday", "", "03/04/2024"])
    def test_a_day_that_is_none_is_passed_over(self, day):
        found = with_head(json_ld(datePublished=day) + '<meta name="date" content="2 July 2004">')

        assert (found.published_on, found.because["published_on"]) == (
            date(2004, 7, 2),
            "the page's meta tag date gives it",
        )

    def test_a_value_that_no_article_can_hold_is_passed_over(self):
        found = with_head(
            json_ld(headline="x" * 501, author="https://social.example/me") + "<title>Bridge shut</title>"
        )

        assert (found.headline, found.byline) == ("Bridge shut", "")

    def test_words_escaped_twice_are_read(self):
        found = with_head(json_ld(headline="Mayor: &#8216;Shut&#8217; &amp; safe", author={"name": "By Ana Ruiz"}))

        assert (found.headline, found.byline) == ("Mayor: ‘Shut’ & safe", "Ana Ruiz")

    @pytest.mark.parametrize(
        "script",
        [
            *(
                "{",
                "[" * 100_000,
                "null",
                "3",
                '"x"',
                '[{"@type": 5}]',
                '{"@type": "NewsArticle", "author": {"@id": []}}',
            ),
            '{"@type": ["NewsArticle"], "author": [[], 3, null], "headline": {"a": 1}, "mainEntityOfPage": 5}',
        ],
    )
    def test_json_ld_that_makes_no_sense_says_nothing(self, script):
        found = with_head(f'<script type="application/ld+json">{script}</script><title>Bridge shut</title>')

        assert (found.received, found.headline) == (TEXT, "Bridge shut")


class TestTheAddress:
    def test_is_the_canonical_one_at_the_same_publisher(self):
        link = '<link rel="canonical" href="/story?id=1#top">'

        found = with_head(link, address="https://m.paper.example/story?id=1&utm_source=x", because="fetched")

        assert found.url == "https://m.paper.example/story?id=1"

    @pytest.mark.parametrize("link", ["https://agency.example/story", "javascript:alert(1)", "http://[::1", "http://x"])
    def test_is_never_another_publisher_s(self, link):
        head = f'<link rel="canonical" href="{link}"><meta property="og:url" content="{link}">'

        found = with_head(head, address="https://paper.example/story", because="it was fetched from there")

        assert found.url == "https://paper.example/story"
        assert found.because["url"] == "it was fetched from there"

    @pytest.mark.parametrize(
        "comment",
        [
            "saved from url=(0027)https://paper.example/story",
            "\n Page saved with SingleFile \n url: https://paper.example/story \n",
        ],
    )
    def test_of_a_saved_page_stands_in_its_first_comment(self, comment):
        found = read_page(f"<!DOCTYPE html>\n<!-- {comment} -->\n<html><body>{BODY}</body></html>".encode())

        assert found.url == "https://paper.example/story"
        assert found.because["url"] == "the saved page's first comment gives it"


class TestTheEncoding:
    @pytest.mark.parametrize(
        ("name", "encoding", "words"),
        [("vestnik.html", "Windows-1251", "Олег Сомов"), ("courier-2004.html", "Windows-1252", "Jean-Noël Tissot")],
    )
    def test_is_what_the_page_says(self, name, encoding, words):
        found = sample(name)

        assert words in found.received
        assert (found.encoding, found.because["encoding"]) == (encoding, "the page says so")

    @pytest.mark.parametrize(
        ("encoding", "words"),
        [
            ("iso-8859-2", "Most jest zamknięty do wiosny, powiedział burmistrz"),
            ("shift_jis", "橋は春まで閉鎖されると市長が月曜日に述べた"),
            ("euc-kr", "시장은 다리가 봄까지 폐쇄된다고 월요일에 말했다"),
            ("gb2312", "市长周一表示大桥将关闭到春天工程师说它是安全的"),
            ("iso-2022-jp", "橋は春まで閉鎖されると市長が月曜日に述べた"),
            ("koi8-r", "Мост закрыт до весны, сообщил мэр в понедельник"),
        ],
    )
    def test_is_what_the_server_says(self, encoding, words):
        body = f"<html><head><title>x</title></head><body><p>{words}.</p></body></html>".encode(encoding)

        found = read_page(body, charset=encoding)

        assert found.received == f"{words}."
        assert found.because["encoding"] == "the server says so"

    def test_is_utf_8_where_the_bytes_are_whatever_is_said(self):
        found = with_head('<meta charset="iso-8859-1">', "<p>The café is shut, the mayor said.</p>", charset="latin-1")

        assert (found.received, found.encoding) == ("The café is shut, the mayor said.", "")

    @pytest.mark.parametrize("said", ["x-unknown", "utf-16", "unicode_escape", "zlib", "idna", "", "\0"])
    def test_is_looked_for_in_the_text_where_what_is_said_makes_no_sense(self, said):
        body = f"<html><body><p>The café is shut, the mayor said. {'Nobody was hurt. ' * 9}</p></body></html>"

        assert read_page(body.encode("cp1252"), charset=said).received.startswith("The café is shut")

    def test_may_have_a_byte_order_mark(self):
        assert read_page(f"<html><body>{BODY}</body></html>".encode("utf-16")).received == TEXT

    def test_a_few_broken_characters_do_not_lose_the_page(self):
        body = "<p>" + "Le pont est fermé jusqu'au printemps, a dit le maire. " * 50
        found = read_page(b"<html><head><meta charset=utf-8></head><body>" + body.encode() + b"\xc3</body></html>")

        assert "Le pont est fermé" in found.received

    def test_a_person_names_is_believed_before_all_else(self, tmp_path):
        (tmp_path / "story.html").write_bytes((SAMPLES / "vestnik.html").read_bytes().replace(b"1251", b"1252"))

        [found] = page.rows(IncomingFile(tmp_path / "story.html", encoding="windows-1251"))

        assert "Олег Сомов" in found.received
        assert found.because["encoding"] == "it was given with the import"

    def test_that_cannot_be_told_is_refused(self):
        with pytest.raises(ImportRefused, match="its encoding cannot be told"):
            read_page("<html><body><p>Мост закрыт до весны.</p></body></html>".encode("cp1251"))


class TestASavedPage:
    MHTML = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/story\r\nSubject: Bridge\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=_b"\r\n\r\n'
        "--=_b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><title>Bridge shut</title>=\r\n<body><p>The caf=E9 by the bridge is shut.</p></body></html>\r\n"
        "--=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--=_b--\r\n"
    )

    @pytest.mark.parametrize("name", ["story.mhtml", "story"])
    def test_in_one_file_is_read_with_its_address(self, tmp_path, name):
        (tmp_path / name).write_text(self.MHTML, newline="")

        [found] = page.rows(IncomingFile(tmp_path / name))

        assert (found.received, found.headline) == ("The café by the bridge is shut.", "Bridge shut")
        assert (found.url, found.because["url"]) == ("https://paper.example/story", "the saved page gives it")

    def test_without_a_page_is_refused(self, tmp_path):
        (tmp_path / "story.mht").write_text(self.MHTML.replace("text/html", "text/css"), newline="")

        with pytest.raises(ImportRefused, match="No page stands in the saved page"):
            list(page.rows(IncomingFile(tmp_path / "story.mht")))


class TestAPageWithoutAnArticle:
    @pytest.mark.parametrize("body", [b"<html></html>", b"<!doctype html>", b"<html><body>\0</body></html>"])
    def test_is_refused(self, body):
        with pytest.raises(ImportRefused, match="page"):
            read_page(body)

    def test_that_needs_javascript_is_refused(self):
        with pytest.raises(ImportRefused, match=r"No article's text was found in the page\. Open it in a browser"):
            sample("shell.html")

    def test_that_would_take_minutes_to_read_is_refused(self):
        with pytest.raises(ImportRefused, match="more than 50,000 elements"):
            with_head("", "<a href=/>x</a>" * 60_000)

    def test_that_is_nested_too_deep_is_refused(self):
        with pytest.raises(ImportRefused, match="No article's text"):
            with_head("", "<div>" * 100_000 + BODY)

    def test_longer_than_ten_megabytes_is_refused(self, tmp_path):
        (tmp_path / "page.html").write_bytes(b"<html>" + b" " * page.LONGEST)

        with pytest.raises(ImportRefused, match="The page holds 10 MB; 10 MB is the most"):
            list(page.rows(IncomingFile(tmp_path / "page.html")))


@given(st.binary(max_size=300), st.text(max_size=12))
def test_no_bytes_end_in_anything_but_an_article_or_a_refusal(body, charset):
    with suppress(ImportRefused):
        read_page(b"<html><body><p>" + body, charset=charset).must_be_sound()


@pytest.mark.django_db
class TestImportingAPage:
    def test_what_came_from_where_is_told_with_the_article(self):
        import_article(sample("herald.html"), actor=None)

        article = Article.objects.get()
        told = {finding["what"]: (finding["value"], finding["because"]) for finding in article.findings}
        assert (article.headline, str(article.published_on)) == (told["headline"][0], "2023-11-09")
        assert told["byline"] == ("Priya Nair and Tom Okafor", JSON_LD)
        assert told["address"][1] == "the page's canonical link gives it"
        assert article.outlet == Outlet.objects.get(domain="marlow-herald.example")

    def test_a_short_first_line_that_is_not_the_headline_stays_in_the_text(self):
        article = import_article(sample("diario.html"), actor=None).article

        assert article.text.startswith("Por Lucía Peña\n\nEl alcalde negó")

    def test_again_changes_nothing_that_a_person_set_since(self):
        import_article(sample("herald.html"), actor=None)
        Article.objects.update(headline="As the desk calls it")

        again = import_article(sample("herald.html"), actor=None)

        assert again.outcome == Outcome.UNCHANGED
        assert Article.objects.get().headline == "As the desk calls it"

    def test_with_another_headline_changes_the_record_and_tells_so(self):
        import_article(sample("vestnik.html"), actor=None)
        html = (SAMPLES / "vestnik.html").read_bytes().decode("cp1251").replace("закрыт до весны,", "закрыт,")

        again = import_article(read_page(html.encode("cp1251")), actor=None)

        assert again.changes == {
            "headline": ("Мост закрыт до весны, сообщил подрядчик", "Мост закрыт, сообщил подрядчик")
        }
        assert (
            again.article.findings[0]["because"]
            == "the page's meta tag og:title gives it; before: Мост закрыт до весны, сообщил подрядчик"
        )

    def test_the_outlet_the_desk_knows_at_the_address_counts_before_the_name_in_the_page(self):
        known = Outlet.objects.create(name="Herald (Marlow)", domain="marlow-herald.example")

        assert import_article(sample("herald.html"), actor=None).article.outlet == known

    def test_what_a_person_gives_counts_where_the_page_says_nothing(self):
        import_article(sample("vestnik.html").filled_from(Given(url="https://vestnik.example/1")), actor=None)

        article = Article.objects.get()
        assert article.url == "https://vestnik.example/1"
        assert {"what": "address", "because": "given with the import"}.items() <= article.findings[0].items()
