import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from factcheck.articles.formats.incoming import Given, ImportRefused, Incoming, day_of
from factcheck.articles.intake.batches import ImportManner, import_article, import_file
from factcheck.articles.models import Article, Fingerprint, ImportBatch, Outcome, Outlet, Story
from factcheck.ledger.models import Entry

TEXT = (
    "The river rose by two metres overnight, and the council closed the old bridge at dawn.\n\n"
    "Engineers said the pillars held. “We saw no cracks,” the chief engineer told reporters on Monday."
)
PAGE = f"Old Bridge Closed as River Rises\n\nBy Ana Ruiz | March 3, 2018\n\n{TEXT}"


@pytest.fixture
def write(tmp_path):
    """Writes a file of the given name and content: text, bytes, or rows of JSON Lines."""

    def write(name, content):
        path = tmp_path / name
        if isinstance(content, list):
            content = "".join(json.dumps(row) + "\n" for row in content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def imported(path, **given):
    outcomes = []
    import_file(path, actor=None, manner=ImportManner(given=Given(**given)), tell=outcomes.append)
    return outcomes


@pytest.mark.django_db
class TestAFile:
    def test_a_page_becomes_an_article_with_what_it_says_of_itself(self, write):
        [row] = imported(write("page.txt", PAGE))

        article = Article.objects.get()
        assert (row.outcome, row.article) == (Outcome.CREATED, article)
        assert (article.headline, article.byline) == ("Old Bridge Closed as River Rises", "Ana Ruiz")
        assert (str(article.published_on), article.received, article.text) == ("2018-03-03", PAGE, TEXT)
        assert article.outlet.is_unknown
        assert article.is_original
        assert article.fingerprints.count() == article.fingerprint_count > 0

    def test_importing_it_again_changes_nothing(self, write):
        path = write("page.txt", PAGE)
        imported(path)
        before = [list(model.objects.values()) for model in (Article, Story, Outlet, Fingerprint, ImportBatch, Entry)]

        [row] = imported(path)

        assert row.outcome == Outcome.UNCHANGED
        assert before == [list(m.objects.values()) for m in (Article, Story, Outlet, Fingerprint, ImportBatch, Entry)]

    def test_an_import_is_one_batch_and_one_ledger_entry_with_the_file_s_hash(self, write, editor):
        path = write("rows.jsonl", [{"text": TEXT}, {"text": "Another day, another bridge. It stayed open."}])

        batch = import_file(path, actor=editor)

        entry = Entry.objects.get()
        assert (entry.act, entry.actor, entry.details["sha256"]) == ("articles.imported", editor, batch.sha256)
        assert batch.counts == {"created": 2}
        assert set(Article.objects.values_list("batch", flat=True)) == {batch.pk}

    def test_what_is_given_counts_more_than_what_the_page_says(self, write):
        imported(
            write("page.txt", PAGE),
            outlet="The Herald",
            url="https://herald.example/bridge",
            headline="Bridge shut",
            published_on=day_of("2018-03-04"),
            language="en-GB",
        )

        article = Article.objects.get()
        assert (article.outlet.name, article.outlet.domain, article.headline) == (
            "The Herald",
            "herald.example",
            "Bridge shut",
        )
        assert (str(article.published_on), article.language, article.text) == ("2018-03-04", "en-GB", TEXT)

    def test_the_outlet_of_an_address_is_the_one_with_that_domain(self, write):
        herald = Outlet.objects.create(name="The Herald", domain="herald.example")

        imported(write("page.txt", PAGE), url="https://www.herald.example/bridge")

        assert Article.objects.get().outlet == herald

    def test_an_article_without_headline_gets_its_first_words_and_says_so(self, write):
        imported(write("page.txt", TEXT))

        article = Article.objects.get()
        assert article.headline == TEXT.split("\n", maxsplit=1)[0]
        assert "no headline" in next(f for f in article.findings if f["what"] == "headline")["because"]

    @pytest.mark.parametrize(
        "first",
        [
            "The U.S. envoy said that the bridge stays shut until spring.",
            "St. Magnus church opened its doors again on Friday, said the town.",
            "ST. ANDREWS, Minn. (Bell News) -- The council said that the bridge stays shut.",
            "Mr. Moss and Mrs. Blake quit on Jan. 12, the council said.",
        ],
    )
    def test_first_words_are_not_cut_at_an_abbreviation(self, write, first):
        imported(write("page.txt", f"{first} Nobody was hurt.\n\n{TEXT}"))

        assert Article.objects.get().headline == first

    def test_other_text_at_a_known_address_is_the_next_version(self, write):
        address = "https://herald.example/bridge"
        imported(write("first.txt", PAGE), url=address)

        [row] = imported(write("second.txt", PAGE.replace("two metres", "three metres")), url=address)

        first, second = Article.objects.order_by("pk")
        assert (row.outcome, second.previous, second.story) == (Outcome.NEW_VERSION, first, first.story)
        assert (first.relation, second.relation) == ("original", "update")

    def test_two_texts_of_one_address_in_one_file_follow_each_other(self, write):
        rows = [{"url": "https://herald.example/b", "text": text} for text in (TEXT, f"{TEXT} More follows.", TEXT)]

        outcomes = imported(write("rows.jsonl", rows))

        assert [row.outcome for row in outcomes] == [Outcome.CREATED, Outcome.NEW_VERSION, Outcome.UNCHANGED]

    def test_what_is_given_later_changes_the_record_once(self, write):
        path = write("page.txt", PAGE)
        imported(path)

        outcomes = [imported(path, outlet="The Herald", published_on=day_of("2018-03-05"))[0] for _ in range(2)]

        assert [row.outcome for row in outcomes] == [Outcome.CHANGED, Outcome.UNCHANGED]
        assert outcomes[0].changes["published_on"] == ("2018-03-03", "2018-03-05")
        assert Article.objects.get().outlet.name == "The Herald"

    def test_what_a_person_set_is_not_set_back_by_the_same_file(self, write):
        path = write("rows.jsonl", [{"text": TEXT, "outlet": "The Herald", "headline": "Bridge"}])
        imported(path)
        Article.objects.update(headline="Old bridge closed")

        [row] = imported(path)

        assert (row.outcome, Article.objects.get().headline) == (Outcome.UNCHANGED, "Old bridge closed")

    def test_the_same_text_in_two_papers_is_two_articles_of_one_story(self, write):
        rows = [{"text": TEXT, "outlet": "The Herald"}, {"text": TEXT, "outlet": "The Courier"}]

        imported(write("rows.jsonl", rows))

        assert Article.objects.count() == 2
        assert Story.objects.count() == 1

    def test_a_windows_file_is_read_and_the_encoding_told(self, write):
        imported(write("page.txt", TEXT.encode("cp1252")))

        article = Article.objects.get()
        assert article.text == TEXT
        assert {"what": "encoding", "value": "Windows-1252"}.items() <= article.findings[0].items()


ROW = {"text": TEXT, "outlet": "The Herald"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", "", "empty.txt: The file is empty."),
        ("blank.txt", " \n\n", "blank.txt: The file is empty."),
        ("blank.txt", " \n" * 4000, "blank.txt, text: There is no text."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "picture.txt: It is a picture, not text."),
        ("binary.txt", b"abc\0def", "binary.txt: It is a binary file, not text."),
        ("russian.txt", "Мост закрыт".encode("cp1251"), "Line 1 is not UTF-8, and its encoding cannot be told."),
        ("bell.txt", "Ring\n" + "\x07" * 9, "bell.txt, text: Control characters stand all over it from line 2 on"),
        ("paper.pdf", b"%PDF-1.4", "paper.pdf: It is a broken PDF document"),
        ("page.html", "<!DOCTYPE html><title>Bridge</title>", "page.html: No article's text was found in the page."),
        ("feed.xml", "<?xml version='1.0'?><rss></rss>", "feed.xml: It holds no article."),
        ("demo.json", '[{"model": "articles.outlet"}]', "demo.json: It is a fixture."),
        ("array.json", "[1]", "array.json, row 1: It is no JSON object."),
        ("rows.jsonl", "\n[1]\n", "rows.jsonl, row 2: It is no JSON object."),
        ("rows.jsonl", '{"text": "A"}\n{"text": ', "rows.jsonl, row 2: The line is not JSON at column 10."),
        ("rows.jsonl", [ROW, {}], "rows.jsonl, row 2, text: There is no text."),
        ("rows.jsonl", [ROW, {"body": "A"}], "rows.jsonl, row 2, body: There is no such field."),
        ("rows.jsonl", [{**ROW, "text": 5}], "rows.jsonl, row 1, text: The value is not text."),
        ("rows.jsonl", [{**ROW, "url": "ftp://x.example/"}], "row 1, url: “ftp://x.example/” is no web address."),
        ("rows.jsonl", [{**ROW, "published_on": "2019-02-30"}], "published_on: “2019-02-30” is no date that exists."),
        ("rows.jsonl", [{**ROW, "headline": "x" * 501}], "row 1, headline: It has 501 characters; 500 is the most."),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_is_answered_in_a_sentence_and_leaves_nothing(write, name, content, sentence):
    with pytest.raises(ImportRefused) as refusal:
        imported(write(name, content))

    assert sentence in str(refusal.value)
    assert not Article.objects.exists()
    assert not ImportBatch.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["line.txt", "line.jsonl"])
def test_a_line_of_fifty_megabytes_is_refused(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b'["A line of text')
        for _ in range(50):
            file.write(b"x" * 1_000_000)

    with pytest.raises(ImportRefused, match="5 MB"):
        imported(path)


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ImportRefused, match=r"gone.txt: It cannot be read: No such file or directory\."):
        imported(tmp_path / "gone.txt")


@pytest.mark.django_db
def test_one_pasted_article_is_an_entry_in_the_ledger(editor):
    outcomes = [import_article(Incoming(received=PAGE, is_page=True), actor=editor) for _ in range(2)]

    assert [row.outcome for row in outcomes] == [Outcome.CREATED, Outcome.UNCHANGED]
    assert Entry.objects.get().act == "article.created"


class TestIdempotence(TestCase):
    @settings(max_examples=30)
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(
                    [
                        {},
                        {"outlet": "The Herald"},
                        {"outlet": "The Courier"},
                        {"outlet": "The Herald", "url": "https://herald.example/a"},
                        {"url": "https://courier.example/b"},
                    ]
                ),
                st.sampled_from([PAGE, TEXT, "A short note.", f"{TEXT}\n\nMore follows, the council said."]),
            ),
            max_size=6,
        )
    )
    def test_taking_the_same_texts_in_again_changes_nothing(self, rows):
        rows = [{**row, "received": text} for row, text in rows]
        for row in rows:
            import_article(Incoming(**row), actor=None)
        before = list(Article.objects.values("outlet", "story", "relation", "url", "headline", "previous"))

        again = [import_article(Incoming(**row), actor=None).outcome for row in rows]

        assert set(again) <= {Outcome.UNCHANGED}
        assert before == list(Article.objects.values("outlet", "story", "relation", "url", "headline", "previous"))
